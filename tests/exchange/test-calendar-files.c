/* test-calendar-files.c — the calendar as iCalendar and as a table
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <libical/ical.h>
#include <string.h>

#include "vlg-error.h"
#include "vlg-ical.h"
#include "vlg-meetings-csv.h"

#define LONG_NOTE "Ö;ffentliche, \"Bürgerfragestunde\" zu Beginn \\ danach Beschlüsse über die Straßenreinigung, die Gebühren, die Größe der Grünflächen und „alles Übrige“\nzweite Zeile"

static VlgMeeting *
new_meeting (const char *body,
             VlgDay      day,
             int         start,
             int         end)
{
  VlgMeeting *meeting = vlg_meeting_new ();

  vlg_meeting_set_body (meeting, body);
  vlg_meeting_set_day (meeting, day);
  vlg_meeting_set_start (meeting, start);
  vlg_meeting_set_end (meeting, end);
  vlg_meeting_set_visibility (meeting, VLG_VISIBILITY_PUBLIC);

  return meeting;
}

static void
add (GPtrArray  *events,
     VlgMeeting *meeting)
{
  g_ptr_array_add (events, vlg_calendar_event_new (meeting, NULL, events->len, (gint64) (1600000000 + events->len) * G_USEC_PER_SEC));
  g_object_unref (meeting);
}

static VlgCalendarEntry *
new_consultation (VlgVisibility visibility,
                  VlgStage      stage)
{
  VlgCalendarFacts facts = {
    .kind = VLG_ENTRY_CONSULTATION, .uid = g_uuid_string_random (), .day = vlg_day_new (2030, 6, 12), .start = VLG_WALL_TIME_NONE, .end = VLG_WALL_TIME_NONE,
    .body = g_strdup ("Ausschuss für Bauwesen, Verkehr; Umwelt"), .body_uid = g_strdup ("bau"), .visibility = visibility, .number = g_strdup ("BV/001/2030"),
    .motion_uid = g_uuid_string_random (), .title = g_strdup ("Neubau der Brücke"), .motion_stage = stage, .motion_visibility = visibility,
  };

  return vlg_calendar_entry_new (&facts);
}

/* Meetings of every kind, on the days on which the clocks change too. */
static GPtrArray *
make_events (void)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_event_free);
  g_autoptr (VlgMeetingNumber) number = vlg_meeting_number_parse ("OR Mosig/004/2030", NULL);
  g_autoptr (VlgCalendarEntry) consultation = new_consultation (VLG_VISIBILITY_PUBLIC, VLG_STAGE_RELEASED);
  VlgMeeting *full = new_meeting ("Ortschaftsrat Mosigkau, \\; Ältestenrat", vlg_day_new (2030, 6, 12), 960, 1095);
  VlgMeeting *abroad = new_meeting ("Städtepartnerschaft", vlg_day_new (2030, 1, 12), 600, 660);

  vlg_meeting_set_number (full, number);
  vlg_meeting_set_body_uid (full, "or-mosigkau");
  vlg_meeting_set_room (full, "Ratssaal, Zerbster Straße 4; 1. Stock");
  vlg_meeting_set_note (full, LONG_NOTE);
  vlg_meeting_set_state (full, VLG_MEETING_STATE_HELD);
  add (events, full);
  vlg_meeting_set_zone (abroad, "America/New_York");
  add (events, abroad);
  /* Spring forward: 02:30 does not exist on 31.03.2030; fall back: 02:30 comes twice on 27.10.2030. */
  add (events, new_meeting ("Stadtrat", vlg_day_new (2030, 3, 31), 90, 150));
  add (events, new_meeting ("Stadtrat", vlg_day_new (2030, 3, 31), 150, 200));
  add (events, new_meeting ("Stadtrat", vlg_day_new (2030, 10, 26), 1380, 1440 + 150));
  add (events, new_meeting ("Stadtrat", vlg_day_new (2030, 10, 27), 150, 240));
  add (events, new_meeting ("Stadtrat", vlg_day_new (2030, 12, 31), 1400, 1470));
  add (events, new_meeting ("Stadtrat", vlg_day_new (2028, 2, 29), VLG_WALL_TIME_NONE, VLG_WALL_TIME_NONE));
  add (events, new_meeting ("Stadtrat", vlg_day_new (2030, 7, 1), 960, VLG_WALL_TIME_NONE));
  for (VlgMeetingState state = VLG_MEETING_STATE_PLANNED; state <= VLG_MEETING_STATE_CANCELLED; state++)
    {
      VlgMeeting *meeting = new_meeting ("Hauptausschuss", vlg_day_new (2030, 9, 1 + state), 1020, 1140);

      vlg_meeting_set_state (meeting, state);
      vlg_meeting_set_visibility (meeting, state % 3);
      add (events, meeting);
    }
  g_ptr_array_add (events, vlg_calendar_event_new (NULL, consultation, 3, 0));

  return events;
}

