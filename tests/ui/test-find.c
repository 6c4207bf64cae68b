/* test-find.c — words found and replaced in a motion, in the window
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-field-row.h"
#include "vlg-find-bar.h"
#include "vlg-motion-editor.h"
#include "window-fixture.h"

typedef struct {
  WindowFixture    window;
  VlgMotionEditor *editor;  /* borrowed */
  VlgFindBar      *bar;     /* borrowed */
  VlgDraft        *draft;   /* borrowed */
  VlgMotion       *motion;  /* borrowed */
} Fixture;

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(VlgMotion **) user_data = vlg_office_create_motion_finish (VLG_OFFICE (source), result, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();

  window_fixture_set_up (&self->window, NULL);
  vlg_office_create_motion_async (self->window.office, "BV", "II-66", "Radweg am Fluss", NULL, created_cb, &motion);
  wait_until (motion != NULL);
  vlg_motions_page_edit (self->window.page, vlg_motion_get_uid (motion));
  wait_until (self->window.page->motion != NULL);

  self->motion = self->window.page->motion;
  self->draft = vlg_motion_view_get_draft (self->window.page->view);
  vlg_motion_set_text (self->motion, VLG_FIELD_RESOLUTION, "Der **Radweg** wird gebaut.\n\n- Radweg eins\n- Steg");
  vlg_motion_set_text (self->motion, VLG_FIELD_REASONING, "Ein Steg genügt nicht.");
  vlg_annex_set_title (annex, "Plan");
  vlg_annex_set_number (annex, 1);
  vlg_annex_set_text (annex, "Der radweg im Plan");
  g_list_store_append (vlg_motion_get_annexes (self->motion), annex);
  vlg_draft_end_step (self->draft);

  wait_until (window_fixture_find (GTK_WIDGET (self->window.page), VLG_TYPE_MOTION_EDITOR, NULL) != NULL);
  self->editor = VLG_MOTION_EDITOR (window_fixture_find (GTK_WIDGET (self->window.page), VLG_TYPE_MOTION_EDITOR, NULL));
  self->bar = VLG_FIND_BAR (window_fixture_find (GTK_WIDGET (self->editor), VLG_TYPE_FIND_BAR, NULL));
  wait_until (gtk_window_get_focus (GTK_WINDOW (self->window.window)) != NULL &&
              gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window.window)), VLG_TYPE_FIELD_ROW) != NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  window_fixture_tear_down (&self->window, NULL);
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self->window.window));
}

static gboolean
focus_is_in (Fixture   *self,
             gpointer   widget)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
act (Fixture    *self,
     const char *action)
{
  gtk_widget_activate_action (get_focus (self), action, NULL);
}

