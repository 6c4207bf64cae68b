/* vlg-form-reading.h — one reading of a form, shared by the parts that read it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-form-furniture.h"
#include "vlg-form-lines.h"
#include "vlg-form-sections.h"
#include "vlg-import-report.h"
#include "vlg-motion.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

typedef struct {
  /* borrowed */
  VlgFormLines    *lines;
  VlgProfile      *profile;
  VlgMotion       *motion;
  VlgImportReport *report;

  VlgFormSections  sections;
  GArray          *words;   /* scratch: VlgFormWord */
  gboolean         foreign; /* another city's paper: its bodies are not the profile's */
} VlgFormReading;

/* Reads all of @lines into a motion after the profile's form, or, where that is not it, after what other cities print. */
VlgMotion *vlg_form_read_lines        (VlgFormLines *lines, VlgProfile *profile, VlgImportReport *report);

/* The parts. Each marks the lines it read as taken; what it leaves is kept verbatim by the reader. Each adds its entry to the report. */
void       vlg_form_read_sequence     (VlgFormReading *reading);
void       vlg_form_read_leitbild     (VlgFormReading *reading);
/* Why fields of action were ticked, behind the table that says which. */
void       vlg_form_read_rationales   (VlgFormReading *reading);
/* Takes the submitter's block off the end of the section before the decision line, so it runs before the texts are read. */
void       vlg_form_read_signatories  (VlgFormReading *reading);
void       vlg_form_read_annexes      (VlgFormReading *reading);
/* A paper of another city: what is certain. */
void       vlg_form_read_foreign      (VlgFormReading *reading);

/* Adds a field's entry with the numbers of lines @first to before @end. */
void       vlg_form_report            (VlgFormReading *reading, VlgField field, VlgCertainty certainty, guint first, guint end, const char *note);

G_END_DECLS
