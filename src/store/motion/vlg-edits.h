/* vlg-edits.h — the undo patches of a motion, and what a conflict keeps back; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-motion-fields.h"

G_BEGIN_DECLS

/* One field's patch of one revision, as vlg_motions_update() wrote it. */
typedef struct {
  char *field;         /* a key of vlg-motion-fields.h, or "trashed" */
  VlgPatch patch;
  gint64 revision;
  gint64 at;           /* instant */
  guint actor_login;
  char *actor_name;
} VlgEdit;

/* The edits of the last revisions up to @revision, the newest first: none at or before the submitter's signature, whole revisions only, of at most @max_revisions and about @max_bytes.
 * (element-type VlgEdit), caller owns. */
GPtrArray  *vlg_edits_load          (VlgDb *db, const char *uid, gint64 revision, guint max_revisions, gsize max_bytes, GError **error);

/* Keeps the value a person has given the field @key of motion @uid while a conflict about it is not decided; NULL: it is. */
gboolean    vlg_edits_keep_undecided (VlgDb *db, const char *uid, const char *key, const char *value, GError **error);
/* What is kept, by key. (element-type utf8 utf8), caller owns. */
GHashTable *vlg_edits_load_undecided (VlgDb *db, const char *uid, GError **error);

G_END_DECLS
