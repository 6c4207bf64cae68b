/* vlg-motions-page-menu.c — the context menu of a row
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions-page-private.h"

#include <glib/gi18n.h>

static void
append (GMenu            *menu,
        const char       *label,
        const char       *action,
        VlgMotionSummary *summary)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", vlg_motion_summary_get_uid (summary));
  g_menu_append_item (menu, item);
}

/* At @x, @y of @view. The popover is the page's: a list view takes its children for rows. */
static void
popup (VlgMotionsPage   *self,
       GtkWidget        *view,
       VlgMotionSummary *summary,
       double            x,
       double            y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GdkRectangle place = { 0, 0, 1, 1 };
  double page_x, page_y;

  if (!gtk_widget_translate_coordinates (view, GTK_WIDGET (self), x, y, &page_x, &page_y))
    return;
  place.x = (int) page_x;
  place.y = (int) page_y;
  append (menu, _("_Open"), "motions.open", summary);
  append (menu, _("Open in _New Window"), "win.show-in-new-window", summary);
  /* The last one stays until the next: what was chosen in it may still be under way when it closes. */
  g_clear_pointer (&self->row_menu, gtk_widget_unparent);
  self->row_menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->row_menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_menu), &place);
  gtk_widget_set_halign (self->row_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->row_menu, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->row_menu));
}

static void
pressed_cb (VlgMotionsPage  *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *rows = vlg_motions_page_get_rows (self);
  GtkWidget *row = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  g_autoptr (VlgMotionSummary) summary = NULL;

  while (row != NULL && row != view && gtk_widget_get_parent (row) != rows)
    row = gtk_widget_get_parent (row);
  if (row == NULL || row == view || self->chosen != NULL)
    return;
  summary = vlg_motions_page_find_summary (row);
  if (summary == NULL || vlg_motion_summary_get_id (summary) == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup (self, view, summary, x, y);
}

/* By the keyboard: at the row that has the focus. */
static void
row_menu_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);
  GtkWidget *rows = vlg_motions_page_get_rows (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *view = vlg_motions_page_is_table (self) ? GTK_WIDGET (self->column_view) : GTK_WIDGET (self->list_view);
  g_autoptr (VlgMotionSummary) summary = NULL;
  graphene_rect_t bounds;

  if (focus == NULL || gtk_widget_get_parent (focus) != rows || self->chosen != NULL)
    return;
  summary = vlg_motions_page_find_summary (focus);
  if (summary != NULL && vlg_motion_summary_get_id (summary) != 0 && gtk_widget_compute_bounds (focus, view, &bounds))
    popup (self, view, summary, bounds.origin.x + bounds.size.width / 4, bounds.origin.y + bounds.size.height / 2);
}

void
vlg_motions_page_class_install_menu_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "motions.row-menu", NULL, row_menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "motions.row-menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "motions.row-menu", NULL);
}

void
vlg_motions_page_watch_menu (VlgMotionsPage *self,
                             GtkWidget      *view)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
}
