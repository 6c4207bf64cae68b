/* vlg-calendar-deed.h — what was done in the calendar, so that it can be shown and taken back as one
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-meeting.h"

G_BEGIN_DECLS

#define VLG_TYPE_CALENDAR_DEED (vlg_calendar_deed_get_type ())

/* A consultation that came to stand elsewhere. A meeting is its uid, NULL for none. */
typedef struct {
  /* owned */
  char      *consultation_uid;
  char      *motion_uid;
  char      *motion_number;  /* "" for none */
  char      *title;
  char      *from_meeting;
  char      *to_meeting;
  GPtrArray *findings;       /* (element-type VlgFinding) what became wrong with the motion by it: the checks did not find it before */

  VlgDay     from_day;
  VlgDay     to_day;
  gboolean   trashed;        /* its motion lies in the trash: it goes along, but nobody is told of it */
} VlgCalendarStep;

/* Reference-counted; not to be changed once it is handed out. */
typedef struct {
  /* owned */
  VlgMeeting *before;        /* the meeting that was changed; NULL where it is new, or where it is about none */
  VlgMeeting *after;         /* NULL where it was thrown away */
  GPtrArray  *steps;         /* (element-type VlgCalendarStep) */
} VlgCalendarDeed;

GType            vlg_calendar_deed_get_type (void);
/* Empty. Caller owns. */
VlgCalendarDeed *vlg_calendar_deed_new      (void);
VlgCalendarDeed *vlg_calendar_deed_ref      (VlgCalendarDeed *self);
void             vlg_calendar_deed_unref    (VlgCalendarDeed *self);
/* Without findings. Caller owns. */
VlgCalendarStep *vlg_calendar_step_new      (void);
void             vlg_calendar_step_free     (VlgCalendarStep *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgCalendarDeed, vlg_calendar_deed_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgCalendarStep, vlg_calendar_step_free)

G_END_DECLS
