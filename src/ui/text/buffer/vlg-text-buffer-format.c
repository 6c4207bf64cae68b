/* vlg-text-buffer-format.c — emphasis, headings and lists as a person sets them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-buffer-private.h"

#include "vlg-markdown-edit.h"

static void
get_cursor (VlgTextBuffer *self,
            GtkTextIter   *iter)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
}

static guint
cursor_line (VlgTextBuffer *self)
{
  GtkTextIter iter;

  get_cursor (self, &iter);
  return MIN ((guint) gtk_text_iter_get_line (&iter), self->lines->len - 1);
}

/* The lines the selection touches; a selection that ends before the first letter of a line does not touch it. */
static void
get_selected_lines (VlgTextBuffer *self,
                    guint         *from,
                    guint         *to)
{
  GtkTextIter start, end;
  gboolean selected = gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end);

  *from = gtk_text_iter_get_line (&start);
  *to = gtk_text_iter_get_line (&end) + 1;
  if (selected && gtk_text_iter_starts_line (&end) && *to - *from > 1)
    (*to)--;
  *to = MIN (*to, self->lines->len);
}

/* Ends a change of what lines are. */
static void
finish (VlgTextBuffer *self,
        guint          from,
        guint          to)
{
  vlg_text_buffer_settle (self, from, to);
  for (guint i = from; i < to; i++)
    vlg_text_buffer_retag (self, i);
  self->typing = VLG_TYPING_NONE;
}

static GtkTextTag *
tag_of (VlgTextBuffer *self,
        VlgSpanStyle   style)
{
  return style == VLG_SPAN_STRONG ? self->strong : self->emph;
}

/* Whether every letter between the two has the tag. */
static gboolean
is_tagged (const GtkTextIter *start,
           const GtkTextIter *end,
           GtkTextTag        *tag)
{
  GtkTextIter iter = *start;

  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      if (gtk_text_iter_has_tag (&iter, tag))
        {
          if (!gtk_text_iter_forward_to_tag_toggle (&iter, tag))
            return TRUE;
          continue;
        }
      if (!g_unichar_isspace (gtk_text_iter_get_char (&iter)))
        return FALSE;
      gtk_text_iter_forward_char (&iter);
    }

  return TRUE;
}

VlgSpanStyle
vlg_text_buffer_get_emphasis (VlgTextBuffer *self)
{
  GtkTextIter start, end;
  VlgSpanStyle style = VLG_SPAN_PLAIN;

  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), VLG_SPAN_PLAIN);

  if (gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    {
      if (is_tagged (&start, &end, self->strong))
        style |= VLG_SPAN_STRONG;
      if (is_tagged (&start, &end, self->emph))
        style |= VLG_SPAN_EMPH;
      return style;
    }

  if (self->pending_set)
    return self->pending;

  if (gtk_text_iter_starts_line (&start) && gtk_text_iter_ends_line (&start))
    return VLG_SPAN_PLAIN;
  if (!gtk_text_iter_starts_line (&start))
    gtk_text_iter_backward_char (&start);

  return vlg_text_buffer_style_at (self, &start) & (VLG_SPAN_STRONG | VLG_SPAN_EMPH);
}

void
vlg_text_buffer_toggle_emphasis (VlgTextBuffer *self,
                                 VlgSpanStyle   style)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTag *tag;
  GtkTextIter start, end;
  gboolean remove;

  g_return_if_fail (VLG_IS_TEXT_BUFFER (self));
  g_return_if_fail (style == VLG_SPAN_STRONG || style == VLG_SPAN_EMPH);

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      self->pending = vlg_text_buffer_get_emphasis (self) ^ style;
      self->pending_set = TRUE;
      return;
    }

  tag = tag_of (self, style);
  remove = is_tagged (&start, &end, tag);
  gtk_text_buffer_begin_user_action (buffer);
  for (guint line = gtk_text_iter_get_line (&start); line <= (guint) gtk_text_iter_get_line (&end) && line < self->lines->len; line++)
    {
      GtkTextIter from, to;

      if (vlg_text_buffer_peek_line (self, line)->kind == VLG_LINE_SOURCE)
        continue;
      vlg_text_buffer_iter_at (self, &from, line);
      to = from;
      if (!gtk_text_iter_ends_line (&to))
        gtk_text_iter_forward_to_line_end (&to);
      if (gtk_text_iter_compare (&from, &start) < 0)
        from = start;
      if (gtk_text_iter_compare (&to, &end) > 0)
        to = end;
      if (gtk_text_iter_compare (&from, &to) >= 0)
        continue;
      if (remove)
        gtk_text_buffer_remove_tag (buffer, tag, &from, &to);
      else
        gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
    }
  gtk_text_buffer_end_user_action (buffer);
}

guint
vlg_text_buffer_get_heading (VlgTextBuffer *self)
{
  const VlgTextLine *line;

  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), 0);

  line = vlg_text_buffer_peek_line (self, cursor_line (self));
  return line->kind == VLG_LINE_HEADING ? line->level : 0;
}

