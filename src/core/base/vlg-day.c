/* vlg-day.c — a calendar day as a plain number
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-day.h"

#include <langinfo.h>
#include <string.h>

VlgDay
vlg_day_new (guint year,
             guint month,
             guint day)
{
  GDate date;

  if (year < 1 || year > 9999 || month > 12 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return VLG_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_get_julian (&date);
}

static void
day_to_date (VlgDay  day,
             GDate  *date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, day);
}

void
vlg_day_get (VlgDay  day,
             guint  *year,
             guint  *month,
             guint  *day_of_month)
{
  GDate date;

  g_return_if_fail (day != VLG_DAY_NONE);

  day_to_date (day, &date);
  if (year)
    *year = g_date_get_year (&date);
  if (month)
    *month = g_date_get_month (&date);
  if (day_of_month)
    *day_of_month = g_date_get_day (&date);
}

VlgDay
vlg_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return vlg_day_new ((guint) g_date_time_get_year (now), (guint) g_date_time_get_month (now),
                      (guint) g_date_time_get_day_of_month (now));
}

/* Reads between @min and @max digits; FALSE when there are fewer or more. */
static gboolean
read_digits (const char **cursor,
             guint        min,
             guint        max,
             guint       *value)
{
  guint n = 0;

  *value = 0;
  while (g_ascii_isdigit (**cursor))
    {
      if (++n > max)
        return FALSE;
      *value = *value * 10 + (guint) (**cursor - '0');
      (*cursor)++;
    }

  return n >= min;
}

static gboolean
read_char (const char **cursor,
           char         expected)
{
  if (**cursor != expected)
    return FALSE;

  (*cursor)++;

  return TRUE;
}

static void
skip_blanks (const char **cursor)
{
  for (;;)
    {
      if (g_ascii_isspace (**cursor))
        (*cursor)++;
      else if (g_str_has_prefix (*cursor, "\302\240")) /* no-break blank */
        *cursor += 2;
      else
        return;
    }
}

VlgDay
vlg_day_parse_iso (const char *text)
{
  guint year, month, day;

  if (text == NULL ||
      !read_digits (&text, 4, 4, &year) || !read_char (&text, '-') ||
      !read_digits (&text, 2, 2, &month) || !read_char (&text, '-') ||
      !read_digits (&text, 2, 2, &day) || *text != '\0')
    return VLG_DAY_NONE;

  return vlg_day_new (year, month, day);
}

VlgDay
vlg_day_parse_german (const char *text)
{
  guint year, month, day;

  if (text == NULL)
    return VLG_DAY_NONE;

  skip_blanks (&text);
  if (!read_digits (&text, 1, 2, &day))
    return VLG_DAY_NONE;
  skip_blanks (&text);
  if (!read_char (&text, '.'))
    return VLG_DAY_NONE;
  skip_blanks (&text);
  if (!read_digits (&text, 1, 2, &month))
    return VLG_DAY_NONE;
  skip_blanks (&text);
  if (!read_char (&text, '.'))
    return VLG_DAY_NONE;
  skip_blanks (&text);
  if (!read_digits (&text, 4, 4, &year))
    return VLG_DAY_NONE;
  skip_blanks (&text);

  return *text == '\0' ? vlg_day_new (year, month, day) : VLG_DAY_NONE;
}

char *
vlg_day_to_iso (VlgDay day)
{
  guint year, month, day_of_month;

  if (day == VLG_DAY_NONE)
    return NULL;

  vlg_day_get (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04u-%02u-%02u", year, month, day_of_month);
}

char *
vlg_day_to_german (VlgDay day)
{
  guint year, month, day_of_month;

  if (day == VLG_DAY_NONE)
    return g_strdup ("");

  vlg_day_get (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%02u.%02u.%04u", day_of_month, month, year);
}

char *
vlg_day_to_display (VlgDay day)
{
  g_autoptr (GDateTime) instant = NULL;
  g_autoptr (GString) format = NULL;
  guint year, month, day_of_month;

  if (day == VLG_DAY_NONE)
    return g_strdup ("");

  vlg_day_get (day, &year, &month, &day_of_month);
  /* Noon in UTC: no zone change can push it to another day. */
  instant = g_date_time_new_utc ((int) year, (int) month, (int) day_of_month, 12, 0, 0);

  format = g_string_new (nl_langinfo (D_FMT));
  g_string_replace (format, "%D", "%m/%d/%Y", 0);
  g_string_replace (format, "%y", "%Y", 0);

  return g_date_time_format (instant, format->str);
}

GDateWeekday
vlg_day_weekday (VlgDay day)
{
  GDate date;

  g_return_val_if_fail (day != VLG_DAY_NONE, G_DATE_BAD_WEEKDAY);

  day_to_date (day, &date);

  return g_date_get_weekday (&date);
}
