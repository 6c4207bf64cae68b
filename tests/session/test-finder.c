/* test-finder.c — words found and replaced in all texts of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-fixture.h"
#include "vlg-finder.h"

#define ADD(path, function) \
  g_test_add ("/finder/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)

static void
test_matcher (void)
{
  static const struct { const char *words; gboolean match_case; const char *text; guint n; } cases[] = {
    { "rat", FALSE, "Rat, Stadtrat, RATHAUS", 3 },
    { "rat", TRUE, "Rat, Stadtrat, RATHAUS", 1 },
    { "Straße", FALSE, "STRAßE straße Strasse", 2 },
    { "ÜBER", FALSE, "über U\xcc\x88" "ber", 1 },
    { "§ 5", FALSE, "§\xc2\xa0" "5 und § 5 und §\xe2\x80\xa8" "5", 3 },
    { "aa", FALSE, "aaaaa", 2 },
    { "ab", FALSE, "aab", 1 },
    { "lang", FALSE, "lan", 0 },
    { "x", FALSE, "", 0 },
  };

  g_assert_null (vlg_matcher_new ("", FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VlgMatcher) matcher = vlg_matcher_new (cases[i].words, cases[i].match_case);

      g_assert_cmpuint (vlg_matcher_count (matcher, cases[i].text), ==, cases[i].n);
    }
}

static VlgAnnex *
add_annex (VlgMotion  *motion,
           const char *title,
           const char *text)
{
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();

  vlg_annex_set_title (annex, title);
  vlg_annex_set_text (annex, text);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);

  return annex;
}

/* Hits come in the order of the form, with places as they are seen in the fields. */
static void
test_order (void)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgMatcher) matcher = vlg_matcher_new ("laterne", FALSE);
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GArray) hits = NULL;
  static const struct { VlgField field; const char *property; guint ordinal, start; } expected[] = {
    { VLG_FIELD_SUBMITTER, "submitter", 0, 4 },
    { VLG_FIELD_TITLE, "title", 0, 0 },
    { VLG_FIELD_RESOLUTION, "resolution", 0, 4 },
    { VLG_FIELD_RESOLUTION, "resolution", 1, 2 },
    { VLG_FIELD_REASONING, "reasoning", 0, 0 },
    { VLG_FIELD_ANNEXES, "title", 0, 0 },
    { VLG_FIELD_ANNEXES, "text", 0, 1 },
  };

  add_annex (motion, "Laternenplan", "[Laternen](https://stadt.example)");
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, "# Laternen\n");
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, "Die **La***ternen*.\n\n- ä Laterne\n");
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Laternen am Ufer");
  vlg_motion_set_text (motion, VLG_FIELD_SUBMITTER, "Amt Laternen");

  parts = vlg_finder_take_parts (motion);
  hits = vlg_finder_find (parts, matcher);
  g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < hits->len; i++)
    {
      const VlgFinderHit *hit = &g_array_index (hits, VlgFinderHit, i);
      const VlgFinderPart *part = g_ptr_array_index (parts, hit->part);

      g_assert_cmpint (part->field, ==, expected[i].field);
      g_assert_cmpstr (part->property, ==, expected[i].property);
      g_assert_cmpuint (hit->ordinal, ==, expected[i].ordinal);
      g_assert_cmpuint (hit->start, ==, expected[i].start);
      g_assert_cmpuint (hit->length, ==, 7);
      g_assert_nonnull (vlg_finder_get_object (part, motion));
    }
}

