/* test-round-trip.c — the paper exported as PDF and read back is equal in what the form shows
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "form-projection.h"
#include "motion-generator.h"
#include "vlg-paper-choices.h"
#include "vlg-paper-reader.h"
#include "vlg-paper.h"
#include "vlg-string.h"

#define N_MOTIONS 500
#define LONG_ANNEX_PAGES 300

/* The first lines that differ, so that a failure can be read. */
static void
tell_difference (const char *what,
                 const char *before,
                 const char *after)
{
  g_auto (GStrv) old_lines = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new_lines = g_strsplit (after, "\n", -1);
  guint i = 0;
  gsize at = 0;

  while (old_lines[i] != NULL && new_lines[i] != NULL && g_str_equal (old_lines[i], new_lines[i]))
    i++;
  if (old_lines[i] == NULL || new_lines[i] == NULL)
    {
      g_test_message ("%s: lines are missing or too many", what);
      return;
    }
  while (old_lines[i][at] == new_lines[i][at])
    at++;
  at -= MIN (at, 40);
  while (at > 0 && (old_lines[i][at] & 0xc0) == 0x80)
    at--;
  g_test_message ("%s: printed “%.20s … %.120s”", what, old_lines[i], old_lines[i] + at);
  g_test_message ("%s: read    “%.20s … %.120s”", what, new_lines[i], new_lines[i] + at);
}

/* Why a field was ticked: a word, a page, paragraphs, and what looks like other parts of the form. */
static void
add_rationales (VlgMotion *motion,
                guint      seed)
{
  static const char * const sentences[] = {
    "Das Vorhaben stärkt den Zusammenhalt in den Ortschaften.", "Begründung: siehe oben.", "Näheres in Anlage 1.", "1. Bänke, 2. Bäume",
    "Ziel-Nummer M01 wird erreicht.", "Die Straßenbeleuchtungsmodernisierungsmaßnahme in Dessau-Roßlau spart Strom und Geld;", "– ja –", "[x]",
  };
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) (g_rand_int_range (rand, 0, 4) == 0 ? g_rand_int_range (rand, 20, 200) : g_rand_int_range (rand, 0, 4));

      for (guint k = 0; k < n; k++)
        g_string_append_printf (text, "%s%s", k == 0 ? "" : g_rand_int_range (rand, 0, 8) == 0 ? "\n" : " ", sentences[g_rand_int_range (rand, 0, G_N_ELEMENTS (sentences))]);
      vlg_mark_set_rationale (mark, text->str);
    }
}

static char *
describe_rationales (VlgMotion *motion)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      g_autofree char *collapsed = vlg_string_collapse (vlg_mark_get_rationale (mark));

      g_string_append_printf (out, "%s: %s\n", vlg_mark_get_field (mark), collapsed);
    }

  return g_strdup (out->str);
}

static gboolean
comes_back (VlgMotion  *motion,
            VlgProfile *profile,
            const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = vlg_paper_to_pdf (motion, profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE, &error);
  g_autoptr (VlgMotion) again = NULL;
  g_autoptr (VlgImportReport) report = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  again = vlg_paper_reader_read (pdf, "round-trip.pdf", profile, &report, &error);
  g_assert_no_error (error);
  before = form_projection (motion);
  after = form_projection (again);
  /* The folder to leave the papers in, for looking at them. */
  if (g_getenv ("ROUND_TRIP_DUMP") != NULL)
    {
      g_autofree char *pdf_name = g_strdup_printf ("%s/%s.pdf", g_getenv ("ROUND_TRIP_DUMP"), what);
      g_autofree char *before_name = g_strdup_printf ("%s/%s.before", g_getenv ("ROUND_TRIP_DUMP"), what);
      g_autofree char *after_name = g_strdup_printf ("%s/%s.after", g_getenv ("ROUND_TRIP_DUMP"), what);

      g_file_set_contents (pdf_name, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
      g_file_set_contents (before_name, before, -1, NULL);
      g_file_set_contents (after_name, after, -1, NULL);
    }
  if (*vlg_motion_get_text (again, VLG_FIELD_UNRECOGNISED) != '\0')
    {
      g_test_message ("%s: not recognised: %.200s", what, vlg_motion_get_text (again, VLG_FIELD_UNRECOGNISED));
      return FALSE;
    }
  if (g_str_equal (before, after) && vlg_profile_get_prints_rationales (profile))
    {
      g_clear_pointer (&before, g_free);
      g_clear_pointer (&after, g_free);
      before = describe_rationales (motion);
      after = describe_rationales (again);
    }
  if (g_str_equal (before, after))
    return TRUE;
  tell_difference (what, before, after);

  return FALSE;
}

static VlgMotion *
read_text (const char *text,
           gsize       length,
           VlgProfile *profile)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (VlgImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  VlgMotion *motion = vlg_paper_reader_read (bytes, "paper.txt", profile, &report, &error);

  g_assert_no_error (error);

  return motion;
}

static void
test_sample (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sample = g_resources_lookup_data (RESOURCE_PATH "/sample/sample.txt", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (VlgMotion) motion = NULL;

  g_assert_no_error (error);
  motion = read_text (g_bytes_get_data (sample, NULL), g_bytes_get_size (sample), profile);
  g_assert_cmpstr (vlg_motion_get_number_text (motion), !=, "");
  g_assert_true (comes_back (motion, profile, "sample"));
}

static void
test_seed (void)
{
  const char *folder = g_getenv ("VORLAGE_CASES");
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (folder == NULL)
    {
      g_test_skip ("VORLAGE_CASES is not set");
      return;
    }
  path = g_build_filename (folder, "seed-BV-422-2017-I-OB.txt", NULL);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  motion = read_text (text, length, profile);
  g_assert_cmpstr (vlg_motion_get_number_text (motion), ==, "BV/422/2017/I-OB");
  g_assert_true (comes_back (motion, profile, "seed"));
}

static void
test_generated (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  /* Other motions than those of every day, to look for rare failures. */
  guint first = g_getenv ("ROUND_TRIP_FROM") != NULL ? (guint) atoi (g_getenv ("ROUND_TRIP_FROM")) : 0;
  guint n_failed = 0;

  for (guint i = first; i < first + N_MOTIONS; i++)
    {
      /* One long annex is enough for a test. */
      g_autoptr (VlgMotion) motion = motion_generator_make (i, profile, i == 99 ? LONG_ANNEX_PAGES : 3);
      g_autofree char *what = g_strdup_printf ("motion-%u", i);

      if (!comes_back (motion, profile, what))
        n_failed++;
    }
  g_test_message ("%u of %u did not come back", n_failed, N_MOTIONS);
  g_assert_cmpuint (n_failed, ==, 0);
}

/* The page with the rationales is taken back, and takes nothing from its neighbours. */
static void
test_rationales (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  guint n_failed = 0;

  vlg_profile_set_prints_rationales (profile, TRUE);
  for (guint i = 0; i < N_MOTIONS / 4; i++)
    {
      g_autoptr (VlgMotion) motion = motion_generator_make (i, profile, 3);
      g_autofree char *what = g_strdup_printf ("rationales-%u", i);

      add_rationales (motion, i);
      if (!comes_back (motion, profile, what))
        n_failed++;
    }
  g_assert_cmpuint (n_failed, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/round-trip/sample", test_sample);
  g_test_add_func ("/round-trip/seed", test_seed);
  g_test_add_func ("/round-trip/generated", test_generated);
  g_test_add_func ("/round-trip/rationales", test_rationales);

  return g_test_run ();
}
