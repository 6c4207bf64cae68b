/* test-store-calendar.c — meetings, their agendas, and what is linked to them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"
#include "vlg-agendas.h"
#include "vlg-calendar-rows.h"
#include "vlg-core-enums.h"
#include "vlg-journal.h"
#include "vlg-meeting-deeds.h"
#include "vlg-meeting-links.h"
#include "vlg-meetings.h"
#include "vlg-profiles.h"

/* A write as a function of its arguments, run inside a job. */
typedef enum { SAVE, SAVE_UNDO, MOVE, CANCEL, PLACE, UNDO, MATCH, TRASH, SAVE_AGENDA, SAVE_STANDARD, UPDATE_MOTION } What;

typedef struct {
  What what;
  VlgActor *actor;
  VlgMeeting *meeting;
  VlgMotion *motion;
  VlgAgenda *agenda;
  VlgCalendarDeed *deed;
  const char *uid;
  const char *other;
  gint64 revision;
  VlgDay day;
  VlgWallTime start;
  int number;
} Call;

static gpointer
write_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Call *call = data;
  VlgCalendarDeed *deed = NULL;

  switch (call->what)
    {
    case SAVE:
    case SAVE_UNDO:
      vlg_meetings_save (db, call->meeting, call->what == SAVE_UNDO, call->actor, &deed, error);
      return deed;
    case MOVE:
      return vlg_meeting_deeds_move (db, call->uid, call->revision, call->day, call->start, VLG_WALL_TIME_NONE, call->actor, error);
    case CANCEL:
      return vlg_meeting_deeds_cancel (db, call->uid, call->revision, call->number, call->other, call->actor, error);
    case PLACE:
      return vlg_meeting_deeds_place (db, call->uid, call->other, call->day, call->actor, error);
    case UNDO:
      return vlg_meeting_deeds_undo (db, call->deed, call->actor, error);
    case MATCH:
      call->number = vlg_meeting_links_match (db, call->uid, error);
      return NULL;
    case TRASH:
      vlg_meetings_set_trashed (db, call->meeting, call->number, call->actor, error);
      return NULL;
    case SAVE_AGENDA:
      vlg_agendas_save (db, call->meeting, call->agenda, call->actor, error);
      return NULL;
    case SAVE_STANDARD:
      vlg_agendas_save_standard (db, call->uid, call->agenda != NULL ? vlg_agenda_get_items (call->agenda) : NULL, call->actor, error);
      return NULL;
    case UPDATE_MOTION:
    default:
      vlg_motions_update (db, call->motion, call->actor, error);
      return NULL;
    }
}

#define WRITE(...) run_write (self, &(Call) { __VA_ARGS__ }, NULL)
#define WRITE_FAILS(code, ...) G_STMT_START { \
    g_autoptr (GError) failure = NULL; \
    g_assert_null (run_write (self, &(Call) { __VA_ARGS__ }, &failure)); \
    g_assert_error (failure, VLG_ERROR, code); \
  } G_STMT_END

static VlgCalendarDeed *
run_write (Fixture  *self,
           Call     *call,
           GError  **failure)
{
  g_autoptr (GError) error = NULL;
  VlgCalendarDeed *deed;

  if (call->actor == NULL)
    call->actor = self->actor;
  deed = vlg_store_write (self->store, write_job, call, NULL, failure != NULL ? failure : &error);
  g_assert_no_error (error);

  return deed;
}

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return vlg_meetings_load (db, data, error);
}

static VlgMeeting *
load (Fixture    *self,
      const char *uid)
{
  g_autoptr (GError) error = NULL;
  VlgMeeting *meeting = vlg_store_read (self->store, load_job, (gpointer) uid, NULL, &error);

  g_assert_no_error (error);

  return meeting;
}

static gpointer
rows_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgDay *days = data;

  return days[0] == VLG_DAY_NONE ? vlg_calendar_rows_load_undated (db, 100, error) : vlg_calendar_rows_load (db, days[0], days[1], error);
}

