/* vlg-import.h — papers into the store, one file or a batch
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-import-report.h"
#include "vlg-office.h"

G_BEGIN_DECLS

typedef enum {
  VLG_ON_CONFLICT_ASK,      /* report VLG_ERROR_EXISTS for the file and go on; the caller asks and imports it again */
  VLG_ON_CONFLICT_SKIP,
  VLG_ON_CONFLICT_REPLACE,  /* a new version of the stored motion; refuses signed ones */
  VLG_ON_CONFLICT_COPY,     /* draws a new number */
} VlgOnConflict;

typedef enum {
  VLG_IMPORT_IMPORTED,
  VLG_IMPORT_SKIPPED,
  VLG_IMPORT_REPLACED,
  VLG_IMPORT_COPIED,
  VLG_IMPORT_CONFLICT,
  VLG_IMPORT_NOT_A_PAPER,  /* nothing says that it is a council paper; the caller asks, and imports it again with any */
  VLG_IMPORT_FAILED,
} VlgImportOutcome;

#define VLG_TYPE_IMPORT_RESULT (vlg_import_result_get_type ())
G_DECLARE_FINAL_TYPE (VlgImportResult, vlg_import_result, VLG, IMPORT_RESULT, GObject)

/* What became of one file. */
GFile            *vlg_import_result_get_file    (VlgImportResult *self);
VlgImportOutcome  vlg_import_result_get_outcome (VlgImportResult *self);
/* The stored motion, without its texts' later changes; NULL when there is none. */
VlgMotion        *vlg_import_result_get_motion  (VlgImportResult *self);
VlgImportReport  *vlg_import_result_get_report  (VlgImportResult *self);
/* NULL unless conflict, not a paper, or failed. */
const GError     *vlg_import_result_get_error   (VlgImportResult *self);

#define VLG_TYPE_IMPORT (vlg_import_get_type ())
G_DECLARE_FINAL_TYPE (VlgImport, vlg_import, VLG, IMPORT, GObject)

/* One batch. Properties: n-files, n-done (uint, notified in the main context), fraction (double), so that a bar can be bound. A failed file leaves the database unchanged and the rest goes on. */
VlgImport *vlg_import_new        (VlgOffice *office, VlgOnConflict on_conflict);
/* Takes texts in which nothing of a form was recognised as well: each becomes a draft that keeps all its lines. Off at first. */
void       vlg_import_set_any    (VlgImport *self, gboolean any);
/* @files: a NULL-free array, copied. Reads in a worker thread and writes each file as a whole or not at all (durable when its result is reported, in the order of @files); `result` (VlgImportResult) is emitted per file. */
void       vlg_import_run_async  (VlgImport *self, GFile * const *files, guint n_files, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (element-type VlgImportResult), caller owns: one per file tried. Error only when cancelled before the first. */
GPtrArray *vlg_import_run_finish (VlgImport *self, GAsyncResult *result, GError **error);
/* One paper, blocking: command line and tests. Never NULL: look at its outcome. Caller owns. */
VlgImportResult *vlg_import_file (VlgImport *self, GFile *file, GCancellable *cancellable);

G_END_DECLS
