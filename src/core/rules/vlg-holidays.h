/* vlg-holidays.h — public holidays, computed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day.h"

G_BEGIN_DECLS

/* Easter Sunday of a Gregorian @year (1583 to 9999). */
VlgDay      vlg_holidays_easter (guint year);
/* The German name of the holiday @day is under @rule ("DE-ST": § 2 FeiertG LSA), or NULL when it is none; static. */
const char *vlg_holidays_lookup (const char *rule, VlgDay day);

G_END_DECLS
