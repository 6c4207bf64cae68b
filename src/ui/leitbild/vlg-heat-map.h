/* vlg-heat-map.h — goals by period, each cell of which can be opened
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-leitbild-report.h"

G_BEGIN_DECLS

#define VLG_TYPE_HEAT_MAP (vlg_heat_map_get_type ())
G_DECLARE_FINAL_TYPE (VlgHeatMap, vlg_heat_map, VLG, HEAT_MAP, GtkWidget)

/* Arrow keys, Home, End move a cursor from cell to cell; Enter, Space and a click open one: signal open (guint goal, guint period), indices into the report,
 * n_periods for the sum. Its accessible name says what the cursor is on. */

/* Shows @report; NULL for nothing. Both are borrowed and must be there until others are set. */
void  vlg_heat_map_set_report  (VlgHeatMap *self, VlgLeitbildReport *report, VlgLeitbild *leitbild);
/* "M01, 1/2026: 3 motions". Caller owns. */
char *vlg_heat_map_describe    (VlgLeitbildReport *report, guint goal, guint period);
/* How many motions are behind a cell. */
guint vlg_heat_map_get_count   (VlgLeitbildReport *report, guint goal, guint period);
/* FALSE while there is no cell. */
gboolean vlg_heat_map_get_cursor (VlgHeatMap *self, guint *goal, guint *period);

G_END_DECLS
