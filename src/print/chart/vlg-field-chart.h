/* vlg-field-chart.h — a bar for each field of action
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-chart-pen.h"
#include "vlg-leitbild-report.h"

G_BEGIN_DECLS

/* What a bar stands for: a field, or the motions that have none. */
typedef struct {
  const char   *field;      /* key, borrowed from the report; NULL for motions that are not relevant or not decided */
  VlgRelevance  relevance;  /* which of them */
  const char   *name;       /* borrowed */
  guint         n_motions;
  int           n_adopted;  /* -1: not counted */
} VlgFieldBar;

typedef struct _VlgFieldChart VlgFieldChart;

/* Lays a bar out for each field of @report, one for motions that are not relevant, and one for those that are not decided if there are any. Borrows @report and @leitbild, which
 * must outlive it. Caller owns. */
VlgFieldChart     *vlg_field_chart_new        (PangoContext *context, VlgLeitbildReport *report, VlgLeitbild *leitbild);
void               vlg_field_chart_free       (VlgFieldChart *self);
guint              vlg_field_chart_get_n_bars (VlgFieldChart *self);
/* Borrowed. */
const VlgFieldBar *vlg_field_chart_get_bar    (VlgFieldChart *self, guint index);
/* Of one bar with its words. */
double             vlg_field_chart_get_line_height (VlgFieldChart *self);
/* Above the first bar stands what solid and hatched bars mean. */
double             vlg_field_chart_get_top    (VlgFieldChart *self);
double             vlg_field_chart_get_height (VlgFieldChart *self);
/* "4 motions, 3 adopted". Caller owns. */
char              *vlg_field_bar_get_figures  (const VlgFieldBar *self);
/* Draws all of them with the top left corner at 0, 0. */
void               vlg_field_chart_draw       (VlgFieldChart *self, const VlgChartPen *pen, double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgFieldChart, vlg_field_chart_free)

G_END_DECLS
