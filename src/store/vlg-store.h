/* vlg-store.h — the store: jobs in, results out
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-error.h"

G_BEGIN_DECLS

#define VLG_TYPE_STORE (vlg_store_get_type ())
G_DECLARE_DERIVABLE_TYPE (VlgStore, vlg_store, VLG, STORE, GObject)

/* A connection inside a job; see vlg-db.h. Valid only in the thread and for the time of the job. */
typedef struct _VlgDb VlgDb;

/**
 * VlgStoreJob:
 *
 * Runs in a thread of the store's, or in that of a caller who waits for a read. A write job runs inside one IMMEDIATE transaction that is committed when it returns without @error and rolled back
 * otherwise. Returns the result, owned by the caller, NULL being a valid one. It must not keep @db.
 */
typedef gpointer (*VlgStoreJob) (VlgDb *db, gpointer data, GCancellable *cancellable, GError **error);

/**
 * VlgStoreClass:
 *
 * The engine; only store/sqlite derives from it. Signal `changed` is emitted in the thread-default main context of the store's creator after a commit of this
 * process or of another one.
 */
struct _VlgStoreClass {
  GObjectClass parent_class;

  /* Queue @task on the writer or reader thread; the task's data is the engine's. */
  void     (*run)     (VlgStore *self, gboolean write, VlgStoreJob job, gpointer data, GDestroyNotify destroy, GDestroyNotify result_free, GTask *task);
  /* The same, with the calling thread waiting; may be NULL. */
  gpointer (*run_blocking) (VlgStore *self, gboolean write, VlgStoreJob job, gpointer data, GCancellable *cancellable, GError **error);
  gboolean (*backup)  (VlgStore *self, const char *path, GCancellable *cancellable, GError **error);
  gboolean (*close)   (VlgStore *self, GError **error);
  /* Bytes free where the database grows; may be NULL. */
  guint64  (*get_free_space) (VlgStore *self);
};

/* Queues @job on the writer thread, in the order of the calls. @data is freed with @destroy after the job; a result nobody fetched is freed with @result_free. */
void     vlg_store_write_async  (VlgStore *self, VlgStoreJob job, gpointer data, GDestroyNotify destroy, GDestroyNotify result_free,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Queues @job on the query-only reader thread. Cancelling interrupts its running statement: G_IO_ERROR_CANCELLED. */
void     vlg_store_read_async   (VlgStore *self, VlgStoreJob job, gpointer data, GDestroyNotify destroy, GDestroyNotify result_free,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The result of either. Caller owns; NULL may be a result: look at @error. */
gpointer vlg_store_run_finish   (VlgStore *self, GAsyncResult *result, GError **error);
/* The same, blocking the calling thread (command line, tests, worker threads; never the window). A read runs in the calling thread. */
gpointer vlg_store_write        (VlgStore *self, VlgStoreJob job, gpointer data, GCancellable *cancellable, GError **error);
gpointer vlg_store_read         (VlgStore *self, VlgStoreJob job, gpointer data, GCancellable *cancellable, GError **error);
/* Copies the database to @path by the engine's backup API, page by page; @path must not exist. */
gboolean vlg_store_backup       (VlgStore *self, const char *path, GCancellable *cancellable, GError **error);
/* Bytes that are free where the database grows; G_MAXUINT64 where nobody can tell. Blocking, any thread. */
guint64  vlg_store_get_free_space (VlgStore *self);
/* Waits for queued writes, checkpoints, closes both connections. The last unref does the same without reporting. */
gboolean vlg_store_close        (VlgStore *self, GError **error);

G_END_DECLS
