/* test-editor.c — a motion written in its editor
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "editor-fixture.h"
#include "vlg-body-entry.h"
#include "vlg-conflict-card.h"
#include "vlg-day-field.h"
#include "vlg-field-row.h"
#include "vlg-finding-mark.h"
#include "vlg-paper-preview.h"
#include "vlg-sequence-row.h"
#include "vlg-text-row.h"

static void
add_row (EditorFixture *self,
         const char    *body)
{
  g_autoptr (VlgConsultation) consultation = vlg_consultation_new ();

  vlg_consultation_set_body (consultation, body);
  g_list_store_append (vlg_motion_get_consultations (self->motion), consultation);
  window_fixture_settle ();
}

static VlgConsultation *
peek_row (EditorFixture *self,
          guint          position)
{
  g_autoptr (VlgConsultation) consultation =
    g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (self->motion)), position);

  return consultation;
}

static void
test_texts (EditorFixture *self,
            gconstpointer  data)
{
  g_autoptr (VlgMotion) stored = NULL;
  VlgTextEditor *text;

  vlg_motion_editor_jump (self->editor, VLG_FIELD_TITLE, -1);
  editor_fixture_type (self, "Trinkwasserbrunnen am Marktplatz");
  g_assert_cmpstr (vlg_motion_get_text (self->motion, VLG_FIELD_TITLE), ==, "Trinkwasserbrunnen am Marktplatz");

  gtk_widget_grab_focus (editor_fixture_find (self, VLG_TYPE_TEXT_ROW, "Resolution"));
  g_assert_true (editor_fixture_press (self, GDK_KEY_Return, 0));
  text = vlg_motion_editor_get_text (self->editor);
  g_assert_nonnull (text);
  g_assert_true (editor_fixture_has_focus (self, GTK_WIDGET (text)));
  gtk_text_buffer_begin_user_action (gtk_text_view_get_buffer (GTK_TEXT_VIEW (vlg_text_editor_get_view (text))));
  gtk_text_buffer_insert_interactive_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (vlg_text_editor_get_view (text))),
                                                "Der Stadtrat beschließt den Bau.", -1, TRUE);
  gtk_text_buffer_end_user_action (gtk_text_view_get_buffer (GTK_TEXT_VIEW (vlg_text_editor_get_view (text))));

  /* It is saved while the page is open. */
  g_assert_cmpint (vlg_draft_get_save_state (self->draft), !=, VLG_SAVE_STATE_SAVED);
  editor_fixture_await_saved (self);
  stored = editor_fixture_load (self);
  g_assert_true (vlg_motion_equal (stored, self->motion));
  g_assert_nonnull (strstr (vlg_motion_get_text (stored, VLG_FIELD_RESOLUTION), "beschließt den Bau"));

  g_assert_true (editor_fixture_press (self, GDK_KEY_Escape, 0));
  g_assert_null (vlg_motion_editor_get_text (self->editor));
  window_fixture_settle ();
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, VLG_TYPE_TEXT_ROW, "Resolution")));
}

static void
test_sequence (EditorFixture *self,
               gconstpointer  data)
{
  VlgConsultation *row;
  GtkWidget *day;
  g_autoptr (VlgMotion) stored = NULL;
  VlgBody *body;

  g_signal_emit_by_name (editor_fixture_find (self, GTK_TYPE_BUTTON, "Add a Consultation"), "clicked");
  window_fixture_settle ();
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, VLG_TYPE_BODY_ENTRY, NULL)));
  row = peek_row (self, 0);

  /* Part of a name, and the first of those offered. */
  editor_fixture_type (self, "haupt- und");
  window_fixture_settle ();
  g_assert_true (editor_fixture_press (self, GDK_KEY_Down, 0));
  g_assert_true (editor_fixture_press (self, GDK_KEY_Return, 0));
  g_assert_cmpstr (vlg_consultation_get_body (row), ==, "Haupt- und Personalausschuss");
  body = vlg_profile_find_body (vlg_office_get_profile (self->office), "Haupt- und Personalausschuss");
  g_assert_cmpstr (vlg_consultation_get_body_uid (row), ==, vlg_body_get_uid (body));
  g_assert_cmpint (vlg_consultation_get_visibility (row), ==, vlg_body_get_visibility (body));

  day = window_fixture_find (editor_fixture_find (self, VLG_TYPE_SEQUENCE_ROW, NULL), VLG_TYPE_DAY_FIELD, NULL);
  gtk_widget_grab_focus (day);
  editor_fixture_type (self, "160118");
  /* The focus goes on, and the day with it. */
  gtk_widget_grab_focus (editor_fixture_find (self, GTK_TYPE_BUTTON, "Add a Consultation"));
  g_assert_cmpuint (vlg_consultation_get_day (row), ==, vlg_day_new (2018, 1, 16));
  g_assert_nonnull (strstr (gtk_editable_get_text (vlg_day_field_get_entry (VLG_DAY_FIELD (day))), "Tue"));

  /* What is no day changes nothing and says so. */
  gtk_widget_grab_focus (day);
  gtk_editable_set_text (vlg_day_field_get_entry (VLG_DAY_FIELD (day)), "irgendwann");
  g_assert_false (vlg_day_field_commit (VLG_DAY_FIELD (day)));
  g_assert_cmpuint (vlg_consultation_get_day (row), ==, vlg_day_new (2018, 1, 16));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (vlg_day_field_get_entry (VLG_DAY_FIELD (day))), "error"));

  editor_fixture_await_saved (self);
  stored = editor_fixture_load (self);
  g_assert_true (vlg_motion_equal (stored, self->motion));
}

