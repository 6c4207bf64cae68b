/* vlg-findings-popover.h — what the checks found in a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VLG_TYPE_FINDINGS_POPOVER (vlg_findings_popover_get_type ())
G_DECLARE_FINAL_TYPE (VlgFindingsPopover, vlg_findings_popover, VLG, FINDINGS_POPOVER, GtkPopover)

/* Lists findings and follows their model. Property: findings (GListModel of VlgFinding, write only). */

G_END_DECLS
