/* vlg-snapshot-pen.h — draws charts into a widget's snapshot
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-chart-pen.h"

G_BEGIN_DECLS

typedef struct {
  GtkSnapshot *snapshot;   /* borrowed */
  GdkRGBA      ink;
  GdkRGBA      tint;
} VlgSnapshotPen;

/* A pen in the colors of @widget, with @self as its target. */
VlgChartPen vlg_snapshot_pen_init   (VlgSnapshotPen *self, GtkWidget *widget, GtkSnapshot *snapshot);
/* Frames what the cursor is on. */
void        vlg_snapshot_pen_frame  (VlgSnapshotPen *self, double x, double y, double width, double height, gboolean strong);
/* Brings an area of @widget into sight in every scroller around it. */
void        vlg_chart_scroll_to     (GtkWidget *widget, double x, double y, double width, double height);

G_END_DECLS
