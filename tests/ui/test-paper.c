/* test-paper.c — the pages on the screen and on the printer
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <poppler.h>
#include <string.h>

#include "vlg-paper-page.h"
#include "vlg-paper-print.h"
#include "vlg-paper-view.h"
#include "window-fixture.h"

/* poppler defines no g_autoptr() before 23. */
typedef PopplerDocument PrintedDocument;
typedef PopplerPage PrintedPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrintedDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrintedPage, g_object_unref)

typedef struct {
  GtkWidget         *window;
  GtkScrolledWindow *scroller;
  VlgPaperView      *view;
  VlgPaper          *paper;
} Fixture;

static VlgPaper *
long_paper_new (void)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "Absatz %u: Der Radweg am Fluss wird in diesem Abschnitt neu gebaut, weil der alte den Verkehr nicht mehr fasst.\n\n", i);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Radweg am Fluss");
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, "Der Stadtrat beschließt den Bau.");
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, text->str);

  return vlg_paper_new (motion, profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->paper = long_paper_new ();
  self->view = g_object_new (VLG_TYPE_PAPER_VIEW, NULL);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 500, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->scroller));
  gtk_window_present (GTK_WINDOW (self->window));
  vlg_paper_view_set_paper (self->view, self->paper);
  gtk_test_widget_wait_for_draw (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gpointer view = self->view;

  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (GTK_WINDOW (self->window));
  window_fixture_settle ();
  g_assert_null (view);
  g_assert_finalize_object (self->paper);
}

/* Those that are drawn. The others wait; there are never many. */
static guint
count_pages (VlgPaperView *view)
{
  guint n_shown = 0;
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      n_shown += gtk_widget_get_mapped (child);
      n++;
    }
  g_assert_cmpuint (n, <=, 12);

  return n_shown;
}

/* However long the paper is, there are widgets for what is seen. */
static void
test_lazy (Fixture       *self,
           gconstpointer  data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  guint n_pages = vlg_paper_view_get_n_pages (self->view);

  g_assert_cmpuint (n_pages, >, 12);
  g_assert_cmpuint (vlg_paper_view_get_page (self->view), ==, 1);
  g_assert_cmpuint (count_pages (self->view), <=, 4);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpuint (vlg_paper_view_get_page (self->view), ==, n_pages);
  g_assert_cmpuint (count_pages (self->view), <=, 4);
}

static void
test_zoom (Fixture       *self,
           gconstpointer  data)
{
  GtkAdjustment *vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkAdjustment *horizontal = gtk_scrolled_window_get_hadjustment (self->scroller);
  guint page;

  /* Fitted, there is nothing to scroll sideways. */
  g_assert_cmpfloat (gtk_adjustment_get_upper (horizontal), <=, gtk_adjustment_get_page_size (horizontal));

  gtk_adjustment_set_value (vertical, gtk_adjustment_get_upper (vertical) / 2);
  gtk_test_widget_wait_for_draw (self->window);
  page = vlg_paper_view_get_page (self->view);

  vlg_paper_view_set_zoom (self->view, 2.0);
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpfloat (gtk_adjustment_get_upper (horizontal), >, gtk_adjustment_get_page_size (horizontal));
  g_assert_cmpuint (vlg_paper_view_get_page (self->view), >=, page - 1);
  g_assert_cmpuint (vlg_paper_view_get_page (self->view), <=, page + 1);

  vlg_paper_view_set_zoom (self->view, 0);
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpfloat (gtk_adjustment_get_upper (horizontal), <=, gtk_adjustment_get_page_size (horizontal));
}

/* A page is drawn with ink on white. */
static void
test_drawn (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->view));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (GTK_WIDGET (self->view));
  int height = gtk_widget_get_height (GTK_WIDGET (self->view));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = g_new0 (guint32, width * height);
  guint n_dark = 0;
  guint n_white = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, (guchar *) pixels, width * 4);
  for (int i = 0; i < width * height; i++)
    {
      n_dark += (pixels[i] & 0xff) < 0x60;
      n_white += (pixels[i] & 0xffffff) == 0xffffff;
    }
  g_assert_cmpuint (n_dark, >, 500);
  g_assert_cmpuint (n_white, >, (guint) (width * height) / 2);
}

static void
test_print (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GtkPrintOperation) operation = vlg_paper_print_operation_new (self->paper, "Radweg", "BV-001-2026");
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "print.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PrintedDocument) document = NULL;
  gsize length;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpstr (gtk_print_settings_get (gtk_print_operation_get_print_settings (operation), GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==, "BV-001-2026");
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (self->window), &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  /* As many pages as the screen shows, of the same size, each with the words it has there. */
  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, vlg_paper_view_get_n_pages (self->view));
  for (int i = 0; i < poppler_document_get_n_pages (document); i += 5)
    {
      g_autoptr (PrintedPage) page = poppler_document_get_page (document, i);
      g_autofree char *printed = poppler_page_get_text (page);
      g_autofree char *shown = vlg_paper_get_page_text (self->paper, i);
      g_autofree char *number = g_strndup (strstr (shown, "Absatz "), strlen ("Absatz 123"));
      double width, height;

      poppler_page_get_size (page, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, 595.3, 1);
      g_assert_cmpfloat_with_epsilon (height, 841.9, 1);
      g_assert_nonnull (strstr (printed, g_strchomp (number)));
    }
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

  g_test_add ("/ui/paper/lazy", Fixture, NULL, set_up, test_lazy, tear_down);
  g_test_add ("/ui/paper/zoom", Fixture, NULL, set_up, test_zoom, tear_down);
  g_test_add ("/ui/paper/drawn", Fixture, NULL, set_up, test_drawn, tear_down);
  g_test_add ("/ui/paper/print", Fixture, NULL, set_up, test_print, tear_down);

  return window_fixture_run (argc, argv);
}
