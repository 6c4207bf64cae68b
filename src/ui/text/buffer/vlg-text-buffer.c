/* vlg-text-buffer.c — a text being edited: paragraphs, headings and lists in a text buffer, CommonMark outside
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-buffer-private.h"

#include "vlg-markdown-edit.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (VlgTextBuffer, vlg_text_buffer, GTK_TYPE_TEXT_BUFFER)

enum { EDITED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The end of the text: before the last line end, which is not part of it. */
static void
get_text_end (VlgTextBuffer *self,
              GtkTextIter   *iter)
{
  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (self), iter);
  gtk_text_iter_backward_char (iter);
}

static void
clamp_iter (VlgTextBuffer *self,
            GtkTextIter   *iter)
{
  if (gtk_text_iter_is_end (iter))
    gtk_text_iter_backward_char (iter);
}

/* What a line end inserted into @line makes of the @n lines behind it. */
static void
add_lines (VlgTextBuffer *self,
           guint          index,
           guint          n,
           gboolean       at_start)
{
  VlgTextLine *line = vlg_text_buffer_peek_line (self, index);
  VlgTextLine *last = line;

  for (guint i = 0; i < n; i++)
    {
      VlgTextLine *added = vlg_text_line_new ();

      vlg_text_line_set_style (added, line);
      if (line->kind == VLG_LINE_SOURCE)
        added->apart = FALSE;
      if (line->kind == VLG_LINE_HEADING && !(at_start && i + 1 == n))
        {
          added->kind = VLG_LINE_PARAGRAPH;
          added->level = 0;
        }
      g_ptr_array_insert (self->lines, index + 1 + i, added);
      last = added;
    }

  if (line->kind == VLG_LINE_HEADING && at_start)
    {
      line->kind = VLG_LINE_PARAGRAPH;
      line->level = 0;
    }
  last->after = g_steal_pointer (&line->after);
}

static VlgSpanStyle
style_for_typing (VlgTextBuffer     *self,
                  const GtkTextIter *iter)
{
  GtkTextIter beside = *iter;
  VlgSpanStyle style;

  if (self->pending_set)
    return self->pending;

  if (!gtk_text_iter_starts_line (iter))
    gtk_text_iter_backward_char (&beside);
  else if (gtk_text_iter_ends_line (iter))
    return VLG_SPAN_PLAIN;

  style = vlg_text_buffer_style_at (self, &beside);
  /* At the edge of a link or the like, what is typed does not belong to it. */
  if (gtk_text_iter_starts_line (iter) || !gtk_text_iter_has_tag (iter, self->source))
    style &= ~VLG_SPAN_SOURCE;

  return style;
}

static void
apply_style (VlgTextBuffer *self,
             GtkTextIter   *start,
             GtkTextIter   *end,
             VlgSpanStyle   style)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTag *tags[] = { self->strong, self->emph, self->source };

  self->internal++;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      /* The span styles are the bits in the order of strong, emph; source is the fourth. */
      VlgSpanStyle bit = i == 2 ? VLG_SPAN_SOURCE : (VlgSpanStyle) (1 << i);
      gboolean has = gtk_text_iter_has_tag (start, tags[i]);

      if ((style & bit) != 0 && !has)
        gtk_text_buffer_apply_tag (buffer, tags[i], start, end);
      else if ((style & bit) == 0 && has)
        gtk_text_buffer_remove_tag (buffer, tags[i], start, end);
    }
  self->internal--;
}

static guint
count_lines (const char *text,
             int         length)
{
  guint n = 0;

  for (int i = 0; i < length; i++)
    n += text[i] == '\n';

  return n;
}

/* What a text view would take for the end of a line is one, or a break within it. */
static char *
unify_line_ends (const char *text,
                 int         length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) parts = NULL;
  g_autofree char *joined = NULL;
  char *p, *q;

  for (p = q = copy; *p != '\0'; p++)
    {
      if (*p == '\r' && p[1] == '\n')
        continue;
      *q++ = *p == '\r' ? '\n' : *p;
    }
  *q = '\0';
  parts = g_strsplit (copy, "\xe2\x80\xa9", -1);

  return g_strjoinv ("\n", parts);
}

