/* vlg-goal-use.h — which fields and goals motions chose; inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-mark.h"

G_BEGIN_DECLS

/* A mark for each field that any motion chose, in the trash too, with all goals that were named in it. (element-type VlgMark), caller owns. */
GPtrArray *vlg_goal_use_list (VlgDb *db, GError **error);
/* The findings of drafts that chose something are to be counted anew: what they chose may have been retired. */
gboolean   vlg_goal_use_recount (VlgDb *db, GError **error);

G_END_DECLS
