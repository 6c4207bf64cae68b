/* vlg-day-cell.c — a day of the month view
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-day-cell.h"

#include <glib/gi18n.h>

#include "vlg-calendar-chip.h"
#include "vlg-calendar-words.h"
#include "vlg-holidays.h"

#define SPACE 2
#define LEAST_WIDTH 36
#define USUAL_WIDTH 96

struct _VlgDayCell {
  GtkWidget parent_instance;

  /* owned: its children */
  GtkWidget *head;
  GtkLabel  *number;
  GtkLabel  *holiday;
  GtkButton *more;
  GPtrArray *chips;     /* VlgCalendarChip: those that were ever needed, the first n_chips of them are seen */

  guint  n_chips;
  VlgDay day;
  int    height;
};

enum { ROOM, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgDayCell, vlg_day_cell, GTK_TYPE_WIDGET)

static int
get_height (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* That of a chip is there before the first one is needed. */
static int
get_line_height (VlgDayCell *self)
{
  return get_height (g_ptr_array_index (self->chips, 0)) + SPACE;
}

static void
add_chip (VlgDayCell *self)
{
  GtkWidget *chip = vlg_calendar_chip_new ();

  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  g_ptr_array_add (self->chips, chip);
}

static gboolean
drop_cb (VlgDayCell   *self,
         const GValue *value)
{
  VlgCalendarEntry *entry = g_value_get_object (value);

  if (entry == NULL || self->day == VLG_DAY_NONE)
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (self), "calendar.move", "(su)", vlg_calendar_entry_get_facts (entry)->uid, self->day);
}

/* A click on a day makes it the day from which the arrow keys go on; the second one opens it. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            VlgDayCell      *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.open-day", "u", self->day);
}

static void
vlg_day_cell_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  VlgDayCell *self = VLG_DAY_CELL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = USUAL_WIDTH;
      return;
    }
  *minimum = get_height (self->head) + 2 * get_line_height (self);
  *natural = *minimum + get_line_height (self);
}

static void
place (GtkWidget *child,
       int        width,
       int       *y)
{
  GtkAllocation area = { 0, *y, width, get_height (child) };
  int minimum;

  /* Narrower than it can be: what is beyond the edge is cut off. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  area.width = MAX (width, minimum);
  gtk_widget_size_allocate (child, &area, -1);
  *y += area.height + SPACE;
}

static void
vlg_day_cell_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  VlgDayCell *self = VLG_DAY_CELL (widget);
  int y = 0;

  place (self->head, width, &y);
  for (guint i = 0; i < self->n_chips; i++)
    place (g_ptr_array_index (self->chips, i), width, &y);
  if (gtk_widget_get_visible (GTK_WIDGET (self->more)))
    place (GTK_WIDGET (self->more), width, &y);
  if (height != self->height)
    {
      self->height = height;
      g_signal_emit (self, signals[ROOM], 0);
    }
}

static void
vlg_day_cell_dispose (GObject *object)
{
  VlgDayCell *self = VLG_DAY_CELL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (vlg_day_cell_parent_class)->dispose (object);
}

static void
vlg_day_cell_class_init (VlgDayCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_day_cell_dispose;
  widget_class->measure = vlg_day_cell_measure;
  widget_class->size_allocate = vlg_day_cell_size_allocate;

  signals[ROOM] = g_signal_new ("room", VLG_TYPE_DAY_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "daycell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
vlg_day_cell_init (VlgDayCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDropTarget *target = gtk_drop_target_new (VLG_TYPE_CALENDAR_ENTRY, GDK_ACTION_MOVE);

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "day-number");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->number));
  self->holiday = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->holiday, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->holiday, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->holiday), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->holiday), "caption");
  gtk_box_append (GTK_BOX (self->head), GTK_WIDGET (self->holiday));
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));

  self->chips = g_ptr_array_new ();
  add_chip (self);
  gtk_widget_set_child_visible (g_ptr_array_index (self->chips, 0), FALSE);
  self->more = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "calendar-chip");
  gtk_widget_set_parent (GTK_WIDGET (self->more), GTK_WIDGET (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
vlg_day_cell_new (void)
{
  return g_object_new (VLG_TYPE_DAY_CELL, NULL);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* "Tuesday, 19 December 2017, today, 2 entries, 3 motions". */