/* What stands from @from to @to, a line each: day, "M" or "C", number, how many motions or whether linked. */
static void
assert_rows (Fixture    *self,
             VlgDay      from,
             VlgDay      to,
             const char *expected)
{
  VlgDay days[] = { from, to };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = vlg_store_read (self->store, rows_job, days, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const VlgCalendarFacts *facts = vlg_calendar_entry_get_facts (rows->pdata[i]);
      g_autofree char *day = vlg_day_to_iso (facts->day);

      if (facts->kind == VLG_ENTRY_MEETING)
        g_string_append_printf (text, "%s M %s %u; ", day, facts->body, facts->n_motions);
      else
        g_string_append_printf (text, "%s C %s%s; ", day != NULL ? day : "-", facts->number, facts->meeting_uid != NULL ? " linked" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static VlgMeeting *
new_meeting (const char *body,
             VlgDay      day)
{
  VlgMeeting *meeting = vlg_meeting_new ();

  vlg_meeting_set_body (meeting, body);
  vlg_meeting_set_day (meeting, day);
  vlg_meeting_set_times (meeting, vlg_wall_time_new (16, 0), vlg_wall_time_new (18, 15));
  vlg_meeting_set_visibility (meeting, VLG_VISIBILITY_PUBLIC);

  return meeting;
}

/* A motion before each of the bodies on these days, VLG_DAY_NONE for none yet. */
static VlgMotion *
add_motion (Fixture    *self,
            const char *number,
            VlgDay      committee,
            VlgDay      council)
{
  VlgMotion *motion = vlg_motion_new ();
  g_autoptr (VlgMotionNumber) parsed = vlg_motion_number_parse (number, NULL);
  g_autoptr (GError) error = NULL;

  vlg_motion_set_number (motion, parsed);
  vlg_motion_set_stage (motion, VLG_STAGE_RELEASED);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, number);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (VlgConsultation) row = vlg_consultation_new ();

      vlg_consultation_set_body (row, i == 0 ? "Hauptausschuss" : "Stadtrat");
      vlg_consultation_set_visibility (row, VLG_VISIBILITY_PUBLIC);
      vlg_consultation_set_role (row, i == 0 ? VLG_ROLE_PRELIMINARY : VLG_ROLE_DECISION);
      vlg_consultation_set_day (row, i == 0 ? committee : council);
      g_list_store_append (vlg_motion_get_consultations (motion), row);
    }
  fixture_insert (self, motion, "imported", &error);
  g_assert_no_error (error);

  return motion;
}

static VlgConsultation *
consultation (VlgMotion *motion,
              guint      n)
{
  g_autoptr (VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (motion)), n);

  return row;
}

static const char *
consultation_uid (VlgMotion *motion,
                  guint      n)
{
  return vlg_consultation_get_uid (consultation (motion, n));
}

static gpointer
put_profile_job (VlgDb         *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  vlg_profiles_put (db, data, vlg_day_new (1970, 1, 1), error);

  return NULL;
}

/* The tests */

static void
test_save (Fixture       *self,
           gconstpointer  data)
{
  VlgDay day = vlg_day_new (2030, 6, 12);
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", day);
  g_autoptr (VlgMeeting) stale = NULL;
  g_autoptr (VlgMeeting) other = new_meeting ("Stadtrat", day + 7);
  g_autoptr (VlgMeeting) stored = NULL;
  g_autoptr (VlgMeetingNumber) number = vlg_meeting_number_parse ("StR/023/2030", NULL);

  vlg_meeting_set_number (meeting, number);
  vlg_meeting_set_room (meeting, "Ratssaal");
  vlg_meeting_set_note (meeting, "Bürgerfragestunde");
  vlg_meeting_set_end (meeting, VLG_MINUTES_A_DAY + 30);
  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  g_assert_cmpint (vlg_meeting_get_revision (meeting), ==, 1);
  fixture_reopen (self);
  stored = load (self, vlg_meeting_get_uid (meeting));
  g_assert_true (vlg_meeting_equal (stored, meeting));

  stale = vlg_meeting_copy (meeting);
  vlg_meeting_set_room (meeting, "Aula");
  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  g_assert_cmpint (vlg_meeting_get_revision (meeting), ==, 2);
  vlg_meeting_set_note (stale, "anders");
  WRITE_FAILS (VLG_ERROR_CONFLICT, SAVE, .meeting = stale);
  vlg_meeting_set_number (other, number);
  WRITE_FAILS (VLG_ERROR_EXISTS, SAVE, .meeting = other);
  vlg_meeting_set_number (other, NULL);
  vlg_meeting_set_body (other, "");
  WRITE_FAILS (VLG_ERROR_INVALID, SAVE, .meeting = other);

  /* Held is final, but undo goes back. */
  vlg_meeting_set_state (meeting, VLG_MEETING_STATE_HELD);
  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  vlg_meeting_set_state (meeting, VLG_MEETING_STATE_PLANNED);
  WRITE_FAILS (VLG_ERROR_INVALID, SAVE, .meeting = meeting);
  vlg_calendar_deed_unref (WRITE (SAVE_UNDO, .meeting = meeting));

  /* One that is taken for new does not lie down over another. */
  vlg_meeting_set_revision (stale, 0);
  WRITE_FAILS (VLG_ERROR_EXISTS, SAVE, .meeting = stale);
  g_assert_cmpint (fixture_count (self, "SELECT count (*) FROM meeting WHERE changed_name <> ''"), ==, 1);
  g_assert_cmpint (fixture_count (self, "SELECT count (*) FROM journal WHERE deed IN ('meeting-held', 'meeting-planned')"), ==, 2);
  g_assert_cmpint (fixture_count (self, "SELECT sequence FROM meeting"), ==, 3);
}

