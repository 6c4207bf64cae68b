/* vlg-upkeep.h — what the store does by itself when it has nothing else to do
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day.h"
#include "vlg-db.h"

G_BEGIN_DECLS

/* Bytes that are not referred to and were not touched since @opened_at, one file a call; @more is set while there may be another. */
gboolean vlg_upkeep_collect_file   (VlgDb *db, gint64 opened_at, gboolean *more, GError **error);
/* Recomputes the state of released motions whose day has come; returns how many changed, -1 on error. */
int      vlg_upkeep_refresh_states (VlgDb *db, VlgDay today, GError **error);

/* Forgets the undo patches of one motion that nobody will want any more at @now: those older than 180 days, and those older than 7 days beyond its last 300 revisions; always whole
 * revisions and all before them, as merging counts on what is left being without a gap. @more is set while there may be another motion. */
gboolean vlg_upkeep_prune_edits    (VlgDb *db, gint64 now, gboolean *more, GError **error);

G_END_DECLS
