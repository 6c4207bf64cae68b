/* vlg-errand.c — a deed on its way from an office to its store and back
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-errand.h"

VlgErrand *
vlg_errand_new (VlgOffice *office)
{
  VlgErrand *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_new0 (VlgErrand, 1);
  self->actor = g_object_ref (vlg_office_get_actor (office));
  self->profile_json = g_bytes_ref (vlg_profile_get_json (vlg_office_get_profile (office)));

  return self;
}

void
vlg_errand_free (VlgErrand *self)
{
  g_clear_object (&self->actor);
  g_clear_pointer (&self->profile_json, g_bytes_unref);
  g_clear_object (&self->object);
  g_clear_pointer (&self->number, vlg_motion_number_unref);
  g_free (self->uid);
  g_free (self->kind);
  g_free (self->origin);
  g_free (self->text);
  g_free (self->template_uid);
  if (self->free_more != NULL)
    self->free_more (self->more);
  g_free (self);
}

VlgProfile *
vlg_errand_load_profile (VlgErrand  *self,
                         GError    **error)
{
  return vlg_profile_new_from_json (self->profile_json, error);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gpointer outcome = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, outcome, g_task_get_task_data (task));
}

static GTask *
start (VlgOffice           *office,
       gpointer             tag,
       GDestroyNotify       result_free,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (office, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, result_free, NULL);

  return task;
}

void
vlg_errand_read_async (VlgErrand           *errand,
                       VlgOffice           *office,
                       gpointer             tag,
                       VlgStoreJob          job,
                       GDestroyNotify       result_free,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = start (office, tag, result_free, cancellable, callback, user_data);

  vlg_store_read_async (vlg_office_get_store (office), job, errand, (GDestroyNotify) vlg_errand_free, result_free, cancellable, ran_cb, task);
}

void
vlg_errand_write_async (VlgErrand           *errand,
                        VlgOffice           *office,
                        gpointer             tag,
                        VlgStoreJob          job,
                        GDestroyNotify       result_free,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = start (office, tag, result_free, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  vlg_store_write_async (vlg_office_get_store (office), job, errand, (GDestroyNotify) vlg_errand_free, result_free, cancellable, ran_cb, task);
}

gpointer
vlg_errand_finish (VlgOffice     *office,
                   gpointer       tag,
                   GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
vlg_errand_finish_plain (VlgOffice     *office,
                         gpointer       tag,
                         GAsyncResult  *result,
                         GError       **error)
{
  GError *local_error = NULL;

  vlg_errand_finish (office, tag, result, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);

  return FALSE;
}
