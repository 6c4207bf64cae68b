/* vlg-text-editor.h — a long text to write: the text in its scroller, the tools above it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"
#include "vlg-text-view.h"

G_BEGIN_DECLS

#define VLG_TYPE_TEXT_EDITOR (vlg_text_editor_get_type ())
/* Properties: markdown (CommonMark), editable, and the state at the cursor: bold, italic, bulleted, numbered (gboolean), block-style ("paragraph",
 * "heading-1" to "heading-3").
 * Actions: editor.bold, .italic, .bulleted, .numbered, .block-style, .indent, .outdent, .undo, .redo, .blocks.
 * ::changed is emitted, and markdown notified, a moment after a change by the person, once for all of that moment. */
G_DECLARE_FINAL_TYPE (VlgTextEditor, vlg_text_editor, VLG, TEXT_EDITOR, AdwBin)

GtkWidget   *vlg_text_editor_new          (void);
/* The text as it stands now, without waiting for ::changed; unedited blocks byte for byte. Borrowed, until the next change. */
const char  *vlg_text_editor_get_markdown (VlgTextEditor *self);
/* Replaces the text, unless it is the same; what could be undone is forgotten, ::changed is not emitted. NULL is "". */
void         vlg_text_editor_set_markdown (VlgTextEditor *self, const char *markdown);
/* Emits a ::changed that is due at once, for instance before the window closes. */
void         vlg_text_editor_flush        (VlgTextEditor *self);
/* The draft the text belongs to, which brings text blocks, links and the completion of numbers; NULL, as at first: none of them. */
void         vlg_text_editor_set_draft    (VlgTextEditor *self, VlgDraft *draft);
/* Takes undo and redo out of the tools, where they stand already above the text; the keys stay. */
void         vlg_text_editor_hide_steps   (VlgTextEditor *self);
/* The view and, as its buffer, a VlgTextBuffer. Borrowed. */
VlgTextView *vlg_text_editor_get_view     (VlgTextEditor *self);

G_END_DECLS
