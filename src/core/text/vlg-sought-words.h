/* vlg-sought-words.h — the words of a search, found again in a text as the index found them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Words that are looked for at most; what is typed behind them is left out, as the index does. */
#define VLG_SOUGHT_WORDS_MAX 24

typedef struct _VlgSoughtWords VlgSoughtWords;

/* How a text is looked through. */
typedef enum {
  VLG_SOUGHT_PLAIN  = 0,
  VLG_SOUGHT_INSIDE = 1 << 0,   /* also inside of words, as in titles; words of three letters and more */
} VlgSoughtFlags;

/* A place in a text where a word stands, in bytes. */
typedef struct {
  guint word;
  gsize start;
  gsize end;
} VlgSoughtHit;

/* Called for each hit; FALSE ends the search. */
typedef gboolean (*VlgSoughtFunc) (const VlgSoughtHit *hit, gpointer data);

/* @typed is split and folded as the full-text index does: case, diacritics and ß are the same, what is no letter or digit separates, and the last word may be the beginning of one.
 * Caller owns; it may hold no word. May be read in any thread. */
VlgSoughtWords *vlg_sought_words_new     (const char *typed);
void            vlg_sought_words_free    (VlgSoughtWords *self);
/* A bit for each word; 0 where there is none. */
guint32         vlg_sought_words_get_all (const VlgSoughtWords *self);
/* Tells each hit in the first @length bytes of @text (valid UTF-8), in the order of their ends. FALSE when @func or @cancellable (NULL for none) ended it. */
gboolean        vlg_sought_words_scan    (const VlgSoughtWords *self, const char *text, gsize length, VlgSoughtFlags flags, VlgSoughtFunc func, gpointer data, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgSoughtWords, vlg_sought_words_free)

G_END_DECLS
