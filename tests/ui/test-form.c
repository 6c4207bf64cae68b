/* test-form.c — what of the form is ticked and named: number, Leitbild, signatures
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "editor-fixture.h"
#include "vlg-leitbild-checklist.h"
#include "vlg-leitbild-row.h"
#include "vlg-leitbild-rules.h"

static VlgMark *
find_mark (EditorFixture *self,
           const char    *field)
{
  return vlg_leitbild_rules_find (self->motion, field);
}

static void
test_ticks (EditorFixture *self,
            gconstpointer  data)
{
  g_autoptr (VlgMotion) stored = NULL;

  vlg_motion_editor_jump (self->editor, VLG_FIELD_LEITBILD, -1);
  g_assert_true (editor_fixture_press (self, GDK_KEY_space, 0));
  g_assert_nonnull (find_mark (self, "economy"));
  g_assert_cmpint (vlg_motion_get_relevance (self->motion), ==, VLG_RELEVANCE_RELEVANT);
  g_assert_true (editor_fixture_press (self, GDK_KEY_space, 0));
  g_assert_null (find_mark (self, "economy"));
  g_assert_cmpint (vlg_motion_get_relevance (self->motion), ==, VLG_RELEVANCE_UNDECIDED);

  /* A goal number goes to its field, from wherever in the list it is typed. */
  g_assert_true (editor_fixture_press (self, GDK_KEY_m, 0));
  g_assert_true (editor_fixture_press (self, GDK_KEY_0, 0));
  g_assert_true (editor_fixture_press (self, GDK_KEY_1, 0));
  g_assert_nonnull (find_mark (self, "community"));
  g_assert_cmpstr (vlg_mark_get_goals (find_mark (self, "community"))[0], ==, "M01");
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, VLG_TYPE_LEITBILD_ROW, "Soziales Miteinander")));

  editor_fixture_await_saved (self);
  stored = editor_fixture_load (self);
  g_assert_true (vlg_motion_equal (stored, self->motion));

  vlg_draft_undo (self->draft);
  g_assert_null (find_mark (self, "community"));
}

static void
test_goal_number (EditorFixture *self,
                  gconstpointer  data)
{
  GtkWidget *row = editor_fixture_find (self, VLG_TYPE_LEITBILD_ROW, "Handel und Versorgung");
  GtkWidget *code;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  window_fixture_settle ();
  code = window_fixture_find (row, ADW_TYPE_ENTRY_ROW, "Add a Goal Number");
  g_assert_nonnull (code);

  gtk_editable_set_text (GTK_EDITABLE (code), "siebzehn");
  g_signal_emit_by_name (code, "apply");
  g_assert_true (gtk_widget_has_css_class (code, "error"));
  g_assert_null (find_mark (self, "commerce"));

  gtk_editable_set_text (GTK_EDITABLE (code), "k7");
  g_assert_false (gtk_widget_has_css_class (code, "error"));
  g_signal_emit_by_name (code, "apply");
  g_assert_cmpstr (vlg_mark_get_goals (find_mark (self, "commerce"))[0], ==, "K07");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "K07");
}

static void
test_not_relevant (EditorFixture *self,
                   gconstpointer  data)
{
  GtkWidget *excluded = editor_fixture_find (self, ADW_TYPE_ACTION_ROW, "Not relevant to the Leitbild");
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (vlg_office_get_profile (self->office));
  GtkWidget *undo;

  vlg_leitbild_rules_tick (self->motion, leitbild, "culture", TRUE);
  gtk_widget_activate (excluded);
  g_assert_cmpint (vlg_motion_get_relevance (self->motion), ==, VLG_RELEVANCE_NOT_RELEVANT);
  g_assert_null (find_mark (self, "culture"));

  window_fixture_settle ();
  undo = window_fixture_find (self->window, GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  g_assert_nonnull (find_mark (self, "culture"));
  g_assert_cmpint (vlg_motion_get_relevance (self->motion), ==, VLG_RELEVANCE_RELEVANT);
}

static VlgSignatory *
peek_signatory (EditorFixture *self,
                guint          position)
{
  g_autoptr (VlgSignatory) signatory = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_signatories (self->motion)), position);

  return signatory;
}