static void
test_move (Fixture       *self,
           gconstpointer  data)
{
  VlgDay day = vlg_day_new (2030, 6, 12), later = vlg_day_new (2030, 6, 19);
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", day);
  g_autoptr (VlgMotion) first = NULL;
  g_autoptr (VlgMotion) second = NULL;
  g_autoptr (VlgMotion) draft = NULL;
  g_autoptr (VlgMotion) now = NULL;
  g_autoptr (VlgCalendarDeed) deed = NULL;
  g_autoptr (VlgCalendarDeed) undone = NULL;
  g_autoptr (GError) error = NULL;
  const char *uid = vlg_meeting_get_uid (meeting);

  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  /* An import links what matches exactly. */
  first = add_motion (self, "BV/001/2030", day - 7, day);
  second = add_motion (self, "BV/002/2030", VLG_DAY_NONE, day);
  assert_rows (self, day, day, "2030-06-12 M Stadtrat 2; 2030-06-12 C BV/001/2030 linked; 2030-06-12 C BV/002/2030 linked; ");
  /* A result freezes it. */
  vlg_consultation_set_result (consultation (second, 1), VLG_RESULT_POSTPONED);
  WRITE (UPDATE_MOTION, .motion = second);
  WRITE_FAILS (VLG_ERROR_FROZEN, MOVE, .uid = uid, .revision = 1, .day = later, .start = vlg_wall_time_new (17, 0));
  vlg_consultation_set_result (consultation (second, 1), VLG_RESULT_NONE);
  vlg_consultation_set_day (consultation (second, 1), VLG_DAY_NONE);
  WRITE (UPDATE_MOTION, .motion = second);

  draft = fixture_load (self, vlg_motion_get_uid (first), &error);
  g_assert_no_error (error);
  deed = WRITE (MOVE, .uid = uid, .revision = 1, .day = later, .start = vlg_wall_time_new (17, 0));
  g_assert_cmpuint (deed->steps->len, ==, 1);
  g_assert_cmpstr (((VlgCalendarStep *) deed->steps->pdata[0])->motion_number, ==, "BV/001/2030");
  assert_rows (self, day, later, "2030-06-19 M Stadtrat 1; 2030-06-19 C BV/001/2030 linked; ");
  WRITE_FAILS (VLG_ERROR_CONFLICT, MOVE, .uid = uid, .revision = 1, .day = day, .start = VLG_WALL_TIME_NONE);

  /* A draft that was open merges: it gets the new day and keeps what was written. */
  vlg_motion_set_text (draft, VLG_FIELD_TITLE, "Neue Brücke");
  WRITE (UPDATE_MOTION, .motion = draft);
  g_assert_cmpuint (vlg_consultation_get_day (consultation (draft, 1)), ==, later);
  assert_rows (self, later, later, "2030-06-19 M Stadtrat 1; 2030-06-19 C BV/001/2030 linked; ");

  undone = WRITE (UNDO, .deed = deed);
  assert_rows (self, day, later, "2030-06-12 M Stadtrat 1; 2030-06-12 C BV/001/2030 linked; ");
  now = fixture_load (self, vlg_motion_get_uid (first), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vlg_motion_get_text (now, VLG_FIELD_TITLE), ==, "Neue Brücke");
  g_assert_cmpint (fixture_count (self, "SELECT count (*) FROM journal WHERE deed = 'meeting-moved'"), ==, 2);
  g_assert_cmpuint (fixture_journal (self), >, 2);

  /* And what was undone can be done again. */
  vlg_calendar_deed_unref (WRITE (UNDO, .deed = undone));
  assert_rows (self, later, later, "2030-06-19 M Stadtrat 1; 2030-06-19 C BV/001/2030 linked; ");
}

/* What the last entry of the journal about @deed says. */
static void
assert_journal (Fixture    *self,
                const char *deed,
                const char *expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM journal WHERE sequence = (SELECT max (sequence) FROM journal WHERE deed = '%s') AND CAST (payload AS TEXT) LIKE '%s'",
                                          deed, expected);

  g_assert_cmpint (fixture_count (self, sql), ==, 1);
}

