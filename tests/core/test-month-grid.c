/* test-month-grid.c — weeks, months and holidays against tables made another way
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-holidays.h"
#include "vlg-month-grid.h"
#include "vlg-working-days.h"

#define FIRST_YEAR 1990
#define LAST_YEAR 2100

/* Nothing here uses the functions under test, nor GDate: days are counted one by one from a Monday, 1 January 1990. */
typedef struct {
  guint year, month, day, weekday; /* weekday: 0 Monday */
} Date;

static gboolean
is_leap (guint year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static guint
length_of (guint year,
           guint month)
{
  static const guint lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return lengths[month - 1] + (month == 2 && is_leap (year));
}

static void
step (Date *date)
{
  date->weekday = (date->weekday + 1) % 7;
  if (++date->day > length_of (date->year, date->month))
    {
      date->day = 1;
      if (++date->month > 12)
        {
          date->month = 1;
          date->year++;
        }
    }
}

static guint
day_of_year (guint year,
             guint month,
             guint day)
{
  for (guint i = 1; i < month; i++)
    day += length_of (year, i);

  return day;
}

/* Gauss's rule in the form Lichtenberg gave it in 1997, which needs no exceptions; not the algorithm of the program. The day, counted on from 1 March. */
static guint
gauss_easter (guint year)
{
  int century = (int) year / 100;
  int secular_moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
  int secular_sun = 2 - (3 * century + 3) / 4;
  int moon = (int) year % 19;
  int seed = (19 * moon + secular_moon) % 30;
  int correction = (seed + moon / 11) / 29;
  int full_moon = 21 + seed - correction;
  int first_sunday = 7 - ((int) year + (int) year / 4 + secular_sun) % 7;
  int distance = 7 - (full_moon - first_sunday) % 7;

  return (guint) (full_moon + distance);
}

/* Whether the law has a holiday on the day, by its place in the year: § 2 FeiertG LSA. */
static gboolean
is_holiday (const Date *date)
{
  static const guint fixed[][2] = { { 1, 1 }, { 1, 6 }, { 5, 1 }, { 10, 3 }, { 10, 31 }, { 12, 25 }, { 12, 26 } };
  guint easter = day_of_year (date->year, 3, 0) + gauss_easter (date->year);
  guint day = day_of_year (date->year, date->month, date->day);

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i][0] == date->month && fixed[i][1] == date->day)
      return TRUE;

  return day == easter - 2 || day == easter + 1 || day == easter + 39 || day == easter + 50;
}

static void
test_holidays (void)
{
  Date date = { FIRST_YEAR, 1, 1, 0 };
  VlgDay day = vlg_day_new (FIRST_YEAR, 1, 1);
  guint n = 0;

  for (; date.year <= LAST_YEAR; step (&date), day++)
    {
      gboolean holiday = vlg_holidays_lookup ("DE-ST", day) != NULL;
      guint year, month, of_month;

      vlg_day_get (day, &year, &month, &of_month);
      g_assert_cmpuint (year, ==, date.year);
      g_assert_cmpuint (month, ==, date.month);
      g_assert_cmpuint (of_month, ==, date.day);
      g_assert_cmpuint (vlg_day_weekday (day), ==, date.weekday + 1);
      g_assert_cmpint (holiday, ==, is_holiday (&date));
      g_assert_cmpint (vlg_working_days_is ("DE-ST", day), ==, date.weekday < 5 && !is_holiday (&date));
      n += holiday;
    }
  /* Eleven a year, one less where Ascension Day falls on 1 May (2008). */
  g_assert_cmpuint (n, ==, 11 * (LAST_YEAR - FIRST_YEAR + 1) - 1);
}

static void
test_easter (void)
{
  for (guint year = 1583; year <= 4000; year++)
    {
      guint march = gauss_easter (year);

      g_assert_cmpuint (vlg_holidays_easter (year), ==, march > 31 ? vlg_day_new (year, 4, march - 31) : vlg_day_new (year, 3, march));
    }
}

