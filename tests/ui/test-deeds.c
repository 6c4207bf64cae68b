/* test-deeds.c — in the editor's bar: the deeds of the stages, trying a failed save again; and both wordings of a conflict joined
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "editor-fixture.h"
#include "vlg-conflict-card.h"
#include "vlg-editor-bar.h"

/* What is needed to submit. */
static void
complete (EditorFixture *self)
{
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();

  vlg_motion_set_text (self->motion, VLG_FIELD_TITLE, "Laternen am Ufer");
  vlg_motion_set_text (self->motion, VLG_FIELD_RESOLUTION, "Die Laternen werden erneuert.");
  vlg_consultation_set_body (row, "Stadtrat");
  vlg_consultation_set_role (row, VLG_ROLE_DECISION);
  g_list_store_append (vlg_motion_get_consultations (self->motion), row);
}

/* The menu that stands at the stage. */
static GMenuModel *
get_menu (EditorFixture *self)
{
  GtkWidget *bar = editor_fixture_find (self, VLG_TYPE_EDITOR_BAR, NULL);
  GtkWidget *button = window_fixture_find (bar, GTK_TYPE_MENU_BUTTON, "Submit, release, withdraw");

  g_assert_nonnull (button);

  return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
}

/* Chooses the deed in the menu, which must offer it; returns the question that is asked. */
static GtkWidget *
choose (EditorFixture *self,
        VlgStageDeed   wanted)
{
  GMenuModel *menu = get_menu (self);
  GtkWidget *bar = editor_fixture_find (self, VLG_TYPE_EDITOR_BAR, NULL);
  GtkWidget *dialog = NULL;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = NULL;
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      if (g_variant_get_int32 (target) != (int) wanted)
        continue;
      g_assert_true (gtk_widget_activate_action_variant (bar, action, target));
      wait_until ((dialog = window_fixture_dialog ()) != NULL);

      return dialog;
    }
  g_error ("The menu does not offer to %s", vlg_stage_rules_get_label (wanted));
}

static void
answer (GtkWidget *dialog)
{
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "do"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "do");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
await_stage (EditorFixture *self,
             VlgStage       stage)
{
  wait_until (vlg_motion_get_stage (self->motion) == stage);
  wait_until (vlg_draft_get_save_state (self->draft) == VLG_SAVE_STATE_SAVED);
  g_assert_nonnull (window_fixture_find (editor_fixture_find (self, VLG_TYPE_EDITOR_BAR, NULL), GTK_TYPE_LABEL, vlg_state_get_label (vlg_motion_get_state (self->motion))));
}

static void
test_stages (EditorFixture *self,
             gconstpointer  data)
{
  g_autoptr (VlgMotion) stored = NULL;
  GtkWidget *dialog;
  GtkWidget *remark;

  complete (self);
  answer (choose (self, VLG_STAGE_DEED_SUBMIT));
  await_stage (self, VLG_STAGE_SUBMITTED);

  /* A return says what is to be revised: blanks say nothing. */
  dialog = choose (self, VLG_STAGE_DEED_RETURN);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "do"));
  remark = window_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Remark");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), remark));
  gtk_editable_set_text (GTK_EDITABLE (remark), "  ");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "do"));
  gtk_editable_set_text (GTK_EDITABLE (remark), "Die Kosten fehlen.");
  answer (dialog);
  await_stage (self, VLG_STAGE_RETURNED);

  answer (choose (self, VLG_STAGE_DEED_SUBMIT));
  await_stage (self, VLG_STAGE_SUBMITTED);
  answer (choose (self, VLG_STAGE_DEED_RELEASE));
  await_stage (self, VLG_STAGE_RELEASED);
  answer (choose (self, VLG_STAGE_DEED_WITHDRAW));
  await_stage (self, VLG_STAGE_WITHDRAWN);
  answer (choose (self, VLG_STAGE_DEED_REOPEN));
  await_stage (self, VLG_STAGE_DRAFT);

  stored = editor_fixture_load (self);
  g_assert_cmpint (vlg_motion_get_stage (stored), ==, VLG_STAGE_DRAFT);
  g_assert_true (vlg_motion_equal (stored, self->motion));
}

static void
test_cancel (EditorFixture *self,
             gconstpointer  data)
{
  GtkWidget *dialog;

  complete (self);
  dialog = choose (self, VLG_STAGE_DEED_SUBMIT);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_fixture_settle ();
  g_assert_cmpint (vlg_motion_get_stage (self->motion), ==, VLG_STAGE_DRAFT);
}

