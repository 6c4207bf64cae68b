/* test-checks.c — each rule fires where it should and nowhere else
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-checks.h"

typedef struct {
  VlgProfile *profile;
  VlgMotion *motion;
} Fixture;

static VlgConsultation *
add_row (VlgMotion     *motion,
         const char    *body,
         VlgVisibility  visibility,
         const char    *day)
{
  g_autoptr(VlgConsultation) row = vlg_consultation_new ();

  vlg_consultation_set_body (row, body);
  vlg_consultation_set_visibility (row, visibility);
  vlg_consultation_set_day (row, vlg_day_parse_iso (day));
  g_list_store_append (vlg_motion_get_consultations (motion), row);

  return row;
}

static VlgConsultation *
get_row (Fixture *fixture,
         guint    index)
{
  /* The list keeps it alive. */
  g_autoptr(VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (fixture->motion)), index);

  return row;
}

static void
add_mark (VlgMotion  *motion,
          const char *field,
          gboolean    ticked,
          const char *goal)
{
  g_autoptr(VlgMark) mark = vlg_mark_new (field);
  const char *goals[] = { goal, NULL };

  vlg_mark_set_ticked (mark, ticked);
  vlg_mark_set_goals (mark, goals);
  g_list_store_append (vlg_motion_get_marks (motion), mark);
}

static void
add_annex (VlgMotion     *motion,
           guint          number,
           VlgVisibility  visibility)
{
  g_autoptr(VlgAnnex) annex = vlg_annex_new ();

  vlg_annex_set_number (annex, number);
  vlg_annex_set_text (annex, "Text");
  vlg_annex_set_visibility (annex, visibility);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
}

/* A motion in which no rule finds anything; each test breaks one thing of it. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  VlgMotion *motion = vlg_motion_new ();

  fixture->profile = vlg_profile_new_default ();
  fixture->motion = motion;
  vlg_motion_set_kind (motion, "BV");
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Trinkwasserbrunnen am Marktplatz");
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, "Der Stadtrat beschließt den Bau.");
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, "siehe Anlage 1");
  vlg_motion_set_visibility (motion, VLG_VISIBILITY_PUBLIC);
  vlg_motion_set_relevance (motion, VLG_RELEVANCE_RELEVANT);
  add_row (motion, "Dienstberatung des Oberbürgermeisters", VLG_VISIBILITY_NON_PUBLIC, "2026-01-13");
  add_row (motion, "Haupt- und Personalausschuss", VLG_VISIBILITY_PUBLIC, "2026-02-04");
  add_row (motion, "Stadtrat", VLG_VISIBILITY_PUBLIC, "2026-02-25");
  add_mark (motion, "community", TRUE, "M01");
  add_annex (motion, 1, VLG_VISIBILITY_PUBLIC);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->motion);
  g_assert_finalize_object (fixture->profile);
}

static void
replace_profile (Fixture    *fixture,
                 const char *from,
                 const char *to)
{
  GBytes *json = vlg_profile_get_json (fixture->profile);
  g_autofree char *text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  g_auto(GStrv) parts = g_strsplit (text, from, 2);
  g_autofree char *changed = g_strjoinv (to, parts);
  g_autoptr(GBytes) bytes = g_bytes_new (changed, strlen (changed));
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_object_unref (fixture->profile);
  fixture->profile = vlg_profile_new_from_json (bytes, &error);
  g_assert_no_error (error);
}

static void
expect_nothing (Fixture *fixture)
{
  g_autoptr(GPtrArray) findings = vlg_checks_run (fixture->motion, fixture->profile);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s: %s", vlg_finding_get_rule (g_ptr_array_index (findings, i)), vlg_finding_get_message (g_ptr_array_index (findings, i)));
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_false (vlg_checks_has_blocking (findings));
}

/* Expects one finding and no other. */
static void
expect_one (Fixture     *fixture,
            const char  *rule,
            VlgSeverity  severity,
            VlgField     field,
            int          row)
{
  g_autoptr(GPtrArray) findings = vlg_checks_run (fixture->motion, fixture->profile);
  VlgFinding *finding;

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s: %s", vlg_finding_get_rule (g_ptr_array_index (findings, i)), vlg_finding_get_message (g_ptr_array_index (findings, i)));
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (vlg_finding_get_rule (finding), ==, rule);
  g_assert_cmpint (vlg_finding_get_severity (finding), ==, severity);
  g_assert_cmpint (vlg_finding_get_field (finding), ==, field);
  g_assert_cmpint (vlg_finding_get_row (finding), ==, row);
  g_assert_cmpstr (vlg_finding_get_message (finding), !=, "");
  g_assert_cmpstr (vlg_finding_get_remedy (finding), !=, "");
  g_assert_cmpint (vlg_checks_has_blocking (findings), ==, severity == VLG_SEVERITY_BLOCKING);
}

