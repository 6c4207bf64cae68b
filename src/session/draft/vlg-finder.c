/* vlg-finder.c — words found, and replaced, in all texts of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-finder.h"

#include <string.h>

#include "vlg-markdown-edit.h"
#include "vlg-string.h"

static void
part_free (gpointer data)
{
  VlgFinderPart *part = data;

  g_free (part->value);
  g_free (part);
}

static VlgFinderPart *
add_part (GPtrArray  *parts,
          VlgField    field,
          int         row,
          const char *property,
          const char *value)
{
  VlgFinderPart *part = g_new0 (VlgFinderPart, 1);

  part->field = field;
  part->row = row;
  part->property = g_intern_string (property);
  part->value = g_strdup (value);
  g_ptr_array_add (parts, part);

  return part;
}

GPtrArray *
vlg_finder_take_parts (VlgMotion *motion)
{
  GPtrArray *parts;
  GListModel *annexes;

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);

  parts = g_ptr_array_new_with_free_func (part_free);
  for (VlgField field = VLG_FIELD_NUMBER; field < VLG_FIELD_ANNEXES; field++)
    {
      g_autofree char *property = g_strdelimit (g_strdup (vlg_field_to_key (field)), "_", '-');

      if (vlg_field_is_text (field))
        add_part (parts, field, -1, property, vlg_motion_get_text (motion, field))->long_text = vlg_field_is_long_text (field);
    }

  annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      VlgFinderPart *part = add_part (parts, VLG_FIELD_ANNEXES, i, "title", vlg_annex_get_title (annex));

      part->frozen = vlg_annex_get_source (annex);
      if (vlg_annex_get_file (annex) != NULL)
        continue;
      part = add_part (parts, VLG_FIELD_ANNEXES, i, "text", vlg_annex_get_text (annex));
      part->frozen = vlg_annex_get_source (annex);
      part->long_text = TRUE;
    }

  return parts;
}

gpointer
vlg_finder_get_object (const VlgFinderPart *part,
                       VlgMotion           *motion)
{
  g_autoptr (GObject) annex = NULL;

  g_return_val_if_fail (part != NULL, NULL);
  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);

  if (part->field != VLG_FIELD_ANNEXES)
    return motion;

  /* The list holds it. */
  annex = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_annexes (motion)), part->row);

  return annex;
}

static void
find_in_line (GArray     *hits,
              guint       part,
              guint      *ordinal,
              const char *text,
              VlgMatcher *matcher)
{
  gsize start, end = 0;

  while (vlg_matcher_next (matcher, text, end, &start, &end))
    {
      VlgFinderHit hit = { part, (*ordinal)++, g_utf8_strlen (text, start), g_utf8_strlen (text + start, end - start) };

      g_array_append_val (hits, hit);
    }
}

GArray *
vlg_finder_find (GPtrArray  *parts,
                 VlgMatcher *matcher)
{
  GArray *hits;

  g_return_val_if_fail (parts != NULL, NULL);
  g_return_val_if_fail (matcher != NULL, NULL);

  hits = g_array_new (FALSE, FALSE, sizeof (VlgFinderHit));
  for (guint i = 0; i < parts->len; i++)
    {
      const VlgFinderPart *part = g_ptr_array_index (parts, i);
      g_autoptr (GPtrArray) lines = part->long_text ? vlg_text_lines_read (part->value) : NULL;
      guint ordinal = 0;

      if (lines == NULL)
        find_in_line (hits, i, &ordinal, part->value, matcher);
      for (guint j = 0; lines != NULL && j < lines->len; j++)
        find_in_line (hits, i, &ordinal, ((VlgTextLine *) g_ptr_array_index (lines, j))->text, matcher);
    }

  return hits;
}

static void
add_span (GArray      *spans,
          guint        start,
          guint        end,
          VlgSpanStyle style)
{
  VlgSpan span = { start, end - start, style };
  VlgSpan *last = spans->len > 0 ? &g_array_index (spans, VlgSpan, spans->len - 1) : NULL;

  if (end <= start || style == VLG_SPAN_PLAIN)
    return;
  if (last != NULL && last->start + last->length == start && last->style == style)
    last->length += span.length;
  else
    g_array_append_val (spans, span);
}

/* The spans after the bytes @start to @end have become @length: what is new looks like the first letter of what was there. */
static GArray *
move_spans (GArray *old,
            guint   start,
            guint   end,
            guint   length)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (VlgSpan));
  gboolean placed = FALSE;

  for (guint i = 0; i < old->len; i++)
    {
      const VlgSpan *span = &g_array_index (old, VlgSpan, i);
      guint from = span->start, to = span->start + span->length;

      add_span (spans, from, MIN (to, start), span->style);
      if (!placed && from <= start && start < to)
        {
          add_span (spans, start, start + length, span->style);
          placed = TRUE;
        }
      add_span (spans, MAX (from, end) + length - (end - start), MAX (to, end) + length - (end - start), span->style);
    }

  return spans;
}

