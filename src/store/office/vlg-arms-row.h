/* vlg-arms-row.h — the office's coat of arms in the store; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"

G_BEGIN_DECLS

/* Caller owns; NULL without error where there is none. */
GBytes   *vlg_arms_row_load (VlgDb *db, GError **error);
/* NULL removes it. */
gboolean  vlg_arms_row_put  (VlgDb *db, GBytes *picture, GError **error);

G_END_DECLS
