/* vlg-calendar-page.c — meetings and consultations on their days
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-page-private.h"

#include <glib/gi18n.h>

#include "vlg-calendar-words.h"
#include "vlg-month-grid.h"
#include "vlg-platform.h"
#include "vlg-wrap-box.h"

enum { OPEN, N_SIGNALS };
enum { PROP_0, PROP_LIST, N_PROPS };

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgCalendarPage, vlg_calendar_page, ADW_TYPE_BIN)

VlgCalendarEntry *
vlg_calendar_page_find (VlgCalendarPage *self,
                        const char      *uid)
{
  GListModel *entries = vlg_calendar_get_entries (self->calendar);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (VlgCalendarEntry) entry = g_list_model_get_item (entries, i);

      if (g_str_equal (vlg_calendar_entry_get_facts (entry)->uid, uid))
        return g_steal_pointer (&entry);
    }

  return NULL;
}

/* What is shown */

static gboolean
shows_list (VlgCalendarPage *self)
{
  return self->list || vlg_width_gauge_get_narrow (self->gauge);
}

static void
update_view (VlgCalendarPage *self)
{
  const gboolean empty = self->days == NULL || g_list_model_get_n_items (vlg_day_list_get_entries (self->days)) == 0;
  const gboolean loading = vlg_calendar_get_loading (self->calendar);

  gtk_stack_set_visible_child_name (self->stack, shows_list (self) ? "list" : "month");
  gtk_stack_set_visible_child_name (self->list_stack, empty && !loading ? "empty" : "days");
  gtk_widget_set_visible (self->hint, empty && !loading && !shows_list (self));
}

/* Asks for the days that are shown, those beside the month too. */
static void
show_month (VlgCalendarPage *self)
{
  VlgDay day = vlg_month_view_get_day (self->month);
  g_autofree char *heading = vlg_calendar_words_month (day);
  VlgMonthGrid grid;
  VlgDay first;
  guint year, month;

  vlg_day_get (day, &year, &month, NULL);
  grid = vlg_month_grid (year, month);
  first = vlg_day_new (year, month, 1);
  gtk_label_set_text (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->month), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  vlg_day_list_set_days (self->days, first, first + vlg_month_length (year, month) - 1);
  vlg_calendar_show (self->calendar, grid.first, grid.first + grid.n_weeks * 7 - 1);
  update_view (self);
}

static void
loaded_cb (VlgCalendarPage *self)
{
  gtk_widget_set_visible (self->failure, FALSE);
  update_view (self);
}

static void
failed_cb (VlgCalendarPage *self,
           const GError    *error)
{
  gtk_label_set_text (self->failure_label, error->message);
  gtk_widget_set_visible (self->failure, TRUE);
}

static void
profile_cb (VlgCalendarPage *self)
{
  self->days = VLG_DAY_LIST (vlg_day_list_new (vlg_calendar_get_entries (self->calendar), vlg_office_get_profile (self->office), TRUE));
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->days));
  vlg_month_view_refresh (self->month);
  show_month (self);
}

static void
narrow_cb (VlgCalendarPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.list", !vlg_width_gauge_get_narrow (self->gauge));
  update_view (self);
}

/* Going through the months */

void
vlg_calendar_page_show_day (VlgCalendarPage *self,
                            VlgDay           day)
{
  guint year;

  g_return_if_fail (VLG_IS_CALENDAR_PAGE (self));

  if (day == VLG_DAY_NONE)
    return;
  vlg_day_get (day, &year, NULL, NULL);
  if (year >= 2 && year <= VLG_LAST_YEAR)
    vlg_month_view_set_day (self->month, day);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VlgCalendarPage *self = VLG_CALENDAR_PAGE (widget);

  vlg_calendar_page_show_day (self, vlg_day_add_months (vlg_month_view_get_day (self->month), -1));
}

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgCalendarPage *self = VLG_CALENDAR_PAGE (widget);

  vlg_calendar_page_show_day (self, vlg_day_add_months (vlg_month_view_get_day (self->month), 1));
}

