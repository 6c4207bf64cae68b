/* vlg-ask-text.c — a line of text asked for: a name, a reason
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-ask-text.h"

#include <glib/gi18n.h>

#include "vlg-platform.h"
#include "vlg-string.h"

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autofree char *answer = vlg_platform_choose_finish (result);
  GtkEditable *entry = g_task_get_task_data (task);
  g_autofree char *text = vlg_string_normalize (gtk_editable_get_text (entry), -1, NULL);

  if (g_str_equal (answer, "do") && text != NULL)
    g_task_return_pointer (task, g_strdup (g_strstrip (text)), g_free);
  else
    g_task_return_pointer (task, NULL, NULL);
}

/* What is to be typed over is selected, and the keys go there at once. */
static void
map_cb (GtkWidget *entry)
{
  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}

void
vlg_ask_text_async (GtkWidget           *widget,
                    const VlgAskText    *ask,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  VlgPlatformChoice choices[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "do", ask->answer, ask->appearance },
  };
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();
  GTask *task = g_task_new (widget, NULL, callback, user_data);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), ask->label);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), ask->text != NULL ? ask->text : "");
  g_signal_connect (entry, "map", G_CALLBACK (map_cb), NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, ask->heading, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), entry);

  g_task_set_source_tag (task, vlg_ask_text_async);
  g_task_set_task_data (task, g_object_ref (entry), g_object_unref);
  vlg_platform_choose_async (GTK_WINDOW (gtk_widget_get_root (widget)), ask->heading, ask->body, list, choices, G_N_ELEMENTS (choices), answered_cb, task);
}

char *
vlg_ask_text_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
