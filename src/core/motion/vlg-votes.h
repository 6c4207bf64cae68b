/* vlg-votes.h — how a body voted
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-kinds.h"

G_BEGIN_DECLS

#define VLG_VOTES_ABSENT (-1)

/**
 * VlgVotes:
 *
 * Counts of a vote; VLG_VOTES_ABSENT where the record gives none (absent is not 0). `excluded` counts the members barred by
 * § 33 KVG LSA (Mitwirkungsverbot), `present` those present.
 */
typedef struct {
  int in_favour;
  int against;
  int abstentions;
  int excluded;
  int present;
} VlgVotes;

#define VLG_VOTES_NONE ((VlgVotes) { VLG_VOTES_ABSENT, VLG_VOTES_ABSENT, VLG_VOTES_ABSENT, VLG_VOTES_ABSENT, VLG_VOTES_ABSENT })

#define VLG_TYPE_VOTES (vlg_votes_get_type ())
/* Boxed, for the property of a consultation. */
GType     vlg_votes_get_type (void);
/* Whether no count is given at all. */
gboolean  vlg_votes_is_none (const VlgVotes *votes);
gboolean  vlg_votes_equal   (const VlgVotes *a, const VlgVotes *b);
/* Sum of the given counts of in favour, against, abstentions. */
int       vlg_votes_sum     (const VlgVotes *votes);
/* Adopted when more are in favour than against, a tie is a rejection; VLG_RESULT_NONE when either is absent. */
VlgResult vlg_votes_outcome (const VlgVotes *votes);
/* Reads the wordings of German records ("Ja: 37, Nein: 00, Enthaltung: 00", "4 Ja / 14 Nein / 0 Enthaltungen", "dafür: 10, Enth.: 1",
 * "8 Ja-Stimmen, 27 Nein-Stimmen, 11 Enthaltungen", "Befangen: 0", "Anwesend: 25"); FALSE when no count is found. */
gboolean  vlg_votes_parse   (const char *wording, VlgVotes *votes);
/* Reads one printed vote cell: "" is absent, "00" is 0; FALSE when it is no count (0 to 9999). */
gboolean  vlg_votes_parse_cell (const char *cell, int *count);

G_END_DECLS
