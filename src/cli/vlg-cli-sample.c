/* vlg-cli-sample.c — the main job at one go: the sample into a new database, checked, printed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "vlg-cli-private.h"
#include "vlg-import.h"

#define SAMPLE_URI "resource://" RESOURCE_PATH "/sample/sample.txt"

/* The folder for the PDF, and for the database unless one is named; a fresh one by default. Caller owns. */
static char *
make_folder (const char  *wanted,
             GError     **error)
{
  if (wanted == NULL)
    return g_dir_make_tmp ("vorlage-XXXXXX", error);
  if (g_mkdir_with_parents (wanted, 0700) != 0)
    {
      g_autofree char *name = g_filename_display_name (wanted);

      g_set_error (error, VLG_ERROR, VLG_ERROR_FAILED, _("The folder “%s” could not be made: %s"), name, g_strerror (errno));
      return NULL;
    }

  return g_strdup (wanted);
}

static int
run_sample (VlgCli     *cli,
            const char *folder)
{
  g_autoptr (GFile) source = g_file_new_for_uri (SAMPLE_URI);
  g_autoptr (VlgImport) import = vlg_import_new (cli->office, VLG_ON_CONFLICT_SKIP);
  g_autoptr (VlgImportResult) result = vlg_import_file (import, source, NULL);
  VlgMotion *motion = vlg_import_result_get_motion (result);
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (motion == NULL)
    return vlg_cli_fail (NULL, vlg_import_result_get_error (result));
  vlg_cli_output_print (cli->out, _("Motion: %s “%s”\n"), vlg_motion_get_number_text (motion), vlg_motion_get_text (motion, VLG_FIELD_TITLE));
  if (vlg_cli_print_findings (cli, motion) == 0)
    vlg_cli_output_print (cli->out, "%s\n", _("Nothing to fix."));

  base = vlg_motion_get_number (motion) != NULL ? vlg_motion_number_to_filename (vlg_motion_get_number (motion)) : g_strdup ("sample");
  name = g_strconcat (base, ".pdf", NULL);
  path = g_build_filename (folder, name, NULL);
  file = g_file_new_for_path (path);
  if (!vlg_office_export (cli->office, motion, file, VLG_EXPORT_DEFAULT, NULL, &error))
    return vlg_cli_fail (NULL, error);
  shown = g_filename_display_name (path);
  vlg_cli_output_print (cli->out, _("PDF: %s\n"), shown);

  return VLG_EXIT_OK;
}

int
vlg_cli_sample (VlgCli  *cli,
                int      argc,
                char   **argv)
{
  g_autofree char *wanted = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wanted, N_("Write into this folder instead of a new one"), N_("FOLDER") },
    { NULL }
  };
  g_autofree char *folder = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!vlg_cli_parse (cli, entries, argc, argv, 0, 0, &status))
    return status;
  folder = make_folder (wanted, &error);
  if (folder == NULL)
    return vlg_cli_fail (NULL, error);
  if (cli->database == NULL)
    cli->database = g_build_filename (folder, "vorlage.db", NULL);
  if (vlg_cli_open (cli, FALSE, &status) == NULL)
    return status;

  shown = g_filename_display_name (cli->database);
  vlg_cli_output_print (cli->out, _("Database: %s\n"), shown);

  return run_sample (cli, folder);
}
