/* test-leitbild-figures.c — spans of time, shares, and what similar motions agree on
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-hint.h"
#include "vlg-leitbild-report.h"
#include "vlg-profile.h"

static void
assert_span (VlgLeitbildReport *report,
             guint              period,
             const char        *label,
             VlgDay             from,
             VlgDay             to)
{
  g_autofree char *found = vlg_report_period_get_label (&report->periods[period]);
  VlgDay first, last;

  g_assert_cmpstr (found, ==, label);
  vlg_leitbild_report_get_span (report, period, &first, &last);
  g_assert_cmpuint (first, ==, from);
  g_assert_cmpuint (last, ==, to);
}

static void
test_periods (void)
{
  g_autoptr (VlgLeitbildReport) report = vlg_leitbild_report_new (vlg_day_new (2025, 11, 10), vlg_day_new (2026, 4, 2), VLG_REPORT_QUARTERS);
  g_autoptr (VlgLeitbildReport) years = vlg_leitbild_report_new (vlg_day_new (2024, 2, 29), vlg_day_new (2025, 12, 31), VLG_REPORT_YEARS);
  g_autoptr (VlgLeitbildReport) day = vlg_leitbild_report_new (vlg_day_new (2026, 12, 31), vlg_day_new (2026, 12, 31), VLG_REPORT_QUARTERS);

  g_assert_cmpuint (report->n_periods, ==, 3);
  assert_span (report, 0, "4/2025", vlg_day_new (2025, 11, 10), vlg_day_new (2025, 12, 31));
  assert_span (report, 1, "1/2026", vlg_day_new (2026, 1, 1), vlg_day_new (2026, 3, 31));
  assert_span (report, 2, "2/2026", vlg_day_new (2026, 4, 1), vlg_day_new (2026, 4, 2));
  g_assert_cmpuint (years->n_periods, ==, 2);
  assert_span (years, 0, "2024", vlg_day_new (2024, 2, 29), vlg_day_new (2024, 12, 31));
  assert_span (years, 1, "2025", vlg_day_new (2025, 1, 1), vlg_day_new (2025, 12, 31));
  g_assert_cmpuint (day->n_periods, ==, 1);
  assert_span (day, 0, "4/2026", vlg_day_new (2026, 12, 31), vlg_day_new (2026, 12, 31));
}

static void
test_counts (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgLeitbildReport) report = vlg_leitbild_report_new (vlg_day_new (2026, 1, 1), vlg_day_new (2026, 12, 31), VLG_REPORT_QUARTERS);
  const VlgReportGoal *goal;

  vlg_leitbild_report_add_motions (report, 2026, 2, VLG_RELEVANCE_RELEVANT, 5, 3);
  vlg_leitbild_report_add_motions (report, 2026, 3, VLG_RELEVANCE_NOT_RELEVANT, 2, 0);
  vlg_leitbild_report_add_motions (report, 2026, 12, VLG_RELEVANCE_UNDECIDED, 4, 0);
  vlg_leitbild_report_add_motions (report, 2025, 12, VLG_RELEVANCE_RELEVANT, 100, 100);
  vlg_leitbild_report_add_goal (report, "community", "M01", 2026, 1, 2);
  vlg_leitbild_report_add_goal (report, "community", "M01", 2026, 3, 1);
  vlg_leitbild_report_add_goal (report, "retired", "X09", 2026, 7, 1);
  vlg_leitbild_report_complete (report, vlg_profile_get_leitbild (profile));

  g_assert_cmpuint (report->counts[0].n_motions, ==, 7);
  g_assert_cmpuint (report->total.n_motions, ==, 11);
  g_assert_cmpuint (report->total.n_adopted, ==, 3);
  /* 2 of the 7 that are decided. */
  g_assert_cmpint (vlg_report_count_get_share (&report->total), ==, 29);
  g_assert_cmpint (vlg_report_count_get_share (&report->counts[3]), ==, -1);
  g_assert_cmpuint (report->fields->len, ==, 6);
  /* What the catalogue lists comes first; what it does not know is not lost. */
  g_assert_cmpuint (report->goals->len, ==, 2);
  goal = report->goals->pdata[0];
  g_assert_cmpstr (goal->code, ==, "M01");
  g_assert_cmpuint (goal->counts[0], ==, 3);
  g_assert_cmpuint (goal->n_motions, ==, 3);
  g_assert_cmpstr (((VlgReportGoal *) report->goals->pdata[1])->code, ==, "X09");
}

