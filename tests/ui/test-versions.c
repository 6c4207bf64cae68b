/* test-versions.c — versions in the real window: compared, restored, what a body saw; findings mended by their button
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-change-view.h"
#include "vlg-versions-window.h"
#include "window-fixture.h"

/* The versions' window on the screen, or NULL. */
static GtkWidget *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (VLG_IS_VERSIONS_WINDOW (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;

  return NULL;
}

/* A visible label below @root whose text has @part in it. */
static gboolean
shows (GtkWidget  *root,
       const char *part)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, part))
      return TRUE;

  return FALSE;
}

/* Another title than the sample's, which is its only version. */
static void
make_versions (WindowFixture *self)
{
  VlgDraft *draft;

  draft = vlg_motion_view_get_draft (self->page->view);
  vlg_motion_set_text (self->page->motion, VLG_FIELD_TITLE, "Laternen am Ufer");
  vlg_draft_flush_async (draft, NULL, NULL, NULL);
  wait_until (vlg_draft_get_save_state (draft) == VLG_SAVE_STATE_SAVED);
}

static void
test_compare (WindowFixture *self,
              gconstpointer  data)
{
  GtkWidget *window, *change, *toggle, *restore;
  g_autofree char *old = NULL;

  window_fixture_import_sample (self);
  old = g_strdup (vlg_motion_get_text (self->page->motion, VLG_FIELD_TITLE));
  make_versions (self);

  gtk_widget_activate_action (GTK_WIDGET (self->page->view), "motion.versions", NULL);
  wait_until ((window = find_window ()) != NULL);
  wait_until ((change = window_fixture_find (window, VLG_TYPE_CHANGE_VIEW, NULL)) != NULL);
  g_assert_true (shows (change, "Title"));
  /* Old and new in one text; beside each other each has its own. */
  g_assert_true (shows (change, "Laternen"));
  toggle = window_fixture_find (window, GTK_TYPE_TOGGLE_BUTTON, "Side by Side");
  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  window_fixture_settle ();
  g_assert_true (shows (change, "Laternen am Ufer"));
  g_assert_true (shows (change, old));

  restore = window_fixture_find (window, GTK_TYPE_BUTTON, "_Restore");
  g_assert_nonnull (restore);
  g_signal_emit_by_name (restore, "clicked");
  wait_until (g_strcmp0 (vlg_motion_get_text (self->page->motion, VLG_FIELD_TITLE), old) == 0);
  wait_until (shows (window, "Nothing Differs"));
  vlg_draft_undo (vlg_motion_view_get_draft (self->page->view));
  g_assert_cmpstr (vlg_motion_get_text (self->page->motion, VLG_FIELD_TITLE), ==, "Laternen am Ufer");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_seen (WindowFixture *self,
           gconstpointer  data)
{
  GtkWidget *window;
  g_autoptr (VlgConsultation) row = NULL;

  window_fixture_import_sample (self);
  make_versions (self);
  row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (self->page->motion)), 0);
  vlg_consultation_set_day (row, vlg_day_today () + 30);
  gtk_widget_activate_action (GTK_WIDGET (self->page->view), "motion.seen", "s", vlg_consultation_get_uid (row));
  wait_until ((window = find_window ()) != NULL);
  wait_until (shows (window, "met with version"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The finding of a Sunday is mended by its button, and taken back by one undo. */
static void
test_mend (WindowFixture *self,
           gconstpointer  data)
{
  VlgDay sunday = vlg_day_new (2031, 6, 15);
  g_autofree char *monday = vlg_day_to_display (sunday + 1);
  g_autofree char *label = g_strdup_printf ("Move to %s", monday);
  g_autoptr (VlgConsultation) row = NULL;
  GtkWidget *button, *findings;
  VlgDraft *draft;

  window_fixture_import_sample (self);
  draft = vlg_motion_view_get_draft (self->page->view);
  g_list_store_remove_all (vlg_motion_get_consultations (self->page->motion));
  row = vlg_consultation_new ();
  vlg_consultation_set_body (row, "Stadtrat");
  vlg_consultation_set_role (row, VLG_ROLE_DECISION);
  g_list_store_append (vlg_motion_get_consultations (self->page->motion), row);
  window_fixture_settle ();
  vlg_draft_end_step (draft);
  vlg_consultation_set_day (row, sunday);
  vlg_draft_end_step (draft);

  wait_until ((findings = window_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_MENU_BUTTON, "Findings")) != NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (findings));
  wait_until ((button = window_fixture_find (findings, GTK_TYPE_BUTTON, label)) != NULL);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (vlg_consultation_get_day (row), ==, sunday + 1);
  vlg_draft_undo (draft);
  g_assert_cmpuint (vlg_consultation_get_day (row), ==, sunday);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/versions/" path, WindowFixture, NULL, window_fixture_set_up, function, window_fixture_tear_down)
  ADD ("compare", test_compare);
  ADD ("seen", test_seen);
  ADD ("mend", test_mend);
#undef ADD

  return window_fixture_run (argc, argv);
}
