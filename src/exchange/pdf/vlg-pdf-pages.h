/* vlg-pdf-pages.h — the pages of a foreign PDF, to look at
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "vlg-error.h"

G_BEGIN_DECLS

/* Any thread, but one at a time. */
typedef struct _VlgPdfPages VlgPdfPages;

/* Reads @file, which stays on the disk while pages are drawn. VLG_ERROR_ENCRYPTED when it asks for a password, VLG_ERROR_DAMAGED. Caller owns. */
VlgPdfPages     *vlg_pdf_pages_open     (GFile *file, GCancellable *cancellable, GError **error);
void             vlg_pdf_pages_free     (VlgPdfPages *self);
guint            vlg_pdf_pages_get_n    (VlgPdfPages *self);
/* Page @page, counted from 0, @width pixels wide, on white. NULL with VLG_ERROR_DAMAGED or _TOO_LARGE. Caller owns. */
cairo_surface_t *vlg_pdf_pages_draw     (VlgPdfPages *self, guint page, int width, GError **error);
/* The text on it; caller owns. */
char            *vlg_pdf_pages_get_text (VlgPdfPages *self, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgPdfPages, vlg_pdf_pages_free)

G_END_DECLS