/* On a telephone a row says what it holds in two lines, and opens to its fields. */
static void
test_narrow_sequence (EditorFixture *self,
                      gconstpointer  data)
{
  const char *said = "Thu, 01/16/2031 · Decision";
  VlgConsultation *consultation;
  GtkWidget *row;
  GtkWidget *summary;
  GtkWidget *body;

  add_row (self, "Ausschuss für Gesundheit, Bildung und Soziales");
  add_row (self, "Stadtrat");
  consultation = peek_row (self, 1);
  vlg_consultation_set_day (consultation, vlg_day_new (2031, 1, 16));
  vlg_consultation_set_role (consultation, VLG_ROLE_DECISION);
  window_fixture_settle ();
  row = gtk_widget_get_next_sibling (editor_fixture_find (self, VLG_TYPE_SEQUENCE_ROW, NULL));
  g_assert_null (window_fixture_find (row, GTK_TYPE_LABEL, said));

  gtk_widget_set_visible (self->window, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until ((summary = window_fixture_find (row, GTK_TYPE_LABEL, said)) != NULL);
  summary = gtk_widget_get_ancestor (summary, GTK_TYPE_TOGGLE_BUTTON);
  wait_until (window_fixture_find (row, VLG_TYPE_BODY_ENTRY, NULL) == NULL);

  gtk_widget_grab_focus (row);
  g_assert_true (editor_fixture_has_focus (self, summary));
  gtk_widget_activate (summary);
  wait_until ((body = window_fixture_find (row, VLG_TYPE_BODY_ENTRY, NULL)) != NULL);

  /* Moved, it stays as it is. */
  g_assert_true (editor_fixture_press (self, GDK_KEY_Up, GDK_ALT_MASK));
  window_fixture_settle ();
  g_assert_true (peek_row (self, 0) == consultation);
  row = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), VLG_TYPE_SEQUENCE_ROW);
  g_assert_true (vlg_sequence_row_get_consultation (VLG_SEQUENCE_ROW (row)) == consultation);
  g_assert_true (vlg_sequence_row_get_open (VLG_SEQUENCE_ROW (row)));

  /* A new one is open, and written at once. */
  gtk_widget_activate_action (GTK_WIDGET (editor_fixture_find (self, GTK_TYPE_BUTTON, "Add a Consultation")), "sequence.add", NULL);
  window_fixture_settle ();
  editor_fixture_type (self, "Ortschaftsrat");
  g_assert_cmpstr (vlg_consultation_get_body (peek_row (self, 2)), ==, "Ortschaftsrat");
}

