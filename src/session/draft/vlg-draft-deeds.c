/* vlg-draft-deeds.c — what ends or interrupts the work on a draft: flush, close, the stages
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-draft-private.h"

#include "vlg-motions.h"
#include "vlg-stages.h"

static gpointer
version_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  VlgDraftErrand *errand = data;

  vlg_motions_save_version (db, errand->uid, errand->actor, error);

  return NULL;
}

void
vlg_draft_flush_async (VlgDraft            *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_DRAFT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_draft_flush_async);
  g_ptr_array_add (self->flushes, task);
  vlg_draft_save_now (self);
}

gboolean
vlg_draft_flush_finish (VlgDraft      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void flushed_to_close_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
version_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  VlgDraft *self = g_task_get_source_object (task);
  GError *error = NULL;

  vlg_store_run_finish (VLG_STORE (source), result, &error);
  /* The motion is gone from the database, and nothing was written in it: nothing is to be kept. */
  if (g_error_matches (error, VLG_ERROR, VLG_ERROR_NOT_FOUND))
    g_clear_error (&error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* What was written while the version was on its way: the draft may be gone in a moment, and the autosave with it. */
  vlg_draft_look (self);
  vlg_draft_update (self);
  if (self->save_state == VLG_SAVE_STATE_SAVED)
    g_task_return_boolean (task, TRUE);
  else
    vlg_draft_flush_async (self, g_task_get_cancellable (task), flushed_to_close_cb, g_object_ref (task));
}

static void
flushed_to_close_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  VlgDraft *self = VLG_DRAFT (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!vlg_draft_flush_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  vlg_store_write_async (vlg_office_get_store (self->office), version_job, vlg_draft_errand_new (self), vlg_draft_errand_free, NULL,
                         g_task_get_cancellable (task), version_cb, g_object_ref (task));
}

void
vlg_draft_close_async (VlgDraft            *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_DRAFT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_draft_close_async);
  vlg_draft_flush_async (self, cancellable, flushed_to_close_cb, task);
}

gboolean
vlg_draft_close_finish (VlgDraft      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
vlg_draft_set_given_up (VlgDraft *self,
                        gboolean  given_up)
{
  g_return_if_fail (VLG_IS_DRAFT (self));

  if (self->given_up == given_up)
    return;
  self->given_up = given_up;
  vlg_draft_clear_save (self);
  if (!given_up)
    vlg_draft_schedule_save (self);
}

gboolean
vlg_draft_get_given_up (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), FALSE);

  return self->given_up;
}

/* A stage deed that waits for the flush. */
typedef struct {
  VlgStageDeed deed;
  char *remark;
  char *origin;
} StageErrand;

static void
stage_errand_free (gpointer data)
{
  StageErrand *errand = data;

  g_free (errand->remark);
  g_free (errand->origin);
  g_free (errand);
}

static void
stage_done_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  VlgDraft *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (VlgMotion) motion = vlg_stages_do_finish (VLG_OFFICE (source), result, &error);

  if (motion == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (vlg_motion_get_revision (motion) > vlg_motion_get_revision (self->motion))
    {
      g_autoptr (GHashTable) values = vlg_draft_table_of (motion);

      vlg_draft_integrate (self, values, vlg_motion_get_revision (motion));
    }
  g_task_return_boolean (task, TRUE);
}

static void
flushed_to_stage_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  VlgDraft *self = VLG_DRAFT (source);
  g_autoptr (GTask) task = user_data;
  StageErrand *errand = g_task_get_task_data (task);
  GError *error = NULL;

  if (!vlg_draft_flush_finish (self, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  vlg_stages_do_async (self->office, vlg_motion_get_uid (self->motion), errand->deed, errand->remark, errand->origin,
                       g_task_get_cancellable (task), stage_done_cb, g_object_ref (task));
}

void
vlg_draft_do_stage_async (VlgDraft            *self,
                          VlgStageDeed         deed,
                          const char          *remark,
                          const char          *origin,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  StageErrand *errand;
  GTask *task;

  g_return_if_fail (VLG_IS_DRAFT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_draft_do_stage_async);
  errand = g_new0 (StageErrand, 1);
  errand->deed = deed;
  errand->remark = g_strdup (remark);
  errand->origin = g_strdup (origin);
  g_task_set_task_data (task, errand, stage_errand_free);
  vlg_draft_flush_async (self, cancellable, flushed_to_stage_cb, task);
}

gboolean
vlg_draft_do_stage_finish (VlgDraft      *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
