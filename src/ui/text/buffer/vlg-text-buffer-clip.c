/* vlg-text-buffer-clip.c — parts of a text taken out and put in, with their formatting
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-buffer-private.h"

#include "vlg-markdown-edit.h"

#include <string.h>

/* The bytes @start to @end of the line, without source. Caller owns. */
static VlgTextLine *
cut_line (VlgTextBuffer *self,
          guint          index,
          guint          start,
          guint          end)
{
  VlgTextLine *line = vlg_text_buffer_peek_line (self, index);
  VlgTextLine *part = vlg_text_line_new ();
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (VlgSpan));
  guint n_spans;

  vlg_text_buffer_fetch (self->lines, index, self);
  end = MIN (end, (guint) strlen (line->text));
  for (guint i = 0; i < line->n_spans; i++)
    {
      guint from = MAX (line->spans[i].start, start);
      guint to = MIN (line->spans[i].start + line->spans[i].length, end);
      VlgSpan span = { from - start, to - from, line->spans[i].style };

      if (from < to)
        g_array_append_val (spans, span);
    }

  vlg_text_line_set_style (part, line);
  n_spans = spans->len;
  vlg_text_line_take_text (part, g_strndup (line->text + start, end - start), (VlgSpan *) g_array_free (spans, n_spans == 0), n_spans);

  return part;
}

/* Adds the text of @other to that of @line. */
static void
join_text (VlgTextLine       *line,
           const VlgTextLine *other)
{
  guint length = strlen (line->text);
  guint n_spans = line->n_spans + other->n_spans;
  VlgSpan *spans = n_spans > 0 ? g_new (VlgSpan, n_spans) : NULL;

  for (guint i = 0; i < n_spans; i++)
    {
      spans[i] = i < line->n_spans ? line->spans[i] : other->spans[i - line->n_spans];
      if (i >= line->n_spans)
        spans[i].start += length;
    }

  vlg_text_line_take_text (line, g_strconcat (line->text, other->text, NULL), spans, n_spans);
}

char *
vlg_text_buffer_dup_range (VlgTextBuffer *self,
                           int            start,
                           int            end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *markdown = NULL;
  gboolean blank_first = FALSE, blank_last = FALSE;
  GtkTextIter from, to;
  guint first, last;

  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), NULL);

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  if (gtk_text_iter_is_end (&to))
    gtk_text_iter_backward_char (&to);
  first = gtk_text_iter_get_line (&from);
  last = gtk_text_iter_get_line (&to);

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_text_line_free);
  for (guint i = first; i <= last; i++)
    {
      VlgTextLine *part = cut_line (self, i, i == first ? gtk_text_iter_get_line_index (&from) : 0,
                                    i == last ? (guint) gtk_text_iter_get_line_index (&to) : G_MAXUINT);

      /* A part of a line is words, not a heading or an item. */
      if (first == last && !(gtk_text_iter_starts_line (&from) && gtk_text_iter_ends_line (&to)))
        {
          part->kind = VLG_LINE_PARAGRAPH;
          part->depth = 0;
          blank_first = g_str_has_prefix (part->text, " ");
          blank_last = g_str_has_suffix (part->text, " ");
        }
      if (i == first)
        part->apart = TRUE;
      g_ptr_array_add (lines, part);
    }
  vlg_text_lines_settle (lines, 0, lines->len, NULL, NULL);

  /* Blanks at the ends of a paragraph are none; of a part of one they are. */
  markdown = vlg_text_lines_write (lines, NULL, NULL);
  return g_strconcat (blank_first ? "&#32;" : "", markdown, blank_last ? "&#32;" : "", NULL);
}

/* The lines of @markdown without their source. */
static GPtrArray *
read_lines (const char *markdown)
{
  GPtrArray *lines = vlg_text_lines_read (markdown);

  vlg_text_lines_touch (lines, 0, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      VlgTextLine *line = g_ptr_array_index (lines, i);

      g_clear_pointer (&line->before, g_free);
      g_clear_pointer (&line->after, g_free);
      line->depth = MIN (line->depth, VLG_TEXT_MAX_DEPTH);
    }

  return lines;
}

void
vlg_text_buffer_insert_markdown (VlgTextBuffer *self,
                                 const char    *markdown)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (VlgTextLine) tail = NULL;
  VlgTextLine *line, *head, *last;
  GtkTextIter cursor;
  guint start, index, column;
  gboolean words;

  g_return_if_fail (VLG_IS_TEXT_BUFFER (self));
  g_return_if_fail (markdown != NULL);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  start = index = gtk_text_iter_get_line (&cursor);
  line = vlg_text_buffer_peek_line (self, index);
  if (line->kind == VLG_LINE_SOURCE)
    {
      gtk_text_buffer_insert (buffer, &cursor, markdown, -1);
      gtk_text_buffer_end_user_action (buffer);
      return;
    }

  column = gtk_text_iter_get_line_index (&cursor);
  vlg_text_buffer_prepare (self, index, index + 1);
  head = cut_line (self, index, 0, column);
  tail = cut_line (self, index, column, G_MAXUINT);
  lines = read_lines (markdown);

  /* Words go on in the line with the cursor; a heading or an item needs a line of its own. */
  last = g_ptr_array_index (lines, 0);
  words = last->kind == VLG_LINE_PARAGRAPH;
  if (words)
    {
      join_text (head, last);
      g_ptr_array_remove_index (lines, 0);
    }
  if (words || *head->text != '\0')
    g_ptr_array_insert (lines, 0, g_steal_pointer (&head));
  g_clear_pointer (&head, vlg_text_line_free);

  last = g_ptr_array_index (lines, lines->len - 1);
  column = strlen (last->text);
  index += lines->len - 1;
  if (*tail->text != '\0' && (lines->len == 1 || last->kind == VLG_LINE_PARAGRAPH))
    join_text (last, tail);
  else if (*tail->text != '\0')
    g_ptr_array_add (lines, g_steal_pointer (&tail));

  ((VlgTextLine *) g_ptr_array_index (lines, 0))->before = g_strdup (line->before);
  ((VlgTextLine *) g_ptr_array_index (lines, lines->len - 1))->after = g_strdup (line->after);

  vlg_text_buffer_put_lines (self, start, 1, lines);
  vlg_text_buffer_count (self, (int) lines->len - 1);
  vlg_text_buffer_settle (self, start, start + lines->len);
  gtk_text_buffer_get_iter_at_line_index (buffer, &cursor, index, column);
  gtk_text_buffer_place_cursor (buffer, &cursor);
  gtk_text_buffer_end_user_action (buffer);
}

void
vlg_text_buffer_replace_range (VlgTextBuffer     *self,
                               const GtkTextIter *start,
                               const GtkTextIter *end,
                               const char        *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter = *end, from;
  int at, length;

  g_return_if_fail (VLG_IS_TEXT_BUFFER (self));
  g_return_if_fail (text != NULL);

  at = gtk_text_iter_get_offset (start);
  length = gtk_text_iter_get_offset (end) - at;

  gtk_text_buffer_begin_user_action (buffer);
  /* Inserted before anything is deleted: a line that is empty in between would forget what it is. */
  self->pending = vlg_text_buffer_style_at (self, start);
  self->pending_set = TRUE;
  if (*text != '\0')
    gtk_text_buffer_insert (buffer, &iter, text, -1);
  self->pending_set = FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, &from, at);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, at + length);
  gtk_text_buffer_delete (buffer, &from, &iter);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, at + g_utf8_strlen (text, -1));
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_end_user_action (buffer);
}
