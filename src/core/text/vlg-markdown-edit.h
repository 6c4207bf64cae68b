/* vlg-markdown-edit.h — CommonMark as lines to edit, and back without touching what was not edited
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-text-line.h"

G_BEGIN_DECLS

/* Called with the index of a line, its text absent and wanted, or its style about to change. */
typedef void (*VlgTextLineFunc) (GPtrArray *lines, guint index, gpointer user_data);

/* The lines of @markdown, at least one; each block with its source. Blocks that have no line of their own kind (quotes, code, HTML, rules, lists that
 * contain such) come as VLG_LINE_SOURCE, links and the like inside a line as VLG_SPAN_SOURCE. (element-type VlgTextLine) Caller owns. */
GPtrArray *vlg_text_lines_read    (const char *markdown);

/* CommonMark of @lines: blocks that still have their source as that source, byte for byte; the others written anew, so that they read as what the lines
 * hold. Empty paragraphs, and blanks at the ends of lines, are left out. @fetch is called for lines without text before they are written, and has to give
 * them one; NULL when every line has its text. Caller owns. */
char      *vlg_text_lines_write   (GPtrArray *lines, VlgTextLineFunc fetch, gpointer user_data);

/* One line's text as CommonMark that reads as @text with @spans; within a heading if @heading. With @brackets no bracket is left bare, because a
 * definition elsewhere could make it a link. Caller owns. */
char      *vlg_markdown_write_inline (const char *text, const VlgSpan *spans, guint n_spans, gboolean heading, gboolean brackets);

/* Finds the whole block with source around the lines @from to @to (exclusive), which grow to it. */
void       vlg_text_lines_whole   (GPtrArray *lines, guint *from, guint *to);
/* Drops the source of every block that has a line in @from to @to (exclusive): it will be written anew. */
void       vlg_text_lines_touch   (GPtrArray *lines, guint from, guint to);
/* Puts the lists around the lines @from to @to (exclusive) in order: no item is deeper than one below the item before it, nothing continues an item that is
 * not there, and the numbers count. @change is called before a line's style is changed and has to drop its source; a number is set without it. */
void       vlg_text_lines_settle  (GPtrArray *lines, guint from, guint to, VlgTextLineFunc change, gpointer user_data);

/* HTML of @markdown for the clipboard of other programs. Caller owns. */
char      *vlg_markdown_to_html   (const char *markdown);

G_END_DECLS
