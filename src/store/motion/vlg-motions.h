/* vlg-motions.h — motions in the store; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-db.h"
#include "vlg-motion.h"
#include "vlg-motion-filter.h"
#include "vlg-motion-summary.h"

G_BEGIN_DECLS

typedef enum {
  VLG_MOTION_ORDER_NEWEST,    /* last changed first */
  VLG_MOTION_ORDER_NUMBER,    /* number descending: year, kind, serial */
  VLG_MOTION_ORDER_TITLE,
  VLG_MOTION_ORDER_STATE,
  VLG_MOTION_ORDER_NEXT_DAY,
  /* The same from the other end. */
  VLG_MOTION_ORDER_OLDEST,
  VLG_MOTION_ORDER_NUMBER_ASCENDING,
  VLG_MOTION_ORDER_TITLE_DESCENDING,
  VLG_MOTION_ORDER_STATE_DESCENDING,
  VLG_MOTION_ORDER_LAST_DAY,          /* what has no date is last here too */
  VLG_N_MOTION_ORDERS,
} VlgMotionOrder;

typedef struct {
  const char     *words;    /* full text query as typed, NULL or "" for all */
  VlgMotionOrder  order;
  gboolean        trash;    /* the trash instead of the rest */

  const VlgMotionFilter *filter;   /* NULL for all */
  gint64          login;    /* of the person at the program: what "mine" is */
  VlgDay          today;    /* what "due" counts from; VLG_DAY_NONE for today */
} VlgMotionQuery;

/* Stores a new motion with its children, takes its number into the ledger, writes version and journal ("created" or "imported") in the same transaction, indexes it.
 * Sets uids that are missing and @motion's revision. VLG_ERROR_EXISTS when its number is taken. Returns the row id, 0 on error. */
gint64     vlg_motions_insert          (VlgDb *db, VlgMotion *motion, const char *profile_sha256, VlgActor *actor, const char *deed, GError **error);
/* Writes the fields in which @motion differs from the stored one, based on its revision: other fields changed meanwhile merge, the same field is
 * VLG_ERROR_CONFLICT whose message names the field. Bumps the revision, writes edits. Afterwards @motion is what is stored, also in the fields others changed. */
gboolean   vlg_motions_update          (VlgDb *db, VlgMotion *motion, VlgActor *actor, GError **error);
/* Ends a work session: where @uid changed since its last version, writes a version and the deed "saved". */
gboolean   vlg_motions_save_version    (VlgDb *db, const char *uid, VlgActor *actor, GError **error);
/* Overwrites the stored motion of @uid with @motion's content as a new version (import with "replace"). VLG_ERROR_FROZEN for a signed one. */
gboolean   vlg_motions_replace         (VlgDb *db, const char *uid, VlgMotion *motion, VlgActor *actor, GError **error);
/* A motion with all children (annex files as references). Caller owns; VLG_ERROR_NOT_FOUND. */
VlgMotion *vlg_motions_load            (VlgDb *db, const char *uid, GError **error);
VlgMotion *vlg_motions_load_by_number  (VlgDb *db, const char *number, GError **error);
/* Row ids in order, newest first while searching; (element-type gint64). Appends to @ids. */
gboolean   vlg_motions_query_ids       (VlgDb *db, const VlgMotionQuery *query, GArray *ids, GCancellable *cancellable, GError **error);
/* The first @limit ids of the same query, fast: what the first page shows. */
gboolean   vlg_motions_query_first_ids (VlgDb *db, const VlgMotionQuery *query, guint limit, GArray *ids, GCancellable *cancellable, GError **error);
/* Summaries for ids, in their order; a vanished row yields a placeholder. (element-type VlgMotionSummary), caller owns. */
GPtrArray *vlg_motions_load_summaries  (VlgDb *db, const gint64 *ids, guint n_ids, GError **error);
/* Moves a draft without an issued number into the trash, or back. Others: VLG_ERROR_FROZEN with advice to withdraw them. */
gboolean   vlg_motions_set_trashed     (VlgDb *db, const char *uid, gboolean trashed, VlgActor *actor, GError **error);
/* The values of @facet that stored motions have, each once, sorted (years latest first), at most 500; none for facets that are no list. (element-type utf8), caller owns. */
GPtrArray *vlg_motions_list_values     (VlgDb *db, VlgFacet facet, GError **error);
/* Whether there are motions whose findings are not counted. */
gboolean   vlg_motions_has_uncounted   (VlgDb *db, GError **error);
/* Counts the findings of up to @limit motions for which that was not done when they were written (by an earlier version); returns how many, -1 on error. */
int        vlg_motions_count_findings  (VlgDb *db, guint limit, GError **error);
gint64     vlg_motions_count           (VlgDb *db, gboolean trash, GError **error);

G_END_DECLS
