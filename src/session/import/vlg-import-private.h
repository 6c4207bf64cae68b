/* vlg-import-private.h — the two halves of an import: reading a paper and storing it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-import.h"

G_BEGIN_DECLS

/* A file as it was read, before it touches the store. */
typedef struct {
  /* owned */
  GFile *file;
  GBytes *bytes;
  VlgMotion *motion;        /* NULL with @error */
  VlgImportReport *report;  /* may be NULL */
  GError *error;
} VlgReadPaper;

/* What storing needs of an office, all of it usable from any thread. Borrowed. */
typedef struct {
  VlgStore *store;
  VlgProfile *profile;
  VlgActor *actor;
  VlgOnConflict on_conflict;
  gboolean any;
} VlgImportTarget;

/* Reads @file; never NULL, an error lies in it. Any thread. Caller owns. */
VlgReadPaper    *vlg_read_paper_new  (GFile *file, VlgProfile *profile, GCancellable *cancellable);
void             vlg_read_paper_free (VlgReadPaper *paper);
/* Stores what was read, source file and all or nothing; blocking, any thread but the store's. Caller owns. */
VlgImportResult *vlg_read_paper_store (VlgReadPaper *paper, const VlgImportTarget *target, GCancellable *cancellable);

/* Takes what became of a paper; @result is the callee's. */
typedef void (*VlgPaperStored) (VlgImportResult *result, gpointer user_data);

/* The same without waiting, so that the store may commit several papers at once; takes @paper over. @stored is called in the thread's default context, when the paper is on
 * the disk, or at once when it cannot be stored. @target must live until then. */
void             vlg_read_paper_store_async (VlgReadPaper *paper, const VlgImportTarget *target, GCancellable *cancellable, VlgPaperStored stored, gpointer user_data);

/* @motion, @report, @error may be NULL and are copied or referenced. Caller owns. */
VlgImportResult *vlg_import_result_new (GFile *file, VlgImportOutcome outcome, VlgMotion *motion, VlgImportReport *report, const GError *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgReadPaper, vlg_read_paper_free)

G_END_DECLS
