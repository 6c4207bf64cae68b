/* vlg-leitbild-sheet.h — the charts of the Leitbild on paper and as a picture
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-error.h"
#include "vlg-leitbild-report.h"

G_BEGIN_DECLS

/* What stands above the charts; the strings are borrowed. */
typedef struct {
  const char *title;      /* "Leitbild, Stadt Dessau-Roßlau" */
  const char *subtitle;   /* for which days, body and state */
  const char *summary;    /* "4 motions, 3 adopted …" */
  const char *author;     /* "Stadt Dessau-Roßlau" */
  const char *language;   /* of these words: BCP 47 */
} VlgLeitbildHead;

/* A4 pages: bars, then the goals by period, made smaller where there are many periods and continued where there are many goals. Tagged: headings, the bars a figure with words for it, the
 * goals a table whose header cells have a scope. VLG_ERROR_FAILED. Caller owns. */
GBytes *vlg_leitbild_sheet_to_pdf (VlgLeitbildReport *report, VlgLeitbild *leitbild, const VlgLeitbildHead *head, GError **error);
/* The same as one picture that is as high as it takes. Caller owns. */
GBytes *vlg_leitbild_sheet_to_svg (VlgLeitbildReport *report, VlgLeitbild *leitbild, const VlgLeitbildHead *head, GError **error);

G_END_DECLS
