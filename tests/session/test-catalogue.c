/* test-catalogue.c — the catalogue of the Leitbild in versions: what is old stays, what is new counts
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sqlite3.h>

#include "draft-fixture.h"
#include "vlg-catalogue.h"
#include "vlg-catalogue-draft.h"
#include "vlg-leitbild-desk.h"
#include "vlg-leitbild-json.h"
#include "vlg-leitbild-rules.h"
#include "vlg-new-motion.h"
#include "vlg-sqlite-store.h"

#define ADD(path, function) g_test_add ("/catalogue/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)

static VlgLeitbild *
get_present (OfficeFixture *self)
{
  return vlg_profile_get_leitbild (vlg_office_get_profile (self->office));
}

static VlgCatalogueField *
find_field (VlgCatalogueDraft *draft,
            const char        *key)
{
  GListModel *fields = vlg_catalogue_draft_get_fields (draft);

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (VlgCatalogueField) field = g_list_model_get_item (fields, i);

      if (g_strcmp0 (vlg_catalogue_field_get_key (field), key) == 0)
        return field;
    }
  g_assert_not_reached ();
}

static VlgCatalogueGoal *
find_goal (VlgCatalogueField *field,
           const char        *code)
{
  GListModel *goals = G_LIST_MODEL (vlg_catalogue_field_get_goals (field));

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (VlgCatalogueGoal) goal = g_list_model_get_item (goals, i);

      if (g_str_equal (vlg_catalogue_goal_get_code (goal), code))
        return goal;
    }

  return NULL;
}

/* What the database holds is read. */
static gboolean
is_read (gpointer data)
{
  return g_list_model_get_n_items (vlg_catalogue_draft_get_versions (data)) > 0;
}

static VlgCatalogueDraft *
open_catalogue (OfficeFixture *self)
{
  VlgCatalogueDraft *draft = vlg_catalogue_draft_new (self->office);

  office_fixture_wait_until (is_read, draft);

  return draft;
}

static GError *
save (VlgCatalogueDraft *draft)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  vlg_catalogue_draft_save_async (draft, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  vlg_catalogue_draft_save_finish (draft, result, &error);

  return error;
}

static VlgMotion *
new_motion (OfficeFixture *self,
            const char    *from)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const VlgNewMotion how = { .kind = "BV", .title = "Brunnen am Markt", .from_uid = from };
  VlgMotion *motion;

  vlg_new_motion_async (self->office, &how, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  motion = vlg_new_motion_finish (self->office, result, &error);
  g_assert_no_error (error);

  return motion;
}

/* A stored motion that names these goals of "community". */
static char *
add_motion (OfficeFixture      *self,
            const char * const *codes)
{
  g_autoptr (VlgMotion) motion = new_motion (self, NULL);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  g_autoptr (GError) error = NULL;
  char *uid = g_strdup (vlg_motion_get_uid (motion));

  for (; *codes != NULL; codes++)
    vlg_leitbild_rules_name_goal (vlg_draft_get_motion (draft), get_present (self), "community", *codes, TRUE);
  error = draft_fixture_close (draft);
  g_assert_no_error (error);
  draft_fixture_drop (&draft);

  return uid;
}

static char *
describe_marks (VlgMotion *motion)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      g_autofree char *goals = g_strjoinv (",", (char **) vlg_mark_get_goals (mark));

      g_string_append_printf (text, "%s%s[%s]", i > 0 ? " " : "", vlg_mark_get_field (mark), goals);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_marks (VlgMotion  *motion,
              const char *wanted)
{
  g_autofree char *marks = describe_marks (motion);

  g_assert_cmpstr (marks, ==, wanted);
}

