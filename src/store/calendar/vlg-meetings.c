/* vlg-meetings.c — meetings in the store
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-meetings.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-core-enums.h"
#include "vlg-journal.h"
#include "vlg-meeting-links.h"
#include "vlg-string.h"

#define COLUMNS "SELECT uid, number, body, body_uid, zone, day, begins, ends, room, state, note, visibility, revision FROM meeting "
#define OF_BODY "trashed = 0 AND state <> 'cancelled' AND (body_uid = ?1 OR ((body_uid IS NULL OR ?1 IS NULL) AND body = ?2)) "

static VlgMeeting *
read_meeting (VlgStatement *row)
{
  VlgMeeting *meeting = vlg_meeting_new ();

  vlg_meeting_set_uid (meeting, vlg_statement_get_text (row, 0));
  if (!vlg_statement_is_null (row, 1))
    {
      g_autoptr (VlgMeetingNumber) number = vlg_meeting_number_parse (vlg_statement_get_text (row, 1), NULL);

      vlg_meeting_set_number (meeting, number);
    }
  vlg_meeting_set_body (meeting, vlg_statement_get_text (row, 2));
  vlg_meeting_set_body_uid (meeting, vlg_statement_get_text (row, 3));
  vlg_meeting_set_zone (meeting, vlg_statement_get_text (row, 4));
  vlg_meeting_set_day (meeting, vlg_column_day (row, 5));
  vlg_meeting_set_start (meeting, vlg_column_count (row, 6));
  vlg_meeting_set_end (meeting, vlg_column_count (row, 7));
  vlg_meeting_set_room (meeting, vlg_statement_get_text (row, 8));
  vlg_meeting_set_state (meeting, vlg_column_nick (row, 9, VLG_TYPE_MEETING_STATE, VLG_MEETING_STATE_PLANNED));
  vlg_meeting_set_note (meeting, vlg_statement_get_text (row, 10));
  vlg_meeting_set_visibility (meeting, vlg_column_nick (row, 11, VLG_TYPE_VISIBILITY, VLG_VISIBILITY_UNDECIDED));
  vlg_meeting_set_revision (meeting, vlg_statement_get_int (row, 12));

  return meeting;
}

static GPtrArray *
read_all (VlgStatement  *row,
          GError       **error)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;

  while (vlg_statement_step (row, &local_error))
    g_ptr_array_add (meetings, read_meeting (row));
  if (local_error == NULL)
    return g_steal_pointer (&meetings);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

gboolean
vlg_meetings_same_body (const char *body,
                        const char *body_uid,
                        const char *other,
                        const char *other_uid)
{
  return body_uid != NULL && other_uid != NULL ? g_str_equal (body_uid, other_uid) : g_strcmp0 (body, other) == 0;
}

VlgMeeting *
vlg_meetings_load (VlgDb       *db,
                   const char  *uid,
                   GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, COLUMNS "WHERE uid = ? AND trashed = 0", error);
  g_autoptr (GError) local_error = NULL;
  VlgMeeting *meeting;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, uid);
  if (!vlg_statement_step (row, &local_error))
    {
      if (local_error == NULL)
        g_set_error_literal (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("This meeting is no longer in the calendar."));
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  meeting = read_meeting (row);
  vlg_statement_reset (row);

  return meeting;
}

static int
compare_meetings (gconstpointer a,
                  gconstpointer b)
{
  return vlg_meeting_compare (*(VlgMeeting * const *) a, *(VlgMeeting * const *) b);
}

GPtrArray *
vlg_meetings_list (VlgDb   *db,
                   VlgDay   from,
                   VlgDay   to,
                   GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, COLUMNS "WHERE day BETWEEN ? AND ? AND trashed = 0 ORDER BY day, begins", error);
  GPtrArray *meetings;

  if (row == NULL)
    return NULL;
  vlg_bind_day (row, 1, from != VLG_DAY_NONE ? from : vlg_day_new (1, 1, 1));
  vlg_bind_day (row, 2, to != VLG_DAY_NONE ? to : vlg_day_new (9999, 12, 31));
  meetings = read_all (row, error);
  if (meetings != NULL)
    g_ptr_array_sort (meetings, compare_meetings);

  return meetings;
}

GPtrArray *
vlg_meetings_next (VlgDb       *db,
                   const char  *body,
                   const char  *body_uid,
                   VlgDay       from,
                   guint        limit,
                   GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, COLUMNS "WHERE day >= ?3 AND " OF_BODY "ORDER BY day, begins, id LIMIT ?4", error);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, body_uid);
  vlg_statement_bind_text (row, 2, body);
  vlg_bind_day (row, 3, from);
  vlg_statement_bind_int (row, 4, limit);

  return read_all (row, error);
}

GPtrArray *
vlg_meetings_find (VlgDb       *db,
                   const char  *body,
                   const char  *body_uid,
                   VlgDay       day,
                   GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, COLUMNS "WHERE day = ?3 AND " OF_BODY "ORDER BY begins, id", error);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, body_uid);
  vlg_statement_bind_text (row, 2, body);
  vlg_bind_day (row, 3, day);

  return read_all (row, error);
}

VlgMeetingNumber *
vlg_meetings_last_number (VlgDb       *db,
                          const char  *body,
                          const char  *body_uid,
                          VlgDay       day,
                          GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT number FROM meeting WHERE day < ?3 AND number IS NOT NULL AND " OF_BODY "ORDER BY day DESC, begins DESC LIMIT 1", error);
  VlgMeetingNumber *number = NULL;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, body_uid);
  vlg_statement_bind_text (row, 2, body);
  vlg_bind_day (row, 3, day);
  if (vlg_statement_step (row, error))
    number = vlg_meeting_number_parse (vlg_statement_get_text (row, 0), error);
  vlg_statement_reset (row);

  return number;
}

gboolean
vlg_meetings_get_sequence (VlgDb       *db,
                           const char  *uid,
                           gint64      *sequence,
                           gint64      *modified_at,
                           GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT sequence, modified_at FROM meeting WHERE uid = ?", error);
  g_autoptr (GError) local_error = NULL;

  *sequence = *modified_at = 0;
  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, uid);
  if (vlg_statement_step (row, &local_error))
    {
      *sequence = vlg_statement_get_int (row, 0);
      *modified_at = vlg_statement_get_int (row, 1);
      vlg_statement_reset (row);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
vlg_meetings_set_sequence (VlgDb       *db,
                           const char  *uid,
                           gint64       sequence,
                           gint64       modified_at,
                           GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "UPDATE meeting SET sequence = ?, modified_at = ? WHERE uid = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 1, sequence);
  vlg_statement_bind_int (statement, 2, modified_at);
  vlg_statement_bind_text (statement, 3, uid);

  return vlg_statement_execute (statement, error);
}

gboolean
vlg_meetings_is_trashed (VlgDb       *db,
                         const char  *uid,
                         gboolean    *trashed,
                         GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT EXISTS (SELECT 1 FROM meeting WHERE uid = ? AND trashed = 1)", error);

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, uid);
  if (!vlg_statement_step (row, error))
    return FALSE;
  *trashed = vlg_statement_get_int (row, 0) != 0;
  vlg_statement_reset (row);

  return TRUE;
}

GBytes *
vlg_meetings_get_key (VlgDb   *db,
                      GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT key FROM calendar_key", error);
  GBytes *key;

  if (row == NULL || !vlg_statement_step (row, error))
    return NULL;
  key = vlg_statement_get_blob (row, 0);
  vlg_statement_reset (row);

  return key;
}

/* Saving */

