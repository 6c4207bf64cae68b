/* test-numbers.c — new motions from others, the number register and the standard sequences, in the window
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "editor-fixture.h"
#include "vlg-new-motion-dialog.h"
#include "vlg-new-motion.h"
#include "vlg-register-row.h"
#include "vlg-register-window.h"
#include "vlg-sequence-row.h"
#include "vlg-standard-sequences.h"
#include "vlg-template-rows.h"
#include "vlg-template-shelf.h"

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* A motion in the office. Caller owns its uid. */
static char *
make (WindowFixture *self,
      const char    *title)
{
  const VlgNewMotion how = { .kind = "BV", .origin = "II-66", .title = title };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = NULL;

  vlg_new_motion_async (self->office, &how, NULL, keep_result, &result);
  wait_until (result != NULL);
  motion = vlg_new_motion_finish (self->office, result, &error);
  g_assert_no_error (error);

  return g_strdup (vlg_motion_get_uid (motion));
}

/* The same, shown. */
static void
begin (WindowFixture *self,
       const char    *title)
{
  g_autofree char *uid = make (self, title);

  vlg_motions_page_show (self->page, uid);
  wait_until (self->page->motion != NULL);
  window_fixture_settle ();
}

static GtkWidget *
other_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) widget = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
        return widget;
    }

  return NULL;
}

