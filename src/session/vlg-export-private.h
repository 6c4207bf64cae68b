/* vlg-export-private.h — the paper with the pages of its annexes
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"
#include "vlg-paper.h"

G_BEGIN_DECLS

/* Writes the paper of @motion with its PDF annexes to @file, atomically; what it needs on the way lies in a private folder of the cache. Blocking, any thread but the store's. */
gboolean vlg_export_with_annexes (VlgStore *store, VlgMotion *motion, VlgProfile *profile, VlgPaperFlags flags, GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
