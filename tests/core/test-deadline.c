/* test-deadline.c — periods before a meeting, and how a body meets as the profile says
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-agenda.h"
#include "vlg-deadline.h"
#include "vlg-error.h"
#include "vlg-holidays.h"
#include "vlg-profile.h"
#include "vlg-working-days.h"

static VlgDay
iso (const char *text)
{
  VlgDay day = vlg_day_parse_iso (text);

  g_assert_cmpuint (day, !=, VLG_DAY_NONE);

  return day;
}

static void
assert_deadline (guint        days,
                 VlgDayCount  count,
                 gboolean     clear,
                 const char  *meeting,
                 const char  *expected)
{
  g_autoptr (VlgDeadlineTerm) term = vlg_deadline_term_new (days, count, clear, NULL, FALSE);
  g_autofree char *day = vlg_day_to_iso (vlg_deadline_compute (term, iso (meeting), "DE-ST"));

  g_assert_cmpstr (day, ==, expected);
}

static void
test_calendar_days (void)
{
  /* Wednesday, 20 October 2021. */
  assert_deadline (7, VLG_DAY_COUNT_CALENDAR, FALSE, "2021-10-20", "2021-10-13");
  assert_deadline (7, VLG_DAY_COUNT_CALENDAR, TRUE, "2021-10-20", "2021-10-12");
  assert_deadline (0, VLG_DAY_COUNT_CALENDAR, FALSE, "2021-10-20", "2021-10-20");
  /* A Sunday and a Saturday: on the Friday before. */
  assert_deadline (3, VLG_DAY_COUNT_CALENDAR, FALSE, "2021-10-20", "2021-10-15");
  assert_deadline (4, VLG_DAY_COUNT_CALENDAR, FALSE, "2021-10-20", "2021-10-15");
  /* Good Friday 2018: the Thursday before; over the turn of the year and 29 February. */
  assert_deadline (5, VLG_DAY_COUNT_CALENDAR, FALSE, "2018-04-04", "2018-03-29");
  assert_deadline (14, VLG_DAY_COUNT_CALENDAR, FALSE, "2018-01-10", "2017-12-27");
  assert_deadline (15, VLG_DAY_COUNT_CALENDAR, FALSE, "2018-01-10", "2017-12-22");
  assert_deadline (7, VLG_DAY_COUNT_CALENDAR, FALSE, "2024-03-07", "2024-02-29");
}

static void
test_working_days (void)
{
  assert_deadline (5, VLG_DAY_COUNT_WORKING, FALSE, "2021-10-20", "2021-10-13");
  assert_deadline (5, VLG_DAY_COUNT_WORKING, TRUE, "2021-10-20", "2021-10-12");
  /* Easter 2018: Friday and Monday do not count. */
  assert_deadline (3, VLG_DAY_COUNT_WORKING, FALSE, "2018-04-04", "2018-03-28");
  /* A meeting on a Sunday. */
  assert_deadline (1, VLG_DAY_COUNT_WORKING, FALSE, "2021-10-17", "2021-10-15");
  assert_deadline (0, VLG_DAY_COUNT_WORKING, FALSE, "2021-10-17", "2021-10-15");
}

static void
test_none (void)
{
  g_autoptr (VlgDeadlineTerm) term = vlg_deadline_term_new (7, VLG_DAY_COUNT_CALENDAR, FALSE, "§ 3 GO", TRUE);
  g_autoptr (VlgDeadlineTerm) copy = vlg_deadline_term_copy (term);

  g_assert_cmpuint (vlg_deadline_compute (NULL, iso ("2021-10-20"), "DE-ST"), ==, VLG_DAY_NONE);
  g_assert_cmpuint (vlg_deadline_compute (term, VLG_DAY_NONE, "DE-ST"), ==, VLG_DAY_NONE);
  g_assert_cmpuint (vlg_deadline_compute (term, vlg_day_new (1, 1, 2), "DE-ST"), ==, VLG_DAY_NONE);
  g_assert_cmpstr (copy->source, ==, "§ 3 GO");
  g_assert_true (copy->second_hand);
}

/* For any period: it is a working day, enough days lie between, a longer period is never later, and a later meeting never has an earlier deadline. */
static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      VlgDay meeting = iso ("2015-01-01") + g_test_rand_int_range (0, 8000);
      VlgDayCount count = g_test_rand_int_range (0, 2);
      gboolean clear = g_test_rand_bit ();
      guint days = g_test_rand_int_range (0, 40);
      g_autoptr (VlgDeadlineTerm) term = vlg_deadline_term_new (days, count, clear, NULL, FALSE);
      g_autoptr (VlgDeadlineTerm) longer = vlg_deadline_term_new (days + 1, count, clear, NULL, FALSE);
      VlgDay last = vlg_deadline_compute (term, meeting, "DE-ST");

      g_assert_true (vlg_working_days_is ("DE-ST", last));
      g_assert_cmpuint (vlg_deadline_compute (longer, meeting, "DE-ST"), <=, last);
      g_assert_cmpuint (vlg_deadline_compute (term, meeting + 1, "DE-ST"), >=, last);
      if (count == VLG_DAY_COUNT_CALENDAR)
        g_assert_cmpuint (meeting - last, >=, days + clear);
      else if (days > 0)
        g_assert_cmpuint (vlg_working_days_between ("DE-ST", last, meeting), ==, days - !clear);
    }
}

