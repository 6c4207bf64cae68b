/* vlg-calendar-event.c — a meeting or a consultation on its way into or out of a calendar file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-event.h"

VlgCalendarEvent *
vlg_calendar_event_new (VlgMeeting       *meeting,
                        VlgCalendarEntry *consultation,
                        gint64            sequence,
                        gint64            changed_at)
{
  VlgCalendarEvent *self = g_new0 (VlgCalendarEvent, 1);

  g_set_object (&self->meeting, meeting);
  g_set_object (&self->consultation, consultation);
  self->sequence = sequence;
  self->changed_at = changed_at;

  return self;
}

void
vlg_calendar_event_free (VlgCalendarEvent *self)
{
  g_clear_object (&self->meeting);
  g_clear_object (&self->consultation);
  g_free (self);
}
