/* vlg-motion-extras.h — what of a motion is shown in its editor, but not edited there
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"
#include "vlg-import-report.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTION_EXTRAS (vlg_motion_extras_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionExtras, vlg_motion_extras, VLG, MOTION_EXTRAS, AdwBin)

/* One section of it; hides itself when there is nothing to show. Properties: section (string: "import"; construct only),
 * draft (VlgDraft or NULL), report (VlgImportReport or NULL). */

G_END_DECLS