static void
test_reorder (EditorFixture *self,
              gconstpointer  data)
{
  VlgConsultation *moved;
  GtkWidget *undo;

  add_row (self, "Stadtrat");
  add_row (self, "Ortschaftsrat");
  moved = peek_row (self, 1);

  vlg_motion_editor_jump (self->editor, VLG_FIELD_CONSULTATIONS, 1);
  g_assert_true (editor_fixture_press (self, GDK_KEY_Up, GDK_ALT_MASK));
  window_fixture_settle ();
  g_assert_true (peek_row (self, 0) == moved);
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, VLG_TYPE_SEQUENCE_ROW, NULL)));
  /* The first has nowhere to go. */
  editor_fixture_press (self, GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_true (peek_row (self, 0) == moved);
  g_assert_true (editor_fixture_press (self, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_true (peek_row (self, 1) == moved);

  /* Taken out, and put back by the toast. */
  gtk_widget_activate_action (gtk_window_get_focus (GTK_WINDOW (self->window)), "consultation.remove", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_consultations (self->motion))), ==, 1);
  wait_until ((undo = window_fixture_find (self->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  g_assert_true (peek_row (self, 1) == moved);
}

static void
test_undo (EditorFixture *self,
           gconstpointer  data)
{
  g_autoptr (VlgMotion) before = vlg_motion_copy (self->motion);
  g_autoptr (VlgMotion) after = NULL;

  vlg_motion_editor_jump (self->editor, VLG_FIELD_SUBMITTER, -1);
  editor_fixture_type (self, "Oberbürgermeister");
  window_fixture_settle ();
  vlg_motion_editor_jump (self->editor, VLG_FIELD_TITLE, -1);
  editor_fixture_type (self, "Radweg");
  window_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (editor_fixture_find (self, GTK_TYPE_BUTTON, "Add a Consultation")), "sequence.add", NULL);
  window_fixture_settle ();
  editor_fixture_type (self, "Stadtrat");
  window_fixture_settle ();
  after = vlg_motion_copy (self->motion);

  /* The keys of the entry give way to those of the motion. */
  for (guint i = 0; vlg_draft_get_can_undo (self->draft); i++)
    {
      g_assert_cmpuint (i, <, 20);
      g_assert_true (editor_fixture_press (self, GDK_KEY_z, GDK_CONTROL_MASK));
      window_fixture_settle ();
    }
  g_assert_true (vlg_motion_equal (before, self->motion));
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, VLG_TYPE_FIELD_ROW, "Submitter")));

  for (guint i = 0; vlg_draft_get_can_redo (self->draft); i++)
    {
      g_assert_cmpuint (i, <, 20);
      editor_fixture_press (self, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
      window_fixture_settle ();
    }
  g_assert_true (vlg_motion_equal (after, self->motion));
}

static void
test_findings (EditorFixture *self,
               gconstpointer  data)
{
  GListModel *findings = vlg_draft_get_findings (self->draft);
  GtkWidget *button;
  GtkWidget *list;
  GtkListBoxRow *row;
  guint position = 0;

  add_row (self, "Stadtrat");
  wait_until (g_list_model_get_n_items (findings) > 0);
  window_fixture_settle ();

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (VlgFinding) finding = g_list_model_get_item (findings, i);

      if (vlg_finding_get_field (finding) == VLG_FIELD_TITLE)
        position = i;
    }

  /* It stands at its field, and leads there. */
  g_assert_nonnull (window_fixture_find (editor_fixture_find (self, VLG_TYPE_FIELD_ROW, "Title"), VLG_TYPE_FINDING_MARK, NULL));
  button = editor_fixture_find (self, GTK_TYPE_MENU_BUTTON, "Findings");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  wait_until (window_fixture_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_LIST_BOX, NULL) != NULL);
  list = window_fixture_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_LIST_BOX, NULL);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), position);
  g_signal_emit_by_name (list, "row-activated", row);
  window_fixture_settle ();
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, VLG_TYPE_FIELD_ROW, "Title")));

  editor_fixture_type (self, "Radweg am Fluss");
  wait_until (window_fixture_find (editor_fixture_find (self, VLG_TYPE_FIELD_ROW, "Title"), VLG_TYPE_FINDING_MARK, NULL) == NULL);
}