static void
assert_same (GPtrArray *a,
             GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      VlgCalendarEvent *x = a->pdata[i], *y = b->pdata[i];

      g_assert_cmpint (x->sequence, ==, y->sequence);
      g_assert_cmpint (x->changed_at, ==, y->changed_at);
      if (x->meeting != NULL)
        {
          g_autofree char *day = vlg_day_to_iso (vlg_meeting_get_day (x->meeting));

          if (!vlg_meeting_equal (x->meeting, y->meeting))
            g_error ("The meeting %u on %s came back as another one: “%s” “%s” %d–%d %d–%d %s", i, day, vlg_meeting_get_body (y->meeting), vlg_meeting_get_note (y->meeting),
                     vlg_meeting_get_start (x->meeting), vlg_meeting_get_end (x->meeting), vlg_meeting_get_start (y->meeting), vlg_meeting_get_end (y->meeting),
                     vlg_meeting_get_zone (y->meeting));
        }
      else
        {
          const VlgCalendarFacts *f = vlg_calendar_entry_get_facts (x->consultation), *g = vlg_calendar_entry_get_facts (y->consultation);

          g_assert_cmpstr (f->uid, ==, g->uid);
          g_assert_cmpstr (f->body, ==, g->body);
          g_assert_cmpstr (f->title, ==, g->title);
          g_assert_cmpstr (f->number, ==, g->number);
          g_assert_cmpstr (f->motion_uid, ==, g->motion_uid);
          g_assert_cmpuint (f->day, ==, g->day);
          g_assert_cmpint (f->visibility, ==, g->visibility);
        }
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) events = make_events ();
  g_autoptr (GBytes) bytes = vlg_ical_write (events, VLG_EDITION_FULL, "Sitzungskalender", NULL);
  g_autoptr (GBytes) again = vlg_ical_write (events, VLG_EDITION_FULL, "Sitzungskalender", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = vlg_ical_read (bytes, "test.ics", &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, again));
  assert_same (events, read);
}

/* What another parser makes of the bytes, and whether RFC 5545's table of what must and may stand holds. */
static void
test_strict (void)
{
  g_autoptr (GPtrArray) events = make_events ();

  for (VlgEdition edition = VLG_EDITION_FULL; edition <= VLG_EDITION_PUBLIC; edition++)
    {
      g_autoptr (GBytes) key = g_bytes_new_static ("01234567890123456789012345678901", 32);
      g_autoptr (GBytes) bytes = vlg_ical_write (events, edition, "Sitzungskalender", key);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
      g_autoptr (GError) error = NULL;
      g_autofree char *folder = g_dir_make_tmp ("vorlage-calendar-XXXXXX", &error);
      g_autofree char *path = g_build_filename (folder, "calendar.ics", NULL);
      /* The system's, which has the packages the tests ask for, before one of a person's own. */
      g_autofree char *python = g_file_test ("/usr/bin/python3", G_FILE_TEST_IS_EXECUTABLE) ? g_strdup ("/usr/bin/python3") : g_find_program_in_path ("python3");
      icalcomponent *root = icalparser_parse_string (text);
      int status;

      g_assert_nonnull (root);
      g_assert_cmpint (icalcomponent_count_errors (root), ==, 0);
      g_assert_true (icalrestriction_check (root));
      icalcomponent_free (root);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_assert_cmpuint (strlen (lines[i]), <=, 75);
          g_assert_null (strpbrk (lines[i], "\r\n"));
          g_assert_true (g_utf8_validate (lines[i], -1, NULL));
        }

      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      if (python != NULL)
        {
          const char *argv[] = {
            python, "-c",
            "import sys\n"
            "try:\n from icalendar import Calendar\nexcept ImportError: sys.exit (77)\n"
            "c = Calendar.from_ical (open (sys.argv[1], 'rb').read ())\n"
            "n = [e for e in c.walk ('VEVENT')]\n"
            "assert not any (e.errors for e in n), [e.errors for e in n if e.errors]\n"
            "z = [e for e in n if str (e['UID']) == sys.argv[2]][0]\n"
            "assert z.decoded ('DTSTART').isoformat () == '2030-06-12T16:00:00+02:00', z.decoded ('DTSTART').isoformat ()\n",
            path, vlg_meeting_get_uid (((VlgCalendarEvent *) events->pdata[0])->meeting), NULL
          };

          g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, &status, &error));
          g_assert_no_error (error);
          if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
            g_test_message ("python3-icalendar is not installed");
          else
            g_assert_cmpint (status, ==, 0);
        }
      g_unlink (path);
      g_rmdir (folder);
    }
}

