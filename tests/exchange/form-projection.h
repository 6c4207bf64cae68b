/* form-projection.h — what of a motion its printed form shows, as lines that can be compared
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* What the form prints of a motion, as plain text with normalised blanks, one field a line: two motions with the same projection
 * print the same form. Caller owns. */
char *form_projection (VlgMotion *motion, VlgProfile *profile);

G_END_DECLS
