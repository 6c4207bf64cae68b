/* test-calendar.c — the calendar as a person works with it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "office-fixture.h"
#include "vlg-calendar-deeds.h"
#include "vlg-calendar-file.h"
#include "vlg-calendar.h"

#include "vlg-motions.h"

static VlgMeeting *
new_meeting (const char *body,
             VlgDay      day)
{
  VlgMeeting *meeting = vlg_meeting_new ();

  vlg_meeting_set_body (meeting, body);
  vlg_meeting_set_day (meeting, day);
  vlg_meeting_set_times (meeting, vlg_wall_time_new (16, 0), vlg_wall_time_new (18, 0));
  vlg_meeting_set_visibility (meeting, VLG_VISIBILITY_PUBLIC);

  return meeting;
}

static VlgMeeting *
save (OfficeFixture *self,
      VlgMeeting    *meeting)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (VlgCalendarDeed) deed = NULL;
  g_autoptr (GError) error = NULL;

  vlg_calendar_save_meeting_async (self->office, meeting, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  deed = vlg_calendar_save_meeting_finish (self->office, result, &error);
  g_assert_no_error (error);
  /* Who goes on with it need not load it again. */
  g_assert_cmpint (vlg_meeting_get_revision (meeting), ==, vlg_meeting_get_revision (deed->after));

  return g_object_ref (deed->after);
}

static gpointer
insert_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");

  vlg_motions_insert (db, data, NULL, actor, "imported", error);

  return NULL;
}

/* A motion with the given days before the council. */
static VlgMotion *
add_motion (OfficeFixture *self,
            const VlgDay  *days,
            guint          n)
{
  VlgMotion *motion = vlg_motion_new ();
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse ("BV/001/2030", NULL);
  g_autoptr (GError) error = NULL;

  vlg_motion_set_number (motion, number);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Brücke");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VlgConsultation) row = vlg_consultation_new ();

      vlg_consultation_set_body (row, "Stadtrat");
      vlg_consultation_set_day (row, days[i]);
      g_list_store_append (vlg_motion_get_consultations (motion), row);
    }
  vlg_store_write (self->store, insert_job, motion, NULL, &error);
  g_assert_no_error (error);

  return motion;
}

static gboolean
is_loaded (gpointer data)
{
  return !vlg_calendar_get_loading (data);
}

typedef struct {
  VlgCalendar *calendar;
  const char *expected;
} Wanted;

static char *
describe (VlgCalendar *calendar)
{
  GListModel *entries = vlg_calendar_get_entries (calendar);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (VlgCalendarEntry) entry = g_list_model_get_item (entries, i);
      const VlgCalendarFacts *facts = vlg_calendar_entry_get_facts (entry);
      guint day;

      vlg_day_get (facts->day, NULL, NULL, &day);
      g_string_append_printf (text, "%u%s%s ", day, facts->kind == VLG_ENTRY_MEETING ? "M" : "C", facts->meeting_uid != NULL ? "+" : "");
    }
  g_string_append_printf (text, "(%u)", g_list_model_get_n_items (vlg_calendar_get_undated (calendar)));

  return g_string_free (text, FALSE);
}

static gboolean
shows (gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *text = describe (wanted->calendar);

  return g_str_equal (text, wanted->expected);
}

