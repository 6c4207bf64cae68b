/* vlg-cli-versions.c — the versions of a motion, and what changed between two, from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-cli-private.h"
#include "vlg-comparison.h"
#include "vlg-version-list.h"

/* The instant as people of any country read it, in local time. Caller owns. */
static char *
format_instant (gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static void
print_versions (VlgCliOutput *out,
                GListModel   *versions)
{
  const char * const header[] = { _("Version"), _("When"), _("What"), _("Who") };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < g_list_model_get_n_items (versions); i++)
    {
      g_autoptr (VlgVersion) version = g_list_model_get_item (versions, i);
      char **cells = g_new0 (char *, G_N_ELEMENTS (header) + 1);

      cells[0] = g_strdup_printf ("%u", vlg_version_get_number (version));
      cells[1] = format_instant (vlg_version_get_at (version));
      cells[2] = g_strdup (vlg_version_get_deed (version));
      cells[3] = g_strdup (vlg_version_get_actor (version));
      g_ptr_array_add (rows, cells);
    }
  vlg_cli_output_table (out, header, rows, G_N_ELEMENTS (header));
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static JsonBuilder *
document_new (VlgMotion *motion)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, 1);
  add_string (builder, "number", vlg_motion_get_number_text (motion));

  return builder;
}

static void
print_document (VlgCliOutput *out,
                JsonBuilder  *builder)
{
  g_autoptr (JsonNode) node = NULL;

  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  vlg_cli_output_json (out, node);
}

static void
print_versions_json (VlgCliOutput *out,
                     VlgMotion    *motion,
                     GListModel   *versions)
{
  g_autoptr (JsonBuilder) builder = document_new (motion);

  json_builder_set_member_name (builder, "versions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (versions); i++)
    {
      g_autoptr (VlgVersion) version = g_list_model_get_item (versions, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "version");
      json_builder_add_int_value (builder, vlg_version_get_number (version));
      add_string (builder, "uid", vlg_version_get_uid (version));
      json_builder_set_member_name (builder, "at");
      json_builder_add_int_value (builder, vlg_version_get_at (version));
      add_string (builder, "deed", vlg_version_get_deed (version));
      add_string (builder, "actor", vlg_version_get_actor (version));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  print_document (out, builder);
}

int
vlg_cli_versions (VlgCli  *cli,
                  int      argc,
                  char   **argv)
{
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format_name, N_("How to write the versions"), "table|json" },
    { NULL }
  };
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (GListModel) versions = NULL;
  g_autoptr (GError) error = NULL;
  VlgCliFormat format;
  int status;

  if (!vlg_cli_parse (cli, entries, argc, argv, 1, 1, &status))
    return status;
  if (!vlg_cli_parse_format (cli, format_name, "table|json", &format, &status))
    return status;
  motion = vlg_cli_find_motion (cli, &status);
  if (motion == NULL)
    return status;
  versions = vlg_version_list (cli->office, vlg_motion_get_uid (motion), &error);
  if (versions == NULL)
    return vlg_cli_fail (NULL, error);
  if (format == VLG_FORMAT_JSON)
    print_versions_json (cli->out, motion, versions);
  else
    print_versions (cli->out, versions);

  return VLG_EXIT_OK;
}

/* Comparing: [-removed-]{+added+}, as word comparisons are written in a terminal. */

static void
print_changes (VlgCliOutput *out,
               GListModel   *changes)
{
  static const char * const before[] = { "", "[-", "{+" }, * const after[] = { "", "-]", "+}" };

  if (g_list_model_get_n_items (changes) == 0)
    vlg_cli_output_print (out, "%s\n", _("Nothing differs."));
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (VlgChange) change = g_list_model_get_item (changes, i);
      g_autoptr (GPtrArray) runs = vlg_word_diff_trim (vlg_change_get_runs (change), 80);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < runs->len; j++)
        {
          const VlgRun *run = runs->pdata[j];

          g_string_append_printf (text, "%s%s%s", before[run->kind], run->text, after[run->kind]);
        }
      g_string_replace (text, "\n", "\n  ", 0);
      vlg_cli_output_print (out, "%s%s:\n  %s\n", i > 0 ? "\n" : "", vlg_change_get_label (change), text->str);
    }
}

