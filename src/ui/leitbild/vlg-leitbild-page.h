/* vlg-leitbild-page.h — the Leitbild in figures, for the council
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-leitbild-report.h"
#include "vlg-motion-filter.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_LEITBILD_PAGE (vlg_leitbild_page_get_type ())
G_DECLARE_FINAL_TYPE (VlgLeitbildPage, vlg_leitbild_page, VLG, LEITBILD_PAGE, AdwBin)

typedef enum {
  VLG_LEITBILD_CSV,
  VLG_LEITBILD_SVG,
  VLG_LEITBILD_PDF,
} VlgLeitbildFormat;

/**
 * VlgLeitbildPage:
 *
 * Counts when it is shown and whenever the office changes while it is. Signal open (VlgMotionFilter *, borrowed): show the motions behind a figure.
 * Actions: leitbild.open-total (u: VlgLeitbildTotal), leitbild.open-bar (u), leitbild.open-goal ((uu): goal, period), leitbild.export (s: "csv", "svg", "pdf"), leitbild.table, leitbild.all-years.
 */
GtkWidget         *vlg_leitbild_page_new        (VlgOffice *office);
/* The figures shown; borrowed until the next are there, NULL before the first. */
VlgLeitbildReport *vlg_leitbild_page_get_report (VlgLeitbildPage *self);
/* Counts another span of days, as if the person had chosen it. */
void               vlg_leitbild_page_set_span   (VlgLeitbildPage *self, VlgDay from, VlgDay to);
/* Writes the figures shown to @file and says so: what leitbild.export does once the file is chosen. */
void               vlg_leitbild_page_export_to  (VlgLeitbildPage *self, GFile *file, VlgLeitbildFormat format);

G_END_DECLS
