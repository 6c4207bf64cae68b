/* vlg-field-bars.c — a bar for each field of action, each of which can be opened
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-field-bars.h"

#include <glib/gi18n.h>
#include <math.h>

#include "vlg-snapshot-pen.h"

#define MIN_WIDTH 240

struct _VlgFieldBars {
  GtkWidget parent_instance;

  /* borrowed */
  VlgLeitbildReport *report;
  VlgLeitbild       *leitbild;

  /* owned */
  VlgFieldChart *chart;   /* made when it is needed, for the font there is */

  guint cursor;
  int   hover;            /* -1: nowhere */
};

enum { OPEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgFieldBars, vlg_field_bars, GTK_TYPE_WIDGET)

static VlgFieldChart *
get_chart (VlgFieldBars *self)
{
  if (self->chart == NULL && self->report != NULL)
    self->chart = vlg_field_chart_new (gtk_widget_get_pango_context (GTK_WIDGET (self)), self->report, self->leitbild);

  return self->chart;
}

guint
vlg_field_bars_get_n_bars (VlgFieldBars *self)
{
  VlgFieldChart *chart = get_chart (self);

  return chart != NULL ? vlg_field_chart_get_n_bars (chart) : 0;
}

const VlgFieldBar *
vlg_field_bars_get_bar (VlgFieldBars *self,
                        guint         index)
{
  g_return_val_if_fail (index < vlg_field_bars_get_n_bars (self), NULL);

  return vlg_field_chart_get_bar (self->chart, index);
}

char *
vlg_field_bars_describe (const VlgFieldBar *bar)
{
  g_autofree char *figures = vlg_field_bar_get_figures (bar);

  return g_strdup_printf (_("%s: %s"), bar->name, figures);
}

static void
update_name (VlgFieldBars *self)
{
  g_autofree char *bar = self->cursor < vlg_field_bars_get_n_bars (self) ? vlg_field_bars_describe (vlg_field_bars_get_bar (self, self->cursor)) : NULL;
  g_autofree char *name = bar != NULL ? g_strdup_printf ("%s. %s", _("Fields of action"), bar) : g_strdup (_("Fields of action"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
find_bar (VlgFieldBars *self,
          double        y,
          guint        *bar)
{
  guint n = vlg_field_bars_get_n_bars (self);

  if (n == 0 || y < 0)
    return FALSE;
  *bar = (guint) (y / vlg_field_chart_get_line_height (self->chart));

  return *bar < n;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  VlgFieldBars *self = VLG_FIELD_BARS (widget);
  guint n = vlg_field_bars_get_n_bars (self);
  double height;
  int down;

  if (n == 0)
    return FALSE;
  g_variant_get (arguments, "(i)", &down);
  self->cursor = (guint) CLAMP ((int) self->cursor + down, 0, (int) n - 1);
  update_name (self);
  gtk_widget_queue_draw (widget);
  height = vlg_field_chart_get_line_height (self->chart);
  vlg_chart_scroll_to (widget, 0, self->cursor * height, 1, height);

  return TRUE;
}

static gboolean
open_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  VlgFieldBars *self = VLG_FIELD_BARS (widget);

  if (self->cursor >= vlg_field_bars_get_n_bars (self))
    return FALSE;
  g_signal_emit (self, signals[OPEN], 0, self->cursor);

  return TRUE;
}

static void
released_cb (VlgFieldBars *self,
             int           n_press,
             double        x,
             double        y)
{
  guint bar;

  if (!find_bar (self, y, &bar))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->cursor = bar;
  update_name (self);
  g_signal_emit (self, signals[OPEN], 0, bar);
}

static void
motion_cb (VlgFieldBars *self,
           double        x,
           double        y)
{
  guint bar;
  int hover = find_bar (self, y, &bar) ? (int) bar : -1;

  if (hover == self->hover)
    return;
  self->hover = hover;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hover >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (VlgFieldBars *self)
{
  motion_cb (self, -1, -1);
}

/* The whole name, of which the chart may show the beginning. */
static gboolean
vlg_field_bars_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  VlgFieldBars *self = VLG_FIELD_BARS (widget);
  g_autofree char *text = NULL;
  guint bar = self->cursor;

  if ((keyboard && bar >= vlg_field_bars_get_n_bars (self)) || (!keyboard && !find_bar (self, y, &bar)))
    return FALSE;
  text = vlg_field_bars_describe (vlg_field_bars_get_bar (self, bar));
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
vlg_field_bars_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  VlgFieldBars *self = VLG_FIELD_BARS (widget);
  VlgFieldChart *chart = get_chart (self);
  int width = gtk_widget_get_width (widget);
  VlgSnapshotPen target;
  VlgChartPen pen;
  double height;

  if (chart == NULL)
    return;
  pen = vlg_snapshot_pen_init (&target, widget, snapshot);
  height = vlg_field_chart_get_line_height (chart);
  vlg_field_chart_draw (chart, &pen, width);
  if (self->hover >= 0)
    vlg_snapshot_pen_frame (&target, 0, self->hover * height, width, height, FALSE);
  if (gtk_widget_has_visible_focus (widget))
    vlg_snapshot_pen_frame (&target, 0, self->cursor * height, width, height, TRUE);
}

static void
vlg_field_bars_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  VlgFieldBars *self = VLG_FIELD_BARS (widget);
  guint n = vlg_field_bars_get_n_bars (self);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : n == 0 ? 0 : (int) ceil (n * vlg_field_chart_get_line_height (self->chart));
  *natural = *minimum;
}

static void
drop_chart (VlgFieldBars *self)
{
  g_clear_pointer (&self->chart, vlg_field_chart_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
vlg_field_bars_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (vlg_field_bars_parent_class)->system_setting_changed (widget, setting);

  drop_chart (VLG_FIELD_BARS (widget));
}

static void
vlg_field_bars_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vlg_field_bars_parent_class)->css_changed (widget, change);

  drop_chart (VLG_FIELD_BARS (widget));
}

