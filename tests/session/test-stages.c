/* test-stages.c — submit, return, release, withdraw, reopen; and the register that explains every number
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-fixture.h"
#include "vlg-journal.h"
#include "vlg-number-register.h"
#include "vlg-stages.h"

#define ADD(path, function) \
  g_test_add ("/stages/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)

static VlgMotion *
create (OfficeFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  VlgMotion *motion;

  vlg_office_create_motion_async (self->office, "BV", "II-66", NULL, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  motion = vlg_office_create_motion_finish (self->office, result, &error);
  g_assert_no_error (error);

  return motion;
}

static GError *
do_stage (VlgDraft     *draft,
          VlgStageDeed  deed,
          const char   *remark)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  vlg_draft_do_stage_async (draft, deed, remark, NULL, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  vlg_draft_do_stage_finish (draft, result, &error);

  return error;
}

static GPtrArray *
list_deeds (OfficeFixture *self,
            VlgDraft      *draft)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  vlg_stages_list_async (self->office, vlg_motion_get_uid (vlg_draft_get_motion (draft)), NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  records = vlg_stages_list_finish (self->office, result, &error);
  g_assert_no_error (error);

  return records;
}

/* What is needed to submit. */
static void
complete (VlgDraft *draft)
{
  VlgMotion *motion = vlg_draft_get_motion (draft);
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();

  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Laternen am Ufer");
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, "Die Laternen werden erneuert.");
  vlg_consultation_set_body (row, "Stadtrat");
  vlg_consultation_set_role (row, VLG_ROLE_DECISION);
  g_list_store_append (vlg_motion_get_consultations (motion), row);
}

typedef struct {
  guint64 n_entries;
  gint64 n_deed;
  gint64 n_issued;
} Journal;

static gpointer
journal_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Journal *journal = data;
  VlgStatement *row;

  g_assert_true (vlg_journal_verify (db, &journal->n_entries, error));
  row = vlg_db_prepare (db, "SELECT (SELECT count (*) FROM journal WHERE deed IN ('submitted', 'returned', 'released', 'withdrawn', 'reopened') AND actor_name = 'Test'), "
                            "(SELECT count (*) FROM ledger WHERE state = 'issued')", error);
  g_assert_true (vlg_statement_step (row, error));
  journal->n_deed = vlg_statement_get_int (row, 0);
  journal->n_issued = vlg_statement_get_int (row, 1);
  vlg_statement_reset (row);

  return NULL;
}

static Journal
read_journal (OfficeFixture *self)
{
  Journal journal = { 0 };

  vlg_store_read (self->store, journal_job, &journal, NULL, NULL);

  return journal;
}

static void
test_through_the_house (OfficeFixture *self,
                        gconstpointer  data)
{
  g_autoptr (VlgMotion) created = create (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (created));
  VlgMotion *motion = vlg_draft_get_motion (draft);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) no_remark = NULL;
  VlgStageRecord *record;

  error = do_stage (draft, VLG_STAGE_DEED_SUBMIT, NULL);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_DRAFT);
  g_assert_cmpint (read_journal (self).n_deed, ==, 0);

  /* What was just typed goes with it. */
  complete (draft);
  g_assert_no_error (do_stage (draft, VLG_STAGE_DEED_SUBMIT, NULL));
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_SUBMITTED);
  g_assert_cmpuint (vlg_motion_get_received_on (motion), ==, vlg_day_today ());
  g_assert_cmpint (vlg_draft_get_save_state (draft), ==, VLG_SAVE_STATE_SAVED);
  g_assert_cmpint (read_journal (self).n_issued, ==, 0);

  no_remark = do_stage (draft, VLG_STAGE_DEED_RETURN, "  ");
  g_assert_error (no_remark, VLG_ERROR, VLG_ERROR_INVALID);
  g_assert_no_error (do_stage (draft, VLG_STAGE_DEED_RETURN, "Bitte die Kosten nennen."));
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_RETURNED);
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, "Sie kosten 4000 Euro.");
  g_assert_no_error (do_stage (draft, VLG_STAGE_DEED_SUBMIT, NULL));
  g_assert_no_error (do_stage (draft, VLG_STAGE_DEED_RELEASE, NULL));
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_RELEASED);
  g_assert_nonnull (vlg_motion_get_number (motion));
  g_assert_cmpint (read_journal (self).n_issued, ==, 1);
  g_assert_cmpint (read_journal (self).n_deed, ==, 4);

  records = list_deeds (self, draft);
  g_assert_cmpuint (records->len, ==, 4);
  record = records->pdata[2];
  g_assert_cmpstr (record->word, ==, "returned");
  g_assert_cmpstr (record->remark, ==, "Bitte die Kosten nennen.");
  g_assert_cmpstr (record->actor_name, ==, "Test");
  g_assert_cmpint (record->from, ==, VLG_STAGE_SUBMITTED);
  g_assert_cmpint (record->to, ==, VLG_STAGE_RETURNED);

  /* A deed is not undone by undo. */
  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_REASONING);
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_RELEASED);
  draft_fixture_drop (&draft);
}

