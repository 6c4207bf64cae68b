/* form-projection.h — what of a motion its printed form shows, as lines that can be compared
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion.h"

G_BEGIN_DECLS

/* One "key: value" a line, in the order of the form: plain text without marks, runs of blanks and line ends as one blank. What the form does not print (kind of a body, role,
 * stage, uids, files of annexes) does not count. Caller owns. */
char *form_projection (VlgMotion *motion);

G_END_DECLS
