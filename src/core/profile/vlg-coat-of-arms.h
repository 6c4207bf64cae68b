/* vlg-coat-of-arms.h — the picture in the head of the paper, which an office brings along
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-profile.h"

G_BEGIN_DECLS

/* Arms are protected by law, so none ship with the program, and they are no part of a profile's JSON: one that is handed on must not hand them on too.
 * Any thread. Property: coat-of-arms (GBytes), so that a preview notices. */

/* A PNG or SVG, or NULL for none. Caller owns. */
GBytes *vlg_profile_dup_coat_of_arms (VlgProfile *self);
/* Takes a reference; NULL for none. */
void    vlg_profile_set_coat_of_arms (VlgProfile *self, GBytes *picture);

G_END_DECLS
