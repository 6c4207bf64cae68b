/* start-empty.c — the least a libadwaita program can be: the bar for ours
 * Argument: when it was started. SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "first-frame.h"

static void
activate_cb (GtkApplication *application,
             gpointer        user_data)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(AdwApplication) application = NULL;

  g_return_val_if_fail (argc == 2, 2);
  setlocale (LC_ALL, "");
  application = adw_application_new ("io.github.vorlage.Empty", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  first_frame_watch (GTK_APPLICATION (application), g_ascii_strtoll (argv[1], NULL, 10), FALSE);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}