/* Formatting stays, also where a hit crosses it, and blocks without a hit keep their very source. */
static void
test_replace_formatted (void)
{
  static const struct { const char *before; const char *words; const char *with; int ordinal; const char *after; guint n; } cases[] = {
    { "Der **Rat** tagt.", "rat", "Ausschuss", -1, "Der **Ausschuss** tagt.", 1 },
    { "Der **Rat** tagt.", "tagt", "ruht", -1, "Der **Rat** ruht.", 1 },
    { "Der **Ra**t tagt.", "rat", "Bund", -1, "Der **Bund** tagt.", 1 },
    { "Der R*at* tagt, **weil**.", "rat", "Bund", -1, "Der Bund tagt, **weil**.", 1 },
    { "a **b** a *c* a", "a", "xyz", -1, "xyz **b** xyz *c* xyz", 3 },
    { "a a a", "a", "b", 1, "a b a", 1 },
    { "a a", "a", "aa", -1, "aa aa", 2 },
    { "Weg\n===\n\n* eins\n* Weg\n\nRest  mit *Weg*\n", "eins", "*1*", -1, "Weg\n===\n\n* \\*1*\n* Weg\n\nRest  mit *Weg*\n", 1 },
    { "__Rest__ bleibt\n\nWeg", "weg", "Steg", -1, "__Rest__ bleibt\n\nSteg", 1 },
    { "nichts", "etwas", "x", -1, "nichts", 0 },
    { "weg damit", "weg ", "", -1, "damit", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = g_strdup (cases[i].before);
      VlgFinderPart part = { VLG_FIELD_RESOLUTION, -1, "resolution", TRUE, FALSE, value };
      g_autoptr (VlgMatcher) matcher = vlg_matcher_new (cases[i].words, FALSE);
      guint n;
      g_autofree char *after = vlg_finder_replace (&part, matcher, cases[i].with, cases[i].ordinal, &n);

      g_assert_cmpstr (after, ==, cases[i].after);
      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

/* Everywhere at once is one step, taken back by undo and by the account of it; what belongs to the paper as it came stays. */
static void
test_replace_all (OfficeFixture *self,
                  gconstpointer  data)
{
  g_autoptr (VlgMotion) start = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (start));
  g_autoptr (VlgMatcher) matcher = vlg_matcher_new ("Laternen", TRUE);
  g_autoptr (VlgReplacement) replacement = NULL;
  g_autoptr (VlgMotion) stored = NULL;
  VlgMotion *motion = vlg_draft_get_motion (draft);
  VlgAnnex *own = add_annex (motion, "Laternenplan", "Alle *Laternen* und Laternen");
  VlgAnnex *source = add_annex (motion, "Laternen.txt", "Laternen");

  vlg_annex_set_source (source, TRUE);
  vlg_draft_end_step (draft);

  replacement = vlg_replacement_new (draft, matcher, "Leuchten");
  g_assert_cmpuint (vlg_replacement_get_n (replacement), ==, 5);
  g_assert_cmpuint (vlg_replacement_get_n_frozen (replacement), ==, 2);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Leuchten am Ufer");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "Die Leuchten werden erneuert.");
  g_assert_cmpstr (vlg_annex_get_title (own), ==, "Leuchtenplan");
  g_assert_cmpstr (vlg_annex_get_text (own), ==, "Alle *Leuchten* und Leuchten");
  g_assert_cmpstr (vlg_annex_get_text (source), ==, "Laternen");
  g_assert_no_error (draft_fixture_flush (draft));
  stored = draft_fixture_stored (self, vlg_motion_get_uid (start));
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_TITLE), ==, "Leuchten am Ufer");

  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_TITLE);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Laternen am Ufer");
  g_assert_cmpstr (vlg_annex_get_text (own), ==, "Alle *Laternen* und Laternen");
  vlg_draft_redo (draft);

  /* What was written since is not lost when the account is used. */
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Neue Leuchten");
  vlg_replacement_take_back (replacement);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Neue Leuchten");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "Die Laternen werden erneuert.");
  g_assert_cmpstr (vlg_annex_get_title (own), ==, "Laternenplan");
  vlg_draft_undo (draft);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "Die Leuchten werden erneuert.");
  g_clear_pointer (&replacement, vlg_replacement_free);
  draft_fixture_drop (&draft);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finder/matcher", test_matcher);
  g_test_add_func ("/finder/order", test_order);
  g_test_add_func ("/finder/replace-formatted", test_replace_formatted);
  ADD ("replace-all", test_replace_all);

  return g_test_run ();
}
