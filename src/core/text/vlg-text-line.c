/* vlg-text-line.c — one line of a text being edited, and the source it came from
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-line.h"

#include <string.h>

VlgTextLine *
vlg_text_line_new (void)
{
  return g_new0 (VlgTextLine, 1);
}

VlgTextLine *
vlg_text_line_copy (const VlgTextLine *self)
{
  VlgTextLine *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  if (self->source != NULL)
    vlg_text_source_ref (self->source);
  copy->before = g_strdup (self->before);
  copy->after = g_strdup (self->after);
  copy->text = g_strdup (self->text);
  copy->spans = self->n_spans > 0 ? g_memdup2 (self->spans, self->n_spans * sizeof (VlgSpan)) : NULL;
  copy->markdown = g_strdup (self->markdown);

  return copy;
}

void
vlg_text_line_free (VlgTextLine *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->source, vlg_text_source_unref);
  g_free (self->before);
  g_free (self->after);
  g_free (self->text);
  g_free (self->spans);
  g_free (self->markdown);
  g_free (self);
}

gboolean
vlg_text_line_in_list (const VlgTextLine *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->kind == VLG_LINE_ITEM || self->kind == VLG_LINE_CONTINUATION;
}

void
vlg_text_line_set_style (VlgTextLine       *self,
                         const VlgTextLine *other)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL);

  self->kind = other->kind;
  self->level = other->level;
  self->depth = other->depth;
  self->ordered = other->ordered;
  self->mark = other->mark;
  self->start = other->start;
  self->apart = other->apart;
}

void
vlg_text_line_take_text (VlgTextLine *self,
                         char        *text,
                         VlgSpan     *spans,
                         guint        n_spans)
{
  g_return_if_fail (self != NULL);

  vlg_text_line_forget_text (self);
  self->text = text;
  self->spans = spans;
  self->n_spans = n_spans;
}

void
vlg_text_line_forget_text (VlgTextLine *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->spans, g_free);
  g_clear_pointer (&self->markdown, g_free);
  self->n_spans = 0;
}

char *
vlg_text_line_dup_marker (const VlgTextLine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind != VLG_LINE_ITEM)
    return NULL;
  if (!self->ordered)
    return g_strdup ("•");

  return g_strdup_printf ("%u%c", self->number, self->mark == ')' ? ')' : '.');
}

static gboolean
says_something (const char *gap)
{
  return gap != NULL && gap[strspn (gap, " \t\r\n")] != '\0';
}

static void
adopt_gap (VlgTextLine *self,
           const char  *gap)
{
  g_autofree char *old = NULL;

  if (!says_something (gap))
    return;

  old = self->after;
  self->after = g_strconcat (old != NULL ? old : "", "\n\n", gap, NULL);
}

void
vlg_text_line_adopt (VlgTextLine       *self,
                     const VlgTextLine *gone)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (gone != NULL);

  adopt_gap (self, gone->before);
  adopt_gap (self, gone->after);
}

VlgTextSource *
vlg_text_source_ref (VlgTextSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->ref_count);
  return self;
}

void
vlg_text_source_unref (VlgTextSource *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_free (self->bytes);
  g_free (self);
}