/* Types the answer into the dialog on the screen and gives it. */
static void
answer (const char *text,
        const char *button)
{
  GtkWidget *dialog;
  GtkWidget *entry;

  wait_until ((dialog = window_fixture_dialog ()) != NULL);
  wait_until ((entry = window_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (window_fixture_find (dialog, GTK_TYPE_BUTTON, button), "clicked");
  wait_until (window_fixture_dialog () != dialog);
}

static gboolean
page_press (WindowFixture   *self,
            guint            keyval,
            GdkModifierType  state)
{
  EditorFixture keys = { .window = GTK_WIDGET (self->window) };

  gtk_widget_grab_focus (GTK_WIDGET (self->page->list_view));

  return editor_fixture_press (&keys, keyval, state);
}

static void
test_duplicate (WindowFixture *self,
                gconstpointer  data)
{
  g_autofree char *first = NULL;

  begin (self, "Radweg am Fluss");
  first = g_strdup (vlg_motion_get_number_text (self->page->motion));
  /* What was just typed goes along. */
  vlg_motion_set_text (self->page->motion, VLG_FIELD_RESOLUTION, "Der Radweg wird gebaut.");
  g_assert_true (page_press (self, GDK_KEY_d, GDK_CONTROL_MASK));
  wait_until (self->page->motion != NULL && g_strcmp0 (vlg_motion_get_number_text (self->page->motion), first) != 0);
  g_assert_cmpstr (vlg_motion_get_text (self->page->motion, VLG_FIELD_TITLE), ==, "Radweg am Fluss");
  g_assert_cmpstr (vlg_motion_get_text (self->page->motion, VLG_FIELD_RESOLUTION), ==, "Der Radweg wird gebaut.");
  wait_until (window_fixture_get_n_motions (self) == 2);
}

static void
test_template (WindowFixture *self,
               gconstpointer  data)
{
  GtkWidget *dialog;
  GtkWidget *row;
  GtkWidget *undo;
  g_autofree char *first = NULL;

  begin (self, "Radweg am Fluss");
  first = g_strdup (vlg_motion_get_uid (self->page->motion));
  vlg_motion_set_text (self->page->motion, VLG_FIELD_RESOLUTION, "Der Radweg wird gebaut.");
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motion.save-template", NULL);
  answer ("Straßenbau", "_Save");

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-motion", NULL);
  wait_until ((dialog = other_window (VLG_TYPE_NEW_MOTION_DIALOG)) != NULL);
  wait_until ((row = window_fixture_find (dialog, ADW_TYPE_ACTION_ROW, "Straßenbau")) != NULL);

  /* Deleted, and back. */
  gtk_widget_activate (window_fixture_find (row, GTK_TYPE_BUTTON, "Delete Template"));
  wait_until (window_fixture_find (dialog, ADW_TYPE_ACTION_ROW, "Straßenbau") == NULL);
  wait_until ((undo = window_fixture_find (dialog, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  wait_until ((row = window_fixture_find (dialog, ADW_TYPE_ACTION_ROW, "Straßenbau")) != NULL);

  gtk_widget_activate (window_fixture_find (row, GTK_TYPE_BUTTON, "Rename Template"));
  answer ("Tiefbau", "_Rename");
  wait_until ((row = window_fixture_find (dialog, ADW_TYPE_ACTION_ROW, "Tiefbau")) != NULL);

  gtk_widget_activate (row);
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Title")), "Brücke");
  gtk_widget_activate_action (dialog, "dialog.create", NULL);
  wait_until (self->page->motion != NULL && g_strcmp0 (vlg_motion_get_uid (self->page->motion), first) != 0);
  g_assert_cmpstr (vlg_motion_get_text (self->page->motion, VLG_FIELD_TITLE), ==, "Brücke");
  g_assert_cmpstr (vlg_motion_get_text (self->page->motion, VLG_FIELD_RESOLUTION), ==, "Der Radweg wird gebaut.");
  wait_until (other_window (VLG_TYPE_NEW_MOTION_DIALOG) == NULL);
}

/* Copied through the dialog, with no origin said: what was just typed goes along, and so does the origin. */
static void
test_copy (WindowFixture *self,
           gconstpointer  data)
{
  GtkWidget *dialog;
  GtkWidget *row;
  g_autofree char *first = NULL;
  g_autofree char *label = NULL;

  begin (self, "Radweg am Fluss");
  first = g_strdup (vlg_motion_get_uid (self->page->motion));
  label = g_strdup_printf ("A Copy of %s", vlg_motion_get_number_text (self->page->motion));
  vlg_motion_set_text (self->page->motion, VLG_FIELD_RESOLUTION, "Der Radweg wird gebaut.");

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-motion", NULL);
  wait_until ((dialog = other_window (VLG_TYPE_NEW_MOTION_DIALOG)) != NULL);
  wait_until ((row = window_fixture_find (dialog, ADW_TYPE_ACTION_ROW, label)) != NULL);
  gtk_widget_activate (row);
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Origin")), "");
  gtk_widget_activate_action (dialog, "dialog.create", NULL);
  wait_until (self->page->motion != NULL && g_strcmp0 (vlg_motion_get_uid (self->page->motion), first) != 0);
  g_assert_cmpstr (vlg_motion_get_text (self->page->motion, VLG_FIELD_RESOLUTION), ==, "Der Radweg wird gebaut.");
  g_assert_true (g_str_has_suffix (vlg_motion_get_number_text (self->page->motion), "/II-66"));
  wait_until (other_window (VLG_TYPE_NEW_MOTION_DIALOG) == NULL);
}

/* It fits a narrow window. */
static void
test_narrow (WindowFixture *self,
             gconstpointer  data)
{
  GtkWidget *dialog;
  int minimum = 0;

  begin (self, "Radweg am Fluss mit einem Titel, der länger ist als jede Zeile eines Telefons");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-motion", NULL);
  wait_until ((dialog = other_window (VLG_TYPE_NEW_MOTION_DIALOG)) != NULL);
  window_fixture_settle ();
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_true (gtk_window_get_resizable (GTK_WINDOW (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
open_register (WindowFixture *self)
{
  GtkWidget *window;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.number-register", NULL);
  wait_until ((window = other_window (VLG_TYPE_REGISTER_WINDOW)) != NULL);

  return window;
}

/* The row of the number or gap @label, among those that are shown. */
static GtkWidget *
find_row (GtkWidget  *window,
          const char *label)
{
  GtkWidget *found = window_fixture_find (window, GTK_TYPE_LABEL, label);

  return found != NULL ? gtk_widget_get_ancestor (found, VLG_TYPE_REGISTER_ROW) : NULL;
}

static void
test_register (WindowFixture *self,
               gconstpointer  data)
{
  GtkWidget *window;
  GtkWidget *dialog;
  GtkWidget *row;
  g_autofree char *kept = NULL;
  guint year;

  begin (self, "Radweg am Fluss");
  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  kept = g_strdup_printf ("BV/003/%u/III-61", year);
  window = open_register (self);
  wait_until (find_row (window, vlg_motion_get_number_text (self->page->motion)) != NULL);
  g_assert_nonnull (window_fixture_find (window, GTK_TYPE_LABEL, "Radweg am Fluss"));

  gtk_widget_activate_action (window, "register.reserve", NULL);
  wait_until ((dialog = window_fixture_dialog ()) != NULL);
  wait_until (window_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Origin") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Origin")), "III-61");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (window_fixture_find (dialog, GTK_TYPE_SPIN_BUTTON, NULL)), 2);
  g_signal_emit_by_name (window_fixture_find (dialog, GTK_TYPE_BUTTON, "_Reserve"), "clicked");
  wait_until ((row = find_row (window, kept)) != NULL);
  g_assert_nonnull (window_fixture_find (row, GTK_TYPE_LABEL, "Kept for III-61, not used yet"));

  /* Voiding asks for the reason, and takes none that is empty. */
  g_signal_emit_by_name (window_fixture_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  answer (" ", "_Void Number");
  wait_until ((dialog = window_fixture_dialog ()) != NULL);
  g_signal_emit_by_name (window_fixture_find (dialog, GTK_TYPE_BUTTON, NULL), "clicked");
  wait_until (window_fixture_dialog () == NULL);
  row = find_row (window, kept);
  g_signal_emit_by_name (window_fixture_find (row, GTK_TYPE_BUTTON, NULL), "clicked");
  answer ("Vorlage entfällt", "_Void Number");
  wait_until (window_fixture_find (window, GTK_TYPE_LABEL, "Void: Vorlage entfällt") != NULL);
  g_assert_null (window_fixture_find (find_row (window, kept), GTK_TYPE_BUTTON, NULL));

  gtk_window_destroy (GTK_WINDOW (window));
  window_fixture_settle ();
}

static void
test_register_opens (WindowFixture *self,
                     gconstpointer  data)
{
  GtkWidget *window;
  GtkWidget *list;
  g_autofree char *first = make (self, "Radweg am Fluss");

  begin (self, "Brücke");
  window = open_register (self);
  wait_until (window_fixture_find (window, GTK_TYPE_LABEL, "Radweg am Fluss") != NULL);
  list = window_fixture_find (window, GTK_TYPE_LIST_VIEW, NULL);
  /* The newest is on top. */
  g_signal_emit_by_name (list, "activate", 1);
  wait_until (self->page->motion != NULL && g_strcmp0 (vlg_motion_get_uid (self->page->motion), first) == 0);
  wait_until (other_window (VLG_TYPE_REGISTER_WINDOW) == NULL);
}

static void
test_standard_sequence (EditorFixture *self,
                        gconstpointer  data)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (self->motion));
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();
  g_autoptr (VlgConsultation) added = NULL;
  GtkWidget *standard = editor_fixture_find (self, VLG_TYPE_STANDARD_SEQUENCES, NULL);
  GtkWidget *list;

  vlg_consultation_set_body (row, "Stadtrat");
  vlg_consultation_set_role (row, VLG_ROLE_DECISION);
  vlg_consultation_set_day (row, vlg_day_new (2026, 3, 4));
  g_list_store_append (G_LIST_STORE (rows), row);
  window_fixture_settle ();
  gtk_widget_activate_action (standard, "sequence.save-standard", NULL);
  answer ("Nur der Rat", "_Save");
  wait_until (window_fixture_find (self->window, GTK_TYPE_LABEL, "Standard sequence “Nur der Rat” saved") != NULL);

  /* By keyboard: open, and Enter on the first. */
  gtk_widget_activate_action (standard, "sequence.standard", NULL);
  wait_until (window_fixture_find (standard, GTK_TYPE_LABEL, "Nur der Rat") != NULL);
  list = gtk_widget_get_ancestor (window_fixture_find (standard, GTK_TYPE_LABEL, "Nur der Rat"), GTK_TYPE_LIST_BOX_ROW);
  wait_until (gtk_widget_is_focus (list) || gtk_widget_has_focus (list) || gtk_window_get_focus (GTK_WINDOW (self->window)) == list);
  gtk_widget_activate (list);
  wait_until (g_list_model_get_n_items (rows) == 2);
  added = g_list_model_get_item (rows, 1);
  g_assert_cmpstr (vlg_consultation_get_body (added), ==, "Stadtrat");
  g_assert_cmpint (vlg_consultation_get_role (added), ==, VLG_ROLE_DECISION);
  g_assert_cmpuint (vlg_consultation_get_day (added), ==, VLG_DAY_NONE);
  editor_fixture_await_saved (self);

  /* One step takes it back. */
  g_assert_cmpint (vlg_draft_undo (self->draft), ==, VLG_FIELD_CONSULTATIONS);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 1);
  editor_fixture_await_saved (self);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/numbers/" path, WindowFixture, NULL, window_fixture_set_up, function, window_fixture_tear_down)
  ADD ("duplicate", test_duplicate);
  ADD ("template", test_template);
  ADD ("copy", test_copy);
  ADD ("narrow", test_narrow);
  ADD ("register", test_register);
  ADD ("register-opens", test_register_opens);
  g_test_add ("/numbers/standard-sequence", EditorFixture, NULL, editor_fixture_set_up, test_standard_sequence, editor_fixture_tear_down);

  return window_fixture_run (argc, argv);
}
