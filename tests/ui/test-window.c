/* test-window.c — the main job in the window, from the empty state to the PDF
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "office-maker.h"
#include "vlg-annex-editor.h"
#include "vlg-coat-of-arms-choice.h"
#include "vlg-import-report-dialog.h"
#include "vlg-new-motion-dialog.h"
#include "vlg-office-arms.h"
#include "vlg-paper-preview.h"
#include "window-fixture.h"

static void
import_paths (WindowFixture     *self,
              const char *const *paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  vlg_window_import (self->window, files);
}

static char *
write_file (const char *name,
            const char *content,
            gssize      length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);

  return path;
}

static void
respond (const char *label)
{
  gpointer dialog;
  GtkWidget *button;

  wait_until ((dialog = window_fixture_dialog ()) != NULL);
  g_object_add_weak_pointer (dialog, &dialog);
  button = window_fixture_find (dialog, GTK_TYPE_BUTTON, label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  wait_until (dialog == NULL);
}

static gboolean
has_arms (WindowFixture *self)
{
  g_autoptr (GBytes) arms = vlg_office_dup_arms (self->office);

  return arms != NULL;
}

static void
test_empty (WindowFixture *self,
            gconstpointer  data)
{
  wait_until (g_str_equal (vlg_window_get_view (self->window), "welcome"));
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_New Motion"));
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Import Papers…"));
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Try the Sample"));
}

static GtkWidget *
find_hidden (GtkWidget *root,
             GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_hidden (child, type);

  return found;
}

static void
test_sample (WindowFixture *self,
             gconstpointer  data)
{
  GtkWidget *preview, *spinner;
  g_autofree char *text = NULL;
  const char *number;

  window_fixture_import_sample (self);
  g_assert_cmpstr (vlg_window_get_view (self->window), ==, "motions");

  /* The row, chosen, and the motion beside it. */
  number = vlg_motion_get_number_text (self->page->motion);
  wait_until (window_fixture_find (GTK_WIDGET (self->page->list_view), GTK_TYPE_LABEL, number) != NULL);
  wait_until (gtk_single_selection_get_selected (self->page->selection) == 0);
  wait_until (window_fixture_find (GTK_WIDGET (self->page->view), ADW_TYPE_WINDOW_TITLE, number) != NULL);

  /* Its paper, as it will print. */
  preview = window_fixture_find (GTK_WIDGET (self->page), VLG_TYPE_PAPER_PREVIEW, NULL);
  g_assert_nonnull (preview);
  wait_until (vlg_paper_preview_get_paper (VLG_PAPER_PREVIEW (preview)) != NULL);
  text = vlg_paper_get_page_text (vlg_paper_preview_get_paper (VLG_PAPER_PREVIEW (preview)), 0);
  g_assert_nonnull (strstr (text, number));
  g_assert_nonnull (strstr (text, "Beratungsfolge"));

  /* What turned until it came would lay the window out for each frame, also behind it. */
  spinner = find_hidden (preview, GTK_TYPE_SPINNER);
  g_assert_nonnull (spinner);
  g_assert_false (gtk_spinner_get_spinning (GTK_SPINNER (spinner)));
}

