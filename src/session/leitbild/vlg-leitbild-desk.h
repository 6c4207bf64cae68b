/* vlg-leitbild-desk.h — what the past says about the Leitbild: figures for the council, hints for a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-leitbild-hint.h"
#include "vlg-leitbild-report.h"
#include "vlg-office.h"

G_BEGIN_DECLS

/* Both read only, on the reader thread: a cancelled one is interrupted. */

/* The figures of @query, complete for the office's catalogue. Caller owns. */
void               vlg_leitbild_desk_report_async   (VlgOffice *office, const VlgLeitbildQuery *query, GCancellable *cancellable,
                                                     GAsyncReadyCallback callback, gpointer user_data);
VlgLeitbildReport *vlg_leitbild_desk_report_finish  (VlgOffice *office, GAsyncResult *result, GError **error);
/* What motions with words like those in the title and resolution of @motion chose. Nothing is set by it. Caller owns. */
void               vlg_leitbild_desk_suggest_async  (VlgOffice *office, VlgMotion *motion, GCancellable *cancellable,
                                                     GAsyncReadyCallback callback, gpointer user_data);
VlgLeitbildHints  *vlg_leitbild_desk_suggest_finish (VlgOffice *office, GAsyncResult *result, GError **error);

G_END_DECLS
