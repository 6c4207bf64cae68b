/* main.c — chooses the shell or the window, and hands the concrete store down
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

#include "vlg-application.h"
#include "vlg-cli.h"
#include "vlg-private-folder.h"
#include "vlg-sqlite-store.h"

/* The daily backup waits so long after the window opened (seconds). */
#define BACKUP_DELAY 20

static VlgStore *
open_store (const char  *path,
            GError     **error)
{
  g_autofree char *default_path = NULL;

  if (path == NULL)
    path = default_path = vlg_sqlite_store_default_path ();

  return vlg_sqlite_store_open (path, error);
}

static gboolean
restore_store (const char    *path,
               const char    *backup,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree char *default_path = NULL;

  if (path == NULL)
    path = default_path = vlg_sqlite_store_default_path ();

  return vlg_sqlite_store_restore (path, backup, cancellable, error);
}

static void
backup_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (!vlg_sqlite_store_backup_daily (source, cancellable, &error))
    g_warning ("The daily backup failed: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static gboolean
backup_cb (gpointer user_data)
{
  g_autoptr (VlgStore) store = g_weak_ref_get (user_data);
  g_autoptr (GTask) task = NULL;

  if (store != NULL)
    {
      task = g_task_new (store, NULL, NULL, NULL);
      g_task_set_name (task, "[vorlage] daily backup");
      g_task_run_in_thread (task, backup_thread);
    }

  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* As open_store(), with a backup once the window has come to rest. */
static VlgStore *
open_store_for_window (const char  *path,
                       GError     **error)
{
  VlgStore *store = open_store (path, error);
  GWeakRef *reference;

  if (store == NULL)
    return NULL;
  reference = g_new0 (GWeakRef, 1);
  g_weak_ref_init (reference, store);
  g_timeout_add_seconds_full (G_PRIORITY_LOW, BACKUP_DELAY, backup_cb, reference, weak_ref_free);

  return store;
}

static gboolean
is_set (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0';
}

static gboolean
has_display (void)
{
  /* What a Wayland client tries without being told. */
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "wayland-0", NULL);

  return is_set ("DISPLAY") || is_set ("WAYLAND_DISPLAY") || is_set ("BROADWAY_DISPLAY") || g_file_test (socket, G_FILE_TEST_EXISTS);
}

static gboolean
names_files (int    argc,
             char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--database"))
        i++;
      else if (argv[i][0] != '-')
        return TRUE;
    }

  return FALSE;
}

static int
run_command (int                    argc,
             char                 **argv,
             const VlgStoreDriver  *driver)
{
  int status = vlg_cli_run (argc, argv, driver);

  vlg_private_folder_forget ();
  vlg_private_folder_sweep ();

  return status;
}

/* Where no window can open, the main job is done on the sample. */
static int
run_without_display (int                    argc,
                     char                 **argv,
                     const VlgStoreDriver  *driver)
{
  g_autofree char **arguments = NULL;

  if (names_files (argc, argv))
    {
      fprintf (stderr, "vorlage: %s\n", _("There is no display for a window. “vorlage import FILE…” works without one."));
      return VLG_EXIT_FAILURE;
    }
  arguments = g_new0 (char *, argc + 2);
  memcpy (arguments, argv, argc * sizeof (char *));
  arguments[argc] = (char *) "sample";

  return run_command (argc + 1, arguments, driver);
}

int
main (int    argc,
      char **argv)
{
  static const VlgStoreDriver driver = { open_store, restore_store };
  g_autoptr (VlgApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (vlg_cli_wants (argc, argv))
    return run_command (argc, argv, &driver);
  if (!has_display ())
    return run_without_display (argc, argv, &driver);

  application = vlg_application_new (open_store_for_window);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
