/* vlg-private-folder.c — a place on disk for copies of papers that nobody else may read, and that do not outlive the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-private-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
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
static int own_lock = -1;  /* -1 also where no locks are to be had */
static gboolean forgotten;

/* Where the folders of the runs lie: in the cache, which unlike the place for temporary files seldom lies in memory. Caller owns. */
static char *
parent_path (const char *base)
{
  return g_build_filename (base, "vorlage", "private", NULL);
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
      int code = errno;

      close (fd);
      errno = code;
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

/* The lock of the folder of a run that is over, or -1. The gate is closed no longer than that takes: what lies in the folder may be much. */
static int
take_left (const char *parent,
           const char *folder)
{
  int gate, lock;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR) || g_file_test (folder, G_FILE_TEST_IS_SYMLINK))
    return -1;
  gate = lock_file (parent, GATE_NAME, LOCK_EX);
  if (gate < 0)
    return -1;
  lock = lock_file (folder, LOCK_NAME, LOCK_EX | LOCK_NB);
  close (gate);

  return lock;
}

static void
sweep (const char *base)
{
  g_autofree char *parent = parent_path (base);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (parent, name, NULL);
      int lock = take_left (parent, folder);

      if (lock < 0)
        continue;
      vlg_private_folder_remove (folder);
      close (lock);
    }
}

/* Says why in errno where it fails. */
static gboolean
make_locked (const char *base)
{
  g_autofree char *parent = parent_path (base);
  g_autofree char *folder = g_build_filename (parent, "XXXXXX", NULL);
  int gate, code;

  if (g_mkdir_with_parents (parent, 0700) != 0 || (gate = lock_file (parent, GATE_NAME, LOCK_EX)) < 0)
    return FALSE;

  if (g_mkdtemp (folder) != NULL)
    own_lock = lock_file (folder, LOCK_NAME, LOCK_EX | LOCK_NB);
  code = errno;
  if (own_lock >= 0)
    own_folder = g_steal_pointer (&folder);
  close (gate);
  errno = code;

  return own_folder != NULL;
}

/* Some file systems of servers know no locks. The session's own folder does, and goes with the session; where there is none, what a crash leaves among the temporary files goes with them. */
static gboolean
make_elsewhere (int code)
{
  if (code != ENOLCK && code != ENOSYS && code != EOPNOTSUPP && code != EINVAL)
    return FALSE;
  if (make_locked (g_get_user_runtime_dir ()))
    return TRUE;
  own_folder = g_dir_make_tmp ("vorlage-XXXXXX", NULL);

  return own_folder != NULL;
}

char *
vlg_private_folder_get (GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  int code;

  if (forgotten)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _("The program is being closed."));
      return NULL;
    }
  if (own_folder == NULL && !make_locked (g_get_user_cache_dir ()) && (code = errno, !make_elsewhere (code)))
    {
      g_autofree char *parent = parent_path (g_get_user_cache_dir ());

      g_set_error (error, VLG_ERROR, VLG_ERROR_READ_ONLY, _("“%s” could not be written: %s"), parent, g_strerror (code));
      return NULL;
    }

  return g_strdup (own_folder);
}

void
vlg_private_folder_sweep (void)
{
  /* Before there were locks. */
  static const char * const old_names[] = { "originals", "exports" };

  sweep (g_get_user_cache_dir ());
  sweep (g_get_user_runtime_dir ());
  for (guint i = 0; i < G_N_ELEMENTS (old_names); i++)
    {
      g_autofree char *old = g_build_filename (g_get_user_cache_dir (), "vorlage", old_names[i], NULL);

      vlg_private_folder_remove (old);
    }
}

void
vlg_private_folder_forget (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *gone = NULL;

  forgotten = TRUE;
  if (own_folder == NULL)
    return;
  /* Under another name no thread that still writes finds it. */
  gone = g_strconcat (own_folder, ".gone", NULL);
  vlg_private_folder_remove (g_rename (own_folder, gone) == 0 ? gone : own_folder);
  g_clear_pointer (&own_folder, g_free);
  if (own_lock >= 0)
    close (own_lock);
  own_lock = -1;
}
