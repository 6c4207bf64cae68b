/* vlg-month-grid.c — weeks and months as a calendar shows them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-month-grid.h"

guint
vlg_month_length (guint year,
                  guint month)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12)
    return 0;

  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

VlgDay
vlg_week_start (VlgDay day)
{
  g_return_val_if_fail (day != VLG_DAY_NONE, VLG_DAY_NONE);

  return day - ((guint) vlg_day_weekday (day) - 1);
}

guint
vlg_week_number (VlgDay  day,
                 guint  *year)
{
  VlgDay thursday;
  guint thursday_year;

  g_return_val_if_fail (day != VLG_DAY_NONE, 0);

  thursday = vlg_week_start (day) + 3;
  vlg_day_get (thursday, &thursday_year, NULL, NULL);
  if (year != NULL)
    *year = thursday_year;

  return (thursday - vlg_day_new (thursday_year, 1, 1)) / 7 + 1;
}

guint
vlg_weeks_in_year (guint year)
{
  VlgDay day = vlg_day_new (year, 12, 28);

  g_return_val_if_fail (day != VLG_DAY_NONE, 0);

  /* 28 December always lies in the last week of its year. */
  return vlg_week_number (day, NULL);
}

VlgDay
vlg_week_find (guint year,
               guint week)
{
  /* 4 January always lies in the first week of its year. */
  VlgDay day = vlg_day_new (year, 1, 4);

  if (day == VLG_DAY_NONE || week < 1 || week > vlg_weeks_in_year (year))
    return VLG_DAY_NONE;

  return vlg_week_start (day) + (week - 1) * 7;
}

VlgDay
vlg_day_add_months (VlgDay day,
                    int    months)
{
  guint year, month, day_of_month;
  int count;

  g_return_val_if_fail (day != VLG_DAY_NONE, VLG_DAY_NONE);

  vlg_day_get (day, &year, &month, &day_of_month);
  if (ABS (months) > 12 * 10000)
    return VLG_DAY_NONE;
  count = (int) (year * 12 + month - 1) + months;
  if (count < 12 || count >= 12 * 10000)
    return VLG_DAY_NONE;
  year = (guint) count / 12;
  month = (guint) count % 12 + 1;

  return vlg_day_new (year, month, MIN (day_of_month, vlg_month_length (year, month)));
}

VlgMonthGrid
vlg_month_grid (guint year,
                guint month)
{
  VlgMonthGrid grid = { VLG_DAY_NONE, 0 };
  VlgDay first;

  g_return_val_if_fail (year >= 2 && year <= VLG_LAST_YEAR && month >= 1 && month <= 12, grid);

  first = vlg_day_new (year, month, 1);
  grid.first = vlg_week_start (first);
  grid.n_weeks = (first + vlg_month_length (year, month) - grid.first + 6) / 7;

  return grid;
}

gboolean
vlg_month_grid_find (const VlgMonthGrid *self,
                     VlgDay              day,
                     guint              *row,
                     guint              *column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (day < self->first || day >= self->first + self->n_weeks * 7)
    return FALSE;

  *row = (day - self->first) / 7;
  *column = (day - self->first) % 7;

  return TRUE;
}
