/* vlg-motion-text.c — all of a motion as one plain text, to read and to keep
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-text.h"

#include <glib/gi18n.h>

#include "vlg-document.h"

/* As it is read, or as it was written. Caller owns. */
static char *
read_words (const char *markdown,
            gboolean    plain)
{
  return plain ? vlg_markdown_to_plain (markdown) : g_strdup (markdown);
}

static void
add_value (GString    *out,
           const char *label,
           const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (out, "%s: %s\n", label, value);
}

/* A text under its label, indented. */
static void
add_passage (GString    *out,
             const char *label,
             const char *words)
{
  g_auto (GStrv) lines = NULL;

  if (*words == '\0')
    return;
  lines = g_strsplit (words, "\n", -1);
  g_string_append_printf (out, "\n%s:\n", label);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, *lines[i] != '\0' ? "  %s\n" : "%s\n", lines[i]);
}

static char *
votes_text (const VlgVotes *votes)
{
  const struct {
    const char *label;
    int count;
  } counts[] = {
    { _("in favour"), votes->in_favour },
    { _("against"), votes->against },
    { _("abstentions"), votes->abstentions },
    { _("excluded"), votes->excluded },
    { _("present"), votes->present },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i].count != VLG_VOTES_ABSENT)
      g_string_append_printf (text, "%s%s %d", text->len > 0 ? ", " : "", counts[i].label, counts[i].count);

  return g_strdup (text->str);
}

static void
add_consultations (GString   *out,
                   VlgMotion *motion)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  guint n_rows = g_list_model_get_n_items (rows);

  if (n_rows > 0)
    g_string_append_printf (out, "\n%s:\n", vlg_field_get_label (VLG_FIELD_CONSULTATIONS));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);
      g_autofree char *day = vlg_day_to_display (vlg_consultation_get_day (row));
      g_autofree char *votes = votes_text (vlg_consultation_get_votes (row));
      g_autoptr (GString) line = g_string_new (vlg_consultation_get_body (row));

      g_string_append_printf (line, ", %s", *day != '\0' ? day : _("no date yet"));
      if (vlg_consultation_get_visibility (row) != VLG_VISIBILITY_UNDECIDED)
        g_string_append_printf (line, ", %s", vlg_visibility_get_label (vlg_consultation_get_visibility (row)));
      if (vlg_consultation_get_role (row) != VLG_ROLE_NONE)
        g_string_append_printf (line, ", %s", vlg_role_get_label (vlg_consultation_get_role (row)));
      if (vlg_consultation_get_result (row) != VLG_RESULT_NONE)
        g_string_append_printf (line, ", %s", vlg_result_get_label (vlg_consultation_get_result (row)));
      if (*vlg_consultation_get_result_wording (row) != '\0')
        g_string_append_printf (line, ", “%s”", vlg_consultation_get_result_wording (row));
      if (*votes != '\0')
        g_string_append_printf (line, " (%s)", votes);
      if (*vlg_consultation_get_confirmed_by (row) != '\0')
        g_string_append_printf (line, _(", confirmed by %s, %s"), vlg_consultation_get_confirmed_by (row), vlg_consultation_get_confirmed_role (row));
      g_string_append_printf (out, "  %u. %s\n", i + 1, line->str);
    }
}

static void
add_leitbild (GString    *out,
              VlgMotion  *motion,
              VlgProfile *profile)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));
  guint n_marks = g_list_model_get_n_items (marks);
  gboolean not_relevant = vlg_motion_get_relevance (motion) == VLG_RELEVANCE_NOT_RELEVANT;

  if (n_marks == 0 && !not_relevant)
    return;
  g_string_append_printf (out, "\n%s:\n", vlg_field_get_label (VLG_FIELD_LEITBILD));
  if (not_relevant)
    g_string_append_printf (out, "  %s\n", _("Not relevant"));
  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      VlgActionField *field = vlg_leitbild_find_field (vlg_profile_get_leitbild (profile), vlg_mark_get_field (mark));
      g_autofree char *goals = g_strjoinv (", ", (char **) vlg_mark_get_goals (mark));

      g_string_append_printf (out, "  [%s] %s %s\n", vlg_mark_get_ticked (mark) ? "x" : " ",
                              field != NULL ? vlg_action_field_get_name (field) : vlg_mark_get_field (mark), goals);
      if (*vlg_mark_get_rationale (mark) != '\0')
        g_string_append_printf (out, "      %s\n", vlg_mark_get_rationale (mark));
    }
}

