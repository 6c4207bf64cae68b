/* test-templates.c — new motions from others and from templates, numbers kept for an office, standard sequences
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-fixture.h"
#include "vlg-files.h"
#include "vlg-new-motion.h"
#include "vlg-number-register.h"
#include "vlg-template-shelf.h"

#define ADD(path, function) \
  g_test_add ("/templates/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)

static VlgMotion *
make (OfficeFixture       *self,
      const VlgNewMotion  *how,
      GError             **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vlg_new_motion_async (self->office, how, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);

  return vlg_new_motion_finish (self->office, result, error);
}

static gboolean
save (OfficeFixture    *self,
      VlgTemplatePart   part,
      const char       *name,
      VlgMotion        *motion,
      VlgTemplate     **replaced,
      GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vlg_template_shelf_save_async (self->office, part, name, vlg_motion_get_uid (motion), NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);

  return vlg_template_shelf_put_finish (self->office, result, replaced, error);
}

static GPtrArray *
list (OfficeFixture   *self,
      VlgTemplatePart  part)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *templates;

  vlg_template_shelf_list_async (self->office, part, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  templates = vlg_template_shelf_list_finish (self->office, result, &error);
  g_assert_no_error (error);

  return templates;
}

static VlgTemplate *
take_out (OfficeFixture *self,
          VlgTemplate   *template)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  VlgTemplate *removed;

  vlg_template_shelf_remove_async (self->office, vlg_template_get_uid (template), NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  removed = vlg_template_shelf_remove_finish (self->office, result, &error);
  g_assert_no_error (error);

  return removed;
}

static gboolean
give_name (OfficeFixture  *self,
           VlgTemplate    *template,
           const char     *name,
           GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vlg_template_shelf_rename_async (self->office, vlg_template_get_uid (template), name, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);

  return vlg_template_shelf_rename_finish (self->office, result, error);
}

/* A motion that has been through a committee, with an annex and what an import leaves. Stored. */
static VlgMotion *
make_dealt_with (OfficeFixture *self)
{
  const VlgNewMotion how = { .kind = "BV", .origin = "II-66", .title = "Laternen am Ufer" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) made = make (self, &how, &error);
  g_autoptr (VlgDraft) draft = NULL;
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autoptr (VlgAnnex) source = vlg_annex_new ();
  g_autoptr (VlgMark) mark = vlg_mark_new ("M");
  VlgVotes votes = { .in_favour = 9, .against = 0, .abstentions = 1, .excluded = VLG_VOTES_ABSENT, .present = VLG_VOTES_ABSENT };
  VlgMotion *motion;

  g_assert_no_error (error);
  draft = draft_fixture_open (self, vlg_motion_get_uid (made));
  motion = vlg_draft_get_motion (draft);
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, "Die Laternen werden erneuert.");
  vlg_motion_set_text (motion, VLG_FIELD_UNRECOGNISED, "Stempel");
  vlg_consultation_set_body (row, "Stadtrat");
  vlg_consultation_set_role (row, VLG_ROLE_DECISION);
  vlg_consultation_set_visibility (row, VLG_VISIBILITY_PUBLIC);
  vlg_consultation_set_day (row, vlg_day_new (2026, 3, 4));
  vlg_consultation_set_votes (row, &votes);
  vlg_consultation_set_result (row, VLG_RESULT_ADOPTED);
  vlg_consultation_set_confirmation (row, "Frau Beispiel", "Schriftführerin", 1);
  g_list_store_append (vlg_motion_get_consultations (motion), row);
  vlg_annex_set_number (annex, 1);
  vlg_annex_set_title (annex, "Kostenplan");
  vlg_annex_set_text (annex, "4000 Euro");
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
  vlg_annex_set_title (source, "Original");
  vlg_annex_set_source (source, TRUE);
  g_list_store_append (vlg_motion_get_annexes (motion), source);
  vlg_mark_set_ticked (mark, TRUE);
  g_list_store_append (vlg_motion_get_marks (motion), mark);
  vlg_motion_set_decided_on (motion, vlg_day_new (2026, 3, 4));
  g_assert_no_error (draft_fixture_flush (draft));
  g_object_ref (motion);
  draft_fixture_drop (&draft);

  return motion;
}

