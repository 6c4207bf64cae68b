/* test-draft-undo.c — steps taken back and done again, in one session and over several
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-fixture.h"
#include "vlg-motions.h"

#define ADD(path, function) \
  g_test_add ("/draft-undo/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)

#define N_OPERATIONS 60

static void
set_title (VlgDraft   *draft,
           const char *title)
{
  vlg_motion_set_text (vlg_draft_get_motion (draft), VLG_FIELD_TITLE, title);
}

static const char *
get_title (VlgDraft *draft)
{
  return vlg_motion_get_text (vlg_draft_get_motion (draft), VLG_FIELD_TITLE);
}

static guint
count_rows (VlgDraft *draft)
{
  return g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_consultations (vlg_draft_get_motion (draft))));
}

static void
test_across_fields (OfficeFixture *self,
                    gconstpointer  data)
{
  g_autoptr (VlgMotion) start = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (start));
  g_autoptr (VlgMotion) end = NULL;
  g_autoptr (VlgMotion) stored = NULL;
  VlgMotion *motion = vlg_draft_get_motion (draft);
  GListStore *rows = vlg_motion_get_consultations (motion);
  g_autoptr (VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (rows), 1);

  g_assert_false (vlg_draft_get_can_undo (draft));
  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_NONE);

  set_title (draft, "Neue Laternen");
  draft_fixture_spin (5);
  vlg_consultation_set_day (row, VLG_DAY_NONE);
  draft_fixture_spin (5);
  g_list_store_remove (rows, 0);
  draft_fixture_spin (5);
  vlg_motion_set_visibility (motion, VLG_VISIBILITY_NON_PUBLIC);
  draft_fixture_spin (5);
  end = vlg_motion_copy (motion);
  g_assert_true (vlg_draft_get_can_undo (draft));
  g_assert_false (vlg_draft_get_can_redo (draft));

  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_VISIBILITY);
  g_assert_cmpint (vlg_motion_get_visibility (motion), ==, VLG_VISIBILITY_UNDECIDED);
  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_CONSULTATIONS);
  g_assert_cmpuint (count_rows (draft), ==, 2);
  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_CONSULTATIONS);
  /* The row a widget is bound to is the same object. */
  g_assert_cmpuint (vlg_consultation_get_day (row), ==, vlg_day_new (2031, 3, 19));
  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_TITLE);
  g_assert_true (vlg_motion_equal (motion, start));
  g_assert_false (vlg_draft_get_can_undo (draft));
  g_assert_true (vlg_draft_get_can_redo (draft));

  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (vlg_draft_redo (draft), !=, VLG_FIELD_NONE);
  g_assert_true (vlg_motion_equal (motion, end));
  g_assert_false (vlg_draft_get_can_redo (draft));
  g_assert_no_error (draft_fixture_flush (draft));
  stored = draft_fixture_stored (self, vlg_motion_get_uid (start));
  g_assert_true (vlg_motion_equal (stored, end));
  draft_fixture_drop (&draft);
}

static void
test_typing_is_one_step (OfficeFixture *self,
                         gconstpointer  data)
{
  g_autoptr (VlgMotion) start = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (start));
  g_autoptr (GString) text = g_string_new (NULL);

  /* Over two seconds, with autosaves in between. */
  for (guint i = 0; i < 24; i++)
    {
      g_string_append_c (text, 'a' + i);
      set_title (draft, text->str);
      draft_fixture_spin (100);
    }
  draft_fixture_spin (1100);
  g_string_append_c (text, '!');
  set_title (draft, text->str);
  draft_fixture_spin (20);

  vlg_draft_undo (draft);
  g_assert_cmpstr (get_title (draft), ==, "abcdefghijklmnopqrstuvwx");
  vlg_draft_undo (draft);
  g_assert_cmpstr (get_title (draft), ==, "Laternen am Ufer");
  g_assert_false (vlg_draft_get_can_undo (draft));
  vlg_draft_redo (draft);
  g_assert_cmpstr (get_title (draft), ==, "abcdefghijklmnopqrstuvwx");

  /* A new change is the end of what could be done again. */
  set_title (draft, "anders");
  g_assert_false (vlg_draft_get_can_redo (draft));
  vlg_draft_undo (draft);
  g_assert_cmpstr (get_title (draft), ==, "abcdefghijklmnopqrstuvwx");
  draft_fixture_drop (&draft);
}