/* A motion that is not fit stays where it is, and the reason is told. */
static void
test_refused (EditorFixture *self,
              gconstpointer  data)
{
  GtkWidget *dialog;

  answer (choose (self, VLG_STAGE_DEED_SUBMIT));
  wait_until ((dialog = window_fixture_dialog ()) != NULL &&
              g_str_equal (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), "The Stage Was Not Changed"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpint (vlg_motion_get_stage (self->motion), ==, VLG_STAGE_DRAFT);
}

static gpointer
execute_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  VlgStatement *statement = vlg_db_prepare (db, data, error);

  if (statement != NULL)
    vlg_statement_execute (statement, error);

  return NULL;
}

static void
execute (EditorFixture *self,
         const char    *sql)
{
  g_autoptr (GError) error = NULL;

  vlg_store_write (vlg_office_get_store (self->office), execute_job, (gpointer) sql, NULL, &error);
  g_assert_no_error (error);
}

static void
test_try_again (EditorFixture *self,
                gconstpointer  data)
{
  g_autoptr (VlgMotion) stored = NULL;
  GtkWidget *button = NULL;

  execute (self, "CREATE TRIGGER broken BEFORE UPDATE ON motion BEGIN SELECT raise (ABORT, 'no room'); END");
  vlg_motion_set_text (self->motion, VLG_FIELD_TITLE, "Laternen am Ufer");
  wait_until (vlg_draft_get_save_state (self->draft) == VLG_SAVE_STATE_FAILED);
  wait_until ((button = window_fixture_find (self->window, GTK_TYPE_BUTTON, "_Try Again")) != NULL);
  g_assert_cmpstr (vlg_motion_get_text (self->motion, VLG_FIELD_TITLE), ==, "Laternen am Ufer");

  execute (self, "DROP TRIGGER broken");
  g_signal_emit_by_name (button, "clicked");
  wait_until (vlg_draft_get_save_state (self->draft) == VLG_SAVE_STATE_SAVED);
  stored = editor_fixture_load (self);
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_TITLE), ==, "Laternen am Ufer");
  /* The message goes with its cause. */
  wait_until (window_fixture_find (self->window, GTK_TYPE_BUTTON, "_Try Again") == NULL);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  vlg_draft_close_finish (VLG_DRAFT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
test_join (EditorFixture *self,
           gconstpointer  data)
{
  g_autoptr (VlgMotion) theirs = editor_fixture_load (self);
  g_autoptr (VlgDraft) other = vlg_draft_new (self->office, theirs);
  g_autoptr (VlgMotion) stored = NULL;
  gboolean closed = FALSE;
  GtkWidget *card;

  vlg_motion_set_text (self->motion, VLG_FIELD_RESOLUTION, "Die Laternen werden erneuert.");
  vlg_motion_set_text (theirs, VLG_FIELD_RESOLUTION, "Die Kosten trägt der Kreis.");
  vlg_draft_close_async (other, NULL, closed_cb, &closed);
  wait_until (closed);
  wait_until (vlg_draft_get_save_state (self->draft) == VLG_SAVE_STATE_CONFLICT);
  wait_until ((card = window_fixture_find (self->window, VLG_TYPE_CONFLICT_CARD, NULL)) != NULL);

  g_signal_emit_by_name (window_fixture_find (card, GTK_TYPE_BUTTON, "Join _Both"), "clicked");
  editor_fixture_await_saved (self);
  stored = editor_fixture_load (self);
  g_assert_nonnull (strstr (vlg_motion_get_text (stored, VLG_FIELD_RESOLUTION), "Die Laternen werden erneuert."));
  g_assert_nonnull (strstr (vlg_motion_get_text (stored, VLG_FIELD_RESOLUTION), "Die Kosten trägt der Kreis."));
  g_assert_null (window_fixture_find (self->window, VLG_TYPE_CONFLICT_CARD, NULL));
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/deeds/" path, EditorFixture, NULL, editor_fixture_set_up, function, editor_fixture_tear_down)
  ADD ("stages", test_stages);
  ADD ("cancel", test_cancel);
  ADD ("refused", test_refused);
  ADD ("try-again", test_try_again);
  ADD ("join", test_join);
#undef ADD

  return window_fixture_run (argc, argv);
}
