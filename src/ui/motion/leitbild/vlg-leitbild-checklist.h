/* vlg-leitbild-checklist.h — "Relevanz mit Leitbild" of a motion, to tick
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_LEITBILD_CHECKLIST (vlg_leitbild_checklist_get_type ())
G_DECLARE_FINAL_TYPE (VlgLeitbildChecklist, vlg_leitbild_checklist, VLG, LEITBILD_CHECKLIST, AdwBin)

/* Property: draft (VlgDraft). Space ticks the row with the focus, Enter opens it to its goals, a goal number typed on a row goes to its field, ticks it and names the goal. */
/* Puts the focus on the first row, where the arrows, Space and goal numbers are heard. */
void vlg_leitbild_checklist_jump (VlgLeitbildChecklist *self);

G_END_DECLS
