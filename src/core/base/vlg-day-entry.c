/* vlg-day-entry.c — a day as a person types it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-day-entry.h"

#include <string.h>

#include "vlg-string.h"

/* Years ahead of today from which on a year of two digits means the last century. */
#define AHEAD 30
#define FAR_DAYS 36600

/* Words as vlg_string_fold() makes them, umlauts also in their other spelling. */
typedef struct {
  const char *word;
  int value;
} Word;

static const Word days[] = {
  { "heute", 0 }, { "today", 0 }, { "morgen", 1 }, { "tomorrow", 1 }, { "ubermorgen", 2 }, { "uebermorgen", 2 }, { "gestern", -1 }, { "yesterday", -1 },
};

static const Word weekdays[] = {
  { "mo", G_DATE_MONDAY }, { "mon", G_DATE_MONDAY }, { "montag", G_DATE_MONDAY }, { "monday", G_DATE_MONDAY },
  { "di", G_DATE_TUESDAY }, { "die", G_DATE_TUESDAY }, { "dienstag", G_DATE_TUESDAY }, { "tu", G_DATE_TUESDAY }, { "tue", G_DATE_TUESDAY }, { "tues", G_DATE_TUESDAY },
  { "tuesday", G_DATE_TUESDAY },
  { "mi", G_DATE_WEDNESDAY }, { "mit", G_DATE_WEDNESDAY }, { "mittwoch", G_DATE_WEDNESDAY }, { "we", G_DATE_WEDNESDAY }, { "wed", G_DATE_WEDNESDAY },
  { "wednesday", G_DATE_WEDNESDAY },
  { "do", G_DATE_THURSDAY }, { "don", G_DATE_THURSDAY }, { "donnerstag", G_DATE_THURSDAY }, { "th", G_DATE_THURSDAY }, { "thu", G_DATE_THURSDAY },
  { "thur", G_DATE_THURSDAY }, { "thurs", G_DATE_THURSDAY }, { "thursday", G_DATE_THURSDAY },
  { "fr", G_DATE_FRIDAY }, { "fre", G_DATE_FRIDAY }, { "fri", G_DATE_FRIDAY }, { "freitag", G_DATE_FRIDAY }, { "friday", G_DATE_FRIDAY },
  { "sa", G_DATE_SATURDAY }, { "sam", G_DATE_SATURDAY }, { "sat", G_DATE_SATURDAY }, { "samstag", G_DATE_SATURDAY }, { "sonnabend", G_DATE_SATURDAY },
  { "saturday", G_DATE_SATURDAY },
  { "so", G_DATE_SUNDAY }, { "son", G_DATE_SUNDAY }, { "su", G_DATE_SUNDAY }, { "sun", G_DATE_SUNDAY }, { "sonntag", G_DATE_SUNDAY }, { "sunday", G_DATE_SUNDAY },
};

static const Word months[] = {
  { "januar", 1 }, { "janner", 1 }, { "jaenner", 1 }, { "january", 1 }, { "jan", 1 }, { "februar", 2 }, { "february", 2 }, { "feb", 2 },
  { "marz", 3 }, { "maerz", 3 }, { "march", 3 }, { "mar", 3 }, { "mrz", 3 }, { "april", 4 }, { "apr", 4 }, { "mai", 5 }, { "may", 5 },
  { "juni", 6 }, { "june", 6 }, { "jun", 6 }, { "juli", 7 }, { "july", 7 }, { "jul", 7 }, { "august", 8 }, { "aug", 8 },
  { "september", 9 }, { "sept", 9 }, { "sep", 9 }, { "oktober", 10 }, { "october", 10 }, { "okt", 10 }, { "oct", 10 },
  { "november", 11 }, { "nov", 11 }, { "dezember", 12 }, { "december", 12 }, { "dez", 12 }, { "dec", 12 },
};

static const Word fillers[] = {
  { "nachster", 0 }, { "nachste", 0 }, { "nachsten", 0 }, { "naechster", 0 }, { "naechste", 0 }, { "naechsten", 0 }, { "kommenden", 0 }, { "am", 0 }, { "den", 0 },
  { "der", 0 }, { "next", 0 }, { "on", 0 },
};

