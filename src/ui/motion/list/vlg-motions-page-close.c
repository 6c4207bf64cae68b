/* vlg-motions-page-close.c — before the window closes: what is written is saved, or the person decides what becomes of it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions-page-private.h"

#include <glib/gi18n.h>

#include "vlg-atomic-file.h"
#include "vlg-motion-text.h"
#include "vlg-platform.h"

/* A question that waits for its answer. */
typedef struct {
  GTask     *task;     /* owned, of the closing */
  VlgMotion *motion;   /* owned; NULL where it is not known which one */
  GError    *error;    /* owned; why it is not saved */
} Question;

static void page_closed_cb (GObject *source, GAsyncResult *result, gpointer user_data);
static void ask            (Question *question);

static void
question_free (Question *question)
{
  g_clear_object (&question->task);
  g_clear_object (&question->motion);
  g_clear_error (&question->error);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

const char *
vlg_motions_page_get_unsaved_heading (const GError *error)
{
  return g_error_matches (error, VLG_ERROR, VLG_ERROR_CONFLICT) ? _("Two Wordings Wait for Your Decision") : _("The Motion Is Not Saved");
}

static GtkWindow *
find_window (Question *question)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (g_task_get_source_object (question->task))));
}

/* A text of some kilobytes, and a person who waits for nothing else. */
static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Question *question = user_data;
  VlgMotionsPage *self = g_task_get_source_object (question->task);
  g_autoptr (GFile) file = vlg_platform_save_file_finish (result, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VlgProfile *profile;

  if (file == NULL)
    {
      ask (question);
      return;
    }

  profile = vlg_office_find_profile (self->office, vlg_motion_get_profile_version (question->motion));
  text = vlg_motion_text_make (question->motion, profile != NULL ? profile : vlg_office_get_profile (self->office), FALSE);
  bytes = g_bytes_new (text, strlen (text));
  if (!vlg_atomic_file_write_bytes (file, bytes, NULL, &error))
    {
      g_clear_error (&question->error);
      question->error = g_steal_pointer (&error);
    }
  ask (question);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  VlgMotionsPage *self = g_task_get_source_object (question->task);
  g_autofree char *answer = vlg_platform_choose_finish (result);
  GtkWindow *window = find_window (question);

  /* The page went with its window while it was asked. */
  if (window == NULL)
    {
      g_task_return_new_error (question->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", question->error->message);
    }
  else if (g_str_equal (answer, "text"))
    {
      vlg_platform_save_file_async (window, _("Save as Text"), _("motion.txt"), place_chosen_cb, g_steal_pointer (&question));
    }
  else if (g_str_equal (answer, "lose"))
    {
      vlg_motion_view_give_up (self->view, TRUE);
      vlg_motion_view_close_async (self->view, page_closed_cb, g_object_ref (question->task));
    }
  else
    {
      vlg_motion_view_give_up (self->view, FALSE);
      g_task_return_new_error (question->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", question->error->message);
    }
}

/* Takes @question over. */
static void
ask (Question *question)
{
  /* Of a conflict both wordings are kept in the database. */
  gboolean kept = g_error_matches (question->error, VLG_ERROR, VLG_ERROR_CONFLICT);
  VlgPlatformChoice choices[] = {
    { "stay", _("_Keep Editing"), ADW_RESPONSE_SUGGESTED },
    { "text", _("Save as _Text…"), ADW_RESPONSE_DEFAULT },
    { "lose", kept ? _("Close and _Decide Later") : _("Close and _Lose the Changes"), kept ? ADW_RESPONSE_DEFAULT : ADW_RESPONSE_DESTRUCTIVE },
  };
  GtkWindow *window = find_window (question);

  if (window == NULL)
    {
      g_task_return_error (question->task, g_error_copy (question->error));
      question_free (question);
      return;
    }
  vlg_platform_choose_async (window, vlg_motions_page_get_unsaved_heading (question->error), question->error->message, NULL, choices, G_N_ELEMENTS (choices), answered_cb, question);
}

static void
page_closed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  VlgMotionsPage *self = g_task_get_source_object (task);
  VlgMotion *unsaved = NULL;
  GError *error = NULL;
  Question *question;

  if (vlg_motion_view_close_finish (VLG_MOTION_VIEW (source), result, &unsaved, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  question = g_new0 (Question, 1);
  question->task = g_steal_pointer (&task);
  question->motion = unsaved != NULL ? g_object_ref (unsaved) : NULL;
  question->error = error;
  /* What is to be decided, or tried again, is seen then. */
  if (unsaved != NULL && unsaved != self->motion)
    vlg_motions_page_show (self, vlg_motion_get_uid (unsaved));
  ask (question);
}

void
vlg_motions_page_close_async (VlgMotionsPage      *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_MOTIONS_PAGE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vlg_motions_page_close_async);
  if (self->view != NULL)
    {
      vlg_motion_view_close_async (self->view, page_closed_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
vlg_motions_page_close_finish (VlgMotionsPage  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
