/* vlg-annex-files.c — files on their way into annexes, and what annexes had before
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-annex-files.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-files.h"
#include "vlg-string.h"

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," \
                   G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

/* What an annex leaves free on the disk, so that words typed later can still be saved. */
#define RESERVE (G_GUINT64_CONSTANT (64) * 1024 * 1024)
#define PROGRESS_US (100 * 1000)

/* One file on its way. */
typedef struct {
  /* owned */
  GFile *file;
  char  *name;

  /* borrowed */
  VlgStore              *store;
  GTask                 *task;
  GFileProgressCallback  progress;
  gpointer               progress_data;

  guint64 limit;
  guint64 size;
  gint64  told_at;
} Transfer;

static void
transfer_free (gpointer data)
{
  Transfer *transfer = data;

  g_object_unref (transfer->file);
  g_free (transfer->name);
  g_free (transfer);
}

/* Progress */

typedef struct {
  GTask  *task;      /* owned */
  goffset done, total;
} Progress;

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->task);
  g_free (progress);
}

static gboolean
progress_cb (gpointer data)
{
  Progress *progress = data;
  Transfer *transfer = g_task_get_task_data (progress->task);

  if (!g_task_get_completed (progress->task))
    transfer->progress (progress->done, progress->total, transfer->progress_data);

  return G_SOURCE_REMOVE;
}

static void
tell_progress (Transfer *transfer,
               guint64   stored)
{
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  Progress *progress;

  if (transfer->progress == NULL || now - transfer->told_at < PROGRESS_US)
    return;

  transfer->told_at = now;
  progress = g_new0 (Progress, 1);
  progress->task = g_object_ref (transfer->task);
  progress->done = (goffset) stored;
  progress->total = (goffset) transfer->size;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, progress_cb, progress, progress_free);
  g_source_attach (source, g_task_get_context (transfer->task));
}

/* Room */

static gboolean
check_space (Transfer  *transfer,
             guint64    stored,
             GError   **error)
{
  guint64 free_space = vlg_store_get_free_space (transfer->store);
  guint64 wanted = (transfer->size > stored ? transfer->size - stored : 0) + RESERVE;
  g_autofree char *needed = NULL;
  g_autofree char *there = NULL;

  if (free_space >= wanted)
    return TRUE;

  needed = g_format_size (wanted);
  there = g_format_size (free_space);
  g_set_error (error, VLG_ERROR, VLG_ERROR_DISK_FULL,
               _("“%s” does not fit on the disk of the database: %s are needed, %s are free. Free some space and add the file again."), transfer->name, needed, there);
  return FALSE;
}

static gboolean
watch (guint64   stored,
       gpointer  data,
       GError  **error)
{
  Transfer *transfer = data;

  tell_progress (transfer, stored);

  return check_space (transfer, stored, error);
}

/* The file */

static void
explain (const char    *name,
         const GError  *reason,
         GError       **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("“%s” is no longer there. Look where the file is now and add it again."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, VLG_ERROR, VLG_ERROR_READ_ONLY, _("“%s” may not be read. Ask its owner for the permission, or for a copy."), name);
  else
    g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("“%s” could not be read: %s"), name, reason->message);
}

static char *
find_name (GFile     *file,
           GFileInfo *info)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = NULL;
  char *normalized;

  if (info != NULL && g_file_info_get_display_name (info) != NULL)
    name = g_strdup (g_file_info_get_display_name (info));
  else
    name = g_filename_display_basename (base != NULL ? base : "");
  normalized = vlg_string_normalize (name, -1, NULL);

  return normalized != NULL ? normalized : g_steal_pointer (&name);
}

static GFileInfo *
look (Transfer      *transfer,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  GFileInfo *info = g_file_query_info (transfer->file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &local_error);

  if (transfer->name == NULL)
    transfer->name = find_name (transfer->file, info);
  if (info == NULL)
    explain (transfer->name, local_error, error);

  return info;
}

static gboolean
check_file (Transfer   *transfer,
            GFileInfo  *info,
            GError    **error)
{
  GFileType type = g_file_info_get_file_type (info);
  g_autofree char *allowed = g_format_size (transfer->limit);
  g_autofree char *size = g_format_size (transfer->size);

  if (type == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("“%s” is a folder. Add the files in it, or one archive of them."), transfer->name);
  else if (type != G_FILE_TYPE_REGULAR)
    g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("“%s” is no file that could be an annex."), transfer->name);
  else if (transfer->size == 0)
    g_set_error (error, VLG_ERROR, VLG_ERROR_EMPTY, _("“%s” is empty. Look whether it was saved completely."), transfer->name);
  else if (transfer->size > transfer->limit)
    g_set_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE, _("“%s” has %s, and an annex may have %s at most. Make the file smaller or divide it."),
                 transfer->name, size, allowed);
  else
    return check_space (transfer, 0, error);

  return FALSE;
}

static gboolean
is_same (GFileInfo *before,
         GFileInfo *after,
         guint64    read)
{
  return (guint64) g_file_info_get_size (after) == read && g_file_info_get_size (before) == g_file_info_get_size (after) &&
         g_file_info_get_attribute_uint64 (before, G_FILE_ATTRIBUTE_TIME_MODIFIED) == g_file_info_get_attribute_uint64 (after, G_FILE_ATTRIBUTE_TIME_MODIFIED) &&
         g_file_info_get_attribute_uint32 (before, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC) ==
           g_file_info_get_attribute_uint32 (after, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}

/* Returns the digest; caller owns. */
static char *
stream (Transfer      *transfer,
        guint64       *read,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInputStream) input = g_file_read (transfer->file, cancellable, &local_error);
  char *sha256;

  if (input == NULL)
    {
      explain (transfer->name, local_error, error);
      return NULL;
    }
  /* A file that grows meanwhile may exceed what was looked at. */
  sha256 = vlg_files_add_watched (transfer->store, G_INPUT_STREAM (input), transfer->limit, watch, transfer, read, cancellable, &local_error);
  if (sha256 == NULL && local_error->domain == VLG_ERROR)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (sha256 == NULL)
    explain (transfer->name, local_error, error);

  return sha256;
}