static void
today_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VlgCalendarPage *self = VLG_CALENDAR_PAGE (widget);

  vlg_calendar_page_show_day (self, vlg_day_today ());
  if (!shows_list (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->month));
}

/* What stands on a day */

/* Shows @list, below @heading unless that is NULL, beside what stands for it. */
static void
pop_up (VlgCalendarPage *self,
        GtkWidget       *beside,
        const char      *name,
        GtkWidget       *heading,
        GtkWidget       *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  graphene_rect_t bounds;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 400);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, 270, -1);
  if (heading != NULL)
    gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), scroller);

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  if (gtk_widget_compute_bounds (beside, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static GtkWidget *
list_new (VlgCalendarPage *self)
{
  return vlg_day_list_new (vlg_calendar_get_entries (self->calendar), vlg_office_get_profile (self->office), TRUE);
}

static void
show_day_list (VlgCalendarPage *self,
               VlgDay           day)
{
  VlgDayCell *cell = vlg_month_view_find_cell (self->month, day);
  g_autofree char *name = vlg_calendar_words_day (day);
  GtkWidget *list;

  if (cell == NULL)
    return;
  list = list_new (self);
  vlg_day_list_set_days (VLG_DAY_LIST (list), day, day);
  pop_up (self, GTK_WIDGET (cell), name, NULL, list);
}

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/* A meeting, and the motions that stand on its agenda. */
static void
show_meeting (VlgCalendarPage        *self,
              const VlgCalendarFacts *facts)
{
  GtkWidget *beside = vlg_month_view_find_chip (self->month, facts->uid);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *list = list_new (self);
  g_autofree char *details = vlg_calendar_words_details (facts);

  if (beside == NULL || !gtk_widget_get_mapped (beside))
    beside = (GtkWidget *) vlg_month_view_find_cell (self->month, facts->day);
  if (beside == NULL || !gtk_widget_get_mapped (beside))
    beside = GTK_WIDGET (self->heading);
  gtk_widget_add_css_class (heading, "meeting-heading");
  gtk_box_append (GTK_BOX (heading), label_new (facts->body, "title-4"));
  if (*details != '\0')
    gtk_box_append (GTK_BOX (heading), label_new (details, "body"));
  if (facts->n_motions == 0)
    gtk_box_append (GTK_BOX (heading), label_new (_("No motions yet"), "body"));
  vlg_day_list_set_meeting (VLG_DAY_LIST (list), facts->uid);
  pop_up (self, beside, facts->body, heading, list);
}

static void
show_day_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  show_day_list (VLG_CALENDAR_PAGE (widget), g_variant_get_uint32 (parameter));
}

static void
open_entry (VlgCalendarPage  *self,
            VlgCalendarEntry *entry)
{
  const VlgCalendarFacts *facts = vlg_calendar_entry_get_facts (entry);

  if (facts->kind == VLG_ENTRY_CONSULTATION)
    g_signal_emit (self, signals[OPEN], 0, facts->motion_uid);
  else
    show_meeting (self, facts);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgCalendarPage *self = VLG_CALENDAR_PAGE (widget);
  g_autoptr (VlgCalendarEntry) entry = vlg_calendar_page_find (self, g_variant_get_string (parameter, NULL));

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (entry != NULL)
    open_entry (self, entry);
}

/* One entry is opened, several are listed. */
static void
open_day_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VlgCalendarPage *self = VLG_CALENDAR_PAGE (widget);
  GListModel *entries = vlg_calendar_get_entries (self->calendar);
  VlgDay day = g_variant_get_uint32 (parameter);
  g_autoptr (VlgCalendarEntry) only = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (VlgCalendarEntry) entry = g_list_model_get_item (entries, i);
      const VlgCalendarFacts *facts = vlg_calendar_entry_get_facts (entry);

      if (facts->day == day && vlg_calendar_words_is_drawn (facts) && n++ == 0)
        g_set_object (&only, entry);
    }
  if (n > 1)
    show_day_list (self, day);
  else if (n == 1)
    open_entry (self, only);
}

