/* vlg-line-cache.h — the broken lines of the paragraphs of a paper that is laid out again and again
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-flow.h"

G_BEGIN_DECLS

/* Keeps the lines of every paragraph of the last paper by what they depend on: text, faces, width, zone. Between two letters typed only one paragraph of
 * hundreds of pages is broken anew. Belongs to the thread of its typesetter, and must go before the words its lines are made of. Caller owns. */
VlgLineCache *vlg_line_cache_new    (void);
void          vlg_line_cache_free   (VlgLineCache *self);
/* A new paper begins: what the one before did not use is forgotten. */
void          vlg_line_cache_turn   (VlgLineCache *self);
/* Appends the lines of @paragraph to @flow as vlg_flow_break() would, and their number to @n_lines; FALSE where they are not known. */
gboolean      vlg_line_cache_recall (VlgLineCache *self, VlgFlow *flow, const VlgParagraph *paragraph, double x, guint32 node, guint *n_lines);
/* Keeps what was just appended to @flow for @paragraph, from @first_piece and @first_line on. */
void          vlg_line_cache_keep   (VlgLineCache *self, const VlgFlow *flow, const VlgParagraph *paragraph, guint first_piece, guint first_line);

G_END_DECLS