static void
test_steps_end (OfficeFixture *self,
                gconstpointer  data)
{
  g_autoptr (VlgMotion) start = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (start));

  set_title (draft, "eins");
  draft_fixture_spin (5);
  vlg_draft_end_step (draft);
  set_title (draft, "zwei");
  draft_fixture_spin (5);
  vlg_draft_undo (draft);
  g_assert_cmpstr (get_title (draft), ==, "eins");

  vlg_draft_begin_group (draft);
  set_title (draft, "drei");
  draft_fixture_spin (5);
  vlg_motion_set_visibility (vlg_draft_get_motion (draft), VLG_VISIBILITY_PUBLIC);
  draft_fixture_spin (5);
  set_title (draft, "vier");
  vlg_draft_end_group (draft);
  vlg_draft_undo (draft);
  g_assert_cmpstr (get_title (draft), ==, "eins");
  g_assert_cmpint (vlg_motion_get_visibility (vlg_draft_get_motion (draft)), ==, VLG_VISIBILITY_UNDECIDED);

  /* What comes back to where it was is no step. */
  set_title (draft, "fünf");
  set_title (draft, "eins");
  draft_fixture_spin (5);
  vlg_draft_undo (draft);
  g_assert_cmpstr (get_title (draft), ==, "Laternen am Ufer");
  draft_fixture_drop (&draft);
}

static void
test_after_reopening (OfficeFixture *self,
                      gconstpointer  data)
{
  g_autoptr (VlgMotion) start = draft_fixture_motion (self);
  const char *uid = vlg_motion_get_uid (start);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, uid);
  g_autoptr (VlgMotion) end = NULL;
  guint n_steps = 0;

  set_title (draft, "Neue Laternen");
  g_assert_no_error (draft_fixture_flush (draft));
  draft_fixture_add_row (vlg_draft_get_motion (draft), "Hauptausschuss", vlg_day_new (2031, 3, 10));
  draft_fixture_spin (5);
  g_assert_no_error (draft_fixture_flush (draft));
  vlg_motion_set_text (vlg_draft_get_motion (draft), VLG_FIELD_REASONING, "Sie flackern.");
  g_assert_no_error (draft_fixture_flush (draft));
  end = vlg_motion_copy (vlg_draft_get_motion (draft));
  /* One step is taken back before it is closed. */
  vlg_draft_undo (draft);
  g_assert_no_error (draft_fixture_close (draft));
  draft_fixture_drop (&draft);

  draft = draft_fixture_open (self, uid);
  g_assert_true (vlg_draft_get_can_undo (draft));
  g_assert_true (vlg_draft_get_can_redo (draft));
  while (vlg_draft_undo (draft) != VLG_FIELD_NONE)
    n_steps++;
  g_assert_cmpuint (n_steps, ==, 2);
  g_assert_true (vlg_motion_equal (vlg_draft_get_motion (draft), start));
  g_assert_no_error (draft_fixture_flush (draft));
  draft_fixture_drop (&draft);

  /* All of it can be done again after another restart. */
  draft = draft_fixture_open (self, uid);
  g_assert_false (vlg_draft_get_can_undo (draft));
  while (vlg_draft_redo (draft) != VLG_FIELD_NONE)
    ;
  g_assert_true (vlg_motion_equal (vlg_draft_get_motion (draft), end));
  draft_fixture_drop (&draft);
}

