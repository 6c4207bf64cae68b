/* vlg-sqlite-place.h — whether a database may live where it is asked to
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-error.h"

G_BEGIN_DECLS

/* Whether statfs() magic @magic, or mountinfo type @type (may be NULL), names a file system that other machines write to: SQLite's locks and shared memory do not hold there. */
gboolean vlg_place_is_network (guint32 magic, const char *type);
/* Refuses a place on a network file system (VLG_ERROR_NETWORK), a folder or device (VLG_ERROR_FOREIGN), what cannot be written (VLG_ERROR_READ_ONLY).
 * @exists gets whether there is a file with content. Makes and changes nothing. */
gboolean vlg_place_check      (const char *path, gboolean *exists, GError **error);

G_END_DECLS
