/* vlg-private-folder.c — a place on disk for copies of papers that nobody else may read, and that do not outlive the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-private-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* In the folder of a run; locked while it lasts. A process id would not do: two sandboxes may have the same. */
#define LOCK_NAME "lock"
/* Beside the folders; locked while one is made or some are removed, so that none is taken for left before it is locked. */
#define GATE_NAME ".gate"

static GMutex mutex;
static char *own_folder;   /* owned; of this process */
static int own_lock = -1;

/* Not the one for temporary files, which often lies in memory. Caller owns. */
static char *
parent_path (void)
{
  return g_build_filename (g_get_user_cache_dir (), "vorlage", "private", NULL);
}

/* The descriptor of the locked file @name in @folder; -1 where it cannot be made or, with LOCK_NB in @how, is held by another. */
static int
lock_file (const char *folder,
           const char *name,
           int         how)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd >= 0 && flock (fd, how) != 0)
    {
      close (fd);
      fd = -1;
    }

  return fd;
}

void
vlg_private_folder_remove (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        vlg_private_folder_remove (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* With the gate closed. */
static void
sweep (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);
      int lock;

      if (!g_file_test (folder, G_FILE_TEST_IS_DIR) || g_file_test (folder, G_FILE_TEST_IS_SYMLINK) || g_strcmp0 (folder, own_folder) == 0)
        continue;
      lock = lock_file (folder, LOCK_NAME, LOCK_EX | LOCK_NB);
      if (lock < 0)
        continue;
      vlg_private_folder_remove (folder);
      close (lock);
    }
}

/* With the gate closed. */
static gboolean
make_own (const char *parent)
{
  g_autofree char *folder = g_build_filename (parent, "XXXXXX", NULL);

  if (g_mkdtemp (folder) == NULL)
    return FALSE;
  own_lock = lock_file (folder, LOCK_NAME, LOCK_EX | LOCK_NB);
  if (own_lock < 0)
    {
      g_rmdir (folder);
      return FALSE;
    }
  own_folder = g_steal_pointer (&folder);

  return TRUE;
}

char *
vlg_private_folder_get (GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *parent = parent_path ();
  int gate = -1;
  gboolean made;

  if (own_folder != NULL)
    return g_strdup (own_folder);

  made = g_mkdir_with_parents (parent, 0700) == 0 && (gate = lock_file (parent, GATE_NAME, LOCK_EX)) >= 0 && make_own (parent);
  if (!made)
    g_set_error (error, VLG_ERROR, VLG_ERROR_READ_ONLY, _("“%s” could not be written: %s"), parent, g_strerror (errno));
  if (gate >= 0)
    {
      sweep (parent);
      close (gate);
    }

  return made ? g_strdup (own_folder) : NULL;
}

void
vlg_private_folder_sweep (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *parent = parent_path ();
  int gate;

  if (!g_file_test (parent, G_FILE_TEST_IS_DIR))
    return;
  gate = lock_file (parent, GATE_NAME, LOCK_EX);
  if (gate < 0)
    return;
  sweep (parent);
  close (gate);
}

void
vlg_private_folder_forget (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (own_folder == NULL)
    return;
  vlg_private_folder_remove (own_folder);
  g_clear_pointer (&own_folder, g_free);
  close (own_lock);
  own_lock = -1;
}
