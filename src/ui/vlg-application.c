/* vlg-application.c — the application
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-application.h"

#include <glib/gi18n.h>

#include "vlg-office.h"
#include "vlg-private-folder.h"
#include "vlg-window.h"

struct _VlgApplication {
  AdwApplication parent_instance;

  /* owned */
  VlgOffice *office;    /* NULL until the database is open */
  char      *database;  /* NULL: the default */
  char      *failure;   /* why it could not be opened */

  VlgApplicationOpener open;
};

G_DEFINE_FINAL_TYPE (VlgApplication, vlg_application, ADW_TYPE_APPLICATION)

/* Opening: in a worker, while the main thread loads the toolkit and builds the window. */

typedef struct {
  VlgApplicationOpener open;
  char *database;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->database);
  g_free (opening);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Opening *opening = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgStore) store = opening->open (opening->database, &error);
  g_autoptr (VlgActor) actor = vlg_actor_new_for_login ();
  VlgOffice *office = store != NULL ? vlg_office_new (store, actor, &error) : NULL;

  if (office != NULL)
    g_task_return_pointer (task, office, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));

  /* What a crash left readable on the disk. */
  vlg_private_folder_sweep ();
}

static void
hand_over (VlgApplication *self,
           VlgWindow      *window)
{
  if (self->office != NULL)
    vlg_window_set_office (window, self->office);
  else if (self->failure != NULL)
    vlg_window_set_failed (window, self->failure);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  VlgApplication *self = VLG_APPLICATION (source);
  g_autoptr (GError) error = NULL;

  self->office = g_task_propagate_pointer (G_TASK (result), &error);
  if (error != NULL)
    self->failure = g_strdup (error->message);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (VLG_IS_WINDOW (l->data))
      hand_over (self, l->data);
}

static void
start_opening (VlgApplication *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, opened_cb, NULL);
  Opening *opening = g_new0 (Opening, 1);

  opening->open = self->open;
  opening->database = g_strdup (self->database);
  g_task_set_source_tag (task, start_opening);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_thread);
}

static VlgWindow *
ensure_window (VlgApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  VlgWindow *window;

  for (; windows != NULL; windows = windows->next)
    if (VLG_IS_WINDOW (windows->data))
      return windows->data;

  window = vlg_window_new (GTK_APPLICATION (self));
  hand_over (self, window);

  return window;
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each saves what is written in it first; without a window the application ends. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (VLG_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static void
set_accels (GtkApplication *application)
{
  static const struct {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.new-motion", { "<Control>n" } },
    { "win.new-window", { "<Control><Shift>n" } },
    { "win.import", { "<Control>o" } },
    { "win.view::motions", { "<Alt>1" } },
    { "win.view::calendar", { "<Alt>2" } },
    { "win.view::leitbild", { "<Alt>3" } },
    { "win.shortcuts", { "<Control>question", "F1" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].accels);
}

static void
vlg_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "quit", quit_action },
  };

  /* main has set the locale; the toolkit would do it again while the worker reads it. */
  gtk_disable_setlocale ();
  start_opening (VLG_APPLICATION (application));

  G_APPLICATION_CLASS (vlg_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  set_accels (GTK_APPLICATION (application));
}

static void
vlg_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (VLG_APPLICATION (application))));
}

static void
vlg_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  VlgWindow *window = ensure_window (VLG_APPLICATION (application));
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (array, g_object_ref (files[i]));
  gtk_window_present (GTK_WINDOW (window));
  vlg_window_import (window, array);
}

static int
vlg_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  VlgApplication *self = VLG_APPLICATION (application);

  /* Another database is another program: what is asked of it must not go to a window that shows the usual one. */
  if (g_variant_dict_lookup (options, "database", "^ay", &self->database))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
vlg_application_shutdown (GApplication *application)
{
  VlgApplication *self = VLG_APPLICATION (application);

  G_APPLICATION_CLASS (vlg_application_parent_class)->shutdown (application);

  /* After the windows: the last reference closes the store, waiting for what is still being written. */
  g_clear_object (&self->office);
  vlg_private_folder_forget ();
}

static void
vlg_application_finalize (GObject *object)
{
  VlgApplication *self = VLG_APPLICATION (object);

  g_clear_object (&self->office);
  g_free (self->database);
  g_free (self->failure);

  G_OBJECT_CLASS (vlg_application_parent_class)->finalize (object);
}

static void
vlg_application_class_init (VlgApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vlg_application_finalize;

  application_class->startup = vlg_application_startup;
  application_class->activate = vlg_application_activate;
  application_class->open = vlg_application_open;
  application_class->handle_local_options = vlg_application_handle_local_options;
  application_class->shutdown = vlg_application_shutdown;
}

static void
vlg_application_init (VlgApplication *self)
{
  static const GOptionEntry options[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open the database FILE"), N_("FILE") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

VlgApplication *
vlg_application_new (VlgApplicationOpener open)
{
  VlgApplication *self;

  g_return_val_if_fail (open != NULL, NULL);

  self = g_object_new (VLG_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
  self->open = open;

  return self;
}
