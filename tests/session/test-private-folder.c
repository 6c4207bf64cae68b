/* test-private-folder.c — copies of papers on disk go with the program, however it ends, and never while it runs
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vlg-private-folder.h"

static const char *program;

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

  /* Also who only wants a folder cleans up. */
  end (second);
  own = vlg_private_folder_get (&error);
  g_assert_no_error (error);
  g_assert_false (there (of_second));
  g_assert_cmpint (g_stat (own, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  again = vlg_private_folder_get (&error);
  g_assert_cmpstr (own, ==, again);

  paper = write_paper (own);
  vlg_private_folder_sweep ();
  g_assert_true (there (paper));
  vlg_private_folder_forget ();
  g_assert_false (there (own));
}

static void
test_refused (void)
{
  g_autofree char *parent = g_build_filename (g_get_user_cache_dir (), "vorlage", NULL);
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;

  vlg_private_folder_remove (parent);
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

  cache = g_dir_make_tmp ("vorlage-cache-XXXXXX", NULL);
  g_assert_nonnull (cache);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/private-folder/kill", test_kill);
  g_test_add_func ("/private-folder/refused", test_refused);

  status = g_test_run ();
  vlg_private_folder_remove (cache);

  return status;
}
