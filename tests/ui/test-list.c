/* test-list.c — finding and handling many: filters, chips, the trash
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-draft.h"
#include "vlg-filter-popover.h"
#include "vlg-filters.h"
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
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static VlgMotion *
create (WindowFixture *self,
        const char    *kind,
        const char    *origin,
        const char    *title)
{
  VlgMotion *motion = NULL;

  vlg_office_create_motion_async (self->office, kind, origin, title, NULL, created_cb, &motion);
  wait_until (motion != NULL);

  return motion;
}

static void
fill (WindowFixture *self)
{
  g_autoptr (VlgMotion) first = create (self, "BV", "II-66", "Radweg am Fluss");
  g_autoptr (VlgMotion) second = create (self, "IV", "V", "Bericht der Feuerwehr");
  g_autoptr (VlgMotion) third = create (self, "BV", "V", "Neubau der Turnhalle");

  wait_until (window_fixture_get_n_motions (self) == 3);
}

static GtkWidget *
open_popover (WindowFixture *self)
{
  GtkWidget *popover;

  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.filter", NULL);
  wait_until ((popover = window_fixture_find (GTK_WIDGET (self->page), VLG_TYPE_FILTER_POPOVER, NULL)) != NULL);

  return popover;
}

static void
close_popover (GtkWidget *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  wait_until (!gtk_widget_get_mapped (popover));
}

/* The entry @label of the combo row @title, once it is read. */
static void
choose (GtkWidget  *popover,
        const char *title,
        const char *label)
{
  GtkWidget *row;
  guint found = GTK_INVALID_LIST_POSITION;

  wait_until ((row = window_fixture_find (popover, ADW_TYPE_COMBO_ROW, title)) != NULL);
  while (found == GTK_INVALID_LIST_POSITION)
    {
      GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (row));

      for (guint i = 0; i < g_list_model_get_n_items (model); i++)
        if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), label))
          found = i;
      g_main_context_iteration (NULL, FALSE);
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), found);
}

static void
activate_row (GtkWidget  *popover,
              const char *title)
{
  GtkWidget *row;

  wait_until ((row = window_fixture_find (popover, ADW_TYPE_ACTION_ROW, title)) != NULL);
  g_signal_emit_by_name (row, "activate");
}

static void
test_filter_and_chips (WindowFixture *self,
                       gconstpointer  data)
{
  GtkWidget *popover;
  GtkWidget *chip;

  fill (self);
  popover = open_popover (self);
  choose (popover, "Kind", "BV");
  /* The focus is in it, also when what can be chosen has been read, so that the keyboard alone does. */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), popover));
  wait_until (window_fixture_get_n_motions (self) == 2);
  choose (popover, "Origin", "V");
  wait_until (window_fixture_get_n_motions (self) == 1);
  close_popover (popover);

  /* A chip takes its term away, here and in the popover. */
  wait_until ((chip = window_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_BUTTON, "Remove “Kind: BV” from the filter")) != NULL);
  g_assert_nonnull (window_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_BUTTON, "Remove “Origin: V” from the filter"));
  g_signal_emit_by_name (chip, "clicked");
  wait_until (window_fixture_get_n_motions (self) == 2);
  g_assert_null (vlg_motion_filter_get (vlg_filter_popover_get_filter (VLG_FILTER_POPOVER (popover)), VLG_FACET_KIND));

  /* Nothing passes: this is no empty office, and there is a way out. */
  popover = open_popover (self);
  choose (popover, "State", "Rejected");
  wait_until (window_fixture_get_n_motions (self) == 0);
  g_assert_cmpstr (vlg_window_get_view (self->window), ==, "motions");
  wait_until (window_fixture_find (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE, "Nothing Found") != NULL);
  close_popover (popover);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.unfilter", NULL);
  wait_until (window_fixture_get_n_motions (self) == 3);
  g_assert_null (window_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_BUTTON, "Remove “Origin: V” from the filter"));
}

/* A filter and words hold together. */
static void
test_filter_and_words (WindowFixture *self,
                       gconstpointer  data)
{
  g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new ();

  fill (self);
  vlg_motion_filter_set (filter, VLG_FACET_ORIGIN, "V");
  vlg_motions_page_set_filter (self->page, filter);
  wait_until (window_fixture_get_n_motions (self) == 2);
  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), "turn");
  wait_until (window_fixture_get_n_motions (self) == 1);
  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), "radweg");
  wait_until (window_fixture_get_n_motions (self) == 0);
}

