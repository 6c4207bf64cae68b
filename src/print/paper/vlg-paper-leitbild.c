/* vlg-paper-leitbild.c — the Leitbild table, and the page with the rationales
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-builder.h"

#include <string.h>

#include "vlg-paper-choices.h"
#include "vlg-paper-private.h"
#include "vlg-table.h"

#define EMPTY_BOX  "[  ]"
#define TICKED_BOX "[x]"

static const double widths[2] = { 120, 45 };

/* The catalogue's fields stay together up to this many. */
#define MOST_KEPT 16

static VlgMark *
find_mark (GListModel *marks,
           const char *field)
{
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);

      if (g_strcmp0 (vlg_mark_get_field (mark), field) == 0)
        return mark;
    }
  return NULL;
}

static void
add_field (VlgTable   *table,
           const char *name,
           VlgMark    *mark)
{
  g_autofree char *goals = mark != NULL ? g_strjoinv (", ", (char **) vlg_mark_get_goals (mark)) : g_strdup ("");
  VlgCell cells[2] = {
    { .text = name, .box = mark != NULL && vlg_mark_get_ticked (mark) ? TICKED_BOX : EMPTY_BOX },
    { .text = goals },
  };

  vlg_table_add_row (table, cells, TRUE);
}

/* "Vorlage nicht leitbildrelevant" with its box beneath those of the fields. */
static void
add_not_relevant (VlgPaperBuilder *self,
                  const VlgTable  *table)
{
  gboolean ticked = vlg_motion_get_relevance (self->motion) == VLG_RELEVANCE_NOT_RELEVANT;
  const char *box = ticked ? TICKED_BOX : EMPTY_BOX;
  guint32 node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, VLG_TAG_P, VLG_ATTRIBUTE_NONE);
  const VlgWord *word = vlg_typesetter_shape (self->flow->typesetter, VLG_FACE_TABLE, box, strlen (box));
  double leading = vlg_face_leading (VLG_FACE_TEXT);
  VlgParagraph label = {
    .text = vlg_profile_get_heading (self->profile, VLG_HEADING_NOT_RELEVANT),
    .face = VLG_FACE_BOLD,
    .width = table->edges[1] - table->edges[0] - VLG_MM (10),
  };

  if (vlg_flow_add_paragraph (self->flow, &label, VLG_TEXT_LEFT, 8, node) == 0)
    vlg_flow_begin_strip (self->flow, 8, leading);
  vlg_flow_put_word (self->flow, VLG_FACE_TABLE, box, table->edges[1] - VLG_MM (1.2) - word->width, leading * 0.77, node);
}

void
vlg_paper_add_leitbild (VlgPaperBuilder *self)
{
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (self->profile);
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (self->motion));
  guint n_fields = vlg_leitbild_get_n_fields (leitbild), first;
  VlgCell header[2] = {
    { .text = vlg_profile_get_heading (self->profile, VLG_HEADING_FIELD_OF_ACTION) },
    { .text = vlg_profile_get_heading (self->profile, VLG_HEADING_GOAL_NUMBER) },
  };
  VlgTable table;

  vlg_paper_add_label (self, vlg_profile_get_label (self->profile, VLG_FIELD_LEITBILD), "", 20, TRUE);
  vlg_table_begin (&table, self->flow, VLG_NODE_DOCUMENT, widths, G_N_ELEMENTS (widths), 0);
  first = self->flow->strips->len;
  vlg_table_add_header (&table, header, 6);
  for (guint i = 0; i < n_fields; i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);

      add_field (&table, vlg_action_field_get_name (field), find_mark (marks, vlg_action_field_get_key (field)));
    }
  /* A mark made under an older catalogue is not lost. */
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);

      if (vlg_leitbild_find_field (leitbild, vlg_mark_get_field (mark)) == NULL)
        add_field (&table, vlg_mark_get_field (mark), mark);
    }
  for (guint i = first; self->flow->strips->len - first <= MOST_KEPT && i < self->flow->strips->len; i++)
    vlg_flow_get_strip (self->flow, i)->keep = TRUE;
  vlg_flow_last_strip (self->flow)->keep = TRUE;
  add_not_relevant (self, &table);
}

