/* vlg-calendar-file.h — the calendar to and from a file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-calendar-kinds.h"
#include "vlg-office.h"

G_BEGIN_DECLS

/* What became of the events of a file. */
typedef struct {
  guint n_new;
  guint n_changed;
  guint n_same;
  guint n_older;          /* the calendar has a later state of the meeting, which stays */
  guint n_withheld;       /* meetings of a public edition whose body it does not tell */
  guint n_consultations;  /* they belong to their motions, whose days no file changes */
  guint n_trashed;        /* they lie in the trash here, and stay there */
  guint n_refused;        /* the file would change what stands: a meeting that was held or has results, or the body of one with motions */
  guint n_moved;          /* consultations that went to another day with their meetings */
  guint n_linked;         /* consultations that were linked to new meetings, whose body and day they match */
} VlgCalendarImport;

/* The ending of a file's name decides: ".ics" is iCalendar, ".csv" a table of the meetings. Blocking, any thread but the store's. */

/* Writes the meetings from @from to @to (VLG_DAY_NONE: open) and, for iCalendar, the consultations that are linked to none, atomically. VLG_EDITION_PUBLIC: see vlg_ical_write();
 * VLG_ERROR_INVALID for a table, which has no public edition. */
gboolean vlg_calendar_file_export (VlgOffice *office, GFile *file, VlgDay from, VlgDay to, VlgEdition edition, GError **error);
/* Takes the meetings of a file over, all or none: one whose uid is known, or whose body meets at that time already, is changed in what the file says of it, others are new. VLG_ERROR_INVALID
 * names the line; VLG_ERROR_TOO_LARGE. @report gets what became of them. */
gboolean vlg_calendar_file_import (VlgOffice *office, GFile *file, VlgCalendarImport *report, GError **error);

G_END_DECLS
