/* vlg-number-register.c — the office's number register: look, reserve, void
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-number-register.h"

/* What a deed carries into the store's threads; it holds no office. */
typedef struct {
  VlgActor *actor;
  GBytes *profile_json;
  VlgMotionNumber *number;
  char *kind;
  char *origin;
  char *reason;
  guint year;
  guint n;
} Errand;

static Errand *
errand_new (VlgOffice *office)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->actor = g_object_ref (vlg_office_get_actor (office));
  errand->profile_json = g_bytes_ref (vlg_profile_get_json (vlg_office_get_profile (office)));

  return errand;
}

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_clear_object (&errand->actor);
  g_clear_pointer (&errand->profile_json, g_bytes_unref);
  g_clear_pointer (&errand->number, vlg_motion_number_unref);
  g_free (errand->kind);
  g_free (errand->origin);
  g_free (errand->reason);
  g_free (errand);
}

static gpointer
list_series_job (VlgDb         *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return vlg_register_list_series (db, error);
}

static gpointer
list_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Errand *errand = data;

  return vlg_register_list (db, errand->kind, errand->year, errand->origin, error);
}

static gpointer
void_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Errand *errand = data;

  vlg_register_void (db, errand->number, errand->reason, errand->actor, error);

  return NULL;
}

static gpointer
reserve_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Errand *errand = data;
  g_autoptr (VlgProfile) profile = vlg_profile_new_from_json (errand->profile_json, error);

  if (profile == NULL)
    return NULL;

  return vlg_register_reserve (db, profile, errand->kind, errand->year, errand->origin, errand->n, errand->actor, error);
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

static void
plain_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  vlg_store_run_finish (VLG_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
vlg_number_register_list_series_async (VlgOffice           *office,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_number_register_list_series_async);
  vlg_store_read_async (vlg_office_get_store (office), list_series_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, array_cb, task);
}

GPtrArray *
vlg_number_register_list_series_finish (VlgOffice     *office,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_number_register_list_async (VlgOffice           *office,
                                const char          *kind,
                                guint                year,
                                const char          *origin,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;
  Errand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (kind != NULL);

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_number_register_list_async);
  errand = errand_new (office);
  errand->kind = g_strdup (kind);
  errand->year = year;
  errand->origin = g_strdup (origin);
  vlg_store_read_async (vlg_office_get_store (office), list_job, errand, errand_free, (GDestroyNotify) g_ptr_array_unref, cancellable, array_cb, task);
}

GPtrArray *
vlg_number_register_list_finish (VlgOffice     *office,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_number_register_void_async (VlgOffice           *office,
                                VlgMotionNumber     *number,
                                const char          *reason,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;
  Errand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (number != NULL);

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_number_register_void_async);
  g_task_set_check_cancellable (task, FALSE);
  errand = errand_new (office);
  errand->number = vlg_motion_number_ref (number);
  errand->reason = reason != NULL ? g_strstrip (g_strdup (reason)) : NULL;
  vlg_store_write_async (vlg_office_get_store (office), void_job, errand, errand_free, NULL, cancellable, plain_cb, task);
}

gboolean
vlg_number_register_void_finish (VlgOffice     *office,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
vlg_number_register_reserve_async (VlgOffice           *office,
                                   const char          *kind,
                                   guint                year,
                                   const char          *origin,
                                   guint                n,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GTask *task;
  Errand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (kind != NULL);

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_number_register_reserve_async);
  g_task_set_check_cancellable (task, FALSE);
  errand = errand_new (office);
  errand->kind = g_strdup (kind);
  errand->year = year;
  errand->origin = g_strdup (origin);
  errand->n = n;
  vlg_store_write_async (vlg_office_get_store (office), reserve_job, errand, errand_free, (GDestroyNotify) g_ptr_array_unref, cancellable, array_cb, task);
}

GPtrArray *
vlg_number_register_reserve_finish (VlgOffice     *office,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
