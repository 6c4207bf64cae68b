/* form-projection.c — what of a motion its printed form shows, as lines that can be compared
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form-projection.h"

#include "vlg-document.h"
#include "vlg-string.h"

static VlgMark *
find_mark (VlgMotion  *motion,
           const char *field)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);

      if (strcmp (vlg_mark_get_field (mark), field) == 0)
        return mark;
    }

  return NULL;
}

static void
add_plain (GString    *out,
           const char *key,
           const char *markdown)
{
  g_autofree char *plain = vlg_markdown_to_plain (markdown);
  g_autofree char *collapsed = vlg_string_collapse (plain);

  g_string_append_printf (out, "%s: %s\n", key, collapsed);
}

static void
add_consultations (GString   *out,
                   VlgMotion *motion)
{
  GListModel *consultations = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (consultations); i++)
    {
      g_autoptr (VlgConsultation) consultation = g_list_model_get_item (consultations, i);
      const VlgVotes *votes = vlg_consultation_get_votes (consultation);
      g_autofree char *body = vlg_string_collapse (vlg_consultation_get_body (consultation));
      g_autofree char *by = vlg_string_collapse (vlg_consultation_get_confirmed_by (consultation));
      g_autofree char *day = vlg_day_to_german (vlg_consultation_get_day (consultation));

      g_string_append_printf (out, "consultation: %s | %d | %s | %d %d %d | %s\n", body, vlg_consultation_get_visibility (consultation), day,
                              votes->in_favour, votes->against, votes->abstentions, by);
    }
}

static void
add_leitbild (GString    *out,
              VlgMotion  *motion,
              VlgProfile *profile)
{
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (profile);

  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      const char *key = vlg_action_field_get_key (vlg_leitbild_get_field (leitbild, i));
      VlgMark *mark = find_mark (motion, key);
      g_autofree char *goals = mark != NULL ? g_strjoinv (" ", (char **) vlg_mark_get_goals (mark)) : NULL;

      if (mark != NULL && (vlg_mark_get_ticked (mark) || *goals != '\0'))
        g_string_append_printf (out, "mark: %s %d %s\n", key, vlg_mark_get_ticked (mark), goals);
    }
  g_string_append_printf (out, "not relevant: %d\n", vlg_motion_get_relevance (motion) == VLG_RELEVANCE_NOT_RELEVANT);
}

char *
form_projection (VlgMotion  *motion,
                 VlgProfile *profile)
{
  GString *out = g_string_new (NULL);
  GListModel *signatories = G_LIST_MODEL (vlg_motion_get_signatories (motion));
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  g_autofree char *decided_on = vlg_day_to_german (vlg_motion_get_decided_on (motion));

  g_string_append_printf (out, "number: %s\n", vlg_motion_get_number_text (motion));
  for (VlgField field = VLG_FIELD_SUBMITTER; field <= VLG_FIELD_REASONING; field++)
    {
      g_autofree char *line = NULL;

      if (vlg_field_is_long_text (field))
        {
          add_plain (out, vlg_field_to_key (field), vlg_motion_get_text (motion, field));
          continue;
        }
      if (!vlg_field_is_text (field))
        continue;
      line = vlg_string_collapse (vlg_motion_get_text (motion, field));
      g_string_append_printf (out, "%s: %s\n", vlg_field_to_key (field), line);
    }
  add_consultations (out, motion);
  add_leitbild (out, motion, profile);
  for (VlgBlock block = VLG_BLOCK_SUBMITTER; block <= VLG_BLOCK_COUNCIL; block++)
    for (guint i = 0; i < g_list_model_get_n_items (signatories); i++)
      {
        g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);

        if (vlg_signatory_get_block (signatory) == block)
          g_string_append_printf (out, "signatory %d: %s | %s\n", block, vlg_signatory_get_name (signatory), vlg_signatory_get_role (signatory));
      }
  g_string_append_printf (out, "decided_on: %s\n", decided_on);
  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);

      /* The file a paper came from, and files generally, are not printed with the form. */
      if (vlg_annex_get_number (annex) == 0 || vlg_annex_get_source (annex))
        continue;
      g_string_append_printf (out, "annex %u: %s\n", vlg_annex_get_number (annex), vlg_annex_get_title (annex));
      add_plain (out, "text", vlg_annex_get_text (annex));
    }

  return g_string_free (out, FALSE);
}
