/* vlg-leitbild-row.c — a field of action to tick, with its goals
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-row.h"

#include <glib/gi18n.h>

#include "vlg-finding-mark.h"
#include "vlg-form-row.h"
#include "vlg-leitbild-rules.h"
#include "vlg-string.h"

struct _VlgLeitbildRow {
  AdwExpanderRow parent_instance;

  /* template widgets */
  GtkCheckButton *tick;
  VlgFindingMark *mark;
  GtkBox         *goals;
  AdwEntryRow    *code;
  AdwEntryRow    *rationale;

  /* owned */
  VlgDraft       *draft;
  VlgLeitbild    *leitbild;
  VlgActionField *field;

  gboolean showing;    /* what changes now was not done by a person */
};

G_DEFINE_FINAL_TYPE (VlgLeitbildRow, vlg_leitbild_row, ADW_TYPE_EXPANDER_ROW)

static VlgMotion *
get_motion (VlgLeitbildRow *self)
{
  return vlg_draft_get_motion (self->draft);
}

static const char *
get_key (VlgLeitbildRow *self)
{
  return vlg_action_field_get_key (self->field);
}

static void
ticked_cb (VlgLeitbildRow *self)
{
  if (!self->showing)
    vlg_leitbild_rules_tick (get_motion (self), self->leitbild, get_key (self), gtk_check_button_get_active (self->tick));
}

static void
goal_cb (VlgLeitbildRow *self,
         GtkCheckButton *button)
{
  const char *code = g_object_get_data (G_OBJECT (button), "code");

  if (!self->showing)
    vlg_leitbild_rules_name_goal (get_motion (self), self->leitbild, get_key (self), code, gtk_check_button_get_active (button));
}

static void
code_changed_cb (VlgLeitbildRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->code), "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->code), _("Add a Goal Number"));
}

static void
code_cb (VlgLeitbildRow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = vlg_leitbild_rules_parse_code (gtk_editable_get_text (GTK_EDITABLE (self->code)), &error);

  if (code == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->code), "error");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->code), error->message);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->code), "");
  vlg_leitbild_rules_name_goal (get_motion (self), self->leitbild, get_key (self), code, TRUE);
}

static void
rationale_cb (VlgLeitbildRow *self)
{
  VlgMark *mark = vlg_leitbild_rules_find (get_motion (self), get_key (self));
  g_autofree char *text = vlg_string_normalize (gtk_editable_get_text (GTK_EDITABLE (self->rationale)), -1, NULL);

  if (!self->showing && mark != NULL && text != NULL)
    vlg_mark_set_rationale (mark, text);
}

/* The check button of a goal, made where there is none yet. Those that are there stay: one of them may have the focus. */
static GtkCheckButton *
ensure_goal (VlgLeitbildRow *self,
             const char     *code,
             const char     *text)
{
  g_autofree char *label = *text != '\0' ? g_strdup_printf ("%s – %s", code, text) : g_strdup (code);
  GtkWidget *button;

  for (button = gtk_widget_get_first_child (GTK_WIDGET (self->goals)); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (button), "code"), code) == 0)
      return GTK_CHECK_BUTTON (button);

  button = gtk_check_button_new_with_label (label);
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (goal_cb), self);
  gtk_box_append (self->goals, button);

  return GTK_CHECK_BUTTON (button);
}

static void
update_goals (VlgLeitbildRow *self,
              VlgMark        *mark)
{
  static const char * const none[] = { NULL };
  const char * const *goals = mark != NULL ? vlg_mark_get_goals (mark) : none;
  GtkWidget *child;

  for (const char * const *goal = goals; *goal != NULL; goal++)
    {
      const VlgGoal *known = vlg_leitbild_get_goal (self->leitbild, *goal);

      ensure_goal (self, *goal, known != NULL ? known->text : "");
    }
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->goals)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), g_strv_contains (goals, g_object_get_data (G_OBJECT (child), "code")));
  child = gtk_widget_get_first_child (GTK_WIDGET (self->goals));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->goals)), child != NULL);
}

