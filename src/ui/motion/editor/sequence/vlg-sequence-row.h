/* vlg-sequence-row.h — a consultation to edit
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-consultation.h"
#include "vlg-form-row.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

#define VLG_TYPE_SEQUENCE_ROW (vlg_sequence_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgSequenceRow, vlg_sequence_row, VLG, SEQUENCE_ROW, VlgFormRow)

/* Body, role, visibility and day, bound to the consultation; its votes are shown. Signals: move (int: by how many rows), drop (VlgConsultation to put in this place),
 * remove. Alt+Up and Alt+Down move. */

GtkWidget       *vlg_sequence_row_new              (VlgConsultation *consultation, VlgProfile *profile);
VlgConsultation *vlg_sequence_row_get_consultation (VlgSequenceRow *self);
/* Whether there is little room: then it shows in two lines what it holds, and its fields when it is open. */
void             vlg_sequence_row_set_narrow       (VlgSequenceRow *self, gboolean narrow);
gboolean         vlg_sequence_row_get_open         (VlgSequenceRow *self);
void             vlg_sequence_row_set_open         (VlgSequenceRow *self, gboolean open);
/* Lines the columns up with those of other rows. @groups: of role, visibility, day, votes. */
void             vlg_sequence_row_add_to_groups    (VlgSequenceRow *self, GtkSizeGroup **groups);
/* Shows what is found at @position among @findings (element-type VlgFinding). */
void             vlg_sequence_row_update_findings  (VlgSequenceRow *self, GListModel *findings, int position);

G_END_DECLS
