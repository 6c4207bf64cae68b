/* vlg-month-view.c — the weeks of a month
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-month-view.h"

#include <glib/gi18n.h>

#include "vlg-calendar-chip.h"
#include "vlg-calendar-words.h"
#include "vlg-month-grid.h"

#define N_WEEKS 6
#define N_DAYS 7

struct _VlgMonthView {
  AdwBin parent_instance;

  /* borrowed: below */
  GtkWidget  *rows[N_WEEKS];
  GtkLabel   *weeks[N_WEEKS];
  VlgDayCell *cells[N_WEEKS * N_DAYS];

  /* owned */
  VlgOffice      *office;
  GListModel     *entries;
  GHashTable     *by_uid;    /* VlgCalendarEntry */
  VlgMonthLayout *layout;

  VlgDay       day;
  VlgDay       shown;        /* a day of the month that is shown; the day may be one beside it */
  VlgMonthGrid grid;
  guint        n_lines;
  guint        lines_source;
};

enum { PROP_0, PROP_DAY, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgMonthView, vlg_month_view, ADW_TYPE_BIN)

/* What is shown */

static void
show_cells (VlgMonthView *self)
{
  VlgDayCellContent content = {
    .layout = self->layout, .today = vlg_day_today (), .entries = self->by_uid, .profile = vlg_office_get_profile (self->office),
  };

  vlg_day_get (self->shown, NULL, &content.month, NULL);
  for (guint week = 0; week < N_WEEKS; week++)
    {
      gtk_widget_set_visible (self->rows[week], week < self->grid.n_weeks);
      if (week < self->grid.n_weeks)
        {
          guint number = vlg_week_number (self->grid.first + week * N_DAYS, NULL);
          g_autofree char *text = g_strdup_printf ("%u", number);
          g_autofree char *name = g_strdup_printf (_("Week %u"), number);

          gtk_label_set_text (self->weeks[week], text);
          gtk_accessible_update_property (GTK_ACCESSIBLE (self->weeks[week]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
        }
      for (guint i = week * N_DAYS; week < self->grid.n_weeks && i < (week + 1) * N_DAYS; i++)
        {
          content.index = i;
          vlg_day_cell_show (self->cells[i], &content);
        }
    }
}

static void
lay_out (VlgMonthView *self)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (VlgChipSource));
  VlgProfile *profile;
  guint year, month;

  if (self->office == NULL || self->shown == VLG_DAY_NONE)
    return;
  profile = vlg_office_get_profile (self->office);
  vlg_day_get (self->shown, &year, &month, NULL);
  self->grid = vlg_month_grid (year, month);
  g_hash_table_remove_all (self->by_uid);
  for (guint i = 0; i < g_list_model_get_n_items (self->entries); i++)
    {
      g_autoptr (VlgCalendarEntry) entry = g_list_model_get_item (self->entries, i);
      const VlgCalendarFacts *facts = vlg_calendar_entry_get_facts (entry);
      const gboolean meeting = facts->kind == VLG_ENTRY_MEETING;
      VlgChipSource source = {
        meeting ? VLG_CHIP_MEETING : VLG_CHIP_CONSULTATION, facts->uid, facts->day, facts->start, vlg_calendar_words_abbreviation (profile, facts), "",
        meeting ? facts->n_motions : 1, facts->visibility, facts->state
      };

      if (!vlg_calendar_words_is_drawn (facts))
        continue;
      if (!meeting)
        source.label = facts->number;
      g_array_append_val (sources, source);
      g_hash_table_insert (self->by_uid, facts->uid, g_object_ref (entry));
    }
  g_clear_pointer (&self->layout, vlg_month_layout_unref);
  self->layout = vlg_month_layout_new (self->grid.first, self->grid.n_weeks * N_DAYS, (VlgChipSource *) (gpointer) sources->data, sources->len, self->n_lines);
  show_cells (self);
}

