/* vlg-register-window.c — the number register of the office
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-register-window.h"

#include <glib/gi18n.h>

#include "vlg-ask-text.h"
#include "vlg-choices.h"
#include "vlg-platform.h"
#include "vlg-register-row.h"
#include "vlg-string.h"

struct _VlgRegisterWindow {
  AdwWindow parent_instance;

  /* template widgets */
  GtkDropDown   *series_drop;
  GtkStringList *series_names;
  GtkStack      *stack;
  GtkListView   *list_view;
  GListStore    *items;

  /* owned */
  VlgOffice    *office;
  GSettings    *settings;
  GPtrArray    *series;    /* VlgRegisterSeries, as in the drop-down */
  GCancellable *loading;

  gboolean filling;        /* the drop-down is being filled: what it selects meanwhile is nobody's wish */
};

enum {
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgRegisterWindow, vlg_register_window, ADW_TYPE_WINDOW)

static void
tell_error (VlgRegisterWindow *self,
            const char        *heading,
            const GError      *error)
{
  if (self->office != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    vlg_platform_tell (GTK_WINDOW (self), heading, error->message, NULL);
}

static void
toast (VlgRegisterWindow *self,
       const char        *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  vlg_platform_add_toast (GTK_WIDGET (self->list_view), adw_toast_new (markup));
}

/* Reading */

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgRegisterWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = vlg_number_register_list_finish (VLG_OFFICE (source), result, &error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (entries == NULL)
    {
      tell_error (self, _("The Register Could Not Be Read"), error);
      return;
    }
  /* The newest on top: it is the one that is asked for. */
  for (guint i = entries->len; i > 0; i--)
    g_ptr_array_add (items, vlg_register_item_new (entries->pdata[i - 1]));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

static void
list (VlgRegisterWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->series_drop);
  const VlgRegisterSeries *series;

  if (self->office == NULL || self->series == NULL || selected >= self->series->len)
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  series = self->series->pdata[selected];
  vlg_number_register_list_async (self->office, series->kind, series->year, series->origin, self->loading, listed_cb, g_object_ref (self));
}

static void
series_cb (VlgRegisterWindow *self)
{
  if (!self->filling)
    list (self);
}

static char *
name_series (VlgRegisterWindow       *self,
             const VlgRegisterSeries *series)
{
  const VlgMotionKind *kind = vlg_profile_find_kind (vlg_office_get_profile (self->office), series->kind);
  g_autofree char *count = g_strdup_printf (ngettext ("%u number", "%u numbers", series->n_numbers), series->n_numbers);
  const char *origin = series->origin != NULL ? series->origin : "";

  return g_strdup_printf ("%s %u%s%s · %s", kind != NULL ? kind->name : series->kind, series->year, *origin != '\0' ? " · " : "", origin, count);
}

static gboolean
is_same (const VlgRegisterSeries *a,
         const VlgRegisterSeries *b)
{
  return g_str_equal (a->kind, b->kind) && a->year == b->year && g_strcmp0 (a->origin, b->origin) == 0;
}

static void
series_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (VlgRegisterWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) series = vlg_number_register_list_series_finish (VLG_OFFICE (source), result, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint before = gtk_drop_down_get_selected (self->series_drop);
  guint selected = 0;

  if (series == NULL)
    {
      tell_error (self, _("The Register Could Not Be Read"), error);
      return;
    }
  if (self->office == NULL)
    return;

  for (guint i = 0; i < series->len; i++)
    {
      g_ptr_array_add (names, name_series (self, series->pdata[i]));
      if (self->series != NULL && before < self->series->len && is_same (series->pdata[i], self->series->pdata[before]))
        selected = i;
    }
  g_ptr_array_add (names, NULL);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  self->series = g_steal_pointer (&series);

  self->filling = TRUE;
  gtk_string_list_splice (self->series_names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->series_names)), (const char *const *) names->pdata);
  gtk_drop_down_set_selected (self->series_drop, selected);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, self->series->len > 0 ? "numbers" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->series_drop), self->series->len > 0);
  list (self);
}

