/* vlg-text-view.c — the view of a text being edited: markers of lists, keys, spelling
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-view-private.h"

#include "vlg-platform.h"
#include "vlg-text-hits.h"

/* Between a marker and its text. */
#define MARKER_GAP 8

enum { POPULATE_MENU, N_SIGNALS };

static guint signals[N_SIGNALS];

enum { PROP_0, PROP_CHECK_SPELLING, PROP_SPELLING_LANGUAGE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VlgTextView, vlg_text_view, GTK_TYPE_TEXT_VIEW)

static VlgTextBuffer *
get_buffer (VlgTextView *self)
{
  return VLG_TEXT_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
}

static void
draw_marker (VlgTextView       *self,
             GtkSnapshot       *snapshot,
             const GtkTextIter *iter,
             const VlgTextLine *line)
{
  g_autofree char *marker = vlg_text_line_dup_marker (line);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRectangle place;
  GdkRGBA color;
  int width, height;

  if (marker == NULL)
    return;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), marker);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &place);
  vlg_platform_get_color (GTK_WIDGET (self), &color);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (place.x - MARKER_GAP - width, place.y + (place.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
vlg_text_view_snapshot_layer (GtkTextView     *view,
                              GtkTextViewLayer layer,
                              GtkSnapshot     *snapshot)
{
  VlgTextView *self = VLG_TEXT_VIEW (view);
  VlgTextBuffer *buffer = get_buffer (self);
  GdkRectangle visible;
  GtkTextIter iter;
  int y, height;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;

  if (self->matcher != NULL)
    vlg_text_hits_snapshot (self, self->matcher, snapshot);
  vlg_text_spelling_snapshot (self->spelling, snapshot);

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  do
    {
      const VlgTextLine *line = vlg_text_buffer_get_line (buffer, gtk_text_iter_get_line (&iter));

      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (line == NULL || y > visible.y + visible.height)
        break;
      gtk_text_iter_set_line_offset (&iter, 0);
      if (line->kind == VLG_LINE_ITEM)
        draw_marker (self, snapshot, &iter, line);
    }
  while (gtk_text_iter_forward_line (&iter));
}

/* Whether the key has @wanted on it, whatever Shift makes of it: with Shift, 7 is a slash on a German keyboard. */
static gboolean
key_bears (VlgTextView *self,
           guint        keycode,
           guint        wanted)
{
  g_autofree guint *keyvals = NULL;
  int n_keyvals = 0;

  if (!gdk_display_map_keycode (gtk_widget_get_display (GTK_WIDGET (self)), keycode, NULL, &keyvals, &n_keyvals))
    return FALSE;
  for (int i = 0; i < n_keyvals; i++)
    {
      if (keyvals[i] == wanted)
        return TRUE;
    }

  return FALSE;
}

static gboolean
toggle_list (VlgTextView *self,
             guint        keycode)
{
  VlgTextBuffer *buffer = get_buffer (self);
  VlgTextList list;

  if (key_bears (self, keycode, GDK_KEY_7))
    list = VLG_TEXT_LIST_NUMBERED;
  else if (key_bears (self, keycode, GDK_KEY_8))
    list = VLG_TEXT_LIST_BULLETED;
  else
    return FALSE;

  vlg_text_buffer_set_list (buffer, vlg_text_buffer_get_list (buffer) == list ? VLG_TEXT_LIST_NONE : list);
  return TRUE;
}

static gboolean
key_pressed_cb (VlgTextView    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  VlgTextBuffer *buffer = get_buffer (self);
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);
  gboolean handled = FALSE;

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (modifiers == 0)
        handled = vlg_text_buffer_enter (buffer);
      else if (modifiers == GDK_SHIFT_MASK)
        handled = vlg_text_buffer_break_line (buffer);
      break;
    case GDK_KEY_BackSpace:
      handled = modifiers == 0 && vlg_text_buffer_backspace (buffer);
      break;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      handled = modifiers == 0 && vlg_text_buffer_indent (buffer, 1);
      break;
    case GDK_KEY_ISO_Left_Tab:
      handled = modifiers == GDK_SHIFT_MASK && vlg_text_buffer_indent (buffer, -1);
      break;
    default:
      handled = modifiers == (GDK_SHIFT_MASK | GDK_CONTROL_MASK) && toggle_list (self, keycode);
      break;
    }

  if (handled)
    gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (buffer)));

  return handled ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
files_dropped_cb (VlgTextView  *self,
                  const GValue *value,
                  double        x,
                  double        y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  GtkTextIter place;
  int buffer_x, buffer_y;

  if (!gtk_text_view_get_editable (view))
    return FALSE;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &place, buffer_x, buffer_y);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &place);
  vlg_text_view_insert_files (self, files);

  return TRUE;
}

static void
spelling_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VlgTextView *self = VLG_TEXT_VIEW (widget);

  if (parameter != NULL)
    vlg_text_spelling_replace (self->spelling, g_variant_get_string (parameter, NULL));
  else
    vlg_text_spelling_accept (self->spelling, g_str_equal (action_name, "spelling.add"));
}

static void
language_cb (VlgTextView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPELLING_LANGUAGE]);
}

