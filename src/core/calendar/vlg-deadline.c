/* vlg-deadline.c — until when something must be done before a meeting
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-deadline.h"

#include "vlg-working-days.h"

/* The longest period, and the first day one is counted back from: there must be days to count back to. */
#define MAX_DAYS 1000
#define EARLIEST_DAY 3660

G_DEFINE_BOXED_TYPE (VlgDeadlineTerm, vlg_deadline_term, vlg_deadline_term_copy, vlg_deadline_term_free)

VlgDeadlineTerm *
vlg_deadline_term_new (guint        days,
                       VlgDayCount  count,
                       gboolean     clear,
                       const char  *source,
                       gboolean     second_hand)
{
  VlgDeadlineTerm *self = g_new0 (VlgDeadlineTerm, 1);

  self->days = days;
  self->count = count;
  self->clear = !!clear;
  self->source = g_strdup (source != NULL ? source : "");
  self->second_hand = !!second_hand;

  return self;
}

VlgDeadlineTerm *
vlg_deadline_term_copy (const VlgDeadlineTerm *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return vlg_deadline_term_new (self->days, self->count, self->clear, self->source, self->second_hand);
}

void
vlg_deadline_term_free (VlgDeadlineTerm *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->source);
  g_free (self);
}

VlgDay
vlg_deadline_compute (const VlgDeadlineTerm *self,
                      VlgDay                 meeting,
                      const char            *holiday_rule)
{
  VlgDay day = meeting;
  guint n;

  if (self == NULL || meeting < EARLIEST_DAY || self->days > MAX_DAYS)
    return VLG_DAY_NONE;

  n = self->days + (self->clear ? 1 : 0);
  if (self->count == VLG_DAY_COUNT_WORKING)
    {
      while (n-- > 0)
        day = vlg_working_days_previous (holiday_rule, day);
    }
  else
    {
      day -= n;
    }

  return vlg_working_days_is (holiday_rule, day) ? day : vlg_working_days_previous (holiday_rule, day);
}
