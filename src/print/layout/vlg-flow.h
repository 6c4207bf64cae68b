/* vlg-flow.h — the paper before it is cut into pages: strips of lines
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-typesetter.h"

G_BEGIN_DECLS

#define VLG_MM(x) ((x) * 72.0 / 25.4)

/* The column of text (PAPER.md): 25 mm left, 20 mm right of it. */
#define VLG_TEXT_LEFT   VLG_MM (25)
#define VLG_TEXT_WIDTH  VLG_MM (165)

/* Structure elements of the PDF. */
typedef enum {
  VLG_TAG_DOCUMENT,
  VLG_TAG_H1,
  VLG_TAG_H2,
  VLG_TAG_H3,
  VLG_TAG_H4,
  VLG_TAG_H5,
  VLG_TAG_H6,
  VLG_TAG_P,
  VLG_TAG_L,
  VLG_TAG_LI,
  VLG_TAG_LBL,
  VLG_TAG_LBODY,
  VLG_TAG_BLOCK_QUOTE,
  VLG_TAG_TABLE,
  VLG_TAG_TR,
  VLG_TAG_TH,
  VLG_TAG_TD,
  VLG_TAG_FIGURE,
} VlgTag;

#define VLG_N_TAGS (VLG_TAG_FIGURE + 1)

/* What a table's header cell heads, or how a list counts. */
typedef enum { VLG_ATTRIBUTE_NONE, VLG_SCOPE_COLUMN, VLG_SCOPE_ROW, VLG_LIST_BULLETS, VLG_LIST_NUMBERS } VlgAttribute;

/* A structure element; the parent stands before its children, and children are in reading order. */
typedef struct {
  guint8  tag;
  guint8  attribute;
  guint32 parent;
} VlgNode;

/* The name of @tag in PDF; static. */
const char *vlg_tag_get_name (VlgTag tag);

#define VLG_NODE_DOCUMENT 0
/* Decoration that no reader needs: head, foot, a table's repeated header. */
#define VLG_NODE_ARTIFACT G_MAXUINT32

typedef enum {
  VLG_AFTER_NOTHING,  /* the next word joins, or a word goes on in the next line */
  VLG_AFTER_BLANK,
  VLG_AFTER_HYPHEN,   /* divided: the hyphen is the line end's, not the word's */
} VlgAfter;

typedef struct {
  const VlgWord *word;
  float          x;      /* from the line's left end */
  guint8         after;  /* VlgAfter */
  guint8         blank;  /* the VlgFace of a blank after it */
} VlgPiece;

typedef struct {
  guint   first_piece, n_pieces;
  float   x, y;          /* left end and baseline, from the page's left edge and the strip's top */
  float   width;
  guint32 node;
} VlgLine;

typedef struct {
  float x1, y1, x2, y2;  /* y from the strip's top */
  float width;
} VlgStroke;

/* What cannot be divided between pages. */
typedef struct {
  float  height;
  float  before;            /* distance to the strip above; none at the top of a page */
  guint  first_line, n_lines;
  guint  first_stroke, n_strokes;
  int    header;            /* strip that is repeated at the top of a page before this one, or -1 */
  guint  keep : 1;          /* the next strip stands on the same page */
  guint  new_page : 1;
  guint  section;           /* 0 the form, else which of the sections */
} VlgStrip;

/* An annex: what its pages' foot says and where the outline points. */
typedef struct {
  char  *title;   /* heading as printed */
  char  *foot;
  guint  strip;   /* its first */
} VlgSection;

/* See vlg-line-cache.h. */
typedef struct _VlgLineCache VlgLineCache;

/* A picture in a strip. */
typedef struct {
  cairo_surface_t *surface;      /* owned; NULL for none */
  guint            strip;
  float            x, y;         /* y from the strip's top */
  float            width, height;
  guint32          node;
} VlgFigure;

typedef struct {
  GArray    *pieces;    /* VlgPiece */
  GArray    *lines;     /* VlgLine */
  GArray    *strokes;   /* VlgStroke */
  GArray    *strips;    /* VlgStrip */
  GArray    *nodes;     /* VlgNode */
  GArray    *sections;  /* VlgSection; element 0 is the form */
  VlgWords  *words;
  VlgFigure  figure;    /* the coat of arms: there is no other */
  /* borrowed, only while building */
  VlgTypesetter *typesetter;
  VlgLineCache  *cache;     /* NULL: every paragraph is broken anew */
} VlgFlow;

/* Caller owns; @typesetter is used while the flow is built. */
VlgFlow  *vlg_flow_new          (VlgTypesetter *typesetter);
void      vlg_flow_free         (VlgFlow *self);
guint32   vlg_flow_add_node     (VlgFlow *self, guint32 parent, VlgTag tag, VlgAttribute attribute);
/* Begins a strip; lines and strokes added afterwards belong to it. Its index is returned. */
guint     vlg_flow_begin_strip  (VlgFlow *self, double before, double height);
VlgStrip *vlg_flow_get_strip    (VlgFlow *self, guint index);
VlgStrip *vlg_flow_last_strip   (VlgFlow *self);
/* Begins an annex, whose first strip starts a page. @title, @foot are taken over. */
void      vlg_flow_begin_section (VlgFlow *self, char *title, char *foot);
void      vlg_flow_stroke       (VlgFlow *self, double x1, double y1, double x2, double y2, double width);
/* One word, which may hold blanks, as a line of the current strip; returns its width. */
double    vlg_flow_put_word     (VlgFlow *self, VlgFace face, const char *text, double x, double y, guint32 node);

/* Breaking text into lines. */

/* A stretch of a text in another face. */
typedef struct {
  guint   start, length;  /* bytes */
  VlgFace face;
} VlgFaceSpan;

typedef struct {
  const char        *text;
  const VlgFaceSpan *spans;     /* in order, not overlapping; the rest is in @face */
  guint              n_spans;
  VlgFace            face;
  double             width;
  double             zone;      /* words are divided only where a line would else end this short of the width */
  gboolean           verbatim;  /* program text: blanks count, no hyphenation */
} VlgParagraph;

/* Breaks @paragraph into lines at x @x, appended to the flow's lines with baseline 0 and @node; the number of lines. An empty text has none. */
guint     vlg_flow_break        (VlgFlow *self, const VlgParagraph *paragraph, double x, guint32 node);

/* Blocks. */

#define VLG_PARAGRAPH_GAP 12.0
/* Words are divided where a line would else end more than this short. */
#define VLG_HYPHENATION_ZONE VLG_MM (18)

/* A paragraph as strips of a line each, no widow and no orphan; 0 strips for an empty text. The first strip gets @before. */
guint     vlg_flow_add_paragraph (VlgFlow *self, const VlgParagraph *paragraph, double x, double before, guint32 node);
/* Every block of a CommonMark text; headings begin below heading level @level. Returns the number of strips. */
guint     vlg_flow_add_document  (VlgFlow *self, const char *markdown, double before, guint level, guint32 parent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgFlow, vlg_flow_free)

G_END_DECLS
