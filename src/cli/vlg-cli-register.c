/* vlg-cli-register.c — the number register, from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-cli-private.h"
#include "vlg-day.h"
#include "vlg-number-register.h"

typedef struct {
  char *kind;
  char *origin;
  char *reason;
  char *format;
  int year;
  int count;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->kind);
  g_free (self->origin);
  g_free (self->reason);
  g_free (self->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
state_word (const VlgRegisterEntry *entry)
{
  static const char * const words[] = { [VLG_LEDGER_RESERVED] = "reserved", [VLG_LEDGER_ISSUED] = "issued", [VLG_LEDGER_VOID] = "void" };

  return entry->number != NULL ? words[entry->state] : "gap";
}

/* A number, or what a gap spans. Caller owns. */
static char *
name_entry (const VlgRegisterEntry  *entry,
            const VlgRegisterSeries *series)
{
  if (entry->number != NULL)
    return g_strdup (entry->number);
  if (entry->serial == entry->last_serial)
    return g_strdup_printf ("%s/%03u/%u", series->kind, entry->serial, series->year);

  return g_strdup_printf ("%s/%03u–%03u/%u", series->kind, entry->serial, entry->last_serial, series->year);
}

static void
add_member (JsonBuilder *builder,
            const char  *key,
            const char  *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL && *value != '\0')
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_json (JsonBuilder             *builder,
          const VlgRegisterEntry  *entry,
          const VlgRegisterSeries *series)
{
  json_builder_begin_object (builder);
  add_member (builder, "number", entry->number);
  add_member (builder, "kind", series->kind);
  json_builder_set_member_name (builder, "year");
  json_builder_add_int_value (builder, series->year);
  json_builder_set_member_name (builder, "serial");
  json_builder_add_int_value (builder, entry->serial);
  json_builder_set_member_name (builder, "last_serial");
  json_builder_add_int_value (builder, entry->last_serial);
  add_member (builder, "state", state_word (entry));
  add_member (builder, "origin", entry->origin);
  add_member (builder, "reason", entry->reason);
  add_member (builder, "motion", entry->motion_uid);
  add_member (builder, "title", entry->title);
  json_builder_set_member_name (builder, "trashed");
  json_builder_add_boolean_value (builder, entry->trashed);
  json_builder_end_object (builder);
}

typedef struct {
  VlgCliOutput *out;
  VlgCliFormat format;
  JsonBuilder *builder;
  GPtrArray *rows;
} Printer;

static void
print_entry (Printer                 *printer,
             const VlgRegisterEntry  *entry,
             const VlgRegisterSeries *series)
{
  g_autofree char *name = name_entry (entry, series);
  g_autofree char *explained = vlg_number_register_explain (entry);

  if (printer->format == VLG_FORMAT_JSON)
    {
      add_json (printer->builder, entry, series);
    }
  else if (printer->format == VLG_FORMAT_CSV)
    {
      const char *values[] = { name, state_word (entry), entry->origin, entry->title, entry->reason, NULL };

      vlg_cli_output_csv (printer->out, values);
    }
  else
    {
      char **cells = g_new0 (char *, 4);

      cells[0] = g_steal_pointer (&name);
      cells[1] = g_strdup (vlg_number_register_get_state_label (entry));
      cells[2] = g_strdelimit (g_steal_pointer (&explained), "\n\t", ' ');
      g_ptr_array_add (printer->rows, cells);
    }
}

static GPtrArray *
read_series (VlgCli *cli,
             int    *status)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *series;

  vlg_number_register_list_series_async (cli->office, NULL, vlg_cli_keep_result, &result);
  series = vlg_number_register_list_series_finish (cli->office, vlg_cli_await (&result), &error);
  if (series == NULL)
    *status = vlg_cli_fail (NULL, error);

  return series;
}

static gboolean
print_series (VlgCli                  *cli,
              Printer                 *printer,
              const VlgRegisterSeries *series,
              int                     *status)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  vlg_number_register_list_async (cli->office, series->kind, series->year, series->origin, NULL, vlg_cli_keep_result, &result);
  entries = vlg_number_register_list_finish (cli->office, vlg_cli_await (&result), &error);
  if (entries == NULL)
    {
      *status = vlg_cli_fail (NULL, error);
      return FALSE;
    }
  for (guint i = 0; i < entries->len; i++)
    print_entry (printer, entries->pdata[i], series);

  return TRUE;
}

static void
begin (Printer *printer)
{
  const char *header[] = { "number", "state", "origin", "title", "reason", NULL };

  if (printer->format == VLG_FORMAT_CSV)
    vlg_cli_output_csv (printer->out, header);
  if (printer->format != VLG_FORMAT_JSON)
    return;
  json_builder_begin_object (printer->builder);
  json_builder_set_member_name (printer->builder, "format");
  json_builder_add_int_value (printer->builder, 1);
  json_builder_set_member_name (printer->builder, "numbers");
  json_builder_begin_array (printer->builder);
}

static void
end (Printer *printer)
{
  const char *header[] = { C_("column", "Number"), C_("column", "State"), C_("column", "Explanation"), NULL };
  g_autoptr (JsonNode) node = NULL;

  if (printer->format == VLG_FORMAT_TABLE && printer->rows->len > 0)
    vlg_cli_output_table (printer->out, header, printer->rows, 3);
  if (printer->format != VLG_FORMAT_JSON)
    return;
  json_builder_end_array (printer->builder);
  json_builder_end_object (printer->builder);
  node = json_builder_get_root (printer->builder);
  vlg_cli_output_json (printer->out, node);
}

