/* vlg-paper-view.h — the pages of a paper, scrolled and zoomed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-paper.h"

G_BEGIN_DECLS

#define VLG_TYPE_PAPER_VIEW (vlg_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (VlgPaperView, vlg_paper_view, VLG, PAPER_VIEW, GtkWidget)

/**
 * VlgPaperView:
 *
 * A GtkScrollable that has widgets for the visible pages only, so that a paper of hundreds of pages costs what a window of it costs.
 * Properties: paper (VlgPaper or NULL), zoom (double: 1.0 is paper size at 96 dpi, 0 fits the width), page and n-pages (uint, read only; page counts from 1 and is the
 * one in the middle, 0 without a paper).
 */
VlgPaper *vlg_paper_view_get_paper   (VlgPaperView *self);
void      vlg_paper_view_set_paper   (VlgPaperView *self, VlgPaper *paper);
double    vlg_paper_view_get_zoom    (VlgPaperView *self);
void      vlg_paper_view_set_zoom    (VlgPaperView *self, double zoom);
/* Zooms by @steps of a fifth from what is seen now; negative steps zoom out. */
void      vlg_paper_view_zoom_by     (VlgPaperView *self, double steps);
guint     vlg_paper_view_get_page    (VlgPaperView *self);
guint     vlg_paper_view_get_n_pages (VlgPaperView *self);

G_END_DECLS
