/* vlg-annex-past-dialog.h — the files an annex had before
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_ANNEX_PAST_DIALOG (vlg_annex_past_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VlgAnnexPastDialog, vlg_annex_past_dialog, VLG, ANNEX_PAST_DIALOG, AdwWindow)

/* Lists them over the window of @widget, each to be opened or put back in place of the present one. */
void vlg_annex_past_dialog_present (GtkWidget *widget, VlgOffice *office, VlgAnnex *annex);

G_END_DECLS
