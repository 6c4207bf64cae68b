/* vlg-motion-summary.h — what a list shows of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "vlg-day.h"
#include "vlg-kinds.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTION_SUMMARY (vlg_motion_summary_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionSummary, vlg_motion_summary, VLG, MOTION_SUMMARY, GObject)

/* Immutable row of a list; never holds the texts. Properties (read only): id (int64), uid, number, title, state, visibility, next-day (uint).
 * A placeholder, shown until its row is read, has id 0 and empty strings. */
VlgMotionSummary *vlg_motion_summary_new             (gint64 id, const char *uid, const char *number, const char *title,
                                                      VlgState state, VlgVisibility visibility, VlgDay next_day);
VlgMotionSummary *vlg_motion_summary_new_placeholder (void);
gint64            vlg_motion_summary_get_id          (VlgMotionSummary *self);
const char       *vlg_motion_summary_get_uid         (VlgMotionSummary *self);
const char       *vlg_motion_summary_get_number      (VlgMotionSummary *self);
const char       *vlg_motion_summary_get_title       (VlgMotionSummary *self);
VlgState          vlg_motion_summary_get_state       (VlgMotionSummary *self);
VlgVisibility     vlg_motion_summary_get_visibility  (VlgMotionSummary *self);
VlgDay            vlg_motion_summary_get_next_day    (VlgMotionSummary *self);

G_END_DECLS
