/* form-generator.h — motions of odd shapes, and their form as text
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "form-projection.h"

G_BEGIN_DECLS

typedef enum {
  FORM_STYLE_CELLS,    /* as text layers give it: each cell in lines of its own, values wrapped */
  FORM_STYLE_LAYOUT,   /* columns side by side, set off by blanks */
  FORM_N_STYLES
} FormStyle;

/* The spellings of numbers that real papers have. NULL-terminated. */
extern const char * const form_numbers[];

/* A motion made of @rand. @index chooses the number's spelling and, now and then, an extreme: no texts at all, 40 consultations, very long words.
 * Only what the form prints is filled. Caller owns. */
VlgMotion *form_generator_motion     (GRand *rand, VlgProfile *profile, guint index);
/* Adds what only the places on a real page tell apart: single votes, rows without a status, many signatories with long names and none, headings,
 * emphasis, nested lists, quotes, long annex titles. */
void       form_generator_make_odd   (GRand *rand, VlgMotion *motion, VlgProfile *profile);
/* Makes it odd in one respect, which @kind chooses: unbreakable words, dozens of pages, a title of one letter, rows, signatories and annexes of rare shapes,
 * hyphens of every kind, task lists, no number. */
#define FORM_N_ODDITIES 11
void       form_generator_make_odd_in (GRand *rand, VlgMotion *motion, guint kind);
/* An annex of about @n_pages pages is appended to @motion. */
void       form_generator_add_annex  (GRand *rand, VlgMotion *motion, guint n_pages);
/* The motion's form as text, wrapped at @width characters as a paper is. Caller owns. */
char      *form_generator_print      (VlgMotion *motion, VlgProfile *profile, FormStyle style, guint width);

G_END_DECLS
