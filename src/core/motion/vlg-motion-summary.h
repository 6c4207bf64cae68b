/* vlg-motion-summary.h — what a list shows of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "vlg-day.h"
#include "vlg-kinds.h"
#include "vlg-motion-details.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTION_SUMMARY (vlg_motion_summary_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionSummary, vlg_motion_summary, VLG, MOTION_SUMMARY, GObject)

/* Row of a list; never holds the texts, and nothing of it changes but the details. Properties (read only): id (int64), uid, number, title, state, visibility, next-day (uint),
 * details (VlgMotionDetails or NULL: read where the row is looked at, and set in the thread of the list).
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
/* Borrowed, NULL until they are read. */
VlgMotionDetails *vlg_motion_summary_get_details     (VlgMotionSummary *self);
void              vlg_motion_summary_set_details     (VlgMotionSummary *self, VlgMotionDetails *details);

G_END_DECLS
