/* vlg-block-dialog.h — a text block to write
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-office.h"
#include "vlg-snippet.h"

G_BEGIN_DECLS

#define VLG_TYPE_BLOCK_DIALOG (vlg_block_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VlgBlockDialog, vlg_block_dialog, VLG, BLOCK_DIALOG, AdwWindow)

/* A window over @parent in which @block, stored or not, gets its name and its text; saving stores it. */
GtkWidget *vlg_block_dialog_new (GtkWindow *parent, VlgOffice *office, VlgSnippet *block);

G_END_DECLS
