/* test-store-backup.c — the journal, backups, and restoring without using a number twice
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>

#include "store-fixture.h"
#include "vlg-journal.h"

static void
insert (Fixture *fixture,
        guint    n)
{
  g_autoptr (VlgMotion) motion = fixture_motion (n);
  g_autoptr (GError) error = NULL;

  fixture_insert (fixture, motion, "imported", &error);
  g_assert_no_error (error);
}

static void
test_journal_stands (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char * const attempts[] = {
    "UPDATE journal SET deed = 'nothing'",
    "DELETE FROM journal",
    "INSERT OR REPLACE INTO journal SELECT sequence, uid, instant, actor_login, 'Nobody', deed, motion_uid, payload, previous, hash FROM journal WHERE sequence = 1",
    "INSERT INTO journal SELECT 9, 'u', instant, actor_login, actor_name, deed, motion_uid, payload, previous, 'h' FROM journal WHERE sequence = 1",
  };

  insert (fixture, 1);
  insert (fixture, 2);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fixture_execute (fixture, attempts[i], &error));
      g_assert_nonnull (error);
    }
  g_assert_cmpuint (fixture_journal (fixture), ==, 2);
  /* The texts are not in it. */
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM journal WHERE instr (CAST (payload AS TEXT), 'Haushalt') > 0"), ==, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM journal_salt"), ==, 2);
}

static gpointer
verify_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  vlg_journal_verify (db, NULL, error);
  return NULL;
}

