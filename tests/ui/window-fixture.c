/* window-fixture.c — a window over a database in memory
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "vlg-sqlite-store.h"

static GtkApplication *the_application;
static char *home;
static int exit_code;

/* Not G_TEST_OPTION_ISOLATE_DIRS: it hides the system's data too, and with it the icons' file type. */
static void
isolate (void)
{
  static const char *const names[] = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME" };

  home = g_dir_make_tmp ("vorlage-ui-XXXXXX", NULL);
  g_assert_nonnull (home);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (home, names[i], NULL);

      g_mkdir (path, 0700);
      g_setenv (names[i], path, TRUE);
    }
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
activate_cb (GtkApplication *application)
{
  /* libadwaita 1.2 frees a toast twice whose button is pressed while it still slides in, as only a test is quick enough to do. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_application_hold (G_APPLICATION (application));
  exit_code = g_test_run ();
  g_application_release (G_APPLICATION (application));
  g_application_quit (G_APPLICATION (application));
}

/* GTK 4.8 says that a label of its own window of shortcuts is narrower than nothing. That is not what a test is about, and a warning ends it. */
static GLogWriterOutput
writer_cb (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0 &&
        strstr (fields[i].value, "(label) reported min width") != NULL)
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

void
window_fixture_init (int    *argc,
                     char ***argv)
{
  isolate ();
  g_log_set_writer_func (writer_cb, NULL, NULL);
  g_test_init (argc, argv, NULL);
}

int
window_fixture_run (int    argc,
                    char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  /* The tests have set their options already; the application takes none. */
  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id", APPLICATION_ID ".Test",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", RESOURCE_PATH,
                              NULL);
  the_application = GTK_APPLICATION (application);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  g_application_run (G_APPLICATION (application), 1, argv);

  remove_tree (home);
  g_clear_pointer (&home, g_free);

  return exit_code;
}

void
window_fixture_set_up (WindowFixture *self,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgStore) store = vlg_sqlite_store_open (NULL, &error);
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");

  g_assert_no_error (error);
  self->application = the_application;
  self->office = vlg_office_new (store, actor, &error);
  g_assert_no_error (error);

  self->window = vlg_window_new (self->application);
  self->page = vlg_window_get_page (self->window);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1360, 760);
  vlg_window_set_office (self->window, self->office);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
}

void
window_fixture_tear_down (WindowFixture *self,
                          gconstpointer  data)
{
  gpointer office = self->office;

  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  window_fixture_settle ();

  /* What still runs in a worker lets go of the office when it is through. */
  g_object_add_weak_pointer (office, &office);
  g_object_unref (self->office);
  wait_until (office == NULL);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

GSource *
window_fixture_tick (void)
{
  GSource *source = g_timeout_source_new (10);

  g_source_set_callback (source, tick_cb, NULL, NULL);
  g_source_attach (source, NULL);

  return source;
}

void
window_fixture_settle (void)
{
  gint64 quiet = g_get_monotonic_time () + 100 * G_TIME_SPAN_MILLISECOND;

  while (g_main_context_iteration (NULL, FALSE) || g_get_monotonic_time () < quiet)
    ;
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  static const char *const names[] = { "label", "title", "tooltip-text" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), names[i]);
      g_autofree char *value = NULL;

      if (pspec == NULL || pspec->value_type != G_TYPE_STRING)
        continue;
      g_object_get (widget, names[i], &value, NULL);
      if (g_strcmp0 (value, text) == 0)
        return TRUE;
    }

  return FALSE;
}

GtkWidget *
window_fixture_find (GtkWidget  *root,
                     GType       type,
                     const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (text == NULL || has_text (root, text)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = window_fixture_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
window_fixture_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) widget = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (widget) && gtk_widget_get_mapped (widget))
        return widget;
    }

  return NULL;
}

guint
window_fixture_get_n_motions (WindowFixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (vlg_motions_page_get_motions (self->page)));
}

void
window_fixture_import_sample (WindowFixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import-sample", NULL);
  wait_until (!vlg_window_is_busy (self->window) && vlg_motions_page_get_motion (self->page) != NULL);
  wait_until (window_fixture_get_n_motions (self) == 1);
}