/* M02 in place of M01, a new M03, culture and commerce one field. */
static void
revise (OfficeFixture *self)
{
  g_autoptr (VlgCatalogueDraft) draft = open_catalogue (self);
  VlgCatalogueField *community = find_field (draft, "community");
  VlgCatalogueGoal *goal = vlg_catalogue_draft_add_goal (draft, community);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (vlg_catalogue_goal_get_code (goal), ==, "M02");
  g_object_set (goal, "text", "Ein Ziel", NULL);
  vlg_catalogue_draft_replace (draft, goal, "m01");
  vlg_catalogue_draft_add_goal (draft, community);
  vlg_catalogue_draft_join_field (draft, find_field (draft, "commerce"), find_field (draft, "culture"));
  g_assert_cmpstr (vlg_catalogue_draft_get_problem (draft), ==, "");
  g_assert_true (vlg_catalogue_draft_get_can_save (draft));
  error = save (draft);
  g_assert_no_error (error);
  g_assert_false (vlg_catalogue_draft_get_changed (draft));
}

/* Each deed is a step, also one of several changes; what comes back are the same objects. */
static void
test_undo (OfficeFixture *self,
           gconstpointer  data)
{
  g_autoptr (VlgCatalogueDraft) draft = open_catalogue (self);
  g_autoptr (GBytes) begun = vlg_leitbild_to_json (get_present (self));
  VlgCatalogueField *community = find_field (draft, "community");
  VlgCatalogueGoal *old = find_goal (community, "M01");
  VlgCatalogueGoal *goal;
  gboolean retired;

  g_assert_false (vlg_catalogue_draft_get_changed (draft));
  g_object_set (community, "name", "M", NULL);
  g_object_set (community, "name", "Mi", NULL);
  g_object_set (community, "name", "Miteinander", NULL);
  goal = g_object_ref (vlg_catalogue_draft_add_goal (draft, community));
  vlg_catalogue_draft_replace (draft, goal, "M01");
  g_object_get (old, "retired", &retired, NULL);
  g_assert_true (retired);
  g_assert_true (vlg_catalogue_draft_move_field (draft, community, 0));

  vlg_catalogue_draft_undo (draft);
  g_assert_cmpuint (g_list_model_get_n_items (vlg_catalogue_draft_get_fields (draft)), ==, 6);
  vlg_catalogue_draft_undo (draft);
  g_object_get (old, "retired", &retired, NULL);
  g_assert_false (retired);
  vlg_catalogue_draft_undo (draft);
  g_assert_null (find_goal (community, "M02"));
  /* The name was typed in one go. */
  vlg_catalogue_draft_undo (draft);
  g_assert_cmpstr (vlg_catalogue_field_get_name (community), ==, "Soziales Miteinander");
  g_assert_false (vlg_catalogue_draft_get_changed (draft));
  {
    g_autoptr (GBytes) now = vlg_leitbild_to_json (vlg_catalogue_draft_get_leitbild (draft));

    g_assert_true (g_bytes_equal (begun, now));
  }
  for (guint i = 0; i < 4; i++)
    vlg_catalogue_draft_redo (draft);
  g_assert_true (find_goal (community, "M02") == goal);
  g_assert_true (find_field (draft, "community") == community);
  g_assert_cmpstr (vlg_action_field_get_key (vlg_leitbild_get_field (vlg_catalogue_draft_get_leitbild (draft), 0)), ==, "community");
  g_object_unref (goal);
}

