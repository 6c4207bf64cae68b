/* vlg-sqlite-engine.h — the threads that run jobs on the two connections
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-sqlite-open.h"
#include "vlg-store.h"

G_BEGIN_DECLS

/* Called in either thread after a commit of this process or, as noticed by the writer, of another one. */
typedef void (*VlgEngineChanged) (gpointer data);

/**
 * VlgEngine:
 *
 * Two threads, each with its own connection and queue. Jobs of one queue run in the order they came. A caller who waits for a read anyway
 * runs it in its own thread, on the reader's connection, between two jobs of the queue. What is here outlives the GObject above it while jobs run.
 */
typedef struct _VlgEngine VlgEngine;

/* Takes over what is in @opened. @changed is freed with @destroy after the threads ended. Caller owns. */
VlgEngine *vlg_engine_new       (VlgOpened *opened, VlgEngineChanged changed, gpointer data, GDestroyNotify destroy);
/* Queues a job; the reference on @task is taken over. */
void       vlg_engine_push      (VlgEngine *self, gboolean write, VlgStoreJob job, gpointer data, GDestroyNotify destroy, GDestroyNotify result_free, GTask *task);
/* Queues a write and waits for it, or reads at once: no main context, no task. */
gpointer   vlg_engine_run       (VlgEngine *self, gboolean write, VlgStoreJob job, gpointer data, GCancellable *cancellable, GError **error);
/* Whether the calling thread is one of the two, or runs a read as one of them would. */
gboolean   vlg_engine_is_inside (VlgEngine *self);
/* Runs what is queued, ends the threads, closes the connections and frees. Not from inside, and not while a caller is in vlg_engine_run() or vlg_engine_push(). */
void       vlg_engine_free      (VlgEngine *self);

G_END_DECLS
