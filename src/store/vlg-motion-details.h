/* vlg-motion-details.h — what a row says beyond its summary, read only where it is shown; inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day.h"
#include "vlg-db.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id;
  char *kind;
  char *submitter;
  char *responsible;
  char *excerpt;      /* markup: a line of the texts around the words looked for; NULL where none of them stands there */
  gint64 changed_at;  /* instant */
  VlgDay received_on;
  VlgDay decided_on;
} VlgMotionDetails;

void       vlg_motion_details_free (VlgMotionDetails *self);
/* The details of the rows @ids that exist, with excerpts where @words (NULL for none) is a search as typed. (element-type VlgMotionDetails), caller owns. */
GPtrArray *vlg_motion_details_load (VlgDb *db, const gint64 *ids, guint n_ids, const char *words, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgMotionDetails, vlg_motion_details_free)

G_END_DECLS
