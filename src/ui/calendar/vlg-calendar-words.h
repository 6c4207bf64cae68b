/* vlg-calendar-words.h — what the calendar calls days and what stands on them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-calendar-entry.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* "Tuesday, 19 December 2017". Caller owns. */
char       *vlg_calendar_words_day          (VlgDay day);
/* "December 2017". Caller owns. */
char       *vlg_calendar_words_month        (VlgDay day);
/* Whether a calendar draws it: a consultation that is linked to a meeting is part of that. */
gboolean    vlg_calendar_words_is_drawn     (const VlgCalendarFacts *facts);
/* The body's abbreviation, or its name. Borrowed from @profile or @facts. */
const char *vlg_calendar_words_abbreviation (VlgProfile *profile, const VlgCalendarFacts *facts);
/* "#rrggbb": the body's colour, one by its place among the bodies where the profile says none, "" for a body outside the profile. Static or borrowed from @profile. */
const char *vlg_calendar_words_colour       (VlgProfile *profile, const VlgCalendarFacts *facts);
/* What stands on a chip: "16:00 StR · 3", or "StR BV/422/2017". Caller owns. */
char       *vlg_calendar_words_chip         (VlgProfile *profile, const VlgCalendarFacts *facts);
/* The first line in a list: "Stadtrat", or the title of the motion. Caller owns. */
char       *vlg_calendar_words_title        (const VlgCalendarFacts *facts);
/* All the rest, in one line: "16:00–18:30 · Ratssaal · 3 motions · non-public". Caller owns. */
char       *vlg_calendar_words_details      (const VlgCalendarFacts *facts);

G_END_DECLS
