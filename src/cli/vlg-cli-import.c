/* vlg-cli-import.c — papers into the database, from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "vlg-cli-private.h"
#include "vlg-import.h"

typedef struct {
  /* borrowed */
  VlgCli *cli;
  GMainLoop *loop;

  /* owned */
  GCancellable *cancellable;

  guint n_files;
  guint n_done;
  guint n_failed;
  VlgOnConflict on_conflict;
  VlgOnConflict answer_for_all;   /* ASK while each is asked */
  gboolean any;
  gboolean may_ask;
  gboolean verbose;
  gboolean shows_progress;
} Run;

static gboolean
policy_from_name (const char    *name,
                  VlgOnConflict *policy)
{
  static const char * const names[] = {
    [VLG_ON_CONFLICT_ASK] = "ask",
    [VLG_ON_CONFLICT_SKIP] = "skip",
    [VLG_ON_CONFLICT_REPLACE] = "replace",
    [VLG_ON_CONFLICT_COPY] = "copy",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *policy = i;
        return TRUE;
      }

  return FALSE;
}

static const char *
certainty_word (VlgCertainty certainty)
{
  switch (certainty)
    {
    case VLG_CERTAINTY_GUESSED:
      return _("guessed");
    case VLG_CERTAINTY_PROBABLE:
      return _("probable");
    case VLG_CERTAINTY_CERTAIN:
    case VLG_CERTAINTY_MISSING:
    default:
      return _("certain");
    }
}

static void
print_entry (VlgCliOutput         *out,
             const VlgImportEntry *entry)
{
  g_autofree char *place = NULL;

  if (entry->first_line == 0)
    place = g_strdup ("");
  else if (entry->first_line == entry->last_line)
    place = g_strdup_printf (_("line %u, "), entry->first_line);
  else
    place = g_strdup_printf (_("lines %u–%u, "), entry->first_line, entry->last_line);

  vlg_cli_output_print (out, "  %s: %s%s%s%s%s\n", vlg_field_get_label (entry->field), place, certainty_word (entry->certainty),
                        entry->note != NULL ? " (" : "", entry->note != NULL ? entry->note : "", entry->note != NULL ? ")" : "");
}

static void
print_report (Run             *run,
              VlgImportReport *report)
{
  VlgCliOutput *out = run->cli->out;
  g_autoptr (GString) missing = g_string_new (NULL);
  guint n_unrecognised = vlg_import_report_get_n_unrecognised (report);

  for (guint i = 0; i < vlg_import_report_get_n_entries (report); i++)
    {
      const VlgImportEntry *entry = vlg_import_report_get_entry (report, i);

      /* In a batch only what somebody should look at. */
      if (entry->certainty == VLG_CERTAINTY_GUESSED || entry->certainty == VLG_CERTAINTY_PROBABLE || (run->verbose && entry->certainty == VLG_CERTAINTY_CERTAIN))
        print_entry (out, entry);
      else if (entry->certainty == VLG_CERTAINTY_MISSING)
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", vlg_field_get_label (entry->field));
    }
  if (run->verbose && missing->len > 0)
    vlg_cli_output_print (out, _("  Not found: %s\n"), missing->str);
  if (vlg_import_report_get_encoding (report) != NULL)
    vlg_cli_output_print (out, _("  The text was converted from %s.\n"), vlg_import_report_get_encoding (report));
  if (n_unrecognised > 0)
    vlg_cli_output_print (out, g_dngettext (GETTEXT_PACKAGE,
                                            "  %u line was not recognised; it is kept with the motion.\n",
                                            "  %u lines were not recognised; they are kept with the motion.\n",
                                            n_unrecognised), n_unrecognised);
}

static void
clear_progress (Run *run)
{
  if (run->shows_progress)
    fputs ("\r\033[K", stderr);
}

static void
print_progress (Run *run)
{
  if (!run->shows_progress || run->n_done >= run->n_files)
    return;
  fprintf (stderr, _("%u of %u"), run->n_done, run->n_files);
  fflush (stderr);
}

