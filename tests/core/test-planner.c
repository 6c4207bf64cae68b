/* test-planner.c — plans through the calendar, against all plans there are
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-planner.h"

#define MAX_STEPS 4
#define MAX_MEETINGS 12
#define ROUNDS 6000

static const char * const bodies[] = { "staff", "committee", "main", "council" };
static const char * const uids[MAX_MEETINGS] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l" };

static const VlgPlanStep way[] = { { "staff" }, { "committee" }, { "main" }, { "council" } };

static void
assert_stops (const VlgPlanStop *stops,
              const char        *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (stops);
  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    g_string_append_printf (text, "%s%s/%u", i > 0 ? " " : "", stops[i].meeting->uid, stops[i].spare);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Days are plain numbers here. */
static const VlgPlanMeeting year[] = {
  { "s1", "staff", 105, 103 }, { "s2", "staff", 112, 110 }, { "s3", "staff", 119, 117 }, { "s4", "staff", 126, 124 },
  { "c1", "committee", 115, 105 }, { "c2", "committee", 129, 119 }, { "c3", "committee", 143, 133 },
  { "m1", "main", 120, 110 }, { "m2", "main", 150, 140 },
  { "k1", "council", 130, 116 }, { "k2", "council", 160, 146 }, { "k3", "council", 190, 176 },
};

static VlgPlanRequest
new_request (VlgDay      ready,
             const char *deciding)
{
  return (VlgPlanRequest) { way, G_N_ELEMENTS (way), year, G_N_ELEMENTS (year), ready, VLG_DAY_NONE, 1, deciding };
}

static void
test_possible (void)
{
  VlgPlanRequest request = new_request (100, NULL);
  g_autoptr (VlgPlan) soon = vlg_plan_compute (&request);
  VlgPlanRequest later = new_request (100, "k2");
  g_autoptr (VlgPlan) second = vlg_plan_compute (&later);

  g_assert_cmpint (soon->obstacle, ==, VLG_PLAN_POSSIBLE);
  assert_stops (soon->safest, "s1/1 c1/0 m1/0 k1/0");
  assert_stops (soon->latest, "s2/0 c1/0 m1/0 k1/0");
  g_assert_cmpuint (soon->latest[0].cutoff, ==, 110);

  assert_stops (second->safest, "s1/3 c1/2 m1/1 k2/0");
  assert_stops (second->latest, "s4/0 c3/0 m2/0 k2/0");
}

static void
assert_obstacle (VlgPlanRequest   request,
                 VlgPlanObstacle  obstacle,
                 guint            step,
                 const char      *meeting)
{
  g_autoptr (VlgPlan) plan = vlg_plan_compute (&request);

  g_assert_cmpint (plan->obstacle, ==, obstacle);
  g_assert_cmpuint (plan->step, ==, step);
  g_assert_cmpstr (plan->meeting != NULL ? plan->meeting->uid : NULL, ==, meeting);
  g_assert_null (plan->safest);
  g_assert_null (plan->latest);
}

static void
test_impossible (void)
{
  VlgPlanRequest request;

  /* The committee's papers are closed, and it has no other meeting before the decision. */
  request = new_request (135, "k2");
  request.steps = &way[1];
  request.n_steps = 3;
  assert_obstacle (request, VLG_PLAN_CUTOFF_MISSED, 0, "c3");
  /* With the next meeting of the committee the one after it comes too late. */
  assert_obstacle (new_request (106, "k1"), VLG_PLAN_TOO_LATE, 2, "m2");
  /* Nothing is closed, but the way takes longer. */
  request = new_request (100, "k1");
  request.after = 112;
  assert_obstacle (request, VLG_PLAN_TOO_LATE, 2, "m2");
  request.after = 129;
  assert_obstacle (request, VLG_PLAN_NO_MEETING, 0, NULL);
  request.steps = &way[3];
  request.n_steps = 1;
  request.after = 130;
  assert_obstacle (request, VLG_PLAN_TOO_LATE, 0, "k1");
  /* The decision itself is closed, whatever the way. */
  assert_obstacle (new_request (117, "k1"), VLG_PLAN_CUTOFF_MISSED, 3, "k1");
  request = new_request (117, "k1");
  request.steps = &way[3];
  request.n_steps = 1;
  assert_obstacle (request, VLG_PLAN_CUTOFF_MISSED, 0, "k1");
  request.deciding = "k9";
  assert_obstacle (request, VLG_PLAN_DECIDING_WRONG, 0, NULL);
  request.deciding = "c1";
  assert_obstacle (request, VLG_PLAN_DECIDING_WRONG, 0, "c1");
  /* No meeting left, no meeting at all. */
  assert_obstacle (new_request (141, NULL), VLG_PLAN_CUTOFF_MISSED, 0, "s4");
  request = new_request (100, NULL);
  request.after = 126;
  assert_obstacle (request, VLG_PLAN_NO_MEETING, 0, NULL);
  request.n_meetings = 0;
  assert_obstacle (request, VLG_PLAN_NO_MEETING, 0, NULL);
}

