/* test-leitbild-checklist.c — suggestions and rationales of the Leitbild in the editor, by keyboard and narrow
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "editor-fixture.h"
#include "vlg-leitbild-checklist.h"
#include "vlg-leitbild-row.h"
#include "vlg-leitbild-rules.h"
#include "vlg-leitbild-suggestions.h"

#define NARROW 360

static VlgLeitbild *
get_leitbild (EditorFixture *self)
{
  return vlg_profile_get_leitbild (vlg_office_get_profile (self->office));
}

static VlgMark *
find_mark (EditorFixture *self,
           const char    *field)
{
  return vlg_leitbild_rules_find (self->motion, field);
}

/* Another motion with these words in its title and, unless @field is NULL, this field and goal chosen; else it is not relevant. */
static void
add_motion (EditorFixture *self,
            const char    *title,
            const char    *field,
            const char    *code)
{
  g_autoptr (VlgMotion) motion = editor_fixture_create_in (self->office, title);
  g_autoptr (VlgDraft) draft = vlg_draft_new (self->office, motion);

  if (field == NULL)
    vlg_leitbild_rules_set_excluded (motion, TRUE);
  else
    vlg_leitbild_rules_name_goal (motion, get_leitbild (self), field, code, TRUE);
  wait_until (vlg_draft_get_save_state (draft) == VLG_SAVE_STATE_SAVED);
}

static GtkWidget *
find_suggestion (EditorFixture *self,
                 const char    *title)
{
  return window_fixture_find (editor_fixture_find (self, VLG_TYPE_LEITBILD_CHECKLIST, NULL), ADW_TYPE_EXPANDER_ROW, title);
}

/* Presses the button of a suggestion as the keyboard does. */
static void
accept (EditorFixture *self,
        const char    *title)
{
  GtkWidget *button = window_fixture_find (find_suggestion (self, title), GTK_TYPE_BUTTON, "Accept");

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_true (editor_fixture_press (self, GDK_KEY_space, 0));
  wait_until (find_suggestion (self, title) == NULL);
}

static void
opened_cb (GSimpleAction *action,
           GVariant      *parameter,
           char         **uid)
{
  g_free (*uid);
  *uid = g_variant_dup_string (parameter, NULL);
}

static void
test_suggestion (EditorFixture *self,
                 gconstpointer  data)
{
  const char *wanted = "Soziales Miteinander, M01";
  g_autoptr (VlgMotion) stored = NULL;

  add_motion (self, "Spielplatz am Knarrberg", "community", "M01");
  add_motion (self, "Spielplatz in der Wasserstadt", "community", "M01");
  add_motion (self, "Spielplatz an der Mulde", "culture", "K02");
  vlg_motion_set_text (self->motion, VLG_FIELD_TITLE, "Spielplatz im Stadtpark");
  wait_until (find_suggestion (self, wanted) != NULL);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (find_suggestion (self, wanted))), ==, "Chosen by 2 of 3 similar motions");
  /* What one of three chose is no advice, and nothing is set by itself. */
  g_assert_null (find_suggestion (self, "Kultur, Freizeit und Sport, K02"));
  g_assert_cmpint (vlg_motion_get_relevance (self->motion), ==, VLG_RELEVANCE_UNDECIDED);

  accept (self, wanted);
  g_assert_cmpstr (vlg_mark_get_goals (find_mark (self, "community"))[0], ==, "M01");
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, VLG_TYPE_LEITBILD_ROW, "Soziales Miteinander")));
  editor_fixture_await_saved (self);
  stored = editor_fixture_load (self);
  g_assert_true (vlg_motion_equal (stored, self->motion));

  /* Tick, goal and relevance are one step; what is not followed any more is suggested again. */
  g_assert_cmpint (vlg_draft_undo (self->draft), ==, VLG_FIELD_LEITBILD);
  g_assert_null (find_mark (self, "community"));
  g_assert_cmpint (vlg_motion_get_relevance (self->motion), ==, VLG_RELEVANCE_UNDECIDED);
  g_assert_cmpstr (vlg_motion_get_text (self->motion, VLG_FIELD_TITLE), ==, "Spielplatz im Stadtpark");
  wait_until (find_suggestion (self, wanted) != NULL);

  /* With the same ticked by hand there is nothing left to say. */
  vlg_leitbild_rules_tick (self->motion, get_leitbild (self), "community", TRUE);
  g_assert_nonnull (find_suggestion (self, wanted));
  vlg_leitbild_rules_name_goal (self->motion, get_leitbild (self), "community", "M01", TRUE);
  wait_until (find_suggestion (self, wanted) == NULL);

  /* Other words, other motions. */
  vlg_motion_set_text (self->motion, VLG_FIELD_TITLE, "Friedhofssatzung");
  vlg_leitbild_rules_tick (self->motion, get_leitbild (self), "community", FALSE);
  wait_until (find_suggestion (self, wanted) == NULL);
}

static void
test_similar_motions (EditorFixture *self,
                      gconstpointer  data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("open", G_VARIANT_TYPE_STRING);
  g_autofree char *uid = NULL;
  g_autoptr (VlgMotion) opened = NULL;
  GtkWidget *suggestion, *label, *row;
  int width;

  g_signal_connect (action, "activate", G_CALLBACK (opened_cb), &uid);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (self->window, "motions", G_ACTION_GROUP (group));
  add_motion (self, "Radweg am Elbufer", "economy", "W12");
  add_motion (self, "Radweg nach Waldersee", "economy", "W12");
  vlg_motion_set_text (self->motion, VLG_FIELD_TITLE, "Radweg zur Jonitzer Mühle");
  wait_until (find_suggestion (self, "Wirtschaft, Tourismus, Bildung und Wissenschaft, W12") != NULL);

  suggestion = find_suggestion (self, "Wirtschaft, Tourismus, Bildung und Wissenschaft, W12");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (suggestion), TRUE);
  window_fixture_settle ();
  gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, NARROW);
  label = window_fixture_find (suggestion, GTK_TYPE_LABEL, "Radweg nach Waldersee");
  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
  gtk_widget_activate (row);
  g_assert_nonnull (uid);
  opened = editor_fixture_load_from (self->office, uid);
  g_assert_cmpstr (vlg_motion_get_text (opened, VLG_FIELD_TITLE), ==, "Radweg nach Waldersee");
}

