/* vlg-original.c — the files of annexes in other programs
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-original.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "vlg-platform.h"
#include "vlg-private-folder.h"

VlgAnnex *
vlg_original_find (VlgMotion *motion)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);

      if (vlg_annex_get_source (annex))
        return g_steal_pointer (&annex);
    }

  return NULL;
}

/* What is fetched, and where to. */
typedef struct {
  VlgAnnex *annex;
  char *sha256;
  char *name;
  GFile *file;
} Fetch;

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_clear_object (&fetch->annex);
  g_clear_object (&fetch->file);
  g_free (fetch->sha256);
  g_free (fetch->name);
  g_free (fetch);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  if (!vlg_office_extract_annex_finish (VLG_OFFICE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* A copy: what another program wrote into it would be lost, so it is told to save elsewhere. */
  g_chmod (g_file_peek_path (fetch->file), 0400);
  g_task_return_pointer (task, g_object_ref (fetch->file), g_object_unref);
}

/* The name came with the file; only its last part may choose a place. Files that replaced each other may bear the same. */
static void
place_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Fetch *fetch = task_data;
  GError *error = NULL;
  g_autofree char *folder = vlg_private_folder_get (&error);
  g_autofree char *originals = NULL;
  g_autofree char *own_folder = NULL;

  if (folder == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  originals = g_build_filename (folder, "originals", NULL);
  own_folder = g_build_filename (originals, fetch->sha256, NULL);
  g_mkdir (originals, 0700);
  g_mkdir (own_folder, 0700);
  fetch->file = g_file_new_build_filename (own_folder, fetch->name, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
placed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else
    vlg_office_extract_annex_async (VLG_OFFICE (source), fetch->annex, fetch->file, g_task_get_cancellable (task), fetched_cb, g_object_ref (task));
}

void
vlg_original_fetch_async (VlgOffice           *office,
                          VlgAnnex            *annex,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  const VlgAnnexFile *file = vlg_annex_get_file (annex);
  g_autoptr (GTask) placing = NULL;
  Fetch *fetch;
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (file != NULL && file->sha256 != NULL);

  fetch = g_new0 (Fetch, 1);
  fetch->annex = g_object_ref (annex);
  fetch->sha256 = g_strdup (file->sha256);
  fetch->name = g_path_get_basename (file->name != NULL && *file->name != '\0' ? file->name : "annex");
  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_original_fetch_async);
  g_task_set_task_data (task, fetch, fetch_free);

  /* Until it is told, only the thread touches what is fetched. */
  placing = g_task_new (office, cancellable, placed_cb, task);
  g_task_set_task_data (placing, fetch, NULL);
  g_task_run_in_thread (placing, place_thread);
}

GFile *
vlg_original_fetch_finish (VlgOffice     *office,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = vlg_original_fetch_finish (VLG_OFFICE (source), result, &error);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (window == NULL)
    return;

  if (file != NULL)
    vlg_platform_open_file (window, file);
  else
    vlg_platform_tell (window, _("The File Could Not Be Opened"), error->message, NULL);
}

void
vlg_original_open (GtkWidget *widget,
                   VlgOffice *office,
                   VlgAnnex  *annex)
{
  vlg_original_fetch_async (office, annex, NULL, open_cb, g_object_ref (widget));
}
