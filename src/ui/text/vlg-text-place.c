/* vlg-text-place.c — where a stretch of a line stands on the screen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-place.h"

char *
vlg_text_place_dup_line (GtkTextBuffer *buffer,
                         guint          line)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  return gtk_text_iter_get_slice (&start, &end);
}

void
vlg_text_place_get_iters (GtkTextBuffer *buffer,
                          guint          line,
                          guint          start,
                          guint          end,
                          GtkTextIter   *from,
                          GtkTextIter   *to)
{
  gtk_text_buffer_get_iter_at_line_index (buffer, from, line, start);
  gtk_text_buffer_get_iter_at_line_index (buffer, to, line, end);
}

void
vlg_text_place_get_visible (GtkTextView *view,
                            guint       *first,
                            guint       *last)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  *first = gtk_text_iter_get_line (&iter);
  gtk_text_view_get_line_at_y (view, &iter, visible.y + visible.height, NULL);
  *last = gtk_text_iter_get_line (&iter);
}

void
vlg_text_place_for_each_box (GtkTextView *view,
                             guint        line,
                             guint        start,
                             guint        end,
                             void       (*func) (const GdkRectangle *place,
                                                 gpointer            data),
                             gpointer     data)
{
  GdkRectangle visible, row, place;
  GtkTextIter from, last, to;

  if (end <= start)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  vlg_text_place_get_iters (gtk_text_view_get_buffer (view), line, start, end, &from, &to);
  last = to;
  gtk_text_iter_backward_char (&last);
  gtk_text_view_get_iter_location (view, &from, &row);
  gtk_text_view_get_iter_location (view, &last, &place);
  if (row.y > visible.y + visible.height || place.y + place.height < visible.y)
    return;

  /* Most often it stands in one row. */
  if (place.y == row.y)
    {
      row.width = place.x + place.width - row.x;
      func (&row, data);
      return;
    }
  while (gtk_text_iter_forward_char (&from) && gtk_text_iter_compare (&from, &to) < 0)
    {
      gtk_text_view_get_iter_location (view, &from, &place);
      if (place.y != row.y)
        {
          func (&row, data);
          row = place;
        }
      else
        {
          row.width = place.x + place.width - row.x;
        }
    }
  func (&row, data);
}
