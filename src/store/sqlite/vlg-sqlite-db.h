/* vlg-sqlite-db.h — one connection to SQLite with its prepared statements
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "vlg-db.h"

G_BEGIN_DECLS

/* "Vlg1", the application_id of every database of this program. */
#define VLG_APPLICATION_ID 0x566c6731

typedef enum {
  VLG_DB_READ_WRITE,
  VLG_DB_QUERY_ONLY,   /* an own connection that may be interrupted */
  VLG_DB_IMMUTABLE,    /* looks without locks and without making -wal and -shm files */
} VlgDbMode;

/* Opens @path (or a "file:" URI, already escaped) in @mode and sets what every connection of this program has. NULL with an error naming @path. Caller owns. */
VlgDb      *vlg_db_open             (const char *path, VlgDbMode mode, GError **error);
/* Finalizes all statements and closes. NULL is fine. */
void        vlg_db_close            (VlgDb *self);
sqlite3    *vlg_db_get_handle       (VlgDb *self);
/* The file's path as it stands in messages; borrowed. */
const char *vlg_db_get_path         (VlgDb *self);
/* Runs one or several statements without parameters. */
gboolean    vlg_db_exec             (VlgDb *self, const char *sql, GError **error);
/* The integer a one-row statement yields. */
gboolean    vlg_db_query_int        (VlgDb *self, const char *sql, gint64 *value, GError **error);
/* Until another one says the same, only the calling thread prepares statements; asserted. */
void        vlg_db_claim            (VlgDb *self);
/* The cancellable that interrupts what a query-only connection runs; NULL between jobs. Borrowed. */
void        vlg_db_set_cancellable  (VlgDb *self, GCancellable *cancellable);
/* Whether a job said so since the last time this was asked. */
gboolean    vlg_db_take_unseen      (VlgDb *self);
/* What is written at the end of the transaction (vlg-sqlite-search.h); an array with a free function, borrowed. */
GPtrArray  *vlg_db_get_deferred     (VlgDb *self);
/* Resets statements a job left in the middle, so that they hold no lock. */
void        vlg_db_reset_statements (VlgDb *self);
/* Turns the last result of the connection into an error of VLG_ERROR (G_IO_ERROR_CANCELLED for an interrupt) that says in a person's words what is wrong with which file. */
void        vlg_db_set_error        (VlgDb *self, int result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgDb, vlg_db_close)

G_END_DECLS