/* How much room there is is known after the cells have theirs, when it is too late to change what is in them. */
static gboolean
lines_cb (gpointer user_data)
{
  VlgMonthView *self = user_data;
  VlgMonthLayout *layout;

  self->lines_source = 0;
  if (self->layout == NULL)
    return G_SOURCE_REMOVE;
  layout = vlg_month_layout_with_lines (self->layout, self->n_lines);
  vlg_month_layout_unref (self->layout);
  self->layout = layout;
  show_cells (self);

  return G_SOURCE_REMOVE;
}

static void
room_cb (VlgMonthView *self)
{
  guint n_lines = vlg_day_cell_count_lines (self->cells[0]);

  if (n_lines == self->n_lines)
    return;
  self->n_lines = n_lines;
  if (self->lines_source == 0)
    self->lines_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, lines_cb, self, NULL);
}

VlgDayCell *
vlg_month_view_find_cell (VlgMonthView *self,
                          VlgDay        day)
{
  guint week, weekday;

  g_return_val_if_fail (VLG_IS_MONTH_VIEW (self), NULL);

  return vlg_month_grid_find (&self->grid, day, &week, &weekday) ? self->cells[week * N_DAYS + weekday] : NULL;
}

GtkWidget *
vlg_month_view_find_chip (VlgMonthView *self,
                          const char   *uid)
{
  guint index, chip;

  g_return_val_if_fail (VLG_IS_MONTH_VIEW (self), NULL);

  if (self->layout == NULL || !vlg_month_layout_find (self->layout, uid, &index, &chip))
    return NULL;

  return vlg_day_cell_get_chip (self->cells[index], chip);
}

/* Keyboard */

