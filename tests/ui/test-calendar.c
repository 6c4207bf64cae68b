/* test-calendar.c — the Calendar page: what stands on its days, and what is put on another one
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-chip.h"
#include "vlg-calendar-page-private.h"
#include "window-fixture.h"

typedef struct {
  WindowFixture window;
  VlgCalendarPage *page;   /* borrowed */
} Fixture;

static void
open_page (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window.window), "win.view", "s", "calendar");
  g_assert_cmpstr (vlg_window_get_view (self->window.window), ==, "calendar");
  wait_until ((self->page = VLG_CALENDAR_PAGE (window_fixture_find (GTK_WIDGET (self->window.window), VLG_TYPE_CALENDAR_PAGE, NULL))) != NULL);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  window_fixture_set_up (&self->window, data);
  window_fixture_import_sample (&self->window);
  open_page (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  window_fixture_tear_down (&self->window, data);
}

/* The only chip of a day, NULL where there is none. */
static GtkWidget *
get_chip (Fixture *self,
          VlgDay   day)
{
  VlgDayCell *cell = vlg_month_view_find_cell (self->page->month, day);

  return cell != NULL ? vlg_day_cell_get_chip (cell, 0) : NULL;
}

static const VlgCalendarFacts *
get_facts (Fixture *self,
           VlgDay   day)
{
  GtkWidget *chip;

  vlg_calendar_page_show_day (self->page, day);
  wait_until ((chip = get_chip (self, day)) != NULL);

  return vlg_calendar_entry_get_facts (vlg_calendar_chip_get_entry (VLG_CALENDAR_CHIP (chip)));
}

static VlgMotion *
get_motion (Fixture *self)
{
  return self->window.page->motion;
}

/* The sample's consultations, whatever their days are. */
static void
test_days (Fixture       *self,
           gconstpointer  data)
{
  GListModel *rows;

  wait_until (get_motion (self) != NULL);
  rows = G_LIST_MODEL (vlg_motion_get_consultations (get_motion (self)));
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 4);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);
      const VlgCalendarFacts *facts = get_facts (self, vlg_consultation_get_day (row));

      g_assert_cmpstr (facts->uid, ==, vlg_consultation_get_uid (row));
      g_assert_cmpstr (facts->body, ==, vlg_consultation_get_body (row));
    }
}

static void
drop (Fixture *self,
      VlgDay   from,
      VlgDay   to)
{
  g_autoptr (GListModel) controllers = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  get_facts (self, from);
  g_value_init (&value, VLG_TYPE_CALENDAR_ENTRY);
  g_value_set_object (&value, vlg_calendar_chip_get_entry (VLG_CALENDAR_CHIP (get_chip (self, from))));
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (vlg_month_view_find_cell (self->page->month, to)));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_assert_true (taken);
}

static VlgDay
get_last_day (Fixture *self)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (get_motion (self)));
  g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, g_list_model_get_n_items (rows) - 1);

  return vlg_consultation_get_day (row);
}

/* What is let fall on another day is stored there; Undo brings it back; another window sees the same. */
static void
test_drop (Fixture       *self,
           gconstpointer  data)
{
  VlgDay from, to;
  GtkWidget *undo;
  g_autofree char *uid = NULL;

  wait_until (get_motion (self) != NULL);
  from = get_last_day (self);
  to = vlg_day_weekday (from) == G_DATE_SUNDAY ? from - 1 : from + 1;
  uid = g_strdup (get_facts (self, from)->uid);
  drop (self, from, to);
  wait_until (get_chip (self, to) != NULL && get_chip (self, from) == NULL);
  g_assert_cmpstr (get_facts (self, to)->uid, ==, uid);

  wait_until ((undo = window_fixture_find (GTK_WIDGET (self->window.window), GTK_TYPE_BUTTON, "_Undo")) != NULL);
  g_signal_emit_by_name (undo, "clicked");
  wait_until (get_chip (self, from) != NULL && get_chip (self, to) == NULL);

  drop (self, from, to);
  wait_until (get_chip (self, to) != NULL && get_chip (self, from) == NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window.window), "win.view", "s", "motions");
  adw_bin_set_child (ADW_BIN (gtk_widget_get_parent (GTK_WIDGET (self->page))), NULL);
  open_page (self);
  g_assert_cmpstr (get_facts (self, to)->uid, ==, uid);
}