static void
test_public (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_event_free);
  g_autoptr (GBytes) key = g_bytes_new_static ("01234567890123456789012345678901", 32);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr (VlgMeetingNumber) number = vlg_meeting_number_parse ("GEHEIM/001/2030", NULL);
  static const char * const secret[] = { "GEHEIM", "Vertraulich", "Hinterzimmer", "Neubau", "Notiz", "BV/001", "X-VORLAGE-BODY", "X-VORLAGE-STATE", "DESCRIPTION", "geheim-uid" };

  for (VlgVisibility visibility = VLG_VISIBILITY_UNDECIDED; visibility <= VLG_VISIBILITY_NON_PUBLIC; visibility++)
    {
      gboolean is_public = visibility == VLG_VISIBILITY_PUBLIC;
      VlgMeeting *meeting = new_meeting (is_public ? "Stadtrat" : "Vertraulich", vlg_day_new (2030, 6, 12), 960, 1095);

      vlg_meeting_set_visibility (meeting, visibility);
      vlg_meeting_set_note (meeting, "Notiz");
      vlg_meeting_set_body_uid (meeting, "geheim-uid");
      vlg_meeting_set_room (meeting, is_public ? "Ratssaal" : "Hinterzimmer");
      if (!is_public)
        vlg_meeting_set_number (meeting, number);
      add (events, meeting);
      for (VlgStage stage = VLG_STAGE_DRAFT; stage <= VLG_STAGE_WITHDRAWN; stage++)
        if (!is_public || stage != VLG_STAGE_RELEASED)
          {
            g_autoptr (VlgCalendarEntry) consultation = new_consultation (visibility, stage);

            g_ptr_array_add (events, vlg_calendar_event_new (NULL, consultation, 0, 0));
          }
    }
  bytes = vlg_ical_write (events, VLG_EDITION_PUBLIC, "Sitzungskalender", key);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (secret); i++)
    g_assert_null (strstr (text, secret[i]));
  g_assert_nonnull (strstr (text, "SUMMARY:Nichtöffentliche Sitzung\r\n"));
  g_assert_nonnull (strstr (text, "SUMMARY:Stadtrat\r\n"));
  g_assert_nonnull (strstr (text, "LOCATION:Ratssaal\r\n"));
}

static GPtrArray *
read_calendar (const char  *content,
               GError     **error)
{
  g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n%sEND:VCALENDAR\r\n", content);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return vlg_ical_read (bytes, "test.ics", error);
}

/* What other programs write. */
static void
test_foreign (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = read_calendar (
    "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
    "BEGIN:VEVENT\r\nUID:040000008200E00074C5B7101A82E008\r\nSUMMARY:Stadt\r\n rat\r\nDTSTART;TZID=W. Europe Standard Time:20300612T160000\r\n"
    "DTEND;TZID=W. Europe Standard Time:20300612T181500\r\nCLASS:PUBLIC\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Stadtrat\r\nDTSTART:20300612T140000Z\r\nDURATION:PT2H15M\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:c\r\nSUMMARY:Stadtrat\r\nDTSTART:20301212T150000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:d\r\nSUMMARY:Stadtrat\r\nDTSTART:20300612T160000\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\n", &error);
  g_autoptr (GPtrArray) again = read_calendar ("BEGIN:VEVENT\r\nUID:040000008200E00074C5B7101A82E008\r\nSUMMARY:x\r\nDTSTART;VALUE=DATE:20300612\r\nEND:VEVENT\r\n", NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 4);
  for (guint i = 0; i < events->len; i++)
    {
      VlgMeeting *meeting = ((VlgCalendarEvent *) events->pdata[i])->meeting;

      g_assert_cmpstr (vlg_meeting_get_body (meeting), ==, "Stadtrat");
      g_assert_cmpuint (vlg_meeting_get_day (meeting), ==, i == 2 ? vlg_day_new (2030, 12, 12) : vlg_day_new (2030, 6, 12));
      g_assert_cmpint (vlg_meeting_get_start (meeting), ==, 960);
      g_assert_cmpint (vlg_meeting_get_end (meeting), ==, i < 2 ? 1095 : VLG_WALL_TIME_NONE);
      g_assert_cmpstr (vlg_meeting_get_zone (meeting), ==, "Europe/Berlin");
      g_assert_cmpint (vlg_meeting_get_state (meeting), ==, i == 1 ? VLG_MEETING_STATE_CANCELLED : VLG_MEETING_STATE_PLANNED);
      g_assert_true (g_uuid_string_is_valid (vlg_meeting_get_uid (meeting)));
    }
  g_assert_cmpstr (vlg_meeting_get_uid (((VlgCalendarEvent *) events->pdata[0])->meeting), ==, vlg_meeting_get_uid (((VlgCalendarEvent *) again->pdata[0])->meeting));
}

