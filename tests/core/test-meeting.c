/* test-meeting.c — meetings, their numbers and times
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-core-enums.h"
#include "vlg-error.h"
#include "vlg-meeting.h"
#include "vlg-profile.h"

static VlgMeetingNumber *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  VlgMeetingNumber *number = vlg_meeting_number_parse (text, &error);

  g_assert_no_error (error);

  return number;
}

static void
test_number_parse (void)
{
  static const struct { const char *written, *text, *body; guint serial, year; } cases[] = {
    { "StR/023/2021", "StR/023/2021", "StR", 23, 2021 },
    { " STR / 24/2007\n", "STR/024/2007", "STR", 24, 2007 },
    { "OR  Mosig/4/2022", "OR Mosig/004/2022", "OR Mosig", 4, 2022 },
    { "LBF/GR/012/2019", "LBF/GR/012/2019", "LBF/GR", 12, 2019 },
    { "BA/1204/2020", "BA/1204/2020", "BA", 1204, 2020 },
    { "DB OB/99999/2199", "DB OB/99999/2199", "DB OB", 99999, 2199 },
    /* Other schemes, kept as they are. */
    { "17. Sitzung", "17. Sitzung", NULL, 0, 0 },
    { "StR/023/21", "StR/023/21", NULL, 0, 0 },
    { "StR/000/2021", "StR/000/2021", NULL, 0, 0 },
    { "StR/23a/2021", "StR/23a/2021", NULL, 0, 0 },
    { "23/2021", "23/2021", NULL, 0, 0 },
    { "/23/2021", "/23/2021", NULL, 0, 0 },
    { "StR//23/2021", "StR//23/2021", NULL, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VlgMeetingNumber) number = parse (cases[i].written);

      g_assert_cmpstr (vlg_meeting_number_get_text (number), ==, cases[i].text);
      g_assert_cmpstr (vlg_meeting_number_get_body (number), ==, cases[i].body);
      g_assert_cmpuint (vlg_meeting_number_get_serial (number), ==, cases[i].serial);
      g_assert_cmpuint (vlg_meeting_number_get_year (number), ==, cases[i].year);
    }
}

