/* vlg-import-outcome.h — tells what became of imported papers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motions-page.h"

G_BEGIN_DECLS

/* Hands the reports of @results (VlgImportResult) to @page, shows the motion of a single paper, says in a toast what came in, and in one dialog what did not. */
void vlg_import_outcome_tell (VlgMotionsPage *page, GPtrArray *results);

G_END_DECLS
