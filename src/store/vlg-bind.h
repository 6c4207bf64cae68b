/* vlg-bind.h — the program's types as parameters and columns
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "vlg-day.h"
#include "vlg-db.h"

G_BEGIN_DECLS

/* `YYYY-MM-DD`, NULL for no day. */
void     vlg_bind_day   (VlgStatement *statement, int index, VlgDay day);
/* The nick of @value in the enumeration @type. */
void     vlg_bind_nick  (VlgStatement *statement, int index, GType type, int value);
/* A count, NULL when it is below 0. */
void     vlg_bind_count (VlgStatement *statement, int index, int count);
VlgDay   vlg_column_day   (VlgStatement *statement, int column);
/* @fallback for a nick that this program does not know. */
int      vlg_column_nick  (VlgStatement *statement, int column, GType type, int fallback);
/* -1 for NULL. */
int      vlg_column_count (VlgStatement *statement, int column);
/* Prepares @sql and binds the integer @id as its first parameter. */
VlgStatement *vlg_db_prepare_for (VlgDb *db, const char *sql, gint64 id, GError **error);

G_END_DECLS
