/* vlg-text-editor.c — a long text to write: the text in its scroller, the tools above it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-editor.h"

#include <glib/gi18n.h>

#include "vlg-text-tools.h"

/* How long after the first change not yet told it is told: the paper beside the text follows by it. */
#define TELL_MS 50

struct _VlgTextEditor {
  AdwBin parent_instance;

  /* template widgets */
  VlgTextView *view;
  GtkWidget *steps;   /* undo and redo */
  GtkMenuButton *style_button;
  GtkMenuButton *blocks_button;

  /* owned */
  VlgTextTools *tools;

  /* borrowed: the view's */
  VlgTextBuffer *buffer;

  guint changed_id;
  guint state_id;

  /* what the tools show */
  gboolean bold, italic, bulleted, numbered;
  guint heading;
};

G_DEFINE_FINAL_TYPE (VlgTextEditor, vlg_text_editor, ADW_TYPE_BIN)

enum { PROP_0, PROP_MARKDOWN, PROP_EDITABLE, PROP_BOLD, PROP_ITALIC, PROP_BULLETED, PROP_NUMBERED, PROP_BLOCK_STYLE, N_PROPS };
enum { CHANGED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const styles[] = { "paragraph", "heading-1", "heading-2", "heading-3", "heading-4", "heading-5", "heading-6" };

static const char *
style_label (guint heading)
{
  switch (heading)
    {
    case 0:
      return _("Paragraph");
    case 1:
      return _("Heading 1");
    case 2:
      return _("Heading 2");
    default:
      return heading == 3 ? _("Heading 3") : _("Minor Heading");
    }
}

static gboolean
is_editable (VlgTextEditor *self)
{
  /* The template reads the property before the view is known. */
  return self->view == NULL || gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view));
}

static void
set_flag (VlgTextEditor *self,
          gboolean      *flag,
          gboolean       value,
          guint          property)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_steps (VlgTextEditor *self)
{
  gboolean editable = is_editable (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.undo", editable && vlg_text_buffer_get_can_undo (self->buffer));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.redo", editable && vlg_text_buffer_get_can_redo (self->buffer));
}

static void
update_state (VlgTextEditor *self)
{
  VlgSpanStyle emphasis = vlg_text_buffer_get_emphasis (self->buffer);
  VlgTextList list = vlg_text_buffer_get_list (self->buffer);
  guint heading = vlg_text_buffer_get_heading (self->buffer);
  gboolean editable = is_editable (self);
  GtkWidget *widget = GTK_WIDGET (self);

  g_clear_handle_id (&self->state_id, g_source_remove);
  set_flag (self, &self->bold, (emphasis & VLG_SPAN_STRONG) != 0, PROP_BOLD);
  set_flag (self, &self->italic, (emphasis & VLG_SPAN_EMPH) != 0, PROP_ITALIC);
  set_flag (self, &self->bulleted, list == VLG_TEXT_LIST_BULLETED, PROP_BULLETED);
  set_flag (self, &self->numbered, list == VLG_TEXT_LIST_NUMBERED, PROP_NUMBERED);
  if (self->heading != heading)
    {
      self->heading = heading;
      gtk_menu_button_set_label (self->style_button, style_label (heading));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BLOCK_STYLE]);
    }

  update_steps (self);
  gtk_widget_action_set_enabled (widget, "editor.indent", editable && list != VLG_TEXT_LIST_NONE);
  gtk_widget_action_set_enabled (widget, "editor.outdent", editable && list != VLG_TEXT_LIST_NONE);
}

static gboolean
state_cb (gpointer data)
{
  VlgTextEditor *self = data;

  self->state_id = 0;
  update_state (self);

  return G_SOURCE_REMOVE;
}

/* The cursor moves several times within one key. */
static void
queue_state (VlgTextEditor *self)
{
  if (self->state_id == 0)
    self->state_id = g_idle_add (state_cb, self);
}

static void
emit_changed (VlgTextEditor *self)
{
  g_clear_handle_id (&self->changed_id, g_source_remove);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARKDOWN]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
changed_cb (gpointer data)
{
  VlgTextEditor *self = data;

  self->changed_id = 0;
  emit_changed (self);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (VlgTextEditor *self)
{
  update_steps (self);
  queue_state (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));

  /* Low: the letter itself is drawn first. */
  if (self->changed_id == 0)
    self->changed_id = g_timeout_add_full (G_PRIORITY_LOW, TELL_MS, changed_cb, self, NULL);
}

static void
mark_set_cb (VlgTextEditor     *self,
             const GtkTextIter *iter,
             GtkTextMark       *mark)
{
  if (mark == gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)) ||
      mark == gtk_text_buffer_get_selection_bound (GTK_TEXT_BUFFER (self->buffer)))
    queue_state (self);
}