/* The shipped profile with @members put into the council, and @root into the profile. */
static VlgProfile *
read_with (const char  *members,
           const char  *root,
           GError     **error)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  GBytes *json = vlg_profile_get_json (profile);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
  g_autofree char *with_members = g_strdup_printf ("\"decides\": true, %s", members);
  g_autofree char *with_root = g_strdup_printf ("\"format\": 1, %s", root);
  g_autoptr (GBytes) bytes = NULL;

  if (*members != '\0')
    g_assert_cmpuint (g_string_replace (text, "\"decides\": true", with_members, 1), ==, 1);
  if (*root != '\0')
    g_assert_cmpuint (g_string_replace (text, "\"format\": 1,", with_root, 1), ==, 1);
  bytes = g_bytes_new (text->str, text->len);

  return vlg_profile_new_from_json (bytes, error);
}

/* Nothing of it is invented: no school holidays, no periods, no rule of meeting. */
static void
test_shipped_profile (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  GListModel *bodies = vlg_profile_get_bodies (profile);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr (VlgBody) body = g_list_model_get_item (bodies, i);

      g_assert_null (vlg_body_get_calendar (body));
      for (guint deadline = 0; deadline < VLG_N_DEADLINES; deadline++)
        g_assert_cmpuint (vlg_body_compute_deadline (body, deadline, iso ("2021-10-20"), "DE-ST"), ==, VLG_DAY_NONE);
    }
  g_assert_cmpuint (vlg_profile_get_school_holidays (profile)->len, ==, 0);
  g_assert_cmpstr (vlg_profile_get_agenda_wording (profile)->public_letter, ==, "Ö");
}

static void
test_profile (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgProfile) profile =
    read_with ("\"colour\": \"#1a5fb4\", \"mandatory_for\": [\"BV\", \"FV\"],"
               "\"meetings\": { \"pattern\": \"monthly\", \"weekday\": \"wednesday\", \"nth\": 3, \"months\": [1, 2, 12], \"start\": \"16:00\", \"room\": \"Ratssaal\","
               "  \"on_holiday\": \"next-working-day\", \"in_school_holidays\": \"week-later\" },"
               "\"deadlines\": { \"papers\": { \"days\": 10, \"count\": \"working\", \"source\": \"Office\" },"
               "  \"invitation\": { \"days\": 7, \"clear\": true, \"source\": \"Rules\", \"second_hand\": true } },"
               "\"agenda\": [ { \"title\": \"Opening\" }, { \"title\": \"Resolutions\", \"kind\": \"decisions\" },"
               "  { \"title\": \"Sale\", \"public_title\": \"Plots\", \"visibility\": \"non-public\", \"depth\": 1 } ]",
               "\"school_holidays\": [ { \"name\": \"Sommer\", \"from\": \"2030-07-17\", \"to\": \"2030-08-20\" } ],"
               "\"agenda\": { \"public_letter\": \"TOP\", \"announcement\": \"Announcement\" },", &error);
  VlgBody *council;
  VlgBodyCalendar *calendar;
  const VlgMeetingRule *rule;
  const VlgDeadlineTerm *term;
  const VlgDayRange *range;
  g_autoptr (VlgAgenda) agenda = NULL;
  g_auto (GStrv) numbers = NULL;

  g_assert_no_error (error);
  council = vlg_profile_find_body (profile, "Stadtrat");
  calendar = vlg_body_get_calendar (council);
  g_assert_cmpstr (vlg_body_calendar_get_colour (calendar), ==, "#1a5fb4");
  g_assert_true (vlg_body_calendar_is_mandatory_for (calendar, "FV"));
  g_assert_false (vlg_body_calendar_is_mandatory_for (calendar, "IV"));
  g_assert_false (vlg_body_calendar_is_mandatory_for (calendar, NULL));

  rule = vlg_body_calendar_get_rule (calendar);
  g_assert_cmpint (rule->pattern, ==, VLG_MEETING_PATTERN_MONTHLY);
  g_assert_cmpint (rule->weekday, ==, G_DATE_WEDNESDAY);
  g_assert_cmpint (rule->nth, ==, 3);
  g_assert_cmpuint (rule->months, ==, 1u << 0 | 1u << 1 | 1u << 11);
  g_assert_cmpint (rule->start, ==, 960);
  g_assert_cmpint (rule->end, ==, VLG_WALL_TIME_NONE);
  g_assert_cmpstr (rule->room, ==, "Ratssaal");
  g_assert_cmpint (rule->on_holiday, ==, VLG_SHIFT_NEXT_WORKING_DAY);
  g_assert_cmpint (rule->in_school_holidays, ==, VLG_SHIFT_WEEK_LATER);

  term = vlg_body_calendar_get_term (calendar, VLG_DEADLINE_INVITATION);
  g_assert_cmpuint (term->days, ==, 7);
  g_assert_true (term->clear);
  g_assert_true (term->second_hand);
  g_assert_cmpstr (term->source, ==, "Rules");
  g_assert_null (vlg_body_calendar_get_term (calendar, VLG_DEADLINE_NOTICE));
  g_assert_cmpuint (vlg_body_compute_deadline (council, VLG_DEADLINE_PAPERS, iso ("2021-10-20"), "DE-ST"), ==, iso ("2021-10-06"));
  g_assert_cmpuint (vlg_body_compute_deadline (council, VLG_DEADLINE_INVITATION, iso ("2021-10-20"), "DE-ST"), ==, iso ("2021-10-12"));

  g_assert_cmpuint (vlg_profile_get_school_holidays (profile)->len, ==, 1);
  range = g_ptr_array_index (vlg_profile_get_school_holidays (profile), 0);
  g_assert_cmpstr (range->name, ==, "Sommer");
  g_assert_cmpuint (range->to, ==, iso ("2030-08-20"));

  agenda = vlg_agenda_new_standard (vlg_body_calendar_get_agenda (calendar), vlg_profile_get_agenda_wording (profile));
  numbers = vlg_agenda_dup_numbers (agenda);
  g_assert_cmpuint (g_strv_length (numbers), ==, 3);
  g_assert_cmpstr (numbers[1], ==, "TOP 2");
  g_assert_cmpstr (numbers[2], ==, "N 1");
  g_assert_cmpstr (vlg_agenda_get_wording (agenda)->announcement, ==, "Announcement");
}

