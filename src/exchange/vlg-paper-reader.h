/* vlg-paper-reader.h — a council paper into a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-error.h"
#include "vlg-import-report.h"
#include "vlg-motion.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* A paper over this many bytes is refused. */
#define VLG_PAPER_LIMIT (200 * 1024 * 1024)

/* Reads the text of a form (UTF-8, normalised) into a motion; nothing is lost: what is not recognised lands in its unrecognised text. Never fails on a non-empty text. Pure. Caller owns. */
VlgMotion *vlg_form_read            (const char *text, VlgProfile *profile, VlgImportReport **report, GError **error);
/* Reads a file (text in UTF-8, UTF-16 or Windows-1252, PDF, Word, OpenDocument) whose bytes @bytes were read whole. @name for messages. The motion carries no source annex yet: the session adds it.
 * VLG_ERROR_EMPTY, BINARY, ENCRYPTED, NO_TEXT, DAMAGED, TOO_LARGE; one clear message naming the file. May be called from any thread. Caller owns. */
VlgMotion *vlg_paper_reader_read    (GBytes *bytes, const char *name, VlgProfile *profile, VlgImportReport **report, GError **error);
/* Reads a file's bytes: VLG_ERROR_TOO_LARGE over VLG_PAPER_LIMIT, VLG_ERROR_CHANGED when it grew, shrank or vanished meanwhile, G_IO_ERROR of the disk. Caller owns. */
GBytes    *vlg_paper_reader_load    (GFile *file, GCancellable *cancellable, GError **error);
/* The text layer of a PDF, pages separated by form feeds, as vlg_form_read() takes it. Caller owns. */
char      *vlg_pdf_text_extract     (GBytes *pdf, const char *name, GError **error);

G_END_DECLS