static void
expect_warning (Fixture    *fixture,
                const char *rule,
                int         row)
{
  expect_one (fixture, rule, VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, row);
}

static void
test_clean (Fixture       *fixture,
            gconstpointer  data)
{
  expect_nothing (fixture);
}

static void
test_title (Fixture       *fixture,
            gconstpointer  data)
{
  vlg_motion_set_text (fixture->motion, VLG_FIELD_TITLE, " \n\t");
  expect_one (fixture, "title-missing", VLG_SEVERITY_BLOCKING, VLG_FIELD_TITLE, -1);
}

static void
test_resolution (Fixture       *fixture,
                 gconstpointer  data)
{
  vlg_motion_set_text (fixture->motion, VLG_FIELD_RESOLUTION, "");
  expect_one (fixture, "resolution-missing", VLG_SEVERITY_BLOCKING, VLG_FIELD_RESOLUTION, -1);
  vlg_motion_set_text (fixture->motion, VLG_FIELD_RESOLUTION, "***\n\n#\n");
  expect_one (fixture, "resolution-missing", VLG_SEVERITY_BLOCKING, VLG_FIELD_RESOLUTION, -1);
  vlg_motion_set_text (fixture->motion, VLG_FIELD_RESOLUTION, "Ja.");
  expect_nothing (fixture);
}

static void
test_reasoning (Fixture       *fixture,
                gconstpointer  data)
{
  vlg_motion_set_text (fixture->motion, VLG_FIELD_REASONING, "");
  expect_one (fixture, "reasoning-missing", VLG_SEVERITY_WARNING, VLG_FIELD_REASONING, -1);
}

static void
test_annex (Fixture       *fixture,
            gconstpointer  data)
{
  g_list_store_remove_all (vlg_motion_get_annexes (fixture->motion));
  expect_one (fixture, "annex-absent", VLG_SEVERITY_WARNING, VLG_FIELD_REASONING, -1);
  vlg_motion_set_text (fixture->motion, VLG_FIELD_REASONING, "Siehe Anlage.");
  expect_one (fixture, "annex-absent", VLG_SEVERITY_WARNING, VLG_FIELD_REASONING, -1);
  /* The imported source is no annex of the paper. */
  add_annex (fixture->motion, 0, VLG_VISIBILITY_NON_PUBLIC);
  expect_one (fixture, "annex-absent", VLG_SEVERITY_WARNING, VLG_FIELD_REASONING, -1);
  add_annex (fixture->motion, 2, VLG_VISIBILITY_PUBLIC);
  expect_nothing (fixture);
  vlg_motion_set_text (fixture->motion, VLG_FIELD_REASONING, "Das ist ohne Anlage 7 klar.");
  expect_nothing (fixture);
}

static void
test_annex_lists (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { const char *text; guint absent; } cases[] = {
    { "siehe Anlagen 1 und 2", 1 },
    { "siehe Anlagen 1, 2 sowie\n3", 2 },
    { "siehe Anlagen 1 bis 4", 3 },
    { "siehe Anlage 1-3, ferner siehe Anlage 3", 2 },
    { "siehe **Anlage** 2", 1 },
    { "siehe Anlage 1 und dort Seite 5", 0 },
    { "siehe Anlage 1, 10.07.2013", 1 },
    { "siehe Anlage 2026", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) findings = NULL;

      vlg_motion_set_text (fixture->motion, VLG_FIELD_RESOLUTION, cases[i].text);
      findings = vlg_checks_run (fixture->motion, fixture->profile);
      g_assert_cmpuint (findings->len, ==, cases[i].absent);
      for (guint j = 0; j < findings->len; j++)
        {
          g_assert_cmpstr (vlg_finding_get_rule (g_ptr_array_index (findings, j)), ==, "annex-absent");
          g_assert_cmpint (vlg_finding_get_field (g_ptr_array_index (findings, j)), ==, VLG_FIELD_RESOLUTION);
        }
    }
}