static void
set_conflict (VlgMeeting  *meeting,
              GError     **error)
{
  g_set_error (error, VLG_ERROR, VLG_ERROR_CONFLICT, _("Somebody has changed the meeting of “%s” in the meantime. Please look at it again."), vlg_meeting_get_body (meeting));
}

static gboolean
check_number (VlgDb       *db,
              VlgMeeting  *meeting,
              GError     **error)
{
  VlgMeetingNumber *number = vlg_meeting_get_number (meeting);
  g_autoptr (GError) local_error = NULL;
  VlgStatement *row;

  if (number == NULL)
    return TRUE;
  row = vlg_db_prepare (db, "SELECT body, day FROM meeting WHERE number = ? AND trashed = 0 AND uid <> ?", error);
  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, vlg_meeting_number_get_text (number));
  vlg_statement_bind_text (row, 2, vlg_meeting_get_uid (meeting));
  if (vlg_statement_step (row, &local_error))
    {
      g_autofree char *day = vlg_day_to_display (vlg_column_day (row, 1));

      /* Translators: the number of a meeting, then body and day of another one. */
      g_set_error (error, VLG_ERROR, VLG_ERROR_EXISTS, _("The number %s belongs to another meeting: %s on %s."), vlg_meeting_number_get_text (number),
                   vlg_statement_get_text (row, 0), day);
      vlg_statement_reset (row);
      return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
check_whole (VlgMeeting  *meeting,
             GError     **error)
{
  if (*vlg_meeting_get_body (meeting) == '\0')
    g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("A meeting needs a body."));
  else if (vlg_meeting_get_day (meeting) == VLG_DAY_NONE)
    g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("The meeting of “%s” needs a day."), vlg_meeting_get_body (meeting));
  else if (!vlg_wall_time_is_start (vlg_meeting_get_start (meeting)) || !vlg_wall_time_is_end (vlg_meeting_get_end (meeting)) ||
           (vlg_meeting_get_end (meeting) != VLG_WALL_TIME_NONE && vlg_meeting_get_end (meeting) < vlg_meeting_get_start (meeting)))
    g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("The meeting of “%s” ends before it begins."), vlg_meeting_get_body (meeting));
  else
    return TRUE;

  return FALSE;
}

