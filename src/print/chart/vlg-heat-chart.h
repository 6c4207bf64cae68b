/* vlg-heat-chart.h — goals by period: numbers in cells that are the darker and closer hatched the higher they are
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
double        vlg_heat_chart_get_least_width (VlgHeatChart *self);
/* Widens the cells towards @width, as far as they can still be read as a table; at first they are as narrow as they can be. */
void          vlg_heat_chart_set_width   (VlgHeatChart *self, double width);
double        vlg_heat_chart_get_width   (VlgHeatChart *self);
double        vlg_heat_chart_get_height  (VlgHeatChart *self);
/* Lines below the headings: names of fields and goals. */
guint         vlg_heat_chart_get_n_lines (VlgHeatChart *self);
double        vlg_heat_chart_get_line_height (VlgHeatChart *self);
/* Whether a line has the name of a field, which the goals below belong to. */
gboolean      vlg_heat_chart_is_field    (VlgHeatChart *self, guint line);
/* Of the column with the goals. */
double        vlg_heat_chart_get_head_width (VlgHeatChart *self);
/* Parts for a window that keeps the headings in sight; each with the top left corner of the whole chart at 0, 0: the headings of the columns, those of the lines (the name of a field is
 * cut at @width), and the cells. */
void          vlg_heat_chart_draw_columns (VlgHeatChart *self, const VlgChartPen *pen);
void          vlg_heat_chart_draw_heads   (VlgHeatChart *self, const VlgChartPen *pen, double width);
void          vlg_heat_chart_draw_cells   (VlgHeatChart *self, const VlgChartPen *pen);
/* @n_lines from @first on, row by row, a line below 0, 0, where the headings of the columns belong. */
void          vlg_heat_chart_draw_lines   (VlgHeatChart *self, const VlgChartPen *pen, double width, guint first, guint n_lines);
/* How strongly @n shows where the highest number is @highest: 0 for nothing, 1 to 4. */
guint         vlg_heat_chart_get_step     (guint n, guint highest);
/* The cell at a place in the whole chart: the index of a goal in the report, and of a period (n_periods: the sum). FALSE where there is none. */
gboolean      vlg_heat_chart_find        (VlgHeatChart *self, double x, double y, guint *goal, guint *period);
/* Where that cell is. */
void          vlg_heat_chart_get_area    (VlgHeatChart *self, guint goal, guint period, double *x, double *y, double *width, double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgHeatChart, vlg_heat_chart_free)

G_END_DECLS