static int
list (VlgCli  *cli,
      Options *options)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) series = NULL;
  Printer printer = { cli->out, VLG_FORMAT_TABLE, builder, rows };
  int status = VLG_EXIT_OK;

  if (!vlg_cli_parse_format (cli, options->format, "table|json|csv", &printer.format, &status))
    return status;
  if (vlg_cli_open (cli, TRUE, &status) == NULL)
    return status;
  series = read_series (cli, &status);
  if (series == NULL)
    return status;

  begin (&printer);
  for (guint i = 0; i < series->len; i++)
    {
      const VlgRegisterSeries *one = series->pdata[i];

      if ((options->kind != NULL && !g_str_equal (options->kind, one->kind)) || (options->year != 0 && options->year != (int) one->year) ||
          (options->origin != NULL && one->origin != NULL && !g_str_equal (options->origin, one->origin)))
        continue;
      if (!print_series (cli, &printer, one, &status))
        return status;
    }
  end (&printer);

  return VLG_EXIT_OK;
}

static int
void_number (VlgCli  *cli,
             Options *options)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotionNumber) number = NULL;
  g_autofree char *text = NULL;
  int status;

  if (g_strv_length (cli->arguments) < 2)
    return vlg_cli_misuse (cli, _("“register void” needs the number that is void."));
  if (options->reason == NULL || *options->reason == '\0')
    return vlg_cli_misuse (cli, _("“register void” needs “--reason TEXT”: why is the number void?"));
  text = vlg_cli_to_utf8 (cli, cli->arguments[1]);
  if (text == NULL)
    return VLG_EXIT_USAGE;
  number = vlg_motion_number_parse (text, &error);
  if (number == NULL)
    return vlg_cli_misuse (cli, "%s", error->message);
  if (vlg_cli_open (cli, TRUE, &status) == NULL)
    return status;

  vlg_number_register_void_async (cli->office, number, options->reason, NULL, vlg_cli_keep_result, &result);
  if (!vlg_number_register_void_finish (cli->office, vlg_cli_await (&result), &error))
    return vlg_cli_fail (NULL, error);
  if (vlg_cli_output_is_terminal (cli->out))
    vlg_cli_output_print (cli->out, _("%s is void.\n"), vlg_motion_number_get_text (number));

  return VLG_EXIT_OK;
}

static int
reserve (VlgCli  *cli,
         Options *options)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) numbers = NULL;
  guint year;
  int status;

  if (options->kind == NULL || options->origin == NULL || options->count < 1)
    return vlg_cli_misuse (cli, _("“register reserve” needs “--kind”, “--origin” and “--count”."));
  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  if (options->year != 0)
    year = options->year;
  if (vlg_cli_open (cli, TRUE, &status) == NULL)
    return status;
  if (vlg_profile_find_kind (vlg_office_get_profile (cli->office), options->kind) == NULL)
    return vlg_cli_misuse (cli, _("There is no kind “%s” in the council profile."), options->kind);

  vlg_number_register_reserve_async (cli->office, options->kind, year, options->origin, options->count, NULL, vlg_cli_keep_result, &result);
  numbers = vlg_number_register_reserve_finish (cli->office, vlg_cli_await (&result), &error);
  if (numbers == NULL)
    return vlg_cli_fail (NULL, error);
  for (guint i = 0; i < numbers->len; i++)
    vlg_cli_output_print (cli->out, "%s\n", vlg_motion_number_get_text (numbers->pdata[i]));

  return VLG_EXIT_OK;
}

int
vlg_cli_register (VlgCli  *cli,
                  int      argc,
                  char   **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_FILENAME, &options.kind, N_("Only this kind of motion, such as BV"), N_("KIND") },
    { "year", 'y', 0, G_OPTION_ARG_INT, &options.year, N_("Only this year"), N_("YEAR") },
    { "origin", 0, 0, G_OPTION_ARG_FILENAME, &options.origin, N_("The office the numbers are for, such as I-OB"), N_("ORIGIN") },
    { "count", 'n', 0, G_OPTION_ARG_INT, &options.count, N_("With “reserve”: how many numbers"), N_("COUNT") },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &options.reason, N_("With “void”: why"), N_("TEXT") },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, N_("How to write the list"), "table|json|csv" },
    { NULL }
  };
  const char *deed;
  int status;

  if (!vlg_cli_parse (cli, entries, argc, argv, 0, 2, &status))
    return status;
  if (!vlg_cli_convert (cli, &options.kind) || !vlg_cli_convert (cli, &options.origin) || !vlg_cli_convert (cli, &options.reason))
    return VLG_EXIT_USAGE;
  deed = cli->arguments != NULL ? cli->arguments[0] : NULL;
  if (g_strcmp0 (deed, "void") == 0)
    return void_number (cli, &options);
  if (deed != NULL && cli->arguments[1] != NULL)
    return vlg_cli_misuse (cli, _("“register %s” takes no number."), deed);
  if (deed == NULL)
    return list (cli, &options);
  if (g_str_equal (deed, "reserve"))
    return reserve (cli, &options);

  return vlg_cli_misuse (cli, _("“register” can “void” and “reserve”, not “%s”."), deed);
}