static void
test_not_relevant (EditorFixture *self,
                   gconstpointer  data)
{
  add_motion (self, "Jahresabschluss 2019", NULL, NULL);
  add_motion (self, "Jahresabschluss 2020", NULL, NULL);
  vlg_motion_set_text (self->motion, VLG_FIELD_TITLE, "Jahresabschluss 2021");
  wait_until (find_suggestion (self, "Not relevant to the Leitbild") != NULL);

  /* It would take ticks away that somebody set. */
  vlg_leitbild_rules_tick (self->motion, get_leitbild (self), "city", TRUE);
  wait_until (find_suggestion (self, "Not relevant to the Leitbild") == NULL);
  vlg_leitbild_rules_tick (self->motion, get_leitbild (self), "city", FALSE);
  wait_until (find_suggestion (self, "Not relevant to the Leitbild") != NULL);

  accept (self, "Not relevant to the Leitbild");
  g_assert_cmpint (vlg_motion_get_relevance (self->motion), ==, VLG_RELEVANCE_NOT_RELEVANT);
  vlg_draft_undo (self->draft);
  g_assert_cmpint (vlg_motion_get_relevance (self->motion), ==, VLG_RELEVANCE_UNDECIDED);
}

static void
test_rationale (EditorFixture *self,
                gconstpointer  data)
{
  GtkWidget *row = editor_fixture_find (self, VLG_TYPE_LEITBILD_ROW, "Landschaft und Umwelt");
  g_autoptr (VlgMotion) stored = NULL;
  GtkWidget *entry;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  window_fixture_settle ();
  entry = window_fixture_find (row, ADW_TYPE_ENTRY_ROW, "Rationale");
  g_assert_nonnull (entry);
  g_assert_false (gtk_widget_is_sensitive (entry));
  vlg_leitbild_rules_tick (self->motion, get_leitbild (self), "environment", TRUE);
  g_assert_true (gtk_widget_is_sensitive (entry));
  window_fixture_settle ();

  gtk_widget_grab_focus (entry);
  editor_fixture_type (self, "Bäume kühlen die Stadt.");
  g_assert_cmpstr (vlg_mark_get_rationale (find_mark (self, "environment")), ==, "Bäume kühlen die Stadt.");
  editor_fixture_await_saved (self);
  stored = editor_fixture_load (self);
  g_assert_cmpstr (vlg_mark_get_rationale (vlg_leitbild_rules_find (stored, "environment")), ==, "Bäume kühlen die Stadt.");

  g_assert_cmpint (vlg_draft_undo (self->draft), ==, VLG_FIELD_LEITBILD);
  g_assert_cmpstr (vlg_mark_get_rationale (find_mark (self, "environment")), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  vlg_draft_redo (self->draft);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Bäume kühlen die Stadt.");
}

static void
press (EditorFixture *self,
       guint          keyval)
{
  g_assert_true (editor_fixture_press (self, keyval, 0));
  window_fixture_settle ();
}

/* The whole of it without a mouse, on a narrow screen. */
static void
test_keyboard (EditorFixture *self,
               gconstpointer  data)
{
  GtkWidget *undo;
  int width;

  gtk_window_set_default_size (GTK_WINDOW (self->window), NARROW, 700);
  window_fixture_settle ();
  gtk_widget_measure (GTK_WIDGET (self->editor), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, NARROW);

  vlg_motion_editor_jump (self->editor, VLG_FIELD_LEITBILD, -1);
  press (self, GDK_KEY_Down);
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, VLG_TYPE_LEITBILD_ROW, "Kultur, Freizeit und Sport")));
  press (self, GDK_KEY_Up);
  press (self, GDK_KEY_Down);
  press (self, GDK_KEY_space);
  g_assert_nonnull (find_mark (self, "culture"));
  press (self, GDK_KEY_space);
  g_assert_null (find_mark (self, "culture"));
  press (self, GDK_KEY_space);
  for (guint i = 0; i < 5; i++)
    press (self, GDK_KEY_Down);
  g_assert_true (editor_fixture_has_focus (self, editor_fixture_find (self, ADW_TYPE_ACTION_ROW, "Not relevant to the Leitbild")));
  press (self, GDK_KEY_space);
  g_assert_cmpint (vlg_motion_get_relevance (self->motion), ==, VLG_RELEVANCE_NOT_RELEVANT);
  g_assert_null (find_mark (self, "culture"));

  undo = window_fixture_find (self->window, GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (undo);
  gtk_widget_grab_focus (undo);
  press (self, GDK_KEY_space);
  wait_until (find_mark (self, "culture") != NULL);
  g_assert_cmpint (vlg_motion_get_relevance (self->motion), ==, VLG_RELEVANCE_RELEVANT);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/leitbild-checklist/" path, EditorFixture, NULL, editor_fixture_set_up, function, editor_fixture_tear_down)
  ADD ("keyboard", test_keyboard);
  ADD ("suggestion", test_suggestion);
  ADD ("similar-motions", test_similar_motions);
  ADD ("not-relevant", test_not_relevant);
  ADD ("rationale", test_rationale);
#undef ADD

  return window_fixture_run (argc, argv);
}
