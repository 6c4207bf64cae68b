/* vlg-profile.h — the municipality as data
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-agenda-numbering.h"
#include "vlg-body.h"
#include "vlg-field.h"
#include "vlg-leitbild.h"
#include "vlg-signatory.h"

G_BEGIN_DECLS

/* Words of the form that are no field of a motion. */
typedef enum {
  VLG_HEADING_STATUS,            /* Status */
  VLG_HEADING_DATE,              /* Termin */
  VLG_HEADING_IN_FAVOUR,         /* Für */
  VLG_HEADING_AGAINST,           /* Gegen */
  VLG_HEADING_ABSTENTIONS,       /* Enthaltung */
  VLG_HEADING_CONFIRMATION,      /* Bestätigung */
  VLG_HEADING_FIELD_OF_ACTION,   /* Handlungsfeld */
  VLG_HEADING_GOAL_NUMBER,       /* Ziel-Nummer */
  VLG_HEADING_NOT_RELEVANT,      /* Vorlage nicht leitbildrelevant */
  VLG_HEADING_ANNEX,             /* Anlage */
  VLG_HEADING_PUBLIC,            /* öffentlich */
  VLG_HEADING_NON_PUBLIC,        /* nicht öffentlich */
  VLG_HEADING_NON_PUBLIC_MARK,   /* Nicht öffentlich (head of each page) */
  VLG_HEADING_DRAFT_MARK,        /* Entwurf, Stand %s */
  VLG_HEADING_PAGE,              /* Seite %1$d von %2$d, written "Seite {page} von {pages}" */
  VLG_HEADING_ANNEX_TO,          /* Anlage {annex} zu {number} */
  VLG_HEADING_SEE_ANNEX,         /* siehe Anlage */
} VlgHeading;

#define VLG_N_HEADINGS (VLG_HEADING_SEE_ANNEX + 1)

typedef struct {
  char *key;   /* "BV" */
  char *name;  /* "Beschlussvorlage" */
  gboolean requires_leitbild;
} VlgMotionKind;

#define VLG_TYPE_PROFILE (vlg_profile_get_type ())
G_DECLARE_FINAL_TYPE (VlgProfile, vlg_profile, VLG, PROFILE, GObject)

/* Immutable. */

/* Reads profile JSON ("format": 1). VLG_ERROR_INVALID names the place that is wrong ("bodies[2].name: missing"), VLG_ERROR_NEWER an unknown
 * format. Caller owns. */
VlgProfile          *vlg_profile_new_from_json   (GBytes *json, GError **error);
/* Dessau-Roßlau's, which ships with the program. Caller owns. */
VlgProfile          *vlg_profile_new_default     (void);
/* The bytes it was read from; borrowed. */
GBytes              *vlg_profile_get_json        (VlgProfile *self);
/* SHA-256 of those bytes, lower-case hex: names this version of the profile. */
const char          *vlg_profile_get_sha256      (VlgProfile *self);
/* "Dessau-Roßlau" / "Stadt Dessau-Roßlau". */
const char          *vlg_profile_get_name        (VlgProfile *self);
const char          *vlg_profile_get_municipality (VlgProfile *self);
/* BCP 47 language of the paper, "de-DE". */
const char          *vlg_profile_get_language    (VlgProfile *self);
/* The printed label of a field with its colon as on the form ("Titel:"; for VLG_FIELD_LEITBILD "Relevanz mit Leitbild"). */
const char          *vlg_profile_get_label       (VlgProfile *self, VlgField field);
const char          *vlg_profile_get_heading     (VlgProfile *self, VlgHeading heading);
guint                vlg_profile_get_n_kinds     (VlgProfile *self);
const VlgMotionKind *vlg_profile_get_kind        (VlgProfile *self, guint index);
/* By key, or NULL. */
const VlgMotionKind *vlg_profile_find_kind       (VlgProfile *self, const char *key);
/* (element-type VlgBody) borrowed. */
GListModel          *vlg_profile_get_bodies      (VlgProfile *self);
/* By printed name, compared folded with blanks collapsed; the first in the profile where several bodies bore the name one after the other,
 * NULL when the profile has none. Borrowed. */
VlgBody             *vlg_profile_find_body       (VlgProfile *self, const char *name);
VlgBody             *vlg_profile_find_body_by_uid (VlgProfile *self, const char *uid);
VlgLeitbild         *vlg_profile_get_leitbild    (VlgProfile *self);
/* (element-type VlgSignatory) borrowed: who signs by default. The shipped profile has roles; names are the office's. */
GListModel          *vlg_profile_get_signatories (VlgProfile *self);
/* Public holidays of the profile's state between two days, inclusive: see vlg-holidays.h. */
const char          *vlg_profile_get_holiday_rule (VlgProfile *self);
/* Voting members of the council: councillors plus the mayor where the profile says he votes (§ 36 KVG LSA). */
guint                vlg_profile_get_council_seats (VlgProfile *self);
/* When a number is drawn. */
typedef enum { VLG_NUMBER_AT_CREATION, VLG_NUMBER_AT_SUBMISSION, VLG_NUMBER_AT_RELEASE } VlgNumberTime;
VlgNumberTime        vlg_profile_get_number_time (VlgProfile *self);
/* Whether serials count per origin too, not only per kind and year. */
gboolean             vlg_profile_get_serial_per_origin (VlgProfile *self);
/* The largest file an annex may be, in bytes; 500 MB where the profile ("annexes": { "largest_mb": … }) says nothing. */
guint64              vlg_profile_get_annex_limit (VlgProfile *self);
/* Whether the first page of the paper has a head (municipality, kind), every page a foot (number, page). */
gboolean             vlg_profile_get_paper_head  (VlgProfile *self);
gboolean             vlg_profile_get_paper_foot  (VlgProfile *self);
/* School holidays (element-type VlgDayRange), as the office entered them: they are decreed year by year, so none are built in or shipped. Borrowed. */
GPtrArray           *vlg_profile_get_school_holidays (VlgProfile *self);
/* The words of an agenda; those the profile does not name are vlg_agenda_wording_new()'s. Borrowed. */
const VlgAgendaWording *vlg_profile_get_agenda_wording (VlgProfile *self);

G_END_DECLS