static gboolean
has_focus_inside (VlgMonthView *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
focus_day (VlgMonthView *self,
           VlgDay        day)
{
  guint year;

  if (day == VLG_DAY_NONE)
    return;
  vlg_day_get (day, &year, NULL, NULL);
  if (year < 2 || year > VLG_LAST_YEAR)
    return;
  vlg_month_view_set_day (self, day);
  gtk_widget_grab_focus (GTK_WIDGET (vlg_month_view_find_cell (self, day)));
}

static gboolean
days_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  VlgMonthView *self = VLG_MONTH_VIEW (widget);

  focus_day (self, self->day + (VlgDay) g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

static gboolean
months_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  VlgMonthView *self = VLG_MONTH_VIEW (widget);

  focus_day (self, vlg_day_add_months (self->day, g_variant_get_int32 (args)));

  return GDK_EVENT_STOP;
}

static gboolean
week_end_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  VlgMonthView *self = VLG_MONTH_VIEW (widget);

  focus_day (self, vlg_week_start (self->day) + (VlgDay) g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

static gboolean
open_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  gtk_widget_activate_action (widget, "calendar.open-day", "u", VLG_MONTH_VIEW (widget)->day);

  return GDK_EVENT_STOP;
}

/* The entry of the chip that has the focus, or of the only one of the day. */
static VlgCalendarEntry *
get_focused_entry (VlgMonthView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  VlgDayCell *cell = vlg_month_view_find_cell (self, self->day);

  if (focus != NULL && VLG_IS_CALENDAR_CHIP (focus))
    return vlg_calendar_chip_get_entry (VLG_CALENDAR_CHIP (focus));
  if (cell != NULL && vlg_day_cell_get_chip (cell, 0) != NULL && vlg_day_cell_get_chip (cell, 1) == NULL)
    return vlg_calendar_chip_get_entry (VLG_CALENDAR_CHIP (vlg_day_cell_get_chip (cell, 0)));

  return NULL;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  VlgMonthView *self = VLG_MONTH_VIEW (widget);
  VlgCalendarEntry *entry = get_focused_entry (self);
  const VlgCalendarFacts *facts = entry != NULL ? vlg_calendar_entry_get_facts (entry) : NULL;
  VlgDay to = facts != NULL ? facts->day + (VlgDay) g_variant_get_int32 (args) : VLG_DAY_NONE;

  if (facts == NULL)
    {
      gtk_widget_error_bell (widget);
      return GDK_EVENT_STOP;
    }
  focus_day (self, to);
  gtk_widget_activate_action (widget, "calendar.move", "(su)", facts->uid, to);

  return GDK_EVENT_STOP;
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  VlgMonthView *self = VLG_MONTH_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  const gboolean forwards = g_variant_get_int32 (args) > 0;
  guint week, weekday, index, at;
  int chip = -1;

  if (self->layout == NULL || !vlg_month_grid_find (&self->grid, self->day, &week, &weekday))
    return GDK_EVENT_PROPAGATE;
  index = week * N_DAYS + weekday;
  if (focus != NULL && VLG_IS_CALENDAR_CHIP (focus) &&
      vlg_month_layout_find (self->layout, vlg_calendar_entry_get_facts (vlg_calendar_chip_get_entry (VLG_CALENDAR_CHIP (focus)))->uid, &index, &at))
    chip = (int) at;
  if (!vlg_month_layout_step (self->layout, forwards, &index, &chip))
    {
      gtk_widget_error_bell (widget);
      return GDK_EVENT_STOP;
    }
  /* Not the month of it: the chip may stand on one of the days before or after. */
  self->day = self->grid.first + index;
  gtk_widget_grab_focus (vlg_day_cell_get_chip (self->cells[index], (guint) chip));

  return GDK_EVENT_STOP;
}

/* One stop: the day. Arrows go on from there. */
static gboolean
vlg_month_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  VlgMonthView *self = VLG_MONTH_VIEW (widget);
  VlgDayCell *cell = vlg_month_view_find_cell (self, self->day);

  if (has_focus_inside (self) || cell == NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static gboolean
vlg_month_view_grab_focus (GtkWidget *widget)
{
  VlgDayCell *cell = vlg_month_view_find_cell (VLG_MONTH_VIEW (widget), VLG_MONTH_VIEW (widget)->day);

  return cell != NULL && gtk_widget_grab_focus (GTK_WIDGET (cell));
}

/* Also by the mouse. A day of another month that is clicked does not turn the page under the pointer. */
static void
cell_enter_cb (GtkEventController *controller,
               VlgMonthView       *self)
{
  self->day = vlg_day_cell_get_day (VLG_DAY_CELL (gtk_event_controller_get_widget (controller)));
}

/* Class */

static void
vlg_month_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_DAY)
    g_value_set_uint (value, VLG_MONTH_VIEW (object)->day);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_month_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_DAY)
    vlg_month_view_set_day (VLG_MONTH_VIEW (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_month_view_dispose (GObject *object)
{
  VlgMonthView *self = VLG_MONTH_VIEW (object);

  g_clear_handle_id (&self->lines_source, g_source_remove);
  if (self->entries != NULL)
    g_signal_handlers_disconnect_by_func (self->entries, lay_out, self);
  g_clear_object (&self->entries);
  g_clear_object (&self->office);
  g_clear_pointer (&self->layout, vlg_month_layout_unref);
  g_clear_pointer (&self->by_uid, g_hash_table_unref);

  G_OBJECT_CLASS (vlg_month_view_parent_class)->dispose (object);
}

static void
add_arrows (GtkWidgetClass    *widget_class,
            GdkModifierType    mods,
            GtkShortcutFunc    callback,
            int                week)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, mods, callback, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, mods, callback, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, mods, callback, "i", -week);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, mods, callback, "i", week);
}

