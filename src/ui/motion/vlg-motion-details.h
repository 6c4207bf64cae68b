/* vlg-motion-details.h — a motion at a glance, in the order of the form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-import-report.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTION_DETAILS (vlg_motion_details_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionDetails, vlg_motion_details, VLG, MOTION_DETAILS, AdwBin)

/* Properties: office, motion, report (VlgImportReport or NULL). Actions: details.unrecognised. Uses motion.report of an ancestor. */
void vlg_motion_details_set_motion (VlgMotionDetails *self, VlgMotion *motion);

G_END_DECLS
