/* vlg-motion-filter.h — which motions a list shows
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-profile.h"

G_BEGIN_DECLS

/* What motions are chosen by. Terms of different facets hold together. */
typedef enum {
  VLG_FACET_STATE,         /* nicks of VlgState, several with commas: any of them */
  VLG_FACET_KIND,          /* "BV" */
  VLG_FACET_YEAR,          /* "2017": of the number, else of the first draft */
  VLG_FACET_BODY,          /* the name in a row of the consultation sequence */
  VLG_FACET_ORIGIN,        /* of the number: "I-OB" */
  VLG_FACET_RESPONSIBLE,   /* as it stands in the form */
  VLG_FACET_FIELD,         /* key of a ticked field of action */
  VLG_FACET_DUE,           /* "week": next date today or in the seven days after; "next-meeting": the next day on which any motion is dealt with */
  VLG_FACET_MINE,          /* "yes": first or last written by the person at the program */
  VLG_FACET_FINDINGS,      /* "yes": the checks found something */
  VLG_FACET_TO_SIGN,       /* "yes": released with this program, adopted, and the resolution paper has no signature yet */
  VLG_FACET_GOAL,          /* code of a goal that is named: "M01"; or several, "M05,M01", one of which is; VLG_FACET_FIELD likewise */
  VLG_FACET_RELEVANCE,     /* nick of VlgRelevance */
  VLG_FACET_PERIOD,        /* "2026-01-01/2026-03-31": the days the motion may count for, both included (see VlgLeitbildQuery) */
  VLG_FACET_SUBMITTED,     /* "yes": neither draft nor returned */
  VLG_FACET_TRASH,         /* "yes": the trash instead of the rest */
} VlgFacet;

#define VLG_N_FACETS (VLG_FACET_TRASH + 1)

/* Filters that need not be put together. */
typedef enum {
  VLG_READY_ALL,
  VLG_READY_DRAFTS,         /* drafts, and what was returned for revision */
  VLG_READY_RECEIVED,       /* submitted and not yet released */
  VLG_READY_NEXT_MEETING,
  VLG_READY_TO_SIGN,
  VLG_READY_TRASH,
} VlgReadyFilter;

#define VLG_N_READY_FILTERS (VLG_READY_TRASH + 1)

typedef struct _VlgMotionFilter VlgMotionFilter;

/* A filter without terms, which lets all pass. Caller owns. */
VlgMotionFilter *vlg_motion_filter_new       (void);
VlgMotionFilter *vlg_motion_filter_new_ready (VlgReadyFilter which);
/* A copy; an empty filter for NULL. Caller owns. */
VlgMotionFilter *vlg_motion_filter_copy      (const VlgMotionFilter *self);
void             vlg_motion_filter_free      (VlgMotionFilter *self);
/* NULL for no term; a NULL filter has none. Borrowed. */
const char      *vlg_motion_filter_get       (const VlgMotionFilter *self, VlgFacet facet);
/* Sets a term; NULL takes it away. FALSE, and nothing changed, for a value the facet does not know (a state, a year, a word other than "yes"). */
gboolean         vlg_motion_filter_set       (VlgMotionFilter *self, VlgFacet facet, const char *value);
/* The states of the term, a bit (1 << VlgState) each; 0 for no term. */
guint            vlg_motion_filter_get_states (const VlgMotionFilter *self);
/* The days of the term; FALSE for no term. */
gboolean         vlg_motion_filter_get_period (const VlgMotionFilter *self, VlgDay *from, VlgDay *to);
void             vlg_motion_filter_set_period (VlgMotionFilter *self, VlgDay from, VlgDay to);
/* NULL counts as empty. */
gboolean         vlg_motion_filter_is_empty  (const VlgMotionFilter *self);
gboolean         vlg_motion_filter_equal     (const VlgMotionFilter *a, const VlgMotionFilter *b);
/* As a JSON object of vlg_facet_to_key() and values. Caller owns. */
char            *vlg_motion_filter_to_text   (const VlgMotionFilter *self);
/* The reverse; terms of a later program are refused with VLG_ERROR_NEWER, other text with VLG_ERROR_INVALID. Caller owns. */
VlgMotionFilter *vlg_motion_filter_from_text (const char *text, GError **error);
/* What a term says to people ("State: Draft", "Due this week"), or "" for no term; @profile names fields of action and may be NULL. Caller owns. */
char            *vlg_motion_filter_describe  (const VlgMotionFilter *self, VlgFacet facet, VlgProfile *profile);

/* "state", "kind" …; static. */
const char      *vlg_facet_to_key            (VlgFacet facet);
/* Translated; static. */
const char      *vlg_facet_get_label         (VlgFacet facet);
/* "all", "drafts", "received", "next-meeting", "to-sign", "trash"; static. */
const char      *vlg_ready_filter_to_key     (VlgReadyFilter which);
const char      *vlg_ready_filter_get_label  (VlgReadyFilter which);
/* FALSE for a word that is none of them. */
gboolean         vlg_ready_filter_from_key   (const char *key, VlgReadyFilter *which);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgMotionFilter, vlg_motion_filter_free)

G_END_DECLS
