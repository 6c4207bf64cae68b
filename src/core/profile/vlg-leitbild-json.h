/* vlg-leitbild-json.h — the catalogue of the Leitbild as JSON, alone and in its profile
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-profile.h"

G_BEGIN_DECLS

/* { "format": 1, "fields": [ { "key", "name", "letter", "colour", "replaces": [ … ], "goals": [ { "code", "text", "retired", "replaces": [ … ] } ] } ] }, the fields in the order
 * of the form; "replaces" are the keys of old fields and the codes of old goals this one stands for now. */

/* VLG_ERROR_INVALID names the place that is wrong ("fields[2].goals[0].code: missing"), VLG_ERROR_NEWER an unknown format. Caller owns. */
VlgLeitbild *vlg_leitbild_new_from_json (GBytes *json, GError **error);
/* Indented, with a line end. Caller owns. */
GBytes      *vlg_leitbild_to_json       (VlgLeitbild *self);
/* A version of @profile with @leitbild in place of its own, all else as it was. Caller owns. */
VlgProfile  *vlg_profile_with_leitbild  (VlgProfile *profile, VlgLeitbild *leitbild, GError **error);

G_END_DECLS
