/* vlg-field-row.c — a short text of a motion to edit
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-field-row.h"

#include "vlg-entry-spelling.h"
#include "vlg-finding-mark.h"
#include "vlg-string.h"

struct _VlgFieldRow {
  AdwEntryRow parent_instance;

  /* borrowed */
  VlgFindingMark *mark;

  /* owned */
  VlgDraft     *draft;
  GSignalGroup *signals;       /* of the findings */
  GSignalGroup *motion_signals;
  VlgEntrySpelling *spelling;  /* of the title; names are not checked */

  VlgField field;
  gboolean showing;
};

enum {
  PROP_0,
  PROP_FIELD,
  PROP_DRAFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgFieldRow, vlg_field_row, ADW_TYPE_ENTRY_ROW)

static void
update_findings (VlgFieldRow *self)
{
  vlg_finding_mark_update (self->mark, self->draft != NULL ? vlg_draft_get_findings (self->draft) : NULL, self->field, -1);
}

static void
show_text (VlgFieldRow *self)
{
  const char *text = self->draft != NULL ? vlg_motion_get_text (vlg_draft_get_motion (self->draft), self->field) : "";
  g_autofree char *now = vlg_string_normalize (gtk_editable_get_text (GTK_EDITABLE (self)), -1, NULL);

  if (g_strcmp0 (now, text) == 0)
    return;

  /* The entry is empty for a moment in between. */
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->showing = FALSE;
}

static void
changed_cb (VlgFieldRow *self)
{
  g_autofree char *text = NULL;

  if (self->showing || self->draft == NULL)
    return;

  text = vlg_string_normalize (gtk_editable_get_text (GTK_EDITABLE (self)), -1, NULL);
  if (text != NULL)
    vlg_motion_set_text (vlg_draft_get_motion (self->draft), self->field, text);
}

static void
set_draft (VlgFieldRow *self,
           VlgDraft    *draft)
{
  if (!g_set_object (&self->draft, draft))
    return;

  g_signal_group_set_target (self->motion_signals, draft != NULL ? vlg_draft_get_motion (draft) : NULL);
  g_signal_group_set_target (self->signals, draft != NULL ? vlg_draft_get_findings (draft) : NULL);
  show_text (self);
  update_findings (self);
  if (self->spelling != NULL)
    vlg_entry_spelling_set_spelling (self->spelling, draft != NULL ? vlg_office_get_spelling (vlg_draft_get_office (draft)) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

/* A text longer than its row is read from its beginning again, once the focus is elsewhere and not only the window behind another.
 * A part that is selected is a hit of the search, and stays in sight. */
static gboolean
rest_cb (gpointer user_data)
{
  VlgFieldRow *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  int start, end;

  if (root == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    return G_SOURCE_REMOVE;
  if (!gtk_editable_get_selection_bounds (GTK_EDITABLE (self), &start, &end) || (start == 0 && end == g_utf8_strlen (text, -1)))
    gtk_editable_set_position (GTK_EDITABLE (self), 0);

  return G_SOURCE_REMOVE;
}

static void
leave_cb (VlgFieldRow *self)
{
  if (self->draft != NULL)
    vlg_draft_end_step (self->draft);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, rest_cb, g_object_ref (self), g_object_unref);
}

static void
vlg_field_row_dispose (GObject *object)
{
  VlgFieldRow *self = VLG_FIELD_ROW (object);

  g_clear_object (&self->spelling);
  g_clear_object (&self->signals);
  g_clear_object (&self->motion_signals);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (vlg_field_row_parent_class)->dispose (object);
}

static void
vlg_field_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VlgFieldRow *self = VLG_FIELD_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_static_string (value, vlg_field_to_key (self->field));
      break;
    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_field_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VlgFieldRow *self = VLG_FIELD_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      self->field = vlg_field_from_key (g_value_get_string (value));
      break;
    case PROP_DRAFT:
      set_draft (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_field_row_constructed (GObject *object)
{
  VlgFieldRow *self = VLG_FIELD_ROW (object);
  g_autofree char *signal = g_strconcat ("notify::", vlg_field_to_key (self->field), NULL);

  G_OBJECT_CLASS (vlg_field_row_parent_class)->constructed (object);

  g_signal_group_connect_swapped (self->motion_signals, g_strdelimit (signal, "_", '-'), G_CALLBACK (show_text), self);
  if (self->field == VLG_FIELD_TITLE)
    {
      self->spelling = vlg_entry_spelling_new (GTK_EDITABLE (self));
      g_signal_connect_object (self->spelling, "mending", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
vlg_field_row_class_init (VlgFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = vlg_field_row_constructed;
  object_class->dispose = vlg_field_row_dispose;
  object_class->get_property = vlg_field_row_get_property;
  object_class->set_property = vlg_field_row_set_property;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, "title", G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_field_row_init (VlgFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->mark = VLG_FINDING_MARK (vlg_finding_mark_new ());
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->mark));
  self->signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->signals, "items-changed", G_CALLBACK (update_findings), self);
  self->motion_signals = g_signal_group_new (VLG_TYPE_MOTION);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
