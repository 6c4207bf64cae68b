/* vlg-paper-signatures.c — room to sign, names and roles
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-builder.h"

#define COLUMNS 3
/* For ink above each name. */
#define ROOM    VLG_MM (20)
#define GAP     VLG_MM (6)

static guint
break_name (VlgPaperBuilder *self,
            const char      *text,
            VlgFace          face,
            double           x,
            double           width,
            guint32          node)
{
  VlgParagraph paragraph = { .text = text, .face = face, .width = width, .zone = width };

  return vlg_flow_break (self->flow, &paragraph, x, node);
}

/* One row of blocks as one strip, so that none is divided. All names stand on one height, all roles on another; read aloud, each role follows its name. */
static void
add_row (VlgPaperBuilder  *self,
         VlgSignatory    **signatories,
         guint             n,
         double            before)
{
  double column = (VLG_TEXT_WIDTH - (COLUMNS - 1) * GAP) / COLUMNS, leading = vlg_face_leading (VLG_FACE_TEXT);
  guint first[2 * COLUMNS], count[2 * COLUMNS], names = 1, roles = 1, lines = self->flow->lines->len;
  guint strip;

  for (guint i = 0; i < n; i++)
    {
      guint32 node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, VLG_TAG_P, VLG_ATTRIBUTE_NONE);
      double x = VLG_TEXT_LEFT + i * (column + GAP);

      first[2 * i] = self->flow->lines->len;
      count[2 * i] = break_name (self, vlg_signatory_get_name (signatories[i]), VLG_FACE_TEXT, x, column, node);
      first[2 * i + 1] = self->flow->lines->len;
      count[2 * i + 1] = break_name (self, vlg_signatory_get_role (signatories[i]), VLG_FACE_TABLE, x, column, node);
      names = MAX (names, count[2 * i]);
      roles = MAX (roles, count[2 * i + 1]);
    }
  strip = vlg_flow_begin_strip (self->flow, before, ROOM + (names + roles) * leading + 4);
  vlg_flow_get_strip (self->flow, strip)->first_line = lines;
  vlg_flow_get_strip (self->flow, strip)->n_lines = self->flow->lines->len - lines;
  for (guint i = 0; i < 2 * n; i++)
    for (guint k = 0; k < count[i]; k++)
      g_array_index (self->flow->lines, VlgLine, first[i] + k).y = (float) (ROOM + 4 + ((i % 2 == 1 ? names : 0) + k) * leading + leading * 0.77);
  for (guint i = 0; i < n; i++)
    vlg_flow_stroke (self->flow, VLG_TEXT_LEFT + i * (column + GAP), ROOM, VLG_TEXT_LEFT + i * (column + GAP) + column, ROOM, 0.5);
}

void
vlg_paper_add_signatures (VlgPaperBuilder *self,
                          VlgBlock         block,
                          double           before)
{
  GListModel *signatories = G_LIST_MODEL (vlg_motion_get_signatories (self->motion));
  VlgSignatory *row[COLUMNS];
  guint n = 0, n_items = g_list_model_get_n_items (signatories);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);

      if (vlg_signatory_get_block (signatory) != block)
        continue;
      row[n++] = signatory;
      if (n == COLUMNS)
        {
          add_row (self, row, n, before);
          n = 0;
          before = 0;
        }
    }
  if (n > 0)
    add_row (self, row, n, before);
}
