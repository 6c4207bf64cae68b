/* vlg-deadline.h — until when something must be done before a meeting
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-calendar-kinds.h"
#include "vlg-day.h"

G_BEGIN_DECLS

#define VLG_TYPE_DEADLINE_TERM (vlg_deadline_term_get_type ())

/**
 * VlgDeadlineTerm:
 * @days: how many days before the meeting
 * @count: which days count
 * @clear: whether so many whole days must lie between, so that neither the last day nor the day of the meeting counts
 * @source: the law or rule it follows from, in its own words ("§ 3 (2) der Geschäftsordnung"); "" for practice of the office
 * @second_hand: whether nobody has read the source itself yet: the setting says so
 *
 * A setting of a body. None is built in and the shipped profile has none: the laws of the states differ, a number of days could not be read first-hand in
 * any source at hand (§ 52 (4) KVG LSA, as Landtag paper 7/1686 quotes it, has only "in good time"), and the rest is in each council's own rules.
 */
typedef struct {
  guint       days;
  VlgDayCount count;
  gboolean    clear;
  char       *source; /* owned */
  gboolean    second_hand;
} VlgDeadlineTerm;

GType            vlg_deadline_term_get_type (void);
/* Caller owns. */
VlgDeadlineTerm *vlg_deadline_term_new      (guint days, VlgDayCount count, gboolean clear, const char *source, gboolean second_hand);
VlgDeadlineTerm *vlg_deadline_term_copy     (const VlgDeadlineTerm *self);
void             vlg_deadline_term_free     (VlgDeadlineTerm *self);

/**
 * vlg_deadline_compute:
 * @self: (nullable): the term
 * @meeting: the day of the meeting
 * @holiday_rule: see vlg_holidays_lookup()
 *
 * The last day on which it may still be done; VLG_DAY_NONE where there is no term or no day. It is counted back from the meeting, whose day does not
 * count. One that falls on a day on which the office does not work moves to the working day before: § 193 BGB moves a day later only in favour of who has to act, not
 * where the period protects others, here those invited (commentary on § 193 BGB, read second-hand), and earlier is safe in any case.
 */
VlgDay           vlg_deadline_compute       (const VlgDeadlineTerm *self, VlgDay meeting, const char *holiday_rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgDeadlineTerm, vlg_deadline_term_free)

G_END_DECLS