static void
vlg_text_buffer_insert_text (GtkTextBuffer *buffer,
                             GtkTextIter   *iter,
                             const char    *text,
                             int            length)
{
  VlgTextBuffer *self = VLG_TEXT_BUFFER (buffer);
  GtkTextBufferClass *parent_class = GTK_TEXT_BUFFER_CLASS (vlg_text_buffer_parent_class);
  g_autofree char *unified = NULL;
  GtkTextIter start;
  VlgSpanStyle style;
  gboolean at_start;
  guint line, n;
  int offset;

  if (length < 0)
    length = strlen (text);
  if (self->internal > 0 || length == 0)
    {
      parent_class->insert_text (buffer, iter, text, length);
      return;
    }

  if (memchr (text, '\r', length) != NULL || memmem (text, length, "\xe2\x80\xa9", 3) != NULL)
    {
      text = unified = unify_line_ends (text, length);
      length = strlen (text);
    }

  clamp_iter (self, iter);
  line = gtk_text_iter_get_line (iter);
  offset = gtk_text_iter_get_offset (iter);
  at_start = gtk_text_iter_starts_line (iter) && !gtk_text_iter_ends_line (iter);
  style = vlg_text_buffer_peek_line (self, line)->kind == VLG_LINE_SOURCE ? VLG_SPAN_PLAIN : style_for_typing (self, iter);
  n = count_lines (text, length);

  vlg_text_buffer_prepare (self, line, line + 1);
  parent_class->insert_text (buffer, iter, text, length);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  apply_style (self, &start, iter, style);

  vlg_text_line_forget_text (vlg_text_buffer_peek_line (self, line));
  if (n > 0)
    {
      add_lines (self, line, n, at_start);
      vlg_text_buffer_count (self, n);
      vlg_text_buffer_settle (self, line, line + n + 1);
    }
  for (guint i = line; i <= line + n; i++)
    vlg_text_buffer_retag (self, i);

  self->typing = n == 0 && !self->changed && g_utf8_strlen (text, length) == 1 ? VLG_TYPING_INSERT : VLG_TYPING_NONE;
  self->typed_at = gtk_text_iter_get_offset (iter);
  /* A word is a step. */
  if (self->typing == VLG_TYPING_INSERT && g_unichar_isspace (g_utf8_get_char (text)))
    self->typed_at = -1;
  self->changed = TRUE;
  self->pending_set = FALSE;
  if (!self->in_action)
    vlg_text_buffer_commit (self);

  /* Settling may have applied tags, which the caller's iter does not survive. */
  gtk_text_buffer_get_iter_at_offset (buffer, iter, offset + g_utf8_strlen (text, length));
}

/* Joins the lines @first to @last, whose text has been joined already. */
static void
join_lines (VlgTextBuffer *self,
            guint          first,
            guint          last,
            gboolean       style_of_last)
{
  VlgTextLine *line = vlg_text_buffer_peek_line (self, first);
  VlgTextLine *end = vlg_text_buffer_peek_line (self, last);
  VlgTextLine gone = { .after = g_steal_pointer (&line->after) };

  line->after = g_strdup (end->after);
  vlg_text_line_adopt (line, &gone);
  g_free (gone.after);
  for (guint i = first + 1; i <= last; i++)
    {
      VlgTextLine *removed = vlg_text_buffer_peek_line (self, i);

      if (i == last)
        g_clear_pointer (&removed->after, g_free);
      vlg_text_line_adopt (line, removed);
    }

  if (style_of_last)
    vlg_text_line_set_style (line, end);
  g_ptr_array_remove_range (self->lines, first + 1, last - first);
  vlg_text_buffer_count (self, -(int) (last - first));
}