static void
vlg_month_view_class_init (VlgMonthViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_month_view_dispose;
  object_class->get_property = vlg_month_view_get_property;
  object_class->set_property = vlg_month_view_set_property;
  widget_class->focus = vlg_month_view_focus;
  widget_class->grab_focus = vlg_month_view_grab_focus;

  properties[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT32, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  add_arrows (widget_class, 0, days_cb, N_DAYS);
  add_arrows (widget_class, GDK_CONTROL_MASK, step_cb, 1);
  add_arrows (widget_class, GDK_CONTROL_MASK | GDK_SHIFT_MASK, move_cb, N_DAYS);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, week_end_cb, "i", 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, week_end_cb, "i", N_DAYS - 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, months_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, months_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, open_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, open_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "monthview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static GtkWidget *
heads_new (GtkWidget **corner)
{
  /* Translators: weekdays above the columns of a calendar, Monday first. */
  static const char *const names[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  *corner = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (*corner), 3);
  gtk_widget_add_css_class (*corner, "caption");
  gtk_box_append (GTK_BOX (row), *corner);
  gtk_box_set_homogeneous (GTK_BOX (days), TRUE);
  gtk_widget_set_hexpand (days, TRUE);
  for (guint i = 0; i < N_DAYS; i++)
    {
      GtkWidget *label = gtk_label_new (_(names[i]));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "weekday");
      gtk_box_append (GTK_BOX (days), label);
    }
  gtk_box_append (GTK_BOX (row), days);

  return row;
}

static void
vlg_month_view_init (VlgMonthView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *weeks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *corner;

  self->by_uid = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->n_lines = 3;
  gtk_box_append (GTK_BOX (box), heads_new (&corner));
  gtk_box_set_homogeneous (GTK_BOX (weeks), TRUE);
  gtk_widget_set_vexpand (weeks, TRUE);
  for (guint week = 0; week < N_WEEKS; week++)
    {
      GtkWidget *days = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "hexpand", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);

      self->rows[week] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      self->weeks[week] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_width_chars (self->weeks[week], 3);
      gtk_label_set_yalign (self->weeks[week], 0);
      gtk_widget_add_css_class (GTK_WIDGET (self->weeks[week]), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->weeks[week]), "week-number");
      gtk_box_append (GTK_BOX (self->rows[week]), GTK_WIDGET (self->weeks[week]));
      for (guint i = week * N_DAYS; i < (week + 1) * N_DAYS; i++)
        {
          GtkEventController *focus = gtk_event_controller_focus_new ();

          self->cells[i] = VLG_DAY_CELL (vlg_day_cell_new ());
          g_signal_connect (focus, "enter", G_CALLBACK (cell_enter_cb), self);
          gtk_widget_add_controller (GTK_WIDGET (self->cells[i]), focus);
          gtk_box_append (GTK_BOX (days), GTK_WIDGET (self->cells[i]));
        }
      gtk_box_append (GTK_BOX (self->rows[week]), days);
      gtk_box_append (GTK_BOX (weeks), self->rows[week]);
    }
  gtk_box_append (GTK_BOX (box), weeks);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->cells[0], "room", G_CALLBACK (room_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Month"), -1);
}

void
vlg_month_view_set_source (VlgMonthView *self,
                           VlgOffice    *office,
                           GListModel   *entries)
{
  g_return_if_fail (VLG_IS_MONTH_VIEW (self));
  g_return_if_fail (self->office == NULL);

  self->office = g_object_ref (office);
  self->entries = g_object_ref (entries);
  g_signal_connect_swapped (entries, "items-changed", G_CALLBACK (lay_out), self);
  lay_out (self);
}

VlgDay
vlg_month_view_get_day (VlgMonthView *self)
{
  g_return_val_if_fail (VLG_IS_MONTH_VIEW (self), VLG_DAY_NONE);

  return self->day;
}

void
vlg_month_view_set_day (VlgMonthView *self,
                        VlgDay        day)
{
  guint year, month, shown_year = 0, shown_month = 0;

  g_return_if_fail (VLG_IS_MONTH_VIEW (self));
  g_return_if_fail (day != VLG_DAY_NONE);

  if (self->shown != VLG_DAY_NONE)
    vlg_day_get (self->shown, &shown_year, &shown_month, NULL);
  vlg_day_get (day, &year, &month, NULL);
  self->day = day;
  if (year == shown_year && month == shown_month)
    return;
  self->shown = day;
  lay_out (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

void
vlg_month_view_refresh (VlgMonthView *self)
{
  g_return_if_fail (VLG_IS_MONTH_VIEW (self));

  lay_out (self);
}
