/* vlg-html-text.h — HTML from a clipboard or an office file as CommonMark
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What of @html (@length bytes in UTF-8, UTF-16 with a byte order mark, or Windows-1252) the paper can show: paragraphs, headings, bold and italic, nested
 * lists, line breaks. Cells of a table become paragraphs; links keep their words; styles, scripts, pictures and what an office program hides are dropped.
 * Never fails: HTML that is none gives its text. Caller owns. */
char *vlg_html_to_markdown (const char *html, gsize length);

G_END_DECLS