static void
test_journal (Fixture       *self,
              gconstpointer  data)
{
  VlgDay day = vlg_day_new (2030, 6, 12);
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", day);

  vlg_meeting_set_room (meeting, "Ratssaal");
  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  vlg_meeting_set_day (meeting, day + 1);
  vlg_meeting_set_room (meeting, "Aula");
  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  assert_journal (self, "meeting-moved", "%\"day\":\"2030-06-13\"%\"end\":\"18:15\"%\"from_day\":\"2030-06-12\"%\"from_room\":\"Ratssaal\",\"from_start\":\"16:00\"%\"room\":\"Aula\"%\"start\":\"16:00\"%");
  vlg_meeting_set_times (meeting, vlg_wall_time_new (17, 0), VLG_WALL_TIME_NONE);
  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  assert_journal (self, "meeting-retimed", "%\"day\":\"2030-06-13\"%\"from_start\":\"16:00\"%\"start\":\"17:00\"%");
  g_assert_cmpint (fixture_count (self, "SELECT count (*) FROM journal WHERE deed = 'meeting-moved'"), ==, 1);
  WRITE (TRASH, .meeting = meeting, .number = TRUE);
  WRITE (TRASH, .meeting = meeting, .number = FALSE);
  assert_journal (self, "meeting-trashed", "%\"revision\":4%");
  assert_journal (self, "meeting-untrashed", "%\"revision\":5%");
  g_assert_cmpuint (fixture_journal (self), ==, 4);
}

/* Results and confirmations keep a meeting where and what it is. */
static void
test_recorded (Fixture       *self,
               gconstpointer  data)
{
  VlgDay day = vlg_day_new (2030, 6, 12);
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", day);
  g_autoptr (VlgMotion) motion = NULL;
  const char *uid = vlg_meeting_get_uid (meeting);

  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  motion = add_motion (self, "BV/001/2030", VLG_DAY_NONE, day);
  for (guint i = 0; i < 2; i++)
    {
      vlg_consultation_set_result (consultation (motion, 1), i == 0 ? VLG_RESULT_ADOPTED : VLG_RESULT_NONE);
      vlg_consultation_set_confirmation (consultation (motion, 1), i == 0 ? NULL : "Die Vorsitzende", "Vorsitzende", 1);
      WRITE (UPDATE_MOTION, .motion = motion);
      WRITE_FAILS (VLG_ERROR_FROZEN, MOVE, .uid = uid, .revision = 1, .day = day + 1, .start = VLG_WALL_TIME_NONE);
      WRITE_FAILS (VLG_ERROR_FROZEN, CANCEL, .uid = uid, .revision = 1, .number = VLG_CANCEL_NO_DATE);
      WRITE_FAILS (VLG_ERROR_FROZEN, TRASH, .meeting = meeting, .number = TRUE);
      WRITE_FAILS (VLG_ERROR_FROZEN, PLACE, .uid = consultation_uid (motion, 1), .day = day + 1);
      assert_rows (self, day, day + 1, "2030-06-12 M Stadtrat 1; 2030-06-12 C BV/001/2030 linked; ");
    }
  vlg_consultation_set_confirmation (consultation (motion, 1), NULL, NULL, 0);
  WRITE (UPDATE_MOTION, .motion = motion);
  vlg_calendar_deed_unref (WRITE (MOVE, .uid = uid, .revision = 1, .day = day + 1, .start = VLG_WALL_TIME_NONE));
}

/* A meeting goes to the trash as its thrower saw it, and not over what others did. */
static void
test_trash (Fixture       *self,
            gconstpointer  data)
{
  VlgDay day = vlg_day_new (2030, 6, 12);
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", day);
  g_autoptr (VlgMeeting) stale = NULL;
  g_autoptr (VlgAgenda) agenda = vlg_agenda_new (NULL);
  g_autoptr (VlgAgendaItem) item = vlg_agenda_item_new ("Eröffnung");
  g_autoptr (VlgActor) other = vlg_actor_new (4711, "Jemand anders");
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (GError) error = NULL;

  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  g_assert_true (vlg_agenda_insert (agenda, 0, item, &error));
  stale = vlg_meeting_copy (meeting);
  WRITE (SAVE_AGENDA, .meeting = meeting, .agenda = agenda, .actor = other);
  WRITE_FAILS (VLG_ERROR_CONFLICT, TRASH, .meeting = stale, .number = TRUE);
  WRITE_FAILS (VLG_ERROR_CONFLICT, TRASH, .meeting = meeting, .number = TRUE);
  WRITE (SAVE_AGENDA, .meeting = meeting, .agenda = agenda);
  WRITE (TRASH, .meeting = meeting, .number = TRUE);
  g_assert_cmpint (vlg_meeting_get_revision (meeting), ==, 4);

  /* What comes while it lies there finds no meeting; then it finds one again. */
  motion = add_motion (self, "BV/001/2030", VLG_DAY_NONE, day);
  assert_rows (self, day, day, "2030-06-12 C BV/001/2030; ");
  WRITE (TRASH, .meeting = meeting, .number = FALSE);
  vlg_calendar_deed_unref (WRITE (PLACE, .uid = consultation_uid (motion, 1), .other = vlg_meeting_get_uid (meeting)));
  WRITE_FAILS (VLG_ERROR_CONFLICT, TRASH, .meeting = meeting, .number = TRUE);
  assert_rows (self, day, day, "2030-06-12 M Stadtrat 1; 2030-06-12 C BV/001/2030 linked; ");
}

