/* vlg-number-lookup.c — what is known of a number: whose it is, how it goes on, who relates to it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-number-lookup.h"

static gpointer
find_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return vlg_references_find (db, data, error);
}

static gpointer
complete_job (VlgDb         *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return vlg_references_complete (db, data, VLG_NUMBER_LOOKUP_MOST, error);
}

static gpointer
incoming_job (VlgDb         *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return vlg_references_list_incoming (db, data, error);
}

static void
table_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GHashTable *table = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, table, (GDestroyNotify) g_hash_table_unref);
}

static void
array_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *array = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, array, (GDestroyNotify) g_ptr_array_unref);
}

void
vlg_number_lookup_find_async (VlgOffice           *office,
                              const char *const   *numbers,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (numbers != NULL);

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_number_lookup_find_async);
  vlg_store_read_async (vlg_office_get_store (office), find_job, g_strdupv ((char **) numbers), (GDestroyNotify) g_strfreev, (GDestroyNotify) g_hash_table_unref,
                        cancellable, table_cb, task);
}

GHashTable *
vlg_number_lookup_find_finish (VlgOffice     *office,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_number_lookup_complete_async (VlgOffice           *office,
                                  const char          *typed,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (typed != NULL);

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_number_lookup_complete_async);
  vlg_store_read_async (vlg_office_get_store (office), complete_job, g_strdup (typed), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, array_cb, task);
}

GPtrArray *
vlg_number_lookup_complete_finish (VlgOffice     *office,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_number_lookup_incoming_async (VlgOffice           *office,
                                  const char          *number,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (number != NULL);

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_number_lookup_incoming_async);
  vlg_store_read_async (vlg_office_get_store (office), incoming_job, g_strdup (number), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, array_cb, task);
}

GPtrArray *
vlg_number_lookup_incoming_finish (VlgOffice     *office,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
