/* vlg-meeting-links.h — which consultation is dealt with in which meeting; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-calendar-deed.h"
#include "vlg-db.h"

G_BEGIN_DECLS

/* The key of the consultation that was stored last, to tell those that come after it. */
gboolean vlg_meeting_links_find_last (VlgDb *db, gint64 *last, GError **error);
/* After the consultations of @motion_id were written: a row without a result that left its meeting's day or body is no longer linked; a row stored after @last, which an import, an undo or
 * an earlier version brought with its day, is linked where exactly one meeting of its body stands on that day. */
gboolean vlg_meeting_links_settle    (VlgDb *db, gint64 motion_id, gint64 last, GError **error);
/* Links the consultations that stand on the day of meeting @uid with exactly its body and no meeting yet (one in the trash is none), where it is the only one of that body that day, those
 * with results too: for imported meetings, which may be of years ago.
 * How many; -1 on error. */
int      vlg_meeting_links_match     (VlgDb *db, const char *uid, GError **error);
/* Whether any consultation is linked to the meeting @uid; sets @some. */
gboolean vlg_meeting_links_has       (VlgDb *db, const char *uid, gboolean *some, GError **error);
/* Whether any of them stands in a motion outside the trash. */
gboolean vlg_meeting_links_has_visible (VlgDb *db, const char *uid, gboolean *some, GError **error);
/* Whether any of them has a result or is confirmed. */
gboolean vlg_meeting_links_has_recorded (VlgDb *db, const char *uid, gboolean *some, GError **error);

/* The steps by which all consultations without a result or confirmation that are linked to @uid go to the meeting @to_meeting (NULL: none) and the day @to_day; appended to @steps. */
gboolean vlg_meeting_links_plan      (VlgDb *db, const char *uid, const char *to_meeting, VlgDay to_day, GPtrArray *steps, GError **error);
/* The steps that link the new meeting @uid to what vlg_meeting_links_match() finds for it, but for what has a result or is confirmed: that could not be taken back. */
gboolean vlg_meeting_links_plan_matches (VlgDb *db, const char *uid, GPtrArray *steps, GError **error);
/* The step by which the consultation @uid goes there; caller owns. VLG_ERROR_NOT_FOUND, VLG_ERROR_FROZEN where it has a result or is confirmed. */
VlgCalendarStep *vlg_meeting_links_plan_one (VlgDb *db, const char *uid, const char *to_meeting, VlgDay to_day, GError **error);
/* Takes the steps: days by way of the motions, each in one revision and with a version of its own, then links. Fills in the findings. The meetings must stand on their days already. */
gboolean vlg_meeting_links_take      (VlgDb *db, GPtrArray *steps, VlgActor *actor, GError **error);

G_END_DECLS