/* Presses a key where the class of the month listens. */
static void
press (Fixture         *self,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->page->month));
  g_autoptr (GtkShortcutTrigger) trigger = gtk_keyval_trigger_new (key, modifiers);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && !handled && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            handled = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (self->page->month), gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_true (handled);
}

static void
test_keyboard (Fixture       *self,
               gconstpointer  data)
{
  VlgMonthView *month = self->page->month;
  VlgDay day;

  vlg_calendar_page_show_day (self->page, vlg_day_new (2031, 1, 31));
  gtk_widget_grab_focus (GTK_WIDGET (month));
  press (self, GDK_KEY_Right, 0);
  g_assert_cmpuint (vlg_month_view_get_day (month), ==, vlg_day_new (2031, 2, 1));
  press (self, GDK_KEY_Up, 0);
  g_assert_cmpuint (vlg_month_view_get_day (month), ==, vlg_day_new (2031, 1, 25));
  press (self, GDK_KEY_Home, 0);
  g_assert_cmpuint (vlg_month_view_get_day (month), ==, vlg_day_new (2031, 1, 20));
  press (self, GDK_KEY_End, 0);
  press (self, GDK_KEY_Page_Down, 0);
  g_assert_cmpuint (vlg_month_view_get_day (month), ==, vlg_day_new (2031, 2, 26));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window.window)) == GTK_WIDGET (vlg_month_view_find_cell (month, vlg_day_new (2031, 2, 26))));
  gtk_widget_activate_action (GTK_WIDGET (self->page), "calendar.today", NULL);
  g_assert_cmpuint (vlg_month_view_get_day (month), ==, vlg_day_today ());

  /* Ctrl+Shift moves what stands on the day, and Enter opens it. */
  wait_until (get_motion (self) != NULL);
  day = get_last_day (self);
  get_facts (self, day);
  gtk_widget_grab_focus (GTK_WIDGET (month));
  press (self, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  wait_until (get_chip (self, day - 1) != NULL && get_chip (self, day) == NULL);
  press (self, GDK_KEY_Return, 0);
  g_assert_cmpstr (vlg_window_get_view (self->window.window), ==, "motions");
}

/* A telephone has the list, and nothing of a month that it cannot hold. */
static void
test_narrow (Fixture       *self,
             gconstpointer  data)
{
  wait_until (get_motion (self) != NULL);
  get_facts (self, get_last_day (self));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->page->stack), ==, "month");
  gtk_widget_set_visible (GTK_WIDGET (self->window.window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window.window), 360, 640);
  gtk_window_present (GTK_WINDOW (self->window.window));
  wait_until (g_str_equal (gtk_stack_get_visible_child_name (self->page->stack), "list"));
  g_assert_cmpuint (g_list_model_get_n_items (vlg_day_list_get_entries (self->page->days)), >, 0);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window.window)), <=, 360);
}

/* A meeting that came from a table can be opened and put on another day. */
static void
test_files (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "Sitzungen.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  static const char table[] = "Gremium;Datum;Beginn\nStadtrat;12.03.2031;16:00\n";

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  vlg_calendar_page_import_from (self->page, file);
  g_assert_cmpint (get_facts (self, vlg_day_new (2031, 3, 12))->kind, ==, VLG_ENTRY_MEETING);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "calendar.open-day", "u", vlg_day_new (2031, 3, 12));
  g_assert_nonnull (window_fixture_find (self->page->popover, GTK_TYPE_LABEL, "Stadtrat"));
  gtk_popover_popdown (GTK_POPOVER (self->page->popover));
  drop (self, vlg_day_new (2031, 3, 12), vlg_day_new (2031, 3, 13));
  wait_until (get_chip (self, vlg_day_new (2031, 3, 13)) != NULL && get_chip (self, vlg_day_new (2031, 3, 12)) == NULL);
}

int
main (int   argc,
      char *argv[])
{
  window_fixture_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/ui/calendar/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("days", test_days);
  ADD ("drop", test_drop);
  ADD ("keyboard", test_keyboard);
  ADD ("narrow", test_narrow);
  ADD ("files", test_files);
#undef ADD

  return window_fixture_run (argc, argv);
}
