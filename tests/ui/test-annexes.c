/* test-annexes.c — annexes in the editor: dropped, pasted, sorted, named, replaced, restored, looked at
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "editor-fixture.h"
#include "vlg-annex-edit-row.h"
#include "vlg-annex-editor.h"
#include "vlg-annex-intake.h"

static char *folder;

static GFile *
write_file (const char *name,
            const char *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return g_file_new_for_path (path);
}

static GListModel *
get_list (EditorFixture *self)
{
  return G_LIST_MODEL (vlg_motion_get_annexes (self->motion));
}

static guint
count (EditorFixture *self)
{
  return g_list_model_get_n_items (get_list (self));
}

static VlgAnnex *
peek (EditorFixture *self,
      guint          position)
{
  g_autoptr (VlgAnnex) annex = g_list_model_get_item (get_list (self), position);

  return annex;
}

static GtkWidget *
find_editor (EditorFixture *self)
{
  return editor_fixture_find (self, VLG_TYPE_ANNEX_EDITOR, NULL);
}

/* The row at @position, seen. */
static GtkWidget *
find_row (EditorFixture *self,
          int            position)
{
  GtkWidget *list_box;

  vlg_motion_editor_jump (self->editor, VLG_FIELD_ANNEXES, position);
  window_fixture_settle ();
  list_box = gtk_widget_get_ancestor (window_fixture_find (find_editor (self), VLG_TYPE_ANNEX_EDIT_ROW, NULL), GTK_TYPE_LIST_BOX);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), position));
}

/* Lets the files fall on the section, as the drop target would. */
static gboolean
drop (EditorFixture *self,
      GSList        *files)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (find_editor (self));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }

  return taken;
}

static void
drop_one (EditorFixture *self,
          GFile         *file)
{
  g_autoptr (GSList) files = g_slist_append (NULL, file);
  guint before = count (self);

  g_assert_true (drop (self, files));
  wait_until (count (self) == before + 1);
  window_fixture_settle ();
}

