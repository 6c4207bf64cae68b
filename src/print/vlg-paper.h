/* vlg-paper.h — a motion laid out as the form, ready to draw
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "vlg-error.h"
#include "vlg-motion.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* A4 in points. */
#define VLG_PAPER_WIDTH  595.276
#define VLG_PAPER_HEIGHT 841.890

typedef enum {
  VLG_PAPER_DEFAULT = 0,
  /* Non-public annexes, bodies' non-public titles and the rationales of the Leitbild are left out. */
  VLG_PAPER_PUBLIC  = 1 << 0,
  /* This thread will lay the motion out again after small changes: the lines of its paragraphs are kept until then. */
  VLG_PAPER_AGAIN   = 1 << 1,
} VlgPaperFlags;

#define VLG_TYPE_PAPER (vlg_paper_get_type ())
G_DECLARE_FINAL_TYPE (VlgPaper, vlg_paper, VLG, PAPER, GObject)

/* Lays @motion out; pages are immutable afterwards. @as_of: the day printed on drafts ("Entwurf, Stand TT.MM.JJJJ"), VLG_DAY_NONE for none. May be called from any thread, and the
 * paper handed over. Caller owns. */
VlgPaper *vlg_paper_new         (VlgMotion *motion, VlgProfile *profile, VlgPaperFlags flags, VlgDay as_of);
guint     vlg_paper_get_n_pages (VlgPaper *self);
/* Draws page @page (from 0) in points, the origin at its top left; the same code for preview, printer and PDF. Structure tags are written only on a PDF surface. */
void      vlg_paper_draw_page   (VlgPaper *self, cairo_t *cr, guint page);
/* Whether page @page looks the same on both papers, without drawing it; FALSE when in doubt, as for papers that were not laid out by the same thread. */
gboolean  vlg_paper_page_is_same (VlgPaper *a, VlgPaper *b, guint page);
/* The plain text of a page in reading order, for screen readers. Caller owns. */
char     *vlg_paper_get_page_text (VlgPaper *self, guint page);

/* Writes the accessible PDF: tagged, title, author, language, tab order; dates and /ID derive from the motion. VLG_ERROR_NOT_PUBLIC when @flags ask for a public paper of
 * a non-public motion; VLG_PAPER_PUBLIC leaves no metadata but title and language. Caller owns the bytes. */
GBytes   *vlg_paper_to_pdf      (VlgMotion *motion, VlgProfile *profile, VlgPaperFlags flags, VlgDay as_of, GError **error);

G_END_DECLS
