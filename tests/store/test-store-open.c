/* test-store-open.c — what may be opened, and what is refused and left as it was
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "vlg-sqlite-migrate.h"
#include "vlg-sqlite-place.h"

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Everything in @folder: names, sizes and bytes. Caller owns. */
static char *
picture (const char *folder)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *sum = NULL;
      gsize length;

      if (g_file_get_contents (path, &bytes, &length, NULL))
        sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s", name, sum));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_refused (Fixture *fixture,
                int      code)
{
  g_autofree char *before = picture (fixture->folder);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  VlgStore *store = vlg_sqlite_store_open (fixture->path, &error);

  g_assert_null (store);
  g_assert_error (error, VLG_ERROR, code);
  g_assert_nonnull (strstr (error->message, fixture->path));
  after = picture (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

/* A folder, and the path of a database that is not there. */
static void
set_up_empty (Fixture       *fixture,
              gconstpointer  data)
{
  fixture_set_up (fixture, data);
  vlg_store_close (fixture->store, NULL);
  g_clear_object (&fixture->store);
  fixture_remove_folder (fixture->folder);
  g_mkdir (fixture->folder, 0700);
}

static void
tear_down_empty (Fixture       *fixture,
                 gconstpointer  data)
{
  fixture_remove_folder (fixture->folder);
  g_clear_object (&fixture->actor);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
make_database (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = fixture_motion (1);

  fixture->store = vlg_sqlite_store_open (fixture->path, &error);
  g_assert_no_error (error);
  fixture_insert (fixture, motion, "imported", &error);
  g_assert_no_error (error);
  g_assert_true (vlg_store_close (fixture->store, &error));
  g_clear_object (&fixture->store);
}

static void
run_sql (Fixture    *fixture,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "one", "two", "office ä%20?.db", NULL);
  g_autofree char *folder = g_path_get_dirname (deep);
  g_autofree char *log = g_strconcat (deep, "-wal", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_free (fixture->path);
  fixture->path = g_strdup (deep);
  make_database (fixture);
  g_assert_cmpint (g_stat (deep, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  /* The last one to close leaves one whole file. */
  g_assert_cmpint (g_stat (log, &status), !=, 0);

  fixture->store = vlg_sqlite_store_open (deep, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion"), ==, 1);
  g_clear_object (&fixture->store);
}

static void
test_empty_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  make_database (fixture);
}

static void
test_memory (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = fixture_motion (1);

  fixture->store = vlg_sqlite_store_open (NULL, &error);
  g_assert_no_error (error);
  fixture_insert (fixture, motion, "imported", &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion"), ==, 1);
  g_clear_object (&fixture->store);
}

static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  run_sql (fixture, "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('Kuchen')");
  assert_refused (fixture, VLG_ERROR_FOREIGN);
  run_sql (fixture, "PRAGMA journal_mode = WAL; INSERT INTO recipe VALUES ('Torte')");
  assert_refused (fixture, VLG_ERROR_FOREIGN);

  g_assert_true (g_file_set_contents (fixture->path, "abc", -1, NULL));
  assert_refused (fixture, VLG_ERROR_FOREIGN);
  g_assert_true (g_file_set_contents (fixture->path, "Dies ist ein Brief und keine Datenbank. Er ist lang genug, um wie eine auszusehen, aber eben keine.", -1, NULL));
  assert_refused (fixture, VLG_ERROR_FOREIGN);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  make_database (fixture);
  run_sql (fixture, "PRAGMA user_version = 999");
  assert_refused (fixture, VLG_ERROR_NEWER);
}

static void
test_other_edition (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  make_database (fixture);
  run_sql (fixture, "UPDATE migration SET sha256 = 'another'");
  g_assert_null (vlg_sqlite_store_open (fixture->path, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FOREIGN);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  make_database (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  /* Cut off. */
  g_assert_true (g_file_set_contents (fixture->path, bytes, length / 2 / 4096 * 4096, NULL));
  assert_refused (fixture, VLG_ERROR_DAMAGED);

  /* Overwritten from the middle of the first page on. */
  memset (bytes + 100, 0x55, 60000);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  {
    g_autofree char *after = NULL;
    g_autoptr (GError) error = NULL;
    gsize after_length;

    g_assert_null (vlg_sqlite_store_open (fixture->path, &error));
    g_assert_error (error, VLG_ERROR, VLG_ERROR_DAMAGED);
    g_assert_true (g_file_get_contents (fixture->path, &after, &after_length, NULL));
    g_assert_cmpmem (bytes, length, after, after_length);
  }
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_refused (fixture, VLG_ERROR_FOREIGN);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  make_database (fixture);
  /* chmod does not stop root, a read-only mount does. */
  if (mount (fixture->folder, fixture->folder, NULL, MS_BIND, NULL) != 0)
    {
      if (geteuid () == 0)
        {
          g_test_skip ("no right to mount");
          return;
        }
      g_chmod (fixture->path, 0400);
      assert_refused (fixture, VLG_ERROR_READ_ONLY);
      return;
    }
  g_assert_cmpint (mount (NULL, fixture->folder, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL), ==, 0);
  assert_refused (fixture, VLG_ERROR_READ_ONLY);
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "new", "office.db", NULL);
  assert_refused (fixture, VLG_ERROR_READ_ONLY);
  g_assert_cmpint (umount (fixture->folder), ==, 0);
}

/* Fills what is left of the file system of @folder. */
static void
fill_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "filler", NULL);
  int fd = open (path, O_WRONLY | O_CREAT, 0600);
  char block[512] = { 1 };

  while (write (fd, block, sizeof block) > 0)
    ;
  close (fd);
}

static void
test_disk_full (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = fixture_motion (1);
  g_autofree char *filler = g_build_filename (fixture->folder, "filler", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (mount ("tmpfs", fixture->folder, "tmpfs", 0, "size=2m") != 0)
    {
      g_test_skip ("no right to mount");
      return;
    }

  /* No room for a new one. */
  fill_disk (fixture->folder);
  before = picture (fixture->folder);
  g_assert_null (vlg_sqlite_store_open (fixture->path, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_DISK_FULL);
  g_clear_error (&error);
  g_unlink (filler);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  /* No room in an open one: the job fails, what was stored stays, and with room it goes on. */
  fixture->store = vlg_sqlite_store_open (fixture->path, &error);
  g_assert_no_error (error);
  fill_disk (fixture->folder);
  while (error == NULL)
    {
      static guint n = 100;
      g_autoptr (VlgMotion) another = fixture_motion (n++);

      fixture_insert (fixture, another, "imported", &error);
    }
  g_assert_error (error, VLG_ERROR, VLG_ERROR_DISK_FULL);
  g_clear_error (&error);
  g_unlink (filler);
  fixture_insert (fixture, motion, "imported", &error);
  g_assert_no_error (error);
  fixture_journal (fixture);
  g_assert_true (vlg_store_close (fixture->store, &error));
  g_clear_object (&fixture->store);

  /* A whole one on a disk that is full: its bytes stay, opened or not. */
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  fill_disk (fixture->folder);
  fixture->store = vlg_sqlite_store_open (fixture->path, &error);
  if (fixture->store == NULL)
    g_assert_error (error, VLG_ERROR, VLG_ERROR_DISK_FULL);
  g_clear_object (&fixture->store);
  g_unlink (filler);
  {
    g_autofree char *now = NULL;

    g_assert_true (g_file_get_contents (fixture->path, &now, NULL, NULL));
    g_assert_cmpstr (now, ==, after);
  }
  fixture_remove_folder (fixture->folder);
  umount (fixture->folder);
}

static void
test_network (void)
{
  g_assert_true (vlg_place_is_network (0x6969, NULL));
  g_assert_true (vlg_place_is_network (0xff534d42, NULL));
  g_assert_true (vlg_place_is_network (0xfe534d42, NULL));
  g_assert_true (vlg_place_is_network (0x65735546, "fuse.sshfs"));
  g_assert_true (vlg_place_is_network (0x65735546, "fuse.gvfsd-fuse"));
  g_assert_false (vlg_place_is_network (0x65735546, "fuseblk"));
  g_assert_false (vlg_place_is_network (0x65735546, NULL));
  g_assert_false (vlg_place_is_network (0xef53, NULL));
  g_assert_false (vlg_place_is_network (0x01021994, NULL));
}

/* Two migrations of a program that knows @n of them. */
static GPtrArray *
make_migrations (guint       n,
                 const char *second)
{
  const char *sql[] = { "CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;"
                        "CREATE TABLE thing (id INTEGER PRIMARY KEY, other INTEGER REFERENCES thing (id)) STRICT", second };
  GPtrArray *migrations = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (sql[i], strlen (sql[i]));

      g_ptr_array_add (migrations, vlg_migration_new (i + 1, i == 0 ? "0001-one.sql" : "0002-two.sql", bytes));
    }
  return migrations;
}

static void
migrations_free (GPtrArray *migrations)
{
  for (guint i = 0; i < migrations->len; i++)
    {
      VlgMigration *migration = migrations->pdata[i];

      g_free (migration->name);
      g_free (migration->sha256);
      g_bytes_unref (migration->sql);
      g_free (migration);
    }
  g_ptr_array_unref (migrations);
}

static void
test_migrations (Fixture       *fixture,
                 gconstpointer  data)
{
  GPtrArray *one = make_migrations (1, NULL), *two = make_migrations (2, "INSERT INTO thing (id) VALUES (7)");
  GPtrArray *bad_sql = make_migrations (2, "INSERT INTO thing (id) VALUES (8); NOT SQL"), *bad_key = make_migrations (2, "INSERT INTO thing (id, other) VALUES (9, 99)");
  g_autoptr (GError) error = NULL;
  VlgDb *db = vlg_db_open (fixture->path, VLG_DB_READ_WRITE, &error);
  gint64 value;
  guint pending;

  g_assert_no_error (error);
  g_assert_true (vlg_migrations_run (db, one, &error));
  g_assert_true (vlg_migrations_check (db, one, &pending, &error));
  g_assert_cmpuint (pending, ==, 0);
  g_assert_true (vlg_migrations_check (db, two, &pending, &error));
  g_assert_cmpuint (pending, ==, 1);

  /* What fails leaves the version and the data before it. */
  g_assert_false (vlg_migrations_run (db, bad_sql, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (vlg_migrations_run (db, bad_key, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (vlg_db_query_int (db, "SELECT count (*) FROM thing", &value, &error));
  g_assert_cmpint (value, ==, 0);
  g_assert_true (vlg_db_query_int (db, "PRAGMA user_version", &value, &error));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (vlg_db_query_int (db, "PRAGMA foreign_keys", &value, &error));
  g_assert_cmpint (value, ==, 1);

  g_assert_true (vlg_migrations_run (db, two, &error));
  g_assert_true (vlg_migrations_run (db, two, &error));
  g_assert_no_error (error);
  g_assert_true (vlg_db_query_int (db, "SELECT count (*) FROM thing WHERE id = 7", &value, &error));
  g_assert_cmpint (value, ==, 1);

  /* The older program refuses what the newer one made. */
  g_assert_false (vlg_migrations_check (db, one, &pending, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NEWER);
  g_clear_error (&error);
  /* And one whose released SQL was changed. */
  g_assert_false (vlg_migrations_check (db, bad_sql, &pending, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FOREIGN);

  vlg_db_close (db);
  migrations_free (one);
  migrations_free (two);
  migrations_free (bad_sql);
  migrations_free (bad_key);
}

static void
changed_cb (VlgStore *store,
            gpointer  data)
{
  (*(guint *) data)++;
}

/* A commit is announced, also one of another opener of the same file. */
static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgStore) other = NULL;
  g_autoptr (VlgMotion) motion = fixture_motion (1);
  guint here = 0, there = 0;
  gint64 until = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  fixture->store = vlg_sqlite_store_open (fixture->path, &error);
  other = vlg_sqlite_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &here);
  g_signal_connect (other, "changed", G_CALLBACK (changed_cb), &there);
  fixture_insert (fixture, motion, "imported", &error);
  g_assert_no_error (error);
  while ((here == 0 || there == 0) && g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10 * 1000);
    }
  g_assert_cmpuint (here, >, 0);
  g_assert_cmpuint (there, >, 0);
  g_clear_object (&fixture->store);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/open/" name, Fixture, NULL, set_up_empty, function, tear_down_empty)
  ADD ("new", test_new);
  ADD ("empty-file", test_empty_file);
  ADD ("memory", test_memory);
  ADD ("foreign", test_foreign);
  ADD ("newer", test_newer);
  ADD ("other-edition", test_other_edition);
  ADD ("damaged", test_damaged);
  ADD ("folder", test_folder);
  ADD ("read-only", test_read_only);
  ADD ("disk-full", test_disk_full);
  ADD ("migrations", test_migrations);
  ADD ("changed", test_changed);
#undef ADD
  g_test_add_func ("/store/open/network", test_network);

  return g_test_run ();
}
