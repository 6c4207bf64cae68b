/* vlg-paper-layout.h — lays a motion out as paper, off the main loop
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-paper.h"

G_BEGIN_DECLS

/* Lays papers out one after the other in a thread of its own, which remembers words and lines: after a small change of a long motion only the paragraph
 * that changed is broken anew. */
typedef struct _VlgPaperLayouter VlgPaperLayouter;

/* Caller owns. */
VlgPaperLayouter *vlg_paper_layouter_new       (void);
/* What it was asked for before is still delivered. */
void              vlg_paper_layouter_free      (VlgPaperLayouter *self);
/* Like vlg_paper_layout_async(). */
void              vlg_paper_layouter_run_async (VlgPaperLayouter *self, VlgMotion *motion, VlgProfile *profile, GCancellable *cancellable,
                                                GAsyncReadyCallback callback, gpointer user_data);

/* Lays a copy of @motion out in a worker thread, as the whole paper of today. */
void      vlg_paper_layout_async  (VlgMotion *motion, VlgProfile *profile, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Caller owns; NULL with G_IO_ERROR_CANCELLED. */
VlgPaper *vlg_paper_layout_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgPaperLayouter, vlg_paper_layouter_free)

G_END_DECLS
