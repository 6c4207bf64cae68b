/* bench-rows.h — the rows of a database, written once more by bare SQLite
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BenchRows BenchRows;

/* Reads all rows that make up the motions of the database at @path into memory, motion by motion. Caller owns. */
BenchRows *bench_rows_read  (const char *path);
void       bench_rows_free  (BenchRows *self);
/* Inserts them into the same tables of the empty database at @path, @per_transaction motions a transaction; returns seconds. */
double     bench_rows_write (BenchRows *self, const char *path, guint per_transaction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchRows, bench_rows_free)

G_END_DECLS
