/* vlg-choices.h — the closed sets of words as lists to choose from
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (element-type GtkStringObject) A position is the value of the enumeration. Drop-downs of the same words share one model; borrowed. */
GListModel *vlg_choices_roles        (void);
GListModel *vlg_choices_visibilities (void);

/* Offers @choices; a drop-down that has no room for a word ends it with an ellipsis. */
void        vlg_choices_set          (GtkDropDown *drop_down, GListModel *choices);

G_END_DECLS
