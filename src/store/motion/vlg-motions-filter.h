/* vlg-motions-filter.h — the conditions of a filter as SQL; inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motions.h"

G_BEGIN_DECLS

typedef struct _VlgConditions VlgConditions;

/* What the filter of @query asks of a row of motion. Reads how rare each term is, and which day the next meeting has. NULL on error. Caller owns. */
VlgConditions *vlg_conditions_new       (VlgDb *db, const VlgMotionQuery *query, GError **error);
void           vlg_conditions_free      (VlgConditions *self);
/* Whether few rows can pass, so that they are best found first and looked at then. */
gboolean       vlg_conditions_is_narrow (VlgConditions *self);
/* The ids that pass, in the order of the query, at most @limit (0: all); appends to @ids. */
gboolean       vlg_conditions_select    (VlgConditions *self, guint limit, GArray *ids, GCancellable *cancellable, GError **error);
/* Whether the row @id passes; sets @passes. */
gboolean       vlg_conditions_test      (VlgConditions *self, gint64 id, gboolean *passes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgConditions, vlg_conditions_free)

G_END_DECLS
