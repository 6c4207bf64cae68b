/* vlg-annex-row.h — an annex in the summary of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_ANNEX_ROW (vlg_annex_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgAnnexRow, vlg_annex_row, VLG, ANNEX_ROW, AdwPreferencesRow)

/* Shows number and title; activated, it opens the file in its program or the text in a dialog. Properties: office (VlgOffice), annex (VlgAnnex). */

G_END_DECLS
