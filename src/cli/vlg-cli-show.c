/* vlg-cli-show.c — one motion, and what a check finds in it, from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-canonical.h"
#include "vlg-checks.h"
#include "vlg-cli-private.h"
#include "vlg-core-enums.h"
#include "vlg-document.h"

static void
print_value (VlgCliOutput *out,
             const char   *label,
             const char   *value)
{
  if (value != NULL && *value != '\0')
    vlg_cli_output_print (out, "%s: %s\n", label, value);
}

/* A text under its label, indented, an empty line before each paragraph. */
static void
print_passage (VlgCliOutput *out,
               const char   *label,
               const char   *plain)
{
  g_auto (GStrv) lines = NULL;

  if (*plain == '\0')
    return;
  lines = g_strsplit (plain, "\n", -1);
  vlg_cli_output_print (out, "\n%s:\n", label);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      vlg_cli_output_print (out, "  %s\n", lines[i]);
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
print_consultations (VlgCliOutput *out,
                     VlgMotion    *motion)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  guint n_rows = g_list_model_get_n_items (rows);

  if (n_rows > 0)
    vlg_cli_output_print (out, "\n%s:\n", vlg_field_get_label (VLG_FIELD_CONSULTATIONS));
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
      if (*votes != '\0')
        g_string_append_printf (line, " (%s)", votes);
      vlg_cli_output_print (out, "  %u. %s\n", i + 1, line->str);
    }
}

static void
print_leitbild (VlgCliOutput *out,
                VlgMotion    *motion,
                VlgProfile   *profile)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));
  guint n_marks = g_list_model_get_n_items (marks);
  gboolean not_relevant = vlg_motion_get_relevance (motion) == VLG_RELEVANCE_NOT_RELEVANT;

  if (n_marks == 0 && !not_relevant)
    return;
  vlg_cli_output_print (out, "\n%s:\n", vlg_field_get_label (VLG_FIELD_LEITBILD));
  if (not_relevant)
    vlg_cli_output_print (out, "  %s\n", _("Not relevant"));
  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      VlgActionField *field = vlg_leitbild_find_field (vlg_profile_get_leitbild (profile), vlg_mark_get_field (mark));
      g_autofree char *goals = g_strjoinv (", ", (char **) vlg_mark_get_goals (mark));

      vlg_cli_output_print (out, "  [%s] %s %s\n", vlg_mark_get_ticked (mark) ? "x" : " ",
                            field != NULL ? vlg_action_field_get_name (field) : vlg_mark_get_field (mark), goals);
    }
}

static void
print_signatories (VlgCliOutput *out,
                   VlgMotion    *motion)
{
  GListModel *signatories = G_LIST_MODEL (vlg_motion_get_signatories (motion));
  guint n_signatories = g_list_model_get_n_items (signatories);

  if (n_signatories > 0)
    vlg_cli_output_print (out, "\n%s:\n", vlg_field_get_label (VLG_FIELD_SIGNATORIES));
  for (guint i = 0; i < n_signatories; i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);
      const char *name = vlg_signatory_get_name (signatory);

      vlg_cli_output_print (out, "  %s%s%s\n", name, *name != '\0' ? ", " : "", vlg_signatory_get_role (signatory));
    }
}

static void
print_annexes (VlgCliOutput *out,
               VlgMotion    *motion)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  guint n_annexes = g_list_model_get_n_items (annexes);

  for (guint i = 0; i < n_annexes; i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      const VlgAnnexFile *file = vlg_annex_get_file (annex);
      g_autofree char *plain = vlg_markdown_to_plain (vlg_annex_get_text (annex));
      g_autofree char *label = NULL;

      if (vlg_annex_get_source (annex))
        label = g_strdup (_("Imported from"));
      else
        label = g_strdup_printf ("%s %u", _("Annex"), vlg_annex_get_number (annex));
      if (file != NULL)
        {
          g_autofree char *size = g_format_size (file->size);

          vlg_cli_output_print (out, "\n%s: %s (%s, %s)\n", label, file->name, file->media_type, size);
          continue;
        }
      if (*vlg_annex_get_title (annex) != '\0')
        {
          g_autofree char *titled = g_strdup_printf ("%s, %s", label, vlg_annex_get_title (annex));

          print_passage (out, titled, plain);
        }
      else
        {
          print_passage (out, label, plain);
        }
    }
}

