/* vlg-motion-record.h — a motion's own row and its texts; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-db.h"
#include "vlg-motion.h"

G_BEGIN_DECLS

/* What the store knows of a motion beside the motion. */
typedef struct {
  gint64   id;
  gint64   revision;
  gboolean trashed;
  gboolean is_signed;   /* by the submitter: head, texts, Leitbild, annexes and planned rows are frozen */
} VlgMotionRecord;

/* VLG_ERROR_NOT_FOUND. */
gboolean vlg_motion_record_find        (VlgDb *db, const char *uid, VlgMotionRecord *record, GError **error);
/* Inserts row and texts; @profile_id and @catalogue_id 0 for none. The key, 0 on error. */
gint64   vlg_motion_record_insert      (VlgDb *db, VlgMotion *motion, gint64 profile_id, gint64 catalogue_id, VlgActor *actor, GError **error);
/* Overwrites the row, with the revision of @motion and the derived columns; the texts only when @texts. */
gboolean vlg_motion_record_update      (VlgDb *db, gint64 id, VlgMotion *motion, gboolean texts, VlgActor *actor, GError **error);
/* Puts the motion under the profile version @sha256, and its catalogue. */
gboolean vlg_motion_record_set_profile (VlgDb *db, gint64 id, const char *sha256, GError **error);
/* How many findings the checks have on @motion under its profile (without one, today's); -1 where no profile is stored. */
gboolean vlg_motion_record_count_findings (VlgDb *db, VlgMotion *motion, int *n, GError **error);
/* Writes a snapshot of @motion as it is stored, and the deed. @deed is a word of vlg-journal.h. */
gboolean vlg_motion_record_version     (VlgDb *db, gint64 id, VlgMotion *motion, VlgActor *actor, const char *deed, GError **error);

G_END_DECLS
