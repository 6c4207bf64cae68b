/* vlg-annex-edit-row.c — an annex to edit
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-annex-edit-row.h"

#include <glib/gi18n.h>

#include "vlg-annex-file.h"
#include "vlg-annex-past-dialog.h"
#include "vlg-annex-preview.h"
#include "vlg-choices.h"
#include "vlg-entry-spelling.h"
#include "vlg-finding-mark.h"
#include "vlg-original.h"
#include "vlg-string.h"
#include "vlg-text-row.h"
#include "vlg-wrap-box.h"

struct _VlgAnnexEditRow {
  VlgFormRow parent_instance;

  /* template widgets */
  GtkWidget      *handle;
  GtkLabel       *number;
  GtkEntry       *title;
  GtkDropDown    *visibility;
  GtkLabel       *content;
  GtkButton      *open_button;
  VlgFindingMark *mark;

  /* owned */
  VlgAnnex  *annex;
  VlgOffice *office;
  VlgEntrySpelling *spelling;   /* of the title */

  gboolean showing;
};

enum {
  OPEN,
  MOVE,
  DROP,
  REMOVE,
  REPLACE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgAnnexEditRow, vlg_annex_edit_row, VLG_TYPE_FORM_ROW)

static char *
content_label (VlgAnnex *annex)
{
  const VlgAnnexFile *file = vlg_annex_get_file (annex);
  g_autofree char *size = NULL;
  g_autofree char *excerpt = NULL;

  if (file != NULL)
    {
      size = g_format_size (file->size);
      return g_strdup_printf ("%s · %s", file->name != NULL ? file->name : "", size);
    }

  excerpt = vlg_text_row_excerpt (vlg_annex_get_text (annex));

  return g_strdup (*excerpt != '\0' ? excerpt : _("Nothing written yet"));
}

static void update_actions (VlgAnnexEditRow *self);

static void
update (VlgAnnexEditRow *self)
{
  guint number = vlg_annex_get_number (self->annex);
  gboolean source = vlg_annex_get_source (self->annex);
  g_autofree char *counted = g_strdup_printf (_("Annex %u"), number);
  g_autofree char *content = content_label (self->annex);
  g_autofree char *now = vlg_string_normalize (gtk_editable_get_text (GTK_EDITABLE (self->title)), -1, NULL);
  const char *label = source ? _("Original paper") : number > 0 ? counted : _("Annex");

  gtk_label_set_label (self->number, label);
  gtk_label_set_label (self->content, content);
  gtk_button_set_label (self->open_button, vlg_annex_get_file (self->annex) != NULL ? _("Open") : _("Write"));
  gtk_widget_set_visible (GTK_WIDGET (self->title), !source);
  gtk_widget_set_visible (GTK_WIDGET (self->visibility), !source);
  update_actions (self);
  if (g_strcmp0 (now, vlg_annex_get_title (self->annex)) != 0)
    {
      /* The entry is empty for a moment in between. */
      self->showing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->title), vlg_annex_get_title (self->annex));
      self->showing = FALSE;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
typed_cb (VlgAnnexEditRow *self)
{
  g_autofree char *text = NULL;

  if (self->showing)
    return;

  text = vlg_string_normalize (gtk_editable_get_text (GTK_EDITABLE (self->title)), -1, NULL);
  if (text != NULL)
    vlg_annex_set_title (self->annex, text);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgAnnexEditRow *self = VLG_ANNEX_EDIT_ROW (widget);

  if (vlg_annex_get_file (self->annex) != NULL)
    vlg_original_open (widget, self->office, self->annex);
  else
    g_signal_emit (self, signals[OPEN], 0);
}

static void
preview_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VlgAnnexEditRow *self = VLG_ANNEX_EDIT_ROW (widget);

  vlg_annex_preview_present (widget, self->office, self->annex);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VlgAnnexEditRow *self = VLG_ANNEX_EDIT_ROW (widget);

  vlg_annex_file_export (widget, self->office, self->annex);
}

static void
replace_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[REPLACE], 0);
}

static void
past_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgAnnexEditRow *self = VLG_ANNEX_EDIT_ROW (widget);

  vlg_annex_past_dialog_present (widget, self->office, self->annex);
}