/* What is wrong is said where it is, and not saved. */
static void
test_problems (OfficeFixture *self,
               gconstpointer  data)
{
  g_autoptr (VlgCatalogueDraft) draft = open_catalogue (self);
  VlgCatalogueField *community = find_field (draft, "community");
  VlgCatalogueGoal *goal = vlg_catalogue_draft_add_goal (draft, community);
  VlgCatalogueField *field;
  g_autofree char *problem = NULL;

  g_assert_true (vlg_catalogue_draft_get_can_save (draft));
  g_object_set (goal, "code", "M01", NULL);
  g_object_get (goal, "problem", &problem, NULL);
  g_assert_nonnull (strstr (problem, "stands twice"));
  g_assert_true (g_str_has_suffix (vlg_catalogue_draft_get_problem (draft), problem));
  g_assert_false (vlg_catalogue_draft_get_can_save (draft));
  g_object_set (goal, "code", "m7", "replaces", "M99", NULL);
  g_assert_nonnull (strstr (vlg_catalogue_draft_get_problem (draft), "M99"));
  g_object_set (goal, "replaces", "", NULL);
  g_assert_true (vlg_catalogue_draft_get_can_save (draft));
  field = vlg_catalogue_draft_add_field (draft);
  g_assert_nonnull (strstr (vlg_catalogue_draft_get_problem (draft), "no name"));
  g_object_set (field, "name", "Bürger & Ämter", NULL);
  g_assert_true (vlg_catalogue_draft_get_can_save (draft));
  g_assert_nonnull (vlg_leitbild_find_field (vlg_catalogue_draft_get_leitbild (draft), "buerger-aemter"));
  g_assert_nonnull (vlg_leitbild_get_goal (vlg_catalogue_draft_get_leitbild (draft), "M07"));
}

/* What motions use can be retired, not deleted: by a person, and by a file. */
static void
test_in_use (OfficeFixture *self,
             gconstpointer  data)
{
  static const char *const codes[] = { "M01", NULL };
  g_autofree char *uid = add_motion (self, codes);
  g_autoptr (VlgCatalogueDraft) draft = open_catalogue (self);
  VlgCatalogueField *community = find_field (draft, "community");
  VlgCatalogueGoal *goal = find_goal (community, "M01");
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (VlgLeitbild) without = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (vlg_catalogue_goal_get_used (goal));
  g_assert_true (vlg_catalogue_field_get_used (community));
  g_assert_false (vlg_catalogue_draft_remove_goal (draft, community, goal));
  g_assert_false (vlg_catalogue_draft_remove_field (draft, community));
  g_assert_true (vlg_catalogue_draft_remove_field (draft, find_field (draft, "culture")));

  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (fields, g_object_ref (vlg_leitbild_get_field (get_present (self), i)));
  without = vlg_leitbild_new (g_steal_pointer (&fields));
  vlg_catalogue_draft_load (draft, without);
  g_assert_nonnull (strstr (vlg_catalogue_draft_get_problem (draft), "Soziales Miteinander"));
  g_assert_false (vlg_catalogue_draft_get_can_save (draft));
  vlg_catalogue_put_async (self->office, without, NULL, vlg_day_today (), NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_false (vlg_catalogue_put_finish (self->office, result, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_CONFLICT);
  g_clear_error (&error);

  vlg_catalogue_draft_undo (draft);
  vlg_catalogue_draft_undo (draft);
  g_object_set (goal, "retired", TRUE, NULL);
  error = save (draft);
  g_assert_no_error (error);
  g_assert_true (vlg_leitbild_get_goal (get_present (self), "M01")->retired);
}

/* All bytes that tell what was: versions and journal. */
static char *
hash_history (OfficeFixture *self,
              const char    *uid)
{
  g_autofree char *path = g_build_filename (self->folder, "vorlage.db", NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  static const char *const queries[] = {
    "SELECT v.snapshot FROM version v JOIN motion m ON m.id = v.motion_id WHERE m.uid = ? ORDER BY v.id",
    "SELECT payload FROM journal WHERE motion_uid = ? ORDER BY sequence",
  };
  sqlite3 *db = NULL;
  guint n = 0;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, queries[i], -1, &statement, NULL), ==, SQLITE_OK);
      sqlite3_bind_text (statement, 1, uid, -1, SQLITE_STATIC);
      for (; sqlite3_step (statement) == SQLITE_ROW; n++)
        g_checksum_update (checksum, sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);
  g_assert_cmpuint (n, >=, 4);

  return g_strdup (g_checksum_get_string (checksum));
}

static GBytes *
print (OfficeFixture *self,
       const char    *uid)
{
  g_autofree char *path = g_build_filename (self->folder, "paper.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VlgMotion) motion = draft_fixture_stored (self, uid);
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  g_assert_true (vlg_office_export (self->office, motion, file, VLG_EXPORT_DEFAULT, NULL, &error));
  g_assert_no_error (error);
  pdf = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);

  return pdf;
}

/* A catalogue revised in the middle of a year leaves what was made before as it was: every stored byte, and the paper to come. */
static void
test_old_motions_stay (OfficeFixture *self,
                       gconstpointer  data)
{
  static const char *const codes[] = { "M01", NULL };
  g_autofree char *uid = add_motion (self, codes);
  g_autofree char *before = hash_history (self, uid);
  g_autofree char *after = NULL;
  g_autoptr (GBytes) paper = print (self, uid);
  g_autoptr (GBytes) paper_after = NULL;
  g_autoptr (VlgMotion) old = NULL;
  g_autoptr (VlgMotion) new = NULL;
  g_autoptr (VlgProfile) profile = NULL;
  VlgProfile *begun = g_object_ref (vlg_office_get_profile (self->office));

  revise (self);
  after = hash_history (self, uid);
  g_assert_cmpstr (after, ==, before);
  paper_after = print (self, uid);
  g_assert_true (g_bytes_equal (paper, paper_after));

  /* The window goes on with the new one, without being started again. */
  g_assert_true (vlg_office_get_profile (self->office) != begun);
  old = draft_fixture_stored (self, uid);
  g_assert_cmpstr (vlg_motion_get_profile_version (old), ==, vlg_profile_get_sha256 (begun));
  new = new_motion (self, NULL);
  g_assert_cmpstr (vlg_motion_get_profile_version (new), ==, vlg_profile_get_sha256 (vlg_office_get_profile (self->office)));
  g_assert_cmpuint (vlg_leitbild_get_n_fields (get_present (self)), ==, 5);
  profile = vlg_office_load_profile (self->office, old);
  g_assert_cmpuint (vlg_leitbild_get_n_fields (vlg_profile_get_leitbild (profile)), ==, 6);
  g_object_unref (begun);
}

static gboolean
has_profile (gpointer data)
{
  return vlg_draft_get_profile (data) != NULL;
}

static VlgFinding *
find_finding (VlgDraft   *draft,
              const char *rule)
{
  GListModel *findings = vlg_draft_get_findings (draft);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (VlgFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (vlg_finding_get_rule (finding), rule))
        return finding;
    }

  return NULL;
}

