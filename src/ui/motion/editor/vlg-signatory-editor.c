/* vlg-signatory-editor.c — who signs the motion, by name
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-signatory-editor.h"

#include <glib/gi18n.h>

#include "vlg-finding-mark.h"
#include "vlg-list-edit.h"
#include "vlg-string.h"

struct _VlgSignatoryEditor {
  AdwBin parent_instance;

  /* template widgets */
  AdwPreferencesGroup *group;
  VlgFindingMark      *mark;
  GtkWidget           *add_button;
  GMenu               *roles;

  /* owned */
  VlgDraft     *draft;
  GSignalGroup *list_signals;
  GSignalGroup *finding_signals;
  GPtrArray    *rows;             /* borrowed: the group's; in the order of the list */

  gboolean showing;
};

enum {
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgSignatoryEditor, vlg_signatory_editor, ADW_TYPE_BIN)

static GListStore *
get_list (VlgSignatoryEditor *self)
{
  return vlg_motion_get_signatories (vlg_draft_get_motion (self->draft));
}

static VlgSignatory *
get_signatory (VlgSignatoryEditor *self,
               guint               position)
{
  return g_list_model_get_item (G_LIST_MODEL (get_list (self)), position);
}

/* A signatory is replaced when the name changes; its row stays. */
static void
typed_cb (VlgSignatoryEditor *self,
          GtkEditable        *row)
{
  g_autoptr (VlgSignatory) old = NULL;
  g_autoptr (VlgSignatory) new = NULL;
  g_autofree char *name = NULL;
  guint position;

  if (self->showing || self->draft == NULL || !g_ptr_array_find (self->rows, row, &position))
    return;

  name = vlg_string_normalize (gtk_editable_get_text (row), -1, NULL);
  if (name == NULL)
    return;

  old = get_signatory (self, position);
  new = vlg_signatory_new (name, vlg_signatory_get_role (old), vlg_signatory_get_block (old),
                           vlg_signatory_get_valid_from (old), vlg_signatory_get_valid_to (old));
  self->showing = TRUE;
  g_list_store_splice (get_list (self), position, 1, (gpointer *) &new, 1);
  self->showing = FALSE;
}

/* All that is typed in one row in one go is one step to undo. */
static void
enter_cb (VlgSignatoryEditor *self)
{
  if (self->draft != NULL)
    vlg_draft_begin_group (self->draft);
}

static void
leave_cb (VlgSignatoryEditor *self)
{
  if (self->draft != NULL)
    vlg_draft_end_group (self->draft);
}

static void
remove_cb (VlgSignatoryEditor *self,
           GtkWidget          *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);
  g_autoptr (VlgSignatory) signatory = NULL;
  g_autofree char *message = NULL;
  guint position;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;

  signatory = get_signatory (self, position);
  message = g_strdup_printf (_("“%s” removed from the signatures"), vlg_signatory_get_role (signatory));
  gtk_widget_grab_focus (self->add_button);
  vlg_list_edit_remove (get_list (self), signatory, GTK_WIDGET (self), message, NULL);
}

static void
add_row (VlgSignatoryEditor *self)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_signatory (GtkWidget    *row,
                VlgSignatory *signatory)
{
  g_autofree char *typed = vlg_string_normalize (gtk_editable_get_text (GTK_EDITABLE (row)), -1, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vlg_signatory_get_role (signatory));
  if (g_strcmp0 (typed, vlg_signatory_get_name (signatory)) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), vlg_signatory_get_name (signatory));
}

/* The roles of the council profile that are not there yet. */
static void
update_roles (VlgSignatoryEditor *self)
{
  GListModel *known = vlg_profile_get_signatories (vlg_office_get_profile (vlg_draft_get_office (self->draft)));
  GListModel *list = G_LIST_MODEL (get_list (self));

  g_menu_remove_all (self->roles);
  for (guint i = 0; i < g_list_model_get_n_items (known); i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (known, i);
      const char *role = vlg_signatory_get_role (signatory);
      gboolean there = FALSE;

      for (guint j = 0; j < g_list_model_get_n_items (list) && !there; j++)
        {
          g_autoptr (VlgSignatory) other = g_list_model_get_item (list, j);

          there = g_str_equal (vlg_signatory_get_role (other), role);
        }
      if (!there)
        {
          g_autoptr (GMenuItem) item = g_menu_item_new (role, NULL);

          g_menu_item_set_action_and_target (item, "signatories.add", "u", i);
          g_menu_append_item (self->roles, item);
        }
    }
  gtk_widget_set_visible (self->add_button, g_menu_model_get_n_items (G_MENU_MODEL (self->roles)) > 0);
}

