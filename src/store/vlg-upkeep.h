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

G_END_DECLS
