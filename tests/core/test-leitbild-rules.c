/* test-leitbild-rules.c — ticks and goals never contradict each other
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-rules.h"
#include "vlg-checks.h"
#include "vlg-error.h"
#include "vlg-leitbild-rules.h"
#include "vlg-profile.h"

static VlgLeitbild *
catalogue (VlgProfile **profile)
{
  *profile = vlg_profile_new_default ();

  return vlg_profile_get_leitbild (*profile);
}

static char *
describe (VlgMotion *motion)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      g_autofree char *goals = g_strjoinv (",", (char **) vlg_mark_get_goals (mark));

      g_string_append_printf (text, "%s[%s] ", vlg_mark_get_field (mark), goals);
    }

  return g_string_free (text, FALSE);
}

static void
assert_consistent (VlgMotion   *motion,
                   VlgLeitbild *leitbild)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));
  guint n_marks = g_list_model_get_n_items (marks);
  int last = -1;

  g_assert_true ((vlg_motion_get_relevance (motion) == VLG_RELEVANCE_RELEVANT) == (n_marks > 0));
  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      const char * const *goals = vlg_mark_get_goals (mark);
      int position = 0;

      g_assert_true (vlg_mark_get_ticked (mark));
      while (!g_str_equal (vlg_action_field_get_key (vlg_leitbild_get_field (leitbild, position)), vlg_mark_get_field (mark)))
        position++;
      g_assert_cmpint (position, >, last);
      last = position;
      for (; *goals != NULL && goals[1] != NULL; goals++)
        g_assert_cmpstr (goals[0], <, goals[1]);
    }
}

static void
test_ticks (void)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgProfile) profile = NULL;
  VlgLeitbild *leitbild = catalogue (&profile);
  g_autofree char *both = NULL;
  g_autofree char *left = NULL;

  vlg_leitbild_rules_name_goal (motion, leitbild, "community", "M03", TRUE);
  vlg_leitbild_rules_name_goal (motion, leitbild, "community", "M01", TRUE);
  vlg_leitbild_rules_name_goal (motion, leitbild, "community", "M01", TRUE);
  vlg_leitbild_rules_tick (motion, leitbild, "culture", TRUE);
  both = describe (motion);
  g_assert_cmpstr (both, ==, "culture[] community[M01,M03] ");
  g_assert_cmpint (vlg_motion_get_relevance (motion), ==, VLG_RELEVANCE_RELEVANT);

  vlg_leitbild_rules_name_goal (motion, leitbild, "community", "M03", FALSE);
  vlg_leitbild_rules_tick (motion, leitbild, "culture", FALSE);
  left = describe (motion);
  g_assert_cmpstr (left, ==, "community[M01] ");

  vlg_leitbild_rules_tick (motion, leitbild, "community", FALSE);
  g_assert_cmpint (vlg_motion_get_relevance (motion), ==, VLG_RELEVANCE_UNDECIDED);
}

static void
test_excluded (void)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgProfile) profile = NULL;
  VlgLeitbild *leitbild = catalogue (&profile);

  vlg_leitbild_rules_tick (motion, leitbild, "city", TRUE);
  vlg_leitbild_rules_set_excluded (motion, TRUE);
  g_assert_cmpint (vlg_motion_get_relevance (motion), ==, VLG_RELEVANCE_NOT_RELEVANT);
  g_assert_null (vlg_leitbild_rules_find (motion, "city"));

  vlg_leitbild_rules_tick (motion, leitbild, "city", TRUE);
  g_assert_cmpint (vlg_motion_get_relevance (motion), ==, VLG_RELEVANCE_RELEVANT);

  vlg_leitbild_rules_set_excluded (motion, TRUE);
  vlg_leitbild_rules_set_excluded (motion, FALSE);
  g_assert_cmpint (vlg_motion_get_relevance (motion), ==, VLG_RELEVANCE_UNDECIDED);
}

static VlgLeitbildHint *
hint_new (const char *field,
          const char *first,
          const char *second)
{
  VlgLeitbildHint *hint = g_new0 (VlgLeitbildHint, 1);

  hint->field = g_strdup (field);
  hint->goals = g_new0 (char *, 3);
  hint->goals[0] = g_strdup (first);
  hint->goals[1] = g_strdup (second);

  return hint;
}

static void
hint_free (VlgLeitbildHint *hint)
{
  g_free (hint->field);
  g_strfreev (hint->goals);
  g_free (hint);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgLeitbildHint, hint_free)

static void
test_accept (void)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgProfile) profile = NULL;
  VlgLeitbild *leitbild = catalogue (&profile);
  g_autoptr (VlgLeitbildHint) goals = hint_new ("community", "M01", "M04");
  g_autoptr (VlgLeitbildHint) bare = hint_new ("city", NULL, NULL);
  g_autoptr (VlgLeitbildHint) excluded = hint_new (NULL, NULL, NULL);
  g_autofree char *described = NULL;

  vlg_leitbild_rules_name_goal (motion, leitbild, "community", "M02", TRUE);
  vlg_leitbild_rules_name_goal (motion, leitbild, "community", "M04", TRUE);
  g_assert_false (vlg_leitbild_rules_has_hint (motion, goals));
  g_assert_false (vlg_leitbild_rules_has_hint (motion, bare));
  g_assert_false (vlg_leitbild_rules_has_hint (motion, excluded));

  vlg_leitbild_rules_accept (motion, leitbild, goals);
  vlg_leitbild_rules_accept (motion, leitbild, bare);
  described = describe (motion);
  g_assert_cmpstr (described, ==, "city[] community[M01,M02,M04] ");
  g_assert_true (vlg_leitbild_rules_has_hint (motion, goals));
  g_assert_true (vlg_leitbild_rules_has_hint (motion, bare));

  vlg_leitbild_rules_accept (motion, leitbild, excluded);
  g_assert_true (vlg_leitbild_rules_has_hint (motion, excluded));
  g_assert_false (vlg_leitbild_rules_has_hint (motion, goals));
}

/* One deed by chance: any of those a person has in the checklist. */
static void
do_anything (GRand       *chance,
             VlgMotion   *motion,
             VlgLeitbild *leitbild)
{
  static const char *const codes[] = { "M01", "M02", "K10", "A01" };
  const char *field = vlg_action_field_get_key (vlg_leitbild_get_field (leitbild, g_rand_int_range (chance, 0, 6)));
  const char *code = codes[g_rand_int_range (chance, 0, G_N_ELEMENTS (codes))];
  gboolean on = g_rand_boolean (chance);

  switch (g_rand_int_range (chance, 0, 7))
    {
    case 0:
      vlg_leitbild_rules_set_excluded (motion, on);
      break;
    case 1:
    case 2:
      vlg_leitbild_rules_name_goal (motion, leitbild, field, code, on);
      break;
    case 3:
      if (vlg_leitbild_rules_find (motion, field) != NULL)
        vlg_mark_set_rationale (vlg_leitbild_rules_find (motion, field), on ? "Weil." : "");
      break;
    case 4:
      {
        g_autoptr (VlgLeitbildHint) hint = hint_new (g_rand_int_range (chance, 0, 4) == 0 ? NULL : field, on ? code : NULL, NULL);

        vlg_leitbild_rules_accept (motion, leitbild, hint);
        g_assert_true (vlg_leitbild_rules_has_hint (motion, hint));
      }
      break;
    default:
      vlg_leitbild_rules_tick (motion, leitbild, field, on);
    }
}

