/* vlg-leitbild-hint.h — what similar motions chose in the Leitbild
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-kinds.h"
#include "vlg-leitbild.h"
#include "vlg-mark.h"

G_BEGIN_DECLS

/* So many similar motions are looked at. */
#define VLG_N_SIMILAR 9

/* A decided motion with similar words. */
typedef struct {
  char         *uid;
  char         *number;      /* NULL: it has none */
  char         *title;
  VlgRelevance  relevance;
  GPtrArray    *marks;       /* (element-type VlgMark) */
} VlgSimilarMotion;

/* "7 of 9 similar motions chose Soziales Miteinander, M01". */
typedef struct {
  char      *field;      /* key of the field of action; NULL: not relevant to the Leitbild */
  char     **goals;      /* codes that at least half of them named, in order; NULL-terminated */
  guint      n;          /* of the similar motions */
  GPtrArray *motions;    /* (element-type VlgSimilarMotion) that chose it, the most similar first; borrowed from the hints */
} VlgLeitbildHint;

typedef struct {
  GPtrArray *similar;    /* (element-type VlgSimilarMotion), the most similar first */
  GPtrArray *hints;      /* (element-type VlgLeitbildHint), what most chose first */
} VlgLeitbildHints;

/* Without marks. Caller owns. */
VlgSimilarMotion *vlg_similar_motion_new  (const char *uid, const char *number, const char *title, VlgRelevance relevance);
/* A GDestroyNotify. */
void              vlg_similar_motion_free (gpointer self);

/* Makes what it chose what can be chosen today: old fields and goals become those of @catalogue, the motion's that is written, that stand for them now. What is retired in it or in
 * @present, the catalogue in force, is left out, and what only @present knows. */
void              vlg_similar_motion_follow (VlgSimilarMotion *self, VlgLeitbild *catalogue, VlgLeitbild *present);
/* What at least half of @similar chose, and no fewer than two; @similar (element-type VlgSimilarMotion) is taken over. Caller owns. */
VlgLeitbildHints *vlg_leitbild_hints_new  (GPtrArray *similar);
void              vlg_leitbild_hints_free (VlgLeitbildHints *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgLeitbildHints, vlg_leitbild_hints_free)

G_END_DECLS