static void
update (VlgSignatoryEditor *self)
{
  guint n_items = self->draft != NULL ? g_list_model_get_n_items (G_LIST_MODEL (get_list (self))) : 0;
  gboolean showing = self->showing;

  while (self->rows->len > n_items)
    adw_preferences_group_remove (self->group, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  while (self->rows->len < n_items)
    add_row (self);

  self->showing = TRUE;
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (VlgSignatory) signatory = get_signatory (self, i);

      show_signatory (g_ptr_array_index (self->rows, i), signatory);
    }
  self->showing = showing;
  if (self->draft != NULL)
    update_roles (self);
}

static void
update_findings (VlgSignatoryEditor *self)
{
  vlg_finding_mark_update (self->mark, self->draft != NULL ? vlg_draft_get_findings (self->draft) : NULL, VLG_FIELD_SIGNATORIES, -1);
}

/* Into the place the form gives the role: the submitter's block stands before the council's, the profile orders the rest. */
static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  VlgSignatoryEditor *self = VLG_SIGNATORY_EDITOR (widget);
  GListModel *known = vlg_profile_get_signatories (vlg_office_get_profile (vlg_draft_get_office (self->draft)));
  g_autoptr (VlgSignatory) signatory = g_list_model_get_item (known, g_variant_get_uint32 (parameter));
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (get_list (self)));
  guint position = 0;

  if (signatory == NULL)
    return;

  for (; position < n_items; position++)
    {
      g_autoptr (VlgSignatory) other = get_signatory (self, position);

      if (vlg_signatory_get_block (other) > vlg_signatory_get_block (signatory))
        break;
    }
  g_list_store_insert (get_list (self), position, signatory);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, position));
}

static void
set_draft (VlgSignatoryEditor *self,
           VlgDraft           *draft)
{
  if (self->draft == draft)
    return;

  /* A row with the focus has a group of steps open in the old draft. */
  while (self->rows->len > 0)
    adw_preferences_group_remove (self->group, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  g_set_object (&self->draft, draft);
  g_signal_group_set_target (self->list_signals, draft != NULL ? get_list (self) : NULL);
  g_signal_group_set_target (self->finding_signals, draft != NULL ? vlg_draft_get_findings (draft) : NULL);
  update (self);
  update_findings (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
vlg_signatory_editor_dispose (GObject *object)
{
  VlgSignatoryEditor *self = VLG_SIGNATORY_EDITOR (object);

  g_clear_object (&self->list_signals);
  g_clear_object (&self->finding_signals);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (vlg_signatory_editor_parent_class)->dispose (object);
}

static void
vlg_signatory_editor_finalize (GObject *object)
{
  g_ptr_array_unref (VLG_SIGNATORY_EDITOR (object)->rows);

  G_OBJECT_CLASS (vlg_signatory_editor_parent_class)->finalize (object);
}

static void
vlg_signatory_editor_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_DRAFT)
    g_value_set_object (value, VLG_SIGNATORY_EDITOR (object)->draft);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_signatory_editor_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (prop_id == PROP_DRAFT)
    set_draft (VLG_SIGNATORY_EDITOR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_signatory_editor_class_init (VlgSignatoryEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_signatory_editor_dispose;
  object_class->finalize = vlg_signatory_editor_finalize;
  object_class->get_property = vlg_signatory_editor_get_property;
  object_class->set_property = vlg_signatory_editor_set_property;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "signatories.add", "u", add_action);

  g_type_ensure (VLG_TYPE_FINDING_MARK);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/vlg-signatory-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgSignatoryEditor, group);
  gtk_widget_class_bind_template_child (widget_class, VlgSignatoryEditor, mark);
  gtk_widget_class_bind_template_child (widget_class, VlgSignatoryEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, VlgSignatoryEditor, roles);
}

static void
vlg_signatory_editor_init (VlgSignatoryEditor *self)
{
  self->rows = g_ptr_array_new ();
  self->list_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->list_signals, "items-changed", G_CALLBACK (update), self);
  self->finding_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->finding_signals, "items-changed", G_CALLBACK (update_findings), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vlg_signatory_editor_jump (VlgSignatoryEditor *self)
{
  g_return_if_fail (VLG_IS_SIGNATORY_EDITOR (self));

  gtk_widget_grab_focus (self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : self->add_button);
}
