/* vlg-office-file.h — Word and OpenDocument texts
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-form-lines.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the bytes begin like a file of an office program, old ones included, or like another archive. */
gboolean      vlg_office_file_is_one      (GBytes *bytes);
/* The lines of a form with their formatting; headers, footers, notes, comments, tracked deletions and hidden text are left out. One clear message naming
 * the file: VLG_ERROR_EMPTY, BINARY (an archive or office file of another kind, the old Word format), ENCRYPTED, DAMAGED, TOO_LARGE. Any thread.
 * Caller owns. */
VlgFormLines *vlg_office_file_read_lines  (GBytes *bytes, const char *name, GError **error);
/* The whole text as CommonMark, as if it had been pasted. Errors as above. Any thread. Caller owns. */
char         *vlg_office_file_to_markdown (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
