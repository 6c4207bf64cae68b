/* vlg-meeting-rule.c — when a body meets, and the days of a year that follow from it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-meeting-rule.h"

#include <glib/gi18n.h>

#include "vlg-holidays.h"
#include "vlg-month-grid.h"

#define FARTHEST_SHIFT 100 /* days */

G_DEFINE_BOXED_TYPE (VlgMeetingRule, vlg_meeting_rule, vlg_meeting_rule_copy, vlg_meeting_rule_free)

VlgMeetingRule *
vlg_meeting_rule_new (void)
{
  VlgMeetingRule *self = g_new0 (VlgMeetingRule, 1);

  self->pattern = VLG_MEETING_PATTERN_MONTHLY;
  self->weekday = G_DATE_MONDAY;
  self->nth = 1;
  self->weeks = 1;
  self->start = VLG_WALL_TIME_NONE;
  self->end = VLG_WALL_TIME_NONE;
  self->room = g_strdup ("");

  return self;
}

VlgMeetingRule *
vlg_meeting_rule_copy (const VlgMeetingRule *self)
{
  VlgMeetingRule *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->room = g_strdup (self->room);

  return copy;
}

void
vlg_meeting_rule_free (VlgMeetingRule *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->room);
  g_free (self);
}

void
vlg_meeting_proposal_free (VlgMeetingProposal *proposal)
{
  g_return_if_fail (proposal != NULL);

  g_free (proposal->reason);
  g_free (proposal);
}

/* The @nth @weekday of a month, VLG_DAY_NONE where it has none. */
static VlgDay
find_nth_weekday (guint        year,
                  guint        month,
                  GDateWeekday weekday,
                  int          nth)
{
  VlgDay first = vlg_day_new (year, month, 1);
  guint length = vlg_month_length (year, month);
  guint offset = ((guint) weekday + 7 - (guint) vlg_day_weekday (first)) % 7;

  offset += nth == VLG_NTH_LAST ? (length - 1 - offset) / 7 * 7 : (guint) (nth - 1) * 7;

  return offset < length ? first + offset : VLG_DAY_NONE;
}

static void
add_monthly (const VlgMeetingRule *self,
             VlgDay                from,
             VlgDay                to,
             GArray               *days)
{
  guint year, month, last_year, last_month;

  vlg_day_get (from, &year, &month, NULL);
  vlg_day_get (to, &last_year, &last_month, NULL);
  for (; year * 12 + month <= last_year * 12 + last_month; year += month == 12, month = month % 12 + 1)
    {
      VlgDay day = find_nth_weekday (year, month, self->weekday, self->nth);

      if (day >= from && day <= to && day != VLG_DAY_NONE && (self->months == 0 || (self->months & 1u << (month - 1)) != 0))
        g_array_append_val (days, day);
    }
}

static void
add_weekly (const VlgMeetingRule *self,
            VlgDay                from,
            VlgDay                to,
            GArray               *days)
{
  guint step = MAX (self->weeks, 1) * 7;
  VlgDay anchor = vlg_week_start (self->anchor != VLG_DAY_NONE ? self->anchor : from) + (guint) self->weekday - 1;

  /* The first day of the row that is not before @from. */
  if (anchor < from)
    anchor += (from - anchor + step - 1) / step * step;
  else
    anchor -= (anchor - from) / step * step;
  for (VlgDay day = anchor; day <= to; day += step)
    g_array_append_val (days, day);
}

/* What stands against @day: the policy for it, and why in @reason. FALSE where nothing does. */
static gboolean
find_obstacle (const VlgMeetingRule  *self,
               VlgDay                 day,
               const char            *holiday_rule,
               GPtrArray             *school_holidays,
               VlgShift              *policy,
               char                 **reason)
{
  const char *holiday = vlg_holidays_lookup (holiday_rule, day);
  const VlgDayRange *range = vlg_day_ranges_find (school_holidays, day);
  g_autofree char *date = vlg_day_to_display (day);

  if (holiday != NULL && self->on_holiday != VLG_SHIFT_KEEP)
    {
      *policy = self->on_holiday;
      *reason = g_strdup_printf (_("%s is a public holiday (%s)."), date, holiday);
      return TRUE;
    }
  if (range != NULL && self->in_school_holidays != VLG_SHIFT_KEEP)
    {
      *policy = self->in_school_holidays;
      *reason = *range->name != '\0' ? g_strdup_printf (_("%s lies in the school holidays (%s)."), date, range->name)
                                     : g_strdup_printf (_("%s lies in the school holidays."), date);
      return TRUE;
    }

  return FALSE;
}

