/* vlg-text-links.h — numbers of motions in a text, shown as links and followed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"
#include "vlg-text-view.h"

G_BEGIN_DECLS

#define VLG_TYPE_TEXT_LINKS (vlg_text_links_get_type ())
/**
 * VlgTextLinks:
 *
 * Looks up the numbers on the screen when the typing rests, and shows those somebody bears as links. The text itself is not touched. Ctrl and a click, Ctrl+Enter and the
 * context menu follow one by the action motions.open; a number nobody bears says so.
 */
G_DECLARE_FINAL_TYPE (VlgTextLinks, vlg_text_links, VLG, TEXT_LINKS, GObject)

/* Links in @view, borrowed: it has to outlive them. Caller owns. */
VlgTextLinks *vlg_text_links_new        (VlgTextView *view);
/* NULL: no links. */
void          vlg_text_links_set_office (VlgTextLinks *self, VlgOffice *office);
/* The number at @iter in canonical spelling, whoever bears it; NULL for none. Caller owns. */
char         *vlg_text_links_dup_number (VlgTextLinks *self, const GtkTextIter *iter);
/* Opens the motion with that number; FALSE where nothing is known of it yet. */
gboolean      vlg_text_links_follow     (VlgTextLinks *self, const char *number);

G_END_DECLS
