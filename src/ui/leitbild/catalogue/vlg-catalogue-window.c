/* vlg-catalogue-window.c — the council's Leitbild catalogue, to work on
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-window.h"

#include <glib/gi18n.h>

#include "vlg-catalogue.h"
#include "vlg-catalogue-field-page.h"
#include "vlg-catalogue-field-row.h"
#include "vlg-day-field.h"
#include "vlg-platform.h"
#include "vlg-wrap-box.h"

struct _VlgCatalogueWindow {
  AdwWindow parent_instance;

  /* template widgets */
  GtkWidget             *leaflet;
  GtkListBox            *fields;
  GtkListBox            *versions;
  GtkStack              *stack;
  VlgCatalogueFieldPage *page;
  AdwWindowTitle        *field_title;
  VlgDayField           *valid_from;
  GtkLabel              *message;
  GtkButton             *save;

  /* owned */
  VlgOffice         *office;
  VlgCatalogueDraft *draft;
  char              *failure;   /* why a deed failed, until something changes; or NULL */

  gboolean asking;
};

G_DEFINE_FINAL_TYPE (VlgCatalogueWindow, vlg_catalogue_window, ADW_TYPE_WINDOW)

/* What is said below: why something failed, what is wrong, or that somebody else was at work. */
static void
update_message (VlgCatalogueWindow *self)
{
  const char *problem = vlg_catalogue_draft_get_problem (self->draft);
  gboolean overtaken;

  g_object_get (self->draft, "overtaken", &overtaken, NULL);
  if (self->failure != NULL)
    gtk_label_set_text (self->message, self->failure);
  else if (*problem != '\0')
    gtk_label_set_text (self->message, problem);
  else
    gtk_label_set_text (self->message, overtaken ? _("Another version was saved meanwhile. What you save replaces it.") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), *gtk_label_get_text (self->message) != '\0');
}

static void
update (VlgCatalogueWindow *self)
{
  gboolean can_undo, can_redo;

  g_object_get (self->draft, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "catalogue.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "catalogue.redo", can_redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "catalogue.save", vlg_catalogue_draft_get_can_save (self->draft));
  gtk_window_set_title (GTK_WINDOW (self), vlg_catalogue_draft_get_changed (self->draft) ? _("Leitbild Catalogue (not saved)") : _("Leitbild Catalogue"));
  update_message (self);
}

/* What was done since makes an older failure nobody's concern. */
static void
changed_cb (VlgCatalogueWindow *self)
{
  g_clear_pointer (&self->failure, g_free);
  update (self);
}

static void
fail (VlgCatalogueWindow *self,
      const GError       *error)
{
  g_free (self->failure);
  self->failure = g_strdup (error->message);
  update_message (self);
}

static void
toast (VlgCatalogueWindow *self,
       const char         *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  vlg_platform_add_toast (GTK_WIDGET (self->leaflet), adw_toast_new (markup));
}

/* Fields */

static void
update_field_title (VlgCatalogueWindow *self)
{
  VlgCatalogueField *field = vlg_catalogue_field_page_get_field (self->page);
  const char *name = field != NULL ? vlg_catalogue_field_get_name (field) : "";

  adw_window_title_set_title (self->field_title, *name != '\0' ? name : _("New field of action"));
}

static void
show_field (VlgCatalogueWindow *self,
            VlgCatalogueField  *field)
{
  vlg_catalogue_field_page_set_field (self->page, field);
  gtk_stack_set_visible_child_name (self->stack, field != NULL ? "field" : "none");
  if (field != NULL)
    update_field_title (self);
}

static void
field_selected_cb (VlgCatalogueWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->fields);

  if (row != NULL)
    show_field (self, vlg_catalogue_field_row_get_field (VLG_CATALOGUE_FIELD_ROW (row)));
}

static void
field_activated_cb (VlgCatalogueWindow *self)
{
  field_selected_cb (self);
  vlg_platform_leaflet_forward (self->leaflet);
  if (vlg_platform_leaflet_is_folded (self->leaflet))
    vlg_catalogue_field_page_edit (self->page);
}

static void
select_field (VlgCatalogueWindow *self,
              int                 position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->fields, position);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->fields, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The field that is shown may have gone, or come to another place. */
static void
fields_changed_cb (VlgCatalogueWindow *self)
{
  GListModel *fields = vlg_catalogue_draft_get_fields (self->draft);
  VlgCatalogueField *shown = vlg_catalogue_field_page_get_field (self->page);

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (VlgCatalogueField) field = g_list_model_get_item (fields, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->fields, (int) i);

      if (field != shown)
        continue;
      if (row != NULL)
        gtk_list_box_select_row (self->fields, row);
      return;
    }
  show_field (self, NULL);
  vlg_platform_leaflet_back (self->leaflet);
  if (gtk_list_box_get_row_at_index (self->fields, 0) != NULL)
    gtk_list_box_select_row (self->fields, gtk_list_box_get_row_at_index (self->fields, 0));
}

