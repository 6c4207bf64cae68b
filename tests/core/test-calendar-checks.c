/* test-calendar-checks.c — what the calendar says against a consultation sequence
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-calendar-checks.h"
#include "vlg-meeting.h"
#include "vlg-plan-input.h"

typedef struct {
  VlgProfile *profile;
  VlgMotion *motion;
  GListStore *meetings;
} Fixture;

static VlgDay
iso (const char *text)
{
  return text != NULL ? vlg_day_parse_iso (text) : VLG_DAY_NONE;
}

static void
add_row (Fixture    *fixture,
         const char *body,
         const char *day,
         VlgResult   result)
{
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();

  vlg_consultation_set_body (row, body);
  vlg_consultation_set_visibility (row, VLG_VISIBILITY_PUBLIC);
  vlg_consultation_set_day (row, iso (day));
  vlg_consultation_set_result (row, result);
  g_list_store_append (vlg_motion_get_consultations (fixture->motion), row);
}

static VlgConsultation *
get_row (Fixture *fixture,
         guint    index)
{
  /* The list keeps it alive. */
  g_autoptr (VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (fixture->motion)), index);

  return row;
}

static VlgMeeting *
add_meeting (Fixture    *fixture,
             const char *body,
             const char *day)
{
  g_autoptr (VlgMeeting) meeting = vlg_meeting_new_for_body (vlg_profile_find_body (fixture->profile, body), iso (day), 960, VLG_WALL_TIME_NONE);

  g_list_store_append (fixture->meetings, meeting);

  return meeting; /* the list keeps it */
}

/* The shipped profile in which the council's papers are due 14 days before, and the main committee is obligatory for BV. */
static VlgProfile *
new_profile (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  GBytes *json = vlg_profile_get_json (profile);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VlgProfile *changed;

  g_string_replace (text, "\"decides\": true", "\"decides\": true, \"deadlines\": { \"papers\": { \"days\": 14 } }", 1);
  g_string_replace (text, "\"abbreviation\": \"HPA\",", "\"abbreviation\": \"HPA\", \"mandatory_for\": [\"BV\"],", 1);
  bytes = g_bytes_new (text->str, text->len);
  changed = vlg_profile_new_from_json (bytes, &error);
  g_assert_no_error (error);

  return changed;
}

