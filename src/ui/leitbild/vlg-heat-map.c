/* vlg-heat-map.c — goals by period, each cell of which can be opened
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-heat-map.h"

#include <glib/gi18n.h>

#include "vlg-heat-chart.h"

/* Further than a chart is wide. */
#define FAR 1000000

/* The headings of the columns go along with what is seen from above, those of the lines from the left. */
enum { LAYER_CELLS, LAYER_HEADS, LAYER_COLUMNS, N_LAYERS };

struct _VlgHeatMap {
  VlgChartView parent_instance;

  /* borrowed */
  VlgLeitbildReport *report;
  VlgLeitbild       *leitbild;

  /* owned */
  VlgHeatChart *chart;   /* made when it is needed, for the font there is */
};

G_DEFINE_FINAL_TYPE (VlgHeatMap, vlg_heat_map, VLG_TYPE_CHART_VIEW)

static VlgHeatChart *
get_chart (VlgHeatMap *self)
{
  if (self->chart == NULL && self->report != NULL)
    self->chart = vlg_heat_chart_new (gtk_widget_get_pango_context (GTK_WIDGET (self)), self->report, self->leitbild);

  return self->chart;
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
  g_autofree char *label = vlg_report_goal_get_label (report->goals->pdata[goal]);
  g_autofree char *heading = period < report->n_periods ? vlg_report_period_get_label (&report->periods[period]) : g_strdup (C_("column", "Total"));

  /* Translators: a cell of a table: goal, period, number, such as “M01, 1/2026: 3 motions”. */
  return g_strdup_printf (ngettext ("%s, %s: %u motion", "%s, %s: %u motions", n), label, heading, n);
}

static const char *
vlg_heat_map_get_title (VlgChartView *view)
{
  return _("Goals by period");
}

static void
vlg_heat_map_forget (VlgChartView *view)
{
  g_clear_pointer (&VLG_HEAT_MAP (view)->chart, vlg_heat_chart_free);
}

static void
vlg_heat_map_get_extent (VlgChartView *view,
                         guint        *n_rows,
                         guint        *n_columns)
{
  VlgHeatMap *self = VLG_HEAT_MAP (view);

  *n_rows = self->report != NULL ? self->report->goals->len : 0;
  *n_columns = self->report != NULL ? self->report->n_periods + 1 : 0;
}

static void
vlg_heat_map_get_size (VlgChartView *view,
                       double       *width,
                       double       *height)
{
  VlgHeatChart *chart = get_chart (VLG_HEAT_MAP (view));

  *width = chart != NULL ? vlg_heat_chart_get_least_width (chart) : 0;
  *height = chart != NULL ? vlg_heat_chart_get_height (chart) : 0;
}

/* How far the headings are moved to stay in sight; those of the columns leave with the last line. */
static void
get_shift (VlgHeatMap       *self,
           graphene_point_t *shift)
{
  double line = vlg_heat_chart_get_line_height (self->chart);
  double last = MAX (0, vlg_heat_chart_get_height (self->chart) - 2 * line);
  graphene_rect_t visible;

  vlg_chart_view_get_visible (VLG_CHART_VIEW (self), &visible);
  shift->x = visible.origin.x;
  shift->y = MIN (visible.origin.y, (float) last);
}

static void
vlg_heat_map_get_margins (VlgChartView *view,
                          double       *left,
                          double       *top)
{
  VlgHeatChart *chart = get_chart (VLG_HEAT_MAP (view));

  *left = vlg_heat_chart_get_head_width (chart);
  *top = vlg_heat_chart_get_line_height (chart);
}

static gboolean
vlg_heat_map_find (VlgChartView *view,
                   double        x,
                   double        y,
                   guint        *row,
                   guint        *column)
{
  VlgHeatMap *self = VLG_HEAT_MAP (view);
  VlgHeatChart *chart = get_chart (self);
  graphene_point_t shift;

  /* The headings cover what is below them. */
  get_shift (self, &shift);
  if (x < (double) shift.x + vlg_heat_chart_get_head_width (chart) || y < (double) shift.y + vlg_heat_chart_get_line_height (chart))
    return FALSE;

  return vlg_heat_chart_find (chart, x, y, row, column);
}

