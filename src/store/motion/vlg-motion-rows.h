/* vlg-motion-rows.h — the rows of one motion, table by table; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-motion.h"

G_BEGIN_DECLS

/* Lists of a motion that are tables of their own. */
typedef enum {
  VLG_ROWS_CONSULTATIONS = 1 << 0,
  VLG_ROWS_ANNEXES       = 1 << 1,
  VLG_ROWS_MARKS         = 1 << 2,
  VLG_ROWS_SIGNATORIES   = 1 << 3,
  VLG_ROWS_RELATIONS     = 1 << 4,
  VLG_ROWS_ALL           = (1 << 5) - 1,
} VlgRows;

/* Writes the rows of @motion, stored under @motion_id, in the order of its lists. Where they are not @fresh, a row keeps its key and uid as long as it is in the list.
 * VLG_ERROR_NOT_FOUND for an annex file whose bytes are not in the store, VLG_ERROR_EXISTS for a uid of another motion's row. */
gboolean vlg_motion_rows_write (VlgDb *db, gint64 motion_id, VlgMotion *motion, VlgRows rows, gboolean fresh, GError **error);
/* Appends the stored rows to the empty lists of @motion. */
gboolean vlg_motion_rows_read  (VlgDb *db, gint64 motion_id, VlgMotion *motion, GError **error);

G_END_DECLS
