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

/* What a text is in a table, for readers that do not see it. */
typedef enum {
  VLG_CHART_ROW,           /* around its cells */
  VLG_CHART_COLUMN_HEAD,
  VLG_CHART_ROW_HEAD,
  VLG_CHART_CELL,
} VlgChartRole;

/* Charts are made of rectangles, hatched or not, and lines of text, so that screen and file share the code that draws them. Units are those of the Pango context. */
typedef struct {
  gpointer target;
  /* @strength: 0.0 (nothing) to 1.0 (opaque). */
  void   (*fill)  (gpointer target, VlgChartPaint paint, double strength, double x, double y, double width, double height);
  /* Lines that rise to the right, @distance from each other along the edges. */
  void   (*hatch) (gpointer target, VlgChartPaint paint, double strength, double distance, double x, double y, double width, double height);
  void   (*text)  (gpointer target, VlgChartPaint paint, PangoLayout *layout, double x, double y);
  /* Around what is drawn for a row or a cell; NULL where nobody is told. */
  void   (*begin) (gpointer target, VlgChartRole role);
  void   (*end)   (gpointer target, VlgChartRole role);
} VlgChartPen;

/* Black letters and a blue tint on what is to be white paper. Borrows @cr. */
VlgChartPen vlg_chart_pen_for_cairo (cairo_t *cr);
void        vlg_chart_pen_begin     (const VlgChartPen *self, VlgChartRole role);
void        vlg_chart_pen_end       (const VlgChartPen *self, VlgChartRole role);

G_END_DECLS
