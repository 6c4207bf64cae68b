/* vlg-line-cache.c — the broken lines of the paragraphs of a paper that is laid out again and again
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-line-cache.h"

#include <string.h>

struct _VlgLineCache {
  GHashTable *used;   /* Lines, of the paper that is laid out */
  GHashTable *before; /* Lines, of the paper before that were not used again yet */
};

/* A set keyed by the paragraph, which is the first member. */
typedef struct {
  VlgParagraph paragraph;  /* text and spans owned */
  VlgPiece    *pieces;     /* owned */
  VlgLine     *lines;      /* owned; their pieces count from 0, x and node are the caller's */
  guint        n_pieces, n_lines;
} Lines;

static void
lines_free (gpointer data)
{
  Lines *lines = data;

  g_free ((char *) lines->paragraph.text);
  g_free ((VlgFaceSpan *) lines->paragraph.spans);
  g_free (lines->pieces);
  g_free (lines->lines);
  g_free (lines);
}

static guint
paragraph_hash (gconstpointer key)
{
  const VlgParagraph *paragraph = key;

  return g_str_hash (paragraph->text) ^ (guint) paragraph->width ^ paragraph->face << 24;
}

static gboolean
paragraph_equal (gconstpointer a,
                 gconstpointer b)
{
  const VlgParagraph *one = a, *other = b;

  if (one->face != other->face || one->width < other->width || one->width > other->width || one->zone < other->zone || one->zone > other->zone ||
      one->verbatim != other->verbatim || one->n_spans != other->n_spans || !g_str_equal (one->text, other->text))
    return FALSE;
  for (guint i = 0; i < one->n_spans; i++)
    if (one->spans[i].start != other->spans[i].start || one->spans[i].length != other->spans[i].length || one->spans[i].face != other->spans[i].face)
      return FALSE;
  return TRUE;
}

static GHashTable *
lines_table (void)
{
  return g_hash_table_new_full (paragraph_hash, paragraph_equal, lines_free, NULL);
}

VlgLineCache *
vlg_line_cache_new (void)
{
  VlgLineCache *self = g_new0 (VlgLineCache, 1);

  self->used = lines_table ();
  self->before = lines_table ();
  return self;
}

void
vlg_line_cache_free (VlgLineCache *self)
{
  g_hash_table_unref (self->used);
  g_hash_table_unref (self->before);
  g_free (self);
}

void
vlg_line_cache_turn (VlgLineCache *self)
{
  g_hash_table_unref (self->before);
  self->before = self->used;
  self->used = lines_table ();
}

static const Lines *
find (VlgLineCache       *self,
      const VlgParagraph *paragraph)
{
  const Lines *lines = g_hash_table_lookup (self->used, paragraph);
  gpointer key;

  if (lines == NULL && g_hash_table_steal_extended (self->before, paragraph, &key, NULL))
    {
      g_hash_table_add (self->used, key);
      lines = key;
    }
  return lines;
}

gboolean
vlg_line_cache_recall (VlgLineCache       *self,
                       VlgFlow            *flow,
                       const VlgParagraph *paragraph,
                       double              x,
                       guint32             node,
                       guint              *n_lines)
{
  const Lines *lines = find (self, paragraph);
  guint first_piece = flow->pieces->len, first_line = flow->lines->len;

  if (lines == NULL)
    return FALSE;
  g_array_append_vals (flow->pieces, lines->pieces, lines->n_pieces);
  g_array_append_vals (flow->lines, lines->lines, lines->n_lines);
  for (guint i = first_line; i < flow->lines->len; i++)
    {
      VlgLine *line = &g_array_index (flow->lines, VlgLine, i);

      line->first_piece += first_piece;
      line->x = (float) x;
      line->node = node;
    }
  *n_lines = lines->n_lines;
  return TRUE;
}

void
vlg_line_cache_keep (VlgLineCache       *self,
                     const VlgFlow      *flow,
                     const VlgParagraph *paragraph,
                     guint               first_piece,
                     guint               first_line)
{
  Lines *lines = g_new0 (Lines, 1);

  lines->paragraph = *paragraph;
  lines->paragraph.text = g_strdup (paragraph->text);
  lines->paragraph.spans = g_memdup2 (paragraph->spans, paragraph->n_spans * sizeof (VlgFaceSpan));
  lines->n_pieces = flow->pieces->len - first_piece;
  lines->n_lines = flow->lines->len - first_line;
  lines->pieces = g_memdup2 (&g_array_index (flow->pieces, VlgPiece, first_piece), lines->n_pieces * sizeof (VlgPiece));
  lines->lines = g_memdup2 (&g_array_index (flow->lines, VlgLine, first_line), lines->n_lines * sizeof (VlgLine));
  for (guint i = 0; i < lines->n_lines; i++)
    lines->lines[i].first_piece -= first_piece;
  g_hash_table_add (self->used, lines);
}