static gboolean
look_up (const Word *words,
         guint       n_words,
         const char *text,
         gsize       length,
         int        *value)
{
  for (guint i = 0; i < n_words; i++)
    if (strlen (words[i].word) == length && strncmp (words[i].word, text, length) == 0)
      {
        *value = words[i].value;
        return TRUE;
      }

  return FALSE;
}

static void
skip_blanks (const char **cursor)
{
  while (g_ascii_isspace (**cursor))
    (*cursor)++;
}

/* The letters at the cursor, moved past them; their number. */
static gsize
read_word (const char **cursor)
{
  const char *start = *cursor;

  while (g_ascii_isalpha (**cursor))
    (*cursor)++;

  return (gsize) (*cursor - start);
}

/* Up to @max digits; how many there were, 0 also where there are more. */
static guint
read_number (const char **cursor,
             guint        max,
             guint       *value)
{
  const char *start = *cursor;

  *value = 0;
  while (g_ascii_isdigit (**cursor) && (guint) (*cursor - start) < max)
    *value = *value * 10 + (guint) (*(*cursor)++ - '0');

  return g_ascii_isdigit (**cursor) ? 0 : (guint) (*cursor - start);
}

static guint
full_year (guint  year,
           guint  n_digits,
           VlgDay today)
{
  guint this_year;

  if (n_digits == 4)
    return year;
  vlg_day_get (today, &this_year, NULL, NULL);
  year += this_year / 100 * 100;

  return year >= this_year + AHEAD ? year - 100 : year;
}

/* The next day with this month (0: any) and day of month, today included. 29 February may be years away. */
static VlgDay
next_such (guint  month,
           guint  day_of_month,
           VlgDay today)
{
  guint year, this_month;

  vlg_day_get (today, &year, &this_month, NULL);
  for (guint i = 0; i <= (month == 0 ? 12u : 8u); i++)
    {
      VlgDay day = month == 0
        ? vlg_day_new (year + (this_month + i - 1) / 12, (this_month + i - 1) % 12 + 1, day_of_month)
        : vlg_day_new (year + i, month, day_of_month);

      if (day != VLG_DAY_NONE && day >= today)
        return day;
    }

  return VLG_DAY_NONE;
}

static VlgDay
add_months (VlgDay today,
            int    n)
{
  guint year, month, day;
  int index;

  vlg_day_get (today, &year, &month, &day);
  index = (int) (year * 12 + month - 1) + n;
  if (index < 12)
    return VLG_DAY_NONE;
  for (; day > 27; day--)
    {
      VlgDay there = vlg_day_new ((guint) index / 12, (guint) index % 12 + 1, day);

      if (there != VLG_DAY_NONE)
        return there;
    }

  return vlg_day_new ((guint) index / 12, (guint) index % 12 + 1, day);
}

/* After a sign: "14", "2w", "1m", also "2 Wochen". */
static VlgDay
parse_offset (const char *cursor,
              int         sign,
              VlgDay      today)
{
  guint n;
  gint64 days_away;
  char unit;

  skip_blanks (&cursor);
  if (read_number (&cursor, 5, &n) == 0 || n > FAR_DAYS)
    return VLG_DAY_NONE;
  skip_blanks (&cursor);
  unit = *cursor;
  read_word (&cursor);
  if (*cursor != '\0' || (unit != '\0' && strchr ("tdwm", unit) == NULL))
    return VLG_DAY_NONE;
  if (unit == 'm')
    return n < 1200 ? add_months (today, sign * (int) n) : VLG_DAY_NONE;

  days_away = (gint64) sign * n * (unit == 'w' ? 7 : 1);
  if (ABS (days_away) > FAR_DAYS || (gint64) today + days_away < 1)
    return VLG_DAY_NONE;

  return (VlgDay) ((gint64) today + days_away);
}

/* "160118", "16012018". */
static VlgDay
parse_digits (const char *digits,
              VlgDay      today)
{
  gsize length = strlen (digits);
  guint value;

  if ((length != 6 && length != 8) || strspn (digits, "0123456789") != length)
    return VLG_DAY_NONE;

  value = (guint) g_ascii_strtoull (digits, NULL, 10);
  return length == 6
    ? vlg_day_new (full_year (value % 100, 2, today), value / 100 % 100, value / 10000)
    : vlg_day_new (value % 10000, value / 10000 % 100, value / 1000000);
}

