/* vlg-block-dialog.c — a text block to write
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-block-dialog.h"

#include <glib/gi18n.h>

#include "vlg-platform.h"
#include "vlg-text-blocks.h"
#include "vlg-text-editor.h"

struct _VlgBlockDialog {
  AdwWindow parent_instance;

  /* template widgets */
  AdwEntryRow   *name_row;
  VlgTextEditor *editor;
  GtkMenuButton *placeholders;

  /* owned */
  VlgOffice  *office;
  VlgSnippet *block;
  char       *text;     /* as it was when the dialog opened */

  gboolean asking;
};

G_DEFINE_FINAL_TYPE (VlgBlockDialog, vlg_block_dialog, ADW_TYPE_WINDOW)

static gboolean
has_name (VlgBlockDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  return *name != '\0';
}

static void
name_changed_cb (VlgBlockDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.save", has_name (self));
}

static void
name_activated_cb (VlgBlockDialog *self)
{
  /* A block without words is not meant yet; Tab goes by all the tools before it reaches the text. */
  if (*vlg_text_editor_get_markdown (self->editor) == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (vlg_text_editor_get_view (self->editor)));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "dialog.save", NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VlgBlockDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgSnippet) saved = vlg_text_blocks_save_finish (VLG_OFFICE (source), result, &error);

  /* It may have been closed meanwhile. */
  if (self->office == NULL)
    return;

  if (saved != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  name_changed_cb (self);
  vlg_platform_tell (GTK_WINDOW (self), _("The Text Block Is Not Saved"), error->message, NULL);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgBlockDialog *self = VLG_BLOCK_DIALOG (widget);
  g_autoptr (VlgSnippet) block = vlg_snippet_new (vlg_snippet_get_uid (self->block), gtk_editable_get_text (GTK_EDITABLE (self->name_row)),
                                                  vlg_text_editor_get_markdown (self->editor), vlg_snippet_get_changed_at (self->block));

  /* Pressed twice, the second would be a stale one. */
  gtk_widget_action_set_enabled (widget, "dialog.save", FALSE);
  vlg_text_blocks_save_async (self->office, block, NULL, saved_cb, g_object_ref (self));
}

static gboolean
is_changed (VlgBlockDialog *self)
{
  return self->block != NULL && (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->name_row)), vlg_snippet_get_name (self->block)) != 0 ||
                                 strcmp (vlg_text_editor_get_markdown (self->editor), self->text) != 0);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VlgBlockDialog) self = user_data;
  g_autofree char *answer = vlg_platform_choose_finish (result);

  self->asking = FALSE;
  /* The windows below may be gone. */
  if (self->office == NULL)
    return;

  if (g_str_equal (answer, "save"))
    gtk_widget_activate_action (GTK_WIDGET (self), "dialog.save", NULL);
  else if (g_str_equal (answer, "drop"))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* A key pressed by mistake must not take what was written, and there is nothing to undo it by. */
static gboolean
vlg_block_dialog_close_request (GtkWindow *window)
{
  VlgBlockDialog *self = VLG_BLOCK_DIALOG (window);
  const VlgPlatformChoice choices[] = {
    { "stay", _("_Keep Writing"), ADW_RESPONSE_DEFAULT },
    { "drop", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _("_Save"), ADW_RESPONSE_SUGGESTED },
  };

  if (!is_changed (self))
    return GTK_WINDOW_CLASS (vlg_block_dialog_parent_class)->close_request (window);

  if (!self->asking)
    {
      self->asking = TRUE;
      /* Without a name it cannot be saved. */
      vlg_platform_choose_async (window, _("Save the Text Block?"), _("What was written is lost otherwise."), NULL,
                                 choices, has_name (self) ? 3 : 2, asked_cb, g_object_ref (self));
    }

  return TRUE;
}

static void
placeholder_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  VlgBlockDialog *self = VLG_BLOCK_DIALOG (widget);
  GtkWidget *view = GTK_WIDGET (vlg_text_editor_get_view (self->editor));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (view);
}

static void
vlg_block_dialog_dispose (GObject *object)
{
  VlgBlockDialog *self = VLG_BLOCK_DIALOG (object);

  g_clear_object (&self->office);
  g_clear_object (&self->block);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (vlg_block_dialog_parent_class)->dispose (object);
}

static void
vlg_block_dialog_class_init (VlgBlockDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_block_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = vlg_block_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.placeholder", "s", placeholder_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (VLG_TYPE_TEXT_EDITOR);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/text/vlg-block-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgBlockDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, VlgBlockDialog, editor);
  gtk_widget_class_bind_template_child (widget_class, VlgBlockDialog, placeholders);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
}

static void
vlg_block_dialog_init (VlgBlockDialog *self)
{
  const char *const *placeholders = vlg_snippet_get_placeholders ();
  g_autoptr (GMenu) menu = g_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; placeholders[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (placeholders[i], NULL);

      g_menu_item_set_action_and_target (item, "dialog.placeholder", "s", placeholders[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->placeholders, G_MENU_MODEL (menu));
}

GtkWidget *
vlg_block_dialog_new (GtkWindow  *parent,
                      VlgOffice  *office,
                      VlgSnippet *block)
{
  VlgBlockDialog *self;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);
  g_return_val_if_fail (VLG_IS_SNIPPET (block), NULL);

  self = g_object_new (VLG_TYPE_BLOCK_DIALOG,
                       "transient-for", parent,
                       "title", vlg_snippet_get_changed_at (block) == 0 ? _("New Text Block") : _("Text Block"),
                       NULL);
  self->office = g_object_ref (office);
  self->block = g_object_ref (block);
  vlg_text_editor_set_markdown (self->editor, vlg_snippet_get_text (block));
  self->text = g_strdup (vlg_text_editor_get_markdown (self->editor));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), vlg_snippet_get_name (block));
  name_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));

  return GTK_WIDGET (self);
}