static void
print_relations (VlgCliOutput *out,
                 VlgMotion    *motion)
{
  GListModel *relations = G_LIST_MODEL (vlg_motion_get_relations (motion));
  guint n_relations = g_list_model_get_n_items (relations);

  if (n_relations > 0)
    vlg_cli_output_print (out, "\n%s:\n", vlg_field_get_label (VLG_FIELD_RELATIONS));
  for (guint i = 0; i < n_relations; i++)
    {
      g_autoptr (VlgRelation) relation = g_list_model_get_item (relations, i);

      vlg_cli_output_print (out, "  %s\n", vlg_motion_number_get_text (vlg_relation_get_target (relation)));
    }
}

static void
print_motion (VlgCliOutput *out,
              VlgMotion    *motion,
              VlgProfile   *profile)
{
  g_autofree char *decided_on = vlg_day_to_display (vlg_motion_get_decided_on (motion));
  g_autofree char *received_on = vlg_day_to_display (vlg_motion_get_received_on (motion));

  print_value (out, vlg_field_get_label (VLG_FIELD_NUMBER), vlg_motion_get_number_text (motion));
  print_value (out, vlg_field_get_label (VLG_FIELD_TITLE), vlg_motion_get_text (motion, VLG_FIELD_TITLE));
  print_value (out, C_("column", "State"), vlg_state_get_label (vlg_motion_get_state (motion)));
  if (vlg_motion_get_visibility (motion) != VLG_VISIBILITY_UNDECIDED)
    print_value (out, vlg_field_get_label (VLG_FIELD_VISIBILITY), vlg_visibility_get_label (vlg_motion_get_visibility (motion)));
  print_value (out, vlg_field_get_label (VLG_FIELD_SUBMITTER), vlg_motion_get_text (motion, VLG_FIELD_SUBMITTER));
  print_value (out, vlg_field_get_label (VLG_FIELD_RESPONSIBLE), vlg_motion_get_text (motion, VLG_FIELD_RESPONSIBLE));
  print_value (out, vlg_field_get_label (VLG_FIELD_RECEIVED_ON), received_on);
  print_value (out, vlg_field_get_label (VLG_FIELD_DECIDED_ON), decided_on);
  print_consultations (out, motion);
  for (VlgField field = VLG_FIELD_RESOLUTION; field <= VLG_FIELD_REASONING; field++)
    if (field == VLG_FIELD_LEITBILD)
      {
        print_leitbild (out, motion, profile);
      }
    else if (vlg_field_is_long_text (field))
      {
        g_autofree char *plain = vlg_markdown_to_plain (vlg_motion_get_text (motion, field));

        print_passage (out, vlg_field_get_label (field), plain);
      }
  print_signatories (out, motion);
  print_relations (out, motion);
  print_annexes (out, motion);
  print_passage (out, vlg_field_get_label (VLG_FIELD_UNRECOGNISED), vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED));
}

/* Options and argument that “show” and “check” share; NULL after the error was told. */
static VlgMotion *
open_motion (VlgCli        *cli,
             int            argc,
             char         **argv,
             VlgCliFormat  *format,
             int           *status)
{
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format_name, N_("How to write it"), "text|json" },
    { NULL }
  };

  if (!vlg_cli_parse (cli, entries, argc, argv, 1, 1, status))
    return NULL;
  if (!vlg_cli_parse_format (cli, format_name, "text|json", format, status))
    return NULL;

  return vlg_cli_find_motion (cli, status);
}