static void
row_drop_cb (VlgCatalogueWindow   *self,
             VlgCatalogueField    *dropped,
             VlgCatalogueFieldRow *row)
{
  vlg_catalogue_draft_move_field (self->draft, dropped, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static GtkWidget *
field_row_new (gpointer item,
               gpointer user_data)
{
  GtkWidget *row = vlg_catalogue_field_row_new (item);

  g_signal_connect_object (row, "drop", G_CALLBACK (row_drop_cb), user_data, G_CONNECT_SWAPPED);

  return row;
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgCatalogueWindow *self = VLG_CATALOGUE_WINDOW (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, VLG_TYPE_CATALOGUE_FIELD_ROW) : NULL;
  int to = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + g_variant_get_int32 (parameter) : -1;

  if (to >= 0 && vlg_catalogue_draft_move_field (self->draft, vlg_catalogue_field_row_get_field (VLG_CATALOGUE_FIELD_ROW (row)), (guint) to))
    select_field (self, to);
  else
    gtk_widget_error_bell (widget);
}

static void
add_field_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  VlgCatalogueWindow *self = VLG_CATALOGUE_WINDOW (widget);

  vlg_catalogue_draft_add_field (self->draft);
  select_field (self, (int) g_list_model_get_n_items (vlg_catalogue_draft_get_fields (self->draft)) - 1);
  vlg_platform_leaflet_forward (self->leaflet);
  vlg_catalogue_field_page_edit (self->page);
}

static void
add_goal_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VlgCatalogueWindow *self = VLG_CATALOGUE_WINDOW (widget);

  vlg_platform_leaflet_forward (self->leaflet);
  vlg_catalogue_field_page_add_goal (self->page);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgCatalogueWindow *self = VLG_CATALOGUE_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->fields);

  vlg_platform_leaflet_back (self->leaflet);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Versions */

static void
take_version_cb (VlgCatalogueWindow *self,
                 GtkWidget          *button)
{
  VlgCatalogueVersion *version = g_object_get_data (G_OBJECT (button), "version");

  vlg_catalogue_draft_load (self->draft, vlg_catalogue_version_get_leitbild (version));
  /* One to come is changed for its own day. */
  if (vlg_catalogue_version_get_from (version) > vlg_day_today ())
    g_object_set (self->draft, "valid-from", vlg_catalogue_version_get_from (version), NULL);
  toast (self, _("Taken over to work on; nothing is stored yet"));
}

/* The first version holds for papers of any age. */
static char *
describe_time (VlgCatalogueVersion *version)
{
  g_autofree char *from = vlg_day_to_display (vlg_catalogue_version_get_from (version));
  g_autofree char *to = NULL;
  gboolean first = vlg_catalogue_version_get_from (version) <= vlg_day_new (1970, 1, 1);

  if (vlg_catalogue_version_get_to (version) != VLG_DAY_NONE)
    to = vlg_day_to_display (vlg_catalogue_version_get_to (version));
  if (first)
    return to != NULL ? g_strdup_printf (_("Until %s"), to) : g_strdup (_("From the beginning"));

  return to != NULL ? g_strdup_printf (_("%s to %s"), from, to) : g_strdup_printf (_("From %s on"), from);
}

static GtkWidget *
version_row_new (gpointer item,
                 gpointer user_data)
{
  VlgCatalogueVersion *version = item;
  VlgLeitbild *leitbild = vlg_catalogue_version_get_leitbild (version);
  guint n_fields = vlg_leitbild_get_n_fields (leitbild), n_goals = 0;
  g_autofree char *time = describe_time (version);
  g_autofree char *fields = NULL;
  g_autofree char *goals = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row, *button;

  for (guint i = 0; i < n_fields; i++)
    n_goals += vlg_action_field_get_n_goals (vlg_leitbild_get_field (leitbild, i));
  fields = g_strdup_printf (ngettext ("%u field of action", "%u fields of action", n_fields), n_fields);
  goals = g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals);
  subtitle = g_strdup_printf ("%s, %s%s%s", fields, goals, vlg_catalogue_version_is_present (version) ? " · " : "",
                              vlg_catalogue_version_is_present (version) ? C_("version", "in force") : "");
  /* Translators: a button's name for the screen reader; %s is such as "From 01.01.2026 on". */
  name = g_strdup_printf (_("Take over to work on: %s"), time);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", time, "subtitle", subtitle, NULL);
  button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take this version over to work on it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "version", g_object_ref (version), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_version_cb), user_data, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

