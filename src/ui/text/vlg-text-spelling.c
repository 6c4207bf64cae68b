/* vlg-text-spelling.c — misspelt words of a text being edited: underlined, and mended from its menu
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-spelling.h"

#include "vlg-platform.h"
#include "vlg-spelling-menu.h"
#include "vlg-text-place.h"

/* Lines kept with what is wrong in them: more than a screen has. */
#define MAX_LINES 300

struct _VlgTextSpelling {
  GObject parent_instance;

  /* borrowed */
  VlgTextView *view;   /* owns this */

  /* owned */
  VlgSpelling     *spelling;      /* or NULL */
  GSignalGroup    *signals;       /* of it */
  GHashTable      *lines;         /* text of a line → GArray of VlgSpellingWord, the misspelt ones */
  VlgSpellingMenu *menu;
  GtkTextMark     *start, *end;   /* the word the menu is about; of the buffer */

  gboolean active;
  int      typed_at;   /* where the cursor was after the last edit, while it is still there */
};

G_DEFINE_FINAL_TYPE (VlgTextSpelling, vlg_text_spelling, G_TYPE_OBJECT)

static GtkTextBuffer *
get_buffer (VlgTextSpelling *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static gboolean
is_on (VlgTextSpelling *self)
{
  return self->spelling != NULL && self->active && gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view));
}

static int
get_cursor (VlgTextSpelling *self)
{
  int cursor;

  g_object_get (get_buffer (self), "cursor-position", &cursor, NULL);

  return cursor;
}

/* Finding */

/* Links and the like are not prose. */
static gboolean
is_source (VlgTextSpelling       *self,
           guint                  line,
           const VlgSpellingWord *word)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextTag *source = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "source");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_index (buffer, &iter, line, word->start);

  return gtk_text_iter_has_tag (&iter, source);
}

/* The byte of @line where typing goes on, or -1. */
static int
get_typing (VlgTextSpelling *self,
            guint            line)
{
  GtkTextIter iter;

  if (self->typed_at < 0)
    return -1;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, self->typed_at);

  return gtk_text_iter_get_line (&iter) == (int) line ? gtk_text_iter_get_line_index (&iter) : -1;
}

static GArray *
look_at_line (VlgTextSpelling *self,
              guint            line,
              const char      *text,
              gboolean        *complete)
{
  GArray *wrong = vlg_spelling_find_wrong (self->spelling, text, get_typing (self, line), complete);

  for (guint i = wrong->len; i > 0; i--)
    if (is_source (self, line, &g_array_index (wrong, VlgSpellingWord, i - 1)))
      g_array_remove_index (wrong, i - 1);

  return wrong;
}

GArray *
vlg_text_spelling_find_wrong (VlgTextSpelling *self,
                              guint            line)
{
  const VlgTextLine *what = vlg_text_buffer_get_line (VLG_TEXT_BUFFER (get_buffer (self)), line);
  g_autofree char *text = NULL;
  gboolean complete;
  GArray *wrong;

  g_return_val_if_fail (VLG_IS_TEXT_SPELLING (self), NULL);

  if (!is_on (self) || what == NULL || what->kind == VLG_LINE_SOURCE)
    return g_array_new (FALSE, FALSE, sizeof (VlgSpellingWord));

  text = vlg_text_place_dup_line (get_buffer (self), line);
  wrong = g_hash_table_lookup (self->lines, text);
  if (wrong != NULL)
    return g_array_ref (wrong);

  wrong = look_at_line (self, line, text, &complete);
  if (complete)
    {
      if (g_hash_table_size (self->lines) >= MAX_LINES)
        g_hash_table_remove_all (self->lines);
      g_hash_table_insert (self->lines, g_steal_pointer (&text), g_array_ref (wrong));
    }

  return wrong;
}

/* Drawing */

typedef struct {
  GtkSnapshot *snapshot;
  GdkRGBA      color;
} Drawing;

