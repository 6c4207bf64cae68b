/* vlg-store.c — the store: jobs in, results out
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-store.h"

#include "vlg-store-private.h"

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE (VlgStore, vlg_store, G_TYPE_OBJECT)

static void
vlg_store_class_init (VlgStoreClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vlg_store_init (VlgStore *self)
{
}

static void
run (VlgStore            *self,
     gboolean             write,
     VlgStoreJob          job,
     gpointer             data,
     GDestroyNotify       destroy,
     GDestroyNotify       result_free,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, run);
  /* What was written stays written, however late the caller gave up. */
  g_task_set_check_cancellable (task, !write);
  VLG_STORE_GET_CLASS (self)->run (self, write, job, data, destroy, result_free, task);
}

typedef struct {
  GAsyncResult *result;
} Waiter;

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Waiter *waiter = user_data;

  waiter->result = g_object_ref (result);
}

static gpointer
run_blocking (VlgStore      *self,
              gboolean       write,
              VlgStoreJob    job,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  Waiter waiter = { NULL };

  if (VLG_STORE_GET_CLASS (self)->run_blocking != NULL)
    return VLG_STORE_GET_CLASS (self)->run_blocking (self, write, job, data, cancellable, error);

  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  run (self, write, job, data, NULL, NULL, cancellable, waited_cb, &waiter);
  while (waiter.result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);

  result = waiter.result;
  return vlg_store_run_finish (self, result, error);
}

void
vlg_store_emit_changed (VlgStore *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
vlg_store_write_async (VlgStore            *self,
                       VlgStoreJob          job,
                       gpointer             data,
                       GDestroyNotify       destroy,
                       GDestroyNotify       result_free,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (VLG_IS_STORE (self));
  g_return_if_fail (job != NULL);

  run (self, TRUE, job, data, destroy, result_free, cancellable, callback, user_data);
}

void
vlg_store_read_async (VlgStore            *self,
                      VlgStoreJob          job,
                      gpointer             data,
                      GDestroyNotify       destroy,
                      GDestroyNotify       result_free,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (VLG_IS_STORE (self));
  g_return_if_fail (job != NULL);

  run (self, FALSE, job, data, destroy, result_free, cancellable, callback, user_data);
}

gpointer
vlg_store_run_finish (VlgStore      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, run), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gpointer
vlg_store_write (VlgStore      *self,
                 VlgStoreJob    job,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_return_val_if_fail (VLG_IS_STORE (self), NULL);
  g_return_val_if_fail (job != NULL, NULL);

  return run_blocking (self, TRUE, job, data, cancellable, error);
}

gpointer
vlg_store_read (VlgStore      *self,
                VlgStoreJob    job,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_return_val_if_fail (VLG_IS_STORE (self), NULL);
  g_return_val_if_fail (job != NULL, NULL);

  return run_blocking (self, FALSE, job, data, cancellable, error);
}

gboolean
vlg_store_backup (VlgStore      *self,
                  const char    *path,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_return_val_if_fail (VLG_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return VLG_STORE_GET_CLASS (self)->backup (self, path, cancellable, error);
}

guint64
vlg_store_get_free_space (VlgStore *self)
{
  g_return_val_if_fail (VLG_IS_STORE (self), G_MAXUINT64);

  if (VLG_STORE_GET_CLASS (self)->get_free_space == NULL)
    return G_MAXUINT64;
  return VLG_STORE_GET_CLASS (self)->get_free_space (self);
}

gboolean
vlg_store_close (VlgStore  *self,
                 GError   **error)
{
  g_return_val_if_fail (VLG_IS_STORE (self), FALSE);

  return VLG_STORE_GET_CLASS (self)->close (self, error);
}
