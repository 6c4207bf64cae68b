/* vlg-catalogue-field-page.c — a field of action of the catalogue with its goals, to work on
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-field-page.h"

#include <glib/gi18n.h>

#include "vlg-catalogue-goal-row.h"
#include "vlg-form-row.h"
#include "vlg-platform.h"

struct _VlgCatalogueFieldPage {
  AdwBin parent_instance;

  /* template widgets */
  GtkEditable    *name;
  GtkEditable    *letter;
  GtkWidget      *colour;
  AdwActionRow   *replaced;
  GtkListBox     *goals;
  GtkMenuButton  *join;
  GMenu          *join_menu;
  GtkWidget      *reason;

  /* owned */
  VlgCatalogueDraft *draft;
  VlgCatalogueField *field;
  GBindingGroup     *bindings;
  GSignalGroup      *field_signals;
  GSignalGroup      *fields_signals;
};

G_DEFINE_FINAL_TYPE (VlgCatalogueFieldPage, vlg_catalogue_field_page, ADW_TYPE_BIN)

static gboolean
to_rgba (GBinding     *binding,
         const GValue *from,
         GValue       *to,
         gpointer      user_data)
{
  GdkRGBA rgba = { 0.5, 0.5, 0.5, 1 };

  gdk_rgba_parse (&rgba, g_value_get_string (from));
  g_value_set_boxed (to, &rgba);

  return TRUE;
}

static gboolean
from_rgba (GBinding     *binding,
           const GValue *from,
           GValue       *to,
           gpointer      user_data)
{
  const GdkRGBA *rgba = g_value_get_boxed (from);

  g_value_take_string (to, g_strdup_printf ("#%02x%02x%02x", (guint) (rgba->red * 255 + 0.5), (guint) (rgba->green * 255 + 0.5), (guint) (rgba->blue * 255 + 0.5)));

  return TRUE;
}

static gboolean
any_goal_used (VlgCatalogueField *field)
{
  GListModel *goals = G_LIST_MODEL (vlg_catalogue_field_get_goals (field));

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (VlgCatalogueGoal) goal = g_list_model_get_item (goals, i);

      if (vlg_catalogue_goal_get_used (goal))
        return TRUE;
    }

  return FALSE;
}

static void
update (VlgCatalogueFieldPage *self)
{
  g_autofree char *replaced = NULL;
  gboolean used;

  if (self->field == NULL)
    return;
  g_object_get (self->field, "replaced", &replaced, NULL);
  adw_action_row_set_subtitle (self->replaced, replaced);
  gtk_widget_set_visible (GTK_WIDGET (self->replaced), *replaced != '\0');
  used = vlg_catalogue_field_get_used (self->field) || any_goal_used (self->field);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "field.remove", !used);
  gtk_widget_set_visible (self->reason, used);
}

/* The other fields, into which this one can be joined. */
static void
update_join (VlgCatalogueFieldPage *self)
{
  GListModel *fields = self->draft != NULL ? vlg_catalogue_draft_get_fields (self->draft) : NULL;

  g_menu_remove_all (self->join_menu);
  for (guint i = 0; fields != NULL && i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (VlgCatalogueField) other = g_list_model_get_item (fields, i);
      g_autoptr (GMenuItem) item = NULL;

      if (other == self->field || *vlg_catalogue_field_get_name (other) == '\0')
        continue;
      item = g_menu_item_new (vlg_catalogue_field_get_name (other), NULL);
      g_menu_item_set_action_and_target_value (item, "field.join", g_variant_new_uint32 (i));
      g_menu_append_item (self->join_menu, item);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->join), g_menu_model_get_n_items (G_MENU_MODEL (self->join_menu)) > 0);
}

static VlgCatalogueGoalRow *
get_focused_row (VlgCatalogueFieldPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, VLG_TYPE_CATALOGUE_GOAL_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)) ? VLG_CATALOGUE_GOAL_ROW (row) : NULL;
}

static void
focus_goal (VlgCatalogueFieldPage *self,
            int                    position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->goals, MAX (0, position));

  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgCatalogueFieldPage *self = VLG_CATALOGUE_FIELD_PAGE (widget);
  VlgCatalogueGoalRow *row = get_focused_row (self);
  int to = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + g_variant_get_int32 (parameter) : -1;

  if (to >= 0 && vlg_catalogue_draft_move_goal (self->draft, self->field, vlg_catalogue_goal_row_get_goal (row), (guint) to))
    focus_goal (self, to);
  else
    gtk_widget_error_bell (widget);
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  vlg_catalogue_field_page_add_goal (VLG_CATALOGUE_FIELD_PAGE (widget));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VlgCatalogueFieldPage *self = VLG_CATALOGUE_FIELD_PAGE (widget);

  if (self->field != NULL)
    vlg_catalogue_draft_remove_field (self->draft, self->field);
}

static void
join_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgCatalogueFieldPage *self = VLG_CATALOGUE_FIELD_PAGE (widget);
  g_autoptr (VlgCatalogueField) into = g_list_model_get_item (vlg_catalogue_draft_get_fields (self->draft), g_variant_get_uint32 (parameter));

  if (self->field != NULL && into != NULL)
    vlg_catalogue_draft_join_field (self->draft, self->field, into);
}

