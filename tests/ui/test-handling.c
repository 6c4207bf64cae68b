/* test-handling.c — many motions handled at once
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "vlg-motion-row.h"
#include "vlg-stage-rules.h"
#include "window-fixture.h"

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
create (WindowFixture *self,
        const char    *title)
{
  g_autoptr (VlgMotion) motion = NULL;

  vlg_office_create_motion_async (self->office, "BV", "II-66", title, NULL, created_cb, &motion);
  wait_until (motion != NULL);
}

static void
fill (WindowFixture *self,
      guint          n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Vorhaben %u", i + 1);

      create (self, title);
    }
  wait_until (window_fixture_get_n_motions (self) == n);
}

/* What "Select Several Motions" does, and marks at @first and @second. */
static void
choose_two (WindowFixture *self,
            guint          first,
            guint          second)
{
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.select", NULL);
  g_assert_nonnull (self->page->chosen);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->page->chosen), first, FALSE);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->page->chosen), second, FALSE);
  g_assert_cmpuint (vlg_motion_selection_get_n_chosen (self->page->chosen), ==, 2);
}

static GtkWidget *
find_button (WindowFixture *self,
             const char    *label)
{
  return window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, label);
}

static void
click (WindowFixture *self,
       const char    *label)
{
  GtkWidget *button;

  wait_until ((button = find_button (self, label)) != NULL && gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
says (WindowFixture *self,
      const char    *text)
{
  return window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, text) != NULL;
}

static void
test_mode (WindowFixture *self,
           gconstpointer  data)
{
  fill (self, 3);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self->page->select_bin)));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.select", NULL);
  wait_until (says (self, "Nothing selected"));
  g_assert_false (gtk_widget_is_sensitive (find_button (self, "_Duplicate")));
  click (self, "Select _All");
  wait_until (says (self, "3 selected"));
  g_assert_true (gtk_widget_is_sensitive (find_button (self, "_Duplicate")));
  /* The arrow keys go on in the rows. */
  wait_until (gtk_root_get_focus (GTK_ROOT (self->window)) != NULL &&
              gtk_widget_get_parent (gtk_root_get_focus (GTK_ROOT (self->window))) == GTK_WIDGET (self->page->list_view));

  /* Back to the list as it was. */
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.select", NULL);
  g_assert_null (self->page->chosen);
  g_assert_true (gtk_list_view_get_model (self->page->list_view) == GTK_SELECTION_MODEL (self->page->selection));
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (self->page->select_bin)));
  wait_until (window_fixture_find (GTK_WIDGET (self->page), VLG_TYPE_MOTION_ROW, NULL) != NULL);
}

/* What was chosen stays chosen when rows change and come, and is forgotten when it goes out of sight. */
static void
test_chosen_by_motion (WindowFixture *self,
                       gconstpointer  data)
{
  g_autoptr (GArray) ids = NULL;
  gint64 before;

  fill (self, 3);
  choose_two (self, 0, 2);
  before = vlg_motion_list_get_id (vlg_motions_page_get_motions (self->page), 0);
  create (self, "Neu dazwischen");
  wait_until (window_fixture_get_n_motions (self) == 4);
  g_assert_cmpuint (vlg_motion_selection_get_n_chosen (self->page->chosen), ==, 2);
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->page->chosen), 0));
  ids = vlg_motion_selection_get_ids (self->page->chosen);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, before);

  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), "zwischen dazwischen");
  wait_until (window_fixture_get_n_motions (self) <= 1);
  wait_until (vlg_motion_selection_get_n_chosen (self->page->chosen) == 0);
  wait_until (says (self, "Nothing selected"));
}

static void
test_trash_and_undo (WindowFixture *self,
                     gconstpointer  data)
{
  fill (self, 4);
  choose_two (self, 1, 3);
  click (self, "Move to _Trash");
  wait_until (window_fixture_get_n_motions (self) == 2);
  wait_until (says (self, "2 motions moved to the trash"));
  g_assert_null (self->page->chosen);
  click (self, "_Undo");
  wait_until (window_fixture_get_n_motions (self) == 4);
}

static void
test_duplicate (WindowFixture *self,
                gconstpointer  data)
{
  fill (self, 3);
  choose_two (self, 0, 1);
  click (self, "_Duplicate");
  wait_until (window_fixture_get_n_motions (self) == 5);
  wait_until (says (self, "2 motions duplicated"));
}