static void
test_search (WindowFixture *self,
             gconstpointer  data)
{
  GtkEditable *entry = GTK_EDITABLE (self->page->search_entry);

  window_fixture_import_sample (self);

  gtk_editable_set_text (entry, "qqqqzzzz");
  wait_until (window_fixture_get_n_motions (self) == 0);
  wait_until (window_fixture_find (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE, "Nothing Found") != NULL);
  /* What is shown stays; an empty result is not an empty database. */
  g_assert_nonnull (self->page->motion);
  g_assert_cmpstr (vlg_window_get_view (self->window), ==, "motions");

  gtk_editable_set_text (entry, "beschl");
  wait_until (window_fixture_get_n_motions (self) == 1);
  wait_until (window_fixture_find (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE, "Nothing Found") == NULL);

  gtk_editable_set_text (entry, "");
  wait_until (window_fixture_get_n_motions (self) == 1);
}

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
test_trash (WindowFixture *self,
            gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = NULL;
  GtkWidget *undo;

  window_fixture_import_sample (self);
  vlg_office_create_motion_async (self->office, "BV", "II-66", "Radweg am Fluss", NULL, created_cb, &motion);
  wait_until (motion != NULL);
  vlg_motions_page_show (self->page, vlg_motion_get_uid (motion));
  wait_until (self->page->motion != NULL && g_str_equal (vlg_motion_get_uid (self->page->motion), vlg_motion_get_uid (motion)));
  wait_until (window_fixture_get_n_motions (self) == 2);

  gtk_widget_activate_action (GTK_WIDGET (self->page), "motion.trash", NULL);
  wait_until (window_fixture_get_n_motions (self) == 1);
  g_assert_null (self->page->motion);

  wait_until ((undo = window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  wait_until (window_fixture_get_n_motions (self) == 2);
  wait_until (self->page->motion != NULL);
  g_assert_cmpstr (vlg_motion_get_uid (self->page->motion), ==, vlg_motion_get_uid (motion));
}

static void
test_export (WindowFixture *self,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "paper.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;
  gsize length;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  window_fixture_import_sample (self);
  vlg_motions_page_export_to (self->page, file, FALSE);
  wait_until (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Open") != NULL);

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 5000);
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
}

static void
test_export_fails (WindowFixture *self,
                   gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all/paper.pdf");

  window_fixture_import_sample (self);
  vlg_motions_page_export_to (self->page, file, FALSE);
  respond ("_Close");
  g_assert_nonnull (self->page->motion);
}

static void
test_conflict (WindowFixture *self,
               gconstpointer  data)
{
  g_autofree char *number = NULL;

  window_fixture_import_sample (self);
  number = g_strdup (vlg_motion_get_number_text (self->page->motion));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import-sample", NULL);
  respond ("_Skip");
  wait_until (!vlg_window_is_busy (self->window));
  g_assert_cmpuint (window_fixture_get_n_motions (self), ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import-sample", NULL);
  respond ("Import as _Copy");
  wait_until (!vlg_window_is_busy (self->window) && window_fixture_get_n_motions (self) == 2);
  wait_until (!g_str_equal (vlg_motion_get_number_text (self->page->motion), number));
}

static void
test_apply_to_all (WindowFixture *self,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *check;

  window_fixture_import_sample (self);
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (files, g_file_new_for_uri ("resource://" RESOURCE_PATH "/sample/sample.txt"));
  vlg_window_import (self->window, files);

  wait_until (window_fixture_dialog () != NULL);
  check = window_fixture_find (window_fixture_dialog (), GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  respond ("Import as _Copy");
  wait_until (!vlg_window_is_busy (self->window) && window_fixture_get_n_motions (self) == 4);
}

static GtkEventController *
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  return NULL;
}

/* A Word file and a letter let fall on the window: the one comes in, and it is asked about the other. */
static void
test_drop (WindowFixture *self,
           gconstpointer  data)
{
  g_autoptr (GBytes) word = make_docx_form ();
  g_autofree char *paper = write_file ("Vorlage.docx", g_bytes_get_data (word, NULL), g_bytes_get_size (word));
  g_autofree char *letter = write_file ("Brief.txt", "Sehr geehrte Frau Muster,\n\nvielen Dank.\n", -1);
  g_autoptr (GFile) paper_file = g_file_new_for_path (paper);
  g_autoptr (GFile) letter_file = g_file_new_for_path (letter);
  GFile *files[] = { paper_file, letter_file };
  GtkEventController *target = find_controller (adw_application_window_get_content (ADW_APPLICATION_WINDOW (self->window)), GTK_TYPE_DROP_TARGET);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_nonnull (target);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, 2));
  g_signal_emit_by_name (target, "drop", &value, 50.0, 50.0, &taken);
  g_assert_true (taken);
  respond ("_Leave Out");
  wait_until (!vlg_window_is_busy (self->window) && window_fixture_get_n_motions (self) == 1);
  wait_until (self->page->motion != NULL);
  g_assert_cmpstr (vlg_motion_get_number_text (self->page->motion), ==, "BV/017/2026/I-OB");

  /* The paper is skipped this time, the letter wanted after all. */
  g_signal_emit_by_name (target, "drop", &value, 50.0, 50.0, &taken);
  respond ("_Skip");
  respond ("Import as _Draft Anyway");
  wait_until (!vlg_window_is_busy (self->window) && window_fixture_get_n_motions (self) == 2);
}

/* The coat of arms is chosen, shown on the paper beside the list, and taken back. */
static void
test_coat_of_arms (WindowFixture *self,
                   gconstpointer  data)
{
  g_autofree char *path = write_file ("arms.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"40\"/>", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *preview, *undo;
  gpointer paper;

  window_fixture_import_sample (self);
  preview = window_fixture_find (GTK_WIDGET (self->page), VLG_TYPE_PAPER_PREVIEW, NULL);
  wait_until ((paper = vlg_paper_preview_get_paper (VLG_PAPER_PREVIEW (preview))) != NULL);

  vlg_coat_of_arms_take (GTK_WIDGET (self->page), self->office, file);
  wait_until (has_arms (self));
  /* Another paper than before. */
  wait_until (vlg_paper_preview_get_paper (VLG_PAPER_PREVIEW (preview)) != paper);
  wait_until ((undo = window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  wait_until (!has_arms (self));

  /* Where there is one, the menu asks what to do with it. */
  vlg_coat_of_arms_take (GTK_WIDGET (self->page), self->office, file);
  wait_until (has_arms (self));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.coat-of-arms", NULL);
  respond ("_Remove");
  wait_until (!has_arms (self));
}

static guint
count_pages (GtkWidget *preview)
{
  VlgPaper *paper = vlg_paper_preview_get_paper (VLG_PAPER_PREVIEW (preview));

  return paper != NULL ? vlg_paper_get_n_pages (paper) : 0;
}

/* The menu's choice adds the page with the rationales to the paper beside the list, and takes it away. */
static void
test_rationales (WindowFixture *self,
                 gconstpointer  data)
{
  GtkWidget *preview;
  guint n_pages;

  window_fixture_import_sample (self);
  preview = window_fixture_find (GTK_WIDGET (self->page), VLG_TYPE_PAPER_PREVIEW, NULL);
  wait_until ((n_pages = count_pages (preview)) > 0);
  {
    g_autoptr (VlgMark) mark = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_marks (self->page->motion)), 0);

    vlg_mark_set_rationale (mark, "Es hilft allen.");
  }
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "office.print-rationales", NULL));
  wait_until (count_pages (preview) == n_pages + 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "office.print-rationales", NULL));
  wait_until (count_pages (preview) == n_pages);
}

