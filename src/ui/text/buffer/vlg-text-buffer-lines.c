/* vlg-text-buffer-lines.c — the lines of a text buffer: what they are, read from it and put into it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-buffer-private.h"

#include "vlg-markdown-edit.h"

#include <string.h>

VlgTextLine *
vlg_text_buffer_peek_line (VlgTextBuffer *self,
                           guint          line)
{
  g_assert (line < self->lines->len);

  return g_ptr_array_index (self->lines, line);
}

VlgSpanStyle
vlg_text_buffer_style_at (VlgTextBuffer     *self,
                          const GtkTextIter *iter)
{
  VlgSpanStyle style = VLG_SPAN_PLAIN;

  if (gtk_text_iter_has_tag (iter, self->strong))
    style |= VLG_SPAN_STRONG;
  if (gtk_text_iter_has_tag (iter, self->emph))
    style |= VLG_SPAN_EMPH;
  if (gtk_text_iter_has_tag (iter, self->source))
    style |= VLG_SPAN_SOURCE;

  return style;
}

void
vlg_text_buffer_iter_at (VlgTextBuffer *self,
                         GtkTextIter   *iter,
                         guint          line)
{
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), iter, line);
}

static VlgSpan *
last_span (GArray *spans)
{
  return spans->len > 0 ? &g_array_index (spans, VlgSpan, spans->len - 1) : NULL;
}

void
vlg_text_buffer_fetch (GPtrArray *lines,
                       guint      line,
                       gpointer   data)
{
  VlgTextBuffer *self = data;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (VlgSpan));
  GtkTextIter start, end, iter;
  guint n_spans;

  vlg_text_buffer_iter_at (self, &start, line);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  for (iter = start; gtk_text_iter_compare (&iter, &end) < 0;)
    {
      VlgSpan span = { gtk_text_iter_get_line_index (&iter), 0, vlg_text_buffer_style_at (self, &iter) };

      if (!gtk_text_iter_forward_to_tag_toggle (&iter, NULL) || gtk_text_iter_compare (&iter, &end) > 0)
        iter = end;
      span.length = gtk_text_iter_get_line_index (&iter) - span.start;
      if (span.style == VLG_SPAN_PLAIN || span.length == 0)
        continue;
      /* A tag that is only shown begins or ends here. */
      if (last_span (spans) != NULL && last_span (spans)->style == span.style && last_span (spans)->start + last_span (spans)->length == span.start)
        last_span (spans)->length += span.length;
      else
        g_array_append_val (spans, span);
    }

  n_spans = spans->len;
  vlg_text_line_take_text (g_ptr_array_index (lines, line), gtk_text_iter_get_slice (&start, &end),
                           n_spans > 0 ? g_memdup2 (spans->data, n_spans * sizeof (VlgSpan)) : NULL, n_spans);
}

static GtkTextTag *
tag_for (VlgTextBuffer     *self,
         const VlgTextLine *line)
{
  switch (line->kind)
    {
    case VLG_LINE_HEADING:
      return self->heading[CLAMP (line->level, 1, 6) - 1];
    case VLG_LINE_ITEM:
    case VLG_LINE_CONTINUATION:
      return self->list[CLAMP (line->depth, 1, VLG_TEXT_MAX_DEPTH) - 1];
    case VLG_LINE_SOURCE:
      return self->block_source;
    default:
      return NULL;
    }
}

gboolean
vlg_text_buffer_is_block_tag (GtkTextTag *tag)
{
  return g_object_get_data (G_OBJECT (tag), "vlg-block") != NULL;
}

void
vlg_text_buffer_retag (VlgTextBuffer *self,
                       guint          line)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTag *wanted = tag_for (self, vlg_text_buffer_peek_line (self, line));
  g_autoptr (GSList) tags = NULL;
  GtkTextIter start, end, iter;
  gboolean whole;

  vlg_text_buffer_iter_at (self, &start, line);
  vlg_text_buffer_iter_at (self, &end, line + 1);

  /* Most often it is right already: then no paragraph has to be laid out again. */
  tags = gtk_text_iter_get_tags (&start);
  iter = start;
  whole = wanted == NULL || (gtk_text_iter_has_tag (&iter, wanted) &&
                             (!gtk_text_iter_forward_to_tag_toggle (&iter, wanted) || gtk_text_iter_compare (&iter, &end) >= 0));
  if (whole)
    {
      gboolean others = FALSE;

      iter = start;
      do
        {
          g_autoptr (GSList) here = gtk_text_iter_get_tags (&iter);

          for (GSList *l = here; l != NULL; l = l->next)
            others = others || (l->data != wanted && vlg_text_buffer_is_block_tag (l->data));
        }
      while (!others && gtk_text_iter_forward_to_tag_toggle (&iter, NULL) && gtk_text_iter_compare (&iter, &end) < 0);
      if (!others)
        return;
    }

  self->internal++;
  for (guint i = 0; i < G_N_ELEMENTS (self->heading); i++)
    gtk_text_buffer_remove_tag (buffer, self->heading[i], &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (self->list); i++)
    gtk_text_buffer_remove_tag (buffer, self->list[i], &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->block_source, &start, &end);
  if (wanted != NULL)
    gtk_text_buffer_apply_tag (buffer, wanted, &start, &end);
  self->internal--;
}

