/* vlg-cli-show.c — one motion, and what a check finds in it, from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-canonical.h"
#include "vlg-checks.h"
#include "vlg-cli-private.h"
#include "vlg-core-enums.h"
#include "vlg-motion-text.h"

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
      g_autofree char *text = vlg_motion_text_make (motion, profile, TRUE);

      vlg_cli_output_print (cli->out, "%s", text);
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
  g_autoptr (GPtrArray) findings = vlg_checks_run_beside (motion, profile, vlg_profile_get_leitbild (vlg_office_get_profile (cli->office)));

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
  findings = vlg_checks_run_beside (motion, profile, vlg_profile_get_leitbild (vlg_office_get_profile (cli->office)));
  if (format == VLG_FORMAT_JSON)
    print_findings_json (cli->out, motion, findings);
  else if (findings->len > 0)
    print_findings (cli->out, findings);
  else
    vlg_cli_output_print (cli->out, "%s\n", _("Nothing to fix."));

  return findings->len > 0 ? VLG_EXIT_FINDINGS : VLG_EXIT_OK;
}
