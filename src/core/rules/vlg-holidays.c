/* vlg-holidays.c — public holidays, computed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-holidays.h"

/* § 2 FeiertG LSA (Gesetz über die Sonn- und Feiertage, Sachsen-Anhalt), numbers 1 to 9, 11 and 12; 10 was repealed. */
static const struct {
  guint month, day;
  const char *name;
} fixed_holidays[] = {
  { 1, 1, "Neujahrstag" },
  { 1, 6, "Heilige Drei Könige" },
  { 5, 1, "1. Mai" },
  { 10, 3, "Tag der Deutschen Einheit" },
  { 10, 31, "Reformationstag" },
  { 12, 25, "1. Weihnachtsfeiertag" },
  { 12, 26, "2. Weihnachtsfeiertag" },
};

static const struct {
  int days_after_easter;
  const char *name;
} moving_holidays[] = {
  { -2, "Karfreitag" },
  { 1, "Ostermontag" },
  { 39, "Christi Himmelfahrt" },
  { 50, "Pfingstmontag" },
};

VlgDay
vlg_holidays_easter (guint year)
{
  guint golden, century, leap_gap, moon_gap, epact, sunday, month_term, place;

  if (year < 1583 || year > 9999)
    return VLG_DAY_NONE;

  /* The "anonymous Gregorian" algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, chapter 8). */
  golden = year % 19;
  century = year / 100;
  leap_gap = century / 4;
  moon_gap = (century - (century + 8) / 25 + 1) / 3;
  epact = (19 * golden + century - leap_gap - moon_gap + 15) % 30;
  sunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
  month_term = (golden + 11 * epact + 22 * sunday) / 451;
  place = epact + sunday - 7 * month_term + 114;

  return vlg_day_new (year, place / 31, place % 31 + 1);
}

const char *
vlg_holidays_lookup (const char *rule,
                     VlgDay      day)
{
  guint year, month, day_of_month;
  VlgDay easter;

  if (day == VLG_DAY_NONE || g_strcmp0 (rule, "DE-ST") != 0)
    return NULL;

  vlg_day_get (day, &year, &month, &day_of_month);
  for (guint i = 0; i < G_N_ELEMENTS (fixed_holidays); i++)
    {
      if (fixed_holidays[i].month == month && fixed_holidays[i].day == day_of_month)
        return fixed_holidays[i].name;
    }

  easter = vlg_holidays_easter (year);
  for (guint i = 0; easter != VLG_DAY_NONE && i < G_N_ELEMENTS (moving_holidays); i++)
    {
      if (easter + moving_holidays[i].days_after_easter == day)
        return moving_holidays[i].name;
    }

  return NULL;
}
