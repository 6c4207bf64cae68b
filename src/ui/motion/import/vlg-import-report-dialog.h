/* vlg-import-report-dialog.h — what was found in a paper, where, and how sure
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-import-report.h"
#include "vlg-motion.h"

G_BEGIN_DECLS

#define VLG_TYPE_IMPORT_REPORT_DIALOG (vlg_import_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VlgImportReportDialog, vlg_import_report_dialog, VLG, IMPORT_REPORT_DIALOG, AdwWindow)

/* Shows @report on @motion, over @parent, field by field in the order of the form. */
GtkWidget *vlg_import_report_dialog_new (GtkWindow *parent, VlgMotion *motion, VlgImportReport *report);

G_END_DECLS
