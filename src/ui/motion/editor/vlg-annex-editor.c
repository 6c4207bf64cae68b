/* vlg-annex-editor.c — the annexes to edit
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-annex-editor.h"

#include <glib/gi18n.h>

#include "vlg-annex-edit-row.h"
#include "vlg-finding-mark.h"
#include "vlg-list-edit.h"

struct _VlgAnnexEditor {
  AdwBin parent_instance;

  /* template widgets */
  GtkListBox     *list_box;
  GtkWidget      *add_button;
  VlgFindingMark *mark;

  /* owned */
  VlgDraft     *draft;
  GSignalGroup *findings;    /* signals of the findings */
  GSignalGroup *rows;        /* signals of the list, after the list box has seen to them */
};

enum {
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};

enum {
  OPEN_TEXT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgAnnexEditor, vlg_annex_editor, ADW_TYPE_BIN)

static GListStore *
get_list (VlgAnnexEditor *self)
{
  return vlg_motion_get_annexes (vlg_draft_get_motion (self->draft));
}

static void
update_findings (VlgAnnexEditor *self)
{
  GListModel *findings = self->draft != NULL ? vlg_draft_get_findings (self->draft) : NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    vlg_annex_edit_row_update_findings (VLG_ANNEX_EDIT_ROW (row), findings, i);
  vlg_finding_mark_update (self->mark, findings, VLG_FIELD_ANNEXES, -1);
}

/* The paper counts its annexes in their order; the imported paper itself is none of them. */
static void
renumber (GListStore *list)
{
  guint number = 1;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (vlg_annex_get_number (annex) > 0)
        vlg_annex_set_number (annex, number++);
    }
}

void
vlg_annex_editor_jump (VlgAnnexEditor *self,
                       int             position)
{
  GtkListBoxRow *row;

  g_return_if_fail (VLG_IS_ANNEX_EDITOR (self));

  row = gtk_list_box_get_row_at_index (self->list_box, MAX (position, 0));
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_button);
}

/* Rows that move are made anew, and the focus has to follow. */
static void
move_to (VlgAnnexEditor *self,
         VlgAnnex       *annex,
         int             to)
{
  GListStore *list = get_list (self);
  guint from = vlg_list_edit_find (G_LIST_MODEL (list), annex);

  if (to < 0 || from == GTK_INVALID_LIST_POSITION || !vlg_list_edit_move (list, from, to))
    return;

  renumber (list);
  vlg_annex_editor_jump (self, to);
}

static void
row_move_cb (VlgAnnexEditor  *self,
             int              by,
             VlgAnnexEditRow *row)
{
  move_to (self, vlg_annex_edit_row_get_annex (row), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by);
}

static void
row_drop_cb (VlgAnnexEditor  *self,
             VlgAnnex        *dropped,
             VlgAnnexEditRow *row)
{
  move_to (self, dropped, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
row_open_cb (VlgAnnexEditor  *self,
             VlgAnnexEditRow *row)
{
  g_signal_emit (self, signals[OPEN_TEXT], 0, vlg_annex_edit_row_get_annex (row));
}

static void
row_remove_cb (VlgAnnexEditor  *self,
               VlgAnnexEditRow *row)
{
  VlgAnnex *annex = vlg_annex_edit_row_get_annex (row);
  const char *title = vlg_annex_get_title (annex);
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autofree char *message = g_strdup_printf (_("“%s” removed from the annexes"), *title != '\0' ? title : _("Annex"));

  vlg_list_edit_remove (get_list (self), annex, GTK_WIDGET (self), message, G_CALLBACK (renumber));
  vlg_annex_editor_jump (self, MAX (0, position - 1));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  VlgAnnexEditor *self = user_data;
  GtkWidget *row = vlg_annex_edit_row_new (item, vlg_draft_get_office (self->draft));

  g_signal_connect_object (row, "open", G_CALLBACK (row_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (row_move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "drop", G_CALLBACK (row_drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_text_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VlgAnnexEditor *self = VLG_ANNEX_EDITOR (widget);
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  GListStore *list = get_list (self);

  vlg_annex_set_number (annex, 1);
  vlg_annex_set_visibility (annex, vlg_motion_get_visibility (vlg_draft_get_motion (self->draft)));
  g_list_store_append (list, annex);
  renumber (list);
  vlg_annex_editor_jump (self, (int) g_list_model_get_n_items (G_LIST_MODEL (list)) - 1);
}

static void
set_draft (VlgAnnexEditor *self,
           VlgDraft       *draft)
{
  if (!g_set_object (&self->draft, draft))
    return;

  gtk_list_box_bind_model (self->list_box, draft != NULL ? G_LIST_MODEL (get_list (self)) : NULL, create_row, self, NULL);
  g_signal_group_set_target (self->rows, draft != NULL ? get_list (self) : NULL);
  g_signal_group_set_target (self->findings, draft != NULL ? vlg_draft_get_findings (draft) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "annexes.add-text", draft != NULL);
  update_findings (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
vlg_annex_editor_dispose (GObject *object)
{
  VlgAnnexEditor *self = VLG_ANNEX_EDITOR (object);

  g_clear_object (&self->findings);
  g_clear_object (&self->rows);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (vlg_annex_editor_parent_class)->dispose (object);
}

static void
vlg_annex_editor_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_DRAFT)
    g_value_set_object (value, VLG_ANNEX_EDITOR (object)->draft);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_annex_editor_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_DRAFT)
    set_draft (VLG_ANNEX_EDITOR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_annex_editor_class_init (VlgAnnexEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_annex_editor_dispose;
  object_class->get_property = vlg_annex_editor_get_property;
  object_class->set_property = vlg_annex_editor_set_property;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPEN_TEXT] = g_signal_new ("open-text", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_ANNEX);

  gtk_widget_class_install_action (widget_class, "annexes.add-text", NULL, add_text_action);

  g_type_ensure (VLG_TYPE_FINDING_MARK);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/vlg-annex-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditor, list_box);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditor, mark);
}

static void
vlg_annex_editor_init (VlgAnnexEditor *self)
{
  self->findings = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->findings, "items-changed", G_CALLBACK (update_findings), self);
  self->rows = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->rows, "items-changed", G_CALLBACK (update_findings), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "annexes.add-text", FALSE);
}
