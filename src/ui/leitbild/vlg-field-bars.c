/* vlg-field-bars.c — a bar for each field of action, each of which can be opened
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-field-bars.h"

#include <glib/gi18n.h>

#define MIN_WIDTH 240

struct _VlgFieldBars {
  VlgChartView parent_instance;

  /* borrowed */
  VlgLeitbildReport *report;
  VlgLeitbild       *leitbild;

  /* owned */
  VlgFieldChart *chart;   /* made when it is needed, for the font there is */
};

G_DEFINE_FINAL_TYPE (VlgFieldBars, vlg_field_bars, VLG_TYPE_CHART_VIEW)

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

static const char *
vlg_field_bars_get_title (VlgChartView *view)
{
  return _("Fields of action");
}

static void
vlg_field_bars_forget (VlgChartView *view)
{
  g_clear_pointer (&VLG_FIELD_BARS (view)->chart, vlg_field_chart_free);
}

static void
vlg_field_bars_get_extent (VlgChartView *view,
                           guint        *n_rows,
                           guint        *n_columns)
{
  *n_rows = vlg_field_bars_get_n_bars (VLG_FIELD_BARS (view));
  *n_columns = 1;
}

static void
vlg_field_bars_get_size (VlgChartView *view,
                         double       *width,
                         double       *height)
{
  VlgFieldChart *chart = get_chart (VLG_FIELD_BARS (view));

  *width = MIN_WIDTH;
  *height = chart != NULL ? vlg_field_chart_get_height (chart) : 0;
}

static gboolean
vlg_field_bars_find (VlgChartView *view,
                     double        x,
                     double        y,
                     guint        *row,
                     guint        *column)
{
  VlgFieldChart *chart = get_chart (VLG_FIELD_BARS (view));

  y -= vlg_field_chart_get_top (chart);
  if (x < 0 || y < 0)
    return FALSE;
  *row = (guint) (y / vlg_field_chart_get_line_height (chart));
  *column = 0;

  return *row < vlg_field_chart_get_n_bars (chart);
}

static void
vlg_field_bars_get_area (VlgChartView    *view,
                         guint            row,
                         guint            column,
                         graphene_rect_t *area)
{
  VlgFieldChart *chart = get_chart (VLG_FIELD_BARS (view));
  double height = vlg_field_chart_get_line_height (chart);

  graphene_rect_init (area, 0, (float) (vlg_field_chart_get_top (chart) + row * height), gtk_widget_get_width (GTK_WIDGET (view)), (float) height);
}

static char *
vlg_field_bars_describe_place (VlgChartView *view,
                               guint         row,
                               guint         column)
{
  return vlg_field_bars_describe (vlg_field_bars_get_bar (VLG_FIELD_BARS (view), row));
}

static void
vlg_field_bars_draw_layer (VlgChartView      *view,
                           guint              layer,
                           const VlgChartPen *pen)
{
  vlg_field_chart_draw (get_chart (VLG_FIELD_BARS (view)), pen, gtk_widget_get_width (GTK_WIDGET (view)));
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
  VlgChartViewClass *view_class = VLG_CHART_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vlg_field_bars_finalize;
  view_class->get_title = vlg_field_bars_get_title;
  view_class->forget = vlg_field_bars_forget;
  view_class->get_extent = vlg_field_bars_get_extent;
  view_class->get_size = vlg_field_bars_get_size;
  view_class->find = vlg_field_bars_find;
  view_class->get_area = vlg_field_bars_get_area;
  view_class->describe = vlg_field_bars_describe_place;
  view_class->draw_layer = vlg_field_bars_draw_layer;
  view_class->n_layers = 1;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "fieldbars");
}

static void
vlg_field_bars_init (VlgFieldBars *self)
{
  vlg_chart_view_reset (VLG_CHART_VIEW (self));
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
  vlg_chart_view_reset (VLG_CHART_VIEW (self));
}
