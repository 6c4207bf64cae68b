/* vlg-catalogue-csv.h — the catalogue of the Leitbild as a table for a spreadsheet
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-leitbild.h"

G_BEGIN_DECLS

/* Columns key, name, letter, colour, code, text, retired, replaces, replaces_fields; a goal a row, a field without goals a row with an empty code. What is replaced stands between
 * blanks: keys of old fields, codes of old goals. The columns of what is replaced and retired may be missing. */

/* RFC 4180 with a byte order mark, without which a spreadsheet would misread the umlauts. Caller owns. */
GBytes      *vlg_catalogue_csv_write (VlgLeitbild *leitbild);
/* With commas, semicolons or tabs between the cells, as the first line has them; the columns in any order. VLG_ERROR_INVALID names the line; errors of vlg_text_decode() name @name. Caller owns. */
VlgLeitbild *vlg_catalogue_csv_read  (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
