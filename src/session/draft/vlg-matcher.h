/* vlg-matcher.h — finds words in a text
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What is looked for. Immutable, and usable in any thread. A blank finds any kind of blank, also a no-break one and a line break; what is not written the same but for capitals
 * is found unless that matters. */
typedef struct _VlgMatcher VlgMatcher;

#define VLG_TYPE_MATCHER (vlg_matcher_get_type ())
GType       vlg_matcher_get_type (void);
/* NULL for an empty @words. Caller owns. */
VlgMatcher *vlg_matcher_new      (const char *words, gboolean match_case);
VlgMatcher *vlg_matcher_ref      (VlgMatcher *self);
void        vlg_matcher_unref    (VlgMatcher *self);
/* Whether both look for the same. */
gboolean    vlg_matcher_equal    (VlgMatcher *a, VlgMatcher *b);
/* The first place at or behind byte @from of @text, as bytes @start to @end (exclusive). */
gboolean    vlg_matcher_next     (VlgMatcher *self, const char *text, gsize from, gsize *start, gsize *end);
/* How often it is found, one behind the other. */
guint       vlg_matcher_count    (VlgMatcher *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgMatcher, vlg_matcher_unref)

G_END_DECLS
