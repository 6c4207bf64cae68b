/* vlg-sqlite-db.c — one connection to SQLite with its prepared statements
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sqlite-db.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <sys/statvfs.h>

/* How often, in virtual machine steps, a running query looks whether it was cancelled: some tens of microseconds. */
#define STEPS_BETWEEN_LOOKS 2000
/* Other programs' locks that our own writer lock does not cover (recovery after a crash, an SQL shell). */
#define SQLITE_PATIENCE_MS 5000

struct _VlgDb {
  sqlite3 *handle;
  char *path;
  GHashTable *statements;     /* SQL text → VlgStatement, owned */
  GPtrArray *deferred;        /* owned */
  GHashTable *kept;           /* key → GObject, owned */
  GThread *thread;            /* the one that uses it, once claimed */
  gboolean unseen;            /* said by the job that runs */

  /* borrowed */
  GCancellable *cancellable;
};

struct _VlgStatement {
  VlgDb *db;                  /* borrowed */
  sqlite3_stmt *handle;
};

static void
statement_free (gpointer data)
{
  VlgStatement *self = data;

  sqlite3_finalize (self->handle);
  g_free (self);
}

static gboolean
is_disk_full (VlgDb *self,
              int    result)
{
  int code = sqlite3_system_errno (self->handle);
  g_autofree char *folder = NULL;
  struct statvfs space;

  if ((result & 0xff) == SQLITE_FULL)
    return TRUE;
  if ((result & 0xff) != SQLITE_IOERR && (result & 0xff) != SQLITE_CANTOPEN)
    return FALSE;
  if (code == ENOSPC || code == EDQUOT)
    return TRUE;

  /* A short write reports no errno. */
  folder = g_path_get_dirname (self->path);
  return statvfs (folder, &space) == 0 && (space.f_bavail == 0 || (space.f_files > 0 && space.f_favail == 0));
}

/* Whether the system says now that the file at @path, which is there, may not be written; asked by SQLite's means, as opening and closing it here would drop SQLite's locks. */
static gboolean
is_unwritable (sqlite3_vfs *vfs,
               const char  *path)
{
  int exists = 0, writable = 1;

  return path != NULL &&
         vfs->xAccess (vfs, path, SQLITE_ACCESS_EXISTS, &exists) == SQLITE_OK && exists &&
         vfs->xAccess (vfs, path, SQLITE_ACCESS_READWRITE, &writable) == SQLITE_OK && !writable;
}

/* Whether the system last refused to write one of the files of the database, which is at @path, and still would. SQLite keeps the refusal until something else is said of the same file. */
static gboolean
is_refused (VlgDb      *self,
            int         which,
            const char *path)
{
  sqlite3_file *file = NULL;
  sqlite3_vfs *vfs = NULL;
  int code = 0;

  if (sqlite3_file_control (self->handle, "main", which, &file) == SQLITE_OK && file != NULL && file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &code);
  if (code != EROFS && code != EPERM && code != EACCES)
    return FALSE;

  return sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_VFS_POINTER, &vfs) == SQLITE_OK && vfs != NULL && is_unwritable (vfs, path);
}

/* SQLite knows a file that was read-only when it was opened; of one that became so later it reports an error of the disk. */
static gboolean
is_read_only (VlgDb *self,
              int    result)
{
  const char *path;

  if ((result & 0xff) != SQLITE_IOERR || self->handle == NULL)
    return FALSE;
  path = sqlite3_db_filename (self->handle, "main");

  return is_refused (self, SQLITE_FCNTL_FILE_POINTER, path) ||
         is_refused (self, SQLITE_FCNTL_JOURNAL_POINTER, path != NULL && *path != '\0' ? sqlite3_filename_wal (path) : NULL);
}

