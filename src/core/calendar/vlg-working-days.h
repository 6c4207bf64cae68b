/* vlg-working-days.h — days on which an office works
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day.h"

G_BEGIN_DECLS

/* A range of days with a name, such as school holidays; both ends belong to it. */
typedef struct {
  char  *name; /* owned */
  VlgDay from;
  VlgDay to;
} VlgDayRange;

VlgDayRange       *vlg_day_range_new              (const char *name, VlgDay from, VlgDay to);
void               vlg_day_range_free             (VlgDayRange *range);
/* The first of @ranges (element-type VlgDayRange, may be NULL) that @day lies in, or NULL. Borrowed. */
const VlgDayRange *vlg_day_ranges_find            (GPtrArray *ranges, VlgDay day);

/* Whether @day is a Monday to Friday and no public holiday under @holiday_rule (see vlg_holidays_lookup()). That a Saturday is none is how § 193 BGB treats it. */
gboolean           vlg_working_days_is            (const char *holiday_rule, VlgDay day);
/* The first working day after @day. */
VlgDay             vlg_working_days_next          (const char *holiday_rule, VlgDay day);
/* The last working day before @day. */
VlgDay             vlg_working_days_previous      (const char *holiday_rule, VlgDay day);
/* How many working days lie between two days, neither counted; 0 where @from is not before @to. */
guint              vlg_working_days_between       (const char *holiday_rule, VlgDay from, VlgDay to);

G_END_DECLS
