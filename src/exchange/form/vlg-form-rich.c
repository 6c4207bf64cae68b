/* vlg-form-rich.c — lines of a form that came with their formatting
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-rich.h"

#include <string.h>

#include "vlg-markdown-edit.h"

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

VlgTextLine *
vlg_form_rich_cut (const VlgTextLine *line,
                   guint              start,
                   guint              end)
{
  VlgTextLine *part = vlg_text_line_new ();
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (VlgSpan));
  guint n_spans;

  end = MIN (end, (guint) strlen (line->text));
  while (start < end && is_blank (line->text[start]))
    start++;
  while (end > start && is_blank (line->text[end - 1]))
    end--;

  for (guint i = 0; i < line->n_spans; i++)
    {
      guint from = MAX (line->spans[i].start, start);
      guint to = MIN (line->spans[i].start + line->spans[i].length, end);
      VlgSpan span = { from - start, to - from, line->spans[i].style };

      if (from < to)
        g_array_append_val (spans, span);
    }

  vlg_text_line_set_style (part, line);
  part->start = line->start;
  n_spans = spans->len;
  vlg_text_line_take_text (part, g_strndup (line->text + start, end - start),
                           n_spans > 0 ? g_memdup2 (spans->data, n_spans * sizeof (VlgSpan)) : NULL, n_spans);

  return part;
}

/* Adds @other to @line behind a hard break. */
static void
join (VlgTextLine       *line,
      const VlgTextLine *other)
{
  guint length = strlen (line->text) + strlen (VLG_LINE_BREAK);
  guint n_spans = line->n_spans + other->n_spans;
  VlgSpan *spans = n_spans > 0 ? g_new (VlgSpan, n_spans) : NULL;

  for (guint i = 0; i < n_spans; i++)
    {
      spans[i] = i < line->n_spans ? line->spans[i] : other->spans[i - line->n_spans];
      if (i >= line->n_spans)
        spans[i].start += length;
    }

  vlg_text_line_take_text (line, g_strconcat (line->text, VLG_LINE_BREAK, other->text, NULL), spans, n_spans);
}

static void
become_item (VlgTextLine        *line,
             const VlgFormTyped *typed)
{
  line->kind = VLG_LINE_ITEM;
  line->depth = 1;
  line->ordered = typed->ordered;
  line->mark = typed->ordered ? '.' : '-';
  line->start = typed->value;
}

/* What of line @index lies in the range, cell by cell, behind @out. */
static void
add_line (VlgFormLines       *lines,
          const VlgFormRange *range,
          guint               index,
          const VlgFormTyped *typed,
          GPtrArray          *out)
{
  const VlgFormLine *line = vlg_form_lines_get (lines, index);
  gboolean begins = TRUE;
  gboolean goes_on = line->broken && index > range->first && out->len > 0;
  guint offset = index == range->first ? range->offset : 0;
  guint start = 0;

  for (guint i = 0; i < line->n_rich; i++)
    {
      const VlgTextLine *rich = g_ptr_array_index (lines->rich, line->first_rich + i);
      guint skip = offset > start ? offset - start : 0;
      guint length = strlen (rich->text);
      g_autoptr (VlgTextLine) part = NULL;

      start += length + 1;
      if (skip >= length)
        continue;
      part = vlg_form_rich_cut (rich, skip, G_MAXUINT);
      if (*part->text == '\0')
        continue;

      /* Behind a heading of the form it is a value and no heading. */
      if (skip > 0)
        {
          part->kind = VLG_LINE_PARAGRAPH;
          part->depth = 0;
        }
      if (goes_on)
        join (g_ptr_array_index (out, out->len - 1), part);
      else if (typed->item && begins && part->kind == VLG_LINE_PARAGRAPH && typed->length < strlen (part->text))
        {
          VlgTextLine *item = vlg_form_rich_cut (part, typed->length, G_MAXUINT);

          become_item (item, typed);
          g_ptr_array_add (out, item);
        }
      else
        g_ptr_array_add (out, g_steal_pointer (&part));
      goes_on = begins = FALSE;
    }
}

char *
vlg_form_rich_to_markdown (VlgFormLines       *lines,
                           const VlgFormRange *range,
                           const VlgFormTyped *typed)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_text_line_free);

  for (guint i = range->first; i < range->end; i++)
    add_line (lines, range, i, &typed[i - range->first], out);
  vlg_text_lines_settle (out, 0, out->len, NULL, NULL);

  return vlg_text_lines_write (out, NULL, NULL);
}
