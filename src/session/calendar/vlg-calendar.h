/* vlg-calendar.h — the days a calendar shows, and what stands on them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-calendar-entry.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_CALENDAR (vlg_calendar_get_type ())
G_DECLARE_FINAL_TYPE (VlgCalendar, vlg_calendar, VLG, CALENDAR, GObject)

/**
 * VlgCalendar:
 *
 * Reads what stands between two days without holding up anybody, and again whenever the office changes. What did not change keeps its object and place.
 *
 * Property: loading (boolean, read only): the days asked for are not there yet. Signals: `loaded` after each reading, whether anything changed or not; `failed` with its GError.
 */

/* Shows nothing until days are asked for. Caller owns. */
VlgCalendar *vlg_calendar_new         (VlgOffice *office);
/* Shows the days from @from to @to; what was shown stays until they are there. */
void         vlg_calendar_show        (VlgCalendar *self, VlgDay from, VlgDay to);
/* The days asked for last; VLG_DAY_NONE before. */
VlgDay       vlg_calendar_get_from    (VlgCalendar *self);
VlgDay       vlg_calendar_get_to      (VlgCalendar *self);
gboolean     vlg_calendar_get_loading (VlgCalendar *self);
/* Meetings and consultations in the order of a calendar (element-type VlgCalendarEntry). Borrowed. */
GListModel  *vlg_calendar_get_entries (VlgCalendar *self);
/* Consultations that have no date and no result yet, the newest numbers first, at most VLG_UNDATED_SHOWN (element-type VlgCalendarEntry). Borrowed. */
GListModel  *vlg_calendar_get_undated (VlgCalendar *self);

#define VLG_UNDATED_SHOWN 500

/* What stands from @from to @to (VLG_DAY_NONE: open), in the order of a calendar. (element-type VlgCalendarEntry), caller owns. Blocking, for the command line. */
GPtrArray   *vlg_calendar_list        (VlgOffice *office, VlgDay from, VlgDay to, GError **error);

G_END_DECLS