/* Two rows of dashes, one beside the other: a wave that costs nothing to paint. */
static void
draw_wave (const GdkRectangle *place,
           gpointer            data)
{
  const int period = 4;
  const Drawing *drawing = data;
  GdkRGBA clear = drawing->color;

  clear.alpha = 0;
  for (int row = 0; row < 2; row++)
    {
      const GskColorStop stops[] = { { 0, drawing->color }, { .5f, drawing->color }, { .5f, clear }, { 1, clear } };
      int left = place->x - row * period / 2, y = place->y + place->height - 1 + row;

      gtk_snapshot_append_repeating_linear_gradient (drawing->snapshot, &GRAPHENE_RECT_INIT (place->x, y, place->width, 1),
                                                     &GRAPHENE_POINT_INIT (left, y), &GRAPHENE_POINT_INIT (left + period, y),
                                                     stops, G_N_ELEMENTS (stops));
    }
}

void
vlg_text_spelling_snapshot (VlgTextSpelling *self,
                            GtkSnapshot     *snapshot)
{
  Drawing drawing = { snapshot, { .88f, .11f, .14f, 1 } };
  guint first, last;

  if (!is_on (self))
    return;

  vlg_platform_lookup_color (GTK_WIDGET (self->view), "error_color", &drawing.color);
  vlg_text_place_get_visible (GTK_TEXT_VIEW (self->view), &first, &last);
  for (guint line = first; line <= last; line++)
    {
      g_autoptr (GArray) wrong = vlg_text_spelling_find_wrong (self, line);

      for (guint i = 0; i < wrong->len; i++)
        {
          const VlgSpellingWord *word = &g_array_index (wrong, VlgSpellingWord, i);

          vlg_text_place_for_each_box (GTK_TEXT_VIEW (self->view), line, word->start, word->start + word->length, draw_wave, &drawing);
        }
    }
}

/* The menu */

static void
forget_word (VlgTextSpelling *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  vlg_spelling_menu_clear (self->menu);
  if (self->start != NULL)
    {
      gtk_text_buffer_delete_mark (buffer, self->start);
      gtk_text_buffer_delete_mark (buffer, self->end);
    }
  g_clear_object (&self->start);
  g_clear_object (&self->end);
}

/* The misspelt word at @iter; FALSE where it is right, or none. */
static gboolean
find_word (VlgTextSpelling   *self,
           const GtkTextIter *iter,
           VlgSpellingWord   *word)
{
  guint index = gtk_text_iter_get_line_index (iter);
  g_autoptr (GArray) wrong = NULL;

  /* Who asks for the menu has done with typing. */
  self->typed_at = -1;
  wrong = vlg_text_spelling_find_wrong (self, gtk_text_iter_get_line (iter));
  for (guint i = 0; i < wrong->len; i++)
    {
      *word = g_array_index (wrong, VlgSpellingWord, i);
      if (word->start <= index && index <= word->start + word->length)
        return TRUE;
    }

  return FALSE;
}

/* Caller owns the word. */
static char *
take_word (VlgTextSpelling       *self,
           guint                  line,
           const VlgSpellingWord *word)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *text = vlg_text_place_dup_line (buffer, line);
  g_autofree char *question = vlg_spelling_words_ask (text, word);
  GtkTextIter from, to;

  vlg_text_place_get_iters (buffer, line, word->start, word->start + word->length, &from, &to);
  self->start = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &from, TRUE));
  self->end = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &to, FALSE));

  return vlg_spelling_words_bare (question);
}

void
vlg_text_spelling_prepare_menu (VlgTextSpelling   *self,
                                const GtkTextIter *iter)
{
  g_autofree char *wrong = NULL;
  VlgSpellingWord word;

  g_return_if_fail (VLG_IS_TEXT_SPELLING (self));

  forget_word (self);
  g_signal_emit_by_name (self->view, "populate-menu", vlg_spelling_menu_get_menu (self->menu), gtk_text_iter_get_offset (iter));
  if (self->spelling == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  if (find_word (self, iter, &word))
    wrong = take_word (self, gtk_text_iter_get_line (iter), &word);
  vlg_spelling_menu_fill (self->menu, wrong);
}

static void
pressed_cb (VlgTextSpelling *self,
            int              n_press,
            double           x,
            double           y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  vlg_text_spelling_prepare_menu (self, &iter);
}

/* The keys that open the menu. */
static gboolean
key_pressed_cb (VlgTextSpelling *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
      vlg_text_spelling_prepare_menu (self, &iter);
    }

  return GDK_EVENT_PROPAGATE;
}

