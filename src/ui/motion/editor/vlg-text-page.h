/* vlg-text-page.h — one long text of a motion on a page of its own
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"
#include "vlg-text-editor.h"

G_BEGIN_DECLS

#define VLG_TYPE_TEXT_PAGE (vlg_text_page_get_type ())
G_DECLARE_FINAL_TYPE (VlgTextPage, vlg_text_page, VLG, TEXT_PAGE, AdwBin)

/* Signal close: the person wants back (Escape, Alt+Left). */

/* Edits the text of the property @property of @object, the motion of @draft or one of its annexes, under @title. */
void           vlg_text_page_open       (VlgTextPage *self, VlgDraft *draft, gpointer object, const char *property, const char *title);
/* Hands the text over and lets go of everything. */
void           vlg_text_page_release    (VlgTextPage *self);
/* NULL while nothing is open; borrowed. */
gpointer       vlg_text_page_get_object (VlgTextPage *self);
const char    *vlg_text_page_get_property (VlgTextPage *self);
/* Borrowed. */
VlgTextEditor *vlg_text_page_get_editor (VlgTextPage *self);

G_END_DECLS
