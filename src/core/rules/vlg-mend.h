/* vlg-mend.h — what can be done about a finding at the press of a button
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-checks.h"

G_BEGIN_DECLS

/* What a button beside @finding, one of vlg_checks_run() over @motion, is to say ("Put Stadtrat last"); NULL where only a person can mend it, or where the row is confirmed or has
 * votes or a result that a mend would falsify. Mended is what has one answer: a deciding body goes last (nothing but information follows the decision), rows go by their dates, a day off
 * (§ 2 FeiertG LSA) becomes the next working day, an empty or doubled row goes, a body that may not decide consults beforehand, what may not be public (§ 52 KVG LSA) is not, ticks go where
 * the motion is not relevant, a field with a goal is ticked. Pure. Caller owns. */
char     *vlg_mend_get_label (VlgFinding *finding, VlgMotion *motion, VlgProfile *profile);
/* Does it to @motion. FALSE and nothing done where there is no mend, or where the checks no longer find the same. */
gboolean  vlg_mend_apply     (VlgFinding *finding, VlgMotion *motion, VlgProfile *profile);

G_END_DECLS
