/* vlg-text-links.c — numbers of motions in a text, shown as links and followed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-links.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "vlg-number-lookup.h"
#include "vlg-platform.h"

/* How long a text rests before its numbers are looked for. */
#define REST_MS 120

struct _VlgTextLinks {
  GObject parent_instance;

  /* owned */
  VlgOffice    *office;
  GSignalGroup *office_signals;
  GSignalGroup *adjustment_signals;
  GCancellable *looking;
  GHashTable   *known;       /* number → VlgReference, NULL where nobody bears it; keys are interned */
  char        **pending;     /* numbers being looked up */

  /* borrowed */
  VlgTextView  *view;
  GtkTextTag   *tag;

  guint         source;
  GHashTable   *fresh;       /* owned, a set: numbers answered since the office changed; interned */
};

G_DEFINE_FINAL_TYPE (VlgTextLinks, vlg_text_links, G_TYPE_OBJECT)

static void queue_update (VlgTextLinks *self);

static GtkTextBuffer *
get_buffer (VlgTextLinks *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
free_reference (gpointer reference)
{
  if (reference != NULL)
    vlg_reference_free (reference);
}

static GHashTable *
known_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_reference);
}

/* Lines */

/* The line's text, where a break within it is the blank it prints as. Caller owns. */
static char *
dup_line (const GtkTextIter *iter,
          GtkTextIter       *start)
{
  GtkTextIter end;

  *start = *iter;
  gtk_text_iter_set_line_offset (start, 0);
  end = *start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  return gtk_text_iter_get_slice (start, &end);
}

typedef struct {
  VlgTextLinks *links;
  GtkTextIter   line;       /* its start */
  GArray       *places;     /* guint: start and end of each link, in bytes */
  GPtrArray    *unknown;    /* numbers to look up; interned */
} Scan;

static void
scan_number (VlgMotionNumber *number,
             gsize            start,
             gsize            end,
             gpointer         user_data)
{
  Scan *scan = user_data;
  const char *text = vlg_motion_number_get_text (number);
  gpointer reference = NULL;
  gboolean asked = g_hash_table_lookup_extended (scan->links->known, text, NULL, &reference);
  guint place[] = { start, end };

  if (!asked || !g_hash_table_contains (scan->links->fresh, g_intern_string (text)))
    g_ptr_array_add (scan->unknown, (gpointer) g_intern_string (text));
  if (reference != NULL)
    g_array_append_vals (scan->places, place, 2);
}

static gboolean
is_shown_so (Scan       *scan,
             GtkTextTag *tag)
{
  GtkTextIter iter = scan->line;
  int line = gtk_text_iter_get_line (&iter);
  guint i = 0;

  if (gtk_text_iter_starts_tag (&iter, tag) && (scan->places->len == 0 || g_array_index (scan->places, guint, i++) != 0))
    return FALSE;
  while (gtk_text_iter_forward_to_tag_toggle (&iter, tag) && gtk_text_iter_get_line (&iter) == line)
    if (i >= scan->places->len || g_array_index (scan->places, guint, i++) != (guint) gtk_text_iter_get_line_index (&iter))
      return FALSE;

  return i == scan->places->len;
}

/* Tags make the view lay the line out anew: only where something is to be changed. */
static void
show_line (Scan  *scan,
           guint  line_bytes)
{
  VlgTextBuffer *buffer = VLG_TEXT_BUFFER (get_buffer (scan->links));
  GtkTextTag *tag = scan->links->tag;
  GtkTextIter start = scan->line, end = scan->line;

  if (is_shown_so (scan, tag))
    return;

  gtk_text_iter_set_line_index (&end, line_bytes);
  vlg_text_buffer_show_tag (buffer, tag, &start, &end, FALSE);
  for (guint i = 0; i + 1 < scan->places->len; i += 2)
    {
      gtk_text_iter_set_line_index (&start, g_array_index (scan->places, guint, i));
      gtk_text_iter_set_line_index (&end, g_array_index (scan->places, guint, i + 1));
      vlg_text_buffer_show_tag (buffer, tag, &start, &end, TRUE);
    }
}

static void
scan_line (VlgTextLinks      *self,
           const GtkTextIter *iter,
           GPtrArray         *unknown)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  Scan scan = { self, *iter, places, unknown };
  g_autofree char *text = dup_line (iter, &scan.line);

  if (self->office != NULL && strchr (text, '/') != NULL)
    vlg_motion_number_foreach (text, scan_number, &scan);
  show_line (&scan, strlen (text));
}

