/* vlg-register-window.h — the number register of the office
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-number-register.h"

G_BEGIN_DECLS

#define VLG_TYPE_REGISTER_WINDOW (vlg_register_window_get_type ())
G_DECLARE_FINAL_TYPE (VlgRegisterWindow, vlg_register_window, VLG, REGISTER_WINDOW, AdwWindow)

/* Every number of a series, with what became of it; stays up to date. Signal `open` (string: the uid of a motion), after which it closes. Actions: register.void (s: a number),
 * register.reserve. Kind and origin last used come from @settings. */
GtkWidget *vlg_register_window_new (GtkWindow *parent, VlgOffice *office, GSettings *settings);

G_END_DECLS
