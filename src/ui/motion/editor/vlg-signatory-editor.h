/* vlg-signatory-editor.h — who signs the motion, by name
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_SIGNATORY_EDITOR (vlg_signatory_editor_get_type ())
G_DECLARE_FINAL_TYPE (VlgSignatoryEditor, vlg_signatory_editor, VLG, SIGNATORY_EDITOR, AdwBin)

/* Property: draft (VlgDraft). */
/* Puts the focus on the first name. */
void vlg_signatory_editor_jump (VlgSignatoryEditor *self);

G_END_DECLS
