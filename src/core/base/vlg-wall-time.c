/* vlg-wall-time.c — a time of day as the clock on the wall shows it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-wall-time.h"

#include <string.h>

VlgWallTime
vlg_wall_time_new (guint hour,
                   guint minute)
{
  return hour < 24 && minute < 60 ? (VlgWallTime) (hour * 60 + minute) : VLG_WALL_TIME_NONE;
}

gboolean
vlg_wall_time_is_start (VlgWallTime time)
{
  return time >= VLG_WALL_TIME_NONE && time < VLG_MINUTES_A_DAY;
}

gboolean
vlg_wall_time_is_end (VlgWallTime time)
{
  return time >= VLG_WALL_TIME_NONE && time <= 2 * VLG_MINUTES_A_DAY;
}

static gboolean
read_digits (const char **cursor,
             guint       *value)
{
  guint n = 0;

  for (*value = 0; n < 2 && g_ascii_isdigit (**cursor); n++)
    *value = *value * 10 + (guint) (*(*cursor)++ - '0');

  return n > 0 && !g_ascii_isdigit (**cursor);
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

/* Reads a time and the blanks after it, and leaves the cursor behind them. */
static VlgWallTime
read_time (const char **cursor)
{
  guint hour, minute = 0;

  skip_blanks (cursor);
  if (!read_digits (cursor, &hour))
    return VLG_WALL_TIME_NONE;
  if (**cursor == ':' || **cursor == '.')
    {
      const char *digits = ++*cursor;

      if (!read_digits (cursor, &minute) || *cursor - digits != 2)
        return VLG_WALL_TIME_NONE;
    }
  skip_blanks (cursor);
  if (g_ascii_strncasecmp (*cursor, "uhr", 3) == 0)
    {
      *cursor += 3;
      skip_blanks (cursor);
    }

  return vlg_wall_time_new (hour, minute);
}

VlgWallTime
vlg_wall_time_parse (const char *text)
{
  VlgWallTime time;

  if (text == NULL)
    return VLG_WALL_TIME_NONE;

  time = read_time (&text);

  return *text == '\0' ? time : VLG_WALL_TIME_NONE;
}

/* A hyphen, a dash or the word; FALSE where none stands at the cursor. */
static gboolean
skip_until (const char **cursor)
{
  static const char * const marks[] = { "-", "–", "—", "bis" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_str_has_prefix (*cursor, marks[i]))
        {
          *cursor += strlen (marks[i]);
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
vlg_wall_time_parse_range (const char  *text,
                           VlgWallTime *start,
                           VlgWallTime *end)
{
  VlgWallTime first, last = VLG_WALL_TIME_NONE;

  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  first = read_time (&text);
  if (first == VLG_WALL_TIME_NONE)
    return FALSE;

  if (*text != '\0')
    {
      if (!skip_until (&text))
        return FALSE;
      last = read_time (&text);
      if (last == VLG_WALL_TIME_NONE || *text != '\0')
        return FALSE;
      if (last < first)
        last += VLG_MINUTES_A_DAY;
    }

  *start = first;
  *end = last;

  return TRUE;
}

char *
vlg_wall_time_to_text (VlgWallTime time)
{
  if (time == VLG_WALL_TIME_NONE)
    return NULL;

  return g_strdup_printf ("%02d:%02d", time / 60 % 24, time % 60);
}
