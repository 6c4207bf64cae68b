/* test-base.c — fields, days and texts as they enter the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "vlg-day.h"
#include "vlg-error.h"
#include "vlg-field.h"
#include "vlg-string.h"

#include <string.h>

static void
test_field_keys (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = VLG_FIELD_NUMBER; i < VLG_N_FIELDS; i++)
    {
      const char *key = vlg_field_to_key ((VlgField) i);

      g_assert_cmpstr (key, !=, "");
      g_assert_true (g_hash_table_add (seen, (gpointer) key));
      g_assert_cmpint (vlg_field_from_key (key), ==, i);
      g_assert_cmpstr (vlg_field_get_label ((VlgField) i), !=, "");
    }

  g_assert_cmpint (vlg_field_from_key ("no_such_field"), ==, VLG_FIELD_NONE);
  g_assert_cmpint (vlg_field_from_key (NULL), ==, VLG_FIELD_NONE);
  g_assert_cmpint (vlg_field_from_key (""), ==, VLG_FIELD_NONE);
  g_assert_cmpstr (vlg_field_get_label (VLG_FIELD_NONE), ==, "");
}

static void
test_field_texts (void)
{
  guint n_texts = 0, n_long = 0;

  for (guint i = 0; i < VLG_N_FIELDS; i++)
    {
      n_texts += vlg_field_is_text ((VlgField) i) ? 1 : 0;
      n_long += vlg_field_is_long_text ((VlgField) i) ? 1 : 0;
      g_assert_true (vlg_field_is_text ((VlgField) i) || !vlg_field_is_long_text ((VlgField) i));
    }

  g_assert_cmpuint (n_texts, ==, 10);
  g_assert_cmpuint (n_long, ==, 6);
  g_assert_true (vlg_field_is_long_text (VLG_FIELD_RESOLUTION));
  g_assert_true (vlg_field_is_long_text (VLG_FIELD_REASONING));
  g_assert_false (vlg_field_is_long_text (VLG_FIELD_TITLE));
  g_assert_false (vlg_field_is_text (VLG_FIELD_NUMBER));
}

static void
test_day_spellings (void)
{
  VlgDay day = vlg_day_new (2018, 2, 28);
  g_autofree char *iso = vlg_day_to_iso (day);
  g_autofree char *german = vlg_day_to_german (day);
  g_autofree char *none = vlg_day_to_german (VLG_DAY_NONE);
  guint year, month, day_of_month;

  g_assert_cmpstr (iso, ==, "2018-02-28");
  g_assert_cmpstr (german, ==, "28.02.2018");
  g_assert_cmpstr (none, ==, "");
  g_assert_null (vlg_day_to_iso (VLG_DAY_NONE));
  g_assert_cmpuint (vlg_day_parse_iso (iso), ==, day);
  g_assert_cmpuint (vlg_day_parse_german (german), ==, day);
  g_assert_cmpuint (vlg_day_parse_german (" 8.3.2018\t"), ==, vlg_day_new (2018, 3, 8));
  g_assert_cmpuint (vlg_day_parse_german ("08. 03. 2018"), ==, vlg_day_new (2018, 3, 8));
  g_assert_cmpuint (vlg_day_parse_german ("\302\2408.3.2018"), ==, vlg_day_new (2018, 3, 8));
  g_assert_cmpint (vlg_day_weekday (day), ==, G_DATE_WEDNESDAY);
  g_assert_cmpuint (vlg_day_new (2018, 3, 1) - day, ==, 1);

  vlg_day_get (day, &year, NULL, NULL);
  vlg_day_get (day, NULL, &month, &day_of_month);
  g_assert_cmpuint (year, ==, 2018);
  g_assert_cmpuint (month, ==, 2);
  g_assert_cmpuint (day_of_month, ==, 28);
}

static void
test_day_refused (void)
{
  static const char * const iso[] = {
    "", "2018-2-28", "18-02-28", "2018-02-29", "2018-13-01", "2018-00-10", "2018-01-00", " 2018-02-28", "2018-02-28 ",
    "2018-02-28T10:00", "0000-01-01", "2018/02/28", "12018-02-28",
  };
  static const char * const german[] = {
    "", "28.02.18", "29.02.2018", "32.01.2018", "1.13.2018", "28.02.2018 17 Uhr", "28-02-2018", "28.02", "am 28.02.2018", "0.1.2018",
  };

  g_assert_cmpuint (vlg_day_parse_iso (NULL), ==, VLG_DAY_NONE);
  g_assert_cmpuint (vlg_day_parse_german (NULL), ==, VLG_DAY_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (iso); i++)
    g_assert_cmpuint (vlg_day_parse_iso (iso[i]), ==, VLG_DAY_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (german); i++)
    g_assert_cmpuint (vlg_day_parse_german (german[i]), ==, VLG_DAY_NONE);
  g_assert_cmpuint (vlg_day_new (0, 1, 1), ==, VLG_DAY_NONE);
  g_assert_cmpuint (vlg_day_new (10000, 1, 1), ==, VLG_DAY_NONE);
  g_assert_cmpuint (vlg_day_new (2018, 258, 1), ==, VLG_DAY_NONE); /* 2 in eight bits */
  g_assert_cmpuint (vlg_day_new (2000, 2, 29), !=, VLG_DAY_NONE);
  g_assert_cmpuint (vlg_day_new (1900, 2, 29), ==, VLG_DAY_NONE);
}

