/* test-private-folder.c — copies of papers on disk go with the program, however it ends, and never while it runs
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vlg-private-folder.h"

static const char *program;
static const char *without_locks;  /* a folder below which no file can be locked */

/* The program's flock() is this one. */
int
flock (int fd,
       int how)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);

  if (without_locks != NULL && path != NULL && g_str_has_prefix (path, without_locks))
    {
      errno = ENOLCK;
      return -1;
    }

  return syscall (SYS_flock, fd, how);
}

/* Where removing stands still; each is changed with the other's knowledge. */
static GMutex mutex;
static GCond cond;
static gboolean hold_unlink, unlinking;

/* So is unlink(), also where GLib calls it. */
int
unlink (const char *path)
{
  gint64 until = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  g_mutex_lock (&mutex);
  unlinking = TRUE;
  g_cond_broadcast (&cond);
  while (hold_unlink && g_cond_wait_until (&cond, &mutex, until))
    ;
  hold_unlink = FALSE;
  g_mutex_unlock (&mutex);

  return unlinkat (AT_FDCWD, path, 0);
}

/* A paper of this run, in a folder below, not to be written. Caller owns the path. */
static char *
write_paper (const char *folder)
{
  g_autofree char *below = g_build_filename (folder, "originals", NULL);
  char *path = g_build_filename (below, "geheim.pdf", NULL);

  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "nicht öffentlich", -1, NULL));
  g_chmod (path, 0400);

  return path;
}

/* What a child does: holds a paper until it is killed. */
static int
hold (void)
{
  g_autofree char *folder = vlg_private_folder_get (NULL);
  g_autofree char *path = write_paper (folder);

  puts (path);
  fflush (stdout);
  pause ();

  return 1;
}

static char *
start (GPid *pid)
{
  char *argv[] = { (char *) program, (char *) "--hold", NULL };
  g_autoptr (GError) error = NULL;
  char line[512];
  FILE *out;
  int fd;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, pid, NULL, &fd, NULL, &error);
  g_assert_no_error (error);
  out = fdopen (fd, "r");
  g_assert_nonnull (fgets (line, sizeof line, out));
  fclose (out);

  return g_strdup (g_strstrip (line));
}

static void
end (GPid pid)
{
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
}

