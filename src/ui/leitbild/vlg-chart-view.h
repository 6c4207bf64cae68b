/* vlg-chart-view.h — a chart with a cursor, each place of which can be opened
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-chart-pen.h"

G_BEGIN_DECLS

#define VLG_TYPE_CHART_VIEW (vlg_chart_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (VlgChartView, vlg_chart_view, VLG, CHART_VIEW, GtkWidget)

/* A layer is drawn once and moved afterwards: scrolling and hovering lay nothing out. */
#define VLG_CHART_MOST_LAYERS 3

/**
 * VlgChartViewClass:
 *
 * A chart has places in rows and columns, counted from 0. Arrow keys, Home, End, and with Ctrl the first and last of all, move the cursor; Enter, Space and a click open a place: signal
 * open (guint row, guint column). The accessible name says what the cursor is on. What a class draws is kept until it calls vlg_chart_view_reset().
 */
struct _VlgChartViewClass {
  GtkWidgetClass parent_class;

  /* What the chart shows, translated; static. */
  const char *(*get_title)   (VlgChartView *self);
  /* The font may have changed: forget what was measured. */
  void        (*forget)      (VlgChartView *self);
  /* No rows: there is nothing. */
  void        (*get_extent)  (VlgChartView *self, guint *n_rows, guint *n_columns);
  void        (*get_size)    (VlgChartView *self, double *width, double *height);
  /* The place at a point of the widget. */
  gboolean    (*find)        (VlgChartView *self, double x, double y, guint *row, guint *column);
  void        (*get_area)    (VlgChartView *self, guint row, guint column, graphene_rect_t *area);
  /* A sentence about a place. Caller owns. */
  char       *(*describe)    (VlgChartView *self, guint row, guint column);
  guint         n_layers;
  void        (*draw_layer)  (VlgChartView *self, guint layer, const VlgChartPen *pen);
  /* Where a layer goes and what of it is seen; NULL: all of it at 0, 0. */
  void        (*place_layer) (VlgChartView *self, guint layer, graphene_point_t *offset, graphene_rect_t *clip);
  /* How much at its left and top covers what is scrolled below it; may be NULL. */
  void        (*get_margins) (VlgChartView *self, double *left, double *top);
};

/* What is shown has changed: the cursor stays within it. */
void     vlg_chart_view_reset       (VlgChartView *self);
/* FALSE while there is no place. */
gboolean vlg_chart_view_get_cursor  (VlgChartView *self, guint *row, guint *column);
/* What the scrollers around it leave of the widget, in its coordinates. */
void     vlg_chart_view_get_visible (VlgChartView *self, graphene_rect_t *visible);
/* How often a layer was drawn, for tests. */
guint    vlg_chart_view_get_n_drawn (VlgChartView *self);

G_END_DECLS
