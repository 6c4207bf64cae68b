/* vlg-form-rich.h — lines of a form that came with their formatting
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-form-prose.h"
#include "vlg-text-line.h"

G_BEGIN_DECLS

/* The bytes @start to before @end (at most all) of @line's text with their spans, blanks at both ends dropped; kind and depth stay. Caller owns. */
VlgTextLine *vlg_form_rich_cut         (const VlgTextLine *line, guint start, guint end);
/* What was typed as text at the start of a line and is the marker of a list. */
typedef struct {
  gboolean item;
  gboolean ordered;
  guint    value;     /* of the number */
  guint    length;    /* bytes of the marker and the blanks behind it */
} VlgFormTyped;

/* The stretch as CommonMark with the formatting its lines came with; each paragraph stays one. @typed has one for each line of the range. Caller owns. */
char        *vlg_form_rich_to_markdown (VlgFormLines *lines, const VlgFormRange *range, const VlgFormTyped *typed);

G_END_DECLS