static void
test_day_display (void)
{
  g_autofree char *shown = vlg_day_to_display (vlg_day_new (2018, 2, 28));
  g_autofree char *none = vlg_day_to_display (VLG_DAY_NONE);

  g_assert_nonnull (strstr (shown, "2018"));
  g_assert_nonnull (strstr (shown, "28"));
  g_assert_cmpstr (none, ==, "");
}

static void
assert_normal (const char *text,
               gssize      length,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *normal = vlg_string_normalize (text, length, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (normal, ==, expected);
}

static void
test_string_normalize (void)
{
  assert_normal ("", -1, "");
  assert_normal ("a\r\nb\rc\nd\r", -1, "a\nb\nc\nd\n");
  assert_normal ("a\r\r\nb", -1, "a\n\nb");
  /* o and combining diaeresis become one letter; composed text stays. */
  assert_normal ("Ro\314\210\303\237lau", -1, "R\303\266\303\237lau");
  assert_normal ("R\303\266\303\237lau\r\n", -1, "R\303\266\303\237lau\n");
  assert_normal ("abcdef", 3, "abc");
}

static void
test_string_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vlg_string_normalize ("a\0b", 3, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_null (vlg_string_normalize ("a\0", 2, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_null (vlg_string_normalize ("Ro\337lau", -1, &error)); /* Windows-1252 */
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
}

static void
test_string_collapse (void)
{
  g_autofree char *text = vlg_string_collapse (" \tHaupt- und\n\r\n Personal\302\240\302\240ausschuss\f ");
  g_autofree char *blank = vlg_string_collapse (" \n ");

  g_assert_cmpstr (text, ==, "Haupt- und Personal ausschuss");
  g_assert_cmpstr (blank, ==, "");
}

static void
test_string_fold (void)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "Roßlau", "rosslau" }, { "ROSSLAU", "rosslau" }, { "ÄÖÜ äöü", "aou aou" }, { "Café", "cafe" }, { "STRAẞE", "strasse" },
    { "a\314\210", "a" }, { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = vlg_string_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_string_set (void)
{
  char *text = NULL;

  g_assert_false (vlg_string_set (&text, NULL));
  g_assert_true (vlg_string_set (&text, "one two"));
  g_assert_false (vlg_string_set (&text, "one two"));
  g_assert_true (vlg_string_set (&text, text + 4)); /* a part of itself */
  g_assert_cmpstr (text, ==, "two");
  g_assert_true (vlg_string_set (&text, NULL));
  g_assert_null (text);
}

static void
test_uid (void)
{
  g_autofree char *a = vlg_uid_new ();
  g_autofree char *b = vlg_uid_new ();
  g_autofree char *lower = g_ascii_strdown (a, -1);

  g_assert_true (g_uuid_string_is_valid (a));
  g_assert_cmpstr (a, ==, lower);
  g_assert_cmpint (a[14], ==, '4');
  g_assert_cmpstr (a, !=, b);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/field/keys", test_field_keys);
  g_test_add_func ("/base/field/texts", test_field_texts);
  g_test_add_func ("/base/day/spellings", test_day_spellings);
  g_test_add_func ("/base/day/refused", test_day_refused);
  g_test_add_func ("/base/day/display", test_day_display);
  g_test_add_func ("/base/string/normalize", test_string_normalize);
  g_test_add_func ("/base/string/refused", test_string_refused);
  g_test_add_func ("/base/string/collapse", test_string_collapse);
  g_test_add_func ("/base/string/fold", test_string_fold);
  g_test_add_func ("/base/string/set", test_string_set);
  g_test_add_func ("/base/uid", test_uid);

  return g_test_run ();
}
