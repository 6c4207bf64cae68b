/* vlg-chart-pen.c — what a chart is drawn with: Cairo for files
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-chart-pen.h"

#include <math.h>
#include <pango/pangocairo.h>

/* How thick the lines of a hatching are. */
#define LINE 0.7

static const double paints[][3] = {
  [VLG_CHART_INK] = { 0, 0, 0 },
  [VLG_CHART_SOFT] = { 0.35, 0.35, 0.35 },
  [VLG_CHART_TINT] = { 0.11, 0.44, 0.85 },
};

/* Mixed with white: a file without transparency prints alike everywhere. */
static void
set_paint (cairo_t       *cr,
           VlgChartPaint  paint,
           double         strength)
{
  const double *at = paints[paint];

  cairo_set_source_rgb (cr, 1 - strength * (1 - at[0]), 1 - strength * (1 - at[1]), 1 - strength * (1 - at[2]));
}

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

  set_paint (cr, paint, strength);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
hatch (gpointer       target,
       VlgChartPaint  paint,
       double         strength,
       double         distance,
       double         x,
       double         y,
       double         width,
       double         height)
{
  cairo_t *cr = target;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  set_paint (cr, paint, strength);
  cairo_set_line_width (cr, LINE);
  /* Through the same points whatever the rectangle: those side by side go on in each other. */
  for (double from = floor ((x + y) / distance) * distance; from < x + y + width + height; from += distance)
    {
      cairo_move_to (cr, from - y - height, y + height);
      cairo_line_to (cr, from - y, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
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
  return (VlgChartPen) { cr, fill, hatch, text, NULL, NULL };
}

void
vlg_chart_pen_begin (const VlgChartPen *self,
                     VlgChartRole       role)
{
  if (self->begin != NULL)
    self->begin (self->target, role);
}

void
vlg_chart_pen_end (const VlgChartPen *self,
                   VlgChartRole       role)
{
  if (self->end != NULL)
    self->end (self->target, role);
}
