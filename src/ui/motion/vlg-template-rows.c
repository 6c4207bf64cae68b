/* vlg-template-rows.c — what a new motion can begin with, as rows to choose from
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-template-rows.h"

#include <glib/gi18n.h>

#include "vlg-ask-text.h"
#include "vlg-platform.h"
#include "vlg-template-shelf.h"

#define TEMPLATE_KEY "vlg-template"
#define FROM_KEY "vlg-from-uid"

struct _VlgTemplateRows {
  AdwBin parent_instance;

  /* template widgets */
  GtkListBox *list_box;

  /* borrowed */
  GtkWidget *chosen;   /* a row of the list */

  /* owned */
  VlgOffice *office;
  VlgMotion *shown;
  GPtrArray *templates;   /* VlgTemplate, as shown */
  GCancellable *loading;
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgTemplateRows, vlg_template_rows, ADW_TYPE_BIN)

/* A template on its way out or back. */
typedef struct {
  VlgTemplateRows *rows;
  VlgTemplate     *template;
} Deed;

static Deed *
deed_new (VlgTemplateRows *rows,
          VlgTemplate     *template)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->rows = g_object_ref (rows);
  deed->template = g_object_ref (template);

  return deed;
}

static void
deed_free (Deed *deed)
{
  g_object_unref (deed->rows);
  g_object_unref (deed->template);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

static void reload (VlgTemplateRows *self);

static void
tell_error (VlgTemplateRows *self,
            const char      *heading,
            const GError    *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    vlg_platform_tell (GTK_WINDOW (root), heading, error->message, NULL);
}

/* Delete, and undo */

static void
put_back_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VlgTemplateRows) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!vlg_template_shelf_put_finish (VLG_OFFICE (source), result, NULL, &error))
    tell_error (self, _("The Template Was Not Restored"), error);
  reload (self);
}

static void
undo_clicked_cb (AdwToast *toast,
                 Deed     *deed)
{
  vlg_template_shelf_put_async (deed->rows->office, deed->template, NULL, put_back_cb, g_object_ref (deed->rows));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (VlgTemplateRows) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgTemplate) removed = vlg_template_shelf_remove_finish (VLG_OFFICE (source), result, &error);
  g_autofree char *text = NULL;
  AdwToast *toast;

  reload (self);
  if (removed == NULL)
    {
      tell_error (self, _("The Template Was Not Deleted"), error);
      return;
    }
  text = g_markup_printf_escaped (_("Template “%s” deleted"), vlg_template_get_name (removed));
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), deed_new (self, removed), (GClosureNotify) (GCallback) deed_free, 0);
  vlg_platform_add_toast (GTK_WIDGET (self), toast);
}

static void
delete_cb (GtkWidget *row)
{
  VlgTemplateRows *self = VLG_TEMPLATE_ROWS (gtk_widget_get_ancestor (row, VLG_TYPE_TEMPLATE_ROWS));
  VlgTemplate *template = g_object_get_data (G_OBJECT (row), TEMPLATE_KEY);

  vlg_template_shelf_remove_async (self->office, vlg_template_get_uid (template), NULL, removed_cb, g_object_ref (self));
}

/* Rename */

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (VlgTemplateRows) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!vlg_template_shelf_rename_finish (VLG_OFFICE (source), result, &error))
    tell_error (self, _("The Template Was Not Renamed"), error);
  reload (self);
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autofree char *name = vlg_ask_text_finish (result);

  if (name != NULL)
    vlg_template_shelf_rename_async (deed->rows->office, vlg_template_get_uid (deed->template), name, NULL, renamed_cb, g_object_ref (deed->rows));
}

static void
rename_cb (GtkWidget *row)
{
  VlgTemplateRows *self = VLG_TEMPLATE_ROWS (gtk_widget_get_ancestor (row, VLG_TYPE_TEMPLATE_ROWS));
  VlgTemplate *template = g_object_get_data (G_OBJECT (row), TEMPLATE_KEY);
  const VlgAskText ask = {
    .heading = _("Rename Template"), .label = _("Name"), .text = vlg_template_get_name (template), .answer = _("_Rename"), .appearance = ADW_RESPONSE_SUGGESTED,
  };

  vlg_ask_text_async (GTK_WIDGET (self), &ask, named_cb, deed_new (self, template));
}

/* Rows */

static void
toggled_cb (GtkCheckButton *check,
            GtkWidget      *row)
{
  VlgTemplateRows *self = VLG_TEMPLATE_ROWS (gtk_widget_get_ancestor (row, VLG_TYPE_TEMPLATE_ROWS));

  if (self == NULL || !gtk_check_button_get_active (check) || self->chosen == row)
    return;
  self->chosen = row;
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
add_button (GtkWidget  *row,
            const char *icon_name,
            const char *name,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
add_row (VlgTemplateRows *self,
         GtkWidget       *group,
         const char      *title,
         const char      *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL && *subtitle != '\0')
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), row, 0);
  gtk_list_box_append (self->list_box, row);

  return row;
}

