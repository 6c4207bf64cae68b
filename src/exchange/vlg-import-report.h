/* vlg-import-report.h — what was found where, and how sure
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-field.h"

G_BEGIN_DECLS

typedef enum {
  VLG_CERTAINTY_MISSING,   /* the heading was not found */
  VLG_CERTAINTY_GUESSED,   /* inferred without its heading */
  VLG_CERTAINTY_PROBABLE,  /* found, but something about it is odd */
  VLG_CERTAINTY_CERTAIN,
} VlgCertainty;

typedef struct {
  VlgField     field;
  VlgCertainty certainty;
  guint        first_line, last_line;  /* in the paper's text, 1-based; 0 when missing */
  char        *note;                   /* translated, or NULL */
} VlgImportEntry;

#define VLG_TYPE_IMPORT_REPORT (vlg_import_report_get_type ())
G_DECLARE_FINAL_TYPE (VlgImportReport, vlg_import_report, VLG, IMPORT_REPORT, GObject)

VlgImportReport      *vlg_import_report_new                (void);
void                  vlg_import_report_add                (VlgImportReport *self, VlgField field, VlgCertainty certainty, guint first_line, guint last_line, const char *note);
guint                 vlg_import_report_get_n_entries      (VlgImportReport *self);
/* Borrowed. */
const VlgImportEntry *vlg_import_report_get_entry          (VlgImportReport *self, guint index);
const VlgImportEntry *vlg_import_report_find               (VlgImportReport *self, VlgField field);
/* Whether what was found makes it a council paper: a number or the heading of a resolution, or two other fields of the form. A letter has a subject,
 * a law and the record of a meeting have none of it. */
gboolean              vlg_import_report_is_paper           (VlgImportReport *self);
/* Lines of the paper that were kept verbatim in the motion's unrecognised text. */
guint                 vlg_import_report_get_n_unrecognised (VlgImportReport *self);
void                  vlg_import_report_set_n_unrecognised (VlgImportReport *self, guint n_lines);
/* The encoding the file was converted from ("WINDOWS-1252"), or NULL for UTF-8 and PDF. */
const char           *vlg_import_report_get_encoding       (VlgImportReport *self);
void                  vlg_import_report_set_encoding       (VlgImportReport *self, const char *encoding);

G_END_DECLS
