/* robot.c — a person at the installed program: finds, presses, types and reads through the accessibility bus
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "robot.h"

#include <gio/gio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>

/* A slow machine under sanitizers is still no reason to fail. */
#define PATIENCE (60 * G_USEC_PER_SEC)
#define PAUSE    (30 * G_TIME_SPAN_MILLISECOND)

struct _Robot {
  GSubprocess     *process;      /* owned */
  RobotThing *application;  /* owned */
  gboolean         ended;
};

/* Lets the accessibility bus deliver what changed. */
static void
rest (void)
{
  g_usleep (PAUSE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gboolean
robot_can_start (void)
{
  const char *program = g_getenv ("VORLAGE_PROGRAM");

  return program != NULL && g_file_test (program, G_FILE_TEST_IS_EXECUTABLE);
}

static RobotThing *
find_application (guint pid)
{
  g_autoptr(RobotThing) desktop = atspi_get_desktop (0);
  int n;

  atspi_accessible_clear_cache (desktop);
  n = atspi_accessible_get_child_count (desktop, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr(RobotThing) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && atspi_accessible_get_process_id (child, NULL) == pid)
        return g_steal_pointer (&child);
    }

  return NULL;
}

static void
process_ended_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  gboolean *ended = user_data;

  *ended = TRUE;
  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
}

/* A test that fails takes its program with it: there is only one a session. */
static void
die_with_parent (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

Robot *
robot_start (const char *language,
             const char *home,
             ...)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *data = g_build_filename (home, "data", NULL);
  g_autofree char *config = g_build_filename (home, "config", NULL);
  Robot *self = g_new0 (Robot, 1);
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  const char *argument;
  va_list arguments;
  guint pid;

  g_ptr_array_add (argv, (gpointer) g_getenv ("VORLAGE_PROGRAM"));
  va_start (arguments, home);
  while ((argument = va_arg (arguments, const char *)) != NULL)
    g_ptr_array_add (argv, (gpointer) argument);
  va_end (arguments);
  g_ptr_array_add (argv, NULL);

  g_subprocess_launcher_setenv (launcher, "HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", config, TRUE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", language, TRUE);
  /* Leaks are looked for by the tests inside the process: a whole run of GTK ends with some of its own (GLib's outgrown
   * table of quarks, the file chooser's providers) that have no name to suppress. */
  g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", "abort_on_error=1:detect_leaks=0", TRUE);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  self->process = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_wait_async (self->process, NULL, process_ended_cb, &self->ended);

  pid = (guint) g_ascii_strtoull (g_subprocess_get_identifier (self->process), NULL, 10);
  while (self->application == NULL || !robot_sees (self, ATSPI_ROLE_FRAME, ""))
    {
      g_assert_false (self->ended);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      rest ();
      g_clear_object (&self->application);
      self->application = find_application (pid);
    }

  return self;
}

void
robot_free (Robot *self)
{
  if (!self->ended)
    g_subprocess_send_signal (self->process, SIGTERM);
  while (!self->ended)
    rest ();
  g_clear_object (&self->application);
  g_clear_object (&self->process);
  g_free (self);
}

/* GTK 4.8 says of nothing but windows that it shows; what was never laid out has no size. */
static gboolean
shows (RobotThing *thing)
{
  AtspiComponent *component = atspi_accessible_get_component_iface (thing);
  AtspiRect *extents;
  gboolean has_size;

  if (component == NULL)
    return FALSE;

  extents = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  has_size = extents != NULL && extents->width > 0 && extents->height > 0;
  g_free (extents);
  g_object_unref (component);
  return has_size;
}

static gboolean
matches (RobotThing *thing,
         AtspiRole        role,
         const char      *name)
{
  g_autofree char *own = NULL;

  if (role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (thing, NULL) != role)
    return FALSE;

  own = atspi_accessible_get_name (thing, NULL);
  return own != NULL && strstr (own, name) != NULL && shows (thing);
}

/* Depth first. */
static RobotThing *
search (RobotThing *thing,
        AtspiRole        role,
        const char      *name)
{
  int n = atspi_accessible_get_child_count (thing, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr(RobotThing) child = atspi_accessible_get_child_at_index (thing, i, NULL);
      RobotThing *found;

      if (child == NULL)
        continue;
      if (matches (child, role, name))
        return g_steal_pointer (&child);
      found = search (child, role, name);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static RobotThing *
look (Robot      *self,
      AtspiRole   role,
      const char *name)
{
  atspi_accessible_clear_cache (self->application);
  return search (self->application, role, name);
}

static void
describe (RobotThing *thing,
          guint            depth)
{
  int n = atspi_accessible_get_child_count (thing, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr(RobotThing) child = atspi_accessible_get_child_at_index (thing, i, NULL);
      g_autofree char *name = NULL;
      g_autofree char *role = NULL;

      if (child == NULL)
        continue;
      name = atspi_accessible_get_name (child, NULL);
      role = atspi_accessible_get_role_name (child, NULL);
      g_test_message ("%*s%s “%s”%s", depth * 2, "", role, name, shows (child) ? "" : " (hidden)");
      describe (child, depth + 1);
    }
}

RobotThing *
robot_find (Robot      *self,
            AtspiRole   role,
            const char *name)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  RobotThing *found;

  while ((found = look (self, role, name)) == NULL && !self->ended && g_get_monotonic_time () < deadline)
    rest ();

  if (found == NULL)
    {
      describe (self->application, 0);
      g_error ("“%s” does not show%s", name, self->ended ? ": the program has ended" : "");
    }
  return found;
}

gboolean
robot_sees (Robot      *self,
            AtspiRole   role,
            const char *name)
{
  g_autoptr(RobotThing) found = look (self, role, name);

  return found != NULL;
}

void
robot_misses (Robot      *self,
              AtspiRole   role,
              const char *name)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (robot_sees (self, role, name))
    {
      if (g_get_monotonic_time () > deadline)
          {
          describe (self->application, 0);
          g_error ("“%s” still shows", name);
        }
      rest ();
    }
}

char *
robot_read (RobotThing *field)
{
  AtspiText *text = atspi_accessible_get_text_iface (field);
  char *words = NULL;

  if (text == NULL)
    return NULL;
  words = atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);
  g_object_unref (text);
  return words;
}

