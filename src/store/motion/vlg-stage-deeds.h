/* vlg-stage-deeds.h — what was done to the stages of motions; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-db.h"
#include "vlg-motion.h"
#include "vlg-stage-rules.h"

G_BEGIN_DECLS

/* A deed that was done. */
typedef struct {
  char *word;          /* of vlg_stage_rules_get_word() */
  VlgStage from;
  VlgStage to;
  char *remark;        /* "" for none */
  gint64 at;           /* instant */
  gint64 revision;
  guint actor_login;
  char *actor_name;
} VlgStageRecord;

/* Brings @motion, which was loaded in this job and differs from what is stored in its stage (and what goes with it: number, received-on), into the store with a version, the deed
 * in the journal and a record that can be read. @remark may be NULL. */
gboolean   vlg_stage_deeds_write (VlgDb *db, VlgMotion *motion, VlgStageDeed deed, VlgStage from, const char *remark, VlgActor *actor, GError **error);
/* The deeds of the motion @uid, the newest first. (element-type VlgStageRecord), caller owns. */
GPtrArray *vlg_stage_deeds_load  (VlgDb *db, const char *uid, GError **error);

G_END_DECLS