static gboolean
is_told_of (gpointer data)
{
  return find_finding (data, "leitbild-goal-replaced") != NULL;
}

static gboolean
is_told_no_more (gpointer data)
{
  return find_finding (data, "leitbild-goal-replaced") == NULL;
}

/* A draft is told that its goal was replaced, and moved by one deed that can be taken back; what was submitted stays. */
static void
test_move (OfficeFixture *self,
           gconstpointer  data)
{
  static const char *const codes[] = { "M01", NULL };
  g_autofree char *uid = add_motion (self, codes);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, uid);
  VlgMotion *motion = vlg_draft_get_motion (draft);
  g_autofree char *begun = g_strdup (vlg_motion_get_profile_version (motion));
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (VlgMotion) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *mend = NULL;

  vlg_leitbild_rules_tick (motion, get_present (self), "commerce", TRUE);
  vlg_mark_set_rationale (vlg_leitbild_rules_find (motion, "commerce"), "Weil der Markt belebt wird.");
  error = draft_fixture_flush (draft);
  g_assert_no_error (error);
  g_assert_false (vlg_draft_get_can_use_present (draft));

  revise (self);
  g_assert_true (vlg_draft_get_can_use_present (draft));
  g_assert_cmpstr (vlg_profile_get_sha256 (vlg_draft_get_profile (draft)), ==, begun);
  office_fixture_wait_until (is_told_of, draft);
  mend = vlg_draft_get_mend (draft, find_finding (draft, "leitbild-goal-replaced"));
  g_assert_nonnull (mend);
  g_assert_true (vlg_draft_mend (draft, find_finding (draft, "leitbild-goal-replaced")));
  assert_marks (motion, "culture[] community[M02]");
  g_assert_cmpstr (vlg_mark_get_rationale (vlg_leitbild_rules_find (motion, "culture")), ==, "Weil der Markt belebt wird.");
  g_assert_false (vlg_draft_get_can_use_present (draft));
  office_fixture_wait_until (is_told_no_more, draft);

  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_LEITBILD);
  assert_marks (motion, "commerce[] community[M01]");
  g_assert_cmpstr (vlg_motion_get_profile_version (motion), ==, begun);
  g_assert_true (vlg_draft_get_can_use_present (draft));
  g_assert_cmpint (vlg_draft_redo (draft), ==, VLG_FIELD_LEITBILD);
  error = draft_fixture_close (draft);
  g_assert_no_error (error);
  draft_fixture_drop (&draft);
  stored = draft_fixture_stored (self, uid);
  assert_marks (stored, "culture[] community[M02]");
  g_assert_cmpstr (vlg_motion_get_profile_version (stored), ==, vlg_profile_get_sha256 (vlg_office_get_profile (self->office)));

  /* A motion made of an old one begins with what is offered now. */
  {
    g_autofree char *old = add_motion (self, codes);

    copy = new_motion (self, old);
    assert_marks (copy, "community[M02]");
  }

  /* A field that is not ticked is not ticked in the copy either, and the copy no more relevant. */
  {
    g_autofree char *old = add_motion (self, codes);
    g_autoptr (VlgMotion) plain = NULL;

    draft = draft_fixture_open (self, old);
    vlg_mark_set_ticked (vlg_leitbild_rules_find (vlg_draft_get_motion (draft), "community"), FALSE);
    vlg_mark_set_goals (vlg_leitbild_rules_find (vlg_draft_get_motion (draft), "community"), codes);
    vlg_motion_set_relevance (vlg_draft_get_motion (draft), VLG_RELEVANCE_UNDECIDED);
    error = draft_fixture_close (draft);
    g_assert_no_error (error);
    draft_fixture_drop (&draft);
    plain = new_motion (self, old);
    assert_marks (plain, "community[M02]");
    g_assert_false (vlg_mark_get_ticked (vlg_leitbild_rules_find (plain, "community")));
    g_assert_cmpint (vlg_motion_get_relevance (plain), ==, VLG_RELEVANCE_UNDECIDED);
  }

  /* What has left the desk is not moved. */
  draft = draft_fixture_open (self, uid);
  vlg_motion_set_stage (vlg_draft_get_motion (draft), VLG_STAGE_SUBMITTED);
  vlg_motion_set_profile_version (vlg_draft_get_motion (draft), begun);
  office_fixture_wait_until (has_profile, draft);
  g_assert_false (vlg_draft_get_can_use_present (draft));
  g_assert_false (vlg_draft_use_present (draft));
  vlg_draft_set_given_up (draft, TRUE);
  draft_fixture_drop (&draft);
}