/* One line with its hits replaced that are wanted; FALSE where there is none. */
static gboolean
replace_in_text (GString    *text,
                 GArray    **spans,
                 VlgMatcher *matcher,
                 const char *replacement,
                 int         wanted,
                 guint      *ordinal,
                 guint      *n_replaced)
{
  gsize length = strlen (replacement), start, end, from = 0;
  guint before = *n_replaced;

  while (vlg_matcher_next (matcher, text->str, from, &start, &end))
    {
      from = end;
      if (wanted < 0 || *ordinal == (guint) wanted)
        {
          GArray *moved = move_spans (*spans, start, end, length);

          g_array_unref (*spans);
          *spans = moved;
          g_string_erase (text, start, end - start);
          g_string_insert (text, start, replacement);
          from = start + length;
          (*n_replaced)++;
        }
      (*ordinal)++;
    }

  return *n_replaced > before;
}

static char *
replace_in_lines (const char *markdown,
                  VlgMatcher *matcher,
                  const char *replacement,
                  int         wanted,
                  guint      *n_replaced)
{
  g_autoptr (GPtrArray) lines = vlg_text_lines_read (markdown);
  guint ordinal = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      VlgTextLine *line = g_ptr_array_index (lines, i);
      g_autoptr (GString) text = g_string_new (line->text);
      GArray *spans = g_array_new (FALSE, FALSE, sizeof (VlgSpan));

      if (line->n_spans > 0)
        g_array_append_vals (spans, line->spans, line->n_spans);
      if (replace_in_text (text, &spans, matcher, replacement, wanted, &ordinal, n_replaced))
        {
          vlg_text_lines_touch (lines, i, i + 1);
          vlg_text_line_take_text (line, g_strdup (text->str), spans->len > 0 ? g_memdup2 (spans->data, spans->len * sizeof (VlgSpan)) : NULL, spans->len);
        }
      g_array_unref (spans);
    }

  return *n_replaced > 0 ? vlg_text_lines_write (lines, NULL, NULL) : g_strdup (markdown);
}

char *
vlg_finder_replace (const VlgFinderPart *part,
                    VlgMatcher          *matcher,
                    const char          *replacement,
                    int                  ordinal,
                    guint               *n_replaced)
{
  guint n = 0, at = 0;
  g_autofree char *value = NULL;

  g_return_val_if_fail (part != NULL, NULL);
  g_return_val_if_fail (matcher != NULL, NULL);
  g_return_val_if_fail (replacement != NULL, NULL);

  if (part->long_text)
    {
      value = replace_in_lines (part->value, matcher, replacement, ordinal, &n);
    }
  else
    {
      g_autoptr (GString) text = g_string_new (part->value);
      GArray *spans = g_array_new (FALSE, FALSE, sizeof (VlgSpan));

      replace_in_text (text, &spans, matcher, replacement, ordinal, &at, &n);
      g_array_unref (spans);
      value = g_strdup (text->str);
    }
  if (n_replaced != NULL)
    *n_replaced = n;

  return n > 0 ? vlg_string_normalize (value, -1, NULL) : g_steal_pointer (&value);
}

/* Everywhere at once */

typedef struct {
  GObject    *object;
  const char *property;
  char       *before;
  char       *after;
} Change;

struct _VlgReplacement {
  VlgDraft  *draft;
  GPtrArray *changes;
  guint      n;
  guint      n_frozen;
};

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->object);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

VlgReplacement *
vlg_replacement_new (VlgDraft   *draft,
                     VlgMatcher *matcher,
                     const char *replacement)
{
  g_autoptr (GPtrArray) parts = NULL;
  VlgReplacement *self;
  VlgMotion *motion;

  g_return_val_if_fail (VLG_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (matcher != NULL, NULL);
  g_return_val_if_fail (replacement != NULL, NULL);

  self = g_new0 (VlgReplacement, 1);
  self->draft = g_object_ref (draft);
  self->changes = g_ptr_array_new_with_free_func (change_free);

  vlg_draft_begin_group (draft);
  motion = vlg_draft_get_motion (draft);
  parts = vlg_finder_take_parts (motion);
  for (guint i = 0; i < parts->len; i++)
    {
      const VlgFinderPart *part = g_ptr_array_index (parts, i);
      g_autofree char *after = NULL;
      Change *change;
      guint n;

      after = vlg_finder_replace (part, matcher, replacement, -1, &n);
      if (after == NULL || part->frozen)
        self->n_frozen += n;
      if (after == NULL || part->frozen || n == 0)
        continue;

      change = g_new0 (Change, 1);
      change->object = g_object_ref (vlg_finder_get_object (part, motion));
      change->property = part->property;
      change->before = g_strdup (part->value);
      change->after = g_steal_pointer (&after);
      g_ptr_array_add (self->changes, change);
      g_object_set (change->object, change->property, change->after, NULL);
      self->n += n;
    }
  vlg_draft_end_group (draft);

  return self;
}

void
vlg_replacement_free (VlgReplacement *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->draft);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

guint
vlg_replacement_get_n (const VlgReplacement *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

guint
vlg_replacement_get_n_frozen (const VlgReplacement *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_frozen;
}

void
vlg_replacement_take_back (VlgReplacement *self)
{
  g_return_if_fail (self != NULL);

  vlg_draft_begin_group (self->draft);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = g_ptr_array_index (self->changes, i);
      g_autofree char *now = NULL;

      g_object_get (change->object, change->property, &now, NULL);
      if (g_strcmp0 (now, change->after) == 0)
        g_object_set (change->object, change->property, change->before, NULL);
    }
  vlg_draft_end_group (self->draft);
}
