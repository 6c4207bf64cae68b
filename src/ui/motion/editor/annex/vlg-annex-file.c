/* vlg-annex-file.c — what is done with the file of an annex
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-annex-file.h"

#include <glib/gi18n.h>

#include "vlg-annex-files.h"
#include "vlg-platform.h"

/* Export */

typedef struct {
  GtkWidget *widget;
  VlgOffice *office;
  VlgAnnex  *annex;
  GFile     *file;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->widget);
  g_object_unref (export->office);
  g_object_unref (export->annex);
  g_clear_object (&export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
open_clicked_cb (AdwToast *toast,
                 Export   *export)
{
  vlg_platform_open_file (GTK_WINDOW (gtk_widget_get_root (export->widget)), export->file);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (export->widget);
  g_autofree char *base = g_file_get_basename (export->file);
  g_autofree char *name = g_filename_display_basename (base);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  GtkWidget *widget = export->widget;
  AdwToast *toast;

  if (!vlg_office_extract_annex_finish (VLG_OFFICE (source), result, &error))
    {
      if (root != NULL)
        vlg_platform_tell (GTK_WINDOW (root), _("The File Was Not Written"), error->message, NULL);
      return;
    }

  text = g_strdup_printf (_("Saved as “%s”"), name);
  markup = g_markup_escape_text (text, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("_Open"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_clicked_cb), g_steal_pointer (&export), (GClosureNotify) (GCallback) export_free, 0);
  vlg_platform_add_toast (widget, toast);
}

static void
place_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  Export *going_on;

  export->file = vlg_platform_save_file_finish (result, NULL);
  if (export->file == NULL)
    return;

  going_on = g_steal_pointer (&export);
  vlg_office_extract_annex_async (going_on->office, going_on->annex, going_on->file, NULL, exported_cb, going_on);
}

void
vlg_annex_file_export (GtkWidget *widget,
                       VlgOffice *office,
                       VlgAnnex  *annex)
{
  const VlgAnnexFile *file = vlg_annex_get_file (annex);
  Export *export;

  g_return_if_fail (file != NULL);

  export = g_new0 (Export, 1);
  export->widget = g_object_ref (widget);
  export->office = g_object_ref (office);
  export->annex = g_object_ref (annex);
  vlg_platform_save_file_async (GTK_WINDOW (gtk_widget_get_root (widget)), _("Export the File"), file->name != NULL ? file->name : "", place_cb, export);
}

/* Replacing */

typedef struct {
  VlgAnnex     *annex;
  VlgAnnexFile *file;
  char         *title;
} Replaced;

static void
replaced_free (Replaced *replaced)
{
  g_object_unref (replaced->annex);
  vlg_annex_file_free (replaced->file);
  g_free (replaced->title);
  g_free (replaced);
}

static void
set_both (VlgAnnex           *annex,
          const VlgAnnexFile *file,
          const char         *title)
{
  g_object_freeze_notify (G_OBJECT (annex));
  vlg_annex_set_file (annex, file);
  vlg_annex_set_title (annex, title);
  g_object_thaw_notify (G_OBJECT (annex));
}

static void
undo_cb (AdwToast *toast,
         Replaced *replaced)
{
  set_both (replaced->annex, replaced->file, replaced->title);
}

void
vlg_annex_file_replace (GtkWidget          *widget,
                        VlgAnnex           *annex,
                        const VlgAnnexFile *file)
{
  const VlgAnnexFile *old = vlg_annex_get_file (annex);
  g_autofree char *old_title = g_strdup (vlg_annex_get_title (annex));
  g_autofree char *own_title = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  Replaced *replaced;
  AdwToast *toast;

  g_return_if_fail (old != NULL);
  g_return_if_fail (file != NULL);

  own_title = vlg_annex_files_title (old);
  title = g_str_equal (own_title, old_title) ? vlg_annex_files_title (file) : g_strdup (old_title);
  text = g_strdup_printf (_("“%s” replaced. The earlier file is kept."), old->name != NULL ? old->name : "");
  markup = g_markup_escape_text (text, -1);
  replaced = g_new0 (Replaced, 1);
  replaced->annex = g_object_ref (annex);
  replaced->file = vlg_annex_file_copy (old);
  replaced->title = g_steal_pointer (&old_title);

  set_both (annex, file, title);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), replaced, (GClosureNotify) (GCallback) replaced_free, 0);
  vlg_platform_add_toast (widget, toast);
}
