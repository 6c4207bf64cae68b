/* vlg-month-grid.h — weeks and months as a calendar shows them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day.h"

G_BEGIN_DECLS

/* The weeks that show a month: @n_weeks rows of seven days, the first of them @first, a Monday. */
typedef struct {
  VlgDay first;
  guint  n_weeks;
} VlgMonthGrid;

/* The last month a grid can be of: the days after it are shown too. */
#define VLG_LAST_YEAR 9998

/* Days of a month, 28 to 31; 0 where year (1 to 9999) and month name none. */
guint        vlg_month_length    (guint year, guint month);
/* The Monday of the week @day lies in. */
VlgDay       vlg_week_start      (VlgDay day);
/* The number of the week @day lies in, 1 to 53, and into @year (may be NULL) the year the week belongs to, which need not be that of the day: a week belongs to
 * the year its Thursday lies in (ISO 8601, 3.1.1.23, as DIN 1355-1 had it). */
guint        vlg_week_number     (VlgDay day, guint *year);
/* How many weeks a year has: 52 or 53. */
guint        vlg_weeks_in_year   (guint year);
/* The Monday of a week; VLG_DAY_NONE where the year has no such week. */
VlgDay       vlg_week_find       (guint year, guint week);
/* The same day @months later (or earlier), the last of the month where it is shorter; VLG_DAY_NONE outside the years 1 to 9999. */
VlgDay       vlg_day_add_months  (VlgDay day, int months);
/* The weeks of a month of the years 2 to VLG_LAST_YEAR, four to six. */
VlgMonthGrid vlg_month_grid      (guint year, guint month);
/* The row and column (0 Monday to 6 Sunday) of @day in a grid; FALSE where it is not shown. */
gboolean     vlg_month_grid_find (const VlgMonthGrid *self, VlgDay day, guint *row, guint *column);

G_END_DECLS
