/* test-store-crash.c — killed while writing, and two processes writing at once
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "vlg-files.h"

#define KILLS 50
/* Each writer's numbers are its own. */
#define RANGE 100000

/* What a child does: import one motion after the other and say so when the store says it is stored. */
static int
write_without_end (const char *path,
                   guint       n,
                   double      seconds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Erika Muster");
  Fixture fixture = { .actor = actor };
  gint64 until = g_get_monotonic_time () + (gint64) (seconds * G_TIME_SPAN_SECOND);

  fixture.store = vlg_sqlite_store_open (path, &error);
  if (fixture.store == NULL)
    {
      g_printerr ("open: %s\n", error->message);
      return 1;
    }
  for (; g_get_monotonic_time () < until; n++)
    {
      g_autoptr (VlgMotion) motion = fixture_motion (n);

      if (fixture_insert (&fixture, motion, "imported", &error) == 0)
        {
          g_printerr ("insert: %s\n", error->message);
          return 1;
        }
      printf ("%u\n", n);
      fflush (stdout);
    }
  return vlg_store_close (fixture.store, &error) ? 0 : 1;
}

static GPid
start_writer (const char *path,
              guint       from,
              double      seconds,
              int        *out)
{
  g_autofree char *n = g_strdup_printf ("%u", from);
  g_autofree char *s = g_strdup_printf ("%d", (int) (seconds * 1000));
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  char *argv[] = { self, (char *) "--writer", (char *) path, n, s, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_assert_true (g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, out, NULL, &error));
  g_assert_no_error (error);
  return pid;
}

/* The numbers a child reported, each in a whole line. */
static GArray *
read_reports (int fd)
{
  GArray *reports = g_array_new (FALSE, FALSE, sizeof (guint));
  FILE *file = fdopen (fd, "r");
  char line[32];

  while (fgets (line, sizeof line, file) != NULL)
    if (strchr (line, '\n') != NULL)
      {
        guint n = strtoul (line, NULL, 10);

        g_array_append_val (reports, n);
      }
  fclose (file);
  return reports;
}

static gpointer
integrity_job (VlgDb         *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  VlgStatement *row = vlg_db_prepare (db, "PRAGMA integrity_check", error);

  return row != NULL && vlg_statement_step (row, error) ? g_strdup (vlg_statement_get_text (row, 0)) : NULL;
}

static gpointer
present_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  GArray *reports = data;

  for (guint i = 0; i < reports->len; i++)
    {
      g_autofree char *number = fixture_number (g_array_index (reports, guint, i));
      g_autoptr (VlgMotion) stored = vlg_motions_load_by_number (db, number, error);
      g_autoptr (VlgMotion) expected = fixture_motion (g_array_index (reports, guint, i));

      if (stored == NULL)
        return NULL;
      g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_REASONING), ==, vlg_motion_get_text (expected, VLG_FIELD_REASONING));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_consultations (stored))), ==, 3);
    }
  return NULL;
}

/* Everything reported is there, nothing is there by halves, the chain holds. */
static void
assert_whole (Fixture *fixture,
              GArray  *reports)
{
  static const char * const nothing[] = {
    "SELECT count (*) FROM motion m WHERE (SELECT count (*) FROM consultation c WHERE c.motion_id = m.id) <> 3",
    "SELECT count (*) FROM motion m WHERE NOT EXISTS (SELECT 1 FROM motion_text t WHERE t.motion_id = m.id)",
    "SELECT count (*) FROM motion m WHERE NOT EXISTS (SELECT 1 FROM version v WHERE v.motion_id = m.id)",
    "SELECT count (*) FROM motion m WHERE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.number = m.number AND l.motion_uid = m.uid)",
    "SELECT (SELECT count (*) FROM motion) - (SELECT count (*) FROM search)",
    "SELECT (SELECT count (*) FROM motion) - (SELECT count (*) FROM journal)",
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *integrity = NULL;

  fixture->store = vlg_sqlite_store_open (fixture->path, &error);
  g_assert_no_error (error);
  integrity = vlg_store_read (fixture->store, integrity_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (integrity, ==, "ok");
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    g_assert_cmpint (fixture_count (fixture, nothing[i]), ==, 0);
  vlg_store_read (fixture->store, present_job, reports, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_journal (fixture), >=, reports->len);
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
}

static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  guint next = 0, n_reported = 0;

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  for (guint round = 0; round < KILLS; round++)
    {
      g_autoptr (GArray) reports = NULL;
      int out;
      GPid pid = start_writer (fixture->path, next, 30, &out);
      GPollFD first = { out, G_IO_IN, 0 };

      /* Every fifth while it opens the database, the others among the imports. */
      if (round % 5 != 0)
        g_poll (&first, 1, 20 * 1000);
      g_usleep (g_test_rand_int_range (1000, 150 * 1000));
      kill (pid, SIGKILL);
      reports = read_reports (out);
      waitpid (pid, NULL, 0);
      g_spawn_close_pid (pid);
      assert_whole (fixture, reports);
      n_reported += reports->len;
      /* One more may be stored than was reported. */
      next += reports->len + 1;
    }
  g_test_message ("%u kills, %u imports reported", KILLS, n_reported);
  g_assert_cmpuint (n_reported, >, 0);
  fixture->store = vlg_sqlite_store_open (fixture->path, NULL);
}

static void
test_two_writers (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *text = g_getenv ("VORLAGE_TEST_LONG");
  double seconds = text != NULL ? strtod (text, NULL) : 10;
  int outs[2], status;
  GPid pids[2];
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  for (guint i = 0; i < 2; i++)
    pids[i] = start_writer (fixture->path, i * RANGE, seconds, &outs[i]);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GArray) reports = read_reports (outs[i]);

      g_assert_cmpint (waitpid (pids[i], &status, 0), ==, pids[i]);
      /* "database is locked" would be one. */
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
      g_test_message ("writer %u: %u imports in %g s", i, reports->len, seconds);
      g_assert_cmpuint (reports->len, >, 0);
      g_array_append_vals (all, reports->data, reports->len);
    }
  assert_whole (fixture, all);
  fixture->store = vlg_sqlite_store_open (fixture->path, NULL);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion"), ==, all->len);
}

/* Written at the same time by two stores of this process, each in its own thread. */
static gpointer
insert_many (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (VlgMotion) motion = fixture_motion (GPOINTER_TO_UINT (fixture->folder) + i);
      g_autoptr (GError) error = NULL;

      fixture_insert (fixture, motion, "imported", &error);
      g_assert_no_error (error);
    }
  return NULL;
}

static void
test_two_stores (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgStore) second = vlg_sqlite_store_open (fixture->path, &error);
  Fixture one = { .store = fixture->store, .actor = fixture->actor, .folder = GUINT_TO_POINTER (1000) };
  Fixture two = { .store = second, .actor = fixture->actor, .folder = GUINT_TO_POINTER (2000) };
  GThread *threads[2];

  g_assert_no_error (error);
  threads[0] = g_thread_new ("one", insert_many, &one);
  threads[1] = g_thread_new ("two", insert_many, &two);
  g_thread_join (threads[0]);
  g_thread_join (threads[1]);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion"), ==, 100);
  g_assert_cmpuint (fixture_journal (fixture), ==, 100);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  if (argc == 5 && g_str_equal (argv[1], "--writer"))
    return write_without_end (argv[2], strtoul (argv[3], NULL, 10), strtod (argv[4], NULL) / 1000);

  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/crash/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("kill", test_kill);
  ADD ("two-writers", test_two_writers);
  ADD ("two-stores", test_two_stores);
#undef ADD

  return g_test_run ();
}