static void
assert_fails (const char *content,
              const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_calendar (content, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

static void
test_bad (void)
{
  g_autoptr (GPtrArray) events = make_events ();
  g_autoptr (GBytes) bytes = vlg_ical_write (events, VLG_EDITION_FULL, "x", NULL);
  gsize length;
  const char *whole = g_bytes_get_data (bytes, &length);
  g_autoptr (GRand) random = g_rand_new_with_seed (20300612);

  assert_fails ("BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:x\r\nEND:VEVENT\r\n", "Line 4: ");
  assert_fails ("BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:x\r\nDTSTART:20301312T000000\r\nEND:VEVENT\r\n", "Line 4: ");
  assert_fails ("BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20300612T160000\r\nEND:VEVENT\r\n", "SUMMARY");
  assert_fails ("BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:x\r\nDTSTART:20300612T160000\r\nDTEND:20300612T150000\r\nEND:VEVENT\r\n", "Line 4: ");
  assert_fails ("BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:x\r\nDTSTART:20300612T160000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n", "Line 4: ");
  assert_fails ("BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:x\r\nDTSTART;TZID=Nirgendwo:20300612T160000\r\nEND:VEVENT\r\n", "Nirgendwo");
  assert_fails ("BEGIN:VEVENT\r\nUID:a\r\n", "Line 6: ");
  assert_fails ("was ist das\r\n", "Line 4: ");

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *copy = g_memdup2 (whole, length);
      gsize cut = i < 1000 ? (gsize) g_rand_int_range (random, 1, (int) length) : length;
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (GPtrArray) read_back = NULL;
      g_autoptr (GError) error = NULL;

      for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
        copy[g_rand_int_range (random, 0, (int) cut)] = (char) g_rand_int_range (random, 1, 256);
      broken = g_bytes_new (copy, cut);
      read_back = vlg_ical_read (broken, "test.ics", &error);
      g_assert_true ((read_back == NULL) == (error != NULL));
      for (guint j = 0; read_back != NULL && j < read_back->len; j++)
        if (((VlgCalendarEvent *) read_back->pdata[j])->meeting != NULL)
          g_assert_cmpuint (vlg_meeting_get_day (((VlgCalendarEvent *) read_back->pdata[j])->meeting), !=, VLG_DAY_NONE);
    }
}

static void
test_csv (void)
{
  static const char german[] = "Gremium;Datum;Beginn;Ende;Raum;Status\nStadtrat;12.06.2030;16 Uhr;18.15;\"Ratssaal; links\";öffentlich\n\nHauptausschuss;2030-06-19;16:00-18:00 Uhr;;;nicht öffentlich\n";
  static const struct { const char *text, *part; } bad[] = {
    { "Gremium;Ort\nStadtrat;x\n", "day" },
    { "Gremium;Datum\nStadtrat;31.06.2030\n", "Line 2: " },
    { "Gremium;Datum\nStadtrat;1.6.2030\n;2.6.2030\n", "Line 3: " },
    { "Gremium;Datum;Beginn\nStadtrat;1.6.2030;25:00\n", "25:00" },
    { "Gremium;Datum;Stand\nStadtrat;1.6.2030;vielleicht\n", "vielleicht" },
    { "Gremium;Datum\n\"Stadtrat;1.6.2030\n", "Line 2: " },
  };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_event_free);
  g_autoptr (GPtrArray) read_back = NULL;
  g_autoptr (GPtrArray) foreign = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) table = g_bytes_new_static (german, sizeof german - 1);
  g_autoptr (GError) error = NULL;
  VlgMeeting *meeting = new_meeting ("Ausschuss für \"Bau\", Verkehr", vlg_day_new (2030, 6, 12), 1320, 1500);
  g_autoptr (VlgMeetingNumber) number = vlg_meeting_number_parse ("StR/023/2030", NULL);

  vlg_meeting_set_number (meeting, number);
  vlg_meeting_set_note (meeting, "eins\nzwei; drei");
  vlg_meeting_set_state (meeting, VLG_MEETING_STATE_CANCELLED);
  g_ptr_array_add (events, vlg_calendar_event_new (meeting, NULL, -1, 0));
  g_object_unref (meeting);
  bytes = vlg_meetings_csv_write (events);
  read_back = vlg_meetings_csv_read (bytes, "test.csv", &error);
  g_assert_no_error (error);
  assert_same (events, read_back);

  foreign = vlg_meetings_csv_read (table, "test.csv", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (foreign->len, ==, 2);
  meeting = ((VlgCalendarEvent *) foreign->pdata[0])->meeting;
  g_assert_cmpint (vlg_meeting_get_start (meeting), ==, 960);
  g_assert_cmpint (vlg_meeting_get_end (meeting), ==, 1095);
  g_assert_cmpstr (vlg_meeting_get_room (meeting), ==, "Ratssaal; links");
  g_assert_cmpint (vlg_meeting_get_visibility (meeting), ==, VLG_VISIBILITY_PUBLIC);
  meeting = ((VlgCalendarEvent *) foreign->pdata[1])->meeting;
  g_assert_cmpint (vlg_meeting_get_end (meeting), ==, 1080);
  g_assert_cmpint (vlg_meeting_get_visibility (meeting), ==, VLG_VISIBILITY_NON_PUBLIC);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) wrong = g_bytes_new_static (bad[i].text, strlen (bad[i].text));
      g_autoptr (GError) failure = NULL;

      g_assert_null (vlg_meetings_csv_read (wrong, "test.csv", &failure));
      g_assert_error (failure, VLG_ERROR, VLG_ERROR_INVALID);
      if (strstr (failure->message, bad[i].part) == NULL)
        g_error ("“%s” does not say “%s”", failure->message, bad[i].part);
    }
}