void
vlg_db_set_error (VlgDb   *self,
                  int      result,
                  GError **error)
{
  const char *detail = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (result);

  if (is_disk_full (self, result))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_DISK_FULL,
                   _("There is no space left for “%s”. Nothing was changed. Please free some space on this disk and try again."), self->path);
      return;
    }

  if (is_read_only (self, result))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_READ_ONLY,
                   _("“%s” can no longer be written: the file or its disk has become read-only. Nothing was changed. Please ask whoever looks after this computer."),
                   self->path);
      return;
    }

  switch (result & 0xff)
    {
      case SQLITE_INTERRUPT:
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The search was cancelled"));
        break;
      case SQLITE_BUSY:
      case SQLITE_LOCKED:
      case SQLITE_PROTOCOL:
        g_set_error (error, VLG_ERROR, VLG_ERROR_BUSY, _("Another program is using “%s”. Please try again in a moment."), self->path);
        break;
      case SQLITE_NOTADB:
        g_set_error (error, VLG_ERROR, VLG_ERROR_FOREIGN, _("“%s” is not a database of this program. It was left as it is."), self->path);
        break;
      case SQLITE_CORRUPT:
        g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED,
                     _("The database “%s” is damaged (%s). Please restore a backup; the folder “backups” beside it holds the last ones."), self->path, detail);
        break;
      case SQLITE_READONLY:
      case SQLITE_PERM:
        g_set_error (error, VLG_ERROR, VLG_ERROR_READ_ONLY, _("“%s” cannot be written. Please ask for the right to write to this file and its folder."), self->path);
        break;
      case SQLITE_CONSTRAINT:
        g_set_error (error, VLG_ERROR, result == SQLITE_CONSTRAINT_UNIQUE ? VLG_ERROR_EXISTS : VLG_ERROR_INVALID,
                     _("The database “%s” does not take this: %s"), self->path, detail);
        break;
      default:
        g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The database “%s” reports: %s"), self->path, detail);
        break;
    }
}

static int
progress_cb (gpointer data)
{
  VlgDb *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
configure (VlgDb      *self,
           VlgDbMode   mode,
           GError    **error)
{
  int version;

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, SQLITE_PATIENCE_MS);
  /* Checkpoints are ours, under the writer lock; so closing must not make one. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  /* "text" in double quotes is a mistake, not a string. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, &version);

  if (mode == VLG_DB_IMMUTABLE)
    return TRUE;
  if (mode == VLG_DB_QUERY_ONLY)
    sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS, progress_cb, self);

  /* Page 1 is read here: a file that is no database fails now. */
  return vlg_db_exec (self,
                      "PRAGMA synchronous = FULL;"
                      "PRAGMA mmap_size = 0;"
                      "PRAGMA temp_store = MEMORY;"
                      "PRAGMA cache_size = -16000;"
                      "PRAGMA secure_delete = FAST;"
                      "PRAGMA wal_autocheckpoint = 0;", error) &&
         (mode != VLG_DB_QUERY_ONLY || vlg_db_exec (self, "PRAGMA query_only = ON;", error));
}