static void
test_sections (EditorFixture *self,
               gconstpointer  data)
{
  add_row (self, "Stadtrat");
  vlg_motion_editor_jump (self->editor, VLG_FIELD_SUBMITTER, -1);
  window_fixture_settle ();
  g_assert_true (editor_fixture_press (self, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, VLG_TYPE_SEQUENCE_ROW, NULL)));
  window_fixture_settle ();
  g_assert_true (editor_fixture_press (self, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, VLG_TYPE_FIELD_ROW, "Title")));
  window_fixture_settle ();
  g_assert_true (editor_fixture_press (self, GDK_KEY_Page_Up, GDK_CONTROL_MASK));
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, VLG_TYPE_SEQUENCE_ROW, NULL)));
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vlg_draft_close_finish (VLG_DRAFT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
test_conflict (EditorFixture *self,
               gconstpointer  data)
{
  g_autoptr (VlgMotion) theirs = editor_fixture_load (self);
  g_autoptr (VlgDraft) other = vlg_draft_new (self->office, theirs);
  gboolean closed = FALSE;
  GtkWidget *card;
  GtkWidget *button;
  GtkWidget *status;

  vlg_motion_editor_jump (self->editor, VLG_FIELD_TITLE, -1);
  editor_fixture_type (self, "Radweg");
  vlg_motion_set_text (theirs, VLG_FIELD_TITLE, "Gehweg");
  vlg_draft_close_async (other, NULL, closed_cb, &closed);
  wait_until (closed);
  wait_until (vlg_draft_get_save_state (self->draft) == VLG_SAVE_STATE_CONFLICT);
  window_fixture_settle ();

  /* Who writes far from the card is led to it. */
  vlg_motion_editor_jump (self->editor, VLG_FIELD_REASONING, -1);
  gtk_widget_activate_action (GTK_WIDGET (self->editor), "motion-editor.open-text", "s", "reasoning");
  window_fixture_settle ();
  status = editor_fixture_find (self, GTK_TYPE_BUTTON, "Show what somebody else changed too");
  g_assert_nonnull (status);
  g_signal_emit_by_name (status, "clicked");
  window_fixture_settle ();
  card = editor_fixture_find (self, VLG_TYPE_CONFLICT_CARD, NULL);
  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), card));
  g_assert_nonnull (window_fixture_find (card, GTK_TYPE_LABEL, "Radweg"));
  g_assert_nonnull (window_fixture_find (card, GTK_TYPE_LABEL, "Gehweg"));
  button = window_fixture_find (card, GTK_TYPE_BUTTON, "Take _Theirs");
  g_signal_emit_by_name (button, "clicked");
  editor_fixture_await_saved (self);
  g_assert_cmpstr (vlg_motion_get_text (self->motion, VLG_FIELD_TITLE), ==, "Gehweg");
  g_assert_null (window_fixture_find (self->window, VLG_TYPE_CONFLICT_CARD, NULL));
  g_assert_null (window_fixture_find (self->window, GTK_TYPE_BUTTON, "Show what somebody else changed too"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (editor_fixture_find (self, VLG_TYPE_FIELD_ROW, "Title"))), ==, "Gehweg");
}

/* The whole name of a body is read where there is room for it. */
static void
test_long_body (EditorFixture *self,
                gconstpointer  data)
{
  const char *name = "Ausschuss für Wirtschaft, Stadtentwicklung und Umwelt";
  g_autoptr (PangoLayout) layout = NULL;
  GtkWidget *body;
  int least, natural, needed;

  add_row (self, name);
  window_fixture_settle ();
  body = editor_fixture_find (self, VLG_TYPE_BODY_ENTRY, NULL);
  layout = gtk_widget_create_pango_layout (body, name);
  pango_layout_get_pixel_size (layout, &needed, NULL);
  gtk_widget_measure (body, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, needed);
  g_assert_cmpint (least, <, 200);
}

/* The page of a text has undo once: the motion's, above it. */
static void
test_one_undo (EditorFixture *self,
               gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->editor), "motion-editor.open-text", "s", "reasoning");
  window_fixture_settle ();
  g_assert_nonnull (editor_fixture_find (self, GTK_TYPE_BUTTON, "Undo (Ctrl+Z)"));
  g_assert_null (window_fixture_find (GTK_WIDGET (vlg_motion_editor_get_text (self->editor)), GTK_TYPE_BUTTON, "Undo (Ctrl+Z)"));
}