/* A random calendar and a random way. */
typedef struct {
  VlgPlanStep    steps[MAX_STEPS];
  VlgPlanMeeting meetings[MAX_MEETINGS];
  VlgPlanRequest request;
} Puzzle;

static void
make_puzzle (Puzzle *puzzle)
{
  VlgPlanRequest *request = &puzzle->request;

  *request = (VlgPlanRequest) { puzzle->steps, g_test_rand_int_range (1, MAX_STEPS + 1), puzzle->meetings, g_test_rand_int_range (0, MAX_MEETINGS + 1) };
  for (guint i = 0; i < request->n_steps; i++)
    puzzle->steps[i].body_uid = bodies[g_test_rand_int_range (0, g_test_rand_int_range (1, 5))];
  for (guint i = 0; i < request->n_meetings; i++)
    {
      VlgDay day = 100 + g_test_rand_int_range (0, 30);

      puzzle->meetings[i] = (VlgPlanMeeting) { uids[i], bodies[g_test_rand_int_range (0, 4)], day,
                                               g_test_rand_int_range (0, 4) == 0 ? VLG_DAY_NONE : day - g_test_rand_int_range (0, 12) };
    }
  request->ready = 95 + g_test_rand_int_range (0, 15);
  request->after = g_test_rand_bit () ? VLG_DAY_NONE : (VlgDay) g_test_rand_int_range (98, 108);
  request->gap = g_test_rand_int_range (0, 4);
  if (request->n_meetings > 0 && g_test_rand_bit ())
    request->deciding = uids[g_test_rand_int_range (0, request->n_meetings)];
}

/* Whether @meeting can take @step behind a step on @before: the definition of a plan, written out. */
static gboolean
fits (const VlgPlanRequest *request,
      guint                 step,
      const VlgPlanMeeting *meeting,
      VlgDay                before)
{
  VlgDay cutoff = meeting->cutoff != VLG_DAY_NONE ? meeting->cutoff : meeting->day;

  if (g_strcmp0 (meeting->body_uid, request->steps[step].body_uid) != 0 || cutoff < request->ready)
    return FALSE;
  if (before != VLG_DAY_NONE && meeting->day < before + MAX (request->gap, 1))
    return FALSE;

  return step < request->n_steps - 1 || request->deciding == NULL || g_strcmp0 (meeting->uid, request->deciding) == 0;
}

/* What all plans together say. */
typedef struct {
  guint  n_plans;
  guint  deepest;              /* steps the longest beginning of a plan has */
  VlgDay decision;             /* earliest */
  VlgDay earliest[MAX_STEPS];  /* of plans with that decision */
  VlgDay latest[MAX_STEPS];
  guint  uses[MAX_STEPS];      /* bits: which meetings such plans take */
} Truth;

static void
try_all (const VlgPlanRequest *request,
         guint                 step,
         VlgDay                before,
         guint                *chosen,
         Truth                *truth)
{
  truth->deepest = MAX (truth->deepest, step);
  if (step == request->n_steps)
    {
      if (truth->n_plans == 0 || before < truth->decision)
        {
          *truth = (Truth) { truth->n_plans, truth->deepest, before };
          for (guint i = 0; i < step; i++)
            truth->earliest[i] = G_MAXUINT;
        }
      truth->n_plans++;
      if (before > truth->decision)
        return;
      for (guint i = 0; i < step; i++)
        {
          truth->earliest[i] = MIN (truth->earliest[i], request->meetings[chosen[i]].day);
          truth->latest[i] = MAX (truth->latest[i], request->meetings[chosen[i]].day);
          truth->uses[i] |= 1u << chosen[i];
        }
      return;
    }

  for (guint i = 0; i < request->n_meetings; i++)
    {
      if (!fits (request, step, &request->meetings[i], before))
        continue;
      chosen[step] = i;
      try_all (request, step + 1, request->meetings[i].day, chosen, truth);
    }
}

static void
check_variant (const VlgPlanRequest *request,
               const VlgPlanStop    *stops,
               const VlgDay         *days,
               const Truth          *truth)
{
  VlgDay before = request->after;

  for (guint i = 0; i < request->n_steps; i++)
    {
      guint spare = 0;

      g_assert_true (fits (request, i, stops[i].meeting, before));
      g_assert_cmpuint (stops[i].meeting->day, ==, days[i]);
      before = stops[i].meeting->day;
      for (guint m = 0; m < request->n_meetings; m++)
        spare += (truth->uses[i] & 1u << m) != 0 && request->meetings[m].day > before;
      g_assert_cmpuint (stops[i].spare, ==, spare);
    }
}

