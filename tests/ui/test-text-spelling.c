/* test-text-spelling.c — misspelt words in a text being edited, with the dictionary that is installed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "vlg-text-editor.h"

typedef struct {
  GtkWidget *window;
  VlgTextEditor *editor;
  VlgTextView *view;
  GtkTextBuffer *buffer;
  VlgSpelling *spelling;
} Fixture;

static char *config_dir;

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

#define wait_for(condition)                                                   \
  G_STMT_START {                                                              \
    gint64 _deadline = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;     \
    guint _tick = g_timeout_add (5, tick_cb, NULL);                           \
    while (!(condition) && g_get_monotonic_time () < _deadline)               \
      g_main_context_iteration (NULL, TRUE);                                  \
    g_source_remove (_tick);                                                  \
    g_assert_true (condition);                                                \
  } G_STMT_END

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->spelling = vlg_spelling_new ("de_DE");
  self->editor = VLG_TEXT_EDITOR (vlg_text_editor_new ());
  self->view = vlg_text_editor_get_view (self->editor);
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  vlg_text_view_set_spelling (self->view, self->spelling);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->editor));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gpointer editor = self->editor;
  gpointer spelling = self->spelling;

  g_object_add_weak_pointer (editor, &editor);
  g_object_add_weak_pointer (spelling, &spelling);
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait_for (editor == NULL);
  g_object_unref (self->spelling);
  wait_for (spelling == NULL);
}

/* The marked words of a line, with blanks between. */
static char *
marked (Fixture *self,
        guint    line)
{
  g_autoptr (GArray) words = vlg_text_view_find_misspelt (self->view, line);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const VlgSpellingWord *word = &g_array_index (words, VlgSpellingWord, i);
      g_autofree char *found = NULL;
      GtkTextIter from, to;

      gtk_text_buffer_get_iter_at_line_index (self->buffer, &from, line, word->start);
      gtk_text_buffer_get_iter_at_line_index (self->buffer, &to, line, word->start + word->length);
      found = gtk_text_iter_get_text (&from, &to);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", found);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
marks (Fixture    *self,
       guint       line,
       const char *words)
{
  g_autofree char *now = marked (self, line);

  return g_str_equal (now, words);
}

static void
type_text (Fixture    *self,
           const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gtk_text_buffer_begin_user_action (self->buffer);
      gtk_text_buffer_insert_interactive_at_cursor (self->buffer, p, g_utf8_next_char (p) - p, TRUE);
      gtk_text_buffer_end_user_action (self->buffer);
    }
}

static void
place_cursor (Fixture *self,
              int      line,
              int      offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, &iter, line, offset);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
}

static void
test_marks (Fixture       *self,
            gconstpointer  data)
{
  vlg_text_editor_set_markdown (self->editor, "Der Stadtratt **beschliest** den Haushalt.\n\n# Haushaltt\n\n"
                                              "[Falschh](https://stadt.example/Falschh) und falschh\n\n    Quelltextt\n");
  wait_for (marks (self, 0, "Stadtratt beschliest"));
  wait_for (marks (self, 1, "Haushaltt"));
  wait_for (marks (self, 2, "falschh"));
  g_assert_true (marks (self, 3, ""));
  gtk_test_widget_wait_for_draw (self->window);
  /* Marking is no editing. */
  g_assert_false (vlg_text_buffer_get_can_undo (VLG_TEXT_BUFFER (self->buffer)));

  g_object_set (self->view, "check-spelling", FALSE, NULL);
  g_assert_true (marks (self, 0, ""));
  g_object_set (self->view, "check-spelling", TRUE, NULL);
  g_assert_true (marks (self, 0, "Stadtratt beschliest"));

  /* A frozen text cannot be mended. */
  g_object_set (self->editor, "editable", FALSE, NULL);
  g_assert_true (marks (self, 0, ""));
}