static void
show_cursor (VlgTextEditor *self)
{
  GtkTextMark *insert = gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer));

  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), insert);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  update_state (self);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  VlgTextEditor *self = VLG_TEXT_EDITOR (widget);

  if (!is_editable (self))
    return;

  if (g_str_equal (name, "editor.undo"))
    vlg_text_buffer_undo (self->buffer);
  else if (g_str_equal (name, "editor.redo"))
    vlg_text_buffer_redo (self->buffer);
  else
    vlg_text_buffer_indent (self->buffer, g_str_equal (name, "editor.indent") ? 1 : -1);
  show_cursor (self);
}

static void
set_block_style (VlgTextEditor *self,
                 const char    *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      if (g_strcmp0 (name, styles[i]) == 0)
        vlg_text_buffer_set_heading (self->buffer, i);
    }
  show_cursor (self);
}

static void
set_emphasis (VlgTextEditor *self,
              VlgSpanStyle   style,
              gboolean       wanted)
{
  if (((vlg_text_buffer_get_emphasis (self->buffer) & style) != 0) != wanted)
    vlg_text_buffer_toggle_emphasis (self->buffer, style);
  show_cursor (self);
}

static void
set_list (VlgTextEditor *self,
          VlgTextList    list,
          gboolean       wanted)
{
  if ((vlg_text_buffer_get_list (self->buffer) == list) != wanted)
    vlg_text_buffer_set_list (self->buffer, wanted ? list : VLG_TEXT_LIST_NONE);
  show_cursor (self);
}

static void
blocks_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  VlgTextEditor *self = VLG_TEXT_EDITOR (widget);

  if (is_editable (self) && gtk_widget_get_visible (GTK_WIDGET (self->blocks_button)))
    gtk_menu_button_popup (self->blocks_button);
}

static void
vlg_text_editor_set_property (GObject      *object,
                              guint         property,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VlgTextEditor *self = VLG_TEXT_EDITOR (object);

  switch (property)
    {
    case PROP_MARKDOWN:
      vlg_text_editor_set_markdown (self, g_value_get_string (value));
      return;
    case PROP_EDITABLE:
      if (is_editable (self) == g_value_get_boolean (value))
        return;
      gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), g_value_get_boolean (value));
      update_state (self);
      g_object_notify_by_pspec (object, pspec);
      return;
    default:
      break;
    }

  if (!is_editable (self))
    return;

  switch (property)
    {
    case PROP_BOLD:
      set_emphasis (self, VLG_SPAN_STRONG, g_value_get_boolean (value));
      break;
    case PROP_ITALIC:
      set_emphasis (self, VLG_SPAN_EMPH, g_value_get_boolean (value));
      break;
    case PROP_BULLETED:
      set_list (self, VLG_TEXT_LIST_BULLETED, g_value_get_boolean (value));
      break;
    case PROP_NUMBERED:
      set_list (self, VLG_TEXT_LIST_NUMBERED, g_value_get_boolean (value));
      break;
    case PROP_BLOCK_STYLE:
      set_block_style (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
      break;
    }
}

static void
vlg_text_editor_get_property (GObject    *object,
                              guint       property,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VlgTextEditor *self = VLG_TEXT_EDITOR (object);

  switch (property)
    {
    case PROP_MARKDOWN:
      g_value_set_string (value, vlg_text_editor_get_markdown (self));
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, is_editable (self));
      break;
    case PROP_BOLD:
      g_value_set_boolean (value, self->bold);
      break;
    case PROP_ITALIC:
      g_value_set_boolean (value, self->italic);
      break;
    case PROP_BULLETED:
      g_value_set_boolean (value, self->bulleted);
      break;
    case PROP_NUMBERED:
      g_value_set_boolean (value, self->numbered);
      break;
    case PROP_BLOCK_STYLE:
      g_value_set_static_string (value, styles[self->heading]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
      break;
    }
}

static void
vlg_text_editor_dispose (GObject *object)
{
  VlgTextEditor *self = VLG_TEXT_EDITOR (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);
  g_clear_handle_id (&self->state_id, g_source_remove);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->buffer);
  if (self->tools != NULL)
    g_object_run_dispose (G_OBJECT (self->tools));
  g_clear_object (&self->tools);

  G_OBJECT_CLASS (vlg_text_editor_parent_class)->dispose (object);
}

