/* vlg-motions-page-actions.c — what can be done with the motion shown
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions-page-private.h"

#include <glib/gi18n.h>

#include "vlg-import-report-dialog.h"
#include "vlg-original.h"
#include "vlg-paper-layout.h"
#include "vlg-paper-print.h"
#include "vlg-platform.h"

/* A deed on one motion that ends in a callback, by when another one may be shown. */
typedef struct {
  VlgMotionsPage *page;
  char           *uid;
  char           *title;
  char           *stem;    /* of the names of files */
  GFile          *file;
  VlgExportFlags  flags;
} Deed;

static Deed *
deed_new (VlgMotionsPage *page)
{
  Deed *deed = g_new0 (Deed, 1);
  const char *title = vlg_motion_get_text (page->motion, VLG_FIELD_TITLE);
  VlgMotionNumber *number = vlg_motion_get_number (page->motion);

  deed->page = g_object_ref (page);
  deed->uid = g_strdup (vlg_motion_get_uid (page->motion));
  deed->title = g_strdup (*title != '\0' ? title : _("Untitled"));
  deed->stem = number != NULL ? vlg_motion_number_to_filename (number) : g_strdup (_("Draft"));

  return deed;
}

static void
deed_free (Deed *deed)
{
  g_object_unref (deed->page);
  g_free (deed->uid);
  g_free (deed->title);
  g_free (deed->stem);
  g_clear_object (&deed->file);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

/* NULL when the window is gone. */
static GtkWindow *
deed_get_window (Deed *deed)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (deed->page)));
}

static void
tell_error (Deed         *deed,
            const char   *heading,
            const GError *error)
{
  GtkWindow *window = deed_get_window (deed);

  if (window != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    vlg_platform_tell (window, heading, error->message, NULL);
}

static AdwToast *
toast_new (const char *text)
{
  /* A toast's title is markup, a motion's title is not. */
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return adw_toast_new (markup);
}

/* Trash and undo */

static void
restore_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;

  if (!vlg_office_trash_finish (VLG_OFFICE (source), result, &error))
    tell_error (deed, _("The Motion Could Not Be Restored"), error);
  else if (deed->page->office != NULL)
    vlg_motions_page_show (deed->page, deed->uid);
}

static void
undo_clicked_cb (AdwToast *toast,
                 Deed     *deed)
{
  Deed *again = g_new0 (Deed, 1);

  again->page = g_object_ref (deed->page);
  again->uid = g_strdup (deed->uid);
  vlg_office_trash_async (deed->page->office, deed->uid, FALSE, NULL, restore_cb, again);
}

static void
trash_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;
  VlgMotionsPage *page = deed->page;

  if (!vlg_office_trash_finish (VLG_OFFICE (source), result, &error))
    {
      tell_error (deed, _("The Motion Stays Where It Is"), error);
      return;
    }

  if (g_strcmp0 (page->uid, deed->uid) == 0)
    vlg_motions_page_clear (page);

  text = g_strdup_printf (_("“%s” moved to the trash"), deed->title);
  toast = toast_new (text);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), g_steal_pointer (&deed), (GClosureNotify) (GCallback) deed_free, 0);
  vlg_platform_add_toast (GTK_WIDGET (page), toast);
}

/* What could not be saved is no reason to keep it; the draft has it still when the motion is brought back. */
static void
trash_flushed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Deed *deed = user_data;

  vlg_draft_flush_finish (VLG_DRAFT (source), result, NULL);
  vlg_office_trash_async (vlg_draft_get_office (VLG_DRAFT (source)), deed->uid, TRUE, NULL, trash_cb, deed);
}

static void
trash_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);

  vlg_motion_view_commit (self->view);
  vlg_draft_flush_async (vlg_motion_view_get_draft (self->view), NULL, trash_flushed_cb, deed_new (self));
}

/* Export */

static void
open_clicked_cb (AdwToast *toast,
                 Deed     *deed)
{
  vlg_platform_open_file (deed_get_window (deed), deed->file);
}

static void
export_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (deed->file);
  g_autofree char *text = NULL;
  VlgMotionsPage *page = deed->page;
  AdwToast *toast;

  if (!vlg_office_export_finish (VLG_OFFICE (source), result, &error))
    {
      tell_error (deed, _("The PDF Was Not Written"), error);
      return;
    }

  text = g_strdup_printf (_("Saved as “%s”"), name);
  toast = toast_new (text);
  adw_toast_set_button_label (toast, _("_Open"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_clicked_cb), g_steal_pointer (&deed), (GClosureNotify) (GCallback) deed_free, 0);
  vlg_platform_add_toast (GTK_WIDGET (page), toast);
}

static void
export_flushed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;

  /* What is stored is what is exported. */
  if (!vlg_draft_flush_finish (VLG_DRAFT (source), result, &error))
    tell_error (deed, _("The PDF Was Not Written"), error);
  else
    {
      Deed *going_on = g_steal_pointer (&deed);

      vlg_office_export_async (vlg_draft_get_office (VLG_DRAFT (source)), going_on->uid, going_on->file, going_on->flags, NULL,
                               export_cb, going_on);
    }
}

