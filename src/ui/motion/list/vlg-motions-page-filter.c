/* vlg-motions-page-filter.c — what the list is narrowed to, and the way out of the trash
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions-page-private.h"

#include <glib/gi18n.h>

#include "vlg-filter-popover.h"
#include "vlg-filters.h"
#include "vlg-list-file.h"
#include "vlg-platform.h"
#include "vlg-string.h"
#include "vlg-wrap-box.h"

static void
chip_clicked_cb (VlgMotionsPage *self,
                 GtkButton      *chip)
{
  g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_copy (vlg_motion_list_get_filter (self->motions));

  vlg_motion_filter_set (filter, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "facet")), NULL);
  vlg_motions_page_set_filter (self, filter);
  gtk_widget_grab_focus (vlg_motions_page_get_rows (self));
}

static GtkWidget *
chip_new (VlgMotionsPage *self,
          VlgFacet        facet,
          const char     *text)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *name = g_strdup_printf (_("Remove “%s” from the filter"), text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "facet", GUINT_TO_POINTER (facet));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);

  return chip;
}

static void
update_chips (VlgMotionsPage *self)
{
  const VlgMotionFilter *filter = vlg_motion_list_get_filter (self->motions);
  GtkWidget *box;

  if (vlg_motion_filter_is_empty (filter))
    {
      adw_bin_set_child (self->chips_bin, NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->chips_bin), FALSE);
      return;
    }
  box = g_object_new (VLG_TYPE_WRAP_BOX, NULL);
  /* The list does not grow over the motion for them. */
  vlg_wrap_box_set_narrow (VLG_WRAP_BOX (box), TRUE);
  for (guint facet = 0; facet < VLG_N_FACETS; facet++)
    if (vlg_motion_filter_get (filter, facet) != NULL)
      {
        g_autofree char *text = vlg_motion_filter_describe (filter, facet, vlg_office_get_profile (self->office));

        gtk_widget_set_parent (chip_new (self, facet, text), box);
      }
  if (vlg_motion_filter_get (filter, VLG_FACET_TRASH) != NULL)
    {
      GtkWidget *restore = gtk_button_new_with_mnemonic (_("_Restore"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (restore), "motion.restore");
      gtk_widget_add_css_class (restore, "chip");
      gtk_widget_add_css_class (restore, "suggested-action");
      gtk_widget_set_parent (restore, box);
    }
  adw_bin_set_child (self->chips_bin, box);
  gtk_widget_set_visible (GTK_WIDGET (self->chips_bin), TRUE);
}

void
vlg_motions_page_set_filter (VlgMotionsPage        *self,
                             const VlgMotionFilter *filter)
{
  g_return_if_fail (VLG_IS_MOTIONS_PAGE (self));
  g_return_if_fail (self->motions != NULL);

  vlg_motion_list_set_filter (self->motions, filter);
  if (vlg_motion_filter_get (filter, VLG_FACET_FINDINGS) != NULL)
    vlg_filters_count_findings (self->office);
  if (self->filter_popover != NULL && !vlg_motion_filter_equal (filter, vlg_filter_popover_get_filter (VLG_FILTER_POPOVER (self->filter_popover))))
    vlg_filter_popover_set_filter (VLG_FILTER_POPOVER (self->filter_popover), filter);
  update_chips (self);
  vlg_motions_page_update_motion_actions (self);
}

gboolean
vlg_motions_page_is_in_trash (VlgMotionsPage *self)
{
  return self->motions != NULL && vlg_motion_filter_get (vlg_motion_list_get_filter (self->motions), VLG_FACET_TRASH) != NULL;
}

const char *
vlg_motions_page_get_nothing_text (VlgMotionsPage *self)
{
  const VlgMotionFilter *filter = vlg_motion_list_get_filter (self->motions);
  g_autoptr (VlgMotionFilter) rest = vlg_motion_filter_copy (filter);
  g_autofree char *words = vlg_string_collapse (vlg_motion_list_get_words (self->motions));

  vlg_motion_filter_set (rest, VLG_FACET_TRASH, NULL);
  if (*words != '\0')
    return vlg_motion_filter_is_empty (filter)
             ? _("Every word is looked for in numbers, titles, texts and annexes. Try fewer of them, or only the beginning of one.")
             : _("The words are looked for only in what passes the filter. Take one of the terms above away, or try fewer words.");
  if (vlg_motion_filter_is_empty (rest) && vlg_motions_page_is_in_trash (self))
    return _("The trash is empty.");

  return _("No motion passes the filter. Take one of the terms above away, or all of them.");
}

