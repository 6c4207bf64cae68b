/* vlg-typesetter.h — words into glyphs
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The few faces of the paper. */
typedef enum {
  VLG_FACE_TEXT,
  VLG_FACE_BOLD,
  VLG_FACE_ITALIC,
  VLG_FACE_BOLD_ITALIC,
  VLG_FACE_CODE,
  VLG_FACE_TABLE,
  VLG_FACE_TABLE_BOLD,
  VLG_FACE_ANNEX,
  VLG_FACE_HEADING,         /* first level of headings in a text */
  VLG_FACE_SUBHEADING,
  VLG_FACE_MUNICIPALITY,
  VLG_FACE_KIND,
  VLG_FACE_FOOT,
} VlgFace;

#define VLG_N_FACES (VLG_FACE_FOOT + 1)

/* Size in points of a face, and the distance of its lines. */
double vlg_face_size    (VlgFace face);
double vlg_face_leading (VlgFace face);

/* A font as cairo needs it; owned by its VlgWords. */
typedef struct {
  cairo_font_face_t    *face;
  cairo_matrix_t        matrix;
  cairo_font_options_t *options;
} VlgFont;

typedef struct {
  guint32 index;
  float   x, y;  /* from the word's left end and baseline */
} VlgGlyph;

/* Glyphs in one font. */
typedef struct {
  const VlgFont        *font;
  VlgGlyph             *glyphs;
  cairo_text_cluster_t *clusters;
  guint                 n_glyphs, n_clusters;
  guint                 start, length;  /* bytes of the word's text */
  gboolean              backward;       /* right to left */
} VlgRun;

/* A piece of text without a break inside, shaped. Immutable. */
typedef struct {
  char   *text;
  guint   length;
  float   width;
  guint8  face;
  guint   n_runs;
  VlgRun *runs;
} VlgWord;

/* The shaped words of some papers. A paper holds a reference and may be drawn in any thread; only the typesetter that made them adds to them. */
typedef struct _VlgWords VlgWords;

VlgWords      *vlg_words_ref   (VlgWords *self);
void           vlg_words_unref (VlgWords *self);
/* The blank of a face; borrowed. */
const VlgWord *vlg_words_get_blank (const VlgWords *self, VlgFace face);

/* Shapes words with fonts of its own; belongs to one thread. */
typedef struct _VlgTypesetter VlgTypesetter;

/* This thread's typesetter for a BCP 47 language; borrowed. */
VlgTypesetter *vlg_typesetter_get       (const char *language);
/* Where its words live; borrowed. */
VlgWords      *vlg_typesetter_get_words (VlgTypesetter *self);
const char    *vlg_typesetter_get_language (VlgTypesetter *self);
/* @text in @face, from the words known or shaped anew; lives as long as the VlgWords. Characters that print nothing are left out, every blank is a plain one. */
const VlgWord *vlg_typesetter_shape     (VlgTypesetter *self, VlgFace face, const char *text, gsize length);
/* The lines of the paper this thread laid out last; made when first asked for. Borrowed until the next vlg_typesetter_get(). */
struct _VlgLineCache *vlg_typesetter_get_line_cache (VlgTypesetter *self);
/* The advance of a blank. */
double         vlg_typesetter_blank     (VlgTypesetter *self, VlgFace face);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgWords, vlg_words_unref)

G_END_DECLS
