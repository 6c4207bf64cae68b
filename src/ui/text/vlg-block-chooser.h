/* vlg-block-chooser.h — the office's text blocks to choose from
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-office.h"
#include "vlg-snippet.h"

G_BEGIN_DECLS

#define VLG_TYPE_BLOCK_CHOOSER (vlg_block_chooser_get_type ())
/* Signals: insert (VlgSnippet): it is to be put into the text; edit (VlgSnippet), delete (VlgSnippet); save: what is selected is to become one. */
G_DECLARE_FINAL_TYPE (VlgBlockChooser, vlg_block_chooser, VLG, BLOCK_CHOOSER, AdwBin)

GtkWidget *vlg_block_chooser_new   (VlgOffice *office);
/* Begins anew: all blocks, nothing typed, the focus where one types. @selection: whether there is something that could be saved. */
void       vlg_block_chooser_begin (VlgBlockChooser *self, gboolean selection);

G_END_DECLS
