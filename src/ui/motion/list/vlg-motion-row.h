/* vlg-motion-row.h — a motion in the list
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-motion-summary.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTION_ROW (vlg_motion_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionRow, vlg_motion_row, VLG, MOTION_ROW, GtkBox)

/* Shows number, title, state, next date, whether the motion is non-public and, while a search stands, where its words were found. Property: summary (VlgMotionSummary or NULL). */
void vlg_motion_row_set_summary (VlgMotionRow *self, VlgMotionSummary *summary);

G_END_DECLS
