/* vlg-canonical.h — the bytes that are hashed, and a motion as JSON
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "vlg-motion.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* Serialises @node canonically: keys sorted by bytes, UTF-8, no blanks, integers only (a double is refused with VLG_ERROR_INVALID), control characters as \u00XX. Caller owns. */
GBytes    *vlg_canonical_serialize  (JsonNode *node, GError **error);
/* Lower-case hex SHA-256. Caller owns. */
char      *vlg_canonical_sha256     (GBytes *bytes);
/* The hash of a journal entry: SHA-256 ("vlg-journal-1\n" ‖ @previous ‖ @payload), hex; @previous is 64 hex digits, or "" for the first. Caller owns. */
char      *vlg_canonical_chain_hash (const char *previous, GBytes *payload);
/* A motion as JSON after data/motion.schema.json: "format": 1, keys of vlg_field_to_key(), absent is null. @profile names fields of action; may be NULL. Caller owns. */
JsonNode  *vlg_motion_to_json       (VlgMotion *motion, VlgProfile *profile);
/* The reverse; VLG_ERROR_INVALID names the key that is wrong, VLG_ERROR_NEWER an unknown format. Caller owns. */
VlgMotion *vlg_motion_from_json     (JsonNode *node, GError **error);

G_END_DECLS
