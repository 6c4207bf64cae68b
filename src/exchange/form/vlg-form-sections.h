/* vlg-form-sections.h — where the parts of the form begin and end
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-form-prose.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

typedef struct {
  gboolean     found;
  VlgFormRange range;    /* the value: behind the heading up to the next one */
  guint        heading;  /* line of the heading */
} VlgFormSection;

typedef struct {
  VlgFormSection sections[VLG_N_FIELDS];
  guint          n_found;
  guint          body_end;      /* the line where the first annex begins, or the number of lines */
  guint          last_heading;  /* line of the last heading before that */
  guint          rationales;    /* line of the heading above the rationales of the fields of action, between the form and the annexes */
  gboolean       has_rationales;
} VlgFormSections;

/* An annex heading in line @index: "Anlage 2: Title". Returns its number and sets @title to the rest of the line (borrowed); 0 when there is none. */
guint vlg_form_match_annex   (VlgFormLines *lines, VlgProfile *profile, guint index, const char **title);
/* Finds the profile's headings, each where it stands first, and marks their lines as taken (the values are not). */
void  vlg_form_sections_find (VlgFormLines *lines, VlgProfile *profile, VlgFormSections *sections);

G_END_DECLS
