/* vlg-day.h — a calendar day as a plain number
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VlgDay:
 *
 * A day of the Gregorian calendar as GDate's Julian day number; 0 is "no day". Days compare and
 * subtract as integers. On disk and in JSON a day is `YYYY-MM-DD`.
 */
typedef guint32 VlgDay;

#define VLG_DAY_NONE ((VlgDay) 0)

/* Returns the day, or VLG_DAY_NONE where year (1 to 9999), month and day name none. */
VlgDay        vlg_day_new           (guint year, guint month, guint day);
/* Splits @day, which must not be VLG_DAY_NONE; each out argument may be NULL. */
void          vlg_day_get           (VlgDay day, guint *year, guint *month, guint *day_of_month);
/* Today in the local time zone. */
VlgDay        vlg_day_today         (void);
/* Reads exactly `YYYY-MM-DD`; VLG_DAY_NONE for anything else (NULL too). */
VlgDay        vlg_day_parse_iso     (const char *text);
/* Reads `TT.MM.JJJJ` as printed on papers: one or two digits, blanks around, no two-digit years. */
VlgDay        vlg_day_parse_german  (const char *text);
/* `YYYY-MM-DD`; NULL for VLG_DAY_NONE. Caller owns the string. */
char         *vlg_day_to_iso        (VlgDay day);
/* `TT.MM.JJJJ` as the paper prints it; an empty string for VLG_DAY_NONE. Caller owns the string. */
char         *vlg_day_to_german     (VlgDay day);
/* The day in the form of the user's locale (strftime %x, four-digit year); empty for VLG_DAY_NONE. Caller owns. */
char         *vlg_day_to_display    (VlgDay day);
GDateWeekday  vlg_day_weekday       (VlgDay day);

G_END_DECLS
