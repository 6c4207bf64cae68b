/* test-leitbild.c — the Leitbild page: figures of known motions, the way from a figure to its motions, files
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-leitbild-page-private.h"
#include "vlg-motions.h"
#include "window-fixture.h"

#define YEAR 2031

/* What the office has dealt with: a body, a month of YEAR, whether adopted, relevance, field and goal of a mark. */
static const struct {
  const char *body;
  guint month;
  gboolean adopted;
  VlgRelevance relevance;
  const char *field;
  const char *goal;
  VlgStage stage;
} known[] = {
  { "Stadtrat", 1, TRUE, VLG_RELEVANCE_RELEVANT, "community", "M01", VLG_STAGE_RELEASED },
  { "Stadtrat", 2, FALSE, VLG_RELEVANCE_RELEVANT, "community", "M01", VLG_STAGE_RELEASED },
  { "Stadtrat", 5, TRUE, VLG_RELEVANCE_RELEVANT, "community", "M01", VLG_STAGE_RELEASED },
  { "Hauptausschuss", 5, FALSE, VLG_RELEVANCE_RELEVANT, "culture", "K02", VLG_STAGE_RELEASED },
  { "Stadtrat", 11, TRUE, VLG_RELEVANCE_NOT_RELEVANT, NULL, NULL, VLG_STAGE_RELEASED },
  /* Not counted. */
  { "Stadtrat", 1, FALSE, VLG_RELEVANCE_RELEVANT, "community", "M01", VLG_STAGE_DRAFT },
};

#define N_COUNTED 5

typedef struct {
  WindowFixture window;
  VlgLeitbildPage *page;   /* borrowed */
} Fixture;

static VlgMotion *
make (guint i)
{
  VlgMotion *motion = vlg_motion_new ();
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();
  g_autofree char *title = g_strdup_printf ("Vorgang %u", i);

  vlg_motion_set_kind (motion, "BV");
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, title);
  vlg_motion_set_stage (motion, known[i].stage);
  vlg_motion_set_relevance (motion, known[i].relevance);
  vlg_consultation_set_body (row, known[i].body);
  vlg_consultation_set_day (row, vlg_day_new (YEAR, known[i].month, 10));
  vlg_consultation_set_role (row, VLG_ROLE_DECISION);
  vlg_consultation_set_result (row, known[i].adopted ? VLG_RESULT_ADOPTED : VLG_RESULT_NONE);
  g_list_store_append (vlg_motion_get_consultations (motion), row);
  if (known[i].field != NULL)
    {
      g_autoptr (VlgMark) mark = vlg_mark_new (known[i].field);
      const char *goals[] = { known[i].goal, NULL };

      vlg_mark_set_ticked (mark, TRUE);
      vlg_mark_set_goals (mark, goals);
      g_list_store_append (vlg_motion_get_marks (motion), mark);
    }

  return motion;
}

static gpointer
fill_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgOffice *office = data;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (VlgMotion) motion = make (i);

      if (vlg_motions_insert (db, motion, vlg_profile_get_sha256 (vlg_office_get_profile (office)), vlg_office_get_actor (office), "created", error) == 0)
        return NULL;
    }

  return data;
}

static VlgLeitbildReport *
await_report (Fixture *self)
{
  wait_until (vlg_leitbild_page_get_report (self->page) != NULL && vlg_day_new (YEAR, 1, 1) == vlg_leitbild_page_get_report (self->page)->from && self->page->counting == NULL);

  return vlg_leitbild_page_get_report (self->page);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  window_fixture_set_up (&self->window, data);
  vlg_store_write (vlg_office_get_store (self->window.office), fill_job, self->window.office, NULL, &error);
  g_assert_no_error (error);
  wait_until (window_fixture_get_n_motions (&self->window) == G_N_ELEMENTS (known));
  wait_until (g_strcmp0 (vlg_window_get_view (self->window.window), "motions") == 0);

  gtk_widget_activate_action (GTK_WIDGET (self->window.window), "win.view", "s", "leitbild");
  g_assert_cmpstr (vlg_window_get_view (self->window.window), ==, "leitbild");
  wait_until ((self->page = VLG_LEITBILD_PAGE (window_fixture_find (GTK_WIDGET (self->window.window), VLG_TYPE_LEITBILD_PAGE, NULL))) != NULL);
}

