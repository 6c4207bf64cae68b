/* test-leitbild-keys.c — the Leitbild page with real keys: to a figure, to its motions, and to the PDF for the annual report
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "keyboard.h"
#include "vlg-leitbild-page-private.h"
#include "vlg-motions.h"
#include "window-fixture.h"

static gpointer
fill_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgOffice *office = data;
  static const char *const goals[] = { "M01", NULL };
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgMark) mark = vlg_mark_new ("community");

  vlg_motion_set_kind (motion, "BV");
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Neue Bänke");
  vlg_motion_set_stage (motion, VLG_STAGE_RELEASED);
  vlg_motion_set_received_on (motion, vlg_day_today ());
  vlg_motion_set_relevance (motion, VLG_RELEVANCE_RELEVANT);
  vlg_mark_set_ticked (mark, TRUE);
  vlg_mark_set_goals (mark, goals);
  g_list_store_append (vlg_motion_get_marks (motion), mark);
  if (vlg_motions_insert (db, motion, vlg_profile_get_sha256 (vlg_office_get_profile (office)), vlg_office_get_actor (office), "created", error) == 0)
    return NULL;

  return g_strdup (vlg_motion_get_uid (motion));
}

static GtkWidget *
find_chooser (guint *n)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  *n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (!GTK_IS_FILE_CHOOSER (window) || !gtk_widget_get_mapped (window))
        continue;
      found = window;
      (*n)++;
    }

  return found;
}

static gboolean
is_in (GtkWidget *chooser,
       GFile     *folder)
{
  g_autoptr (GFile) current = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (chooser));

  return current != NULL && g_file_equal (current, folder);
}

static void
open_page (WindowFixture *self)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", "leitbild");
  wait_until ((page = window_fixture_find (GTK_WIDGET (self->window), VLG_TYPE_LEITBILD_PAGE, NULL)) != NULL);
  wait_until (VLG_LEITBILD_PAGE (page)->report != NULL && gtk_widget_get_mapped (GTK_WIDGET (VLG_LEITBILD_PAGE (page)->map)));
}

static void
test_keys (WindowFixture *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "leitbild.pdf", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_user_cache_dir ());
  g_autofree char *content = NULL;
  g_autofree char *uid = NULL;
  GtkWidget *chooser;
  guint n;

  uid = vlg_store_write (vlg_office_get_store (self->office), fill_job, self->office, NULL, &error);
  g_assert_no_error (error);
  wait_until (window_fixture_get_n_motions (self) == 1);
  open_page (self);

  /* To the sum of the goal, and its motion. */
  keyboard_tab_into (VLG_TYPE_HEAT_MAP);
  keyboard_press (GDK_KEY_End, 0);
  keyboard_press (GDK_KEY_Return, 0);
  g_assert_cmpstr (vlg_window_get_view (self->window), ==, "motions");
  wait_until (window_fixture_get_n_motions (self) == 1);

  /* A motion is chosen behind the page, and has its own PDF; what is asked for is the figures, once. */
  vlg_motions_page_show (self->page, uid);
  wait_until (self->page->motion != NULL);
  open_page (self);
  keyboard_tab_into (VLG_TYPE_FIELD_BARS);
  keyboard_press (GDK_KEY_e, GDK_CONTROL_MASK);
  wait_until ((chooser = find_chooser (&n)) != NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (chooser)), ==, "Export Figures");
  g_assert_true (g_mkdir_with_parents (g_get_user_cache_dir (), 0700) == 0);
  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, &error));
  wait_until (is_in (chooser, folder));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF"));
  wait_until (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "Figures exported") != NULL);
  g_remove (path);

  /* And the other way round: over the list it is the motion. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", "motions");
  wait_until (self->page->motion != NULL && find_chooser (&n) == NULL);
  keyboard_press (GDK_KEY_e, GDK_CONTROL_MASK);
  wait_until ((chooser = find_chooser (&n)) != NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (chooser)), !=, "Export Figures");
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  wait_until (find_chooser (&n) == NULL);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

  g_test_add ("/leitbild-keys/keys", WindowFixture, NULL, window_fixture_set_up, test_keys, window_fixture_tear_down);

  return window_fixture_run (argc, argv);
}
