/* vlg-cli-calendar.c — the consultation calendar from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-calendar-file.h"
#include "vlg-calendar.h"
#include "vlg-cli-private.h"
#include "vlg-core-enums.h"
#include "vlg-day-entry.h"

typedef struct {
  char *from;
  char *to;
  char *format;
  gboolean public_edition;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->from);
  g_free (options->to);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* One entry as JSON and CSV have it. */
enum {
  CELL_KIND,
  CELL_UID,
  CELL_DAY,
  CELL_START,
  CELL_END,
  CELL_BODY,
  CELL_VISIBILITY,
  CELL_NUMBER,
  CELL_STATE,
  CELL_ROOM,
  CELL_MOTIONS,
  CELL_MEETING,
  CELL_MOTION,
  CELL_TITLE,
  CELL_RESPONSIBLE,
  CELL_ROLE,
  CELL_RESULT,
  N_CELLS
};

static const char *const cell_names[N_CELLS + 1] = {
  "kind", "uid", "day", "start", "end", "body", "visibility", "number", "state", "room", "motions", "meeting", "motion", "title", "responsible", "role", "result", NULL
};

static char *
dup_unless_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* What is absent is NULL. */
static void
fill_cells (VlgCalendarEntry *entry,
            char             *cells[N_CELLS])
{
  const VlgCalendarFacts *facts = vlg_calendar_entry_get_facts (entry);
  gboolean meeting = facts->kind == VLG_ENTRY_MEETING;

  cells[CELL_KIND] = g_strdup (meeting ? "meeting" : "consultation");
  cells[CELL_UID] = g_strdup (facts->uid);
  cells[CELL_DAY] = vlg_day_to_iso (facts->day);
  cells[CELL_START] = vlg_wall_time_to_text (facts->start);
  cells[CELL_END] = vlg_wall_time_to_text (facts->end);
  cells[CELL_BODY] = g_strdup (facts->body);
  cells[CELL_VISIBILITY] = g_strdup (vlg_enum_to_nick (VLG_TYPE_VISIBILITY, facts->visibility));
  cells[CELL_NUMBER] = dup_unless_empty (facts->number);
  if (meeting)
    {
      cells[CELL_STATE] = g_strdup (vlg_enum_to_nick (VLG_TYPE_MEETING_STATE, facts->state));
      cells[CELL_ROOM] = dup_unless_empty (facts->room);
      cells[CELL_MOTIONS] = g_strdup_printf ("%u", facts->n_motions);
      return;
    }
  cells[CELL_STATE] = g_strdup (vlg_enum_to_nick (VLG_TYPE_STATE, facts->motion_state));
  cells[CELL_MEETING] = g_strdup (facts->meeting_uid);
  cells[CELL_MOTION] = g_strdup (facts->motion_uid);
  cells[CELL_TITLE] = g_strdup (facts->title);
  cells[CELL_RESPONSIBLE] = g_strdup (facts->responsible);
  cells[CELL_ROLE] = g_strdup (vlg_enum_to_nick (VLG_TYPE_ROLE, facts->role));
  cells[CELL_RESULT] = g_strdup (vlg_enum_to_nick (VLG_TYPE_RESULT, facts->result));
}

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
add_day (JsonBuilder *builder,
         const char  *key,
         VlgDay       day)
{
  g_autofree char *text = vlg_day_to_iso (day);

  add_text (builder, key, text);
}

static void
add_entry (JsonBuilder      *builder,
           VlgCalendarEntry *entry)
{
  char *cells[N_CELLS] = { NULL };

  fill_cells (entry, cells);
  json_builder_begin_object (builder);
  for (guint i = 0; i < N_CELLS; i++)
    {
      if (i == CELL_MOTIONS && cells[i] != NULL)
        {
          json_builder_set_member_name (builder, cell_names[i]);
          json_builder_add_int_value (builder, vlg_calendar_entry_get_facts (entry)->n_motions);
        }
      else
        {
          add_text (builder, cell_names[i], cells[i]);
        }
      g_free (cells[i]);
    }
  json_builder_end_object (builder);
}

static void
print_json (VlgCli    *cli,
            GPtrArray *entries,
            VlgDay     from,
            VlgDay     to)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, 1);
  add_day (builder, "from", from);
  add_day (builder, "to", to);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    add_entry (builder, entries->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  vlg_cli_output_json (cli->out, node);
}