/* Looking up */

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VlgTextLinks) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) found = vlg_number_lookup_find_finish (VLG_OFFICE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;

  g_clear_object (&self->looking);
  if (found == NULL)
    {
      g_message ("The numbers in the text could not be looked up: %s", error->message);
      return;
    }
  for (guint i = 0; self->pending[i] != NULL; i++)
    {
      gpointer reference = NULL;

      g_hash_table_add (self->fresh, (gpointer) g_intern_string (self->pending[i]));
      if (g_hash_table_steal_extended (found, self->pending[i], NULL, &reference))
        {
          /* The key is the reference's own. */
          g_hash_table_replace (self->known, (gpointer) g_intern_string (self->pending[i]), reference);
        }
      else
        {
          g_hash_table_replace (self->known, (gpointer) g_intern_string (self->pending[i]), NULL);
        }
    }
  queue_update (self);
}

static void
look_up (VlgTextLinks *self,
         GPtrArray    *unknown)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_strfreev (self->pending);
  g_ptr_array_add (unknown, NULL);
  self->pending = g_strdupv ((char **) unknown->pdata);
  self->looking = g_cancellable_new ();
  vlg_number_lookup_find_async (self->office, (const char *const *) self->pending, self->looking, found_cb, g_object_ref (self));
}

static void
update (VlgTextLinks *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  GdkRectangle visible;
  GtkTextIter iter;
  int y, height;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  do
    {
      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (y > visible.y + visible.height)
        break;
      scan_line (self, &iter, unknown);
    }
  while (gtk_text_iter_forward_line (&iter));

  if (unknown->len > 0 && self->office != NULL)
    look_up (self, unknown);
}

static gboolean
update_cb (gpointer user_data)
{
  VlgTextLinks *self = user_data;

  self->source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (VlgTextLinks *self)
{
  if (self->view != NULL && self->source == 0)
    self->source = g_timeout_add (REST_MS, update_cb, self);
}

static void
office_changed_cb (VlgTextLinks *self)
{
  g_hash_table_remove_all (self->fresh);
  queue_update (self);
}

/* Following */

static void
follow_at (VlgTextLinks      *self,
           const GtkTextIter *iter)
{
  g_autofree char *number = vlg_text_links_dup_number (self, iter);

  if (number != NULL)
    vlg_text_links_follow (self, number);
}

static void
iter_at_pointer (VlgTextLinks *self,
                 double        x,
                 double        y,
                 GtkTextIter  *iter)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->view), iter, buffer_x, buffer_y);
}

static void
pressed_cb (VlgTextLinks *self,
            int           n_press,
            double        x,
            double        y,
            GtkGesture   *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkTextIter iter;

  if (n_press != 1 || (state & GDK_CONTROL_MASK) == 0)
    return;

  iter_at_pointer (self, x, y, &iter);
  if (!gtk_text_iter_has_tag (&iter, self->tag))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  follow_at (self, &iter);
}

static gboolean
key_cb (VlgTextLinks    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  GtkTextIter iter;
  g_autofree char *number = NULL;

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != GDK_CONTROL_MASK)
    return FALSE;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  number = vlg_text_links_dup_number (self, &iter);

  return number != NULL && vlg_text_links_follow (self, number);
}

static gboolean
tooltip_cb (VlgTextLinks *self,
            int           x,
            int           y,
            gboolean      keyboard,
            GtkTooltip   *tooltip)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  const VlgReference *reference;
  GtkTextIter iter;

  if (keyboard)
    return FALSE;
  iter_at_pointer (self, x, y, &iter);
  if (!gtk_text_iter_has_tag (&iter, self->tag))
    return FALSE;
  number = vlg_text_links_dup_number (self, &iter);
  reference = number != NULL ? g_hash_table_lookup (self->known, number) : NULL;
  if (reference == NULL)
    return FALSE;

  text = g_strdup_printf (_("%s\nCtrl+click opens the motion"), *reference->title != '\0' ? reference->title : _("Untitled"));
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
menu_cb (VlgTextLinks *self,
         GMenu        *menu,
         int           offset)
{
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GMenu) section = NULL;
  g_autoptr (GMenuItem) item = NULL;
  const VlgReference *reference;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, offset);
  number = vlg_text_links_dup_number (self, &iter);
  reference = number != NULL ? g_hash_table_lookup (self->known, number) : NULL;
  if (reference == NULL)
    return;

  label = g_strdup_printf (_("Open %s"), number);
  section = g_menu_new ();
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "motions.open", "s", reference->uid);
  g_menu_append_item (section, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* Life */

static void
update_color (VlgTextLinks *self)
{
  GdkRGBA color;

  vlg_platform_get_color (GTK_WIDGET (self->view), &color);
  vlg_platform_lookup_color (GTK_WIDGET (self->view), "accent_color", &color);
  g_object_set (self->tag, "foreground-rgba", &color, "underline", PANGO_UNDERLINE_SINGLE, NULL);
}

static void
adjustment_cb (VlgTextLinks *self)
{
  g_signal_group_set_target (self->adjustment_signals, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)));
}

