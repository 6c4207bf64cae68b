/* vlg-day-list.c — what stands in the calendar as a list by day
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-day-list.h"

#include <glib/gi18n.h>

#include "vlg-calendar-words.h"
#include "vlg-holidays.h"
#include "vlg-platform.h"

struct _VlgDayList {
  AdwBin parent_instance;

  /* borrowed: below */
  GtkListBox *list;

  /* owned */
  VlgProfile         *profile;
  GtkFilterListModel *shown;
  GtkCustomFilter    *filter;

  char *meeting_uid;   /* whose consultations are shown, or NULL */

  VlgDay from;
  VlgDay to;
};

G_DEFINE_FINAL_TYPE (VlgDayList, vlg_day_list, ADW_TYPE_BIN)

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  VlgDayList *self = user_data;
  const VlgCalendarFacts *facts = vlg_calendar_entry_get_facts (item);

  if (self->meeting_uid != NULL)
    return facts->kind == VLG_ENTRY_CONSULTATION && g_strcmp0 (facts->meeting_uid, self->meeting_uid) == 0;

  return facts->day >= self->from && facts->day <= self->to && vlg_calendar_words_is_drawn (facts);
}

/* A square of the body's colour: hollow for a consultation. */
static void
draw_mark_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  const gboolean filled = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (area), "filled"));
  const char *name = g_object_get_data (G_OBJECT (area), "colour");
  GdkRGBA colour;

  vlg_platform_get_color (GTK_WIDGET (area), &colour);
  if (*name != '\0')
    gdk_rgba_parse (&colour, name);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 2);
  cairo_rectangle (cr, 1, 1, width - 2, height - 2);
  if (filled)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
}

static GtkWidget *
mark_new (VlgDayList             *self,
          const VlgCalendarFacts *facts)
{
  GtkWidget *mark = gtk_drawing_area_new ();

  gtk_widget_set_size_request (mark, 12, 12);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (mark), "colour", g_strdup (vlg_calendar_words_colour (self->profile, facts)), g_free);
  g_object_set_data (G_OBJECT (mark), "filled", GINT_TO_POINTER (facts->kind == VLG_ENTRY_MEETING));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (mark), draw_mark_cb, NULL, NULL);

  return mark;
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  VlgDayList *self = user_data;
  const VlgCalendarFacts *facts = vlg_calendar_entry_get_facts (item);
  g_autofree char *title = vlg_calendar_words_title (facts);
  g_autofree char *details = vlg_calendar_words_details (facts);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  g_autofree char *struck = g_strdup_printf ("<s>%s</s>", markup);
  g_autofree char *subtitle = g_markup_escape_text (details, -1);
  const gboolean cancelled = facts->kind == VLG_ENTRY_MEETING && facts->state == VLG_MEETING_STATE_CANCELLED;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), cancelled ? struck : markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark_new (self, facts));
  if (facts->visibility == VLG_VISIBILITY_NON_PUBLIC)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", facts->uid);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "calendar.open");
  g_object_set_data_full (G_OBJECT (row), "entry", g_object_ref (item), g_object_unref);

  return row;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  VlgDayList *self = user_data;
  VlgDay day = vlg_calendar_entry_get_facts (g_object_get_data (G_OBJECT (row), "entry"))->day;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  const char *holiday;
  GtkWidget *label;

  if (before != NULL && vlg_calendar_entry_get_facts (g_object_get_data (G_OBJECT (before), "entry"))->day == day)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  name = vlg_calendar_words_day (day);
  holiday = vlg_holidays_lookup (vlg_profile_get_holiday_rule (self->profile), day);
  text = holiday != NULL ? g_strdup_printf ("%s · %s", name, holiday) : g_strdup (name);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "day-heading");
  if (day == vlg_day_today ())
    gtk_widget_add_css_class (label, "accent");
  gtk_list_box_row_set_header (row, label);
}

static void
vlg_day_list_dispose (GObject *object)
{
  VlgDayList *self = VLG_DAY_LIST (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->meeting_uid, g_free);

  G_OBJECT_CLASS (vlg_day_list_parent_class)->dispose (object);
}

static void
vlg_day_list_class_init (VlgDayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vlg_day_list_dispose;
}

static void
vlg_day_list_init (VlgDayList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "day-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Meetings by day"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
vlg_day_list_new (GListModel *entries,
                  VlgProfile *profile,
                  gboolean    headings)
{
  VlgDayList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (entries), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);

  self = g_object_new (VLG_TYPE_DAY_LIST, NULL);
  self->profile = g_object_ref (profile);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->shown = gtk_filter_list_model_new (g_object_ref (entries), GTK_FILTER (g_object_ref (self->filter)));
  if (headings)
    gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), create_row_cb, self, NULL);

  return GTK_WIDGET (self);
}

void
vlg_day_list_set_days (VlgDayList *self,
                       VlgDay      from,
                       VlgDay      to)
{
  g_return_if_fail (VLG_IS_DAY_LIST (self));

  if (from == self->from && to == self->to)
    return;
  self->from = from;
  self->to = to;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

void
vlg_day_list_set_meeting (VlgDayList *self,
                          const char *uid)
{
  g_return_if_fail (VLG_IS_DAY_LIST (self));
  g_return_if_fail (uid != NULL);

  g_free (self->meeting_uid);
  self->meeting_uid = g_strdup (uid);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

GListModel *
vlg_day_list_get_entries (VlgDayList *self)
{
  g_return_val_if_fail (VLG_IS_DAY_LIST (self), NULL);

  return G_LIST_MODEL (self->shown);
}
