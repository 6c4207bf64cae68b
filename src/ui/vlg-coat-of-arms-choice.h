/* vlg-coat-of-arms-choice.h — the person chooses, exchanges or removes the coat of arms
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-office.h"

G_BEGIN_DECLS

/* Asks for a picture, or where there is one already what to do with it; says in a toast over @place what became of it, with Undo. */
void vlg_coat_of_arms_choose (GtkWidget *place, VlgOffice *office);
/* Takes the picture of @file, NULL: removes it; the same toast. */
void vlg_coat_of_arms_take   (GtkWidget *place, VlgOffice *office, GFile *file);

G_END_DECLS
