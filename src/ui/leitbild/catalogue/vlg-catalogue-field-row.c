/* vlg-catalogue-field-row.c — a field of action in the catalogue's list
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-field-row.h"

#include <glib/gi18n.h>

struct _VlgCatalogueFieldRow {
  AdwActionRow parent_instance;

  /* template widgets */
  GtkWidget *handle;
  GtkLabel  *letter;

  /* owned */
  VlgCatalogueField *field;
};

enum {
  DROP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgCatalogueFieldRow, vlg_catalogue_field_row, ADW_TYPE_ACTION_ROW)

/* The colour as a square with the letter in it, readable on it whichever it is. */
static void
show_colour (VlgCatalogueFieldRow *self)
{
  const char *letter = vlg_catalogue_field_get_letter (self->field);
  const char *colour = vlg_catalogue_field_get_colour (self->field);
  g_autofree char *escaped = g_markup_escape_text (*letter != '\0' ? letter : " ", -1);
  g_autofree char *markup = NULL;
  GdkRGBA rgba;
  gboolean dark;

  if (*colour == '\0' || !gdk_rgba_parse (&rgba, colour))
    {
      gtk_label_set_text (self->letter, letter);
      return;
    }
  dark = 0.299 * rgba.red + 0.587 * rgba.green + 0.114 * rgba.blue < 0.6;
  markup = g_strdup_printf ("<span font_family=\"monospace\" background=\"%s\" foreground=\"%s\"> %s </span>", colour, dark ? "#ffffff" : "#000000", escaped);
  gtk_label_set_markup (self->letter, markup);
}

static void
update (VlgCatalogueFieldRow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (vlg_catalogue_field_get_goals (self->field)));
  const char *name = vlg_catalogue_field_get_name (self->field);
  const char *title = *name != '\0' ? name : _("New field of action");
  g_autofree char *count = g_strdup_printf (ngettext ("%u goal", "%u goals", n), n);
  g_autofree char *problem = NULL;
  g_autofree char *label = NULL;

  g_object_get (self->field, "problem", &problem, NULL);
  label = g_strdup_printf ("%s, %s", title, *problem != '\0' ? problem : count);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), *problem != '\0' ? problem : count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (*problem != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "catalogue-problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "catalogue-problem");
  show_colour (self);
}

static GdkContentProvider *
drag_prepare_cb (VlgCatalogueFieldRow *self)
{
  return gdk_content_provider_new_typed (VLG_TYPE_CATALOGUE_FIELD, self->field);
}

static gboolean
drop_cb (VlgCatalogueFieldRow *self,
         const GValue         *value)
{
  VlgCatalogueField *dropped = g_value_get_object (value);

  if (dropped == NULL || dropped == self->field)
    return FALSE;
  g_signal_emit (self, signals[DROP], 0, dropped);

  return TRUE;
}

static void
vlg_catalogue_field_row_dispose (GObject *object)
{
  VlgCatalogueFieldRow *self = VLG_CATALOGUE_FIELD_ROW (object);

  g_clear_object (&self->field);

  G_OBJECT_CLASS (vlg_catalogue_field_row_parent_class)->dispose (object);
}

static void
vlg_catalogue_field_row_class_init (VlgCatalogueFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_catalogue_field_row_dispose;

  signals[DROP] = g_signal_new ("drop", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_CATALOGUE_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/leitbild/catalogue/vlg-catalogue-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueFieldRow, handle);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueFieldRow, letter);
}

static void
vlg_catalogue_field_row_init (VlgCatalogueFieldRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (VLG_TYPE_CATALOGUE_FIELD, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
vlg_catalogue_field_row_new (VlgCatalogueField *field)
{
  VlgCatalogueFieldRow *self;
  GListModel *goals;

  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD (field), NULL);

  self = g_object_new (VLG_TYPE_CATALOGUE_FIELD_ROW, NULL);
  self->field = g_object_ref (field);
  goals = G_LIST_MODEL (vlg_catalogue_field_get_goals (field));
  g_signal_connect_object (field, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (goals, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

VlgCatalogueField *
vlg_catalogue_field_row_get_field (VlgCatalogueFieldRow *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_FIELD_ROW (self), NULL);

  return self->field;
}
