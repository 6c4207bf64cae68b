/* vlg-motions-private.h — how a changed motion is written; inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion-record.h"
#include "vlg-motions.h"

G_BEGIN_DECLS

/* Long texts up to this many bytes are indexed with the change itself, longer ones when the writer is idle. */
#define VLG_INDEX_AT_ONCE (64 * 1024)

/* Writes @motion over @stored in the fields @keys (element-type utf8), whose values before and after are in @before and @after: bumps @motion's revision, writes edits, row,
 * texts, lists, ledger and index as far as they are touched. */
gboolean vlg_motions_write_changes (VlgDb *db, const VlgMotionRecord *record, VlgMotion *stored, VlgMotion *motion, GHashTable *before, GHashTable *after,
                                    GPtrArray *keys, VlgActor *actor, GError **error);
/* Writes an undo patch of one field. */
gboolean vlg_motions_write_edit    (VlgDb *db, gint64 motion_id, gint64 revision, const char *key, const char *before, const char *after, VlgActor *actor, GError **error);
/* The keys whose values differ, sorted. (element-type utf8, borrowed from @after), caller owns. */
GPtrArray *vlg_motions_differing   (GHashTable *before, GHashTable *after);

G_END_DECLS
