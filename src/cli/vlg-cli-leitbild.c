/* vlg-cli-leitbild.c — the Leitbild counted and suggested, from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-cli-private.h"
#include "vlg-day-entry.h"
#include "vlg-leitbild-desk.h"
#include "vlg-leitbild-file.h"
#include "vlg-motion-filter.h"

typedef struct {
  char *from;
  char *to;
  char *by;
  char *body;
  char *states;
  char *format;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->from);
  g_free (options->to);
  g_free (options->by);
  g_free (options->body);
  g_free (options->states);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_text (JsonBuilder *builder,
          const char  *key,
          const char  *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder,
            const char  *key,
            gint64       value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static void
begin_array (JsonBuilder *builder,
             const char  *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

/* Report */

static void
add_count (JsonBuilder          *builder,
           const VlgReportCount *count)
{
  add_number (builder, "motions", count->n_motions);
  add_number (builder, "adopted", count->n_adopted);
  add_number (builder, "relevant", count->n_relevant);
  add_number (builder, "not_relevant", count->n_not_relevant);
  add_number (builder, "undecided", count->n_undecided);
}

static void
add_periods (JsonBuilder       *builder,
             VlgLeitbildReport *report)
{
  begin_array (builder, "periods");
  for (guint i = 0; i < report->n_periods; i++)
    {
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;
      VlgDay from, to;

      vlg_leitbild_report_get_span (report, i, &from, &to);
      first = vlg_day_to_iso (from);
      last = vlg_day_to_iso (to);
      json_builder_begin_object (builder);
      add_text (builder, "from", first);
      add_text (builder, "to", last);
      add_count (builder, &report->counts[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (VlgCli            *cli,
            VlgLeitbildReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  add_number (builder, "format", 1);
  add_count (builder, &report->total);
  add_periods (builder, report);
  begin_array (builder, "fields");
  for (guint i = 0; i < report->fields->len; i++)
    {
      const VlgReportField *field = report->fields->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "field", field->field);
      add_number (builder, "motions", field->n_motions);
      add_number (builder, "adopted", field->n_adopted);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_array (builder, "goals");
  for (guint i = 0; i < report->goals->len; i++)
    {
      const VlgReportGoal *goal = report->goals->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "field", goal->field);
      add_text (builder, "code", goal->code);
      json_builder_set_member_name (builder, "retired");
      json_builder_add_boolean_value (builder, goal->retired);
      begin_array (builder, "motions");
      for (guint j = 0; j < report->n_periods; j++)
        json_builder_add_int_value (builder, goal->counts[j]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  vlg_cli_output_json (cli->out, node);
}

static void
print_csv (VlgCli            *cli,
           VlgLeitbildReport *report)
{
  g_autoptr (GPtrArray) records = vlg_leitbild_file_list_records (report, NULL);

  for (guint i = 0; i < records->len; i++)
    vlg_cli_output_csv (cli->out, records->pdata[i]);
}

static const char *
name_of (VlgCli     *cli,
         const char *key)
{
  VlgActionField *field = vlg_leitbild_find_field (vlg_profile_get_leitbild (vlg_office_get_profile (cli->office)), key);

  return field != NULL ? vlg_action_field_get_name (field) : key;
}

static void
print_summary (VlgCli               *cli,
               const VlgReportCount *total)
{
  int share = vlg_report_count_get_share (total);

  vlg_cli_output_print (cli->out, g_dngettext (GETTEXT_PACKAGE, "%u motion, %u adopted.\n", "%u motions, %u adopted.\n", total->n_motions),
                        total->n_motions, total->n_adopted);
  if (share >= 0)
    vlg_cli_output_print (cli->out, _("%d %% of those decided are not relevant to the Leitbild.\n"), share);
  if (total->n_undecided > 0)
    vlg_cli_output_print (cli->out, g_dngettext (GETTEXT_PACKAGE, "For %u the relevance is not decided.\n", "For %u the relevance is not decided.\n",
                                                 total->n_undecided), total->n_undecided);
}

static void
print_fields (VlgCli            *cli,
              VlgLeitbildReport *report)
{
  const char *header[] = { C_("column", "Field of action"), C_("column", "Motions"), C_("column", "Adopted"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < report->fields->len; i++)
    {
      const VlgReportField *field = report->fields->pdata[i];
      char **cells = g_new0 (char *, 4);

      cells[0] = g_strdup (name_of (cli, field->field));
      cells[1] = g_strdup_printf ("%u", field->n_motions);
      cells[2] = g_strdup_printf ("%u", field->n_adopted);
      g_ptr_array_add (rows, cells);
    }
  vlg_cli_output_table (cli->out, header, rows, 3);
}

static void
print_goals (VlgCli            *cli,
             VlgLeitbildReport *report)
{
  g_autoptr (GPtrArray) header = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (header, g_strdup (C_("column", "Goal")));
  for (guint i = 0; i < report->n_periods; i++)
    g_ptr_array_add (header, vlg_report_period_get_label (&report->periods[i]));
  g_ptr_array_add (header, g_strdup (C_("column", "Total")));
  for (guint i = 0; i < report->goals->len; i++)
    {
      const VlgReportGoal *goal = report->goals->pdata[i];
      char **cells = g_new0 (char *, header->len + 1);

      cells[0] = vlg_report_goal_get_label (goal);
      for (guint j = 0; j < report->n_periods; j++)
        cells[j + 1] = g_strdup_printf ("%u", goal->counts[j]);
      cells[header->len - 1] = g_strdup_printf ("%u", goal->n_motions);
      g_ptr_array_add (rows, cells);
    }
  vlg_cli_output_table (cli->out, (const char *const *) header->pdata, rows, header->len);
}

static gboolean
parse_day (VlgCli     *cli,
           const char *name,
           const char *text,
           VlgDay     *day,
           int        *status)
{
  if (text == NULL)
    return TRUE;
  *day = vlg_day_parse_entry (text, vlg_day_today ());
  if (*day == VLG_DAY_NONE)
    *status = vlg_cli_misuse (cli, _("“--%s” takes a day such as 2026-01-31, not “%s”."), name, text);

  return *day != VLG_DAY_NONE;
}

/* The current year unless something else is asked for; by quarters up to two years. */
static gboolean
read_query (VlgCli           *cli,
            Options          *options,
            VlgLeitbildQuery *query,
            int              *status)
{
  g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new ();
  guint year;

  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  query->from = vlg_day_new (year, 1, 1);
  if (!parse_day (cli, "from", options->from, &query->from, status))
    return FALSE;
  vlg_day_get (query->from, &year, NULL, NULL);
  query->to = options->from == NULL ? vlg_day_new (year, 12, 31) : MAX (vlg_day_today (), vlg_day_new (year, 12, 31));
  if (!parse_day (cli, "to", options->to, &query->to, status))
    return FALSE;
  if (query->to < query->from)
    {
      *status = vlg_cli_misuse (cli, "%s", _("“--to” is before “--from”."));
      return FALSE;
    }
  query->step = query->to - query->from > 731 ? VLG_REPORT_YEARS : VLG_REPORT_QUARTERS;
  if (options->by != NULL && !g_str_equal (options->by, "quarter") && !g_str_equal (options->by, "year"))
    {
      *status = vlg_cli_misuse (cli, _("“--by” takes quarter or year, not “%s”."), options->by);
      return FALSE;
    }
  if (options->by != NULL)
    query->step = g_str_equal (options->by, "year") ? VLG_REPORT_YEARS : VLG_REPORT_QUARTERS;
  if (options->states != NULL && !vlg_motion_filter_set (filter, VLG_FACET_STATE, options->states))
    {
      *status = vlg_cli_misuse (cli, _("“%s” names no state."), options->states);
      return FALSE;
    }
  query->states = vlg_motion_filter_get_states (filter);
  query->body = options->body;

  return TRUE;
}

static int
report (VlgCli       *cli,
        Options      *options,
        VlgCliFormat  format)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgLeitbildReport) figures = NULL;
  VlgLeitbildQuery query = { 0 };
  int status;

  if (cli->arguments[1] != NULL)
    return vlg_cli_misuse (cli, "%s", _("“leitbild report” takes no number."));
  if (!read_query (cli, options, &query, &status))
    return status;
  if (vlg_cli_open (cli, TRUE, &status) == NULL)
    return status;

  vlg_leitbild_desk_report_async (cli->office, &query, NULL, vlg_cli_keep_result, &result);
  figures = vlg_leitbild_desk_report_finish (cli->office, vlg_cli_await (&result), &error);
  if (figures == NULL)
    return vlg_cli_fail (NULL, error);
  if (format == VLG_FORMAT_JSON)
    {
      print_json (cli, figures);
      return VLG_EXIT_OK;
    }
  if (format == VLG_FORMAT_CSV)
    {
      print_csv (cli, figures);
      return VLG_EXIT_OK;
    }
  print_summary (cli, &figures->total);
  vlg_cli_output_raw (cli->out, "\n");
  print_fields (cli, figures);
  vlg_cli_output_raw (cli->out, "\n");
  print_goals (cli, figures);

  return VLG_EXIT_OK;
}

/* Suggest */

static void
print_hint (VlgCli                 *cli,
            const VlgLeitbildHints *hints,
            const VlgLeitbildHint  *hint)
{
  g_autofree char *goals = g_strjoinv (", ", hint->goals);

  if (hint->field == NULL)
    vlg_cli_output_print (cli->out, _("%u of %u similar motions are not relevant to the Leitbild:\n"), hint->n, hints->similar->len);
  else if (*goals == '\0')
    vlg_cli_output_print (cli->out, _("%u of %u similar motions chose %s:\n"), hint->n, hints->similar->len, name_of (cli, hint->field));
  else
    vlg_cli_output_print (cli->out, _("%u of %u similar motions chose %s, %s:\n"), hint->n, hints->similar->len, name_of (cli, hint->field), goals);
  for (guint i = 0; i < hint->motions->len; i++)
    {
      const VlgSimilarMotion *motion = hint->motions->pdata[i];

      vlg_cli_output_print (cli->out, "  %s  %s\n", motion->number != NULL ? motion->number : "–", motion->title);
    }
}

static void
print_hints_json (VlgCli                 *cli,
                  const VlgLeitbildHints *hints)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  add_number (builder, "format", 1);
  add_number (builder, "similar", hints->similar->len);
  begin_array (builder, "suggestions");
  for (guint i = 0; i < hints->hints->len; i++)
    {
      const VlgLeitbildHint *hint = hints->hints->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "field", hint->field);
      begin_array (builder, "goals");
      for (guint j = 0; hint->goals[j] != NULL; j++)
        json_builder_add_string_value (builder, hint->goals[j]);
      json_builder_end_array (builder);
      add_number (builder, "chosen", hint->n);
      begin_array (builder, "motions");
      for (guint j = 0; j < hint->motions->len; j++)
        {
          const VlgSimilarMotion *motion = hint->motions->pdata[j];

          json_builder_begin_object (builder);
          add_text (builder, "uid", motion->uid);
          add_text (builder, "number", motion->number);
          add_text (builder, "title", motion->title);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  vlg_cli_output_json (cli->out, node);
}

static VlgMotion *
find_motion (VlgCli *cli,
             int    *status)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = vlg_cli_to_utf8 (cli, cli->arguments[1]);
  VlgMotion *motion;

  if (number == NULL)
    {
      *status = VLG_EXIT_USAGE;
      return NULL;
    }
  if (vlg_cli_open (cli, TRUE, status) == NULL)
    return NULL;
  motion = vlg_office_find_motion (cli->office, number, &error);
  if (motion == NULL)
    *status = vlg_cli_fail (NULL, error);

  return motion;
}

static int
suggest (VlgCli       *cli,
         VlgCliFormat  format)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (VlgLeitbildHints) hints = NULL;
  int status;

  if (format == VLG_FORMAT_CSV)
    return vlg_cli_misuse (cli, "%s", _("“leitbild suggest” writes a table or json."));
  if (cli->arguments[1] == NULL)
    return vlg_cli_misuse (cli, "%s", _("“leitbild suggest” needs the number of a motion."));
  motion = find_motion (cli, &status);
  if (motion == NULL)
    return status;

  vlg_leitbild_desk_suggest_async (cli->office, motion, NULL, vlg_cli_keep_result, &result);
  hints = vlg_leitbild_desk_suggest_finish (cli->office, vlg_cli_await (&result), &error);
  if (hints == NULL)
    return vlg_cli_fail (NULL, error);
  if (format == VLG_FORMAT_JSON)
    {
      print_hints_json (cli, hints);
      return VLG_EXIT_OK;
    }
  for (guint i = 0; i < hints->hints->len; i++)
    print_hint (cli, hints, hints->hints->pdata[i]);
  if (hints->hints->len == 0)
    vlg_cli_output_print (cli->out, "%s\n", _("Similar motions do not agree on anything, or there are none."));

  return VLG_EXIT_OK;
}

int
vlg_cli_leitbild (VlgCli  *cli,
                  int      argc,
                  char   **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("The first day of the report (default: of this year), or of the catalogue that is imported (default: today)"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("With “report”: the last day"), N_("DATE") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_("With “report”: what a column spans"), "quarter|year" },
    { "body", 0, 0, G_OPTION_ARG_FILENAME, &options.body, N_("Only motions this body deals with"), N_("NAME") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &options.states, N_("Only motions in one of these states"), "submitted,adopted,…" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_("How to write it"), "table|json|csv" },
    { NULL }
  };
  VlgDay from = VLG_DAY_NONE;
  VlgCliFormat format;
  int status;

  if (!vlg_cli_parse (cli, entries, argc, argv, 1, 2, &status))
    return status;
  if (!vlg_cli_convert (cli, &options.body))
    return VLG_EXIT_USAGE;
  if (!vlg_cli_parse_format (cli, options.format, "table|json|csv", &format, &status))
    return status;
  if (g_str_equal (cli->arguments[0], "report"))
    return report (cli, &options, format);
  if (g_str_equal (cli->arguments[0], "suggest"))
    return suggest (cli, format);
  if (g_str_equal (cli->arguments[0], "export"))
    return vlg_cli_catalogue_export (cli);
  if (g_str_equal (cli->arguments[0], "import"))
    return parse_day (cli, "from", options.from, &from, &status) ? vlg_cli_catalogue_import (cli, from) : status;

  return vlg_cli_misuse (cli, _("“leitbild” can “report”, “suggest”, “export” and “import”, not “%s”."), cli->arguments[0]);
}
