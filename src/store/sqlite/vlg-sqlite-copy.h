/* vlg-sqlite-copy.h — copies of a database by the backup API
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-sqlite-db.h"

G_BEGIN_DECLS

/* Copies all pages of @from into @to, which no one else uses, in one transaction of @to. */
gboolean vlg_sqlite_copy_pages (VlgDb *from, VlgDb *to, GCancellable *cancellable, GError **error);
/* Copies @from, as it is at this moment, to the new file @path: complete and synced, or not there. VLG_ERROR_EXISTS, DISK_FULL, DAMAGED. */
gboolean vlg_sqlite_copy       (VlgDb *from, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
