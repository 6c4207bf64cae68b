/* test-versions.c — versions: compared word by word, restored, and what a committee saw
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-fixture.h"
#include "vlg-comparison.h"
#include "vlg-db.h"
#include "vlg-version-list.h"

#define ADD(path, function) \
  g_test_add ("/versions/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)

/* The runs as one string: [-removed-]{+added+}. Caller owns. */
static char *
picture (GPtrArray *runs)
{
  static const char * const begin[] = { "", "[-", "{+" }, * const end[] = { "", "-]", "+}" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const VlgRun *run = runs->pdata[i];

      g_assert_cmpstr (run->text, !=, "");
      g_string_append_printf (text, "%s%s%s", begin[run->kind], run->text, end[run->kind]);
    }

  return g_strdup (text->str);
}

static void
assert_diff (const char *from,
             const char *to,
             const char *expected)
{
  g_autoptr (GPtrArray) runs = vlg_word_diff (from, to);
  g_autofree char *text = picture (runs);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (void)
{
  assert_diff ("", "", "");
  assert_diff ("gleich", "gleich", "gleich");
  assert_diff ("", "neu", "{+neu+}");
  assert_diff ("alt", "", "[-alt-]");
  assert_diff ("Die Laternen werden erneuert.", "Die Lampen werden erneuert.", "Die [-Laternen-]{+Lampen+} werden erneuert.");
  assert_diff ("Die Straße wird gebaut.", "Die Straße wird nicht gebaut.", "Die Straße wird {+nicht +}gebaut.");
  assert_diff ("ein alter Weg", "eine neue Gasse", "[-ein alter Weg-]{+eine neue Gasse+}");
  assert_diff ("eins\nzwei", "eins\n\nzwei", "eins\n{+\n+}zwei");
  assert_diff ("10.000 Euro", "12.000 Euro", "[-10-]{+12+}.000 Euro");
  assert_diff ("a\\nb", "a\nb", "a[-\\nb-]{+\nb+}");
}

/* Whatever is compared: the runs make both texts. */
static void
test_any_words (void)
{
  static const char * const words[] = { "der ", "Rat ", "beschließt", ", ", "\n", "\n\n", "\\", "§ 12 ", "„so“", "  ", "ö", "1.", "\t", "–" };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) from = g_string_new (NULL), to = g_string_new (NULL), a = g_string_new (NULL), b = g_string_new (NULL);
      g_autoptr (GPtrArray) runs = NULL;

      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append (from, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      g_string_assign (to, round % 2 == 0 ? from->str : "");
      for (int i = g_test_rand_int_range (0, 10); i > 0; i--)
        g_string_append (to, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      runs = vlg_word_diff (from->str, to->str);
      for (guint i = 0; i < runs->len; i++)
        {
          const VlgRun *run = runs->pdata[i];

          if (run->kind != VLG_RUN_ADDED)
            g_string_append (a, run->text);
          if (run->kind != VLG_RUN_REMOVED)
            g_string_append (b, run->text);
        }
      g_assert_cmpstr (a->str, ==, from->str);
      g_assert_cmpstr (b->str, ==, to->str);
    }
}

/* 300 pages with one word changed: the word is found, soon. */
static void
test_long_text (void)
{
  g_autoptr (GString) from = g_string_new (NULL);
  g_autofree char *to = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) trimmed = NULL;
  g_autofree char *text = NULL;
  gint64 began;

  for (guint i = 0; i < 15000; i++)
    g_string_append_printf (from, "Im Absatz %u steht, was bisher niemand lesen wollte.\n", i);
  to = g_strndup (from->str, from->len);
  memcpy (strstr (to, "Absatz 7777") + strlen ("Absatz "), "8888", 4);
  began = g_get_monotonic_time ();
  runs = vlg_word_diff (from->str, to);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 10 * G_USEC_PER_SEC);
  g_assert_cmpuint (runs->len, ==, 4);

  trimmed = vlg_word_diff_trim (runs, 40);
  text = picture (trimmed);
  g_assert_nonnull (strstr (text, "[-7777-]{+8888+}"));
  g_assert_true (g_str_has_prefix (text, "…"));
  g_assert_true (g_str_has_suffix (text, "…"));
  g_assert_cmpuint (strlen (text), <, 250);
}

