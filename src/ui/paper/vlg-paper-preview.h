/* vlg-paper-preview.h — the paper of a motion, beside it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-motion.h"
#include "vlg-paper.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

#define VLG_TYPE_PAPER_PREVIEW (vlg_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (VlgPaperPreview, vlg_paper_preview, VLG, PAPER_PREVIEW, AdwBin)

/**
 * VlgPaperPreview:
 *
 * Lays the motion out in a worker thread as soon as it is seen, one layout at a time, and shows the pages. Properties: motion (VlgMotion or NULL),
 * profile (VlgProfile), paper (VlgPaper, read only: NULL until the layout is done).
 */
void      vlg_paper_preview_set_motion (VlgPaperPreview *self, VlgMotion *motion);
VlgPaper *vlg_paper_preview_get_paper  (VlgPaperPreview *self);

G_END_DECLS
