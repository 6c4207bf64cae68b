/* vlg-numbers.h — the ledger of numbers in the store; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-ledger.h"

G_BEGIN_DECLS

/* The number for a new motion of @origin (NULL: none): the first of those that were reserved for it and that nobody bears, else as vlg_numbers_draw(). Caller owns. */
VlgMotionNumber *vlg_numbers_draw_reserved (VlgDb *db, VlgProfile *profile, const char *kind, guint year, const char *origin, GError **error);
/* Draws the next free number of the series and reserves it. Caller owns. */
VlgMotionNumber *vlg_numbers_draw  (VlgDb *db, VlgProfile *profile, const char *kind, guint year, const char *origin, GError **error);
/* Takes a given number; VLG_ERROR_EXISTS when the ledger has it in any state. */
gboolean         vlg_numbers_take  (VlgDb *db, VlgMotionNumber *number, VlgLedgerState state, GError **error);
gboolean         vlg_numbers_issue (VlgDb *db, VlgMotionNumber *number, GError **error);
/* Voids with a reason, which must not be empty. */
gboolean         vlg_numbers_void  (VlgDb *db, VlgMotionNumber *number, const char *reason, GError **error);

/* Remembers for which origin the motion was begun, until its number is drawn. */
gboolean         vlg_numbers_put_origin (VlgDb *db, gint64 motion_id, const char *origin, GError **error);
/* That origin; NULL for none, or with @error. Caller owns. */
char            *vlg_numbers_get_origin (VlgDb *db, const char *motion_uid, GError **error);

G_END_DECLS
