/* vlg-day-list.h — what stands in the calendar as a list by day
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-profile.h"

G_BEGIN_DECLS

#define VLG_TYPE_DAY_LIST (vlg_day_list_get_type ())
G_DECLARE_FINAL_TYPE (VlgDayList, vlg_day_list, VLG, DAY_LIST, AdwBin)

/* Rows below the days they stand on; a row activates calendar.open (s: uid). */

/* Shows those of @entries (VlgCalendarEntry) that a calendar draws, and follows them. @headings: whether each day is named. */
GtkWidget *vlg_day_list_new      (GListModel *entries, VlgProfile *profile, gboolean headings);
/* Only the days from @from to @to. */
void       vlg_day_list_set_days (VlgDayList *self, VlgDay from, VlgDay to);
/* Only the consultations that are linked to a meeting, from now on. */
void       vlg_day_list_set_meeting (VlgDayList *self, const char *uid);
/* What is shown (VlgCalendarEntry). Borrowed. */
GListModel *vlg_day_list_get_entries (VlgDayList *self);

G_END_DECLS