/* What was submitted stays under its catalogue, whatever undo would take back; and what is typed then is stored. */
static void
test_undo_after_submission (OfficeFixture *self,
                            gconstpointer  data)
{
  static const char *const codes[] = { "M01", NULL };
  g_autofree char *uid = add_motion (self, codes);
  g_autofree char *present = NULL;
  g_autofree char *begun = NULL;
  g_autoptr (VlgDraft) draft = NULL;
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (GError) error = NULL;
  VlgMotion *motion;

  revise (self);
  present = g_strdup (vlg_profile_get_sha256 (vlg_office_get_profile (self->office)));
  draft = draft_fixture_open (self, uid);
  motion = vlg_draft_get_motion (draft);
  begun = g_strdup (vlg_motion_get_profile_version (motion));
  g_assert_true (vlg_draft_use_present (draft));
  error = draft_fixture_flush (draft);
  g_assert_no_error (error);
  vlg_motion_set_stage (motion, VLG_STAGE_SUBMITTED);
  error = draft_fixture_flush (draft);
  g_assert_no_error (error);

  vlg_draft_undo (draft);
  vlg_draft_undo (draft);
  vlg_draft_undo (draft);
  g_assert_cmpstr (vlg_motion_get_profile_version (motion), ==, present);
  assert_marks (motion, "community[M02]");
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, "Danach geschrieben.");
  error = draft_fixture_close (draft);
  g_assert_no_error (error);
  draft_fixture_drop (&draft);
  stored = draft_fixture_stored (self, uid);
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_REASONING), ==, "Danach geschrieben.");
  g_clear_object (&stored);

  /* Nor do the steps of an earlier session lead there. */
  draft = draft_fixture_open (self, uid);
  motion = vlg_draft_get_motion (draft);
  draft_fixture_spin (300);
  for (guint i = 0; i < 6; i++)
    vlg_draft_undo (draft);
  g_assert_cmpstr (vlg_motion_get_profile_version (motion), ==, present);

  /* However it came about: the texts are stored without it, and it stays said. */
  vlg_motion_set_profile_version (motion, begun);
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, "Doch gespeichert.");
  error = draft_fixture_flush (draft);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FROZEN);
  draft_fixture_spin (600);
  stored = draft_fixture_stored (self, uid);
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_REASONING), ==, "Doch gespeichert.");
  g_assert_cmpstr (vlg_motion_get_profile_version (stored), ==, present);
  vlg_draft_set_given_up (draft, TRUE);
  draft_fixture_drop (&draft);
}

