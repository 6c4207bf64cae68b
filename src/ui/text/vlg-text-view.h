/* vlg-text-view.h — the view of a text being edited: markers of lists, keys, the clipboard
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-matcher.h"
#include "vlg-spelling.h"
#include "vlg-text-buffer.h"

G_BEGIN_DECLS

#define VLG_TYPE_TEXT_VIEW (vlg_text_view_get_type ())
/* Properties: check-spelling (gboolean), spelling-language (string, of the VlgSpelling). Actions of its menu: spelling.active, .language, .replace, .add, .ignore.
 * Signal populate-menu (GMenu *menu, int offset): the context menu is about to be shown for the text at @offset; who has something to offer there appends a section. */
G_DECLARE_FINAL_TYPE (VlgTextView, vlg_text_view, VLG, TEXT_VIEW, GtkTextView)

GtkWidget *vlg_text_view_new  (void);
/* Marks misspelt words; NULL for none. */
void       vlg_text_view_set_spelling (VlgTextView *self, VlgSpelling *spelling);
/* The words the spelling marks in a line. (element-type VlgSpellingWord) Caller owns. */
GArray    *vlg_text_view_find_misspelt (VlgTextView *self, guint line);
/* Marks all that is found by @matcher; NULL for nothing. */
void       vlg_text_view_set_matcher (VlgTextView *self, VlgMatcher *matcher);
/* Makes what is pasted as HTML part of the text. */
void       vlg_text_view_insert_html (VlgTextView *self, const char *html, gsize length);
/* Makes the text of Word, OpenDocument and text files (GFile) part of it, one behind the other; what cannot be read is told over the window. */
void       vlg_text_view_insert_files (VlgTextView *self, GSList *files);
/* The view shows another text from now on: files that are still being read are not for it. */
void       vlg_text_view_forget_files (VlgTextView *self);

G_END_DECLS
