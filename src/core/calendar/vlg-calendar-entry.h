/* vlg-calendar-entry.h — one thing that stands in the calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "vlg-calendar-kinds.h"
#include "vlg-day.h"
#include "vlg-kinds.h"
#include "vlg-wall-time.h"

G_BEGIN_DECLS

#define VLG_TYPE_CALENDAR_ENTRY (vlg_calendar_entry_get_type ())
G_DECLARE_FINAL_TYPE (VlgCalendarEntry, vlg_calendar_entry, VLG, CALENDAR_ENTRY, GObject)

/* A meeting, or a consultation of a motion. */
typedef enum {
  VLG_ENTRY_MEETING,
  VLG_ENTRY_CONSULTATION,
} VlgEntryKind;

/**
 * VlgCalendarFacts:
 * @uid: of the meeting or of the consultation
 * @day: VLG_DAY_NONE for a consultation without a date
 * @start: of a meeting, and of a consultation that is linked to one; so is @end
 * @number: the meeting's number, or the motion's; "" for none
 * @n_motions: of a meeting: how many consultations are linked to it
 * @meeting_uid: of a consultation: the meeting it is linked to, or NULL
 * @title: of the motion
 *
 * What a calendar shows of an entry; what the other kind has is empty, 0 or none. Strings are never NULL but for uids.
 */
typedef struct {
  VlgEntryKind    kind;
  char           *uid;
  VlgDay          day;
  VlgWallTime     start;
  VlgWallTime     end;
  char           *body;
  char           *body_uid;
  VlgVisibility   visibility;
  char           *number;

  VlgMeetingState state;
  char           *room;
  guint           n_motions;
  gint64          revision;

  char           *meeting_uid;
  char           *motion_uid;
  char           *title;
  char           *responsible;
  VlgStage        motion_stage;
  VlgState        motion_state;
  VlgVisibility   motion_visibility;
  VlgRole         role;
  VlgResult       result;
} VlgCalendarFacts;

/* Immutable. Takes over the strings of @facts, which may be NULL for "". Caller owns. */
VlgCalendarEntry       *vlg_calendar_entry_new       (const VlgCalendarFacts *facts);
/* Borrowed, as long as @self lives. */
const VlgCalendarFacts *vlg_calendar_entry_get_facts (VlgCalendarEntry *self);
/* Whether both show the same. */
gboolean                vlg_calendar_entry_equal     (VlgCalendarEntry *a, VlgCalendarEntry *b);
/* Day (none last), beginning (none first), meetings before consultations, body, number, uid: the order of a calendar. For sorting: below, at, above 0. */
int                     vlg_calendar_entry_compare   (VlgCalendarEntry *a, VlgCalendarEntry *b);

G_END_DECLS