static void
test_brute_force (void)
{
  guint n_possible = 0, n_obstacles[VLG_PLAN_DECIDING_WRONG + 1] = { 0 };

  for (guint round = 0; round < ROUNDS; round++)
    {
      Puzzle puzzle;
      VlgPlanRequest *request = &puzzle.request;
      g_autoptr (VlgPlan) plan = NULL;
      Truth truth = { 0 };
      guint chosen[MAX_STEPS];

      make_puzzle (&puzzle);
      try_all (request, 0, request->after, chosen, &truth);
      plan = vlg_plan_compute (request);

      g_assert_cmpint (plan->obstacle == VLG_PLAN_POSSIBLE, ==, truth.n_plans > 0);
      n_obstacles[plan->obstacle]++;
      if (truth.n_plans == 0)
        continue;

      n_possible++;
      check_variant (request, plan->safest, truth.earliest, &truth);
      check_variant (request, plan->latest, truth.latest, &truth);
    }

  /* The puzzles are neither all easy nor all hopeless. */
  g_assert_cmpuint (n_possible, >, ROUNDS / 20);
  for (guint i = 0; i < G_N_ELEMENTS (n_obstacles); i++)
    g_assert_cmpuint (n_obstacles[i], >, 0);
}

/* The step that is named is the one at which every beginning of a plan ends. */
static void
test_brute_force_step (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      Puzzle puzzle;
      VlgPlanRequest *request = &puzzle.request;
      g_autoptr (VlgPlan) plan = NULL;
      Truth truth = { 0 };
      guint chosen[MAX_STEPS];

      make_puzzle (&puzzle);
      request->deciding = NULL;
      try_all (request, 0, request->after, chosen, &truth);
      plan = vlg_plan_compute (request);
      if (plan->obstacle != VLG_PLAN_POSSIBLE)
        g_assert_cmpuint (plan->step, ==, truth.deepest);
    }
}

/* Two meetings of a body on one day are one choice: the results do not depend on the order of the input. */
static void
test_order (void)
{
  for (guint round = 0; round < 500; round++)
    {
      Puzzle puzzle;
      g_autoptr (VlgPlan) plan = NULL;
      g_autoptr (VlgPlan) again = NULL;
      VlgPlanMeeting turned[MAX_MEETINGS];
      VlgPlanRequest request;

      make_puzzle (&puzzle);
      request = puzzle.request;
      for (guint i = 0; i < request.n_meetings; i++)
        turned[i] = puzzle.meetings[request.n_meetings - 1 - i];
      request.meetings = turned;
      plan = vlg_plan_compute (&puzzle.request);
      again = vlg_plan_compute (&request);
      g_assert_cmpint (plan->obstacle, ==, again->obstacle);
      g_assert_cmpuint (plan->step, ==, again->step);
      for (guint i = 0; plan->safest != NULL && i < plan->n_steps; i++)
        {
          g_assert_cmpstr (plan->safest[i].meeting->uid, ==, again->safest[i].meeting->uid);
          g_assert_cmpstr (plan->latest[i].meeting->uid, ==, again->latest[i].meeting->uid);
        }
    }
}

static void
test_cancel (void)
{
  const char * const first[] = { "s1", "c1", "m1", "k1" };
  const char * const second[] = { "s1", "c1", "m2", "k2" };
  const char * const open[] = { "s1", NULL, "m1", NULL };
  const VlgPlanJourney journeys[] = {
    { "one", way, first, 4 }, { "two", way, second, 4 }, { "three", way, open, 4 },
  };
  static const struct { const char *motion; guint step; const char *from, *to; int days; gboolean decides; } expected[] = {
    { "one", 1, "c1", "c2", 14, FALSE }, { "one", 2, "m1", "m2", 30, FALSE }, { "one", 3, "k1", "k2", 30, TRUE },
    { "two", 1, "c1", "c2", 14, FALSE },
  };
  g_autoptr (GPtrArray) slips = vlg_plan_cancel (year, G_N_ELEMENTS (year), 108, 1, "c1", journeys, G_N_ELEMENTS (journeys));
  g_autoptr (GPtrArray) late = vlg_plan_cancel (year, G_N_ELEMENTS (year), 141, 1, "m2", journeys, G_N_ELEMENTS (journeys));
  g_autoptr (GPtrArray) nothing = vlg_plan_cancel (year, G_N_ELEMENTS (year), 100, 1, "k3", journeys, G_N_ELEMENTS (journeys));

  g_assert_cmpuint (slips->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < slips->len; i++)
    {
      VlgPlanSlip *slip = g_ptr_array_index (slips, i);

      g_assert_cmpstr (slip->motion_uid, ==, expected[i].motion);
      g_assert_cmpuint (slip->step, ==, expected[i].step);
      g_assert_cmpstr (slip->from->uid, ==, expected[i].from);
      g_assert_cmpstr (slip->to->uid, ==, expected[i].to);
      g_assert_cmpint (slip->days, ==, expected[i].days);
      g_assert_cmpint (slip->decides, ==, expected[i].decides);
    }

  /* No meeting is left: the decision slips without an end. */
  g_assert_cmpuint (late->len, ==, 2);
  g_assert_null (((VlgPlanSlip *) g_ptr_array_index (late, 0))->to);
  g_assert_null (((VlgPlanSlip *) g_ptr_array_index (late, 1))->to);
  g_assert_cmpuint (nothing->len, ==, 0);
}

