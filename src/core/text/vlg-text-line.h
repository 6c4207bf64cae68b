/* vlg-text-line.h — one line of a text being edited, and the source it came from
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-document.h"

G_BEGIN_DECLS

/* A hard line break inside a line being edited: U+2028, which a text view shows as one without ending the paragraph. */
#define VLG_LINE_BREAK "\xe2\x80\xa8"

/* Of a span in a line: text that is CommonMark itself (a link, an image, code, HTML) and is written as it stands. */
#define VLG_SPAN_SOURCE ((VlgSpanStyle) (1 << 3))

typedef enum {
  VLG_LINE_PARAGRAPH,
  VLG_LINE_HEADING,
  VLG_LINE_ITEM,          /* begins an item of a list */
  VLG_LINE_CONTINUATION,  /* a further paragraph of an item */
  VLG_LINE_SOURCE,        /* a line of a block that is shown as its own source */
} VlgLineKind;

/* The bytes of one block that was not touched, shared by its lines. Immutable. */
typedef struct {
  grefcount ref_count;
  guint64   serial;   /* one more than that of the block before it in the same text, so that neighbours are known */
  gboolean  first, last;
  guint     n_lines;
  char     *bytes;
} VlgTextSource;

/**
 * VlgTextLine:
 *
 * What a person sees as one paragraph. @text and @spans may be absent while whoever shows the line knows them better; @source is there as long as
 * its block was not touched.
 */
typedef struct {
  VlgLineKind kind;
  guint       level;    /* heading 1 to 6 */
  guint       depth;    /* list nesting, 0 outside */
  gboolean    ordered;
  char        mark;     /* '-', '*', '+' or '.', ')' */
  guint       start;    /* the number an ordered list begins with, should this be its first item */
  guint       number;   /* of an item; vlg_text_lines_settle() keeps it */
  gboolean    apart;    /* an empty line before it in its list; or the first line of a SOURCE block */

  VlgTextSource *source;  /* or NULL */
  char          *before;  /* source in front of the block (definitions of links), or NULL */
  char          *after;   /* source up to the next block, or NULL */

  char    *text;     /* UTF-8 without line ends, hard breaks as VLG_LINE_BREAK; or NULL */
  VlgSpan *spans;
  guint    n_spans;

  char    *markdown;        /* cache of the writer */
  guint    markdown_state;
} VlgTextLine;

/* An empty paragraph. Caller owns. */
VlgTextLine   *vlg_text_line_new          (void);
/* With its text, spans and source. Caller owns. */
VlgTextLine   *vlg_text_line_copy         (const VlgTextLine *self);
void           vlg_text_line_free         (VlgTextLine *self);
/* Whether it is part of a list. */
gboolean       vlg_text_line_in_list      (const VlgTextLine *self);
/* Makes @self what @other is: kind, level, depth and marker. Text and source stay. */
void           vlg_text_line_set_style    (VlgTextLine *self, const VlgTextLine *other);
/* Takes @text and @spans over (both may be NULL). */
void           vlg_text_line_take_text    (VlgTextLine *self, char *text, VlgSpan *spans, guint n_spans);
/* Forgets the text, which is known elsewhere and has changed. */
void           vlg_text_line_forget_text  (VlgTextLine *self);
/* The marker that prints ("1.", "•"), or NULL. Caller owns. */
char          *vlg_text_line_dup_marker   (const VlgTextLine *self);
/* Keeps the definitions that stood around @gone, which is about to be removed, behind @self. */
void           vlg_text_line_adopt        (VlgTextLine *self, const VlgTextLine *gone);

VlgTextSource *vlg_text_source_ref        (VlgTextSource *self);
void           vlg_text_source_unref      (VlgTextSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgTextLine, vlg_text_line_free)

G_END_DECLS
