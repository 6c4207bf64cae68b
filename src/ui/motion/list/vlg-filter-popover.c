/* vlg-filter-popover.c — which motions the list shows, chosen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-filter-popover.h"

#include <glib/gi18n.h>

#include "vlg-core-enums.h"
#include "vlg-filters.h"
#include "vlg-platform.h"
#include "vlg-string.h"

struct _VlgFilterPopover {
  GtkPopover parent_instance;

  /* template widgets */
  GtkListBox          *filter_list;
  AdwPreferencesGroup *terms_group;
  AdwEntryRow         *name_row;

  /* borrowed */
  GtkWidget *terms[VLG_N_FACETS];    /* AdwComboRow, or GtkSwitch for what is only yes or no */

  /* owned */
  VlgOffice *office;
  VlgMotionFilter *filter;
  VlgFilterChoices *choices;
  GCancellable *cancellable;
  GPtrArray *values[VLG_N_FACETS];   /* utf8: what the entries of a combo row stand for, after "Any" */

  gboolean syncing;
};

enum {
  FILTER_CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgFilterPopover, vlg_filter_popover, GTK_TYPE_POPOVER)

static const VlgFacet lists[] = {
  VLG_FACET_STATE, VLG_FACET_KIND, VLG_FACET_YEAR, VLG_FACET_BODY, VLG_FACET_ORIGIN, VLG_FACET_RESPONSIBLE, VLG_FACET_FIELD, VLG_FACET_DUE,
};
static const VlgFacet flags[] = { VLG_FACET_MINE, VLG_FACET_FINDINGS };

static void load (VlgFilterPopover *self);

/* What an entry is called: a term, without what is already the title of its row. */
static char *
value_label (VlgFilterPopover *self,
             VlgFacet          facet,
             const char       *value)
{
  g_autoptr (VlgMotionFilter) filter = NULL;
  VlgActionField *field;

  if (facet == VLG_FACET_FIELD)
    {
      field = vlg_leitbild_find_field (vlg_profile_get_leitbild (vlg_office_get_profile (self->office)), value);
      return g_strdup (field != NULL ? vlg_action_field_get_name (field) : value);
    }
  if (facet != VLG_FACET_STATE && facet != VLG_FACET_DUE)
    return g_strdup (value);

  filter = vlg_motion_filter_new ();
  vlg_motion_filter_set (filter, facet, value);
  return vlg_motion_filter_describe (filter, facet, NULL);
}

static void
fill_values (VlgFilterPopover *self,
             VlgFacet          facet)
{
  GPtrArray *values = self->values[facet];

  g_ptr_array_set_size (values, 0);
  if (facet == VLG_FACET_STATE)
    {
      for (int state = 0; state <= VLG_STATE_WITHDRAWN; state++)
        g_ptr_array_add (values, g_strdup (vlg_enum_to_nick (VLG_TYPE_STATE, state)));
    }
  else if (facet == VLG_FACET_DUE)
    {
      g_ptr_array_add (values, g_strdup ("week"));
      g_ptr_array_add (values, g_strdup ("next-meeting"));
    }
  else if (self->choices != NULL)
    {
      for (guint i = 0; i < self->choices->values[facet]->len; i++)
        g_ptr_array_add (values, g_strdup (self->choices->values[facet]->pdata[i]));
    }
}

/* The entries of a combo row, with what the filter says chosen, though no motion has it. */
static void
sync_list (VlgFilterPopover *self,
           VlgFacet          facet)
{
  const char *value = vlg_motion_filter_get (self->filter, facet);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  fill_values (self, facet);
  for (guint i = 0; value != NULL && i < self->values[facet]->len; i++)
    if (g_str_equal (self->values[facet]->pdata[i], value))
      selected = i + 1;
  if (value != NULL && selected == 0)
    {
      g_ptr_array_add (self->values[facet], g_strdup (value));
      selected = self->values[facet]->len;
    }

  gtk_string_list_append (labels, _("Any"));
  for (guint i = 0; i < self->values[facet]->len; i++)
    gtk_string_list_take (labels, value_label (self, facet, self->values[facet]->pdata[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->terms[facet]), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->terms[facet]), selected);
}