/* One bad paper in a batch: the others come in, and it is said what was wrong with which. */
static void
test_bad_papers (WindowFixture *self,
                 gconstpointer  data)
{
  g_autofree char *empty = write_file ("empty.txt", "", 0);
  g_autofree char *binary = write_file ("photo.pdf", "\211PNG\r\n\032\n\0\0\0\rIHDR", 16);
  g_autofree char *good = write_file ("good.txt", "Drucksachen-Nr.: BV/001/2024/II-66\n\nTitel:\nRadweg am Fluss\n\nBeschluss:\n\nDer Stadtrat beschließt.\n", -1);
  const char *const paths[] = { empty, good, binary, NULL };
  GtkWidget *dialog;

  import_paths (self, paths);
  wait_until (!vlg_window_is_busy (self->window) && window_fixture_get_n_motions (self) == 1);
  wait_until ((dialog = window_fixture_dialog ()) != NULL);
  g_assert_nonnull (window_fixture_find (dialog, ADW_TYPE_ACTION_ROW, "empty.txt"));
  g_assert_nonnull (window_fixture_find (dialog, ADW_TYPE_ACTION_ROW, "photo.pdf"));
  respond ("_Close");
  wait_until (self->page->motion != NULL);
  g_assert_cmpstr (vlg_motion_get_number_text (self->page->motion), ==, "BV/001/2024/II-66");
}

