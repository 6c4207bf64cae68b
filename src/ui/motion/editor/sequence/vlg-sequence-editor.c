/* vlg-sequence-editor.c — the consultation sequence to edit
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sequence-editor.h"

#include <glib/gi18n.h>

#include "vlg-finding-mark.h"
#include "vlg-list-edit.h"
#include "vlg-sequence-row.h"
#include "vlg-standard-sequences.h"
#include "vlg-width-gauge.h"

#define N_GROUPS 4

struct _VlgSequenceEditor {
  AdwBin parent_instance;

  /* template widgets */
  GtkListBox     *list_box;
  GtkWidget      *add_button;
  VlgWidthGauge  *gauge;
  VlgFindingMark *mark;

  /* owned */
  VlgDraft     *draft;
  GSignalGroup *signals;     /* of the findings */
  GSignalGroup *rows;        /* signals of the list, after the list box has seen to them */
  GtkSizeGroup *groups[N_GROUPS];
};

enum {
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgSequenceEditor, vlg_sequence_editor, ADW_TYPE_BIN)

static GListStore *
get_list (VlgSequenceEditor *self)
{
  return vlg_motion_get_consultations (vlg_draft_get_motion (self->draft));
}

static void
update_findings (VlgSequenceEditor *self)
{
  GListModel *findings = self->draft != NULL ? vlg_draft_get_findings (self->draft) : NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    vlg_sequence_row_update_findings (VLG_SEQUENCE_ROW (row), findings, i);
  vlg_finding_mark_update (self->mark, findings, VLG_FIELD_CONSULTATIONS, -1);
}

void
vlg_sequence_editor_jump (VlgSequenceEditor *self,
                          int                position)
{
  GtkListBoxRow *row;

  g_return_if_fail (VLG_IS_SEQUENCE_EDITOR (self));

  row = gtk_list_box_get_row_at_index (self->list_box, MAX (position, 0));
  /* Who is sent to a row finds its fields. */
  if (row != NULL && position >= 0)
    vlg_sequence_row_set_open (VLG_SEQUENCE_ROW (row), TRUE);
  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_button);
}

/* Rows that move are made anew, and the focus has to follow. */
static void
move_to (VlgSequenceEditor *self,
         VlgConsultation   *consultation,
         int                to)
{
  GListStore *list = get_list (self);
  guint from = vlg_list_edit_find (G_LIST_MODEL (list), consultation);
  gboolean open;
  GtkWidget *row;

  if (to < 0 || from == GTK_INVALID_LIST_POSITION)
    return;
  open = vlg_sequence_row_get_open (VLG_SEQUENCE_ROW (gtk_list_box_get_row_at_index (self->list_box, from)));
  if (!vlg_list_edit_move (list, from, to))
    return;
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list_box, to));
  vlg_sequence_row_set_open (VLG_SEQUENCE_ROW (row), open);
  gtk_widget_grab_focus (row);
}

static void
row_move_cb (VlgSequenceEditor *self,
             int                by,
             VlgSequenceRow    *row)
{
  move_to (self, vlg_sequence_row_get_consultation (row), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by);
}

static void
row_drop_cb (VlgSequenceEditor *self,
             VlgConsultation   *dropped,
             VlgSequenceRow    *row)
{
  move_to (self, dropped, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
row_remove_cb (VlgSequenceEditor *self,
               VlgSequenceRow    *row)
{
  VlgConsultation *consultation = vlg_sequence_row_get_consultation (row);
  const char *body = vlg_consultation_get_body (consultation);
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autofree char *message = g_strdup_printf (_("“%s” removed from the sequence"), *body != '\0' ? body : _("Consultation"));

  vlg_list_edit_remove (get_list (self), consultation, GTK_WIDGET (self), message, NULL);
  if (position > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list_box, position - 1)));
  else
    vlg_sequence_editor_jump (self, -1);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  VlgSequenceEditor *self = user_data;
  GtkWidget *row = vlg_sequence_row_new (item, vlg_office_get_profile (vlg_draft_get_office (self->draft)));

  vlg_sequence_row_set_narrow (VLG_SEQUENCE_ROW (row), vlg_width_gauge_get_narrow (self->gauge));
  vlg_sequence_row_add_to_groups (VLG_SEQUENCE_ROW (row), self->groups);
  g_signal_connect_object (row, "move", G_CALLBACK (row_move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "drop", G_CALLBACK (row_drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
narrow_cb (VlgSequenceEditor *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    vlg_sequence_row_set_narrow (VLG_SEQUENCE_ROW (row), vlg_width_gauge_get_narrow (self->gauge));
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  VlgSequenceEditor *self = VLG_SEQUENCE_EDITOR (widget);
  g_autoptr (VlgConsultation) consultation = vlg_consultation_new ();
  GListStore *list = get_list (self);

  g_list_store_append (list, consultation);
  vlg_sequence_editor_jump (self, (int) g_list_model_get_n_items (G_LIST_MODEL (list)) - 1);
}

/* The dates are what is missing now. */
static void
applied_cb (VlgSequenceEditor *self,
            int                position)
{
  vlg_sequence_editor_jump (self, position);
}

static void
set_draft (VlgSequenceEditor *self,
           VlgDraft          *draft)
{
  if (!g_set_object (&self->draft, draft))
    return;

  gtk_list_box_bind_model (self->list_box, draft != NULL ? G_LIST_MODEL (get_list (self)) : NULL, create_row, self, NULL);
  g_signal_group_set_target (self->rows, draft != NULL ? get_list (self) : NULL);
  g_signal_group_set_target (self->signals, draft != NULL ? vlg_draft_get_findings (draft) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sequence.add", draft != NULL);
  update_findings (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
vlg_sequence_editor_dispose (GObject *object)
{
  VlgSequenceEditor *self = VLG_SEQUENCE_EDITOR (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->rows);
  g_clear_object (&self->draft);
  for (guint i = 0; i < N_GROUPS; i++)
    g_clear_object (&self->groups[i]);

  G_OBJECT_CLASS (vlg_sequence_editor_parent_class)->dispose (object);
}

static void
vlg_sequence_editor_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_DRAFT)
    g_value_set_object (value, VLG_SEQUENCE_EDITOR (object)->draft);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_sequence_editor_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_DRAFT)
    set_draft (VLG_SEQUENCE_EDITOR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_sequence_editor_class_init (VlgSequenceEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_sequence_editor_dispose;
  object_class->get_property = vlg_sequence_editor_get_property;
  object_class->set_property = vlg_sequence_editor_set_property;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "sequence.add", NULL, add_action);

  g_type_ensure (VLG_TYPE_FINDING_MARK);
  g_type_ensure (VLG_TYPE_STANDARD_SEQUENCES);
  g_type_ensure (VLG_TYPE_WIDTH_GAUGE);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/sequence/vlg-sequence-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceEditor, list_box);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceEditor, mark);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceEditor, gauge);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, applied_cb);
}

static void
vlg_sequence_editor_init (VlgSequenceEditor *self)
{
  self->signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->signals, "items-changed", G_CALLBACK (update_findings), self);
  self->rows = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->rows, "items-changed", G_CALLBACK (update_findings), self);
  for (guint i = 0; i < N_GROUPS; i++)
    self->groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sequence.add", FALSE);
}
