/* test-draft-read-only.c — a database that becomes read-only while a draft of it is open
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sqlite3.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "draft-fixture.h"

#define ADD(path, function) \
  g_test_add ("/draft-read-only/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)

#define LENGTH 50000

static void
type_text (VlgDraft *draft,
           guint     n)
{
  g_autofree char *text = g_strnfill (n, 'x');

  vlg_motion_set_text (vlg_draft_get_motion (draft), VLG_FIELD_REASONING, text);
}

static guint
stored_length (OfficeFixture *self,
               VlgDraft      *draft)
{
  g_autoptr (VlgMotion) stored = draft_fixture_stored (self, vlg_motion_get_uid (vlg_draft_get_motion (draft)));

  return strlen (vlg_motion_get_text (stored, VLG_FIELD_REASONING));
}

/* The attribute of `chattr +i`: unlike the mode it holds also for who has the file open, and for root. FALSE where that may not be set. */
static gboolean
set_immutable (const char *path,
               gboolean    immutable)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  int flags = 0;
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = ioctl (fd, FS_IOC_GETFLAGS, &flags) == 0;
  flags = immutable ? flags | FS_IMMUTABLE_FL : flags & ~FS_IMMUTABLE_FL;
  done = done && ioctl (fd, FS_IOC_SETFLAGS, &flags) == 0;
  close (fd);

  return done;
}

/* Kept, said, and not stored. */
static void
check_refused (OfficeFixture *self,
               VlgDraft      *draft,
               guint          stored)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  draft_fixture_await (draft, VLG_SAVE_STATE_FAILED);
  g_assert_error (vlg_draft_get_save_error (draft), VLG_ERROR, VLG_ERROR_READ_ONLY);
  label = vlg_draft_get_save_label (draft);
  g_assert_nonnull (strstr (label, vlg_draft_get_save_error (draft)->message));
  /* The window that asks stays. */
  error = draft_fixture_close (draft);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_READ_ONLY);
  g_assert_cmpuint (stored_length (self, draft), ==, stored);
  g_assert_cmpuint (strlen (vlg_motion_get_text (vlg_draft_get_motion (draft), VLG_FIELD_REASONING)), ==, stored + LENGTH);
}

static void
check_mended (OfficeFixture *self,
              VlgDraft      *draft,
              guint          stored)
{
  /* By itself. */
  draft_fixture_await (draft, VLG_SAVE_STATE_SAVED);
  g_assert_null (vlg_draft_get_save_error (draft));
  g_assert_cmpuint (stored_length (self, draft), ==, stored);
}

static void
test_file (OfficeFixture *self,
           gconstpointer  data)
{
  g_autofree char *database = g_build_filename (self->folder, "vorlage.db", NULL);
  g_autofree char *log = g_strconcat (database, "-wal", NULL);
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (motion));

  if (!set_immutable (database, TRUE))
    {
      g_test_skip ("no right to make a file immutable");
      draft_fixture_drop (&draft);
      return;
    }
  g_assert_true (set_immutable (log, TRUE));
  type_text (draft, LENGTH);
  check_refused (self, draft, 0);
  g_assert_true (set_immutable (log, FALSE));
  g_assert_true (set_immutable (database, FALSE));
  check_mended (self, draft, LENGTH);

  /* The folder alone keeps nobody from what lies in it. */
  g_assert_true (set_immutable (self->folder, TRUE));
  type_text (draft, 2 * LENGTH);
  draft_fixture_spin (500);
  check_mended (self, draft, 2 * LENGTH);
  g_assert_true (set_immutable (self->folder, FALSE));
  draft_fixture_drop (&draft);
}

/* What the system says of a disk it has set read-only under an open file, as it does after an error of the disk: by SQLite's own means for that, for who may not break a disk. */

static int
refuse (void)
{
  errno = EROFS;

  return -1;
}

static int
break_down (void)
{
  errno = EIO;

  return -1;
}

/* All calls that change something do @instead; NULL mends them. */
static void
set_disk (int (*instead) (void))
{
  static const char * const calls[] = { "write", "pwrite", "pwrite64", "ftruncate", "fallocate" };
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (vfs->xGetSystemCall (vfs, calls[i]) != NULL)
      g_assert_cmpint (vfs->xSetSystemCall (vfs, calls[i], (sqlite3_syscall_ptr) instead), ==, SQLITE_OK);
  /* Only of a read-only disk the system says beforehand that nothing of it may be written. */
  g_assert_cmpint (vfs->xSetSystemCall (vfs, "access", instead == refuse ? (sqlite3_syscall_ptr) refuse : NULL), ==, SQLITE_OK);
}

static void
test_disk (OfficeFixture *self,
           gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (motion));

  set_disk (refuse);
  type_text (draft, LENGTH);
  check_refused (self, draft, 0);
  set_disk (NULL);
  check_mended (self, draft, LENGTH);
  g_assert_no_error (draft_fixture_close (draft));
  draft_fixture_drop (&draft);
}

static ino_t database;

static gssize
write_log_alone (int            fd,
                 gconstpointer  bytes,
                 gsize          length,
                 off_t          offset)
{
  struct stat status;

  if (fstat (fd, &status) == 0 && status.st_ino == database)
    return refuse ();

  return pwrite (fd, bytes, length, offset);
}

/* SQLite keeps what the system said of a file until it says something else of the same file. */
static void
test_broken_later (OfficeFixture *self,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "vorlage.db", NULL);
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  database = status.st_ino;

  /* Enough that the writer moves the log into the database, which may not be written for a while; nobody notices. */
  vfs->xSetSystemCall (vfs, "pwrite", (sqlite3_syscall_ptr) write_log_alone);
  vfs->xSetSystemCall (vfs, "pwrite64", (sqlite3_syscall_ptr) write_log_alone);
  type_text (draft, 100 * LENGTH);
  check_mended (self, draft, 100 * LENGTH);

  set_disk (break_down);
  type_text (draft, LENGTH);
  draft_fixture_await (draft, VLG_SAVE_STATE_FAILED);
  g_assert_error (vlg_draft_get_save_error (draft), VLG_ERROR, VLG_ERROR_FAILED);
  set_disk (NULL);
  check_mended (self, draft, LENGTH);
  g_assert_no_error (draft_fixture_close (draft));
  draft_fixture_drop (&draft);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("file", test_file);
  ADD ("disk", test_disk);
  ADD ("broken-later", test_broken_later);

  return g_test_run ();
}