static void
start (Fixture    *self,
       const char *words)
{
  GtkWidget *entry;

  act (self, "motions.find");
  g_assert_true (focus_is_in (self, self->bar));
  wait_until ((entry = window_fixture_find (GTK_WIDGET (self->bar), GTK_TYPE_SEARCH_ENTRY, NULL)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

static gboolean
says (Fixture    *self,
      const char *text)
{
  return window_fixture_find (GTK_WIDGET (self->bar), GTK_TYPE_LABEL, text) != NULL;
}

static void
enter (Fixture *self)
{
  g_signal_emit_by_name (window_fixture_find (GTK_WIDGET (self->bar), GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
}

/* What is selected in the text that is open. */
static char *
selected (Fixture *self)
{
  VlgTextEditor *text = vlg_motion_editor_get_text (self->editor);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (text == NULL)
    return NULL;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (vlg_text_editor_get_view (text)));
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;

  return gtk_text_iter_get_text (&start, &end);
}

static gboolean
selects (Fixture    *self,
         const char *words)
{
  g_autofree char *text = selected (self);

  return g_strcmp0 (text, words) == 0;
}

/* From field to field in the order of the form; the focus stays where Enter is pressed, or goes where F3 leads. */
static void
test_walk (Fixture       *self,
           gconstpointer  data)
{
  GtkWidget *title = window_fixture_find (GTK_WIDGET (self->editor), VLG_TYPE_FIELD_ROW, "Title");
  int from, to;

  start (self, "radweg");
  wait_until (says (self, "Found 4 times"));
  enter (self);
  wait_until (says (self, "1 of 4 · Title"));
  g_assert_true (focus_is_in (self, self->bar));
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (title), &from, &to));
  g_assert_cmpint (from, ==, 0);
  g_assert_cmpint (to, ==, 6);

  enter (self);
  wait_until (says (self, "2 of 4 · Resolution"));
  wait_until (selects (self, "Radweg"));
  g_assert_true (focus_is_in (self, self->bar));
  enter (self);
  wait_until (says (self, "3 of 4 · Resolution"));
  enter (self);
  wait_until (says (self, "4 of 4 · Annexes"));
  wait_until (selects (self, "radweg"));

  /* Out of the bar, and around. */
  gtk_widget_grab_focus (GTK_WIDGET (vlg_text_editor_get_view (vlg_motion_editor_get_text (self->editor))));
  act (self, "motion-editor.find-next");
  wait_until (says (self, "1 of 4 · Title"));
  g_assert_true (focus_is_in (self, title));
  act (self, "motion-editor.find-previous");
  wait_until (says (self, "4 of 4 · Annexes"));
  wait_until (focus_is_in (self, vlg_text_editor_get_view (vlg_motion_editor_get_text (self->editor))));
  act (self, "motion-editor.find-previous");
  wait_until (says (self, "3 of 4 · Resolution"));

  /* Capitals matter when asked for. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (window_fixture_find (GTK_WIDGET (self->bar), GTK_TYPE_TOGGLE_BUTTON, "Aa")), TRUE);
  wait_until (says (self, "Found 1 time"));

  act (self, "motion-editor.find");
  act (self, "find.close");
  wait_until (!gtk_widget_get_child_visible (GTK_WIDGET (self->bar)) || !focus_is_in (self, self->bar));
  g_assert_true (focus_is_in (self, vlg_text_editor_get_view (vlg_motion_editor_get_text (self->editor))));
}

/* The next hit is the one behind the cursor, also behind what has just been typed. */
static void
test_from_cursor (Fixture       *self,
                  gconstpointer  data)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  gtk_widget_activate_action (GTK_WIDGET (self->editor), "motion-editor.open-text", "s", "resolution");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (vlg_text_editor_get_view (vlg_motion_editor_get_text (self->editor))));
  start (self, "radweg");
  wait_until (says (self, "Found 4 times"));

  gtk_text_buffer_get_iter_at_line (buffer, &iter, 1);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, "Radweg oder ", -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (vlg_text_editor_get_view (vlg_motion_editor_get_text (self->editor))));
  act (self, "motion-editor.find-next");
  wait_until (says (self, "4 of 5 · Resolution"));
  act (self, "motion-editor.find-previous");
  wait_until (says (self, "3 of 5 · Resolution"));
}

