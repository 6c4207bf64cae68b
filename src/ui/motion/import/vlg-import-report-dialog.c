/* vlg-import-report-dialog.c — what was found in a paper, where, and how sure
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-import-report-dialog.h"

#include <glib/gi18n.h>

#include "vlg-text-dialog.h"

struct _VlgImportReportDialog {
  AdwWindow parent_instance;

  /* template widgets */
  AdwPreferencesGroup *fields;
  AdwPreferencesGroup *rest;
  AdwActionRow        *unrecognised_row;

  /* owned */
  VlgMotion *motion;
};

G_DEFINE_FINAL_TYPE (VlgImportReportDialog, vlg_import_report_dialog, ADW_TYPE_WINDOW)

static const char *
certainty_label (VlgCertainty certainty)
{
  switch (certainty)
    {
    case VLG_CERTAINTY_CERTAIN:
      return _("Certain");
    case VLG_CERTAINTY_PROBABLE:
      return _("Probable");
    case VLG_CERTAINTY_GUESSED:
      return _("Guessed");
    case VLG_CERTAINTY_MISSING:
    default:
      return _("Not found");
    }
}

static const char *
certainty_icon (VlgCertainty certainty)
{
  switch (certainty)
    {
    case VLG_CERTAINTY_CERTAIN:
      return "object-select-symbolic";
    case VLG_CERTAINTY_PROBABLE:
    case VLG_CERTAINTY_GUESSED:
      return "dialog-warning-symbolic";
    case VLG_CERTAINTY_MISSING:
    default:
      return "window-close-symbolic";
    }
}

static char *
place_label (const VlgImportEntry *entry)
{
  g_autofree char *place = NULL;

  if (entry->first_line == 0)
    place = g_strdup (certainty_label (entry->certainty));
  else if (entry->last_line <= entry->first_line)
    /* Translators: how sure, and the line of the paper. */
    place = g_strdup_printf (_("%s · line %u"), certainty_label (entry->certainty), entry->first_line);
  else
    place = g_strdup_printf (_("%s · lines %u to %u"), certainty_label (entry->certainty), entry->first_line, entry->last_line);

  if (entry->note == NULL || *entry->note == '\0')
    return g_steal_pointer (&place);

  return g_strdup_printf ("%s\n%s", place, entry->note);
}

static GtkWidget *
entry_row_new (const VlgImportEntry *entry)
{
  g_autofree char *place = place_label (entry);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", vlg_field_get_label (entry->field),
                                 "subtitle", place,
                                 NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (certainty_icon (entry->certainty));

  gtk_widget_set_tooltip_text (icon, certainty_label (entry->certainty));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}

static void
unrecognised_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VlgImportReportDialog *self = VLG_IMPORT_REPORT_DIALOG (widget);

  vlg_text_dialog_present (widget, _("Not Recognised"), vlg_motion_get_text (self->motion, VLG_FIELD_UNRECOGNISED), TRUE);
}

static void
fill (VlgImportReportDialog *self,
      VlgImportReport       *report)
{
  guint n_lines = vlg_import_report_get_n_unrecognised (report);
  const char *encoding = vlg_import_report_get_encoding (report);

  for (guint i = 0; i < vlg_import_report_get_n_entries (report); i++)
    adw_preferences_group_add (self->fields, entry_row_new (vlg_import_report_get_entry (report, i)));

  if (encoding != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("The file was converted from %s."), encoding);

      adw_preferences_group_set_description (self->fields, text);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->rest), n_lines > 0);
  if (n_lines > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u line was not recognised", "%u lines were not recognised", n_lines), n_lines);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->unrecognised_row), title);
    }
}

static void
vlg_import_report_dialog_dispose (GObject *object)
{
  g_clear_object (&VLG_IMPORT_REPORT_DIALOG (object)->motion);

  G_OBJECT_CLASS (vlg_import_report_dialog_parent_class)->dispose (object);
}

static void
vlg_import_report_dialog_class_init (VlgImportReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_import_report_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "report.unrecognised", NULL, unrecognised_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/import/vlg-import-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgImportReportDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, VlgImportReportDialog, rest);
  gtk_widget_class_bind_template_child (widget_class, VlgImportReportDialog, unrecognised_row);
}

static void
vlg_import_report_dialog_init (VlgImportReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vlg_import_report_dialog_new (GtkWindow       *parent,
                              VlgMotion       *motion,
                              VlgImportReport *report)
{
  VlgImportReportDialog *self;

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);
  g_return_val_if_fail (VLG_IS_IMPORT_REPORT (report), NULL);

  self = g_object_new (VLG_TYPE_IMPORT_REPORT_DIALOG, "transient-for", parent, NULL);
  self->motion = g_object_ref (motion);
  fill (self, report);

  return GTK_WIDGET (self);
}