static void
set_up_year (Fixture       *self,
             gconstpointer  data)
{
  set_up (self, data);
  vlg_leitbild_page_set_span (self->page, vlg_day_new (YEAR, 1, 1), vlg_day_new (YEAR, 12, 31));
  await_report (self);
  window_fixture_settle ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  window_fixture_tear_down (&self->window, data);
}

/* Presses a key where the class of @widget listens. */
static void
press (GtkWidget *widget,
       guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcutTrigger) trigger = gtk_keyval_trigger_new (key, 0);
  gboolean handled = FALSE;

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (widget))) == widget);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && !handled && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            handled = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_true (handled);
}

static guint
find_goal (VlgLeitbildReport *report,
           const char        *code)
{
  for (guint i = 0; i < report->goals->len; i++)
    if (g_str_equal (((VlgReportGoal *) report->goals->pdata[i])->code, code))
      return i;
  g_assert_not_reached ();
}

static void
assert_listed (Fixture  *self,
               guint     n,
               VlgFacet  facet,
               const char *value)
{
  const VlgMotionFilter *filter = vlg_motion_list_get_filter (vlg_motions_page_get_motions (self->window.page));

  g_assert_cmpstr (vlg_window_get_view (self->window.window), ==, "motions");
  g_assert_cmpstr (vlg_motion_filter_get (filter, facet), ==, value);
  wait_until (!vlg_motion_list_get_loading (vlg_motions_page_get_motions (self->window.page)) && window_fixture_get_n_motions (&self->window) == n);
}

static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  /* There is nothing in the year it begins with, and the way out is a button. */
  wait_until (window_fixture_find (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE, "No Motions in This Period") != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "leitbild.all-years", NULL);
  wait_until (self->page->report->total.n_motions == N_COUNTED);
  g_assert_cmpint (self->page->report->step, ==, VLG_REPORT_YEARS);
  g_assert_cmpuint (self->page->report->n_periods, ==, 1);
  g_assert_cmpuint (self->page->report->periods[0].year, ==, YEAR);
}

/* One motion three years before the others, and a draft that is older still. */
static gpointer
add_years_job (VlgDb         *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  VlgOffice *office = data;
  static const struct { guint which; guint year; } more[] = { { 0, YEAR - 3 }, { G_N_ELEMENTS (known) - 1, YEAR - 8 } };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    {
      g_autoptr (VlgMotion) motion = make (more[i].which);
      g_autoptr (VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (motion)), 0);

      vlg_consultation_set_day (row, vlg_day_new (more[i].year, 5, 5));
      vlg_motions_insert (db, motion, vlg_profile_get_sha256 (vlg_office_get_profile (office)), vlg_office_get_actor (office), "created", error);
    }

  return NULL;
}

/* From the first year with something to count to the last, in whole years. */
static void
test_all_years (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  vlg_store_write (vlg_office_get_store (self->window.office), add_years_job, self->window.office, NULL, &error);
  g_assert_no_error (error);
  gtk_drop_down_set_selected (self->page->span, 2);
  wait_until (self->page->report->total.n_motions == N_COUNTED + 1);
  g_assert_cmpuint (self->page->report->from, ==, vlg_day_new (YEAR - 3, 1, 1));
  g_assert_cmpuint (self->page->report->to, ==, vlg_day_new (YEAR, 12, 31));
  g_assert_cmpuint (self->page->report->n_periods, ==, 4);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "leitbild.open-total", "u", VLG_LEITBILD_ALL);
  assert_listed (self, N_COUNTED + 1, VLG_FACET_PERIOD, "2028-01-01/2031-12-31");
}

