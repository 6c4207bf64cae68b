/* vlg-page-draw.c — a page onto a cairo context: screen, printer and PDF alike
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-private.h"

#include <string.h>

/* Glyphs of one line and font, collected to be shown at once. */
typedef struct {
  cairo_t        *cr;
  GArray         *glyphs;    /* cairo_glyph_t */
  GArray         *clusters;  /* cairo_text_cluster_t */
  GString        *text;
  const VlgFont  *font;      /* what the glyphs wait for */
  const VlgFont  *set;       /* what cairo has */
} Painter;

static void
flush (Painter                    *self,
       cairo_text_cluster_flags_t  flags)
{
  if (self->clusters->len == 0)
    return;
  if (self->set != self->font)
    {
      cairo_set_font_face (self->cr, self->font->face);
      cairo_set_font_matrix (self->cr, &self->font->matrix);
      cairo_set_font_options (self->cr, self->font->options);
      self->set = self->font;
    }
  cairo_show_text_glyphs (self->cr, self->text->str, (int) self->text->len, (cairo_glyph_t *) (gpointer) self->glyphs->data, (int) self->glyphs->len,
                          (cairo_text_cluster_t *) (gpointer) self->clusters->data, (int) self->clusters->len, flags);
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->clusters, 0);
  g_string_truncate (self->text, 0);
}

static void
collect (Painter       *self,
         const VlgWord *word,
         double         x,
         double         y)
{
  for (guint r = 0; r < word->n_runs; r++)
    {
      const VlgRun *run = &word->runs[r];

      if (run->font != self->font || run->backward)
        flush (self, 0);
      self->font = run->font;
      for (guint i = 0; i < run->n_glyphs; i++)
        {
          cairo_glyph_t glyph = { .index = run->glyphs[i].index, .x = x + (double) run->glyphs[i].x, .y = y + (double) run->glyphs[i].y };

          g_array_append_val (self->glyphs, glyph);
        }
      g_array_append_vals (self->clusters, run->clusters, run->n_clusters);
      g_string_append_len (self->text, word->text + run->start, run->length);
      if (run->backward)
        flush (self, CAIRO_TEXT_CLUSTER_FLAG_BACKWARD);
    }
}

static void
draw_line (Painter       *self,
           const VlgFlow *flow,
           const VlgLine *line,
           double         top)
{
  for (guint i = 0; i < line->n_pieces; i++)
    {
      const VlgPiece *piece = &g_array_index (flow->pieces, VlgPiece, line->first_piece + i);
      double x = (double) line->x + (double) piece->x;

      collect (self, piece->word, x, top + (double) line->y);
      /* A real blank, at line ends too: it is what parts words in the text of a PDF. */
      if (piece->after == VLG_AFTER_BLANK)
        collect (self, vlg_words_get_blank (flow->words, piece->blank), x + (double) piece->word->width, top + (double) line->y);
    }
  flush (self, 0);
}

static void
draw_strokes (cairo_t        *cr,
              const VlgFlow  *flow,
              const VlgStrip *strip,
              double          top)
{
  for (guint i = 0; i < strip->n_strokes; i++)
    {
      const VlgStroke *stroke = &g_array_index (flow->strokes, VlgStroke, strip->first_stroke + i);

      cairo_set_line_width (cr, (double) stroke->width);
      cairo_move_to (cr, (double) stroke->x1, top + (double) stroke->y1);
      cairo_line_to (cr, (double) stroke->x2, top + (double) stroke->y2);
      cairo_stroke (cr);
    }
}

static const char *
tag_name (const VlgFlow *flow,
          guint32        node)
{
  return vlg_tag_get_name (g_array_index (flow->nodes, VlgNode, node).tag);
}

