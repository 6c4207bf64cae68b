/* vlg-sqlite-lock.h — the lock between processes: one writer at a time, in turn
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-error.h"

G_BEGIN_DECLS

/* How long a writer waits for others before it gives up. */
#define VLG_LOCK_PATIENCE_MS 15000

/**
 * VlgLock:
 *
 * Open file description locks on `<database>.writer`: they belong to this object, not to the process, so that closing other descriptors does not drop
 * them and two stores of one process exclude each other too. The file is empty and stays.
 */
typedef struct _VlgLock VlgLock;

/* Makes and opens the lock file. Caller owns. */
VlgLock *vlg_lock_new       (const char *database, GError **error);
/* Releases everything. NULL is fine. */
void     vlg_lock_free      (VlgLock *self);
/* Becomes the one writer, waiting up to @patience_ms; VLG_ERROR_BUSY. Waiting writers take turns. */
gboolean vlg_lock_acquire   (VlgLock *self, guint patience_ms, GError **error);
void     vlg_lock_release   (VlgLock *self);
/* Joins those who have the database open; @sole is set when nobody else had. VLG_ERROR_BUSY while somebody replaces the database. */
gboolean vlg_lock_join      (VlgLock *self, gboolean *sole, GError **error);
/* Is alone with the database until freed (restore); VLG_ERROR_BUSY when others have it open. */
gboolean vlg_lock_join_sole (VlgLock *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgLock, vlg_lock_free)

G_END_DECLS