static void
reload (VlgRegisterWindow *self)
{
  if (self->office != NULL)
    vlg_number_register_list_series_async (self->office, NULL, series_listed_cb, g_object_ref (self));
}

static void
activate_cb (VlgRegisterWindow *self,
             guint              position)
{
  g_autoptr (VlgRegisterItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const char *uid = item != NULL ? vlg_register_item_get_motion_uid (item) : NULL;

  if (uid == NULL)
    return;
  g_signal_emit (self, signals[OPEN], 0, uid);
  gtk_window_close (GTK_WINDOW (self));
}

/* Voiding: final, so it asks */

typedef struct {
  VlgRegisterWindow *window;
  VlgMotionNumber   *number;
} Voiding;

static void
voiding_free (Voiding *voiding)
{
  g_object_unref (voiding->window);
  vlg_motion_number_unref (voiding->number);
  g_free (voiding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Voiding, voiding_free)

static void
voided_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Voiding) voiding = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!vlg_number_register_void_finish (VLG_OFFICE (source), result, &error))
    {
      tell_error (voiding->window, _("The Number Was Not Voided"), error);
      return;
    }
  text = g_strdup_printf (_("%s is void"), vlg_motion_number_get_text (voiding->number));
  toast (voiding->window, text);
}

static void
reason_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Voiding) voiding = user_data;
  g_autofree char *reason = vlg_ask_text_finish (result);
  VlgOffice *office = voiding->window->office;
  VlgMotionNumber *number = voiding->number;

  if (reason != NULL && office != NULL)
    vlg_number_register_void_async (office, number, reason, NULL, voided_cb, g_steal_pointer (&voiding));
}

static void
void_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autofree char *heading = g_strdup_printf (_("Void %s?"), g_variant_get_string (parameter, NULL));
  const VlgAskText ask = {
    .heading = heading, .body = _("The number is never used again, and the reason stays in the register. This cannot be undone."),
    .label = _("Reason"), .answer = _("_Void Number"), .appearance = ADW_RESPONSE_DESTRUCTIVE,
  };
  Voiding *voiding;
  VlgMotionNumber *number = vlg_motion_number_parse (g_variant_get_string (parameter, NULL), NULL);

  if (number == NULL)
    return;
  voiding = g_new0 (Voiding, 1);
  voiding->window = VLG_REGISTER_WINDOW (g_object_ref (widget));
  voiding->number = number;
  vlg_ask_text_async (widget, &ask, reason_cb, voiding);
}

/* Reserving */

typedef struct {
  VlgRegisterWindow *window;
  AdwComboRow       *kind_row;
  GtkEditable       *origin_row;
  GtkSpinButton     *count;
} Reserving;

static void
reserving_free (Reserving *reserving)
{
  g_object_unref (reserving->window);
  g_object_unref (reserving->kind_row);
  g_object_unref (reserving->origin_row);
  g_object_unref (reserving->count);
  g_free (reserving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reserving, reserving_free)

static void
reserved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VlgRegisterWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) numbers = vlg_number_register_reserve_finish (VLG_OFFICE (source), result, &error);
  g_autofree char *text = NULL;

  if (numbers == NULL)
    {
      tell_error (self, _("No Numbers Were Reserved"), error);
      return;
    }
  if (numbers->len == 1)
    text = g_strdup_printf (_("%s reserved"), vlg_motion_number_get_text (numbers->pdata[0]));
  else
    /* Translators: the first and the last of several numbers. */
    text = g_strdup_printf (_("%s to %s reserved"), vlg_motion_number_get_text (numbers->pdata[0]), vlg_motion_number_get_text (numbers->pdata[numbers->len - 1]));
  toast (self, text);
}

