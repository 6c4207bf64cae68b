/* vlg-office-actions.h — the office's choices, for menus
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-office.h"

G_BEGIN_DECLS

/* Gives @window the actions of group "office", whose states follow what is chosen, also by others: office.print-rationales (toggle). */
void vlg_office_actions_install (GtkWindow *window, VlgOffice *office);

G_END_DECLS
