/* vlg-annex-editor.h — the annexes to edit
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_ANNEX_EDITOR (vlg_annex_editor_get_type ())
G_DECLARE_FINAL_TYPE (VlgAnnexEditor, vlg_annex_editor, VLG, ANNEX_EDITOR, AdwBin)

/* Property: draft (VlgDraft or NULL). Actions: annexes.add-text, annexes.add-files; files are dropped and pasted, too. Signal open-text (VlgAnnex): its text is to be edited. */

/* Focuses the row at @position, the button that adds one where there is none. */
void vlg_annex_editor_jump (VlgAnnexEditor *self, int position);

G_END_DECLS
