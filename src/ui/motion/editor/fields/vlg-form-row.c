/* vlg-form-row.c — a row of a list that is a form: several controls beside each other
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-row.h"

G_DEFINE_TYPE (VlgFormRow, vlg_form_row, ADW_TYPE_PREFERENCES_ROW)

/* GtkListBoxRow takes the focus itself when Shift+Tab leaves the first control in it, and hands it to that control again: nobody would come out. */
static gboolean
vlg_form_row_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static void
vlg_form_row_class_init (VlgFormRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = vlg_form_row_focus;
}

static void
vlg_form_row_init (VlgFormRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}
