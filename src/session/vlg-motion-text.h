/* vlg-motion-text.h — what is written in a motion, as one plain text to keep
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion.h"

G_BEGIN_DECLS

/* Every text of @motion under its heading, word by word as it was written, the consultations and the annexes that are texts among them: for who cannot save it. Caller owns. */
char *vlg_motion_text_make (VlgMotion *motion);

G_END_DECLS
