/* vlg-annex-past-dialog.c — the files an annex had before
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-annex-past-dialog.h"

#include <glib/gi18n.h>

#include "vlg-annex-file.h"
#include "vlg-annex-files.h"
#include "vlg-original.h"

struct _VlgAnnexPastDialog {
  AdwWindow parent_instance;

  /* template widgets */
  GtkStack   *stack;
  GtkListBox *list_box;
  GtkLabel   *message;

  /* owned */
  GtkWidget *widget;   /* where it was opened from */
  VlgOffice *office;
  VlgAnnex  *annex;
  GPtrArray *files;    /* VlgPastFile */
};

G_DEFINE_FINAL_TYPE (VlgAnnexPastDialog, vlg_annex_past_dialog, ADW_TYPE_WINDOW)

static const VlgAnnexFile *
file_at (VlgAnnexPastDialog *self,
         GVariant           *parameter)
{
  VlgPastFile *past = self->files->pdata[g_variant_get_uint32 (parameter)];

  return past->file;
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgAnnexPastDialog *self = VLG_ANNEX_PAST_DIALOG (widget);
  g_autoptr (VlgAnnex) past = vlg_annex_new ();

  vlg_annex_set_file (past, file_at (self, parameter));
  vlg_original_open (widget, self->office, past);
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VlgAnnexPastDialog *self = VLG_ANNEX_PAST_DIALOG (widget);

  vlg_annex_file_replace (self->widget, self->annex, file_at (self, parameter));
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
create_button (const char *label,
               const char *action,
               guint       index,
               const char *name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  /* Translators: for screen readers: an action and the file it is about. */
  g_autofree char *full = g_strdup_printf (_("%s: %s"), label, name);
  g_autofree char *plain = g_strdelimit (g_strdup (full), "_", ' ');

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, g_strstrip (plain), -1);

  return button;
}

static void
add_row (VlgAnnexPastDialog *self,
         guint               index)
{
  const VlgPastFile *past = self->files->pdata[index];
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (past->at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *day = g_date_time_format (local, "%x, %H:%M");
  g_autofree char *size = g_format_size (past->file->size);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s", size, day, past->actor);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), past->file->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (_("_Open"), "past.open", index, past->file->name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (_("_Restore"), "past.restore", index, past->file->name));
  gtk_list_box_append (self->list_box, row);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgAnnexPastDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->files = vlg_annex_files_load_past_finish (VLG_OFFICE (source), result, &error);
  if (self->stack == NULL)
    return;

  if (self->files == NULL || self->files->len == 0)
    {
      gtk_label_set_label (self->message, error != NULL ? error->message : _("The file of this annex was not replaced yet."));
      gtk_stack_set_visible_child_name (self->stack, "message");
      return;
    }
  for (guint i = 0; i < self->files->len; i++)
    add_row (self, i);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
vlg_annex_past_dialog_dispose (GObject *object)
{
  VlgAnnexPastDialog *self = VLG_ANNEX_PAST_DIALOG (object);

  self->stack = NULL;
  /* What is on its way still may keep this longer than there is a window below. */
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  g_clear_object (&self->widget);
  g_clear_object (&self->office);
  g_clear_object (&self->annex);

  G_OBJECT_CLASS (vlg_annex_past_dialog_parent_class)->dispose (object);
}

static void
vlg_annex_past_dialog_finalize (GObject *object)
{
  g_clear_pointer (&VLG_ANNEX_PAST_DIALOG (object)->files, g_ptr_array_unref);

  G_OBJECT_CLASS (vlg_annex_past_dialog_parent_class)->finalize (object);
}

static void
vlg_annex_past_dialog_class_init (VlgAnnexPastDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_annex_past_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vlg_annex_past_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "past.open", "u", open_action);
  gtk_widget_class_install_action (widget_class, "past.restore", "u", restore_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/annex/vlg-annex-past-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexPastDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexPastDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexPastDialog, message);
}

static void
vlg_annex_past_dialog_init (VlgAnnexPastDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vlg_annex_past_dialog_present (GtkWidget *widget,
                               VlgOffice *office,
                               VlgAnnex  *annex)
{
  VlgAnnexPastDialog *self = g_object_new (VLG_TYPE_ANNEX_PAST_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);

  self->widget = g_object_ref (widget);
  self->office = g_object_ref (office);
  self->annex = g_object_ref (annex);
  vlg_annex_files_load_past_async (office, annex, NULL, loaded_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
