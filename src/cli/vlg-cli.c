/* vlg-cli.c — which command the arguments name
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-cli.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>

#include "vlg-cli-private.h"

static const VlgCliCommand commands[] = {
  { "import", N_("FILE…"), N_("Read papers (text or PDF) into the database"), vlg_cli_import },
  { "list", "", N_("List motions, or find them by words"), vlg_cli_list },
  { "show", N_("NUMBER"), N_("Show everything of a motion"), vlg_cli_show },
  { "check", N_("NUMBER"), N_("Check a motion; exit code 1 when something was found"), vlg_cli_check },
  { "versions", N_("NUMBER"), N_("List the versions of a motion"), vlg_cli_versions },
  { "compare", N_("NUMBER"), N_("Compare two versions of a motion word by word"), vlg_cli_compare },
  { "export", N_("NUMBER --output FILE.pdf"), N_("Write the paper of a motion as PDF"), vlg_cli_export },
  { "new", "", N_("Begin a motion: an empty one, a copy of another or from a template"), vlg_cli_new },
  { "register", N_("[void NUMBER | reserve]"), N_("Show the number register, void a number, reserve numbers"), vlg_cli_register },
  { "leitbild", N_("report | suggest NUMBER | export FILE | import FILE"), N_("Count the Leitbild's fields and goals, tell what similar motions chose, or take the catalogue out and in"), vlg_cli_leitbild },
  { "calendar", N_("list | export FILE | import FILE"), N_("List what stands in the calendar, or take it out and in as iCalendar or table"), vlg_cli_calendar },
  { "backup", N_("FILE"), N_("Copy the database to a new file"), vlg_cli_backup },
  { "restore", N_("FILE"), N_("Bring the database back from a backup"), vlg_cli_restore },
  { "sample", "", N_("Load the sample into a new database, check it and write its PDF"), vlg_cli_sample },
};

/* Options of the window, which the toolkit reads. */
static const char * const window_options[] = { "--gapplication-", "--display", "--name", "--class", "--g-fatal-warnings" };

static const VlgCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

static gboolean
is_window_option (const char *argument)
{
  for (guint i = 0; i < G_N_ELEMENTS (window_options); i++)
    if (g_str_has_prefix (argument, window_options[i]))
      return TRUE;

  return FALSE;
}

gboolean
vlg_cli_wants (int    argc,
               char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      const char *argument = argv[i];

      if (g_str_equal (argument, "--database") && i + 1 < argc)
        i++;
      else if (g_str_has_prefix (argument, "--database=") || g_str_equal (argument, "--"))
        continue;
      else if (argument[0] == '-' && argument[1] != '\0')
        return !is_window_option (argument);
      else
        return find_command (argument) != NULL;
    }

  return FALSE;
}

void
vlg_cli_tell (const char *format,
              ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Not g_printerr(): in a "C" locale that turns every umlaut into a question mark. */
  fprintf (stderr, "%s\n", text);
}

int
vlg_cli_fail (const char   *what,
              const GError *error)
{
  const char *message = error != NULL ? error->message : _("unknown error");

  if (what != NULL && strstr (message, what) == NULL)
    vlg_cli_tell ("vorlage: %s: %s", what, message);
  else
    vlg_cli_tell ("vorlage: %s", message);

  return VLG_EXIT_FAILURE;
}

int
vlg_cli_misuse (VlgCli     *cli,
                const char *format,
                ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  vlg_cli_tell ("vorlage: %s", text);
  if (cli->command != NULL)
    vlg_cli_tell (_("“vorlage %s --help” shows how it is used."), cli->command->name);
  else
    vlg_cli_tell (_("“vorlage --help” shows how it is used."));

  return VLG_EXIT_USAGE;
}

char *
vlg_cli_to_utf8 (VlgCli     *cli,
                 const char *argument)
{
  g_autofree char *text = NULL;

  if (g_utf8_validate (argument, -1, NULL))
    return g_strdup (argument);
  text = g_locale_to_utf8 (argument, -1, NULL, NULL, NULL);
  if (text == NULL)
    vlg_cli_misuse (cli, _("An argument is not in the encoding of your system (UTF-8 always works)."));

  return g_steal_pointer (&text);
}

