/* vlg-width-gauge.c — tells whether there is little room where it stands
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-width-gauge.h"

/* Of the setting gtk-xft-dpi, 1024ths of a dot an inch, at letters of the usual size. */
#define USUAL_DPI (96 * 1024)

struct _VlgWidthGauge {
  GtkWidget parent_instance;

  int      limit;
  int      width;
  guint    source;
  gboolean narrow;
};

enum {
  PROP_0,
  PROP_LIMIT,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgWidthGauge, vlg_width_gauge, GTK_TYPE_WIDGET)

static gboolean
is_narrow (VlgWidthGauge *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return (gint64) self->width * USUAL_DPI < (gint64) self->limit * (dpi > 0 ? dpi : USUAL_DPI);
}

static gboolean
tell_cb (gpointer user_data)
{
  VlgWidthGauge *self = user_data;
  gboolean narrow = is_narrow (self);

  self->source = 0;
  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }

  return G_SOURCE_REMOVE;
}

/* Nothing is changed in the midst of a layout. */
static void
vlg_width_gauge_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  VlgWidthGauge *self = VLG_WIDTH_GAUGE (widget);

  self->width = width;
  if (is_narrow (self) != self->narrow && self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

static void
vlg_width_gauge_dispose (GObject *object)
{
  g_clear_handle_id (&VLG_WIDTH_GAUGE (object)->source, g_source_remove);

  G_OBJECT_CLASS (vlg_width_gauge_parent_class)->dispose (object);
}

static void
vlg_width_gauge_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VlgWidthGauge *self = VLG_WIDTH_GAUGE (object);

  switch (prop_id)
    {
    case PROP_LIMIT:
      g_value_set_int (value, self->limit);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_width_gauge_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_LIMIT)
    VLG_WIDTH_GAUGE (object)->limit = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_width_gauge_class_init (VlgWidthGaugeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vlg_width_gauge_dispose;
  object_class->get_property = vlg_width_gauge_get_property;
  object_class->set_property = vlg_width_gauge_set_property;
  GTK_WIDGET_CLASS (klass)->size_allocate = vlg_width_gauge_size_allocate;

  properties[PROP_LIMIT] = g_param_spec_int ("limit", NULL, NULL, 0, G_MAXINT16, 0,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_width_gauge_init (VlgWidthGauge *self)
{
}

gboolean
vlg_width_gauge_get_narrow (VlgWidthGauge *self)
{
  g_return_val_if_fail (VLG_IS_WIDTH_GAUGE (self), FALSE);

  return self->narrow;
}
