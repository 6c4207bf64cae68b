/* vlg-text-tools.h — what a text being written has from its motion: text blocks, links, completed numbers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-draft.h"
#include "vlg-text-view.h"

G_BEGIN_DECLS

#define VLG_TYPE_TEXT_TOOLS (vlg_text_tools_get_type ())
G_DECLARE_FINAL_TYPE (VlgTextTools, vlg_text_tools, VLG, TEXT_TOOLS, GObject)

/* The tools of @editor, around @view; @button opens the text blocks. All borrowed: the editor has to g_object_run_dispose() them when it is disposed of. Caller owns. */
VlgTextTools *vlg_text_tools_new       (GtkWidget *editor, VlgTextView *view, GtkMenuButton *button);
/* The draft the text belongs to; NULL: none, and no tools. */
void          vlg_text_tools_set_draft (VlgTextTools *self, VlgDraft *draft);

G_END_DECLS
