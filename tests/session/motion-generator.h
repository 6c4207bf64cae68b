/* motion-generator.h — motions of odd shapes
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* The motion of @seed: always the same. Half are of everyday size, the other half is odd in one respect each (empty fields, words longer than a line, forty consultations,
 * nested lists, hyphens of every kind, no number), and @pages of text go into an annex of every hundredth. Caller owns. */
VlgMotion *motion_generator_make (guint seed, VlgProfile *profile, guint pages);

G_END_DECLS
