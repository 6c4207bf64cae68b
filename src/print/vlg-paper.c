/* vlg-paper.c — a motion laid out as the form, ready to draw
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper.h"

#include <cairo-pdf.h>

#include "vlg-line-cache.h"
#include "vlg-paper-builder.h"
#include "vlg-paper-private.h"

struct _VlgPaper
{
  GObject parent_instance;

  /* owned */
  VlgFlow  *flow;
  VlgPages *pages;
  char     *title;
  char     *language;
};

G_DEFINE_FINAL_TYPE (VlgPaper, vlg_paper, G_TYPE_OBJECT)

static void
vlg_paper_finalize (GObject *object)
{
  VlgPaper *self = VLG_PAPER (object);

  g_clear_pointer (&self->pages, vlg_pages_free);
  g_clear_pointer (&self->flow, vlg_flow_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (vlg_paper_parent_class)->finalize (object);
}

static void
vlg_paper_class_init (VlgPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vlg_paper_finalize;
}

static void
vlg_paper_init (VlgPaper *self)
{
}

/* "BV/422/2017/I-OB Integrationskonzept …": what a reader of PDFs shows as the window's title. */
static char *
create_title (VlgMotion  *motion,
              VlgProfile *profile)
{
  const char *number = vlg_motion_get_number_text (motion), *title = vlg_motion_get_text (motion, VLG_FIELD_TITLE);
  const VlgMotionKind *kind = vlg_profile_find_kind (profile, vlg_motion_get_kind (motion));
  g_autofree char *both = g_strconcat (number, " ", title, NULL);

  g_strstrip (both);
  if (*both == '\0')
    return g_strdup (kind != NULL ? kind->name : vlg_profile_get_municipality (profile));
  return g_steal_pointer (&both);
}

VlgPaper *
vlg_paper_new (VlgMotion     *motion,
               VlgProfile    *profile,
               VlgPaperFlags  flags,
               VlgDay         as_of)
{
  VlgStage stage;
  g_autofree char *day = NULL;
  g_autofree char *draft = NULL;
  VlgPaperBuilder builder = { .motion = motion, .profile = profile, .flags = flags };
  VlgFurniture furniture;
  VlgPaper *self;

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);

  self = g_object_new (VLG_TYPE_PAPER, NULL);
  self->language = g_strdup (vlg_profile_get_language (profile));
  self->title = create_title (motion, profile);
  self->flow = builder.flow = vlg_flow_new (vlg_typesetter_get (self->language));
  if (flags & VLG_PAPER_AGAIN)
    {
      self->flow->cache = vlg_typesetter_get_line_cache (self->flow->typesetter);
      vlg_line_cache_turn (self->flow->cache);
    }
  vlg_paper_builder_build (&builder);

  stage = vlg_motion_get_stage (motion);
  if (as_of != VLG_DAY_NONE && (stage == VLG_STAGE_DRAFT || stage == VLG_STAGE_RETURNED))
    {
      day = vlg_day_to_german (as_of);
      draft = vlg_paper_fill_pattern (vlg_profile_get_heading (profile, VLG_HEADING_DRAFT_MARK), "%s", day, "{date}", day, NULL);
    }
  furniture.number = vlg_motion_get_number_text (motion);
  furniture.non_public_mark = vlg_motion_get_visibility (motion) == VLG_VISIBILITY_NON_PUBLIC ? vlg_profile_get_heading (profile, VLG_HEADING_NON_PUBLIC_MARK) : "";
  furniture.draft_mark = draft != NULL ? draft : "";
  furniture.page_pattern = vlg_profile_get_heading (profile, VLG_HEADING_PAGE);
  furniture.foot = vlg_profile_get_paper_foot (profile);
  self->pages = vlg_paginate (self->flow, &furniture);
  self->flow->typesetter = NULL;
  self->flow->cache = NULL;
  return self;
}

guint
vlg_paper_get_n_pages (VlgPaper *self)
{
  g_return_val_if_fail (VLG_IS_PAPER (self), 0);

  return self->pages->pages->len;
}

void
vlg_paper_draw_page (VlgPaper *self,
                     cairo_t  *cr,
                     guint     page)
{
  g_autoptr (GArray) marked = NULL;

  g_return_if_fail (VLG_IS_PAPER (self));
  g_return_if_fail (page < self->pages->pages->len);

  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF)
    marked = g_array_new (FALSE, FALSE, sizeof (guint32));
  vlg_page_draw (self->flow, self->pages, page, cr, marked);
}

gboolean
vlg_paper_page_is_same (VlgPaper *a,
                        VlgPaper *b,
                        guint     page)
{
  g_return_val_if_fail (VLG_IS_PAPER (a), FALSE);
  g_return_val_if_fail (VLG_IS_PAPER (b), FALSE);

  return vlg_page_is_same (a->flow, a->pages, b->flow, b->pages, page);
}

/* Words of one line; a word divided by a hyphen that was added is joined to what follows. */
static void
append_line (const VlgFlow *flow,
             const VlgLine *line,
             GString       *text)
{
  for (guint i = 0; i < line->n_pieces; i++)
    {
      const VlgPiece *piece = &g_array_index (flow->pieces, VlgPiece, line->first_piece + i);

      g_string_append_len (text, piece->word->text, piece->word->length);
      if (piece->after == VLG_AFTER_HYPHEN)
        break;
      if (piece->after == VLG_AFTER_BLANK)
        g_string_append_c (text, ' ');
    }
}

char *
vlg_paper_get_page_text (VlgPaper *self,
                         guint     page)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const VlgPage *at;
  guint32 node = VLG_NODE_ARTIFACT;

  g_return_val_if_fail (VLG_IS_PAPER (self), NULL);
  g_return_val_if_fail (page < self->pages->pages->len, NULL);

  at = &g_array_index (self->pages->pages, VlgPage, page);
  for (guint i = 0; i < at->n; i++)
    {
      const VlgPlacement *placement = &g_array_index (self->pages->placements, VlgPlacement, at->first + i);
      const VlgStrip *strip = vlg_flow_get_strip (self->flow, placement->strip);

      for (guint k = 0; k < strip->n_lines; k++)
        {
          const VlgLine *line = &g_array_index (self->flow->lines, VlgLine, strip->first_line + k);

          if (line->node != node && text->len > 0)
            g_string_append_c (text, '\n');
          node = line->node;
          append_line (self->flow, line, text);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

VlgFlow *
vlg_paper_get_flow (VlgPaper *self)
{
  return self->flow;
}

VlgPages *
vlg_paper_get_pages (VlgPaper *self)
{
  return self->pages;
}

const char *
vlg_paper_get_title (VlgPaper *self)
{
  return self->title;
}

const char *
vlg_paper_get_language (VlgPaper *self)
{
  return self->language;
}
