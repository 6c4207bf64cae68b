/* vlg-new-motion-dialog.c — a new motion's kind, origin and title, and what it begins with
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-new-motion-dialog.h"

#include <glib/gi18n.h>

#include "vlg-new-motion.h"
#include "vlg-platform.h"
#include "vlg-string.h"
#include "vlg-template-rows.h"

struct _VlgNewMotionDialog {
  AdwWindow parent_instance;

  /* template widgets */
  AdwComboRow *kind_row;
  AdwEntryRow *origin_row;
  AdwEntryRow *title_row;
  VlgTemplateRows *template_rows;

  /* owned */
  VlgOffice *office;
  GSettings *settings;
  char *shown_kind;
};

enum {
  CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgNewMotionDialog, vlg_new_motion_dialog, ADW_TYPE_WINDOW)

/* The key of the chosen kind, as the profile spells it. */
static const char *
get_kind (VlgNewMotionDialog *self)
{
  return vlg_profile_get_kind (vlg_office_get_profile (self->office), adw_combo_row_get_selected (self->kind_row))->key;
}

static void
remember (VlgNewMotionDialog *self)
{
  g_settings_set_string (self->settings, "last-kind", get_kind (self));
  g_settings_set_string (self->settings, "last-origin", gtk_editable_get_text (GTK_EDITABLE (self->origin_row)));
}

static void
create_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgNewMotionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_new_motion_finish (VLG_OFFICE (source), result, &error);

  if (motion == NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", TRUE);
      vlg_platform_tell (GTK_WINDOW (self), _("The Motion Was Not Created"), error->message, NULL);
      return;
    }

  remember (self);
  g_signal_emit (self, signals[CREATED], 0, vlg_motion_get_uid (motion));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
create_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VlgNewMotionDialog *self = VLG_NEW_MOTION_DIALOG (widget);
  g_autofree char *origin = vlg_string_collapse (gtk_editable_get_text (GTK_EDITABLE (self->origin_row)));
  g_autofree char *typed = vlg_string_collapse (gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  g_autofree char *title = vlg_string_normalize (typed, -1, NULL);

  VlgTemplate *template = vlg_template_rows_get_template (self->template_rows);
  const char *from_uid = vlg_template_rows_get_from_uid (self->template_rows);
  const VlgNewMotion how = {
    .kind = get_kind (self), .title = title, .from_uid = from_uid,
    /* Whoever copies and says no origin means that of the other motion. */
    .origin = from_uid != NULL && *origin == '\0' ? NULL : origin,
    .template_uid = template != NULL ? vlg_template_get_uid (template) : NULL,
  };

  /* Pressed twice, it would be made twice. */
  gtk_widget_action_set_enabled (widget, "dialog.create", FALSE);
  vlg_new_motion_async (self->office, &how, NULL, create_cb, g_object_ref (self));
}

static void
select_kind (VlgNewMotionDialog *self,
             const char         *key)
{
  VlgProfile *profile = vlg_office_get_profile (self->office);

  for (guint i = 0; i < vlg_profile_get_n_kinds (profile); i++)
    if (g_str_equal (vlg_profile_get_kind (profile, i)->key, key))
      adw_combo_row_set_selected (self->kind_row, i);
}

/* What is made of a question is a question, unless somebody says otherwise. */
static void
chosen_cb (VlgNewMotionDialog *self)
{
  VlgTemplate *template = vlg_template_rows_get_template (self->template_rows);

  if (template != NULL)
    select_kind (self, vlg_template_get_kind (template));
  else if (vlg_template_rows_get_from_uid (self->template_rows) != NULL && self->shown_kind != NULL)
    select_kind (self, self->shown_kind);
}

static void
vlg_new_motion_dialog_dispose (GObject *object)
{
  VlgNewMotionDialog *self = VLG_NEW_MOTION_DIALOG (object);

  g_clear_object (&self->office);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->shown_kind, g_free);

  G_OBJECT_CLASS (vlg_new_motion_dialog_parent_class)->dispose (object);
}

static void
vlg_new_motion_dialog_class_init (VlgNewMotionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_new_motion_dialog_dispose;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (VLG_TYPE_TEMPLATE_ROWS);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/vlg-new-motion-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgNewMotionDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, VlgNewMotionDialog, origin_row);
  gtk_widget_class_bind_template_child (widget_class, VlgNewMotionDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, VlgNewMotionDialog, template_rows);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
vlg_new_motion_dialog_init (VlgNewMotionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (VlgNewMotionDialog *self)
{
  VlgProfile *profile = vlg_office_get_profile (self->office);
  g_autofree char *last_kind = g_settings_get_string (self->settings, "last-kind");
  g_autofree char *last_origin = g_settings_get_string (self->settings, "last-origin");
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < vlg_profile_get_n_kinds (profile); i++)
    {
      const VlgMotionKind *kind = vlg_profile_get_kind (profile, i);

      gtk_string_list_take (names, g_strdup_printf ("%s (%s)", kind->name, kind->key));
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));

  select_kind (self, last_kind);
  gtk_editable_set_text (GTK_EDITABLE (self->origin_row), last_origin);
}

GtkWidget *
vlg_new_motion_dialog_new (GtkWindow *parent,
                           VlgOffice *office,
                           GSettings *settings,
                           VlgMotion *shown)
{
  VlgNewMotionDialog *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (VLG_TYPE_NEW_MOTION_DIALOG, "transient-for", parent, NULL);
  self->office = g_object_ref (office);
  self->settings = g_object_ref (settings);
  self->shown_kind = shown != NULL ? g_strdup (vlg_motion_get_kind (shown)) : NULL;
  fill (self);
  vlg_template_rows_load (self->template_rows, office, shown);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));

  return GTK_WIDGET (self);
}
