/* vlg-heat-chart.h — goals by period: numbers in cells that are the darker the higher they are
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-chart-pen.h"
#include "vlg-leitbild-report.h"

G_BEGIN_DECLS

typedef struct _VlgHeatChart VlgHeatChart;

/* Lays the goals of @report out for the font of @context, those of a field under its name; a column for each period and one for the sum. Borrows @report and @leitbild, which
 * must outlive it. Caller owns. */
VlgHeatChart *vlg_heat_chart_new         (PangoContext *context, VlgLeitbildReport *report, VlgLeitbild *leitbild);
void          vlg_heat_chart_free        (VlgHeatChart *self);
double        vlg_heat_chart_get_width   (VlgHeatChart *self);
double        vlg_heat_chart_get_height  (VlgHeatChart *self);
/* Lines below the headings: names of fields and goals. */
guint         vlg_heat_chart_get_n_lines (VlgHeatChart *self);
double        vlg_heat_chart_get_line_height (VlgHeatChart *self);
/* Draws the headings and, below, @n_lines from @first on, with the top left corner at 0, 0. The name of a field is cut at @width. */
void          vlg_heat_chart_draw        (VlgHeatChart *self, const VlgChartPen *pen, double width, guint first, guint n_lines);
/* The cell at a place in the whole chart: the index of a goal in the report, and of a period (n_periods: the sum). FALSE where there is none. */
gboolean      vlg_heat_chart_find        (VlgHeatChart *self, double x, double y, guint *goal, guint *period);
/* Where that cell is. */
void          vlg_heat_chart_get_area    (VlgHeatChart *self, guint goal, guint period, double *x, double *y, double *width, double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgHeatChart, vlg_heat_chart_free)

G_END_DECLS
