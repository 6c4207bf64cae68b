/* vlg-meeting-rule.h — when a body meets, and the days of a year that follow from it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-calendar-kinds.h"
#include "vlg-day.h"
#include "vlg-wall-time.h"
#include "vlg-working-days.h"

G_BEGIN_DECLS

#define VLG_TYPE_MEETING_RULE (vlg_meeting_rule_get_type ())

#define VLG_NTH_LAST (-1)

/**
 * VlgMeetingRule:
 * @pattern: monthly (the @nth @weekday of the month) or weekly (the @weekday of every @weeks-th week)
 * @weekday: Monday to Sunday
 * @nth: monthly: 1 to 5, or VLG_NTH_LAST; a month without a fifth has no meeting
 * @months: monthly: the months it holds for, January as bit 0; 0 for all
 * @weeks: weekly: 1 for every week
 * @anchor: weekly: any day of a week (Monday to Sunday) with a meeting, from which weeks are counted in both directions
 * @start: when it begins
 * @end: when it is expected to end, or none
 * @room: where, or ""
 * @on_holiday: what becomes of a meeting on a public holiday
 * @in_school_holidays: what becomes of a meeting in the school holidays
 *
 * Settings of a body; practice of the office.
 */
typedef struct {
  VlgMeetingPattern pattern;
  GDateWeekday      weekday;
  int               nth;
  guint             months;
  guint             weeks;
  VlgDay            anchor;
  VlgWallTime       start;
  VlgWallTime       end;
  char             *room; /* owned */
  VlgShift          on_holiday;
  VlgShift          in_school_holidays;
} VlgMeetingRule;

/* A day that follows from a rule, and what became of it. */
typedef struct {
  VlgDay ruled;   /* the day the rule says */
  VlgDay day;     /* the day proposed: the same, another one, or VLG_DAY_NONE where it is left out */
  char  *reason;  /* owned; translated: why it is another one or none, "" where it is the same */
} VlgMeetingProposal;

GType           vlg_meeting_rule_get_type    (void);
/* The first Monday of the month, no times, shifted nowhere: holidays are left out. Caller owns and fills the fields. */
VlgMeetingRule *vlg_meeting_rule_new         (void);
VlgMeetingRule *vlg_meeting_rule_copy        (const VlgMeetingRule *self);
void            vlg_meeting_rule_free        (VlgMeetingRule *self);

/**
 * vlg_meeting_rule_preview:
 * @from: first day the rule is applied to
 * @to: last one
 * @holiday_rule: see vlg_holidays_lookup()
 * @school_holidays: (nullable) (element-type VlgDayRange): of the profile
 *
 * The meetings the rule makes, in the order of the days it says. A public holiday goes before school holidays where both hold. A shifted day is looked at again, and goes on in
 * the same direction; where the policies would send it back, where nothing is found within a hundred days, or where another meeting of the list stands
 * already, it is left out, and the reason says so. Pure.
 *
 * Returns: (element-type VlgMeetingProposal): caller owns
 */
GPtrArray      *vlg_meeting_rule_preview     (const VlgMeetingRule *self, VlgDay from, VlgDay to, const char *holiday_rule, GPtrArray *school_holidays);
void            vlg_meeting_proposal_free    (VlgMeetingProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgMeetingRule, vlg_meeting_rule_free)

G_END_DECLS