static void
test_unrecognised (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GPtrArray) findings = NULL;

  vlg_motion_set_text (fixture->motion, VLG_FIELD_UNRECOGNISED, "eins\n\nzwei\n");
  expect_one (fixture, "unrecognised-kept", VLG_SEVERITY_HINT, VLG_FIELD_UNRECOGNISED, -1);
  findings = vlg_checks_run (fixture->motion, fixture->profile);
  g_assert_cmpstr (vlg_finding_get_message (g_ptr_array_index (findings, 0)), ==, "2 lines were not recognised.");
}

static void
test_deciding_missing (Fixture       *fixture,
                       gconstpointer  data)
{
  GListStore *rows = vlg_motion_get_consultations (fixture->motion);

  g_list_store_remove (rows, 2);
  expect_one (fixture, "deciding-body-missing", VLG_SEVERITY_BLOCKING, VLG_FIELD_CONSULTATIONS, -1);
  g_list_store_remove_all (rows);
  expect_one (fixture, "deciding-body-missing", VLG_SEVERITY_BLOCKING, VLG_FIELD_CONSULTATIONS, -1);
  add_row (fixture->motion, "Stadtrat", VLG_VISIBILITY_PUBLIC, NULL);
  expect_nothing (fixture);
  vlg_consultation_set_role (get_row (fixture, 0), VLG_ROLE_PRELIMINARY);
  expect_one (fixture, "deciding-body-missing", VLG_SEVERITY_BLOCKING, VLG_FIELD_CONSULTATIONS, -1);
}

static void
test_deciding_unknown (Fixture       *fixture,
                       gconstpointer  data)
{
  vlg_consultation_set_body (get_row (fixture, 2), "Rat der Stadt Beispielstadt");
  expect_warning (fixture, "body-unknown", 2);
}

static void
test_deciding_not_last (Fixture       *fixture,
                        gconstpointer  data)
{
  add_row (fixture->motion, "Ausschuss für Gesundheit und Soziales", VLG_VISIBILITY_PUBLIC, "2026-03-03");
  expect_warning (fixture, "deciding-body-not-last", 3);
  vlg_consultation_set_role (get_row (fixture, 3), VLG_ROLE_INFORMATION);
  expect_nothing (fixture);
  /* A paper that was postponed stands before the council twice. */
  add_row (fixture->motion, "Stadtrat", VLG_VISIBILITY_PUBLIC, "2026-04-01");
  expect_nothing (fixture);
}

static void
test_body_missing (Fixture       *fixture,
                   gconstpointer  data)
{
  vlg_consultation_set_body (get_row (fixture, 1), "");
  expect_warning (fixture, "body-missing", 1);
}

static void
test_body_spelling (Fixture       *fixture,
                    gconstpointer  data)
{
  vlg_consultation_set_body (get_row (fixture, 1), "Haupt- und\nPersonalausschuss");
  expect_nothing (fixture);
  vlg_consultation_set_body (get_row (fixture, 1), "Kulturausschuss");
  expect_warning (fixture, "body-unknown", 1);
  vlg_consultation_set_body_uid (get_row (fixture, 1), "0f9e7d6a-2b41-4c58-a7c3-3d1b6e8f5503");
  expect_nothing (fixture);
}

static void
test_body_validity (Fixture       *fixture,
                    gconstpointer  data)
{
  replace_profile (fixture, "\"abbreviation\": \"HPA\"", "\"abbreviation\": \"HPA\", \"valid_to\": \"2026-02-03\"");
  expect_warning (fixture, "body-not-valid", 1);
  vlg_consultation_set_day (get_row (fixture, 1), vlg_day_parse_iso ("2026-02-03"));
  expect_nothing (fixture);
  vlg_consultation_set_day (get_row (fixture, 1), VLG_DAY_NONE);
  expect_nothing (fixture);
}

static void
test_body_successor (Fixture       *fixture,
                     gconstpointer  data)
{
  replace_profile (fixture, "\"abbreviation\": \"HPA\"", "\"abbreviation\": \"HPA\", \"valid_to\": \"2026-01-31\"");
  replace_profile (fixture, "\"bodies\": [",
                   "\"bodies\": [ { \"uid\": \"0f9e7d6a-2b41-4c58-a7c3-3d1b6e8f5599\", \"name\": \"Haupt- und Personalausschuss\","
                   " \"kind\": \"committee\", \"valid_from\": \"2026-02-10\" },");
  expect_warning (fixture, "body-not-valid", 1);
  vlg_consultation_set_day (get_row (fixture, 1), vlg_day_parse_iso ("2026-02-11"));
  expect_nothing (fixture);
  vlg_consultation_set_day (get_row (fixture, 1), vlg_day_parse_iso ("2026-01-28"));
  expect_nothing (fixture);
}

