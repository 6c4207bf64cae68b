/* vlg-versions.h — the snapshots of a motion; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-motion.h"

G_BEGIN_DECLS

/* A snapshot without its bytes. */
typedef struct {
  char *uid;
  gint64 revision;
  gint64 at;           /* instant */
  guint actor_login;
  char *actor_name;
  char *deed;          /* a word of vlg-journal.h or of vlg_stage_rules_get_word(): what made it; "saved" for a work session */
} VlgVersionRecord;

/* What a snapshot holds. */
typedef struct {
  VlgMotion *motion;   /* as it was; its revision is the snapshot's */
  gboolean is_signed;  /* the motion is, by now */
  GStrv missing;       /* SHA-256 of files of its annexes that are no longer kept */
} VlgVersionContent;

/* The versions of the motion @uid, the newest first. (element-type VlgVersionRecord), caller owns. */
GPtrArray         *vlg_versions_load_records (VlgDb *db, const char *uid, GError **error);
/* The content of one version. Caller owns; VLG_ERROR_NOT_FOUND, VLG_ERROR_INVALID where its bytes cannot be read. */
VlgVersionContent *vlg_versions_load_content (VlgDb *db, const char *version_uid, GError **error);
void               vlg_version_content_free  (VlgVersionContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgVersionContent, vlg_version_content_free)

G_END_DECLS