static void
undo (WindowFixture *self)
{
  GtkWidget *button;

  wait_until ((button = window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (button, "clicked");
  wait_until (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Undo") == NULL);
}

/* Saved in one window, there in the next. */
static void
test_saved (WindowFixture *self,
            gconstpointer  data)
{
  GtkWidget *popover;
  GtkWidget *row;

  fill (self);
  popover = open_popover (self);
  choose (popover, "Kind", "IV");
  wait_until ((row = window_fixture_find (popover, ADW_TYPE_ENTRY_ROW, "Save This Filter As")) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "Berichte");
  g_signal_emit_by_name (row, "apply");
  wait_until (window_fixture_find (popover, ADW_TYPE_ACTION_ROW, "Berichte") != NULL);

  close_popover (popover);
  gtk_window_destroy (GTK_WINDOW (self->window));
  window_fixture_settle ();
  self->window = vlg_window_new (self->application);
  self->page = vlg_window_get_page (self->window);
  vlg_window_set_office (self->window, self->office);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (window_fixture_get_n_motions (self) == 3);

  popover = open_popover (self);
  activate_row (popover, "Berichte");
  wait_until (window_fixture_get_n_motions (self) == 1);

  /* And gone when it is removed. */
  popover = open_popover (self);
  wait_until ((row = window_fixture_find (popover, GTK_TYPE_BUTTON, "Remove the filter “Berichte”")) != NULL);
  g_signal_emit_by_name (row, "clicked");
  wait_until (window_fixture_find (popover, ADW_TYPE_ACTION_ROW, "Berichte") == NULL);
  close_popover (popover);

  /* Which can be taken back, as can another filter under the name. */
  undo (self);
  popover = open_popover (self);
  wait_until (window_fixture_find (popover, ADW_TYPE_ACTION_ROW, "Berichte") != NULL);
  choose (popover, "Kind", "BV");
  wait_until ((row = window_fixture_find (popover, ADW_TYPE_ENTRY_ROW, "Save This Filter As")) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), " Berichte ");
  g_signal_emit_by_name (row, "apply");
  close_popover (popover);
  undo (self);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.unfilter", NULL);
  wait_until (window_fixture_get_n_motions (self) == 3);
  popover = open_popover (self);
  window_fixture_settle ();
  activate_row (popover, "Berichte");
  wait_until (window_fixture_get_n_motions (self) == 1);
}

static void
save_elsewhere (WindowFixture *self,
                const char    *kind)
{
  g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new ();

  vlg_motion_filter_set (filter, VLG_FACET_KIND, kind);
  vlg_filters_save_async (self->office, "Berichte", filter, NULL, NULL);
}

static char *
find_kind (WindowFixture *self)
{
  g_autoptr (VlgMotionFilter) filter = vlg_filters_find (self->office, "Berichte", NULL);

  return filter != NULL ? g_strdup (vlg_motion_filter_get (filter, VLG_FACET_KIND)) : NULL;
}

static gboolean
has_kind (WindowFixture *self,
          const char    *kind)
{
  g_autofree char *found = find_kind (self);

  return g_strcmp0 (found, kind) == 0;
}

/* Another window saves what this one shows. */
static void
test_saved_elsewhere (WindowFixture *self,
                      gconstpointer  data)
{
  GtkWidget *popover;
  GtkWidget *button;

  fill (self);
  save_elsewhere (self, "IV");
  wait_until (has_kind (self, "IV"));
  popover = open_popover (self);
  wait_until ((button = window_fixture_find (popover, GTK_TYPE_BUTTON, "Remove the filter “Berichte”")) != NULL);
  save_elsewhere (self, "BV");
  wait_until (has_kind (self, "BV"));
  g_signal_emit_by_name (button, "clicked");
  /* Nothing is told before it is done. */
  g_assert_null (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Undo"));
  wait_until (has_kind (self, NULL));
  close_popover (popover);
  undo (self);
  wait_until (has_kind (self, "BV"));

  popover = open_popover (self);
  wait_until ((button = window_fixture_find (popover, GTK_TYPE_BUTTON, "Remove the filter “Berichte”")) != NULL);
  g_signal_emit_by_name (button, "clicked");
  wait_until (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "_Undo") != NULL);
  save_elsewhere (self, "FV");
  wait_until (has_kind (self, "FV"));
  close_popover (popover);
  undo (self);
  wait_until (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL,
                                   "The filter “Berichte” has been changed since in another window, and stays as it is there.") != NULL);
  g_assert_true (has_kind (self, "FV"));
}

static void
test_trash (WindowFixture *self,
            gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = NULL;
  GtkWidget *popover;

  fill (self);
  motion = create (self, "BV", "II-66", "Versehen");
  wait_until (window_fixture_get_n_motions (self) == 4);
  vlg_motions_page_show (self->page, vlg_motion_get_uid (motion));
  wait_until (self->page->motion != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motion.trash", NULL);
  wait_until (window_fixture_get_n_motions (self) == 3);

  popover = open_popover (self);
  activate_row (popover, "Trash");
  wait_until (window_fixture_get_n_motions (self) == 1);
  vlg_motions_page_show (self->page, vlg_motion_get_uid (motion));
  wait_until (self->page->motion != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motion.restore", NULL);
  wait_until (window_fixture_get_n_motions (self) == 0);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.unfilter", NULL);
  wait_until (window_fixture_get_n_motions (self) == 4);
}

/* What is on the screen is what is written, and no title becomes a formula. */
static void
test_export_list (WindowFixture *self,
                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new ();
  g_autoptr (VlgMotion) odd = NULL;
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  fill (self);
  odd = create (self, "BV", "V", "=HYPERLINK(\"a;b\")");
  wait_until (window_fixture_get_n_motions (self) == 4);
  vlg_motion_filter_set (filter, VLG_FACET_KIND, "BV");
  vlg_motions_page_set_filter (self->page, filter);
  wait_until (window_fixture_get_n_motions (self) == 3);
  vlg_motions_page_export_list_to (self->page, file);
  wait_until (window_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "3 motions exported") != NULL);

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "\xef\xbb\xbf\"Number\";\"Title\";"));
  lines = g_strsplit (content, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_nonnull (strstr (lines[1], ";\"'=HYPERLINK(\"\"a;b\"\")\";\"Draft\";"));
  g_assert_null (strstr (content, "Feuerwehr"));
}

static void
write_text (WindowFixture *self,
            VlgMotion     *motion,
            VlgField       field,
            const char    *text)
{
  g_autoptr (VlgDraft) draft = vlg_draft_new (self->office, motion);
  g_autoptr (GAsyncResult) result = NULL;

  vlg_motion_set_text (vlg_draft_get_motion (draft), field, text);
  vlg_draft_flush_async (draft, NULL, keep_result_cb, &result);
  wait_until (result != NULL);
  g_assert_true (vlg_draft_flush_finish (draft, result, NULL));
}

static gboolean
shows (WindowFixture *self,
       const char    *markup)
{
  return window_fixture_find (GTK_WIDGET (self->page->list_view), GTK_TYPE_LABEL, markup) != NULL;
}

/* Where the words were found stands in the rows, and goes with the words. */
static void
test_excerpts (WindowFixture *self,
               gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = NULL;

  fill (self);
  motion = create (self, "BV", "II-66", "Platz & Straße");
  write_text (self, motion, VLG_FIELD_REASONING, "Die *Große* Brücke <steht> seit 1890.");
  wait_until (window_fixture_get_n_motions (self) == 4);
  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), "grosse brü");
  wait_until (shows (self, "Reasoning: Die <b>Große</b> <b>Brü</b>cke &lt;steht&gt; seit 1890."));
  /* The title says it itself: there is no line below. */
  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), "strasse");
  wait_until (shows (self, "<span weight=\"normal\">Platz &amp; <b>Straße</b></span>"));
  g_assert_false (shows (self, "Reasoning: Die <b>Große</b> <b>Brü</b>cke &lt;steht&gt; seit 1890."));
  gtk_editable_set_text (GTK_EDITABLE (self->page->search_entry), "");
  wait_until (window_fixture_get_n_motions (self) == 4 && shows (self, "Platz &amp; Straße"));
}

