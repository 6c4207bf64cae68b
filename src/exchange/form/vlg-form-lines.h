/* vlg-form-lines.h — a paper's text as lines and words, with what has been read of it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word and where it stands: in points for a PDF, in characters for a text. */
typedef struct {
  guint    start, length;  /* bytes in the line's text */
  float    x0, x1;
  gboolean wide;           /* a gap wider than a blank stands before it */
} VlgFormWord;

/* A line that is not empty. */
typedef struct {
  char    *text;           /* without blanks at its ends; NUL-terminated, borrowed from the buffer */
  char    *raw;            /* the same with its indentation */
  guint    length;         /* bytes of @text */
  guint    number;         /* in the paper, 1-based */
  guint    page;           /* from 0 */
  guint    blanks;         /* empty lines before it on its page */
  guint    first_word, n_words;  /* in VlgFormLines.words; none: the text tells */
  guint    row;            /* of a table that the format tells, counted through the paper; 0 outside */
  guint    first_rich, n_rich;   /* in VlgFormLines.rich: this line, or its cells, which a tab parts in @text */
  gboolean broken;         /* a line break stands before it, no end of a paragraph; told by a format with formatting only */
  gboolean page_start;     /* first of its page, furniture aside */
  gboolean taken;          /* its words stand in a field, or it is a heading */
} VlgFormLine;

typedef struct {
  char    *buffer;         /* owned: what the lines point into */
  GArray  *lines;          /* VlgFormLine */
  GArray  *words;          /* VlgFormWord; empty for a text */
  GPtrArray *rich;         /* VlgTextLine: the lines with their formatting; NULL for a text and a PDF */
  guint    n_pages;
  gboolean positional;     /* the words' places are known: a PDF */
} VlgFormLines;

/* Splits @text (UTF-8; form feeds between pages); control characters and odd blanks become blanks. Caller owns. */
VlgFormLines *vlg_form_lines_new        (const char *text);
/* For a builder that knows the places: @buffer is taken over; lines and words are filled by the caller. Caller owns. */
VlgFormLines *vlg_form_lines_new_empty  (char *buffer);
void          vlg_form_lines_free       (VlgFormLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgFormLines, vlg_form_lines_free)

static inline VlgFormLine *
vlg_form_lines_get (VlgFormLines *self,
                    guint         index)
{
  return &g_array_index (self->lines, VlgFormLine, index);
}

/* Drops @line's ends, cleans it in place and appends it unless it is empty; FALSE when it is. @end points behind its last byte and is overwritten by NUL. */
gboolean      vlg_form_lines_append     (VlgFormLines *self, char *start, char *end, guint number, guint page, guint blanks);
/* The words of a line with their places into @words (emptied first). */
void          vlg_form_lines_get_words  (VlgFormLines *self, guint index, GArray *words);
/* The words between two wide gaps: from @first to before the returned index. */
guint         vlg_form_words_segment    (const GArray *words, guint first);
/* Marks lines from @first to before @end as read. */
void          vlg_form_lines_take       (VlgFormLines *self, guint first, guint end);

/* Scanners; all borrow. */

/* Past blanks and tabs. */
const char   *vlg_form_skip_blanks      (const char *text);
/* Matches @label at the start of @text, blanks and letter case aside; the text behind it or NULL. The label's closing colon must be there unless
 * nothing else follows. */
const char   *vlg_form_match_label      (const char *label, const char *text);
/* The same for a text that holds nothing but @label. */
gboolean      vlg_form_equals_label     (const char *label, const char *text);
/* Matches a printed template, "Seite {page} von {pages}" or "Entwurf, Stand %s": each placeholder stands for one or more characters. */
gboolean      vlg_form_match_template   (const char *pattern, const char *text);
/* Whether the text is a date TT.MM.JJJJ from its start; its length or 0. */
gsize         vlg_form_match_date       (const char *text);

G_END_DECLS