static void
sync_terms (VlgFilterPopover *self)
{
  self->syncing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    sync_list (self, lists[i]);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    gtk_switch_set_active (GTK_SWITCH (self->terms[flags[i]]), vlg_motion_filter_get (self->filter, flags[i]) != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_row), !vlg_motion_filter_is_empty (self->filter));
  self->syncing = FALSE;
}

static void
change (VlgFilterPopover *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_row), !vlg_motion_filter_is_empty (self->filter));
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
selected_cb (VlgFilterPopover *self,
             GParamSpec       *pspec,
             AdwComboRow      *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->syncing)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (self->terms[lists[i]] == GTK_WIDGET (row))
      vlg_motion_filter_set (self->filter, lists[i],
                             selected > 0 && selected <= self->values[lists[i]]->len ? self->values[lists[i]]->pdata[selected - 1] : NULL);
  change (self);
}

static void
switched_cb (VlgFilterPopover *self,
             GParamSpec       *pspec,
             GtkSwitch        *control)
{
  if (self->syncing)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (self->terms[flags[i]] == GTK_WIDGET (control))
      vlg_motion_filter_set (self->filter, flags[i], gtk_switch_get_active (control) ? "yes" : NULL);
  change (self);
}

static void
add_terms (VlgFilterPopover *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GtkWidget *row = adw_combo_row_new ();

      self->values[lists[i]] = g_ptr_array_new_with_free_func (g_free);
      self->terms[lists[i]] = row;
      adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lists[i] == VLG_FACET_DUE ? _("Next date") : vlg_facet_get_label (lists[i]));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->terms_group, row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *control = gtk_switch_new ();

      self->terms[flags[i]] = control;
      gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, vlg_facet_get_label (flags[i]), -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vlg_facet_get_label (flags[i]));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
      g_signal_connect_object (control, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->terms_group, row);
    }
}

/* The filters that have a name */

/* @error: NULL where it was written. */
static void
written (VlgFilterPopover *self,
         const GError     *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  load (self);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgFilterPopover) self = user_data;
  g_autoptr (GError) error = NULL;

  vlg_filters_undo_finish (VLG_OFFICE (source), result, &error);
  written (self, error);
}

static void
undo_cb (VlgFilterPopover *self,
         AdwToast         *toast)
{
  if (self->office != NULL)
    vlg_filters_undo_async (self->office, g_object_get_data (G_OBJECT (toast), "change"), undone_cb, g_object_ref (self));
}

/* What was there before is a press away. */
static void
offer_undo (VlgFilterPopover *self,
            VlgFilterChange  *change)
{
  g_autofree char *title = g_markup_printf_escaped (change->after != NULL ? _("Filter “%s” Replaced") : _("Filter “%s” Removed"), change->name);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "change", change, (GDestroyNotify) vlg_filter_change_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  vlg_platform_add_toast (GTK_WIDGET (self), toast);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VlgFilterPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgFilterChange) change = vlg_filters_save_finish (VLG_OFFICE (source), result, &error);

  if (change != NULL && change->before != NULL && !vlg_motion_filter_equal (change->before, change->after) && self->office != NULL)
    offer_undo (self, g_steal_pointer (&change));
  written (self, error);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (VlgFilterPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgFilterChange) change = vlg_filters_remove_finish (VLG_OFFICE (source), result, &error);

  if (change != NULL && change->before != NULL && self->office != NULL)
    offer_undo (self, g_steal_pointer (&change));
  written (self, error);
}

static void
save_cb (VlgFilterPopover *self)
{
  g_autofree char *name = vlg_string_collapse (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));

  if (self->office == NULL)
    return;
  vlg_filters_save_async (self->office, name, self->filter, saved_cb, g_object_ref (self));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
}

static void
remove_cb (VlgFilterPopover *self,
           GtkButton        *button)
{
  if (self->office != NULL)
    vlg_filters_remove_async (self->office, g_object_get_data (G_OBJECT (button), "uid"), removed_cb, g_object_ref (self));
}

static GtkWidget *
add_filter (VlgFilterPopover      *self,
            const char            *name,
            const VlgMotionFilter *filter)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "filter", vlg_motion_filter_copy (filter), (GDestroyNotify) vlg_motion_filter_free);
  gtk_list_box_append (self->filter_list, row);

  return row;
}