static VlgDay
shift (VlgDay      day,
       VlgShift    policy,
       const char *holiday_rule)
{
  switch (policy)
    {
    case VLG_SHIFT_NEXT_WORKING_DAY:
      return vlg_working_days_next (holiday_rule, day);
    case VLG_SHIFT_PREVIOUS_WORKING_DAY:
      return vlg_working_days_previous (holiday_rule, day);
    case VLG_SHIFT_WEEK_LATER:
      return day + 7;
    case VLG_SHIFT_WEEK_EARLIER:
      return day - 7;
    case VLG_SHIFT_KEEP:
      return day;
    case VLG_SHIFT_LEAVE_OUT:
    default:
      return VLG_DAY_NONE;
    }
}

static void
append_reason (char       **reason,
               const char  *more)
{
  char *both = g_strdup_printf ("%s %s", *reason, more);

  g_free (*reason);
  *reason = both;
}

/* The day a ruled day ends up on; the first obstacle is the reason, what hindered a shift is added to it. */
static VlgDay
settle (const VlgMeetingRule  *self,
        VlgDay                 ruled,
        const char            *holiday_rule,
        GPtrArray             *school_holidays,
        char                 **reason)
{
  VlgDay day = ruled;
  VlgShift policy;
  g_autofree char *obstacle = NULL;

  while (find_obstacle (self, day, holiday_rule, school_holidays, &policy, &obstacle))
    {
      VlgDay next = shift (day, policy, holiday_rule);

      if (*reason == NULL)
        *reason = g_steal_pointer (&obstacle);
      else if (next == VLG_DAY_NONE)
        append_reason (reason, obstacle);
      g_clear_pointer (&obstacle, g_free);

      if (next == VLG_DAY_NONE)
        return VLG_DAY_NONE;
      if ((next > day) != (day >= ruled) && day != ruled)
        {
          append_reason (reason, _("The days before and after it are no better."));
          return VLG_DAY_NONE;
        }
      if (ABS ((int) next - (int) ruled) > FARTHEST_SHIFT)
        {
          append_reason (reason, _("No other day was found."));
          return VLG_DAY_NONE;
        }
      day = next;
    }

  return day;
}

GPtrArray *
vlg_meeting_rule_preview (const VlgMeetingRule *self,
                          VlgDay                from,
                          VlgDay                to,
                          const char           *holiday_rule,
                          GPtrArray            *school_holidays)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (VlgDay));
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_meeting_proposal_free);

  g_return_val_if_fail (self != NULL, proposals);
  g_return_val_if_fail (from != VLG_DAY_NONE && to != VLG_DAY_NONE, proposals);

  if (self->pattern == VLG_MEETING_PATTERN_WEEKLY)
    add_weekly (self, from, to, days);
  else
    add_monthly (self, from, to, days);

  /* A day nothing stands against belongs to its own meeting, whichever is shifted onto it. */
  for (guint i = 0; i < days->len; i++)
    {
      VlgMeetingProposal *proposal = g_new0 (VlgMeetingProposal, 1);

      proposal->ruled = g_array_index (days, VlgDay, i);
      proposal->day = settle (self, proposal->ruled, holiday_rule, school_holidays, &proposal->reason);
      if (proposal->day == proposal->ruled)
        g_hash_table_add (taken, GUINT_TO_POINTER (proposal->day));
      g_ptr_array_add (proposals, proposal);
    }
  for (guint i = 0; i < proposals->len; i++)
    {
      VlgMeetingProposal *proposal = g_ptr_array_index (proposals, i);

      if (proposal->reason == NULL)
        proposal->reason = g_strdup ("");
      if (proposal->day != proposal->ruled && proposal->day != VLG_DAY_NONE &&
          !g_hash_table_add (taken, GUINT_TO_POINTER (proposal->day)))
        {
          g_autofree char *date = vlg_day_to_display (proposal->day);
          g_autofree char *more = g_strdup_printf (_("On %s another meeting stands already."), date);

          append_reason (&proposal->reason, more);
          proposal->day = VLG_DAY_NONE;
        }
    }

  return proposals;
}
