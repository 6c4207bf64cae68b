/* vlg-db.h — statements inside a job, whatever the engine
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-store.h"

G_BEGIN_DECLS

/* A prepared statement; kept by the connection and handed out by its text, so that preparing the same SQL again costs a look-up. */
typedef struct _VlgStatement VlgStatement;

/* @sql must be a literal of the shared dialect, or be put together from literals: values are always bound. NULL with an error for bad SQL. Owned by @db; ready to bind and step from its start. */
VlgStatement *vlg_db_prepare            (VlgDb *db, const char *sql, GError **error);
/* Parameters count from 1. A NULL text binds SQL NULL. Texts and blobs are copied. */
void          vlg_statement_bind_int    (VlgStatement *self, int index, gint64 value);
void          vlg_statement_bind_text   (VlgStatement *self, int index, const char *text);
void          vlg_statement_bind_blob   (VlgStatement *self, int index, gconstpointer bytes, gsize length);
void          vlg_statement_bind_null   (VlgStatement *self, int index);
/* TRUE while there is a row; FALSE at the end or with @error set. */
gboolean      vlg_statement_step        (VlgStatement *self, GError **error);
/* Steps to the end, dropping rows; FALSE with @error set. */
gboolean      vlg_statement_execute     (VlgStatement *self, GError **error);
/* Columns count from 0. */
gint64        vlg_statement_get_int     (VlgStatement *self, int column);
/* NULL for SQL NULL; borrowed until the next step. */
const char   *vlg_statement_get_text    (VlgStatement *self, int column);
GBytes       *vlg_statement_get_blob    (VlgStatement *self, int column);
gboolean      vlg_statement_is_null     (VlgStatement *self, int column);
/* Ends a read early so that the statement holds no lock. */
void          vlg_statement_reset       (VlgStatement *self);
/* Key of the last inserted row. */
gint64        vlg_db_last_id            (VlgDb *db);
/* Rows changed by the last statement. */
gint64        vlg_db_changes            (VlgDb *db);
/* Says that what this job writes is nothing anybody shows, such as a piece of a file: where a transaction held no other jobs, `changed` is not emitted. */
void          vlg_db_set_unseen         (VlgDb *db);
/* An object the connection keeps for later jobs under @key, borrowed; NULL for none. What is kept must not depend on what a transaction may roll back. */
gpointer      vlg_db_get_kept           (VlgDb *db, const char *key);
/* Keeps @object, taking it over, in place of what was kept under @key. */
void          vlg_db_keep               (VlgDb *db, const char *key, gpointer object);

G_END_DECLS
