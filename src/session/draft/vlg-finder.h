/* vlg-finder.h — words found, and replaced, in all texts of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-draft.h"
#include "vlg-matcher.h"

G_BEGIN_DECLS

/* One text of a motion, as it was when it was taken. */
typedef struct {
  VlgField    field;      /* VLG_FIELD_ANNEXES of an annex */
  int         row;        /* of the annex in its list, else -1 */
  const char *property;   /* of the motion, or of the annex; interned */
  gboolean    long_text;  /* CommonMark, edited on a page of its own; searched as it is seen there */
  gboolean    frozen;     /* must not be changed: it belongs to the paper as it was imported */
  char       *value;
} VlgFinderPart;

typedef struct {
  guint part;     /* index */
  guint ordinal;  /* of the hits in that part, from 0 */
  guint start;    /* in its line, in characters */
  guint length;   /* in characters */
} VlgFinderHit;

/* The texts of @motion in the order of the form. (element-type VlgFinderPart) Caller owns. */
GPtrArray *vlg_finder_take_parts  (VlgMotion *motion);
/* The motion, or the annex, that the part is a property of; NULL where it is no longer there. Borrowed. */
gpointer   vlg_finder_get_object  (const VlgFinderPart *part, VlgMotion *motion);
/* All places in @parts, in order. Any thread. (element-type VlgFinderHit) Caller owns. */
GArray    *vlg_finder_find        (GPtrArray *parts, VlgMatcher *matcher);
/* The part's value with @replacement in place of the hit number @ordinal, or of all for -1. It takes the format of the first letter it replaces; blocks without a hit keep their
 * very source. @n_replaced may be NULL. Caller owns. */
char      *vlg_finder_replace     (const VlgFinderPart *part, VlgMatcher *matcher, const char *replacement, int ordinal, guint *n_replaced);

/* What was changed at once, to be taken back at once. */
typedef struct _VlgReplacement VlgReplacement;

/* Replaces all hits in the draft's motion as one step to undo. Frozen parts are left. Caller owns the account. */
VlgReplacement *vlg_replacement_new          (VlgDraft *draft, VlgMatcher *matcher, const char *replacement);
void            vlg_replacement_free         (VlgReplacement *self);
guint           vlg_replacement_get_n        (const VlgReplacement *self);
/* Hits that were left because they are frozen. */
guint           vlg_replacement_get_n_frozen (const VlgReplacement *self);
/* Puts the texts back, again as one step, but for those that were changed since. */
void            vlg_replacement_take_back    (VlgReplacement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgReplacement, vlg_replacement_free)

G_END_DECLS