void
vlg_leitbild_row_update (VlgLeitbildRow *self)
{
  VlgMark *mark;
  g_autofree char *goals = NULL;
  const char *rationale;

  g_return_if_fail (VLG_IS_LEITBILD_ROW (self));

  mark = vlg_leitbild_rules_find (get_motion (self), get_key (self));
  goals = mark != NULL ? g_strjoinv (", ", (char **) vlg_mark_get_goals (mark)) : g_strdup ("");
  rationale = mark != NULL ? vlg_mark_get_rationale (mark) : "";

  self->showing = TRUE;
  gtk_check_button_set_active (self->tick, mark != NULL && vlg_mark_get_ticked (mark));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               mark != NULL ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), goals);
  update_goals (self, mark);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rationale), mark != NULL);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->rationale)), rationale) != 0)
    {
      g_autofree char *typed = vlg_string_normalize (gtk_editable_get_text (GTK_EDITABLE (self->rationale)), -1, NULL);

      if (g_strcmp0 (typed, rationale) != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->rationale), rationale);
    }
  self->showing = FALSE;
}

void
vlg_leitbild_row_update_findings (VlgLeitbildRow *self,
                                  GListModel     *findings)
{
  VlgMark *mark;
  guint position;

  g_return_if_fail (VLG_IS_LEITBILD_ROW (self));

  mark = vlg_leitbild_rules_find (get_motion (self), get_key (self));
  if (mark == NULL || !g_list_store_find (vlg_motion_get_marks (get_motion (self)), mark, &position))
    findings = NULL;
  vlg_finding_mark_update (self->mark, findings, VLG_FIELD_LEITBILD, findings != NULL ? (int) position : -1);
}

static void
vlg_leitbild_row_dispose (GObject *object)
{
  VlgLeitbildRow *self = VLG_LEITBILD_ROW (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->leitbild);
  g_clear_object (&self->field);

  G_OBJECT_CLASS (vlg_leitbild_row_parent_class)->dispose (object);
}

static void
vlg_leitbild_row_class_init (VlgLeitbildRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_leitbild_row_dispose;

  g_type_ensure (VLG_TYPE_FINDING_MARK);
  g_type_ensure (VLG_TYPE_FORM_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/leitbild/vlg-leitbild-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildRow, tick);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildRow, mark);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildRow, goals);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildRow, code);
  gtk_widget_class_bind_template_child (widget_class, VlgLeitbildRow, rationale);
  gtk_widget_class_bind_template_callback (widget_class, ticked_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rationale_cb);
}

static void
vlg_leitbild_row_init (VlgLeitbildRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vlg_leitbild_row_new (VlgDraft       *draft,
                      VlgLeitbild    *leitbild,
                      VlgActionField *field)
{
  VlgLeitbildRow *self;
  const char *name;

  g_return_val_if_fail (VLG_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);
  g_return_val_if_fail (VLG_IS_ACTION_FIELD (field), NULL);

  name = vlg_action_field_get_name (field);
  self = g_object_new (VLG_TYPE_LEITBILD_ROW, "title", name, NULL);
  self->draft = g_object_ref (draft);
  self->leitbild = g_object_ref (leitbild);
  self->field = g_object_ref (field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->showing = TRUE;
  for (guint i = 0; i < vlg_action_field_get_n_goals (field); i++)
    if (!vlg_action_field_get_goal (field, i)->retired)
      ensure_goal (self, vlg_action_field_get_goal (field, i)->code, vlg_action_field_get_goal (field, i)->text);
  self->showing = FALSE;
  vlg_leitbild_row_update (self);

  return GTK_WIDGET (self);
}

VlgActionField *
vlg_leitbild_row_get_field (VlgLeitbildRow *self)
{
  g_return_val_if_fail (VLG_IS_LEITBILD_ROW (self), NULL);

  return self->field;
}

void
vlg_leitbild_row_toggle (VlgLeitbildRow *self)
{
  g_return_if_fail (VLG_IS_LEITBILD_ROW (self));

  gtk_check_button_set_active (self->tick, !gtk_check_button_get_active (self->tick));
}
