/* test-closing.c — a window that closes over what cannot be saved: nothing goes without the person's word, and nothing holds the window for ever
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "editor-fixture.h"

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

/* As another program would. */
static void
execute (WindowFixture *self,
         const char    *sql)
{
  g_autoptr (GError) error = NULL;

  vlg_store_write (vlg_office_get_store (self->office), execute_job, (gpointer) sql, NULL, &error);
  g_assert_no_error (error);
}

static char *
create_in (WindowFixture *self,
           const char    *title)
{
  g_autoptr (VlgMotion) motion = editor_fixture_create_in (self->office, title);

  vlg_motions_page_edit (self->page, vlg_motion_get_uid (motion));
  wait_until (self->page->motion != NULL && g_str_equal (vlg_motion_get_uid (self->page->motion), vlg_motion_get_uid (motion)));

  return g_strdup (vlg_motion_get_uid (motion));
}

static char *
stored_title (WindowFixture *self,
              const char    *uid)
{
  g_autoptr (VlgMotion) motion = editor_fixture_load_from (self->office, uid);

  return g_strdup (vlg_motion_get_text (motion, VLG_FIELD_TITLE));
}

static void
rename_motion (WindowFixture *self,
               const char    *title)
{
  vlg_motion_set_text (self->page->motion, VLG_FIELD_TITLE, title);
}

/* Closes the window; the question that comes. */
static AdwMessageDialog *
close_window (WindowFixture *self)
{
  GtkWidget *dialog;

  gtk_window_close (GTK_WINDOW (self->window));
  wait_until ((dialog = window_fixture_dialog ()) != NULL);

  return ADW_MESSAGE_DIALOG (dialog);
}

static void
answer (AdwMessageDialog *dialog,
        const char       *label)
{
  GtkWidget *button = window_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

#define await_end(self) \
  G_STMT_START { \
    gpointer _window = (self)->window; \
    g_object_add_weak_pointer (G_OBJECT ((self)->window), &_window); \
    wait_until (_window == NULL); \
    (self)->window = NULL; \
  } G_STMT_END

/* The motion went from the database while it was written in: no trying again will save it. */
static void
test_deleted (WindowFixture *self,
              gconstpointer  data)
{
  g_autofree char *uid = create_in (self, "Radweg");
  AdwMessageDialog *dialog;

  rename_motion (self, "Radweg am Fluss");
  execute (self, "DELETE FROM motion");
  dialog = close_window (self);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The Motion Is Not Saved");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Radweg am Fluss"));
  /* Neither does Enter lose anything. */
  wait_until (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (dialog))) &&
              g_strcmp0 (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (GTK_WINDOW (dialog)))), "_Keep Editing") == 0);

  /* Escape keeps the window, and what was written. */
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  dialog = close_window (self);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Radweg am Fluss"));
  answer (dialog, "Close and _Lose the Changes");
  await_end (self);
}

/* Where nothing was written there is nothing to ask. */
static void
test_deleted_unchanged (WindowFixture *self,
                        gconstpointer  data)
{
  g_autofree char *uid = create_in (self, "Radweg");

  window_fixture_settle ();
  execute (self, "DELETE FROM motion");
  window_fixture_settle ();
  gtk_window_close (GTK_WINDOW (self->window));
  await_end (self);
}

/* What is given up is given up alone: another motion that can be saved is, and one that cannot asks for itself. */
static void
test_two (WindowFixture *self,
          gconstpointer  data)
{
  g_autofree char *first = create_in (self, "Radweg");
  g_autofree char *second = NULL;
  g_autofree char *title = NULL;
  AdwMessageDialog *dialog;

  execute (self, "CREATE TRIGGER broken BEFORE UPDATE ON motion BEGIN SELECT raise (ABORT, 'no room'); END");
  rename_motion (self, "Radweg am Fluss");
  wait_until (vlg_draft_get_save_state (vlg_motion_view_get_draft (self->page->view)) == VLG_SAVE_STATE_FAILED);
  second = create_in (self, "Gehweg");
  rename_motion (self, "Gehweg am Fluss");
  dialog = close_window (self);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Radweg am Fluss"));
  answer (dialog, "Close and _Lose the Changes");
  wait_until (window_fixture_dialog () != NULL &&
              strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (window_fixture_dialog ())), "Gehweg am Fluss") != NULL);

  /* The window stays after all, and with it both. */
  answer (ADW_MESSAGE_DIALOG (window_fixture_dialog ()), "_Keep Editing");
  window_fixture_settle ();
  execute (self, "DROP TRIGGER broken");
  gtk_window_close (GTK_WINDOW (self->window));
  await_end (self);
  title = stored_title (self, first);
  g_assert_cmpstr (title, ==, "Radweg am Fluss");
  g_free (title);
  title = stored_title (self, second);
  g_assert_cmpstr (title, ==, "Gehweg am Fluss");
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  vlg_draft_close_finish (VLG_DRAFT (source), result, NULL);
  *(gboolean *) user_data = TRUE;
}

/* Of a conflict both wordings wait in the database for who opens the motion next. */
static void
test_conflict (WindowFixture *self,
               gconstpointer  data)
{
  g_autofree char *uid = create_in (self, "Radweg");
  g_autoptr (VlgMotion) theirs = editor_fixture_load_from (self->office, uid);
  g_autoptr (VlgDraft) other = vlg_draft_new (self->office, theirs);
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (VlgDraft) again = NULL;
  AdwMessageDialog *dialog;
  gboolean closed = FALSE;

  rename_motion (self, "Radweg am Fluss");
  vlg_motion_set_text (theirs, VLG_FIELD_TITLE, "Radweg am Wald");
  vlg_draft_close_async (other, NULL, closed_cb, &closed);
  wait_until (closed);
  wait_until (vlg_draft_get_save_state (vlg_motion_view_get_draft (self->page->view)) == VLG_SAVE_STATE_CONFLICT);
  dialog = close_window (self);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Two Wordings Wait for Your Decision");
  answer (dialog, "Close and _Decide Later");
  await_end (self);

  stored = editor_fixture_load_from (self->office, uid);
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_TITLE), ==, "Radweg am Wald");
  again = vlg_draft_new (self->office, stored);
  wait_until (vlg_draft_get_save_state (again) == VLG_SAVE_STATE_CONFLICT);
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_TITLE), ==, "Radweg am Fluss");
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/closing/" path, WindowFixture, NULL, window_fixture_set_up, function, window_fixture_tear_down)
  ADD ("deleted", test_deleted);
  ADD ("deleted-unchanged", test_deleted_unchanged);
  ADD ("two", test_two);
  ADD ("conflict", test_conflict);
#undef ADD

  return window_fixture_run (argc, argv);
}