/* A new one must not lie over another. */
static gboolean
check_new (VlgDb       *db,
           VlgMeeting  *meeting,
           GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT EXISTS (SELECT 1 FROM meeting WHERE uid = ?)", error);
  gboolean there;

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, vlg_meeting_get_uid (meeting));
  if (!vlg_statement_step (row, error))
    return FALSE;
  there = vlg_statement_get_int (row, 0) != 0;
  vlg_statement_reset (row);
  if (there)
    g_set_error (error, VLG_ERROR, VLG_ERROR_EXISTS, _("This meeting of “%s” is in the calendar already, or in its trash. Please open it there."), vlg_meeting_get_body (meeting));

  return !there;
}

/* Where results are recorded, the meeting took place on its day. */
static gboolean
check_recorded (VlgDb       *db,
                VlgMeeting  *stored,
                VlgMeeting  *meeting,
                GError     **error)
{
  gboolean moved = vlg_meeting_get_day (stored) != vlg_meeting_get_day (meeting);
  gboolean cancelled = vlg_meeting_takes_place (stored) && !vlg_meeting_takes_place (meeting);
  gboolean some;

  if (!moved && !cancelled)
    return TRUE;
  if (!vlg_meeting_links_has_recorded (db, vlg_meeting_get_uid (stored), &some, error))
    return FALSE;
  if (some && moved)
    g_set_error (error, VLG_ERROR, VLG_ERROR_FROZEN, _("Results of this meeting of “%s” are recorded, so it stays on its day. Remove them from the motions first if they are wrong."),
                 vlg_meeting_get_body (stored));
  else if (some)
    g_set_error (error, VLG_ERROR, VLG_ERROR_FROZEN, _("Results of this meeting of “%s” are recorded, so it cannot be cancelled. Remove them from the motions first if they are wrong."),
                 vlg_meeting_get_body (stored));

  return !some;
}

static gboolean
check_change (VlgDb       *db,
              VlgMeeting  *stored,
              VlgMeeting  *meeting,
              gboolean     undo,
              GError     **error)
{
  VlgMeetingState from = vlg_meeting_get_state (stored), to = vlg_meeting_get_state (meeting);
  gboolean some;

  if (vlg_meeting_get_revision (meeting) != vlg_meeting_get_revision (stored))
    {
      set_conflict (stored, error);
      return FALSE;
    }
  if (!undo && from != to && !vlg_meeting_state_can_change (from, to))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("A meeting in the state “%s” cannot become “%s”."), vlg_meeting_state_get_label (from), vlg_meeting_state_get_label (to));
      return FALSE;
    }
  if (!undo && from == VLG_MEETING_STATE_HELD && vlg_meeting_get_day (stored) != vlg_meeting_get_day (meeting))
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_FROZEN, _("This meeting was held and stays on its day."));
      return FALSE;
    }
  if (!check_recorded (db, stored, meeting, error))
    return FALSE;
  if (vlg_meetings_same_body (vlg_meeting_get_body (stored), vlg_meeting_get_body_uid (stored), vlg_meeting_get_body (meeting), vlg_meeting_get_body_uid (meeting)))
    return TRUE;
  if (!vlg_meeting_links_has (db, vlg_meeting_get_uid (meeting), &some, error))
    return FALSE;
  if (some)
    g_set_error (error, VLG_ERROR, VLG_ERROR_FROZEN, _("Motions stand on this meeting of “%s”. Take them off it before you give it to another body."), vlg_meeting_get_body (stored));

  return !some;
}

