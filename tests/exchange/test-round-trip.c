/* test-round-trip.c — what is printed as PDF reads back as the same form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "form-generator.h"
#include "vlg-paper-choices.h"
#include "vlg-paper-reader.h"
#include "vlg-paper.h"
#include "vlg-string.h"

#define N_MOTIONS 500

typedef struct {
  VlgProfile *profile;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->profile = vlg_profile_new_default ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->profile);
}

/* Keeps what a person needs to look at a failure. */
static void
keep (GBytes     *pdf,
      const char *expected,
      const char *actual)
{
  const char *folder = g_getenv ("VORLAGE_KEEP");
  g_autofree char *path = NULL;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (folder == NULL)
    return;
  path = g_build_filename (folder, "round-trip.pdf", NULL);
  left = g_build_filename (folder, "expected.txt", NULL);
  right = g_build_filename (folder, "actual.txt", NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
  g_file_set_contents (left, expected, -1, NULL);
  g_file_set_contents (right, actual, -1, NULL);
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

static void
assert_round_trip (Fixture   *fixture,
                   VlgMotion *motion,
                   VlgDay     as_of)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = vlg_paper_to_pdf (motion, fixture->profile, VLG_PAPER_DEFAULT, as_of, &error);
  g_autoptr (VlgMotion) read = NULL;
  g_autofree char *expected = form_projection (motion, fixture->profile);
  g_autofree char *actual = NULL;
  g_auto (GStrv) left = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) right = NULL;

  g_assert_no_error (error);
  read = vlg_paper_reader_read (pdf, "round-trip.pdf", fixture->profile, NULL, &error);
  g_assert_no_error (error);
  actual = form_projection (read, fixture->profile);
  if (strcmp (expected, actual) != 0 || *vlg_motion_get_text (read, VLG_FIELD_UNRECOGNISED) != '\0')
    keep (pdf, expected, actual);
  right = g_strsplit (actual, "\n", -1);
  for (guint i = 0; left[i] != NULL || right[i] != NULL; i++)
    g_assert_cmpstr (left[i], ==, right[i]);
  g_assert_cmpstr (vlg_motion_get_text (read, VLG_FIELD_UNRECOGNISED), ==, "");
  g_assert_cmpint (vlg_motion_get_visibility (read) == VLG_VISIBILITY_NON_PUBLIC, ==,
                   vlg_motion_get_visibility (motion) == VLG_VISIBILITY_NON_PUBLIC);
  if (vlg_profile_get_prints_rationales (fixture->profile))
    {
      g_autofree char *rationales = describe_rationales (motion);
      g_autofree char *again = describe_rationales (read);

      g_assert_cmpstr (again, ==, rationales);
    }
}

static void
test_generated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (422);

  for (guint i = 0; i < N_MOTIONS; i++)
    {
      g_autoptr (VlgMotion) motion = form_generator_motion (rand, fixture->profile, i);

      g_test_message ("motion %u", i);
      if (i % 11 == 2)
        vlg_motion_set_visibility (motion, VLG_VISIBILITY_NON_PUBLIC);
      assert_round_trip (fixture, motion, i % 3 == 0 ? vlg_day_new (2026, 3, 1) : VLG_DAY_NONE);
    }
}

static void
test_odd (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (815);

  for (guint i = 0; i < N_MOTIONS / 5; i++)
    {
      g_autoptr (VlgMotion) motion = form_generator_motion (rand, fixture->profile, i);

      g_test_message ("motion %u", i);
      form_generator_make_odd (rand, motion, fixture->profile);
      assert_round_trip (fixture, motion, VLG_DAY_NONE);
    }
}

static void
test_oddities (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint i = 0; i < N_MOTIONS / 5; i++)
    {
      g_autoptr (VlgMotion) motion = form_generator_motion (rand, fixture->profile, i);

      g_test_message ("motion %u", i);
      form_generator_make_odd_in (rand, motion, i);
      assert_round_trip (fixture, motion, VLG_DAY_NONE);
    }
}

