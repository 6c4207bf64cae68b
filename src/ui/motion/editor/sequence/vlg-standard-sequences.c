/* vlg-standard-sequences.c — the office's standard sequences, behind a button
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-standard-sequences.h"

#include <glib/gi18n.h>

#include "vlg-ask-text.h"
#include "vlg-platform.h"
#include "vlg-template-shelf.h"

#define TEMPLATE_KEY "vlg-template"

struct _VlgStandardSequences {
  AdwBin parent_instance;

  /* template widgets */
  GtkMenuButton *button;
  GtkPopover    *popover;
  GtkListBox    *list_box;
  GtkWidget     *save_button;

  /* owned */
  VlgDraft *draft;
};

enum {
  PROP_0,
  PROP_DRAFT,
  N_PROPS,
};

enum {
  APPLIED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgStandardSequences, vlg_standard_sequences, ADW_TYPE_BIN)

/* A deed for one draft that ends in a callback, by when another one may be shown. */
typedef struct {
  VlgStandardSequences *widget;
  VlgDraft             *draft;
  VlgTemplate          *template;   /* to be put back */
  char                 *name;
} Deed;

static Deed *
deed_new (VlgStandardSequences *widget,
          VlgDraft             *draft,
          VlgTemplate          *template)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->widget = g_object_ref (widget);
  deed->draft = g_object_ref (draft);
  g_set_object (&deed->template, template);

  return deed;
}

static void
deed_free (Deed *deed)
{
  g_object_unref (deed->widget);
  g_object_unref (deed->draft);
  g_clear_object (&deed->template);
  g_free (deed->name);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

static void
tell_error (VlgStandardSequences *self,
            const char           *heading,
            const GError         *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    vlg_platform_tell (GTK_WINDOW (root), heading, error->message, NULL);
}

/* Deletes and replacements can be taken back. */

static void
put_back_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (VlgStandardSequences) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!vlg_template_shelf_put_finish (VLG_OFFICE (source), result, NULL, &error))
    tell_error (self, _("The Standard Sequence Was Not Restored"), error);
}

static void
undo_clicked_cb (AdwToast *toast,
                 Deed     *deed)
{
  vlg_template_shelf_put_async (vlg_draft_get_office (deed->draft), deed->template, NULL, put_back_cb, g_object_ref (deed->widget));
}

/* @undo is taken over; NULL where there is nothing to take back. */
static void
add_toast (VlgStandardSequences *self,
           const char           *text,
           Deed                 *undo)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (undo != NULL)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), undo, (GClosureNotify) (GCallback) deed_free, 0);
    }
  vlg_platform_add_toast (GTK_WIDGET (self), toast);
}

/* Apply */

static gboolean
is_blank (VlgConsultation *row)
{
  return *vlg_consultation_get_body (row) == '\0' && vlg_consultation_get_day (row) == VLG_DAY_NONE;
}

static void
apply (VlgStandardSequences *self,
       VlgDraft             *draft,
       VlgMotion            *content)
{
  GListStore *rows = vlg_motion_get_consultations (vlg_draft_get_motion (draft));
  GListModel *added = G_LIST_MODEL (vlg_motion_get_consultations (content));
  guint n_kept = g_list_model_get_n_items (G_LIST_MODEL (rows));
  guint n = n_kept;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (added); i++)
    g_ptr_array_add (items, g_list_model_get_item (added, i));
  while (n_kept > 0)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (rows), n_kept - 1);

      if (!is_blank (row))
        break;
      n_kept--;
    }

  vlg_draft_end_step (draft);
  g_list_store_splice (rows, n_kept, n - n_kept, items->pdata, items->len);
  g_signal_emit (self, signals[APPLIED], 0, (int) n_kept);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgTemplate) template = vlg_template_shelf_load_finish (VLG_OFFICE (source), result, &error);
  g_autoptr (VlgMotion) content = template != NULL ? vlg_template_make_motion (template, &error) : NULL;

  if (content == NULL)
    tell_error (deed->widget, _("The Standard Sequence Was Not Applied"), error);
  else if (deed->widget->draft == deed->draft)
    apply (deed->widget, deed->draft, content);
}

static void
row_activated_cb (VlgStandardSequences *self,
                  GtkListBoxRow        *row)
{
  VlgTemplate *template = g_object_get_data (G_OBJECT (row), TEMPLATE_KEY);

  gtk_popover_popdown (self->popover);
  vlg_template_shelf_load_async (vlg_draft_get_office (self->draft), vlg_template_get_uid (template), NULL, loaded_cb, deed_new (self, self->draft, NULL));
}

