/* vlg-motion-details-load.h — what a list shows of motions beyond their summaries; inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-motion-details.h"
#include "vlg-sought-words.h"

G_BEGIN_DECLS

/* The details of those of the rows @ids that exist, with the places of @words (NULL for none). (element-type VlgMotionDetails), caller owns; G_IO_ERROR_CANCELLED in the midst of a long text too. */
GPtrArray *vlg_motion_details_load (VlgDb *db, const gint64 *ids, guint n_ids, const VlgSoughtWords *words, GCancellable *cancellable, GError **error);

G_END_DECLS
