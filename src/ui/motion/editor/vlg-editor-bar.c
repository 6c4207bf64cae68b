/* vlg-editor-bar.c — undo, how it stands with saving, what is to fix, the stage
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-editor-bar.h"

#include <glib/gi18n.h>

#include "vlg-finding-row.h"
#include "vlg-stage-deed.h"

struct _VlgEditorBar {
  AdwBin parent_instance;

  /* template widgets */
  GtkWidget     *conflict_button;  /* stands for what follows where somebody has to decide */
  GtkLabel      *conflict_label;
  GtkWidget     *save_status;
  GtkLabel      *save_label;
  GtkImage      *save_icon;        /* stands for the label where there is no room */
  GtkMenuButton *findings_button;
  GtkLabel      *findings_label;
  GtkLabel      *findings_count;   /* stands for the label where there is no room */
  GtkListBox    *findings_list;
  GtkMenuButton *stage_button;
  GtkLabel      *stage_label;
  GtkRevealer   *frozen;
  GtkRevealer   *failure;
  GtkLabel      *failure_label;

  /* owned */
  VlgDraft     *draft;
  GSignalGroup *draft_signals;
  GSignalGroup *motion_signals;

  int menu_stage;   /* the stage whose deeds the menu offers; -1: none yet */
};

enum {
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};

enum {
  FINDING,
  CONFLICT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgEditorBar, vlg_editor_bar, ADW_TYPE_BIN)

static const char *
save_icon_name (VlgSaveState state)
{
  switch (state)
    {
    case VLG_SAVE_STATE_SAVED:
      return "object-select-symbolic";
    case VLG_SAVE_STATE_FAILED:
    case VLG_SAVE_STATE_CONFLICT:
      return "dialog-warning-symbolic";
    case VLG_SAVE_STATE_PENDING:
    case VLG_SAVE_STATE_SAVING:
    default:
      return "document-save-symbolic";
    }
}

static void
update_save (VlgEditorBar *self)
{
  g_autofree char *label = NULL;
  gboolean failed, conflict;

  if (self->draft == NULL)
    return;

  label = vlg_draft_get_save_label (self->draft);
  failed = vlg_draft_get_save_state (self->draft) == VLG_SAVE_STATE_FAILED;
  conflict = vlg_draft_get_save_state (self->draft) == VLG_SAVE_STATE_CONFLICT;
  gtk_widget_set_visible (self->conflict_button, conflict);
  gtk_label_set_label (self->conflict_label, conflict ? label : "");
  if (conflict)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->conflict_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_revealer_set_reveal_child (self->failure, failed);
  gtk_revealer_set_reveal_child (self->frozen, vlg_draft_get_frozen (self->draft));
  if (failed)
    gtk_label_set_label (self->failure_label, label);
  gtk_widget_set_visible (self->save_status, !conflict);
  gtk_label_set_label (self->save_label, failed ? _("Not saved") : label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->save_label), label);
  gtk_image_set_from_icon_name (self->save_icon, save_icon_name (vlg_draft_get_save_state (self->draft)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->save_icon), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save_icon), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_findings (VlgEditorBar *self)
{
  guint n_findings = self->draft != NULL ? g_list_model_get_n_items (vlg_draft_get_findings (self->draft)) : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("%u to fix", "%u to fix", n_findings), n_findings);
  g_autofree char *count = g_strdup_printf ("%u", n_findings);

  gtk_label_set_label (self->findings_label, label);
  gtk_label_set_label (self->findings_count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->findings_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->findings_button), n_findings > 0);
}

static void
set_menu (VlgEditorBar *self,
          VlgStage      stage)
{
  g_autoptr (GMenu) menu = NULL;

  /* A new menu lays the whole window out again. */
  if (self->menu_stage == (int) stage)
    return;
  self->menu_stage = (int) stage;
  menu = g_menu_new ();
  for (int deed = 0; deed < VLG_N_STAGE_DEEDS; deed++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (vlg_stage_rules_get_label (deed), NULL);

      if (!vlg_stage_rules_lookup (stage, deed, NULL))
        continue;
      g_menu_item_set_action_and_target (item, "stage.do", "i", deed);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->stage_button, G_MENU_MODEL (menu));
}

