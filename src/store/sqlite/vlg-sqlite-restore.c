/* vlg-sqlite-restore.c — a backup takes the place of a database, but not of its ledger and journal
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sqlite-store.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "vlg-actor.h"
#include "vlg-journal.h"
#include "vlg-sqlite-copy.h"
#include "vlg-sqlite-migrate.h"
#include "vlg-sqlite-open.h"
#include "vlg-sqlite-place.h"
#include "vlg-string.h"

/* In the restored database (main), with the one it replaces attached as live. */

/* A number that was ever drawn stays drawn, and in the later of its two states. */
#define CARRY_LEDGER \
  "INSERT INTO main.ledger (uid, number, kind, serial, year, origin, state, reason, motion_uid, changed_at) " \
  "  SELECT uid, number, kind, serial, year, origin, state, reason, motion_uid, changed_at FROM live.ledger " \
  "  WHERE number NOT IN (SELECT number FROM main.ledger);" \
  "UPDATE main.ledger SET (state, reason, changed_at) = (SELECT l.state, l.reason, l.changed_at FROM live.ledger l WHERE l.number = ledger.number) " \
  "  WHERE number IN (SELECT l.number FROM live.ledger l JOIN main.ledger m ON m.number = l.number " \
  "                   WHERE (l.state = 'void' AND m.state <> 'void') OR (l.state = 'issued' AND m.state = 'reserved'));"

#define COMMON_ENTRIES "SELECT count (*) FROM main.journal m JOIN live.journal l ON l.sequence = m.sequence AND l.hash = m.hash"

/* What the backup alone has goes aside, so that the live chain can follow what both have. The triggers that forbid it stand again before the commit. */
#define MOVE_BRANCH \
  "INSERT INTO main.journal_branch (branch, sequence, uid, payload, previous, hash, salt) " \
  "  SELECT (SELECT hash FROM main.journal ORDER BY sequence DESC LIMIT 1), j.sequence, j.uid, j.payload, j.previous, j.hash, s.salt " \
  "  FROM main.journal j LEFT JOIN main.journal_salt s ON s.sequence = j.sequence WHERE j.sequence > (" COMMON_ENTRIES ");" \
  "DELETE FROM main.journal_salt WHERE sequence > (" COMMON_ENTRIES ");"

#define CARRY_JOURNAL \
  "INSERT INTO main.journal (sequence, uid, instant, actor_login, actor_name, deed, motion_uid, payload, previous, hash) " \
  "  SELECT sequence, uid, instant, actor_login, actor_name, deed, motion_uid, payload, previous, hash FROM live.journal " \
  "  WHERE sequence > (SELECT coalesce (max (sequence), 0) FROM main.journal) ORDER BY sequence;" \
  "INSERT INTO main.journal_salt (sequence, salt) SELECT sequence, salt FROM live.journal_salt WHERE sequence NOT IN (SELECT sequence FROM main.journal_salt);" \
  "INSERT INTO main.journal_branch (branch, sequence, uid, payload, previous, hash, salt) " \
  "  SELECT branch, sequence, uid, payload, previous, hash, salt FROM live.journal_branch l " \
  "  WHERE NOT EXISTS (SELECT 1 FROM main.journal_branch m WHERE m.branch = l.branch AND m.sequence = l.sequence);"

static char *
query_text (VlgDb       *db,
            const char  *sql,
            GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, sql, error);
  char *text = NULL;

  if (row != NULL && vlg_statement_step (row, error))
    {
      text = g_strdup (vlg_statement_get_text (row, 0));
      vlg_statement_reset (row);
    }
  return text;
}

