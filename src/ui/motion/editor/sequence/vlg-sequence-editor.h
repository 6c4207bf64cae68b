/* vlg-sequence-editor.h — the consultation sequence to edit
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_SEQUENCE_EDITOR (vlg_sequence_editor_get_type ())
G_DECLARE_FINAL_TYPE (VlgSequenceEditor, vlg_sequence_editor, VLG, SEQUENCE_EDITOR, AdwBin)

/* Property: draft (VlgDraft or NULL). Action: sequence.add. */

/* Focuses the row at @position, the button that adds one where there is none. */
void vlg_sequence_editor_jump (VlgSequenceEditor *self, int position);

G_END_DECLS
