/* vlg-sqlite-open.c — opening, making and migrating a database file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sqlite-open.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "vlg-day.h"
#include "vlg-sqlite-copy.h"
#include "vlg-sqlite-migrate.h"
#include "vlg-sqlite-place.h"
#include "vlg-string.h"

static gboolean
has_wal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (wal, &status) == 0 && status.st_size > 0;
}

gboolean
vlg_sqlite_probe (const char  *path,
                  GPtrArray   *migrations,
                  GError     **error)
{
  g_autoptr (VlgDb) db = vlg_db_open (path, VLG_DB_IMMUTABLE, error);
  g_autoptr (GError) local_error = NULL;
  gint64 application_id = 0, version = 0;

  if (db == NULL)
    return FALSE;

  if (!vlg_db_query_int (db, "PRAGMA application_id", &application_id, &local_error) ||
      !vlg_db_query_int (db, "PRAGMA user_version", &version, &local_error))
    {
      /* A checkpoint that was cut off leaves a file that is whole only together with its log, which this look does not read. */
      if (g_error_matches (local_error, VLG_ERROR, VLG_ERROR_DAMAGED) && has_wal (path))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (application_id != VLG_APPLICATION_ID)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FOREIGN, _("“%s” is a database of another program. It was left as it is."), path);
      return FALSE;
    }
  if (version > migrations->len)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_NEWER,
                   _("“%s” was made by a newer version of this program. It was left as it is; please update the program."), path);
      return FALSE;
    }
  return TRUE;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/* A new database is made under another name and moved to its place when it is whole: a crash or a full disk leaves no half of one. */
static gboolean
make_database (const char  *path,
               GPtrArray   *migrations,
               GError     **error)
{
  g_autofree char *uid = vlg_uid_new ();
  g_autofree char *fresh = g_strconcat (path, ".", uid, ".new", NULL);
  g_autofree char *journal = g_strconcat (fresh, "-journal", NULL);
  int fd = open (fresh, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  VlgDb *db;
  gboolean made;

  if (fd < 0)
    {
      int code = errno;

      g_set_error (error, VLG_ERROR, code == ENOSPC || code == EDQUOT ? VLG_ERROR_DISK_FULL : VLG_ERROR_FAILED,
                   _("The database “%s” cannot be made: %s"), path, g_strerror (code));
      return FALSE;
    }
  close (fd);

  db = vlg_db_open (fresh, VLG_DB_READ_WRITE, error);
  made = db != NULL && vlg_migrations_run (db, migrations, error);
  vlg_db_close (db);
  if (made && g_rename (fresh, path) != 0)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The database “%s” cannot be made: %s"), path, g_strerror (errno));
      made = FALSE;
    }
  if (made)
    {
      sync_folder (path);
    }
  else
    {
      g_unlink (journal);
      g_unlink (fresh);
    }
  return made;
}

char *
vlg_sqlite_backup_path (const char  *path,
                        const char  *suffix,
                        GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = NULL;

  if (g_mkdir_with_parents (backups, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, VLG_ERROR, code == ENOSPC ? VLG_ERROR_DISK_FULL : VLG_ERROR_READ_ONLY, _("The folder “%s” cannot be made: %s"), backups, g_strerror (code));
      return NULL;
    }
  if (g_str_has_suffix (base, ".db"))
    base[strlen (base) - 3] = '\0';
  name = g_strdup_printf ("%s-%s.db", base, suffix);
  return g_build_filename (backups, name, NULL);
}

