/* vlg-chart-pen.h — what a chart is drawn with: the window's snapshot, or Cairo for files
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum {
  VLG_CHART_INK,    /* letters */
  VLG_CHART_SOFT,   /* letters of less weight, lines */
  VLG_CHART_TINT,   /* what shows how many */
} VlgChartPaint;

/* Charts are made of rectangles and lines of text, so that screen and file share the code that draws them. Units are those of the Pango context. */
typedef struct {
  gpointer target;
  /* @strength: 0.0 (nothing) to 1.0 (opaque). */
  void   (*fill) (gpointer target, VlgChartPaint paint, double strength, double x, double y, double width, double height);
  void   (*text) (gpointer target, VlgChartPaint paint, PangoLayout *layout, double x, double y);
} VlgChartPen;

/* Black letters and a blue tint on what is to be white paper. Borrows @cr. */
VlgChartPen vlg_chart_pen_for_cairo (cairo_t *cr);

G_END_DECLS
