/* test-two-windows.c — two windows on one office
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-conflict-card.h"
#include "window-fixture.h"

static VlgWindow *
find_other_window (WindowFixture *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (VLG_IS_WINDOW (l->data) && l->data != self->window)
      return l->data;

  return NULL;
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_modal (window))
        return window;
    }

  return NULL;
}

/* A second window with the same motion open. */
static VlgWindow *
open_second (WindowFixture *self)
{
  VlgWindow *other;
  VlgMotionsPage *page;

  window_fixture_import_sample (self);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motion.new-window", NULL);
  wait_until ((other = find_other_window (self)) != NULL);
  page = vlg_window_get_page (other);
  wait_until (vlg_motions_page_get_motion (page) != NULL);
  g_assert_cmpstr (vlg_motion_get_uid (vlg_motions_page_get_motion (page)), ==, vlg_motion_get_uid (vlg_motions_page_get_motion (self->page)));
  g_assert_true (vlg_motions_page_get_motion (page) != vlg_motions_page_get_motion (self->page));

  return other;
}

static gboolean
has_field (VlgMotionsPage *page,
           VlgField        field,
           const char     *text)
{
  return g_strcmp0 (vlg_motion_get_text (vlg_motions_page_get_motion (page), field), text) == 0;
}

static void
set_field (VlgMotionsPage *page,
           VlgField        field,
           const char     *text)
{
  vlg_motion_set_text (vlg_motions_page_get_motion (page), field, text);
}

static gboolean
row_says (WindowFixture *self,
          const char    *title)
{
  g_autoptr (VlgMotionSummary) row = g_list_model_get_item (G_LIST_MODEL (vlg_motions_page_get_motions (self->page)), 0);

  return g_strcmp0 (vlg_motion_summary_get_title (row), title) == 0;
}

/* What is changed in one is there in the other, and both at once where it is not the same field. */
static void
test_two_windows (WindowFixture *self,
                  gconstpointer  data)
{
  VlgWindow *other = open_second (self);
  VlgMotionsPage *page = vlg_window_get_page (other);

  set_field (self->page, VLG_FIELD_TITLE, "Im ersten Fenster");
  wait_until (has_field (page, VLG_FIELD_TITLE, "Im ersten Fenster"));
  set_field (self->page, VLG_FIELD_SUBMITTER, "Amt eins");
  set_field (page, VLG_FIELD_RESPONSIBLE, "Amt zwei");
  wait_until (has_field (page, VLG_FIELD_SUBMITTER, "Amt eins") && has_field (self->page, VLG_FIELD_RESPONSIBLE, "Amt zwei"));
  g_assert_true (has_field (self->page, VLG_FIELD_SUBMITTER, "Amt eins") && has_field (page, VLG_FIELD_RESPONSIBLE, "Amt zwei"));

  /* The sizes are each one's own. */
  gtk_window_set_default_size (GTK_WINDOW (other), 900, 600);
  window_fixture_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), >, 900);

  /* The first goes on when the second goes. */
  g_object_add_weak_pointer (G_OBJECT (other), (gpointer *) &other);
  gtk_window_close (GTK_WINDOW (other));
  wait_until (find_other_window (self) == NULL);
  wait_until (other == NULL);
  set_field (self->page, VLG_FIELD_TITLE, "Allein");
  wait_until (vlg_draft_get_save_state (vlg_motion_view_get_draft (self->page->view)) == VLG_SAVE_STATE_SAVED);
  wait_until (row_says (self, "Allein"));
}