static void
assert_is_new (VlgMotion *motion,
               VlgMotion *from)
{
  g_autoptr (VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (motion)), 0);
  g_autoptr (VlgConsultation) old = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (from)), 0);
  g_autoptr (VlgAnnex) annex = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_annexes (motion)), 0);

  g_assert_cmpstr (vlg_motion_get_uid (motion), !=, vlg_motion_get_uid (from));
  g_assert_cmpstr (vlg_motion_get_number_text (motion), !=, vlg_motion_get_number_text (from));
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_DRAFT);
  g_assert_cmpuint (vlg_motion_get_decided_on (motion), ==, VLG_DAY_NONE);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "Die Laternen werden erneuert.");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_consultations (motion))), ==, 1);
  g_assert_cmpstr (vlg_consultation_get_uid (row), !=, vlg_consultation_get_uid (old));
  g_assert_cmpstr (vlg_consultation_get_body (row), ==, "Stadtrat");
  g_assert_cmpint (vlg_consultation_get_role (row), ==, VLG_ROLE_DECISION);
  g_assert_cmpint (vlg_consultation_get_visibility (row), ==, VLG_VISIBILITY_PUBLIC);
  g_assert_cmpuint (vlg_consultation_get_day (row), ==, VLG_DAY_NONE);
  g_assert_true (vlg_votes_is_none (vlg_consultation_get_votes (row)));
  g_assert_cmpint (vlg_consultation_get_result (row), ==, VLG_RESULT_NONE);
  g_assert_cmpstr (vlg_consultation_get_confirmed_by (row), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_annexes (motion))), ==, 1);
  g_assert_cmpstr (vlg_annex_get_title (annex), ==, "Kostenplan");
  g_assert_cmpstr (vlg_annex_get_text (annex), ==, "4000 Euro");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_marks (motion))), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_relations (motion))), ==, 0);
}

static void
test_duplicate (OfficeFixture *self,
                gconstpointer  data)
{
  g_autoptr (VlgMotion) from = make_dealt_with (self);
  const VlgNewMotion how = { .from_uid = vlg_motion_get_uid (from) };
  const VlgNewMotion gone = { .from_uid = "no such uid" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) copy = make (self, &how, &error);
  g_autoptr (VlgMotion) none = NULL;

  g_assert_no_error (error);
  assert_is_new (copy, from);
  g_assert_cmpstr (vlg_motion_get_text (copy, VLG_FIELD_TITLE), ==, "Laternen am Ufer");
  g_assert_cmpstr (vlg_motion_number_get_origin (vlg_motion_get_number (copy)), ==, "II-66");

  none = make (self, &gone, &error);
  g_assert_null (none);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND);
}

static void
test_template (OfficeFixture *self,
               gconstpointer  data)
{
  g_autoptr (VlgMotion) from = make_dealt_with (self);
  g_autoptr (VlgMotion) first = NULL;
  g_autoptr (VlgMotion) second = NULL;
  g_autoptr (VlgTemplate) removed = NULL;
  g_autoptr (VlgTemplate) replaced = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) taken = NULL;
  g_autoptr (GError) nameless = NULL;
  VlgNewMotion how = { .origin = "II-66", .title = "Brunnen" };

  g_assert_false (save (self, VLG_TEMPLATE_MOTION, "  ", from, NULL, &nameless));
  g_assert_error (nameless, VLG_ERROR, VLG_ERROR_INVALID);
  g_assert_true (save (self, VLG_TEMPLATE_MOTION, " Straßen  bau ", from, &replaced, &error));
  g_assert_no_error (error);
  g_assert_null (replaced);
  g_assert_true (save (self, VLG_TEMPLATE_MOTION, "Abwasser", from, NULL, &error));
  templates = list (self, VLG_TEMPLATE_MOTION);
  g_assert_cmpuint (templates->len, ==, 2);
  g_assert_cmpstr (vlg_template_get_name (templates->pdata[0]), ==, "Abwasser");
  g_assert_cmpstr (vlg_template_get_name (templates->pdata[1]), ==, "Straßen bau");
  g_assert_cmpstr (vlg_template_get_kind (templates->pdata[1]), ==, "BV");

  how.template_uid = vlg_template_get_uid (templates->pdata[1]);
  first = make (self, &how, &error);
  g_assert_no_error (error);
  second = make (self, &how, &error);
  g_assert_no_error (error);
  assert_is_new (first, from);
  assert_is_new (second, first);
  g_assert_cmpstr (vlg_motion_get_text (first, VLG_FIELD_TITLE), ==, "Brunnen");

  g_assert_false (give_name (self, templates->pdata[1], "ABWASSER", &taken));
  g_assert_error (taken, VLG_ERROR, VLG_ERROR_EXISTS);
  g_assert_true (give_name (self, templates->pdata[1], "Tiefbau", &error));

  /* The same name again takes the place of the other, which can be put back. */
  g_assert_true (save (self, VLG_TEMPLATE_MOTION, "tiefbau", first, &replaced, &error));
  g_assert_nonnull (replaced);
  g_assert_cmpstr (vlg_template_get_uid (replaced), ==, vlg_template_get_uid (templates->pdata[1]));

  removed = take_out (self, templates->pdata[0]);
  none = list (self, VLG_TEMPLATE_MOTION);
  g_assert_cmpuint (none->len, ==, 1);
  vlg_template_shelf_put_async (self->office, removed, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_true (vlg_template_shelf_put_finish (self->office, result, NULL, &error));
  back = list (self, VLG_TEMPLATE_MOTION);
  g_assert_cmpuint (back->len, ==, 2);
}