static void
wait_for (VlgCalendar *calendar,
          const char  *expected)
{
  Wanted wanted = { calendar, expected };

  office_fixture_wait_until (shows, &wanted);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_range (OfficeFixture *self,
            gconstpointer  data)
{
  VlgDay first = vlg_day_new (2030, 6, 1), day = vlg_day_new (2030, 6, 12);
  VlgDay days[] = { day, day + 1, VLG_DAY_NONE };
  g_autoptr (VlgCalendar) calendar = vlg_calendar_new (self->office);
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", day);
  g_autoptr (VlgMeeting) stored = NULL;
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (VlgConsultation) row = NULL;
  g_autoptr (VlgCalendarDeed) deed = NULL;
  g_autoptr (VlgCalendarDeed) moved = NULL;
  g_autoptr (VlgCalendarDeed) undone = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  vlg_calendar_show (calendar, first, first + 29);
  g_assert_true (vlg_calendar_get_loading (calendar));
  office_fixture_wait_until (is_loaded, calendar);
  stored = save (self, meeting);
  wait_for (calendar, "12M (0)");
  motion = add_motion (self, days, 3);
  wait_for (calendar, "12M 12C+ 13C (1)");

  /* A change elsewhere leaves what is shown alone. */
  g_signal_connect_swapped (vlg_calendar_get_entries (calendar), "items-changed", G_CALLBACK (count_cb), &n_changes);
  rows = g_object_ref (G_LIST_MODEL (vlg_motion_get_consultations (motion)));
  row = g_list_model_get_item (rows, 2);

  vlg_calendar_place_async (self->office, vlg_consultation_get_uid (row), NULL, day + 60, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  deed = vlg_calendar_place_finish (self->office, result, &error);
  g_assert_no_error (error);
  wait_for (calendar, "12M 12C+ 13C (0)");
  g_assert_cmpuint (n_changes, ==, 0);

  g_clear_object (&result);
  vlg_calendar_move_meeting_async (self->office, vlg_meeting_get_uid (stored), vlg_meeting_get_revision (stored), day + 7, vlg_wall_time_new (17, 0), VLG_WALL_TIME_NONE,
                                   NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  moved = vlg_calendar_move_meeting_finish (self->office, result, &error);
  g_assert_no_error (error);
  wait_for (calendar, "13C 19M 19C+ (0)");
  g_clear_object (&result);
  vlg_calendar_undo_async (self->office, moved, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  undone = vlg_calendar_undo_finish (self->office, result, &error);
  g_assert_no_error (error);
  wait_for (calendar, "12M 12C+ 13C (0)");

  /* Another month, and back before it came. */
  vlg_calendar_show (calendar, first + 30, first + 60);
  vlg_calendar_show (calendar, first, first + 29);
  office_fixture_wait_until (is_loaded, calendar);
  wait_for (calendar, "12M 12C+ 13C (0)");
}

static GPtrArray *
make (OfficeFixture *self,
      GPtrArray     *meetings)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *made;

  vlg_calendar_make_meetings_async (self->office, meetings, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  made = vlg_calendar_make_meetings_finish (self->office, result, &error);
  g_assert_no_error (error);

  return made;
}

static void
test_year (OfficeFixture *self,
           gconstpointer  data)
{
  VlgDay first = vlg_day_new (2030, 1, 1);
  g_autoptr (VlgCalendar) calendar = vlg_calendar_new (self->office);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) next = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) trash_result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (meetings, new_meeting ("Stadtrat", first + 7 * i));
  vlg_calendar_show (calendar, first, first + 30);
  made = make (self, meetings);
  g_assert_cmpuint (made->len, ==, 4);
  wait_for (calendar, "1M 8M 15M 22M (0)");
  again = make (self, meetings);
  g_assert_cmpuint (again->len, ==, 0);

  vlg_calendar_next_meetings_async (self->office, "Stadtrat", NULL, first + 1, 2, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  next = vlg_calendar_next_meetings_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (next->len, ==, 2);
  g_assert_cmpuint (vlg_meeting_get_day (next->pdata[0]), ==, first + 7);

  vlg_calendar_trash_meetings_async (self->office, made, TRUE, NULL, office_fixture_keep_result, &trash_result);
  office_fixture_await (&trash_result);
  g_assert_true (vlg_calendar_trash_meetings_finish (self->office, trash_result, &error));
  wait_for (calendar, "(0)");
}

/* What a rule made for a year goes again as one, with the motions it took. */
static void
test_year_undone (OfficeFixture *self,
                  gconstpointer  data)
{
  VlgDay days[] = { vlg_day_new (2030, 6, 12) };
  g_autoptr (VlgCalendar) calendar = vlg_calendar_new (self->office);
  g_autoptr (VlgMotion) motion = add_motion (self, days, 1);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) deeds = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) undo_result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (meetings, new_meeting ("Stadtrat", days[0] + 7 * i));
  vlg_calendar_show (calendar, days[0], days[0] + 10);
  vlg_calendar_make_meetings_async (self->office, meetings, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  deeds = vlg_calendar_make_meetings_finish_deeds (self->office, result, &error);
  g_assert_no_error (error);
  wait_for (calendar, "12M 12C+ 19M (0)");
  vlg_calendar_undo_all_async (self->office, deeds, NULL, office_fixture_keep_result, &undo_result);
  office_fixture_await (&undo_result);
  undone = vlg_calendar_undo_all_finish (self->office, undo_result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->len, ==, 2);
  wait_for (calendar, "12C (0)");
}

static void
test_agenda (OfficeFixture *self,
             gconstpointer  data)
{
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", vlg_day_new (2030, 6, 12));
  g_autoptr (VlgMeeting) stored = save (self, meeting);
  g_autoptr (VlgMeeting) after = NULL;
  g_autoptr (VlgAgenda) agenda = vlg_agenda_new (NULL);
  g_autoptr (VlgAgenda) loaded = NULL;
  g_autoptr (VlgAgendaItem) item = vlg_agenda_item_new ("Eröffnung");
  g_autoptr (VlgAgendaItem) first = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (vlg_agenda_add (agenda, -1, item, &error), ==, 0);
  vlg_calendar_save_agenda_async (self->office, stored, agenda, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  after = vlg_calendar_save_agenda_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vlg_meeting_get_revision (after), ==, vlg_meeting_get_revision (stored) + 1);
  g_clear_object (&result);
  vlg_calendar_load_agenda_async (self->office, after, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  loaded = vlg_calendar_load_agenda_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (vlg_agenda_get_items (loaded)), ==, 1);
  first = g_list_model_get_item (vlg_agenda_get_items (loaded), 0);
  g_assert_true (vlg_agenda_item_equal (first, item));
}

/* One that was emptied on purpose does not begin with the standard again. */
static void
test_empty_agenda (OfficeFixture *self,
                   gconstpointer  data)
{
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", vlg_day_new (2030, 6, 12));
  g_autoptr (VlgMeeting) stored = NULL;
  g_autoptr (VlgAgenda) agenda = vlg_agenda_new (NULL);
  g_autoptr (GListStore) standard = g_list_store_new (VLG_TYPE_AGENDA_ITEM);
  g_autoptr (VlgAgendaItem) item = vlg_agenda_item_new ("Eröffnung");
  g_autoptr (GAsyncResult) standard_result = NULL;

  vlg_meeting_set_body_uid (meeting, vlg_body_get_uid (vlg_profile_find_body (vlg_office_get_profile (self->office), "Stadtrat")));
  g_list_store_append (standard, item);
  vlg_calendar_save_standard_agenda_async (self->office, vlg_meeting_get_body_uid (meeting), G_LIST_MODEL (standard), NULL, office_fixture_keep_result, &standard_result);
  office_fixture_await (&standard_result);
  g_assert_true (vlg_calendar_save_standard_agenda_finish (self->office, standard_result, NULL));
  stored = save (self, meeting);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (VlgAgenda) loaded = NULL;
      g_autoptr (VlgMeeting) after = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GAsyncResult) save_result = NULL;
      g_autoptr (GError) error = NULL;

      vlg_calendar_load_agenda_async (self->office, stored, NULL, office_fixture_keep_result, &result);
      office_fixture_await (&result);
      loaded = vlg_calendar_load_agenda_finish (self->office, result, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_list_model_get_n_items (vlg_agenda_get_items (loaded)) == 0, ==, i == 1);
      if (i == 1)
        break;
      vlg_calendar_save_agenda_async (self->office, stored, agenda, NULL, office_fixture_keep_result, &save_result);
      office_fixture_await (&save_result);
      after = vlg_calendar_save_agenda_finish (self->office, save_result, &error);
      g_assert_no_error (error);
    }
}