/* Within a heading there is no break. */
static void
remove_breaks (VlgTextBuffer *self,
               guint          line)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  vlg_text_buffer_iter_at (self, &iter, line);
  while (!gtk_text_iter_ends_line (&iter))
    {
      GtkTextIter next = iter;

      gtk_text_iter_forward_char (&next);
      if (gtk_text_iter_get_char (&iter) == 0x2028)
        {
          gtk_text_buffer_delete (buffer, &iter, &next);
          gtk_text_buffer_insert (buffer, &iter, " ", 1);
          continue;
        }
      iter = next;
    }
}

/* The number a list goes on with behind the line that leaves it stays what it is. */
static void
keep_number_behind (VlgTextBuffer *self,
                    guint          index)
{
  const VlgTextLine *line = vlg_text_buffer_peek_line (self, index);

  if (line->kind != VLG_LINE_ITEM || !line->ordered)
    return;

  for (guint i = index + 1; i < self->lines->len; i++)
    {
      VlgTextLine *next = vlg_text_buffer_peek_line (self, i);

      if (!vlg_text_line_in_list (next) || next->depth < line->depth)
        return;
      if (next->kind != VLG_LINE_ITEM || next->depth > line->depth)
        continue;
      if (next->ordered)
        {
          vlg_text_buffer_prepare (self, i, i + 1);
          next->start = line->number;
        }
      return;
    }
}

static void
make_paragraph (VlgTextBuffer *self,
                guint          index)
{
  VlgTextLine *line;

  vlg_text_buffer_prepare (self, index, index + 1);
  keep_number_behind (self, index);
  line = vlg_text_buffer_peek_line (self, index);
  line->kind = VLG_LINE_PARAGRAPH;
  line->level = line->depth = 0;
  line->apart = FALSE;
  g_clear_pointer (&line->markdown, g_free);
}

void
vlg_text_buffer_set_heading (VlgTextBuffer *self,
                             guint          level)
{
  guint from, to;

  g_return_if_fail (VLG_IS_TEXT_BUFFER (self));
  g_return_if_fail (level <= 6);

  get_selected_lines (self, &from, &to);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  for (guint i = from; i < to; i++)
    {
      VlgTextLine *line = vlg_text_buffer_peek_line (self, i);

      if (level == 0 ? line->kind == VLG_LINE_PARAGRAPH : line->kind == VLG_LINE_HEADING && line->level == level)
        continue;
      make_paragraph (self, i);
      if (level == 0)
        continue;
      line->kind = VLG_LINE_HEADING;
      line->level = level;
      remove_breaks (self, i);
    }
  finish (self, from, to);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
}

VlgTextList
vlg_text_buffer_get_list (VlgTextBuffer *self)
{
  const VlgTextLine *line;

  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), VLG_TEXT_LIST_NONE);

  line = vlg_text_buffer_peek_line (self, cursor_line (self));
  if (line->kind != VLG_LINE_ITEM)
    return VLG_TEXT_LIST_NONE;

  return line->ordered ? VLG_TEXT_LIST_NUMBERED : VLG_TEXT_LIST_BULLETED;
}

/* The item beside @index of the same list, were it an item of @depth; NULL if there is none. */
static const VlgTextLine *
find_sibling (VlgTextBuffer *self,
              guint          index,
              guint          depth,
              gboolean       ordered)
{
  for (guint i = index; i > 0; i--)
    {
      const VlgTextLine *line = vlg_text_buffer_peek_line (self, i - 1);

      if (!vlg_text_line_in_list (line) || line->depth < depth)
        break;
      if (line->kind == VLG_LINE_ITEM && line->depth == depth)
        {
          if (line->ordered == ordered)
            return line;
          break;
        }
    }
  if (index + 1 < self->lines->len)
    {
      const VlgTextLine *line = vlg_text_buffer_peek_line (self, index + 1);

      if (line->kind == VLG_LINE_ITEM && line->depth == depth && line->ordered == ordered)
        return line;
    }

  return NULL;
}

static void
make_item (VlgTextBuffer *self,
           guint          index,
           guint          depth,
           gboolean       ordered)
{
  VlgTextLine *line = vlg_text_buffer_peek_line (self, index);
  const VlgTextLine *sibling;

  vlg_text_buffer_prepare (self, index, index + 1);
  sibling = find_sibling (self, index, depth, ordered);
  line->kind = VLG_LINE_ITEM;
  line->level = 0;
  line->depth = depth;
  line->ordered = ordered;
  line->mark = sibling != NULL ? sibling->mark : ordered ? '.' : '-';
  line->apart = sibling != NULL && sibling->apart;
  line->start = 1;
  g_clear_pointer (&line->markdown, g_free);
}

void
vlg_text_buffer_set_list (VlgTextBuffer *self,
                          VlgTextList    list)
{
  guint from, to;

  g_return_if_fail (VLG_IS_TEXT_BUFFER (self));

  get_selected_lines (self, &from, &to);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  for (guint i = from; i < to; i++)
    {
      VlgTextLine *line = vlg_text_buffer_peek_line (self, i);
      gboolean ordered = list == VLG_TEXT_LIST_NUMBERED;

      if (list == VLG_TEXT_LIST_NONE)
        {
          if (vlg_text_line_in_list (line))
            make_paragraph (self, i);
        }
      else if (line->kind != VLG_LINE_ITEM || line->ordered != ordered)
        {
          make_item (self, i, MAX (line->depth, 1), ordered);
        }
    }
  finish (self, from, to);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));
}

