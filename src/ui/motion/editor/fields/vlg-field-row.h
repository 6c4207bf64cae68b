/* vlg-field-row.h — a short text of a motion to edit
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_FIELD_ROW (vlg_field_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgFieldRow, vlg_field_row, VLG, FIELD_ROW, AdwEntryRow)

/* Properties: field (string: its key), draft (VlgDraft or NULL). */

G_END_DECLS