/* Who began before another one saved is told before anything of the other's is dropped. */
static void
test_two_people (OfficeFixture *self,
                 gconstpointer  data)
{
  g_autoptr (VlgCatalogueDraft) first = open_catalogue (self);
  g_autoptr (VlgCatalogueDraft) second = open_catalogue (self);
  g_autoptr (GError) error = NULL;

  g_object_set (find_field (second, "city"), "name", "Stadt", NULL);
  vlg_catalogue_draft_add_goal (first, find_field (first, "community"));
  error = save (first);
  g_assert_no_error (error);
  draft_fixture_spin (200);
  error = save (second);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_CONFLICT);
  g_assert_nonnull (vlg_leitbild_get_goal (get_present (self), "M02"));
  g_clear_error (&error);
  /* Who was asked may replace it. */
  vlg_catalogue_draft_overtake (second);
  error = save (second);
  g_assert_no_error (error);
  g_assert_null (vlg_leitbild_get_goal (get_present (self), "M02"));

  /* A number that was given once is never given again, also not after the version that gave it. */
  vlg_catalogue_draft_add_goal (second, find_field (second, "community"));
  g_assert_nonnull (find_goal (find_field (second, "community"), "M03"));
}

static gboolean
is_followed (gpointer data)
{
  return vlg_leitbild_get_goal (vlg_profile_get_leitbild (vlg_office_get_profile (data)), "M02") != NULL;
}

/* Another window, another program: whoever has the file open follows. */
static void
test_others_follow (OfficeFixture *self,
                    gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "vorlage.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgStore) store = vlg_sqlite_store_open (path, &error);
  g_autoptr (VlgActor) actor = vlg_actor_new (1001, "Someone Else");
  g_autoptr (VlgOffice) other = vlg_office_new (store, actor, &error);
  g_autoptr (VlgCatalogueDraft) clean = vlg_catalogue_draft_new (other);
  g_autoptr (VlgCatalogueDraft) written = vlg_catalogue_draft_new (other);
  gboolean overtaken;

  g_assert_no_error (error);
  office_fixture_wait_until (is_read, clean);
  office_fixture_wait_until (is_read, written);
  g_object_set (find_field (written, "city"), "name", "Stadt", NULL);
  revise (self);
  office_fixture_wait_until (is_followed, other);
  g_assert_nonnull (vlg_leitbild_get_goal (vlg_catalogue_draft_get_leitbild (clean), "M02"));
  /* What somebody writes is not taken away. */
  g_assert_cmpstr (vlg_catalogue_field_get_name (find_field (written, "city")), ==, "Stadt");
  g_object_get (written, "overtaken", &overtaken, NULL);
  g_assert_true (overtaken);
}

/* One that is valid later is listed, and not in force. */
static void
test_versions (OfficeFixture *self,
               gconstpointer  data)
{
  g_autoptr (VlgCatalogueDraft) draft = open_catalogue (self);
  VlgDay day = vlg_day_today () + 30;
  g_autoptr (VlgCatalogueVersion) later = NULL;
  g_autoptr (VlgCatalogueVersion) first = NULL;
  g_autoptr (GError) error = NULL;

  vlg_catalogue_draft_add_goal (draft, find_field (draft, "community"));
  g_object_set (draft, "valid-from", day, NULL);
  error = save (draft);
  g_assert_no_error (error);
  draft_fixture_spin (200);
  g_assert_null (vlg_leitbild_get_goal (get_present (self), "M02"));
  g_assert_cmpuint (g_list_model_get_n_items (vlg_catalogue_draft_get_versions (draft)), ==, 2);
  later = g_list_model_get_item (vlg_catalogue_draft_get_versions (draft), 0);
  first = g_list_model_get_item (vlg_catalogue_draft_get_versions (draft), 1);
  g_assert_cmpuint (vlg_catalogue_version_get_from (later), ==, day);
  g_assert_false (vlg_catalogue_version_is_present (later));
  g_assert_true (vlg_catalogue_version_is_present (first));
  g_assert_cmpuint (vlg_catalogue_version_get_to (first), ==, day - 1);

  /* One that would never come into force is none. */
  vlg_catalogue_draft_add_goal (draft, find_field (draft, "community"));
  g_assert_true (vlg_catalogue_draft_get_can_save (draft));
  g_object_set (draft, "valid-from", vlg_day_today () - 1, NULL);
  g_assert_false (vlg_catalogue_draft_get_can_save (draft));
  error = save (draft);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  g_clear_error (&error);

  /* Nor one that the later one would drop again: that one is to be changed. */
  g_object_set (draft, "valid-from", vlg_day_today (), NULL);
  g_assert_false (vlg_catalogue_draft_get_can_save (draft));
  error = save (draft);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  g_clear_error (&error);
  {
    g_autoptr (GAsyncResult) result = NULL;

    vlg_catalogue_put_async (self->office, vlg_catalogue_draft_get_leitbild (draft), NULL, vlg_day_today (), NULL, office_fixture_keep_result, &result);
    office_fixture_await (&result);
    g_assert_false (vlg_catalogue_put_finish (self->office, result, &error));
    g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
    g_clear_error (&error);
  }
  g_object_set (draft, "valid-from", day, NULL);
  g_assert_true (vlg_catalogue_draft_get_can_save (draft));
  error = save (draft);
  g_assert_no_error (error);
}

