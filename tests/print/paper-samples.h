/* paper-samples.h — motions to print, and looking into what was printed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <poppler.h>

#include "vlg-paper.h"

G_BEGIN_DECLS

/* poppler defines no g_autoptr() before 23. */
typedef PopplerDocument SampleDocument;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SampleDocument, g_object_unref)

/* A motion with something in every block of the form and one annex of each kind. Caller owns. */
VlgMotion       *sample_motion          (void);
/* Appends @n consultations, the bodies numbered from 1 and long enough to wrap. */
void             sample_add_rows        (VlgMotion *motion, guint n);
VlgAnnex        *sample_add_annex       (VlgMotion *motion, guint number, const char *title, const char *text, VlgVisibility visibility);
void             sample_add_signatory   (VlgMotion *motion, const char *name, const char *role, VlgBlock block);
/* About @n_words words in paragraphs, the same for the same @seed: plain, compound, hyphenated, numbers, addresses, very long ones. Caller owns. */
char            *sample_prose           (guint seed, guint n_words);

/* The PDF of a motion; fails the test when there is none. Caller owns. */
GBytes          *sample_print           (VlgMotion *motion, VlgPaperFlags flags);
PopplerDocument *sample_open            (GBytes *pdf);
/* The lines of a page as they stand on paper, head and foot included. Caller owns. */
char           **sample_page_lines      (PopplerDocument *document, guint page);
/* Puts lines back together by the rules a reader of the paper goes by. Caller owns. */
char            *sample_join_lines      (char **lines);
/* The PDF without compression, for looking at its bytes. Caller owns. */
GBytes          *sample_uncompress      (GBytes *pdf);
gboolean         sample_contains        (GBytes *bytes, const char *text);
guint            sample_count           (GBytes *bytes, const char *text);
/* The structure as "Document(H1 P Table(TR(TH TH)))". Caller owns. */
char            *sample_structure       (PopplerDocument *document);
/* All text in the order of the structure, an element a line. Caller owns. */
char            *sample_structure_text  (PopplerDocument *document);
/* Asserts that each of @parts (NULL at the end) follows the one before in @text. */
void             sample_assert_order    (const char *text, const char * const *parts);

G_END_DECLS