/* The imported paper itself stays as it came. */
static void
update_actions (VlgAnnexEditRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_file = vlg_annex_get_file (self->annex) != NULL, source = vlg_annex_get_source (self->annex);

  gtk_widget_action_set_enabled (widget, "annex.preview", is_file && vlg_annex_preview_can_show (self->annex));
  gtk_widget_action_set_enabled (widget, "annex.export", is_file);
  gtk_widget_action_set_enabled (widget, "annex.replace", is_file && !source);
  gtk_widget_action_set_enabled (widget, "annex.past", is_file && !source);
  gtk_widget_action_set_enabled (widget, "annex.remove", !source);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[MOVE], 0, g_variant_get_int32 (parameter));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static GdkContentProvider *
drag_prepare_cb (VlgAnnexEditRow *self)
{
  return gdk_content_provider_new_typed (VLG_TYPE_ANNEX, self->annex);
}

static gboolean
drop_cb (VlgAnnexEditRow *self,
         const GValue    *value)
{
  VlgAnnex *dropped = g_value_get_object (value);

  if (dropped == NULL || dropped == self->annex)
    return FALSE;

  g_signal_emit (self, signals[DROP], 0, dropped);

  return TRUE;
}

static void
add_drag_and_drop (VlgAnnexEditRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (VLG_TYPE_ANNEX, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static gboolean
vlg_annex_edit_row_grab_focus (GtkWidget *widget)
{
  VlgAnnexEditRow *self = VLG_ANNEX_EDIT_ROW (widget);

  return gtk_widget_grab_focus (vlg_annex_get_source (self->annex) ? GTK_WIDGET (self->open_button) : GTK_WIDGET (self->title));
}

static void
vlg_annex_edit_row_dispose (GObject *object)
{
  VlgAnnexEditRow *self = VLG_ANNEX_EDIT_ROW (object);

  g_clear_object (&self->spelling);
  g_clear_object (&self->annex);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (vlg_annex_edit_row_parent_class)->dispose (object);
}

static void
vlg_annex_edit_row_class_init (VlgAnnexEditRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_annex_edit_row_dispose;
  widget_class->grab_focus = vlg_annex_edit_row_grab_focus;

  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DROP] = g_signal_new ("drop", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, VLG_TYPE_ANNEX);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REPLACE] = g_signal_new ("replace", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "annex.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "annex.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "annex.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "annex.replace", NULL, replace_action);
  gtk_widget_class_install_action (widget_class, "annex.past", NULL, past_action);
  gtk_widget_class_install_action (widget_class, "annex.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "annex.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "annex.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "annex.move", "i", 1);

  g_type_ensure (VLG_TYPE_FINDING_MARK);
  g_type_ensure (VLG_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/annex/vlg-annex-edit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditRow, handle);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditRow, number);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditRow, title);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditRow, visibility);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditRow, content);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexEditRow, mark);
}

static void
vlg_annex_edit_row_init (VlgAnnexEditRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  vlg_choices_set (self->visibility, vlg_choices_visibilities ());
  self->spelling = vlg_entry_spelling_new (GTK_EDITABLE (self->title));
  add_drag_and_drop (self);
}

GtkWidget *
vlg_annex_edit_row_new (VlgAnnex  *annex,
                        VlgOffice *office)
{
  VlgAnnexEditRow *self;

  g_return_val_if_fail (VLG_IS_ANNEX (annex), NULL);
  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);

  self = g_object_new (VLG_TYPE_ANNEX_EDIT_ROW, NULL);
  self->annex = g_object_ref (annex);
  self->office = g_object_ref (office);
  gtk_editable_set_text (GTK_EDITABLE (self->title), vlg_annex_get_title (annex));
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (typed_cb), self);
  vlg_entry_spelling_set_spelling (self->spelling, vlg_office_get_spelling (office));
  g_object_bind_property (annex, "visibility", self->visibility, "selected", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (annex, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

VlgAnnex *
vlg_annex_edit_row_get_annex (VlgAnnexEditRow *self)
{
  g_return_val_if_fail (VLG_IS_ANNEX_EDIT_ROW (self), NULL);

  return self->annex;
}

void
vlg_annex_edit_row_update_findings (VlgAnnexEditRow *self,
                                    GListModel      *findings,
                                    int              position)
{
  g_return_if_fail (VLG_IS_ANNEX_EDIT_ROW (self));

  vlg_finding_mark_update (self->mark, findings, VLG_FIELD_ANNEXES, position);
}