/* A new meeting goes by undo, and comes back by undoing that. */
static void
test_new (Fixture       *self,
          gconstpointer  data)
{
  VlgDay day = vlg_day_new (2030, 6, 12);
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", day);
  g_autoptr (VlgCalendarDeed) deed = WRITE (SAVE, .meeting = meeting);
  g_autoptr (VlgCalendarDeed) undone = WRITE (UNDO, .deed = deed);

  assert_rows (self, day, day, "");
  vlg_calendar_deed_unref (WRITE (UNDO, .deed = undone));
  assert_rows (self, day, day, "2030-06-12 M Stadtrat 0; ");
}

/* It takes what stands on its day before its body; undo lets go of that. */
static void
test_new_matches (Fixture       *self,
                  gconstpointer  data)
{
  VlgDay day = vlg_day_new (2030, 6, 12);
  g_autoptr (VlgMotion) motion = add_motion (self, "BV/001/2030", day, day);
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", day);
  g_autoptr (VlgMeeting) second = new_meeting ("Stadtrat", day);
  g_autoptr (VlgCalendarDeed) deed = WRITE (SAVE, .meeting = meeting);
  g_autoptr (VlgCalendarDeed) undone = NULL;

  g_assert_cmpuint (deed->steps->len, ==, 1);
  g_assert_cmpstr (((VlgCalendarStep *) deed->steps->pdata[0])->consultation_uid, ==, consultation_uid (motion, 1));
  /* The motion changed by it, and a draft that was open merges. */
  g_assert_cmpint (fixture_count (self, "SELECT revision FROM motion"), ==, 2);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Neue Brücke");
  WRITE (UPDATE_MOTION, .motion = motion);
  g_assert_cmpint (fixture_count (self, "SELECT revision FROM motion"), ==, 3);
  assert_rows (self, day, day, "2030-06-12 C BV/001/2030; 2030-06-12 M Stadtrat 1; 2030-06-12 C BV/001/2030 linked; ");
  undone = WRITE (UNDO, .deed = deed);
  assert_rows (self, day, day, "2030-06-12 C BV/001/2030; 2030-06-12 C BV/001/2030; ");
  vlg_calendar_deed_unref (WRITE (UNDO, .deed = undone));
  assert_rows (self, day, day, "2030-06-12 C BV/001/2030; 2030-06-12 M Stadtrat 1; 2030-06-12 C BV/001/2030 linked; ");
  g_clear_pointer (&undone, vlg_calendar_deed_unref);
  undone = WRITE (SAVE, .meeting = second);
  g_assert_cmpuint (undone->steps->len, ==, 0);
}

