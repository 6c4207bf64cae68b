/* vlg-cli-new.c — a new motion, from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-cli-private.h"
#include "vlg-new-motion.h"
#include "vlg-string.h"
#include "vlg-template-shelf.h"

/* The uid of the template @name, capitals and umlauts aside. Caller owns; NULL after the error was told, with @status. */
static char *
find_template (VlgCli     *cli,
               const char *name,
               int        *status)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *wanted = vlg_string_fold (name);

  vlg_template_shelf_list_async (cli->office, VLG_TEMPLATE_MOTION, NULL, vlg_cli_keep_result, &result);
  templates = vlg_template_shelf_list_finish (cli->office, vlg_cli_await (&result), &error);
  for (guint i = 0; templates != NULL && i < templates->len; i++)
    {
      const char *found = vlg_template_get_name (templates->pdata[i]);
      g_autofree char *key = vlg_string_fold (found);

      if (g_str_equal (key, wanted))
        return g_strdup (vlg_template_get_uid (templates->pdata[i]));
      g_string_append_printf (known, "%s“%s”", i > 0 ? ", " : "", found);
    }
  if (error == NULL && known->len > 0)
    g_set_error (&error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("There is no template “%s”. There are: %s."), name, known->str);
  else if (error == NULL)
    g_set_error (&error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("There is no template “%s”, nor any other: a motion's menu in the window saves one."), name);
  *status = vlg_cli_fail (NULL, error);

  return NULL;
}

/* The uid of the motion with that number. Caller owns; NULL after the error was told, with @status. */
static char *
find_source (VlgCli     *cli,
             const char *number,
             int        *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_office_find_motion (cli->office, number, &error);

  if (motion == NULL)
    *status = vlg_cli_fail (NULL, error);

  return motion != NULL ? g_strdup (vlg_motion_get_uid (motion)) : NULL;
}

static gboolean
read_words (VlgCli  *cli,
            char   **value)
{
  g_autofree char *clean = NULL;

  if (*value == NULL)
    return TRUE;
  if (!vlg_cli_convert (cli, value))
    return FALSE;
  clean = vlg_string_collapse (*value);
  g_free (*value);
  *value = vlg_string_normalize (clean, -1, NULL);

  return *value != NULL;
}

static int
make (VlgCli       *cli,
      VlgNewMotion *how)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = NULL;

  vlg_new_motion_async (cli->office, how, NULL, vlg_cli_keep_result, &result);
  motion = vlg_new_motion_finish (cli->office, vlg_cli_await (&result), &error);
  if (motion == NULL)
    return vlg_cli_fail (NULL, error);
  /* By this name the other commands find it. */
  vlg_cli_output_print (cli->out, "%s\n", vlg_motion_get_number (motion) != NULL ? vlg_motion_get_number_text (motion) : vlg_motion_get_uid (motion));

  return VLG_EXIT_OK;
}

int
vlg_cli_new (VlgCli  *cli,
             int      argc,
             char   **argv)
{
  g_autofree char *kind = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *title = NULL;
  g_autofree char *from = NULL;
  g_autofree char *template = NULL;
  g_autofree char *from_uid = NULL;
  g_autofree char *template_uid = NULL;
  const GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_FILENAME, &kind, N_("The kind of motion, such as BV"), N_("KIND") },
    { "origin", 0, 0, G_OPTION_ARG_FILENAME, &origin, N_("The office that brings it, such as I-OB"), N_("ORIGIN") },
    { "title", 't', 0, G_OPTION_ARG_FILENAME, &title, N_("Its title"), N_("TEXT") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("Begin with a copy of this motion"), N_("NUMBER") },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &template, N_("Begin with this template"), N_("NAME") },
    { NULL }
  };
  VlgNewMotion how = { 0 };
  int status = VLG_EXIT_OK;

  if (!vlg_cli_parse (cli, entries, argc, argv, 0, 0, &status))
    return status;
  if (from != NULL && template != NULL)
    return vlg_cli_misuse (cli, _("A motion begins with “--from” or with “--template”, not with both."));
  if (!read_words (cli, &kind) || !read_words (cli, &origin) || !read_words (cli, &title) || !read_words (cli, &from) || !read_words (cli, &template))
    return VLG_EXIT_USAGE;
  /* The first motion of an office may be written before any paper is read. */
  if (vlg_cli_open (cli, from != NULL || template != NULL, &status) == NULL)
    return status;
  if (kind != NULL && vlg_profile_find_kind (vlg_office_get_profile (cli->office), kind) == NULL)
    return vlg_cli_misuse (cli, _("There is no kind “%s” in the council profile."), kind);

  if (from != NULL)
    from_uid = find_source (cli, from, &status);
  else if (template != NULL)
    template_uid = find_template (cli, template, &status);
  if (status != VLG_EXIT_OK)
    return status;
  how = (VlgNewMotion) { .kind = kind, .origin = origin, .title = title, .from_uid = from_uid, .template_uid = template_uid };

  return make (cli, &how);
}
