/* test-leitbild-rules.c — ticks and goals never contradict each other
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

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

/* From every state every deed, by chance and with a fixed seed: never a record that contradicts itself. */
static void
test_never_contradictory (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (422);
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgProfile) profile = NULL;
  VlgLeitbild *leitbild = catalogue (&profile);
  static const char * const codes[] = { "M01", "M02", "K10", "A1" };

  for (guint i = 0; i < 20000; i++)
    {
      const char *field = vlg_action_field_get_key (vlg_leitbild_get_field (leitbild, g_rand_int_range (chance, 0, 6)));
      gboolean on = g_rand_boolean (chance);

      switch (g_rand_int_range (chance, 0, 5))
        {
        case 0:
          vlg_leitbild_rules_set_excluded (motion, on);
          break;
        case 1:
        case 2:
          vlg_leitbild_rules_name_goal (motion, leitbild, field, codes[g_rand_int_range (chance, 0, 4)], on);
          break;
        default:
          vlg_leitbild_rules_tick (motion, leitbild, field, on);
        }
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/leitbild-rules/ticks", test_ticks);
  g_test_add_func ("/leitbild-rules/excluded", test_excluded);
  g_test_add_func ("/leitbild-rules/never-contradictory", test_never_contradictory);
  g_test_add_func ("/leitbild-rules/codes", test_codes);
  g_test_add_func ("/leitbild-rules/place", test_place);

  return g_test_run ();
}
