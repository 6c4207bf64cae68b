/* vlg-sequence-row.c — a consultation to edit
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sequence-row.h"

#include <glib/gi18n.h>

#include "vlg-body-entry.h"
#include "vlg-choices.h"
#include "vlg-day-field.h"
#include "vlg-finding-mark.h"
#include "vlg-wrap-box.h"

struct _VlgSequenceRow {
  VlgFormRow parent_instance;

  /* template widgets */
  GtkWidget       *handle;
  GtkToggleButton *summary;
  GtkLabel        *summary_body;
  GtkLabel        *summary_rest;
  GtkImage        *arrow;
  GtkRevealer     *revealer;
  GtkWidget       *fields;
  VlgBodyEntry    *body;
  GtkDropDown     *role;
  GtkDropDown     *visibility;
  VlgDayField     *day;
  GtkLabel        *votes;
  VlgFindingMark  *mark;

  /* owned */
  VlgConsultation *consultation;
  VlgProfile      *profile;

  gboolean narrow;
};

enum {
  MOVE,
  DROP,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgSequenceRow, vlg_sequence_row, VLG_TYPE_FORM_ROW)

static VlgVisibility
usual_visibility (VlgSequenceRow *self,
                  const char     *body_uid)
{
  VlgBody *body = body_uid != NULL ? vlg_profile_find_body_by_uid (self->profile, body_uid) : NULL;

  return body != NULL ? vlg_body_get_visibility (body) : VLG_VISIBILITY_UNDECIDED;
}

/* The body's uid follows its name, and the visibility the body's unless somebody chose another. */
static void
body_changed_cb (VlgSequenceRow *self)
{
  VlgConsultation *consultation = self->consultation;
  VlgBody *body = vlg_profile_find_body (self->profile, vlg_consultation_get_body (consultation));
  const char *uid = body != NULL ? vlg_body_get_uid (body) : NULL;
  VlgVisibility usual = usual_visibility (self, vlg_consultation_get_body_uid (consultation));
  VlgVisibility visibility = vlg_consultation_get_visibility (consultation);

  if (body != NULL && (visibility == VLG_VISIBILITY_UNDECIDED || visibility == usual))
    vlg_consultation_set_visibility (consultation, vlg_body_get_visibility (body));
  vlg_consultation_set_body_uid (consultation, uid);
}

static void
typed_cb (VlgSequenceRow *self)
{
  g_autofree char *text = NULL;

  g_object_get (self->body, "text", &text, NULL);
  if (text == NULL || g_strcmp0 (text, vlg_consultation_get_body (self->consultation)) == 0)
    return;

  g_object_freeze_notify (G_OBJECT (self->consultation));
  vlg_consultation_set_body (self->consultation, text);
  body_changed_cb (self);
  g_object_thaw_notify (G_OBJECT (self->consultation));
}

static char *
count_label (int count)
{
  return count == VLG_VOTES_ABSENT ? g_strdup ("–") : g_strdup_printf ("%d", count);
}

/* Where there is little room the row says in two lines what it holds, and opens to its fields. */
static void
update_narrow (VlgSequenceRow *self)
{
  gboolean open = !self->narrow || gtk_toggle_button_get_active (self->summary);

  gtk_widget_set_visible (GTK_WIDGET (self->summary), self->narrow);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_revealer_set_transition_type (self->revealer, self->narrow ? GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN : GTK_REVEALER_TRANSITION_TYPE_NONE);
  gtk_revealer_set_reveal_child (self->revealer, open);
  gtk_widget_set_hexpand (GTK_WIDGET (self->role), self->narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->visibility), self->narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->day), self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->votes), !self->narrow && *gtk_label_get_label (self->votes) != '\0');
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->summary), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