static void
print_csv (VlgCli    *cli,
           GPtrArray *entries)
{
  vlg_cli_output_csv (cli->out, cell_names);
  for (guint i = 0; i < entries->len && !vlg_cli_output_is_gone (cli->out); i++)
    {
      char *cells[N_CELLS + 1] = { NULL };

      fill_cells (entries->pdata[i], cells);
      for (guint j = 0; j < N_CELLS; j++)
        if (cells[j] == NULL)
          cells[j] = g_strdup ("");
      vlg_cli_output_csv (cli->out, (const char * const *) cells);
      for (guint j = 0; j < N_CELLS; j++)
        g_free (cells[j]);
    }
}

static char *
describe_meeting (const VlgCalendarFacts *facts)
{
  g_autofree char *motions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u motion", "%u motions", facts->n_motions), facts->n_motions);

  if (facts->visibility == VLG_VISIBILITY_NON_PUBLIC)
    return g_strdup_printf ("%s, %s, %s", vlg_meeting_state_get_label (facts->state), motions, vlg_visibility_get_label (facts->visibility));

  return g_strdup_printf ("%s, %s", vlg_meeting_state_get_label (facts->state), motions);
}

static void
print_table (VlgCli    *cli,
             GPtrArray *entries)
{
  const char *header[] = { C_("column", "Date"), C_("column", "Time"), C_("column", "Body"), C_("column", "Number"), C_("column", "What"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < entries->len; i++)
    {
      const VlgCalendarFacts *facts = vlg_calendar_entry_get_facts (entries->pdata[i]);
      char **cells = g_new0 (char *, 6);
      char *time = vlg_wall_time_to_text (facts->start);

      cells[0] = vlg_day_to_display (facts->day);
      cells[1] = time != NULL ? time : g_strdup ("");
      cells[2] = g_strdup (facts->body);
      cells[3] = g_strdup (facts->number);
      cells[4] = facts->kind == VLG_ENTRY_MEETING ? describe_meeting (facts) : g_strdup (facts->title);
      g_ptr_array_add (rows, cells);
    }
  if (rows->len > 0)
    vlg_cli_output_table (cli->out, header, rows, 5);
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

static int
list (VlgCli       *cli,
      VlgDay        from,
      VlgDay        to,
      VlgCliFormat  format)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (cli->arguments[1] != NULL)
    return vlg_cli_misuse (cli, "%s", _("“calendar list” takes no file."));
  if (vlg_cli_open (cli, TRUE, &status) == NULL)
    return status;
  entries = vlg_calendar_list (cli->office, from, to, &error);
  if (entries == NULL)
    return vlg_cli_fail (NULL, error);
  if (format == VLG_FORMAT_JSON)
    print_json (cli, entries, from, to);
  else if (format == VLG_FORMAT_CSV)
    print_csv (cli, entries);
  else
    print_table (cli, entries);

  return VLG_EXIT_OK;
}

static int
export (VlgCli     *cli,
        VlgDay      from,
        VlgDay      to,
        VlgEdition  edition)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (cli->arguments[1] == NULL)
    return vlg_cli_misuse (cli, "%s", _("“calendar export” needs a file that ends in .ics or .csv."));
  if (vlg_cli_open (cli, TRUE, &status) == NULL)
    return status;
  file = g_file_new_for_commandline_arg (cli->arguments[1]);
  if (!vlg_calendar_file_export (cli->office, file, from, to, edition, &error))
    return vlg_cli_fail (cli->arguments[1], error);

  return VLG_EXIT_OK;
}