/* Whether an invited person has to hear of the change. */
static gboolean
is_significant (VlgMeeting *a,
                VlgMeeting *b)
{
  return vlg_meeting_get_day (a) != vlg_meeting_get_day (b) || vlg_meeting_get_start (a) != vlg_meeting_get_start (b) || vlg_meeting_get_end (a) != vlg_meeting_get_end (b) ||
         vlg_meeting_get_state (a) != vlg_meeting_get_state (b) || g_strcmp0 (vlg_meeting_get_zone (a), vlg_meeting_get_zone (b)) != 0 ||
         g_strcmp0 (vlg_meeting_get_room (a), vlg_meeting_get_room (b)) != 0 || g_strcmp0 (vlg_meeting_get_body (a), vlg_meeting_get_body (b)) != 0;
}

/* Inserts the row where @revision is 0, else goes on from it. */
static gboolean
write_row (VlgDb       *db,
           VlgMeeting  *meeting,
           gint64       revision,
           gboolean     significant,
           VlgActor    *actor,
           GError     **error)
{
  VlgMeetingNumber *number = vlg_meeting_get_number (meeting);
  VlgStatement *statement = vlg_db_prepare (db, revision == 0 ?
    "INSERT INTO meeting (uid, number, body, body_uid, zone, day, begins, ends, room, state, note, visibility, revision, changed_at, changed_by, changed_name, created_at, modified_at, sequence) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13 + 1, ?14, ?15, ?16, ?14, ?14, ?17)" :
    "UPDATE meeting SET number = ?2, body = ?3, body_uid = ?4, zone = ?5, day = ?6, begins = ?7, ends = ?8, room = ?9, state = ?10, note = ?11, visibility = ?12, "
    "  revision = revision + 1, changed_at = ?14, changed_by = ?15, changed_name = ?16, modified_at = ?14, sequence = sequence + ?17 WHERE uid = ?1 AND revision = ?13", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, vlg_meeting_get_uid (meeting));
  vlg_statement_bind_text (statement, 2, number != NULL ? vlg_meeting_number_get_text (number) : NULL);
  vlg_statement_bind_text (statement, 3, vlg_meeting_get_body (meeting));
  vlg_statement_bind_text (statement, 4, vlg_meeting_get_body_uid (meeting));
  vlg_statement_bind_text (statement, 5, vlg_meeting_get_zone (meeting));
  vlg_bind_day (statement, 6, vlg_meeting_get_day (meeting));
  vlg_bind_count (statement, 7, vlg_meeting_get_start (meeting));
  vlg_bind_count (statement, 8, vlg_meeting_get_end (meeting));
  vlg_statement_bind_text (statement, 9, vlg_meeting_get_room (meeting));
  vlg_bind_nick (statement, 10, VLG_TYPE_MEETING_STATE, vlg_meeting_get_state (meeting));
  vlg_statement_bind_text (statement, 11, vlg_meeting_get_note (meeting));
  vlg_bind_nick (statement, 12, VLG_TYPE_VISIBILITY, vlg_meeting_get_visibility (meeting));
  vlg_statement_bind_int (statement, 13, revision);
  vlg_statement_bind_int (statement, 14, vlg_instant_now ());
  vlg_statement_bind_int (statement, 15, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (statement, 16, vlg_actor_get_name (actor));
  vlg_statement_bind_int (statement, 17, significant ? 1 : 0);
  if (!vlg_statement_execute (statement, error))
    return FALSE;
  if (vlg_db_changes (db) == 0)
    set_conflict (meeting, error);

  return vlg_db_changes (db) > 0;
}

/* What counts in law: the meeting's states, and a day or time that changed. */
static gboolean
write_journal (VlgDb       *db,
               VlgMeeting  *before,
               VlgMeeting  *after,
               VlgActor    *actor,
               GError     **error)
{
  VlgMeetingNumber *number = vlg_meeting_get_number (after);
  VlgMeetingState state = vlg_meeting_get_state (after);
  g_autofree char *deed = g_strconcat ("meeting-", vlg_enum_to_nick (VLG_TYPE_MEETING_STATE, state), NULL);
  g_autofree char *day = vlg_day_to_iso (vlg_meeting_get_day (after));
  g_autofree char *from_day = NULL;
  g_autofree char *start = vlg_wall_time_to_text (vlg_meeting_get_start (after));
  g_autofree char *from_start = NULL;
  g_autofree char *end = vlg_wall_time_to_text (vlg_meeting_get_end (after));
  gboolean other_day = before != NULL && vlg_meeting_get_day (before) != vlg_meeting_get_day (after);
  VlgDeed entry = {
    .deed = deed, .meeting_uid = vlg_meeting_get_uid (after), .number = number != NULL ? vlg_meeting_number_get_text (number) : NULL,
    .day = day, .revision = vlg_meeting_get_revision (after),
  };

  if ((before == NULL ? state != VLG_MEETING_STATE_PLANNED : state != vlg_meeting_get_state (before)) && !vlg_journal_append (db, actor, &entry, error))
    return FALSE;
  if (before == NULL || (!other_day && vlg_meeting_get_start (before) == vlg_meeting_get_start (after)))
    return TRUE;
  from_day = vlg_day_to_iso (vlg_meeting_get_day (before));
  from_start = vlg_wall_time_to_text (vlg_meeting_get_start (before));
  entry.deed = other_day ? "meeting-moved" : "meeting-retimed";
  entry.from_day = other_day ? from_day : NULL;
  entry.from_start = from_start;
  entry.start = start;
  entry.end = end;
  if (g_strcmp0 (vlg_meeting_get_room (before), vlg_meeting_get_room (after)) != 0)
    {
      entry.from_room = vlg_meeting_get_room (before);
      entry.room = vlg_meeting_get_room (after);
    }

  return vlg_journal_append (db, actor, &entry, error);
}

gboolean
vlg_meetings_save (VlgDb            *db,
                   VlgMeeting       *meeting,
                   gboolean          undo,
                   VlgActor         *actor,
                   VlgCalendarDeed **deed,
                   GError          **error)
{
  g_autoptr (VlgCalendarDeed) done = vlg_calendar_deed_new ();
  gint64 revision = vlg_meeting_get_revision (meeting);
  VlgDay day = vlg_meeting_get_day (meeting);

  g_return_val_if_fail (VLG_IS_MEETING (meeting), FALSE);

  if (!check_whole (meeting, error) || (revision == 0 && !check_new (db, meeting, error)) || !check_number (db, meeting, error))
    return FALSE;
  if (revision > 0)
    {
      done->before = vlg_meetings_load (db, vlg_meeting_get_uid (meeting), error);
      if (done->before == NULL || !check_change (db, done->before, meeting, undo, error))
        return FALSE;
      if (vlg_meeting_get_day (done->before) != day &&
          !vlg_meeting_links_plan (db, vlg_meeting_get_uid (meeting), vlg_meeting_get_uid (meeting), day, done->steps, error))
        return FALSE;
    }
  if (done->before == NULL || !vlg_meeting_equal (done->before, meeting))
    {
      if (!write_row (db, meeting, revision, done->before != NULL && is_significant (done->before, meeting), actor, error))
        return FALSE;
      done->after = vlg_meeting_copy (meeting);
      vlg_meeting_set_revision (done->after, revision + 1);
      if (done->before == NULL && !vlg_meeting_links_plan_matches (db, vlg_meeting_get_uid (meeting), done->steps, error))
        return FALSE;
      if (!write_journal (db, done->before, done->after, actor, error) || !vlg_meeting_links_take (db, done->steps, actor, error))
        return FALSE;
      vlg_meeting_set_revision (meeting, revision + 1);
    }
  else
    {
      done->after = vlg_meeting_copy (meeting);
    }
  if (deed != NULL)
    *deed = g_steal_pointer (&done);

  return TRUE;
}

static gboolean
find_trashed (VlgDb       *db,
              VlgMeeting  *meeting,
              gboolean    *trashed,
              gint64      *revision,
              gboolean    *free_to_go,
              GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT trashed, revision, state IN ('planned', 'cancelled') FROM meeting WHERE uid = ?", error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, vlg_meeting_get_uid (meeting));
  if (vlg_statement_step (row, &local_error))
    {
      *trashed = vlg_statement_get_int (row, 0) != 0;
      *revision = vlg_statement_get_int (row, 1);
      *free_to_go = vlg_statement_get_int (row, 2) != 0;
      vlg_statement_reset (row);
      return TRUE;
    }
  if (local_error == NULL)
    g_set_error_literal (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("This meeting is no longer in the calendar."));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Whether somebody else has stored an agenda of the meeting last. */
static gboolean
has_foreign_agenda (VlgDb       *db,
                    const char  *uid,
                    VlgActor    *actor,
                    gboolean    *foreign,
                    GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT EXISTS (SELECT 1 FROM meeting m JOIN agenda_item i ON i.meeting_id = m.id WHERE m.uid = ? AND (m.agenda_changed_by <> ? OR m.agenda_changed_name <> ?))", error);

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, uid);
  vlg_statement_bind_int (row, 2, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (row, 3, vlg_actor_get_name (actor));
  if (!vlg_statement_step (row, error))
    return FALSE;
  *foreign = vlg_statement_get_int (row, 0) != 0;
  vlg_statement_reset (row);

  return TRUE;
}

static gboolean
check_trash (VlgDb       *db,
             VlgMeeting  *meeting,
             VlgActor    *actor,
             GError     **error)
{
  const char *uid = vlg_meeting_get_uid (meeting), *body = vlg_meeting_get_body (meeting);
  gboolean recorded, linked, foreign;

  if (!vlg_meeting_links_has_recorded (db, uid, &recorded, error) || !vlg_meeting_links_has_visible (db, uid, &linked, error) ||
      !has_foreign_agenda (db, uid, actor, &foreign, error))
    return FALSE;
  if (recorded)
    g_set_error (error, VLG_ERROR, VLG_ERROR_FROZEN, _("Results of this meeting of “%s” are recorded, so it cannot be thrown away."), body);
  else if (linked)
    g_set_error (error, VLG_ERROR, VLG_ERROR_CONFLICT, _("Motions stand on this meeting of “%s”. Take them off it before you throw it away, or cancel it."), body);
  else if (foreign)
    g_set_error (error, VLG_ERROR, VLG_ERROR_CONFLICT, _("Somebody else has written the agenda of this meeting of “%s”. Please cancel it instead of throwing it away."), body);
  else
    return TRUE;

  return FALSE;
}

static gboolean
write_trashed (VlgDb       *db,
               VlgMeeting  *meeting,
               gint64       revision,
               gboolean     trashed,
               VlgActor    *actor,
               GError     **error)
{
  VlgMeetingNumber *number = vlg_meeting_get_number (meeting);
  VlgStatement *statement = vlg_db_prepare (db, "UPDATE meeting SET trashed = ?, revision = ?, changed_at = ?, changed_by = ?, changed_name = ? WHERE uid = ?", error);
  g_autofree char *day = vlg_day_to_iso (vlg_meeting_get_day (meeting));
  VlgDeed entry = {
    .deed = trashed ? "meeting-trashed" : "meeting-untrashed", .meeting_uid = vlg_meeting_get_uid (meeting),
    .number = number != NULL ? vlg_meeting_number_get_text (number) : NULL, .day = day, .revision = revision,
  };

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 1, trashed ? 1 : 0);
  vlg_statement_bind_int (statement, 2, revision);
  vlg_statement_bind_int (statement, 3, vlg_instant_now ());
  vlg_statement_bind_int (statement, 4, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (statement, 5, vlg_actor_get_name (actor));
  vlg_statement_bind_text (statement, 6, vlg_meeting_get_uid (meeting));

  return vlg_statement_execute (statement, error) && vlg_journal_append (db, actor, &entry, error);
}

gboolean
vlg_meetings_set_trashed (VlgDb       *db,
                          VlgMeeting  *meeting,
                          gboolean     trashed,
                          VlgActor    *actor,
                          GError     **error)
{
  g_autoptr (VlgMeeting) stored = NULL;
  gboolean is_trashed, free_to_go;
  gint64 revision;
  VlgStatement *row;

  g_return_val_if_fail (VLG_IS_MEETING (meeting), FALSE);

  if (!find_trashed (db, meeting, &is_trashed, &revision, &free_to_go, error))
    return FALSE;
  if (is_trashed == !!trashed)
    return TRUE;
  if (trashed && revision != vlg_meeting_get_revision (meeting))
    {
      set_conflict (meeting, error);
      return FALSE;
    }
  if (trashed && !free_to_go)
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_FROZEN, _("People were invited to this meeting. Please cancel it instead of throwing it away."));
      return FALSE;
    }
  row = vlg_db_prepare (db, COLUMNS "WHERE uid = ?", error);
  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, vlg_meeting_get_uid (meeting));
  if (!vlg_statement_step (row, error))
    return FALSE;
  stored = read_meeting (row);
  vlg_statement_reset (row);
  if (!(trashed ? check_trash (db, stored, actor, error) : check_number (db, stored, error)) || !write_trashed (db, stored, revision + 1, trashed, actor, error))
    return FALSE;
  vlg_meeting_set_revision (meeting, revision + 1);

  return TRUE;
}