#define UID_A "11111111-1111-4111-8111-111111111111"
#define UID_B "22222222-2222-4222-8222-222222222222"

/* Reads a file of one event and says what became of it: new, changed, same, older, refused, trashed; moved. */
static void
assert_import (OfficeFixture *self,
               const char    *uid,
               const char    *begins,
               const char    *more,
               const char    *expected)
{
  g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:%s\r\nSUMMARY:Stadtrat\r\nDTSTART:%s\r\n%sEND:VEVENT\r\nEND:VCALENDAR\r\n",
                                           uid, begins, more);
  g_autoptr (GFile) file = office_fixture_write (self, "event.ics", text, -1);
  g_autofree char *got = NULL;
  g_autoptr (GError) error = NULL;
  VlgCalendarImport report;

  g_assert_true (vlg_calendar_file_import (self->office, file, &report, &error));
  g_assert_no_error (error);
  got = g_strdup_printf ("%s%s%s%s%s%s%u", report.n_new > 0 ? "new " : "", report.n_changed > 0 ? "changed " : "", report.n_same > 0 ? "same " : "", report.n_older > 0 ? "older " : "",
                         report.n_refused > 0 ? "refused " : "", report.n_trashed > 0 ? "trashed " : "", report.n_moved);
  g_assert_cmpstr (got, ==, expected);
}

