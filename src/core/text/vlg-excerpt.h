/* vlg-excerpt.h — a line of a text around the words that were looked for
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Some @width characters of @text (CommonMark; its marks are left out) around the first of @words, which are folded as vlg_string_fold() does, as markup with every hit in <b>.
 * A hit at the beginning of a word counts before one inside. Only the first 256 KiB are looked through. Caller owns; NULL where none of the words stands in @text. */
char *vlg_excerpt_make        (const char *text, const char * const *words, guint width);
/* The words of a search as typed, folded, for vlg_excerpt_make(). Caller owns. */
char **vlg_excerpt_split_words (const char *typed);

G_END_DECLS
