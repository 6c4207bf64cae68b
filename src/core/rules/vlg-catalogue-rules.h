/* vlg-catalogue-rules.h — what a catalogue of the Leitbild may hold, and what a new version of it may leave out
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-leitbild.h"
#include "vlg-mark.h"

G_BEGIN_DECLS

/* Keys, names, letters and goals stand once; letters are one letter A to Z, colours "#1a5fb4" or "", codes as vlg_leitbild_rules_parse_code() writes them. VLG_ERROR_INVALID names the field. */
gboolean vlg_catalogue_rules_check           (VlgLeitbild *leitbild, GError **error);
/* Whether @next may follow @now: a field or goal of @now that motions chose, @used (element-type VlgMark), is still there, if only retired. VLG_ERROR_CONFLICT names it. */
gboolean vlg_catalogue_rules_check_successor (VlgLeitbild *now, VlgLeitbild *next, GPtrArray *used, GError **error);

G_END_DECLS