static void
test_findings (Fixture       *self,
               gconstpointer  data)
{
  VlgDay day = vlg_day_new (2030, 6, 12);
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", day);
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (VlgCalendarDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  vlg_store_write (self->store, put_profile_job, profile, NULL, &error);
  g_assert_no_error (error);
  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  motion = add_motion (self, "BV/001/2030", day - 7, day);
  deed = WRITE (MOVE, .uid = vlg_meeting_get_uid (meeting), .revision = 1, .day = day - 14, .start = VLG_WALL_TIME_NONE);
  g_assert_cmpuint (deed->steps->len, ==, 1);
  g_assert_cmpuint (((VlgCalendarStep *) deed->steps->pdata[0])->findings->len, >, 0);
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  VlgDay day = vlg_day_new (2030, 6, 12), later = vlg_day_new (2030, 7, 3);
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", day);
  g_autoptr (VlgMeeting) next = new_meeting ("Stadtrat", later);
  g_autoptr (VlgMeeting) committee = new_meeting ("Hauptausschuss", later);
  g_autoptr (VlgMotion) motion = NULL;
  VlgCalendarDeed *deed;
  const char *uid = vlg_meeting_get_uid (meeting);
  const char *before = "2030-06-12 M Stadtrat 1; 2030-06-12 C BV/001/2030 linked; 2030-07-03 M Hauptausschuss 0; 2030-07-03 M Stadtrat 0; ";

  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = next));
  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = committee));
  motion = add_motion (self, "BV/001/2030", VLG_DAY_NONE, day);
  assert_rows (self, day, later, before);

  WRITE_FAILS (VLG_ERROR_INVALID, CANCEL, .uid = uid, .revision = 1, .number = VLG_CANCEL_TO_MEETING, .other = vlg_meeting_get_uid (committee));
  WRITE_FAILS (VLG_ERROR_INVALID, CANCEL, .uid = uid, .revision = 1, .number = VLG_CANCEL_TO_MEETING, .other = uid);
  assert_rows (self, day, later, before);

  deed = WRITE (CANCEL, .uid = uid, .revision = 1, .number = VLG_CANCEL_TO_MEETING, .other = vlg_meeting_get_uid (next));
  assert_rows (self, day, later, "2030-06-12 M Stadtrat 0; 2030-07-03 M Hauptausschuss 0; 2030-07-03 M Stadtrat 1; 2030-07-03 C BV/001/2030 linked; ");
  vlg_calendar_deed_unref (WRITE (UNDO, .deed = deed));
  vlg_calendar_deed_unref (deed);
  assert_rows (self, day, later, before);

  deed = WRITE (CANCEL, .uid = uid, .revision = 3, .number = VLG_CANCEL_NO_DATE);
  assert_rows (self, VLG_DAY_NONE, VLG_DAY_NONE, "- C BV/001/2030; - C BV/001/2030; ");
  vlg_calendar_deed_unref (WRITE (UNDO, .deed = deed));
  vlg_calendar_deed_unref (deed);
  assert_rows (self, day, later, before);

  vlg_calendar_deed_unref (WRITE (CANCEL, .uid = uid, .revision = 5, .number = VLG_CANCEL_KEEP));
  assert_rows (self, day, later, before);
  g_assert_cmpint (fixture_count (self, "SELECT count (*) FROM journal WHERE deed = 'meeting-cancelled'"), ==, 3);
}

static void
test_links (Fixture       *self,
            gconstpointer  data)
{
  VlgDay day = vlg_day_new (2030, 6, 12);
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", day);
  g_autoptr (VlgMotion) motion = add_motion (self, "BV/001/2030", VLG_DAY_NONE, day);
  g_autoptr (VlgMotion) open = NULL;
  g_autoptr (VlgConsultation) kept = NULL;
  g_autoptr (GError) error = NULL;
  VlgCalendarDeed *deed;
  Call match = { MATCH };
  const char *uid = vlg_meeting_get_uid (meeting);

  /* An imported one links what has a result, too. */
  vlg_consultation_set_result (consultation (motion, 1), VLG_RESULT_ADOPTED);
  WRITE (UPDATE_MOTION, .motion = motion);
  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  assert_rows (self, day, day, "2030-06-12 C BV/001/2030; 2030-06-12 M Stadtrat 0; ");
  match.uid = uid;
  run_write (self, &match, NULL);
  g_assert_cmpint (match.number, ==, 1);
  assert_rows (self, day, day, "2030-06-12 M Stadtrat 1; 2030-06-12 C BV/001/2030 linked; ");

  vlg_consultation_set_result (consultation (motion, 1), VLG_RESULT_NONE);
  WRITE (UPDATE_MOTION, .motion = motion);

  /* Another day given by hand unlinks; dragging links again. */
  open = fixture_load (self, vlg_motion_get_uid (motion), &error);
  g_assert_no_error (error);
  vlg_consultation_set_day (consultation (open, 1), day + 1);
  WRITE (UPDATE_MOTION, .motion = open);
  assert_rows (self, day, day + 1, "2030-06-12 M Stadtrat 0; 2030-06-13 C BV/001/2030; ");
  WRITE_FAILS (VLG_ERROR_INVALID, PLACE, .uid = consultation_uid (open, 0), .other = uid);
  deed = WRITE (PLACE, .uid = consultation_uid (open, 1), .other = uid);
  assert_rows (self, day, day + 1, "2030-06-12 M Stadtrat 1; 2030-06-12 C BV/001/2030 linked; ");
  vlg_calendar_deed_unref (WRITE (UNDO, .deed = deed));
  vlg_calendar_deed_unref (deed);
  assert_rows (self, day, day + 1, "2030-06-12 M Stadtrat 0; 2030-06-13 C BV/001/2030; ");

  /* A row that undo brings back has its meeting again. */
  vlg_calendar_deed_unref (WRITE (PLACE, .uid = consultation_uid (open, 1), .other = uid));
  g_clear_object (&open);
  open = fixture_load (self, vlg_motion_get_uid (motion), &error);
  kept = g_object_ref (consultation (open, 1));
  g_list_store_remove (vlg_motion_get_consultations (open), 1);
  WRITE (UPDATE_MOTION, .motion = open);
  assert_rows (self, day, day, "2030-06-12 M Stadtrat 0; ");
  g_list_store_append (vlg_motion_get_consultations (open), kept);
  WRITE (UPDATE_MOTION, .motion = open);
  assert_rows (self, day, day, "2030-06-12 M Stadtrat 1; 2030-06-12 C BV/001/2030 linked; ");

  fixture_execute (self, "UPDATE motion SET trashed = 1", &error);
  g_assert_no_error (error);
  assert_rows (self, day, day, "2030-06-12 M Stadtrat 0; ");
  assert_rows (self, VLG_DAY_NONE, VLG_DAY_NONE, "");
}