static void
test_drop (EditorFixture *self,
           gconstpointer  data)
{
  g_autoptr (GFile) plan = write_file ("Lageplan Nord.pdf", "%PDF-1.7 a");
  g_autoptr (GFile) table = write_file ("Kosten.ods", "Zahlen");
  g_autoptr (GFile) link = g_file_new_for_uri ("https://example.invalid/Seite");
  g_autoptr (GSList) both = g_slist_append (g_slist_append (NULL, plan), table);
  g_autoptr (GSList) links = g_slist_append (NULL, link);
  g_autoptr (VlgMotion) stored = NULL;
  GtkWidget *row;

  vlg_motion_set_visibility (self->motion, VLG_VISIBILITY_PUBLIC);
  g_assert_true (drop (self, both));
  wait_until (count (self) == 2);
  g_assert_false (drop (self, links));
  g_assert_cmpstr (vlg_annex_get_title (peek (self, 0)), ==, "Lageplan Nord");
  g_assert_cmpstr (vlg_annex_get_file (peek (self, 0))->media_type, ==, "application/pdf");
  g_assert_cmpstr (vlg_annex_get_title (peek (self, 1)), ==, "Kosten");
  g_assert_cmpuint (vlg_annex_get_number (peek (self, 1)), ==, 2);
  g_assert_cmpint (vlg_annex_get_visibility (peek (self, 1)), ==, VLG_VISIBILITY_PUBLIC);
  window_fixture_settle ();
  g_assert_null (window_fixture_find (self->window, VLG_TYPE_ANNEX_INTAKE, NULL));

  /* Named, hidden from the public, and moved by keys. */
  row = find_row (self, 1);
  editor_fixture_type (self, " 2031");
  g_assert_cmpstr (vlg_annex_get_title (peek (self, 1)), ==, "Kosten 2031");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (window_fixture_find (row, GTK_TYPE_DROP_DOWN, NULL)), VLG_VISIBILITY_NON_PUBLIC);
  g_assert_cmpint (vlg_annex_get_visibility (peek (self, 1)), ==, VLG_VISIBILITY_NON_PUBLIC);
  g_assert_true (editor_fixture_press (self, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_cmpstr (vlg_annex_get_title (peek (self, 0)), ==, "Kosten 2031");
  g_assert_cmpuint (vlg_annex_get_number (peek (self, 0)), ==, 1);

  editor_fixture_await_saved (self);
  stored = editor_fixture_load (self);
  g_assert_true (vlg_motion_equal (stored, self->motion));
}

static void
test_replace (EditorFixture *self,
              gconstpointer  data)
{
  g_autoptr (GFile) old = write_file ("Plan.pdf", "%PDF-1.7 a");
  g_autoptr (GFile) new = write_file ("Plan neu.pdf", "%PDF-1.7 b");
  GtkWidget *intake, *undo, *restore, *dialog = NULL;
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  drop_one (self, old);
  editor_fixture_await_saved (self);
  intake = gtk_widget_get_last_child (gtk_widget_get_parent (gtk_widget_get_ancestor (find_row (self, 0), GTK_TYPE_LIST_BOX)));
  g_assert_true (VLG_IS_ANNEX_INTAKE (intake));

  /* The way behind the file chooser. */
  vlg_annex_intake_add (VLG_ANNEX_INTAKE (intake), self->draft, peek (self, 0), new);
  wait_until (g_str_equal (vlg_annex_get_file (peek (self, 0))->name, "Plan neu.pdf"));
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpstr (vlg_annex_get_title (peek (self, 0)), ==, "Plan neu");
  wait_until ((undo = window_fixture_find (self->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  g_assert_cmpstr (vlg_annex_get_file (peek (self, 0))->name, ==, "Plan.pdf");
  g_assert_cmpstr (vlg_annex_get_title (peek (self, 0)), ==, "Plan");
  window_fixture_settle ();
  vlg_annex_intake_add (VLG_ANNEX_INTAKE (intake), self->draft, peek (self, 0), new);
  wait_until (g_str_equal (vlg_annex_get_file (peek (self, 0))->name, "Plan neu.pdf"));
  editor_fixture_await_saved (self);

  /* The earlier one is listed and comes back. */
  gtk_widget_activate_action (find_row (self, 0), "annex.past", NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "VlgAnnexPastDialog"))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  wait_until ((restore = window_fixture_find (dialog, GTK_TYPE_BUTTON, "_Restore")) != NULL);
  g_signal_emit_by_name (restore, "clicked");
  window_fixture_settle ();
  g_assert_cmpstr (vlg_annex_get_file (peek (self, 0))->name, ==, "Plan.pdf");
}

static void
test_remove (EditorFixture *self,
             gconstpointer  data)
{
  g_autoptr (GFile) file = write_file ("Plan.pdf", "%PDF-1.7 a");
  VlgAnnex *annex;
  GtkWidget *undo;

  drop_one (self, file);
  annex = peek (self, 0);
  gtk_widget_activate_action (find_row (self, 0), "annex.remove", NULL);
  g_assert_cmpuint (count (self), ==, 0);
  wait_until ((undo = window_fixture_find (self->window, GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  g_assert_true (peek (self, 0) == annex);
}

static void
test_paste (EditorFixture *self,
            gconstpointer  data)
{
  g_autoptr (GFile) file = write_file ("Foto.txt", "ein Foto");
  g_autoptr (GSList) files = g_slist_append (NULL, file);
  GdkFileList *list = gdk_file_list_new_from_list (files);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (self->window);

  vlg_motion_editor_jump (self->editor, VLG_FIELD_ANNEXES, -1);
  gdk_clipboard_set (clipboard, GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  g_assert_true (editor_fixture_press (self, GDK_KEY_v, GDK_CONTROL_MASK));
  wait_until (count (self) == 1);
  g_assert_cmpstr (vlg_annex_get_title (peek (self, 0)), ==, "Foto");

  /* Text goes where it always goes. */
  gdk_clipboard_set_text (clipboard, "Wort");
  find_row (self, 0);
  editor_fixture_press (self, GDK_KEY_v, GDK_CONTROL_MASK);
  window_fixture_settle ();
  g_assert_cmpuint (count (self), ==, 1);
}

static void
test_refused (EditorFixture *self,
              gconstpointer  data)
{
  g_autoptr (GFile) empty = write_file ("leer.pdf", "");
  g_autoptr (GFile) good = write_file ("gut.pdf", "%PDF-1.7");
  g_autoptr (GFile) gone = g_file_new_build_filename (folder, "weg.pdf", NULL);
  g_autoptr (GSList) files = g_slist_append (g_slist_append (g_slist_append (NULL, empty), gone), good);
  GtkWidget *dialog;

  g_assert_true (drop (self, files));
  wait_until ((dialog = window_fixture_dialog ()) != NULL);
  /* What can be is added, and the rest told at once. */
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "leer.pdf"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "weg.pdf"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Only what the imported paper allows. */
static void
test_source (EditorFixture *self,
             gconstpointer  data)
{
  g_autoptr (GFile) file = write_file ("Vorlage.pdf", "%PDF-1.7");
  GtkWidget *row;

  drop_one (self, file);
  vlg_annex_set_number (peek (self, 0), 0);
  vlg_annex_set_source (peek (self, 0), TRUE);
  window_fixture_settle ();
  row = find_row (self, 0);
  gtk_widget_activate_action (row, "annex.remove", NULL);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_false (gtk_widget_activate_action (row, "annex.replace", NULL) && window_fixture_dialog () != NULL);
  g_assert_null (window_fixture_find (row, GTK_TYPE_ENTRY, NULL));
}

static GtkWidget *
find_window (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
        return window;
    }

  return NULL;
}

static void
test_preview (EditorFixture *self,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (folder, "Seiten.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 300, 400);
  cairo_t *cr = cairo_create (surface);
  GtkWidget *preview, *next;

  for (guint i = 0; i < 3; i++)
    cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  drop_one (self, file);
  editor_fixture_await_saved (self);

  gtk_widget_activate_action (find_row (self, 0), "annex.preview", NULL);
  preview = find_window ("VlgAnnexPreview");
  g_assert_nonnull (preview);
  wait_until (window_fixture_find (preview, GTK_TYPE_LABEL, "Page 1 of 3") != NULL);
  g_assert_nonnull (gtk_picture_get_paintable (GTK_PICTURE (window_fixture_find (preview, GTK_TYPE_PICTURE, NULL))));
  next = window_fixture_find (preview, GTK_TYPE_BUTTON, "Next Page");
  g_signal_emit_by_name (next, "clicked");
  wait_until (window_fixture_find (preview, GTK_TYPE_LABEL, "Page 2 of 3") != NULL);
  /* Closed while a page is drawn. */
  g_signal_emit_by_name (next, "clicked");
  gtk_window_close (GTK_WINDOW (preview));
  window_fixture_settle ();
  g_assert_null (find_window ("VlgAnnexPreview"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  window_fixture_init (&argc, &argv);
  folder = g_dir_make_tmp ("vorlage-annexes-XXXXXX", NULL);

#define ADD(name, function) \
  g_test_add ("/annexes/" name, EditorFixture, NULL, editor_fixture_set_up, function, editor_fixture_tear_down)
  ADD ("drop", test_drop);
  ADD ("replace", test_replace);
  ADD ("remove", test_remove);
  ADD ("paste", test_paste);
  ADD ("refused", test_refused);
  ADD ("source", test_source);
  ADD ("preview", test_preview);
#undef ADD

  status = window_fixture_run (argc, argv);
  g_free (folder);

  return status;
}