static void
test_figures (Fixture       *self,
              gconstpointer  data)
{
  VlgLeitbildReport *report = await_report (self);
  guint goal = find_goal (report, "M01");
  g_autofree char *cell = vlg_heat_map_describe (report, goal, 0);
  const VlgFieldBar *bar = NULL;
  g_autofree char *words = NULL;

  g_assert_cmpstr (gtk_label_get_text (self->page->numbers[VLG_LEITBILD_ALL]), ==, "5");
  g_assert_cmpstr (gtk_label_get_text (self->page->numbers[VLG_LEITBILD_ADOPTED]), ==, "3");
  g_assert_cmpstr (gtk_label_get_text (self->page->numbers[VLG_LEITBILD_NOT_RELEVANT]), ==, "20 %");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->page->totals[VLG_LEITBILD_UNDECIDED])));
  g_assert_cmpstr (cell, ==, "M01, 1/2031: 2 motions");
  for (guint i = 0; i < vlg_field_bars_get_n_bars (self->page->bars); i++)
    if (g_strcmp0 (vlg_field_bars_get_bar (self->page->bars, i)->field, "community") == 0)
      bar = vlg_field_bars_get_bar (self->page->bars, i);
  words = vlg_field_bars_describe (bar);
  g_assert_true (g_str_has_suffix (words, ": 3 motions, 2 adopted"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->page->map)));
}

/* Arrow keys to a cell, Enter to the motions behind it. */
static void
test_keyboard (Fixture       *self,
               gconstpointer  data)
{
  VlgLeitbildReport *report = await_report (self);
  GtkWidget *map = GTK_WIDGET (self->page->map);
  guint wanted = find_goal (report, "M01");
  guint goal, period;

  gtk_widget_grab_focus (map);
  for (guint i = 0; i < report->goals->len; i++)
    press (map, GDK_KEY_Up);
  for (guint i = 0; i < wanted; i++)
    press (map, GDK_KEY_Down);
  press (map, GDK_KEY_End);
  g_assert_true (vlg_chart_view_get_cursor (VLG_CHART_VIEW (self->page->map), &goal, &period));
  g_assert_cmpuint (period, ==, report->n_periods);
  press (map, GDK_KEY_Right);
  press (map, GDK_KEY_Home);
  press (map, GDK_KEY_Right);
  g_assert_true (vlg_chart_view_get_cursor (VLG_CHART_VIEW (self->page->map), &goal, &period));
  g_assert_cmpuint (goal, ==, wanted);
  g_assert_cmpuint (period, ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_LABEL, "Goals by period. M01, 2/2031: 1 motion");

  press (map, GDK_KEY_Return);
  assert_listed (self, 1, VLG_FACET_GOAL, "M01");
  assert_listed (self, 1, VLG_FACET_PERIOD, "2031-04-01/2031-06-30");
  assert_listed (self, 1, VLG_FACET_SUBMITTED, "yes");
}

static void
test_bars (Fixture       *self,
           gconstpointer  data)
{
  GtkWidget *bars = GTK_WIDGET (self->page->bars);
  guint index = 0;

  await_report (self);
  gtk_widget_grab_focus (bars);
  while (g_strcmp0 (vlg_field_bars_get_bar (self->page->bars, index)->field, "community") != 0)
    index++;
  for (guint i = 0; i < index; i++)
    press (bars, GDK_KEY_Down);
  press (bars, GDK_KEY_space);
  assert_listed (self, 3, VLG_FACET_FIELD, "community");

  /* The terms stand below each other: the list keeps its width. */
  window_fixture_settle ();
  g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self->window.page->chips_bin))), <, 420);
}

