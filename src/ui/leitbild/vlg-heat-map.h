/* vlg-heat-map.h — goals by period, each cell of which can be opened
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-chart-view.h"
#include "vlg-leitbild-report.h"

G_BEGIN_DECLS

#define VLG_TYPE_HEAT_MAP (vlg_heat_map_get_type ())
G_DECLARE_FINAL_TYPE (VlgHeatMap, vlg_heat_map, VLG, HEAT_MAP, VlgChartView)

/* Rows are goals, columns periods, n_periods being the sum: indices into the report. The headings stay in sight however it is scrolled. */

/* Shows @report; NULL for nothing. Both are borrowed and must be there until others are set. */
void  vlg_heat_map_set_report  (VlgHeatMap *self, VlgLeitbildReport *report, VlgLeitbild *leitbild);
/* "M01, 1/2026: 3 motions". Caller owns. */
char *vlg_heat_map_describe    (VlgLeitbildReport *report, guint goal, guint period);
/* How many motions are behind a cell. */
guint vlg_heat_map_get_count   (VlgLeitbildReport *report, guint goal, guint period);

G_END_DECLS