int
vlg_cli_show (VlgCli  *cli,
              int      argc,
              char   **argv)
{
  VlgCliFormat format;
  int status;
  g_autoptr (VlgMotion) motion = open_motion (cli, argc, argv, &format, &status);
  g_autoptr (VlgProfile) profile = NULL;

  if (motion == NULL)
    return status;
  profile = vlg_office_load_profile (cli->office, motion);
  if (format == VLG_FORMAT_JSON)
    {
      g_autoptr (JsonNode) node = vlg_motion_to_json (motion, profile);

      vlg_cli_output_json (cli->out, node);
    }
  else
    {
      print_motion (cli->out, motion, profile);
    }

  return VLG_EXIT_OK;
}

static void
print_findings_json (VlgCliOutput *out,
                     VlgMotion    *motion,
                     GPtrArray    *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "number");
  json_builder_add_string_value (builder, vlg_motion_get_number_text (motion));
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      VlgFinding *finding = g_ptr_array_index (findings, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "rule");
      json_builder_add_string_value (builder, vlg_finding_get_rule (finding));
      json_builder_set_member_name (builder, "severity");
      json_builder_add_string_value (builder, vlg_enum_to_nick (VLG_TYPE_SEVERITY, vlg_finding_get_severity (finding)));
      json_builder_set_member_name (builder, "field");
      json_builder_add_string_value (builder, vlg_field_to_key (vlg_finding_get_field (finding)));
      json_builder_set_member_name (builder, "row");
      if (vlg_finding_get_row (finding) >= 0)
        json_builder_add_int_value (builder, vlg_finding_get_row (finding) + 1);
      else
        json_builder_add_null_value (builder);
      json_builder_set_member_name (builder, "message");
      json_builder_add_string_value (builder, vlg_finding_get_message (finding));
      json_builder_set_member_name (builder, "remedy");
      json_builder_add_string_value (builder, vlg_finding_get_remedy (finding));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  vlg_cli_output_json (out, node);
}

static void
print_findings (VlgCliOutput *out,
                GPtrArray    *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      VlgFinding *finding = g_ptr_array_index (findings, i);
      const char *remedy = vlg_finding_get_remedy (finding);
      g_autofree char *place = NULL;

      if (vlg_finding_get_row (finding) >= 0)
        place = g_strdup_printf ("%s %d", vlg_field_get_label (vlg_finding_get_field (finding)), vlg_finding_get_row (finding) + 1);
      else
        place = g_strdup (vlg_field_get_label (vlg_finding_get_field (finding)));
      vlg_cli_output_print (out, "%s: %s: %s\n", vlg_severity_get_label (vlg_finding_get_severity (finding)), place,
                            vlg_finding_get_message (finding));
      if (remedy != NULL && *remedy != '\0')
        vlg_cli_output_print (out, "  %s\n", remedy);
    }
}

guint
vlg_cli_print_findings (VlgCli    *cli,
                        VlgMotion *motion)
{
  g_autoptr (VlgProfile) profile = vlg_office_load_profile (cli->office, motion);
  g_autoptr (GPtrArray) findings = vlg_checks_run (motion, profile);

  print_findings (cli->out, findings);

  return findings->len;
}

int
vlg_cli_check (VlgCli  *cli,
               int      argc,
               char   **argv)
{
  VlgCliFormat format;
  int status;
  g_autoptr (VlgMotion) motion = open_motion (cli, argc, argv, &format, &status);
  g_autoptr (VlgProfile) profile = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (motion == NULL)
    return status;
  profile = vlg_office_load_profile (cli->office, motion);
  findings = vlg_checks_run (motion, profile);
  if (format == VLG_FORMAT_JSON)
    print_findings_json (cli->out, motion, findings);
  else if (findings->len > 0)
    print_findings (cli->out, findings);
  else
    vlg_cli_output_print (cli->out, "%s\n", _("Nothing to fix."));

  return findings->len > 0 ? VLG_EXIT_FINDINGS : VLG_EXIT_OK;
}
