/* vlg-excerpt.h — the passage of a text in which the words of a search stand
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-sought-words.h"

G_BEGIN_DECLS

/* @text whole, as markup with each hit in <b>; @found gets the bits of the words that stand in it. Inside of words too, as the index does with titles. Caller owns; NULL where none stands there. */
char *vlg_excerpt_mark (const VlgSoughtWords *words, const char *text, guint32 *found);
/* Some @width characters of @text as markup of one line, each hit in <b>: where the most of the words @wanted (bits) stand together, the first of such places. @found gets their bits.
 * @markdown: it is CommonMark, whose signs are left out. Texts of any length; @cancellable ends it early. Caller owns; NULL where none of the words stands in @text. */
char *vlg_excerpt_find (const VlgSoughtWords *words, const char *text, gboolean markdown, VlgSoughtFlags flags, guint32 wanted, guint width, GCancellable *cancellable, guint32 *found);

G_END_DECLS
