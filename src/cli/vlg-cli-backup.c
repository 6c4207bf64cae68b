/* vlg-cli-backup.c — backup and restore from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-cli-private.h"

int
vlg_cli_backup (VlgCli  *cli,
                int      argc,
                char   **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  int status;

  if (!vlg_cli_parse (cli, NULL, argc, argv, 1, 1, &status))
    return status;
  if (vlg_cli_open (cli, TRUE, &status) == NULL)
    return status;
  name = g_filename_display_name (cli->arguments[0]);
  if (!vlg_store_backup (cli->store, cli->arguments[0], NULL, &error))
    return vlg_cli_fail (name, error);
  if (vlg_cli_output_is_terminal (cli->out))
    vlg_cli_output_print (cli->out, _("Backup written to %s\n"), name);

  return VLG_EXIT_OK;
}

int
vlg_cli_restore (VlgCli  *cli,
                 int      argc,
                 char   **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  int status;

  if (!vlg_cli_parse (cli, NULL, argc, argv, 1, 1, &status))
    return status;
  name = g_filename_display_name (cli->arguments[0]);
  if (!cli->driver->restore (cli->database, cli->arguments[0], NULL, &error))
    return vlg_cli_fail (name, error);
  if (vlg_cli_output_is_terminal (cli->out))
    vlg_cli_output_print (cli->out, _("Restored from %s\n"), name);

  return VLG_EXIT_OK;
}
