/* vlg-catalogue-goal-row.h — a goal of the catalogue to work on
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-catalogue-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_CATALOGUE_GOAL_ROW (vlg_catalogue_goal_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgCatalogueGoalRow, vlg_catalogue_goal_row, VLG, CATALOGUE_GOAL_ROW, AdwExpanderRow)

/* Opens to number, text, what it replaces, whether it is retired. Signals: `remove`; `drop` (VlgCatalogueGoal: dragged onto this row). Floating. */
GtkWidget        *vlg_catalogue_goal_row_new      (VlgCatalogueDraft *draft, VlgCatalogueGoal *goal);
/* Borrowed. */
VlgCatalogueGoal *vlg_catalogue_goal_row_get_goal (VlgCatalogueGoalRow *self);
/* Opens the row and goes to its text. */
void              vlg_catalogue_goal_row_edit     (VlgCatalogueGoalRow *self);

G_END_DECLS