/* So many goals that the page is scrolled. */
static gpointer
add_goals_job (VlgDb         *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  VlgOffice *office = data;
  g_autoptr (VlgMotion) motion = make (0);
  g_autoptr (VlgMark) mark = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_marks (motion)), 0);
  g_autoptr (GPtrArray) goals = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i <= 40; i++)
    g_ptr_array_add (goals, g_strdup_printf ("M%02u", i));
  g_ptr_array_add (goals, NULL);
  vlg_mark_set_goals (mark, (const char * const *) goals->pdata);
  vlg_motions_insert (db, motion, vlg_profile_get_sha256 (vlg_office_get_profile (office)), vlg_office_get_actor (office), "created", error);

  return NULL;
}

/* However the page is scrolled, the headings stay in sight, and nothing is drawn anew for it. */
static void
test_scrolled (Fixture       *self,
               gconstpointer  data)
{
  VlgChartView *map = VLG_CHART_VIEW (self->page->map);
  VlgChartViewClass *klass = VLG_CHART_VIEW_GET_CLASS (map);
  GtkScrolledWindow *page = GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self->page->goals_box), GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->page->map_scroller);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (page);
  graphene_point_t offset = { 0, 0 };
  graphene_rect_t clip, area;
  guint row, column, n_drawn;

  g_autoptr (GError) error = NULL;

  vlg_store_write (vlg_office_get_store (self->window.office), add_goals_job, self->window.office, NULL, &error);
  g_assert_no_error (error);
  wait_until (self->page->report->goals->len > 40);
  /* Ten years of quarters do not fit, in a narrow window. */
  vlg_leitbild_page_set_span (self->page, vlg_day_new (YEAR - 9, 1, 1), vlg_day_new (YEAR, 12, 31));
  wait_until (self->page->report->n_periods > 4);
  gtk_window_set_default_size (GTK_WINDOW (self->window.window), 360, 400);
  window_fixture_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (map));
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, gtk_adjustment_get_page_size (across));
  n_drawn = vlg_chart_view_get_n_drawn (map);
  g_assert_cmpuint (n_drawn, >, 0);

  /* To the end: the code of the goal still stands at the left, and what it covers cannot be clicked. */
  gtk_adjustment_set_value (across, 200);
  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
  window_fixture_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (map));
  klass->place_layer (map, 1, &offset, &clip);
  g_assert_cmpfloat (offset.x, ==, 200);
  klass->place_layer (map, 2, &offset, &clip);
  g_assert_cmpfloat (offset.y, >, 0);
  klass->get_area (map, 0, 3, &area);
  g_assert_false (klass->find (map, 205, (double) area.origin.y + 2, &row, &column));
  g_assert_cmpuint (vlg_chart_view_get_n_drawn (map), ==, n_drawn);

  /* The cursor comes out from under them. */
  gtk_widget_grab_focus (GTK_WIDGET (map));
  press (GTK_WIDGET (map), GDK_KEY_Home);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 0);
}

/* What was asked for goes along: the body, and only what was adopted. */
static void
test_narrowed (Fixture       *self,
               gconstpointer  data)
{
  GListModel *bodies = gtk_drop_down_get_model (self->page->body);
  guint body = 1;

  await_report (self);
  while (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (bodies), body), "Stadtrat"))
    body++;
  gtk_drop_down_set_selected (self->page->body, body);
  wait_until (self->page->report->total.n_motions == 4);
  gtk_drop_down_set_selected (self->page->state, 1);
  wait_until (self->page->report->total.n_motions == 3);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "leitbild.open-total", "u", VLG_LEITBILD_ALL);
  assert_listed (self, 3, VLG_FACET_BODY, "Stadtrat");
  assert_listed (self, 3, VLG_FACET_STATE, "adopted,adopted-with-changes");
}

