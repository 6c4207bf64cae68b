/* vlg-calendar-deed.c — what was done in the calendar, so that it can be shown and taken back as one
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-deed.h"

G_DEFINE_BOXED_TYPE (VlgCalendarDeed, vlg_calendar_deed, vlg_calendar_deed_ref, vlg_calendar_deed_unref)

VlgCalendarDeed *
vlg_calendar_deed_new (void)
{
  VlgCalendarDeed *self = g_atomic_rc_box_new0 (VlgCalendarDeed);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_step_free);

  return self;
}

VlgCalendarDeed *
vlg_calendar_deed_ref (VlgCalendarDeed *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  VlgCalendarDeed *self = data;

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
}

void
vlg_calendar_deed_unref (VlgCalendarDeed *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

VlgCalendarStep *
vlg_calendar_step_new (void)
{
  VlgCalendarStep *self = g_new0 (VlgCalendarStep, 1);

  self->findings = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
vlg_calendar_step_free (VlgCalendarStep *self)
{
  g_free (self->consultation_uid);
  g_free (self->motion_uid);
  g_free (self->motion_number);
  g_free (self->title);
  g_free (self->from_meeting);
  g_free (self->to_meeting);
  g_ptr_array_unref (self->findings);
  g_free (self);
}
