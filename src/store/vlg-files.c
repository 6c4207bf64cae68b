/* vlg-files.c — the bytes of annex files, in chunks, stored once by SHA-256
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-files.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-string.h"

/* One file on its way in. Each job handles one chunk; the last one gives the file its digest. */
typedef struct {
  gint64 id;            /* 0 before the first chunk */
  guint position;
  const guint8 *bytes;  /* borrowed */
  gsize length;
  guint64 size;
  const char *sha256;   /* set for the last chunk */
  VlgFilesWatch watch;  /* may be NULL */
  gpointer watch_data;
} Upload;

static gpointer
upload_file (VlgDb         *db,
             Upload        *upload,
             GError       **error)
{
  g_autofree char *uid = vlg_uid_new ();
  VlgStatement *statement = vlg_db_prepare (db, "INSERT INTO file (uid, size, touched_at) VALUES (?, 0, ?)", error);

  if (statement == NULL)
    return NULL;
  vlg_statement_bind_text (statement, 1, uid);
  vlg_statement_bind_int (statement, 2, vlg_instant_now ());
  if (vlg_statement_execute (statement, error))
    upload->id = vlg_db_last_id (db);
  return NULL;
}

/* Says that somebody is at it still: another program may open the database meanwhile, and collect what nobody wants. */
static gboolean
touch_file (VlgDb   *db,
            gint64   id,
            GError **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "UPDATE file SET touched_at = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 1, vlg_instant_now ());
  vlg_statement_bind_int (statement, 2, id);
  return vlg_statement_execute (statement, error);
}

static gboolean
upload_chunk (VlgDb   *db,
              Upload  *upload,
              GError **error)
{
  VlgStatement *statement;

  if (upload->length == 0)
    return TRUE;
  if (upload->position > 0 && !touch_file (db, upload->id, error))
    return FALSE;

  statement = vlg_db_prepare_for (db, "INSERT INTO file_chunk (file_id, position, bytes) VALUES (?, ?, ?)", upload->id, error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 2, upload->position);
  vlg_statement_bind_blob (statement, 3, upload->bytes, upload->length);
  return vlg_statement_execute (statement, error);
}

/* Whether the same bytes are there already; then they are marked as wanted, so that the next opening does not collect them before an annex refers to them. */
static gboolean
touch_same (VlgDb       *db,
            const char  *sha256,
            GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "UPDATE file SET touched_at = ? WHERE sha256 = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 1, vlg_instant_now ());
  vlg_statement_bind_text (statement, 2, sha256);
  return vlg_statement_execute (statement, error) && vlg_db_changes (db) == 1;
}

static gboolean
delete_file (VlgDb   *db,
             gint64   id,
             GError **error)
{
  VlgStatement *statement = vlg_db_prepare_for (db, "DELETE FROM file WHERE id = ?", id, error);

  return statement != NULL && vlg_statement_execute (statement, error);
}

static gboolean
finish_file (VlgDb   *db,
             Upload  *upload,
             GError **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "UPDATE file SET sha256 = ?, size = ?, touched_at = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, upload->sha256);
  vlg_statement_bind_int (statement, 2, upload->size);
  vlg_statement_bind_int (statement, 3, vlg_instant_now ());
  vlg_statement_bind_int (statement, 4, upload->id);
  return vlg_statement_execute (statement, error);
}

static gpointer
upload_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Upload *upload = data;
  gboolean last = upload->sha256 != NULL;
  g_autoptr (GError) local_error = NULL;

  if (last && touch_same (db, upload->sha256, &local_error))
    {
      if (upload->id != 0)
        delete_file (db, upload->id, error);
      return NULL;
    }
  if (local_error == NULL && upload->id == 0)
    upload_file (db, upload, &local_error);
  if (local_error == NULL && upload_chunk (db, upload, &local_error) && last)
    finish_file (db, upload, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Until an annex refers to it, nobody sees the file. */
static gpointer
upload_alone_job (VlgDb         *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  vlg_db_set_unseen (db);

  return upload_job (db, data, cancellable, error);
}

static gpointer
abandon_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Upload *upload = data;

  vlg_db_set_unseen (db);
  delete_file (db, upload->id, error);
  return NULL;
}

/* Reads up to a chunk; -1 with an error. */
static gssize
read_chunk (GInputStream  *stream,
            guint8        *buffer,
            GCancellable  *cancellable,
            GError       **error)
{
  gsize length;

  return g_input_stream_read_all (stream, buffer, VLG_FILES_CHUNK, &length, cancellable, error) ? (gssize) length : -1;
}