/* Save */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgTemplate) replaced = NULL;
  g_autofree char *text = NULL;

  if (!vlg_template_shelf_put_finish (VLG_OFFICE (source), result, &replaced, &error))
    {
      tell_error (deed->widget, _("The Standard Sequence Was Not Saved"), error);
      return;
    }
  text = g_strdup_printf (replaced != NULL ? _("Standard sequence “%s” replaced") : _("Standard sequence “%s” saved"), deed->name);
  add_toast (deed->widget, text, replaced != NULL ? deed_new (deed->widget, deed->draft, replaced) : NULL);
}

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  VlgDraft *draft = VLG_DRAFT (source);

  if (!vlg_draft_flush_finish (draft, result, &error))
    {
      tell_error (deed->widget, _("The Standard Sequence Was Not Saved"), error);
      return;
    }
  vlg_template_shelf_save_async (vlg_draft_get_office (draft), VLG_TEMPLATE_SEQUENCE, deed->name, vlg_motion_get_uid (vlg_draft_get_motion (draft)), NULL, saved_cb, deed);
  g_steal_pointer (&deed);
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  VlgDraft *draft = deed->draft;

  deed->name = vlg_ask_text_finish (result);
  if (deed->name != NULL)
    vlg_draft_flush_async (draft, NULL, flushed_cb, g_steal_pointer (&deed));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgStandardSequences *self = VLG_STANDARD_SEQUENCES (widget);
  const VlgAskText ask = {
    .heading = _("Save Standard Sequence"), .body = _("Bodies, roles and visibility are kept in their order, without dates."),
    .label = _("Name"), .answer = _("_Save"), .appearance = ADW_RESPONSE_SUGGESTED,
  };

  gtk_popover_popdown (self->popover);
  vlg_ask_text_async (widget, &ask, named_cb, deed_new (self, self->draft, NULL));
}

/* The list */

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgTemplate) removed = vlg_template_shelf_remove_finish (VLG_OFFICE (source), result, &error);
  g_autofree char *text = NULL;

  if (removed == NULL)
    {
      tell_error (deed->widget, _("The Standard Sequence Was Not Deleted"), error);
      return;
    }
  text = g_strdup_printf (_("Standard sequence “%s” deleted"), vlg_template_get_name (removed));
  add_toast (deed->widget, text, deed_new (deed->widget, deed->draft, removed));
}

static void
delete_cb (GtkWidget *row)
{
  VlgStandardSequences *self = VLG_STANDARD_SEQUENCES (gtk_widget_get_ancestor (row, VLG_TYPE_STANDARD_SEQUENCES));
  VlgTemplate *template = g_object_get_data (G_OBJECT (row), TEMPLATE_KEY);

  gtk_popover_popdown (self->popover);
  vlg_template_shelf_remove_async (vlg_draft_get_office (self->draft), vlg_template_get_uid (template), NULL, removed_cb, deed_new (self, self->draft, NULL));
}

static void
add_row (VlgStandardSequences *self,
         VlgTemplate          *template)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (vlg_template_get_name (template));
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_("Delete “%s”"), vlg_template_get_name (template));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, vlg_template_get_name (template), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), row, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), TEMPLATE_KEY, g_object_ref (template), g_object_unref);
  gtk_list_box_append (self->list_box, row);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgStandardSequences) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = vlg_template_shelf_list_finish (VLG_OFFICE (source), result, &error);
  GtkWidget *row;

  if (self->draft == NULL)
    return;
  if (templates == NULL)
    {
      tell_error (self, _("The Standard Sequences Could Not Be Read"), error);
      return;
    }
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list_box, 0))) != NULL)
    gtk_list_box_remove (self->list_box, row);
  for (guint i = 0; i < templates->len; i++)
    add_row (self, templates->pdata[i]);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list_box, 0));
  gtk_widget_grab_focus (row != NULL ? row : self->save_button);
}

static void
show_cb (VlgStandardSequences *self)
{
  if (self->draft != NULL)
    vlg_template_shelf_list_async (vlg_draft_get_office (self->draft), VLG_TEMPLATE_SEQUENCE, NULL, listed_cb, g_object_ref (self));
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_menu_button_popup (VLG_STANDARD_SEQUENCES (widget)->button);
}

static void
vlg_standard_sequences_dispose (GObject *object)
{
  g_clear_object (&VLG_STANDARD_SEQUENCES (object)->draft);

  G_OBJECT_CLASS (vlg_standard_sequences_parent_class)->dispose (object);
}

static void
vlg_standard_sequences_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_DRAFT)
    g_value_set_object (value, VLG_STANDARD_SEQUENCES (object)->draft);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vlg_standard_sequences_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  VlgStandardSequences *self = VLG_STANDARD_SEQUENCES (object);

  if (prop_id != PROP_DRAFT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (!g_set_object (&self->draft, g_value_get_object (value)))
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sequence.standard", self->draft != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sequence.save-standard", self->draft != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), self->draft != NULL);
  g_object_notify_by_pspec (object, pspec);
}

static void
vlg_standard_sequences_class_init (VlgStandardSequencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_standard_sequences_dispose;
  object_class->get_property = vlg_standard_sequences_get_property;
  object_class->set_property = vlg_standard_sequences_set_property;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_install_action (widget_class, "sequence.standard", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "sequence.save-standard", NULL, save_action);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/sequence/vlg-standard-sequences.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgStandardSequences, button);
  gtk_widget_class_bind_template_child (widget_class, VlgStandardSequences, popover);
  gtk_widget_class_bind_template_child (widget_class, VlgStandardSequences, list_box);
  gtk_widget_class_bind_template_child (widget_class, VlgStandardSequences, save_button);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
vlg_standard_sequences_init (VlgStandardSequences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
}