static gboolean
there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_kill (void)
{
  GPid first, second;
  g_autofree char *of_first = start (&first);
  g_autofree char *of_second = start (&second);
  g_autofree char *folder_of_first = g_path_get_dirname (of_first);
  g_autofree char *own = NULL;
  g_autofree char *again = NULL;
  g_autofree char *paper = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_cmpstr (of_first, !=, of_second);
  end (first);
  g_assert_true (there (of_first));
  vlg_private_folder_sweep ();
  g_assert_false (there (folder_of_first));
  g_assert_true (there (of_second));

  end (second);
  own = vlg_private_folder_get (&error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (own, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  again = vlg_private_folder_get (&error);
  g_assert_cmpstr (own, ==, again);

  paper = write_paper (own);
  vlg_private_folder_sweep ();
  g_assert_false (there (of_second));
  g_assert_true (there (paper));
}

/* Who wants a folder does not wait until gigabytes of others are gone. */
static gpointer
sweep_thread (gpointer data)
{
  vlg_private_folder_sweep ();

  return NULL;
}

static gpointer
get_thread (gpointer data)
{
  return vlg_private_folder_get (NULL);
}

static void
test_no_waiting (void)
{
  GPid pid;
  g_autofree char *left = start (&pid);
  g_autofree char *own = NULL;
  GThread *sweeping;
  gboolean held;

  end (pid);
  g_mutex_lock (&mutex);
  hold_unlink = TRUE;
  unlinking = FALSE;
  sweeping = g_thread_new ("sweep", sweep_thread, NULL);
  while (!unlinking)
    g_cond_wait (&cond, &mutex);
  g_mutex_unlock (&mutex);

  own = g_thread_join (g_thread_new ("get", get_thread, NULL));
  g_mutex_lock (&mutex);
  held = hold_unlink;
  hold_unlink = FALSE;
  g_cond_broadcast (&cond);
  g_mutex_unlock (&mutex);
  g_assert_true (held);
  g_assert_true (there (own));
  g_thread_join (sweeping);
  g_assert_false (there (left));
}

/* A home on a server may know no locks; what lies there could not be told from what a crash left. */
static int
get_without_locks (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *again = NULL;
  g_autofree char *paper = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  without_locks = g_get_user_cache_dir ();
  folder = vlg_private_folder_get (&error);
  g_assert_no_error (error);
  g_assert_false (g_str_has_prefix (folder, without_locks));
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  paper = write_paper (folder);
  vlg_private_folder_sweep ();
  again = vlg_private_folder_get (&error);
  g_assert_cmpstr (folder, ==, again);
  g_assert_true (there (paper));
  vlg_private_folder_forget ();
  g_assert_false (there (folder));

  return 0;
}

static void
test_no_locks (gconstpointer data)
{
  g_autofree char *runtime = g_dir_make_tmp ("vorlage-runtime-XXXXXX", NULL);
  char *argv[] = { (char *) program, (char *) "--without-locks", NULL };
  gboolean has_runtime = GPOINTER_TO_INT (data);
  g_auto (GStrv) environment = has_runtime ? g_environ_setenv (g_get_environ (), "XDG_RUNTIME_DIR", runtime, TRUE)
                                           : g_environ_unsetenv (g_get_environ (), "XDG_RUNTIME_DIR");
  g_autofree char *below = g_build_filename (runtime, "vorlage", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, argv, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_true (there (below) == has_runtime);
  vlg_private_folder_remove (runtime);
}

/* Where builds before the lock put them. */
static void
test_old_places (void)
{
  static const char * const names[] = { "originals", "exports" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "vorlage", names[i], NULL);
      g_autofree char *below = g_build_filename (folder, "4711", NULL);
      g_autofree char *path = g_build_filename (below, "geheim.pdf", NULL);

      g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
      g_assert_true (g_file_set_contents (path, "nicht öffentlich", -1, NULL));
      vlg_private_folder_sweep ();
      g_assert_false (there (folder));
    }
}

/* After it the program ends: a read on its way may still want to write a copy. */
static void
test_forget (void)
{
  g_autofree char *own = vlg_private_folder_get (NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  vlg_private_folder_forget ();
  g_assert_false (there (own));
  after = vlg_private_folder_get (&error);
  g_assert_null (after);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
test_refused (void)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "vorlage", NULL);
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (parent, "", 0, NULL));
  folder = vlg_private_folder_get (&error);
  g_assert_null (folder);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_READ_ONLY);
  vlg_private_folder_sweep ();
  g_unlink (parent);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *cache = NULL;
  int status;

  if (argc == 2 && g_str_equal (argv[1], "--hold"))
    return hold ();
  if (argc == 2 && g_str_equal (argv[1], "--without-locks"))
    return get_without_locks ();

  cache = g_dir_make_tmp ("vorlage-cache-XXXXXX", NULL);
  g_assert_nonnull (cache);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/private-folder/refused", test_refused);
  g_test_add_func ("/private-folder/no-waiting", test_no_waiting);
  g_test_add_func ("/private-folder/kill", test_kill);
  g_test_add_data_func ("/private-folder/no-locks/runtime", GINT_TO_POINTER (TRUE), test_no_locks);
  g_test_add_data_func ("/private-folder/no-locks/temporary", GINT_TO_POINTER (FALSE), test_no_locks);
  g_test_add_func ("/private-folder/old-places", test_old_places);
  g_test_add_func ("/private-folder/forget", test_forget);

  status = g_test_run ();
  vlg_private_folder_remove (cache);

  return status;
}