static GtkWidget *
other_window (WindowFixture *self,
              GType          type)
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

static void
test_new_motion (WindowFixture *self,
                 gconstpointer  data)
{
  GtkWidget *dialog;
  GtkWidget *row;

  wait_until (g_str_equal (vlg_window_get_view (self->window), "welcome"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-motion", NULL);
  wait_until ((dialog = other_window (self, VLG_TYPE_NEW_MOTION_DIALOG)) != NULL);

  row = window_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Title");
  gtk_editable_set_text (GTK_EDITABLE (row), "  Radweg  am Fluss ");
  row = window_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Origin");
  gtk_editable_set_text (GTK_EDITABLE (row), "II-66");
  gtk_widget_activate_action (dialog, "dialog.create", NULL);

  wait_until (self->page->motion != NULL);
  g_assert_cmpstr (vlg_motion_get_text (self->page->motion, VLG_FIELD_TITLE), ==, "Radweg am Fluss");
  wait_until (other_window (self, VLG_TYPE_NEW_MOTION_DIALOG) == NULL);

  /* The checks miss a resolution, and say so on a button. */
  wait_until (g_list_model_get_n_items (vlg_draft_get_findings (vlg_motion_view_get_draft (self->page->view))) > 0);

  /* The origin is remembered. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-motion", NULL);
  wait_until ((dialog = other_window (self, VLG_TYPE_NEW_MOTION_DIALOG)) != NULL);
  row = window_fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Origin");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "II-66");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Files above the list are announced as an import; above the annexes they are none. */
static void
test_drop_hint (WindowFixture *self,
                gconstpointer  data)
{
  GtkWidget *overlay = window_fixture_find (GTK_WIDGET (self->window), ADW_TYPE_TOAST_OVERLAY, NULL);
  GtkEventController *controller = find_controller (overlay, GTK_TYPE_DROP_CONTROLLER_MOTION);
  GtkWidget *annexes;
  double x, y;

  window_fixture_import_sample (self);
  wait_until (self->page->motion != NULL);
  window_fixture_settle ();
  g_signal_emit_by_name (controller, "motion", 40.0, 400.0);
  wait_until (window_fixture_find (overlay, GTK_TYPE_LABEL, "Drop to Import") != NULL);
  g_signal_emit_by_name (controller, "leave");
  g_assert_null (window_fixture_find (overlay, GTK_TYPE_LABEL, "Drop to Import"));

  wait_until ((annexes = window_fixture_find (overlay, VLG_TYPE_ANNEX_EDITOR, NULL)) != NULL);
  gtk_widget_child_focus (annexes, GTK_DIR_TAB_FORWARD);
  wait_until (gtk_widget_translate_coordinates (annexes, overlay, gtk_widget_get_width (annexes) / 2, 10, &x, &y) &&
              gtk_widget_contains (overlay, x, y) && gtk_widget_pick (overlay, x, y, GTK_PICK_DEFAULT) != NULL &&
              gtk_widget_is_ancestor (gtk_widget_pick (overlay, x, y, GTK_PICK_DEFAULT), annexes));
  g_signal_emit_by_name (controller, "motion", x, y);
  g_assert_null (window_fixture_find (overlay, GTK_TYPE_LABEL, "Drop to Import"));
}

/* What was not recognised can be read, and so can the report. */
static void
test_report (WindowFixture *self,
             gconstpointer  data)
{
  g_autofree char *odd = write_file ("odd.txt", "Eine Zeile vor allem.\n\nDrucksachen-Nr.: BV/001/2024/II-66\n\nTitel:\nRadweg am Fluss\n\nBeschluss:\n\nDer Stadtrat beschließt.\n", -1);
  const char *const paths[] = { odd, NULL };
  GtkWidget *dialog;

  import_paths (self, paths);
  wait_until (self->page->motion != NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->page), "motion.report", NULL);
  wait_until ((dialog = other_window (self, VLG_TYPE_IMPORT_REPORT_DIALOG)) != NULL);
  g_assert_nonnull (window_fixture_find (dialog, ADW_TYPE_ACTION_ROW, vlg_field_get_label (VLG_FIELD_TITLE)));
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_assert_cmpstr (vlg_motion_get_text (self->page->motion, VLG_FIELD_UNRECOGNISED), !=, "");
  wait_until (window_fixture_find (GTK_WIDGET (self->page->view), ADW_TYPE_ACTION_ROW, "1 line was not recognised") != NULL);
}

static void
test_failed (WindowFixture *self,
             gconstpointer  data)
{
  vlg_window_set_failed (self->window, "/srv/motions.db is not a database of Vorlage.");
  g_assert_cmpstr (vlg_window_get_view (self->window), ==, "failed");
  wait_until (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "/srv/motions.db is not a database of Vorlage.") != NULL);
}

static int
minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
test_narrow (WindowFixture *self,
             gconstpointer  data)
{
  wait_until (g_str_equal (vlg_window_get_view (self->window), "welcome"));
  g_assert_cmpint (minimum_width (GTK_WIDGET (self->window)), <=, 360);

  window_fixture_import_sample (self);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_cmpint (minimum_width (GTK_WIDGET (self->window)), <=, 360);

  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 640);
  wait_until (gtk_widget_get_width (GTK_WIDGET (self->window)) <= 360);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_cmpint (minimum_width (GTK_WIDGET (self->window)), <=, 360);
}

