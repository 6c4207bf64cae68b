/* vlg-leitbild-figures.h — the Leitbild counted; inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-leitbild-report.h"

G_BEGIN_DECLS

/* The motions of @query in one statement, their fields of action and goals in another. Old fields and goals count under those of
 * @leitbild (NULL: as they were named) that stand for them now. Caller owns. */
VlgLeitbildReport *vlg_leitbild_figures_count (VlgDb *db, const VlgLeitbildQuery *query, VlgLeitbild *leitbild, GError **error);

G_END_DECLS
