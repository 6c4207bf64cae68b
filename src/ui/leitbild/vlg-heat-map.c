/* vlg-heat-map.c — goals by period, each cell of which can be opened
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-heat-map.h"

#include <glib/gi18n.h>
#include <math.h>

#include "vlg-heat-chart.h"
#include "vlg-snapshot-pen.h"

struct _VlgHeatMap {
  GtkWidget parent_instance;

  /* borrowed */
  VlgLeitbildReport *report;
  VlgLeitbild       *leitbild;

  /* owned */
  VlgHeatChart *chart;   /* made when it is needed, for the font there is */

  guint    goal;         /* of the cursor */
  guint    period;
  gboolean hovering;
  guint    hover_goal;
  guint    hover_period;
};

enum { OPEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgHeatMap, vlg_heat_map, GTK_TYPE_WIDGET)

static VlgHeatChart *
get_chart (VlgHeatMap *self)
{
  if (self->chart == NULL && self->report != NULL)
    self->chart = vlg_heat_chart_new (gtk_widget_get_pango_context (GTK_WIDGET (self)), self->report, self->leitbild);

  return self->chart;
}

static gboolean
has_cells (VlgHeatMap *self)
{
  return self->report != NULL && self->report->goals->len > 0;
}

guint
vlg_heat_map_get_count (VlgLeitbildReport *report,
                        guint              goal,
                        guint              period)
{
  const VlgReportGoal *at;

  g_return_val_if_fail (report != NULL && goal < report->goals->len && period <= report->n_periods, 0);

  at = report->goals->pdata[goal];

  return period < report->n_periods ? at->counts[period] : at->n_motions;
}

char *
vlg_heat_map_describe (VlgLeitbildReport *report,
                       guint              goal,
                       guint              period)
{
  guint n = vlg_heat_map_get_count (report, goal, period);
  g_autofree char *heading = period < report->n_periods ? vlg_report_period_get_label (&report->periods[period]) : g_strdup (C_("column", "Total"));

  /* Translators: a cell of a table: goal, period, number, such as “M01, 1/2026: 3 motions”. */
  return g_strdup_printf (ngettext ("%s, %s: %u motion", "%s, %s: %u motions", n), ((VlgReportGoal *) report->goals->pdata[goal])->code, heading, n);
}

static void
update_name (VlgHeatMap *self)
{
  g_autofree char *cell = has_cells (self) ? vlg_heat_map_describe (self->report, self->goal, self->period) : NULL;
  g_autofree char *name = cell != NULL ? g_strdup_printf ("%s. %s", _("Goals by period"), cell) : g_strdup (_("Goals by period"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
scroll_to_cursor (VlgHeatMap *self)
{
  double x, y, width, height;

  vlg_heat_chart_get_area (get_chart (self), self->goal, self->period, &x, &y, &width, &height);
  /* With the headings beside and above it, where it is next to them. */
  if (self->period == 0)
    {
      width += x;
      x = 0;
    }
  if (self->goal == 0)
    {
      height += y;
      y = 0;
    }
  vlg_chart_scroll_to (GTK_WIDGET (self), x, y, width, height);
}

static void
move_to (VlgHeatMap *self,
         guint       goal,
         guint       period)
{
  self->goal = goal;
  self->period = period;
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* At the edge the cursor stays where it is. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  VlgHeatMap *self = VLG_HEAT_MAP (widget);
  int across, down;

  if (!has_cells (self))
    return FALSE;
  g_variant_get (arguments, "(ii)", &across, &down);
  move_to (self, (guint) CLAMP ((int) self->goal + down, 0, (int) self->report->goals->len - 1),
           (guint) CLAMP ((int) self->period + across, 0, (int) self->report->n_periods));
  scroll_to_cursor (self);

  return TRUE;
}

static gboolean
open_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  VlgHeatMap *self = VLG_HEAT_MAP (widget);

  if (!has_cells (self))
    return FALSE;
  g_signal_emit (self, signals[OPEN], 0, self->goal, self->period);

  return TRUE;
}

static void
released_cb (VlgHeatMap *self,
             int         n_press,
             double      x,
             double      y)
{
  guint goal, period;

  if (!has_cells (self) || !vlg_heat_chart_find (get_chart (self), x, y, &goal, &period))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  move_to (self, goal, period);
  g_signal_emit (self, signals[OPEN], 0, goal, period);
}

static void
motion_cb (VlgHeatMap *self,
           double      x,
           double      y)
{
  guint goal = 0, period = 0;
  gboolean hovering = has_cells (self) && vlg_heat_chart_find (get_chart (self), x, y, &goal, &period);

  if (hovering == self->hovering && goal == self->hover_goal && period == self->hover_period)
    return;
  self->hovering = hovering;
  self->hover_goal = goal;
  self->hover_period = period;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hovering ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (VlgHeatMap *self)
{
  motion_cb (self, -1, -1);
}

static gboolean
vlg_heat_map_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  VlgHeatMap *self = VLG_HEAT_MAP (widget);
  g_autofree char *text = NULL;
  guint goal = self->goal, period = self->period;

  if (!has_cells (self) || (!keyboard && !vlg_heat_chart_find (get_chart (self), x, y, &goal, &period)))
    return FALSE;
  text = vlg_heat_map_describe (self->report, goal, period);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
frame (VlgHeatMap     *self,
       VlgSnapshotPen *pen,
       guint           goal,
       guint           period,
       gboolean        strong)
{
  double x, y, width, height;

  vlg_heat_chart_get_area (get_chart (self), goal, period, &x, &y, &width, &height);
  vlg_snapshot_pen_frame (pen, x, y, width, height, strong);
}

static void
vlg_heat_map_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  VlgHeatMap *self = VLG_HEAT_MAP (widget);
  VlgHeatChart *chart = get_chart (self);
  VlgSnapshotPen target;
  VlgChartPen pen;

  if (chart == NULL)
    return;
  pen = vlg_snapshot_pen_init (&target, widget, snapshot);
  vlg_heat_chart_draw (chart, &pen, gtk_widget_get_width (widget), 0, G_MAXUINT / 2);
  if (!has_cells (self))
    return;
  if (self->hovering)
    frame (self, &target, self->hover_goal, self->hover_period, FALSE);
  if (gtk_widget_has_visible_focus (widget))
    frame (self, &target, self->goal, self->period, TRUE);
}

static void
vlg_heat_map_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  VlgHeatChart *chart = get_chart (VLG_HEAT_MAP (widget));

  *minimum = 0;
  if (chart != NULL)
    *minimum = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? vlg_heat_chart_get_width (chart) : vlg_heat_chart_get_height (chart));
  *natural = *minimum;
}