/* The change with this label. Borrowed from @changes; NULL where there is none. */
static VlgChange *
find_change (GListModel *changes,
             const char *label)
{
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (VlgChange) change = g_list_model_get_item (changes, i);

      if (g_str_equal (vlg_change_get_label (change), label))
        return change;
    }

  return NULL;
}

static void
test_fields (OfficeFixture *self,
             gconstpointer  data)
{
  g_autoptr (VlgMotion) from = draft_fixture_motion (self);
  g_autoptr (VlgMotion) to = vlg_motion_copy (from);
  g_autoptr (GListModel) none = vlg_comparison_new (from, to, NULL);
  g_autoptr (GListModel) changes = NULL;
  g_autoptr (VlgConsultation) council = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (to)), 1);
  g_autoptr (VlgMark) mark = vlg_mark_new ("mobility");
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  VlgChange *change;
  g_autofree char *text = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);

  vlg_motion_set_text (to, VLG_FIELD_RESOLUTION, "Die Laternen werden **erneuert**.");
  vlg_motion_set_text (to, VLG_FIELD_TITLE, "Neue Laternen am Ufer");
  vlg_consultation_set_day (council, vlg_day_new (2031, 4, 2));
  g_list_store_remove (vlg_motion_get_consultations (to), 0);
  draft_fixture_add_row (to, "Ortschaftsrat Mosigkau", VLG_DAY_NONE);
  vlg_mark_set_ticked (mark, TRUE);
  g_list_store_append (vlg_motion_get_marks (to), mark);
  vlg_annex_set_number (annex, 1);
  vlg_annex_set_title (annex, "Lageplan");
  vlg_annex_set_text (annex, "Wo sie stehen.");
  g_list_store_append (vlg_motion_get_annexes (to), annex);

  changes = vlg_comparison_new (from, to, vlg_office_get_profile (self->office));
  change = find_change (changes, "Title");
  g_assert_nonnull (change);
  text = picture (vlg_change_get_runs (change));
  g_assert_cmpstr (text, ==, "{+Neue +}Laternen am Ufer");
  /* Only the marks differ: then they are shown. */
  change = find_change (changes, "Resolution");
  g_assert_nonnull (change);
  g_assert_cmpstr (vlg_change_get_after (change), ==, "Die Laternen werden **erneuert**.");
  change = find_change (changes, "Consultation sequence: Bauausschuss");
  g_assert_nonnull (change);
  g_assert_cmpstr (vlg_change_get_after (change), ==, "");
  change = find_change (changes, "Consultation sequence: Ortschaftsrat Mosigkau");
  g_assert_nonnull (change);
  g_assert_cmpstr (vlg_change_get_before (change), ==, "");
  g_assert_nonnull (find_change (changes, "Consultation sequence: Stadtrat"));
  g_assert_nonnull (find_change (changes, "Annexes: 1 – Lageplan"));
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 8);
}

/* A file put in another's place is told in words, also where name and size are the same. */
static void
test_files (OfficeFixture *self,
            gconstpointer  data)
{
  VlgAnnexFile file = { (char *) "aa11bb22", (char *) "Lageplan.pdf", (char *) "application/pdf", 4096 };
  g_autoptr (VlgMotion) from = draft_fixture_motion (self);
  g_autoptr (VlgAnnex) before = vlg_annex_new ();
  g_autoptr (VlgMotion) to = NULL;
  g_autoptr (VlgAnnex) after = NULL;
  g_autoptr (GListModel) none = NULL;
  g_autoptr (GListModel) same_size = NULL;
  g_autoptr (GListModel) other_size = NULL;
  VlgChange *change;

  vlg_annex_set_title (before, "Lageplan");
  vlg_annex_set_file (before, &file);
  g_list_store_append (vlg_motion_get_annexes (from), before);
  to = vlg_motion_copy (from);
  after = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_annexes (to)), 0);
  none = vlg_comparison_new (from, to, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);

  file.sha256 = (char *) "cc33dd44";
  vlg_annex_set_file (after, &file);
  same_size = vlg_comparison_new (from, to, NULL);
  change = find_change (same_size, "Annexes: Lageplan");
  g_assert_nonnull (change);
  g_assert_nonnull (strstr (vlg_change_get_after (change), "another file of the same name and size"));
  g_assert_null (strstr (vlg_change_get_after (change), "cc33dd44"));
  g_assert_null (strstr (vlg_change_get_before (change), "aa11bb22"));

  file.size = 9000;
  vlg_annex_set_file (after, &file);
  other_size = vlg_comparison_new (from, to, NULL);
  change = find_change (other_size, "Annexes: Lageplan");
  g_assert_nonnull (change);
  g_assert_nonnull (strstr (vlg_change_get_after (change), "9.0"));
}