static void
test_may_not_decide (Fixture       *fixture,
                     gconstpointer  data)
{
  vlg_consultation_set_role (get_row (fixture, 2), VLG_ROLE_DECISION);
  expect_nothing (fixture);
  vlg_consultation_set_role (get_row (fixture, 1), VLG_ROLE_DECISION);
  expect_warning (fixture, "body-may-not-decide", 1);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  vlg_consultation_set_day (get_row (fixture, 1), vlg_day_parse_iso ("2026-01-12"));
  expect_warning (fixture, "dates-out-of-order", 1);
  vlg_consultation_set_day (get_row (fixture, 1), VLG_DAY_NONE);
  expect_nothing (fixture);
  vlg_consultation_set_day (get_row (fixture, 2), vlg_day_parse_iso ("2026-01-07"));
  expect_warning (fixture, "dates-out-of-order", 2);
}

static void
test_holiday (Fixture       *fixture,
              gconstpointer  data)
{
  vlg_consultation_set_day (get_row (fixture, 0), vlg_day_parse_iso ("2026-01-06"));
  expect_warning (fixture, "date-on-holiday", 0);
  replace_profile (fixture, "\"DE-ST\"", "\"\"");
  expect_nothing (fixture);
}

static void
test_weekend (Fixture       *fixture,
              gconstpointer  data)
{
  vlg_consultation_set_day (get_row (fixture, 1), vlg_day_parse_iso ("2026-02-07"));
  expect_warning (fixture, "date-on-weekend", 1);
  vlg_consultation_set_day (get_row (fixture, 1), vlg_day_parse_iso ("2026-02-08"));
  expect_warning (fixture, "date-on-weekend", 1);
  vlg_consultation_set_day (get_row (fixture, 1), vlg_day_parse_iso ("2026-02-06"));
  expect_nothing (fixture);
}

static void
test_same_evening (Fixture       *fixture,
                   gconstpointer  data)
{
  /* The staff meets in the daytime. */
  vlg_consultation_set_day (get_row (fixture, 0), vlg_day_parse_iso ("2026-02-04"));
  expect_nothing (fixture);
  vlg_consultation_set_day (get_row (fixture, 1), vlg_day_parse_iso ("2026-02-25"));
  expect_one (fixture, "same-evening-twice", VLG_SEVERITY_HINT, VLG_FIELD_CONSULTATIONS, 2);
  vlg_consultation_set_body (get_row (fixture, 1), "STADTRAT");
  expect_warning (fixture, "same-evening-twice", 2);
  vlg_consultation_set_day (get_row (fixture, 1), VLG_DAY_NONE);
  vlg_consultation_set_day (get_row (fixture, 2), VLG_DAY_NONE);
  expect_nothing (fixture);
}

static void
test_seats (Fixture       *fixture,
            gconstpointer  data)
{
  VlgVotes votes = VLG_VOTES_NONE;

  votes.in_favour = 40;
  votes.against = 10;
  votes.abstentions = 1;
  vlg_consultation_set_votes (get_row (fixture, 2), &votes);
  expect_nothing (fixture);
  votes.excluded = 1;
  vlg_consultation_set_votes (get_row (fixture, 2), &votes);
  expect_warning (fixture, "votes-above-seats", 2);
  /* How many sit in the committee the profile does not say. */
  vlg_consultation_set_votes (get_row (fixture, 2), &VLG_VOTES_NONE);
  vlg_consultation_set_votes (get_row (fixture, 1), &votes);
  expect_nothing (fixture);
}

static void
test_present (Fixture       *fixture,
              gconstpointer  data)
{
  VlgVotes votes = VLG_VOTES_NONE;

  votes.in_favour = 8;
  votes.against = 3;
  votes.present = 11;
  vlg_consultation_set_votes (get_row (fixture, 1), &votes);
  expect_nothing (fixture);
  votes.present = 10;
  vlg_consultation_set_votes (get_row (fixture, 1), &votes);
  expect_warning (fixture, "votes-above-present", 1);
}