static void
apply_line_tags (VlgTextBuffer     *self,
                 const VlgTextLine *line,
                 guint              index)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTag *tag = tag_for (self, line);
  GtkTextIter start, end;

  if (tag != NULL)
    {
      vlg_text_buffer_iter_at (self, &start, index);
      vlg_text_buffer_iter_at (self, &end, index + 1);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }

  for (guint i = 0; i < line->n_spans; i++)
    {
      const VlgSpan *span = &line->spans[i];

      gtk_text_buffer_get_iter_at_line_index (buffer, &start, index, span->start);
      gtk_text_buffer_get_iter_at_line_index (buffer, &end, index, span->start + span->length);
      if ((span->style & VLG_SPAN_STRONG) != 0)
        gtk_text_buffer_apply_tag (buffer, self->strong, &start, &end);
      if ((span->style & VLG_SPAN_EMPH) != 0)
        gtk_text_buffer_apply_tag (buffer, self->emph, &start, &end);
      if ((span->style & VLG_SPAN_SOURCE) != 0)
        gtk_text_buffer_apply_tag (buffer, self->source, &start, &end);
    }
}

void
vlg_text_buffer_put_lines (VlgTextBuffer *self,
                           guint          start,
                           guint          n_removed,
                           GPtrArray     *lines)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkTextIter from, to;

  self->internal++;

  vlg_text_buffer_iter_at (self, &from, start);
  vlg_text_buffer_iter_at (self, &to, start + n_removed);
  gtk_text_buffer_delete (buffer, &from, &to);

  for (guint i = 0; i < lines->len; i++)
    {
      const VlgTextLine *line = g_ptr_array_index (lines, i);

      g_string_append (text, line->text);
      g_string_append_c (text, '\n');
    }
  vlg_text_buffer_iter_at (self, &from, start);
  gtk_text_buffer_insert (buffer, &from, text->str, text->len);

  /* What is inserted in the middle of a tagged stretch takes its tags. */
  vlg_text_buffer_iter_at (self, &from, start);
  vlg_text_buffer_iter_at (self, &to, start + lines->len);
  if (self->lines->len > n_removed)
    gtk_text_buffer_remove_all_tags (buffer, &from, &to);

  if (n_removed > 0)
    g_ptr_array_remove_range (self->lines, start, n_removed);
  for (guint i = 0; i < lines->len; i++)
    {
      VlgTextLine *line = vlg_text_line_copy (g_ptr_array_index (lines, i));

      apply_line_tags (self, line, start + i);
      vlg_text_line_forget_text (line);
      g_ptr_array_insert (self->lines, start + i, line);
    }

  self->internal--;
}

static void
prepare_line_cb (GPtrArray *lines,
                 guint      line,
                 gpointer   self)
{
  vlg_text_buffer_prepare (self, line, line + 1);
  /* Its tags are looked at when all is settled. */
  ((VlgTextLine *) g_ptr_array_index (lines, line))->markdown_state = G_MAXUINT;
}

void
vlg_text_buffer_settle (VlgTextBuffer *self,
                        guint          from,
                        guint          to)
{
  vlg_text_lines_settle (self->lines, from, to, prepare_line_cb, self);

  for (guint i = from > 0 ? from - 1 : 0; i < self->lines->len; i++)
    {
      VlgTextLine *line = vlg_text_buffer_peek_line (self, i);

      if (line->markdown_state == G_MAXUINT)
        {
          line->markdown_state = 0;
          g_clear_pointer (&line->markdown, g_free);
          vlg_text_buffer_retag (self, i);
        }
      if (i >= to && !vlg_text_line_in_list (line))
        break;
    }
}