static void
test_typing_is_one_step_after_reopening (OfficeFixture *self,
                                         gconstpointer  data)
{
  g_autoptr (VlgMotion) start = draft_fixture_motion (self);
  const char *uid = vlg_motion_get_uid (start);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, uid);
  g_autoptr (GString) text = g_string_new ("Laternen am Ufer");

  for (guint i = 0; i < 6; i++)
    {
      g_string_append (text, " ä");
      set_title (draft, text->str);
      g_assert_no_error (draft_fixture_flush (draft));
    }
  draft_fixture_drop (&draft);
  draft = draft_fixture_open (self, uid);
  vlg_draft_undo (draft);
  g_assert_cmpstr (get_title (draft), ==, "Laternen am Ufer");
  vlg_draft_redo (draft);
  g_assert_cmpstr (get_title (draft), ==, text->str);
  draft_fixture_drop (&draft);
}

static gpointer
change_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (VlgActor) actor = vlg_actor_new (1001, "Jemand anderes");

  vlg_motions_update (db, data, actor, error);

  return NULL;
}

/* Somebody else sets a field. */
static void
change_elsewhere (OfficeFixture *self,
                  const char    *uid,
                  VlgField       field,
                  const char    *text)
{
  g_autoptr (VlgMotion) motion = draft_fixture_stored (self, uid);
  g_autoptr (GError) error = NULL;

  vlg_motion_set_text (motion, field, text);
  vlg_store_write (self->store, change_job, motion, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_their_title (gpointer data)
{
  return g_str_equal (get_title (data), "ihr Titel");
}

static void
test_not_across_another_writer (OfficeFixture *self,
                                gconstpointer  data)
{
  g_autoptr (VlgMotion) start = draft_fixture_motion (self);
  const char *uid = vlg_motion_get_uid (start);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, uid);

  set_title (draft, "mein Titel");
  g_assert_no_error (draft_fixture_flush (draft));
  vlg_motion_set_text (vlg_draft_get_motion (draft), VLG_FIELD_SUBMITTER, "Tiefbauamt");
  g_assert_no_error (draft_fixture_flush (draft));
  change_elsewhere (self, uid, VLG_FIELD_TITLE, "ihr Titel");
  office_fixture_wait_until (has_their_title, draft);

  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_SUBMITTER);
  g_assert_false (vlg_draft_get_can_undo (draft));
  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_NONE);
  g_assert_cmpstr (get_title (draft), ==, "ihr Titel");
  g_assert_cmpint (vlg_draft_redo (draft), ==, VLG_FIELD_SUBMITTER);
  g_assert_no_error (draft_fixture_close (draft));
  draft_fixture_drop (&draft);

  /* Nor after a restart. */
  draft = draft_fixture_open (self, uid);
  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_SUBMITTER);
  g_assert_false (vlg_draft_get_can_undo (draft));
  g_assert_cmpstr (get_title (draft), ==, "ihr Titel");
  draft_fixture_drop (&draft);
}

static void
test_not_across_a_confirmation (OfficeFixture *self,
                                gconstpointer  data)
{
  g_autoptr (VlgMotion) start = draft_fixture_motion (self);
  const char *uid = vlg_motion_get_uid (start);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, uid);
  g_autoptr (VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (vlg_draft_get_motion (draft))), 0);

  set_title (draft, "Titel");
  g_assert_no_error (draft_fixture_flush (draft));
  vlg_consultation_set_day (row, vlg_day_new (2031, 4, 1));
  g_assert_no_error (draft_fixture_flush (draft));
  draft_fixture_spin (5);
  vlg_consultation_set_confirmation (row, "Muster", "Vorsitzende", 1000000);
  g_assert_no_error (draft_fixture_flush (draft));
  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_TITLE);
  g_assert_false (vlg_draft_get_can_undo (draft));
  g_assert_cmpstr (vlg_consultation_get_confirmed_by (row), ==, "Muster");
  vlg_draft_redo (draft);
  g_assert_no_error (draft_fixture_flush (draft));
  draft_fixture_drop (&draft);

  draft = draft_fixture_open (self, uid);
  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_TITLE);
  g_assert_false (vlg_draft_get_can_undo (draft));
  draft_fixture_drop (&draft);
}

/* Any changes, in any order. */

