/* vlg-form-prose.h — lines of a paper put back together: words, paragraphs, lists
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-form-lines.h"

G_BEGIN_DECLS

/* A stretch of a paper: from byte @offset of line @first up to before line @end. */
typedef struct {
  guint first;
  guint offset;
  guint end;
} VlgFormRange;

/* Appends @text, which stood at the start of the line after what @out holds: a hyphen of a line break goes ("Integra-/tion"), one that belongs to
 * the word stays ("Dessau-/Roßlau"), one before "und" or "oder" keeps its blank ("Haupt-/und"). Runs of blanks become one. */
void      vlg_form_join_line         (GString *out, const char *text);
/* The stretch as one line of plain text. Marks the lines as taken. Caller owns. */
char     *vlg_form_range_to_line     (VlgFormLines *lines, const VlgFormRange *range);
/* The stretch as CommonMark: paragraphs, lists where they certainly are ones, everything else escaped. Marks the lines as taken. Caller owns. */
char     *vlg_form_range_to_markdown (VlgFormLines *lines, const VlgFormRange *range);
/* Whether the stretch holds no word. */
gboolean  vlg_form_range_is_empty    (VlgFormLines *lines, const VlgFormRange *range);

G_END_DECLS