static void
test_order (OfficeFixture *self,
            gconstpointer  data)
{
  g_autoptr (VlgMotion) from = draft_fixture_motion (self);
  g_autoptr (VlgMotion) to = vlg_motion_copy (from);
  g_autoptr (VlgConsultation) first = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (to)), 0);
  g_autoptr (GListModel) changes = NULL;
  VlgChange *change;

  g_list_store_remove (vlg_motion_get_consultations (to), 0);
  g_list_store_append (vlg_motion_get_consultations (to), first);
  changes = vlg_comparison_new (from, to, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 1);
  change = find_change (changes, "Consultation sequence: order");
  g_assert_nonnull (change);
  g_assert_cmpstr (vlg_change_get_before (change), ==, "Bauausschuss\nStadtrat");
  g_assert_cmpstr (vlg_change_get_after (change), ==, "Stadtrat\nBauausschuss");
}

static GListModel *
list (OfficeFixture *self,
      VlgMotion     *motion)
{
  g_autoptr (GError) error = NULL;
  GListModel *versions = vlg_version_list (self->office, vlg_motion_get_uid (motion), &error);

  g_assert_no_error (error);
  return versions;
}

static void
close_draft (VlgDraft *draft)
{
  g_autoptr (GError) error = draft_fixture_close (draft);

  g_assert_no_error (error);
}

/* Restores the version at @position of the list; the sentences, or NULL with @error. */
static GStrv
restore (VlgDraft    *draft,
         GListModel  *versions,
         guint        position,
         GError     **error)
{
  g_autoptr (VlgVersion) version = g_list_model_get_item (versions, position);
  g_autoptr (GAsyncResult) result = NULL;

  vlg_version_restore_async (draft, vlg_version_get_uid (version), NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);

  return vlg_version_restore_finish (draft, result, error);
}

static void
test_restore (OfficeFixture *self,
              gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  VlgDraft *draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  VlgMotion *edited = vlg_draft_get_motion (draft);
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (VlgConsultation) row = NULL;
  g_autoptr (GListModel) versions = NULL;
  g_autoptr (GListModel) after = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) kept = NULL;
  VlgVotes votes = { 7, 1, 0, VLG_VOTES_ABSENT, VLG_VOTES_ABSENT };

  vlg_motion_set_text (edited, VLG_FIELD_TITLE, "Laternen am Hafen");
  row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (edited)), 0);
  vlg_consultation_set_votes (row, &votes);
  vlg_consultation_set_result (row, VLG_RESULT_RECOMMENDED);
  close_draft (draft);
  /* Not yet a version: must not get lost either. */
  vlg_motion_set_text (edited, VLG_FIELD_REASONING, "Noch in keiner Fassung.");
  versions = list (self, motion);
  g_assert_cmpuint (g_list_model_get_n_items (versions), ==, 2);

  kept = restore (draft, versions, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (kept), ==, 1);
  g_assert_nonnull (strstr (kept[0], "Bauausschuss"));
  stored = draft_fixture_stored (self, vlg_motion_get_uid (motion));
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_TITLE), ==, "Laternen am Ufer");
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_REASONING), ==, "");
  g_assert_cmpint (vlg_consultation_get_result (row), ==, VLG_RESULT_RECOMMENDED);
  after = list (self, motion);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, 4);

  /* One step back, and all of it is again as it was. */
  vlg_draft_undo (draft);
  g_assert_cmpstr (vlg_motion_get_text (edited, VLG_FIELD_TITLE), ==, "Laternen am Hafen");
  g_assert_cmpstr (vlg_motion_get_text (edited, VLG_FIELD_REASONING), ==, "Noch in keiner Fassung.");
  draft_fixture_drop (&draft);
}

