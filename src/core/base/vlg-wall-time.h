/* vlg-wall-time.h — a time of day as the clock on the wall shows it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VlgWallTime:
 *
 * Minutes since the midnight with which a day begins; VLG_WALL_TIME_NONE is "no time given". It has no zone: a meeting at 16:00 is at 16:00 before and after
 * the clocks change. What lasts past midnight counts on: half past midnight, as the end of a meeting of the day before, is 1470. On disk and in JSON it is `HH:MM`.
 */
typedef int VlgWallTime;

#define VLG_WALL_TIME_NONE ((VlgWallTime) -1)
#define VLG_MINUTES_A_DAY 1440

/* The time, or VLG_WALL_TIME_NONE where hour (0 to 23) and minute (0 to 59) name none. */
VlgWallTime  vlg_wall_time_new         (guint hour, guint minute);
/* Whether @time may stand for a beginning: none, or within the day. */
gboolean     vlg_wall_time_is_start    (VlgWallTime time);
/* Whether @time may stand for an end: none, or not later than the midnight after the next one. */
gboolean     vlg_wall_time_is_end      (VlgWallTime time);
/* Reads `16:00`, `16.00`, `9:05`, `16 Uhr`, `16:00 Uhr`, `16`; VLG_WALL_TIME_NONE for anything else (NULL too). */
VlgWallTime  vlg_wall_time_parse       (const char *text);
/* Reads `16:00-18:15 Uhr` as records print it, with a hyphen or a dash and blanks around it, or a beginning alone; an end before the beginning is that of the
 * next day. FALSE, and both untouched, for anything else. */
gboolean     vlg_wall_time_parse_range (const char *text, VlgWallTime *start, VlgWallTime *end);
/* `16:00`; past midnight the time of the next day, `00:30`. NULL for none. Caller owns. */
char        *vlg_wall_time_to_text     (VlgWallTime time);

G_END_DECLS