static void
test_totals (Fixture       *self,
             gconstpointer  data)
{
  static const guint expected[] = { [VLG_LEITBILD_ALL] = N_COUNTED, [VLG_LEITBILD_ADOPTED] = 3, [VLG_LEITBILD_NOT_RELEVANT] = 1 };

  await_report (self);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->window.window), "win.view", "s", "leitbild");
      gtk_widget_activate_action (GTK_WIDGET (self->page), "leitbild.open-total", "u", i);
      assert_listed (self, expected[i], VLG_FACET_PERIOD, "2031-01-01/2031-12-31");
    }
}

/* The table says the same, and its figures open too. */
static void
test_table (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *figure;

  await_report (self);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "leitbild.table", NULL);
  window_fixture_settle ();
  figure = window_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_BUTTON, "M01, 1/2031: 2 motions");
  g_assert_nonnull (figure);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self->page->map)));
  g_signal_emit_by_name (figure, "clicked");
  assert_listed (self, 2, VLG_FACET_GOAL, "M01");
}

/* What is written while the page is away is counted when it is back. */
static void
test_changed (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  await_report (self);
  vlg_store_write (vlg_office_get_store (self->window.office), fill_job, self->window.office, NULL, &error);
  g_assert_no_error (error);
  wait_until (self->page->report->total.n_motions == 2 * N_COUNTED);
  gtk_widget_activate_action (GTK_WIDGET (self->window.window), "win.view", "s", "motions");
  vlg_store_write (vlg_office_get_store (self->window.office), fill_job, self->window.office, NULL, &error);
  g_assert_no_error (error);
  window_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (self->window.window), "win.view", "s", "leitbild");
  wait_until (self->page->report->total.n_motions == 3 * N_COUNTED);
}

static char *
export (Fixture           *self,
        VlgLeitbildFormat  format,
        gsize             *length)
{
  g_autofree char *path = g_strdup_printf ("%s/leitbild-%u", g_get_user_data_dir (), format);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *content = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  vlg_leitbild_page_export_to (self->page, file, format);
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  wait_until (window_fixture_find (GTK_WIDGET (self->window.window), GTK_TYPE_LABEL, "Figures exported") != NULL);
  g_assert_true (g_file_get_contents (path, &content, length, NULL));

  return content;
}

static void
test_export (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *csv = NULL;
  g_autofree char *svg = NULL;
  g_autofree char *pdf = NULL;
  gsize length;

  await_report (self);
  csv = export (self, VLG_LEITBILD_CSV, &length);
  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbf\"Part\";\"Field of action\";\"Goal\";\"Period\";\"Motions\";\"Adopted\"\r\n"));
  g_assert_nonnull (strstr (csv, "\"All motions\";\"\";\"\";\"1/2031\";\"2\";\"1\"\r\n"));
  g_assert_nonnull (strstr (csv, "\"Not relevant\";\"\";\"\";\"4/2031\";\"1\";\"\"\r\n"));
  g_assert_nonnull (strstr (csv, "\"Goal\";\"Soziales Miteinander\";\"M01\";\"2/2031\";\"1\";\"\"\r\n"));
  svg = export (self, VLG_LEITBILD_SVG, &length);
  g_assert_nonnull (strstr (svg, "<svg"));
  pdf = export (self, VLG_LEITBILD_PDF, &length);
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  g_assert_cmpuint (length, >, 4000);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

  g_test_add ("/leitbild/empty", Fixture, NULL, set_up, test_empty, tear_down);
#define ADD(path, function) g_test_add ("/leitbild/" path, Fixture, NULL, set_up_year, function, tear_down)
  ADD ("all-years", test_all_years);
  ADD ("figures", test_figures);
  ADD ("keyboard", test_keyboard);
  ADD ("bars", test_bars);
  ADD ("scrolled", test_scrolled);
  ADD ("narrowed", test_narrowed);
  ADD ("totals", test_totals);
  ADD ("table", test_table);
  ADD ("changed", test_changed);
  ADD ("export", test_export);
#undef ADD

  return window_fixture_run (argc, argv);
}