static void
set_replacement (Fixture    *self,
                 const char *text)
{
  GtkWidget *entry;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (window_fixture_find (GTK_WIDGET (self->bar), GTK_TYPE_TOGGLE_BUTTON, "Replace (Ctrl+H)")), TRUE);
  window_fixture_settle ();
  entry = window_fixture_find (GTK_WIDGET (self->bar), GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static const char *
get_text (Fixture  *self,
          VlgField  field)
{
  return vlg_motion_get_text (self->motion, field);
}

/* What is written between the search and the replacing stays, also while nothing is saved yet. */
static void
test_written_meanwhile (Fixture       *self,
                        gconstpointer  data)
{
  start (self, "radweg");
  set_replacement (self, "Gehweg");
  wait_until (says (self, "Found 4 times"));
  act (self, "find.replace");
  wait_until (says (self, "1 of 4 · Title"));

  vlg_motion_set_text (self->motion, VLG_FIELD_TITLE, "Radweg am Fluss, neu");
  wait_until (vlg_draft_get_save_state (self->draft) == VLG_SAVE_STATE_PENDING);
  wait_until (says (self, "1 of 4 · Title"));
  vlg_motion_set_text (self->motion, VLG_FIELD_TITLE, "Radweg am Fluss, neu und breit");
  act (self, "find.replace");
  window_fixture_settle ();
  g_assert_nonnull (strstr (get_text (self, VLG_FIELD_TITLE), "neu und breit"));
}

/* One after the other: each is seen before it is replaced, formatting stays. */
static void
test_replace (Fixture       *self,
              gconstpointer  data)
{
  int width;

  start (self, "radweg");
  set_replacement (self, "Gehweg");
  wait_until (says (self, "Found 4 times"));
  gtk_widget_measure (GTK_WIDGET (self->bar), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 340);

  act (self, "find.replace");
  wait_until (says (self, "1 of 4 · Title"));
  g_assert_cmpstr (get_text (self, VLG_FIELD_TITLE), ==, "Radweg am Fluss");
  act (self, "find.replace");
  wait_until (g_str_equal (get_text (self, VLG_FIELD_TITLE), "Gehweg am Fluss"));
  wait_until (says (self, "1 of 3 · Resolution"));
  wait_until (selects (self, "Radweg"));
  act (self, "find.replace");
  wait_until (says (self, "1 of 2 · Resolution"));
  g_assert_cmpstr (get_text (self, VLG_FIELD_RESOLUTION), ==, "Der **Gehweg** wird gebaut.\n\n- Radweg eins\n- Steg");

  wait_until (vlg_draft_get_save_state (self->draft) == VLG_SAVE_STATE_SAVED);
  gtk_widget_activate_action (GTK_WIDGET (vlg_text_editor_get_view (vlg_motion_editor_get_text (self->editor))), "motion-editor.undo", NULL);
  vlg_motion_editor_commit (self->editor);
  g_assert_cmpstr (get_text (self, VLG_FIELD_RESOLUTION), ==, "Der **Radweg** wird gebaut.\n\n- Radweg eins\n- Steg");
}

/* Everywhere is one step, and the toast takes it back. */
static void
test_replace_all (Fixture       *self,
                  gconstpointer  data)
{
  GtkWidget *undo;

  gtk_widget_activate_action (GTK_WIDGET (self->editor), "motion-editor.open-text", "s", "resolution");
  start (self, "radweg");
  set_replacement (self, "Gehweg");
  wait_until (says (self, "Found 4 times"));
  act (self, "find.replace-all");
  wait_until (says (self, "Not found"));
  g_assert_cmpstr (get_text (self, VLG_FIELD_TITLE), ==, "Gehweg am Fluss");
  g_assert_cmpstr (get_text (self, VLG_FIELD_RESOLUTION), ==, "Der **Gehweg** wird gebaut.\n\n- Gehweg eins\n- Steg");
  g_assert_cmpstr (vlg_text_editor_get_markdown (vlg_motion_editor_get_text (self->editor)), ==, get_text (self, VLG_FIELD_RESOLUTION));
  wait_until (window_fixture_find (GTK_WIDGET (self->window.window), GTK_TYPE_LABEL, "4 replaced") != NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->editor), "motion-editor.undo", NULL);
  g_assert_cmpstr (get_text (self, VLG_FIELD_TITLE), ==, "Radweg am Fluss");
  g_assert_cmpstr (get_text (self, VLG_FIELD_RESOLUTION), ==, "Der **Radweg** wird gebaut.\n\n- Radweg eins\n- Steg");
  gtk_widget_activate_action (GTK_WIDGET (self->editor), "motion-editor.redo", NULL);
  g_assert_cmpstr (get_text (self, VLG_FIELD_TITLE), ==, "Gehweg am Fluss");

  undo = window_fixture_find (GTK_WIDGET (self->window.window), GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  g_assert_cmpstr (get_text (self, VLG_FIELD_TITLE), ==, "Radweg am Fluss");
  wait_until (says (self, "Found 4 times"));
}

/* In the list the same key finds motions. */
static void
test_list (Fixture       *self,
           gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->window.page->list_view));
  act (self, "motions.find");
  g_assert_true (focus_is_in (self, self->window.page->search_entry));
  gtk_widget_grab_focus (window_fixture_find (GTK_WIDGET (self->editor), VLG_TYPE_FIELD_ROW, "Title"));
  act (self, "motions.find");
  g_assert_true (focus_is_in (self, self->bar));
  act (self, "motions.search");
  g_assert_true (focus_is_in (self, self->window.page->search_entry));
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/find/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("walk", test_walk);
  ADD ("from-cursor", test_from_cursor);
  ADD ("replace", test_replace);
  ADD ("written-meanwhile", test_written_meanwhile);
  ADD ("replace-all", test_replace_all);
  ADD ("list", test_list);
#undef ADD

  return window_fixture_run (argc, argv);
}
