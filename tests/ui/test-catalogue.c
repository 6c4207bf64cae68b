/* test-catalogue.c — the view of the Leitbild catalogue, by keyboard, and the window that follows it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "editor-fixture.h"
#include "vlg-catalogue-field-page.h"
#include "vlg-catalogue-field-row.h"
#include "vlg-catalogue-goal-row.h"
#include "vlg-catalogue-window.h"
#include "vlg-leitbild-checklist.h"
#include "vlg-leitbild-row.h"
#include "vlg-leitbild-rules.h"

#define NARROW 360

/* The catalogue above the editor; keys go to it. */
static VlgCatalogueWindow *
open_catalogue (EditorFixture *self)
{
  GtkWidget *window = vlg_catalogue_window_new (NULL, self->office);
  VlgCatalogueDraft *draft = vlg_catalogue_window_get_draft (VLG_CATALOGUE_WINDOW (window));

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  wait_until (g_list_model_get_n_items (vlg_catalogue_draft_get_versions (draft)) > 0);
  window_fixture_settle ();

  return VLG_CATALOGUE_WINDOW (window);
}

/* A key as the window would take it: by what has the focus and what is around it, then by itself. */
static gboolean
press (gpointer         window,
       guint            keyval,
       GdkModifierType  state)
{
  EditorFixture hands = { .window = window };
  g_autoptr (GtkShortcutTrigger) key = gtk_keyval_trigger_new (keyval, state);
  g_autofree char *wanted = gtk_shortcut_trigger_to_string (key);
  gboolean handled = gtk_window_get_focus (window) != NULL && editor_fixture_press (&hands, keyval, state);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && !handled && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          handled = g_str_equal (trigger, wanted) && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, window, gtk_shortcut_get_arguments (shortcut));
        }
    }
  window_fixture_settle ();

  return handled;
}

static void
type (gpointer    window,
      const char *text)
{
  EditorFixture hands = { .window = window };

  editor_fixture_type (&hands, text);
  window_fixture_settle ();
}

static GtkWidget *
find (gpointer    window,
      GType       wanted,
      const char *text)
{
  GtkWidget *widget = window_fixture_find (window, wanted, text);

  g_assert_nonnull (widget);

  return widget;
}

static VlgLeitbild *
get_present (EditorFixture *self)
{
  return vlg_profile_get_leitbild (vlg_office_get_profile (self->office));
}

static void
go_to_field (gpointer    window,
             const char *name)
{
  GtkWidget *row = find (window, VLG_TYPE_CATALOGUE_FIELD_ROW, name);

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  g_assert_true (gtk_widget_grab_focus (row));
  window_fixture_settle ();
}

