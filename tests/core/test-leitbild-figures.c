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

/* Two of four fields joined, goals joined, moved and retired: random motions, counted row by row and recounted motion by motion. */
static VlgLeitbild *
revised (void)
{
  static const char *const old_keys[] = { "b", NULL };
  static const char *const old_codes[] = { "A01", "B01", NULL };
  GPtrArray *goals = g_ptr_array_new ();
  GPtrArray *fields = g_ptr_array_new ();
  VlgGoal *goal = vlg_goal_new ("A09", "");

  vlg_goal_set_replaces (goal, old_codes);
  g_ptr_array_add (goals, goal);
  goal = vlg_goal_new ("A02", "");
  goal->retired = TRUE;
  g_ptr_array_add (goals, goal);
  g_ptr_array_add (goals, vlg_goal_new ("A03", ""));
  g_ptr_array_add (fields, vlg_action_field_new_replacing ("a", "Alles", "A", "", goals, old_keys));
  g_ptr_array_add (fields, vlg_action_field_new ("c", "Chor", "C", "", NULL));

  return vlg_leitbild_new (fields);
}

static void
test_recount (void)
{
  static const char *const keys[] = { "a", "b", "c" };
  static const char *const codes[][3] = { { "A01", "A02", "A77" }, { "B01", "B01", "A03" }, { "C05", "C05", "C05" } };
  static const struct { const char *code; const char *field; const char *olds[3]; } wanted[] = {
    { "A09", "a", { "A01", "B01" } }, { "A02", "a", { "A02" } }, { "A03", "a", { "A03" } }, { "A77", "a", { "A77" } }, { "C05", "c", { "C05" } },
  };
  g_autoptr (VlgLeitbild) leitbild = revised ();
  g_autoptr (VlgLeitbildReport) report = vlg_leitbild_report_new (vlg_day_new (2026, 1, 1), vlg_day_new (2026, 12, 31), VLG_REPORT_YEARS);
  guint n_fields[2] = { 0 }, n_adopted = 0, n_goals[G_N_ELEMENTS (wanted)] = { 0 };

  vlg_leitbild_report_follow (report, leitbild);
  for (gint64 motion = 1; motion <= 500; motion++)
    {
      gboolean ticked[3] = { FALSE }, named[G_N_ELEMENTS (wanted)] = { FALSE };
      guint adopted = g_test_rand_bit ();

      for (guint i = 0; i < 3; i++)
        {
          const char *code = g_test_rand_bit () ? codes[i][g_test_rand_int_range (0, 3)] : NULL;

          if (g_test_rand_bit ())
            continue;
          ticked[i] = TRUE;
          vlg_leitbild_report_add_mark (report, motion, keys[i], code, TRUE, 2026, 5, adopted);
          for (guint j = 0; code != NULL && j < G_N_ELEMENTS (wanted); j++)
            named[j] = named[j] || g_str_equal (code, wanted[j].olds[0]) || g_strcmp0 (code, wanted[j].olds[1]) == 0;
        }
      n_fields[0] += ticked[0] || ticked[1];
      n_fields[1] += ticked[2];
      n_adopted += (ticked[0] || ticked[1]) && adopted;
      for (guint j = 0; j < G_N_ELEMENTS (wanted); j++)
        n_goals[j] += named[j];
    }
  vlg_leitbild_report_complete (report, leitbild);

  g_assert_cmpuint (report->fields->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (((VlgReportField *) report->fields->pdata[i])->n_motions, ==, n_fields[i]);
  g_assert_cmpuint (((VlgReportField *) report->fields->pdata[0])->n_adopted, ==, n_adopted);
  g_assert_cmpuint (report->goals->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < report->goals->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (wanted); j++)
      {
        const VlgReportGoal *goal = report->goals->pdata[i];

        if (!g_str_equal (goal->code, wanted[j].code))
          continue;
        g_assert_cmpstr (goal->field, ==, wanted[j].field);
        g_assert_cmpuint (goal->n_motions, ==, n_goals[j]);
        g_assert_cmpuint (goal->counts[0], ==, n_goals[j]);
        g_assert_cmpint (goal->retired, ==, g_str_equal (goal->code, "A02"));
      }
}

/* An old motion's goals as they can be chosen under the catalogue of the motion that is written. */
static void
test_similar_follow (void)
{
  g_autoptr (GPtrArray) similar = g_ptr_array_new_with_free_func (vlg_similar_motion_free);
  g_autoptr (VlgLeitbild) leitbild = revised ();
  VlgSimilarMotion *motion;
  const char *const *goals;

  add_similar (similar, "b", "B01", "A02");
  add_similar (similar, "gone", "X01", NULL);
  for (guint i = 0; i < similar->len; i++)
    vlg_similar_motion_follow (similar->pdata[i], leitbild, leitbild);
  motion = similar->pdata[0];
  g_assert_cmpuint (motion->marks->len, ==, 1);
  g_assert_cmpstr (vlg_mark_get_field (motion->marks->pdata[0]), ==, "a");
  goals = vlg_mark_get_goals (motion->marks->pdata[0]);
  g_assert_cmpstr (goals[0], ==, "A09");
  g_assert_null (goals[1]);
  g_assert_cmpuint (((VlgSimilarMotion *) similar->pdata[1])->marks->len, ==, 0);
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

  g_test_add_func ("/leitbild-figures/recount", test_recount);
  g_test_add_func ("/leitbild-figures/similar-follow", test_similar_follow);

  return g_test_run ();
}