static void
vlg_heat_map_get_area (VlgChartView    *view,
                       guint            row,
                       guint            column,
                       graphene_rect_t *area)
{
  double x, y, width, height;

  vlg_heat_chart_get_area (get_chart (VLG_HEAT_MAP (view)), row, column, &x, &y, &width, &height);
  graphene_rect_init (area, (float) x, (float) y, (float) width, (float) height);
}

static char *
vlg_heat_map_describe_place (VlgChartView *view,
                             guint         row,
                             guint         column)
{
  return vlg_heat_map_describe (VLG_HEAT_MAP (view)->report, row, column);
}

static void
vlg_heat_map_draw_layer (VlgChartView      *view,
                         guint              layer,
                         const VlgChartPen *pen)
{
  VlgHeatChart *chart = get_chart (VLG_HEAT_MAP (view));
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_SCROLLED_WINDOW);
  int width = scroller != NULL ? gtk_widget_get_width (scroller) : gtk_widget_get_width (GTK_WIDGET (view));

  if (layer == LAYER_CELLS)
    vlg_heat_chart_draw_cells (chart, pen);
  else if (layer == LAYER_HEADS)
    vlg_heat_chart_draw_heads (chart, pen, width);
  else
    vlg_heat_chart_draw_columns (chart, pen);
}

static void
vlg_heat_map_place_layer (VlgChartView     *view,
                          guint             layer,
                          graphene_point_t *offset,
                          graphene_rect_t  *clip)
{
  VlgHeatMap *self = VLG_HEAT_MAP (view);
  float head = (float) vlg_heat_chart_get_head_width (get_chart (self));
  float line = (float) vlg_heat_chart_get_line_height (self->chart);
  graphene_point_t shift;

  get_shift (self, &shift);
  if (layer == LAYER_CELLS)
    graphene_rect_init (clip, shift.x + head, shift.y + line, FAR, FAR);
  else if (layer == LAYER_HEADS)
    {
      offset->x = shift.x;
      graphene_rect_init (clip, shift.x, shift.y + line, FAR, FAR);
    }
  else
    {
      offset->y = shift.y;
      graphene_rect_init (clip, shift.x + head, shift.y, FAR, line);
    }
}

static void
vlg_heat_map_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  VlgHeatChart *chart = get_chart (VLG_HEAT_MAP (widget));

  if (chart != NULL)
    vlg_heat_chart_set_width (chart, width);
}

static void
vlg_heat_map_finalize (GObject *object)
{
  g_clear_pointer (&VLG_HEAT_MAP (object)->chart, vlg_heat_chart_free);

  G_OBJECT_CLASS (vlg_heat_map_parent_class)->finalize (object);
}

static void
vlg_heat_map_class_init (VlgHeatMapClass *klass)
{
  VlgChartViewClass *view_class = VLG_CHART_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vlg_heat_map_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = vlg_heat_map_size_allocate;
  view_class->get_title = vlg_heat_map_get_title;
  view_class->forget = vlg_heat_map_forget;
  view_class->get_extent = vlg_heat_map_get_extent;
  view_class->get_size = vlg_heat_map_get_size;
  view_class->find = vlg_heat_map_find;
  view_class->get_area = vlg_heat_map_get_area;
  view_class->describe = vlg_heat_map_describe_place;
  view_class->draw_layer = vlg_heat_map_draw_layer;
  view_class->place_layer = vlg_heat_map_place_layer;
  view_class->get_margins = vlg_heat_map_get_margins;
  view_class->n_layers = N_LAYERS;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "heatmap");
}

static void
vlg_heat_map_init (VlgHeatMap *self)
{
  vlg_chart_view_reset (VLG_CHART_VIEW (self));
}

void
vlg_heat_map_set_report (VlgHeatMap        *self,
                         VlgLeitbildReport *report,
                         VlgLeitbild       *leitbild)
{
  g_return_if_fail (VLG_IS_HEAT_MAP (self));
  g_return_if_fail (report == NULL || leitbild != NULL);

  self->report = report;
  self->leitbild = leitbild;
  vlg_chart_view_reset (VLG_CHART_VIEW (self));
}
