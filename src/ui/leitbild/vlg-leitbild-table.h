/* vlg-leitbild-table.h — the figures of the Leitbild as plain tables
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-field-bars.h"
#include "vlg-leitbild-report.h"

G_BEGIN_DECLS

/* What the bars and the map show, for eyes and screen readers that get more from words: each figure is a button for leitbild.open-bar or leitbild.open-goal that says what it counts. */
GtkWidget *vlg_leitbild_table_new (VlgLeitbildReport *report, VlgLeitbild *leitbild, VlgFieldBars *bars);

G_END_DECLS
