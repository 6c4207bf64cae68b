/* vlg-sqlite-search.h — changes of the full-text index, held back to the end of a transaction
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-sqlite-db.h"

G_BEGIN_DECLS

/* FTS5 writes a segment of its own at every savepoint, and a trigger that may refuse sets one for each statement. So what changes in the index
 * waits in memory, in order, and goes in at the end: one segment for the whole transaction. */

/* Writes what waits. The engine calls it before each commit; FALSE with an error fails the transaction. */
gboolean vlg_search_flush  (VlgDb *db, GError **error);
/* Drops all but the first @n_kept rows that wait: those of a job that was rolled back. */
void     vlg_search_forget (VlgDb *db, guint n_kept);

G_END_DECLS
