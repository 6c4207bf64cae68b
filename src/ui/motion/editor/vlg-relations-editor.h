/* vlg-relations-editor.h — what a motion does to others, and what others do to it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_RELATIONS_EDITOR (vlg_relations_editor_get_type ())
/* Property: draft (VlgDraft or NULL). Rows of motions that are in the office open them by the action motions.open. Action: relations.add. */
G_DECLARE_FINAL_TYPE (VlgRelationsEditor, vlg_relations_editor, VLG, RELATIONS_EDITOR, AdwBin)

G_END_DECLS
