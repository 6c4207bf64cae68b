/* vlg-paper-choices.h — what an office decides about its papers, beside its profile
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-profile.h"

G_BEGIN_DECLS

/* A choice of the office's own, no part of a profile's JSON. Any thread. Property: prints-rationales (gboolean), so that a preview notices. */

/* Whether a page behind the form says why a field of action was ticked; FALSE until the office wants it. */
gboolean vlg_profile_get_prints_rationales (VlgProfile *self);
void     vlg_profile_set_prints_rationales (VlgProfile *self, gboolean prints);
/* What stands above that page: "Relevanz mit Leitbild – Begründung". Caller owns. */
char    *vlg_profile_get_rationales_heading (VlgProfile *self);

G_END_DECLS
