/* test-ledger.c — the rules by which numbers are drawn
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-error.h"
#include "vlg-ledger.h"

static void
test_change (void)
{
  static const gboolean allowed[3][3] = {
    [VLG_LEDGER_RESERVED] = { FALSE, TRUE, TRUE },
    [VLG_LEDGER_ISSUED] = { FALSE, FALSE, TRUE },
    [VLG_LEDGER_VOID] = { FALSE, FALSE, FALSE },
  };

  for (guint from = 0; from < 3; from++)
    for (guint to = 0; to < 3; to++)
      g_assert_cmpint (vlg_ledger_can_change (from, to), ==, allowed[from][to]);
}

static VlgProfile *
profile_per_origin (void)
{
  g_autoptr(VlgProfile) profile = vlg_profile_new_default ();
  g_autofree char *json = g_strndup (g_bytes_get_data (vlg_profile_get_json (profile), NULL), g_bytes_get_size (vlg_profile_get_json (profile)));
  g_auto(GStrv) parts = g_strsplit (json, "\"serial_per_origin\": false", 2);
  g_autofree char *changed = g_strjoinv ("\"serial_per_origin\": true", parts);
  g_autoptr(GBytes) bytes = g_bytes_new (changed, strlen (changed));
  g_autoptr(GError) error = NULL;
  VlgProfile *result = vlg_profile_new_from_json (bytes, &error);

  g_assert_no_error (error);
  g_assert_true (vlg_profile_get_serial_per_origin (result));

  return result;
}

static void
test_series (void)
{
  g_autoptr(VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr(VlgProfile) per_origin = profile_per_origin ();
  g_autofree char *plain = vlg_ledger_series (profile, "BV", 2017, "I-OB");
  g_autofree char *origin = vlg_ledger_series (per_origin, "BV", 2017, "I-OB");
  g_autofree char *without = vlg_ledger_series (per_origin, "BV", 2017, NULL);
  g_autofree char *empty = vlg_ledger_series (per_origin, "BV", 2017, "");

  g_assert_cmpstr (plain, ==, "BV/2017");
  g_assert_cmpstr (origin, ==, "BV/2017/I-OB");
  g_assert_cmpstr (without, ==, "BV/2017");
  g_assert_cmpstr (empty, ==, "BV/2017");
}

static void
test_next (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VlgMotionNumber) first = vlg_ledger_next ("BV", 2026, "II-66", 0, &error);
  g_autoptr(VlgMotionNumber) long_one = NULL;
  g_autoptr(VlgMotionNumber) last = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (vlg_motion_number_get_text (first), ==, "BV/001/2026/II-66");

  long_one = vlg_ledger_next ("FV", 2026, NULL, 999, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vlg_motion_number_get_text (long_one), ==, "FV/1000/2026");

  last = vlg_ledger_next ("BV", 2026, NULL, 99998, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vlg_motion_number_get_serial (last), ==, 99999);

  g_assert_null (vlg_ledger_next ("BV", 2026, NULL, 99999, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "2026"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/ledger/change", test_change);
  g_test_add_func ("/core/ledger/series", test_series);
  g_test_add_func ("/core/ledger/next", test_next);

  return g_test_run ();
}
