/* vlg-leitbild-rules.h — ticks and goals of a motion, kept free of contradictions
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-leitbild.h"
#include "vlg-leitbild-hint.h"
#include "vlg-motion.h"

G_BEGIN_DECLS

/* Whatever these are called with, and in whatever order: a motion that is not relevant has no marks, one with marks is relevant, a named goal stands in a ticked field,
 * marks stand in the order of @leitbild (fields it does not know last), goals in the order of their codes. */

/* The mark of the field with the key @field, NULL for one that is neither ticked nor has goals. Borrowed. */
VlgMark *vlg_leitbild_rules_find         (VlgMotion   *motion,
                                          const char  *field);
/* Ticks a field, or takes the tick back, and its goals and rationale with it. */
void     vlg_leitbild_rules_tick         (VlgMotion   *motion,
                                          VlgLeitbild *leitbild,
                                          const char  *field,
                                          gboolean     ticked);
/* Names the goal @code in a field, which ticks it, or takes it back; the tick stays. */
void     vlg_leitbild_rules_name_goal    (VlgMotion   *motion,
                                          VlgLeitbild *leitbild,
                                          const char  *field,
                                          const char  *code,
                                          gboolean     named);
/* "Not relevant to the Leitbild" excludes all marks; taking it back leaves the motion undecided. */
void     vlg_leitbild_rules_set_excluded (VlgMotion   *motion,
                                          gboolean     excluded);
/* Whether @motion has all that @hint proposes. */
gboolean vlg_leitbild_rules_has_hint     (VlgMotion             *motion,
                                          const VlgLeitbildHint *hint);
/* Takes over what @hint proposes, beside what is there: its field and goals, or "not relevant". */
void     vlg_leitbild_rules_accept       (VlgMotion             *motion,
                                          VlgLeitbild           *leitbild,
                                          const VlgLeitbildHint *hint);
/* Reads a goal number as typed: a letter and one to three digits ("m1" is "M01"), the shape of the numbers on the form. Caller owns; NULL with VLG_ERROR_INVALID. */
char    *vlg_leitbild_rules_parse_code   (const char  *text,
                                          GError     **error);
/* The field a goal is named in: the one whose goals hold @code, else the one whose letter it begins with. Borrowed, NULL for none. */
VlgActionField *vlg_leitbild_rules_place (VlgLeitbild *leitbild,
                                          const char  *code);

G_END_DECLS