static void
name_it (VlgDayCell              *self,
         const VlgDayCellContent *content,
         const char              *holiday)
{
  g_autofree char *day = vlg_calendar_words_day (self->day);
  g_autoptr (GString) name = g_string_new (day);
  guint n_chips = vlg_month_layout_get_n_chips (content->layout, content->index);
  guint n_motions = vlg_month_layout_get_n_motions (content->layout, content->index);

  if (self->day == content->today)
    g_string_append_printf (name, ", %s", _("today"));
  if (holiday != NULL)
    g_string_append_printf (name, ", %s", holiday);
  g_string_append (name, ", ");
  g_string_append_printf (name, ngettext ("%u entry", "%u entries", n_chips), n_chips);
  if (n_motions > 0)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, ngettext ("%u motion", "%u motions", n_motions), n_motions);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
show_head (VlgDayCell              *self,
           const VlgDayCellContent *content)
{
  const char *holiday = vlg_holidays_lookup (vlg_profile_get_holiday_rule (content->profile), self->day);
  g_autofree char *number = NULL;
  guint month, day_of_month;

  vlg_day_get (self->day, NULL, &month, &day_of_month);
  number = g_strdup_printf ("%u", day_of_month);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->holiday, holiday != NULL ? holiday : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->holiday), holiday);
  set_class (GTK_WIDGET (self), "other-month", month != content->month);
  set_class (GTK_WIDGET (self), "today", self->day == content->today);
  set_class (GTK_WIDGET (self), "free-day", holiday != NULL || vlg_day_weekday (self->day) == G_DATE_SUNDAY || vlg_day_weekday (self->day) == G_DATE_SATURDAY);
  name_it (self, content, holiday);
}

void
vlg_day_cell_show (VlgDayCell              *self,
                   const VlgDayCellContent *content)
{
  g_autofree char *more = NULL;
  g_autofree char *name = NULL;
  guint n_hidden;

  g_return_if_fail (VLG_IS_DAY_CELL (self));
  g_return_if_fail (content != NULL);

  self->day = vlg_month_layout_get_first (content->layout) + content->index;
  self->n_chips = vlg_month_layout_get_n_shown (content->layout, content->index);
  show_head (self, content);
  while (self->chips->len < self->n_chips)
    add_chip (self);
  for (guint i = 0; i < self->chips->len; i++)
    {
      VlgCalendarChip *chip = g_ptr_array_index (self->chips, i);

      if (i < self->n_chips)
        vlg_calendar_chip_set_entry (chip, g_hash_table_lookup (content->entries, vlg_month_layout_get_chip (content->layout, content->index, i)->uid), content->profile);
      gtk_widget_set_child_visible (GTK_WIDGET (chip), i < self->n_chips);
    }
  n_hidden = vlg_month_layout_get_n_hidden (content->layout, content->index);
  more = g_strdup_printf ("+%u", n_hidden);
  name = g_strdup_printf (ngettext ("%u more entry", "%u more entries", n_hidden), n_hidden);
  gtk_button_set_label (self->more, more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more), "u", self->day);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->more), "calendar.show-day");
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_hidden > 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

VlgDay
vlg_day_cell_get_day (VlgDayCell *self)
{
  g_return_val_if_fail (VLG_IS_DAY_CELL (self), VLG_DAY_NONE);

  return self->day;
}

GtkWidget *
vlg_day_cell_get_chip (VlgDayCell *self,
                       guint       index)
{
  g_return_val_if_fail (VLG_IS_DAY_CELL (self), NULL);

  return index < self->n_chips ? g_ptr_array_index (self->chips, index) : NULL;
}

guint
vlg_day_cell_count_lines (VlgDayCell *self)
{
  g_return_val_if_fail (VLG_IS_DAY_CELL (self), 1);

  return (guint) MAX (1, (self->height - get_height (self->head) - SPACE) / get_line_height (self));
}
