/* start-window.c — the program, up to its first frame, or to what is in the database
 * Arguments: when it was started, "frame" or "content", the database. SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "first-frame.h"
#include "vlg-application.h"
#include "vlg-sqlite-store.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(VlgApplication) application = NULL;
  GApplication *base;

  g_return_val_if_fail (argc == 4, 2);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  textdomain (GETTEXT_PACKAGE);

  application = vlg_application_new (vlg_sqlite_store_open);
  base = G_APPLICATION (application);
  g_application_set_flags (base, g_application_get_flags (base) | G_APPLICATION_NON_UNIQUE);
  first_frame_watch (GTK_APPLICATION (application), g_ascii_strtoll (argv[1], NULL, 10), g_str_equal (argv[2], "content"));
  return g_application_run (base, 3, (char *[]) { argv[0], (char *) "--database", argv[3], NULL });
}
