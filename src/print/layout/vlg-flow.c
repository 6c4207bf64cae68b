/* vlg-flow.c — the paper before it is cut into pages: strips of lines
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-flow.h"

#include <string.h>

static void
section_clear (gpointer data)
{
  VlgSection *section = data;

  g_free (section->title);
  g_free (section->foot);
}

VlgFlow *
vlg_flow_new (VlgTypesetter *typesetter)
{
  VlgFlow *self = g_new0 (VlgFlow, 1);

  self->typesetter = typesetter;
  self->words = vlg_words_ref (vlg_typesetter_get_words (typesetter));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (VlgPiece));
  self->lines = g_array_new (FALSE, FALSE, sizeof (VlgLine));
  self->strokes = g_array_new (FALSE, FALSE, sizeof (VlgStroke));
  self->strips = g_array_new (FALSE, TRUE, sizeof (VlgStrip));
  self->nodes = g_array_new (FALSE, FALSE, sizeof (VlgNode));
  self->sections = g_array_new (FALSE, TRUE, sizeof (VlgSection));
  g_array_set_clear_func (self->sections, section_clear);
  g_array_set_size (self->sections, 1);
  vlg_flow_add_node (self, VLG_NODE_DOCUMENT, VLG_TAG_DOCUMENT, VLG_ATTRIBUTE_NONE);
  return self;
}

void
vlg_flow_free (VlgFlow *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pieces);
  g_array_unref (self->lines);
  g_array_unref (self->strokes);
  g_array_unref (self->strips);
  g_array_unref (self->nodes);
  g_array_unref (self->sections);
  g_clear_pointer (&self->figure.surface, cairo_surface_destroy);
  vlg_words_unref (self->words);
  g_free (self);
}

const char *
vlg_tag_get_name (VlgTag tag)
{
  static const char * const names[] = { "Document", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "BlockQuote", "Table", "TR", "TH", "TD",
                                        "Figure" };

  return names[tag];
}

guint32
vlg_flow_add_node (VlgFlow      *self,
                   guint32       parent,
                   VlgTag        tag,
                   VlgAttribute  attribute)
{
  VlgNode node = { .tag = tag, .attribute = attribute, .parent = parent };

  g_array_append_val (self->nodes, node);
  return self->nodes->len - 1;
}

guint
vlg_flow_begin_strip (VlgFlow *self,
                      double   before,
                      double   height)
{
  VlgStrip strip = { 0 };

  strip.before = (float) before;
  strip.height = (float) height;
  strip.first_line = self->lines->len;
  strip.first_stroke = self->strokes->len;
  strip.header = -1;
  strip.section = self->sections->len - 1;
  if (strip.section > 0 && g_array_index (self->sections, VlgSection, strip.section).strip == self->strips->len)
    strip.new_page = TRUE;
  g_array_append_val (self->strips, strip);
  return self->strips->len - 1;
}

VlgStrip *
vlg_flow_get_strip (VlgFlow *self,
                    guint    index)
{
  return &g_array_index (self->strips, VlgStrip, index);
}

VlgStrip *
vlg_flow_last_strip (VlgFlow *self)
{
  return self->strips->len > 0 ? &g_array_index (self->strips, VlgStrip, self->strips->len - 1) : NULL;
}

void
vlg_flow_begin_section (VlgFlow *self,
                        char    *title,
                        char    *foot)
{
  VlgSection section = { .title = title, .foot = foot, .strip = self->strips->len };

  g_array_append_val (self->sections, section);
}

void
vlg_flow_stroke (VlgFlow *self,
                 double   x1,
                 double   y1,
                 double   x2,
                 double   y2,
                 double   width)
{
  VlgStroke stroke = { (float) x1, (float) y1, (float) x2, (float) y2, (float) width };

  g_array_append_val (self->strokes, stroke);
  vlg_flow_last_strip (self)->n_strokes++;
}

double
vlg_flow_put_word (VlgFlow    *self,
                   VlgFace     face,
                   const char *text,
                   double      x,
                   double      y,
                   guint32     node)
{
  VlgPiece piece = { .word = vlg_typesetter_shape (self->typesetter, face, text, strlen (text)), .after = VLG_AFTER_BLANK };
  VlgLine line = { .first_piece = self->pieces->len, .n_pieces = 1, .x = (float) x, .y = (float) y, .node = node };

  line.width = piece.word->width;
  g_array_append_val (self->pieces, piece);
  g_array_append_val (self->lines, line);
  vlg_flow_last_strip (self)->n_lines++;
  return line.width;
}
