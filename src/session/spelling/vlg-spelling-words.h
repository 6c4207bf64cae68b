/* vlg-spelling-words.h — the words of a text that a dictionary can be asked about
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of a text, in bytes. */
typedef struct {
  guint start;
  guint length;
} VlgSpellingWord;

/* The words of @text, the German way: each part of a hyphenated compound is one. Left out is what no dictionary knows: single letters ("z. B."), what has a digit in it
 * (numbers, paper numbers), abbreviations in capitals ("OB", "BauGB"), addresses of the net. (element-type VlgSpellingWord) Caller owns. */
GArray *vlg_spelling_words_find    (const char *text);
/* The question about @word of @text: without soft hyphens, with the hyphens around it ("Straßen-", "-konzept") or the full stop behind it ("Abs."), which decide whether it is one.
 * Caller owns. */
char   *vlg_spelling_words_ask     (const char *text, const VlgSpellingWord *word);
/* The word in a question, without hyphens and full stop. Caller owns. */
char   *vlg_spelling_words_bare    (const char *question);
/* The word at byte @index of @text, its end included; FALSE where there is none. */
gboolean vlg_spelling_words_at     (const char *text, guint index, VlgSpellingWord *word);

G_END_DECLS