static VlgLeitbildReport *
count (OfficeFixture *self)
{
  VlgLeitbildQuery query = { vlg_day_today () - 400, vlg_day_today () + 400, VLG_REPORT_YEARS, NULL, 1u << VLG_STATE_DRAFT };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  VlgLeitbildReport *report;

  vlg_leitbild_desk_report_async (self->office, &query, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  report = vlg_leitbild_desk_report_finish (self->office, result, &error);
  g_assert_no_error (error);

  return report;
}

static const VlgReportGoal *
find_row (VlgLeitbildReport *report,
          const char        *code)
{
  for (guint i = 0; i < report->goals->len; i++)
    if (g_str_equal (((VlgReportGoal *) report->goals->pdata[i])->code, code))
      return report->goals->pdata[i];

  return NULL;
}

/* Old codes count under what stands for them now, and a motion that named both counts once: against a recount of the motions one by one. */
static void
test_figures (OfficeFixture *self,
              gconstpointer  data)
{
  static const char *const choices[][4] = { { "M01" }, { "M01", "M05" }, { "M05" }, { "M05", "M06" }, { "M06", "M77" }, { "M01", "M06" } };
  g_autoptr (VlgCatalogueDraft) draft = NULL;
  g_autoptr (VlgLeitbildReport) report = NULL;
  g_autoptr (GError) error = NULL;
  VlgCatalogueField *community;
  VlgCatalogueGoal *goal;
  guint n_joined = 0, n_retired = 0, n_free = 0;
  g_autofree char *label = NULL;

  draft = open_catalogue (self);
  community = find_field (draft, "community");
  for (guint i = 5; i <= 6; i++)
    {
      g_autofree char *code = g_strdup_printf ("M%02u", i);

      goal = vlg_catalogue_draft_add_goal (draft, community);
      g_object_set (goal, "code", code, NULL);
    }
  error = save (draft);
  g_assert_no_error (error);
  for (guint i = 0; i < 24; i++)
    {
      const char *const *codes = choices[g_test_rand_int_range (0, G_N_ELEMENTS (choices))];
      g_autofree char *uid = add_motion (self, codes);

      n_joined += g_strv_contains (codes, "M01") || g_strv_contains (codes, "M05");
      n_retired += g_strv_contains (codes, "M06");
      n_free += g_strv_contains (codes, "M77");
    }

  goal = vlg_catalogue_draft_add_goal (draft, community);
  g_object_set (goal, "code", "M10", NULL);
  vlg_catalogue_draft_replace (draft, goal, "M01, M05");
  g_object_set (find_goal (community, "M06"), "retired", TRUE, NULL);
  error = save (draft);
  g_assert_no_error (error);

  report = count (self);
  g_assert_null (find_row (report, "M01"));
  g_assert_null (find_row (report, "M05"));
  g_assert_cmpuint (find_row (report, "M10")->n_motions, ==, n_joined);
  g_assert_cmpuint (g_strv_length (find_row (report, "M10")->old_codes), ==, 2);
  if (n_retired > 0)
    {
      g_assert_cmpuint (find_row (report, "M06")->n_motions, ==, n_retired);
      label = vlg_report_goal_get_label (find_row (report, "M06"));
      g_assert_cmpstr (label, ==, "M06 (retired)");
    }
  if (n_free > 0)
    g_assert_cmpuint (find_row (report, "M77")->n_motions, ==, n_free);
}

/* Suggested is what can be chosen now: the successor, never what is retired. */
static void
test_suggestions (OfficeFixture *self,
                  gconstpointer  data)
{
  static const char *const codes[] = { "M01", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgLeitbildHints) hints = NULL;
  g_autoptr (VlgMotion) motion = NULL;
  const VlgLeitbildHint *hint;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *uid = add_motion (self, codes);
    }
  revise (self);
  motion = new_motion (self, NULL);
  vlg_leitbild_desk_suggest_async (self->office, motion, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  hints = vlg_leitbild_desk_suggest_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hints->hints->len, ==, 1);
  hint = hints->hints->pdata[0];
  g_assert_cmpstr (hint->field, ==, "community");
  g_assert_cmpstr (hint->goals[0], ==, "M02");
  g_assert_null (hint->goals[1]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("undo", test_undo);
  ADD ("problems", test_problems);
  ADD ("in-use", test_in_use);
  ADD ("old-motions-stay", test_old_motions_stay);
  ADD ("move", test_move);
  ADD ("undo-after-submission", test_undo_after_submission);
  ADD ("two-people", test_two_people);
  ADD ("others-follow", test_others_follow);
  ADD ("versions", test_versions);
  ADD ("figures", test_figures);
  ADD ("suggestions", test_suggestions);

  return g_test_run ();
}