static void
test_result (Fixture       *fixture,
             gconstpointer  data)
{
  VlgVotes votes = VLG_VOTES_NONE;

  votes.in_favour = 5;
  votes.against = 5;
  vlg_consultation_set_votes (get_row (fixture, 2), &votes);
  vlg_consultation_set_result (get_row (fixture, 2), VLG_RESULT_REJECTED);
  expect_nothing (fixture);
  vlg_consultation_set_result (get_row (fixture, 2), VLG_RESULT_ADOPTED);
  expect_warning (fixture, "result-against-votes", 2);
  votes.in_favour = 6;
  vlg_consultation_set_votes (get_row (fixture, 2), &votes);
  expect_nothing (fixture);
  vlg_consultation_set_result (get_row (fixture, 2), VLG_RESULT_REJECTED);
  expect_warning (fixture, "result-against-votes", 2);
  vlg_consultation_set_result (get_row (fixture, 2), VLG_RESULT_POSTPONED);
  expect_nothing (fixture);
}

static void
test_undecided (Fixture       *fixture,
                gconstpointer  data)
{
  g_list_store_remove_all (vlg_motion_get_marks (fixture->motion));
  vlg_motion_set_relevance (fixture->motion, VLG_RELEVANCE_UNDECIDED);
  expect_one (fixture, "leitbild-undecided", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, -1);
  vlg_motion_set_kind (fixture->motion, "FV");
  expect_nothing (fixture);
  vlg_motion_set_kind (fixture->motion, "");
  expect_nothing (fixture);
  vlg_motion_set_kind (fixture->motion, "BV");
  vlg_motion_set_relevance (fixture->motion, VLG_RELEVANCE_NOT_RELEVANT);
  expect_nothing (fixture);
  vlg_motion_set_relevance (fixture->motion, VLG_RELEVANCE_RELEVANT);
  expect_one (fixture, "leitbild-relevant-without-field", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, -1);
  vlg_motion_set_relevance (fixture->motion, VLG_RELEVANCE_UNDECIDED);
  add_mark (fixture->motion, "community", TRUE, "M01");
  expect_nothing (fixture);
}

static void
test_not_relevant (Fixture       *fixture,
                   gconstpointer  data)
{
  vlg_motion_set_relevance (fixture->motion, VLG_RELEVANCE_NOT_RELEVANT);
  expect_one (fixture, "leitbild-not-relevant-with-marks", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, -1);
}

static void
test_without_goal (Fixture       *fixture,
                   gconstpointer  data)
{
  add_mark (fixture->motion, "culture", TRUE, NULL);
  expect_one (fixture, "leitbild-field-without-goal", VLG_SEVERITY_HINT, VLG_FIELD_LEITBILD, 1);
  g_list_store_remove_all (vlg_motion_get_marks (fixture->motion));
  add_mark (fixture->motion, "community", TRUE, NULL);
  expect_one (fixture, "leitbild-field-without-goal", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, 0);
}

static void
test_without_field (Fixture       *fixture,
                    gconstpointer  data)
{
  g_list_store_remove_all (vlg_motion_get_marks (fixture->motion));
  add_mark (fixture->motion, "community", FALSE, "M01");
  expect_one (fixture, "leitbild-goal-without-field", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, 0);
}

static void
test_catalogue (Fixture       *fixture,
                gconstpointer  data)
{
  GListStore *marks = vlg_motion_get_marks (fixture->motion);

  add_mark (fixture->motion, "culture", TRUE, "K07");
  expect_one (fixture, "leitbild-goal-unknown", VLG_SEVERITY_HINT, VLG_FIELD_LEITBILD, 1);
  g_list_store_remove (marks, 1);
  add_mark (fixture->motion, "culture", TRUE, "M01");
  expect_one (fixture, "leitbild-goal-elsewhere", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, 1);
  g_list_store_remove_all (marks);
  add_mark (fixture->motion, "community", TRUE, "M99");
  expect_one (fixture, "leitbild-goal-unknown", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, 0);
  g_list_store_remove_all (marks);
  add_mark (fixture->motion, "community", TRUE, "M01");
  add_mark (fixture->motion, "unheard", TRUE, "M01");
  {
    g_autoptr(GPtrArray) findings = vlg_checks_run (fixture->motion, fixture->profile);

    g_assert_cmpuint (findings->len, ==, 2);
    g_assert_cmpstr (vlg_finding_get_rule (g_ptr_array_index (findings, 0)), ==, "leitbild-field-unknown");
    g_assert_cmpstr (vlg_finding_get_rule (g_ptr_array_index (findings, 1)), ==, "leitbild-goal-elsewhere");
  }
}

