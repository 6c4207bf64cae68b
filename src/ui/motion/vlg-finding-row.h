/* vlg-finding-row.h — a finding of the checks
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-finding.h"

G_BEGIN_DECLS

#define VLG_TYPE_FINDING_ROW (vlg_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgFindingRow, vlg_finding_row, VLG, FINDING_ROW, GtkListBoxRow)

/* Shows what was found, how grave it is and how to mend it. Properties: finding (VlgFinding), mend (string: what its button says, NULL for none).
 * Signal `mend` (VlgFinding): the button was pressed. */

G_END_DECLS