/* From every state every deed, by chance and with a fixed seed: never a record that contradicts itself, nor a finding that says so. */
static void
test_never_contradictory (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (422);
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgProfile) profile = NULL;
  VlgLeitbild *leitbild = catalogue (&profile);

  for (guint i = 0; i < 50000; i++)
    {
      do_anything (chance, motion, leitbild);
      assert_consistent (motion, leitbild);
    }
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GPtrArray) findings = NULL;

      do_anything (chance, motion, leitbild);
      findings = vlg_checks_run (motion, profile);
      for (guint j = 0; j < findings->len; j++)
        {
          const char *rule = vlg_finding_get_rule (g_ptr_array_index (findings, j));

          g_assert_cmpstr (rule, !=, "leitbild-not-relevant-with-marks");
          g_assert_cmpstr (rule, !=, "leitbild-relevant-without-field");
          g_assert_cmpstr (rule, !=, "leitbild-goal-without-field");
        }
    }
}

/* Each of the 64 sets of ticks, reached from each other one: the record shows that set and nothing else. */
static void
test_every_combination (void)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgProfile) profile = NULL;
  VlgLeitbild *leitbild = catalogue (&profile);
  guint n = 1 << vlg_leitbild_get_n_fields (leitbild);

  g_assert_cmpuint (n, ==, 64);
  for (guint from = 0; from < n; from++)
    for (guint to = 0; to < n; to++)
      {
        guint changed = from ^ to;

        for (guint i = 0; i < 6; i++)
          vlg_leitbild_rules_tick (motion, leitbild, vlg_action_field_get_key (vlg_leitbild_get_field (leitbild, i)), (from >> i & 1) != 0);
        for (guint i = 6; i-- > 0;)
          if ((changed >> i & 1) != 0)
            vlg_leitbild_rules_tick (motion, leitbild, vlg_action_field_get_key (vlg_leitbild_get_field (leitbild, i)), (to >> i & 1) != 0);
        for (guint i = 0; i < 6; i++)
          g_assert_cmpint (vlg_leitbild_rules_find (motion, vlg_action_field_get_key (vlg_leitbild_get_field (leitbild, i))) != NULL, ==, (to >> i & 1) != 0);
        assert_consistent (motion, leitbild);
      }
}

