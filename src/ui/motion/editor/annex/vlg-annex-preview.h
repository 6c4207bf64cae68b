/* vlg-annex-preview.h — the file of an annex to look at
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_ANNEX_PREVIEW (vlg_annex_preview_get_type ())
G_DECLARE_FINAL_TYPE (VlgAnnexPreview, vlg_annex_preview, VLG, ANNEX_PREVIEW, AdwWindow)

/* Whether a file of this kind can be shown: PDF and images. */
gboolean vlg_annex_preview_can_show (VlgAnnex *annex);
/* Shows the file of @annex over the window of @widget; read and drawn in worker threads. Page Up and Page Down turn the pages. */
void     vlg_annex_preview_present  (GtkWidget *widget, VlgOffice *office, VlgAnnex *annex);

G_END_DECLS
