/* vlg-files.h — the bytes of annex files, in chunks, stored once by SHA-256
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-annex.h"
#include "vlg-db.h"
#include "vlg-store.h"

G_BEGIN_DECLS

#define VLG_FILES_CHUNK (1024 * 1024)

/* Streams @stream into the store in short transactions of its own (not inside a job; may be called from any thread but the writer's); returns the SHA-256, hex.
 * Bytes no annex ever referred to are collected at an opening (see vlg-upkeep.h). VLG_ERROR_TOO_LARGE over @limit bytes, VLG_ERROR_DISK_FULL. Caller owns. */
char    *vlg_files_add     (VlgStore *store, GInputStream *stream, guint64 limit, guint64 *size, GCancellable *cancellable, GError **error);
/* Asked before each chunk is stored, in the calling thread, with the bytes that were stored so far; FALSE with an error ends it. */
typedef gboolean (*VlgFilesWatch) (guint64 stored, gpointer data, GError **error);
/* vlg_files_add() with somebody who watches. */
char    *vlg_files_add_watched (VlgStore *store, GInputStream *stream, guint64 limit, VlgFilesWatch watch, gpointer data, guint64 *size,
                                GCancellable *cancellable, GError **error);
/* The same inside a write job, for at most VLG_FILES_CHUNK bytes: they are there when the job's transaction commits. @sha256 is their digest, hex. */
gboolean vlg_files_put     (VlgDb *db, GBytes *bytes, const char *sha256, GError **error);
/* Streams a stored file out to @stream. */
gboolean vlg_files_extract (VlgStore *store, const char *sha256, GOutputStream *stream, GCancellable *cancellable, GError **error);

G_END_DECLS