/* A file that is there already stays what it was. */
static void
test_export (WindowFixture *self,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "many", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  fill (self, 3);
  for (guint round = 0; round < 2; round++)
    {
      choose_two (self, 0, 2);
      vlg_motions_page_export_chosen_to (self->page, folder);
      wait_until (self->page->many == NULL);
      g_assert_null (self->page->chosen);
    }
  wait_until (says (self, "2 motions exported"));

  dir = g_dir_open (path, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *one = g_build_filename (path, name, NULL);
      g_autofree char *content = NULL;

      g_assert_true (g_str_has_suffix (name, ".pdf"));
      g_assert_true (g_file_get_contents (one, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, "%PDF"));
      g_unlink (one);
      n++;
    }
  g_assert_cmpuint (n, ==, 4);
  g_rmdir (path);
}

/* Presses the button @label of the dialog @heading. */
static void
answer (const char *heading,
        const char *label)
{
  GtkWidget *dialog;

  wait_until ((dialog = window_fixture_dialog ()) != NULL && g_str_equal (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), heading));
  g_signal_emit_by_name (window_fixture_find (dialog, GTK_TYPE_BUTTON, label), "clicked");
}

/* What could not be done is said, with the reason, and stays chosen; the rest is done. */
static void
test_stage (WindowFixture *self,
            gconstpointer  data)
{
  GtkWidget *dialog;

  fill (self, 3);
  choose_two (self, 0, 1);
  /* Nobody releases a draft … */
  gtk_widget_activate_action (GTK_WIDGET (self->page), "many.stage", "u", VLG_STAGE_DEED_RELEASE);
  answer ("Release 2 Motions?", "Release");
  wait_until ((dialog = window_fixture_dialog ()) != NULL && window_fixture_find (dialog, ADW_TYPE_ACTION_ROW, NULL) != NULL);
  answer ("2 of 2 Could Not Be Released", "_Close");
  wait_until (window_fixture_dialog () == NULL);
  g_assert_cmpuint (vlg_motion_selection_get_n_chosen (self->page->chosen), ==, 2);

  /* … but withdrawn it can be. */
  gtk_widget_activate_action (GTK_WIDGET (self->page), "many.stage", "u", VLG_STAGE_DEED_WITHDRAW);
  answer ("Withdraw 2 Motions?", "Withdraw");
  wait_until (says (self, "2 motions withdrawn"));
  g_assert_null (self->page->chosen);
}

/* Cancelled, it ends with what was done. */
static void
test_cancel (WindowFixture *self,
             gconstpointer  data)
{
  fill (self, 12);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.select-all", NULL);
  wait_until (says (self, "12 selected"));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "many.duplicate", NULL);
  g_assert_nonnull (find_button (self, "_Cancel"));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "many.cancel", NULL);
  wait_until (self->page->many == NULL);
  window_fixture_settle ();
  g_assert_cmpuint (window_fixture_get_n_motions (self), <, 24);
  g_assert_nonnull (self->page->chosen);
}

/* Whoever set only a filter is not told about words. */
static void
test_nothing (WindowFixture *self,
              gconstpointer  data)
{
  g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new ();
  GtkWidget *page;

  fill (self, 2);
  vlg_motion_filter_set (filter, VLG_FACET_ORIGIN, "XX");
  vlg_motions_page_set_filter (self->page, filter);
  wait_until ((page = window_fixture_find (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE, "Nothing Found")) != NULL);
  g_assert_true (g_str_has_prefix (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "No motion passes the filter."));

  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), "Vorhaben");
  wait_until (g_str_has_prefix (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "The words are looked for only in what passes"));
  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), "");
  wait_until (g_str_has_prefix (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "No motion passes the filter."));

  vlg_motion_filter_set (filter, VLG_FACET_ORIGIN, NULL);
  vlg_motion_filter_set (filter, VLG_FACET_TRASH, "yes");
  vlg_motions_page_set_filter (self->page, filter);
  wait_until (g_str_equal (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "The trash is empty."));

  vlg_motions_page_set_filter (self->page, NULL);
  wait_until (window_fixture_get_n_motions (self) == 2);
  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), "gibtesnicht");
  wait_until (window_fixture_get_n_motions (self) == 0);
  wait_until (g_str_has_prefix (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "Every word is looked for"));
}

static void
test_narrow (WindowFixture *self,
             gconstpointer  data)
{
  int minimum;

  fill (self, 2);
  choose_two (self, 0, 1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_widget_measure (GTK_WIDGET (self->page->select_bin), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 330);
}

#define add(path, function) \
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, function, window_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

  add ("/ui/handling/mode", test_mode);
  add ("/ui/handling/chosen-by-motion", test_chosen_by_motion);
  add ("/ui/handling/trash-and-undo", test_trash_and_undo);
  add ("/ui/handling/duplicate", test_duplicate);
  add ("/ui/handling/export", test_export);
  add ("/ui/handling/stage", test_stage);
  add ("/ui/handling/cancel", test_cancel);
  add ("/ui/handling/nothing", test_nothing);
  add ("/ui/handling/narrow", test_narrow);

  return window_fixture_run (argc, argv);
}