/* A way of two consultations, both on meetings: nothing to say. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->profile = new_profile ();
  fixture->motion = vlg_motion_new ();
  fixture->meetings = g_list_store_new (VLG_TYPE_MEETING);
  vlg_motion_set_kind (fixture->motion, "BV");
  add_row (fixture, "Haupt- und Personalausschuss", "2018-01-31", VLG_RESULT_NONE);
  add_row (fixture, "Stadtrat", "2018-02-28", VLG_RESULT_NONE);
  add_meeting (fixture, "Haupt- und Personalausschuss", "2018-01-31");
  add_meeting (fixture, "Stadtrat", "2018-02-28");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->profile);
  g_object_unref (fixture->motion);
  g_object_unref (fixture->meetings);
}

/* "rule/row …", of the calendar alone or all. */
static void
assert_findings (Fixture    *fixture,
                 gboolean    all,
                 const char *today,
                 const char *expected)
{
  g_autoptr (GPtrArray) findings = all ? vlg_calendar_checks_run_all (fixture->motion, fixture->profile, G_LIST_MODEL (fixture->meetings), iso (today))
                                       : vlg_calendar_checks_run (fixture->motion, fixture->profile, G_LIST_MODEL (fixture->meetings), iso (today));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      VlgFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpint (vlg_finding_get_field (finding), ==, VLG_FIELD_CONSULTATIONS);
      g_assert_cmpint (vlg_finding_get_severity (finding), <, VLG_SEVERITY_BLOCKING);
      g_assert_cmpstr (vlg_finding_get_message (finding), !=, "");
      g_assert_cmpstr (vlg_finding_get_remedy (finding), !=, "");
      g_string_append_printf (text, "%s%s/%d", i > 0 ? " " : "", vlg_finding_get_rule (finding), vlg_finding_get_row (finding));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_clean (Fixture       *fixture,
            gconstpointer  data)
{
  assert_findings (fixture, FALSE, "2018-01-10", "");
  assert_findings (fixture, TRUE, "2018-01-10", "");
}

static void
test_mandatory (Fixture       *fixture,
                gconstpointer  data)
{
  g_list_store_remove (vlg_motion_get_consultations (fixture->motion), 0);
  assert_findings (fixture, FALSE, "2018-01-10", "mandatory-body-missing/-1");
  vlg_motion_set_kind (fixture->motion, "IV");
  assert_findings (fixture, FALSE, "2018-01-10", "");
}

static void
test_meeting (Fixture       *fixture,
              gconstpointer  data)
{
  VlgMeeting *council;

  vlg_consultation_set_day (get_row (fixture, 0), iso ("2018-02-01"));
  assert_findings (fixture, FALSE, "2018-01-10", "meeting-missing/0");
  /* What is over, is over. */
  vlg_consultation_set_result (get_row (fixture, 0), VLG_RESULT_RECOMMENDED);
  assert_findings (fixture, FALSE, "2018-01-10", "");
  vlg_consultation_set_result (get_row (fixture, 0), VLG_RESULT_NONE);
  /* Where the body's calendar is not entered yet, a day is as good as any. */
  g_list_store_remove (fixture->meetings, 0);
  assert_findings (fixture, FALSE, "2018-01-10", "");
  /* No date, nothing to compare. */
  vlg_consultation_set_day (get_row (fixture, 0), VLG_DAY_NONE);
  assert_findings (fixture, FALSE, "2018-01-10", "");

  council = g_list_model_get_item (G_LIST_MODEL (fixture->meetings), 0);
  vlg_meeting_set_state (council, VLG_MEETING_STATE_CANCELLED);
  g_object_unref (council);
  assert_findings (fixture, FALSE, "2018-01-10", "meeting-cancelled/1");
  /* Another one takes its place. */
  add_meeting (fixture, "Stadtrat", "2018-02-28");
  assert_findings (fixture, FALSE, "2018-01-10", "");
}

static void
test_deadline (Fixture       *fixture,
               gconstpointer  data)
{
  assert_findings (fixture, FALSE, "2018-02-14", "");
  assert_findings (fixture, FALSE, "2018-02-15", "deadline-missed/1");
  assert_findings (fixture, FALSE, "2018-02-28", "deadline-missed/1");
  assert_findings (fixture, FALSE, "2018-03-01", "");
  vlg_motion_set_stage (fixture->motion, VLG_STAGE_SUBMITTED);
  assert_findings (fixture, FALSE, "2018-02-15", "deadline-missed/1");
  vlg_motion_set_stage (fixture->motion, VLG_STAGE_RELEASED);
  assert_findings (fixture, FALSE, "2018-02-15", "");
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  /* Reformation Day 2018, a Wednesday, and the council before the committee; then both on one evening, and one after the council. */
  vlg_consultation_set_day (get_row (fixture, 0), iso ("2018-10-31"));
  assert_findings (fixture, TRUE, "2018-01-10", "date-on-holiday/0 meeting-missing/0 dates-out-of-order/1");
  vlg_consultation_set_day (get_row (fixture, 0), iso ("2018-02-28"));
  assert_findings (fixture, TRUE, "2018-01-10", "meeting-missing/0 same-evening-twice/1");
  vlg_consultation_set_day (get_row (fixture, 0), iso ("2018-01-31"));
  add_row (fixture, "Ausschuss für Gesundheit und Soziales", "2018-03-07", VLG_RESULT_NONE);
  assert_findings (fixture, TRUE, "2018-01-10", "deciding-body-not-last/2");
}

static void
test_plan_input (Fixture       *fixture,
                 gconstpointer  data)
{
  VlgMeeting *held = add_meeting (fixture, "Stadtrat", "2018-01-17");
  VlgMeeting *invited = add_meeting (fixture, "Stadtrat", "2018-03-28");
  g_autoptr (VlgMeeting) foreign = vlg_meeting_new ();
  g_autoptr (GArray) meetings = NULL;
  g_autoptr (GArray) steps = NULL;
  g_autoptr (GArray) rest = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (VlgPlan) plan = NULL;
  VlgPlanRequest request;
  VlgDay after;

  vlg_meeting_set_state (held, VLG_MEETING_STATE_HELD);
  vlg_meeting_set_state (invited, VLG_MEETING_STATE_INVITED);
  vlg_meeting_set_day (foreign, iso ("2018-02-01"));
  g_list_store_append (fixture->meetings, foreign);
  add_row (fixture, "Ausschuss für Gesundheit und Soziales", NULL, VLG_RESULT_NONE);

  meetings = vlg_plan_input_dup_meetings (G_LIST_MODEL (fixture->meetings), fixture->profile);
  g_assert_cmpuint (meetings->len, ==, 3);
  g_assert_cmpuint (g_array_index (meetings, VlgPlanMeeting, 0).cutoff, ==, VLG_DAY_NONE);
  g_assert_cmpuint (g_array_index (meetings, VlgPlanMeeting, 1).cutoff, ==, iso ("2018-02-14"));
  g_assert_cmpuint (g_array_index (meetings, VlgPlanMeeting, 2).cutoff, ==, iso ("2018-03-14"));

  /* The committee behind the council is none of the way to the decision. */
  steps = vlg_plan_input_dup_steps (fixture->motion, fixture->profile, &rows, &after);
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpuint (after, ==, VLG_DAY_NONE);
  g_assert_cmpuint (g_array_index (rows, guint, 1), ==, 1);

  request = (VlgPlanRequest) { (VlgPlanStep *) steps->data, steps->len, (VlgPlanMeeting *) meetings->data, meetings->len, iso ("2018-01-20"), after, 1, NULL };
  plan = vlg_plan_compute (&request);
  g_assert_cmpint (plan->obstacle, ==, VLG_PLAN_POSSIBLE);
  g_assert_cmpuint (plan->safest[0].meeting->day, ==, iso ("2018-01-31"));
  g_assert_cmpuint (plan->latest[1].meeting->day, ==, iso ("2018-02-28"));

  vlg_consultation_set_result (get_row (fixture, 0), VLG_RESULT_RECOMMENDED);
  rest = vlg_plan_input_dup_steps (fixture->motion, fixture->profile, NULL, &after);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpuint (after, ==, iso ("2018-01-31"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/core/calendar-checks/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("clean", test_clean);
  ADD ("mandatory", test_mandatory);
  ADD ("meeting", test_meeting);
  ADD ("deadline", test_deadline);
  ADD ("all", test_all);
  ADD ("plan-input", test_plan_input);
#undef ADD

  return g_test_run ();
}