/* The week of ISO 8601, by counting: week 1 is the one with four days or more in the year. */
static void
test_weeks (void)
{
  Date date = { FIRST_YEAR, 1, 1, 0 };
  VlgDay day = vlg_day_new (FIRST_YEAR, 1, 1);
  guint year = FIRST_YEAR, week = 1; /* 1 January 1990 is the Monday of week 1 */
  guint long_years = 0;

  for (; date.year <= LAST_YEAR; step (&date), day++)
    {
      guint week_year;

      if (date.weekday == 0 && day != vlg_day_new (FIRST_YEAR, 1, 1))
        {
          /* The Thursday decides to which year a week belongs. */
          Date thursday = date;

          for (guint i = 0; i < 3; i++)
            step (&thursday);
          week++;
          if (thursday.year != year)
            {
              g_assert_cmpuint (vlg_weeks_in_year (year), ==, week - 1);
              long_years += week - 1 == 53;
              year = thursday.year;
              week = 1;
            }
          g_assert_cmpuint (vlg_week_find (year, week), ==, day);
        }
      g_assert_cmpuint (vlg_week_number (day, &week_year), ==, week);
      g_assert_cmpuint (week_year, ==, year);
      g_assert_cmpuint (vlg_week_start (day), ==, day - date.weekday);
    }
  g_assert_cmpuint (long_years, ==, 20);

  g_assert_cmpuint (vlg_weeks_in_year (2020), ==, 53);
  g_assert_cmpuint (vlg_weeks_in_year (2021), ==, 52);
  g_assert_cmpuint (vlg_weeks_in_year (2026), ==, 53);
  g_assert_cmpuint (vlg_week_find (2021, 53), ==, VLG_DAY_NONE);
  g_assert_cmpuint (vlg_week_find (2020, 53), ==, vlg_day_new (2020, 12, 28));
  g_assert_cmpuint (vlg_week_find (2020, 0), ==, VLG_DAY_NONE);
}

static void
test_month (void)
{
  static const struct { guint year, month, n_weeks; const char *first; } months[] = {
    { 2018, 1, 5, "2018-01-01" }, { 2017, 12, 5, "2017-11-27" }, { 2021, 2, 4, "2021-02-01" }, { 2020, 2, 5, "2020-01-27" },
    { 2020, 8, 6, "2020-07-27" }, { 2027, 1, 5, "2026-12-28" }, { 2022, 1, 6, "2021-12-27" },
  };
  VlgDay before = VLG_DAY_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      VlgMonthGrid grid = vlg_month_grid (months[i].year, months[i].month);

      g_assert_cmpuint (grid.n_weeks, ==, months[i].n_weeks);
      g_assert_cmpuint (grid.first, ==, vlg_day_parse_iso (months[i].first));
    }

  /* Every day of a month is shown once, in its column, and no week without a day of it. */
  for (guint year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (guint month = 1; month <= 12; month++)
      {
        VlgMonthGrid grid = vlg_month_grid (year, month);
        guint row, column, last_row = 0;

        g_assert_cmpuint (vlg_month_length (year, month), ==, length_of (year, month));
        for (guint day = 1; day <= length_of (year, month); day++)
          {
            g_assert_true (vlg_month_grid_find (&grid, vlg_day_new (year, month, day), &row, &column));
            g_assert_cmpuint (grid.first + row * 7 + column, ==, vlg_day_new (year, month, day));
            g_assert_cmpuint (column + 1, ==, vlg_day_weekday (vlg_day_new (year, month, day)));
            g_assert_cmpuint (row, <, grid.n_weeks);
            if (day == 1)
              g_assert_cmpuint (row, ==, 0);
            last_row = row;
          }
        g_assert_cmpuint (last_row, ==, grid.n_weeks - 1);
        g_assert_false (vlg_month_grid_find (&grid, grid.first - 1, &row, &column));
        g_assert_false (vlg_month_grid_find (&grid, grid.first + grid.n_weeks * 7, &row, &column));
        /* Months follow each other without a hole. */
        if (before != VLG_DAY_NONE)
          g_assert_cmpuint (grid.first, <=, before);
        before = grid.first + grid.n_weeks * 7;
      }

  g_assert_cmpuint (vlg_month_length (2023, 2), ==, 28);
  g_assert_cmpuint (vlg_month_length (2024, 2), ==, 29);
  g_assert_cmpuint (vlg_month_length (2100, 2), ==, 28);
  g_assert_cmpuint (vlg_month_length (2024, 0), ==, 0);
  g_assert_cmpuint (vlg_month_length (2024, 13), ==, 0);
}

static void
test_add_months (void)
{
  static const struct { const char *day; int months; const char *expected; } cases[] = {
    { "2024-01-31", 1, "2024-02-29" }, { "2023-01-31", 1, "2023-02-28" }, { "2024-02-29", 12, "2025-02-28" }, { "2024-02-29", 48, "2028-02-29" },
    { "2024-03-31", -1, "2024-02-29" }, { "2023-12-31", 1, "2024-01-31" }, { "2024-01-15", -1, "2023-12-15" }, { "2024-01-15", 0, "2024-01-15" },
    { "2024-01-15", -13, "2022-12-15" }, { "9999-12-15", 1, NULL }, { "0001-01-15", -1, NULL }, { "0001-02-15", -1, "0001-01-15" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = vlg_day_to_iso (vlg_day_add_months (vlg_day_parse_iso (cases[i].day), cases[i].months));

      g_assert_cmpstr (day, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/month-grid/holidays", test_holidays);
  g_test_add_func ("/core/month-grid/easter", test_easter);
  g_test_add_func ("/core/month-grid/weeks", test_weeks);
  g_test_add_func ("/core/month-grid/month", test_month);
  g_test_add_func ("/core/month-grid/add-months", test_add_months);

  return g_test_run ();
}
