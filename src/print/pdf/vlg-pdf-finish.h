/* vlg-pdf-finish.h — what cairo cannot write into a PDF
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-flow.h"

G_BEGIN_DECLS

typedef struct {
  const char *title;
  const char *language;   /* BCP 47 */
  const char *author;     /* NULL: no metadata but title and language */
  const char *producer;
  const char *date;       /* "YYYY-MM-DD" or NULL */
  const char *figure;     /* what the figure shows, for those who do not see it; NULL without one */
} VlgPdfFacts;

/**
 * vlg_pdf_finish:
 * @pdf: as cairo wrote it, each stretch of text in a mark of its own
 * @nodes: (element-type VlgNode): the structure
 * @marked: (element-type GArray of guint32): for each page the node of each of its marks in turn
 *
 * Gives the PDF its structure in reading order with scopes of header cells, marks everything else as artifact, and sets language, title, tab order and
 * metadata; the /ID follows from the content. Caller owns; VLG_ERROR_FAILED when the PDF is not as expected.
 */
GBytes *vlg_pdf_finish (GBytes *pdf, GArray *nodes, GPtrArray *marked, const VlgPdfFacts *facts, GError **error);

G_END_DECLS
