/* vlg-text-dialog.c — a long text to read
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-dialog.h"

struct _VlgTextDialog {
  AdwWindow parent_instance;

  /* template widgets */
  GtkTextView *text_view;
};

G_DEFINE_FINAL_TYPE (VlgTextDialog, vlg_text_dialog, ADW_TYPE_WINDOW)

static void
vlg_text_dialog_class_init (VlgTextDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/vlg-text-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgTextDialog, text_view);
}

static void
vlg_text_dialog_init (VlgTextDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vlg_text_dialog_present (GtkWidget  *widget,
                         const char *title,
                         const char *text,
                         gboolean    verbatim)
{
  VlgTextDialog *self = g_object_new (VLG_TYPE_TEXT_DIALOG,
                                      "title", title,
                                      "transient-for", gtk_widget_get_root (widget),
                                      NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_text_view_set_monospace (self->text_view, verbatim);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  gtk_window_present (GTK_WINDOW (self));
}
