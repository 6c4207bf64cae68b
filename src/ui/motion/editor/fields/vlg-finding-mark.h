/* vlg-finding-mark.h — a sign that something was found where it stands
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-field.h"

G_BEGIN_DECLS

#define VLG_TYPE_FINDING_MARK (vlg_finding_mark_get_type ())
G_DECLARE_FINAL_TYPE (VlgFindingMark, vlg_finding_mark, VLG, FINDING_MARK, AdwBin)

/* A button that tells its findings; not to be seen without any. */
GtkWidget *vlg_finding_mark_new    (void);
/* Shows what is found in @field at @row (-1: the field itself) among @findings (element-type VlgFinding; may be NULL). */
void       vlg_finding_mark_update (VlgFindingMark *self, GListModel *findings, VlgField field, int row);

G_END_DECLS