static void
test_width (EditorFixture *self,
            gconstpointer  data)
{
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  int width;

  add_row (self, "Ausschuss für Wirtschaft, Stadtentwicklung und Umwelt");
  vlg_consultation_set_role (peek_row (self, 0), VLG_ROLE_PRELIMINARY);
  vlg_consultation_set_visibility (peek_row (self, 0), VLG_VISIBILITY_NON_PUBLIC);
  vlg_annex_set_title (annex, "Lageplan mit den Standorten aller Brunnen und Leitungen");
  g_list_store_append (vlg_motion_get_annexes (self->motion), annex);
  wait_until (g_list_model_get_n_items (vlg_draft_get_findings (self->draft)) > 0);
  window_fixture_settle ();

  gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

/* In the window */

static char *
create_in (WindowFixture *self,
           const char    *title)
{
  g_autoptr (VlgMotion) motion = editor_fixture_create_in (self->office, title);

  vlg_motions_page_edit (self->page, vlg_motion_get_uid (motion));
  wait_until (self->page->motion != NULL && g_str_equal (vlg_motion_get_uid (self->page->motion), vlg_motion_get_uid (motion)));

  return g_strdup (vlg_motion_get_uid (motion));
}

static gboolean
is_stored (VlgOffice  *office,
           const char *uid,
           const char *title)
{
  g_autoptr (VlgMotion) motion = editor_fixture_load_from (office, uid);

  return g_str_equal (vlg_motion_get_text (motion, VLG_FIELD_TITLE), title);
}

static gboolean
shows (GtkWidget  *preview,
       const char *words)
{
  VlgPaper *paper = vlg_paper_preview_get_paper (VLG_PAPER_PREVIEW (preview));
  g_autofree char *text = paper != NULL ? vlg_paper_get_page_text (paper, 0) : NULL;

  return text != NULL && strstr (text, words) != NULL;
}

/* A new motion begins in its title; what was written is saved when another one is shown, and when the window closes. */
static void
test_leave (WindowFixture *self,
            gconstpointer  data)
{
  g_autofree char *first = create_in (self, NULL);
  g_autofree char *second = NULL;
  GtkWidget *focus;
  int position = 0;
  GtkWidget *preview;
  gpointer window = self->window;

  wait_until ((focus = gtk_window_get_focus (GTK_WINDOW (self->window))) != NULL &&
              gtk_widget_get_ancestor (focus, VLG_TYPE_FIELD_ROW) != NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_widget_get_ancestor (focus, VLG_TYPE_FIELD_ROW))), ==, "Title");
  gtk_editable_insert_text (GTK_EDITABLE (focus), "Radweg am Fluss", -1, &position);

  /* The paper follows. */
  wait_until ((preview = window_fixture_find (GTK_WIDGET (self->page), VLG_TYPE_PAPER_PREVIEW, NULL)) != NULL);
  wait_until (shows (preview, "Radweg am Fluss"));

  position = -1;
  gtk_editable_insert_text (GTK_EDITABLE (focus), " und am Wald", -1, &position);
  second = create_in (self, "Gehweg");
  wait_until (is_stored (self->office, first, "Radweg am Fluss und am Wald"));

  g_assert_cmpstr (vlg_motion_get_uid (self->page->motion), ==, second);
  vlg_motion_set_text (self->page->motion, VLG_FIELD_TITLE, "Gehweg am Fluss");
  g_object_add_weak_pointer (G_OBJECT (self->window), &window);
  gtk_window_close (GTK_WINDOW (self->window));
  wait_until (window == NULL);
  self->window = NULL;
  /* Also what the widgets did when they went. */
  window_fixture_settle ();
  g_assert_true (is_stored (self->office, second, "Gehweg am Fluss"));
}

/* A window with something that cannot be saved stays, and says why. */
static void
test_stay (WindowFixture *self,
           gconstpointer  data)
{
  g_autofree char *uid = create_in (self, "Radweg");
  g_autoptr (VlgMotion) theirs = editor_fixture_load_from (self->office, uid);
  g_autoptr (VlgDraft) other = vlg_draft_new (self->office, theirs);
  VlgDraft *draft = vlg_motion_view_get_draft (self->page->view);
  g_autoptr (VlgConflict) conflict = NULL;
  GtkWidget *dialog;
  gboolean closed = FALSE;

  vlg_motion_set_text (self->page->motion, VLG_FIELD_TITLE, "Radweg am Fluss");
  vlg_motion_set_text (theirs, VLG_FIELD_TITLE, "Radweg am Wald");
  vlg_draft_close_async (other, NULL, closed_cb, &closed);
  wait_until (closed);
  wait_until (vlg_draft_get_save_state (draft) == VLG_SAVE_STATE_CONFLICT);

  gtk_window_close (GTK_WINDOW (self->window));
  wait_until ((dialog = window_fixture_dialog ()) != NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
  window_fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window)));

  conflict = g_list_model_get_item (vlg_draft_get_conflicts (draft), 0);
  vlg_draft_keep_mine (draft, conflict);
  wait_until (vlg_draft_get_save_state (draft) == VLG_SAVE_STATE_SAVED);
  g_assert_true (is_stored (self->office, uid, "Radweg am Fluss"));
}

