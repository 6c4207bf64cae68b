/* vlg-import.c — a batch of papers: the next one is read while the last is committed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-import.h"

#include "vlg-import-private.h"

/* So many papers, or so many bytes of them, wait at most between reading and storing. */
#define MAX_WAITING 32
#define MAX_WAITING_BYTES (32 * 1024 * 1024)
/* So many are with the store at once: those that wait there share a commit. */
#define MAX_STORING 32

struct _VlgImport {
  GObject parent_instance;

  /* owned */
  VlgOffice *office;

  VlgOnConflict on_conflict;
  gboolean any;
  guint n_files;
  guint n_done;
};

G_DEFINE_FINAL_TYPE (VlgImport, vlg_import, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_N_FILES,
  PROP_N_DONE,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  RESULT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the reading thread and the storing thread share. */
typedef struct {
  /* the storing thread's, where it waits */
  GMainContext *context;

  /* owned, constant while the threads run; the profile is a copy, as its list models may be read in one thread at a time */
  GPtrArray *files;
  VlgProfile *profile;
  GCancellable *cancellable;

  GMutex mutex;
  GCond cond;
  /* guarded by the mutex */
  GQueue papers;
  gsize waiting_bytes;
  gboolean finished;
  gboolean stopped;
} Batch;

static Batch *
batch_new (GFile * const *files,
           guint          n_files,
           VlgProfile    *profile,
           GCancellable  *cancellable)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->files = g_ptr_array_new_full (n_files, g_object_unref);
  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (batch->files, g_object_ref (files[i]));
  batch->context = g_main_context_new ();
  batch->profile = vlg_profile_new_from_json (vlg_profile_get_json (profile), NULL);
  if (batch->profile == NULL)
    batch->profile = g_object_ref (profile);
  g_set_object (&batch->cancellable, cancellable);
  g_mutex_init (&batch->mutex);
  g_cond_init (&batch->cond);
  g_queue_init (&batch->papers);

  return batch;
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_main_context_unref (batch->context);
  g_ptr_array_unref (batch->files);
  g_object_unref (batch->profile);
  g_clear_object (&batch->cancellable);
  g_queue_clear_full (&batch->papers, (GDestroyNotify) vlg_read_paper_free);
  g_cond_clear (&batch->cond);
  g_mutex_clear (&batch->mutex);
  g_free (batch);
}

static gsize
paper_size (VlgReadPaper *paper)
{
  return paper->bytes != NULL ? g_bytes_get_size (paper->bytes) : 0;
}

/* FALSE when nobody takes papers any more. */
static gboolean
batch_push (Batch        *batch,
            VlgReadPaper *paper)
{
  gboolean taken;

  g_mutex_lock (&batch->mutex);
  while (!batch->stopped
         && (batch->papers.length >= MAX_WAITING || (batch->papers.length > 0 && batch->waiting_bytes >= MAX_WAITING_BYTES)))
    g_cond_wait (&batch->cond, &batch->mutex);
  taken = !batch->stopped;
  if (taken)
    {
      g_queue_push_tail (&batch->papers, paper);
      batch->waiting_bytes += paper_size (paper);
    }
  g_mutex_unlock (&batch->mutex);
  if (taken)
    g_main_context_wakeup (batch->context);

  return taken;
}

/* The next paper, or NULL where none waits; @finished tells whether one may still come. */
static VlgReadPaper *
batch_pop (Batch    *batch,
           gboolean *finished)
{
  VlgReadPaper *paper;

  g_mutex_lock (&batch->mutex);
  paper = g_queue_pop_head (&batch->papers);
  *finished = paper == NULL && batch->finished;
  if (paper != NULL)
    {
      batch->waiting_bytes -= paper_size (paper);
      g_cond_broadcast (&batch->cond);
    }
  g_mutex_unlock (&batch->mutex);

  return paper;
}

static void
batch_stop (Batch *batch)
{
  g_mutex_lock (&batch->mutex);
  batch->stopped = TRUE;
  g_cond_broadcast (&batch->cond);
  g_mutex_unlock (&batch->mutex);
}

static gpointer
read_thread (gpointer data)
{
  Batch *batch = data;

  for (guint i = 0; i < batch->files->len && !g_cancellable_is_cancelled (batch->cancellable); i++)
    {
      VlgReadPaper *paper = vlg_read_paper_new (g_ptr_array_index (batch->files, i), batch->profile, batch->cancellable);

      if (!batch_push (batch, paper))
        {
          vlg_read_paper_free (paper);
          break;
        }
    }

  g_mutex_lock (&batch->mutex);
  batch->finished = TRUE;
  g_mutex_unlock (&batch->mutex);
  g_main_context_wakeup (batch->context);

  return NULL;
}

typedef struct {
  VlgImport *import;
  VlgImportResult *result;
} Delivery;

static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  g_object_unref (delivery->import);
  g_object_unref (delivery->result);
  g_free (delivery);
}

static gboolean
deliver_cb (gpointer data)
{
  Delivery *delivery = data;
  VlgImport *self = delivery->import;

  self->n_done++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_signal_emit (self, signals[RESULT], 0, delivery->result);

  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke(): that would run the handlers in this thread whenever the context is idle. */
static void
deliver (GTask           *task,
         VlgImportResult *result)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Delivery *delivery = g_new0 (Delivery, 1);

  delivery->import = g_object_ref (g_task_get_source_object (task));
  delivery->result = g_object_ref (result);
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_static_name (source, "[vorlage] import result");
  g_source_set_callback (source, deliver_cb, delivery, delivery_free);
  g_source_attach (source, g_task_get_context (task));
}

