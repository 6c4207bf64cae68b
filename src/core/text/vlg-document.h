/* vlg-document.h — the CommonMark block model every layer shares
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  VLG_BLOCK_PARAGRAPH,
  VLG_BLOCK_HEADING,
  VLG_BLOCK_LIST_ITEM,   /* first paragraph of an item; what follows in the item has the same depth and no marker */
  VLG_BLOCK_QUOTE,
  VLG_BLOCK_CODE,
  VLG_BLOCK_RULE,
} VlgBlockType;

typedef enum {
  VLG_SPAN_PLAIN  = 0,
  VLG_SPAN_STRONG = 1 << 0,
  VLG_SPAN_EMPH   = 1 << 1,
  VLG_SPAN_CODE   = 1 << 2,
} VlgSpanStyle;

typedef struct {
  guint        start;   /* byte offset in the block's text */
  guint        length;  /* bytes */
  VlgSpanStyle style;
} VlgSpan;

/**
 * VlgTextBlock:
 *
 * One block of a text, flattened: lists become items with a depth and the marker that prints ("1.", "•"), so that drawing, reading and
 * comparing walk one array. Hard line breaks are '\n' in @text, soft ones blanks. HTML is kept as literal text. A link's target is dropped from @text.
 */
typedef struct {
  VlgBlockType type;
  guint        level;      /* heading 1 to 6 */
  guint        depth;      /* list nesting, 0 outside */
  char        *marker;     /* printed marker of a list item's first block, or NULL */
  gboolean     ordered;
  char        *text;       /* plain text, UTF-8 */
  VlgSpan     *spans;      /* only runs that are not plain, in order, not overlapping */
  guint        n_spans;
  guint        source_start, source_end;  /* first and last line in the source, 1-based */
} VlgTextBlock;

typedef struct _VlgDocument VlgDocument;

#define VLG_TYPE_DOCUMENT (vlg_document_get_type ())
GType               vlg_document_get_type     (void);
/* Parses CommonMark; never fails (any text is CommonMark). Immutable, reference-counted. Caller owns. */
VlgDocument        *vlg_document_new          (const char *markdown);
VlgDocument        *vlg_document_ref          (VlgDocument *self);
void                vlg_document_unref        (VlgDocument *self);
guint               vlg_document_get_n_blocks (VlgDocument *self);
/* Borrowed. */
const VlgTextBlock *vlg_document_get_block    (VlgDocument *self, guint index);
/* The text without marks: markers kept, blocks separated by one line end each. What search indexes and the form's projection compares. Caller owns. */
char               *vlg_document_to_plain     (VlgDocument *self);

/* Shorthand for parse and to_plain. Caller owns. */
char               *vlg_markdown_to_plain     (const char *markdown);
/* Escapes plain text so that it reads back as the same plain text, with the fewest backslashes: paragraphs (separated by an empty line) stay paragraphs,
 * "10. Juli" at the start of a line does not become a list, "*" and "_" that would not mark anything stay bare.
 * Blanks at the ends of lines, empty lines beyond one and a byte order mark are dropped; line ends inside a paragraph stay, and read as blanks. NULL is "".
 * Caller owns. */
char               *vlg_markdown_escape       (const char *plain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgDocument, vlg_document_unref)

G_END_DECLS