/* The file of a template's annex outlives the motion it came from. */
static gpointer
count_files_job (VlgDb         *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT count (*) FROM template_file", error);

  g_assert_true (vlg_statement_step (row, error));
  *(gint64 *) data = vlg_statement_get_int (row, 0);
  vlg_statement_reset (row);

  return NULL;
}

static void
test_files_are_held (OfficeFixture *self,
                     gconstpointer  data)
{
  g_autoptr (VlgMotion) from = make_dealt_with (self);
  g_autoptr (VlgMotion) broken = vlg_motion_copy (from);
  g_autoptr (VlgAnnex) annex = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_annexes (broken)), 0);
  g_autoptr (VlgTemplate) template = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("%PDF", 4, NULL);
  g_autofree char *missing = g_strnfill (64, 'a');
  VlgAnnexFile file = { .sha256 = missing, .name = (char *) "plan.pdf", .media_type = (char *) "application/pdf", .size = 4 };
  g_autofree char *sha256 = NULL;
  gint64 n_held = -1;

  vlg_annex_set_file (annex, &file);
  template = vlg_template_new_from_motion (VLG_TEMPLATE_MOTION, "Plan", broken, &error);
  g_assert_no_error (error);
  vlg_template_shelf_put_async (self->office, template, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_false (vlg_template_shelf_put_finish (self->office, result, NULL, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_clear_object (&result);
  g_clear_object (&template);

  sha256 = vlg_files_add (self->store, stream, 1024, NULL, NULL, &error);
  g_assert_no_error (error);
  file.sha256 = sha256;
  vlg_annex_set_file (annex, &file);
  template = vlg_template_new_from_motion (VLG_TEMPLATE_MOTION, "Plan", broken, &error);
  vlg_template_shelf_put_async (self->office, template, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_true (vlg_template_shelf_put_finish (self->office, result, NULL, &error));
  vlg_store_read (self->store, count_files_job, &n_held, NULL, NULL);
  g_assert_cmpint (n_held, ==, 1);
}

static void
test_sequence (OfficeFixture *self,
               gconstpointer  data)
{
  const VlgNewMotion empty = { .kind = "BV" };
  g_autoptr (VlgMotion) from = make_dealt_with (self);
  g_autoptr (VlgMotion) bare = make (self, &empty, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) nothing = NULL;
  g_autoptr (GPtrArray) sequences = NULL;
  g_autoptr (GPtrArray) templates = list (self, VLG_TEMPLATE_MOTION);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (VlgTemplate) template = NULL;
  g_autoptr (VlgMotion) made = NULL;

  g_assert_false (save (self, VLG_TEMPLATE_SEQUENCE, "Leer", bare, NULL, &nothing));
  g_assert_error (nothing, VLG_ERROR, VLG_ERROR_INVALID);
  g_assert_true (save (self, VLG_TEMPLATE_SEQUENCE, "Rat", from, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (templates->len, ==, 0);
  sequences = list (self, VLG_TEMPLATE_SEQUENCE);
  g_assert_cmpuint (sequences->len, ==, 1);

  vlg_template_shelf_load_async (self->office, vlg_template_get_uid (sequences->pdata[0]), NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  template = vlg_template_shelf_load_finish (self->office, result, &error);
  g_assert_no_error (error);
  made = vlg_template_make_motion (template, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_consultations (made))), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_annexes (made))), ==, 0);
  g_assert_cmpstr (vlg_motion_get_text (made, VLG_FIELD_RESOLUTION), ==, "");
}

static GPtrArray *
reserve (OfficeFixture *self,
         const char    *origin,
         guint          n)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *numbers;
  guint year;

  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  vlg_number_register_reserve_async (self->office, "BV", year, origin, n, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  numbers = vlg_number_register_reserve_finish (self->office, result, &error);
  g_assert_no_error (error);

  return numbers;
}

static void
test_kept_numbers_first (OfficeFixture *self,
                         gconstpointer  data)
{
  g_autoptr (GPtrArray) kept = reserve (self, "III-61", 2);
  VlgNewMotion how = { .kind = "BV", .origin = "III-61" };
  const VlgNewMotion other = { .kind = "BV", .origin = "II-66" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) elsewhere = make (self, &other, &error);
  guint serials[3];

  g_assert_no_error (error);
  g_assert_cmpuint (vlg_motion_number_get_serial (vlg_motion_get_number (elsewhere)), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (serials); i++)
    {
      g_autoptr (VlgMotion) motion = make (self, &how, &error);

      g_assert_no_error (error);
      serials[i] = vlg_motion_number_get_serial (vlg_motion_get_number (motion));
    }
  g_assert_cmpuint (serials[0], ==, 1);
  g_assert_cmpuint (serials[1], ==, 2);
  g_assert_cmpuint (serials[2], ==, 4);

  how.kind = "XX";
  g_assert_null (make (self, &how, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
}

static GPtrArray *
list_numbers (OfficeFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;
  guint year;

  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  vlg_number_register_list_async (self->office, "BV", year, NULL, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  entries = vlg_number_register_list_finish (self->office, result, &error);
  g_assert_no_error (error);

  return entries;
}

static gboolean
void_number (OfficeFixture    *self,
             VlgMotionNumber  *number,
             GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vlg_number_register_void_async (self->office, number, "verschrieben", NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);

  return vlg_number_register_void_finish (self->office, result, error);
}

static void
set_trashed (OfficeFixture *self,
             VlgMotion     *motion,
             gboolean       trashed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vlg_office_trash_async (self->office, vlg_motion_get_uid (motion), trashed, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  vlg_office_trash_finish (self->office, result, &error);
  g_assert_no_error (error);
}

/* What was thrown away keeps its number until somebody says why it is void; then the motion comes back without it. */
static void
test_number_in_the_trash (OfficeFixture *self,
                          gconstpointer  data)
{
  const VlgNewMotion how = { .kind = "BV", .origin = "II-66", .title = "Radweg" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) in_use = NULL;
  g_autoptr (VlgMotion) motion = make (self, &how, &error);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (VlgMotion) back = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *explained = NULL;
  g_autofree char *explained_after = NULL;
  VlgRegisterEntry *entry;

  g_assert_no_error (error);
  g_assert_false (void_number (self, vlg_motion_get_number (motion), &in_use));
  g_assert_error (in_use, VLG_ERROR, VLG_ERROR_FROZEN);
  set_trashed (self, motion, TRUE);

  before = list_numbers (self);
  entry = before->pdata[0];
  g_assert_true (entry->trashed);
  g_assert_true (vlg_number_register_can_void (entry));
  explained = vlg_number_register_explain (entry);
  g_assert_nonnull (strstr (explained, "Radweg"));

  g_assert_true (void_number (self, vlg_motion_get_number (motion), &error));
  g_assert_no_error (error);
  after = list_numbers (self);
  entry = after->pdata[0];
  g_assert_cmpint (entry->state, ==, VLG_LEDGER_VOID);
  g_assert_false (vlg_number_register_can_void (entry));
  explained_after = vlg_number_register_explain (entry);
  g_assert_nonnull (strstr (explained_after, "verschrieben"));

  set_trashed (self, motion, FALSE);
  vlg_office_load_motion_async (self->office, vlg_motion_get_uid (motion), NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  back = vlg_office_load_motion_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_null (vlg_motion_get_number (back));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("duplicate", test_duplicate);
  ADD ("template", test_template);
  ADD ("files-are-held", test_files_are_held);
  ADD ("sequence", test_sequence);
  ADD ("kept-numbers-first", test_kept_numbers_first);
  ADD ("number-in-the-trash", test_number_in_the_trash);

  return g_test_run ();
}