/* Any change of the motion may be one of its state. */
static void
update_stage (VlgEditorBar *self)
{
  VlgMotion *motion;

  if (self->draft == NULL)
    return;

  motion = vlg_draft_get_motion (self->draft);
  set_menu (self, vlg_motion_get_stage (motion));
  gtk_label_set_label (self->stage_label, vlg_state_get_label (vlg_motion_get_state (motion)));
}

/* The findings follow by themselves. */
static void
mend_cb (VlgEditorBar *self,
         VlgFinding   *finding)
{
  if (self->draft != NULL)
    vlg_draft_mend (self->draft, finding);
}

static GtkWidget *
create_finding_row (gpointer item,
                    gpointer user_data)
{
  VlgEditorBar *self = user_data;
  g_autofree char *mend = vlg_draft_get_mend (self->draft, item);
  GtkWidget *row = g_object_new (VLG_TYPE_FINDING_ROW, "finding", item, "mend", mend, "activatable", TRUE, NULL);

  g_signal_connect_object (row, "mend", G_CALLBACK (mend_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
finding_activated_cb (VlgEditorBar  *self,
                      GtkListBoxRow *row)
{
  g_autoptr (VlgFinding) finding = NULL;

  g_object_get (row, "finding", &finding, NULL);
  gtk_menu_button_popdown (self->findings_button);
  g_signal_emit (self, signals[FINDING], 0, finding);
}

static void
deed_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  vlg_stage_deed_begin (widget, VLG_EDITOR_BAR (widget)->draft, g_variant_get_int32 (parameter));
}

static void
retry_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VlgEditorBar *self = VLG_EDITOR_BAR (widget);

  /* How it goes is seen at the draft. */
  if (self->draft != NULL)
    vlg_draft_flush_async (self->draft, NULL, NULL, NULL);
}

static void
conflict_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  g_signal_emit (widget, signals[CONFLICT], 0);
}

static void
set_draft (VlgEditorBar *self,
           VlgDraft     *draft)
{
  if (!g_set_object (&self->draft, draft))
    return;

  g_signal_group_set_target (self->draft_signals, draft);
  g_signal_group_set_target (self->motion_signals, draft != NULL ? vlg_draft_get_motion (draft) : NULL);
  gtk_list_box_bind_model (self->findings_list, draft != NULL ? vlg_draft_get_findings (draft) : NULL, create_finding_row, self, NULL);
  update_save (self);
  update_findings (self);
  update_stage (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
vlg_editor_bar_dispose (GObject *object)
{
  VlgEditorBar *self = VLG_EDITOR_BAR (object);

  g_clear_object (&self->draft_signals);
  g_clear_object (&self->motion_signals);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (vlg_editor_bar_parent_class)->dispose (object);
}

static void
vlg_editor_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_DRAFT)
    g_value_set_object (value, VLG_EDITOR_BAR (object)->draft);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_editor_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_DRAFT)
    set_draft (VLG_EDITOR_BAR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_editor_bar_class_init (VlgEditorBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_editor_bar_dispose;
  object_class->get_property = vlg_editor_bar_get_property;
  object_class->set_property = vlg_editor_bar_set_property;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FINDING] = g_signal_new ("finding", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_FINDING);
  signals[CONFLICT] = g_signal_new ("conflict", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "stage.do", "i", deed_action);
  gtk_widget_class_install_action (widget_class, "draft.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "draft.show-conflict", NULL, conflict_action);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/vlg-editor-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, conflict_button);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, conflict_label);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, save_status);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, save_label);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, save_icon);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, findings_button);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, findings_label);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, findings_count);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, findings_list);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, stage_button);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, stage_label);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, frozen);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, failure);
  gtk_widget_class_bind_template_child (widget_class, VlgEditorBar, failure_label);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
}

static void
vlg_editor_bar_init (VlgEditorBar *self)
{
  self->menu_stage = -1;
  self->draft_signals = g_signal_group_new (VLG_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "notify::save-state", G_CALLBACK (update_save), self);
  g_signal_group_connect_swapped (self->draft_signals, "notify::save-error", G_CALLBACK (update_save), self);
  g_signal_group_connect_swapped (self->draft_signals, "notify::frozen", G_CALLBACK (update_save), self);
  g_signal_group_connect_swapped (self->draft_signals, "notify::n-findings", G_CALLBACK (update_findings), self);
  self->motion_signals = g_signal_group_new (VLG_TYPE_MOTION);
  g_signal_group_connect_swapped (self->motion_signals, "notify", G_CALLBACK (update_stage), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}
