/* vlg-office-text.h — the text of an office file while it is read: paragraphs with their formatting, rows of tables
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-form-lines.h"
#include "vlg-text-line.h"

G_BEGIN_DECLS

typedef struct _VlgOfficeText VlgOfficeText;

/* For vlg_office_text_to_lines() if @form, else for vlg_office_text_to_markdown(). Caller owns. */
VlgOfficeText *vlg_office_text_new             (gboolean form);
void           vlg_office_text_free            (VlgOfficeText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgOfficeText, vlg_office_text_free)

/* A paragraph; one within another (a text box) stands before it. What it is may be said until it ends: kind, level, depth, ordered and start
 * of the line that is returned (borrowed). */
VlgTextLine   *vlg_office_text_begin_paragraph (VlgOfficeText *self);
void           vlg_office_text_end_paragraph   (VlgOfficeText *self);
gboolean       vlg_office_text_in_paragraph    (VlgOfficeText *self);
/* Words of it: runs of blanks are one, what prints nothing goes; a tab stays. */
void           vlg_office_text_add             (VlgOfficeText *self, const char *text, gboolean bold, gboolean italic);
void           vlg_office_text_add_break       (VlgOfficeText *self);
/* A note at the foot of a page or at the end: its mark here, a paragraph of its own below this one. */
void           vlg_office_text_add_note        (VlgOfficeText *self, const char *note);
/* What follows begins on a new page. */
void           vlg_office_text_break_page      (VlgOfficeText *self);

void           vlg_office_text_begin_table     (VlgOfficeText *self);
void           vlg_office_text_end_table       (VlgOfficeText *self);
void           vlg_office_text_begin_row       (VlgOfficeText *self);
/* Cells that are empty or covered are counted too: the next cell stands @n columns further on. */
void           vlg_office_text_next_cell       (VlgOfficeText *self, guint n);

/* The whole as CommonMark; cells of a table become paragraphs, as they do when they are pasted. Caller owns. */
char          *vlg_office_text_to_markdown     (VlgOfficeText *self);
/* The whole as lines of a form, a row of a table as lines whose words stand in its columns. Caller owns. */
VlgFormLines  *vlg_office_text_to_lines        (VlgOfficeText *self);

G_END_DECLS
