/* vlg-working-days.c — days on which an office works
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-working-days.h"

#include "vlg-holidays.h"

VlgDayRange *
vlg_day_range_new (const char *name,
                   VlgDay      from,
                   VlgDay      to)
{
  VlgDayRange *range = g_new0 (VlgDayRange, 1);

  range->name = g_strdup (name != NULL ? name : "");
  range->from = from;
  range->to = to;

  return range;
}

void
vlg_day_range_free (VlgDayRange *range)
{
  g_return_if_fail (range != NULL);

  g_free (range->name);
  g_free (range);
}

const VlgDayRange *
vlg_day_ranges_find (GPtrArray *ranges,
                     VlgDay     day)
{
  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      const VlgDayRange *range = g_ptr_array_index (ranges, i);

      if (day >= range->from && day <= range->to)
        return range;
    }

  return NULL;
}

gboolean
vlg_working_days_is (const char *holiday_rule,
                     VlgDay      day)
{
  g_return_val_if_fail (day != VLG_DAY_NONE, FALSE);

  return vlg_day_weekday (day) <= G_DATE_FRIDAY && vlg_holidays_lookup (holiday_rule, day) == NULL;
}

VlgDay
vlg_working_days_next (const char *holiday_rule,
                       VlgDay      day)
{
  do
    day++;
  while (!vlg_working_days_is (holiday_rule, day));

  return day;
}

VlgDay
vlg_working_days_previous (const char *holiday_rule,
                           VlgDay      day)
{
  g_return_val_if_fail (day > 7, VLG_DAY_NONE);

  do
    day--;
  while (!vlg_working_days_is (holiday_rule, day));

  return day;
}

guint
vlg_working_days_between (const char *holiday_rule,
                          VlgDay      from,
                          VlgDay      to)
{
  guint n = 0;

  for (VlgDay day = from + 1; day < to; day++)
    n += vlg_working_days_is (holiday_rule, day);

  return n;
}
