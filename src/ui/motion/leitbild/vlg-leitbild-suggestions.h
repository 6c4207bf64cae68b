/* vlg-leitbild-suggestions.h — what similar motions chose, to take over with one click
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_LEITBILD_SUGGESTIONS (vlg_leitbild_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (VlgLeitbildSuggestions, vlg_leitbild_suggestions, VLG, LEITBILD_SUGGESTIONS, AdwBin)

/* Asks by itself, when the draft is set and when its title and resolution rest, and sets nothing by itself. Invisible while there is nothing to suggest. The similar motions are opened
 * by the action motions.open. */

/* @draft: NULL for none. */
void vlg_leitbild_suggestions_set_draft (VlgLeitbildSuggestions *self, VlgDraft *draft);

/* Signal accepted (s: the key of the field, "" for "not relevant"): the last suggestion was taken over, and the focus has no place here any more. */

G_END_DECLS
