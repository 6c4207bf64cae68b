/* vlg-sqlite-store.h — the store in one SQLite file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-store.h"

G_BEGIN_DECLS

#define VLG_TYPE_SQLITE_STORE (vlg_sqlite_store_get_type ())
G_DECLARE_FINAL_TYPE (VlgSqliteStore, vlg_sqlite_store, VLG, SQLITE_STORE, VlgStore)

/* Opens the database at @path, making it (and its folder, mode 0700; the file 0600) where it does not exist, migrating an older one after a backup. @path NULL: a private
 * database in memory, for tests. Refuses, leaving the file as it was: VLG_ERROR_FOREIGN, DAMAGED, NEWER, READ_ONLY, NETWORK, DISK_FULL, BUSY; the message names the path. Caller owns. */
VlgStore *vlg_sqlite_store_open    (const char *path, GError **error);
/* `$XDG_DATA_HOME/vorlage/vorlage.db`. Caller owns. */
char     *vlg_sqlite_store_default_path (void);
/* Makes the daily backup beside the database (`backups/`, the newest 14 kept) unless today's exists; called when idle after opening. TRUE also when there was nothing to do. */
gboolean  vlg_sqlite_store_backup_daily (VlgSqliteStore *self, GCancellable *cancellable, GError **error);
/* Replaces the content of the database at @path by the backup @backup, carrying ledger and journal forward so that no number is issued twice; writes a "restored" journal
 * entry. The database must not be open in this process. */
gboolean  vlg_sqlite_store_restore (const char *path, const char *backup, GCancellable *cancellable, GError **error);

G_END_DECLS
