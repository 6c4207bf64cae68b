/* vlg-paste.h — what other programs put on the clipboard or let drop, as text of this one
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* CommonMark of what of @html the paper can show: paragraphs, headings, emphasis, lists. Never fails. Caller owns. */
char *vlg_paste_html        (const char *html, gsize length);

/* Reads a Word, OpenDocument or text file in a thread. */
void  vlg_paste_file_async  (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* CommonMark of what of the file the paper can show; caller owns. Errors as vlg_paper_reader_load() and vlg_paper_reader_read(), and VLG_ERROR_BINARY for
 * a PDF, whose lines have no formatting. One clear message naming the file. */
char *vlg_paste_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS
