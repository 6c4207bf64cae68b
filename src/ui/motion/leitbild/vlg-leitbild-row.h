/* vlg-leitbild-row.h — a field of action to tick, with its goals
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_LEITBILD_ROW (vlg_leitbild_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgLeitbildRow, vlg_leitbild_row, VLG, LEITBILD_ROW, AdwExpanderRow)

/* A row of the form's table for @field of @leitbild. Floating. */
GtkWidget      *vlg_leitbild_row_new             (VlgDraft       *draft,
                                                  VlgLeitbild    *leitbild,
                                                  VlgActionField *field);
/* Borrowed. */
VlgActionField *vlg_leitbild_row_get_field       (VlgLeitbildRow *self);
/* Ticks the field, or takes the tick back. */
void            vlg_leitbild_row_toggle          (VlgLeitbildRow *self);
/* Brings the row up to what the motion holds. */
void            vlg_leitbild_row_update          (VlgLeitbildRow *self);
/* @findings may be NULL. */
void            vlg_leitbild_row_update_findings (VlgLeitbildRow *self,
                                                  GListModel     *findings);

G_END_DECLS
