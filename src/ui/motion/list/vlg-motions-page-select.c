/* vlg-motions-page-select.c — choosing many motions in the list
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions-page-private.h"

#include <glib/gi18n.h>

#include "vlg-motion-row.h"
#include "vlg-platform.h"
#include "vlg-wrap-box.h"

#define KEEPING_MODIFIERS (GDK_CONTROL_MASK | GDK_SHIFT_MASK)

/* Rows with a check mark */

/* A plain click puts the mark or takes it away; with Ctrl and Shift the list does what lists do. */
static void
row_pressed_cb (GtkGestureClick *gesture,
                int              n_press,
                double           x,
                double           y,
                GtkListItem     *item)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & KEEPING_MODIFIERS)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (gtk_widget_get_parent (box));
  gtk_widget_activate_action (box, "list.select-item", "(ubb)", gtk_list_item_get_position (item), TRUE, FALSE);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = g_object_new (VLG_TYPE_MOTION_ROW, "hexpand", TRUE, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_can_target (check, FALSE);
  /* Not focusable alone would not do: GtkCheckButton takes the focus from Tab all the same, and keeps the row from letting it go. */
  gtk_widget_set_can_focus (check, FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Selected"), -1);
  g_object_bind_property (item, "selected", check, "active", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "item", row, "summary", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (row_pressed_cb), item, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), row);
  gtk_list_item_set_child (item, box);
}

/* The mode */

static void
update_bar (VlgMotionsPage *self)
{
  guint n = vlg_motion_selection_get_n_chosen (self->chosen);
  g_autofree char *text = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);

  gtk_label_set_label (self->chosen_label, n > 0 ? text : _("Nothing selected"));
  vlg_motions_page_update_many_actions (self);
}

static void
loading_cb (VlgMotionsPage *self)
{
  if (self->chosen != NULL)
    update_bar (self);
}

/* In the mode a click chooses, also where it else opens. */
static void
update_click (VlgMotionsPage *self)
{
  gtk_list_view_set_single_click_activate (self->list_view, self->chosen == NULL && vlg_platform_leaflet_is_folded (self->leaflet));
}

static gboolean
escape_cb (VlgMotionsPage *self,
           guint           keyval)
{
  if (keyval != GDK_KEY_Escape || self->chosen == NULL)
    return GDK_EVENT_PROPAGATE;
  vlg_motions_page_set_selecting (self, FALSE);

  return GDK_EVENT_STOP;
}

static GtkWidget *
find_row (GtkWidget        *widget,
          VlgMotionSummary *summary)
{
  if (vlg_motions_page_get_shown (widget) == summary)
    return widget;
  if (VLG_IS_MOTION_ROW (widget))
    {
      g_autoptr (VlgMotionSummary) own = NULL;

      g_object_get (widget, "summary", &own, NULL);
      return own == summary ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, summary);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The rows are made anew with the model, the focus with them. */
static gboolean
focus_cb (gpointer user_data)
{
  VlgMotionsPage *self = user_data;
  g_autoptr (VlgMotionSummary) summary = NULL;
  GtkWidget *rows = vlg_motions_page_get_rows (self);
  GtkWidget *row;

  if (self->motions == NULL || self->focus_position >= g_list_model_get_n_items (G_LIST_MODEL (self->motions)))
    return G_SOURCE_REMOVE;
  summary = g_list_model_get_item (G_LIST_MODEL (self->motions), self->focus_position);
  row = find_row (rows, summary);
  while (row != NULL && gtk_widget_get_parent (row) != rows)
    row = gtk_widget_get_parent (row);
  gtk_widget_grab_focus (row != NULL ? row : rows);

  return G_SOURCE_REMOVE;
}

static void
go_to (VlgMotionsPage *self,
       guint           position)
{
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  self->focus_position = position;
  gtk_widget_activate_action (vlg_motions_page_get_rows (self), "list.scroll-to-item", "u", position);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, focus_cb, g_object_ref (self), g_object_unref);
}

static void
enter (VlgMotionsPage *self)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_type_ensure (VLG_TYPE_WRAP_BOX);
  builder = gtk_builder_new_from_resource (RESOURCE_PATH "/ui/motion/list/vlg-select-bar.ui");
  self->chosen = vlg_motion_selection_new (self->motions);
  g_signal_connect_object (self->chosen, "selection-changed", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->motions, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);

  self->plain_factory = g_object_ref (gtk_list_view_get_factory (self->list_view));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  /* Never the plain rows over the new model: each would be made twice. */
  vlg_motions_page_set_rows (self, NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  vlg_motions_page_set_rows (self, GTK_SELECTION_MODEL (self->chosen));
  g_object_unref (factory);
  update_click (self);

  self->chosen_label = GTK_LABEL (gtk_builder_get_object (builder, "count"));
  vlg_motions_page_fill_many (self, builder);
  adw_bin_set_child (self->select_bin, GTK_WIDGET (gtk_builder_get_object (builder, "bar")));
  vlg_platform_wrap_buttons (GTK_WIDGET (self->select_bin));
  gtk_widget_set_visible (GTK_WIDGET (self->select_bin), TRUE);
  update_bar (self);
}

