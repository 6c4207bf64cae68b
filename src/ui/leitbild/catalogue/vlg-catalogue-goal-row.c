/* vlg-catalogue-goal-row.c — a goal of the catalogue to work on
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-goal-row.h"

#include <glib/gi18n.h>

#include "vlg-form-row.h"

struct _VlgCatalogueGoalRow {
  AdwExpanderRow parent_instance;

  /* template widgets */
  GtkWidget   *handle;
  GtkEditable *code;
  GtkEditable *text;
  GtkEditable *replaces;
  GtkWidget   *retired;
  GtkWidget   *remove;
  GtkWidget   *reason;

  /* owned */
  VlgCatalogueDraft *draft;
  VlgCatalogueGoal  *goal;
};

enum {
  REMOVE,
  DROP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgCatalogueGoalRow, vlg_catalogue_goal_row, ADW_TYPE_EXPANDER_ROW)

/* The second line: what is wrong, else the text and what became of the goal. Caller owns. */
static char *
describe (VlgCatalogueGoalRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *replaces = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean retired;

  g_object_get (self->goal, "text", &text, "replaces", &replaces, "problem", &problem, "retired", &retired, NULL);
  if (*problem != '\0')
    return g_steal_pointer (&problem);
  g_string_append (words, *text != '\0' ? text : _("Text not entered yet"));
  if (retired)
    g_string_append_printf (words, " · %s", C_("goal", "Retired"));
  if (*replaces != '\0')
    {
      g_string_append (words, " · ");
      /* Translators: what a goal stands for now: codes such as "M01, M02". */
      g_string_append_printf (words, _("Replaces: %s"), replaces);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
update (VlgCatalogueGoalRow *self)
{
  const char *code = vlg_catalogue_goal_get_code (self->goal);
  const char *title = *code != '\0' ? code : _("New goal");
  g_autofree char *subtitle = describe (self);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, subtitle);
  g_autofree char *problem = NULL;
  g_autofree char *replaces = NULL;
  gboolean used, retired;

  g_object_get (self->goal, "problem", &problem, "used", &used, "retired", &retired, "replaces", &replaces, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (*problem != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "catalogue-problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "catalogue-problem");
  if (retired)
    gtk_widget_add_css_class (GTK_WIDGET (self), "retired-goal");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "retired-goal");
  gtk_widget_set_sensitive (GTK_WIDGET (self->code), !used);
  gtk_widget_set_sensitive (self->remove, !used);
  gtk_widget_set_visible (self->reason, used);
  if (g_strcmp0 (gtk_editable_get_text (self->replaces), replaces) != 0)
    gtk_editable_set_text (self->replaces, replaces);
}

static void
replaces_cb (VlgCatalogueGoalRow *self)
{
  g_autofree char *now = NULL;

  if (self->goal == NULL)
    return;
  g_object_get (self->goal, "replaces", &now, NULL);
  if (g_strcmp0 (now, gtk_editable_get_text (self->replaces)) != 0)
    vlg_catalogue_draft_replace (self->draft, self->goal, gtk_editable_get_text (self->replaces));
}

static void
remove_cb (VlgCatalogueGoalRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static GdkContentProvider *
drag_prepare_cb (VlgCatalogueGoalRow *self)
{
  return gdk_content_provider_new_typed (VLG_TYPE_CATALOGUE_GOAL, self->goal);
}

static gboolean
drop_cb (VlgCatalogueGoalRow *self,
         const GValue        *value)
{
  VlgCatalogueGoal *dropped = g_value_get_object (value);

  if (dropped == NULL || dropped == self->goal)
    return FALSE;
  g_signal_emit (self, signals[DROP], 0, dropped);

  return TRUE;
}

static void
vlg_catalogue_goal_row_dispose (GObject *object)
{
  VlgCatalogueGoalRow *self = VLG_CATALOGUE_GOAL_ROW (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->goal);

  G_OBJECT_CLASS (vlg_catalogue_goal_row_parent_class)->dispose (object);
}

static void
vlg_catalogue_goal_row_class_init (VlgCatalogueGoalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_catalogue_goal_row_dispose;

  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DROP] = g_signal_new ("drop", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_CATALOGUE_GOAL);

  g_type_ensure (VLG_TYPE_FORM_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/leitbild/catalogue/vlg-catalogue-goal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueGoalRow, handle);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueGoalRow, code);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueGoalRow, text);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueGoalRow, replaces);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueGoalRow, retired);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueGoalRow, remove);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueGoalRow, reason);
  gtk_widget_class_bind_template_callback (widget_class, replaces_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
vlg_catalogue_goal_row_init (VlgCatalogueGoalRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (VLG_TYPE_CATALOGUE_GOAL, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
vlg_catalogue_goal_row_new (VlgCatalogueDraft *draft,
                            VlgCatalogueGoal  *goal)
{
  VlgCatalogueGoalRow *self;

  g_return_val_if_fail (VLG_IS_CATALOGUE_DRAFT (draft), NULL);
  g_return_val_if_fail (VLG_IS_CATALOGUE_GOAL (goal), NULL);

  self = g_object_new (VLG_TYPE_CATALOGUE_GOAL_ROW, NULL);
  self->draft = g_object_ref (draft);
  self->goal = g_object_ref (goal);
  g_object_bind_property (goal, "code", self->code, "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (goal, "text", self->text, "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (goal, "retired", self->retired, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (goal, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

VlgCatalogueGoal *
vlg_catalogue_goal_row_get_goal (VlgCatalogueGoalRow *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_GOAL_ROW (self), NULL);

  return self->goal;
}

void
vlg_catalogue_goal_row_edit (VlgCatalogueGoalRow *self)
{
  g_return_if_fail (VLG_IS_CATALOGUE_GOAL_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (*vlg_catalogue_goal_get_code (self->goal) != '\0' ? self->text : self->code));
}
