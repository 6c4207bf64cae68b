/* vlg-plan-input.h — what the planner is asked, taken from a motion and the calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion.h"
#include "vlg-planner.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* The meetings (VlgMeeting) of @meetings that a motion may still be planned for, with the last day for papers as the profile's bodies have it: those that are planned or
 * invited, have a day and a body of the profile. Strings are borrowed from the meetings. (element-type VlgPlanMeeting), caller owns. */
GArray *vlg_plan_input_dup_meetings (GListModel *meetings, VlgProfile *profile);

/**
 * vlg_plan_input_dup_steps:
 * @rows: (out) (optional) (element-type guint): the row of the sequence each step is; caller owns
 * @after: (out): the day of the last row that has a result, VLG_DAY_NONE for none
 *
 * What is still to go: the rows without a result, as far as the one that decides (information after it waits for no meeting). A row that names no body of the profile is a
 * step that has no meeting, so that the plan stops there and says so. Strings are borrowed from the profile. (element-type VlgPlanStep), caller owns.
 */
GArray *vlg_plan_input_dup_steps    (VlgMotion *motion, VlgProfile *profile, GArray **rows, VlgDay *after);

G_END_DECLS