/* The day, what the body does, whether in public, and what came of it. */
static void
update_summary (VlgSequenceRow *self,
                const char     *outcome)
{
  VlgConsultation *consultation = self->consultation;
  VlgDay day = vlg_consultation_get_day (consultation);
  VlgRole role = vlg_consultation_get_role (consultation);
  VlgVisibility visibility = vlg_consultation_get_visibility (consultation);
  const char *body = vlg_consultation_get_body (consultation);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *date = day != VLG_DAY_NONE ? vlg_day_field_format (day) : g_strdup (_("No date yet"));
  g_autofree char *rest = NULL;
  g_autofree char *label = NULL;
  g_auto (GStrv) words = NULL;

  g_strv_builder_add (parts, date);
  if (role != VLG_ROLE_NONE)
    g_strv_builder_add (parts, vlg_role_get_label (role));
  if (visibility != VLG_VISIBILITY_UNDECIDED)
    g_strv_builder_add (parts, vlg_visibility_get_label (visibility));
  if (*outcome != '\0')
    g_strv_builder_add (parts, outcome);
  words = g_strv_builder_end (parts);
  rest = g_strjoinv (" · ", words);

  body = *body != '\0' ? body : _("Consultation");
  label = g_strdup_printf ("%s, %s", body, rest);
  gtk_label_set_label (self->summary_body, body);
  gtk_label_set_label (self->summary_rest, rest);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->summary), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update (VlgSequenceRow *self)
{
  const VlgVotes *votes = vlg_consultation_get_votes (self->consultation);
  VlgResult result = vlg_consultation_get_result (self->consultation);
  g_autofree char *in_favour = count_label (votes->in_favour);
  g_autofree char *against = count_label (votes->against);
  g_autofree char *abstentions = count_label (votes->abstentions);
  g_autofree char *counts = vlg_votes_is_none (votes) ? NULL : g_strdup_printf ("%s\302\240:\302\240%s\302\240:\302\240%s", in_favour, against, abstentions);
  g_autofree char *tooltip = NULL;
  g_autofree char *label = NULL;
  const char *body = vlg_consultation_get_body (self->consultation);

  if (counts != NULL)
    tooltip = g_strdup_printf (_("In favour: %s, against: %s, abstentions: %s"), in_favour, against, abstentions);
  label = g_strjoin (result != VLG_RESULT_NONE && counts != NULL ? " · " : "", result != VLG_RESULT_NONE ? vlg_result_get_label (result) : "",
                     counts != NULL ? counts : "", NULL);
  gtk_label_set_label (self->votes, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->votes), tooltip);
  update_summary (self, label);
  update_narrow (self);
  /* What was confirmed is no longer ours to change. */
  gtk_widget_set_sensitive (self->fields, vlg_consultation_get_confirmed_at (self->consultation) == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "consultation.seen", vlg_consultation_get_day (self->consultation) != VLG_DAY_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, *body != '\0' ? body : _("Consultation"), -1);
}

/* Moving */

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[MOVE], 0, g_variant_get_int32 (parameter));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static void
seen_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "motion.seen", "s", vlg_consultation_get_uid (VLG_SEQUENCE_ROW (widget)->consultation));
}

static GdkContentProvider *
drag_prepare_cb (VlgSequenceRow *self)
{
  return gdk_content_provider_new_typed (VLG_TYPE_CONSULTATION, self->consultation);
}

static void
drag_begin_cb (VlgSequenceRow *self,
               GdkDrag        *drag,
               GtkDragSource  *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 12, gtk_widget_get_height (GTK_WIDGET (self)) / 2);
}

static gboolean
drop_cb (VlgSequenceRow *self,
         const GValue   *value)
{
  VlgConsultation *dropped = g_value_get_object (value);

  if (dropped == NULL || dropped == self->consultation)
    return FALSE;

  g_signal_emit (self, signals[DROP], 0, dropped);

  return TRUE;
}

