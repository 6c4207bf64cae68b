/* vlg-journal.h — the deeds that count in law, chained; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-db.h"

G_BEGIN_DECLS

/* What an entry says beside sequence, instant and actor; what is NULL or 0 is left out. @content and @reason enter as salted hashes only. */
typedef struct {
  const char *deed;         /* "created", "imported", "replaced", "saved", "trashed", "untrashed", "restored",
                             * "meeting-planned", "meeting-invited", "meeting-held", "meeting-cancelled", "meeting-moved" (to another day), "meeting-retimed" (on its day),
                             * "meeting-trashed", "meeting-untrashed", "agenda-fixed", "agenda-unfixed", "agenda-changed" (of a fixed one) */
  const char *motion_uid;
  const char *meeting_uid;
  const char *from_day;     /* of a meeting that was moved, YYYY-MM-DD */
  const char *day;          /* of a meeting */
  const char *from_start;   /* of a meeting that was moved or retimed, HH:MM; NULL where it had none */
  const char *start;
  const char *end;          /* may be of the next day, where it is below start */
  const char *from_room;    /* where it changed along with day or time */
  const char *room;
  const char *number;
  const char *version_uid;
  gint64      revision;
  GBytes     *content;
  const char *reason;
  const char *branch;       /* of a restored backup: the last hash of its chain where it is not part of this one */
} VlgDeed;

/* Appends an entry that continues the chain. */
gboolean vlg_journal_append (VlgDb *db, VlgActor *actor, const VlgDeed *deed, GError **error);
/* Walks the chain: each hash follows from the one before and the stored bytes, each column says what the bytes say. VLG_ERROR_DAMAGED names the first entry that does not;
 * @n_entries (may be NULL) gets how many hold. */
gboolean vlg_journal_verify (VlgDb *db, guint64 *n_entries, GError **error);

G_END_DECLS
