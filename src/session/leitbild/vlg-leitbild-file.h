/* vlg-leitbild-file.h — the figures of the Leitbild as files: a table, a picture, pages
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-leitbild-report.h"

G_BEGIN_DECLS

#define VLG_LEITBILD_N_COLUMNS 6

/* One figure a record, which any spreadsheet can turn round, the headings first: part, field, goal, period, motions, adopted ("" where that is not counted).
 * (element-type GStrv). Without @leitbild for programs: keys and words that never change; with it for people, in their language. Caller owns. */
GPtrArray *vlg_leitbild_file_list_records (VlgLeitbildReport *report, VlgLeitbild *leitbild);
/* Those records as a spreadsheet opens them by a double click: UTF-8 with a mark, semicolons. Caller owns. */
GBytes    *vlg_leitbild_file_to_csv       (VlgLeitbildReport *report, VlgLeitbild *leitbild);

G_END_DECLS
