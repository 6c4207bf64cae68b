/* vlg-calendar-file.c — the calendar to and from a file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-atomic-file.h"
#include "vlg-calendar-rows.h"
#include "vlg-errand.h"
#include "vlg-ical.h"
#include "vlg-meeting-links.h"
#include "vlg-meetings-csv.h"
#include "vlg-meetings.h"
#include "vlg-string.h"

/* A century of a large town is a tenth of that. */
#define LARGEST (32 * 1024 * 1024)

/* Whether @file is a table; FALSE with @error where its name says nothing. */
static gboolean
find_format (GFile     *file,
             gboolean  *table,
             GError   **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (name, -1);
  g_autofree char *shown = NULL;

  *table = g_str_has_suffix (folded, ".csv");
  if (*table || g_str_has_suffix (folded, ".ics"))
    return TRUE;

  shown = g_filename_display_name (name);
  g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("The name of a calendar file ends in .ics or .csv, not “%s”."), shown);

  return FALSE;
}

/* Export */

typedef struct {
  VlgDay from;
  VlgDay to;
} Span;

static gpointer
collect_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Span *span = data;
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_event_free);
  g_autoptr (GPtrArray) meetings = vlg_meetings_list (db, span->from, span->to, error);
  g_autoptr (GPtrArray) rows = meetings != NULL ? vlg_calendar_rows_load (db, span->from, span->to, error) : NULL;

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < meetings->len; i++)
    {
      gint64 sequence, modified_at;

      if (!vlg_meetings_get_sequence (db, vlg_meeting_get_uid (meetings->pdata[i]), &sequence, &modified_at, error))
        return NULL;
      /* iCalendar knows seconds. */
      g_ptr_array_add (events, vlg_calendar_event_new (meetings->pdata[i], NULL, sequence, modified_at));
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const VlgCalendarFacts *facts = vlg_calendar_entry_get_facts (rows->pdata[i]);

      if (facts->kind == VLG_ENTRY_CONSULTATION && facts->meeting_uid == NULL)
        g_ptr_array_add (events, vlg_calendar_event_new (NULL, rows->pdata[i], 0, 0));
    }

  return g_steal_pointer (&events);
}

static gpointer
key_job (VlgDb         *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  return vlg_meetings_get_key (db, error);
}

gboolean
vlg_calendar_file_export (VlgOffice  *office,
                          GFile      *file,
                          VlgDay      from,
                          VlgDay      to,
                          VlgEdition  edition,
                          GError    **error)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) key = NULL;
  g_autofree char *name = NULL;
  Span span = { from, to };
  gboolean table;

  g_return_val_if_fail (VLG_IS_OFFICE (office), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (!find_format (file, &table, error))
    return FALSE;
  if (table && edition == VLG_EDITION_PUBLIC)
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("A table has no public edition; an iCalendar file (.ics) has one."));
      return FALSE;
    }
  events = vlg_store_read (vlg_office_get_store (office), collect_job, &span, NULL, error);
  if (events == NULL)
    return FALSE;
  name = g_strdup_printf ("Sitzungskalender %s", vlg_profile_get_name (vlg_office_get_profile (office)));
  if (edition == VLG_EDITION_PUBLIC)
    {
      key = vlg_store_read (vlg_office_get_store (office), key_job, NULL, NULL, error);
      if (key == NULL)
        return FALSE;
    }
  bytes = table ? vlg_meetings_csv_write (events) : vlg_ical_write (events, edition, name, key);

  return vlg_atomic_file_write_bytes (file, bytes, NULL, error);
}

/* Import */

static GBytes *
load (GFile       *file,
      const char  *name,
      GError     **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 part[64 * 1024];
  gssize n;

  if (stream == NULL)
    return NULL;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), part, sizeof part, NULL, error)) > 0)
    {
      g_byte_array_append (content, part, n);
      if (content->len > LARGEST)
        {
          g_set_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE, _("%s is too large for a calendar."), name);
          return NULL;
        }
    }

  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* Gives the meeting the body of the profile that is named, by its name or abbreviation. */
static void
find_body (VlgProfile *profile,
           VlgMeeting *meeting)
{
  const char *uid = vlg_meeting_get_body_uid (meeting), *name = vlg_meeting_get_body (meeting);
  GListModel *bodies = vlg_profile_get_bodies (profile);
  VlgBody *body = uid != NULL ? vlg_profile_find_body_by_uid (profile, uid) : NULL;

  if (body == NULL)
    body = vlg_profile_find_body (profile, name);
  for (guint i = 0; body == NULL && i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr (VlgBody) candidate = g_list_model_get_item (bodies, i);

      if (g_strcmp0 (vlg_body_get_abbreviation (candidate), name) == 0)
        body = candidate;
    }
  if (body == NULL)
    return;
  vlg_meeting_set_body (meeting, vlg_body_get_name (body));
  vlg_meeting_set_body_uid (meeting, vlg_body_get_uid (body));
  if (vlg_meeting_get_visibility (meeting) == VLG_VISIBILITY_UNDECIDED)
    vlg_meeting_set_visibility (meeting, vlg_body_get_visibility (body));
}

