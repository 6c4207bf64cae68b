/* vlg-pdf-append.h — the annexes that are PDF themselves, behind their headings in the paper
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-motion.h"
#include "vlg-paper.h"

G_BEGIN_DECLS

/**
 * vlg_paper_takes_annex:
 *
 * Returns: whether the pages of @annex are appended to the paper of these @flags: it is a counted annex with a PDF for a file, and public where the paper is. The rule is
 * stricter than that for its heading: what nobody has decided on is not published.
 */
gboolean vlg_paper_takes_annex (VlgAnnex *annex, VlgPaperFlags flags);

/**
 * vlg_paper_write_with_annexes:
 * @files: (element-type utf8 filename): the uid of each annex to append, and where its PDF lies
 * @path: where to write the whole; a file there is overwritten
 *
 * Makes the PDF of vlg_paper_to_pdf(), with the pages of each annex behind the page of its heading. The paper keeps its structure, bookmarks and metadata; the files are
 * never in memory as a whole. VLG_ERROR_ENCRYPTED and VLG_ERROR_DAMAGED name the annex.
 */
gboolean vlg_paper_write_with_annexes (VlgMotion *motion, VlgProfile *profile, VlgPaperFlags flags, VlgDay as_of, GHashTable *files, const char *path, GError **error);

G_END_DECLS
