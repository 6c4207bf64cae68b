/* vlg-sqlite-engine.c — the threads that run jobs on the two connections
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sqlite-engine.h"

#include "vlg-search.h"
#include "vlg-sqlite-search.h"
#include "vlg-string.h"
#include "vlg-upkeep.h"

/* Jobs that wait share one commit, each in a savepoint of its own, until one of these is reached; none is reported before it. */
#define BATCH_JOBS 64
#define BATCH_US (20 * 1000)
/* Pages in the log after which the writer moves them into the database. */
#define CHECKPOINT_PAGES 1000
/* A look at other processes' commits, and at what is to be kept up. */
#define LOOK_US (1000 * 1000)
#define UPKEEP_US (200 * 1000)

/* Where a blocked caller waits for its job. */
typedef struct {
  GMutex mutex;
  GCond cond;
  gboolean done;
} Waiter;

typedef struct {
  VlgStoreJob run;
  gpointer data;
  GDestroyNotify destroy;
  GDestroyNotify result_free;
  GTask *task;             /* owned; NULL when a caller waits */
  Waiter *waiter;          /* borrowed */
  GCancellable *cancellable;  /* borrowed from the task or the caller */

  gpointer result;
  GError *error;
  gboolean unseen;         /* it says that nobody shows what it wrote */
} Job;

struct _VlgEngine {
  VlgOpened opened;
  GThread *writer;
  GThread *reader;
  GAsyncQueue *writes;     /* Job, owned; the engine itself says stop */
  GAsyncQueue *reads;
  GMutex reading;          /* held by who uses the reader's connection: its thread, or a caller that waits anyway */
  GThread *guest;          /* that caller; atomic */
  VlgEngineChanged changed;
  gpointer changed_data;
  GDestroyNotify changed_destroy;

  /* the writer thread's */
  int log_pages;
  gint64 data_version;
  gint64 opened_at;
  gboolean stopping;
  gboolean collecting;
  gboolean behind;
  gboolean pruning;
  VlgDay refreshed_on;
};

static gboolean
job_return_cb (gpointer data)
{
  Job *job = data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, job->result, job->result_free);
  g_object_unref (job->task);
  g_free (job);
  return G_SOURCE_REMOVE;
}

/* The task, and with it a reference on the store, goes back to where it came from: no thread of the engine ever holds the last one when a caller was told that it is done. */
static void
job_report (Job *job)
{
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GSource) source = NULL;

  if (job->waiter != NULL)
    {
      /* With the mutex released, job and waiter are the caller's again. */
      Waiter *waiter = job->waiter;

      g_mutex_lock (&waiter->mutex);
      waiter->done = TRUE;
      g_cond_signal (&waiter->cond);
      g_mutex_unlock (&waiter->mutex);
      return;
    }

  if (job->destroy != NULL)
    job->destroy (job->data);
  /* Unreferencing a source locks its context, which may go as soon as its owner has the answer: it is held until the source is let go. */
  context = g_main_context_ref (g_task_get_context (job->task));
  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_static_name (source, "vlg-store job");
  g_source_set_callback (source, job_return_cb, job, NULL);
  g_source_attach (source, context);
}

static void
job_fail (Job          *job,
          const GError *error)
{
  if (job->result != NULL && job->result_free != NULL)
    job->result_free (job->result);
  job->result = NULL;
  g_clear_error (&job->error);
  job->error = g_error_copy (error);
}

static gboolean
job_run (Job   *job,
         VlgDb *db)
{
  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return FALSE;

  vlg_db_take_unseen (db);
  job->result = job->run (db, job->data, job->cancellable, &job->error);
  job->unseen = vlg_db_take_unseen (db);
  vlg_db_reset_statements (db);
  if (job->error != NULL && job->result != NULL)
    {
      if (job->result_free != NULL)
        job->result_free (job->result);
      job->result = NULL;
    }
  return job->error == NULL;
}

static int
log_grew_cb (gpointer    data,
             sqlite3    *handle,
             const char *name,
             int         n_pages)
{
  VlgEngine *self = data;

  self->log_pages = n_pages;
  return SQLITE_OK;
}

static gboolean
lock (VlgEngine  *self,
      GError    **error)
{
  return self->opened.lock == NULL || vlg_lock_acquire (self->opened.lock, VLG_LOCK_PATIENCE_MS, error);
}

