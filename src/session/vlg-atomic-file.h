/* vlg-atomic-file.h — a file that is there whole or not at all
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-error.h"

G_BEGIN_DECLS

/* Writes the content to @stream; FALSE with @error set keeps what was at the target before. */
typedef gboolean (*VlgAtomicWriter) (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error);

/* Writes a temporary file beside @file, syncs it and renames it over @file, so that a reader sees the old content or the new one. A symbolic link is followed; something that is
 * no regular file (a pipe, a device) is written through. VLG_ERROR_DISK_FULL, VLG_ERROR_READ_ONLY and others name the file. Blocking. */
gboolean vlg_atomic_file_write       (GFile *file, VlgAtomicWriter writer, gpointer data, GCancellable *cancellable, GError **error);
/* The same for content that is at hand. */
gboolean vlg_atomic_file_write_bytes (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