static void
test_visibility (Fixture       *fixture,
                 gconstpointer  data)
{
  vlg_consultation_set_visibility (get_row (fixture, 2), VLG_VISIBILITY_NON_PUBLIC);
  expect_warning (fixture, "decision-non-public", 2);
  vlg_motion_set_visibility (fixture->motion, VLG_VISIBILITY_UNDECIDED);
  expect_nothing (fixture);
  vlg_motion_set_visibility (fixture->motion, VLG_VISIBILITY_NON_PUBLIC);
  g_list_store_remove_all (vlg_motion_get_annexes (fixture->motion));
  add_annex (fixture->motion, 1, VLG_VISIBILITY_NON_PUBLIC);
  expect_warning (fixture, "row-public", 1);
  vlg_consultation_set_visibility (get_row (fixture, 1), VLG_VISIBILITY_NON_PUBLIC);
  expect_nothing (fixture);
  add_annex (fixture->motion, 2, VLG_VISIBILITY_PUBLIC);
  expect_one (fixture, "annex-public", VLG_SEVERITY_WARNING, VLG_FIELD_ANNEXES, 1);
}

static void
test_staff_public (Fixture       *fixture,
                   gconstpointer  data)
{
  vlg_consultation_set_visibility (get_row (fixture, 0), VLG_VISIBILITY_PUBLIC);
  expect_warning (fixture, "body-non-public", 0);
}

/* By field as on the form, the blocking one first, then by row. */
static void
test_sorted (Fixture       *fixture,
             gconstpointer  data)
{
  static const char * const rules[] = {
    "deciding-body-missing", "date-on-weekend", "date-on-weekend", "title-missing", "reasoning-missing", "unrecognised-kept",
  };
  g_autoptr(GPtrArray) findings = NULL;

  g_list_store_remove (vlg_motion_get_consultations (fixture->motion), 2);
  vlg_consultation_set_role (get_row (fixture, 0), VLG_ROLE_HEARING);
  vlg_consultation_set_day (get_row (fixture, 0), vlg_day_parse_iso ("2026-01-11"));
  vlg_consultation_set_day (get_row (fixture, 1), vlg_day_parse_iso ("2026-02-08"));
  vlg_motion_set_text (fixture->motion, VLG_FIELD_TITLE, "");
  vlg_motion_set_text (fixture->motion, VLG_FIELD_REASONING, "");
  vlg_motion_set_text (fixture->motion, VLG_FIELD_UNRECOGNISED, "x");
  findings = vlg_checks_run (fixture->motion, fixture->profile);

  g_assert_cmpuint (findings->len, ==, 6);
  for (guint i = 0; i < findings->len; i++)
    {
      VlgFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpstr (vlg_finding_get_rule (finding), ==, rules[i]);
      g_assert_cmpint (vlg_finding_get_row (finding), ==, i == 1 ? 0 : i == 2 ? 1 : -1);
    }
  g_assert_true (vlg_checks_has_blocking (findings));
}

#define ADD(name, func) g_test_add ("/core/checks/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("clean", test_clean);
  ADD ("title", test_title);
  ADD ("resolution", test_resolution);
  ADD ("reasoning", test_reasoning);
  ADD ("annex", test_annex);
  ADD ("annex-lists", test_annex_lists);
  ADD ("unrecognised", test_unrecognised);
  ADD ("deciding-missing", test_deciding_missing);
  ADD ("deciding-unknown", test_deciding_unknown);
  ADD ("deciding-not-last", test_deciding_not_last);
  ADD ("body-missing", test_body_missing);
  ADD ("body-spelling", test_body_spelling);
  ADD ("body-validity", test_body_validity);
  ADD ("body-successor", test_body_successor);
  ADD ("may-not-decide", test_may_not_decide);
  ADD ("order", test_order);
  ADD ("holiday", test_holiday);
  ADD ("weekend", test_weekend);
  ADD ("same-evening", test_same_evening);
  ADD ("seats", test_seats);
  ADD ("present", test_present);
  ADD ("result", test_result);
  ADD ("undecided", test_undecided);
  ADD ("not-relevant", test_not_relevant);
  ADD ("without-goal", test_without_goal);
  ADD ("without-field", test_without_field);
  ADD ("catalogue", test_catalogue);
  ADD ("visibility", test_visibility);
  ADD ("staff-public", test_staff_public);
  ADD ("sorted", test_sorted);

  return g_test_run ();
}
