/* vlg-docx-notes.h — footnotes and endnotes of a Word file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The notes in @notes, the part @part of the file @name (NULL where it has none), as plain text by their ids: ISO/IEC 29500-1, 17.11. VLG_ERROR_DAMAGED.
 * Caller owns. */
GHashTable *vlg_docx_notes_read (GBytes *notes, const char *name, const char *part, GError **error);

G_END_DECLS