static void
draw_figure (cairo_t         *cr,
             const VlgFigure *figure,
             double           top)
{
  double width = cairo_image_surface_get_width (figure->surface);
  double height = cairo_image_surface_get_height (figure->surface);

  cairo_save (cr);
  cairo_translate (cr, (double) figure->x, top + (double) figure->y);
  cairo_scale (cr, (double) figure->width / width, (double) figure->height / height);
  cairo_set_source_surface (cr, figure->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* What is drawn from here on belongs to @node. */
static void
open_node (Painter       *self,
           const VlgFlow *flow,
           guint32        node,
           GArray        *marked,
           guint32       *open)
{
  if (node == *open)
    return;
  if (*open != VLG_NODE_ARTIFACT)
    cairo_tag_end (self->cr, tag_name (flow, *open));
  *open = node;
  if (node == VLG_NODE_ARTIFACT)
    return;
  cairo_tag_begin (self->cr, tag_name (flow, node), NULL);
  g_array_append_val (marked, node);
}

static void
draw_strip (Painter            *self,
            const VlgFlow      *flow,
            const VlgPlacement *placement,
            GArray             *marked,
            guint32            *open)
{
  const VlgStrip *strip = &g_array_index (flow->strips, VlgStrip, placement->strip);

  if (flow->figure.surface != NULL && flow->figure.strip == placement->strip)
    {
      open_node (self, flow, marked != NULL ? flow->figure.node : VLG_NODE_ARTIFACT, marked, open);
      draw_figure (self->cr, &flow->figure, (double) placement->y);
    }
  if (strip->n_strokes > 0)
    {
      open_node (self, flow, VLG_NODE_ARTIFACT, marked, open);
      draw_strokes (self->cr, flow, strip, (double) placement->y);
    }
  for (guint i = 0; i < strip->n_lines; i++)
    {
      const VlgLine *line = &g_array_index (flow->lines, VlgLine, strip->first_line + i);
      guint32 node = marked == NULL || placement->repeated ? VLG_NODE_ARTIFACT : line->node;

      open_node (self, flow, node, marked, open);
      draw_line (self, flow, line, (double) placement->y);
    }
}

void
vlg_page_draw (const VlgFlow  *flow,
               const VlgPages *pages,
               guint           index,
               cairo_t        *cr,
               GArray         *marked)
{
  const VlgPage *page = &g_array_index (pages->pages, VlgPage, index);
  Painter self = { .cr = cr };
  guint32 open = VLG_NODE_ARTIFACT;

  self.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self.clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  self.text = g_string_new (NULL);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < page->n; i++)
    draw_strip (&self, flow, &g_array_index (pages->placements, VlgPlacement, page->first + i), marked, &open);
  if (open != VLG_NODE_ARTIFACT)
    cairo_tag_end (cr, tag_name (flow, open));
  for (guint i = 0; i < page->n_furniture; i++)
    draw_line (&self, flow, &g_array_index (flow->lines, VlgLine, page->first_furniture + i), 0);
  cairo_restore (cr);
  g_array_unref (self.glyphs);
  g_array_unref (self.clusters);
  g_string_free (self.text, TRUE);
}

/* Exactly the same is meant: what was laid out from the same text has the same numbers, bit by bit. */
static gboolean
floats_are_same (const float *a,
                 const float *b,
                 gsize        n)
{
  return memcmp (a, b, n * sizeof *a) == 0;
}

static gboolean
line_is_same (const VlgFlow *flow_a,
              const VlgLine *a,
              const VlgFlow *flow_b,
              const VlgLine *b)
{
  if (a->n_pieces != b->n_pieces || !floats_are_same ((float[]) { a->x, a->y }, (float[]) { b->x, b->y }, 2))
    return FALSE;

  for (guint i = 0; i < a->n_pieces; i++)
    {
      const VlgPiece *piece_a = &g_array_index (flow_a->pieces, VlgPiece, a->first_piece + i);
      const VlgPiece *piece_b = &g_array_index (flow_b->pieces, VlgPiece, b->first_piece + i);

      if (piece_a->word != piece_b->word || piece_a->after != piece_b->after || piece_a->blank != piece_b->blank || !floats_are_same (&piece_a->x, &piece_b->x, 1))
        return FALSE;
    }

  return TRUE;
}

static gboolean
lines_are_same (const VlgFlow *flow_a,
                guint          first_a,
                const VlgFlow *flow_b,
                guint          first_b,
                guint          n)
{
  for (guint i = 0; i < n; i++)
    if (!line_is_same (flow_a, &g_array_index (flow_a->lines, VlgLine, first_a + i), flow_b, &g_array_index (flow_b->lines, VlgLine, first_b + i)))
      return FALSE;

  return TRUE;
}

static gboolean
figure_is_same (const VlgFlow *flow_a,
                guint          strip_a,
                const VlgFlow *flow_b,
                guint          strip_b)
{
  const VlgFigure *a = flow_a->figure.surface != NULL && flow_a->figure.strip == strip_a ? &flow_a->figure : NULL;
  const VlgFigure *b = flow_b->figure.surface != NULL && flow_b->figure.strip == strip_b ? &flow_b->figure : NULL;

  if (a == NULL || b == NULL)
    return a == b;

  /* Each flow has a surface of its own over pixels they may share. */
  return cairo_image_surface_get_data (a->surface) == cairo_image_surface_get_data (b->surface) &&
         floats_are_same ((float[]) { a->x, a->y, a->width, a->height }, (float[]) { b->x, b->y, b->width, b->height }, 4);
}

static gboolean
strip_is_same (const VlgFlow      *flow_a,
               const VlgPlacement *placement_a,
               const VlgFlow      *flow_b,
               const VlgPlacement *placement_b)
{
  const VlgStrip *a = &g_array_index (flow_a->strips, VlgStrip, placement_a->strip);
  const VlgStrip *b = &g_array_index (flow_b->strips, VlgStrip, placement_b->strip);

  if (a->n_lines != b->n_lines || a->n_strokes != b->n_strokes || !floats_are_same (&placement_a->y, &placement_b->y, 1) ||
      !figure_is_same (flow_a, placement_a->strip, flow_b, placement_b->strip))
    return FALSE;

  for (guint i = 0; i < a->n_strokes; i++)
    {
      const VlgStroke *stroke_a = &g_array_index (flow_a->strokes, VlgStroke, a->first_stroke + i);
      const VlgStroke *stroke_b = &g_array_index (flow_b->strokes, VlgStroke, b->first_stroke + i);

      if (!floats_are_same ((const float *) stroke_a, (const float *) stroke_b, sizeof *stroke_a / sizeof (float)))
        return FALSE;
    }

  return lines_are_same (flow_a, a->first_line, flow_b, b->first_line, a->n_lines);
}

gboolean
vlg_page_is_same (const VlgFlow  *flow_a,
                  const VlgPages *pages_a,
                  const VlgFlow  *flow_b,
                  const VlgPages *pages_b,
                  guint           index)
{
  const VlgPage *a, *b;

  if (flow_a->words != flow_b->words || index >= pages_a->pages->len || index >= pages_b->pages->len)
    return FALSE;
  a = &g_array_index (pages_a->pages, VlgPage, index);
  b = &g_array_index (pages_b->pages, VlgPage, index);
  if (a->n != b->n || a->n_furniture != b->n_furniture || !lines_are_same (flow_a, a->first_furniture, flow_b, b->first_furniture, a->n_furniture))
    return FALSE;

  for (guint i = 0; i < a->n; i++)
    if (!strip_is_same (flow_a, &g_array_index (pages_a->placements, VlgPlacement, a->first + i),
                        flow_b, &g_array_index (pages_b->placements, VlgPlacement, b->first + i)))
      return FALSE;

  return TRUE;
}
