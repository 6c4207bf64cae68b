/* vlg-office-private.h — what the files of an office share (private to session/)
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"

G_BEGIN_DECLS

/* Makes @profile, which the calling thread read, the one in force; the main thread's deed. */
void vlg_office_take_profile    (VlgOffice *self, VlgProfile *profile);
/* Puts the picture (NULL: none) at the head of the papers of every profile that was given out. */
void vlg_office_show_arms       (VlgOffice *self, GBytes *picture);
/* Lets those papers have the page of rationales, or not. */
void vlg_office_show_rationales (VlgOffice *self, gboolean shown);

G_END_DECLS