/* Saving */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VlgCatalogueWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *since = NULL;
  g_autofree char *text = NULL;
  VlgDay from;

  if (!vlg_catalogue_draft_save_finish (VLG_CATALOGUE_DRAFT (source), result, &error))
    {
      if (self->draft != NULL)
        fail (self, error);
      return;
    }
  if (self->draft == NULL)
    return;
  g_object_get (self->draft, "valid-from", &from, NULL);
  since = vlg_day_to_display (from);
  text = g_strdup_printf (_("Saved as a new version, valid from %s on"), since);
  toast (self, text);
}

static void
replace_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (VlgCatalogueWindow) self = user_data;
  g_autofree char *answer = vlg_platform_choose_finish (result);

  self->asking = FALSE;
  if (self->draft == NULL || !g_str_equal (answer, "replace"))
    return;
  vlg_catalogue_draft_overtake (self->draft);
  if (vlg_catalogue_draft_get_can_save (self->draft))
    vlg_catalogue_draft_save_async (self->draft, saved_cb, g_object_ref (self));
}

static void
save (VlgCatalogueWindow *self)
{
  const VlgPlatformChoice choices[] = {
    { "cancel", _("_Go On Working"), ADW_RESPONSE_DEFAULT },
    { "replace", _("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
  };
  gboolean overtaken;

  if (self->asking || !vlg_day_field_commit (self->valid_from) || !vlg_catalogue_draft_get_can_save (self->draft))
    return;
  g_object_get (self->draft, "overtaken", &overtaken, NULL);
  if (!overtaken)
    {
      vlg_catalogue_draft_save_async (self->draft, saved_cb, g_object_ref (self));
      return;
    }
  self->asking = TRUE;
  vlg_platform_choose_async (GTK_WINDOW (self), _("Replace the Other Version?"),
                             _("Another version was saved meanwhile. What you save replaces it; what is new in it is then no longer offered. The versions are listed below the fields of action."),
                             NULL, choices, G_N_ELEMENTS (choices), replace_cb, g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  save (VLG_CATALOGUE_WINDOW (widget));
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgCatalogueWindow *self = VLG_CATALOGUE_WINDOW (widget);

  if (g_str_equal (action_name, "catalogue.undo"))
    vlg_catalogue_draft_undo (self->draft);
  else
    vlg_catalogue_draft_redo (self->draft);
}

/* Files */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (VlgCatalogueWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgLeitbild) leitbild = vlg_catalogue_read_finish (result, &error);

  if (self->draft == NULL)
    return;
  if (leitbild == NULL)
    {
      fail (self, error);
      return;
    }
  vlg_catalogue_draft_load (self->draft, leitbild);
  toast (self, _("Taken over to work on; nothing is stored yet"));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (VlgCatalogueWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = vlg_catalogue_write_finish (result, &error);

  if (self->draft == NULL)
    return;
  if (written)
    toast (self, _("Catalogue exported"));
  else
    fail (self, error);
}

static void
import_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (VlgCatalogueWindow) self = user_data;
  g_autoptr (GListModel) files = vlg_platform_open_files_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && self->draft != NULL)
    vlg_catalogue_window_import (self, file);
}

static void
export_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (VlgCatalogueWindow) self = user_data;
  g_autoptr (GFile) file = vlg_platform_save_file_finish (result, NULL);

  if (file != NULL && self->draft != NULL)
    vlg_catalogue_window_export (self, file);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  vlg_platform_open_files_async (GTK_WINDOW (widget), _("Import a Catalogue (JSON or CSV)"), _("_Import"), FALSE, import_chosen_cb, g_object_ref (widget));
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autofree char *name = g_strdup_printf ("leitbild.%s", g_variant_get_string (parameter, NULL));

  vlg_platform_save_file_async (GTK_WINDOW (widget), _("Export the Catalogue"), name, export_chosen_cb, g_object_ref (widget));
}