static void
add_saved (VlgFilterPopover *self,
           VlgSavedFilter   *saved)
{
  GtkWidget *row = add_filter (self, saved->name, saved->filter);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_("Remove the filter “%s”"), saved->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "uid", g_strdup (saved->uid), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_ready (VlgFilterPopover *self)
{
  for (guint i = 0; i < VLG_N_READY_FILTERS; i++)
    {
      g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new_ready (i);

      add_filter (self, vlg_ready_filter_get_label (i), filter);
    }
}

/* Those that are ready-made stay, and with them the focus, which would leave the popover with its row. */
static void
fill_saved (VlgFilterPopover *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->filter_list, VLG_N_READY_FILTERS)) != NULL)
    {
      if (gtk_widget_get_focus_child (GTK_WIDGET (self->filter_list)) == GTK_WIDGET (row))
        gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->filter_list, 0)));
      gtk_list_box_remove (self->filter_list, GTK_WIDGET (row));
    }
  for (guint i = 0; i < self->choices->saved->len; i++)
    add_saved (self, self->choices->saved->pdata[i]);
}

static void
row_activated_cb (VlgFilterPopover *self,
                  GtkListBoxRow    *row)
{
  vlg_filter_popover_set_filter (self, g_object_get_data (G_OBJECT (row), "filter"));
  change (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgFilterPopover) self = user_data;
  g_autoptr (GError) error = NULL;
  VlgFilterChoices *choices = vlg_filters_load_finish (VLG_OFFICE (source), result, &error);

  if (choices != NULL)
    {
      vlg_filter_choices_free (self->choices);
      self->choices = choices;
      fill_saved (self);
      sync_terms (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_signal_emit (self, signals[FAILED], 0, error);
    }
}

static void
load (VlgFilterPopover *self)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  vlg_filters_load_async (self->office, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
vlg_filter_popover_map (GtkWidget *widget)
{
  VlgFilterPopover *self = VLG_FILTER_POPOVER (widget);

  GTK_WIDGET_CLASS (vlg_filter_popover_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->filter_list, 0)));
  load (self);
}

static void
vlg_filter_popover_unroot (GtkWidget *widget)
{
  VlgFilterPopover *self = VLG_FILTER_POPOVER (widget);

  /* The window goes. GTK 4.8 may keep a popover that was open in it, but the office is to be closed. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->office);

  GTK_WIDGET_CLASS (vlg_filter_popover_parent_class)->unroot (widget);
}

static void
vlg_filter_popover_finalize (GObject *object)
{
  VlgFilterPopover *self = VLG_FILTER_POPOVER (object);

  g_clear_object (&self->office);
  g_clear_object (&self->cancellable);
  vlg_motion_filter_free (self->filter);
  vlg_filter_choices_free (self->choices);
  for (guint i = 0; i < VLG_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_ptr_array_unref);

  G_OBJECT_CLASS (vlg_filter_popover_parent_class)->finalize (object);
}

static void
vlg_filter_popover_class_init (VlgFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vlg_filter_popover_finalize;
  widget_class->map = vlg_filter_popover_map;
  widget_class->unroot = vlg_filter_popover_unroot;

  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/list/vlg-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgFilterPopover, filter_list);
  gtk_widget_class_bind_template_child (widget_class, VlgFilterPopover, terms_group);
  gtk_widget_class_bind_template_child (widget_class, VlgFilterPopover, name_row);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
vlg_filter_popover_init (VlgFilterPopover *self)
{
  self->filter = vlg_motion_filter_new ();
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vlg_filter_popover_new (VlgOffice *office)
{
  VlgFilterPopover *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_object_new (VLG_TYPE_FILTER_POPOVER, NULL);
  self->office = g_object_ref (office);
  add_terms (self);
  add_ready (self);
  sync_terms (self);

  return GTK_WIDGET (self);
}

void
vlg_filter_popover_set_filter (VlgFilterPopover      *self,
                               const VlgMotionFilter *filter)
{
  VlgMotionFilter *copy;

  g_return_if_fail (VLG_IS_FILTER_POPOVER (self));

  copy = vlg_motion_filter_copy (filter);
  vlg_motion_filter_free (self->filter);
  self->filter = copy;
  sync_terms (self);
}

const VlgMotionFilter *
vlg_filter_popover_get_filter (VlgFilterPopover *self)
{
  g_return_val_if_fail (VLG_IS_FILTER_POPOVER (self), NULL);

  return self->filter;
}
