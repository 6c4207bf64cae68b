/* vlg-motion-editor.h — a motion to write, in the order of the form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"
#include "vlg-import-report.h"
#include "vlg-text-editor.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTION_EDITOR (vlg_motion_editor_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionEditor, vlg_motion_editor, VLG, MOTION_EDITOR, AdwBin)

/**
 * VlgMotionEditor:
 *
 * Properties: draft (VlgDraft or NULL), report (VlgImportReport of the motion or NULL).
 * Actions: motion-editor.undo (Ctrl+Z), .redo (Ctrl+Shift+Z), .open-text (s: the key of a field), .close-text, .section (i: by how many; Ctrl+Page Up and Down),
 * .find (Ctrl+F), .replace (Ctrl+H), .find-next (F3), .find-previous (Shift+F3).
 */
GtkWidget     *vlg_motion_editor_new           (void);
VlgDraft      *vlg_motion_editor_get_draft     (VlgMotionEditor *self);
void           vlg_motion_editor_set_draft     (VlgMotionEditor *self, VlgDraft *draft);
/* Brings the field, or its row at @row unless that is negative, on the screen and focuses it. */
void           vlg_motion_editor_jump          (VlgMotionEditor *self, VlgField field, int row);
/* Takes what is still being typed into the motion: before it is saved for the last time. */
void           vlg_motion_editor_commit        (VlgMotionEditor *self);
/* The editor of the long text that is open, or NULL; borrowed. */
VlgTextEditor *vlg_motion_editor_get_text      (VlgMotionEditor *self);

G_END_DECLS
