/* vlg-new-motion-dialog.h — a new motion's kind, origin and title, and what it begins with
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_NEW_MOTION_DIALOG (vlg_new_motion_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VlgNewMotionDialog, vlg_new_motion_dialog, VLG, NEW_MOTION_DIALOG, AdwWindow)

/* Asks over @parent and makes the motion, an empty one, a copy of @shown (may be NULL) or one from a template; remembers kind and origin in @settings. Signal `created` (string: the motion's uid). Stays open when the motion could not be stored. */
GtkWidget *vlg_new_motion_dialog_new (GtkWindow *parent, VlgOffice *office, GSettings *settings, VlgMotion *shown);

G_END_DECLS