static void
filter_changed_cb (VlgMotionsPage   *self,
                   VlgFilterPopover *popover)
{
  g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_copy (vlg_filter_popover_get_filter (popover));

  vlg_motions_page_set_filter (self, filter);
}

static void
filter_failed_cb (VlgMotionsPage *self,
                  const GError   *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  vlg_platform_add_toast (GTK_WIDGET (self), adw_toast_new (markup));
}

/* Nothing of it is built before somebody wants it. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  VlgMotionsPage *self = user_data;

  if (self->office == NULL || self->filter_popover != NULL)
    return;
  self->filter_popover = vlg_filter_popover_new (self->office);
  vlg_filter_popover_set_filter (VLG_FILTER_POPOVER (self->filter_popover), vlg_motion_list_get_filter (self->motions));
  g_signal_connect_object (self->filter_popover, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter_popover, "failed", G_CALLBACK (filter_failed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, self->filter_popover);
}

static void
filter_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);

  vlg_platform_leaflet_back (self->leaflet);
  gtk_menu_button_popup (self->filter_button);
}

static void
unfilter_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (self->motions != NULL)
    vlg_motions_page_set_filter (self, NULL);
}

/* Out of the trash */

typedef struct {
  VlgMotionsPage *page;
  char *title;
} Restoring;

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Restoring *restoring = user_data;
  g_autoptr (VlgMotionsPage) self = restoring->page;
  g_autofree char *title = restoring->title;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_free (restoring);
  if (!vlg_office_trash_finish (VLG_OFFICE (source), result, &error))
    {
      if (root != NULL)
        vlg_platform_tell (GTK_WINDOW (root), _("The Motion Could Not Be Restored"), error->message, NULL);
      return;
    }
  if (root != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("“%s” restored"), title);
      g_autofree char *markup = g_markup_escape_text (text, -1);

      vlg_platform_add_toast (GTK_WIDGET (self), adw_toast_new (markup));
    }
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);
  const char *title = vlg_motion_get_text (self->motion, VLG_FIELD_TITLE);
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->page = g_object_ref (self);
  restoring->title = g_strdup (*title != '\0' ? title : _("Untitled"));
  vlg_office_trash_async (self->office, vlg_motion_get_uid (self->motion), FALSE, NULL, restored_cb, restoring);
}

/* The list as a table */

static void
list_written_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (VlgMotionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gssize n = vlg_list_file_write_finish (VLG_OFFICE (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *text = NULL;

  if (root == NULL)
    return;
  if (n < 0)
    {
      vlg_platform_tell (GTK_WINDOW (root), _("The List Was Not Written"), error->message, NULL);
      return;
    }
  text = g_strdup_printf (ngettext ("%'u motion exported", "%'u motions exported", (gulong) n), (guint) n);
  vlg_platform_add_toast (GTK_WIDGET (self), adw_toast_new (text));
}

void
vlg_motions_page_export_list_to (VlgMotionsPage *self,
                                 GFile          *file)
{
  g_return_if_fail (VLG_IS_MOTIONS_PAGE (self));
  g_return_if_fail (self->motions != NULL);
  g_return_if_fail (G_IS_FILE (file));

  vlg_list_file_write_async (self->office, self->motions, file, NULL, list_written_cb, g_object_ref (self));
}

static void
list_file_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (VlgMotionsPage) self = user_data;
  g_autoptr (GFile) file = vlg_platform_save_pdf_finish (result, NULL);

  if (file != NULL && self->motions != NULL)
    vlg_motions_page_export_list_to (self, file);
}

static void
export_list_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  if (VLG_MOTIONS_PAGE (widget)->motions != NULL)
    vlg_platform_save_table_async (GTK_WINDOW (gtk_widget_get_root (widget)), _("Export List"), _("motions.csv"), list_file_cb, g_object_ref (widget));
}

void
vlg_motions_page_class_install_filter_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "motions.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "motions.unfilter", NULL, unfilter_action);
  gtk_widget_class_install_action (widget_class, "motions.export-list", NULL, export_list_action);
  gtk_widget_class_install_action (widget_class, "motion.restore", NULL, restore_action);
}

void
vlg_motions_page_init_filter (VlgMotionsPage *self)
{
  gtk_menu_button_set_create_popup_func (self->filter_button, create_popover_cb, self, NULL);
}
