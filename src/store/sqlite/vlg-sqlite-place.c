/* vlg-sqlite-place.c — whether a database may live where it is asked to
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sqlite-place.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

/* statfs(2); those of linux/magic.h and of file systems that keep theirs to themselves. */
#define MAGIC_FUSE 0x65735546u

static const guint32 network_magics[] = {
  0x00006969u,  /* NFS */
  0x0000517bu,  /* SMB */
  0xff534d42u,  /* CIFS */
  0xfe534d42u,  /* SMB2 */
  0x0000564cu,  /* NCP */
  0x5346414fu,  /* AFS */
  0x6b414653u,  /* kAFS */
  0x73757245u,  /* Coda */
  0x00c36400u,  /* Ceph */
  0x7461636fu,  /* OCFS2 */
  0x01161970u,  /* GFS2 */
  0x0bd00bd0u,  /* Lustre */
  0x786f4256u,  /* VirtualBox shared folder */
};

static const char * const network_types[] = {
  "fuse.sshfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.davfs", "fuse.davfs2", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.glusterfs",
  "fuse.ceph-fuse", "fuse.ceph", "fuse.afpfs", "fuse.mfs", "fuse.lizardfs", "fuse.onedriver", "fuse.google-drive-ocamlfuse", "fuse.vmhgfs-fuse", "fuse.juicefs",
};

gboolean
vlg_place_is_network (guint32     magic,
                      const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (network_magics); i++)
    if (network_magics[i] == magic)
      return TRUE;

  /* FUSE is also what holds local disks (NTFS, encrypted folders): only known network ones are refused. */
  for (guint i = 0; magic == MAGIC_FUSE && type != NULL && i < G_N_ELEMENTS (network_types); i++)
    if (g_str_equal (network_types[i], type))
      return TRUE;

  return FALSE;
}

/* The type of the mount that holds device @device, as the kernel lists it. */
static char *
mount_type (dev_t device)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents ("/proc/self/mountinfo", &text, NULL, NULL))
    return NULL;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *rest = strstr (lines[i], " - ");
      guint major_number, minor_number;

      if (rest != NULL && sscanf (lines[i], "%*d %*d %u:%u", &major_number, &minor_number) == 2 &&
          makedev (major_number, minor_number) == device)
        return g_strndup (rest + 3, strcspn (rest + 3, " "));
    }
  return NULL;
}

/* The nearest folder above @path that is there. */
static char *
existing_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  while (access (folder, F_OK) != 0 && errno == ENOENT && !g_str_equal (folder, "/") && !g_str_equal (folder, "."))
    {
      char *parent = g_path_get_dirname (folder);

      g_free (folder);
      folder = parent;
    }
  return g_steal_pointer (&folder);
}

static gboolean
check_network (const char  *path,
               const char  *folder,
               GError     **error)
{
  g_autofree char *type = NULL;
  struct statfs info;
  struct stat status;

  if (statfs (folder, &info) != 0)
    return TRUE;
  if ((guint32) info.f_type == MAGIC_FUSE && stat (folder, &status) == 0)
    type = mount_type (status.st_dev);
  if (!vlg_place_is_network (info.f_type, type))
    return TRUE;

  g_set_error (error, VLG_ERROR, VLG_ERROR_NETWORK,
               _("“%s” lies on a network drive, where a database can be damaged when two people use it. Please keep it on a disk of this computer; backups may go to the network drive."), path);
  return FALSE;
}

static gboolean
check_writable (const char  *path,
                const char  *target,
                GError     **error)
{
  if (access (target, W_OK) == 0)
    return TRUE;

  if (errno == EROFS || errno == EACCES || errno == EPERM)
    g_set_error (error, VLG_ERROR, VLG_ERROR_READ_ONLY,
                 _("“%s” cannot be written. Please ask for the right to write to this file and its folder, or choose another place."), path);
  else
    g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("“%s” cannot be opened: %s"), path, g_strerror (errno));
  return FALSE;
}

gboolean
vlg_place_check (const char  *path,
                 gboolean    *exists,
                 GError     **error)
{
  g_autofree char *folder = existing_folder (path);
  struct stat status;

  *exists = FALSE;
  if (stat (path, &status) == 0)
    {
      if (!S_ISREG (status.st_mode))
        {
          g_set_error (error, VLG_ERROR, VLG_ERROR_FOREIGN,
                       S_ISDIR (status.st_mode) ? _("“%s” is a folder, not a database. Please name a file in it.") : _("“%s” is not a file. Please name a file for the database."), path);
          return FALSE;
        }
      *exists = status.st_size > 0;
    }
  else if (errno != ENOENT)
    {
      int code = errno;

      g_set_error (error, VLG_ERROR, code == EACCES ? VLG_ERROR_READ_ONLY : VLG_ERROR_FAILED, _("“%s” cannot be opened: %s"), path, g_strerror (code));
      return FALSE;
    }

  return check_network (path, folder, error) &&
         check_writable (path, folder, error) &&
         (!*exists || check_writable (path, path, error));
}
