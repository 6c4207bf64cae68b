/* vlg-editor-bar.h — undo, how it stands with saving, what is to fix, the stage
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_EDITOR_BAR (vlg_editor_bar_get_type ())
G_DECLARE_FINAL_TYPE (VlgEditorBar, vlg_editor_bar, VLG, EDITOR_BAR, AdwBin)

/* Property: draft (VlgDraft or NULL). Its buttons use motion-editor.undo and .redo of an ancestor. Signal finding (VlgFinding): one was chosen, to go to its field. */

G_END_DECLS
