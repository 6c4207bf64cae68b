/* vlg-private-folder.h — a place on disk for copies of papers that nobody else may read, and that do not outlive the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-error.h"

G_BEGIN_DECLS

/* The folder of this run, made when it is first asked for: of a random name, for the person alone (0700), and held by a lock that ends with the process however it ends.
 * In the cache; where that knows no locks, in the session's runtime folder or among the temporary files.
 * VLG_ERROR_READ_ONLY where it cannot be made, G_IO_ERROR_CLOSED once it was forgotten. From any thread; blocks for some file operations at the first call. Caller owns the path. */
char *vlg_private_folder_get    (GError **error);
/* Removes the folders of runs that are over, as a crash leaves them, and what earlier editions of the program left; those of programs that still run stay. From any thread; blocks until all is gone, and nobody else. */
void  vlg_private_folder_sweep  (void);
/* Removes this run's folder and all in it, for good: when the program ends. Folders below it are made one by one, or a thread that is late would make it anew. */
void  vlg_private_folder_forget (void);
/* Removes @path and all below it, following no links. */
void  vlg_private_folder_remove (const char *path);

G_END_DECLS