static void
test_number_errors (void)
{
  static const char * const bad[] = { "", "  \n", "two\nlines", "0123456789012345678901234567890123456789012345678901234567890123456789" };
  static const struct { const char *body; guint serial, year; } made[] = {
    { NULL, 1, 2020 }, { " ", 1, 2020 }, { "StR", 0, 2020 }, { "StR", 100000, 2020 }, { "StR", 1, 1899 }, { "StR/", 1, 2020 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vlg_meeting_number_parse (bad[i], &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
    }
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vlg_meeting_number_new (made[i].body, made[i].serial, made[i].year, &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
    }
}

/* The serial goes on over the turn of the year. */
static void
test_number_next (void)
{
  g_autoptr (VlgMeetingNumber) december = parse ("StR/024/2021");
  g_autoptr (VlgMeetingNumber) foreign = parse ("17. Sitzung");
  g_autoptr (VlgMeetingNumber) last = parse ("StR/99999/2021");
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMeetingNumber) january = vlg_meeting_number_next (december, 2022, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (vlg_meeting_number_get_text (january), ==, "StR/025/2022");

  g_assert_null (vlg_meeting_number_next (foreign, 2022, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (vlg_meeting_number_next (last, 2022, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
}

static void
test_number_compare (void)
{
  static const char * const ordered[] = {
    "AGS/009/2021", "AGS/010/2021", "OR Mosig/001/2020", "STR/024/2007", "StR/023/2021", "StR/001/2024", "ÄR/001/2020", "17. Sitzung", "Sonderrat",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        g_autoptr (VlgMeetingNumber) a = parse (ordered[i]);
        g_autoptr (VlgMeetingNumber) b = parse (ordered[j]);
        int order = vlg_meeting_number_compare (a, b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_cmpint (vlg_meeting_number_equal (a, b), ==, i == j);
        g_assert_cmpint (vlg_meeting_number_same_series (a, b), ==,
                         i < 7 && j < 7 && (i == j || (i < 2 && j < 2) || (i >= 3 && i <= 5 && j >= 3 && j <= 5)));
      }
}

static void
test_wall_time (void)
{
  static const struct { const char *text; int time; } times[] = {
    { "16:00", 960 }, { "16.00", 960 }, { "9:05", 545 }, { " 16 Uhr", 960 }, { "16:15 Uhr ", 975 }, { "0:00", 0 }, { "23:59", 1439 }, { "7", 420 },
    { "24:00", -1 }, { "16:60", -1 }, { "16:0", -1 }, { "160", -1 }, { "1600", -1 }, { "16:000", -1 }, { "", -1 }, { "Uhr", -1 }, { "16:00 h", -1 }, { NULL, -1 },
  };
  static const struct { const char *text; int start, end; } ranges[] = {
    { "16:00-18:15 Uhr", 960, 1095 }, { "16:00 – 17:45 Uhr", 960, 1065 }, { "16.00 bis 18.00 Uhr", 960, 1080 }, { "16 Uhr", 960, -1 },
    { "19:00-00:30 Uhr", 1140, 1470 },
  };
  VlgWallTime start = 7, end = 8;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_cmpint (vlg_wall_time_parse (times[i].text), ==, times[i].time);
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      VlgWallTime from, to;

      g_assert_true (vlg_wall_time_parse_range (ranges[i].text, &from, &to));
      g_assert_cmpint (from, ==, ranges[i].start);
      g_assert_cmpint (to, ==, ranges[i].end);
    }
  g_assert_false (vlg_wall_time_parse_range ("16:00-", &start, &end));
  g_assert_false (vlg_wall_time_parse_range ("16:00-18:00-20:00", &start, &end));
  g_assert_false (vlg_wall_time_parse_range ("ab 16:00", &start, &end));
  g_assert_false (vlg_wall_time_parse_range (NULL, &start, &end));
  g_assert_cmpint (start, ==, 7);
  g_assert_cmpint (end, ==, 8);

  for (VlgWallTime time = 0; time < VLG_MINUTES_A_DAY; time++)
    {
      g_autofree char *text = vlg_wall_time_to_text (time);
      g_autofree char *next_day = vlg_wall_time_to_text (time + VLG_MINUTES_A_DAY);

      g_assert_cmpint (vlg_wall_time_parse (text), ==, time);
      g_assert_cmpstr (text, ==, next_day);
    }
  g_assert_null (vlg_wall_time_to_text (VLG_WALL_TIME_NONE));
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 guint      *count)
{
  (*count)++;
}

static void
test_meeting (void)
{
  g_autoptr (VlgMeeting) meeting = vlg_meeting_new ();
  g_autoptr (VlgMeeting) other = vlg_meeting_new ();
  g_autoptr (VlgMeetingNumber) number = parse ("StR/023/2021");
  g_autoptr (VlgMeetingNumber) same = parse ("StR/23/2021");
  guint n = 0;

  g_assert_true (g_uuid_string_is_valid (vlg_meeting_get_uid (meeting)));
  g_assert_cmpstr (vlg_meeting_get_uid (meeting), !=, vlg_meeting_get_uid (other));
  g_assert_cmpstr (vlg_meeting_get_zone (meeting), ==, "Europe/Berlin");
  g_assert_cmpint (vlg_meeting_get_state (meeting), ==, VLG_MEETING_STATE_PLANNED);
  g_assert_cmpint (vlg_meeting_get_start (meeting), ==, VLG_WALL_TIME_NONE);
  g_assert_null (vlg_meeting_get_number (meeting));
  g_assert_null (vlg_meeting_get_body_uid (meeting));
  g_assert_cmpstr (vlg_meeting_get_body (meeting), ==, "");

  g_signal_connect (meeting, "notify", G_CALLBACK (count_notify_cb), &n);
  vlg_meeting_set_number (meeting, number);
  vlg_meeting_set_number (meeting, same);
  g_assert_cmpuint (n, ==, 1);
  vlg_meeting_set_times (meeting, 19 * 60, 30);
  g_assert_cmpint (vlg_meeting_get_end (meeting), ==, VLG_MINUTES_A_DAY + 30);
  g_assert_cmpuint (n, ==, 3);
  vlg_meeting_set_times (meeting, 19 * 60, VLG_MINUTES_A_DAY + 30);
  vlg_meeting_set_room (meeting, NULL);
  vlg_meeting_set_zone (meeting, NULL);
  g_assert_cmpuint (n, ==, 3);
  vlg_meeting_set_number (meeting, NULL);
  g_assert_null (vlg_meeting_get_number (meeting));
}

/* Whatever is set, a copy has it, and a change of any one thing tells two meetings apart. */
static void
test_copy (void)
{
  g_autoptr (VlgMeeting) meeting = vlg_meeting_new ();
  g_autoptr (VlgMeetingNumber) number = parse ("StR/023/2021");
  g_autofree GParamSpec **specs = NULL;
  guint n;

  g_object_set (meeting, "uid", "u", "number", number, "body", "Rat", "body-uid", "b", "zone", "Europe/Zurich", "day", vlg_day_new (2021, 10, 20),
                "start", 960, "end", 1095, "room", "Saal", "note", "Kurz", "state", VLG_MEETING_STATE_HELD, "visibility", VLG_VISIBILITY_PUBLIC,
                "revision", G_GINT64_CONSTANT (7), NULL);
  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (meeting), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VlgMeeting) copy = vlg_meeting_copy (meeting);
      g_auto (GValue) value = G_VALUE_INIT;

      g_assert_true (vlg_meeting_equal (meeting, copy));
      g_object_get_property (G_OBJECT (copy), specs[i]->name, &value);
      g_assert_false (g_param_value_defaults (specs[i], &value));
      g_param_value_set_default (specs[i], &value);
      g_object_set_property (G_OBJECT (copy), specs[i]->name, &value);
      g_assert_cmpint (vlg_meeting_equal (meeting, copy), ==, g_str_equal (specs[i]->name, "revision"));
    }
}

static void
test_for_body (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  VlgBody *staff = vlg_profile_find_body (profile, "Dienstberatung des Oberbürgermeisters");
  VlgBody *council = vlg_profile_find_body (profile, "Stadtrat");
  g_autoptr (VlgMeetingRule) rule = vlg_meeting_rule_new ();
  g_autoptr (VlgMeeting) ruled = NULL;
  g_autoptr (VlgMeeting) first = vlg_meeting_new_for_body (staff, vlg_day_new (2017, 12, 19), 540, VLG_WALL_TIME_NONE);
  g_autoptr (VlgMeeting) second = vlg_meeting_new_for_body (council, vlg_day_new (2018, 2, 28), 960, VLG_WALL_TIME_NONE);
  g_autoptr (VlgMeeting) morning = vlg_meeting_new_for_body (council, vlg_day_new (2018, 2, 28), 540, VLG_WALL_TIME_NONE);
  g_autoptr (VlgMeeting) whole_day = vlg_meeting_new_for_body (council, vlg_day_new (2018, 2, 28), VLG_WALL_TIME_NONE, VLG_WALL_TIME_NONE);

  g_assert_cmpstr (vlg_meeting_get_body (first), ==, vlg_body_get_name (staff));
  g_assert_cmpstr (vlg_meeting_get_body_uid (first), ==, vlg_body_get_uid (staff));
  g_assert_cmpint (vlg_meeting_get_visibility (first), ==, VLG_VISIBILITY_NON_PUBLIC);
  g_assert_cmpint (vlg_meeting_get_visibility (second), ==, VLG_VISIBILITY_PUBLIC);

  g_free (rule->room);
  rule->room = g_strdup ("Ratssaal");
  rule->start = 960;
  rule->end = 30;
  ruled = vlg_meeting_new_by_rule (council, rule, vlg_day_new (2018, 3, 28));
  g_assert_cmpstr (vlg_meeting_get_room (ruled), ==, "Ratssaal");
  g_assert_cmpint (vlg_meeting_get_start (ruled), ==, 960);
  g_assert_cmpint (vlg_meeting_get_end (ruled), ==, VLG_MINUTES_A_DAY + 30);
  g_assert_cmpuint (vlg_meeting_get_day (ruled), ==, vlg_day_new (2018, 3, 28));
  g_assert_cmpstr (vlg_meeting_get_body_uid (ruled), ==, vlg_body_get_uid (council));

  g_assert_cmpint (vlg_meeting_compare (first, second), <, 0);
  g_assert_cmpint (vlg_meeting_compare (morning, second), <, 0);
  g_assert_cmpint (vlg_meeting_compare (morning, whole_day), >, 0);
  g_assert_cmpint (vlg_meeting_compare (second, second), ==, 0);
}

static void
test_states (void)
{
  static const struct { VlgMeetingState from, to; } allowed[] = {
    { VLG_MEETING_STATE_PLANNED, VLG_MEETING_STATE_INVITED }, { VLG_MEETING_STATE_PLANNED, VLG_MEETING_STATE_HELD },
    { VLG_MEETING_STATE_PLANNED, VLG_MEETING_STATE_CANCELLED }, { VLG_MEETING_STATE_INVITED, VLG_MEETING_STATE_HELD },
    { VLG_MEETING_STATE_INVITED, VLG_MEETING_STATE_CANCELLED }, { VLG_MEETING_STATE_CANCELLED, VLG_MEETING_STATE_PLANNED },
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    g_assert_true (vlg_meeting_state_can_change (allowed[i].from, allowed[i].to));
  for (guint from = 0; from <= VLG_MEETING_STATE_CANCELLED; from++)
    for (guint to = 0; to <= VLG_MEETING_STATE_CANCELLED; to++)
      n += vlg_meeting_state_can_change (from, to);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (allowed));
  g_assert_cmpstr (vlg_meeting_state_get_label (VLG_MEETING_STATE_CANCELLED), ==, "Cancelled");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/meeting/number/parse", test_number_parse);
  g_test_add_func ("/core/meeting/number/errors", test_number_errors);
  g_test_add_func ("/core/meeting/number/next", test_number_next);
  g_test_add_func ("/core/meeting/number/compare", test_number_compare);
  g_test_add_func ("/core/meeting/wall-time", test_wall_time);
  g_test_add_func ("/core/meeting/properties", test_meeting);
  g_test_add_func ("/core/meeting/copy", test_copy);
  g_test_add_func ("/core/meeting/for-body", test_for_body);
  g_test_add_func ("/core/meeting/states", test_states);

  return g_test_run ();
}