static void
add_similar (GPtrArray  *similar,
             const char *field,
             const char *first_goal,
             const char *second_goal)
{
  VlgSimilarMotion *motion = vlg_similar_motion_new ("uid", NULL, "Spielplatz", field != NULL ? VLG_RELEVANCE_RELEVANT : VLG_RELEVANCE_NOT_RELEVANT);
  const char *goals[] = { first_goal, second_goal, NULL };

  if (field != NULL)
    {
      VlgMark *mark = vlg_mark_new (field);

      vlg_mark_set_ticked (mark, TRUE);
      vlg_mark_set_goals (mark, goals);
      g_ptr_array_add (motion->marks, mark);
    }
  g_ptr_array_add (similar, motion);
}

static void
test_hints (void)
{
  GPtrArray *similar = g_ptr_array_new_with_free_func (vlg_similar_motion_free);
  g_autoptr (VlgLeitbildHints) hints = NULL;
  const VlgLeitbildHint *hint;

  add_similar (similar, "community", "M01", NULL);
  add_similar (similar, "community", "M01", "M02");
  add_similar (similar, "community", NULL, NULL);
  add_similar (similar, "culture", "K01", NULL);
  add_similar (similar, NULL, NULL, NULL);
  hints = vlg_leitbild_hints_new (similar);

  /* 3 of 5; M01 named by 2 of those 3, M02 by one. */
  g_assert_cmpuint (hints->hints->len, ==, 1);
  hint = hints->hints->pdata[0];
  g_assert_cmpstr (hint->field, ==, "community");
  g_assert_cmpuint (hint->n, ==, 3);
  g_assert_cmpuint (g_strv_length (hint->goals), ==, 1);
  g_assert_cmpstr (hint->goals[0], ==, "M01");
}

/* One motion is an accident, however alike. */
static void
test_hints_few (void)
{
  GPtrArray *similar = g_ptr_array_new_with_free_func (vlg_similar_motion_free);
  g_autoptr (VlgLeitbildHints) hints = NULL;
  g_autoptr (VlgLeitbildHints) none = vlg_leitbild_hints_new (g_ptr_array_new_with_free_func (vlg_similar_motion_free));

  add_similar (similar, "community", "M01", NULL);
  hints = vlg_leitbild_hints_new (similar);
  g_assert_cmpuint (hints->hints->len, ==, 0);
  g_assert_cmpuint (none->hints->len, ==, 0);
}

static void
test_hints_not_relevant (void)
{
  GPtrArray *similar = g_ptr_array_new_with_free_func (vlg_similar_motion_free);
  g_autoptr (VlgLeitbildHints) hints = NULL;
  const VlgLeitbildHint *hint;

  add_similar (similar, NULL, NULL, NULL);
  add_similar (similar, "culture", NULL, NULL);
  add_similar (similar, NULL, NULL, NULL);
  hints = vlg_leitbild_hints_new (similar);
  g_assert_cmpuint (hints->hints->len, ==, 1);
  hint = hints->hints->pdata[0];
  g_assert_null (hint->field);
  g_assert_cmpuint (hint->n, ==, 2);
  g_assert_cmpuint (g_strv_length (hint->goals), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/leitbild-figures/periods", test_periods);
  g_test_add_func ("/leitbild-figures/counts", test_counts);
  g_test_add_func ("/leitbild-figures/hints", test_hints);
  g_test_add_func ("/leitbild-figures/hints-few", test_hints_few);
  g_test_add_func ("/leitbild-figures/hints-not-relevant", test_hints_not_relevant);

  return g_test_run ();
}