static void
test_codes (void)
{
  static const struct { const char *typed; const char *code; } good[] = {
    { "M01", "M01" }, { " m1 ", "M01" }, { "k10", "K10" }, { "A123", "A123" },
  };
  static const char * const bad[] = { "", "M", "01", "MM1", "M1234", "M1a", "Ü01" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = vlg_leitbild_rules_parse_code (good[i].typed, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (code, ==, good[i].code);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vlg_leitbild_rules_parse_code (bad[i], &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
    }
}

static void
test_place (void)
{
  g_autoptr (VlgProfile) profile = NULL;
  VlgLeitbild *leitbild = catalogue (&profile);

  g_assert_cmpstr (vlg_action_field_get_key (vlg_leitbild_rules_place (leitbild, "M01")), ==, "community");
  g_assert_cmpstr (vlg_action_field_get_key (vlg_leitbild_rules_place (leitbild, "M77")), ==, "community");
  g_assert_null (vlg_leitbild_rules_place (leitbild, "Q01"));
}

/* Two fields: "a" stands for itself and "b", A03 for A01 and B01, and A01 came from A00 before; A02 is retired and nothing stands for it. */
static VlgLeitbild *
revised (void)
{
  static const char *const first[] = { "A00", NULL };
  static const char *const second[] = { "A01", "B01", NULL };
  static const char *const old[] = { "b", NULL };
  GPtrArray *goals = g_ptr_array_new ();
  GPtrArray *fields = g_ptr_array_new ();
  VlgGoal *goal;

  goal = vlg_goal_new ("A01", "");
  goal->retired = TRUE;
  vlg_goal_set_replaces (goal, first);
  g_ptr_array_add (goals, goal);
  goal = vlg_goal_new ("A02", "");
  goal->retired = TRUE;
  g_ptr_array_add (goals, goal);
  goal = vlg_goal_new ("A03", "");
  vlg_goal_set_replaces (goal, second);
  g_ptr_array_add (goals, goal);
  g_ptr_array_add (fields, vlg_action_field_new_replacing ("a", "Alles", "A", "", goals, old));
  g_ptr_array_add (fields, vlg_action_field_new ("c", "Chor", "C", "", NULL));

  return vlg_leitbild_new (fields);
}

static void
test_follow (void)
{
  g_autoptr (VlgLeitbild) leitbild = revised ();

  g_assert_true (vlg_leitbild_has_successors (leitbild));
  g_assert_cmpstr (vlg_leitbild_follow_goal (leitbild, "A00")->code, ==, "A03");
  g_assert_cmpstr (vlg_leitbild_follow_goal (leitbild, "B01")->code, ==, "A03");
  g_assert_cmpstr (vlg_leitbild_follow_goal (leitbild, "A02")->code, ==, "A02");
  g_assert_null (vlg_leitbild_follow_goal (leitbild, "Z01"));
  g_assert_cmpstr (vlg_action_field_get_key (vlg_leitbild_follow_field (leitbild, "b")), ==, "a");
  g_assert_null (vlg_leitbild_follow_field (leitbild, "z"));
}

/* Whatever a motion chose: after the move it is outdated no more, free of contradictions, and has every field and goal it had, or what stands for it. */
static void
test_move (void)
{
  static const char *const fields[] = { "a", "b", "c" };
  static const char *const codes[] = { "A00", "A01", "A02", "A03", "B01", "B09", "C01" };
  g_autoptr (VlgLeitbild) leitbild = revised ();

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (VlgMotion) motion = vlg_motion_new ();
      g_autoptr (VlgMotion) before = NULL;
      GListModel *marks;

      for (guint n = g_test_rand_int_range (0, 6); n > 0; n--)
        {
          const char *field = fields[g_test_rand_int_range (0, 3)];

          if (g_test_rand_bit ())
            vlg_leitbild_rules_tick (motion, leitbild, field, TRUE);
          else
            vlg_leitbild_rules_name_goal (motion, leitbild, field, codes[g_test_rand_int_range (0, G_N_ELEMENTS (codes))], TRUE);
        }
      before = vlg_motion_copy (motion);
      vlg_catalogue_rules_move (motion, leitbild);
      g_assert_false (vlg_catalogue_rules_is_outdated (motion, leitbild));
      assert_consistent (motion, leitbild);
      marks = G_LIST_MODEL (vlg_motion_get_marks (before));
      for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
        {
          g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);

          for (const char *const *code = vlg_mark_get_goals (mark); *code != NULL; code++)
            {
              const VlgGoal *goal = vlg_leitbild_follow_goal (leitbild, *code);
              g_autofree char *now = describe (motion);

              g_assert_nonnull (strstr (now, goal != NULL ? goal->code : *code));
            }
        }
      if (!vlg_catalogue_rules_is_outdated (before, leitbild))
        g_assert_true (vlg_motion_equal (before, motion));
    }
}

