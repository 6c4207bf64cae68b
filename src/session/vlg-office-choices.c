/* vlg-office-choices.c — what an office decides about its papers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-office-choices.h"

#include "vlg-office-private.h"
#include "vlg-settings.h"

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return vlg_settings_get (db, VLG_SETTING_RATIONALES, error);
}

static gpointer
put_job (VlgDb         *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  vlg_settings_put (db, VLG_SETTING_RATIONALES, GPOINTER_TO_INT (data) ? "1" : NULL, error);

  return NULL;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgOffice) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = vlg_store_run_finish (VLG_STORE (source), result, &error);

  /* Closed meanwhile; or the next change tries again. */
  if (error == NULL && vlg_office_get_store (self) != NULL)
    vlg_office_show_rationales (self, g_strcmp0 (value, "1") == 0);
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  VlgOffice *self = g_task_get_source_object (task);

  vlg_store_run_finish (VLG_STORE (source), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  vlg_office_show_rationales (self, GPOINTER_TO_INT (g_task_get_task_data (task)));
  g_task_return_boolean (task, TRUE);
}

void
vlg_office_set_prints_rationales_async (VlgOffice           *self,
                                        gboolean             prints,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vlg_office_set_prints_rationales_async);
  g_task_set_task_data (task, GINT_TO_POINTER (prints), NULL);
  vlg_store_write_async (vlg_office_get_store (self), put_job, GINT_TO_POINTER (prints), NULL, NULL, NULL, put_cb, task);
}

gboolean
vlg_office_set_prints_rationales_finish (VlgOffice     *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
vlg_office_load_choices (VlgOffice  *self,
                         GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (VLG_IS_OFFICE (self), FALSE);

  value = vlg_store_read (vlg_office_get_store (self), load_job, NULL, NULL, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  vlg_office_show_rationales (self, g_strcmp0 (value, "1") == 0);

  return TRUE;
}

void
vlg_office_follow_choices (VlgOffice *self)
{
  g_return_if_fail (VLG_IS_OFFICE (self));

  vlg_store_read_async (vlg_office_get_store (self), load_job, NULL, NULL, g_free, NULL, loaded_cb, g_object_ref (self));
}
