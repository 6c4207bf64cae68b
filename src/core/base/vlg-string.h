/* vlg-string.h — texts as they enter the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Normalises a text on entry: UTF-8 is checked, NUL refused (VLG_ERROR_INVALID), CR LF and CR become LF,
 * the result is NFC. @length in bytes, -1 for NUL-terminated. Caller owns the string; NULL on error. */
char     *vlg_string_normalize  (const char *text, gssize length, GError **error);
/* Runs of blanks, tabs, line ends and no-break blanks become one blank, none at the ends. Caller owns. */
char     *vlg_string_collapse   (const char *text);
/* Folds for search and loose comparison: case-folded, ß as ss, diacritics dropped (ä as a). Caller owns. */
char     *vlg_string_fold       (const char *text);
/* Makes *@target a copy of @value (NULL too), freeing what was there; TRUE when that changed it. */
gboolean  vlg_string_set        (char **target, const char *value);
/* A fresh random UUID (RFC 4122 version 4, lower case) for an entity that may leave the file. Caller owns. */
char     *vlg_uid_new           (void);
/* Instants are UTC microseconds since 1970. */
gint64    vlg_instant_now       (void);

G_END_DECLS
