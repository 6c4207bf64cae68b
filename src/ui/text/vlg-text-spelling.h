/* vlg-text-spelling.h — misspelt words of a text being edited: underlined, and mended from its menu
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-spelling.h"
#include "vlg-text-view.h"

G_BEGIN_DECLS

#define VLG_TYPE_TEXT_SPELLING (vlg_text_spelling_get_type ())
/* What a view has of it: lines are looked at when they are drawn, and only then; the buffer is not touched, so that nothing is laid out anew. */
G_DECLARE_FINAL_TYPE (VlgTextSpelling, vlg_text_spelling, VLG, TEXT_SPELLING, GObject)

/* For @view, which owns it. Caller owns. */
VlgTextSpelling *vlg_text_spelling_new          (VlgTextView *view);
/* NULL: nothing is marked, and the menu says nothing of spelling. */
void             vlg_text_spelling_set_spelling (VlgTextSpelling *self, VlgSpelling *spelling);
VlgSpelling     *vlg_text_spelling_get_spelling (VlgTextSpelling *self);
void             vlg_text_spelling_set_active   (VlgTextSpelling *self, gboolean active);
gboolean         vlg_text_spelling_get_active   (VlgTextSpelling *self);
/* Draws what is under misspelt words on the screen. */
void             vlg_text_spelling_snapshot     (VlgTextSpelling *self, GtkSnapshot *snapshot);
/* The misspelt words of a line as far as they are known. (element-type VlgSpellingWord) Caller owns. */
GArray          *vlg_text_spelling_find_wrong   (VlgTextSpelling *self, guint line);
/* Fills the view's menu for the word at @iter. */
void             vlg_text_spelling_prepare_menu (VlgTextSpelling *self, const GtkTextIter *iter);

/* What the items of the menu do, on the word it was filled for. */
void             vlg_text_spelling_replace      (VlgTextSpelling *self, const char *replacement);
void             vlg_text_spelling_accept       (VlgTextSpelling *self, gboolean for_good);

G_END_DECLS