static gboolean
table_shows (WindowFixture *self,
             const char    *text)
{
  return window_fixture_find (GTK_WIDGET (self->page->column_view), GTK_TYPE_LABEL, text) != NULL;
}

/* The same motions and the same selection, in columns, where there is room; the motion opens over it. */
static void
test_table (WindowFixture *self,
            gconstpointer  data)
{
  static const char * const chosen[] = { "number", "title", "submitter", NULL };
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GtkColumnViewColumn) title = NULL;

  fill (self);
  motion = create (self, "BV", "II-66", "Aussicht & Turm");
  write_text (self, motion, VLG_FIELD_SUBMITTER, "Amt für Türme");
  wait_until (window_fixture_get_n_motions (self) == 4);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.table", NULL);
  wait_until (vlg_motions_page_is_table (self->page));
  g_assert_null (gtk_list_view_get_model (self->page->list_view));
  wait_until (table_shows (self, "Aussicht &amp; Turm"));
  g_assert_true (gtk_column_view_get_model (self->page->column_view) == GTK_SELECTION_MODEL (self->page->selection));

  /* The title has the room the others leave. */
  window_fixture_settle ();
  g_assert_cmpint (gtk_widget_get_width (window_fixture_find (GTK_WIDGET (self->page->column_view), GTK_TYPE_LABEL, "Aussicht &amp; Turm")), >, 300);

  /* The columns are the person's choice, and what they say is read. */
  g_object_set (self->page, "columns", chosen, NULL);
  wait_until (table_shows (self, "Amt für Türme"));
  g_assert_false (table_shows (self, "State"));
  g_assert_true (table_shows (self, "Submitter"));

  /* A heading sorts as the menu does; what the store does not sort has none to press. */
  title = g_list_model_get_item (gtk_column_view_get_columns (self->page->column_view), 1);
  gtk_column_view_sort_by_column (self->page->column_view, title, GTK_SORT_ASCENDING);
  wait_until (self->page->order == VLG_MOTION_ORDER_TITLE && !vlg_motion_list_get_loading (self->page->motions));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.order", "s", "number");
  wait_until (self->page->order == VLG_MOTION_ORDER_NUMBER && !vlg_motion_list_get_loading (self->page->motions));

  /* The same heading again turns the order round; another begins in its own direction. */
  gtk_column_view_sort_by_column (self->page->column_view, title, GTK_SORT_ASCENDING);
  wait_until (self->page->order == VLG_MOTION_ORDER_TITLE);
  gtk_column_view_sort_by_column (self->page->column_view, title, GTK_SORT_DESCENDING);
  wait_until (self->page->order == VLG_MOTION_ORDER_TITLE_DESCENDING && !vlg_motion_list_get_loading (self->page->motions));

  /* What is looked for comes newest first: no heading says otherwise. */
  vlg_motion_list_set_words (self->page->motions, "turm");
  g_assert_null (gtk_column_view_column_get_sorter (title));
  vlg_motion_list_set_words (self->page->motions, "");
  g_assert_nonnull (gtk_column_view_column_get_sorter (title));
  g_assert_cmpint (self->page->order, ==, VLG_MOTION_ORDER_TITLE_DESCENDING);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.order", "s", "number");
  wait_until (window_fixture_get_n_motions (self) == 4 && !vlg_motion_list_get_loading (self->page->motions));

  /* Several are chosen in it too. */
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.select", NULL);
  g_assert_true (gtk_column_view_get_model (self->page->column_view) == GTK_SELECTION_MODEL (self->page->chosen));
  gtk_widget_activate_action (vlg_motions_page_get_rows (self->page), "list.select-item", "(ubb)", 0, TRUE, FALSE);
  gtk_widget_activate_action (vlg_motions_page_get_rows (self->page), "list.select-item", "(ubb)", 2, TRUE, FALSE);
  ids = vlg_motion_selection_get_ids (self->page->chosen);
  g_assert_cmpuint (ids->len, ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.select", NULL);
  g_assert_true (gtk_column_view_get_model (self->page->column_view) == GTK_SELECTION_MODEL (self->page->selection));

  /* Choosing a row opens nothing, Enter does. */
  gtk_single_selection_set_selected (self->page->selection, 1);
  window_fixture_settle ();
  g_assert_null (vlg_motions_page_get_motion (self->page));
  gtk_widget_activate_action (vlg_motions_page_get_rows (self->page), "list.activate-item", "u", 1);
  wait_until (vlg_motions_page_get_motion (self->page) != NULL);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (self->page->view)));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.back", NULL);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (self->page->column_view)));

  /* A narrow window has the list again, a wide one the table. */
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 700);
  wait_until (!vlg_motions_page_is_table (self->page));
  g_assert_true (gtk_list_view_get_model (self->page->list_view) == GTK_SELECTION_MODEL (self->page->selection));
  wait_until (window_fixture_find (GTK_WIDGET (self->page->list_view), GTK_TYPE_LABEL, "Aussicht &amp; Turm") != NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 700);
  wait_until (vlg_motions_page_is_table (self->page));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "motions.table", NULL);
  wait_until (!vlg_motions_page_is_table (self->page));
}

static void
test_narrow (WindowFixture *self,
             gconstpointer  data)
{
  g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new ();
  GtkWidget *popover;
  int minimum;

  fill (self);
  vlg_motion_filter_set (filter, VLG_FACET_STATE, "draft,returned");
  vlg_motion_filter_set (filter, VLG_FACET_BODY, "Ausschuss für Gesundheit, Bildung, Soziales und alles, was sonst noch dazugehört");
  vlg_motion_filter_set (filter, VLG_FACET_TRASH, "yes");
  vlg_motions_page_set_filter (self->page, filter);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  popover = open_popover (self);
  gtk_widget_measure (popover, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  close_popover (popover);
}

#define add(path, function) \
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, function, window_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

  add ("/ui/list/filter-and-chips", test_filter_and_chips);
  add ("/ui/list/filter-and-words", test_filter_and_words);
  add ("/ui/list/saved", test_saved);
  add ("/ui/list/saved-elsewhere", test_saved_elsewhere);
  add ("/ui/list/trash", test_trash);
  add ("/ui/list/export-list", test_export_list);
  add ("/ui/list/excerpts", test_excerpts);
  add ("/ui/list/table", test_table);
  add ("/ui/list/narrow", test_narrow);

  return window_fixture_run (argc, argv);
}
