/* vlg-hyphenation.h — where a word may be divided
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VlgHyphenation:
 *
 * The installed hyphenation patterns of a language (the files of libhyphen), read once a process and immutable, so any thread may ask.
 * The patterns are matched here and not by libhyphen: its loader takes two seconds for the German file, this one thirty milliseconds; the
 * rules and results are the same.
 */
typedef struct _VlgHyphenation VlgHyphenation;

/* The patterns for a BCP 47 language ("de-DE"), or NULL when none are installed. Kept for the life of the process. */
VlgHyphenation *vlg_hyphenation_get     (const char *language);
/* Reads patterns from the bytes of a pattern file; NULL when its encoding is unknown. Caller owns. */
VlgHyphenation *vlg_hyphenation_new     (const char *data, gsize length);
void            vlg_hyphenation_free    (VlgHyphenation *self);
/* Marks the places where @word (lower-case letters, UTF-8, @length bytes) may be divided: @breaks[i] is set when the word may be divided before byte i;
 * @breaks has room for @length bytes and is cleared first. At least @minimum letters stay on either side. */
void            vlg_hyphenation_find    (VlgHyphenation *self, const char *word, gsize length, guint minimum, guint8 *breaks);

G_END_DECLS