static char *
random_text (void)
{
  static const char * const words[] = { "Straße", "Brücke", "und", "der", "Stadtrat", "\n\n", "**fett**", "größer", "„so“", "", "x", "🏛" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
    g_string_append_printf (text, "%s ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

/* Writes somewhere into the text. */
static void
edit_text (VlgMotion *motion,
           VlgField   field)
{
  const char *old = vlg_motion_get_text (motion, field);
  glong length = g_utf8_strlen (old, -1);
  const char *from = g_utf8_offset_to_pointer (old, g_test_rand_int_range (0, (int) length + 1));
  g_autofree char *head = g_strndup (old, (gsize) (from - old));
  g_autofree char *added = random_text ();
  g_autofree char *text = g_strconcat (head, added, g_test_rand_bit () && *from != '\0' ? g_utf8_next_char (from) : from, NULL);

  vlg_motion_set_text (motion, field, text);
}

static gpointer
random_row (GListStore *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (GObject) row = n > 0 ? g_list_model_get_item (G_LIST_MODEL (list), (guint) g_test_rand_int_range (0, (int) n)) : NULL;

  return row;
}

static void
move_row (GListStore *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (GObject) row = NULL;
  guint from;

  if (n < 2)
    return;
  from = (guint) g_test_rand_int_range (0, (int) n);
  row = g_list_model_get_item (G_LIST_MODEL (list), from);
  g_list_store_remove (list, from);
  g_list_store_insert (list, (guint) g_test_rand_int_range (0, (int) n), row);
}

static void
change_rows (VlgMotion *motion)
{
  GListStore *rows = vlg_motion_get_consultations (motion);
  VlgConsultation *row = random_row (rows);
  g_autofree char *text = random_text ();
  g_autofree char *body = g_strdelimit (g_strdup (text), "\n", ' ');
  VlgVotes votes = { g_test_rand_int_range (-1, 50), 3, -1, -1, -1 };

  switch (row == NULL ? 0 : g_test_rand_int_range (0, 7))
    {
    case 0:
      draft_fixture_add_row (motion, body, vlg_day_new (2031, 5, 1) + (guint) g_test_rand_int_range (0, 300));
      break;
    case 1:
      g_list_store_remove (rows, 0);
      break;
    case 2:
      move_row (rows);
      break;
    case 3:
      vlg_consultation_set_body (row, body);
      break;
    case 4:
      vlg_consultation_set_day (row, VLG_DAY_NONE);
      vlg_consultation_set_role (row, VLG_ROLE_DECISION);
      break;
    case 5:
      vlg_consultation_set_votes (row, &votes);
      break;
    default:
      vlg_consultation_set_result (row, (VlgResult) g_test_rand_int_range (0, VLG_RESULT_WITHDRAWN + 1));
      break;
    }
}

static void
change_annexes (VlgMotion *motion)
{
  GListStore *annexes = vlg_motion_get_annexes (motion);
  VlgAnnex *annex = random_row (annexes);
  g_autoptr (VlgAnnex) added = NULL;
  g_autofree char *text = random_text ();

  switch (annex == NULL ? 0 : g_test_rand_int_range (0, 4))
    {
    case 0:
      added = vlg_annex_new ();
      vlg_annex_set_number (added, g_list_model_get_n_items (G_LIST_MODEL (annexes)) + 1);
      g_list_store_append (annexes, added);
      break;
    case 1:
      vlg_annex_set_text (annex, text);
      break;
    case 2:
      vlg_annex_set_visibility (annex, VLG_VISIBILITY_PUBLIC);
      break;
    default:
      move_row (annexes);
      break;
    }
}

static void
change_others (VlgMotion *motion)
{
  g_autoptr (VlgMark) mark = vlg_mark_new (g_test_rand_bit () ? "culture" : "mobility");
  const char *goals[] = { "M01", "M03", NULL };
  g_autoptr (VlgMotionNumber) target = vlg_motion_number_new ("BV", (guint) g_test_rand_int_range (1, 500), 2030, NULL, NULL);
  g_autoptr (VlgRelation) relation = vlg_relation_new (VLG_RELATION_AMENDS, target);
  g_autofree char *name = random_text ();
  g_autoptr (VlgSignatory) signatory = vlg_signatory_new (name, "Dezernent", VLG_BLOCK_SUBMITTER, VLG_DAY_NONE, VLG_DAY_NONE);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      vlg_mark_set_ticked (mark, TRUE);
      vlg_mark_set_goals (mark, goals);
      g_list_store_append (vlg_motion_get_marks (motion), mark);
      break;
    case 1:
      vlg_motion_set_relevance (motion, (VlgRelevance) g_test_rand_int_range (0, 3));
      break;
    case 2:
      g_list_store_append (vlg_motion_get_relations (motion), relation);
      break;
    case 3:
      g_list_store_insert (vlg_motion_get_signatories (motion), 0, signatory);
      break;
    case 4:
      vlg_motion_set_decided_on (motion, vlg_day_new (2031, 6, 1));
      break;
    default:
      vlg_motion_set_kind (motion, g_test_rand_bit () ? "FV" : "IV");
      break;
    }
}

static void
operate (VlgDraft *draft)
{
  static const VlgField texts[] = { VLG_FIELD_TITLE, VLG_FIELD_RESOLUTION, VLG_FIELD_REASONING, VLG_FIELD_SUBMITTER };
  VlgMotion *motion = vlg_draft_get_motion (draft);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
    case 1:
    case 2:
      edit_text (motion, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
      break;
    case 3:
    case 4:
      change_rows (motion);
      break;
    case 5:
      change_annexes (motion);
      break;
    case 6:
      change_others (motion);
      break;
    default:
      vlg_draft_undo (draft);
      break;
    }
  if (g_test_rand_bit ())
    draft_fixture_spin (1);
  if (g_test_rand_int_range (0, 12) == 0)
    g_assert_no_error (draft_fixture_flush (draft));
}

static void
test_any_changes (OfficeFixture *self,
                  gconstpointer  data)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (VlgMotion) start = draft_fixture_motion (self);
      const char *uid = vlg_motion_get_uid (start);
      g_autoptr (VlgDraft) draft = draft_fixture_open (self, uid);
      VlgMotion *motion = vlg_draft_get_motion (draft);
      g_autoptr (VlgMotion) end = NULL;
      g_autoptr (VlgMotion) stored = NULL;

      for (guint i = 0; i < N_OPERATIONS; i++)
        operate (draft);
      draft_fixture_spin (2);
      vlg_draft_end_step (draft);
      while (vlg_draft_redo (draft) != VLG_FIELD_NONE)
        ;
      end = vlg_motion_copy (motion);

      while (vlg_draft_undo (draft) != VLG_FIELD_NONE)
        ;
      g_assert_true (vlg_motion_equal (motion, start));
      while (vlg_draft_redo (draft) != VLG_FIELD_NONE)
        ;
      g_assert_true (vlg_motion_equal (motion, end));
      g_assert_no_error (draft_fixture_flush (draft));
      stored = draft_fixture_stored (self, uid);
      g_assert_true (vlg_motion_equal (stored, end));
      draft_fixture_drop (&draft);

      /* And the same out of the store. */
      draft = draft_fixture_open (self, uid);
      motion = vlg_draft_get_motion (draft);
      while (vlg_draft_undo (draft) != VLG_FIELD_NONE)
        ;
      g_assert_true (vlg_motion_equal (motion, start));
      while (vlg_draft_redo (draft) != VLG_FIELD_NONE)
        ;
      g_assert_true (vlg_motion_equal (motion, end));
      draft_fixture_drop (&draft);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("across-fields", test_across_fields);
  ADD ("typing-is-one-step", test_typing_is_one_step);
  ADD ("steps-end", test_steps_end);
  ADD ("after-reopening", test_after_reopening);
  ADD ("typing-is-one-step-after-reopening", test_typing_is_one_step_after_reopening);
  ADD ("not-across-another-writer", test_not_across_another_writer);
  ADD ("not-across-a-confirmation", test_not_across_a_confirmation);
  ADD ("any-changes", test_any_changes);

  return g_test_run ();
}