/* Where the two chains parted after @common entries and both went on. @branch gets the end of the backup's. */
static gboolean
set_branch_aside (VlgDb    *db,
                  gint64    common,
                  char    **branch,
                  GError  **error)
{
  g_autofree char *trigger = NULL;
  g_autofree char *drop = g_strdup_printf ("DROP TRIGGER journal_no_delete; DELETE FROM journal WHERE sequence > %" G_GINT64_FORMAT ";", common);

  *branch = query_text (db, "SELECT hash FROM main.journal ORDER BY sequence DESC LIMIT 1", error);
  trigger = query_text (db, "SELECT sql FROM main.sqlite_schema WHERE name = 'journal_no_delete'", error);
  return *branch != NULL && trigger != NULL &&
         vlg_db_exec (db, MOVE_BRANCH, error) &&
         vlg_db_exec (db, drop, error) &&
         vlg_db_exec (db, trigger, error);
}

static gboolean
carry_forward (VlgDb   *db,
               char   **branch,
               GError **error)
{
  gint64 common, ours, theirs;

  if (!vlg_db_exec (db, CARRY_LEDGER, error) ||
      !vlg_db_query_int (db, COMMON_ENTRIES, &common, error) ||
      !vlg_db_query_int (db, "SELECT count (*) FROM main.journal", &ours, error) ||
      !vlg_db_query_int (db, "SELECT count (*) FROM live.journal", &theirs, error))
    return FALSE;

  if (ours > common && theirs > common && !set_branch_aside (db, common, branch, error))
    return FALSE;
  return vlg_db_exec (db, CARRY_JOURNAL, error);
}

static gboolean
attach_live (VlgDb       *db,
             const char  *live,
             GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "ATTACH ? AS live", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, live);
  return vlg_statement_execute (statement, error);
}