void
vlg_text_spelling_replace (VlgTextSpelling *self,
                           const char      *replacement)
{
  GtkTextIter from, to;

  g_return_if_fail (VLG_IS_TEXT_SPELLING (self));

  if (self->start == NULL)
    return;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &from, self->start);
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &to, self->end);
  vlg_text_buffer_replace_range (VLG_TEXT_BUFFER (get_buffer (self)), &from, &to, replacement);
  self->typed_at = -1;
}

void
vlg_text_spelling_accept (VlgTextSpelling *self,
                          gboolean         for_good)
{
  g_return_if_fail (VLG_IS_TEXT_SPELLING (self));

  vlg_spelling_menu_accept (self->menu, for_good);
}

/* Keeping up */

static void
changed_cb (VlgTextSpelling *self)
{
  g_hash_table_remove_all (self->lines);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

/* The lines that are kept had no word that was unknown. */
static void
checked_cb (VlgTextSpelling *self,
            gboolean         wrong)
{
  if (wrong)
    gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

static void
edited_cb (VlgTextSpelling *self)
{
  self->typed_at = get_cursor (self);
}

/* A typed word that the cursor has left is judged. */
static void
cursor_cb (VlgTextSpelling *self)
{
  if (self->typed_at < 0 || self->typed_at == get_cursor (self))
    return;

  self->typed_at = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

static void
vlg_text_spelling_dispose (GObject *object)
{
  VlgTextSpelling *self = VLG_TEXT_SPELLING (object);

  g_clear_object (&self->start);
  g_clear_object (&self->end);
  g_clear_object (&self->signals);
  g_clear_object (&self->spelling);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->lines, g_hash_table_unref);

  G_OBJECT_CLASS (vlg_text_spelling_parent_class)->dispose (object);
}

static void
vlg_text_spelling_class_init (VlgTextSpellingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vlg_text_spelling_dispose;
}

static void
vlg_text_spelling_init (VlgTextSpelling *self)
{
  self->active = TRUE;
  self->typed_at = -1;
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->menu = vlg_spelling_menu_new ();
  self->signals = g_signal_group_new (VLG_TYPE_SPELLING);
  g_signal_group_connect_swapped (self->signals, "checked", G_CALLBACK (checked_cb), self);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
}

VlgTextSpelling *
vlg_text_spelling_new (VlgTextView *view)
{
  VlgTextSpelling *self = g_object_new (VLG_TYPE_TEXT_SPELLING, NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_val_if_fail (VLG_IS_TEXT_VIEW (view), NULL);

  self->view = view;
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (view), G_MENU_MODEL (vlg_spelling_menu_get_menu (self->menu)));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);

  g_signal_connect_object (get_buffer (self), "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "notify::cursor-position", G_CALLBACK (cursor_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
vlg_text_spelling_set_spelling (VlgTextSpelling *self,
                                VlgSpelling     *spelling)
{
  g_return_if_fail (VLG_IS_TEXT_SPELLING (self));

  if (!g_set_object (&self->spelling, spelling))
    return;

  g_signal_group_set_target (self->signals, spelling);
  vlg_spelling_menu_set_spelling (self->menu, spelling);
  changed_cb (self);
}

VlgSpelling *
vlg_text_spelling_get_spelling (VlgTextSpelling *self)
{
  g_return_val_if_fail (VLG_IS_TEXT_SPELLING (self), NULL);

  return self->spelling;
}

void
vlg_text_spelling_set_active (VlgTextSpelling *self,
                              gboolean         active)
{
  g_return_if_fail (VLG_IS_TEXT_SPELLING (self));

  self->active = active;
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

gboolean
vlg_text_spelling_get_active (VlgTextSpelling *self)
{
  g_return_val_if_fail (VLG_IS_TEXT_SPELLING (self), FALSE);

  return self->active;
}