/* In the capture phase, because the text view has shortcuts of its own on some of these keys. */
static void
add_shortcuts (VlgTextEditor *self)
{
  static const struct { const char *trigger; const char *action; const char *target; } shortcuts[] = {
    { "<Control>b", "editor.bold", NULL },
    { "<Control>i", "editor.italic", NULL },
    { "<Control>0", "editor.block-style", "paragraph" },
    { "<Control>1", "editor.block-style", "heading-1" },
    { "<Control>2", "editor.block-style", "heading-2" },
    { "<Control>3", "editor.block-style", "heading-3" },
    { "<Control>j", "editor.blocks", NULL },
    { "<Control>z", "editor.undo", NULL },
    { "<Control>y|<Control><Shift>z", "editor.redo", NULL },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                                                gtk_named_action_new (shortcuts[i].action));

      if (shortcuts[i].target != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_string (shortcuts[i].target));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_MARKDOWN] = g_param_spec_string ("markdown", NULL, NULL, "", flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  properties[PROP_BOLD] = g_param_spec_boolean ("bold", NULL, NULL, FALSE, flags);
  properties[PROP_ITALIC] = g_param_spec_boolean ("italic", NULL, NULL, FALSE, flags);
  properties[PROP_BULLETED] = g_param_spec_boolean ("bulleted", NULL, NULL, FALSE, flags);
  properties[PROP_NUMBERED] = g_param_spec_boolean ("numbered", NULL, NULL, FALSE, flags);
  properties[PROP_BLOCK_STYLE] = g_param_spec_string ("block-style", NULL, NULL, "paragraph", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_text_editor_class_init (VlgTextEditorClass *klass)
{
  static const char *const names[] = { "bold", "italic", "bulleted", "numbered", "block-style" };
  static const char *const deeds[] = { "editor.undo", "editor.redo", "editor.indent", "editor.outdent" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = vlg_text_editor_set_property;
  object_class->get_property = vlg_text_editor_get_property;
  object_class->dispose = vlg_text_editor_dispose;
  install_properties (object_class);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *action = g_strconcat ("editor.", names[i], NULL);

      gtk_widget_class_install_property_action (widget_class, action, names[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    gtk_widget_class_install_action (widget_class, deeds[i], NULL, step_action);
  gtk_widget_class_install_action (widget_class, "editor.blocks", NULL, blocks_action);

  g_type_ensure (VLG_TYPE_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/text/vlg-text-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgTextEditor, view);
  gtk_widget_class_bind_template_child (widget_class, VlgTextEditor, steps);
  gtk_widget_class_bind_template_child (widget_class, VlgTextEditor, style_button);
  gtk_widget_class_bind_template_child (widget_class, VlgTextEditor, blocks_button);
}

static void
vlg_text_editor_init (VlgTextEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->buffer = g_object_ref (VLG_TEXT_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))));
  g_signal_connect_object (self->buffer, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
  add_shortcuts (self);
  self->tools = vlg_text_tools_new (GTK_WIDGET (self), self->view, self->blocks_button);
  update_state (self);
}

GtkWidget *
vlg_text_editor_new (void)
{
  return g_object_new (VLG_TYPE_TEXT_EDITOR, NULL);
}

void
vlg_text_editor_hide_steps (VlgTextEditor *self)
{
  g_return_if_fail (VLG_IS_TEXT_EDITOR (self));

  gtk_widget_set_visible (self->steps, FALSE);
}

const char *
vlg_text_editor_get_markdown (VlgTextEditor *self)
{
  g_return_val_if_fail (VLG_IS_TEXT_EDITOR (self), NULL);

  return vlg_text_buffer_get_markdown (self->buffer);
}

void
vlg_text_editor_set_markdown (VlgTextEditor *self,
                              const char    *markdown)
{
  g_return_if_fail (VLG_IS_TEXT_EDITOR (self));

  if (markdown == NULL)
    markdown = "";
  if (g_str_equal (markdown, vlg_text_buffer_get_markdown (self->buffer)))
    return;

  g_clear_handle_id (&self->changed_id, g_source_remove);
  vlg_text_buffer_set_markdown (self->buffer, markdown);
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARKDOWN]);
}

void
vlg_text_editor_flush (VlgTextEditor *self)
{
  g_return_if_fail (VLG_IS_TEXT_EDITOR (self));

  if (self->changed_id != 0)
    emit_changed (self);
}

void
vlg_text_editor_set_draft (VlgTextEditor *self,
                           VlgDraft      *draft)
{
  g_return_if_fail (VLG_IS_TEXT_EDITOR (self));

  vlg_text_tools_set_draft (self->tools, draft);
}

VlgTextView *
vlg_text_editor_get_view (VlgTextEditor *self)
{
  g_return_val_if_fail (VLG_IS_TEXT_EDITOR (self), NULL);

  return self->view;
}