static GtkWidget *
get_check (GtkWidget *row)
{
  return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
}

static void
add_template (VlgTemplateRows *self,
              GtkWidget       *group,
              VlgTemplate     *template,
              const char      *chosen_uid)
{
  const VlgMotionKind *kind = vlg_profile_find_kind (vlg_office_get_profile (self->office), vlg_template_get_kind (template));
  GtkWidget *row = add_row (self, group, vlg_template_get_name (template), kind != NULL ? kind->name : NULL);

  g_object_set_data_full (G_OBJECT (row), TEMPLATE_KEY, g_object_ref (template), g_object_unref);
  add_button (row, "document-edit-symbolic", _("Rename Template"), G_CALLBACK (rename_cb));
  add_button (row, "user-trash-symbolic", _("Delete Template"), G_CALLBACK (delete_cb));
  if (g_strcmp0 (vlg_template_get_uid (template), chosen_uid) == 0)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (get_check (row)), TRUE);
}

static void
fill (VlgTemplateRows *self,
      GPtrArray       *templates)
{
  VlgTemplate *chosen = vlg_template_rows_get_template (self);
  g_autofree char *chosen_uid = g_strdup (chosen != NULL ? vlg_template_get_uid (chosen) : NULL);
  gboolean copy = vlg_template_rows_get_from_uid (self) != NULL;
  GtkWidget *row;
  GtkWidget *empty;

  self->chosen = NULL;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, row);

  empty = add_row (self, NULL, _("An Empty Motion"), NULL);
  if (self->shown != NULL)
    {
      const char *number = vlg_motion_get_number_text (self->shown);
      g_autofree char *title = *number != '\0' ? g_strdup_printf (_("A Copy of %s"), number) : g_strdup (_("A Copy of the Motion Shown"));

      row = add_row (self, get_check (empty), title, vlg_motion_get_text (self->shown, VLG_FIELD_TITLE));
      g_object_set_data_full (G_OBJECT (row), FROM_KEY, g_strdup (vlg_motion_get_uid (self->shown)), g_free);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (get_check (row)), copy);
    }
  for (guint i = 0; i < templates->len; i++)
    add_template (self, get_check (empty), templates->pdata[i], chosen_uid);
  if (self->chosen == NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (get_check (empty)), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown != NULL || templates->len > 0);
}

/* Rows that stay the same stay, with the focus on them. */
static gboolean
is_shown (VlgTemplateRows *self,
          GPtrArray       *templates)
{
  if (self->templates == NULL || self->templates->len != templates->len)
    return FALSE;
  for (guint i = 0; i < templates->len; i++)
    if (!g_str_equal (vlg_template_get_uid (templates->pdata[i]), vlg_template_get_uid (self->templates->pdata[i])) ||
        !g_str_equal (vlg_template_get_name (templates->pdata[i]), vlg_template_get_name (self->templates->pdata[i])))
      return FALSE;

  return TRUE;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgTemplateRows) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = vlg_template_shelf_list_finish (VLG_OFFICE (source), result, &error);

  if (templates != NULL && self->office != NULL && !is_shown (self, templates))
    {
      fill (self, templates);
      g_clear_pointer (&self->templates, g_ptr_array_unref);
      self->templates = g_steal_pointer (&templates);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_error (self, _("The Templates Could Not Be Read"), error);
}

static void
reload (VlgTemplateRows *self)
{
  if (self->office == NULL)
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  vlg_template_shelf_list_async (self->office, VLG_TEMPLATE_MOTION, self->loading, listed_cb, g_object_ref (self));
}

static void
vlg_template_rows_dispose (GObject *object)
{
  VlgTemplateRows *self = VLG_TEMPLATE_ROWS (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->office);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  self->chosen = NULL;

  G_OBJECT_CLASS (vlg_template_rows_parent_class)->dispose (object);
}

static void
vlg_template_rows_class_init (VlgTemplateRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_template_rows_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/vlg-template-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgTemplateRows, list_box);
}

static void
vlg_template_rows_init (VlgTemplateRows *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vlg_template_rows_load (VlgTemplateRows *self,
                        VlgOffice       *office,
                        VlgMotion       *shown)
{
  g_return_if_fail (VLG_IS_TEMPLATE_ROWS (self));
  g_return_if_fail (VLG_IS_OFFICE (office));

  if (g_set_object (&self->office, office))
    g_signal_connect_object (office, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_set_object (&self->shown, shown);
  reload (self);
}

const char *
vlg_template_rows_get_from_uid (VlgTemplateRows *self)
{
  g_return_val_if_fail (VLG_IS_TEMPLATE_ROWS (self), NULL);

  return self->chosen != NULL ? g_object_get_data (G_OBJECT (self->chosen), FROM_KEY) : NULL;
}

VlgTemplate *
vlg_template_rows_get_template (VlgTemplateRows *self)
{
  g_return_val_if_fail (VLG_IS_TEMPLATE_ROWS (self), NULL);

  return self->chosen != NULL ? g_object_get_data (G_OBJECT (self->chosen), TEMPLATE_KEY) : NULL;
}
