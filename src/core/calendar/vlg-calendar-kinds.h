/* vlg-calendar-kinds.h — the closed sets of words of the calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Each enumeration is stored and exchanged by its GEnum nick ("next-working-day"). */

typedef enum {
  VLG_MEETING_STATE_PLANNED,
  VLG_MEETING_STATE_INVITED,
  VLG_MEETING_STATE_HELD,
  VLG_MEETING_STATE_CANCELLED,
} VlgMeetingState;

/* What an agenda item is for. Decisions and information are headings: motions are entered below them. */
typedef enum {
  VLG_AGENDA_KIND_PLAIN,
  VLG_AGENDA_KIND_DECISIONS,
  VLG_AGENDA_KIND_INFORMATION,
  VLG_AGENDA_KIND_ANNOUNCEMENT,
} VlgAgendaKind;

/* How an item came onto the agenda. */
typedef enum {
  VLG_AGENDA_ORIGIN_REGULAR,
  VLG_AGENDA_ORIGIN_ADDENDUM,
  VLG_AGENDA_ORIGIN_URGENT,
} VlgAgendaOrigin;

/* For whom an agenda is printed. */
typedef enum {
  VLG_EDITION_FULL,
  VLG_EDITION_PUBLIC,
} VlgEdition;

typedef enum {
  VLG_DEADLINE_PAPERS,
  VLG_DEADLINE_INVITATION,
  VLG_DEADLINE_NOTICE,
} VlgDeadlineKind;

#define VLG_N_DEADLINES (VLG_DEADLINE_NOTICE + 1)

/* Which days a period counts. Working days are Monday to Friday without public holidays. */
typedef enum {
  VLG_DAY_COUNT_CALENDAR,
  VLG_DAY_COUNT_WORKING,
} VlgDayCount;

typedef enum {
  VLG_MEETING_PATTERN_MONTHLY,
  VLG_MEETING_PATTERN_WEEKLY,
} VlgMeetingPattern;

/* What becomes of a meeting whose day is one on which the body does not meet. */
typedef enum {
  VLG_SHIFT_LEAVE_OUT,
  VLG_SHIFT_KEEP,
  VLG_SHIFT_NEXT_WORKING_DAY,
  VLG_SHIFT_PREVIOUS_WORKING_DAY,
  VLG_SHIFT_WEEK_LATER,
  VLG_SHIFT_WEEK_EARLIER,
} VlgShift;

/* Translated words for people; static. */
const char *vlg_meeting_state_get_label (VlgMeetingState state);
const char *vlg_agenda_origin_get_label (VlgAgendaOrigin origin);
const char *vlg_deadline_get_label      (VlgDeadlineKind deadline);

/* Whether a meeting may go from @from to @to: planned → invited, held (entered afterwards) or cancelled; invited → held or cancelled; cancelled → planned, taken up
 * again; held is final. Practice of the office. Undo goes back without asking. */
gboolean    vlg_meeting_state_can_change (VlgMeetingState from, VlgMeetingState to);

G_END_DECLS