/* Class */

static void
vlg_calendar_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_LIST)
    g_value_set_boolean (value, VLG_CALENDAR_PAGE (object)->list);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_calendar_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VlgCalendarPage *self = VLG_CALENDAR_PAGE (object);

  if (prop_id != PROP_LIST)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->list == g_value_get_boolean (value))
    return;
  self->list = g_value_get_boolean (value);
  update_view (self);
  g_object_notify_by_pspec (object, pspec);
}

/* A window that stays open over night. */
static void
vlg_calendar_page_map (GtkWidget *widget)
{
  VlgCalendarPage *self = VLG_CALENDAR_PAGE (widget);

  if (self->today != vlg_day_today ())
    {
      self->today = vlg_day_today ();
      vlg_month_view_refresh (self->month);
    }

  GTK_WIDGET_CLASS (vlg_calendar_page_parent_class)->map (widget);
}

/* The day, not the first button of the header. */
static gboolean
vlg_calendar_page_grab_focus (GtkWidget *widget)
{
  VlgCalendarPage *self = VLG_CALENDAR_PAGE (widget);

  if (shows_list (self))
    return gtk_widget_child_focus (GTK_WIDGET (self->list_stack), GTK_DIR_TAB_FORWARD);

  return gtk_widget_grab_focus (GTK_WIDGET (self->month));
}

static void
vlg_calendar_page_dispose (GObject *object)
{
  VlgCalendarPage *self = VLG_CALENDAR_PAGE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->calendar);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (vlg_calendar_page_parent_class)->dispose (object);
}

static void
vlg_calendar_page_class_init (VlgCalendarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_calendar_page_dispose;
  object_class->get_property = vlg_calendar_page_get_property;
  object_class->set_property = vlg_calendar_page_set_property;
  widget_class->map = vlg_calendar_page_map;
  widget_class->grab_focus = vlg_calendar_page_grab_focus;

  properties[PROP_LIST] = g_param_spec_boolean ("list", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPEN] = g_signal_new ("open", VLG_TYPE_CALENDAR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "calendar.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "calendar.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "calendar.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "calendar.open-day", "u", open_day_action);
  gtk_widget_class_install_action (widget_class, "calendar.show-day", "u", show_day_action);
  gtk_widget_class_install_property_action (widget_class, "calendar.list", "list");
  vlg_calendar_page_class_install_deeds (widget_class);
  vlg_calendar_page_class_install_files (widget_class);

  g_type_ensure (VLG_TYPE_MONTH_VIEW);
  g_type_ensure (VLG_TYPE_WIDTH_GAUGE);
  g_type_ensure (VLG_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/calendar/vlg-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgCalendarPage, gauge);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_child (widget_class, VlgCalendarPage, heading);
  gtk_widget_class_bind_template_child (widget_class, VlgCalendarPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VlgCalendarPage, list_bin);
  gtk_widget_class_bind_template_child (widget_class, VlgCalendarPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, VlgCalendarPage, month);
  gtk_widget_class_bind_template_child (widget_class, VlgCalendarPage, hint);
  gtk_widget_class_bind_template_child (widget_class, VlgCalendarPage, failure);
  gtk_widget_class_bind_template_child (widget_class, VlgCalendarPage, failure_label);
}

static void
vlg_calendar_page_init (VlgCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vlg_calendar_page_new (VlgOffice *office)
{
  VlgCalendarPage *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_object_new (VLG_TYPE_CALENDAR_PAGE, NULL);
  self->office = g_object_ref (office);
  self->calendar = vlg_calendar_new (office);
  self->today = vlg_day_today ();
  g_signal_connect_object (self->calendar, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  vlg_month_view_set_source (self->month, office, vlg_calendar_get_entries (self->calendar));
  vlg_month_view_set_day (self->month, self->today);
  profile_cb (self);
  g_signal_connect_object (self->month, "notify::day", G_CALLBACK (show_month), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "notify::profile", G_CALLBACK (profile_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