static void
test_signatories (EditorFixture *self,
                  gconstpointer  data)
{
  g_autoptr (VlgMotion) stored = NULL;
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_signatories (self->motion)));

  g_assert_cmpuint (n_rows, ==, 4);
  vlg_motion_editor_jump (self->editor, VLG_FIELD_SIGNATORIES, -1);
  editor_fixture_type (self, "Erika Mustermann");
  g_assert_cmpstr (vlg_signatory_get_name (peek_signatory (self, 0)), ==, "Erika Mustermann");
  g_assert_cmpstr (vlg_signatory_get_role (peek_signatory (self, 0)), ==, "Oberbürgermeister");

  gtk_widget_grab_focus (editor_fixture_find (self, ADW_TYPE_ENTRY_ROW, "Vorsitzender des Stadtrates"));
  editor_fixture_type (self, "Karl Muster");
  vlg_motion_editor_jump (self->editor, VLG_FIELD_TITLE, -1);
  window_fixture_settle ();

  /* One name, one step. */
  g_assert_cmpint (vlg_draft_undo (self->draft), ==, VLG_FIELD_SIGNATORIES);
  g_assert_cmpstr (vlg_signatory_get_name (peek_signatory (self, 1)), ==, "");
  g_assert_cmpstr (vlg_signatory_get_name (peek_signatory (self, 0)), ==, "Erika Mustermann");
  vlg_draft_redo (self->draft);
  g_assert_cmpstr (vlg_signatory_get_name (peek_signatory (self, 1)), ==, "Karl Muster");

  editor_fixture_await_saved (self);
  stored = editor_fixture_load (self);
  g_assert_true (vlg_motion_equal (stored, self->motion));

  /* Taken out, and put back by its role. */
  g_signal_emit_by_name (window_fixture_find (editor_fixture_find (self, ADW_TYPE_ENTRY_ROW, "1. Stellvertreter"), GTK_TYPE_BUTTON, "Remove"), "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_signatories (self->motion))), ==, 3);
  window_fixture_settle ();
  g_assert_null (window_fixture_find (self->window, ADW_TYPE_ENTRY_ROW, "1. Stellvertreter"));
  gtk_widget_activate_action (editor_fixture_find (self, ADW_TYPE_ENTRY_ROW, "2. Stellvertreter"), "signatories.add", "u", 2);
  g_assert_cmpstr (vlg_signatory_get_role (peek_signatory (self, 3)), ==, "1. Stellvertreter");
}

static void
give_number (GtkWidget  *row,
             const char *number)
{
  gtk_editable_set_text (GTK_EDITABLE (row), number);
  g_signal_emit_by_name (row, "apply");
}

static void
test_number (EditorFixture *self,
             gconstpointer  data)
{
  g_autoptr (VlgMotion) stored = NULL;
  GtkWidget *row = editor_fixture_find (self, ADW_TYPE_ENTRY_ROW, "Paper Number");

  give_number (row, " BV / 17/2019/ I-OB ");
  g_assert_cmpstr (vlg_motion_get_number_text (self->motion), ==, "BV/017/2019/I-OB");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "BV/017/2019/I-OB");
  editor_fixture_await_saved (self);
  stored = editor_fixture_load (self);
  g_assert_cmpstr (vlg_motion_get_number_text (stored), ==, "BV/017/2019/I-OB");

  /* What is no number changes nothing, and what was typed stays to be mended. */
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_signal_emit_by_name (row, "apply");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (vlg_motion_get_number_text (self->motion), ==, "BV/017/2019/I-OB");

  /* A number that was used once is never used again; the rest of the motion goes on being saved. */
  give_number (row, "BV/018/2019");
  editor_fixture_await_saved (self);
  give_number (row, "BV/017/2019/I-OB");
  wait_until (vlg_draft_get_save_state (self->draft) == VLG_SAVE_STATE_FAILED);
  vlg_motion_set_text (self->motion, VLG_FIELD_TITLE, "Ein Titel");
  give_number (row, "BV/018/2019");
  editor_fixture_await_saved (self);
}

