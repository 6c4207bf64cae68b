/* vlg-text-page.c — one long text of a motion on a page of its own
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-page.h"

#include "vlg-string.h"

struct _VlgTextPage {
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel      *title;
  VlgTextEditor *editor;

  /* owned */
  VlgDraft *draft;
  GObject  *object;
  char     *property;
  GSettings *settings;

  gboolean edited;   /* since the text was handed over */
  gboolean handing;  /* the text over: what changes now is ours */
};

enum {
  CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VlgTextPage, vlg_text_page, ADW_TYPE_BIN)

/* Gives the motion the text as it stands. */
static void
collect (VlgTextPage *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  char *text;

  if (self->object == NULL || !self->edited)
    return;

  self->edited = FALSE;
  text = vlg_string_normalize (vlg_text_editor_get_markdown (self->editor), -1, NULL);
  if (text == NULL)
    return;

  /* It may be long, and this is done while keys come in: no copy more than there must be. */
  g_value_init (&value, G_TYPE_STRING);
  g_value_take_string (&value, text);
  self->handing = TRUE;
  g_object_set_property (self->object, self->property, &value);
  self->handing = FALSE;
}

/* The text became another one by other means: undo, a decided conflict. */
static void
show_text (VlgTextPage *self)
{
  g_autofree char *now = NULL;
  g_autofree char *text = NULL;

  if (self->handing || self->edited)
    return;
  now = vlg_string_normalize (vlg_text_editor_get_markdown (self->editor), -1, NULL);
  g_object_get (self->object, self->property, &text, NULL);
  if (g_strcmp0 (now, text) == 0)
    return;

  vlg_text_editor_set_markdown (self->editor, text);
  self->edited = FALSE;
}

static void
edited_cb (VlgTextPage *self)
{
  if (self->draft == NULL)
    return;

  self->edited = TRUE;
  vlg_draft_announce (self->draft);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSE], 0);
}

void
vlg_text_page_release (VlgTextPage *self)
{
  g_return_if_fail (VLG_IS_TEXT_PAGE (self));

  if (self->object == NULL)
    return;

  collect (self);
  vlg_text_view_forget_files (vlg_text_editor_get_view (self->editor));
  vlg_draft_end_step (self->draft);
  g_signal_handlers_disconnect_by_data (self->draft, self);
  g_signal_handlers_disconnect_by_data (self->object, self);
  vlg_text_editor_set_draft (self->editor, NULL);
  g_clear_object (&self->draft);
  g_clear_object (&self->object);
  g_clear_pointer (&self->property, g_free);
  vlg_text_editor_set_markdown (self->editor, "");
  self->edited = FALSE;
}

/* Never by way of grab_focus(), which would bring Shift+Tab back to where it leaves. */
static gboolean
vlg_text_page_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static gboolean
vlg_text_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (vlg_text_editor_get_view (VLG_TEXT_PAGE (widget)->editor)));
}

static void
vlg_text_page_dispose (GObject *object)
{
  VlgTextPage *self = VLG_TEXT_PAGE (object);

  if (self->object != NULL)
    vlg_text_page_release (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vlg_text_page_parent_class)->dispose (object);
}

static void
vlg_text_page_class_init (VlgTextPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_text_page_dispose;
  widget_class->grab_focus = vlg_text_page_grab_focus;
  widget_class->focus = vlg_text_page_focus;

  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "text-page.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "text-page.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "text-page.close", NULL);

  g_type_ensure (VLG_TYPE_TEXT_EDITOR);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/vlg-text-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgTextPage, title);
  gtk_widget_class_bind_template_child (widget_class, VlgTextPage, editor);
}

static void
vlg_text_page_init (VlgTextPage *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* The motion's own stand right above. */
  vlg_text_editor_hide_steps (self->editor);

  /* Every change is announced, but only handed over when the draft asks or the editor has come to rest. */
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (vlg_text_editor_get_view (self->editor)));
  g_signal_connect_object (buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (collect), self, G_CONNECT_SWAPPED);

  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (self->settings, "spelling-check", vlg_text_editor_get_view (self->editor), "check-spelling", G_SETTINGS_BIND_DEFAULT);
}

void
vlg_text_page_open (VlgTextPage *self,
                    VlgDraft    *draft,
                    gpointer     object,
                    const char  *property,
                    const char  *title)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  g_autofree char *text = NULL;

  g_return_if_fail (VLG_IS_TEXT_PAGE (self));
  g_return_if_fail (VLG_IS_DRAFT (draft));
  g_return_if_fail (G_IS_OBJECT (object));

  vlg_text_page_release (self);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (vlg_text_editor_get_view (self->editor)), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_get (object, property, &text, NULL);
  vlg_text_editor_set_markdown (self->editor, text);

  vlg_text_editor_set_draft (self->editor, draft);
  self->draft = g_object_ref (draft);
  self->object = g_object_ref (object);
  self->property = g_strdup (property);
  self->edited = FALSE;
  vlg_text_view_set_spelling (vlg_text_editor_get_view (self->editor), vlg_office_get_spelling (vlg_draft_get_office (draft)));
  g_signal_connect_swapped (draft, "collect", G_CALLBACK (collect), self);
  g_signal_connect_swapped (object, signal, G_CALLBACK (show_text), self);
}

gpointer
vlg_text_page_get_object (VlgTextPage *self)
{
  g_return_val_if_fail (VLG_IS_TEXT_PAGE (self), NULL);

  return self->object;
}

const char *
vlg_text_page_get_property (VlgTextPage *self)
{
  g_return_val_if_fail (VLG_IS_TEXT_PAGE (self), NULL);

  return self->property;
}

VlgTextEditor *
vlg_text_page_get_editor (VlgTextPage *self)
{
  g_return_val_if_fail (VLG_IS_TEXT_PAGE (self), NULL);

  return self->editor;
}