gboolean
vlg_cli_convert (VlgCli  *cli,
                 char   **value)
{
  char *text;

  if (*value == NULL)
    return TRUE;
  text = vlg_cli_to_utf8 (cli, *value);
  g_free (*value);
  *value = text;

  return text != NULL;
}

gboolean
vlg_cli_parse_format (VlgCli       *cli,
                      const char   *value,
                      const char   *names,
                      VlgCliFormat *format,
                      int          *status)
{
  static const struct { const char *name; VlgCliFormat format; } formats[] = {
    { "table", VLG_FORMAT_TABLE }, { "text", VLG_FORMAT_TEXT }, { "json", VLG_FORMAT_JSON }, { "csv", VLG_FORMAT_CSV },
  };
  g_auto (GStrv) known = g_strsplit (names, "|", -1);

  if (value == NULL)
    value = known[0];
  for (guint i = 0; g_strv_contains ((const char *const *) known, value) && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, value))
      {
        *format = formats[i].format;
        return TRUE;
      }
  *status = vlg_cli_misuse (cli, _("“--format” takes one of %s, not “%s”."), names, value);

  return FALSE;
}

static int
count_entries (const GOptionEntry *entries)
{
  int n = 0;

  while (entries != NULL && entries[n].long_name != NULL)
    n++;

  return n;
}

gboolean
vlg_cli_parse (VlgCli              *cli,
               const GOptionEntry  *entries,
               int                  argc,
               char               **argv,
               guint                min,
               guint                max,
               int                 *status)
{
  g_autofree char *usage = NULL;
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  guint n_arguments;
  const GOptionEntry common[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &cli->database, N_("Use this database"), N_("FILE") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cli->arguments, NULL, NULL },
    { NULL }
  };

  usage = g_strdup_printf ("%s — %s", cli->command->arguments[0] != '\0' ? _(cli->command->arguments) : "", _(cli->command->summary));
  context = g_option_context_new (usage);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  if (count_entries (entries) > 0)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      *status = vlg_cli_misuse (cli, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *program = g_strdup_printf ("vorlage %s", cli->command->name);
      g_autofree char *text = NULL;

      g_set_prgname (program);
      text = g_option_context_get_help (context, TRUE, NULL);
      vlg_cli_output_raw (cli->out, text);
      *status = VLG_EXIT_OK;
      return FALSE;
    }
  n_arguments = cli->arguments != NULL ? g_strv_length (cli->arguments) : 0;
  if (n_arguments < min)
    {
      *status = vlg_cli_misuse (cli, _("“%s” needs an argument: %s"), cli->command->name, _(cli->command->arguments));
      return FALSE;
    }
  if (n_arguments > max)
    {
      g_autofree char *extra = g_filename_display_name (cli->arguments[max]);

      *status = vlg_cli_misuse (cli, _("“%s” does not know what to do with “%s”. Put a number that holds blanks into quotes."),
                                cli->command->name, extra);
      return FALSE;
    }

  return TRUE;
}