static gboolean
is_shown (WindowFixture *self,
          const char    *uid)
{
  return self->page->motion != NULL && g_str_equal (vlg_motion_get_uid (self->page->motion), uid);
}

/* Nor does it forget what could not be saved when another motion was opened: it stays, names that motion and shows it. */
static void
test_stay_for_left (WindowFixture *self,
                    gconstpointer  data)
{
  g_autofree char *first = create_in (self, "Radweg");
  g_autoptr (VlgMotion) theirs = editor_fixture_load_from (self->office, first);
  g_autoptr (VlgDraft) other = vlg_draft_new (self->office, theirs);
  g_autoptr (VlgDraft) draft = g_object_ref (vlg_motion_view_get_draft (self->page->view));
  g_autoptr (VlgConflict) conflict = NULL;
  g_autofree char *second = NULL;
  gpointer window = self->window;
  GtkWidget *dialog;
  gboolean closed = FALSE;

  vlg_motion_set_text (self->page->motion, VLG_FIELD_TITLE, "Radweg am Fluss");
  vlg_motion_set_text (theirs, VLG_FIELD_TITLE, "Radweg am Wald");
  vlg_draft_close_async (other, NULL, closed_cb, &closed);
  wait_until (closed);
  wait_until (vlg_draft_get_save_state (draft) == VLG_SAVE_STATE_CONFLICT);

  second = create_in (self, "Gehweg");
  vlg_motion_set_text (self->page->motion, VLG_FIELD_TITLE, "Gehweg am Fluss");
  gtk_window_close (GTK_WINDOW (self->window));
  wait_until ((dialog = window_fixture_dialog ()) != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "Radweg am Fluss"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  wait_until (is_shown (self, first));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  g_assert_true (vlg_motion_view_get_draft (self->page->view) == draft);
  g_assert_cmpstr (vlg_motion_get_text (self->page->motion, VLG_FIELD_TITLE), ==, "Radweg am Fluss");
  g_assert_true (is_stored (self->office, second, "Gehweg am Fluss"));

  conflict = g_list_model_get_item (vlg_draft_get_conflicts (draft), 0);
  vlg_draft_keep_mine (draft, conflict);
  g_object_add_weak_pointer (G_OBJECT (self->window), &window);
  gtk_window_close (GTK_WINDOW (self->window));
  wait_until (window == NULL);
  self->window = NULL;
  g_assert_true (is_stored (self->office, first, "Radweg am Fluss"));
}

/* What somebody else changes is seen without losing one's place. */
static void
test_others (WindowFixture *self,
             gconstpointer  data)
{
  g_autofree char *uid = create_in (self, "Radweg");
  g_autoptr (VlgMotion) theirs = editor_fixture_load_from (self->office, uid);
  g_autoptr (VlgDraft) other = vlg_draft_new (self->office, theirs);
  VlgMotion *shown = self->page->motion;
  gboolean closed = FALSE;

  vlg_motion_set_text (theirs, VLG_FIELD_SUBMITTER, "Tiefbauamt");
  vlg_draft_close_async (other, NULL, closed_cb, &closed);
  wait_until (closed);
  wait_until (g_str_equal (vlg_motion_get_text (shown, VLG_FIELD_SUBMITTER), "Tiefbauamt"));
  g_assert_true (self->page->motion == shown);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/editor/" path, EditorFixture, NULL, editor_fixture_set_up, function, editor_fixture_tear_down)
  ADD ("texts", test_texts);
  ADD ("sequence", test_sequence);
  ADD ("narrow-sequence", test_narrow_sequence);
  ADD ("reorder", test_reorder);
  ADD ("undo", test_undo);
  ADD ("findings", test_findings);
  ADD ("sections", test_sections);
  ADD ("conflict", test_conflict);
  ADD ("long-body", test_long_body);
  ADD ("one-undo", test_one_undo);
  ADD ("width", test_width);
#undef ADD
  g_test_add ("/editor/leave", WindowFixture, NULL, window_fixture_set_up, test_leave, window_fixture_tear_down);
  g_test_add ("/editor/stay", WindowFixture, NULL, window_fixture_set_up, test_stay, window_fixture_tear_down);
  g_test_add ("/editor/stay-for-left", WindowFixture, NULL, window_fixture_set_up, test_stay_for_left, window_fixture_tear_down);
  g_test_add ("/editor/others", WindowFixture, NULL, window_fixture_set_up, test_others, window_fixture_tear_down);

  return window_fixture_run (argc, argv);
}
