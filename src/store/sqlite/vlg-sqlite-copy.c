/* vlg-sqlite-copy.c — copies of a database by the backup API
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sqlite-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* 1 MiB between two looks at the cancellable. */
#define PAGES_PER_STEP 256

gboolean
vlg_sqlite_copy_pages (VlgDb         *from,
                       VlgDb         *to,
                       GCancellable  *cancellable,
                       GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (vlg_db_get_handle (to), "main", vlg_db_get_handle (from), "main");
  gboolean cancelled = FALSE;
  int result;

  if (backup == NULL)
    {
      vlg_db_set_error (to, sqlite3_errcode (vlg_db_get_handle (to)), error);
      return FALSE;
    }

  do
    {
      result = sqlite3_backup_step (backup, PAGES_PER_STEP);
      cancelled = g_cancellable_is_cancelled (cancellable);
    } while (result == SQLITE_OK && !cancelled);
  sqlite3_backup_finish (backup);

  if (result == SQLITE_DONE)
    return TRUE;
  if (result == SQLITE_OK)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  else
    vlg_db_set_error ((result & 0xff) == SQLITE_CORRUPT ? from : to, result, error);
  return FALSE;
}

/* Reads the copy through: one that cannot be restored must not push an older, good one out. */
static gboolean
check_copy (VlgDb   *copy,
            GError **error)
{
  VlgStatement *statement = vlg_db_prepare (copy, "PRAGMA quick_check (1)", error);
  g_autofree char *verdict = NULL;

  if (statement == NULL || !vlg_statement_step (statement, error))
    return FALSE;
  verdict = g_strdup (vlg_statement_get_text (statement, 0));
  vlg_statement_reset (statement);
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;

  g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED,
               _("The database is damaged (%s), so no backup was made of it. Please restore an older backup."), verdict);
  return FALSE;
}

static gboolean
fill_copy (VlgDb         *from,
           const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (VlgDb) to = vlg_db_open (path, VLG_DB_READ_WRITE, error);
  gboolean done;

  if (to == NULL)
    return FALSE;

  /* One snapshot for all steps; otherwise a write between two of them would start the copy again. */
  if (!vlg_db_exec (from, "BEGIN", error))
    return FALSE;
  done = vlg_sqlite_copy_pages (from, to, cancellable, error);
  vlg_db_exec (from, "COMMIT", NULL);

  /* A backup is one file, readable from a read-only medium, so without a log. */
  return done && vlg_db_exec (to, "PRAGMA journal_mode = DELETE", error) && check_copy (to, error);
}

gboolean
vlg_sqlite_copy (VlgDb         *from,
                 const char    *path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autofree char *journal = g_strconcat (part, "-journal", NULL);
  int fd;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_EXISTS, _("“%s” exists already. Please choose another name for the backup."), path);
      return FALSE;
    }

  g_unlink (part);
  fd = open (part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      int code = errno;

      g_set_error (error, VLG_ERROR, code == ENOSPC || code == EDQUOT ? VLG_ERROR_DISK_FULL : code == EROFS || code == EACCES ? VLG_ERROR_READ_ONLY : VLG_ERROR_FAILED,
                   _("The backup “%s” cannot be made: %s"), path, g_strerror (code));
      return FALSE;
    }
  close (fd);

  if (!fill_copy (from, part, cancellable, error))
    {
      g_unlink (journal);
      g_unlink (part);
      return FALSE;
    }
  if (g_rename (part, path) != 0)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The backup “%s” cannot be made: %s"), path, g_strerror (errno));
      g_unlink (part);
      return FALSE;
    }
  return TRUE;
}
