/* vlg-calendar-page.h — meetings and consultations on their days
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_CALENDAR_PAGE (vlg_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (VlgCalendarPage, vlg_calendar_page, VLG, CALENDAR_PAGE, AdwBin)

/**
 * VlgCalendarPage:
 *
 * The month, or a list by day where the page is narrow or the person wants it (property list). Signal open (string, a motion's uid): show that motion.
 * Actions: calendar.previous, calendar.next, calendar.today, calendar.list, calendar.import, calendar.export (s: "ics", "public-ics", "csv"), and those of the month view:
 * calendar.open (s: uid of a meeting, which lists its motions, or of a consultation), calendar.open-day (u: VlgDay), calendar.show-day (u), calendar.move ((su): uid and VlgDay).
 */
GtkWidget *vlg_calendar_page_new       (VlgOffice *office);
/* Shows the month of @day, which gets the focus with it. */
void       vlg_calendar_page_show_day  (VlgCalendarPage *self, VlgDay day);
/* Writes what the office has in its calendar to @file, or takes over what stands in it, and says so: what the actions do once the file is chosen. */
void       vlg_calendar_page_export_to   (VlgCalendarPage *self, GFile *file, gboolean public_edition);
void       vlg_calendar_page_import_from (VlgCalendarPage *self, GFile *file);

G_END_DECLS
