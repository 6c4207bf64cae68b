/* vlg-text-dialog.h — a long text to read
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VLG_TYPE_TEXT_DIALOG (vlg_text_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VlgTextDialog, vlg_text_dialog, VLG, TEXT_DIALOG, AdwWindow)

/* Shows @text under @title over the window of @widget; @verbatim keeps columns apart by a fixed-width face. */
void vlg_text_dialog_present (GtkWidget *widget, const char *title, const char *text, gboolean verbatim);

G_END_DECLS
