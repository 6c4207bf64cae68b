/* command-fixture.c — the built program, run without a display
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "command-fixture.h"

#include <glib/gstdio.h>

static const char *program;

void
command_init (int    *argc,
              char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_assert_cmpint (*argc, ==, 2);
  program = (*argv)[1];
}

void
command_set_up (Fixture       *self,
                gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("vorlage-cli-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->database = g_build_filename (self->folder, "office.db", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
command_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->database);
  g_free (self->out);
  g_free (self->errors);
}

GSubprocessLauncher *
command_launcher_new (Fixture *self)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", self->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "TMPDIR", self->folder, TRUE);
  /* For a shell that runs it. */
  g_subprocess_launcher_setenv (launcher, "PROGRAM", program, TRUE);
  g_subprocess_launcher_set_cwd (launcher, self->folder);

  return launcher;
}

int
command_run (Fixture *self,
             ...)
{
  g_autoptr (GSubprocessLauncher) launcher = command_launcher_new (self);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  const char *argument;
  va_list rest;

  g_ptr_array_add (arguments, (gpointer) program);
  va_start (rest, self);
  while ((argument = va_arg (rest, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->errors, g_free);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);

  return self->status;
}

void
command_expect_status (Fixture *self,
                       int      expected)
{
  if (self->status != expected)
    g_test_message ("exit %d, stdout: %s stderr: %s", self->status, self->out, self->errors);
  g_assert_cmpint (self->status, ==, expected);
}

void
command_expect_in (const char *text,
                   const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("“%s” is not in: %s", part, text);
  g_assert_nonnull (strstr (text, part));
}

char *
command_write_form (Fixture    *self,
                    const char *name,
                    const char *number,
                    const char *title)
{
  g_autofree char *form = g_strdup_printf ("Drucksachen-Nr.: %s\n\nEinreicher: Amt für Brücken\n\n"
                                           "Verantwortlich für die Umsetzung: Amt für Brücken\n\n"
                                           "Beratungsfolge Status Termin Für Gegen Enthaltung Bestätigung\n\n"
                                           "Stadtrat öffentlich 12.06.2030\n\n"
                                           "Titel:\n%s\n\nBeschluss:\nDer Stadtrat stimmt dem Neubau zu.\n\n"
                                           "Gesetzliche Grundlagen:\n\nBegründung: Die alte Brücke trägt nicht mehr.\n",
                                           number, title);
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, form, -1, NULL));

  return path;
}

JsonObject *
command_parse (Fixture    *self,
               JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, self->out, -1, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (parser));
}

void
command_import_bridge (Fixture *self)
{
  g_autofree char *path = command_write_form (self, "bridge.txt", "BV/017/2030/II-66", "Neubau der \"Brücke\", zweiter Abschnitt");

  RUN ("import", path);
  command_expect_status (self, 0);
}