VlgOffice *
vlg_cli_open (VlgCli   *cli,
              gboolean  must_exist,
              int      *status)
{
  g_autoptr (VlgActor) actor = NULL;
  g_autoptr (GError) error = NULL;

  if (cli->office != NULL)
    return cli->office;
  if (must_exist && cli->database != NULL && !g_file_test (cli->database, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (cli->database);

      g_set_error (&error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("There is no database “%s”. “vorlage import” makes one."), name);
      *status = vlg_cli_fail (NULL, error);
      return NULL;
    }
  cli->store = cli->driver->open (cli->database, &error);
  if (cli->store != NULL)
    {
      actor = vlg_actor_new_for_login ();
      cli->office = vlg_office_new (cli->store, actor, &error);
    }
  if (cli->office == NULL)
    *status = vlg_cli_fail (NULL, error);

  return cli->office;
}

VlgMotion *
vlg_cli_find_motion (VlgCli *cli,
                     int    *status)
{
  g_autofree char *number = vlg_cli_to_utf8 (cli, cli->arguments[0]);
  g_autoptr (GError) error = NULL;
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

void
vlg_cli_keep_result (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
vlg_cli_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
print_help (VlgCli *cli)
{
  guint width = 0;

  vlg_cli_output_print (cli->out, "%s\n  vorlage [--database %s] [%s]\n  vorlage [--database %s] %s\n\n",
                        _("Usage:"), _("FILE"), _("FILE…"), _("FILE"), _("COMMAND …"));
  vlg_cli_output_print (cli->out, "%s\n\n", _("Council motions from the first draft to the signed resolution. Without a command the window opens."));
  vlg_cli_output_print (cli->out, "%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    width = MAX (width, (guint) strlen (commands[i].name));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    vlg_cli_output_print (cli->out, "  %-*s  %s\n", (int) width, commands[i].name, _(commands[i].summary));
  vlg_cli_output_print (cli->out, "\n%s\n", _("Options:"));
  vlg_cli_output_print (cli->out, "  --database %s  %s\n", _("FILE"), _("Use this database"));
  vlg_cli_output_print (cli->out, "  --version  %s\n", _("Show the version"));
  vlg_cli_output_print (cli->out, "  --help  %s\n\n", _("Show this help; “vorlage COMMAND --help” shows that of a command"));
  vlg_cli_output_print (cli->out, "%s\n", _("Exit code: 0 done, 1 findings, 2 wrong usage, 3 failure."));
}

/* Options before the command; the index of the command, or 0 when the program ends with @status. */
static int
read_leading_options (VlgCli  *cli,
                      int      argc,
                      char   **argv,
                      int     *status)
{
  for (int i = 1; i < argc; i++)
    {
      const char *argument = argv[i];

      if (g_str_equal (argument, "--database") && i + 1 < argc)
        {
          g_free (cli->database);
          cli->database = g_strdup (argv[++i]);
        }
      else if (g_str_has_prefix (argument, "--database="))
        {
          g_free (cli->database);
          cli->database = g_strdup (argument + strlen ("--database="));
        }
      else if (g_str_equal (argument, "--database"))
        {
          *status = vlg_cli_misuse (cli, _("“--database” needs a file."));
          return 0;
        }
      else if (g_str_equal (argument, "--help") || g_str_equal (argument, "-h"))
        {
          print_help (cli);
          *status = VLG_EXIT_OK;
          return 0;
        }
      else if (g_str_equal (argument, "--version"))
        {
          vlg_cli_output_print (cli->out, "vorlage %s\n", PACKAGE_VERSION);
          *status = VLG_EXIT_OK;
          return 0;
        }
      else if (g_str_equal (argument, "--"))
        {
          continue;
        }
      else if (find_command (argument) != NULL)
        {
          cli->command = find_command (argument);
          return i;
        }
      else
        {
          g_autofree char *name = g_filename_display_name (argument);

          *status = vlg_cli_misuse (cli, argument[0] == '-' ? _("There is no option “%s”.") : _("There is no command “%s”."), name);
          return 0;
        }
    }
  *status = vlg_cli_misuse (cli, _("A command is missing."));

  return 0;
}

static int
close_office (VlgCli *cli,
              int     status)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&cli->office);
  if (cli->store != NULL && !vlg_store_close (cli->store, &error))
    status = vlg_cli_fail (NULL, error);
  g_clear_object (&cli->store);

  return status;
}

int
vlg_cli_run (int                    argc,
             char                 **argv,
             const VlgStoreDriver  *driver)
{
  g_autoptr (VlgCliOutput) out = vlg_cli_output_new ();
  g_autoptr (GError) error = NULL;
  VlgCli cli = { .driver = driver, .out = out };
  int status = VLG_EXIT_OK;
  int first;

  g_return_val_if_fail (driver != NULL, VLG_EXIT_FAILURE);

  /* A reader that goes away must not cut an import short: writing reports it instead. */
  signal (SIGPIPE, SIG_IGN);
  g_set_prgname ("vorlage");

  first = read_leading_options (&cli, argc, argv, &status);
  if (first > 0)
    {
      g_autofree char **rest = g_new0 (char *, argc - first + 1);

      /* The parser moves pointers about, so it gets an array of its own. */
      memcpy (rest, argv + first, (argc - first) * sizeof (char *));
      status = cli.command->run (&cli, argc - first, rest);
    }
  status = close_office (&cli, status);
  if (!vlg_cli_output_flush (out, &error))
    status = vlg_cli_fail (NULL, error);
  g_free (cli.database);
  g_strfreev (cli.arguments);

  return status;
}
