/* vlg-import-bar.h — papers on their way in: progress, questions, outcome
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-import.h"

G_BEGIN_DECLS

#define VLG_TYPE_IMPORT_BAR (vlg_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (VlgImportBar, vlg_import_bar, VLG, IMPORT_BAR, AdwBin)

/**
 * VlgImportBar:
 *
 * Imports papers batch after batch, asks what to do with numbers that exist already and with texts that are no papers, and shows itself when that takes longer than half a second.
 * Property: import (VlgImport, read only: the batch that runs, or NULL). Action: import.cancel.
 * Signal `finished` (GPtrArray of VlgImportResult): a batch is through, all questions answered.
 */

/* Imports @files (GFile); behind what is still running. */
void     vlg_import_bar_run     (VlgImportBar *self, VlgOffice *office, GPtrArray *files);
gboolean vlg_import_bar_is_busy (VlgImportBar *self);

G_END_DECLS
