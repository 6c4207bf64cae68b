/* vlg-batch.c — one deed for many motions
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-batch.h"

#include <glib/gi18n.h>

#include "vlg-motion-summary.h"
#include "vlg-motions.h"
#include "vlg-new-motion.h"
#include "vlg-stages.h"

/* Rows read at once. */
#define CHUNK 64
/* Letters of a title that stand for a missing number in a file's name. */
#define MAX_STEM 40

struct _VlgBatch {
  GObject parent_instance;

  /* owned */
  VlgOffice *office;
  GFile *folder;
  GArray *ids;           /* gint64 */
  GPtrArray *rows;       /* VlgMotionSummary: those of the chunk that is being done */
  GArray *done;          /* gint64 */
  GPtrArray *failures;
  GFile *file;           /* that is being written */

  VlgBatchDeed deed;
  VlgStageDeed stage_deed;
  guint n_handled;
  guint first_row;       /* where rows begins in ids */
};

enum {
  PROP_0,
  PROP_N_HANDLED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgBatch, vlg_batch, G_TYPE_OBJECT)

static void next (GTask *task);

static void
failure_free (gpointer data)
{
  VlgBatchFailure *failure = data;

  g_free (failure->name);
  g_free (failure->message);
  g_free (failure);
}

typedef struct {
  gint64 ids[CHUNK];
  guint n_ids;
} Chunk;

static gpointer
rows_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Chunk *chunk = data;

  return vlg_motions_load_summaries (db, chunk->ids, chunk->n_ids, error);
}

/* The motion that is being done. */
static VlgMotionSummary *
current (VlgBatch *self)
{
  return g_ptr_array_index (self->rows, self->n_handled - self->first_row);
}

static char *
name_of (VlgMotionSummary *row)
{
  const char *number = vlg_motion_summary_get_number (row);
  const char *title = vlg_motion_summary_get_title (row);

  if (number != NULL && *number != '\0')
    return g_strdup (number);

  return g_strdup (title != NULL && *title != '\0' ? title : _("Untitled"));
}

/* Takes @task and notes what became of the motion. */
static void
handled (GTask        *task,
         const GError *error)
{
  VlgBatch *self = g_task_get_source_object (task);

  if (error == NULL)
    {
      g_array_append_val (self->done, g_array_index (self->ids, gint64, self->n_handled));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      VlgBatchFailure *failure = g_new0 (VlgBatchFailure, 1);

      failure->name = name_of (current (self));
      failure->message = g_strdup (error->message);
      g_ptr_array_add (self->failures, failure);
    }
  self->n_handled++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_HANDLED]);
  next (task);
}

static void
trashed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  vlg_office_trash_finish (VLG_OFFICE (source), result, &error);
  handled (user_data, error);
}

static void
duplicated_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_new_motion_finish (VLG_OFFICE (source), result, &error);

  handled (user_data, error);
}

static void
stage_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_stages_do_finish (VLG_OFFICE (source), result, &error);

  handled (user_data, error);
}

/* Export */

/* Of the number, else of the title: what stands in a title need not be fit for a file. Caller owns. */
static char *
stem_of (VlgMotionSummary *row)
{
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse (vlg_motion_summary_get_number (row), NULL);
  g_autofree char *head = NULL;

  if (number != NULL)
    return vlg_motion_number_to_filename (number);
  head = g_utf8_substring (vlg_motion_summary_get_title (row), 0, MIN (MAX_STEM, g_utf8_strlen (vlg_motion_summary_get_title (row), -1)));
  g_strstrip (g_strdelimit (head, "/\\:*?\"<>|\t\r\n", ' '));
  /* A name that begins with a dot is hidden. */
  while (*head == '.')
    *head = '_';

  return *head != '\0' ? g_steal_pointer (&head) : g_strdup (_("Draft"));
}

static GFile *
file_for (VlgBatch *self,
          guint     attempt)
{
  g_autofree char *stem = stem_of (current (self));
  g_autofree char *name = attempt <= 1 ? g_strdup_printf ("%s.pdf", stem) : g_strdup_printf ("%s (%u).pdf", stem, attempt);

  return g_file_get_child (self->folder, name);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  vlg_office_export_finish (VLG_OFFICE (source), result, &error);
  handled (user_data, error);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  VlgBatch *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  guint attempt = GPOINTER_TO_UINT (g_object_get_data (source, "attempt"));

  if (info == NULL)
    {
      /* Whatever else is wrong with the folder is told by writing into it. */
      vlg_office_export_async (self->office, vlg_motion_summary_get_uid (current (self)), G_FILE (source), VLG_EXPORT_DEFAULT,
                               g_task_get_cancellable (task), exported_cb, task);
      return;
    }
  g_clear_object (&self->file);
  self->file = file_for (self, attempt + 1);
  g_object_set_data (G_OBJECT (self->file), "attempt", GUINT_TO_POINTER (attempt + 1));
  g_file_query_info_async (self->file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, looked_cb, task);
}

static void
export (GTask *task)
{
  VlgBatch *self = g_task_get_source_object (task);

  g_clear_object (&self->file);
  self->file = file_for (self, 1);
  g_object_set_data (G_OBJECT (self->file), "attempt", GUINT_TO_POINTER (1));
  g_file_query_info_async (self->file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, looked_cb, task);
}

/* One after the other */

