/* vlg-sqlite-lock.c — the lock between processes: one writer at a time, in turn
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sqlite-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <unistd.h>

/* Bytes of the lock file. Who wants to write first holds the turn while waiting for the writer's byte: a process that writes
 * without pause has to queue behind the waiting one instead of always winning. */
enum {
  WRITER,
  TURN,
  MEMBERS,
};

#define POLL_US 500

struct _VlgLock {
  char *database;
  int fd;
};

static gboolean
set_lock (VlgLock *self,
          short    type,
          int      byte)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1 };
  int result;

  do
    result = fcntl (self->fd, F_OFD_SETLK, &lock);
  while (result != 0 && errno == EINTR);

  return result == 0;
}

/* F_OFD_SETLKW cannot be given a limit but by a signal, which a library must not send; half a millisecond of sleep costs less than a commit. */
static gboolean
wait_lock (VlgLock *self,
           short    type,
           int      byte,
           gint64   until)
{
  while (!set_lock (self, type, byte))
    {
      if (g_get_monotonic_time () > until)
        return FALSE;
      g_usleep (POLL_US);
    }
  return TRUE;
}

static void
set_busy (VlgLock  *self,
          GError  **error)
{
  g_set_error (error, VLG_ERROR, VLG_ERROR_BUSY,
               _("Another window or program has been writing to “%s” for a long time. Nothing was changed. Please try again when it has finished."), self->database);
}

VlgLock *
vlg_lock_new (const char  *database,
              GError     **error)
{
  g_autofree char *path = g_strconcat (database, ".writer", NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  int code = errno;
  VlgLock *self;

  if (fd < 0)
    {
      g_set_error (error, VLG_ERROR, code == ENOSPC || code == EDQUOT ? VLG_ERROR_DISK_FULL : code == EROFS || code == EACCES ? VLG_ERROR_READ_ONLY : VLG_ERROR_FAILED,
                   _("The file “%s” cannot be made beside the database: %s"), path, g_strerror (code));
      return NULL;
    }

  self = g_new0 (VlgLock, 1);
  self->database = g_strdup (database);
  self->fd = fd;
  return self;
}

void
vlg_lock_free (VlgLock *self)
{
  if (self == NULL)
    return;

  close (self->fd);
  g_free (self->database);
  g_free (self);
}

gboolean
vlg_lock_acquire (VlgLock  *self,
                  guint     patience_ms,
                  GError  **error)
{
  gint64 until = g_get_monotonic_time () + patience_ms * G_TIME_SPAN_MILLISECOND;
  gboolean got = wait_lock (self, F_WRLCK, TURN, until);

  if (got)
    {
      got = wait_lock (self, F_WRLCK, WRITER, until);
      set_lock (self, F_UNLCK, TURN);
    }
  if (!got)
    set_busy (self, error);
  return got;
}

void
vlg_lock_release (VlgLock *self)
{
  set_lock (self, F_UNLCK, WRITER);
}

gboolean
vlg_lock_join (VlgLock   *self,
               gboolean  *sole,
               GError   **error)
{
  *sole = set_lock (self, F_WRLCK, MEMBERS);
  if (wait_lock (self, F_RDLCK, MEMBERS, g_get_monotonic_time () + VLG_LOCK_PATIENCE_MS * G_TIME_SPAN_MILLISECOND))
    return TRUE;

  set_busy (self, error);
  return FALSE;
}

gboolean
vlg_lock_join_sole (VlgLock  *self,
                    GError  **error)
{
  if (set_lock (self, F_WRLCK, MEMBERS))
    return TRUE;

  g_set_error (error, VLG_ERROR, VLG_ERROR_BUSY,
               _("“%s” is open in another window or program. Please close it there and try again."), self->database);
  return FALSE;
}
