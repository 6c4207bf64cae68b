/* vlg-paginator.c — strips into pages, with head and foot
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-private.h"

#include <string.h>

#include "vlg-paper-builder.h"

#define FIRST_TOP VLG_MM (20)
#define TOP       VLG_MM (25)
#define BOTTOM    (VLG_PAPER_HEIGHT - VLG_MM (25))
#define FOOT      (VLG_PAPER_HEIGHT - VLG_MM (14))
#define MARKS     VLG_MM (11)

typedef struct {
  VlgFlow  *flow;
  VlgPages *pages;
} Paginator;

static void
place (Paginator *self,
       guint      strip,
       double     y,
       gboolean   repeated)
{
  VlgPlacement placement = { .strip = strip, .y = (float) y, .repeated = repeated };

  g_array_append_val (self->pages->placements, placement);
}

/* Fills a page from strip @start; returns the strip the next one begins with. */
static guint
fill_page (Paginator *self,
           guint      start)
{
  GArray *placements = self->pages->placements;
  guint first = placements->len, next = start, legal = start, legal_length = 0;
  double y = self->pages->pages->len == 0 ? FIRST_TOP : TOP;
  VlgPage page = { .first = first };
  const VlgStrip *strip = vlg_flow_get_strip (self->flow, start);

  page.section = strip->section;
  if (strip->header >= 0)
    {
      place (self, (guint) strip->header, y, TRUE);
      y += vlg_flow_get_strip (self->flow, (guint) strip->header)->height;
    }
  for (; next < self->flow->strips->len; next++)
    {
      double top;

      strip = vlg_flow_get_strip (self->flow, next);
      top = y + (next == start ? 0 : strip->before);
      if (next > start && (strip->new_page || top + strip->height > BOTTOM))
        break;
      place (self, next, top, FALSE);
      y = top + strip->height;
      if (!strip->keep)
        {
          legal = next + 1;
          legal_length = placements->len;
        }
    }
  /* Back to where a page may end; when nothing on it may, it ends where it is full. */
  if (next < self->flow->strips->len && !vlg_flow_get_strip (self->flow, next)->new_page && legal > start)
    {
      next = legal;
      g_array_set_size (placements, legal_length);
    }
  page.n = placements->len - first;
  g_array_append_val (self->pages->pages, page);
  return next;
}

static void
put_furniture (Paginator  *self,
               VlgPage    *page,
               VlgFace     face,
               const char *text,
               double      y,
               gboolean    right)
{
  const VlgWord *word;
  VlgPiece piece = { .after = VLG_AFTER_BLANK };
  VlgLine line = { .first_piece = self->flow->pieces->len, .n_pieces = 1, .x = VLG_TEXT_LEFT, .y = (float) y, .node = VLG_NODE_ARTIFACT };

  if (*text == '\0')
    return;
  word = vlg_typesetter_shape (self->flow->typesetter, face, text, strlen (text));
  if (right)
    line.x = (float) (VLG_TEXT_LEFT + VLG_TEXT_WIDTH - word->width);
  line.width = word->width;
  piece.word = word;
  g_array_append_val (self->flow->pieces, piece);
  g_array_append_val (self->flow->lines, line);
  page->n_furniture++;
}

static void
furnish (Paginator          *self,
         guint               index,
         const VlgFurniture *furniture)
{
  VlgPage *page = &g_array_index (self->pages->pages, VlgPage, index);
  const VlgSection *section = &g_array_index (self->flow->sections, VlgSection, page->section);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *total = g_strdup_printf ("%u", self->pages->pages->len);
  g_autofree char *count = vlg_paper_fill_pattern (furniture->page_pattern, "{page}", number, "{pages}", total, NULL);

  page->first_furniture = self->flow->lines->len;
  put_furniture (self, page, VLG_FACE_TABLE_BOLD, furniture->non_public_mark, MARKS, TRUE);
  put_furniture (self, page, VLG_FACE_FOOT, furniture->draft_mark, MARKS + (*furniture->non_public_mark != '\0' ? 13 : 0), TRUE);
  if (!furniture->foot)
    return;
  put_furniture (self, page, VLG_FACE_FOOT, section->foot != NULL ? section->foot : furniture->number, FOOT, FALSE);
  put_furniture (self, page, VLG_FACE_FOOT, count, FOOT, TRUE);
}

VlgPages *
vlg_paginate (VlgFlow            *flow,
              const VlgFurniture *furniture)
{
  VlgPages *pages = g_new0 (VlgPages, 1);
  Paginator self = { .flow = flow, .pages = pages };

  pages->placements = g_array_new (FALSE, FALSE, sizeof (VlgPlacement));
  pages->pages = g_array_new (FALSE, FALSE, sizeof (VlgPage));
  for (guint next = 0; next < flow->strips->len;)
    next = fill_page (&self, next);
  for (guint i = 0; i < pages->pages->len; i++)
    furnish (&self, i, furniture);
  return pages;
}

void
vlg_pages_free (VlgPages *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->placements);
  g_array_unref (self->pages);
  g_free (self);
}