/* The least delay of each step over all ways to go on: none before its planned meeting, in order, papers open where it moves; G_MAXUINT for no way. */
static void
try_journeys (const VlgPlanRequest *request,
              const VlgPlanMeeting * const *planned,
              guint                 step,
              VlgDay                before,
              const char           *cancelled,
              VlgDay               *days,
              VlgDay               *least)
{
  if (step == request->n_steps)
    {
      for (guint i = 0; i < step; i++)
        least[i] = MIN (least[i], days[i]);
      return;
    }

  for (guint i = 0; i < request->n_meetings; i++)
    {
      const VlgPlanMeeting *meeting = &request->meetings[i];

      if (g_strcmp0 (meeting->uid, cancelled) == 0 || meeting->day < planned[step]->day)
        continue;
      /* Where it stands, it stands, whatever its cut-off. */
      if (meeting != planned[step] && !fits (request, step, meeting, before))
        continue;
      if (before != VLG_DAY_NONE && meeting->day < before + MAX (request->gap, 1))
        continue;
      days[step] = meeting->day;
      try_journeys (request, planned, step + 1, meeting->day, cancelled, days, least);
    }
}

static void
test_cancel_brute_force (void)
{
  guint n_moved = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      Puzzle puzzle;
      VlgPlanRequest *request = &puzzle.request;
      g_autoptr (VlgPlan) plan = NULL;
      g_autoptr (GPtrArray) slips = NULL;
      const VlgPlanMeeting *planned[MAX_STEPS];
      const char *planned_uids[MAX_STEPS];
      VlgDay days[MAX_STEPS], least[MAX_STEPS];
      VlgPlanJourney journey = { "motion", puzzle.steps, planned_uids, 0 };
      const char *cancelled;
      gboolean possible;

      make_puzzle (&puzzle);
      request->deciding = NULL;
      request->after = VLG_DAY_NONE;
      plan = vlg_plan_compute (request);
      if (plan->obstacle != VLG_PLAN_POSSIBLE)
        continue;

      journey.n_steps = request->n_steps;
      for (guint i = 0; i < request->n_steps; i++)
        {
          planned[i] = plan->safest[i].meeting;
          planned_uids[i] = planned[i]->uid;
          least[i] = G_MAXUINT;
        }
      cancelled = planned_uids[g_test_rand_int_range (0, request->n_steps)];
      try_journeys (request, planned, 0, VLG_DAY_NONE, cancelled, days, least);
      possible = least[0] != G_MAXUINT;

      slips = vlg_plan_cancel (request->meetings, request->n_meetings, request->ready, request->gap, cancelled, &journey, 1);
      for (guint i = 0; i < request->n_steps; i++)
        days[i] = planned[i]->day;
      for (guint i = 0; i < slips->len; i++)
        {
          VlgPlanSlip *slip = g_ptr_array_index (slips, i);

          g_assert_true (slip->from == planned[slip->step]);
          days[slip->step] = slip->to != NULL ? slip->to->day : G_MAXUINT;
        }
      if (!possible)
        {
          g_assert_cmpuint (days[request->n_steps - 1], ==, G_MAXUINT);
          continue;
        }
      n_moved++;
      for (guint i = 0; i < request->n_steps; i++)
        g_assert_cmpuint (days[i], ==, least[i]);
    }
  g_assert_cmpuint (n_moved, >, ROUNDS / 50);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/planner/possible", test_possible);
  g_test_add_func ("/core/planner/impossible", test_impossible);
  g_test_add_func ("/core/planner/brute-force", test_brute_force);
  g_test_add_func ("/core/planner/brute-force-step", test_brute_force_step);
  g_test_add_func ("/core/planner/order", test_order);
  g_test_add_func ("/core/planner/cancel", test_cancel);
  g_test_add_func ("/core/planner/cancel-brute-force", test_cancel_brute_force);

  return g_test_run ();
}