/* Imported and older papers name goals in fields without a tick, and some say "not relevant" beside them: the move decides neither. */
static void
test_move_decides_nothing (void)
{
  static const char *const codes[] = { "A01", NULL };
  static const char *const other[] = { "B01", NULL };
  static const VlgRelevance relevances[] = { VLG_RELEVANCE_UNDECIDED, VLG_RELEVANCE_RELEVANT, VLG_RELEVANCE_NOT_RELEVANT };
  g_autoptr (VlgLeitbild) leitbild = revised ();

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (VlgMotion) motion = vlg_motion_new ();
      g_autoptr (VlgMark) first = vlg_mark_new ("a");
      g_autoptr (VlgMark) second = vlg_mark_new ("b");
      gboolean a = round % 2 == 1, b = round / 2 % 2 == 1;
      VlgMark *mark;

      vlg_mark_set_goals (first, codes);
      vlg_mark_set_ticked (first, a);
      vlg_mark_set_goals (second, other);
      vlg_mark_set_ticked (second, b);
      g_list_store_append (vlg_motion_get_marks (motion), first);
      g_list_store_append (vlg_motion_get_marks (motion), second);
      vlg_motion_set_relevance (motion, relevances[round / 4]);
      vlg_catalogue_rules_move (motion, leitbild);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_marks (motion))), ==, 1);
      mark = vlg_leitbild_rules_find (motion, "a");
      g_assert_cmpstr (vlg_mark_get_goals (mark)[0], ==, "A03");
      g_assert_cmpint (vlg_mark_get_ticked (mark), ==, a || b);
      g_assert_cmpint (vlg_motion_get_relevance (motion), ==, relevances[round / 4]);
    }
}

/* A draft is told, what was submitted is not. */
static void
test_outdated (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgLeitbild) leitbild = revised ();
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  static const char *const wanted[] = { "leitbild-field-replaced", "leitbild-goal-replaced", "leitbild-goal-retired" };

  vlg_leitbild_rules_name_goal (motion, leitbild, "a", "A02", TRUE);
  vlg_leitbild_rules_name_goal (motion, leitbild, "b", "B01", TRUE);
  for (guint submitted = 0; submitted < 2; submitted++)
    {
      g_autoptr (GPtrArray) findings = NULL;

      vlg_motion_set_stage (motion, submitted ? VLG_STAGE_SUBMITTED : VLG_STAGE_DRAFT);
      findings = vlg_checks_run_beside (motion, profile, leitbild);
      for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
        {
          guint n = 0;

          for (guint j = 0; j < findings->len; j++)
            if (g_str_equal (vlg_finding_get_rule (findings->pdata[j]), wanted[i]))
              {
                n++;
                g_assert_true (vlg_checks_is_outdated (findings->pdata[j]));
              }
          g_assert_cmpuint (n, ==, submitted ? 0 : 1);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/leitbild-rules/ticks", test_ticks);
  g_test_add_func ("/leitbild-rules/excluded", test_excluded);
  g_test_add_func ("/leitbild-rules/accept", test_accept);
  g_test_add_func ("/leitbild-rules/never-contradictory", test_never_contradictory);
  g_test_add_func ("/leitbild-rules/every-combination", test_every_combination);
  g_test_add_func ("/leitbild-rules/codes", test_codes);
  g_test_add_func ("/leitbild-rules/place", test_place);

  g_test_add_func ("/leitbild-rules/follow", test_follow);
  g_test_add_func ("/leitbild-rules/move", test_move);
  g_test_add_func ("/leitbild-rules/move-decides-nothing", test_move_decides_nothing);
  g_test_add_func ("/leitbild-rules/outdated", test_outdated);

  return g_test_run ();
}
