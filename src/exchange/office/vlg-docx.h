/* vlg-docx.h — the text of a Word file (Office Open XML)
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads the main part @document with the styles, lists and notes it uses (NULL where the file has none) into @text: what is deleted under tracking, hidden, a
 * comment or the code of a field is left out. VLG_ERROR_DAMAGED. */
gboolean vlg_docx_read (GBytes *document, GBytes *styles, GBytes *numbering, GBytes *footnotes, GBytes *endnotes,
                        const char *name, VlgOfficeText *text, GError **error);

G_END_DECLS
