/* test-stage-rules.c — from stage to stage
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-stage-rules.h"

#define N_STAGES (VLG_STAGE_WITHDRAWN + 1)
#define NO (-1)

static void
test_table (void)
{
  /* Rows: from; columns: submit, return, release, withdraw, reopen. */
  static const int expected[N_STAGES][VLG_N_STAGE_DEEDS] = {
    [VLG_STAGE_DRAFT]     = { VLG_STAGE_SUBMITTED, NO, NO, VLG_STAGE_WITHDRAWN, NO },
    [VLG_STAGE_SUBMITTED] = { NO, VLG_STAGE_RETURNED, VLG_STAGE_RELEASED, VLG_STAGE_WITHDRAWN, NO },
    [VLG_STAGE_RETURNED]  = { VLG_STAGE_SUBMITTED, NO, NO, VLG_STAGE_WITHDRAWN, NO },
    [VLG_STAGE_RELEASED]  = { NO, NO, NO, VLG_STAGE_WITHDRAWN, VLG_STAGE_DRAFT },
    [VLG_STAGE_WITHDRAWN] = { NO, NO, NO, NO, VLG_STAGE_DRAFT },
  };

  for (int from = 0; from < N_STAGES; from++)
    for (int deed = 0; deed < VLG_N_STAGE_DEEDS; deed++)
      {
        VlgStage to = VLG_STAGE_DRAFT;
        gboolean allowed = vlg_stage_rules_lookup ((VlgStage) from, (VlgStageDeed) deed, &to);

        g_assert_cmpint (allowed, ==, expected[from][deed] != NO);
        if (allowed)
          g_assert_cmpint (to, ==, expected[from][deed]);
      }
}

static void
test_conditions (void)
{
  g_assert_true (vlg_stage_rules_needs_checks (VLG_STAGE_DEED_SUBMIT));
  g_assert_true (vlg_stage_rules_needs_checks (VLG_STAGE_DEED_RELEASE));
  g_assert_false (vlg_stage_rules_needs_checks (VLG_STAGE_DEED_WITHDRAW));
  g_assert_true (vlg_stage_rules_needs_remark (VLG_STAGE_DEED_RETURN));
  g_assert_false (vlg_stage_rules_needs_remark (VLG_STAGE_DEED_REOPEN));
  g_assert_cmpstr (vlg_stage_rules_get_word (VLG_STAGE_DEED_RETURN), ==, "returned");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage-rules/table", test_table);
  g_test_add_func ("/stage-rules/conditions", test_conditions);

  return g_test_run ();
}
