/* vlg-text-buffer-undo.c — steps back and forth in a text, with its formatting
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-buffer-private.h"

#include "vlg-markdown-edit.h"

/* A step keeps the lines it changed as they were, whole blocks of them: going back also brings back the very source of a block. */

#define MAX_STEPS 1000

static void
free_line (gpointer line)
{
  vlg_text_line_free (line);
}

static void
patch_free (VlgTextPatch *patch)
{
  g_ptr_array_unref (patch->old);
  g_free (patch);
}

static void
capture (VlgTextBuffer *self,
         guint          from,
         guint          to,
         GPtrArray     *into,
         guint          at)
{
  for (guint i = from; i < to; i++)
    {
      VlgTextLine *line = vlg_text_buffer_peek_line (self, i);

      if (line->text == NULL)
        vlg_text_buffer_fetch (self->lines, i, self);
      g_ptr_array_insert (into, at + i - from, vlg_text_line_copy (line));
      /* The buffer knows it; only what is written anew stays. */
      if (line->source != NULL)
        vlg_text_line_forget_text (line);
    }
}

void
vlg_text_buffer_prepare (VlgTextBuffer *self,
                         guint          from,
                         guint          to)
{
  VlgTextPatch *patch = self->patch;

  vlg_text_lines_whole (self->lines, &from, &to);

  if (patch == NULL)
    {
      patch = self->patch = g_new0 (VlgTextPatch, 1);
      patch->start = from;
      patch->n_new = to - from;
      patch->old = g_ptr_array_new_with_free_func (free_line);
      capture (self, from, to, patch->old, 0);
    }
  if (from < patch->start)
    {
      capture (self, from, patch->start, patch->old, 0);
      patch->n_new += patch->start - from;
      patch->start = from;
    }
  if (to > patch->start + patch->n_new)
    {
      capture (self, patch->start + patch->n_new, to, patch->old, patch->old->len);
      patch->n_new = to - patch->start;
    }

  vlg_text_lines_touch (self->lines, from, to);
  g_clear_pointer (&self->markdown, g_free);
}

void
vlg_text_buffer_count (VlgTextBuffer *self,
                       int            n)
{
  g_assert (self->patch != NULL);

  self->patch->n_new += n;
}

void
vlg_text_buffer_note_cursor (VlgTextBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  self->cursor = gtk_text_iter_get_offset (&iter);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_selection_bound (buffer));
  self->bound = gtk_text_iter_get_offset (&iter);
}

/* Whether the step only goes on with the typing of the last one. */
static gboolean
goes_on (VlgTextBuffer *self)
{
  VlgTextPatch *last = g_queue_peek_head (&self->undo);
  VlgTextPatch *patch = self->patch;

  return last != NULL && self->typing != VLG_TYPING_NONE && last->typing == self->typing && last->typed_at == self->cursor &&
         self->cursor == self->bound && patch->old->len == patch->n_new && patch->start >= last->start &&
         patch->start + patch->n_new <= last->start + last->n_new;
}

void
vlg_text_buffer_commit (VlgTextBuffer *self)
{
  VlgTextPatch *patch = self->patch;

  if (patch == NULL)
    return;

  if (goes_on (self))
    {
      ((VlgTextPatch *) g_queue_peek_head (&self->undo))->typed_at = self->typed_at;
      patch_free (patch);
    }
  else
    {
      patch->cursor = self->cursor;
      patch->bound = self->bound;
      patch->typing = self->typing;
      patch->typed_at = self->typed_at;
      g_queue_push_head (&self->undo, patch);
      if (g_queue_get_length (&self->undo) > MAX_STEPS)
        patch_free (g_queue_pop_tail (&self->undo));
    }

  self->patch = NULL;
  self->typing = VLG_TYPING_NONE;
  g_queue_clear_full (&self->redo, (GDestroyNotify) patch_free);
  vlg_text_buffer_note_cursor (self);
  g_signal_emit_by_name (self, "edited");
}

void
vlg_text_buffer_forget_steps (VlgTextBuffer *self)
{
  g_clear_pointer (&self->patch, patch_free);
  g_queue_clear_full (&self->undo, (GDestroyNotify) patch_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) patch_free);
}

static void
step (VlgTextBuffer *self,
      GQueue        *from,
      GQueue        *to)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  VlgTextPatch *patch = g_queue_pop_head (from);
  VlgTextPatch *back;
  GtkTextIter cursor, bound;

  if (patch == NULL)
    return;

  vlg_text_buffer_note_cursor (self);
  back = g_new0 (VlgTextPatch, 1);
  back->start = patch->start;
  back->n_new = patch->old->len;
  back->old = g_ptr_array_new_with_free_func (free_line);
  back->cursor = self->cursor;
  back->bound = self->bound;
  capture (self, patch->start, patch->start + patch->n_new, back->old, 0);

  vlg_text_buffer_put_lines (self, patch->start, patch->n_new, patch->old);
  vlg_text_lines_settle (self->lines, patch->start, patch->start + patch->old->len, NULL, NULL);
  g_clear_pointer (&self->markdown, g_free);

  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, patch->cursor);
  gtk_text_buffer_get_iter_at_offset (buffer, &bound, patch->bound);
  gtk_text_buffer_select_range (buffer, &cursor, &bound);
  self->pending_set = FALSE;

  patch_free (patch);
  g_queue_push_head (to, back);
  g_signal_emit_by_name (self, "edited");
}

gboolean
vlg_text_buffer_get_can_undo (VlgTextBuffer *self)
{
  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), FALSE);

  return !g_queue_is_empty (&self->undo);
}

gboolean
vlg_text_buffer_get_can_redo (VlgTextBuffer *self)
{
  g_return_val_if_fail (VLG_IS_TEXT_BUFFER (self), FALSE);

  return !g_queue_is_empty (&self->redo);
}

void
vlg_text_buffer_undo (VlgTextBuffer *self)
{
  g_return_if_fail (VLG_IS_TEXT_BUFFER (self));

  step (self, &self->undo, &self->redo);
}

void
vlg_text_buffer_redo (VlgTextBuffer *self)
{
  g_return_if_fail (VLG_IS_TEXT_BUFFER (self));

  step (self, &self->redo, &self->undo);
}
