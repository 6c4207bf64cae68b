/* vlg-draft-merge.h — two changes of one field, brought together
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Values are those of vlg-motion-fields.h. */

/* Merges two changed lists (consultations, annexes, signatories, relations, leitbild) row by row: rows added, removed or changed by one side only. NULL where both sides changed
 * the same member of a row, one changed a row that the other removed, or both reordered; with @mine_wins my side is taken there. NULL for what is no list. Caller owns. */
char *vlg_draft_merge_rows (const char *base, const char *mine, const char *theirs, gboolean mine_wins);
/* Merges two texts line by line; where both changed the same lines mine come first, then theirs, so that no word is lost. Caller owns. */
char *vlg_draft_merge_text (const char *base, const char *mine, const char *theirs);

G_END_DECLS