static void
vlg_text_links_dispose (GObject *object)
{
  VlgTextLinks *self = VLG_TEXT_LINKS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->office_signals);
  g_clear_object (&self->adjustment_signals);
  g_clear_object (&self->office);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->fresh, g_hash_table_unref);
  g_clear_pointer (&self->pending, g_strfreev);
  self->view = NULL;

  G_OBJECT_CLASS (vlg_text_links_parent_class)->dispose (object);
}

static void
vlg_text_links_class_init (VlgTextLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vlg_text_links_dispose;
}

static void
vlg_text_links_init (VlgTextLinks *self)
{
  self->known = known_new ();
  self->fresh = g_hash_table_new (NULL, NULL);
  self->office_signals = g_signal_group_new (VLG_TYPE_OFFICE);
  g_signal_group_connect_swapped (self->office_signals, "changed", G_CALLBACK (office_changed_cb), self);
  self->adjustment_signals = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->adjustment_signals, "value-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->adjustment_signals, "changed", G_CALLBACK (queue_update), self);
}

VlgTextLinks *
vlg_text_links_new (VlgTextView *view)
{
  VlgTextLinks *self = g_object_new (VLG_TYPE_TEXT_LINKS, NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = view;
  self->tag = gtk_text_buffer_create_tag (get_buffer (self), "number-link", NULL);
  update_color (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_color), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (adjustment_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "query-tooltip", G_CALLBACK (tooltip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "populate-menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_has_tooltip (GTK_WIDGET (view), TRUE);
  adjustment_cb (self);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);

  return self;
}

void
vlg_text_links_set_office (VlgTextLinks *self,
                           VlgOffice    *office)
{
  g_return_if_fail (VLG_IS_TEXT_LINKS (self));
  g_return_if_fail (office == NULL || VLG_IS_OFFICE (office));

  if (!g_set_object (&self->office, office))
    return;

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_hash_table_remove_all (self->known);
  g_hash_table_remove_all (self->fresh);
  g_signal_group_set_target (self->office_signals, office);
  queue_update (self);
}

typedef struct {
  guint at;
  char *number;
} Wanted;

static void
take_number_at (VlgMotionNumber *number,
                gsize            start,
                gsize            end,
                gpointer         user_data)
{
  Wanted *wanted = user_data;

  /* Behind its last letter, too: that is where the cursor is after it was written. */
  if (wanted->number == NULL && wanted->at >= start && wanted->at <= end)
    wanted->number = g_strdup (vlg_motion_number_get_text (number));
}

char *
vlg_text_links_dup_number (VlgTextLinks      *self,
                           const GtkTextIter *iter)
{
  g_autofree char *text = NULL;
  GtkTextIter start;
  Wanted wanted = { 0 };

  g_return_val_if_fail (VLG_IS_TEXT_LINKS (self), NULL);

  wanted.at = gtk_text_iter_get_line_index (iter);
  text = dup_line (iter, &start);
  vlg_motion_number_foreach (text, take_number_at, &wanted);

  return wanted.number;
}

gboolean
vlg_text_links_follow (VlgTextLinks *self,
                       const char   *number)
{
  gpointer reference = NULL;

  g_return_val_if_fail (VLG_IS_TEXT_LINKS (self), FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  if (self->office == NULL || !g_hash_table_lookup_extended (self->known, number, NULL, &reference))
    return FALSE;

  if (reference != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->view), "motions.open", "s", ((VlgReference *) reference)->uid);
    }
  else
    {
      g_autofree char *text = g_markup_printf_escaped (_("There is no motion %s in this office"), number);

      vlg_platform_add_toast (GTK_WIDGET (self->view), adw_toast_new (text));
    }

  return TRUE;
}
