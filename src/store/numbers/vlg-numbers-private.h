/* vlg-numbers-private.h — the ledger as the motions use it; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-numbers.h"

G_BEGIN_DECLS

/* Gives @number to the motion @motion_uid: a free one, or one that is reserved and nobody's. Issued at once when @issue. VLG_ERROR_EXISTS. */
gboolean vlg_numbers_claim (VlgDb *db, VlgMotionNumber *number, const char *motion_uid, gboolean issue, GError **error);
/* The state of @number in @state; FALSE without error set where the ledger has it not. */
gboolean vlg_numbers_find  (VlgDb *db, VlgMotionNumber *number, VlgLedgerState *state, char **motion_uid, GError **error);

G_END_DECLS
