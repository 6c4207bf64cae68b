/* vlg-text-hits.c — words that are looked for, in a text being edited
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-hits.h"

#include "vlg-text-place.h"

/* Called for each hit until it returns TRUE. */
typedef gboolean (*HitFunc) (guint line, guint start, guint end, gpointer data);

static void
for_each (VlgTextView *view,
          VlgMatcher  *matcher,
          HitFunc      func,
          gpointer     data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  guint n_lines = vlg_text_buffer_get_n_lines (VLG_TEXT_BUFFER (buffer));

  for (guint line = 0; line < n_lines; line++)
    {
      g_autofree char *text = vlg_text_place_dup_line (buffer, line);
      gsize start, end = 0;

      while (vlg_matcher_next (matcher, text, end, &start, &end))
        if (func (line, start, end, data))
          return;
    }
}

typedef struct {
  GtkTextBuffer *buffer;
  GtkTextIter    start, end;  /* of the selection */
  guint          n;
  gboolean       on_hit;
} Locating;

static gboolean
locate_cb (guint    line,
           guint    start,
           guint    end,
           gpointer data)
{
  Locating *locating = data;
  GtkTextIter from, to;

  vlg_text_place_get_iters (locating->buffer, line, start, end, &from, &to);
  if (gtk_text_iter_compare (&from, &locating->start) >= 0)
    {
      locating->on_hit = gtk_text_iter_equal (&from, &locating->start) && gtk_text_iter_equal (&to, &locating->end);
      return TRUE;
    }
  locating->n++;

  return FALSE;
}

guint
vlg_text_hits_locate (VlgTextView *view,
                      VlgMatcher  *matcher,
                      gboolean    *on_hit)
{
  Locating locating = { gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)) };

  g_return_val_if_fail (VLG_IS_TEXT_VIEW (view), 0);

  gtk_text_buffer_get_selection_bounds (locating.buffer, &locating.start, &locating.end);
  for_each (view, matcher, locate_cb, &locating);
  *on_hit = locating.on_hit;

  return locating.n;
}

typedef struct {
  GtkTextView *view;
  guint        ordinal;
  gboolean     found;
} Selecting;

static gboolean
select_cb (guint    line,
           guint    start,
           guint    end,
           gpointer data)
{
  Selecting *selecting = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (selecting->view);
  GtkTextIter from, to;

  if (selecting->ordinal-- > 0)
    return FALSE;

  vlg_text_place_get_iters (buffer, line, start, end, &from, &to);
  gtk_text_buffer_select_range (buffer, &from, &to);
  gtk_text_view_scroll_to_mark (selecting->view, gtk_text_buffer_get_insert (buffer), .15, FALSE, 0, 0);
  selecting->found = TRUE;

  return TRUE;
}

gboolean
vlg_text_hits_select (VlgTextView *view,
                      VlgMatcher  *matcher,
                      guint        ordinal)
{
  Selecting selecting = { GTK_TEXT_VIEW (view), ordinal, FALSE };

  g_return_val_if_fail (VLG_IS_TEXT_VIEW (view), FALSE);

  for_each (view, matcher, select_cb, &selecting);

  return selecting.found;
}

typedef struct {
  GtkSnapshot *snapshot;
  gboolean     selected;
} Drawing;

static void
draw_box (const GdkRectangle *place,
          gpointer            data)
{
  /* Colors that lie under black as well as under white letters. A selection is hard to see while the focus is where it was asked for. */
  static const GdkRGBA marker = { .96f, .76f, .07f, .35f };
  static const GdkRGBA current = { 1, .47f, 0, .6f };
  const Drawing *drawing = data;

  gtk_snapshot_append_color (drawing->snapshot, drawing->selected ? &current : &marker,
                             &GRAPHENE_RECT_INIT (place->x, place->y, place->width, place->height));
}

static gboolean
is_selected (GtkTextBuffer *buffer,
             guint          line,
             guint          start,
             guint          end)
{
  GtkTextIter from, to, first, last;

  gtk_text_buffer_get_selection_bounds (buffer, &first, &last);
  vlg_text_place_get_iters (buffer, line, start, end, &from, &to);

  return gtk_text_iter_equal (&from, &first) && gtk_text_iter_equal (&to, &last);
}

void
vlg_text_hits_snapshot (VlgTextView *view,
                        VlgMatcher  *matcher,
                        GtkSnapshot *snapshot)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  guint first, last;

  vlg_text_place_get_visible (GTK_TEXT_VIEW (view), &first, &last);
  for (guint line = first; line <= last; line++)
    {
      g_autofree char *text = vlg_text_place_dup_line (buffer, line);
      gsize start, end = 0;

      while (vlg_matcher_next (matcher, text, end, &start, &end))
        {
          Drawing drawing = { snapshot, is_selected (buffer, line, start, end) };

          vlg_text_place_for_each_box (GTK_TEXT_VIEW (view), line, start, end, draw_box, &drawing);
        }
    }
}
