/* vlg-calendar-rows.h — what stands in the calendar between two days; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-calendar-entry.h"
#include "vlg-db.h"

G_BEGIN_DECLS

/* The meetings from @from to @to and all consultations of those days, linked or not, in the order of a calendar; nothing of the trash. A consultation whose meeting was thrown away counts
 * as not linked. (element-type VlgCalendarEntry), caller owns. */
GPtrArray *vlg_calendar_rows_load         (VlgDb *db, VlgDay from, VlgDay to, GError **error);
/* The consultations without a date and without a result of motions that are not withdrawn, by number; at most @limit. (element-type VlgCalendarEntry), caller owns. */
GPtrArray *vlg_calendar_rows_load_undated (VlgDb *db, guint limit, GError **error);
/* The consultations linked to the meeting @uid, by number. (element-type VlgCalendarEntry), caller owns. */
GPtrArray *vlg_calendar_rows_load_meeting (VlgDb *db, const char *uid, GError **error);

G_END_DECLS
