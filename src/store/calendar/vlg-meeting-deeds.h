/* vlg-meeting-deeds.h — meetings moved and cancelled, consultations put elsewhere, and all that taken back; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-calendar-deed.h"
#include "vlg-db.h"

G_BEGIN_DECLS

/* Where the consultations of a cancelled meeting go. */
typedef enum {
  VLG_CANCEL_KEEP,       /* they stay with it, to be dealt with where it is taken up again */
  VLG_CANCEL_NO_DATE,    /* they have no date until they get one */
  VLG_CANCEL_TO_MEETING, /* another meeting of the body */
} VlgCancelWay;

/* Moves a meeting, as it was at @revision, to another day and other times; its consultations without a result go along. Errors as vlg_meetings_save(). Caller owns what was done. */
VlgCalendarDeed *vlg_meeting_deeds_move   (VlgDb *db, const char *uid, gint64 revision, VlgDay day, VlgWallTime start, VlgWallTime end, VlgActor *actor, GError **error);
/* Cancels it. @to_meeting: for VLG_CANCEL_TO_MEETING, of the same body and taking place (else VLG_ERROR_INVALID). Caller owns what was done. */
VlgCalendarDeed *vlg_meeting_deeds_cancel (VlgDb *db, const char *uid, gint64 revision, VlgCancelWay way, const char *to_meeting, VlgActor *actor, GError **error);
/* Links a consultation to a meeting of its body, whose day it gets; or, with @to_meeting NULL, puts it on @day (VLG_DAY_NONE: no date) without a meeting. VLG_ERROR_FROZEN where it has
 * a result, VLG_ERROR_INVALID for a meeting of another body or one that does not take place. Caller owns what was done. */
VlgCalendarDeed *vlg_meeting_deeds_place  (VlgDb *db, const char *consultation_uid, const char *to_meeting, VlgDay day, VlgActor *actor, GError **error);
/* Takes back what was done: meeting and consultations stand where they stood before, but for consultations that have gone elsewhere since or got a result. VLG_ERROR_CONFLICT where the
 * meeting was changed since. Caller owns what was done by it, which can be taken back in turn. */
VlgCalendarDeed *vlg_meeting_deeds_undo   (VlgDb *db, VlgCalendarDeed *deed, VlgActor *actor, GError **error);

G_END_DECLS