static gpointer
agenda_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return vlg_agendas_load (db, data, NULL, error);
}

static gpointer
standard_job (VlgDb         *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return vlg_agendas_load_standard (db, data, error);
}

static void
test_agenda (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", vlg_day_new (2030, 6, 12));
  g_autoptr (VlgAgenda) agenda = vlg_agenda_new (NULL);
  g_autoptr (VlgAgenda) stored = NULL;
  g_autoptr (GListModel) standard = NULL;
  g_autoptr (GError) error = NULL;
  static const char * const titles[] = { "Eröffnung", "Beschlüsse", "Neubau der Brücke", "Grundstück" };
  g_auto (GStrv) numbers = NULL;

  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (VlgAgendaItem) item = vlg_agenda_item_new (titles[i]);

      vlg_agenda_item_set_depth (item, i == 2 ? 1 : 0);
      vlg_agenda_item_set_visibility (item, i == 3 ? VLG_VISIBILITY_NON_PUBLIC : VLG_VISIBILITY_PUBLIC);
      vlg_agenda_item_set_kind (item, i == 1 ? VLG_AGENDA_KIND_DECISIONS : VLG_AGENDA_KIND_PLAIN);
      g_assert_true (vlg_agenda_insert (agenda, i, item, &error));
    }
  vlg_agenda_fix (agenda);
  vlg_agenda_remove (agenda, 0);
  WRITE (SAVE_AGENDA, .meeting = meeting, .agenda = agenda);
  g_assert_cmpint (vlg_meeting_get_revision (meeting), ==, 2);
  fixture_reopen (self);

  stored = vlg_store_read (self->store, agenda_job, (gpointer) vlg_meeting_get_uid (meeting), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (vlg_agenda_get_fixed (stored));
  g_assert_cmpuint (g_list_model_get_n_items (vlg_agenda_get_items (stored)), ==, g_list_model_get_n_items (vlg_agenda_get_items (agenda)));
  for (guint i = 0; i < g_list_model_get_n_items (vlg_agenda_get_items (stored)); i++)
    {
      g_autoptr (VlgAgendaItem) a = g_list_model_get_item (vlg_agenda_get_items (stored), i);
      g_autoptr (VlgAgendaItem) b = g_list_model_get_item (vlg_agenda_get_items (agenda), i);

      g_assert_true (vlg_agenda_item_equal (a, b));
    }
  vlg_meeting_set_revision (meeting, 1);
  WRITE_FAILS (VLG_ERROR_CONFLICT, SAVE_AGENDA, .meeting = meeting, .agenda = agenda);
  vlg_meeting_set_revision (meeting, 2);

  g_clear_object (&agenda);
  agenda = vlg_agenda_new_standard (vlg_agenda_get_items (stored), NULL);
  WRITE (SAVE_STANDARD, .uid = "council", .agenda = agenda);
  WRITE (SAVE_STANDARD, .uid = "council", .agenda = agenda);
  standard = vlg_store_read (self->store, standard_job, (gpointer) "council", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (standard), ==, g_list_model_get_n_items (vlg_agenda_get_items (agenda)));
  WRITE (SAVE_STANDARD, .uid = "council");
  g_assert_null (vlg_store_read (self->store, standard_job, (gpointer) "council", NULL, &error));
  g_assert_no_error (error);
}

