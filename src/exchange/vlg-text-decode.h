/* vlg-text-decode.h — the bytes of a text file into UTF-8
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Decodes UTF-8 (with or without byte order mark), UTF-16 in either order (with or without one) or Windows-1252 and normalises the text.
 * @encoding becomes the name of what was converted from, NULL for UTF-8; static. @damaged becomes TRUE when single bytes could not be read and stand
 * as U+FFFD. VLG_ERROR_EMPTY and BINARY name the file. Caller owns. */
char *vlg_text_decode (GBytes *bytes, const char *name, const char **encoding, gboolean *damaged, GError **error);

G_END_DECLS