static char *
result_file_name (VlgImportResult *result)
{
  GFile *file = vlg_import_result_get_file (result);
  g_autofree char *path = g_file_get_path (file);

  return path != NULL ? g_filename_display_name (path) : g_file_get_uri (file);
}

static void
print_success (Run             *run,
               const char      *name,
               VlgImportResult *result)
{
  VlgMotion *motion = vlg_import_result_get_motion (result);
  const char *number = motion != NULL ? vlg_motion_get_number_text (motion) : "";
  const char *title = motion != NULL ? vlg_motion_get_text (motion, VLG_FIELD_TITLE) : "";

  if (*number == '\0')
    number = vlg_import_result_get_outcome (result) == VLG_IMPORT_SKIPPED ? _("its number") : _("without a number");
  switch (vlg_import_result_get_outcome (result))
    {
    case VLG_IMPORT_SKIPPED:
      vlg_cli_output_print (run->cli->out, _("%s: skipped, %s exists already\n"), name, number);
      break;
    case VLG_IMPORT_REPLACED:
      vlg_cli_output_print (run->cli->out, _("%s: replaced %s “%s”\n"), name, number, title);
      break;
    case VLG_IMPORT_COPIED:
      vlg_cli_output_print (run->cli->out, _("%s: copied as %s “%s”\n"), name, number, title);
      break;
    case VLG_IMPORT_IMPORTED:
    case VLG_IMPORT_CONFLICT:
    case VLG_IMPORT_NOT_A_PAPER:
    case VLG_IMPORT_FAILED:
    default:
      vlg_cli_output_print (run->cli->out, _("%s: imported %s “%s”\n"), name, number, title);
    }
  if (vlg_import_result_get_report (result) != NULL && vlg_import_result_get_outcome (result) != VLG_IMPORT_SKIPPED)
    print_report (run, vlg_import_result_get_report (result));
}

static void
tell_failure (Run             *run,
              const char      *name,
              VlgImportResult *result)
{
  g_autofree char *base = g_path_get_basename (name);
  const GError *error = vlg_import_result_get_error (result);

  run->n_failed++;
  /* Readers name the file by its last part already. */
  if (error != NULL && strstr (error->message, base) != NULL)
    name = NULL;
  vlg_cli_output_flush (run->cli->out, NULL);
  vlg_cli_fail (name, error);
  if (vlg_import_result_get_outcome (result) == VLG_IMPORT_NOT_A_PAPER)
    vlg_cli_tell (_("“--any” imports it all the same, as a draft that keeps its lines."));
}

/* What to do with a paper whose number exists; ASK is "nothing now". */
static VlgOnConflict
ask (Run          *run,
     const GError *error,
     const char   *name)
{
  vlg_cli_output_flush (run->cli->out, NULL);
  vlg_cli_tell ("%s: %s", name, error != NULL ? error->message : "");
  while (TRUE)
    {
      char line[64];
      VlgOnConflict answer;

      fputs (_("[s]kip, [r]eplace, [c]opy; a capital letter for all that follow: "), stderr);
      fflush (stderr);
      if (fgets (line, sizeof line, stdin) == NULL)
        return VLG_ON_CONFLICT_ASK;
      switch (g_ascii_tolower (line[0]))
        {
        case 's':
          answer = VLG_ON_CONFLICT_SKIP;
          break;
        case 'r':
          answer = VLG_ON_CONFLICT_REPLACE;
          break;
        case 'c':
          answer = VLG_ON_CONFLICT_COPY;
          break;
        default:
          continue;
        }
      if (g_ascii_isupper (line[0]))
        run->answer_for_all = answer;
      return answer;
    }
}

/* The result to report: that of a second try when the person said what to do. */
static VlgImportResult *
settle_conflict (Run             *run,
                 const char      *name,
                 VlgImportResult *result)
{
  g_autoptr (VlgImport) import = NULL;
  VlgOnConflict answer = run->answer_for_all;

  if (answer == VLG_ON_CONFLICT_ASK && run->may_ask)
    answer = ask (run, vlg_import_result_get_error (result), name);
  if (answer == VLG_ON_CONFLICT_ASK)
    return g_object_ref (result);
  import = vlg_import_new (run->cli->office, answer);
  vlg_import_set_any (import, run->any);

  return vlg_import_file (import, vlg_import_result_get_file (result), run->cancellable);
}