static void
vlg_field_bars_finalize (GObject *object)
{
  g_clear_pointer (&VLG_FIELD_BARS (object)->chart, vlg_field_chart_free);

  G_OBJECT_CLASS (vlg_field_bars_parent_class)->finalize (object);
}

static void
vlg_field_bars_class_init (VlgFieldBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct { guint key; int down; } moves[] = {
    { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Up, -1 }, { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Down, 1 },
    { GDK_KEY_Home, -1000 }, { GDK_KEY_KP_Home, -1000 }, { GDK_KEY_End, 1000 }, { GDK_KEY_KP_End, 1000 },
  };
  static const guint open_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->finalize = vlg_field_bars_finalize;
  widget_class->snapshot = vlg_field_bars_snapshot;
  widget_class->measure = vlg_field_bars_measure;
  widget_class->query_tooltip = vlg_field_bars_query_tooltip;
  widget_class->css_changed = vlg_field_bars_css_changed;
  widget_class->system_setting_changed = vlg_field_bars_system_setting_changed;

  signals[OPEN] = g_signal_new ("open", VLG_TYPE_FIELD_BARS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, 0, move_cb, "(i)", moves[i].down);
  for (gsize i = 0; i < G_N_ELEMENTS (open_keys); i++)
    gtk_widget_class_add_binding (widget_class, open_keys[i], 0, open_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "fieldbars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vlg_field_bars_init (VlgFieldBars *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->hover = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  update_name (self);
}

void
vlg_field_bars_set_report (VlgFieldBars      *self,
                           VlgLeitbildReport *report,
                           VlgLeitbild       *leitbild)
{
  g_return_if_fail (VLG_IS_FIELD_BARS (self));
  g_return_if_fail (report == NULL || leitbild != NULL);

  self->report = report;
  self->leitbild = leitbild;
  self->hover = -1;
  drop_chart (self);
  self->cursor = MIN (self->cursor, MAX (vlg_field_bars_get_n_bars (self), 1) - 1);
  update_name (self);
}