/* The stored meeting that @meeting is: by uid, or the only one of its body that begins at that time. NULL without error for none. Caller owns. */
static VlgMeeting *
find_stored (VlgDb       *db,
             VlgMeeting  *meeting,
             GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) there = NULL;
  VlgMeeting *stored = vlg_meetings_load (db, vlg_meeting_get_uid (meeting), &local_error), *found = NULL;

  if (stored != NULL)
    return stored;
  if (g_error_matches (local_error, VLG_ERROR, VLG_ERROR_NOT_FOUND))
    {
      g_clear_error (&local_error);
      there = vlg_meetings_find (db, vlg_meeting_get_body (meeting), vlg_meeting_get_body_uid (meeting), vlg_meeting_get_day (meeting), &local_error);
    }
  if (there == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  for (guint i = 0; i < there->len; i++)
    if (vlg_meeting_get_start (there->pdata[i]) == vlg_meeting_get_start (meeting))
      {
        if (found != NULL)
          return NULL;
        found = there->pdata[i];
      }

  return found != NULL ? g_object_ref (found) : NULL;
}

/* What the file leaves empty stays as it is stored. */
static void
fill_in (VlgMeeting *meeting,
         VlgMeeting *stored,
         gboolean    table,
         gboolean    newer)
{
  vlg_meeting_set_uid (meeting, vlg_meeting_get_uid (stored));
  vlg_meeting_set_revision (meeting, vlg_meeting_get_revision (stored));
  if (vlg_meeting_get_number (meeting) == NULL)
    vlg_meeting_set_number (meeting, vlg_meeting_get_number (stored));
  if (vlg_meeting_get_body_uid (meeting) == NULL)
    vlg_meeting_set_body_uid (meeting, vlg_meeting_get_body_uid (stored));
  if (*vlg_meeting_get_room (meeting) == '\0')
    vlg_meeting_set_room (meeting, vlg_meeting_get_room (stored));
  if (*vlg_meeting_get_note (meeting) == '\0')
    vlg_meeting_set_note (meeting, vlg_meeting_get_note (stored));
  if (vlg_meeting_get_visibility (meeting) == VLG_VISIBILITY_UNDECIDED)
    vlg_meeting_set_visibility (meeting, vlg_meeting_get_visibility (stored));
  if (vlg_meeting_get_end (meeting) == VLG_WALL_TIME_NONE && vlg_meeting_get_start (meeting) == vlg_meeting_get_start (stored))
    vlg_meeting_set_end (meeting, vlg_meeting_get_end (stored));
  /* What is cancelled takes place again only by a later word than that. */
  if (vlg_meeting_get_state (stored) == VLG_MEETING_STATE_CANCELLED ? !newer : vlg_meeting_get_state (meeting) == VLG_MEETING_STATE_PLANNED)
    vlg_meeting_set_state (meeting, vlg_meeting_get_state (stored));
  if (table)
    vlg_meeting_set_zone (meeting, vlg_meeting_get_zone (stored));
}

typedef struct {
  GPtrArray *events;
  gboolean table;
  VlgCalendarImport *report;
  VlgErrand *errand;
} Import;

/* Whether the calendar knows a later state than @event, which may say nothing of its own. iCalendar knows seconds (RFC 5545, 3.8.7.3 and 4). */
static gboolean
is_older (VlgCalendarEvent *event,
          gint64            sequence,
          gint64            modified_at)
{
  if (event->sequence >= 0 && event->sequence != sequence)
    return event->sequence < sequence;

  return event->changed_at != 0 && event->changed_at / G_USEC_PER_SEC < modified_at / G_USEC_PER_SEC;
}

/* The counters go on from what the file says, so that reading it again finds what it left. */
static gboolean
take_counters (VlgDb             *db,
               Import            *import,
               VlgCalendarEvent  *event,
               gint64             sequence,
               GError           **error)
{
  gint64 now = vlg_instant_now ();

  return import->table || vlg_meetings_set_sequence (db, vlg_meeting_get_uid (event->meeting), MAX (sequence, event->sequence),
                                                     event->changed_at != 0 ? MIN (event->changed_at, now) : now, error);
}

static void
count_moved (Import          *import,
             VlgCalendarDeed *deed)
{
  for (guint i = 0; i < deed->steps->len; i++)
    {
      const VlgCalendarStep *step = deed->steps->pdata[i];

      if (step->trashed)
        continue;
      if (step->from_day != step->to_day)
        import->report->n_moved++;
      else
        import->report->n_linked++;
    }
}