/* Both write the same field: the second sees both texts and chooses; nothing is overwritten. */
static void
test_two_windows_conflict (WindowFixture *self,
                           gconstpointer  data)
{
  VlgWindow *other = open_second (self);
  VlgMotionsPage *page = vlg_window_get_page (other);
  VlgDraft *second = vlg_motion_view_get_draft (page->view);
  GListModel *conflicts = vlg_draft_get_conflicts (second);
  g_autoptr (VlgConflict) conflict = NULL;

  set_field (self->page, VLG_FIELD_RESOLUTION, "Erster Wortlaut.");
  set_field (page, VLG_FIELD_RESOLUTION, "Zweiter Wortlaut.");
  vlg_draft_flush_async (vlg_motion_view_get_draft (self->page->view), NULL, NULL, NULL);
  wait_until (g_list_model_get_n_items (conflicts) == 1 || g_list_model_get_n_items (vlg_draft_get_conflicts (vlg_motion_view_get_draft (self->page->view))) == 1);
  g_assert_cmpuint (g_list_model_get_n_items (conflicts), ==, 1);
  wait_until (window_fixture_find (GTK_WIDGET (other), VLG_TYPE_CONFLICT_CARD, NULL) != NULL);
  g_assert_true (has_field (self->page, VLG_FIELD_RESOLUTION, "Erster Wortlaut."));
  conflict = g_list_model_get_item (conflicts, 0);
  g_assert_cmpstr (vlg_conflict_get_mine (conflict), ==, "Zweiter Wortlaut.");
  g_assert_cmpstr (vlg_conflict_get_theirs (conflict), ==, "Erster Wortlaut.");
  vlg_draft_keep_mine (second, conflict);
  wait_until (has_field (self->page, VLG_FIELD_RESOLUTION, "Zweiter Wortlaut."));
  g_assert_cmpuint (g_list_model_get_n_items (conflicts), ==, 0);
  gtk_window_close (GTK_WINDOW (other));
  wait_until (find_other_window (self) == NULL);
}

/* Where the list is a table, a motion that opens in a window of its own is what is seen there; and what is modal to one window leaves the other alone. */
static void
test_own_window (WindowFixture *self,
                 gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWindow *dialog;
  VlgWindow *other;
  VlgMotionsPage *page;

  window_fixture_import_sample (self);
  g_settings_set_boolean (settings, "motion-table", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motion.new-window", NULL);
  wait_until ((other = find_other_window (self)) != NULL);
  page = vlg_window_get_page (other);
  wait_until (vlg_motions_page_is_table (page));
  wait_until (vlg_motions_page_get_motion (page) != NULL);
  window_fixture_settle ();
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (page->view)) && gtk_widget_get_mapped (GTK_WIDGET (page->view)));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-motion", NULL);
  wait_until ((dialog = find_dialog ()) != NULL);
  g_assert_true (gtk_window_get_group (dialog) == gtk_window_get_group (GTK_WINDOW (self->window)));
  g_assert_true (gtk_window_get_group (dialog) != gtk_window_get_group (GTK_WINDOW (other)));
  gtk_window_destroy (dialog);

  g_settings_reset (settings, "motion-table");
  gtk_window_close (GTK_WINDOW (other));
  wait_until (find_other_window (self) == NULL);
}

/* From the row itself, by the keyboard. */
static void
test_row_menu (WindowFixture *self,
               gconstpointer  data)
{
  const char *title;
  GtkWidget *menu;
  GtkWidget *item;

  window_fixture_import_sample (self);
  title = vlg_motion_get_text (vlg_motions_page_get_motion (self->page), VLG_FIELD_TITLE);
  wait_until (window_fixture_find (GTK_WIDGET (self->page->list_view), GTK_TYPE_LABEL, title) != NULL);
  window_fixture_settle ();
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->page->list_view)));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.row-menu", NULL);
  wait_until ((menu = window_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_POPOVER_MENU, NULL)) != NULL);
  wait_until ((item = window_fixture_find (menu, GTK_TYPE_LABEL, "Open in _New Window")) != NULL);
  while (!gtk_widget_activate (item))
    item = gtk_widget_get_parent (item);
  wait_until (find_other_window (self) != NULL);
  wait_until (vlg_motions_page_get_motion (vlg_window_get_page (find_other_window (self))) != NULL);
  wait_until (window_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_POPOVER_MENU, NULL) == NULL);
  gtk_window_close (GTK_WINDOW (find_other_window (self)));
  wait_until (find_other_window (self) == NULL);
}

#define add(path, function) \
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, function, window_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

  add ("/ui/two-windows/both-live", test_two_windows);
  add ("/ui/two-windows/conflict", test_two_windows_conflict);
  add ("/ui/two-windows/row-menu", test_row_menu);
  add ("/two-windows/own", test_own_window);

  return window_fixture_run (argc, argv);
}
