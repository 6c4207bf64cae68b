/* vlg-table.c — ruled tables of the paper
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-table.h"

#include <string.h>

#define PADDING_X VLG_MM (1.2)
#define PADDING_Y 4.0
#define RULE      0.5
#define HEAVY     0.9
/* A row that no page holds is cut into rows of this many lines. */
#define MOST_LINES 40

/* The lines of a cell, still without their strip. */
typedef struct {
  guint   first, n;
  guint32 node;
} CellLines;

void
vlg_table_begin (VlgTable     *self,
                 VlgFlow      *flow,
                 guint32       parent,
                 const double *widths,
                 guint         n_columns,
                 double        least)
{
  g_assert (n_columns <= VLG_MOST_COLUMNS);

  self->flow = flow;
  self->node = vlg_flow_add_node (flow, parent, VLG_TAG_TABLE, VLG_ATTRIBUTE_NONE);
  self->n_columns = n_columns;
  self->edges[0] = VLG_TEXT_LEFT;
  for (guint i = 0; i < n_columns; i++)
    self->edges[i + 1] = self->edges[i] + VLG_MM (widths[i]);
  self->least = least;
  self->header = -1;
}

static void
draw_rules (VlgTable *self,
            double    height,
            gboolean  top,
            double    bottom)
{
  double left = self->edges[0], right = self->edges[self->n_columns];

  if (top)
    vlg_flow_stroke (self->flow, left - HEAVY / 2, 0, right + HEAVY / 2, 0, HEAVY);
  vlg_flow_stroke (self->flow, left - RULE / 2, height, right + RULE / 2, height, bottom);
  for (guint i = 0; i <= self->n_columns; i++)
    vlg_flow_stroke (self->flow, self->edges[i], 0, self->edges[i], height, RULE);
}

static CellLines
break_cell (VlgTable      *self,
            guint          column,
            const VlgCell *cell,
            VlgFace        face,
            guint32        node)
{
  double left = self->edges[column] + PADDING_X, width = self->edges[column + 1] - PADDING_X - left;
  VlgParagraph paragraph = { .text = cell->text, .face = face, .width = width, .zone = width };
  CellLines lines = { .first = self->flow->lines->len, .node = node };

  if (cell->box != NULL)
    paragraph.width -= VLG_MM (8);
  lines.n = vlg_flow_break (self->flow, &paragraph, left, node);
  for (guint i = 0; cell->centred && i < lines.n; i++)
    {
      VlgLine *line = &g_array_index (self->flow->lines, VlgLine, lines.first + i);

      line->x += (float) ((width - line->width) / 2);
    }
  return lines;
}

static void
put_box (VlgTable   *self,
         guint       column,
         const char *box,
         VlgFace     face,
         double      y,
         guint32     node)
{
  const VlgWord *word = vlg_typesetter_shape (self->flow->typesetter, face, box, strlen (box));

  vlg_flow_put_word (self->flow, face, box, self->edges[column + 1] - PADDING_X - word->width, y, node);
}

/* Sets lines @from up to @from + MOST_LINES of every cell as one strip; the lines' order is that of the cells. */
static guint
put_strip (VlgTable      *self,
           const VlgCell *cells,
           CellLines     *lines,
           VlgFace        face,
           guint          from,
           double         before,
           gboolean       header)
{
  double leading = vlg_face_leading (face), height;
  guint most = 1, strip;

  for (guint i = 0; i < self->n_columns; i++)
    if (lines[i].n > from)
      most = MAX (most, MIN (lines[i].n - from, MOST_LINES));
  height = MAX (header ? 0 : self->least, most * leading + 2 * PADDING_Y);
  strip = vlg_flow_begin_strip (self->flow, before, height);
  for (guint i = 0; i < self->n_columns; i++)
    {
      guint n = lines[i].n > from ? MIN (lines[i].n - from, MOST_LINES) : 0;

      for (guint k = 0; k < n; k++)
        {
          VlgLine line = g_array_index (self->flow->lines, VlgLine, lines[i].first + from + k);

          line.y = (float) (PADDING_Y + k * leading + leading * 0.77);
          g_array_append_val (self->flow->lines, line);
          vlg_flow_get_strip (self->flow, strip)->n_lines++;
        }
      if (cells[i].box != NULL && from + n >= lines[i].n)
        put_box (self, i, cells[i].box, face, PADDING_Y + (MAX (n, 1) - 1) * leading + leading * 0.77, lines[i].node);
    }
  draw_rules (self, height, header, header ? HEAVY : RULE);
  return strip;
}

void
vlg_table_add_header (VlgTable      *self,
                      const VlgCell *cells,
                      double         before)
{
  CellLines lines[VLG_MOST_COLUMNS];
  guint32 row = vlg_flow_add_node (self->flow, self->node, VLG_TAG_TR, VLG_ATTRIBUTE_NONE);

  for (guint i = 0; i < self->n_columns; i++)
    lines[i] = break_cell (self, i, &cells[i], VLG_FACE_TABLE_BOLD, vlg_flow_add_node (self->flow, row, VLG_TAG_TH, VLG_SCOPE_COLUMN));
  self->header = (int) put_strip (self, cells, lines, VLG_FACE_TABLE_BOLD, 0, before, TRUE);
  vlg_flow_get_strip (self->flow, (guint) self->header)->keep = TRUE;
}

void
vlg_table_add_row (VlgTable      *self,
                   const VlgCell *cells,
                   gboolean       row_header)
{
  CellLines lines[VLG_MOST_COLUMNS];
  guint32 row = vlg_flow_add_node (self->flow, self->node, VLG_TAG_TR, VLG_ATTRIBUTE_NONE);
  guint most = 1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      gboolean heads = row_header && i == 0;
      guint32 node = vlg_flow_add_node (self->flow, row, heads ? VLG_TAG_TH : VLG_TAG_TD, heads ? VLG_SCOPE_ROW : VLG_ATTRIBUTE_NONE);

      lines[i] = break_cell (self, i, &cells[i], VLG_FACE_TABLE, node);
      most = MAX (most, lines[i].n);
    }
  for (guint from = 0; from < most; from += MOST_LINES)
    {
      guint strip = put_strip (self, cells, lines, VLG_FACE_TABLE, from, 0, FALSE);

      vlg_flow_get_strip (self->flow, strip)->header = self->header;
    }
}
