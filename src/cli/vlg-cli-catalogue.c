/* vlg-cli-catalogue.c — the catalogue of the Leitbild into and out of a file, from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-catalogue.h"
#include "vlg-cli-private.h"

static guint
count_goals (VlgLeitbild *leitbild)
{
  guint n = 0;

  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    n += vlg_action_field_get_n_goals (vlg_leitbild_get_field (leitbild, i));

  return n;
}

int
vlg_cli_catalogue_export (VlgCli *cli)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (cli->arguments[1] == NULL)
    return vlg_cli_misuse (cli, "%s", _("“leitbild export” needs a file that ends in .json or .csv."));
  if (vlg_cli_open (cli, TRUE, &status) == NULL)
    return status;
  file = g_file_new_for_commandline_arg (cli->arguments[1]);
  if (!vlg_catalogue_export (cli->office, file, &error))
    return vlg_cli_fail (cli->arguments[1], error);

  return VLG_EXIT_OK;
}

int
vlg_cli_catalogue_import (VlgCli *cli,
                          VlgDay  from)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (VlgLeitbild) leitbild = NULL;
  VlgDay day = from != VLG_DAY_NONE ? from : vlg_day_today ();
  g_autofree char *since = vlg_day_to_display (day);
  int status;

  if (cli->arguments[1] == NULL)
    return vlg_cli_misuse (cli, "%s", _("“leitbild import” needs a file that ends in .json or .csv."));
  file = g_file_new_for_commandline_arg (cli->arguments[1]);
  leitbild = vlg_catalogue_read (file, &error);
  if (leitbild == NULL)
    return vlg_cli_fail (cli->arguments[1], error);
  if (vlg_cli_open (cli, TRUE, &status) == NULL)
    return status;

  vlg_catalogue_put_async (cli->office, leitbild, NULL, day, NULL, vlg_cli_keep_result, &result);
  if (!vlg_catalogue_put_finish (cli->office, vlg_cli_await (&result), &error))
    return vlg_cli_fail (cli->arguments[1], error);
  vlg_cli_output_print (cli->out, _("The catalogue is valid from %s on: fields of action %u, goals %u.\n"), since,
                        vlg_leitbild_get_n_fields (leitbild), count_goals (leitbild));

  return VLG_EXIT_OK;
}