/* What was announced stays, whatever a window sends. */
static void
test_fixed_agenda (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", vlg_day_new (2030, 6, 12));
  g_autoptr (VlgAgenda) agenda = vlg_agenda_new (NULL);
  g_autoptr (VlgAgendaItem) first = vlg_agenda_item_new ("Eröffnung");
  g_autoptr (VlgAgendaItem) second = vlg_agenda_item_new ("Brücke");
  g_autoptr (VlgAgendaItem) late = vlg_agenda_item_new ("Eilantrag");
  g_autoptr (VlgAgenda) other = vlg_agenda_new (NULL);
  g_autoptr (GError) error = NULL;

  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  g_assert_true (vlg_agenda_insert (agenda, 0, first, &error));
  g_assert_true (vlg_agenda_insert (agenda, 1, second, &error));
  vlg_agenda_fix (agenda);
  WRITE (SAVE_AGENDA, .meeting = meeting, .agenda = agenda);
  assert_journal (self, "agenda-fixed", "%\"content\":\"%");

  /* Lost items, another order, another part. */
  vlg_agenda_fix (other);
  WRITE_FAILS (VLG_ERROR_FROZEN, SAVE_AGENDA, .meeting = meeting, .agenda = other);
  g_list_store_remove (G_LIST_STORE (vlg_agenda_get_items (agenda)), 0);
  g_list_store_append (G_LIST_STORE (vlg_agenda_get_items (agenda)), first);
  WRITE_FAILS (VLG_ERROR_FROZEN, SAVE_AGENDA, .meeting = meeting, .agenda = agenda);
  g_list_store_remove (G_LIST_STORE (vlg_agenda_get_items (agenda)), 1);
  g_list_store_insert (G_LIST_STORE (vlg_agenda_get_items (agenda)), 0, first);
  vlg_agenda_item_set_visibility (second, VLG_VISIBILITY_NON_PUBLIC);
  WRITE_FAILS (VLG_ERROR_FROZEN, SAVE_AGENDA, .meeting = meeting, .agenda = agenda);
  vlg_agenda_item_set_visibility (second, VLG_VISIBILITY_PUBLIC);

  /* Nothing, a better word, an urgent item. */
  WRITE (SAVE_AGENDA, .meeting = meeting, .agenda = agenda);
  g_assert_cmpint (fixture_count (self, "SELECT count (*) FROM journal WHERE deed = 'agenda-changed'"), ==, 0);
  vlg_agenda_item_set_title (second, "Neubau der Brücke");
  vlg_agenda_item_set_origin (late, VLG_AGENDA_ORIGIN_URGENT);
  g_assert_cmpint (vlg_agenda_add (agenda, -1, late, &error), ==, 2);
  vlg_agenda_remove (agenda, 0);
  WRITE (SAVE_AGENDA, .meeting = meeting, .agenda = agenda);
  assert_journal (self, "agenda-changed", "%\"content\":\"%");

  /* The invitation may be taken back until the meeting was held. */
  vlg_agenda_unfix (agenda);
  WRITE (SAVE_AGENDA, .meeting = meeting, .agenda = agenda);
  assert_journal (self, "agenda-unfixed", "%");
  vlg_agenda_fix (agenda);
  WRITE (SAVE_AGENDA, .meeting = meeting, .agenda = agenda);
  vlg_meeting_set_state (meeting, VLG_MEETING_STATE_HELD);
  vlg_calendar_deed_unref (WRITE (SAVE, .meeting = meeting));
  vlg_agenda_unfix (agenda);
  WRITE_FAILS (VLG_ERROR_FROZEN, SAVE_AGENDA, .meeting = meeting, .agenda = agenda);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/calendar/save", Fixture, NULL, fixture_set_up, test_save, fixture_tear_down);
  g_test_add ("/store/calendar/new", Fixture, NULL, fixture_set_up, test_new, fixture_tear_down);
  g_test_add ("/store/calendar/move", Fixture, NULL, fixture_set_up, test_move, fixture_tear_down);
  g_test_add ("/store/calendar/new-matches", Fixture, NULL, fixture_set_up, test_new_matches, fixture_tear_down);
  g_test_add ("/store/calendar/journal", Fixture, NULL, fixture_set_up, test_journal, fixture_tear_down);
  g_test_add ("/store/calendar/recorded", Fixture, NULL, fixture_set_up, test_recorded, fixture_tear_down);
  g_test_add ("/store/calendar/trash", Fixture, NULL, fixture_set_up, test_trash, fixture_tear_down);
  g_test_add ("/store/calendar/fixed-agenda", Fixture, NULL, fixture_set_up, test_fixed_agenda, fixture_tear_down);
  g_test_add ("/store/calendar/findings", Fixture, NULL, fixture_set_up, test_findings, fixture_tear_down);
  g_test_add ("/store/calendar/cancel", Fixture, NULL, fixture_set_up, test_cancel, fixture_tear_down);
  g_test_add ("/store/calendar/links", Fixture, NULL, fixture_set_up, test_links, fixture_tear_down);
  g_test_add ("/store/calendar/agenda", Fixture, NULL, fixture_set_up, test_agenda, fixture_tear_down);

  return g_test_run ();
}