static void
add_drag_and_drop (VlgSequenceRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (VLG_TYPE_CONSULTATION, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static gboolean
vlg_sequence_row_grab_focus (GtkWidget *widget)
{
  VlgSequenceRow *self = VLG_SEQUENCE_ROW (widget);

  return gtk_widget_grab_focus (gtk_revealer_get_reveal_child (self->revealer) ? GTK_WIDGET (self->body) : GTK_WIDGET (self->summary));
}

static void
vlg_sequence_row_dispose (GObject *object)
{
  VlgSequenceRow *self = VLG_SEQUENCE_ROW (object);

  g_clear_object (&self->consultation);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (vlg_sequence_row_parent_class)->dispose (object);
}

static void
vlg_sequence_row_class_init (VlgSequenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_sequence_row_dispose;
  widget_class->grab_focus = vlg_sequence_row_grab_focus;

  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROP] = g_signal_new ("drop", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_CONSULTATION);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "consultation.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "consultation.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "consultation.seen", NULL, seen_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "consultation.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "consultation.move", "i", 1);

  g_type_ensure (VLG_TYPE_BODY_ENTRY);
  g_type_ensure (VLG_TYPE_DAY_FIELD);
  g_type_ensure (VLG_TYPE_FINDING_MARK);
  g_type_ensure (VLG_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/sequence/vlg-sequence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, handle);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, summary);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, summary_body);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, summary_rest);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, fields);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, body);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, role);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, visibility);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, day);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, votes);
  gtk_widget_class_bind_template_child (widget_class, VlgSequenceRow, mark);
  gtk_widget_class_bind_template_callback (widget_class, update_narrow);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
vlg_sequence_row_init (VlgSequenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  vlg_choices_set (self->role, vlg_choices_roles ());
  vlg_choices_set (self->visibility, vlg_choices_visibilities ());
  add_drag_and_drop (self);
}

GtkWidget *
vlg_sequence_row_new (VlgConsultation *consultation,
                      VlgProfile      *profile)
{
  VlgSequenceRow *self;

  g_return_val_if_fail (VLG_IS_CONSULTATION (consultation), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);

  self = g_object_new (VLG_TYPE_SEQUENCE_ROW, NULL);
  self->consultation = g_object_ref (consultation);
  self->profile = g_object_ref (profile);

  g_object_set (self->body, "profile", profile, NULL);
  g_object_bind_property (consultation, "body", self->body, "text", G_BINDING_SYNC_CREATE);
  g_object_bind_property (consultation, "day", self->body, "day", G_BINDING_SYNC_CREATE);
  g_object_bind_property (consultation, "day", self->day, "day", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (consultation, "role", self->role, "selected", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (consultation, "visibility", self->visibility, "selected", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (consultation, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

VlgConsultation *
vlg_sequence_row_get_consultation (VlgSequenceRow *self)
{
  g_return_val_if_fail (VLG_IS_SEQUENCE_ROW (self), NULL);

  return self->consultation;
}

void
vlg_sequence_row_set_narrow (VlgSequenceRow *self,
                             gboolean        narrow)
{
  g_return_if_fail (VLG_IS_SEQUENCE_ROW (self));

  if (self->narrow == narrow)
    return;

  /* Who is writing in it goes on. */
  if (narrow && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_toggle_button_set_active (self->summary, TRUE);
  self->narrow = narrow;
  update_narrow (self);
}

gboolean
vlg_sequence_row_get_open (VlgSequenceRow *self)
{
  g_return_val_if_fail (VLG_IS_SEQUENCE_ROW (self), FALSE);

  return gtk_toggle_button_get_active (self->summary);
}

void
vlg_sequence_row_set_open (VlgSequenceRow *self,
                           gboolean        open)
{
  g_return_if_fail (VLG_IS_SEQUENCE_ROW (self));

  gtk_toggle_button_set_active (self->summary, open);
}

void
vlg_sequence_row_add_to_groups (VlgSequenceRow  *self,
                                GtkSizeGroup   **groups)
{
  g_return_if_fail (VLG_IS_SEQUENCE_ROW (self));

  gtk_size_group_add_widget (groups[0], GTK_WIDGET (self->role));
  gtk_size_group_add_widget (groups[1], GTK_WIDGET (self->visibility));
  gtk_size_group_add_widget (groups[2], GTK_WIDGET (self->day));
  gtk_size_group_add_widget (groups[3], GTK_WIDGET (self->votes));
}

void
vlg_sequence_row_update_findings (VlgSequenceRow *self,
                                  GListModel     *findings,
                                  int             position)
{
  g_return_if_fail (VLG_IS_SEQUENCE_ROW (self));

  vlg_finding_mark_update (self->mark, findings, VLG_FIELD_CONSULTATIONS, position);
}
