/* vlg-atomic-file.c — a file that is there whole or not at all
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-atomic-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
set_error_from_errno (GError    **error,
                      const char *path,
                      int         code)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, VLG_ERROR, VLG_ERROR_DISK_FULL,
                   _("“%s” could not be written: the disk is full. Free some space or choose another folder."), name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, VLG_ERROR, VLG_ERROR_READ_ONLY,
                   _("“%s” could not be written: the folder or the file is protected. Choose another folder."), name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND,
                   _("“%s” could not be written: its folder does not exist. Create it or choose another one."), name);
      break;
    default:
      g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("“%s” could not be written: %s"), name, g_strerror (code));
    }

  return FALSE;
}

/* Streams report a full disk in the words of GIO; the person is told what to do instead. */
static void
improve_error (GError    **error,
               const char *path)
{
  if (error == NULL || *error == NULL)
    return;
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    {
      g_clear_error (error);
      set_error_from_errno (error, path, ENOSPC);
    }
}

static gboolean
sync_fd (int         fd,
         const char *path,
         GError    **error)
{
  int result;

  do
    result = fsync (fd);
  while (result < 0 && errno == EINTR);

  return result == 0 ? TRUE : set_error_from_errno (error, path, errno);
}

static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  /* Some file systems know no sync of a folder; the content itself is safe by then. */
  (void) fsync (fd);
  g_close (fd, NULL);
}

static gboolean
write_remote (GFile           *file,
              VlgAtomicWriter  writer,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);

  if (stream == NULL)
    return FALSE;
  if (!writer (G_OUTPUT_STREAM (stream), data, cancellable, error))
    {
      /* Closing with a cancelled operation is how GIO is told to keep the old content. */
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      g_cancellable_cancel (cancelled);
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
      return FALSE;
    }

  return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

static gboolean
write_through (const char      *path,
               VlgAtomicWriter  writer,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return set_error_from_errno (error, path, errno);
  stream = g_unix_output_stream_new (fd, TRUE);

  return writer (stream, data, cancellable, error)
         && g_output_stream_close (stream, cancellable, error);
}

static gboolean
write_beside (const char         *path,
              const struct stat  *old,
              VlgAtomicWriter     writer,
              gpointer            data,
              GCancellable       *cancellable,
              GError            **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".vorlage-XXXXXX", NULL);
  g_autoptr (GOutputStream) stream = NULL;
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  gboolean good;

  if (fd < 0)
    return set_error_from_errno (error, path, errno);
  if (old != NULL && fchmod (fd, old->st_mode & 07777) != 0)
    g_debug ("Mode of %s not kept: %s", path, g_strerror (errno));
  stream = g_unix_output_stream_new (fd, FALSE);
  good = writer (stream, data, cancellable, error)
         && g_output_stream_flush (stream, cancellable, error)
         && sync_fd (fd, path, error);
  if (close (fd) != 0 && good)
    good = set_error_from_errno (error, path, errno);
  if (good && g_rename (temporary, path) != 0)
    good = set_error_from_errno (error, path, errno);
  if (!good)
    {
      g_unlink (temporary);
      return FALSE;
    }
  sync_folder (folder);

  return TRUE;
}

gboolean
vlg_atomic_file_write (GFile           *file,
                       VlgAtomicWriter  writer,
                       gpointer         data,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) local_error = NULL;
  struct stat info;
  gboolean exists;
  gboolean good;
  char *resolved;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (writer != NULL, FALSE);

  path = g_file_get_path (file);
  if (path == NULL)
    return write_remote (file, writer, data, cancellable, error);

  resolved = realpath (path, NULL);
  if (resolved != NULL)
    {
      g_free (path);
      path = g_strdup (resolved);
      free (resolved);
    }
  exists = g_stat (path, &info) == 0;
  if (exists && S_ISDIR (info.st_mode))
    return set_error_from_errno (error, path, EISDIR);
  if (exists && !S_ISREG (info.st_mode))
    good = write_through (path, writer, data, cancellable, &local_error);
  else
    good = write_beside (path, exists ? &info : NULL, writer, data, cancellable, &local_error);

  if (!good)
    {
      improve_error (&local_error, path);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }

  return good;
}

static gboolean
write_bytes_cb (GOutputStream *stream,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  gsize length;
  gconstpointer content = g_bytes_get_data (data, &length);

  return length == 0 || g_output_stream_write_all (stream, content, length, NULL, cancellable, error);
}

gboolean
vlg_atomic_file_write_bytes (GFile         *file,
                             GBytes        *bytes,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_return_val_if_fail (bytes != NULL, FALSE);

  return vlg_atomic_file_write (file, write_bytes_cb, bytes, cancellable, error);
}