static void
form_answered_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Reserving) reserving = user_data;
  g_autofree char *answer = vlg_platform_choose_finish (result);
  g_autofree char *origin = vlg_string_collapse (gtk_editable_get_text (reserving->origin_row));
  VlgRegisterWindow *self = reserving->window;
  const VlgMotionKind *kind;
  guint year;

  if (!g_str_equal (answer, "reserve") || self->office == NULL)
    return;
  gtk_spin_button_update (reserving->count);
  kind = vlg_profile_get_kind (vlg_office_get_profile (self->office), adw_combo_row_get_selected (reserving->kind_row));
  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  vlg_number_register_reserve_async (self->office, kind->key, year, *origin != '\0' ? origin : NULL, gtk_spin_button_get_value_as_int (reserving->count),
                                     NULL, reserved_cb, g_object_ref (self));
}

static void
fill_form (VlgRegisterWindow *self,
           Reserving         *form)
{
  VlgProfile *profile = vlg_office_get_profile (self->office);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *kind = g_settings_get_string (self->settings, "last-kind");
  g_autofree char *origin = g_settings_get_string (self->settings, "last-origin");
  guint selected = 0;

  for (guint i = 0; i < vlg_profile_get_n_kinds (profile); i++)
    {
      gtk_string_list_take (names, g_strdup_printf ("%s (%s)", vlg_profile_get_kind (profile, i)->name, vlg_profile_get_kind (profile, i)->key));
      if (g_str_equal (vlg_profile_get_kind (profile, i)->key, kind))
        selected = i;
    }
  adw_combo_row_set_model (form->kind_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (form->kind_row, selected);
  gtk_editable_set_text (form->origin_row, origin);
}

static void
reserve_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VlgRegisterWindow *self = VLG_REGISTER_WINDOW (widget);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_PATH "/ui/motion/register/vlg-reserve-form.ui");
  const VlgPlatformChoice choices[] = {
    { "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "reserve", _("_Reserve"), ADW_RESPONSE_SUGGESTED },
  };
  Reserving *form = g_new0 (Reserving, 1);

  form->window = g_object_ref (self);
  form->kind_row = g_object_ref (ADW_COMBO_ROW (gtk_builder_get_object (builder, "kind_row")));
  form->origin_row = g_object_ref (GTK_EDITABLE (gtk_builder_get_object (builder, "origin_row")));
  form->count = g_object_ref (GTK_SPIN_BUTTON (gtk_builder_get_object (builder, "count")));
  fill_form (self, form);
  vlg_platform_choose_async (GTK_WINDOW (self), _("Reserve Numbers"), _("New motions of this office get these numbers first."),
                             GTK_WIDGET (gtk_builder_get_object (builder, "form")), choices, G_N_ELEMENTS (choices), form_answered_cb, form);
}

static void
vlg_register_window_dispose (GObject *object)
{
  VlgRegisterWindow *self = VLG_REGISTER_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->office);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->series, g_ptr_array_unref);

  G_OBJECT_CLASS (vlg_register_window_parent_class)->dispose (object);
}

static void
vlg_register_window_class_init (VlgRegisterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_register_window_dispose;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "register.void", "s", void_action);
  gtk_widget_class_install_action (widget_class, "register.reserve", NULL, reserve_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (VLG_TYPE_REGISTER_ITEM);
  g_type_ensure (VLG_TYPE_REGISTER_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/register/vlg-register-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgRegisterWindow, series_drop);
  gtk_widget_class_bind_template_child (widget_class, VlgRegisterWindow, series_names);
  gtk_widget_class_bind_template_child (widget_class, VlgRegisterWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VlgRegisterWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, VlgRegisterWindow, items);
  gtk_widget_class_bind_template_callback (widget_class, series_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
vlg_register_window_init (VlgRegisterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A series may have a name that is longer than a narrow window. */
  vlg_choices_set (self->series_drop, G_LIST_MODEL (self->series_names));
}

GtkWidget *
vlg_register_window_new (GtkWindow *parent,
                         VlgOffice *office,
                         GSettings *settings)
{
  VlgRegisterWindow *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (VLG_TYPE_REGISTER_WINDOW, "transient-for", parent, NULL);
  self->office = g_object_ref (office);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (office, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

  return GTK_WIDGET (self);
}