static void
vlg_text_buffer_delete_range (GtkTextBuffer *buffer,
                              GtkTextIter   *start,
                              GtkTextIter   *end)
{
  VlgTextBuffer *self = VLG_TEXT_BUFFER (buffer);
  GtkTextBufferClass *parent_class = GTK_TEXT_BUFFER_CLASS (vlg_text_buffer_parent_class);
  VlgTextLine *line;
  gboolean style_of_last, backwards;
  guint first, last;
  int offset, length;

  if (self->internal > 0)
    {
      parent_class->delete_range (buffer, start, end);
      return;
    }

  gtk_text_iter_order (start, end);
  clamp_iter (self, end);
  if (gtk_text_iter_compare (start, end) >= 0)
    return;

  first = gtk_text_iter_get_line (start);
  last = gtk_text_iter_get_line (end);
  offset = gtk_text_iter_get_offset (start);
  length = gtk_text_iter_get_offset (end) - offset;
  /* Where nothing is left of the first line, what is left of the last stays what it is. */
  style_of_last = last > first && gtk_text_iter_starts_line (start) && !gtk_text_iter_ends_line (end);
  backwards = offset + length == self->cursor;

  vlg_text_buffer_prepare (self, first, last + 1);
  parent_class->delete_range (buffer, start, end);

  line = vlg_text_buffer_peek_line (self, first);
  vlg_text_line_forget_text (line);
  if (last > first)
    join_lines (self, first, last, style_of_last);
  if (line->kind == VLG_LINE_SOURCE && gtk_text_iter_starts_line (start) && gtk_text_iter_ends_line (start) && line->apart &&
      (first + 1 == self->lines->len || vlg_text_buffer_peek_line (self, first + 1)->apart ||
       vlg_text_buffer_peek_line (self, first + 1)->kind != VLG_LINE_SOURCE))
    line->kind = VLG_LINE_PARAGRAPH;
  /* Nothing at all is no heading. */
  if (line->kind == VLG_LINE_HEADING && gtk_text_buffer_get_char_count (buffer) <= 1)
    line->kind = VLG_LINE_PARAGRAPH;
  if (last > first)
    vlg_text_buffer_settle (self, first, first + 1);
  vlg_text_buffer_retag (self, first);

  self->typing = first == last && length == 1 && !self->changed ? VLG_TYPING_DELETE : VLG_TYPING_NONE;
  self->typed_at = backwards ? offset : -1;
  self->changed = TRUE;
  self->pending_set = FALSE;
  if (!self->in_action)
    vlg_text_buffer_commit (self);

  gtk_text_buffer_get_iter_at_offset (buffer, start, offset);
  *end = *start;
}

static void
change_tag (VlgTextBuffer     *self,
            GtkTextTag        *tag,
            const GtkTextIter *start,
            const GtkTextIter *end,
            gboolean           apply)
{
  GtkTextBufferClass *parent_class = GTK_TEXT_BUFFER_CLASS (vlg_text_buffer_parent_class);
  guint first = gtk_text_iter_get_line (start);
  guint last = gtk_text_iter_get_line (end);

  if (self->internal == 0)
    {
      /* What a line is, is not decided by a tag dropped on it. */
      if (vlg_text_buffer_is_block_tag (tag))
        return;
      last = MIN (last, self->lines->len - 1);
      vlg_text_buffer_prepare (self, first, last + 1);
    }

  if (apply)
    parent_class->apply_tag (GTK_TEXT_BUFFER (self), tag, start, end);
  else
    parent_class->remove_tag (GTK_TEXT_BUFFER (self), tag, start, end);

  if (self->internal == 0)
    {
      for (guint i = first; i <= last; i++)
        vlg_text_line_forget_text (vlg_text_buffer_peek_line (self, i));
      self->typing = VLG_TYPING_NONE;
      self->changed = TRUE;
      if (!self->in_action)
        vlg_text_buffer_commit (self);
    }
}

