/* vlg-paper-private.h — pages, shared by the paper, its paginator and the PDF
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-flow.h"
#include "vlg-paper.h"

G_BEGIN_DECLS

typedef struct {
  guint    strip;
  float    y;
  gboolean repeated;  /* a table's header again */
} VlgPlacement;

typedef struct {
  guint first, n;                         /* in VlgPages.placements */
  guint section;
  guint first_furniture, n_furniture;     /* lines of the flow, y from the page's top */
} VlgPage;

typedef struct {
  GArray *placements;  /* VlgPlacement */
  GArray *pages;       /* VlgPage */
} VlgPages;

/* What heads and feet say; strings may be "", never NULL. */
typedef struct {
  const char *number;
  const char *non_public_mark;
  const char *draft_mark;
  const char *page_pattern;  /* "Seite {page} von {pages}" */
  gboolean foot;                          /* whether pages have number and page count at their foot */
} VlgFurniture;

/* Cuts the flow into pages, then sets head and foot. Caller owns. */
VlgPages *vlg_paginate            (VlgFlow *flow, const VlgFurniture *furniture);
void      vlg_pages_free          (VlgPages *self);

/* Draws a page; marks its structure with cairo's tags when @marked is given, and notes there the node of each mark in turn. */
void      vlg_page_draw           (const VlgFlow *flow, const VlgPages *pages, guint page, cairo_t *cr, GArray *marked);

/* Whether drawing @page gives the same on both; words are compared by their place in memory. */
gboolean  vlg_page_is_same        (const VlgFlow *flow_a, const VlgPages *pages_a, const VlgFlow *flow_b, const VlgPages *pages_b, guint page);

/* Whether the paper has a section for the rationales of its fields of action, between the form and the annexes. */
gboolean  vlg_paper_prints_rationales (VlgMotion *motion, VlgProfile *profile, VlgPaperFlags flags);
/* Whether the paper has a section for @annex, in the order of the annexes. */
gboolean  vlg_paper_prints_annex  (VlgAnnex *annex, VlgPaperFlags flags);
/* vlg_paper_to_pdf() that also tells the number of pages up to the end of each section (guint; the form, the rationales if printed, the annexes) in @ends, unless NULL. */
GBytes   *vlg_paper_make_pdf      (VlgMotion *motion, VlgProfile *profile, VlgPaperFlags flags, VlgDay as_of, GArray *ends, GError **error);

/* For the PDF; borrowed. */
VlgFlow  *vlg_paper_get_flow      (VlgPaper *self);
VlgPages *vlg_paper_get_pages     (VlgPaper *self);
const char *vlg_paper_get_title   (VlgPaper *self);
const char *vlg_paper_get_language (VlgPaper *self);

G_END_DECLS