static void
vlg_text_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  VlgTextView *self = VLG_TEXT_VIEW (object);
  VlgSpelling *spelling = vlg_text_spelling_get_spelling (self->spelling);

  switch (prop_id)
    {
    case PROP_CHECK_SPELLING:
      g_value_set_boolean (value, vlg_text_spelling_get_active (self->spelling));
      break;
    case PROP_SPELLING_LANGUAGE:
      g_value_set_string (value, spelling != NULL ? vlg_spelling_get_language (spelling) : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_text_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  VlgTextView *self = VLG_TEXT_VIEW (object);
  VlgSpelling *spelling = vlg_text_spelling_get_spelling (self->spelling);

  switch (prop_id)
    {
    case PROP_CHECK_SPELLING:
      if (vlg_text_spelling_get_active (self->spelling) != g_value_get_boolean (value))
        {
          vlg_text_spelling_set_active (self->spelling, g_value_get_boolean (value));
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_SPELLING_LANGUAGE:
      if (spelling != NULL)
        vlg_spelling_set_language (spelling, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_text_view_dispose (GObject *object)
{
  VlgTextView *self = VLG_TEXT_VIEW (object);

  if (self->spelling != NULL)
    vlg_text_view_set_spelling (self, NULL);
  g_clear_pointer (&self->matcher, vlg_matcher_unref);
  vlg_text_view_forget_files (self);

  G_OBJECT_CLASS (vlg_text_view_parent_class)->dispose (object);
}

static void
vlg_text_view_finalize (GObject *object)
{
  g_clear_object (&VLG_TEXT_VIEW (object)->spelling);

  G_OBJECT_CLASS (vlg_text_view_parent_class)->finalize (object);
}

static void
install_spelling (VlgTextViewClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  properties[PROP_CHECK_SPELLING] = g_param_spec_boolean ("check-spelling", NULL, NULL, TRUE, flags);
  properties[PROP_SPELLING_LANGUAGE] = g_param_spec_string ("spelling-language", NULL, NULL, "", flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "spelling.active", "check-spelling");
  gtk_widget_class_install_property_action (widget_class, "spelling.language", "spelling-language");
  gtk_widget_class_install_action (widget_class, "spelling.replace", "s", spelling_action);
  gtk_widget_class_install_action (widget_class, "spelling.add", NULL, spelling_action);
  gtk_widget_class_install_action (widget_class, "spelling.ignore", NULL, spelling_action);
  /* Of the line that says that there is nothing to choose. */
  gtk_widget_class_install_action (widget_class, "spelling.nothing", NULL, spelling_action);
}

static void
vlg_text_view_class_init (VlgTextViewClass *klass)
{
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_text_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = vlg_text_view_finalize;
  G_OBJECT_CLASS (klass)->get_property = vlg_text_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = vlg_text_view_set_property;
  install_spelling (klass);
  signals[POPULATE_MENU] = g_signal_new ("populate-menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_MENU, G_TYPE_INT);

  view_class->snapshot_layer = vlg_text_view_snapshot_layer;
  vlg_text_view_class_install_clipboard (view_class);
}

static void
vlg_text_view_init (VlgTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (VlgTextBuffer) buffer = vlg_text_buffer_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *files = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_text_view_set_buffer (view, GTK_TEXT_BUFFER (buffer));
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_left_margin (view, VLG_TEXT_MARGIN);
  gtk_text_view_set_right_margin (view, VLG_TEXT_MARGIN);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 12);
  gtk_text_view_set_pixels_above_lines (view, 4);
  gtk_text_view_set_pixels_below_lines (view, 4);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  /* Before the view's own, which would insert the names of the files. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (files), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (files, "drop", G_CALLBACK (files_dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (files));

  self->spelling = vlg_text_spelling_new (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "spelling.nothing", FALSE);
}

GtkWidget *
vlg_text_view_new (void)
{
  return g_object_new (VLG_TYPE_TEXT_VIEW, NULL);
}

void
vlg_text_view_set_spelling (VlgTextView *self,
                            VlgSpelling *spelling)
{
  VlgSpelling *old;

  g_return_if_fail (VLG_IS_TEXT_VIEW (self));
  g_return_if_fail (spelling == NULL || VLG_IS_SPELLING (spelling));

  old = vlg_text_spelling_get_spelling (self->spelling);
  if (old == spelling)
    return;

  if (old != NULL)
    g_signal_handlers_disconnect_by_func (old, language_cb, self);
  vlg_text_spelling_set_spelling (self->spelling, spelling);
  if (spelling != NULL)
    g_signal_connect_object (spelling, "notify::language", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  language_cb (self);
}

GArray *
vlg_text_view_find_misspelt (VlgTextView *self,
                             guint        line)
{
  g_return_val_if_fail (VLG_IS_TEXT_VIEW (self), NULL);

  return vlg_text_spelling_find_wrong (self->spelling, line);
}

void
vlg_text_view_set_matcher (VlgTextView *self,
                           VlgMatcher  *matcher)
{
  g_return_if_fail (VLG_IS_TEXT_VIEW (self));

  g_clear_pointer (&self->matcher, vlg_matcher_unref);
  self->matcher = matcher != NULL ? vlg_matcher_ref (matcher) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
