/* test-window.c — the installed program as a clerk uses it: by keyboard and by what a screen reader sees
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gdk/gdkkeysyms.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "robot.h"

#define CONTROL (1 << ATSPI_MODIFIER_CONTROL)
#define NUMBER  "BV/001/2026/II-66"
#define TITLE   "Trinkwasserbrunnen am Marktplatz"
/* How a screen reader reads the row in the list. */
#define ROW     NUMBER ", " TITLE

/* What a person reads in each language. */
typedef struct {
  const char *language;
  const char *welcome;
  const char *sample;
  const char *nothing;
  const char *sequence;
  const char *save;
} Words;

static const Words english = {
  "en", "Carry a Motion from Draft to Resolution", "Try the Sample", "Nothing Found", "Consultation Sequence", "Save",
};
static const Words german = {
  "de", "Vom Entwurf bis zum Beschluss", "Beispiel ausprobieren", "Nichts gefunden", "Beratungsfolge", "Speichern",
};

/* A person's folder, with one for documents in it. */
static char *
make_home (void)
{
  g_autoptr(GError) error = NULL;
  char *home = g_dir_make_tmp ("vorlage-e2e-XXXXXX", &error);
  g_autofree char *documents = g_build_filename (home, "Dokumente", NULL);
  g_autofree char *config = g_build_filename (home, "config", NULL);
  g_autofree char *user_dirs = g_build_filename (config, "user-dirs.dirs", NULL);

  g_assert_no_error (error);
  g_assert_no_errno (g_mkdir (documents, 0700));
  g_assert_no_errno (g_mkdir (config, 0700));
  g_assert_true (g_file_set_contents (user_dirs, "XDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n", -1, NULL));
  return home;
}

static void
remove_home (char *home)
{
  const char *argv[] = { "rm", "-rf", "--", home, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (home);
}

/* Leaves the program by keyboard, in good order. */
static void
quit (Robot *robot)
{
  robot_key (robot, GDK_KEY_q, CONTROL);
  g_assert_cmpint (robot_wait (robot), ==, 0);
}

static void
see_motion (Robot       *robot,
            const Words *words)
{
  g_autoptr(RobotThing) row = robot_find (robot, ATSPI_ROLE_PANEL, ROW);
  g_autoptr(RobotThing) title = robot_find (robot, ATSPI_ROLE_LABEL, TITLE);
  g_autoptr(RobotThing) sequence = robot_find (robot, ATSPI_ROLE_LABEL, words->sequence);
}

static void
search (Robot       *robot,
        const Words *words)
{
  g_autoptr(RobotThing) nothing = NULL;
  g_autoptr(RobotThing) row = NULL;

  robot_key (robot, GDK_KEY_f, CONTROL);
  robot_type (robot, "nachtbus");
  nothing = robot_find (robot, ATSPI_ROLE_LABEL, words->nothing);
  robot_misses (robot, ATSPI_ROLE_PANEL, ROW);

  robot_key (robot, GDK_KEY_a, CONTROL);
  robot_type (robot, "wasserbrunn");
  row = robot_find (robot, ATSPI_ROLE_PANEL, ROW);
}

static void
export (Robot       *robot,
        const Words *words,
        const char  *home)
{
  g_autofree char *path = g_build_filename (home, "Dokumente", "BV-001-2026-II-66.pdf", NULL);
  g_autofree char *bytes = NULL;

  robot_key (robot, GDK_KEY_e, CONTROL);
  robot_press (robot, ATSPI_ROLE_PUSH_BUTTON, words->save);
  robot_await_file (robot, path);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
}

/* The whole way once, and the second day. */
static void
test_way (gconstpointer data)
{
  const Words *words = data;
  char *home = NULL;
  g_autoptr(Robot) first = NULL;
  g_autoptr(Robot) second = NULL;
  g_autoptr(RobotThing) welcome = NULL;

  if (!robot_can_start ())
    {
      g_test_skip ("the program is not installed");
      return;
    }

  home = make_home ();
  first = robot_start (words->language, home, NULL);
  welcome = robot_find (first, ATSPI_ROLE_LABEL, words->welcome);
  robot_press (first, ATSPI_ROLE_PUSH_BUTTON, words->sample);
  see_motion (first, words);
  export (first, words, home);
  search (first, words);
  quit (first);

  second = robot_start (words->language, home, NULL);
  g_object_unref (robot_find (second, ATSPI_ROLE_PANEL, ROW));
  quit (second);
  remove_home (home);
}

static void
test_file_argument (void)
{
  char *home = NULL;
  g_autoptr(Robot) robot = NULL;

  if (!robot_can_start ())
    {
      g_test_skip ("the program is not installed");
      return;
    }

  home = make_home ();
  robot = robot_start ("en", home, g_getenv ("VORLAGE_SAMPLE"), NULL);
  see_motion (robot, &english);
  quit (robot);
  remove_home (home);
}

/* A person is told, and nothing is touched, where the database is none. */
static void
test_foreign_database (void)
{
  char *home = NULL;
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr(Robot) robot = NULL;
  g_autoptr(RobotThing) told = NULL;

  if (!robot_can_start ())
    {
      g_test_skip ("the program is not installed");
      return;
    }

  home = make_home ();
  path = g_build_filename (home, "letter.db", NULL);
  g_assert_true (g_file_set_contents (path, "Sehr geehrte Damen und Herren", -1, NULL));

  robot = robot_start ("en", home, "--database", path, NULL);
  told = robot_find (robot, ATSPI_ROLE_LABEL, "is not a database of this program");
  quit (robot);

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "Sehr geehrte Damen und Herren");
  remove_home (home);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/e2e/window/english", &english, test_way);
  g_test_add_data_func ("/e2e/window/german", &german, test_way);
  g_test_add_func ("/e2e/window/file-argument", test_file_argument);
  g_test_add_func ("/e2e/window/foreign-database", test_foreign_database);
  /* libatspi warns of every program that is just starting. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  if (robot_can_start ())
    atspi_init ();
  return g_test_run ();
}
