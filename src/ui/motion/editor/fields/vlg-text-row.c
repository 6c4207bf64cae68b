/* vlg-text-row.c — a long text of a motion: its beginning, and the way to it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-document.h"
#include "vlg-finding-mark.h"
#include "vlg-string.h"

/* Enough for the lines of a row; the text may have hundreds of pages. */
#define EXCERPT_BYTES 800

struct _VlgTextRow {
  AdwActionRow parent_instance;

  /* borrowed */
  VlgFindingMark *mark;

  /* owned */
  VlgDraft     *draft;
  GSignalGroup *signals;       /* of the findings */
  GSignalGroup *motion_signals;

  VlgField field;
};

enum {
  PROP_0,
  PROP_FIELD,
  PROP_DRAFT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgTextRow, vlg_text_row, ADW_TYPE_ACTION_ROW)

char *
vlg_text_row_excerpt (const char *markdown)
{
  g_autofree char *start = NULL;
  g_autofree char *plain = NULL;

  g_return_val_if_fail (markdown != NULL, NULL);

  start = g_strndup (markdown, EXCERPT_BYTES);
  if (strlen (start) == EXCERPT_BYTES)
    {
      const char *end;

      g_utf8_validate (start, -1, &end);
      start[end - start] = '\0';
    }
  plain = vlg_markdown_to_plain (start);

  return vlg_string_collapse (plain);
}

static void
update_findings (VlgTextRow *self)
{
  vlg_finding_mark_update (self->mark, self->draft != NULL ? vlg_draft_get_findings (self->draft) : NULL, self->field, -1);
}

static void
show_text (VlgTextRow *self)
{
  const char *text = self->draft != NULL ? vlg_motion_get_text (vlg_draft_get_motion (self->draft), self->field) : "";
  g_autofree char *excerpt = vlg_text_row_excerpt (text);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), *excerpt != '\0' ? excerpt : _("Nothing written yet"));
}

static void
set_draft (VlgTextRow *self,
           VlgDraft   *draft)
{
  if (!g_set_object (&self->draft, draft))
    return;

  g_signal_group_set_target (self->motion_signals, draft != NULL ? vlg_draft_get_motion (draft) : NULL);
  g_signal_group_set_target (self->signals, draft != NULL ? vlg_draft_get_findings (draft) : NULL);
  show_text (self);
  update_findings (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT]);
}

static void
vlg_text_row_dispose (GObject *object)
{
  VlgTextRow *self = VLG_TEXT_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->motion_signals);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (vlg_text_row_parent_class)->dispose (object);
}

static void
vlg_text_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  VlgTextRow *self = VLG_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_static_string (value, vlg_field_to_key (self->field));
      break;
    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_text_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  VlgTextRow *self = VLG_TEXT_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      self->field = vlg_field_from_key (g_value_get_string (value));
      break;
    case PROP_DRAFT:
      set_draft (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_text_row_constructed (GObject *object)
{
  VlgTextRow *self = VLG_TEXT_ROW (object);
  g_autofree char *signal = g_strconcat ("notify::", vlg_field_to_key (self->field), NULL);

  G_OBJECT_CLASS (vlg_text_row_parent_class)->constructed (object);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "motion-editor.open-text");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", vlg_field_to_key (self->field));
  g_signal_group_connect_swapped (self->motion_signals, g_strdelimit (signal, "_", '-'), G_CALLBACK (show_text), self);
}

/* Who comes to the row by Tab and writes means the text: the page opens, and the letter goes to its end. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkWidget             *widget)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkTextIter end;

  /* A blank opens the page, as everywhere. */
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !g_unichar_isgraph (letter) || !gtk_widget_is_focus (widget) ||
      !gtk_widget_activate (widget))
    return GDK_EVENT_PROPAGATE;

  view = gtk_root_get_focus (root);
  if (!GTK_IS_TEXT_VIEW (view))
    return GDK_EVENT_STOP;
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_event_controller_key_forward (controller, view);

  return GDK_EVENT_STOP;
}

static void
vlg_text_row_class_init (VlgTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = vlg_text_row_constructed;
  object_class->dispose = vlg_text_row_dispose;
  object_class->get_property = vlg_text_row_get_property;
  object_class->set_property = vlg_text_row_set_property;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, "resolution", G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, VLG_TYPE_DRAFT,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vlg_text_row_init (VlgTextRow *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkEventController *controller = gtk_event_controller_key_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  self->mark = VLG_FINDING_MARK (vlg_finding_mark_new ());
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->mark));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  self->signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->signals, "items-changed", G_CALLBACK (update_findings), self);
  self->motion_signals = g_signal_group_new (VLG_TYPE_MOTION);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  show_text (self);
}