/* Reads one chunk ahead, so that the last one is known as such. Returns the digest, or NULL with an error. */
static char *
upload_all (VlgStore      *store,
            Upload        *upload,
            GInputStream  *stream,
            guint64        limit,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (VLG_FILES_CHUNK);
  g_autofree guint8 *ahead = g_malloc (VLG_FILES_CHUNK);
  gssize length = read_chunk (stream, buffer, cancellable, error), next = 0;

  for (; length >= 0; length = next)
    {
      g_autoptr (GError) local_error = NULL;
      guint8 *swap;

      g_checksum_update (checksum, buffer, length);
      upload->bytes = buffer;
      upload->length = length;
      upload->size += length;
      if (upload->size > limit)
        {
          g_autofree char *allowed = g_format_size (limit);

          g_set_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE, _("The file is larger than %s"), allowed);
          return NULL;
        }
      next = length == VLG_FILES_CHUNK ? read_chunk (stream, ahead, cancellable, error) : 0;
      if (next < 0 || (upload->watch != NULL && !upload->watch (upload->size - length, upload->watch_data, error)))
        return NULL;
      if (next == 0)
        upload->sha256 = g_checksum_get_string (checksum);

      vlg_store_write (store, upload_alone_job, upload, cancellable, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (next == 0)
        return g_strdup (upload->sha256);
      upload->position++;
      swap = buffer;
      buffer = ahead;
      ahead = swap;
    }
  return NULL;
}

char *
vlg_files_add (VlgStore      *store,
               GInputStream  *stream,
               guint64        limit,
               guint64       *size,
               GCancellable  *cancellable,
               GError       **error)
{
  return vlg_files_add_watched (store, stream, limit, NULL, NULL, size, cancellable, error);
}

char *
vlg_files_add_watched (VlgStore       *store,
                       GInputStream   *stream,
                       guint64         limit,
                       VlgFilesWatch   watch,
                       gpointer        data,
                       guint64        *size,
                       GCancellable   *cancellable,
                       GError        **error)
{
  Upload upload = { .watch = watch, .watch_data = data };
  char *sha256;

  g_return_val_if_fail (VLG_IS_STORE (store), NULL);
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  sha256 = upload_all (store, &upload, stream, limit, cancellable, error);
  if (sha256 == NULL && upload.id != 0)
    /* Where even that fails, the next opening collects it. */
    vlg_store_write (store, abandon_job, &upload, NULL, NULL);
  if (sha256 != NULL && size != NULL)
    *size = upload.size;
  return sha256;
}

gboolean
vlg_files_put (VlgDb       *db,
               GBytes      *bytes,
               const char  *sha256,
               GError     **error)
{
  Upload upload = { .sha256 = sha256 };
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (sha256 != NULL, FALSE);

  upload.bytes = g_bytes_get_data (bytes, &upload.length);
  upload.size = upload.length;
  g_return_val_if_fail (upload.length <= VLG_FILES_CHUNK, FALSE);
  upload_job (db, &upload, NULL, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

typedef struct {
  const char *sha256;
  guint position;
  gint64 size;       /* of the file, -1 while not known */
} Download;

/* A chunk as GBytes; an empty one after the last. A transaction a chunk: a slow receiver holds nothing up. */
static gpointer
download_job (VlgDb         *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Download *download = data;
  VlgStatement *row = vlg_db_prepare (db, "SELECT f.size, c.bytes FROM file f LEFT JOIN file_chunk c ON c.file_id = f.id AND c.position = ? WHERE f.sha256 = ?", error);
  g_autoptr (GError) local_error = NULL;
  GBytes *bytes;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_int (row, 1, download->position);
  vlg_statement_bind_text (row, 2, download->sha256);
  if (!vlg_statement_step (row, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("The file of this annex is not in the database"));
      return NULL;
    }
  download->size = vlg_statement_get_int (row, 0);
  bytes = vlg_statement_get_blob (row, 1);
  vlg_statement_reset (row);
  return bytes;
}

gboolean
vlg_files_extract (VlgStore       *store,
                   const char     *sha256,
                   GOutputStream  *stream,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  Download download = { sha256, 0, -1 };
  gint64 done = 0;

  g_return_val_if_fail (VLG_IS_STORE (store), FALSE);
  g_return_val_if_fail (sha256 != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  do
    {
      g_autoptr (GBytes) bytes = vlg_store_read (store, download_job, &download, cancellable, error);
      gconstpointer data;
      gsize length;

      if (bytes == NULL)
        return FALSE;
      data = g_bytes_get_data (bytes, &length);
      if (length == 0)
        break;
      g_checksum_update (checksum, data, length);
      if (!g_output_stream_write_all (stream, data, length, NULL, cancellable, error))
        return FALSE;
      done += length;
      download.position++;
    } while (done < download.size);

  if (g_str_equal (g_checksum_get_string (checksum), sha256))
    return TRUE;
  g_set_error_literal (error, VLG_ERROR, VLG_ERROR_DAMAGED, _("The stored file is damaged: its bytes are not those that were put in"));
  return FALSE;
}
