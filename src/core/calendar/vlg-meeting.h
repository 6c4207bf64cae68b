/* vlg-meeting.h — a meeting of a body
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-body.h"
#include "vlg-calendar-kinds.h"
#include "vlg-day.h"
#include "vlg-meeting-number.h"
#include "vlg-wall-time.h"

G_BEGIN_DECLS

#define VLG_TYPE_MEETING (vlg_meeting_get_type ())
G_DECLARE_FINAL_TYPE (VlgMeeting, vlg_meeting, VLG, MEETING, GObject)

/* The zone of every meeting of a German council. */
#define VLG_MEETING_ZONE "Europe/Berlin"

/**
 * VlgMeeting:
 *
 * Properties, all readable and writable, notified on change only: uid (string), number (VlgMeetingNumber boxed, NULL for none yet), body (string, the printed
 * name), body-uid (string, NULL for a body outside the profile), zone (string, a name of the IANA time zone database), day (uint, VlgDay), start, end (int, VlgWallTime of
 * that day in that zone), room, note (strings), state, visibility (what holds for an item of its agenda that says nothing else), revision (int64).
 * Strings are never NULL but for uids.
 */

/* With a fresh uid, planned, in VLG_MEETING_ZONE; no body, day, times or number. */
VlgMeeting       *vlg_meeting_new            (void);
/* A planned meeting of @body on @day: name, uid and visibility are the body's. @start and @end as for vlg_meeting_set_times(). Caller owns. */
VlgMeeting       *vlg_meeting_new_for_body   (VlgBody *body, VlgDay day, VlgWallTime start, VlgWallTime end);
/* The meeting a rule makes of a day it proposes (VlgMeetingProposal): its times and room. Caller owns. */
VlgMeeting       *vlg_meeting_new_by_rule    (VlgBody *body, const VlgMeetingRule *rule, VlgDay day);
const char       *vlg_meeting_get_uid        (VlgMeeting *self);
void              vlg_meeting_set_uid        (VlgMeeting *self, const char *uid);
/* Borrowed; NULL for none yet. */
VlgMeetingNumber *vlg_meeting_get_number     (VlgMeeting *self);
void              vlg_meeting_set_number     (VlgMeeting *self, VlgMeetingNumber *number);
const char       *vlg_meeting_get_body       (VlgMeeting *self);
void              vlg_meeting_set_body       (VlgMeeting *self, const char *body);
const char       *vlg_meeting_get_body_uid   (VlgMeeting *self);
void              vlg_meeting_set_body_uid   (VlgMeeting *self, const char *body_uid);
const char       *vlg_meeting_get_zone       (VlgMeeting *self);
/* NULL is VLG_MEETING_ZONE. */
void              vlg_meeting_set_zone       (VlgMeeting *self, const char *zone);
VlgDay            vlg_meeting_get_day        (VlgMeeting *self);
void              vlg_meeting_set_day        (VlgMeeting *self, VlgDay day);
VlgWallTime       vlg_meeting_get_start      (VlgMeeting *self);
/* A time within the day, or none. */
void              vlg_meeting_set_start      (VlgMeeting *self, VlgWallTime start);
/* Above VLG_MINUTES_A_DAY where the meeting went on past midnight. */
VlgWallTime       vlg_meeting_get_end        (VlgMeeting *self);
void              vlg_meeting_set_end        (VlgMeeting *self, VlgWallTime end);
/* Sets both; an @end before @start is that of the next day. */
void              vlg_meeting_set_times      (VlgMeeting *self, VlgWallTime start, VlgWallTime end);
const char       *vlg_meeting_get_room       (VlgMeeting *self);
void              vlg_meeting_set_room       (VlgMeeting *self, const char *room);
const char       *vlg_meeting_get_note       (VlgMeeting *self);
void              vlg_meeting_set_note       (VlgMeeting *self, const char *note);
VlgMeetingState   vlg_meeting_get_state      (VlgMeeting *self);
void              vlg_meeting_set_state      (VlgMeeting *self, VlgMeetingState state);
VlgVisibility     vlg_meeting_get_visibility (VlgMeeting *self);
void              vlg_meeting_set_visibility (VlgMeeting *self, VlgVisibility visibility);
gint64            vlg_meeting_get_revision   (VlgMeeting *self);
void              vlg_meeting_set_revision   (VlgMeeting *self, gint64 revision);
/* Whether it is to take place or has: anything but cancelled. */
gboolean          vlg_meeting_takes_place    (VlgMeeting *self);
/* A copy with the same uid. Caller owns. */
VlgMeeting       *vlg_meeting_copy           (VlgMeeting *self);
/* Whether all properties but the revision are equal. */
gboolean          vlg_meeting_equal          (VlgMeeting *a, VlgMeeting *b);
/* Day, then beginning (without one: first), body, uid: the order of a calendar. For sorting: below, at, above 0. */
int               vlg_meeting_compare        (VlgMeeting *a, VlgMeeting *b);

G_END_DECLS
