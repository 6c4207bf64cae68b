/* vlg-batch.h — one deed for many motions
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"
#include "vlg-stage-rules.h"

G_BEGIN_DECLS

typedef enum {
  VLG_BATCH_EXPORT,      /* a PDF of each into a folder */
  VLG_BATCH_DUPLICATE,
  VLG_BATCH_TRASH,
  VLG_BATCH_RESTORE,     /* out of the trash */
  VLG_BATCH_STAGE,       /* a deed of vlg-stage-rules.h */
} VlgBatchDeed;

/* What could not be done, and why: a sentence for people. */
typedef struct {
  char *name;            /* the motion's number, else its title */
  char *message;
} VlgBatchFailure;

#define VLG_TYPE_BATCH (vlg_batch_get_type ())
G_DECLARE_FINAL_TYPE (VlgBatch, vlg_batch, VLG, BATCH, GObject)

/**
 * VlgBatch:
 *
 * Does one deed to many motions, one after the other, each in a transaction of its own: what fails is noted and does not keep the rest from being done. Runs once.
 * Property: n-handled (uint, read only), for a progress bar.
 */
VlgBatch     *vlg_batch_new            (VlgOffice *office, VlgBatchDeed deed);
/* Where the PDFs go. A file that is there already is kept: the new one gets a number behind its name. */
void          vlg_batch_set_folder     (VlgBatch *self, GFile *folder);
void          vlg_batch_set_stage_deed (VlgBatch *self, VlgStageDeed deed);
VlgBatchDeed  vlg_batch_get_deed       (VlgBatch *self);
VlgStageDeed  vlg_batch_get_stage_deed (VlgBatch *self);
/* NULL for other deeds; borrowed. */
GFile        *vlg_batch_get_folder     (VlgBatch *self);
/* Does it to the motions with the row ids @ids (copied). Cancelled, it ends after the motion it is at: what was done stays done and is told by vlg_batch_get_done(). */
void          vlg_batch_run_async      (VlgBatch *self, const gint64 *ids, guint n_ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* FALSE where it was cancelled or the store could not be read, also when some motions were done. */
gboolean      vlg_batch_run_finish     (VlgBatch *self, GAsyncResult *result, GError **error);
guint         vlg_batch_get_n_motions  (VlgBatch *self);
guint         vlg_batch_get_n_handled  (VlgBatch *self);
/* The row ids it was done to. (element-type gint64), borrowed. */
GArray       *vlg_batch_get_done       (VlgBatch *self);
/* (element-type VlgBatchFailure), in the order of the motions, borrowed. */
GPtrArray    *vlg_batch_get_failures   (VlgBatch *self);

G_END_DECLS