/* A month in digits or as a word. */
static gboolean
read_month (const char **cursor,
            int         *month)
{
  const char *start = *cursor;
  guint n;

  if (g_ascii_isdigit (*start))
    {
      if (read_number (cursor, 2, &n) == 0)
        return FALSE;
      *month = (int) n;
      return TRUE;
    }

  return look_up (months, G_N_ELEMENTS (months), start, read_word (cursor), month);
}

/* "16.", "16.1.", "16.1.18", "16.1.2018", "16. Januar 2018", also with '/' and without dots between words. */
static VlgDay
parse_day_first (const char *cursor,
                 VlgDay      today)
{
  guint day, year, n_digits;
  int month;

  if (read_number (&cursor, 2, &day) == 0)
    return VLG_DAY_NONE;
  if (*cursor != '.' && *cursor != '/' && !g_ascii_isspace (*cursor) && !g_ascii_isalpha (*cursor))
    return VLG_DAY_NONE;
  if (*cursor == '.' || *cursor == '/')
    cursor++;
  skip_blanks (&cursor);
  if (*cursor == '\0')
    return next_such (0, day, today);

  if (!read_month (&cursor, &month) || month < 1 || month > 12)
    return VLG_DAY_NONE;
  if (*cursor == '.' || *cursor == '/')
    cursor++;
  skip_blanks (&cursor);
  if (*cursor == '\0')
    return next_such ((guint) month, day, today);

  n_digits = read_number (&cursor, 4, &year);
  skip_blanks (&cursor);
  if ((n_digits != 2 && n_digits != 4) || *cursor != '\0')
    return VLG_DAY_NONE;

  return vlg_day_new (full_year (year, n_digits, today), (guint) month, day);
}

static VlgDay
next_weekday (int    weekday,
              VlgDay today)
{
  int ahead = (weekday - (int) vlg_day_weekday (today) + 7) % 7;

  return today + (VlgDay) (ahead == 0 ? 7 : ahead);
}

static VlgDay
parse_date (const char *text,
            VlgDay      today)
{
  VlgDay day = vlg_day_parse_iso (text);

  if (day == VLG_DAY_NONE)
    day = parse_digits (text, today);

  return day != VLG_DAY_NONE ? day : parse_day_first (text, today);
}

static VlgDay
parse_words (const char *text,
             VlgDay      today)
{
  const char *rest = text;
  gsize length = read_word (&rest);
  VlgDay day;
  int value;

  if (look_up (days, G_N_ELEMENTS (days), text, length, &value))
    return *rest == '\0' ? (VlgDay) ((int) today + value) : VLG_DAY_NONE;
  if (look_up (fillers, G_N_ELEMENTS (fillers), text, length, &value))
    {
      skip_blanks (&rest);
      return *rest == '\0' ? VLG_DAY_NONE : g_ascii_isalpha (*rest) ? parse_words (rest, today) : parse_date (rest, today);
    }
  if (!look_up (weekdays, G_N_ELEMENTS (weekdays), text, length, &value))
    return VLG_DAY_NONE;

  if (*rest == '.')
    rest++;
  if (*rest == ',')
    rest++;
  skip_blanks (&rest);
  if (*rest == '\0')
    return next_weekday (value, today);
  if (g_str_has_prefix (rest, "den ") || g_str_has_prefix (rest, "der "))
    rest += 4;
  day = parse_date (rest, today);

  return day != VLG_DAY_NONE && (int) vlg_day_weekday (day) == value ? day : VLG_DAY_NONE;
}

VlgDay
vlg_day_parse_entry (const char *text,
                     VlgDay      today)
{
  g_autofree char *collapsed = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (today != VLG_DAY_NONE, VLG_DAY_NONE);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return VLG_DAY_NONE;

  collapsed = vlg_string_collapse (text);
  folded = vlg_string_fold (collapsed);
  if (*folded == '+' || *folded == '-')
    return parse_offset (folded + 1, *folded == '+' ? 1 : -1, today);
  if (g_ascii_isalpha (*folded))
    return parse_words (folded, today);

  return parse_date (folded, today);
}