static gboolean
holds (RobotThing *thing,
       const char *words)
{
  AtspiEditableText *editable = atspi_accessible_get_editable_text_iface (thing);
  g_autofree char *text = NULL;

  if (editable == NULL)
    return FALSE;
  g_object_unref (editable);
  text = robot_read (thing);
  return text != NULL && strstr (text, words) != NULL && shows (thing);
}

/* Depth first. */
static RobotThing *
search_text (RobotThing *thing,
             const char *words)
{
  int n = atspi_accessible_get_child_count (thing, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr(RobotThing) child = atspi_accessible_get_child_at_index (thing, i, NULL);
      RobotThing *found;

      if (child == NULL)
        continue;
      if (holds (child, words))
        return g_steal_pointer (&child);
      found = search_text (child, words);
      if (found != NULL)
        return found;
    }

  return NULL;
}

RobotThing *
robot_find_text (Robot      *self,
                 const char *words)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  RobotThing *found = NULL;

  while (found == NULL && !self->ended && g_get_monotonic_time () < deadline)
    {
      rest ();
      atspi_accessible_clear_cache (self->application);
      found = search_text (self->application, words);
    }

  if (found == NULL)
    {
      describe (self->application, 0);
      g_error ("No field with “%s”%s", words, self->ended ? ": the program has ended" : "");
    }
  return found;
}

void
robot_insert (RobotThing *field,
              const char *text)
{
  AtspiEditableText *editable = atspi_accessible_get_editable_text_iface (field);
  AtspiText *before = atspi_accessible_get_text_iface (field);
  g_autoptr(GError) error = NULL;

  atspi_editable_text_insert_text (editable, atspi_text_get_character_count (before, NULL), text, (int) strlen (text), &error);
  g_assert_no_error (error);
  g_object_unref (before);
  g_object_unref (editable);
}

void
robot_kill (Robot *self)
{
  g_subprocess_send_signal (self->process, SIGKILL);
  while (!self->ended)
    rest ();
}

void
robot_press (Robot      *self,
             AtspiRole   role,
             const char *name)
{
  g_autoptr(RobotThing) found = robot_find (self, role, name);
  AtspiAction *action = atspi_accessible_get_action_iface (found);
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (action);
  atspi_action_do_action (action, 0, &error);
  g_assert_no_error (error);
  g_object_unref (action);
  rest ();
}

void
robot_key (Robot *self,
           guint  keysym,
           guint  modifiers)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (self->ended);
  if (modifiers != 0)
    atspi_generate_keyboard_event (modifiers, NULL, ATSPI_KEY_LOCKMODIFIERS, &error);
  g_assert_no_error (error);
  atspi_generate_keyboard_event (keysym, NULL, ATSPI_KEY_SYM, &error);
  g_assert_no_error (error);
  if (modifiers != 0)
    atspi_generate_keyboard_event (modifiers, NULL, ATSPI_KEY_UNLOCKMODIFIERS, &error);
  g_assert_no_error (error);
  rest ();
}

void
robot_type (Robot      *self,
            const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    robot_key (self, (guchar) *p, 0);
}

void
robot_await_file (Robot      *self,
                  const char *path)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (self->ended || g_get_monotonic_time () > deadline)
        g_error ("“%s” was not written", path);
      rest ();
    }
}

int
robot_wait (Robot *self)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (!self->ended)
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("the program does not end");
      rest ();
    }

  g_assert_true (g_subprocess_get_if_exited (self->process));
  return g_subprocess_get_exit_status (self->process);
}
