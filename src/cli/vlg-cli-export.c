/* vlg-cli-export.c — the paper of a motion as PDF, from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-cli-private.h"

int
vlg_cli_export (VlgCli  *cli,
                int      argc,
                char   **argv)
{
  g_autofree char *output = NULL;
  gboolean public_edition = FALSE;
  gboolean with_annexes = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write the PDF here"), N_("FILE.pdf") },
    { "public", 0, 0, G_OPTION_ARG_NONE, &public_edition, N_("Leave out what is not public"), NULL },
    { "with-annexes", 0, 0, G_OPTION_ARG_NONE, &with_annexes, N_("Append the annexes that are PDF"), NULL },
    { NULL }
  };
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  int status;

  if (!vlg_cli_parse (cli, entries, argc, argv, 1, 1, &status))
    return status;
  if (output == NULL || *output == '\0')
    return vlg_cli_misuse (cli, _("“export” needs “--output FILE.pdf”."));
  motion = vlg_cli_find_motion (cli, &status);
  if (motion == NULL)
    return status;

  file = g_file_new_for_commandline_arg (output);
  if (!vlg_office_export (cli->office, motion, file,
                          (public_edition ? VLG_EXPORT_PUBLIC : 0) | (with_annexes ? VLG_EXPORT_WITH_ANNEXES : 0), NULL, &error))
    return vlg_cli_fail (NULL, error);
  name = g_filename_display_name (output);
  if (vlg_cli_output_is_terminal (cli->out))
    vlg_cli_output_print (cli->out, _("%s written to %s\n"), vlg_motion_get_number_text (motion), name);

  return VLG_EXIT_OK;
}
