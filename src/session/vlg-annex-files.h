/* vlg-annex-files.h — files on their way into annexes, and what annexes had before
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-annex-history.h"
#include "vlg-office.h"

G_BEGIN_DECLS

/**
 * vlg_annex_files_add_async:
 * @progress: (nullable): told now and then how far it is, in the thread's default context, never after @callback; of 0 bytes when nobody knows
 *
 * Streams @file into the store of @office. No annex has it yet: setting it on an annex of a draft stores the reference, and what no annex ever takes is collected. Cancelling
 * leaves nothing. VLG_ERROR_TOO_LARGE over the profile's limit, VLG_ERROR_DISK_FULL before the database runs out of room for the texts, VLG_ERROR_CHANGED, VLG_ERROR_EMPTY,
 * VLG_ERROR_NOT_FOUND, VLG_ERROR_READ_ONLY for what may not be read, VLG_ERROR_INVALID for a folder or device; the message names the file and what to do.
 */
void          vlg_annex_files_add_async  (VlgOffice *office, GFile *file, GFileProgressCallback progress, gpointer progress_data, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
/* Caller owns (boxed VLG_TYPE_ANNEX_FILE). */
VlgAnnexFile *vlg_annex_files_add_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* The files that @annex has had, its present one left out. */
void          vlg_annex_files_load_past_async  (VlgOffice *office, VlgAnnex *annex, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (element-type VlgPastFile) the newest first. Caller owns. */
GPtrArray    *vlg_annex_files_load_past_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* The title an annex gets from the name of its file: without the ending. Caller owns. */
char         *vlg_annex_files_title (const VlgAnnexFile *file);

G_END_DECLS
