/* vlg-annex-edit-row.h — an annex to edit
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-form-row.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_ANNEX_EDIT_ROW (vlg_annex_edit_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgAnnexEditRow, vlg_annex_edit_row, VLG, ANNEX_EDIT_ROW, VlgFormRow)

/* Title and visibility, bound to the annex; its file opens in its program. Signals: open (the text is to be edited), move (int: by how many rows),
 * drop (VlgAnnex to put in this place), replace (by a file to be chosen), remove. Alt+Up and Alt+Down move. */

GtkWidget *vlg_annex_edit_row_new             (VlgAnnex *annex, VlgOffice *office);
VlgAnnex  *vlg_annex_edit_row_get_annex       (VlgAnnexEditRow *self);
/* Shows what is found at @position among @findings (element-type VlgFinding). */
void       vlg_annex_edit_row_update_findings (VlgAnnexEditRow *self, GListModel *findings, int position);

G_END_DECLS
