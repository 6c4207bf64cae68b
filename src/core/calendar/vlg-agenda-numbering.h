/* vlg-agenda-numbering.h — the numbers of an agenda, as a pure function
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VLG_TYPE_AGENDA_WORDING (vlg_agenda_wording_get_type ())

/**
 * VlgAgendaWording:
 * @public_letter: before the number of a public item, "Ö"
 * @non_public_letter: before that of a non-public one, "N"
 * @public_heading: "Öffentlicher Teil"
 * @non_public_heading: "Nichtöffentlicher Teil"
 * @announcement: title of the item with which resolutions of a non-public part are announced
 * @withheld: what the public reads of a non-public item that has no public title
 *
 * The words of an agenda. They are printed, so they are in the language of the council profile and not translated.
 */
typedef struct {
  char *public_letter;
  char *non_public_letter;
  char *public_heading;
  char *non_public_heading;
  char *announcement;
  char *withheld;
} VlgAgendaWording;

/* Where an item stands: enough to number it. @fixed is the number it has been given for good, NULL or "" for none. */
typedef struct {
  gboolean    non_public;
  guint       depth;
  const char *fixed;
} VlgAgendaPlace;

GType             vlg_agenda_wording_get_type (void);
/* The German words of the comment above. Caller owns. */
VlgAgendaWording *vlg_agenda_wording_new      (void);
VlgAgendaWording *vlg_agenda_wording_copy     (const VlgAgendaWording *self);
void              vlg_agenda_wording_free     (VlgAgendaWording *self);

/* The depth at which each place really stands: none deeper than one below the place above it, and the first of a part outermost. Caller owns the @n numbers. */
guint            *vlg_agenda_true_depths      (const VlgAgendaPlace *places, guint n);

/**
 * vlg_agenda_number_places:
 *
 * Numbers places: "Ö 7", "Ö 7.1", "N 1". The two parts are counted apart, and a part that is resumed goes on where it stopped. A fixed number stays as it is; a
 * place without one gets the number after the highest of those beside it, so that no number is ever given twice and none that has been printed changes.
 * A place below a fixed one takes its number as the beginning of its own.
 *
 * Returns @n numbers and NULL; caller owns (g_strfreev()).
 */
char            **vlg_agenda_number_places    (const VlgAgendaPlace *places, guint n, const VlgAgendaWording *wording);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgAgendaWording, vlg_agenda_wording_free)

G_END_DECLS