static VlgMeeting *
load (OfficeFixture *self,
      const char    *uid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  VlgMeeting *meeting;

  vlg_calendar_load_meeting_async (self->office, uid, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  meeting = vlg_calendar_load_meeting_finish (self->office, result, &error);
  g_assert_no_error (error);

  return meeting;
}

/* The later word counts, by SEQUENCE, then by LAST-MODIFIED. */
static void
test_sequence (OfficeFixture *self,
               gconstpointer  data)
{
  g_autoptr (VlgMeeting) meeting = NULL;
  g_autoptr (VlgMeeting) stored = NULL;

  assert_import (self, UID_A, "20300612T140000Z", "SEQUENCE:5\r\nLAST-MODIFIED:20200101T000000Z\r\n", "new 0");
  assert_import (self, UID_A, "20300612T140000Z", "SEQUENCE:5\r\nLAST-MODIFIED:20200101T000000Z\r\n", "same 0");
  assert_import (self, UID_A, "20300612T150000Z", "SEQUENCE:4\r\nLAST-MODIFIED:20210101T000000Z\r\n", "older 0");
  assert_import (self, UID_A, "20300612T150000Z", "SEQUENCE:5\r\nLAST-MODIFIED:20190101T000000Z\r\n", "older 0");
  assert_import (self, UID_A, "20300612T150000Z", "SEQUENCE:5\r\nLAST-MODIFIED:20200601T000000Z\r\n", "changed 0");
  assert_import (self, UID_A, "20300612T160000Z", "LAST-MODIFIED:20200301T000000Z\r\n", "older 0");
  assert_import (self, UID_A, "20300612T160000Z", "LAST-MODIFIED:20210101T000000Z\r\n", "changed 0");
  /* Ours lies above what came in. */
  meeting = load (self, UID_A);
  vlg_meeting_set_room (meeting, "Aula");
  stored = save (self, meeting);
  assert_import (self, UID_A, "20300612T170000Z", "SEQUENCE:5\r\nLAST-MODIFIED:20220101T000000Z\r\n", "older 0");
  assert_import (self, UID_A, "20300612T160000Z", "SEQUENCE:7\r\nSTATUS:CANCELLED\r\n", "changed 0");
  /* What is cancelled takes place again by a later word only. */
  assert_import (self, UID_A, "20300612T160000Z", "SEQUENCE:7\r\n", "same 0");
  assert_import (self, UID_A, "20300612T160000Z", "", "same 0");
  assert_import (self, UID_A, "20300612T160000Z", "SEQUENCE:8\r\n", "changed 0");
  g_clear_object (&stored);
  stored = load (self, UID_A);
  g_assert_cmpint (vlg_meeting_get_state (stored), ==, VLG_MEETING_STATE_PLANNED);
}

/* A file tells what it moves, and neither brings back what was thrown away nor stops at what stands. */
static void
test_import_stands (OfficeFixture *self,
                    gconstpointer  data)
{
  VlgDay days[] = { vlg_day_new (2030, 6, 12) };
  g_autoptr (VlgMotion) motion = add_motion (self, days, 1);
  g_autoptr (VlgMeeting) meeting = NULL;
  g_autoptr (VlgMeeting) stored = NULL;
  g_autoptr (GPtrArray) meetings = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  assert_import (self, UID_A, "20300612T140000Z", "SEQUENCE:1\r\n", "new 0");
  assert_import (self, UID_A, "20300613T140000Z", "SEQUENCE:2\r\n", "changed 1");
  meeting = load (self, UID_A);
  vlg_meeting_set_state (meeting, VLG_MEETING_STATE_HELD);
  stored = save (self, meeting);
  assert_import (self, UID_A, "20300614T140000Z", "SEQUENCE:9\r\n", "refused 0");
  assert_import (self, UID_A, "20300613T140000Z", "SEQUENCE:9\r\nSTATUS:CANCELLED\r\n", "refused 0");

  assert_import (self, UID_B, "20300820T140000Z", "SEQUENCE:1\r\n", "new 0");
  g_clear_object (&stored);
  stored = load (self, UID_B);
  g_ptr_array_add (meetings, stored);
  vlg_calendar_trash_meetings_async (self->office, meetings, TRUE, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_true (vlg_calendar_trash_meetings_finish (self->office, result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (vlg_meeting_get_revision (stored), ==, 2);
  assert_import (self, UID_B, "20300820T140000Z", "SEQUENCE:2\r\n", "trashed 0");
}

static void
import (OfficeFixture *self,
        GFile         *file,
        guint          n_new,
        guint          n_changed,
        guint          n_same)
{
  g_autoptr (GError) error = NULL;
  VlgCalendarImport report;

  g_assert_true (vlg_calendar_file_import (self->office, file, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.n_new, ==, n_new);
  g_assert_cmpuint (report.n_changed, ==, n_changed);
  g_assert_cmpuint (report.n_same, ==, n_same);
}

static void
test_files (OfficeFixture *self,
            gconstpointer  data)
{
  static const char changed[] = "Gremium;Datum;Beginn;Raum\nStadtrat;12.06.2030;16:00;Aula\nStadtrat;03.07.2030;16:00;\n";
  static const char bad[] = "Gremium;Datum;Nummer\nStadtrat;01.08.2030;StR/001/2030\nStadtrat;02.08.2030;StR/001/2030\n";
  VlgDay days[] = { vlg_day_new (2030, 7, 3) };
  g_autoptr (VlgMeeting) meeting = new_meeting ("Stadtrat", vlg_day_new (2030, 6, 12));
  g_autoptr (VlgMeeting) hidden = new_meeting ("Ältestenrat", vlg_day_new (2030, 6, 13));
  g_autoptr (VlgMeeting) stored = NULL;
  g_autoptr (VlgMeeting) other = NULL;
  g_autoptr (VlgMotion) motion = add_motion (self, days, 1);
  g_autoptr (VlgCalendar) calendar = vlg_calendar_new (self->office);
  g_autoptr (GFile) ics = office_fixture_write (self, "a.ics", "", 0);
  g_autoptr (GFile) public_ics = office_fixture_write (self, "b.ics", "", 0);
  g_autoptr (GFile) table = office_fixture_write (self, "c.csv", changed, -1);
  g_autoptr (GFile) bad_table = office_fixture_write (self, "d.csv", bad, -1);
  g_autoptr (GError) error = NULL;
  VlgCalendarImport report;

  vlg_meeting_set_body_uid (meeting, vlg_body_get_uid (vlg_profile_find_body (vlg_office_get_profile (self->office), "Stadtrat")));
  vlg_meeting_set_room (meeting, "Ratssaal");
  stored = save (self, meeting);
  vlg_meeting_set_visibility (hidden, VLG_VISIBILITY_NON_PUBLIC);
  other = save (self, hidden);
  g_assert_true (vlg_calendar_file_export (self->office, ics, VLG_DAY_NONE, VLG_DAY_NONE, VLG_EDITION_FULL, &error));
  g_assert_true (vlg_calendar_file_export (self->office, public_ics, VLG_DAY_NONE, VLG_DAY_NONE, VLG_EDITION_PUBLIC, &error));
  g_assert_no_error (error);
  import (self, ics, 0, 0, 2);
  /* A public edition does not take the hidden meeting's name away. */
  import (self, public_ics, 0, 0, 1);

  /* The table changes one by body and time, and makes another one, which the consultation of that day matches. */
  g_assert_true (vlg_calendar_file_import (self->office, table, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.n_changed, ==, 1);
  g_assert_cmpuint (report.n_new, ==, 1);
  g_assert_cmpuint (report.n_linked, ==, 1);
  import (self, table, 0, 0, 2);
  vlg_calendar_show (calendar, vlg_day_new (2030, 6, 1), vlg_day_new (2030, 8, 31));
  wait_for (calendar, "12M 13M 3M 3C+ (0)");
  /* The file is of before the room changed. */
  g_assert_true (vlg_calendar_file_import (self->office, ics, &report, &error));
  g_assert_cmpuint (report.n_older, ==, 1);

  /* All or none. */
  g_assert_false (vlg_calendar_file_import (self->office, bad_table, &report, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "3"));
  wait_for (calendar, "12M 13M 3M 3C+ (0)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/session/calendar/range", OfficeFixture, NULL, office_fixture_set_up, test_range, office_fixture_tear_down);
  g_test_add ("/session/calendar/year", OfficeFixture, NULL, office_fixture_set_up, test_year, office_fixture_tear_down);
  g_test_add ("/session/calendar/year-undone", OfficeFixture, NULL, office_fixture_set_up, test_year_undone, office_fixture_tear_down);
  g_test_add ("/session/calendar/agenda", OfficeFixture, NULL, office_fixture_set_up, test_agenda, office_fixture_tear_down);
  g_test_add ("/session/calendar/empty-agenda", OfficeFixture, NULL, office_fixture_set_up, test_empty_agenda, office_fixture_tear_down);
  g_test_add ("/session/calendar/sequence", OfficeFixture, NULL, office_fixture_set_up, test_sequence, office_fixture_tear_down);
  g_test_add ("/session/calendar/import-stands", OfficeFixture, NULL, office_fixture_set_up, test_import_stands, office_fixture_tear_down);
  g_test_add ("/session/calendar/files", OfficeFixture, NULL, office_fixture_set_up, test_files, office_fixture_tear_down);

  return g_test_run ();
}
