/* vlg-month-view.h — the weeks of a month
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-day-cell.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_MONTH_VIEW (vlg_month_view_get_type ())
G_DECLARE_FINAL_TYPE (VlgMonthView, vlg_month_view, VLG, MONTH_VIEW, AdwBin)

/**
 * VlgMonthView:
 *
 * Property: day (uint, VlgDay): the one that has or gets the focus. Setting it shows its month, and only another month is notified.
 * Keys: arrows, Home and End (week), Page Up and Page Down (month), with Ctrl arrows from chip to chip, with Ctrl+Shift arrows move what has the focus; Enter calendar.open-day (u).
 * One stop of Tab: the day.
 */

/* Shows what @entries (VlgCalendarEntry) hold, and again whenever they change. To be called once. */
void        vlg_month_view_set_source (VlgMonthView *self, VlgOffice *office, GListModel *entries);
VlgDay      vlg_month_view_get_day    (VlgMonthView *self);
void        vlg_month_view_set_day    (VlgMonthView *self, VlgDay day);
/* Writes everything anew: the profile or the day of today is another one. */
void        vlg_month_view_refresh    (VlgMonthView *self);
/* The cell of a day, NULL where it is not shown. Borrowed. */
VlgDayCell *vlg_month_view_find_cell  (VlgMonthView *self, VlgDay day);
/* The chip of @uid, NULL where it is not drawn. Borrowed. */
GtkWidget  *vlg_month_view_find_chip  (VlgMonthView *self, const char *uid);

G_END_DECLS