static void
add_signatories (GString   *out,
                 VlgMotion *motion)
{
  GListModel *signatories = G_LIST_MODEL (vlg_motion_get_signatories (motion));
  guint n_signatories = g_list_model_get_n_items (signatories);

  if (n_signatories > 0)
    g_string_append_printf (out, "\n%s:\n", vlg_field_get_label (VLG_FIELD_SIGNATORIES));
  for (guint i = 0; i < n_signatories; i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);
      const char *name = vlg_signatory_get_name (signatory);

      g_string_append_printf (out, "  %s%s%s\n", name, *name != '\0' ? ", " : "", vlg_signatory_get_role (signatory));
    }
}

static void
add_annexes (GString   *out,
             VlgMotion *motion,
             gboolean   plain)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  guint n_annexes = g_list_model_get_n_items (annexes);

  for (guint i = 0; i < n_annexes; i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      const VlgAnnexFile *file = vlg_annex_get_file (annex);
      g_autofree char *words = read_words (vlg_annex_get_text (annex), plain);
      g_autofree char *label = NULL;

      if (vlg_annex_get_source (annex))
        label = g_strdup (_("Imported from"));
      else
        label = g_strdup_printf ("%s %u", _("Annex"), vlg_annex_get_number (annex));
      if (file != NULL)
        {
          g_autofree char *size = g_format_size (file->size);

          g_string_append_printf (out, "\n%s: %s (%s, %s)\n", label, file->name, file->media_type, size);
          continue;
        }
      if (*vlg_annex_get_title (annex) != '\0')
        {
          g_autofree char *titled = g_strdup_printf ("%s, %s", label, vlg_annex_get_title (annex));

          add_passage (out, titled, words);
        }
      else
        {
          add_passage (out, label, words);
        }
    }
}

static void
add_relations (GString   *out,
               VlgMotion *motion)
{
  GListModel *relations = G_LIST_MODEL (vlg_motion_get_relations (motion));
  guint n_relations = g_list_model_get_n_items (relations);

  if (n_relations > 0)
    g_string_append_printf (out, "\n%s:\n", vlg_field_get_label (VLG_FIELD_RELATIONS));
  for (guint i = 0; i < n_relations; i++)
    {
      g_autoptr (VlgRelation) relation = g_list_model_get_item (relations, i);

      g_string_append_printf (out, "  %s: %s\n", vlg_relation_kind_get_label (vlg_relation_get_kind (relation)),
                              vlg_motion_number_get_text (vlg_relation_get_target (relation)));
    }
}

char *
vlg_motion_text_make (VlgMotion  *motion,
                      VlgProfile *profile,
                      gboolean    plain)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *decided_on = vlg_day_to_display (vlg_motion_get_decided_on (motion));
  g_autofree char *received_on = vlg_day_to_display (vlg_motion_get_received_on (motion));

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);

  add_value (out, vlg_field_get_label (VLG_FIELD_NUMBER), vlg_motion_get_number_text (motion));
  add_value (out, vlg_field_get_label (VLG_FIELD_TITLE), vlg_motion_get_text (motion, VLG_FIELD_TITLE));
  add_value (out, C_("column", "State"), vlg_state_get_label (vlg_motion_get_state (motion)));
  if (vlg_motion_get_visibility (motion) != VLG_VISIBILITY_UNDECIDED)
    add_value (out, vlg_field_get_label (VLG_FIELD_VISIBILITY), vlg_visibility_get_label (vlg_motion_get_visibility (motion)));
  add_value (out, vlg_field_get_label (VLG_FIELD_SUBMITTER), vlg_motion_get_text (motion, VLG_FIELD_SUBMITTER));
  add_value (out, vlg_field_get_label (VLG_FIELD_RESPONSIBLE), vlg_motion_get_text (motion, VLG_FIELD_RESPONSIBLE));
  add_value (out, vlg_field_get_label (VLG_FIELD_RECEIVED_ON), received_on);
  add_value (out, vlg_field_get_label (VLG_FIELD_DECIDED_ON), decided_on);
  add_consultations (out, motion);
  for (VlgField field = VLG_FIELD_RESOLUTION; field <= VLG_FIELD_REASONING; field++)
    if (field == VLG_FIELD_LEITBILD)
      {
        add_leitbild (out, motion, profile);
      }
    else if (vlg_field_is_long_text (field))
      {
        g_autofree char *words = read_words (vlg_motion_get_text (motion, field), plain);

        add_passage (out, vlg_field_get_label (field), words);
      }
  add_signatories (out, motion);
  add_relations (out, motion);
  add_annexes (out, motion, plain);
  add_passage (out, vlg_field_get_label (VLG_FIELD_UNRECOGNISED), vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED));

  return g_string_free (g_steal_pointer (&out), FALSE);
}
