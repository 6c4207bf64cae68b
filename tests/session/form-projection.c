/* form-projection.c — what of a motion its printed form shows, as lines that can be compared
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form-projection.h"

#include "vlg-document.h"
#include "vlg-string.h"

static void
add (GString    *out,
     const char *key,
     const char *value)
{
  g_autofree char *collapsed = vlg_string_collapse (value);

  g_string_append_printf (out, "%s: %s\n", key, collapsed);
}

static void
add_text (GString    *out,
          const char *key,
          const char *markdown)
{
  g_autofree char *plain = vlg_markdown_to_plain (markdown);

  add (out, key, plain);
}

static char *
count_text (int count)
{
  return count == VLG_VOTES_ABSENT ? g_strdup ("-") : g_strdup_printf ("%d", count);
}

static void
add_consultations (GString   *out,
                   VlgMotion *motion)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);
      const VlgVotes *votes = vlg_consultation_get_votes (row);
      g_autofree char *day = vlg_day_to_german (vlg_consultation_get_day (row));
      g_autofree char *in_favour = count_text (votes->in_favour);
      g_autofree char *against = count_text (votes->against);
      g_autofree char *abstentions = count_text (votes->abstentions);
      g_autofree char *line = g_strdup_printf ("%s | %d | %s | %s %s %s | %s", vlg_consultation_get_body (row),
                                               vlg_consultation_get_visibility (row), day, in_favour, against, abstentions,
                                               vlg_consultation_get_confirmed_by (row));

      add (out, "consultation", line);
    }
}

static void
add_leitbild (GString   *out,
              VlgMotion *motion)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      g_autofree char *goals = g_strjoinv (" ", (char **) vlg_mark_get_goals (mark));
      g_autofree char *line = g_strdup_printf ("%s %s %s", vlg_mark_get_ticked (mark) ? "[x]" : "[ ]", vlg_mark_get_field (mark), goals);

      add (out, "mark", line);
    }
  add (out, "not relevant", vlg_motion_get_relevance (motion) == VLG_RELEVANCE_NOT_RELEVANT ? "[x]" : "[ ]");
}

static void
add_signatories (GString   *out,
                 VlgMotion *motion,
                 VlgBlock   block)
{
  GListModel *signatories = G_LIST_MODEL (vlg_motion_get_signatories (motion));

  for (guint i = 0; i < g_list_model_get_n_items (signatories); i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);
      g_autofree char *line = NULL;

      if (vlg_signatory_get_block (signatory) != block)
        continue;
      line = g_strdup_printf ("%s | %s", vlg_signatory_get_name (signatory), vlg_signatory_get_role (signatory));
      add (out, block == VLG_BLOCK_SUBMITTER ? "signed" : "council", line);
    }
}

static void
add_annexes (GString   *out,
             VlgMotion *motion)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      g_autofree char *key = g_strdup_printf ("annex %u", vlg_annex_get_number (annex));

      if (vlg_annex_get_file (annex) != NULL)
        continue;
      add (out, key, vlg_annex_get_title (annex));
      add_text (out, key, vlg_annex_get_text (annex));
    }
}

char *
form_projection (VlgMotion *motion)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *decided_on = vlg_day_to_german (vlg_motion_get_decided_on (motion));

  add (out, "number", vlg_motion_get_number_text (motion));
  add (out, "submitter", vlg_motion_get_text (motion, VLG_FIELD_SUBMITTER));
  add (out, "responsible", vlg_motion_get_text (motion, VLG_FIELD_RESPONSIBLE));
  add_consultations (out, motion);
  add (out, "title", vlg_motion_get_text (motion, VLG_FIELD_TITLE));
  for (VlgField field = VLG_FIELD_RESOLUTION; field <= VLG_FIELD_REASONING; field++)
    {
      if (field == VLG_FIELD_LEITBILD)
        add_leitbild (out, motion);
      else
        add_text (out, vlg_field_to_key (field), vlg_motion_get_text (motion, field));
    }
  add_signatories (out, motion, VLG_BLOCK_SUBMITTER);
  add (out, "decided", decided_on);
  add_signatories (out, motion, VLG_BLOCK_COUNCIL);
  add_annexes (out, motion);

  return g_strdup (out->str);
}