/* A closed window is gone with everything in it, also in the middle of its work. */
static void
test_lifetime (WindowFixture *self,
               gconstpointer  data)
{
  gpointer window = self->window;
  gpointer page = self->page;
  gpointer view;
  gpointer motions;

  window_fixture_import_sample (self);
  wait_until (window_fixture_find (GTK_WIDGET (self->page), VLG_TYPE_PAPER_PREVIEW, NULL) != NULL);
  view = self->page->view;
  motions = self->page->motions;
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import-sample", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motion.print", NULL);

  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (page, &page);
  g_object_add_weak_pointer (view, &view);
  g_object_add_weak_pointer (motions, &motions);

  gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = NULL;

  wait_until (window == NULL);
  wait_until (page == NULL);
  wait_until (view == NULL);
  wait_until (motions == NULL);
}

#define add(path, function) \
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, function, window_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

  add ("/ui/window/empty", test_empty);
  add ("/ui/window/sample", test_sample);
  add ("/ui/window/search", test_search);
  add ("/ui/window/drop-hint", test_drop_hint);
  add ("/ui/window/trash", test_trash);
  add ("/ui/window/export", test_export);
  add ("/ui/window/export-fails", test_export_fails);
  add ("/ui/window/conflict", test_conflict);
  add ("/ui/window/apply-to-all", test_apply_to_all);
  add ("/ui/window/drop", test_drop);
  add ("/ui/window/coat-of-arms", test_coat_of_arms);
  add ("/ui/window/rationales", test_rationales);
  add ("/ui/window/bad-papers", test_bad_papers);
  add ("/ui/window/new-motion", test_new_motion);
  add ("/ui/window/report", test_report);
  add ("/ui/window/failed", test_failed);
  add ("/ui/window/narrow", test_narrow);
  add ("/ui/window/lifetime", test_lifetime);

  return window_fixture_run (argc, argv);
}
