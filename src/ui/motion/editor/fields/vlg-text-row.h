/* vlg-text-row.h — a long text of a motion: its beginning, and the way to it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_TEXT_ROW (vlg_text_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgTextRow, vlg_text_row, VLG, TEXT_ROW, AdwActionRow)

/* Properties: field (string: its key), draft (VlgDraft or NULL). Activated, it calls the action motion-editor.open-text with the key. */

/* The beginning of @markdown without its marks, in one paragraph. Caller owns. */
char *vlg_text_row_excerpt (const char *markdown);

G_END_DECLS
