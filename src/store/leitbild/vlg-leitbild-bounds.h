/* vlg-leitbild-bounds.h — the years there is something to count in; inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-leitbild-report.h"

G_BEGIN_DECLS

/* Where @query has no first day or no last one, sets it to the beginning of the year of the first motion that counts, or to the end of the year of the last one; of this year where there
 * is none. Whole years: the columns of a report are whole. */
gboolean vlg_leitbild_bounds_fill (VlgDb *db, VlgLeitbildQuery *query, GError **error);

G_END_DECLS
