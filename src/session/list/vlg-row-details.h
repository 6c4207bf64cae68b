/* vlg-row-details.h — what the rows looked at say beyond their summaries
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion-summary.h"
#include "vlg-store.h"

G_BEGIN_DECLS

#define VLG_TYPE_ROW_DETAILS (vlg_row_details_get_type ())
G_DECLARE_FINAL_TYPE (VlgRowDetails, vlg_row_details, VLG, ROW_DETAILS, GObject)

/* Reads details and sets them on the summaries of the rows that are on the screen, after the rows themselves stand there; in small jobs, so that other readers come in between. Nothing here waits for the disk. Caller owns. */
VlgRowDetails *vlg_row_details_new        (VlgStore *store);
/* Ends all reading for good; the owner calls it when it goes. */
void           vlg_row_details_close      (VlgRowDetails *self);
/* What is searched, as typed: a read that runs is interrupted, and the places of other words are read anew. Without words the places go at once. */
void           vlg_row_details_set_words  (VlgRowDetails *self, const char *words);
/* The store changed: what was read may still be shown, but is read again when it is looked at, and what is being read is read anew. */
void           vlg_row_details_mark_stale (VlgRowDetails *self);
/* The rows that are looked at now (element-type VlgMotionSummary): what of them is not read yet is read, and what was asked for before and is not looked at any more is not. */
void           vlg_row_details_look_at    (VlgRowDetails *self, GPtrArray *summaries);
/* Reads that came back so far; for tests. */
guint          vlg_row_details_get_n_reads (VlgRowDetails *self);

G_END_DECLS