/* Takes in what belongs to the last of the items @from to @to. */
static guint
with_children (VlgTextBuffer *self,
               guint          to)
{
  const VlgTextLine *line = vlg_text_buffer_peek_line (self, to - 1);

  while (to < self->lines->len)
    {
      const VlgTextLine *next = vlg_text_buffer_peek_line (self, to);

      if (next->depth < line->depth || (next->depth == line->depth && next->kind != VLG_LINE_CONTINUATION) || next->depth == 0)
        break;
      to++;
    }

  return to;
}

gboolean
vlg_text_buffer_indent (VlgTextBuffer *self,
                        int            by)
{
  guint from, to;

  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), FALSE);

  if (!vlg_text_line_in_list (vlg_text_buffer_peek_line (self, cursor_line (self))))
    return FALSE;

  get_selected_lines (self, &from, &to);
  to = with_children (self, to);
  gtk_text_buffer_begin_user_action (GTK_TEXT_BUFFER (self));
  for (guint i = from; i < to; i++)
    {
      VlgTextLine *line = vlg_text_buffer_peek_line (self, i);
      guint deepest = i > 0 ? MIN (vlg_text_buffer_peek_line (self, i - 1)->depth + 1, VLG_TEXT_MAX_DEPTH) : 1;
      guint depth = CLAMP ((int) line->depth + by, 1, (int) MAX (deepest, 1));

      if (!vlg_text_line_in_list (line) || depth == line->depth)
        continue;
      if (line->kind == VLG_LINE_ITEM)
        {
          gboolean apart = line->apart;

          make_item (self, i, depth, line->ordered);
          line->apart = apart;
          continue;
        }
      vlg_text_buffer_prepare (self, i, i + 1);
      line->depth = depth;
    }
  finish (self, from, to);
  gtk_text_buffer_end_user_action (GTK_TEXT_BUFFER (self));

  return TRUE;
}

static gboolean
is_selected (VlgTextBuffer *self)
{
  return gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self));
}

gboolean
vlg_text_buffer_enter (VlgTextBuffer *self)
{
  VlgTextLine *line;
  GtkTextIter iter;
  guint index;

  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), FALSE);

  get_cursor (self, &iter);
  index = cursor_line (self);
  line = vlg_text_buffer_peek_line (self, index);
  if (is_selected (self) || !vlg_text_line_in_list (line) || !gtk_text_iter_starts_line (&iter) || !gtk_text_iter_ends_line (&iter))
    return FALSE;

  if (line->depth > 1)
    return vlg_text_buffer_indent (self, -1);

  vlg_text_buffer_set_list (self, VLG_TEXT_LIST_NONE);
  return TRUE;
}

gboolean
vlg_text_buffer_break_line (VlgTextBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  VlgLineKind kind;

  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), FALSE);

  kind = vlg_text_buffer_peek_line (self, cursor_line (self))->kind;
  if (kind == VLG_LINE_SOURCE)
    return FALSE;
  if (kind == VLG_LINE_HEADING)
    return TRUE;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, VLG_LINE_BREAK, -1);
  gtk_text_buffer_end_user_action (buffer);

  return TRUE;
}

gboolean
vlg_text_buffer_backspace (VlgTextBuffer *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), FALSE);

  get_cursor (self, &iter);
  if (is_selected (self) || !gtk_text_iter_starts_line (&iter) || !vlg_text_line_in_list (vlg_text_buffer_peek_line (self, cursor_line (self))))
    return FALSE;

  vlg_text_buffer_set_list (self, VLG_TEXT_LIST_NONE);
  return TRUE;
}

gboolean
vlg_text_buffer_begin_list (VlgTextBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *text = NULL;
  GtkTextIter start, iter;
  gboolean ordered;
  guint index;

  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), FALSE);

  get_cursor (self, &iter);
  index = cursor_line (self);
  vlg_text_buffer_iter_at (self, &start, index);
  if (gtk_text_iter_get_line_offset (&iter) > 3 || vlg_text_buffer_peek_line (self, index)->kind != VLG_LINE_PARAGRAPH)
    return FALSE;

  /* "10. " may be the beginning of a date. */
  text = gtk_text_iter_get_slice (&start, &iter);
  ordered = g_str_equal (text, "1. ") || g_str_equal (text, "1) ");
  if (!ordered && !g_str_equal (text, "- ") && !g_str_equal (text, "* "))
    return FALSE;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &iter);
  make_item (self, index, 1, ordered);
  if (ordered && text[1] == ')')
    vlg_text_buffer_peek_line (self, index)->mark = ')';
  finish (self, index, index + 1);
  gtk_text_buffer_end_user_action (buffer);

  return TRUE;
}