/* Kinds the program does something with are told by their first bytes: not every office computer has the list of kinds, and names lie. Caller owns. */
static char *
find_media_type (GFile     *file,
                 GFileInfo *info)
{
  static const struct { const char *magic; gsize length; const char *media_type; } kinds[] = {
    { "%PDF-", 5, "application/pdf" }, { "\x89PNG\r\n", 6, "image/png" }, { "\xff\xd8\xff", 3, "image/jpeg" }, { "II*\0", 4, "image/tiff" }, { "MM\0*", 4, "image/tiff" },
  };
  g_autoptr (GFileInputStream) input = g_file_read (file, NULL, NULL);
  char *media_type = NULL;
  char start[8] = { 0 };

  if (input != NULL)
    g_input_stream_read_all (G_INPUT_STREAM (input), start, sizeof start, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (memcmp (start, kinds[i].magic, kinds[i].length) == 0)
      return g_strdup (kinds[i].media_type);
  if (g_file_info_get_content_type (info) != NULL)
    media_type = g_content_type_get_mime_type (g_file_info_get_content_type (info));

  return media_type != NULL ? media_type : g_strdup ("application/octet-stream");
}

static void
add_thread (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Transfer *transfer = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) before = look (transfer, cancellable, &error);
  g_autoptr (GFileInfo) after = NULL;
  g_autofree char *media_type = NULL;
  g_autofree char *sha256 = NULL;
  VlgAnnexFile file = { 0 };

  transfer->size = before != NULL ? (guint64) g_file_info_get_size (before) : 0;
  if (before != NULL && check_file (transfer, before, &error))
    sha256 = stream (transfer, &file.size, cancellable, &error);
  if (sha256 != NULL)
    after = look (transfer, NULL, &error);
  if (after != NULL && !is_same (before, after, file.size))
    g_set_error (&error, VLG_ERROR, VLG_ERROR_CHANGED, _("“%s” was changed while it was read. Save it, close it in the other program and add it again."), transfer->name);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  media_type = find_media_type (transfer->file, before);
  file.sha256 = sha256;
  file.name = transfer->name;
  file.media_type = media_type;
  g_task_return_pointer (task, vlg_annex_file_copy (&file), (GDestroyNotify) vlg_annex_file_free);
}

void
vlg_annex_files_add_async (VlgOffice             *office,
                           GFile                 *file,
                           GFileProgressCallback  progress,
                           gpointer               progress_data,
                           GCancellable          *cancellable,
                           GAsyncReadyCallback    callback,
                           gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  Transfer *transfer;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_annex_files_add_async);
  transfer = g_new0 (Transfer, 1);
  transfer->file = g_object_ref (file);
  transfer->store = vlg_office_get_store (office);
  transfer->task = task;
  transfer->progress = progress;
  transfer->progress_data = progress_data;
  transfer->limit = vlg_profile_get_annex_limit (vlg_office_get_profile (office));
  g_task_set_task_data (task, transfer, transfer_free);
  g_task_run_in_thread (task, add_thread);
}

VlgAnnexFile *
vlg_annex_files_add_finish (VlgOffice     *office,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What was there before */

typedef struct {
  char *uid;
  char *sha256;   /* the file it has now */
  char *name;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->uid);
  g_free (question->sha256);
  g_free (question->name);
  g_free (question);
}

static gpointer
past_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Question *question = data;
  GPtrArray *files = vlg_annex_history_load (db, question->uid, error);

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      VlgPastFile *past = files->pdata[i];

      if (g_strcmp0 (past->file->sha256, question->sha256) == 0 && g_strcmp0 (past->file->name, question->name) == 0)
        g_ptr_array_remove_index (files, i--);
    }

  return files;
}

static void
past_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *files = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
}

void
vlg_annex_files_load_past_async (VlgOffice           *office,
                                 VlgAnnex            *annex,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  const VlgAnnexFile *file;
  Question *question;
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_ANNEX (annex));

  file = vlg_annex_get_file (annex);
  question = g_new0 (Question, 1);
  question->uid = g_strdup (vlg_annex_get_uid (annex));
  question->sha256 = g_strdup (file != NULL ? file->sha256 : NULL);
  question->name = g_strdup (file != NULL ? file->name : NULL);
  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_annex_files_load_past_async);
  vlg_store_read_async (vlg_office_get_store (office), past_job, question, question_free, (GDestroyNotify) g_ptr_array_unref, cancellable, past_cb, task);
}

GPtrArray *
vlg_annex_files_load_past_finish (VlgOffice     *office,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
vlg_annex_files_title (const VlgAnnexFile *file)
{
  const char *name, *dot;

  g_return_val_if_fail (file != NULL, NULL);

  name = file->name != NULL ? file->name : "";
  dot = strrchr (name, '.');
  /* An ending is short and has no blanks: "Nr. 12 Lageplan" has none. */
  if (dot == NULL || dot == name || strlen (dot) > 6 || strchr (dot, ' ') != NULL)
    return g_strdup (name);

  return g_strndup (name, dot - name);
}