static void
vlg_heat_map_system_setting_changed (GtkWidget        *widget,
                                     GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (vlg_heat_map_parent_class)->system_setting_changed (widget, setting);

  g_clear_pointer (&VLG_HEAT_MAP (widget)->chart, vlg_heat_chart_free);
}

static void
vlg_heat_map_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vlg_heat_map_parent_class)->css_changed (widget, change);

  g_clear_pointer (&VLG_HEAT_MAP (widget)->chart, vlg_heat_chart_free);
  gtk_widget_queue_resize (widget);
}

static void
vlg_heat_map_finalize (GObject *object)
{
  g_clear_pointer (&VLG_HEAT_MAP (object)->chart, vlg_heat_chart_free);

  G_OBJECT_CLASS (vlg_heat_map_parent_class)->finalize (object);
}

static void
add_move (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad_key,
          int             across,
          int             down)
{
  gtk_widget_class_add_binding (widget_class, key, 0, move_cb, "(ii)", across, down);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, move_cb, "(ii)", across, down);
}

static void
vlg_heat_map_class_init (VlgHeatMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint open_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->finalize = vlg_heat_map_finalize;
  widget_class->snapshot = vlg_heat_map_snapshot;
  widget_class->measure = vlg_heat_map_measure;
  widget_class->query_tooltip = vlg_heat_map_query_tooltip;
  widget_class->css_changed = vlg_heat_map_css_changed;
  widget_class->system_setting_changed = vlg_heat_map_system_setting_changed;

  signals[OPEN] = g_signal_new ("open", VLG_TYPE_HEAT_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  add_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  add_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, -100000, 0);
  add_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 100000, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (open_keys); i++)
    gtk_widget_class_add_binding (widget_class, open_keys[i], 0, open_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "heatmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vlg_heat_map_init (VlgHeatMap *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

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
vlg_heat_map_set_report (VlgHeatMap        *self,
                         VlgLeitbildReport *report,
                         VlgLeitbild       *leitbild)
{
  g_return_if_fail (VLG_IS_HEAT_MAP (self));
  g_return_if_fail (report == NULL || leitbild != NULL);

  g_clear_pointer (&self->chart, vlg_heat_chart_free);
  self->report = report;
  self->leitbild = leitbild;
  self->hovering = FALSE;
  self->goal = has_cells (self) ? MIN (self->goal, report->goals->len - 1) : 0;
  self->period = report != NULL ? MIN (self->period, report->n_periods) : 0;
  update_name (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
vlg_heat_map_get_cursor (VlgHeatMap *self,
                         guint      *goal,
                         guint      *period)
{
  g_return_val_if_fail (VLG_IS_HEAT_MAP (self), FALSE);

  *goal = self->goal;
  *period = self->period;

  return has_cells (self);
}
