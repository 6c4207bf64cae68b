/* vlg-text-view.h — the view of a text being edited: markers of lists, keys, the clipboard
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-text-buffer.h"

G_BEGIN_DECLS

#define VLG_TYPE_TEXT_VIEW (vlg_text_view_get_type ())
G_DECLARE_FINAL_TYPE (VlgTextView, vlg_text_view, VLG, TEXT_VIEW, GtkTextView)

GtkWidget *vlg_text_view_new  (void);
/* Makes what is pasted as HTML part of the text. */
void       vlg_text_view_insert_html (VlgTextView *self, const char *html, gsize length);

G_END_DECLS
