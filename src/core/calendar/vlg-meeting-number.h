/* vlg-meeting-number.h — the number of a meeting
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VLG_TYPE_MEETING_NUMBER (vlg_meeting_number_get_type ())

/**
 * VlgMeetingNumber:
 *
 * An immutable, reference-counted number `BODY/serial/year` (`StR/023/2021`): the body's abbreviation, which may hold blanks and slashes (`OR Mosig/004/2022`),
 * a serial, and the year of the meeting. Any other non-empty text up to 64 characters without line end is kept verbatim as a number of foreign scheme with no parts.
 *
 * The serial is no yearly counter: real records of one council have 024 in May 2007, which no count begun in January reaches, and 023 in October 2021. It goes
 * on over the turn of the year and starts afresh when the office says so, as a rule with a new term of the council (inferred from the records; no rule was
 * found). So year and serial do not tell in which order meetings were held, and the number after the last one is a proposal (see vlg_meeting_number_next()).
 */
typedef struct _VlgMeetingNumber VlgMeetingNumber;

GType             vlg_meeting_number_get_type        (void);
/* Makes `BODY/serial/year`; @serial 1 to 99999 is padded to three digits. VLG_ERROR_INVALID names the part that is wrong. Caller owns. */
VlgMeetingNumber *vlg_meeting_number_new             (const char *body, guint serial, guint year, GError **error);
/* Reads a number; blanks around it and around slashes are dropped, others collapsed. Caller owns; NULL with VLG_ERROR_INVALID. */
VlgMeetingNumber *vlg_meeting_number_parse           (const char *text, GError **error);
/* The number that follows @last in its series for a meeting held in @year, whatever the year of @last. VLG_ERROR_INVALID for a foreign scheme and when the
 * series is exhausted. Caller owns. */
VlgMeetingNumber *vlg_meeting_number_next            (const VlgMeetingNumber *last, guint year, GError **error);
VlgMeetingNumber *vlg_meeting_number_ref             (VlgMeetingNumber *self);
void              vlg_meeting_number_unref           (VlgMeetingNumber *self);
/* The canonical spelling; owned by @self. */
const char       *vlg_meeting_number_get_text        (const VlgMeetingNumber *self);
/* The body's abbreviation; NULL for a foreign scheme. */
const char       *vlg_meeting_number_get_body        (const VlgMeetingNumber *self);
/* 0 for a foreign scheme. */
guint             vlg_meeting_number_get_serial      (const VlgMeetingNumber *self);
guint             vlg_meeting_number_get_year        (const VlgMeetingNumber *self);
gboolean          vlg_meeting_number_equal           (const VlgMeetingNumber *a, const VlgMeetingNumber *b);
/* Whether both count the meetings of one body: capitals aside, for the same council wrote `STR` and later `StR`. */
gboolean          vlg_meeting_number_same_series     (const VlgMeetingNumber *a, const VlgMeetingNumber *b);
/* Body (capitals aside), year, serial; foreign schemes last, by text. For qsort: below, at, above 0. It sorts numbers, not meetings: those sort by their day. */
int               vlg_meeting_number_compare         (const VlgMeetingNumber *a, const VlgMeetingNumber *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgMeetingNumber, vlg_meeting_number_unref)

G_END_DECLS