static void
do_current (GTask *task)
{
  VlgBatch *self = g_task_get_source_object (task);
  const char *uid = vlg_motion_summary_get_uid (current (self));
  const VlgNewMotion how = { .from_uid = uid };

  /* Gone since it was chosen: whoever took it away has done more than was asked for here. */
  if (vlg_motion_summary_get_id (current (self)) == 0)
    {
      g_autoptr (GError) error = g_error_new_literal (VLG_ERROR, VLG_ERROR_NOT_FOUND, _("The motion is not there any more."));

      handled (task, error);
      return;
    }

  switch (self->deed)
    {
    case VLG_BATCH_EXPORT:
      export (task);
      break;
    case VLG_BATCH_DUPLICATE:
      vlg_new_motion_async (self->office, &how, NULL, duplicated_cb, task);
      break;
    case VLG_BATCH_TRASH:
    case VLG_BATCH_RESTORE:
      vlg_office_trash_async (self->office, uid, self->deed == VLG_BATCH_TRASH, NULL, trashed_cb, task);
      break;
    case VLG_BATCH_STAGE:
      vlg_stages_do_async (self->office, uid, self->stage_deed, NULL, NULL, NULL, stage_cb, task);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
rows_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  VlgBatch *self = g_task_get_source_object (task);
  GError *error = NULL;
  GPtrArray *rows = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  self->first_row = self->n_handled;
  do_current (g_steal_pointer (&task));
}

/* Takes @task. */
static void
next (GTask *task)
{
  VlgBatch *self = g_task_get_source_object (task);
  Chunk *chunk;

  if (g_task_return_error_if_cancelled (task))
    {
      g_object_unref (task);
      return;
    }
  if (self->n_handled == self->ids->len)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  if (self->rows != NULL && self->n_handled < self->first_row + self->rows->len)
    {
      do_current (task);
      return;
    }

  chunk = g_new0 (Chunk, 1);
  chunk->n_ids = MIN (CHUNK, self->ids->len - self->n_handled);
  for (guint i = 0; i < chunk->n_ids; i++)
    chunk->ids[i] = g_array_index (self->ids, gint64, self->n_handled + i);
  vlg_store_read_async (vlg_office_get_store (self->office), rows_job, chunk, g_free, (GDestroyNotify) g_ptr_array_unref,
                        g_task_get_cancellable (task), rows_cb, task);
}

static void
vlg_batch_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_HANDLED:
      g_value_set_uint (value, VLG_BATCH (object)->n_handled);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_batch_finalize (GObject *object)
{
  VlgBatch *self = VLG_BATCH (object);

  g_clear_object (&self->office);
  g_clear_object (&self->folder);
  g_clear_object (&self->file);
  g_array_unref (self->ids);
  g_array_unref (self->done);
  g_ptr_array_unref (self->failures);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (vlg_batch_parent_class)->finalize (object);
}

static void
vlg_batch_class_init (VlgBatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vlg_batch_get_property;
  object_class->finalize = vlg_batch_finalize;

  properties[PROP_N_HANDLED] = g_param_spec_uint ("n-handled", NULL, NULL, 0, G_MAXUINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_batch_init (VlgBatch *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->done = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->failures = g_ptr_array_new_with_free_func (failure_free);
}

VlgBatch *
vlg_batch_new (VlgOffice    *office,
               VlgBatchDeed  deed)
{
  VlgBatch *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_object_new (VLG_TYPE_BATCH, NULL);
  self->office = g_object_ref (office);
  self->deed = deed;

  return self;
}

void
vlg_batch_set_folder (VlgBatch *self,
                      GFile    *folder)
{
  g_return_if_fail (VLG_IS_BATCH (self));
  g_return_if_fail (G_IS_FILE (folder));

  g_set_object (&self->folder, folder);
}

void
vlg_batch_set_stage_deed (VlgBatch     *self,
                          VlgStageDeed  deed)
{
  g_return_if_fail (VLG_IS_BATCH (self));

  self->stage_deed = deed;
}

VlgBatchDeed
vlg_batch_get_deed (VlgBatch *self)
{
  g_return_val_if_fail (VLG_IS_BATCH (self), VLG_BATCH_EXPORT);

  return self->deed;
}

VlgStageDeed
vlg_batch_get_stage_deed (VlgBatch *self)
{
  g_return_val_if_fail (VLG_IS_BATCH (self), VLG_STAGE_DEED_SUBMIT);

  return self->stage_deed;
}

GFile *
vlg_batch_get_folder (VlgBatch *self)
{
  g_return_val_if_fail (VLG_IS_BATCH (self), NULL);

  return self->folder;
}

void
vlg_batch_run_async (VlgBatch            *self,
                     const gint64        *ids,
                     guint                n_ids,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_BATCH (self));
  g_return_if_fail (self->ids->len == 0);
  g_return_if_fail (self->deed != VLG_BATCH_EXPORT || self->folder != NULL);

  g_array_append_vals (self->ids, ids, n_ids);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_batch_run_async);
  next (task);
}

gboolean
vlg_batch_run_finish (VlgBatch      *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
vlg_batch_get_n_motions (VlgBatch *self)
{
  g_return_val_if_fail (VLG_IS_BATCH (self), 0);

  return self->ids->len;
}

guint
vlg_batch_get_n_handled (VlgBatch *self)
{
  g_return_val_if_fail (VLG_IS_BATCH (self), 0);

  return self->n_handled;
}

GArray *
vlg_batch_get_done (VlgBatch *self)
{
  g_return_val_if_fail (VLG_IS_BATCH (self), NULL);

  return self->done;
}

GPtrArray *
vlg_batch_get_failures (VlgBatch *self)
{
  g_return_val_if_fail (VLG_IS_BATCH (self), NULL);

  return self->failures;
}
