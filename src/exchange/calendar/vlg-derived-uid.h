/* vlg-derived-uid.h — identities for what comes in without one of ours
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The UUID that is derived from the name @text: the same for the same name, here and elsewhere (RFC 4122, 4.3, version 5). Caller owns. */
char *vlg_derived_uid_new (const char *text);

/* The UUID that @uid becomes under a secret @key (HMAC-SHA-256): the same for the same, and nobody without the key can tell of what. Version 8 of RFC 9562. Caller owns. */
char *vlg_derived_uid_new_keyed (GBytes *key, const char *uid);

G_END_DECLS
