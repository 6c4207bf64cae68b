/* vlg-day-field.c — a day to type or to choose
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-day-field.h"

#include <glib/gi18n.h>

#include "vlg-day-entry.h"

struct _VlgDayField {
  AdwBin parent_instance;

  /* template widgets */
  GtkEntry      *entry;
  GtkMenuButton *button;
  GtkCalendar   *calendar;

  /* owned */
  char *shown;   /* what stands in the entry for the day */

  VlgDay   day;
  gboolean showing;
  gboolean has_focus;   /* of its window, which may be without the keys for a while */
};

enum {
  PROP_0,
  PROP_DAY,
  PROP_LABEL,
  PROP_PLACEHOLDER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgDayField, vlg_day_field, ADW_TYPE_BIN)

static GDateTime *
day_to_date_time (VlgDay day)
{
  guint year, month, day_of_month;

  vlg_day_get (day, &year, &month, &day_of_month);

  return g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
}

char *
vlg_day_field_format (VlgDay day)
{
  g_autofree char *text = vlg_day_to_display (day);
  g_autofree char *weekday = NULL;
  g_autoptr (GDateTime) date_time = NULL;

  if (day == VLG_DAY_NONE)
    return g_strdup ("");

  date_time = day_to_date_time (day);
  weekday = g_date_time_format (date_time, "%a");

  return g_strdup_printf ("%s, %s", weekday, text);
}

static void
set_error (VlgDayField *self,
           gboolean     error)
{
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry),
                               error ? _("Not a day. Write 16.1., Wed, tomorrow or +14, for instance.") : NULL);
}

static void
show_day (VlgDayField *self)
{
  g_free (self->shown);
  self->shown = vlg_day_field_format (self->day);
  set_error (self, FALSE);
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
}

gboolean
vlg_day_field_commit (VlgDayField *self)
{
  g_autofree char *text = NULL;
  VlgDay day;

  g_return_val_if_fail (VLG_IS_DAY_FIELD (self), FALSE);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (g_str_equal (text, self->shown))
    return TRUE;

  day = vlg_day_parse_entry (text, vlg_day_today ());
  if (day == VLG_DAY_NONE && *text != '\0')
    {
      set_error (self, TRUE);
      return FALSE;
    }

  vlg_day_field_set_day (self, day);
  show_day (self);

  return TRUE;
}

static void
activate_cb (VlgDayField *self)
{
  vlg_day_field_commit (self);
}

/* Another widget is written in: not when another window is, as a day may be half written then. */
static void
focus_moved_cb (VlgDayField *self,
                GParamSpec  *pspec,
                GtkRoot     *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  gboolean had_focus = self->has_focus;

  self->has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry));
  if (had_focus && !self->has_focus)
    vlg_day_field_commit (self);
}

static void
changed_cb (VlgDayField *self)
{
  set_error (self, FALSE);
}

static void
popped_up_cb (VlgDayField *self)
{
  VlgDay day = self->day != VLG_DAY_NONE ? self->day : vlg_day_today ();
  g_autoptr (GDateTime) date_time = day_to_date_time (day);

  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date_time);
  self->showing = FALSE;
}

static void
day_selected_cb (VlgDayField *self)
{
  g_autoptr (GDateTime) date_time = NULL;

  if (self->showing)
    return;

  date_time = gtk_calendar_get_date (self->calendar);
  vlg_day_field_set_day (self, vlg_day_new (g_date_time_get_year (date_time), g_date_time_get_month (date_time),
                                            g_date_time_get_day_of_month (date_time)));
}

static void
popup_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_menu_button_popup (VLG_DAY_FIELD (widget)->button);
}

static void
clear_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VlgDayField *self = VLG_DAY_FIELD (widget);

  vlg_day_field_set_day (self, VLG_DAY_NONE);
  show_day (self);
  gtk_menu_button_popdown (self->button);
}

static void
vlg_day_field_finalize (GObject *object)
{
  g_free (VLG_DAY_FIELD (object)->shown);

  G_OBJECT_CLASS (vlg_day_field_parent_class)->finalize (object);
}

static void
vlg_day_field_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (prop_id == PROP_DAY)
    g_value_set_uint (value, VLG_DAY_FIELD (object)->day);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_day_field_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VlgDayField *self = VLG_DAY_FIELD (object);

  switch (prop_id)
    {
    case PROP_DAY:
      vlg_day_field_set_day (self, g_value_get_uint (value));
      break;
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    case PROP_PLACEHOLDER:
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_day_field_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vlg_day_field_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget, G_CONNECT_SWAPPED);
}

static void
vlg_day_field_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);
  VLG_DAY_FIELD (widget)->has_focus = FALSE;

  GTK_WIDGET_CLASS (vlg_day_field_parent_class)->unroot (widget);
}

/* Never by way of grab_focus(), which would bring Shift+Tab back to the entry it leaves. */
static gboolean
vlg_day_field_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static gboolean
vlg_day_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VLG_DAY_FIELD (widget)->entry));
}

static void
vlg_day_field_class_init (VlgDayFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = vlg_day_field_finalize;
  object_class->get_property = vlg_day_field_get_property;
  object_class->set_property = vlg_day_field_set_property;

  widget_class->grab_focus = vlg_day_field_grab_focus;
  widget_class->focus = vlg_day_field_focus;
  widget_class->root = vlg_day_field_root;
  widget_class->unroot = vlg_day_field_unroot;

  properties[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "day.popup", NULL, popup_action);
  gtk_widget_class_install_action (widget_class, "day.clear", NULL, clear_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "day.popup", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/fields/vlg-day-field.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgDayField, entry);
  gtk_widget_class_bind_template_child (widget_class, VlgDayField, button);
  gtk_widget_class_bind_template_child (widget_class, VlgDayField, calendar);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
vlg_day_field_init (VlgDayField *self)
{
  self->shown = g_strdup ("");

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkEditable *
vlg_day_field_get_entry (VlgDayField *self)
{
  g_return_val_if_fail (VLG_IS_DAY_FIELD (self), NULL);

  return GTK_EDITABLE (self->entry);
}

VlgDay
vlg_day_field_get_day (VlgDayField *self)
{
  g_return_val_if_fail (VLG_IS_DAY_FIELD (self), VLG_DAY_NONE);

  return self->day;
}

void
vlg_day_field_set_day (VlgDayField *self,
                       VlgDay       day)
{
  g_return_if_fail (VLG_IS_DAY_FIELD (self));

  if (self->day == day)
    return;

  self->day = day;
  show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}
