/* vlg-catalogue-rules.h — what a catalogue of the Leitbild may hold, and what a new version of it may leave out
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-leitbild.h"
#include "vlg-motion.h"

G_BEGIN_DECLS

/* What of a field or goal a problem is about. */
typedef enum {
  VLG_CATALOGUE_NAME,
  VLG_CATALOGUE_LETTER,
  VLG_CATALOGUE_COLOUR,
  VLG_CATALOGUE_CODE,
  VLG_CATALOGUE_REPLACES,
} VlgCataloguePart;

typedef struct {
  guint             field;     /* which one */
  int               goal;      /* which one of the field; -1: it is the field's own */
  VlgCataloguePart  part;
  char             *message;   /* what is wrong, without the field's name */
} VlgCatalogueProblem;

/* All that is wrong in @leitbild, in its order. Keys, names, letters and goals stand once; letters are one letter A to Z, colours "#1a5fb4" or "", codes as
 * vlg_leitbild_rules_parse_code() writes them. What is replaced stands once, is no field of the catalogue any more, no goal that is still offered, and leads in no circle.
 * (element-type VlgCatalogueProblem), caller owns. */
GPtrArray *vlg_catalogue_rules_list_problems   (VlgLeitbild *leitbild);
/* The first of them as VLG_ERROR_INVALID; also for a catalogue without a field. */
gboolean   vlg_catalogue_rules_check           (VlgLeitbild *leitbild, GError **error);
/* Whether @next may follow @now: a goal of @now that motions chose, @used (element-type VlgMark), is still there, if only retired, and a field still there or replaced.
 * VLG_ERROR_CONFLICT names it. */
gboolean   vlg_catalogue_rules_check_successor (VlgLeitbild *now, VlgLeitbild *next, GPtrArray *used, GError **error);
/* Whether what @next says it replaces was ever there: in @next itself, in one of @known (element-type VlgLeitbild), or chosen in motions, @used as above.
 * VLG_ERROR_INVALID names the code. */
gboolean   vlg_catalogue_rules_check_replaced  (VlgLeitbild *next, GPtrArray *known, GPtrArray *used, GError **error);
/* Whether a version may be valid from @day on where the one in force has been since @since: an earlier one would never come into force. VLG_ERROR_INVALID.
 * So it is where a version from @later on is stored and that day comes after @day: it would drop again what is new before it. VLG_DAY_NONE: there is none. */
gboolean   vlg_catalogue_rules_check_day       (VlgDay day, VlgDay since, VlgDay later, GError **error);
/* Whether a motion in the stage of @motion may be moved to another catalogue: it has not left the drafter's desk. */
gboolean   vlg_catalogue_rules_may_move        (VlgMotion *motion);
/* Whether @leitbild replaces something that @motion chose. */
gboolean   vlg_catalogue_rules_is_outdated     (VlgMotion *motion, VlgLeitbild *leitbild);
/* Makes @motion choose what @leitbild has in place of what it chose: fields that were joined become one, their rationales behind each other; what is retired without a successor
 * stays, for a person to decide. */
void       vlg_catalogue_rules_move            (VlgMotion *motion, VlgLeitbild *leitbild);

G_END_DECLS
