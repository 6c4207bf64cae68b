/* vlg-paper-layout.h — lays a motion out as paper, off the main loop
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-paper.h"

G_BEGIN_DECLS

/* Lays a copy of @motion out in a worker thread, as the whole paper of today. */
void      vlg_paper_layout_async  (VlgMotion *motion, VlgProfile *profile, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Caller owns; NULL with G_IO_ERROR_CANCELLED. */
VlgPaper *vlg_paper_layout_finish (GAsyncResult *result, GError **error);

G_END_DECLS