/* The page with the rationales is taken back, and takes nothing from its neighbours. */
static void
test_rationales (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  vlg_profile_set_prints_rationales (fixture->profile, TRUE);
  for (guint i = 0; i < N_MOTIONS / 4; i++)
    {
      g_autoptr (VlgMotion) motion = form_generator_motion (rand, fixture->profile, i);

      g_test_message ("motion %u", i);
      add_rationales (motion, i);
      assert_round_trip (fixture, motion, VLG_DAY_NONE);
    }
}

static void
test_long_annex (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (300);
  g_autoptr (VlgMotion) motion = form_generator_motion (rand, fixture->profile, 0);

  form_generator_add_annex (rand, motion, 300);
  assert_round_trip (fixture, motion, VLG_DAY_NONE);
}

static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sample = g_resources_lookup_data (RESOURCE_PATH "/sample/sample.txt", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (VlgMotion) motion = NULL;

  g_assert_no_error (error);
  motion = vlg_paper_reader_read (sample, "sample.txt", fixture->profile, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vlg_motion_get_number_text (motion), !=, "");
  assert_round_trip (fixture, motion, VLG_DAY_NONE);
}

/* A paper read from text, printed and read again. */
static void
test_seed (Fixture       *fixture,
           gconstpointer  data)
{
  const char *cases = g_getenv ("VORLAGE_CASES");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (GError) error = NULL;

  if (cases == NULL)
    {
      g_test_skip ("VORLAGE_CASES is not set");
      return;
    }
  path = g_build_filename (cases, "seed-BV-422-2017-I-OB.txt", NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  motion = vlg_form_read (text, fixture->profile, NULL, &error);
  g_assert_no_error (error);
  assert_round_trip (fixture, motion, VLG_DAY_NONE);
}

/* The table "Relevanz mit Leitbild" in a text, without any blanks: how far apart its cells stand is the layout's. */
static char *
cut_table (const char *text)
{
  const char *start = strstr (text, "Relevanz mit Leitbild");
  const char *end;
  GString *table = g_string_new (NULL);

  g_assert_nonnull (start);
  end = strstr (start, "nicht leitbildrelevant");
  g_assert_nonnull (end);
  end = strchr (end, ']');
  g_assert_nonnull (end);
  for (const char *p = start; p <= end; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (table, *p);

  return g_string_free (table, FALSE);
}

/* The real paper's table is printed as it stands on the form: fields, boxes, tick and goal, in that order. */
static void
test_seed_table (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *cases = g_getenv ("VORLAGE_CASES");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *printed = NULL;
  g_autoptr (GString) pages = g_string_new (NULL);
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (VlgPaper) paper = NULL;
  g_autoptr (GError) error = NULL;

  if (cases == NULL)
    {
      g_test_skip ("VORLAGE_CASES is not set");
      return;
    }
  path = g_build_filename (cases, "seed-BV-422-2017-I-OB.txt", NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  motion = vlg_form_read (text, fixture->profile, NULL, &error);
  g_assert_no_error (error);
  paper = vlg_paper_new (motion, fixture->profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE);
  for (guint i = 0; i < vlg_paper_get_n_pages (paper); i++)
    {
      g_autofree char *page = vlg_paper_get_page_text (paper, i);

      g_string_append (pages, page);
    }

  wanted = cut_table (text);
  printed = cut_table (pages->str);
  g_assert_cmpstr (printed, ==, wanted);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/round-trip/sample", Fixture, NULL, set_up, test_sample, tear_down);
  g_test_add ("/round-trip/seed", Fixture, NULL, set_up, test_seed, tear_down);
  g_test_add ("/round-trip/seed-table", Fixture, NULL, set_up, test_seed_table, tear_down);
  g_test_add ("/round-trip/generated", Fixture, NULL, set_up, test_generated, tear_down);
  g_test_add ("/round-trip/odd", Fixture, NULL, set_up, test_odd, tear_down);
  g_test_add ("/round-trip/oddities", Fixture, NULL, set_up, test_oddities, tear_down);
  g_test_add ("/round-trip/rationales", Fixture, NULL, set_up, test_rationales, tear_down);
  g_test_add ("/round-trip/long-annex", Fixture, NULL, set_up, test_long_annex, tear_down);

  return g_test_run ();
}
