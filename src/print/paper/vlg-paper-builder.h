/* vlg-paper-builder.h — a motion as the strips of its form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-flow.h"
#include "vlg-motion.h"
#include "vlg-paper.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

/* What the blocks of the form are made from. All borrowed. */
typedef struct {
  VlgFlow       *flow;
  VlgMotion     *motion;
  VlgProfile    *profile;
  VlgPaperFlags  flags;
} VlgPaperBuilder;

/* The whole form, then the rationales and the annexes. */
void vlg_paper_builder_build        (VlgPaperBuilder *self);

/* Blocks; each in its own file. */
void vlg_paper_add_consultations    (VlgPaperBuilder *self);
void vlg_paper_add_leitbild         (VlgPaperBuilder *self);
/* The page that says why fields of action were ticked; nothing where it is not to be printed. */
void vlg_paper_add_rationales       (VlgPaperBuilder *self);
/* The signatories of one block side by side, three in a row; nothing when there are none. */
void vlg_paper_add_signatures       (VlgPaperBuilder *self, VlgBlock block, double before);

/* A label (bold, a heading in the structure when @heading) with what runs on behind it, as one paragraph. */
void vlg_paper_add_label            (VlgPaperBuilder *self, const char *label, const char *value, double before, gboolean heading);

/* Copies @pattern with each "{name}" and "%s" replaced; pairs of name and value, NULL at the end. Caller owns. */
char *vlg_paper_fill_pattern        (const char *pattern, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
