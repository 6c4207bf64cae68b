/* vlg-body-calendar.h — how a body meets
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-deadline.h"
#include "vlg-meeting-rule.h"

G_BEGIN_DECLS

#define VLG_TYPE_BODY_CALENDAR (vlg_body_calendar_get_type ())
G_DECLARE_FINAL_TYPE (VlgBodyCalendar, vlg_body_calendar, VLG, BODY_CALENDAR, GObject)

/* Immutable: settings of a body for its meetings, each of which may be absent. */

/* @colour "#rrggbb" or ""; @mandatory_for the keys of the kinds of motion that must come before the body, may be NULL; @rule may be NULL; @terms has VLG_N_DEADLINES
 * entries, each of which may be NULL; @agenda (element-type VlgAgendaItem) may be NULL. All copied or referenced. Caller owns. */
VlgBodyCalendar       *vlg_body_calendar_new              (const char *colour, const char * const *mandatory_for, const VlgMeetingRule *rule,
                                                           VlgDeadlineTerm * const *terms, GListModel *agenda);
const char            *vlg_body_calendar_get_colour       (VlgBodyCalendar *self);
/* Whether a motion of @kind ("BV") must come before the body. */
gboolean               vlg_body_calendar_is_mandatory_for (VlgBodyCalendar *self, const char *kind);
/* NULL for none. Borrowed. */
const VlgMeetingRule  *vlg_body_calendar_get_rule         (VlgBodyCalendar *self);
/* NULL for none. Borrowed. */
const VlgDeadlineTerm *vlg_body_calendar_get_term         (VlgBodyCalendar *self, VlgDeadlineKind deadline);
/* The standard agenda (element-type VlgAgendaItem), empty for none. Borrowed. */
GListModel            *vlg_body_calendar_get_agenda       (VlgBodyCalendar *self);

G_END_DECLS
