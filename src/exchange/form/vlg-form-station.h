/* vlg-form-station.h — one row of the consultation sequence while it is read
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-form-reading.h"

G_BEGIN_DECLS

typedef struct {
  GString       *body;
  GString       *status;
  GString       *confirmation;
  VlgVisibility  visibility;
  VlgRole        role;
  VlgDay         day;
  VlgVotes       votes;
  guint          n_votes;
  gboolean       tabular;      /* its cells were told apart by their places, so that the body's may be empty */
  guint          first, end;   /* its lines */
} VlgStation;

/* Counts over a sequence, for the report. */
typedef struct {
  guint n_stations;
  guint n_unknown;     /* bodies the profile does not name */
  guint n_ambiguous;   /* fewer counts than columns: which vote is meant is a guess */
} VlgStationTally;

void        vlg_station_init       (VlgStation *self);
void        vlg_station_clear      (VlgStation *self);
/* Empties it for the next row. */
void        vlg_station_reset      (VlgStation *self);
gboolean    vlg_station_is_empty   (VlgStation *self);
/* Appends the row to the motion and takes its lines, if it is one; resets it in any case. */
void        vlg_station_commit     (VlgStation *self, VlgFormReading *reading, VlgStationTally *tally);
/* Whether the words so far name a body of the profile; with @more behind them, unless NULL. */
gboolean    vlg_station_names_body (VlgStation *self, VlgFormReading *reading, const char *more);

/* Scanners at the start of @text; the text behind it or NULL. */
const char *vlg_form_match_status  (VlgProfile *profile, const char *text, VlgVisibility *visibility);
/* "Vorberatung", "Entscheidung", "Beschlussfassung", "Kenntnisnahme" and others. */
const char *vlg_form_match_role    (const char *text, VlgRole *role);
/* A count of votes standing alone. */
const char *vlg_form_match_count   (const char *text, int *count);

/* The table where the places of its words are known; FALSE when the heading row @header does not show its columns. */
gboolean    vlg_form_read_table    (VlgFormReading *reading, guint header, guint end, VlgStationTally *tally);

G_END_DECLS
