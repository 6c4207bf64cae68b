/* vlg-motion-view.h — one motion: its header bar, its summary, its paper
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-import-report.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTION_VIEW (vlg_motion_view_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionView, vlg_motion_view, VLG, MOTION_VIEW, AdwBin)

/* Properties: office, profile (the office's, read only), motion, report (VlgImportReport or NULL), folded (boolean: show the way back), preview (boolean: the paper is wanted),
 * findings (GListModel of VlgFinding, read only). Its buttons and menu use the motion.* actions of an ancestor. */
void        vlg_motion_view_set_motion   (VlgMotionView *self, VlgMotion *motion);
void        vlg_motion_view_set_report   (VlgMotionView *self, VlgImportReport *report);
/* (element-type VlgFinding) borrowed. */
GListModel *vlg_motion_view_get_findings (VlgMotionView *self);

G_END_DECLS
