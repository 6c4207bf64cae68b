/* vlg-motion-view.h — one motion: its header bar, its editor, its paper
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"
#include "vlg-import-report.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTION_VIEW (vlg_motion_view_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionView, vlg_motion_view, VLG, MOTION_VIEW, AdwBin)

/* Properties: office, profile (the office's, read only), motion, report (VlgImportReport or NULL), folded (boolean: show the way back), preview (boolean: the paper is wanted).
 * Its buttons and menu use the motion.* actions of an ancestor. */

/* Makes a draft of @motion to edit; the one shown before is saved and closed. What could not be saved is kept and shown again when its motion is. */
void       vlg_motion_view_set_motion (VlgMotionView *self, VlgMotion *motion);
/* The motion being edited; borrowed. */
VlgMotion *vlg_motion_view_get_motion (VlgMotionView *self);
void       vlg_motion_view_set_report (VlgMotionView *self, VlgImportReport *report);
/* Borrowed; NULL without a motion. */
VlgDraft  *vlg_motion_view_get_draft  (VlgMotionView *self);
/* Takes what is still being typed into the motion. */
void       vlg_motion_view_commit     (VlgMotionView *self);
/* Saves and closes what is written in, also in motions that were left before. On an error, which names the motion, it is still drafted here; @unsaved is that motion, borrowed. */
void       vlg_motion_view_close_async  (VlgMotionView *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean   vlg_motion_view_close_finish (VlgMotionView *self, GAsyncResult *result, VlgMotion **unsaved, GError **error);
/* After an error: the motion that could not be saved is to go as it is (@given_up), so that the next closing passes it over; or all that went this way is kept after all. */
void       vlg_motion_view_give_up      (VlgMotionView *self, gboolean given_up);
/* Opens what finds words in the motion. */
void       vlg_motion_view_find       (VlgMotionView *self);
/* Focuses the field. */
void       vlg_motion_view_jump       (VlgMotionView *self, VlgField field);

G_END_DECLS