gboolean
vlg_paper_prints_rationales (VlgMotion     *motion,
                             VlgProfile    *profile,
                             VlgPaperFlags  flags)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  /* They were written for the office, and nobody has declared them public. */
  if ((flags & VLG_PAPER_PUBLIC) != 0 || !vlg_profile_get_prints_rationales (profile))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);

      if (*vlg_mark_get_rationale (mark) != '\0')
        return TRUE;
    }

  return FALSE;
}

/* A paragraph under a heading stays with it. */
static void
hold_strips (VlgPaperBuilder *self,
             guint            first)
{
  for (guint i = first; i < self->flow->strips->len; i++)
    vlg_flow_get_strip (self->flow, i)->keep = TRUE;
}

static void
add_rationale (VlgPaperBuilder *self,
               const char      *name,
               VlgMark         *mark)
{
  g_autofree char *goals = g_strjoinv (", ", (char **) vlg_mark_get_goals (mark));
  g_autofree char *label = g_strconcat (vlg_profile_get_heading (self->profile, VLG_HEADING_GOAL_NUMBER), ":", NULL);
  g_auto (GStrv) paragraphs = g_strsplit (vlg_mark_get_rationale (mark), "\n", -1);
  VlgParagraph heading = { .text = name, .face = VLG_FACE_HEADING, .width = VLG_TEXT_WIDTH };
  guint first = self->flow->strips->len;
  guint32 node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, VLG_TAG_H3, VLG_ATTRIBUTE_NONE);

  vlg_flow_add_paragraph (self->flow, &heading, VLG_TEXT_LEFT, 20, node);
  if (*goals != '\0')
    vlg_paper_add_label (self, label, goals, 5, FALSE);
  hold_strips (self, first);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      VlgParagraph paragraph = { .text = paragraphs[i], .face = VLG_FACE_TEXT, .width = VLG_TEXT_WIDTH, .zone = VLG_HYPHENATION_ZONE };

      g_strstrip (paragraphs[i]);
      if (*paragraphs[i] == '\0')
        continue;
      node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, VLG_TAG_P, VLG_ATTRIBUTE_NONE);
      vlg_flow_add_paragraph (self->flow, &paragraph, VLG_TEXT_LEFT, VLG_PARAGRAPH_GAP, node);
    }
}

void
vlg_paper_add_rationales (VlgPaperBuilder *self)
{
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (self->profile);
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (self->motion));
  g_autofree char *title = vlg_profile_get_rationales_heading (self->profile);
  VlgParagraph heading = { .text = title, .face = VLG_FACE_ANNEX, .width = VLG_TEXT_WIDTH };
  guint first = self->flow->strips->len;
  guint32 node;

  if (!vlg_paper_prints_rationales (self->motion, self->profile, self->flags))
    return;

  vlg_flow_begin_section (self->flow, g_strdup (title), NULL);
  node = vlg_flow_add_node (self->flow, VLG_NODE_DOCUMENT, VLG_TAG_H2, VLG_ATTRIBUTE_NONE);
  vlg_flow_add_paragraph (self->flow, &heading, VLG_TEXT_LEFT, 0, node);
  hold_strips (self, first);
  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);
      VlgMark *mark = find_mark (marks, vlg_action_field_get_key (field));

      if (mark != NULL && *vlg_mark_get_rationale (mark) != '\0')
        add_rationale (self, vlg_action_field_get_name (field), mark);
    }
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);

      if (vlg_leitbild_find_field (leitbild, vlg_mark_get_field (mark)) == NULL && *vlg_mark_get_rationale (mark) != '\0')
        add_rationale (self, vlg_mark_get_field (mark), mark);
    }
}