/* Add a goal, retire one by what it replaces, reorder fields, take back, save: without a mouse. */
static void
test_keyboard (EditorFixture *self,
               gconstpointer  data)
{
  VlgCatalogueWindow *window = open_catalogue (self);
  VlgCatalogueDraft *draft = vlg_catalogue_window_get_draft (window);
  GtkWidget *row;
  VlgLeitbild *leitbild;

  go_to_field (window, "Soziales Miteinander");
  g_assert_true (press (window, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  type (window, "Begegnung");
  row = find (window, VLG_TYPE_CATALOGUE_GOAL_ROW, "M02");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Begegnung");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (find (window, VLG_TYPE_CATALOGUE_GOAL_ROW, "M01"))), ==, "Text not entered yet");

  /* Typed in one go, taken back in one, and the goal too. */
  g_assert_true (press (window, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Text not entered yet");
  g_assert_true (press (window, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_null (window_fixture_find (GTK_WIDGET (window), VLG_TYPE_CATALOGUE_GOAL_ROW, "M02"));
  g_assert_false (vlg_catalogue_draft_get_changed (draft));
  g_assert_true (press (window, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  g_assert_true (press (window, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  row = find (window, VLG_TYPE_CATALOGUE_GOAL_ROW, "M02");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  window_fixture_settle ();
  gtk_widget_grab_focus (find (row, ADW_TYPE_ENTRY_ROW, "Replaces these old goal numbers"));
  type (window, "M01");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (find (window, VLG_TYPE_CATALOGUE_GOAL_ROW, "M01"))), ==, "Text not entered yet · Retired");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "Begegnung · Replaces: M01");

  /* The goal, then its field, goes up. */
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  g_assert_true (press (window, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find (window, VLG_TYPE_CATALOGUE_GOAL_ROW, "M02"))), ==, 0);
  go_to_field (window, "Soziales Miteinander");
  g_assert_true (press (window, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_true (press (window, GDK_KEY_Up, GDK_ALT_MASK));

  g_assert_null (vlg_leitbild_get_goal (get_present (self), "M02"));
  g_assert_true (press (window, GDK_KEY_s, GDK_CONTROL_MASK));
  wait_until (!vlg_catalogue_draft_get_changed (draft));
  leitbild = get_present (self);
  g_assert_cmpstr (vlg_leitbild_get_goal (leitbild, "M02")->text, ==, "Begegnung");
  g_assert_cmpstr (vlg_leitbild_get_goal (leitbild, "M02")->replaces[0], ==, "M01");
  g_assert_true (vlg_leitbild_get_goal (leitbild, "M01")->retired);
  g_assert_cmpstr (vlg_action_field_get_key (vlg_leitbild_get_field (leitbild, 3)), ==, "community");
  wait_until (g_list_model_get_n_items (vlg_catalogue_draft_get_versions (draft)) == 2);
  gtk_window_close (GTK_WINDOW (window));
}

/* The editor that is open follows: it offers the move, shows what was chosen under its own catalogue until then, and takes it back. */
static void
test_editor_follows (EditorFixture *self,
                     gconstpointer  data)
{
  VlgCatalogueWindow *window;
  VlgCatalogueDraft *draft;
  GtkWidget *undo;

  vlg_leitbild_rules_name_goal (self->motion, get_present (self), "community", "M01", TRUE);
  editor_fixture_await_saved (self);
  g_assert_null (window_fixture_find (self->window, GTK_TYPE_BUTTON, "Use the Present Catalogue"));

  window = open_catalogue (self);
  draft = vlg_catalogue_window_get_draft (window);
  go_to_field (window, "Soziales Miteinander");
  g_assert_true (press (window, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  {
    g_autoptr (VlgCatalogueField) field = g_list_model_get_item (vlg_catalogue_draft_get_fields (draft), 5);
    g_autoptr (VlgCatalogueGoal) goal = g_list_model_get_item (G_LIST_MODEL (vlg_catalogue_field_get_goals (field)), 1);
    g_autoptr (VlgCatalogueGoal) old = g_list_model_get_item (G_LIST_MODEL (vlg_catalogue_field_get_goals (field)), 0);

    vlg_catalogue_draft_replace (draft, goal, "M01");
    g_object_set (field, "name", "Zusammenleben", NULL);
    /* A goal in use cannot be deleted, and the control says why. */
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find (window, VLG_TYPE_CATALOGUE_GOAL_ROW, "M01")), TRUE);
    window_fixture_settle ();
    g_assert_true (vlg_catalogue_goal_get_used (old));
    g_assert_false (gtk_widget_is_sensitive (find (find (window, VLG_TYPE_CATALOGUE_GOAL_ROW, "M01"), GTK_TYPE_BUTTON, "Delete Goal")));
    find (window, GTK_TYPE_LABEL, "Motions name this goal. It keeps its number and can only be retired.");
  }
  g_assert_true (press (window, GDK_KEY_s, GDK_CONTROL_MASK));
  wait_until (!vlg_catalogue_draft_get_changed (draft));
  gtk_window_close (GTK_WINDOW (window));

  find (self->window, VLG_TYPE_LEITBILD_ROW, "Soziales Miteinander");
  gtk_widget_grab_focus (find (self->window, GTK_TYPE_BUTTON, "Use the Present Catalogue"));
  g_assert_true (editor_fixture_press (self, GDK_KEY_space, 0));
  wait_until (window_fixture_find (self->window, VLG_TYPE_LEITBILD_ROW, "Zusammenleben") != NULL);
  g_assert_cmpstr (vlg_mark_get_goals (vlg_leitbild_rules_find (self->motion, "community"))[0], ==, "M02");
  g_assert_null (window_fixture_find (self->window, GTK_TYPE_BUTTON, "Use the Present Catalogue"));

  undo = find (self->window, GTK_TYPE_BUTTON, "_Undo");
  gtk_widget_grab_focus (undo);
  g_assert_true (editor_fixture_press (self, GDK_KEY_space, 0));
  wait_until (window_fixture_find (self->window, VLG_TYPE_LEITBILD_ROW, "Soziales Miteinander") != NULL);
  g_assert_cmpstr (vlg_mark_get_goals (vlg_leitbild_rules_find (self->motion, "community"))[0], ==, "M01");
  find (self->window, GTK_TYPE_BUTTON, "Use the Present Catalogue");
  editor_fixture_await_saved (self);
}

/* What is written is not lost by closing; a file that is none is told of in place. */
static void
test_closing (EditorFixture *self,
              gconstpointer  data)
{
  VlgCatalogueWindow *window = open_catalogue (self);
  VlgCatalogueDraft *draft = vlg_catalogue_window_get_draft (window);
  g_autofree char *folder = g_dir_make_tmp ("vorlage-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "leitbild.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;
  gpointer gone = window;

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  g_assert_true (g_file_set_contents (path, "key,name\n", -1, NULL));
  vlg_catalogue_window_import (window, file);
  wait_until (window_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Line 1: the column “letter” is missing; the first line names the columns") != NULL);
  vlg_catalogue_window_export (window, file);
  wait_until (window_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Catalogue exported") != NULL);

  g_assert_true (press (window, GDK_KEY_n, GDK_CONTROL_MASK));
  type (window, "Digitales");
  g_assert_true (vlg_catalogue_draft_get_changed (draft));
  gtk_window_close (GTK_WINDOW (window));
  wait_until ((dialog = window_fixture_dialog ()) != NULL);
  g_assert_nonnull (gone);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  wait_until (window_fixture_dialog () == NULL);
  window_fixture_settle ();
  g_assert_nonnull (gone);
  gtk_window_close (GTK_WINDOW (window));
  wait_until ((dialog = window_fixture_dialog ()) != NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "discard");
  wait_until (gone == NULL);
  g_assert_null (vlg_leitbild_find_field (get_present (self), "digitales"));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_narrow (EditorFixture *self,
             gconstpointer  data)
{
  VlgCatalogueWindow *window = open_catalogue (self);
  int width;

  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, 700);
  window_fixture_settle ();
  gtk_widget_measure (adw_window_get_content (ADW_WINDOW (window)), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, NARROW);
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/catalogue/" path, EditorFixture, NULL, editor_fixture_set_up, function, editor_fixture_tear_down)
  ADD ("keyboard", test_keyboard);
  ADD ("editor-follows", test_editor_follows);
  ADD ("closing", test_closing);
  ADD ("narrow", test_narrow);
#undef ADD

  return window_fixture_run (argc, argv);
}