/* A word is judged when it is finished. */
static void
test_typing (Fixture       *self,
             gconstpointer  data)
{
  type_text (self, "Radwegg");
  g_assert_true (marks (self, 0, ""));
  type_text (self, " Radwegg");
  wait_for (marks (self, 0, "Radwegg"));
  place_cursor (self, 0, 0);
  wait_for (marks (self, 0, "Radwegg Radwegg"));
}

/* Opens the menu with the key, at the cursor. */
static GMenuModel *
open_menu (Fixture *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Menu, 0, 0, &handled);
      g_assert_false (handled);
    }

  return gtk_text_view_get_extra_menu (GTK_TEXT_VIEW (self->view));
}

static gboolean
offers (GMenuModel *menu,
        const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *found = NULL;

      if ((section != NULL && offers (section, label)) || (submenu != NULL && offers (submenu, label)))
        return TRUE;
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &found) && g_str_equal (found, label))
        return TRUE;
    }

  return FALSE;
}

static void
test_menu (Fixture       *self,
           gconstpointer  data)
{
  GMenuModel *menu;

  vlg_text_editor_set_markdown (self->editor, "Der **Stadtratt** tagt.");
  wait_for (marks (self, 0, "Stadtratt"));

  place_cursor (self, 0, 0);
  menu = open_menu (self);
  g_assert_false (offers (menu, "_Add to Dictionary"));
  g_assert_true (offers (menu, "Check _Spelling"));
  wait_for (offers (menu, "Deutsch"));

  place_cursor (self, 0, 6);
  menu = open_menu (self);
  g_assert_true (offers (menu, "_Add to Dictionary"));
  g_assert_true (offers (menu, "Looking for Suggestions…"));
  wait_for (offers (menu, "Stadtrat"));
  g_assert_false (offers (menu, "Looking for Suggestions…"));

  gtk_widget_activate_action (GTK_WIDGET (self->view), "spelling.replace", "s", "Stadtrat");
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "Der **Stadtrat** tagt.");
  wait_for (marks (self, 0, ""));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "editor.undo", NULL);
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "Der **Stadtratt** tagt.");
}

static void
test_own_words (Fixture       *self,
                gconstpointer  data)
{
  vlg_text_editor_set_markdown (self->editor, "Quappendorfz Moorwegz Quappendorfz Quappendorfz-Moorwegz");
  wait_for (marks (self, 0, "Quappendorfz Moorwegz Quappendorfz Quappendorfz Moorwegz"));

  place_cursor (self, 0, 2);
  open_menu (self);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "spelling.add", NULL);
  wait_for (marks (self, 0, "Moorwegz Moorwegz"));
  place_cursor (self, 0, 15);
  open_menu (self);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "spelling.ignore", NULL);
  wait_for (marks (self, 0, ""));
}

static void
test_absent (Fixture       *self,
             gconstpointer  data)
{
  vlg_text_editor_set_markdown (self->editor, "Ganzz fallsch");
  g_object_set (self->view, "spelling-language", "xx_YY", NULL);
  wait_for (vlg_spelling_get_state (self->spelling) == VLG_SPELLING_STATE_ABSENT);
  g_assert_true (marks (self, 0, ""));
  type_text (self, "weiter ");
  g_assert_cmpstr (vlg_text_editor_get_markdown (self->editor), ==, "weiter Ganzz fallsch");

  gtk_widget_activate_action (GTK_WIDGET (self->view), "spelling.language", "s", "de_DE");
  wait_for (marks (self, 0, "Ganzz fallsch"));
}

static void
remove_dir (void)
{
  g_autoptr (GDir) dir = g_dir_open (config_dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (config_dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (config_dir);
  g_free (config_dir);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  config_dir = g_dir_make_tmp ("vorlage-words-XXXXXX", NULL);
  g_setenv ("ENCHANT_CONFIG_DIR", config_dir, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add ("/text-spelling/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("marks", test_marks);
  ADD ("typing", test_typing);
  ADD ("menu", test_menu);
  ADD ("own-words", test_own_words);
  ADD ("absent", test_absent);
#undef ADD

  status = g_test_run ();
  remove_dir ();

  return status;
}
