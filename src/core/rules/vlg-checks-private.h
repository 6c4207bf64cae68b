/* vlg-checks-private.h — the rules one by one (private to rules/)
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-checks.h"

G_BEGIN_DECLS

/* One rule: looks at @motion and adds what it finds to @findings (element-type VlgFinding). Pure. */
typedef void (*VlgCheckFunc) (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);

/* Adds a finding; takes @message over. @remedy is translated and borrowed. */
void     vlg_checks_add                        (GPtrArray *findings, const char *rule, VlgSeverity severity, VlgField field, int row,
                                                char *message, const char *remedy);
/* The profile's body of a consultation: by uid, else by name, where several bore it the one valid on the day; NULL when the profile has none. Borrowed. */
VlgBody *vlg_checks_find_body                  (VlgProfile *profile, VlgConsultation *consultation);

/* The last row that decides: by its role, else by its body; -1 when there is none. */
int      vlg_checks_find_deciding              (VlgMotion *motion, VlgProfile *profile);

/* Texts (vlg-checks-text.c). */

/* A motion needs a title: without one the agenda, which the minutes must hold (§ 58 (1) no. 3 KVG LSA), cannot name it. */
void     vlg_checks_title_missing              (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A motion needs the wording that is voted on, which the minutes must hold (§ 58 (1) no. 4 KVG LSA). */
void     vlg_checks_resolution_missing         (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A reasoning is expected, inline or in an annex: the form has a heading for it. */
void     vlg_checks_reasoning_missing          (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A text refers to an annex ("siehe Anlage 1", "siehe Anlagen 1 und 3") that the motion does not have; practice of the office. */
void     vlg_checks_annex_absent               (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* Lines of an imported paper were kept that no field took: a rule of this program, so that nothing is lost unseen. */
void     vlg_checks_unrecognised_kept          (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);

/* The consultation sequence (vlg-checks-sequence.c). */

/* The sequence must lead to a body that may decide: the council is the main organ (§ 36 (1) KVG LSA), others as the profile says. */
void     vlg_checks_deciding_body_missing      (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* Nothing but information should follow the decision: the order of the form, and practice of the office. */
void     vlg_checks_deciding_body_not_last     (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A row without a body: the form's table begins with it. */
void     vlg_checks_body_missing               (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A body the profile does not know, or none that existed on the day: bodies and their validity are the profile's. */
void     vlg_checks_body_unknown               (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A row that is to decide stands with a body that may not, as the profile says. */
void     vlg_checks_body_may_not_decide        (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A date before that of a row above it: the sequence is an order; practice of the office. */
void     vlg_checks_dates_out_of_order         (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A meeting on a public holiday (in Saxony-Anhalt § 2 FeiertG LSA). */
void     vlg_checks_date_on_holiday            (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A meeting on a Saturday or Sunday; practice of the office, no rule of law. */
void     vlg_checks_date_on_weekend            (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* The same body twice on one day (warning), or two bodies that meet in the evening on one day (hint); practice of the office. */
void     vlg_checks_same_evening_twice         (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);

/* Votes (vlg-checks-votes.c). */

/* More votes, with those excluded (§ 33 KVG LSA), than the body has seats (the council's: §§ 36, 37 KVG LSA). */
void     vlg_checks_votes_above_seats          (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* More votes than members were present, whose names and votes the minutes must hold (§ 58 (1) nos. 2 and 5 KVG LSA). */
void     vlg_checks_votes_above_present        (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* The recorded result says adopted where the votes say rejected, or the reverse; a tie is a rejection, as with any simple majority. */
void     vlg_checks_result_against_votes       (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);

/* Leitbild (vlg-checks-leitbild.c). */

/* The form's table "Relevanz mit Leitbild" is the source of these rules, the catalogue is the council's. */

/* Neither a field ticked nor "not relevant": only where the motion's kind requires the answer. */
void     vlg_checks_leitbild_undecided         (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* "Not relevant" excludes every ticked field; "relevant" needs one. */
void     vlg_checks_leitbild_contradictory     (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A ticked field without a goal: a warning where the catalogue offers goals of the field, else a hint. */
void     vlg_checks_leitbild_field_without_goal (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* Goals in a field that is not ticked. */
void     vlg_checks_leitbild_goal_without_field (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* Goals or fields that the catalogue does not have, or has in another field. */
void     vlg_checks_leitbild_not_in_catalogue  (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);

/* Goals and fields of a draft that @present, the catalogue in force, has retired or replaced. */
void     vlg_checks_leitbild_outdated          (VlgMotion *motion, VlgProfile *profile, VlgLeitbild *present, GPtrArray *findings);

/* Visibility (vlg-checks-visibility.c); meetings of the council and its committees are public unless there is cause (§ 52 KVG LSA). */

/* A non-public motion consulted in public, or a public one decided in a non-public meeting. */
void     vlg_checks_visibility_of_rows         (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A public consultation of a body that never meets in public, such as the mayor's staff meeting. */
void     vlg_checks_visibility_of_bodies       (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);
/* A public annex of a non-public motion. */
void     vlg_checks_visibility_of_annexes      (VlgMotion *motion, VlgProfile *profile, GPtrArray *findings);

G_END_DECLS