static void
vlg_text_buffer_apply_tag (GtkTextBuffer     *buffer,
                           GtkTextTag        *tag,
                           const GtkTextIter *start,
                           const GtkTextIter *end)
{
  change_tag (VLG_TEXT_BUFFER (buffer), tag, start, end, TRUE);
}

static void
vlg_text_buffer_remove_tag (GtkTextBuffer     *buffer,
                            GtkTextTag        *tag,
                            const GtkTextIter *start,
                            const GtkTextIter *end)
{
  change_tag (VLG_TEXT_BUFFER (buffer), tag, start, end, FALSE);
}

static void
vlg_text_buffer_mark_set (GtkTextBuffer     *buffer,
                          const GtkTextIter *iter,
                          GtkTextMark       *mark)
{
  VlgTextBuffer *self = VLG_TEXT_BUFFER (buffer);
  GtkTextIter end;

  if (GTK_TEXT_BUFFER_CLASS (vlg_text_buffer_parent_class)->mark_set != NULL)
    GTK_TEXT_BUFFER_CLASS (vlg_text_buffer_parent_class)->mark_set (buffer, iter, mark);

  if (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
    return;

  if (self->internal == 0 && gtk_text_iter_is_end (iter) && gtk_text_buffer_get_char_count (buffer) > 0)
    {
      get_text_end (self, &end);
      gtk_text_buffer_move_mark (buffer, mark, &end);
      return;
    }

  if (self->internal == 0 && !self->in_action)
    {
      self->pending_set = FALSE;
      vlg_text_buffer_note_cursor (self);
    }
}

static void
vlg_text_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  VlgTextBuffer *self = VLG_TEXT_BUFFER (buffer);

  self->in_action = TRUE;
  self->changed = FALSE;
  vlg_text_buffer_note_cursor (self);
}

static void
vlg_text_buffer_end_user_action (GtkTextBuffer *buffer)
{
  VlgTextBuffer *self = VLG_TEXT_BUFFER (buffer);

  gboolean blank = self->typing == VLG_TYPING_INSERT && self->typed_at < 0;

  self->in_action = FALSE;
  vlg_text_buffer_commit (self);
  self->changed = FALSE;
  if (blank)
    vlg_text_buffer_begin_list (self);
}

static GtkTextTag *
create_block_tag (VlgTextBuffer *self,
                  const char    *kind,
                  guint          n)
{
  g_autofree char *name = g_strdup_printf ("%s-%u", kind, n);
  GtkTextTag *tag = gtk_text_buffer_create_tag (GTK_TEXT_BUFFER (self), name, NULL, NULL);

  g_object_set_data (G_OBJECT (tag), "vlg-block", GINT_TO_POINTER (TRUE));

  return tag;
}

