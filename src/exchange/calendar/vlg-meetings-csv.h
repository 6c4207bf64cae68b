/* vlg-meetings-csv.h — meetings as a table for a spreadsheet
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-calendar-event.h"

G_BEGIN_DECLS

/* Columns uid, number, body, day, start, end, room, state, visibility, note; a meeting a row. */

/* The meetings among @events (element-type VlgCalendarEvent); RFC 4180 with a byte order mark, without which a spreadsheet would misread the umlauts. Caller owns. */
GBytes    *vlg_meetings_csv_write (GPtrArray *events);
/**
 * vlg_meetings_csv_read:
 *
 * With commas, semicolons or tabs between the cells, as the first line has them; columns in any order, also under their German names (Gremium, Datum, Beginn, Ende, Raum …); only body
 * and day must be there. Days are 2030-06-12 or 12.06.2030, times 16:00 or 16 Uhr. A row without a uid is given one that is derived from its body, day and beginning, so that reading
 * the same table again finds the same meetings.
 *
 * Returns: (element-type VlgCalendarEvent), caller owns; NULL with VLG_ERROR_INVALID, which names the line, or an error of vlg_text_decode(), which names @name
 */
GPtrArray *vlg_meetings_csv_read  (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
