/* vlg-paper-blocks.c — paragraphs and CommonMark texts as strips
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-flow.h"

#include <string.h>

#include "vlg-document.h"

/* Nesting beyond this is drawn as this. */
#define DEEPEST 10
#define INDENT  VLG_MM (6.5)

guint
vlg_flow_add_paragraph (VlgFlow            *self,
                        const VlgParagraph *paragraph,
                        double              x,
                        double              before,
                        guint32             node)
{
  double leading = vlg_face_leading (paragraph->face);
  guint first = self->lines->len;
  guint n = vlg_flow_break (self, paragraph, x, node);

  for (guint i = 0; i < n; i++)
    {
      VlgStrip *strip = vlg_flow_get_strip (self, vlg_flow_begin_strip (self, i == 0 ? before : 0, leading));

      strip->first_line = first + i;
      strip->n_lines = 1;
      g_array_index (self->lines, VlgLine, first + i).y = (float) (leading * 0.77);
      /* Two lines at least on either side of a page's end. */
      strip->keep = n > 1 && (i == 0 || i == n - 2);
    }
  return n;
}

/* Where the text is in its lists. */
typedef struct {
  VlgFlow     *flow;
  guint32      parent;
  guint        level;            /* heading level the text hangs under */
  guint        deepest_heading;  /* of the headings so far, so that none is skipped */
  guint        depth;
  guint32      lists[DEEPEST + 1];
  guint32      bodies[DEEPEST + 1];
  gboolean     ordered[DEEPEST + 1];
  VlgBlockType previous;
  gboolean     previous_ordered;
} Writer;

static VlgFace
span_face (VlgSpanStyle style,
           VlgFace      base)
{
  if (style & VLG_SPAN_CODE)
    return VLG_FACE_CODE;
  if (base == VLG_FACE_ITALIC && (style & VLG_SPAN_STRONG))
    return VLG_FACE_BOLD_ITALIC;
  if (base != VLG_FACE_TEXT)
    return base;
  if ((style & VLG_SPAN_STRONG) && (style & VLG_SPAN_EMPH))
    return VLG_FACE_BOLD_ITALIC;
  if (style & VLG_SPAN_STRONG)
    return VLG_FACE_BOLD;
  return (style & VLG_SPAN_EMPH) ? VLG_FACE_ITALIC : base;
}

static double
gap_before (Writer             *self,
            const VlgTextBlock *block)
{
  if (block->type == VLG_BLOCK_HEADING)
    return block->level <= 2 ? 20 : 16;
  if (self->previous == VLG_BLOCK_HEADING)
    return 6;
  if (block->type == VLG_BLOCK_LIST_ITEM && self->previous == VLG_BLOCK_LIST_ITEM
      && (block->depth > 1 || self->depth > 1 || self->previous_ordered == block->ordered))
    return 5;
  return VLG_PARAGRAPH_GAP;
}

/* Opens the list elements down to @block's depth and returns the body its text belongs to; *@label is the node of a marker, if one is to be set. */
static guint32
enter_item (Writer             *self,
            const VlgTextBlock *block,
            guint               depth,
            guint32            *label)
{
  guint32 item;

  for (guint d = self->depth + 1; d <= depth; d++)
    {
      self->lists[d] = vlg_flow_add_node (self->flow, d == 1 ? self->parent : self->bodies[d - 1], VLG_TAG_L, block->ordered ? VLG_LIST_NUMBERS : VLG_LIST_BULLETS);
      self->ordered[d] = block->ordered;
      /* A list within a list whose outer item has no text of its own. */
      if (d < depth)
        {
          item = vlg_flow_add_node (self->flow, self->lists[d], VLG_TAG_LI, VLG_ATTRIBUTE_NONE);
          self->bodies[d] = vlg_flow_add_node (self->flow, item, VLG_TAG_LBODY, VLG_ATTRIBUTE_NONE);
        }
      else
        self->bodies[d] = 0;
    }
  self->depth = depth;
  if (block->marker != NULL && self->bodies[depth] != 0 && self->ordered[depth] != block->ordered)
    {
      self->lists[depth] = vlg_flow_add_node (self->flow, depth == 1 ? self->parent : self->bodies[depth - 1], VLG_TAG_L, block->ordered ? VLG_LIST_NUMBERS : VLG_LIST_BULLETS);
      self->ordered[depth] = block->ordered;
    }
  if (block->marker != NULL || self->bodies[depth] == 0)
    {
      item = vlg_flow_add_node (self->flow, self->lists[depth], VLG_TAG_LI, VLG_ATTRIBUTE_NONE);
      if (block->marker != NULL)
        *label = vlg_flow_add_node (self->flow, item, VLG_TAG_LBL, VLG_ATTRIBUTE_NONE);
      self->bodies[depth] = vlg_flow_add_node (self->flow, item, VLG_TAG_LBODY, VLG_ATTRIBUTE_NONE);
    }
  return self->bodies[depth];
}

static VlgTag
block_tag (Writer             *self,
           const VlgTextBlock *block)
{
  guint level;

  if (block->type != VLG_BLOCK_HEADING)
    return VLG_TAG_P;
  level = MIN (block->level, self->deepest_heading + 1);
  self->deepest_heading = level;
  return MIN (VLG_TAG_H1 + self->level + level - 1, VLG_TAG_H6);
}