/* Saves what the file changes; what the calendar does not let go of is counted and stays. */
static gboolean
save_change (VlgDb             *db,
             Import            *import,
             VlgCalendarEvent  *event,
             VlgMeeting        *stored,
             gint64             sequence,
             GError           **error)
{
  VlgMeetingState from = vlg_meeting_get_state (stored), to = vlg_meeting_get_state (event->meeting);
  g_autoptr (VlgCalendarDeed) deed = NULL;
  g_autoptr (GError) local_error = NULL;

  if (from != to && !vlg_meeting_state_can_change (from, to))
    {
      import->report->n_refused++;
      return TRUE;
    }
  if (vlg_meetings_save (db, event->meeting, FALSE, import->errand->actor, &deed, &local_error))
    {
      import->report->n_changed++;
      count_moved (import, deed);
      return take_counters (db, import, event, sequence, error);
    }
  if (g_error_matches (local_error, VLG_ERROR, VLG_ERROR_FROZEN))
    {
      import->report->n_refused++;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
take_stored (VlgDb             *db,
             Import            *import,
             VlgCalendarEvent  *event,
             VlgMeeting        *stored,
             GError           **error)
{
  gboolean same_uid = g_str_equal (vlg_meeting_get_uid (stored), vlg_meeting_get_uid (event->meeting));
  gint64 sequence, modified_at;

  if (!vlg_meetings_get_sequence (db, vlg_meeting_get_uid (stored), &sequence, &modified_at, error))
    return FALSE;
  fill_in (event->meeting, stored, import->table, same_uid && event->sequence > sequence);
  if (vlg_meeting_equal (event->meeting, stored))
    {
      import->report->n_same++;
      return event->sequence <= sequence || take_counters (db, import, event, sequence, error);
    }
  if (!import->table && same_uid && is_older (event, sequence, modified_at))
    {
      import->report->n_older++;
      return TRUE;
    }

  return save_change (db, import, event, stored, sequence, error);
}

static gboolean
take_new (VlgDb             *db,
          Import            *import,
          VlgCalendarEvent  *event,
          GError           **error)
{
  g_autoptr (VlgCalendarDeed) deed = NULL;
  int n;

  if (!vlg_meetings_save (db, event->meeting, FALSE, import->errand->actor, &deed, error) || !take_counters (db, import, event, 0, error))
    return FALSE;
  import->report->n_new++;
  count_moved (import, deed);
  /* Those with a result, which the calendar of past years is read for. */
  n = vlg_meeting_links_match (db, vlg_meeting_get_uid (event->meeting), error);
  if (n < 0)
    return FALSE;
  import->report->n_linked += n;

  return TRUE;
}

static gboolean
take_event (VlgDb             *db,
            Import            *import,
            VlgCalendarEvent  *event,
            GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (VlgMeeting) stored = NULL;
  gboolean trashed;

  if (event->meeting == NULL)
    {
      import->report->n_consultations++;
      return TRUE;
    }
  if (g_str_equal (vlg_meeting_get_body (event->meeting), VLG_ICAL_WITHHELD))
    {
      import->report->n_withheld++;
      return TRUE;
    }
  if (!vlg_meetings_is_trashed (db, vlg_meeting_get_uid (event->meeting), &trashed, error))
    return FALSE;
  if (trashed)
    {
      import->report->n_trashed++;
      return TRUE;
    }
  stored = find_stored (db, event->meeting, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return stored != NULL ? take_stored (db, import, event, stored, error) : take_new (db, import, event, error);
}

static gpointer
import_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Import *import = data;

  for (guint i = 0; i < import->events->len; i++)
    {
      VlgCalendarEvent *event = import->events->pdata[i];
      g_autoptr (GError) local_error = NULL;

      if (!take_event (db, import, event, &local_error))
        {
          g_set_error (error, local_error->domain, local_error->code, _("Line %u: %s"), event->line, local_error->message);
          return NULL;
        }
    }

  return NULL;
}

gboolean
vlg_calendar_file_import (VlgOffice          *office,
                          GFile              *file,
                          VlgCalendarImport  *report,
                          GError            **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (VlgErrand) errand = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  Import import = { 0 };

  g_return_val_if_fail (VLG_IS_OFFICE (office), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  memset (report, 0, sizeof *report);
  name = g_file_get_parse_name (file);
  if (!find_format (file, &import.table, error))
    return FALSE;
  bytes = load (file, name, error);
  if (bytes == NULL)
    return FALSE;
  events = import.table ? vlg_meetings_csv_read (bytes, name, error) : vlg_ical_read (bytes, name, error);
  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    if (((VlgCalendarEvent *) events->pdata[i])->meeting != NULL)
      find_body (vlg_office_get_profile (office), ((VlgCalendarEvent *) events->pdata[i])->meeting);

  errand = vlg_errand_new (office);
  import.events = events;
  import.report = report;
  import.errand = errand;
  vlg_store_write (vlg_office_get_store (office), import_job, &import, NULL, &local_error);
  if (local_error == NULL)
    return TRUE;
  memset (report, 0, sizeof *report);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
