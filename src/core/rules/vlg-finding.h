/* vlg-finding.h — what a check found
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-field.h"
#include "vlg-kinds.h"

G_BEGIN_DECLS

#define VLG_TYPE_FINDING (vlg_finding_get_type ())
G_DECLARE_FINAL_TYPE (VlgFinding, vlg_finding, VLG, FINDING, GObject)

/* Immutable. @rule: a stable key ("date-on-holiday"); @row: index in the field's list, -1 for the field itself; @message and @remedy: translated. */
VlgFinding  *vlg_finding_new          (const char *rule, VlgSeverity severity, VlgField field, int row, const char *message, const char *remedy);
const char  *vlg_finding_get_rule     (VlgFinding *self);
VlgSeverity  vlg_finding_get_severity (VlgFinding *self);
VlgField     vlg_finding_get_field    (VlgFinding *self);
int          vlg_finding_get_row      (VlgFinding *self);
const char  *vlg_finding_get_message  (VlgFinding *self);
const char  *vlg_finding_get_remedy   (VlgFinding *self);

G_END_DECLS
