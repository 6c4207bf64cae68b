/* vlg-standard-sequences.h — the office's standard sequences, behind a button
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_STANDARD_SEQUENCES (vlg_standard_sequences_get_type ())
G_DECLARE_FINAL_TYPE (VlgStandardSequences, vlg_standard_sequences, VLG, STANDARD_SEQUENCES, AdwBin)

/* Property: draft (VlgDraft or NULL). Applies one to the draft's sequence, in one step to undo: it takes the place of rows that name no body and follows all others. Keeps the draft's
 * own under a name, deletes one with Undo. Signal `applied` (int: the place of its first row). Actions: sequence.standard (opens), sequence.save-standard. */

G_END_DECLS
