/* vlg-entry-spelling.h — misspelt words of a text of one line: underlined, and mended from its menu
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-spelling.h"

G_BEGIN_DECLS

#define VLG_TYPE_ENTRY_SPELLING (vlg_entry_spelling_get_type ())
/* What an entry has of it. Property: active (gboolean), bound to the person's setting. Signal ::mending: a word is about to be replaced, or was. */
G_DECLARE_FINAL_TYPE (VlgEntrySpelling, vlg_entry_spelling, VLG, ENTRY_SPELLING, GObject)

/* For @editable, which has a GtkText inside. Caller owns. */
VlgEntrySpelling *vlg_entry_spelling_new          (GtkEditable *editable);
/* NULL: nothing is marked, and the menu says nothing of spelling. */
void              vlg_entry_spelling_set_spelling (VlgEntrySpelling *self, VlgSpelling *spelling);

G_END_DECLS