static void
test_profile_errors (void)
{
  /* Members of the council, members of the profile, and how the message begins. */
  static const char * const cases[][3] = {
    { "\"colour\": \"blue\"", "", "bodies[3].colour: must be a colour" },
    { "\"mandatory_for\": \"BV\"", "", "bodies[3].mandatory_for: must be a list of texts" },
    { "\"mandatory_for\": [\"BV\", 7]", "", "bodies[3].mandatory_for: must be a list of texts" },
    { "\"meetings\": 7", "", "bodies[3].meetings: must be an object" },
    { "\"meetings\": { \"weekday\": \"monday\" }", "", "bodies[3].meetings.pattern: missing" },
    { "\"meetings\": { \"pattern\": \"monthly\" }", "", "bodies[3].meetings.weekday: missing" },
    { "\"meetings\": { \"pattern\": \"monthly\", \"weekday\": \"mittwoch\" }", "", "bodies[3].meetings.weekday: must be a day of the week" },
    { "\"meetings\": { \"pattern\": \"monthly\", \"weekday\": \"monday\", \"nth\": 6 }", "", "bodies[3].meetings.nth: must be a whole number from 1 to 5" },
    { "\"meetings\": { \"pattern\": \"weekly\", \"weekday\": \"monday\", \"weeks\": 2 }", "", "bodies[3].meetings.anchor: missing" },
    { "\"meetings\": { \"pattern\": \"monthly\", \"weekday\": \"monday\", \"start\": \"4 pm\" }", "", "bodies[3].meetings.start: must be a time" },
    { "\"meetings\": { \"pattern\": \"monthly\", \"weekday\": \"monday\", \"months\": [13] }", "", "bodies[3].meetings.months: must be a list of months" },
    { "\"meetings\": { \"pattern\": \"monthly\", \"weekday\": \"monday\", \"months\": [] }", "", "bodies[3].meetings.months: must be a list of months" },
    { "\"deadlines\": { \"papers\": {} }", "", "bodies[3].deadlines.papers.days: missing" },
    { "\"deadlines\": { \"papers\": { \"days\": 7, \"count\": \"banking\" } }", "", "bodies[3].deadlines.papers.count: “banking” is unknown" },
    { "\"agenda\": [ {} ]", "", "bodies[3].agenda[0].title: missing" },
    { "\"agenda\": [ { \"title\": \"A\", \"depth\": 4 } ]", "", "bodies[3].agenda[0].depth: must be a whole number from 0 to 3" },
    { "", "\"school_holidays\": [ { \"from\": \"2030-07-17\" } ],", "school_holidays[0].to: missing" },
    { "", "\"school_holidays\": [ { \"from\": \"2030-07-17\", \"to\": \"2030-07-16\" } ],", "school_holidays[0].to: lies before" },
    { "", "\"agenda\": { \"announcement\": \" \" },", "agenda.announcement: is empty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_with (cases[i][0], cases[i][1], &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, cases[i][2]))
        g_assert_cmpstr (error->message, ==, cases[i][2]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/deadline/calendar-days", test_calendar_days);
  g_test_add_func ("/core/deadline/working-days", test_working_days);
  g_test_add_func ("/core/deadline/none", test_none);
  g_test_add_func ("/core/deadline/random", test_random);
  g_test_add_func ("/core/deadline/shipped-profile", test_shipped_profile);
  g_test_add_func ("/core/deadline/profile", test_profile);
  g_test_add_func ("/core/deadline/profile-errors", test_profile_errors);

  return g_test_run ();
}