static void
test_withdraw_and_reopen (OfficeFixture *self,
                          gconstpointer  data)
{
  g_autoptr (VlgMotion) created = create (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (created));
  VlgMotion *motion = vlg_draft_get_motion (draft);
  GListStore *rows = vlg_motion_get_consultations (motion);
  g_autoptr (VlgConsultation) row = NULL;
  g_autoptr (GError) not_allowed = NULL;
  g_autoptr (GError) dealt_with = NULL;

  g_assert_no_error (do_stage (draft, VLG_STAGE_DEED_WITHDRAW, "überholt"));
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_WITHDRAWN);
  not_allowed = do_stage (draft, VLG_STAGE_DEED_SUBMIT, NULL);
  g_assert_error (not_allowed, VLG_ERROR, VLG_ERROR_INVALID);
  g_assert_no_error (do_stage (draft, VLG_STAGE_DEED_REOPEN, NULL));
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_DRAFT);

  complete (draft);
  g_assert_no_error (do_stage (draft, VLG_STAGE_DEED_SUBMIT, NULL));
  g_assert_no_error (do_stage (draft, VLG_STAGE_DEED_RELEASE, NULL));
  g_assert_no_error (do_stage (draft, VLG_STAGE_DEED_REOPEN, NULL));
  g_assert_no_error (do_stage (draft, VLG_STAGE_DEED_SUBMIT, NULL));
  g_assert_no_error (do_stage (draft, VLG_STAGE_DEED_RELEASE, NULL));
  row = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  vlg_consultation_set_result (row, VLG_RESULT_POSTPONED);
  dealt_with = do_stage (draft, VLG_STAGE_DEED_REOPEN, NULL);
  g_assert_error (dealt_with, VLG_ERROR, VLG_ERROR_FROZEN);
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_RELEASED);
  draft_fixture_drop (&draft);
}

static GPtrArray *
list (OfficeFixture *self,
      guint          year)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  vlg_number_register_list_async (self->office, "BV", year, NULL, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  entries = vlg_number_register_list_finish (self->office, result, &error);
  g_assert_no_error (error);

  return entries;
}

static GError *
void_number (OfficeFixture   *self,
             VlgMotionNumber *number,
             const char      *reason)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  vlg_number_register_void_async (self->office, number, reason, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  vlg_number_register_void_finish (self->office, result, &error);

  return error;
}

static GPtrArray *
reserve (OfficeFixture  *self,
         guint           year,
         guint           n,
         GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vlg_number_register_reserve_async (self->office, "BV", year, "III-61", n, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);

  return vlg_number_register_reserve_finish (self->office, result, error);
}