static void
export_start (Deed *deed)
{
  VlgDraft *draft = deed->page->view != NULL ? vlg_motion_view_get_draft (deed->page->view) : NULL;

  if (draft != NULL && g_strcmp0 (vlg_motion_get_uid (vlg_draft_get_motion (draft)), deed->uid) == 0)
    {
      vlg_motion_view_commit (deed->page->view);
      vlg_draft_flush_async (draft, NULL, export_flushed_cb, deed);
    }
  else
    {
      vlg_office_export_async (deed->page->office, deed->uid, deed->file, deed->flags, NULL, export_cb, deed);
    }
}

static void
export_file_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;

  deed->file = vlg_platform_save_pdf_finish (result, NULL);
  if (deed->file != NULL && deed->page->office != NULL)
    export_start (g_steal_pointer (&deed));
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);
  g_autofree char *name = NULL;
  gboolean public_edition = g_variant_get_boolean (parameter);
  gboolean with_annexes = g_str_equal (action_name, "motion.export-annexes");
  Deed *deed = deed_new (self);

  deed->flags = (public_edition ? VLG_EXPORT_PUBLIC : 0) | (with_annexes ? VLG_EXPORT_WITH_ANNEXES : 0);
  /* Translators: the file name of the public edition; %s is the motion's number. */
  name = g_strdup_printf (public_edition ? _("%s-public.pdf") : "%s.pdf", deed->stem);
  vlg_platform_save_pdf_async (deed_get_window (deed),
                               public_edition ? _("Export Public Edition") : with_annexes ? _("Export PDF with Annexes") : _("Export PDF"),
                               name, export_file_cb, deed);
}

void
vlg_motions_page_export_to (VlgMotionsPage *self,
                            GFile          *file,
                            gboolean        public_edition)
{
  Deed *deed;

  g_return_if_fail (VLG_IS_MOTIONS_PAGE (self));
  g_return_if_fail (self->motion != NULL);
  g_return_if_fail (G_IS_FILE (file));

  deed = deed_new (self);
  deed->file = g_object_ref (file);
  deed->flags = public_edition ? VLG_EXPORT_PUBLIC : VLG_EXPORT_DEFAULT;
  export_start (deed);
}

/* Print */

static void
print_layout_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgPaper) paper = vlg_paper_layout_finish (result, &error);
  GtkWindow *window = deed_get_window (deed);

  if (window == NULL)
    return;

  if (paper != NULL)
    vlg_paper_print (paper, deed->title, deed->stem, window);
  else
    vlg_platform_tell (window, _("The Paper Could Not Be Printed"), error->message, NULL);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);
  VlgDraft *draft = self->view != NULL ? vlg_motion_view_get_draft (self->view) : NULL;
  VlgProfile *profile = draft != NULL ? vlg_draft_get_profile (draft) : vlg_office_find_profile (self->office, vlg_motion_get_profile_version (self->motion));

  /* It is read moments after the motion is opened. */
  if (profile == NULL)
    profile = vlg_office_get_profile (self->office);
  vlg_paper_layout_async (self->motion, profile, NULL, print_layout_cb, deed_new (self));
}

/* The original, and what was read from it */

static void
open_original_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);
  g_autoptr (VlgAnnex) source = vlg_original_find (self->motion);

  if (source != NULL)
    vlg_original_open (widget, self->office, source);
}

static void
report_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);
  VlgImportReport *report = g_hash_table_lookup (self->reports, self->uid);

  if (report != NULL)
    gtk_window_present (GTK_WINDOW (vlg_import_report_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->motion, report)));
}

static void
new_window_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.show-in-new-window", "s", VLG_MOTIONS_PAGE (widget)->uid);
}

void
vlg_motions_page_class_install_motion_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "motion.export", "b", export_action);
  gtk_widget_class_install_action (widget_class, "motion.export-annexes", "b", export_action);
  gtk_widget_class_install_action (widget_class, "motion.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "motion.open-original", NULL, open_original_action);
  gtk_widget_class_install_action (widget_class, "motion.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "motion.new-window", NULL, new_window_action);
  gtk_widget_class_install_action (widget_class, "motion.trash", NULL, trash_action);

  /* Fires only where no entry takes the key for itself. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "motion.trash", NULL);
}

void
vlg_motions_page_update_motion_actions (VlgMotionsPage *self)
{
  static const char *const always[] = { "motion.export", "motion.export-annexes", "motion.print", "motion.duplicate", "motion.save-template", "motion.new-window" };
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (VlgAnnex) source = self->motion != NULL ? vlg_original_find (self->motion) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (always); i++)
    gtk_widget_action_set_enabled (widget, always[i], self->motion != NULL);
  gtk_widget_action_set_enabled (widget, "motion.trash", self->motion != NULL && !vlg_motions_page_is_in_trash (self));
  gtk_widget_action_set_enabled (widget, "motion.restore", self->motion != NULL && vlg_motions_page_is_in_trash (self));
  gtk_widget_action_set_enabled (widget, "motion.open-original", source != NULL);
  gtk_widget_action_set_enabled (widget, "motion.report",
                                 self->motion != NULL && self->uid != NULL && g_hash_table_contains (self->reports, self->uid));
}
