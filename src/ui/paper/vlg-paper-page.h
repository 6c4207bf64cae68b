/* vlg-paper-page.h — one page of a paper on the screen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-paper.h"

G_BEGIN_DECLS

#define VLG_TYPE_PAPER_PAGE (vlg_paper_page_get_type ())
G_DECLARE_FINAL_TYPE (VlgPaperPage, vlg_paper_page, VLG, PAPER_PAGE, GtkWidget)

/* Fills its allocation with the page; drawn when first seen, kept as a picture until paper, page or size change. */
VlgPaperPage *vlg_paper_page_new      (void);
/* Shows page @index (from 0) of @paper, or nothing when that is NULL; screen readers are told its text. */
void          vlg_paper_page_set_page (VlgPaperPage *self, VlgPaper *paper, guint index);
guint         vlg_paper_page_get_index (VlgPaperPage *self);
VlgPaper     *vlg_paper_page_get_paper (VlgPaperPage *self);

G_END_DECLS
