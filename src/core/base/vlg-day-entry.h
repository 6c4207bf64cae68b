/* vlg-day-entry.h — a day as a person types it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day.h"

G_BEGIN_DECLS

/* Reads what a person typed into a date field, in German or English, capitals and blanks aside; @today is what it is relative to. VLG_DAY_NONE for anything else.
 *
 * - `heute`, `today`, `morgen`, `tomorrow`, `übermorgen` (`uebermorgen`), `gestern`, `yesterday`;
 * - a weekday, whole or abbreviated (`Mi`, `Mittwoch`, `Wed`): the next one after @today; `nächsten Mi` and `next Wed` say the same;
 * - `+14`, `-3`: days from @today; `+2w` weeks, `+1m` months (the last day of a shorter month);
 * - `16.` the next 16th, `16.1.` the next 16 January, today included; `16.1.18`, `16.1.2018`; a month may be a word (`16. Januar`, `16 Jan 2018`);
 * - `160118`, `16012018` (six or eight digits, day first); ISO `2018-01-16`; a leading weekday is skipped where the day follows (`Mi, 17.1.18`), and must be right.
 *
 * A year of two digits is of this century, and of the last one from 30 years ahead on. */
VlgDay vlg_day_parse_entry (const char *text, VlgDay today);

G_END_DECLS