/* Who gets past the triggers is found out by the chain. */
static void
test_journal_tells (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const tampering[] = {
    "UPDATE journal SET actor_name = 'Nobody' WHERE sequence = 2",
    "UPDATE journal SET payload = CAST (replace (CAST (payload AS TEXT), 'imported', 'invented') AS BLOB), deed = 'invented' WHERE sequence = 2",
    "UPDATE journal SET hash = 'x' WHERE sequence = 3",
    "DELETE FROM journal WHERE sequence = 2",
  };

  for (guint i = 0; i < 3; i++)
    insert (fixture, i);
  for (guint i = 0; i < G_N_ELEMENTS (tampering); i++)
    {
      g_autofree char *copy = g_strdup_printf ("%s/copy-%u.db", fixture->folder, i);
      g_autoptr (VlgStore) store = NULL;
      g_autoptr (GError) error = NULL;
      sqlite3 *db = NULL;

      g_assert_true (vlg_store_backup (fixture->store, copy, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (sqlite3_open (copy, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, "DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete", NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, tampering[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);

      store = vlg_sqlite_store_open (copy, &error);
      g_assert_no_error (error);
      vlg_store_read (store, verify_job, NULL, NULL, &error);
      g_assert_error (error, VLG_ERROR, VLG_ERROR_DAMAGED);
    }
}

static void
test_backup (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgStore) copy = NULL;
  Fixture other = *fixture;

  for (guint i = 0; i < 50; i++)
    insert (fixture, i);
  g_assert_true (vlg_store_backup (fixture->store, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (vlg_store_backup (fixture->store, path, NULL, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_EXISTS);
  g_clear_error (&error);

  copy = vlg_sqlite_store_open (path, &error);
  g_assert_no_error (error);
  other.store = copy;
  g_assert_cmpint (fixture_count (&other, "SELECT count (*) FROM motion"), ==, 50);
  g_assert_cmpuint (fixture_journal (&other), ==, 50);

  {
    g_autoptr (GCancellable) cancelled = g_cancellable_new ();
    g_autofree char *never = g_build_filename (fixture->folder, "never.db", NULL);

    g_cancellable_cancel (cancelled);
    g_assert_false (vlg_store_backup (fixture->store, never, cancelled, &error));
    g_assert_nonnull (error);
    g_assert_false (g_file_test (never, G_FILE_TEST_EXISTS));
  }
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_daily (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *kept = g_build_filename (folder, "office-before-restore-1.db", NULL);
  g_autofree char *oldest = g_build_filename (folder, "office-2020-01-01.db", NULL);
  g_autofree char *other = g_build_filename (folder, "office-notes-2020.db", NULL);
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0700);
  for (guint i = 1; i <= 14; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/office-2020-01-%02u.db", folder, i);

      g_assert_true (g_file_set_contents (name, "x", 1, NULL));
    }
  g_assert_true (g_file_set_contents (kept, "x", 1, NULL));
  g_assert_true (g_file_set_contents (other, "x", 1, NULL));

  g_assert_true (vlg_sqlite_store_backup_daily (VLG_SQLITE_STORE (fixture->store), NULL, &error));
  g_assert_no_error (error);
  g_assert_true (vlg_sqlite_store_backup_daily (VLG_SQLITE_STORE (fixture->store), NULL, &error));
  g_assert_cmpuint (count_files (folder), ==, 14 + 2);
  g_assert_false (g_file_test (oldest, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
}

static void
restore (Fixture    *fixture,
         const char *backup)
{
  g_autoptr (GError) error = NULL;

  if (fixture->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_true (vlg_sqlite_store_restore (fixture->path, backup, NULL, &error));
  g_assert_no_error (error);
  fixture->store = vlg_sqlite_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (VlgMotion) lost = fixture_motion (2);
  g_autoptr (GError) error = NULL;

  insert (fixture, 1);
  g_assert_true (vlg_store_backup (fixture->store, backup, NULL, &error));
  fixture_insert (fixture, lost, "imported", &error);
  insert (fixture, 3);
  g_assert_no_error (error);

  /* Open elsewhere: not now. */
  g_assert_false (vlg_sqlite_store_restore (fixture->path, backup, NULL, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_BUSY);
  g_clear_error (&error);

  restore (fixture, backup);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM ledger WHERE state = 'issued'"), ==, 3);
  g_assert_cmpuint (fixture_journal (fixture), ==, 4);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM journal WHERE sequence = 4 AND deed = 'restored'"), ==, 1);
  {
    g_autofree char *found = fixture_search (fixture, "haushalt");
    g_autoptr (VlgMotion) same_number = fixture_motion (2);

    g_assert_cmpstr (found, !=, NULL);
    g_assert_cmpint (fixture_insert (fixture, same_number, "imported", &error), ==, 0);
    g_assert_error (error, VLG_ERROR, VLG_ERROR_EXISTS);
    g_clear_error (&error);
  }
  insert (fixture, 4);
  g_assert_cmpuint (fixture_journal (fixture), ==, 5);
}

/* Each went its own way after the backup: both journals are kept, the live one goes on. */
static void
test_restore_branch (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;
  Fixture other = *fixture;

  insert (fixture, 1);
  g_assert_true (vlg_store_backup (fixture->store, backup, NULL, &error));
  insert (fixture, 2);
  other.store = vlg_sqlite_store_open (backup, &error);
  g_assert_no_error (error);
  insert (&other, 3);
  insert (&other, 4);
  g_assert_true (vlg_store_close (other.store, &error));
  g_clear_object (&other.store);

  restore (fixture, backup);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion"), ==, 3);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM ledger"), ==, 4);
  g_assert_cmpuint (fixture_journal (fixture), ==, 3);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM journal_branch WHERE salt IS NOT NULL"), ==, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM sqlite_schema WHERE name = 'journal_no_delete'"), ==, 1);

  /* And once more with the same backup. */
  restore (fixture, backup);
  g_assert_cmpuint (fixture_journal (fixture), ==, 4);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM journal_branch"), ==, 2);
}

static void
test_restore_into_nothing (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *backup = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  insert (fixture, 1);
  g_assert_true (vlg_store_backup (fixture->store, backup, NULL, &error));
  g_assert_true (vlg_store_close (fixture->store, &error));
  g_clear_object (&fixture->store);
  g_unlink (fixture->path);
  restore (fixture, backup);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion"), ==, 1);
  g_assert_cmpuint (fixture_journal (fixture), ==, 2);

  /* A damaged one is put aside, not lost. */
  g_assert_true (vlg_store_close (fixture->store, &error));
  g_clear_object (&fixture->store);
  {
    g_autofree char *bytes = NULL;
    gsize length;

    g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
    g_assert_true (g_file_set_contents (fixture->path, bytes, length / 2 / 4096 * 4096, NULL));
  }
  restore (fixture, backup);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion"), ==, 1);
  {
    g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);

    g_assert_cmpuint (count_files (folder), ==, 1);
  }
}

static void
test_restore_refuses (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *letter = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autofree char *none = g_build_filename (fixture->folder, "none.db", NULL);
  g_autoptr (GError) error = NULL;

  insert (fixture, 1);
  g_assert_true (vlg_store_close (fixture->store, &error));
  g_clear_object (&fixture->store);
  g_assert_true (g_file_set_contents (letter, "Ein Brief, der keine Datenbank ist, auch wenn er lang genug dafür wäre, dass man ihn dafür halten könnte.", -1, NULL));
  g_assert_false (vlg_sqlite_store_restore (fixture->path, letter, NULL, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_false (vlg_sqlite_store_restore (fixture->path, none, NULL, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND);
  g_clear_error (&error);

  fixture->store = vlg_sqlite_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion"), ==, 1);
  g_assert_cmpuint (fixture_journal (fixture), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("journal/stands", test_journal_stands);
  ADD ("journal/tells", test_journal_tells);
  ADD ("backup/copy", test_backup);
  ADD ("backup/daily", test_daily);
  ADD ("restore/carries-forward", test_restore);
  ADD ("restore/branch", test_restore_branch);
  ADD ("restore/into-nothing", test_restore_into_nothing);
  ADD ("restore/refuses", test_restore_refuses);
#undef ADD

  return g_test_run ();
}
