/* vlg-sqlite-open.h — opening, making and migrating a database file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-sqlite-db.h"
#include "vlg-sqlite-lock.h"

G_BEGIN_DECLS

typedef struct {
  VlgLock *lock;    /* NULL in memory */
  VlgDb *writer;
  VlgDb *reader;
  gboolean sole;    /* nobody else had it open */
} VlgOpened;

/* Opens the database at @path (NULL: in memory) as vlg_sqlite_store_open() documents, with the schema of @migrations. The fields are the caller's. */
gboolean vlg_sqlite_open       (const char *path, GPtrArray *migrations, VlgOpened *opened, GError **error);
/* Looks at the file at @path without locks and without leaving anything beside it: VLG_ERROR_FOREIGN, NEWER, DAMAGED. */
gboolean vlg_sqlite_probe      (const char *path, GPtrArray *migrations, GError **error);
/* Closes what is open. The last of all processes checkpoints, under the writer lock. */
void     vlg_sqlite_close      (VlgOpened *opened);
/* `<folder>/backups/<name>-<suffix>.db`, the folder made where needed. Caller owns; NULL with an error. */
char    *vlg_sqlite_backup_path (const char *path, const char *suffix, GError **error);

G_END_DECLS