static void
test_register (OfficeFixture *self,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) numbers = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) too_many = NULL;
  g_autoptr (VlgMotionNumber) never = vlg_motion_number_new ("BV", 77, 2032, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) no_reason = NULL;
  g_autoptr (GError) twice = NULL;
  g_autoptr (GError) unknown = NULL;
  guint64 n_entries = read_journal (self).n_entries;
  VlgRegisterEntry *entry;

  numbers = reserve (self, 2032, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (numbers->len, ==, 3);
  g_assert_cmpstr (vlg_motion_number_get_text (numbers->pdata[2]), ==, "BV/003/2032/III-61");
  too_many = reserve (self, 2032, 501, &error);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  g_assert_null (too_many);

  no_reason = void_number (self, numbers->pdata[1], " ");
  g_assert_error (no_reason, VLG_ERROR, VLG_ERROR_INVALID);
  g_assert_no_error (void_number (self, numbers->pdata[1], "verzählt"));
  twice = void_number (self, numbers->pdata[1], "noch einmal");
  g_assert_error (twice, VLG_ERROR, VLG_ERROR_FROZEN);
  unknown = void_number (self, never, "nie gezogen");
  g_assert_error (unknown, VLG_ERROR, VLG_ERROR_NOT_FOUND);
  g_assert_cmpuint (read_journal (self).n_entries, ==, n_entries + 4);

  entries = list (self, 2032);
  g_assert_cmpuint (entries->len, ==, 3);
  entry = entries->pdata[0];
  g_assert_cmpint (entry->state, ==, VLG_LEDGER_RESERVED);
  g_assert_null (entry->motion_uid);
  entry = entries->pdata[1];
  g_assert_cmpint (entry->state, ==, VLG_LEDGER_VOID);
  g_assert_cmpstr (entry->reason, ==, "verzählt");
}

static void
test_register_gaps (OfficeFixture *self,
                    gconstpointer  data)
{
  g_autoptr (VlgMotion) first = NULL;
  g_autoptr (VlgMotionNumber) number = NULL;
  g_autoptr (GPtrArray) numbers = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) series = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) in_use = NULL;
  VlgRegisterEntry *entry;

  /* BV/001/2031 to BV/003/2031, then one that is far from them. */
  office_fixture_fill (self, 3);
  first = draft_fixture_motion (self);
  number = vlg_motion_number_new ("BV", 9, 2031, "I-OB", NULL);
  {
    g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (first));

    vlg_motion_set_number (vlg_draft_get_motion (draft), number);
    g_assert_no_error (draft_fixture_flush (draft));
    /* A number is no matter of undo. */
    g_assert_false (vlg_draft_get_can_undo (draft));
    draft_fixture_drop (&draft);
  }

  entries = list (self, 2031);
  g_assert_cmpuint (entries->len, ==, 5);
  entry = entries->pdata[3];
  g_assert_null (entry->number);
  g_assert_cmpuint (entry->serial, ==, 4);
  g_assert_cmpuint (entry->last_serial, ==, 8);
  entry = entries->pdata[4];
  g_assert_cmpstr (entry->number, ==, "BV/009/2031/I-OB");
  g_assert_cmpstr (entry->title, ==, "Laternen am Ufer");
  g_assert_cmpstr (entry->motion_uid, ==, vlg_motion_get_uid (first));
  in_use = void_number (self, number, "egal");
  g_assert_error (in_use, VLG_ERROR, VLG_ERROR_FROZEN);

  vlg_number_register_list_series_async (self->office, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  series = vlg_number_register_list_series_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (series->len, ==, 1);
  g_assert_cmpuint (((VlgRegisterSeries *) series->pdata[0])->n_numbers, ==, 4);
  g_assert_cmpuint (((VlgRegisterSeries *) series->pdata[0])->last_serial, ==, 9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("through-the-house", test_through_the_house);
  ADD ("withdraw-and-reopen", test_withdraw_and_reopen);
  ADD ("register", test_register);
  ADD ("register-gaps", test_register_gaps);

  return g_test_run ();
}