void
vlg_catalogue_window_import (VlgCatalogueWindow *self,
                             GFile              *file)
{
  g_return_if_fail (VLG_IS_CATALOGUE_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  vlg_catalogue_read_async (file, read_cb, g_object_ref (self));
}

void
vlg_catalogue_window_export (VlgCatalogueWindow *self,
                             GFile              *file)
{
  g_return_if_fail (VLG_IS_CATALOGUE_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  vlg_catalogue_write_async (vlg_catalogue_draft_get_leitbild (self->draft), file, written_cb, g_object_ref (self));
}

/* Closing */

static void
close_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (VlgCatalogueWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (vlg_catalogue_draft_save_finish (VLG_CATALOGUE_DRAFT (source), result, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->draft != NULL)
    fail (self, error);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VlgCatalogueWindow) self = user_data;
  g_autofree char *answer = vlg_platform_choose_finish (result);

  self->asking = FALSE;
  if (self->draft == NULL)
    return;
  if (g_str_equal (answer, "save") && vlg_catalogue_draft_get_can_save (self->draft))
    vlg_catalogue_draft_save_async (self->draft, close_saved_cb, g_object_ref (self));
  else if (g_str_equal (answer, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
vlg_catalogue_window_close_request (GtkWindow *window)
{
  VlgCatalogueWindow *self = VLG_CATALOGUE_WINDOW (window);
  const VlgPlatformChoice choices[] = {
    { "cancel", _("_Go On Working"), ADW_RESPONSE_DEFAULT },
    { "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _("_Save"), ADW_RESPONSE_SUGGESTED },
  };

  if (!vlg_catalogue_draft_get_changed (self->draft))
    return GTK_WINDOW_CLASS (vlg_catalogue_window_parent_class)->close_request (window);
  if (self->asking)
    return TRUE;
  self->asking = TRUE;
  vlg_platform_choose_async (window, _("Save the Catalogue?"), _("What you changed is not stored yet. Saved as a new version it holds for new motions; motions keep the version they were made under."),
                             NULL, choices, vlg_catalogue_draft_get_can_save (self->draft) ? 3 : 2, answered_cb, g_object_ref (self));

  return TRUE;
}

static void
vlg_catalogue_window_dispose (GObject *object)
{
  VlgCatalogueWindow *self = VLG_CATALOGUE_WINDOW (object);

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  g_clear_object (&self->office);
  g_clear_pointer (&self->failure, g_free);

  G_OBJECT_CLASS (vlg_catalogue_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "catalogue.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "catalogue.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "catalogue.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "catalogue.add-field", NULL, add_field_action);
  gtk_widget_class_install_action (widget_class, "catalogue.add-goal", NULL, add_goal_action);
  gtk_widget_class_install_action (widget_class, "catalogue.move-field", "i", move_action);
  gtk_widget_class_install_action (widget_class, "catalogue.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "catalogue.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "catalogue.export", "s", export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "catalogue.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "catalogue.add-field", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "catalogue.add-goal", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "catalogue.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "catalogue.move-field", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "catalogue.move-field", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vlg_catalogue_window_class_init (VlgCatalogueWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_catalogue_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = vlg_catalogue_window_close_request;
  install_actions (widget_class);

  g_type_ensure (VLG_TYPE_CATALOGUE_FIELD_PAGE);
  g_type_ensure (VLG_TYPE_DAY_FIELD);
  g_type_ensure (VLG_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/leitbild/catalogue/vlg-catalogue-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueWindow, versions);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueWindow, page);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueWindow, field_title);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueWindow, valid_from);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueWindow, message);
  gtk_widget_class_bind_template_child (widget_class, VlgCatalogueWindow, save);
  gtk_widget_class_bind_template_callback (widget_class, field_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_activated_cb);
}

static void
vlg_catalogue_window_init (VlgCatalogueWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vlg_catalogue_window_new (GtkWindow *parent,
                          VlgOffice *office)
{
  VlgCatalogueWindow *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_object_new (VLG_TYPE_CATALOGUE_WINDOW, "transient-for", parent, NULL);
  self->office = g_object_ref (office);
  self->draft = vlg_catalogue_draft_new (office);
  vlg_catalogue_field_page_set_draft (self->page, self->draft);
  gtk_list_box_bind_model (self->fields, vlg_catalogue_draft_get_fields (self->draft), field_row_new, self, NULL);
  gtk_list_box_bind_model (self->versions, vlg_catalogue_draft_get_versions (self->draft), version_row_new, self, NULL);
  g_object_bind_property (self->draft, "valid-from", self->valid_from, "day", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  /* Behind the list box, whose rows it looks for. */
  g_signal_connect_object (vlg_catalogue_draft_get_fields (self->draft), "items-changed", G_CALLBACK (fields_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::can-undo", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify::can-undo", G_CALLBACK (update_field_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  fields_changed_cb (self);
  select_field (self, 0);

  return GTK_WIDGET (self);
}

VlgCatalogueDraft *
vlg_catalogue_window_get_draft (VlgCatalogueWindow *self)
{
  g_return_val_if_fail (VLG_IS_CATALOGUE_WINDOW (self), NULL);

  return self->draft;
}