static void
leave (VlgMotionsPage *self)
{
  g_cancellable_cancel (self->many);
  g_signal_handlers_disconnect_by_func (self->chosen, update_bar, self);
  g_signal_handlers_disconnect_by_func (self->motions, loading_cb, self);
  vlg_motions_page_set_rows (self, NULL);
  gtk_list_view_set_factory (self->list_view, self->plain_factory);
  g_clear_object (&self->plain_factory);
  g_clear_object (&self->chosen);
  vlg_motions_page_set_rows (self, GTK_SELECTION_MODEL (self->selection));
  update_click (self);

  gtk_widget_set_visible (GTK_WIDGET (self->select_bin), FALSE);
  vlg_motions_page_fill_many (self, NULL);
  self->chosen_label = NULL;
  adw_bin_set_child (self->select_bin, NULL);
  vlg_motions_page_update_many_actions (self);
}

void
vlg_motions_page_set_selecting (VlgMotionsPage *self,
                                gboolean        selecting)
{
  guint position;

  g_return_if_fail (VLG_IS_MOTIONS_PAGE (self));

  if (selecting == (self->chosen != NULL) || self->motions == NULL)
    return;

  position = gtk_single_selection_get_selected (self->selection);
  if (selecting)
    enter (self);
  else
    leave (self);
  go_to (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

static void
select_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);

  if (self->many != NULL)
    return;
  vlg_platform_leaflet_back (self->leaflet);
  vlg_motions_page_set_selecting (self, self->chosen == NULL);
}

static void
select_all_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  VlgMotionsPage *self = VLG_MOTIONS_PAGE (widget);

  vlg_motions_page_set_selecting (self, TRUE);
  if (self->chosen != NULL)
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->chosen));
}

/* Beginning it by choosing a second one */

/* Chooses the one shown and @position, with all between when @extend. */
static void
begin_with (VlgMotionsPage *self,
            guint           position,
            gboolean        extend)
{
  guint first = gtk_single_selection_get_selected (self->selection);
  GtkWidget *list;

  vlg_motions_page_set_selecting (self, TRUE);
  list = vlg_motions_page_get_rows (self);
  if (first != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (list, "list.select-item", "(ubb)", first, FALSE, FALSE);
  if (position != first)
    gtk_widget_activate_action (list, "list.select-item", "(ubb)", position, !extend, extend && first != GTK_INVALID_LIST_POSITION);
  go_to (self, position);
}

static void
list_pressed_cb (VlgMotionsPage  *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *row = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  g_autoptr (VlgMotionSummary) summary = NULL;
  guint position;

  if (self->chosen != NULL || self->motions == NULL || !(state & KEEPING_MODIFIERS) || row == NULL)
    return;
  while (row != NULL && !VLG_IS_MOTION_ROW (row) && vlg_motions_page_get_shown (row) == NULL)
    row = row == view ? NULL : gtk_widget_get_parent (row);
  if (row == NULL)
    return;
  if (VLG_IS_MOTION_ROW (row))
    g_object_get (row, "summary", &summary, NULL);
  else
    summary = g_object_ref (vlg_motions_page_get_shown (row));
  position = summary != NULL ? vlg_motion_list_find (self->motions, vlg_motion_summary_get_uid (summary)) : GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  begin_with (self, position, (state & GDK_SHIFT_MASK) != 0);
}

static gboolean
list_key_cb (VlgMotionsPage  *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n = self->motions != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->motions)) : 0;

  if (self->chosen != NULL || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_SHIFT_MASK || position == GTK_INVALID_LIST_POSITION)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down && position + 1 < n)
    begin_with (self, position + 1, TRUE);
  else if (keyval == GDK_KEY_Up && position > 0)
    begin_with (self, position - 1, TRUE);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

void
vlg_motions_page_class_install_select_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "motions.select", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "motions.select-all", NULL, select_all_action);
}

void
vlg_motions_page_watch_rows (VlgMotionsPage *self,
                             GtkWidget      *view)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (list_pressed_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (list_key_cb), self);
  gtk_widget_add_controller (view, keys);
}

void
vlg_motions_page_init_select (VlgMotionsPage *self)
{
  GtkEventController *escape = gtk_event_controller_key_new ();

  vlg_motions_page_watch_rows (self, GTK_WIDGET (self->list_view));
  g_signal_connect_swapped (escape, "key-pressed", G_CALLBACK (escape_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), escape);
  g_signal_connect (self, "notify::folded", G_CALLBACK (update_click), NULL);
  vlg_motions_page_update_many_actions (self);
}