/* The marker stands in the first strip of the item, before its text. */
static void
put_marker (VlgFlow    *flow,
            guint       strip_index,
            const char *marker,
            double      x,
            guint32     label)
{
  VlgStrip *strip;
  VlgLine line;
  VlgPiece piece = { .after = VLG_AFTER_BLANK };

  if (strip_index == flow->strips->len)
    {
      /* An item without text still shows its marker. */
      vlg_flow_begin_strip (flow, 5, vlg_face_leading (VLG_FACE_TEXT));
      vlg_flow_put_word (flow, VLG_FACE_TEXT, marker, x, vlg_face_leading (VLG_FACE_TEXT) * 0.77, label);
      return;
    }
  strip = vlg_flow_get_strip (flow, strip_index);
  line = g_array_index (flow->lines, VlgLine, strip->first_line);
  piece.word = vlg_typesetter_shape (flow->typesetter, VLG_FACE_TEXT, marker, strlen (marker));
  line.first_piece = flow->pieces->len;
  line.n_pieces = 1;
  line.x = (float) x;
  line.node = label;
  line.width = piece.word->width;
  g_array_append_val (flow->pieces, piece);
  g_array_insert_val (flow->lines, strip->first_line, line);
  for (guint i = strip_index; i < flow->strips->len; i++)
    {
      if (i == strip_index)
        strip->n_lines++;
      else
        vlg_flow_get_strip (flow, i)->first_line++;
    }
}

static void
add_text_block (Writer             *self,
                const VlgTextBlock *block)
{
  g_autofree VlgFaceSpan *spans = g_new (VlgFaceSpan, block->n_spans + 1);
  VlgParagraph paragraph = { .text = block->text, .spans = spans, .face = VLG_FACE_TEXT, .zone = VLG_HYPHENATION_ZONE };
  guint depth = MIN (block->depth, DEEPEST), first = self->flow->strips->len;
  guint32 label = 0, node = self->parent;
  double x = VLG_TEXT_LEFT + depth * INDENT, before = gap_before (self, block);

  if (block->type == VLG_BLOCK_HEADING && depth == 0)
    paragraph.face = block->level == 1 ? VLG_FACE_HEADING : block->level == 2 ? VLG_FACE_SUBHEADING : VLG_FACE_BOLD;
  if (block->type == VLG_BLOCK_QUOTE)
    paragraph.face = VLG_FACE_ITALIC;
  if (block->type == VLG_BLOCK_CODE)
    {
      paragraph.face = VLG_FACE_CODE;
      paragraph.verbatim = TRUE;
    }
  for (guint i = 0; i < block->n_spans; i++)
    spans[i] = (VlgFaceSpan) { block->spans[i].start, block->spans[i].length, span_face (block->spans[i].style, paragraph.face) };
  paragraph.n_spans = block->n_spans;

  if (depth > 0)
    node = enter_item (self, block, depth, &label);
  else
    self->depth = 0;
  if (block->type == VLG_BLOCK_QUOTE)
    {
      node = vlg_flow_add_node (self->flow, node, VLG_TAG_BLOCK_QUOTE, VLG_ATTRIBUTE_NONE);
      x += INDENT;
    }
  node = vlg_flow_add_node (self->flow, node, block_tag (self, block), VLG_ATTRIBUTE_NONE);
  paragraph.width = VLG_TEXT_LEFT + VLG_TEXT_WIDTH - x;
  vlg_flow_add_paragraph (self->flow, &paragraph, x, before, node);
  if (label != 0)
    {
      double width = vlg_typesetter_shape (self->flow->typesetter, VLG_FACE_TEXT, block->marker, strlen (block->marker))->width;

      put_marker (self->flow, first, block->marker, MIN (x - INDENT, x - width - 4), label);
    }
  if (block->type == VLG_BLOCK_HEADING)
    for (guint i = first; i < self->flow->strips->len; i++)
      vlg_flow_get_strip (self->flow, i)->keep = TRUE;
}

guint
vlg_flow_add_document (VlgFlow    *self,
                       const char *markdown,
                       double      before,
                       guint       level,
                       guint32     parent)
{
  g_autoptr (VlgDocument) document = vlg_document_new (markdown);
  Writer writer = { .flow = self, .parent = parent, .level = level, .previous = VLG_BLOCK_PARAGRAPH };
  guint first = self->strips->len;

  for (guint i = 0; i < vlg_document_get_n_blocks (document); i++)
    {
      const VlgTextBlock *block = vlg_document_get_block (document, i);

      if (block->type == VLG_BLOCK_RULE)
        {
          vlg_flow_begin_strip (self, VLG_PARAGRAPH_GAP, 1);
          vlg_flow_stroke (self, VLG_TEXT_LEFT, 0.5, VLG_TEXT_LEFT + VLG_TEXT_WIDTH, 0.5, 0.5);
          writer.depth = 0;
        }
      else
        add_text_block (&writer, block);
      writer.previous = block->type;
      writer.previous_ordered = block->ordered;
    }
  if (self->strips->len > first)
    vlg_flow_get_strip (self, first)->before = (float) before;
  return self->strips->len - first;
}