static void
create_tags (VlgTextBuffer *self)
{
  static const double scales[] = { 1.5, 1.3, 1.15, 1.05, 1.0, 1.0 };
  /* Grey that lies over paper as well as over the dark style. */
  static const GdkRGBA wash = { .5f, .5f, .5f, .16f };
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  for (guint i = 0; i < G_N_ELEMENTS (self->heading); i++)
    {
      self->heading[i] = create_block_tag (self, "heading", i + 1);
      g_object_set (self->heading[i], "weight", PANGO_WEIGHT_BOLD, "scale", scales[i], "pixels-above-lines", 10,
                    "pixels-below-lines", 4, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->list); i++)
    {
      self->list[i] = create_block_tag (self, "list", i + 1);
      g_object_set (self->list[i], "left-margin", VLG_TEXT_MARGIN + (int) (i + 1) * VLG_TEXT_INDENT, "pixels-above-lines", 1,
                    "pixels-below-lines", 2, NULL);
    }
  self->block_source = create_block_tag (self, "block-source", 0);
  g_object_set (self->block_source, "family", "monospace", "scale", .9, "paragraph-background-rgba", &wash, "pixels-above-lines", 0,
                "pixels-below-lines", 0, NULL);

  self->source = gtk_text_buffer_create_tag (buffer, "source", "family", "monospace", "scale", .9, "background-rgba", &wash, NULL);
  self->strong = gtk_text_buffer_create_tag (buffer, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  self->emph = gtk_text_buffer_create_tag (buffer, "emph", "style", PANGO_STYLE_ITALIC, NULL);
}

static void
vlg_text_buffer_constructed (GObject *object)
{
  VlgTextBuffer *self = VLG_TEXT_BUFFER (object);

  G_OBJECT_CLASS (vlg_text_buffer_parent_class)->constructed (object);
  /* Not earlier: the table of the tags is a property of construction. */
  create_tags (self);
  vlg_text_buffer_set_markdown (self, "");
}

static void
vlg_text_buffer_finalize (GObject *object)
{
  VlgTextBuffer *self = VLG_TEXT_BUFFER (object);

  vlg_text_buffer_forget_steps (self);
  g_ptr_array_unref (self->lines);
  g_free (self->markdown);

  G_OBJECT_CLASS (vlg_text_buffer_parent_class)->finalize (object);
}

static void
vlg_text_buffer_class_init (VlgTextBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = vlg_text_buffer_constructed;
  G_OBJECT_CLASS (klass)->finalize = vlg_text_buffer_finalize;
  buffer_class->insert_text = vlg_text_buffer_insert_text;
  buffer_class->delete_range = vlg_text_buffer_delete_range;
  buffer_class->apply_tag = vlg_text_buffer_apply_tag;
  buffer_class->remove_tag = vlg_text_buffer_remove_tag;
  buffer_class->mark_set = vlg_text_buffer_mark_set;
  buffer_class->begin_user_action = vlg_text_buffer_begin_user_action;
  buffer_class->end_user_action = vlg_text_buffer_end_user_action;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vlg_text_buffer_init (VlgTextBuffer *self)
{
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
  self->lines = g_ptr_array_new ();
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
}

VlgTextBuffer *
vlg_text_buffer_new (void)
{
  return g_object_new (VLG_TYPE_TEXT_BUFFER, NULL);
}

void
vlg_text_buffer_set_markdown (VlgTextBuffer *self,
                              const char    *markdown)
{
  g_autoptr (GPtrArray) lines = NULL;
  GtkTextIter start;

  g_return_if_fail (VLG_IS_TEXT_BUFFER (self));

  lines = vlg_text_lines_read (markdown);
  vlg_text_buffer_forget_steps (self);

  self->internal++;
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), "", 0);
  g_ptr_array_unref (self->lines);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_text_line_free);
  vlg_text_buffer_put_lines (self, 0, 0, lines);
  self->internal--;

  g_clear_pointer (&self->markdown, g_free);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);
}

const char *
vlg_text_buffer_get_markdown (VlgTextBuffer *self)
{
  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), NULL);

  if (self->markdown == NULL)
    self->markdown = vlg_text_lines_write (self->lines, vlg_text_buffer_fetch, self);

  return self->markdown;
}

guint
vlg_text_buffer_get_n_lines (VlgTextBuffer *self)
{
  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), 0);

  return self->lines->len;
}

const VlgTextLine *
vlg_text_buffer_get_line (VlgTextBuffer *self,
                          guint          line)
{
  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), NULL);

  return line < self->lines->len ? g_ptr_array_index (self->lines, line) : NULL;
}

void
vlg_text_buffer_show_tag (VlgTextBuffer     *self,
                          GtkTextTag        *tag,
                          const GtkTextIter *start,
                          const GtkTextIter *end,
                          gboolean           shown)
{
  g_return_if_fail (VLG_IS_TEXT_BUFFER (self));

  self->internal++;
  if (shown)
    gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), tag, start, end);
  else
    gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self), tag, start, end);
  self->internal--;
}
