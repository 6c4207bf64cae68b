/* vlg-sqlite-migrate.h — numbered SQL that brings a database to this program's schema
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-sqlite-db.h"

G_BEGIN_DECLS

typedef struct {
  guint   number;  /* from 1 without gaps: the user_version it leads to */
  char   *name;    /* "0001-first.sql" */
  GBytes *sql;
  char   *sha256;
} VlgMigration;

/* The migrations of this program in order. (element-type VlgMigration), caller owns. */
GPtrArray    *vlg_migrations_load  (void);
/* Takes a reference on @sql. Caller owns. */
VlgMigration *vlg_migration_new    (guint number, const char *name, GBytes *sql);
/* Refuses a database whose migrations are not these: VLG_ERROR_FOREIGN, or VLG_ERROR_NEWER when it has more. @pending gets how many are to be run. Changes nothing. */
gboolean      vlg_migrations_check (VlgDb *db, GPtrArray *migrations, guint *pending, GError **error);
/* Runs what is pending, each in one transaction with foreign keys checked before its commit; what failed is rolled back. The caller holds the writer lock. */
gboolean      vlg_migrations_run   (VlgDb *db, GPtrArray *migrations, GError **error);

G_END_DECLS
