/* vlg-archive.h — members of a ZIP archive, unpacked within limits
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A member that unpacks to more bytes than this is refused: as a text it would be ten thousand pages and more. */
#define VLG_ARCHIVE_MEMBER_LIMIT (64 * 1024 * 1024)

/* Whether @bytes begin like a ZIP archive. */
gboolean    vlg_archive_is_zip (GBytes *bytes);
/* Unpacks those members that stand in @wanted (NULL-terminated, paths inside the archive) and are there: path (char *) → GBytes. @name for messages.
 * VLG_ERROR_DAMAGED, ENCRYPTED (a member is), TOO_LARGE (a member over the limit, or absurdly many of them). Caller owns. */
GHashTable *vlg_archive_read   (GBytes *bytes, const char *name, const char * const *wanted, GError **error);

G_END_DECLS