static void
unlock (VlgEngine *self)
{
  if (self->opened.lock != NULL)
    vlg_lock_release (self->opened.lock);
}

static gboolean
in_transaction (VlgEngine *self)
{
  return !sqlite3_get_autocommit (vlg_db_get_handle (self->opened.writer));
}

static void
roll_back (VlgEngine *self)
{
  vlg_search_forget (self->opened.writer, 0);
  if (in_transaction (self))
    vlg_db_exec (self->opened.writer, "ROLLBACK", NULL);
}

static void
checkpoint (VlgEngine *self)
{
  if (self->log_pages < CHECKPOINT_PAGES)
    return;

  sqlite3_wal_checkpoint_v2 (vlg_db_get_handle (self->opened.writer), "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  self->log_pages = 0;
}

static void
run_in_savepoint (VlgEngine *self,
                  Job       *job)
{
  VlgDb *db = self->opened.writer;
  guint n_deferred = vlg_db_get_deferred (db)->len;

  if (!vlg_db_exec (db, "SAVEPOINT job", &job->error))
    return;
  if (job_run (job, db))
    {
      vlg_db_exec (db, "RELEASE job", &job->error);
    }
  else if (in_transaction (self))
    {
      vlg_search_forget (db, n_deferred);
      vlg_db_exec (db, "ROLLBACK TO job", NULL);
      vlg_db_exec (db, "RELEASE job", NULL);
    }
}

/* The next job that waits; notices the stop sign. */
static Job *
next_job (VlgEngine *self)
{
  gpointer next = g_async_queue_try_pop (self->writes);

  if (next == self)
    {
      self->stopping = TRUE;
      return NULL;
    }
  return next;
}

/* Fills @batch, starting with the job in it. The transaction is open, or gone (a full disk rolls all of it back). */
static void
run_batch (VlgEngine *self,
           GPtrArray *batch)
{
  gint64 until = g_get_monotonic_time () + BATCH_US;
  Job *job = g_ptr_array_index (batch, 0);

  if (!job_run (job, self->opened.writer))
    {
      roll_back (self);
      return;
    }

  while (in_transaction (self) && batch->len < BATCH_JOBS && g_get_monotonic_time () < until && (job = next_job (self)) != NULL)
    {
      g_ptr_array_add (batch, job);
      run_in_savepoint (self, job);
    }
}

static gboolean
any_succeeded (GPtrArray *batch)
{
  for (guint i = 0; i < batch->len; i++)
    {
      Job *job = g_ptr_array_index (batch, i);

      if (job->error == NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
any_seen (GPtrArray *batch)
{
  for (guint i = 0; i < batch->len; i++)
    {
      Job *job = g_ptr_array_index (batch, i);

      if (job->error == NULL && !job->unseen)
        return TRUE;
    }
  return FALSE;
}

/* After the batch nothing of it is stored: all jobs that thought otherwise fail with what happened. */
static void
fail_all (GPtrArray    *batch,
          const GError *error)
{
  for (guint i = 0; i < batch->len; i++)
    {
      Job *job = g_ptr_array_index (batch, i);

      if (job->error == NULL)
        job_fail (job, error);
    }
}

static const GError *
last_error (GPtrArray *batch)
{
  Job *job = g_ptr_array_index (batch, batch->len - 1);

  return job->error;
}

static void
write_batch (VlgEngine *self,
             Job       *first)
{
  g_autoptr (GPtrArray) batch = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gboolean locked, committed = FALSE, seen;

  g_ptr_array_add (batch, first);
  locked = lock (self, &error);
  if (locked && vlg_db_exec (self->opened.writer, "BEGIN IMMEDIATE", &error))
    {
      run_batch (self, batch);
      if (!in_transaction (self))
        error = last_error (batch) != NULL ? g_error_copy (last_error (batch)) : NULL;
      else
        committed = vlg_search_flush (self->opened.writer, &error) && vlg_db_exec (self->opened.writer, "COMMIT", &error);
      roll_back (self);
    }
  if (error != NULL)
    fail_all (batch, error);
  committed = committed && any_succeeded (batch);
  seen = committed && any_seen (batch);

  for (guint i = 0; i < batch->len; i++)
    job_report (g_ptr_array_index (batch, i));
  if (locked)
    {
      checkpoint (self);
      unlock (self);
    }
  if (committed)
    self->behind = TRUE;
  if (seen)
    self->changed (self->changed_data);
}

/* `data_version` of a connection moves when another connection commits; all others that write are other processes'. */
static void
look_at_others (VlgEngine *self)
{
  VlgStatement *statement = vlg_db_prepare (self->opened.writer, "PRAGMA data_version", NULL);
  gint64 version;

  if (statement == NULL || !vlg_statement_step (statement, NULL))
    return;
  version = vlg_statement_get_int (statement, 0);
  vlg_statement_reset (statement);

  if (self->data_version != 0 && version != self->data_version)
    {
      self->behind = TRUE;
      self->changed (self->changed_data);
    }
  self->data_version = version;
}

typedef gboolean (*Deed) (VlgEngine *self, gboolean *changed, GError **error);

/* One transaction of upkeep; what fails is tried again after the next opening, nobody is waiting for it. */
static gboolean
keep_up (VlgEngine *self,
         Deed       deed)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE, done = FALSE;

  if (!lock (self, &error))
    {
      g_debug ("Upkeep waits: %s", error->message);
      return FALSE;
    }
  if (vlg_db_exec (self->opened.writer, "BEGIN IMMEDIATE", &error))
    done = deed (self, &changed, &error) && vlg_search_flush (self->opened.writer, &error) && vlg_db_exec (self->opened.writer, "COMMIT", &error);
  vlg_db_reset_statements (self->opened.writer);
  roll_back (self);
  checkpoint (self);
  unlock (self);

  if (!done)
    g_debug ("Upkeep failed: %s", error->message);
  else if (changed)
    self->changed (self->changed_data);
  return done;
}

static gboolean
collect (VlgEngine  *self,
         gboolean   *changed,
         GError    **error)
{
  return vlg_upkeep_collect_file (self->opened.writer, self->opened_at, &self->collecting, error);
}

static gboolean
catch_up (VlgEngine  *self,
          gboolean   *changed,
          GError    **error)
{
  *changed = TRUE;
  return vlg_search_catch_up (self->opened.writer, error);
}

static gboolean
refresh (VlgEngine  *self,
         gboolean   *changed,
         GError    **error)
{
  int n_changed = vlg_upkeep_refresh_states (self->opened.writer, self->refreshed_on, error);

  *changed = n_changed > 0;
  return n_changed >= 0;
}

static gboolean
prune (VlgEngine  *self,
       gboolean   *changed,
       GError    **error)
{
  return vlg_upkeep_prune_edits (self->opened.writer, vlg_instant_now (), &self->pruning, error);
}

/* One small deed, so that a job that arrives meanwhile waits for no more than that. */
static void
idle (VlgEngine *self)
{
  look_at_others (self);

  if (self->refreshed_on != vlg_day_today ())
    {
      self->refreshed_on = vlg_day_today ();
      self->pruning = TRUE;
      keep_up (self, refresh);
    }
  else if (self->collecting)
    {
      self->collecting = keep_up (self, collect) && self->collecting;
    }
  else if (self->behind)
    {
      gboolean waiting = FALSE;

      self->behind = vlg_search_is_behind (self->opened.writer, &waiting, NULL) && waiting && keep_up (self, catch_up);
    }
  else if (self->pruning)
    {
      self->pruning = keep_up (self, prune) && self->pruning;
    }
}

static gpointer
writer_main (gpointer data)
{
  VlgEngine *self = data;

  vlg_db_claim (self->opened.writer);
  look_at_others (self);
  while (!self->stopping)
    {
      gboolean busy = self->collecting || self->behind || self->pruning || self->refreshed_on == VLG_DAY_NONE;
      gpointer next = g_async_queue_timeout_pop (self->writes, busy ? UPKEEP_US : LOOK_US);

      if (next == self)
        self->stopping = TRUE;
      else if (next != NULL)
        write_batch (self, next);
      else
        idle (self);
    }
  return NULL;
}

/* Prepared like all other statements: parsing these two would be a good part of a short read. */
static gboolean
execute (VlgDb       *db,
         const char  *sql,
         GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db, sql, error);

  return statement != NULL && vlg_statement_execute (statement, error);
}

/* With the mutex held. */
static void
read_one (VlgEngine *self,
          Job       *job)
{
  VlgDb *db = self->opened.reader;

  vlg_db_claim (db);
  vlg_db_set_cancellable (db, job->cancellable);
  /* One snapshot for all statements of the job. */
  if (execute (db, "BEGIN", &job->error))
    {
      job_run (job, db);
      vlg_db_set_cancellable (db, NULL);
      execute (db, "COMMIT", NULL);
    }
  vlg_db_set_cancellable (db, NULL);
}

static gpointer
reader_main (gpointer data)
{
  VlgEngine *self = data;
  gpointer next;

  while ((next = g_async_queue_pop (self->reads)) != self)
    {
      g_mutex_lock (&self->reading);
      read_one (self, next);
      g_mutex_unlock (&self->reading);
      job_report (next);
    }
  return NULL;
}

VlgEngine *
vlg_engine_new (VlgOpened        *opened,
                VlgEngineChanged  changed,
                gpointer          data,
                GDestroyNotify    destroy)
{
  VlgEngine *self = g_new0 (VlgEngine, 1);

  self->opened = *opened;
  *opened = (VlgOpened) { NULL };
  self->changed = changed;
  self->changed_data = data;
  self->changed_destroy = destroy;
  self->collecting = self->opened.sole;
  self->behind = TRUE;
  self->opened_at = vlg_instant_now ();
  self->writes = g_async_queue_new ();
  self->reads = g_async_queue_new ();
  g_mutex_init (&self->reading);
  sqlite3_wal_hook (vlg_db_get_handle (self->opened.writer), log_grew_cb, self);

  self->writer = g_thread_new ("vlg-writer", writer_main, self);
  self->reader = g_thread_new ("vlg-reader", reader_main, self);
  return self;
}

void
vlg_engine_push (VlgEngine      *self,
                 gboolean        write,
                 VlgStoreJob     run,
                 gpointer        data,
                 GDestroyNotify  destroy,
                 GDestroyNotify  result_free,
                 GTask          *task)
{
  Job *job = g_new0 (Job, 1);

  job->run = run;
  job->data = data;
  job->destroy = destroy;
  job->result_free = result_free;
  job->task = task;
  job->cancellable = g_task_get_cancellable (task);
  g_async_queue_push (write ? self->writes : self->reads, job);
}

/* Lets the writer's thread do it. */
static void
wait_for_write (VlgEngine *self,
                Job       *job)
{
  Waiter waiter = { .done = FALSE };

  job->waiter = &waiter;
  g_mutex_init (&waiter.mutex);
  g_cond_init (&waiter.cond);
  g_async_queue_push (self->writes, job);
  g_mutex_lock (&waiter.mutex);
  while (!waiter.done)
    g_cond_wait (&waiter.cond, &waiter.mutex);
  g_mutex_unlock (&waiter.mutex);
  g_cond_clear (&waiter.cond);
  g_mutex_clear (&waiter.mutex);
}

gpointer
vlg_engine_run (VlgEngine     *self,
                gboolean       write,
                VlgStoreJob    run,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Job job = { .run = run, .data = data, .cancellable = cancellable };

  if (write)
    {
      wait_for_write (self, &job);
    }
  else
    {
      /* Waking a thread and being woken by it takes longer than most reads. */
      g_mutex_lock (&self->reading);
      g_atomic_pointer_set (&self->guest, g_thread_self ());
      read_one (self, &job);
      g_atomic_pointer_set (&self->guest, NULL);
      g_mutex_unlock (&self->reading);
    }

  if (job.error != NULL)
    {
      g_propagate_error (error, job.error);
      return NULL;
    }
  return job.result;
}

gboolean
vlg_engine_is_inside (VlgEngine *self)
{
  GThread *thread = g_thread_self ();

  return thread == self->writer || thread == self->reader || thread == g_atomic_pointer_get (&self->guest);
}

void
vlg_engine_free (VlgEngine *self)
{
  g_async_queue_push (self->reads, self);
  g_async_queue_push (self->writes, self);
  g_thread_join (self->reader);
  g_thread_join (self->writer);

  /* Who reads or waits for it in a thread of its own holds the store, which lets nobody in any more before it gets here. */
  g_assert (g_atomic_pointer_get (&self->guest) == NULL);
  vlg_sqlite_close (&self->opened);
  g_async_queue_unref (self->writes);
  g_async_queue_unref (self->reads);
  g_mutex_clear (&self->reading);
  self->changed_destroy (self->changed_data);
  g_free (self);
}