static int
import (VlgCli *cli)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  VlgCalendarImport report;
  int status;

  if (cli->arguments[1] == NULL)
    return vlg_cli_misuse (cli, "%s", _("“calendar import” needs a file that ends in .ics or .csv."));
  if (vlg_cli_open (cli, TRUE, &status) == NULL)
    return status;
  file = g_file_new_for_commandline_arg (cli->arguments[1]);
  if (!vlg_calendar_file_import (cli->office, file, &report, &error))
    return vlg_cli_fail (cli->arguments[1], error);

  vlg_cli_output_print (cli->out, _("Meetings: %u new, %u changed, %u as they were.\n"), report.n_new, report.n_changed, report.n_same);
  if (report.n_linked > 0)
    vlg_cli_output_print (cli->out, g_dngettext (GETTEXT_PACKAGE, "%u consultation was linked to its meeting.\n", "%u consultations were linked to their meetings.\n",
                                                 report.n_linked), report.n_linked);
  if (report.n_moved > 0)
    vlg_cli_output_print (cli->out, g_dngettext (GETTEXT_PACKAGE, "%u consultation moved to another day with its meeting.\n",
                                                 "%u consultations moved to another day with their meetings.\n", report.n_moved), report.n_moved);
  if (report.n_refused > 0)
    vlg_cli_output_print (cli->out, g_dngettext (GETTEXT_PACKAGE, "%u meeting stays as it is here: it was held, has results, or has motions of its body.\n",
                                                 "%u meetings stay as they are here: they were held, have results, or have motions of their bodies.\n", report.n_refused), report.n_refused);
  if (report.n_trashed > 0)
    vlg_cli_output_print (cli->out, g_dngettext (GETTEXT_PACKAGE, "%u meeting lies in the trash here and stays there.\n",
                                                 "%u meetings lie in the trash here and stay there.\n", report.n_trashed), report.n_trashed);
  if (report.n_older > 0)
    vlg_cli_output_print (cli->out, g_dngettext (GETTEXT_PACKAGE, "%u meeting is older in the file than here and stays.\n",
                                                 "%u meetings are older in the file than here and stay.\n", report.n_older), report.n_older);
  if (report.n_withheld > 0)
    vlg_cli_output_print (cli->out, g_dngettext (GETTEXT_PACKAGE, "%u non-public meeting was left out, as the file does not name its body.\n",
                                                 "%u non-public meetings were left out, as the file does not name their bodies.\n", report.n_withheld), report.n_withheld);
  if (report.n_consultations > 0)
    vlg_cli_output_print (cli->out, g_dngettext (GETTEXT_PACKAGE, "%u consultation was left out: its day is set in its motion.\n",
                                                 "%u consultations were left out: their days are set in their motions.\n", report.n_consultations), report.n_consultations);

  return VLG_EXIT_OK;
}

/* Whether each option that was given says something to the deed; FALSE after the misuse was told, with @status. */
static gboolean
check_options (VlgCli        *cli,
               const Options *options,
               int           *status)
{
  const char *deed = cli->arguments[0];

  if (options->public_edition && !g_str_equal (deed, "export"))
    *status = vlg_cli_misuse (cli, "%s", _("“--public” goes with “calendar export” only."));
  else if (options->format != NULL && !g_str_equal (deed, "list"))
    *status = vlg_cli_misuse (cli, "%s", _("“--format” goes with “calendar list” only; the name of a file says how it is written."));
  else if ((options->from != NULL || options->to != NULL) && g_str_equal (deed, "import"))
    *status = vlg_cli_misuse (cli, "%s", _("“calendar import” takes the whole file, without “--from” and “--to”."));
  else
    return TRUE;

  return FALSE;
}

int
vlg_cli_calendar (VlgCli  *cli,
                  int      argc,
                  char   **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_("The first day (default: today for “list”, none for “export”)"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_("The last day"), N_("DATE") },
    { "public", 0, 0, G_OPTION_ARG_NONE, &options.public_edition, N_("With “export”: only what may leave the house"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_("How to write it"), "table|json|csv" },
    { NULL }
  };
  VlgDay from = VLG_DAY_NONE, to = VLG_DAY_NONE;
  VlgCliFormat format;
  int status;

  if (!vlg_cli_parse (cli, entries, argc, argv, 1, 2, &status))
    return status;
  if (!vlg_cli_parse_format (cli, options.format, "table|json|csv", &format, &status) ||
      !parse_day (cli, "from", options.from, &from, &status) || !parse_day (cli, "to", options.to, &to, &status))
    return status;
  if (!check_options (cli, &options, &status))
    return status;
  if (from != VLG_DAY_NONE && to != VLG_DAY_NONE && to < from)
    return vlg_cli_misuse (cli, "%s", _("“--to” must not be before “--from”."));
  if (g_str_equal (cli->arguments[0], "list"))
    return list (cli, from != VLG_DAY_NONE || to != VLG_DAY_NONE ? from : vlg_day_today (), to, format);
  if (g_str_equal (cli->arguments[0], "export"))
    return export (cli, from, to, options.public_edition ? VLG_EDITION_PUBLIC : VLG_EDITION_FULL);
  if (g_str_equal (cli->arguments[0], "import"))
    return import (cli);

  return vlg_cli_misuse (cli, _("“calendar” can “list”, “export” and “import”, not “%s”."), cli->arguments[0]);
}