static gboolean
was_cancelled (VlgImportResult *result)
{
  return g_error_matches (vlg_import_result_get_error (result), G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The storing thread's own. */
typedef struct {
  /* borrowed */
  GTask *task;

  /* owned */
  GPtrArray *results;    /* reported ones, in the order of the files */
  GQueue papers;         /* Storing, in the order of the files */

  guint n_storing;
} Run;

/* A paper that is with the store. */
typedef struct {
  Run *run;
  VlgImportResult *result;   /* owned, NULL until it is known */
} Storing;

/* Reports what is known, in the order of the files. */
static void
report_results (Run *run)
{
  Storing *first;

  while ((first = g_queue_peek_head (&run->papers)) != NULL && first->result != NULL)
    {
      g_queue_pop_head (&run->papers);
      /* A paper that was given up half read was not tried. */
      if (!was_cancelled (first->result))
        {
          deliver (run->task, first->result);
          g_ptr_array_add (run->results, g_steal_pointer (&first->result));
        }
      g_clear_object (&first->result);
      g_free (first);
    }
}

static void
stored_cb (VlgImportResult *result,
           gpointer         user_data)
{
  Storing *storing = user_data;
  Run *run = storing->run;

  storing->result = result;
  run->n_storing--;
  report_results (run);
}

/* Keeps the store busy until all papers are stored, or until the batch is cancelled and those on their way are. */
static void
store_papers (Run                   *run,
              Batch                 *batch,
              const VlgImportTarget *target,
              GCancellable          *cancellable)
{
  gboolean finished = FALSE;

  while (!finished || run->n_storing > 0)
    {
      g_autoptr (VlgReadPaper) paper = NULL;

      if (!finished && run->n_storing < MAX_STORING)
        paper = batch_pop (batch, &finished);
      finished = finished || g_cancellable_is_cancelled (cancellable);
      if (paper != NULL && !finished)
        {
          Storing *storing = g_new0 (Storing, 1);

          storing->run = run;
          run->n_storing++;
          g_queue_push_tail (&run->papers, storing);
          vlg_read_paper_store_async (g_steal_pointer (&paper), target, cancellable, stored_cb, storing);
        }
      else if (!finished || run->n_storing > 0)
        {
          g_main_context_iteration (batch->context, TRUE);
        }
    }
}

static void
run_thread (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  VlgImport *self = source;
  Batch *batch = task_data;
  VlgImportTarget target = {
    vlg_office_get_store (self->office), batch->profile, vlg_office_get_actor (self->office), self->on_conflict, self->any
  };
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_object_unref);
  Run run = { task, results, G_QUEUE_INIT, 0 };
  GThread *reader;

  g_main_context_push_thread_default (batch->context);
  reader = g_thread_new ("vlg-import", read_thread, batch);
  store_papers (&run, batch, &target, cancellable);
  batch_stop (batch);
  g_thread_join (reader);
  g_main_context_pop_thread_default (batch->context);

  if (results->len == 0 && g_cancellable_is_cancelled (cancellable))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  else
    g_task_return_pointer (task, g_steal_pointer (&results), (GDestroyNotify) g_ptr_array_unref);
}

static void
vlg_import_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VlgImport *self = VLG_IMPORT (object);

  switch (property_id)
    {
    case PROP_N_FILES:
      g_value_set_uint (value, self->n_files);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->n_files > 0 ? (double) self->n_done / self->n_files : 0.0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
vlg_import_dispose (GObject *object)
{
  VlgImport *self = VLG_IMPORT (object);

  g_clear_object (&self->office);

  G_OBJECT_CLASS (vlg_import_parent_class)->dispose (object);
}

static void
vlg_import_class_init (VlgImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = vlg_import_get_property;
  object_class->dispose = vlg_import_dispose;

  properties[PROP_N_FILES] = g_param_spec_uint ("n-files", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RESULT] = g_signal_new ("result", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_IMPORT_RESULT);
}

static void
vlg_import_init (VlgImport *self)
{
}

VlgImport *
vlg_import_new (VlgOffice     *office,
                VlgOnConflict  on_conflict)
{
  VlgImport *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_object_new (VLG_TYPE_IMPORT, NULL);
  self->office = g_object_ref (office);
  self->on_conflict = on_conflict;

  return self;
}

void
vlg_import_set_any (VlgImport *self,
                    gboolean   any)
{
  g_return_if_fail (VLG_IS_IMPORT (self));

  self->any = any;
}

void
vlg_import_run_async (VlgImport           *self,
                      GFile * const       *files,
                      guint                n_files,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (VLG_IS_IMPORT (self));
  g_return_if_fail (files != NULL || n_files == 0);

  self->n_files = n_files;
  self->n_done = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FILES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_import_run_async);
  /* What was stored before a cancel is reported all the same. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, batch_new (files, n_files, vlg_office_get_profile (self->office), cancellable), batch_free);
  g_task_run_in_thread (task, run_thread);
}

GPtrArray *
vlg_import_run_finish (VlgImport     *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

VlgImportResult *
vlg_import_file (VlgImport    *self,
                 GFile        *file,
                 GCancellable *cancellable)
{
  g_autoptr (VlgReadPaper) paper = NULL;
  VlgImportTarget target;

  g_return_val_if_fail (VLG_IS_IMPORT (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  target = (VlgImportTarget) {
    vlg_office_get_store (self->office), vlg_office_get_profile (self->office), vlg_office_get_actor (self->office), self->on_conflict, self->any
  };
  paper = vlg_read_paper_new (file, target.profile, cancellable);

  return vlg_read_paper_store (paper, &target, cancellable);
}
