/* vlg-chart-pen.c — what a chart is drawn with: Cairo for files
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-chart-pen.h"

#include <pango/pangocairo.h>

static const double paints[][3] = {
  [VLG_CHART_INK] = { 0, 0, 0 },
  [VLG_CHART_SOFT] = { 0.35, 0.35, 0.35 },
  [VLG_CHART_TINT] = { 0.11, 0.44, 0.85 },
};

static void
fill (gpointer       target,
      VlgChartPaint  paint,
      double         strength,
      double         x,
      double         y,
      double         width,
      double         height)
{
  cairo_t *cr = target;
  const double *at = paints[paint];

  /* Mixed with white: a file without transparency prints alike everywhere. */
  cairo_set_source_rgb (cr, 1 - strength * (1 - at[0]), 1 - strength * (1 - at[1]), 1 - strength * (1 - at[2]));
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
text (gpointer       target,
      VlgChartPaint  paint,
      PangoLayout   *layout,
      double         x,
      double         y)
{
  cairo_t *cr = target;

  cairo_set_source_rgb (cr, paints[paint][0], paints[paint][1], paints[paint][2]);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

VlgChartPen
vlg_chart_pen_for_cairo (cairo_t *cr)
{
  return (VlgChartPen) { cr, fill, text };
}