/* The underlined words of the entry that has the focus or had it, with blanks between. */
static gboolean
underlines (GtkWidget  *row,
            const char *words)
{
  GtkText *entry = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  PangoAttrList *list = gtk_text_get_attributes (entry);
  GSList *attributes = list != NULL ? pango_attr_list_get_attributes (list) : NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  for (GSList *l = attributes; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      if (attribute->klass->type == PANGO_ATTR_UNDERLINE)
        g_string_append_printf (found, "%s%.*s", found->len > 0 ? " " : "", (int) (attribute->end_index - attribute->start_index), text + attribute->start_index);
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);

  return g_str_equal (found->str, words);
}

static gboolean
offers (GMenuModel *menu,
        const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *found = NULL;

      if (section != NULL && offers (section, label))
        return TRUE;
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &found) && g_str_equal (found, label))
        return TRUE;
    }

  return FALSE;
}

/* The menu of an entry, opened by its key at the cursor. */
static GMenuModel *
open_menu (GtkWidget *row,
           int        position)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (text);

  gtk_editable_set_position (GTK_EDITABLE (row), position);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Menu, 0, 0, &handled);
    }

  return gtk_text_get_extra_menu (GTK_TEXT (text));
}

static void
test_spelling (EditorFixture *self,
               gconstpointer  data)
{
  GtkWidget *row = editor_fixture_find (self, ADW_TYPE_ENTRY_ROW, "Title");
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  GMenuModel *menu;

  vlg_motion_editor_jump (self->editor, VLG_FIELD_TITLE, -1);
  editor_fixture_type (self, "Neubau der Fahrradwegge");
  window_fixture_settle ();
  /* Not while it is being written. */
  g_assert_true (underlines (row, ""));
  editor_fixture_type (self, " am Muldeuferz ");
  wait_until (underlines (row, "Fahrradwegge Muldeuferz"));

  menu = open_menu (row, 2);
  g_assert_false (offers (menu, "_Add to Dictionary"));
  g_assert_true (offers (menu, "Check _Spelling"));
  menu = open_menu (row, 15);
  g_assert_true (offers (menu, "_Add to Dictionary"));
  wait_until (offers (menu, "Fahrradwege"));
  g_assert_true (gtk_widget_activate_action (text, "spelling.replace", "s", "Fahrradwege"));
  g_assert_cmpstr (vlg_motion_get_text (self->motion, VLG_FIELD_TITLE), ==, "Neubau der Fahrradwege am Muldeuferz ");
  wait_until (underlines (row, "Muldeuferz"));

  /* The mend alone is taken back. */
  g_assert_cmpint (vlg_draft_undo (self->draft), ==, VLG_FIELD_TITLE);
  g_assert_cmpstr (vlg_motion_get_text (self->motion, VLG_FIELD_TITLE), ==, "Neubau der Fahrradwegge am Muldeuferz ");
  vlg_draft_redo (self->draft);
  wait_until (underlines (row, "Muldeuferz"));

  open_menu (row, 30);
  g_assert_true (gtk_widget_activate_action (text, "spelling.add", NULL));
  wait_until (underlines (row, ""));

  gtk_editable_set_text (GTK_EDITABLE (row), "Fallschh geschrieben");
  wait_until (underlines (row, "Fallschh"));
  g_assert_true (gtk_widget_activate_action (text, "spelling.active", NULL));
  wait_until (underlines (row, ""));
  g_assert_true (gtk_widget_activate_action (text, "spelling.active", NULL));
  wait_until (underlines (row, "Fallschh"));
  gtk_editable_set_editable (GTK_EDITABLE (row), FALSE);
  wait_until (underlines (row, ""));
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/form/" path, EditorFixture, NULL, editor_fixture_set_up, function, editor_fixture_tear_down)
  ADD ("ticks", test_ticks);
  ADD ("goal-number", test_goal_number);
  ADD ("not-relevant", test_not_relevant);
  ADD ("signatories", test_signatories);
  ADD ("number", test_number);
  ADD ("spelling", test_spelling);
#undef ADD

  return window_fixture_run (argc, argv);
}