VlgDb *
vlg_db_open (const char  *path,
             VlgDbMode    mode,
             GError     **error)
{
  g_autoptr (VlgDb) self = g_new0 (VlgDb, 1);
  g_autofree char *uri = NULL;
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  int result;

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, statement_free);
  self->deferred = g_ptr_array_new ();
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  if (g_str_has_prefix (path, "file:"))
    {
      uri = g_strdup (path);
    }
  else
    {
      g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);

      uri = g_strconcat ("file:", escaped, mode == VLG_DB_IMMUTABLE ? "?immutable=1" : "", NULL);
    }
  /* The reader is query-only by pragma: a truly read-only connection could not take part in WAL recovery. */
  flags |= mode == VLG_DB_IMMUTABLE ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (mode == VLG_DB_READ_WRITE)
    flags |= SQLITE_OPEN_CREATE;

  result = sqlite3_open_v2 (uri, &self->handle, flags, NULL);
  if (result != SQLITE_OK)
    {
      vlg_db_set_error (self, result, error);
      return NULL;
    }
  if (!configure (self, mode, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
vlg_db_close (VlgDb *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->statements);
  g_ptr_array_unref (self->deferred);
  g_hash_table_unref (self->kept);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
vlg_db_get_handle (VlgDb *self)
{
  return self->handle;
}

const char *
vlg_db_get_path (VlgDb *self)
{
  return self->path;
}

gboolean
vlg_db_exec (VlgDb       *self,
             const char  *sql,
             GError     **error)
{
  int result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    {
      vlg_db_set_error (self, result, error);
      return FALSE;
    }
  return TRUE;
}

gboolean
vlg_db_query_int (VlgDb       *self,
                  const char  *sql,
                  gint64      *value,
                  GError     **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    *value = sqlite3_column_int64 (statement, 0);
  else
    vlg_db_set_error (self, result, error);
  sqlite3_finalize (statement);

  return result == SQLITE_ROW;
}

void
vlg_db_claim (VlgDb *self)
{
  self->thread = g_thread_self ();
}

void
vlg_db_set_cancellable (VlgDb        *self,
                        GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

GPtrArray *
vlg_db_get_deferred (VlgDb *self)
{
  return self->deferred;
}

void
vlg_db_set_unseen (VlgDb *db)
{
  db->unseen = TRUE;
}

gboolean
vlg_db_take_unseen (VlgDb *self)
{
  gboolean unseen = self->unseen;

  self->unseen = FALSE;
  return unseen;
}

gpointer
vlg_db_get_kept (VlgDb      *db,
                 const char *key)
{
  return g_hash_table_lookup (db->kept, key);
}

void
vlg_db_keep (VlgDb      *db,
             const char *key,
             gpointer    object)
{
  g_hash_table_replace (db->kept, g_strdup (key), object);
}

void
vlg_db_reset_statements (VlgDb *self)
{
  for (sqlite3_stmt *statement = sqlite3_next_stmt (self->handle, NULL); statement != NULL; statement = sqlite3_next_stmt (self->handle, statement))
    {
      if (sqlite3_stmt_busy (statement))
        {
          sqlite3_reset (statement);
          sqlite3_clear_bindings (statement);
        }
    }
}

VlgStatement *
vlg_db_prepare (VlgDb       *db,
                const char  *sql,
                GError     **error)
{
  VlgStatement *self = g_hash_table_lookup (db->statements, sql);
  sqlite3_stmt *handle = NULL;
  int result;

  g_assert (db->thread == NULL || db->thread == g_thread_self ());

  if (self != NULL)
    {
      sqlite3_reset (self->handle);
      sqlite3_clear_bindings (self->handle);
      return self;
    }

  result = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (result != SQLITE_OK)
    {
      vlg_db_set_error (db, result, error);
      return NULL;
    }

  self = g_new0 (VlgStatement, 1);
  self->db = db;
  self->handle = handle;
  /* The key is the statement's own copy of its text. */
  g_hash_table_insert (db->statements, (gpointer) sqlite3_sql (handle), self);
  return self;
}

void
vlg_statement_bind_int (VlgStatement *self,
                        int           index,
                        gint64        value)
{
  sqlite3_bind_int64 (self->handle, index, value);
}

void
vlg_statement_bind_text (VlgStatement *self,
                         int           index,
                         const char   *text)
{
  if (text == NULL)
    sqlite3_bind_null (self->handle, index);
  else
    sqlite3_bind_text (self->handle, index, text, -1, SQLITE_TRANSIENT);
}

void
vlg_statement_bind_blob (VlgStatement  *self,
                         int            index,
                         gconstpointer  bytes,
                         gsize          length)
{
  /* A NULL pointer would bind SQL NULL, an empty blob is none. */
  sqlite3_bind_blob64 (self->handle, index, bytes != NULL ? bytes : "", length, SQLITE_TRANSIENT);
}

void
vlg_statement_bind_null (VlgStatement *self,
                         int           index)
{
  sqlite3_bind_null (self->handle, index);
}

gboolean
vlg_statement_step (VlgStatement  *self,
                    GError       **error)
{
  int result;

  if (self->db->cancellable != NULL && g_cancellable_set_error_if_cancelled (self->db->cancellable, error))
    {
      sqlite3_reset (self->handle);
      return FALSE;
    }

  result = sqlite3_step (self->handle);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    vlg_db_set_error (self->db, result, error);
  sqlite3_reset (self->handle);
  return FALSE;
}

gboolean
vlg_statement_execute (VlgStatement  *self,
                       GError       **error)
{
  int result;

  do
    result = sqlite3_step (self->handle);
  while (result == SQLITE_ROW);

  if (result != SQLITE_DONE)
    vlg_db_set_error (self->db, result, error);
  sqlite3_reset (self->handle);
  return result == SQLITE_DONE;
}

gint64
vlg_statement_get_int (VlgStatement *self,
                       int           column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
vlg_statement_get_text (VlgStatement *self,
                        int           column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

GBytes *
vlg_statement_get_blob (VlgStatement *self,
                        int           column)
{
  gconstpointer bytes = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (bytes, sqlite3_column_bytes (self->handle, column));
}

gboolean
vlg_statement_is_null (VlgStatement *self,
                       int           column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

void
vlg_statement_reset (VlgStatement *self)
{
  sqlite3_reset (self->handle);
}

gint64
vlg_db_last_id (VlgDb *db)
{
  return sqlite3_last_insert_rowid (db->handle);
}

gint64
vlg_db_changes (VlgDb *db)
{
  return sqlite3_changes64 (db->handle);
}
