/* vlg-consultation-row.h — a row of the consultation sequence
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-consultation.h"

G_BEGIN_DECLS

#define VLG_TYPE_CONSULTATION_ROW (vlg_consultation_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgConsultationRow, vlg_consultation_row, VLG, CONSULTATION_ROW, AdwPreferencesRow)

/* Shows body, date, role, visibility, and what came of it. Property: consultation (VlgConsultation). */

G_END_DECLS
