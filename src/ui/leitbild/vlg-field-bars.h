/* vlg-field-bars.h — a bar for each field of action, each of which can be opened
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-chart-view.h"
#include "vlg-field-chart.h"

G_BEGIN_DECLS

#define VLG_TYPE_FIELD_BARS (vlg_field_bars_get_type ())
G_DECLARE_FINAL_TYPE (VlgFieldBars, vlg_field_bars, VLG, FIELD_BARS, VlgChartView)

/* Rows are bars; there is one column. */

/* Shows @report; NULL for nothing. Both are borrowed and must be there until others are set. */
void               vlg_field_bars_set_report (VlgFieldBars *self, VlgLeitbildReport *report, VlgLeitbild *leitbild);
guint              vlg_field_bars_get_n_bars (VlgFieldBars *self);
/* Borrowed until another report is set. */
const VlgFieldBar *vlg_field_bars_get_bar    (VlgFieldBars *self, guint index);
/* "Soziales Miteinander: 4 motions, 3 adopted". Caller owns. */
char              *vlg_field_bars_describe   (const VlgFieldBar *bar);

G_END_DECLS
