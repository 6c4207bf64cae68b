/* vlg-ledger.h — the rules by which numbers are drawn
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion-number.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* State of a number in the ledger: never used twice, unique including trash. */
typedef enum {
  VLG_LEDGER_RESERVED,
  VLG_LEDGER_ISSUED,
  VLG_LEDGER_VOID,
} VlgLedgerState;

/* Whether a ledger entry may go from @from to @to: reserved → issued or void; issued → void with a reason; void is final. */
gboolean         vlg_ledger_can_change   (VlgLedgerState from, VlgLedgerState to);
/* The counter a number belongs to: "BV/2017" or, where the profile counts per origin, "BV/2017/I-OB". Caller owns. */
char            *vlg_ledger_series       (VlgProfile *profile, const char *kind, guint year, const char *origin);
/* The number after @last_serial in its series. VLG_ERROR_INVALID when the series is exhausted. Caller owns. */
VlgMotionNumber *vlg_ledger_next         (const char *kind, guint year, const char *origin, guint last_serial, GError **error);

G_END_DECLS
