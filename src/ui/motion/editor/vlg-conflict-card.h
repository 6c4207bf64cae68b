/* vlg-conflict-card.h — a field that somebody else changed too, to decide
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_CONFLICT_CARD (vlg_conflict_card_get_type ())
G_DECLARE_FINAL_TYPE (VlgConflictCard, vlg_conflict_card, VLG, CONFLICT_CARD, AdwBin)

/* Shows both texts and the three ways out: mine, theirs, both. */
GtkWidget *vlg_conflict_card_new (VlgDraft *draft, VlgConflict *conflict);

G_END_DECLS
