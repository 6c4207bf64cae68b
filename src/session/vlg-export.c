/* vlg-export.c — the paper with the pages of its annexes
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-export-private.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "vlg-atomic-file.h"
#include "vlg-files.h"
#include "vlg-pdf-append.h"
#include "vlg-private-folder.h"

/* Annexes may be non-public. */
static char *
make_folder (GError **error)
{
  g_autofree char *parent = vlg_private_folder_get (error);
  g_autofree char *folder = NULL;

  if (parent == NULL)
    return NULL;
  folder = g_build_filename (parent, "export-XXXXXX", NULL);
  if (g_mkdtemp (folder) != NULL)
    return g_steal_pointer (&folder);

  g_set_error (error, VLG_ERROR, VLG_ERROR_READ_ONLY, _("“%s” could not be written: %s"), parent, g_strerror (errno));
  return NULL;
}

static gboolean
extract (VlgStore      *store,
         const char    *sha256,
         const char    *path,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_PRIVATE, cancellable, error);

  return stream != NULL && vlg_files_extract (store, sha256, G_OUTPUT_STREAM (stream), cancellable, error) &&
         g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

/* Where the PDF of each annex lies now, by the annex's uid. Caller owns. */
static GHashTable *
extract_all (VlgStore       *store,
             VlgMotion      *motion,
             VlgPaperFlags   flags,
             const char     *folder,
             GCancellable   *cancellable,
             GError        **error)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      g_autofree char *path = g_strdup_printf ("%s/%u.pdf", folder, i);

      if (!vlg_paper_takes_annex (annex, flags))
        continue;
      if (!extract (store, vlg_annex_get_file (annex)->sha256, path, cancellable, error))
        return NULL;
      g_hash_table_insert (files, g_strdup (vlg_annex_get_uid (annex)), g_steal_pointer (&path));
    }

  return g_steal_pointer (&files);
}

static gboolean
copy (GOutputStream  *stream,
      gpointer        data,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (data);
  g_autoptr (GFileInputStream) input = g_file_read (file, cancellable, error);

  return input != NULL && g_output_stream_splice (stream, G_INPUT_STREAM (input), G_OUTPUT_STREAM_SPLICE_NONE, cancellable, error) >= 0;
}

gboolean
vlg_export_with_annexes (VlgStore       *store,
                         VlgMotion      *motion,
                         VlgProfile     *profile,
                         VlgPaperFlags   flags,
                         GFile          *file,
                         GCancellable   *cancellable,
                         GError        **error)
{
  g_autofree char *folder = make_folder (error);
  g_autofree char *whole = NULL;
  g_autoptr (GHashTable) files = NULL;
  gboolean done;

  if (folder == NULL)
    return FALSE;

  whole = g_build_filename (folder, "whole.pdf", NULL);
  files = extract_all (store, motion, flags, folder, cancellable, error);
  done = files != NULL &&
         vlg_paper_write_with_annexes (motion, profile, flags, vlg_office_get_paper_day (motion), files, whole, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         vlg_atomic_file_write (file, copy, whole, cancellable, error);
  vlg_private_folder_remove (folder);

  return done;
}