/* Ledger, journal and the entry that says what happened, in one transaction. @live NULL: there is nothing to carry. */
static gboolean
complete (VlgDb       *db,
          const char  *live,
          GError     **error)
{
  g_autoptr (VlgActor) actor = vlg_actor_new_for_login ();
  g_autofree char *branch = NULL;
  VlgDeed deed = { .deed = "restored" };
  gboolean done;

  if (live != NULL && !attach_live (db, live, error))
    return FALSE;
  if (!vlg_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  done = live == NULL || carry_forward (db, &branch, error);
  deed.branch = branch;
  done = done && vlg_journal_append (db, actor, &deed, error) && vlg_journal_verify (db, NULL, error);
  vlg_db_reset_statements (db);
  if (done && vlg_db_exec (db, "COMMIT", error))
    return live == NULL || vlg_db_exec (db, "DETACH live", error);

  if (!sqlite3_get_autocommit (vlg_db_get_handle (db)))
    vlg_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

/* The restored database, whole, as a file of its own beside the live one. */
static VlgDb *
prepare (const char    *fresh,
         const char    *backup,
         const char    *live,
         GPtrArray     *migrations,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (VlgDb) from = vlg_db_open (backup, VLG_DB_IMMUTABLE, error);
  g_autoptr (VlgDb) db = NULL;
  guint pending;

  if (from == NULL || !vlg_sqlite_copy (from, fresh, cancellable, error))
    return NULL;
  db = vlg_db_open (fresh, VLG_DB_READ_WRITE, error);
  if (db == NULL ||
      !vlg_migrations_check (db, migrations, &pending, error) ||
      (pending > 0 && !vlg_migrations_run (db, migrations, error)) ||
      !complete (db, live, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* A name under which what is replaced is kept. */
static char *
make_aside_path (const char  *path,
                 const char  *word,
                 GError     **error)
{
  g_autofree char *suffix = g_strdup_printf ("%s-%" G_GINT64_FORMAT, word, g_get_real_time ());

  return vlg_sqlite_backup_path (path, suffix, error);
}

/* Where the live file is whole: its pages are replaced in one transaction, a copy is kept. */
static gboolean
replace_pages (const char    *path,
               const char    *fresh,
               const char    *backup,
               GPtrArray     *migrations,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree char *aside = make_aside_path (path, "before-restore", error);
  g_autoptr (VlgDb) live = NULL;
  g_autoptr (VlgDb) db = NULL;
  guint pending;

  if (aside == NULL)
    return FALSE;
  live = vlg_db_open (path, VLG_DB_READ_WRITE, error);
  if (live == NULL ||
      !vlg_migrations_check (live, migrations, &pending, error) ||
      !vlg_sqlite_copy (live, aside, cancellable, error) ||
      (pending > 0 && !vlg_migrations_run (live, migrations, error)))
    return FALSE;

  db = prepare (fresh, backup, path, migrations, cancellable, error);
  if (db == NULL || !vlg_sqlite_copy_pages (db, live, cancellable, error))
    return FALSE;

  /* The writer lock is held and nobody else has it open: the close may tidy up the log. */
  sqlite3_db_config (vlg_db_get_handle (live), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

static void
move_with_log (const char *path,
               const char *aside)
{
  static const char * const endings[] = { "-wal", "-shm", "" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (path, endings[i], NULL);
      g_autofree char *to = g_strconcat (aside, endings[i], NULL);

      g_rename (from, to);
    }
}

/* Where there is no live file, or only a damaged one, which is kept for whoever can read more out of it. */
static gboolean
replace_file (const char    *path,
              const char    *fresh,
              const char    *backup,
              gboolean       damaged,
              GPtrArray     *migrations,
              GCancellable  *cancellable,
              GError       **error)
{
  VlgDb *db = prepare (fresh, backup, NULL, migrations, cancellable, error);

  if (db == NULL)
    return FALSE;
  vlg_db_close (db);

  if (damaged)
    {
      g_autofree char *aside = make_aside_path (path, "damaged", error);

      if (aside == NULL)
        return FALSE;
      move_with_log (path, aside);
    }
  if (g_rename (fresh, path) == 0)
    return TRUE;
  g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The database “%s” cannot be made: %s"), path, g_strerror (errno));
  return FALSE;
}

static gboolean
restore_locked (const char    *path,
                const char    *backup,
                GPtrArray     *migrations,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *uid = vlg_uid_new ();
  g_autofree char *fresh = g_strconcat (path, ".", uid, ".restore", NULL);
  g_autoptr (GError) local_error = NULL;
  gboolean exists, done;

  if (!vlg_place_check (path, &exists, error))
    return FALSE;
  if (!exists)
    {
      done = replace_file (path, fresh, backup, FALSE, migrations, cancellable, error);
    }
  else if (!vlg_sqlite_probe (path, migrations, &local_error))
    {
      if (!g_error_matches (local_error, VLG_ERROR, VLG_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      done = replace_file (path, fresh, backup, TRUE, migrations, cancellable, error);
    }
  else
    {
      done = replace_pages (path, fresh, backup, migrations, cancellable, &local_error);
      if (!done && g_error_matches (local_error, VLG_ERROR, VLG_ERROR_DAMAGED))
        {
          g_unlink (fresh);
          done = replace_file (path, fresh, backup, TRUE, migrations, cancellable, error);
        }
      else if (!done)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
        }
    }
  g_unlink (fresh);
  return done;
}

gboolean
vlg_sqlite_store_restore (const char    *path,
                          const char    *backup,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (GPtrArray) migrations = vlg_migrations_load ();
  g_autofree char *full = NULL;
  g_autofree char *source = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (VlgLock) lock = NULL;
  gboolean exists;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (backup != NULL, FALSE);

  full = g_canonicalize_filename (path, NULL);
  source = g_canonicalize_filename (backup, NULL);
  if (!g_file_test (source, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("There is no backup “%s”"), source);
      return FALSE;
    }
  if (!vlg_sqlite_probe (source, migrations, error) || !vlg_place_check (full, &exists, error))
    return FALSE;

  folder = g_path_get_dirname (full);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The folder “%s” cannot be made: %s"), folder, g_strerror (errno));
      return FALSE;
    }
  lock = vlg_lock_new (full, error);
  return lock != NULL &&
         vlg_lock_join_sole (lock, error) &&
         vlg_lock_acquire (lock, VLG_LOCK_PATIENCE_MS, error) &&
         restore_locked (full, source, migrations, cancellable, error);
}
