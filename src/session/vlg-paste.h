/* vlg-paste.h — what other programs put on the clipboard, as text of this one
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CommonMark of what of @html the paper can show: paragraphs, headings, emphasis, lists. Never fails. Caller owns. */
char *vlg_paste_html (const char *html, gsize length);

G_END_DECLS