static gboolean
migrate (VlgOpened   *opened,
         const char  *path,
         GPtrArray   *migrations,
         GError     **error)
{
  g_autofree char *day = vlg_day_to_iso (vlg_day_today ());
  g_autofree char *suffix = NULL;
  g_autofree char *backup = NULL;
  gint64 version;

  if (!vlg_db_query_int (opened->writer, "PRAGMA user_version", &version, error))
    return FALSE;

  suffix = g_strdup_printf ("%s-before-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, day, version + 1, g_get_real_time ());
  backup = vlg_sqlite_backup_path (path, suffix, error);
  return backup != NULL &&
         vlg_sqlite_copy (opened->writer, backup, NULL, error) &&
         vlg_migrations_run (opened->writer, migrations, error);
}

static gboolean
open_connections (VlgOpened   *opened,
                  const char  *path,
                  GPtrArray   *migrations,
                  GError     **error)
{
  guint pending;

  opened->writer = vlg_db_open (path, VLG_DB_READ_WRITE, error);
  if (opened->writer == NULL ||
      !vlg_migrations_check (opened->writer, migrations, &pending, error))
    return FALSE;
  if (pending > 0 && !migrate (opened, path, migrations, error))
    return FALSE;
  if (!vlg_db_exec (opened->writer, "PRAGMA journal_mode = WAL", error))
    return FALSE;

  opened->reader = vlg_db_open (path, VLG_DB_QUERY_ONLY, error);
  return opened->reader != NULL;
}

static gboolean
open_file (const char  *path,
           GPtrArray   *migrations,
           VlgOpened   *opened,
           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean exists, done;

  if (!vlg_place_check (path, &exists, error) ||
      (exists && !vlg_sqlite_probe (path, migrations, error)))
    return FALSE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, VLG_ERROR, code == ENOSPC ? VLG_ERROR_DISK_FULL : VLG_ERROR_READ_ONLY, _("The folder “%s” cannot be made: %s"), folder, g_strerror (code));
      return FALSE;
    }

  opened->lock = vlg_lock_new (path, error);
  if (opened->lock == NULL || !vlg_lock_join (opened->lock, &opened->sole, error) ||
      !vlg_lock_acquire (opened->lock, VLG_LOCK_PATIENCE_MS, error))
    return FALSE;

  /* Another process may have made it while this one waited. */
  done = vlg_place_check (path, &exists, error) &&
         (exists || make_database (path, migrations, error)) &&
         open_connections (opened, path, migrations, error);
  vlg_lock_release (opened->lock);
  return done;
}

static gboolean
open_memory (GPtrArray  *migrations,
             VlgOpened  *opened,
             GError    **error)
{
  g_autofree char *uid = vlg_uid_new ();
  g_autofree char *uri = g_strdup_printf ("file:/%s?vfs=memdb", uid);

  opened->sole = TRUE;
  opened->writer = vlg_db_open (uri, VLG_DB_READ_WRITE, error);
  if (opened->writer == NULL || !vlg_migrations_run (opened->writer, migrations, error))
    return FALSE;
  opened->reader = vlg_db_open (uri, VLG_DB_QUERY_ONLY, error);
  return opened->reader != NULL;
}

gboolean
vlg_sqlite_open (const char  *path,
                 GPtrArray   *migrations,
                 VlgOpened   *opened,
                 GError     **error)
{
  gboolean done;

  *opened = (VlgOpened) { NULL };
  done = path != NULL ? open_file (path, migrations, opened, error) : open_memory (migrations, opened, error);
  if (!done)
    {
      g_clear_pointer (&opened->reader, vlg_db_close);
      g_clear_pointer (&opened->writer, vlg_db_close);
      g_clear_pointer (&opened->lock, vlg_lock_free);
    }
  return done;
}

void
vlg_sqlite_close (VlgOpened *opened)
{
  g_clear_pointer (&opened->reader, vlg_db_close);
  if (opened->writer != NULL && opened->lock != NULL && vlg_lock_acquire (opened->lock, VLG_LOCK_PATIENCE_MS, NULL))
    {
      /* Holding the lock, SQLite may do what it does at the last close: checkpoint, and remove -wal and -shm. */
      sqlite3_db_config (vlg_db_get_handle (opened->writer), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
      g_clear_pointer (&opened->writer, vlg_db_close);
      vlg_lock_release (opened->lock);
    }
  g_clear_pointer (&opened->writer, vlg_db_close);
  g_clear_pointer (&opened->lock, vlg_lock_free);
}
