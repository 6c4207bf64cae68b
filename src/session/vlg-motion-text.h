/* vlg-motion-text.h — all of a motion as one plain text, to read and to keep
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* Everything that is written in @motion, each under its heading; @profile names the fields of action. @plain: long texts without their CommonMark marks, to be read; else as they
 * are stored, for who cannot save the motion and keeps it elsewhere. Caller owns. */
char *vlg_motion_text_make (VlgMotion *motion, VlgProfile *profile, gboolean plain);

G_END_DECLS