static gpointer
sign_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgStatement *statement = vlg_db_prepare (db,
    "INSERT INTO signature (uid, motion_id, document, name, role, signed_at, revision, actor_login, actor_name) "
    "SELECT 'signature-' || uid, id, 'submission', 'A. Weber', 'Oberbürgermeisterin', 1, revision, 1, 'A. Weber' FROM motion WHERE uid = ?", error);

  if (statement == NULL)
    return NULL;
  vlg_statement_bind_text (statement, 1, data);
  vlg_statement_execute (statement, error);

  return NULL;
}

static void
test_signed (OfficeFixture *self,
             gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  VlgDraft *draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  g_autoptr (GListModel) versions = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) kept = NULL;

  vlg_motion_set_text (vlg_draft_get_motion (draft), VLG_FIELD_TITLE, "Laternen am Hafen");
  close_draft (draft);
  vlg_store_write (self->store, sign_job, (gpointer) vlg_motion_get_uid (motion), NULL, &error);
  g_assert_no_error (error);
  versions = list (self, motion);
  kept = restore (draft, versions, 1, &error);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FROZEN);
  g_assert_cmpstr (vlg_motion_get_text (vlg_draft_get_motion (draft), VLG_FIELD_TITLE), ==, "Laternen am Hafen");
  draft_fixture_drop (&draft);
}

/* Version 1 is older than yesterday, version 2 of yesterday, version 3 of now. */
static gpointer
age_job (VlgDb         *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  VlgStatement *statement = vlg_db_prepare (db,
    "UPDATE version SET at = at - 86400000000 * (SELECT count (*) FROM version v WHERE v.motion_id = version.motion_id AND v.revision > version.revision)", error);

  if (statement != NULL)
    vlg_statement_execute (statement, error);

  return NULL;
}

static guint
seen (GListModel *versions,
      VlgDay      day,
      gint64      confirmed_at)
{
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();
  VlgVersion *version;

  vlg_consultation_set_day (row, day);
  if (confirmed_at != 0)
    vlg_consultation_set_confirmation (row, "A. Weber", "Vorsitz", confirmed_at);
  version = vlg_version_list_find_seen (versions, row);

  return version != NULL ? vlg_version_get_number (version) : 0;
}

static void
test_what_the_committee_saw (OfficeFixture *self,
                             gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  VlgDraft *draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  g_autoptr (GListModel) versions = NULL;
  g_autoptr (VlgVersion) middle = NULL;
  g_autoptr (VlgMotion) content = NULL;
  g_autoptr (GError) error = NULL;
  VlgDay today = vlg_day_today ();

  vlg_motion_set_text (vlg_draft_get_motion (draft), VLG_FIELD_TITLE, "Zweite");
  close_draft (draft);
  vlg_motion_set_text (vlg_draft_get_motion (draft), VLG_FIELD_TITLE, "Dritte");
  close_draft (draft);
  vlg_store_write (self->store, age_job, NULL, NULL, &error);
  g_assert_no_error (error);

  versions = list (self, motion);
  g_assert_cmpuint (g_list_model_get_n_items (versions), ==, 3);
  g_assert_cmpuint (seen (versions, today, 0), ==, 3);
  g_assert_cmpuint (seen (versions, today + 90, 0), ==, 3);
  g_assert_cmpuint (seen (versions, today - 1, 0), ==, 2);
  g_assert_cmpuint (seen (versions, today - 2, 0), ==, 1);
  g_assert_cmpuint (seen (versions, today - 3, 0), ==, 0);
  g_assert_cmpuint (seen (versions, VLG_DAY_NONE, 0), ==, 0);
  /* Confirmed the day before it says: what came after the confirmation nobody saw. */
  middle = g_list_model_get_item (versions, 1);
  g_assert_cmpuint (seen (versions, today, vlg_version_get_at (middle) + 1), ==, 2);

  content = vlg_version_load (self->office, vlg_version_get_uid (middle), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vlg_motion_get_text (content, VLG_FIELD_TITLE), ==, "Zweite");
  draft_fixture_drop (&draft);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/versions/words", test_words);
  g_test_add_func ("/versions/any-words", test_any_words);
  g_test_add_func ("/versions/long-text", test_long_text);
  ADD ("fields", test_fields);
  ADD ("files", test_files);
  ADD ("order", test_order);
  ADD ("restore", test_restore);
  ADD ("signed", test_signed);
  ADD ("what-the-committee-saw", test_what_the_committee_saw);

  return g_test_run ();
}
