/* vlg-calendar-event.h — a meeting or a consultation on its way into or out of a calendar file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-calendar-entry.h"
#include "vlg-meeting.h"

G_BEGIN_DECLS

typedef struct {
  /* owned; one of them is NULL */
  VlgMeeting       *meeting;
  VlgCalendarEntry *consultation;

  gint64            sequence;    /* how often it changed in what an invited person has to hear of; -1 where a file says nothing */
  gint64            changed_at;  /* instant; 0 unknown */
  guint             line;        /* of the file it was read from, from 1 */
} VlgCalendarEvent;

/* Take references; one of them is NULL. Caller owns. */
VlgCalendarEvent *vlg_calendar_event_new  (VlgMeeting *meeting, VlgCalendarEntry *consultation, gint64 sequence, gint64 changed_at);
void              vlg_calendar_event_free (VlgCalendarEvent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgCalendarEvent, vlg_calendar_event_free)

G_END_DECLS
