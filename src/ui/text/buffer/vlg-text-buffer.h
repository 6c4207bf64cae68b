/* vlg-text-buffer.h — a text being edited: paragraphs, headings and lists in a text buffer, CommonMark outside
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-text-line.h"

G_BEGIN_DECLS

/* Columns of the margins, in pixels. */
#define VLG_TEXT_MARGIN 18
#define VLG_TEXT_INDENT 34

/* What a block can be made by the toolbar. */
typedef enum {
  VLG_TEXT_LIST_NONE,
  VLG_TEXT_LIST_BULLETED,
  VLG_TEXT_LIST_NUMBERED,
} VlgTextList;

#define VLG_TYPE_TEXT_BUFFER (vlg_text_buffer_get_type ())
/* The buffer ends with an empty line that belongs to no text and cannot be reached: an empty last paragraph could not have an indent otherwise.
 * ::edited is emitted after every change that can be undone, and every undo. The buffer's own undo is off, because it would lose the formatting. */
G_DECLARE_FINAL_TYPE (VlgTextBuffer, vlg_text_buffer, VLG, TEXT_BUFFER, GtkTextBuffer)

VlgTextBuffer     *vlg_text_buffer_new           (void);

/* Replaces everything, forgets what could be undone. */
void               vlg_text_buffer_set_markdown  (VlgTextBuffer *self, const char *markdown);
/* What was set as long as nothing was edited, byte for byte; afterwards with the edited blocks written anew. Borrowed, until the next change. */
const char        *vlg_text_buffer_get_markdown  (VlgTextBuffer *self);
/* The text between the offsets @start and @end as CommonMark. Caller owns. */
char              *vlg_text_buffer_dup_range     (VlgTextBuffer *self, int start, int end);
/* Puts @markdown in place of the selection, formatted. */
void               vlg_text_buffer_insert_markdown (VlgTextBuffer *self, const char *markdown);

/* Puts @text, without line ends, in place of a stretch of one line, formatted like its first letter; a step of its own. The cursor stands behind it. */
void               vlg_text_buffer_replace_range (VlgTextBuffer *self, const GtkTextIter *start, const GtkTextIter *end, const char *text);

/* Applies @tag, or takes it away, as something that is only seen: it is no part of the text, and no step to undo. */
void               vlg_text_buffer_show_tag      (VlgTextBuffer *self, GtkTextTag *tag, const GtkTextIter *start, const GtkTextIter *end, gboolean shown);

guint              vlg_text_buffer_get_n_lines   (VlgTextBuffer *self);
/* What the line is; its text may be absent. Borrowed, until the next change. */
const VlgTextLine *vlg_text_buffer_get_line      (VlgTextBuffer *self, guint line);

gboolean           vlg_text_buffer_get_can_undo  (VlgTextBuffer *self);
gboolean           vlg_text_buffer_get_can_redo  (VlgTextBuffer *self);
/* Put back, or do again, one step with its formatting and the cursor. */
void               vlg_text_buffer_undo          (VlgTextBuffer *self);
void               vlg_text_buffer_redo          (VlgTextBuffer *self);

/* Emphasis (VLG_SPAN_STRONG, VLG_SPAN_EMPH) of the selection, or of what will be typed. */
VlgSpanStyle       vlg_text_buffer_get_emphasis  (VlgTextBuffer *self);
void               vlg_text_buffer_toggle_emphasis (VlgTextBuffer *self, VlgSpanStyle style);
/* 0 for a paragraph, 1 to 6; the line with the cursor tells, all selected lines are set. */
guint              vlg_text_buffer_get_heading   (VlgTextBuffer *self);
void               vlg_text_buffer_set_heading   (VlgTextBuffer *self, guint level);
VlgTextList        vlg_text_buffer_get_list      (VlgTextBuffer *self);
void               vlg_text_buffer_set_list      (VlgTextBuffer *self, VlgTextList list);
/* Nests the selected items one deeper (@by 1) or less deep (-1), with what belongs to them. FALSE if the cursor is in no list. */
gboolean           vlg_text_buffer_indent        (VlgTextBuffer *self, int by);

/* What the keys do in a text with blocks: each returns whether it did something other than the text view's own. */
gboolean           vlg_text_buffer_enter         (VlgTextBuffer *self);
gboolean           vlg_text_buffer_break_line    (VlgTextBuffer *self);
gboolean           vlg_text_buffer_backspace     (VlgTextBuffer *self);
/* Makes the line with the cursor an item if "- " or "1. " is all that stands before the cursor. A step of its own to undo. */
gboolean           vlg_text_buffer_begin_list    (VlgTextBuffer *self);

G_END_DECLS
