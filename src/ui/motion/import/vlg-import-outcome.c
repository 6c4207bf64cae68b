/* vlg-import-outcome.c — tells what became of imported papers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-import-outcome.h"

#include <glib/gi18n.h>

#include "vlg-import.h"
#include "vlg-platform.h"

static gboolean
came_in (VlgImportResult *result)
{
  VlgImportOutcome outcome = vlg_import_result_get_outcome (result);

  return vlg_import_result_get_motion (result) != NULL &&
         (outcome == VLG_IMPORT_IMPORTED || outcome == VLG_IMPORT_REPLACED || outcome == VLG_IMPORT_COPIED);
}

static void
show_clicked_cb (AdwToast       *toast,
                 VlgMotionsPage *page)
{
  vlg_motions_page_show (page, g_object_get_data (G_OBJECT (toast), "uid"));
}

static void
report_clicked_cb (AdwToast       *toast,
                   VlgMotionsPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "motion.report", NULL);
}

static AdwToast *
toast_for_one (VlgMotion *motion)
{
  const char *number = vlg_motion_get_number_text (motion);
  const char *title = vlg_motion_get_text (motion, VLG_FIELD_TITLE);
  g_autofree char *name = g_markup_escape_text (*number != '\0' ? number : title, -1);
  g_autofree char *text = g_strdup_printf (_("%s imported"), name);

  return adw_toast_new (text);
}

static void
tell_success (VlgMotionsPage *page,
              GPtrArray      *motions)
{
  VlgMotion *first;
  AdwToast *toast;

  if (motions->len == 0)
    return;

  first = g_ptr_array_index (motions, 0);
  if (motions->len == 1)
    {
      toast = toast_for_one (first);
      adw_toast_set_button_label (toast, _("_Report"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (report_clicked_cb), page, 0);
      vlg_motions_page_show (page, vlg_motion_get_uid (first));
    }
  else
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u paper imported", "%u papers imported", motions->len), motions->len);

      toast = adw_toast_new (text);
      adw_toast_set_button_label (toast, _("_Show"));
      g_object_set_data_full (G_OBJECT (toast), "uid", g_strdup (vlg_motion_get_uid (first)), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_clicked_cb), page, 0);
    }
  vlg_platform_add_toast (GTK_WIDGET (page), toast);
}

static GtkWidget *
failure_list_new (GPtrArray *failures)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < failures->len; i++)
    {
      VlgImportResult *result = g_ptr_array_index (failures, i);
      const GError *error = vlg_import_result_get_error (result);
      g_autofree char *name = g_file_get_basename (vlg_import_result_get_file (result));

      gtk_list_box_append (GTK_LIST_BOX (list), g_object_new (ADW_TYPE_ACTION_ROW,
                                                              "use-markup", FALSE,
                                                              "title", name,
                                                              "subtitle", error != NULL ? error->message : "",
                                                              NULL));
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

static void
tell_failure (VlgMotionsPage *page,
              GPtrArray      *failures)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  g_autofree char *heading = NULL;

  if (failures->len == 1)
    {
      const GError *error = vlg_import_result_get_error (g_ptr_array_index (failures, 0));

      vlg_platform_tell (window, _("The Paper Could Not Be Imported"), error != NULL ? error->message : "", NULL);
    }
  else if (failures->len > 1)
    {
      heading = g_strdup_printf (ngettext ("%u Paper Could Not Be Imported", "%u Papers Could Not Be Imported", failures->len), failures->len);
      vlg_platform_tell (window, heading, _("Nothing of them was stored."), failure_list_new (failures));
    }
}

void
vlg_import_outcome_tell (VlgMotionsPage *page,
                         GPtrArray      *results)
{
  g_autoptr (GPtrArray) motions = g_ptr_array_new ();
  g_autoptr (GPtrArray) failures = g_ptr_array_new ();

  g_return_if_fail (VLG_IS_MOTIONS_PAGE (page));
  g_return_if_fail (results != NULL);

  for (guint i = 0; i < results->len; i++)
    {
      VlgImportResult *result = g_ptr_array_index (results, i);
      VlgMotion *motion = vlg_import_result_get_motion (result);

      if (came_in (result))
        {
          g_ptr_array_add (motions, motion);
          if (vlg_import_result_get_report (result) != NULL)
            vlg_motions_page_add_report (page, vlg_motion_get_uid (motion), vlg_import_result_get_report (result));
        }
      else if (vlg_import_result_get_outcome (result) == VLG_IMPORT_FAILED)
        g_ptr_array_add (failures, result);
    }

  tell_success (page, motions);
  tell_failure (page, failures);
}
