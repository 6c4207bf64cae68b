/* vlg-calendar-checks.h — the rules that look at a motion's way through the calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-finding.h"
#include "vlg-motion.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/**
 * vlg_calendar_checks_run:
 * @motion: a motion
 * @profile: its profile
 * @meetings: (element-type VlgMeeting): what is known of the calendar, in any order
 * @today: the day the question is asked on
 *
 * What vlg_checks_run() cannot know, as it sees neither meetings nor the clock: "mandatory-body-missing", "meeting-missing" (the body has no meeting on that day,
 * though it has others in the calendar), "meeting-cancelled", "deadline-missed" (the last day for papers is over and the motion is not released yet). Rows
 * with a result are over, and pass. All warn and none blocks: a clerk at 17:55 must be able to go on. Pure.
 *
 * Returns: (element-type VlgFinding): in the order of the rules and rows; caller owns
 */
GPtrArray *vlg_calendar_checks_run (VlgMotion *motion, VlgProfile *profile, GListModel *meetings, VlgDay today);

/**
 * vlg_calendar_checks_run_all:
 *
 * The same, and before them what vlg_checks_run() finds in the sequence alone, for who shows nothing but the plan: dates out of order, two bodies on the
 * same evening, the deciding body not last, holiday, weekend, a body that does not exist on the day. Sorted by row, those of the whole sequence first.
 *
 * Returns: (element-type VlgFinding): caller owns
 */
GPtrArray *vlg_calendar_checks_run_all (VlgMotion *motion, VlgProfile *profile, GListModel *meetings, VlgDay today);

G_END_DECLS
