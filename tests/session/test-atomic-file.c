/* test-atomic-file.c — a file is there whole or not at all
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vlg-atomic-file.h"

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("vorlage-atomic-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static gboolean
write_text (Fixture     *self,
            const char  *name,
            const char  *text,
            GError     **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return vlg_atomic_file_write_bytes (file, bytes, NULL, error);
}

static void
assert_text (Fixture    *self,
             const char *name,
             const char *expected)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_replaces (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.pdf", NULL);
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (write_text (self, "a.pdf", "one", &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_true (write_text (self, "a.pdf", "two", &error));
  g_assert_no_error (error);
  assert_text (self, "a.pdf", "two");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0640);
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static gboolean
fail_half_way (GOutputStream  *stream,
               gpointer        data,
               GCancellable   *cancellable,
               GError        **error)
{
  g_output_stream_write_all (stream, "half", 4, NULL, NULL, NULL);
  g_set_error_literal (error, VLG_ERROR, VLG_ERROR_DAMAGED, "broken off");

  return FALSE;
}

static void
test_failure_keeps_old (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (self, "a.pdf", "old", NULL));
  g_assert_false (vlg_atomic_file_write (file, fail_half_way, NULL, NULL, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_DAMAGED);
  assert_text (self, "a.pdf", "old");
  g_assert_cmpuint (count_files (self->folder), ==, 1);
}

static void
test_link_is_followed (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "link.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (self, "real.pdf", "old", NULL));
  g_assert_cmpint (symlink ("real.pdf", path), ==, 0);
  g_assert_true (write_text (self, "link.pdf", "new", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  assert_text (self, "real.pdf", "new");
}

static void
test_missing_folder (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (write_text (self, "nowhere/a.pdf", "x", &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "nowhere/a.pdf"));
}

static void
test_folder_is_no_file (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (write_text (self, ".", "x", &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FAILED);
}

static void
test_full_device (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;
  struct stat info;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full");
      return;
    }
  g_assert_false (vlg_atomic_file_write_bytes (file, bytes, NULL, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_DISK_FULL);
  g_assert_cmpint (g_stat ("/dev/full", &info), ==, 0);
  g_assert_true (S_ISCHR (info.st_mode));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/atomic-file/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("replaces", test_replaces);
  ADD ("failure-keeps-old", test_failure_keeps_old);
  ADD ("link-is-followed", test_link_is_followed);
  ADD ("missing-folder", test_missing_folder);
  ADD ("folder-is-no-file", test_folder_is_no_file);
  ADD ("full-device", test_full_device);

  return g_test_run ();
}