static void
result_cb (Run             *run,
           VlgImportResult *first_result)
{
  g_autofree char *name = result_file_name (first_result);
  g_autoptr (VlgImportResult) result = g_object_ref (first_result);

  clear_progress (run);
  run->n_done++;
  if (vlg_import_result_get_outcome (result) == VLG_IMPORT_CONFLICT)
    {
      g_clear_object (&result);
      result = settle_conflict (run, name, first_result);
    }
  switch (vlg_import_result_get_outcome (result))
    {
    case VLG_IMPORT_FAILED:
    case VLG_IMPORT_CONFLICT:
    case VLG_IMPORT_NOT_A_PAPER:
      tell_failure (run, name, result);
      break;
    case VLG_IMPORT_IMPORTED:
    case VLG_IMPORT_SKIPPED:
    case VLG_IMPORT_REPLACED:
    case VLG_IMPORT_COPIED:
    default:
      print_success (run, name, result);
    }
  /* What is reported is stored: whoever reads along may count on it at once. */
  vlg_cli_output_flush (run->cli->out, NULL);
  print_progress (run);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Run *run = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = vlg_import_run_finish (VLG_IMPORT (source), result, &error);

  clear_progress (run);
  if (results == NULL || results->len < run->n_files)
    {
      run->n_failed++;
      vlg_cli_tell (_("vorlage: stopped after %u of %u files"), run->n_done, run->n_files);
    }
  g_main_loop_quit (run->loop);
}

static gboolean
interrupted_cb (gpointer user_data)
{
  Run *run = user_data;

  g_cancellable_cancel (run->cancellable);

  return G_SOURCE_CONTINUE;
}

static GPtrArray *
files_of (char **arguments)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (arguments[i]));

  return files;
}

int
vlg_cli_import (VlgCli  *cli,
                int      argc,
                char   **argv)
{
  g_autofree char *policy = NULL;
  Run run = { .cli = cli };
  const GOptionEntry entries[] = {
    { "on-conflict", 0, 0, G_OPTION_ARG_FILENAME, &policy, N_("When a number exists already: ask, skip, replace or copy"), "ask|skip|replace|copy" },
    { "any", 0, 0, G_OPTION_ARG_NONE, &run.any, N_("Import texts too that do not look like a council paper"), NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &run.verbose, N_("Say for each field where it was found and how sure that is"), NULL },
    { NULL }
  };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (VlgImport) import = NULL;
  g_autoptr (GMainLoop) loop = NULL;
  guint interrupt;
  int status;

  if (!vlg_cli_parse (cli, entries, argc, argv, 1, G_MAXUINT, &status))
    return status;
  if (policy != NULL && !policy_from_name (policy, &run.on_conflict))
    return vlg_cli_misuse (cli, _("“--on-conflict” takes ask, skip, replace or copy, not “%s”."), policy);
  if (vlg_cli_open (cli, FALSE, &status) == NULL)
    return status;

  files = files_of (cli->arguments);
  loop = g_main_loop_new (NULL, FALSE);
  run.loop = loop;
  run.cancellable = g_cancellable_new ();
  run.n_files = files->len;
  run.verbose = run.verbose || files->len == 1;
  run.may_ask = run.on_conflict == VLG_ON_CONFLICT_ASK && isatty (STDIN_FILENO) && isatty (STDERR_FILENO);
  run.shows_progress = files->len > 1 && isatty (STDERR_FILENO);
  import = vlg_import_new (cli->office, run.on_conflict);
  vlg_import_set_any (import, run.any);
  g_signal_connect_swapped (import, "result", G_CALLBACK (result_cb), &run);
  interrupt = g_unix_signal_add (SIGINT, interrupted_cb, &run);
  vlg_import_run_async (import, (GFile * const *) files->pdata, files->len, run.cancellable, finished_cb, &run);
  g_main_loop_run (loop);
  g_source_remove (interrupt);
  g_object_unref (run.cancellable);

  return run.n_failed > 0 ? VLG_EXIT_FAILURE : VLG_EXIT_OK;
}
