/* vlg-ical.h — the calendar as iCalendar (RFC 5545)
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-calendar-event.h"

G_BEGIN_DECLS

/* What the public reads of a meeting that is not public: in the language of the paper, for it leaves the house. */
#define VLG_ICAL_WITHHELD "Nichtöffentliche Sitzung"

/**
 * vlg_ical_write:
 * @events: (element-type VlgCalendarEvent)
 * @edition: VLG_EDITION_PUBLIC for what may leave the house
 * @name: of the calendar
 * @key: (nullable): for the public edition, a secret that stays the same
 *
 * Meetings at their local time with TZID Europe/Berlin and its VTIMEZONE, those of another zone in UTC, those without a beginning and consultations as all-day events. UID is the
 * entity's own; DTSTAMP the instant it changed last, so that the same content gives the same bytes. What iCalendar has no property for stands in X-VORLAGE- ones.
 *
 * Public edition: of a meeting that is not public only that it is a “Nichtöffentliche Sitzung”, when, and whether it is cancelled, under a UID that is keyed by @key (its own may follow from
 * the body's name); of a public one no note; of the consultations
 * only public ones of public motions that were released.
 *
 * Returns: the file, lines folded at 75 octets; caller owns
 */
GBytes    *vlg_ical_write (GPtrArray *events, VlgEdition edition, const char *name, GBytes *key);
/**
 * vlg_ical_read:
 * @name: of the file, for messages
 *
 * Reads what vlg_ical_write() wrote and what other programs write: times in UTC or in a zone of the file's own become those of Europe/Berlin, a UID that is no UUID becomes one that is
 * derived from it (RFC 4122, 4.3), so that reading the same file again finds the same meetings. A body is as the file names it; nobody looked it up.
 *
 * Returns: (element-type VlgCalendarEvent), caller owns; NULL with VLG_ERROR_INVALID, which names the line and what is wrong there, or an error of vlg_text_decode()
 */
GPtrArray *vlg_ical_read  (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
