/* vlg-text-hits.h — words that are looked for, in a text being edited
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-matcher.h"
#include "vlg-text-view.h"

G_BEGIN_DECLS

/* Functions over a VlgTextView that shows @matcher. Hits are counted from 0, from the beginning of the text. */

/* How many hits begin before the selection (or the cursor), and whether it is one itself. */
guint    vlg_text_hits_locate   (VlgTextView *view, VlgMatcher *matcher, gboolean *on_hit);
/* Selects the hit and brings it on the screen; FALSE where there are not so many. */
gboolean vlg_text_hits_select   (VlgTextView *view, VlgMatcher *matcher, guint ordinal);
/* Draws boxes behind the hits that are on the screen. */
void     vlg_text_hits_snapshot (VlgTextView *view, VlgMatcher *matcher, GtkSnapshot *snapshot);

G_END_DECLS
