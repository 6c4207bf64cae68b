/* vlg-list-file.h — the list of motions as a table for a spreadsheet
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion-list.h"

G_BEGIN_DECLS

/* Writes all rows of @list, as its words, filter and order stand now, to @file as CSV, atomically, in a worker thread: UTF-8 with a mark, semicolons and headings in the person's
 * language, which is what a German Excel opens by a double click. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
void     vlg_list_file_write_async  (VlgOffice *office, VlgMotionList *list, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* How many rows were written, -1 on error. */
gssize   vlg_list_file_write_finish (VlgOffice *office, GAsyncResult *result, GError **error);

G_END_DECLS
