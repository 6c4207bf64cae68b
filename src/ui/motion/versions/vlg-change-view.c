/* vlg-change-view.c — a field that differs between two versions
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-change-view.h"

#include <glib/gi18n.h>

/* How much of an unchanged text stands beside a change, in characters. */
#define CONTEXT 160

struct _VlgChangeView {
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel  *heading;
  GtkLabel  *joined;
  GtkWidget *sides;
  GtkLabel  *before;
  GtkLabel  *after;

  gboolean side_by_side;
};

enum {
  PROP_0,
  PROP_SIDE_BY_SIDE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgChangeView, vlg_change_view, ADW_TYPE_BIN)

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* The colours are translucent, so that they do in light and dark. */
static void
mark_run (PangoAttrList *attributes,
          VlgRunKind     kind,
          guint          start,
          guint          end)
{
  if (kind == VLG_RUN_REMOVED)
    {
      add_attribute (attributes, pango_attr_strikethrough_new (TRUE), start, end);
      add_attribute (attributes, pango_attr_background_new (0xe000, 0x1b00, 0x2400), start, end);
    }
  else
    {
      add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      add_attribute (attributes, pango_attr_background_new (0x2e00, 0xc200, 0x7e00), start, end);
    }
  add_attribute (attributes, pango_attr_background_alpha_new (0x4000), start, end);
}

/* Shows the runs but those of the kind @without; what is heard says which words are removed and added. */
static void
show_runs (GtkLabel   *label,
           GPtrArray  *runs,
           VlgRunKind  without,
           const char *side)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) spoken = g_string_new (side);

  for (guint i = 0; i < runs->len; i++)
    {
      const VlgRun *run = runs->pdata[i];
      guint start = text->len;

      if (run->kind != VLG_RUN_EQUAL && run->kind == without)
        continue;
      g_string_append (text, run->text);
      if (run->kind != VLG_RUN_EQUAL)
        mark_run (attributes, run->kind, start, text->len);
      if (run->kind == VLG_RUN_REMOVED)
        g_string_append_printf (spoken, _(" (removed: %s) "), run->text);
      else if (run->kind == VLG_RUN_ADDED)
        g_string_append_printf (spoken, _(" (added: %s) "), run->text);
      else
        g_string_append (spoken, run->text);
    }
  gtk_label_set_label (label, text->str);
  gtk_label_set_attributes (label, attributes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}

static void
update_sides (VlgChangeView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->joined), !self->side_by_side);
  gtk_widget_set_visible (self->sides, self->side_by_side);
}

static void
vlg_change_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_SIDE_BY_SIDE)
    g_value_set_boolean (value, VLG_CHANGE_VIEW (object)->side_by_side);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_change_view_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VlgChangeView *self = VLG_CHANGE_VIEW (object);

  if (prop_id != PROP_SIDE_BY_SIDE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (self->side_by_side != g_value_get_boolean (value))
    {
      self->side_by_side = g_value_get_boolean (value);
      update_sides (self);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
vlg_change_view_class_init (VlgChangeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vlg_change_view_get_property;
  object_class->set_property = vlg_change_view_set_property;

  properties[PROP_SIDE_BY_SIDE] = g_param_spec_boolean ("side-by-side", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/versions/vlg-change-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgChangeView, heading);
  gtk_widget_class_bind_template_child (widget_class, VlgChangeView, joined);
  gtk_widget_class_bind_template_child (widget_class, VlgChangeView, sides);
  gtk_widget_class_bind_template_child (widget_class, VlgChangeView, before);
  gtk_widget_class_bind_template_child (widget_class, VlgChangeView, after);
}

static void
vlg_change_view_init (VlgChangeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vlg_change_view_new (VlgChange *change)
{
  VlgChangeView *self;
  g_autoptr (GPtrArray) runs = NULL;

  g_return_val_if_fail (VLG_IS_CHANGE (change), NULL);

  self = g_object_new (VLG_TYPE_CHANGE_VIEW, NULL);
  runs = vlg_word_diff_trim (vlg_change_get_runs (change), CONTEXT);
  gtk_label_set_label (self->heading, vlg_change_get_label (change));
  show_runs (self->joined, runs, VLG_RUN_EQUAL, "");
  show_runs (self->before, runs, VLG_RUN_ADDED, _("Before: "));
  show_runs (self->after, runs, VLG_RUN_REMOVED, _("After: "));

  return GTK_WIDGET (self);
}
