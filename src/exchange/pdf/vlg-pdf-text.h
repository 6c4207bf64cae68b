/* vlg-pdf-text.h — the text layer of a PDF with the places of its words
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-form-lines.h"

G_BEGIN_DECLS

/* Whether the bytes are a PDF: its mark stands within the first kibibyte. */
gboolean      vlg_pdf_is_pdf     (GBytes *bytes);
/* The lines as they are seen on the pages, from top to bottom. Errors as vlg_pdf_text_extract(). Caller owns. */
VlgFormLines *vlg_pdf_read_lines (GBytes *pdf, const char *name, GError **error);

G_END_DECLS
