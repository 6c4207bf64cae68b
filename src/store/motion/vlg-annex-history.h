/* vlg-annex-history.h — the files each annex has had
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-annex.h"
#include "vlg-db.h"

G_BEGIN_DECLS

/* A file an annex has, or has had. */
typedef struct {
  /* owned */
  VlgAnnexFile *file;
  char         *actor;   /* the name of who put it in */

  gint64        at;      /* the instant it came */
} VlgPastFile;

void       vlg_past_file_free     (VlgPastFile *self);
/* Notes the files that the stored annexes of @motion_id have now, and keeps them as long as the motion. The imported paper itself is none of them. */
gboolean   vlg_annex_history_note (VlgDb *db, gint64 motion_id, VlgActor *actor, GError **error);
/* (element-type VlgPastFile) of the annex @uid, the newest first; its present one is among them. Caller owns. */
GPtrArray *vlg_annex_history_load (VlgDb *db, const char *uid, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgPastFile, vlg_past_file_free)

G_END_DECLS
