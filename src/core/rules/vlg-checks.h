/* vlg-checks.h — the rules that look at a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-finding.h"
#include "vlg-motion.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* Looks at @motion and returns its findings in the order of the form, blocking ones first within a field.
 * Only a missing title, resolution or deciding body blocks. Pure: no clock, no disk. (element-type VlgFinding), caller owns. */
GPtrArray *vlg_checks_run          (VlgMotion *motion, VlgProfile *profile);
/* The same for a motion made under @profile while @present is the catalogue in force: a draft that chose what was retired or replaced since is told so. */
GPtrArray *vlg_checks_run_beside   (VlgMotion *motion, VlgProfile *profile, VlgLeitbild *present);
/* Whether moving the motion to the present catalogue is what mends @finding (see vlg-catalogue-rules.h). */
gboolean   vlg_checks_is_outdated  (VlgFinding *finding);
gboolean   vlg_checks_has_blocking (GPtrArray *findings);

G_END_DECLS
