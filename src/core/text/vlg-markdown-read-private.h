/* vlg-markdown-read-private.h — what the files that take CommonMark apart share
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cmark.h>

#include "vlg-text-line.h"

G_BEGIN_DECLS

/* Makes what is in @parent (NULL for nothing) the text and the spans of @line, which has none yet. */
void vlg_text_line_read_inlines (VlgTextLine *line, cmark_node *parent);
/* The same with @text as it stands. */
void vlg_text_line_read_plain   (VlgTextLine *line, const char *text);

G_END_DECLS