/* What a spreadsheet would calculate comes out guarded and back in as it was. */
static void
test_formulas (void)
{
  static const char * const rooms[] = { "=1+1", "+49 340 2040", "-", "@Aula", "'=1", "''-", "'s Zimmer", "=\"a\",b" };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_event_free);
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      VlgMeeting *meeting = new_meeting ("Stadtrat", vlg_day_new (2030, 6, 12) + i, 960, -1);

      vlg_meeting_set_room (meeting, rooms[i]);
      add (events, meeting);
    }
  bytes = vlg_meetings_csv_write (events);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, ",'=1+1,"));
  g_assert_nonnull (strstr (text, ",\"'=\"\"a\"\",b\","));
  g_assert_null (strstr (text, ",@Aula"));
  read = vlg_meetings_csv_read (bytes, "test.csv", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    g_assert_cmpstr (vlg_meeting_get_room (((VlgCalendarEvent *) read->pdata[i])->meeting), ==, rooms[i]);
}

/* The UID of a meeting that came in without one follows from body, day and time, which anybody can try; what the public gets must not. */
static void
test_keyed (void)
{
  static const char table[] = "Gremium;Datum;Beginn;Status\nVergabeausschuss;12.06.2030;16:00;nicht öffentlich\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, sizeof table - 1);
  g_autoptr (GBytes) key = g_bytes_new_static ("01234567890123456789012345678901", 32);
  g_autoptr (GBytes) other_key = g_bytes_new_static ("another key of another database.", 32);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = vlg_meetings_csv_read (bytes, "test.csv", &error);
  g_autoptr (GBytes) first = vlg_ical_write (events, VLG_EDITION_PUBLIC, "x", key);
  g_autoptr (GBytes) again = vlg_ical_write (events, VLG_EDITION_PUBLIC, "x", key);
  g_autoptr (GBytes) other = vlg_ical_write (events, VLG_EDITION_PUBLIC, "x", other_key);
  g_autofree char *text = g_strndup (g_bytes_get_data (first, NULL), g_bytes_get_size (first));

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "UID:"));
  g_assert_null (strstr (text, vlg_meeting_get_uid (((VlgCalendarEvent *) events->pdata[0])->meeting)));
  g_assert_true (g_bytes_equal (first, again));
  g_assert_false (g_bytes_equal (first, other));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/calendar/round-trip", test_round_trip);
  g_test_add_func ("/exchange/calendar/strict", test_strict);
  g_test_add_func ("/exchange/calendar/public", test_public);
  g_test_add_func ("/exchange/calendar/keyed", test_keyed);
  g_test_add_func ("/exchange/calendar/foreign", test_foreign);
  g_test_add_func ("/exchange/calendar/bad", test_bad);
  g_test_add_func ("/exchange/calendar/csv", test_csv);
  g_test_add_func ("/exchange/calendar/formulas", test_formulas);

  return g_test_run ();
}