static void
print_changes_json (VlgCliOutput *out,
                    VlgMotion    *motion,
                    GListModel   *changes)
{
  static const char * const kinds[] = { "equal", "removed", "added" };
  g_autoptr (JsonBuilder) builder = document_new (motion);

  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (VlgChange) change = g_list_model_get_item (changes, i);
      GPtrArray *runs = vlg_change_get_runs (change);

      json_builder_begin_object (builder);
      add_string (builder, "field", vlg_change_get_field (change) != VLG_FIELD_NONE ? vlg_field_to_key (vlg_change_get_field (change)) : "stage");
      add_string (builder, "label", vlg_change_get_label (change));
      json_builder_set_member_name (builder, "runs");
      json_builder_begin_array (builder);
      for (guint j = 0; j < runs->len; j++)
        {
          const VlgRun *run = runs->pdata[j];

          json_builder_begin_object (builder);
          add_string (builder, "kind", kinds[run->kind]);
          add_string (builder, "text", run->text);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  print_document (out, builder);
}

/* The content of version @number; 0: what is stored now. NULL after the error was told, with @status. Caller owns. */
static VlgMotion *
load_version (VlgCli     *cli,
              VlgMotion  *now,
              GListModel *versions,
              int         number,
              int        *status)
{
  guint n = g_list_model_get_n_items (versions);
  g_autoptr (VlgVersion) version = NULL;
  g_autoptr (GError) error = NULL;
  VlgMotion *motion;

  if (number == 0)
    return g_object_ref (now);
  if (number < 0 || (guint) number > n)
    {
      *status = vlg_cli_misuse (cli, _("There is no version %d; “vorlage versions” lists them."), number);
      return NULL;
    }
  version = g_list_model_get_item (versions, n - (guint) number);
  motion = vlg_version_load (cli->office, vlg_version_get_uid (version), &error);
  if (motion == NULL)
    *status = vlg_cli_fail (NULL, error);

  return motion;
}

int
vlg_cli_compare (VlgCli  *cli,
                 int      argc,
                 char   **argv)
{
  g_autofree char *format_name = NULL;
  int from_number = 1, to_number = 0;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_INT, &from_number, N_("The version to begin with (default: the first)"), N_("VERSION") },
    { "to", 0, 0, G_OPTION_ARG_INT, &to_number, N_("The version to compare it with (default: what is stored now)"), N_("VERSION") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format_name, N_("How to write what changed"), "table|json" },
    { NULL }
  };
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (VlgMotion) from = NULL;
  g_autoptr (VlgMotion) to = NULL;
  g_autoptr (GListModel) versions = NULL;
  g_autoptr (GListModel) changes = NULL;
  g_autoptr (VlgProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  VlgCliFormat format;
  int status;

  if (!vlg_cli_parse (cli, entries, argc, argv, 1, 1, &status))
    return status;
  if (!vlg_cli_parse_format (cli, format_name, "table|json", &format, &status))
    return status;
  motion = vlg_cli_find_motion (cli, &status);
  if (motion == NULL)
    return status;
  versions = vlg_version_list (cli->office, vlg_motion_get_uid (motion), &error);
  if (versions == NULL)
    return vlg_cli_fail (NULL, error);
  from = load_version (cli, motion, versions, from_number, &status);
  to = from != NULL ? load_version (cli, motion, versions, to_number, &status) : NULL;
  if (to == NULL)
    return status;

  profile = vlg_office_load_profile (cli->office, motion);
  changes = vlg_comparison_new (from, to, profile);
  if (format == VLG_FORMAT_JSON)
    print_changes_json (cli->out, motion, changes);
  else
    print_changes (cli->out, changes);

  return VLG_EXIT_OK;
}