static void
row_remove_cb (VlgCatalogueFieldPage *self,
               VlgCatalogueGoalRow   *row)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (vlg_catalogue_draft_remove_goal (self->draft, self->field, vlg_catalogue_goal_row_get_goal (row)))
    focus_goal (self, position - 1);
}

static void
row_drop_cb (VlgCatalogueFieldPage *self,
             VlgCatalogueGoal      *dropped,
             VlgCatalogueGoalRow   *row)
{
  vlg_catalogue_draft_move_goal (self->draft, self->field, dropped, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static GtkWidget *
row_new (gpointer item,
         gpointer user_data)
{
  VlgCatalogueFieldPage *self = user_data;
  GtkWidget *row = vlg_catalogue_goal_row_new (self->draft, item);

  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "drop", G_CALLBACK (row_drop_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
vlg_catalogue_field_page_dispose (GObject *object)
{
  VlgCatalogueFieldPage *self = VLG_CATALOGUE_FIELD_PAGE (object);

  vlg_catalogue_field_page_set_field (self, NULL);
  g_clear_object (&self->bindings);
  g_clear_object (&self->field_signals);
  g_clear_object (&self->fields_signals);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (vlg_catalogue_field_page_parent_class)->dispose (object);
}

static void
vlg_catalogue_field_page_class_init (VlgCatalogueFieldPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_catalogue_field_page_dispose;

  gtk_widget_class_install_action (widget_class, "field.add-goal", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "field.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "field.join", "u", join_action);
  gtk_widget_class_install_action (widget_class, "field.move-goal", "i", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "field.move-goal", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "field.move-goal", "i", 1);

  g_type_ensure (VLG_TYPE_FORM_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/leitbild/catalogue/vlg-catalogue-field-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueFieldPage, name);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueFieldPage, letter);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueFieldPage, colour);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueFieldPage, replaced);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueFieldPage, goals);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueFieldPage, join);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueFieldPage, join_menu);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueFieldPage, reason);
}

static void
vlg_catalogue_field_page_init (VlgCatalogueFieldPage *self)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;
  GtkWidget *button;

  gtk_widget_init_template (GTK_WIDGET (self));

  /* The button inside the colour button has no name of its own, and what it shows takes a focus that leads nowhere. */
  button = gtk_widget_get_first_child (self->colour);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Colour in the figures"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (button); child != NULL; child = gtk_widget_get_first_child (child))
    gtk_widget_set_focusable (child, FALSE);

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "name", self->name, "text", both);
  g_binding_group_bind (self->bindings, "letter", self->letter, "text", both);
  g_binding_group_bind_full (self->bindings, "colour", self->colour, "rgba", both, to_rgba, from_rgba, NULL, NULL);
  self->field_signals = g_signal_group_new (VLG_TYPE_CATALOGUE_FIELD);
  g_signal_group_connect_swapped (self->field_signals, "notify", G_CALLBACK (update), self);
  self->fields_signals = g_signal_group_new (VLG_TYPE_CATALOGUE_DRAFT);
  g_signal_group_connect_swapped (self->fields_signals, "notify::can-undo", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->fields_signals, "notify::can-undo", G_CALLBACK (update_join), self);
}

void
vlg_catalogue_field_page_set_draft (VlgCatalogueFieldPage *self,
                                    VlgCatalogueDraft     *draft)
{
  g_return_if_fail (VLG_IS_CATALOGUE_FIELD_PAGE (self));
  g_return_if_fail (VLG_IS_CATALOGUE_DRAFT (draft));

  g_set_object (&self->draft, draft);
  g_signal_group_set_target (self->fields_signals, draft);
}

void
vlg_catalogue_field_page_set_field (VlgCatalogueFieldPage *self,
                                    VlgCatalogueField     *field)
{
  g_return_if_fail (VLG_IS_CATALOGUE_FIELD_PAGE (self));
  g_return_if_fail (field == NULL || VLG_IS_CATALOGUE_FIELD (field));

  if (!g_set_object (&self->field, field))
    return;
  g_binding_group_set_source (self->bindings, field);
  g_signal_group_set_target (self->field_signals, field);
  gtk_list_box_bind_model (self->goals, field != NULL ? G_LIST_MODEL (vlg_catalogue_field_get_goals (field)) : NULL, row_new, self, NULL);
  update (self);
  update_join (self);
}

VlgCatalogueField *
vlg_catalogue_field_page_get_field (VlgCatalogueFieldPage *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD_PAGE (self), NULL);

  return self->field;
}

void
vlg_catalogue_field_page_add_goal (VlgCatalogueFieldPage *self)
{
  GListModel *goals;

  g_return_if_fail (VLG_IS_CATALOGUE_FIELD_PAGE (self));

  if (self->field == NULL)
    return;
  vlg_catalogue_draft_add_goal (self->draft, self->field);
  goals = G_LIST_MODEL (vlg_catalogue_field_get_goals (self->field));
  vlg_catalogue_goal_row_edit (VLG_CATALOGUE_GOAL_ROW (gtk_list_box_get_row_at_index (self->goals, (int) g_list_model_get_n_items (goals) - 1)));
}

void
vlg_catalogue_field_page_edit (VlgCatalogueFieldPage *self)
{
  g_return_if_fail (VLG_IS_CATALOGUE_FIELD_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
