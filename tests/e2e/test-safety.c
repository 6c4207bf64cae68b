/* test-safety.c — no word is lost in the installed program: killed while it is written in, on a full disk, beside another program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gdk/gdkkeysyms.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/mount.h>

#include "robot.h"

#define CONTROL (1 << ATSPI_MODIFIER_CONTROL)
#define NUMBER  "BV/001/2026/II-66"
#define TITLE   "Trinkwasserbrunnen am Marktplatz"
/* What the issue promises, and what a key takes on its way to the program and back on a busy machine. */
#define LOSS_US (2 * G_USEC_PER_SEC)
#define KEY_US  (500 * G_TIME_SPAN_MILLISECOND)

static char *
make_home (void)
{
  g_autoptr(GError) error = NULL;
  char *home = g_dir_make_tmp ("vorlage-safe-XXXXXX", &error);

  g_assert_no_error (error);
  return home;
}

static void
remove_home (char *home)
{
  const char *argv[] = { "rm", "-rf", "--", home, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (home);
}

/* What a command says of @database. Caller owns. */
static char *
run (const char *database,
     const char *command,
     const char *argument)
{
  const char *argv[] = { g_getenv ("VORLAGE_PROGRAM"), "--database", database, command, argument, NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *said = NULL;
  char *out = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &said, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", said);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return out;
}

/* The stored title. Caller owns. */
static char *
stored_title (const char *database)
{
  g_autofree char *shown = run (database, "show", NUMBER);
  const char *line = strstr (shown, TITLE);

  g_assert_nonnull (line);
  return g_strndup (line, strcspn (line, "\n"));
}

/* The text field with these words in it. Caller unrefs. */
static RobotThing *
find_field (Robot *robot)
{
  return robot_find_text (robot, TITLE);
}

/* Opens the only motion of the list. */
static void
choose (Robot *robot)
{
  g_object_unref (robot_find (robot, ATSPI_ROLE_PANEL, NUMBER));
  robot_key (robot, GDK_KEY_Down, 0);
  robot_key (robot, GDK_KEY_Return, 0);
  g_object_unref (robot_find_text (robot, TITLE));
}

/* Leaves the program by keyboard. */
static void
ask_to_quit (Robot *robot)
{
  robot_key (robot, GDK_KEY_q, CONTROL);
}

static void
quit (Robot *robot)
{
  ask_to_quit (robot);
  g_assert_cmpint (robot_wait (robot), ==, 0);
}

static Robot *
open_sample (const char *home,
             const char *database)
{
  Robot *robot;

  g_free (run (database, "import", g_getenv ("VORLAGE_SAMPLE")));
  robot = robot_start ("en", home, "--database", database, NULL);
  choose (robot);
  return robot;
}

static void
type_at_end (Robot      *robot,
             const char *text)
{
  g_autoptr(RobotThing) field = find_field (robot);

  robot_insert (field, text);
}

static void
test_killed (void)
{
  char *home = make_home ();
  g_autofree char *database = g_build_filename (home, "v.db", NULL);
  g_autoptr(Robot) robot = open_sample (home, database);
  g_autoptr(RobotThing) field = find_field (robot);
  g_autoptr(GArray) typed_at = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *title = NULL;
  gint64 start = g_get_monotonic_time (), now = start;
  gsize stored;

  while (now - start < 5 * G_USEC_PER_SEC)
    {
      now = g_get_monotonic_time ();
      g_array_append_val (typed_at, now);
      robot_insert (field, "x");
      g_usleep (40 * G_TIME_SPAN_MILLISECOND);
    }
  robot_kill (robot);
  now = g_get_monotonic_time ();

  title = stored_title (database);
  g_assert_true (g_str_has_prefix (title, TITLE));
  stored = strlen (title) - strlen (TITLE);
  g_test_message ("typed %u, stored %" G_GSIZE_FORMAT, typed_at->len, stored);
  g_assert_cmpuint (stored, >, 0);
  g_assert_cmpuint (stored, <=, typed_at->len);
  if (stored < typed_at->len)
    g_assert_cmpint (now - g_array_index (typed_at, gint64, stored), <=, LOSS_US + KEY_US);

  /* The next day it goes on where it was, and what was written before the kill can be taken back. */
  {
    g_autoptr(Robot) second = robot_start ("en", home, "--database", database, NULL);
    g_autoptr(RobotThing) again = NULL;
    g_autofree char *shown = NULL;
    g_autofree char *after = NULL;

    choose (second);
    again = robot_find_text (second, title);
    /* As soon as the steps of the day before are read. */
    do
      {
        g_assert_cmpint (g_get_monotonic_time () - now, <, 60 * G_USEC_PER_SEC);
        robot_press (second, ATSPI_ROLE_PUSH_BUTTON, "Undo (Ctrl+Z)");
        g_free (shown);
        shown = robot_read (again);
      }
    while (g_str_equal (shown, title));
    quit (second);
    after = stored_title (database);
    g_assert_cmpstr (after, ==, shown);
    g_assert_cmpuint (strlen (after), <, strlen (title));
  }
  remove_home (home);
}

static void
fill_disk (const char *path)
{
  FILE *file = g_fopen (path, "wb");
  g_autofree char *block = g_malloc0 (4096);

  g_assert_nonnull (file);
  setvbuf (file, NULL, _IONBF, 0);
  while (fwrite (block, 4096, 1, file) == 1)
    ;
  while (fwrite (block, 1, 1, file) == 1)
    ;
  fclose (file);
}

/* Closed while nothing can be written: the window stays, says so, and goes when it can be. */
static void
test_full_disk (void)
{
  char *home = make_home ();
  g_autofree char *folder = g_build_filename (home, "small", NULL);
  g_autofree char *database = g_build_filename (folder, "v.db", NULL);
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);
  g_autofree char *title = NULL;
  g_autoptr(Robot) robot = NULL;

  g_mkdir (folder, 0700);
  if (mount ("none", folder, "tmpfs", 0, "size=6m") != 0)
    {
      g_test_skip ("no right to mount a small disk");
      remove_home (home);
      return;
    }
  robot = open_sample (home, database);
  g_object_unref (find_field (robot));
  fill_disk (filler);
  type_at_end (robot, " und am Bahnhof");
  ask_to_quit (robot);
  g_object_unref (robot_find (robot, ATSPI_ROLE_LABEL, "The Motion Is Not Saved"));
  robot_press (robot, ATSPI_ROLE_PUSH_BUTTON, "Keep Editing");
  g_object_unref (robot_find_text (robot, TITLE " und am Bahnhof"));

  g_unlink (filler);
  quit (robot);
  title = stored_title (database);
  g_assert_cmpstr (title, ==, TITLE " und am Bahnhof");
  umount (folder);
  remove_home (home);
}

/* Two programs on one field: the second sees both texts, and nothing is overwritten until it says which holds. */
static void
test_two_programs (void)
{
  char *home = make_home ();
  g_autofree char *database = g_build_filename (home, "v.db", NULL);
  g_autoptr(Robot) first = open_sample (home, database);
  g_autoptr(Robot) second = robot_start ("en", home, "--database", database, NULL);
  g_autoptr(RobotThing) mine = NULL;
  g_autoptr(RobotThing) theirs = NULL;
  g_autofree char *title = NULL;
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  choose (second);
  mine = find_field (first);
  theirs = find_field (second);
  /* Within the time the other takes to see it. */
  robot_insert (theirs, " und am Bahnhof");
  robot_insert (mine, " und am Rathaus");

  /* Who comes second is asked; both wordings are on the screen. */
  while (!robot_sees (first, ATSPI_ROLE_PUSH_BUTTON, "Join Both") && !robot_sees (second, ATSPI_ROLE_PUSH_BUTTON, "Join Both"))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (50 * G_TIME_SPAN_MILLISECOND);
    }
  robot_press (robot_sees (first, ATSPI_ROLE_PUSH_BUTTON, "Join Both") ? first : second, ATSPI_ROLE_PUSH_BUTTON, "Join Both");
  do
    {
      g_usleep (300 * G_TIME_SPAN_MILLISECOND);
      g_free (title);
      title = stored_title (database);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
    }
  while (strstr (title, "am Bahnhof") == NULL || strstr (title, "am Rathaus") == NULL);
  remove_home (home);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  /* libatspi warns of every program that is just starting. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  if (robot_can_start ())
    {
      g_test_add_func ("/e2e/safety/killed", test_killed);
      g_test_add_func ("/e2e/safety/full-disk", test_full_disk);
      g_test_add_func ("/e2e/safety/two-programs", test_two_programs);
      atspi_init ();
    }
  return g_test_run ();
}
