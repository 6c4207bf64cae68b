/* vlg-motions-page.h — the list of motions, and one of them beside it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-import-report.h"
#include "vlg-motion-list.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTIONS_PAGE (vlg_motions_page_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionsPage, vlg_motions_page, VLG, MOTIONS_PAGE, AdwBin)

/**
 * VlgMotionsPage:
 *
 * Properties: office (VlgOffice or NULL), motions (VlgMotionList, read only), motion (VlgMotion shown, read only), order (string: the nick of the list's order), preview (boolean:
 * whether the paper is wanted beside the motion), folded (boolean, read only: list and motion share one place), table (boolean: the list is wanted as a table where there is room), columns (strv: the ids of the table's columns, NULL for all).
 * Actions: motions.search, motions.back, motions.open (s: a uid), motions.order, motions.table, motions.filter, motions.unfilter, motions.export-list; on the motion shown: motion.export and motion.export-annexes (b: public edition), motion.print, motion.open-original, motion.report,
 * motion.trash, motion.restore, motion.duplicate, motion.save-template. The view adds motion.preview.
 */
void           vlg_motions_page_set_office  (VlgMotionsPage *self, VlgOffice *office);
VlgMotionList *vlg_motions_page_get_motions (VlgMotionsPage *self);
/* The motion shown; borrowed, NULL for none. */
VlgMotion     *vlg_motions_page_get_motion  (VlgMotionsPage *self);
/* Narrows the list to @filter, NULL for all; there must be an office. The terms stand as chips below the search, each to be taken away. */
void           vlg_motions_page_set_filter  (VlgMotionsPage *self, const VlgMotionFilter *filter);
/* Loads and shows the motion @uid; what cannot be loaded is told. */
void           vlg_motions_page_show        (VlgMotionsPage *self, const char *uid);
/* The same, with the focus in its title. */
void           vlg_motions_page_edit        (VlgMotionsPage *self, const char *uid);
/* Begins to save what is being written; what is asked of the store after it finds it there. An error is told where the motion is written. */
void           vlg_motions_page_flush       (VlgMotionsPage *self);
/* Saves what is being written, also in motions left before, before the window closes. What cannot be saved is shown, and the person asked
 * whether the window is to stay; G_IO_ERROR_CANCELLED where it is, and all is as before. */
void           vlg_motions_page_close_async (VlgMotionsPage *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean       vlg_motions_page_close_finish (VlgMotionsPage *self, GAsyncResult *result, GError **error);
/* Keeps the import report of the motion @uid for as long as the window lives. */
void           vlg_motions_page_add_report  (VlgMotionsPage *self, const char *uid, VlgImportReport *report);
/* Writes the PDF of the motion shown to @file and says so: what motion.export does once the file is chosen. */
void           vlg_motions_page_export_to   (VlgMotionsPage *self, GFile *file, gboolean public_edition);
/* Writes the list as it is narrowed and ordered to @file as CSV and says so: what motions.export-list does once the file is chosen. */
void           vlg_motions_page_export_list_to (VlgMotionsPage *self, GFile *file);

G_END_DECLS
