/* vlg-planner.c — which meetings a motion can take on its way to the decision
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-planner.h"

#include <string.h>

/* The meetings sorted once: by body, then day, then uid, so that the next or last of a body is found by bisection. */
typedef struct {
  const VlgPlanMeeting **sorted; /* owned; of borrowed meetings */
  guint                  n;
} Index;

static int
compare_meetings (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const VlgPlanMeeting *x = *(const VlgPlanMeeting **) a;
  const VlgPlanMeeting *y = *(const VlgPlanMeeting **) b;
  int order = g_strcmp0 (x->body_uid, y->body_uid);

  if (order == 0)
    order = (x->day > y->day) - (x->day < y->day);

  return order != 0 ? order : g_strcmp0 (x->uid, y->uid);
}

static void
index_init (Index                *self,
            const VlgPlanMeeting *meetings,
            guint                 n_meetings)
{
  self->n = 0;
  self->sorted = g_new (const VlgPlanMeeting *, n_meetings + 1);
  for (guint i = 0; i < n_meetings; i++)
    if (meetings[i].day != VLG_DAY_NONE)
      self->sorted[self->n++] = &meetings[i];
  g_qsort_with_data (self->sorted, (int) self->n, sizeof *self->sorted, compare_meetings, NULL);
}

static void
index_clear (Index *self)
{
  g_free (self->sorted);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Index, index_clear)

static VlgDay
cutoff_of (const VlgPlanMeeting *meeting)
{
  return meeting->cutoff != VLG_DAY_NONE ? meeting->cutoff : meeting->day;
}

/* The first place whose meeting is one of @body_uid on @day or later, or of a body behind it. */
static guint
index_find (const Index *self,
            const char  *body_uid,
            VlgDay       day)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = g_strcmp0 (self->sorted[middle]->body_uid, body_uid);

      if (order < 0 || (order == 0 && self->sorted[middle]->day < day))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The earliest meeting of the body on @from or later that papers can still be handed in for. */
static const VlgPlanMeeting *
find_earliest (const Index *self,
               const char  *body_uid,
               VlgDay       from,
               VlgDay       ready)
{
  for (guint i = index_find (self, body_uid, from); i < self->n && g_strcmp0 (self->sorted[i]->body_uid, body_uid) == 0; i++)
    if (cutoff_of (self->sorted[i]) >= ready)
      return self->sorted[i];

  return NULL;
}

/* The latest one on @to or earlier. */
static const VlgPlanMeeting *
find_latest (const Index *self,
             const char  *body_uid,
             VlgDay       to,
             VlgDay       ready)
{
  for (guint i = index_find (self, body_uid, to + 1); i > 0 && g_strcmp0 (self->sorted[i - 1]->body_uid, body_uid) == 0; i--)
    if (cutoff_of (self->sorted[i - 1]) >= ready)
      return self->sorted[i - 1];

  return NULL;
}

static guint
gap_of (guint gap)
{
  return MAX (gap, 1);
}

static VlgPlan *
fail (VlgPlan              *plan,
      VlgPlanObstacle       obstacle,
      guint                 step,
      const VlgPlanMeeting *meeting)
{
  plan->obstacle = obstacle;
  plan->step = step;
  plan->meeting = meeting;

  return plan;
}

/* Why @step finds no meeting on @from or later, and before @until where that is given: the body has none, or papers are closed for all of them. */
static VlgPlan *
fail_without_meeting (VlgPlan     *plan,
                      const Index *index,
                      const char  *body_uid,
                      guint        step,
                      VlgDay       from,
                      VlgDay       until)
{
  const VlgPlanMeeting *closed = NULL;

  for (guint i = index_find (index, body_uid, from); i < index->n && g_strcmp0 (index->sorted[i]->body_uid, body_uid) == 0; i++)
    if (until == VLG_DAY_NONE || index->sorted[i]->day < until)
      closed = index->sorted[i];

  return fail (plan, closed != NULL ? VLG_PLAN_CUTOFF_MISSED : VLG_PLAN_NO_MEETING, step, closed);
}

/* Fills @safest from the front; @deciding NULL where any meeting may decide. */
static gboolean
go_forward (const VlgPlanRequest *request,
            const Index          *index,
            const VlgPlanMeeting *deciding,
            VlgPlan              *plan)
{
  VlgDay from = request->after != VLG_DAY_NONE ? request->after + gap_of (request->gap) : 1;
  VlgDay until = deciding != NULL ? deciding->day - MIN (gap_of (request->gap), deciding->day) + 1 : VLG_DAY_NONE;
  guint last = request->n_steps - 1;

  for (guint i = 0; i <= last; i++)
    {
      const char *body = request->steps[i].body_uid;
      const VlgPlanMeeting *meeting = NULL;

      if (i < last || deciding == NULL)
        {
          meeting = find_earliest (index, body, from, request->ready);
          if (meeting == NULL)
            {
              fail_without_meeting (plan, index, body, i, from, until);
              return FALSE;
            }
          if (until != VLG_DAY_NONE && meeting->day >= until)
            {
              /* Unless one would have done that papers are closed for. */
              fail_without_meeting (plan, index, body, i, from, until);
              if (plan->obstacle == VLG_PLAN_NO_MEETING)
                fail (plan, VLG_PLAN_TOO_LATE, i, meeting);
              return FALSE;
            }
        }
      else if (deciding->day < from)
        {
          fail (plan, VLG_PLAN_TOO_LATE, i, deciding);
          return FALSE;
        }
      else
        meeting = deciding;

      plan->safest[i].meeting = meeting;
      from = meeting->day + gap_of (request->gap);
    }

  return TRUE;
}

/* Fills @latest from the back, where @safest has shown that there is a plan. */
static void
go_backward (const VlgPlanRequest *request,
             const Index          *index,
             VlgPlan              *plan)
{
  guint last = request->n_steps - 1;

  plan->latest[last].meeting = plan->safest[last].meeting;
  for (guint i = last; i > 0; i--)
    {
      VlgDay to = plan->latest[i].meeting->day - gap_of (request->gap);

      plan->latest[i - 1].meeting = find_latest (index, request->steps[i - 1].body_uid, to, request->ready);
      g_assert (plan->latest[i - 1].meeting != NULL);
    }
}

/* The meetings behind @stop that could take its step: up to the one the latest plan takes. */
static void
count_spare (const VlgPlanRequest *request,
             const Index          *index,
             VlgPlanStop          *stop,
             const VlgPlanStop    *latest)
{
  stop->cutoff = cutoff_of (stop->meeting);
  stop->spare = 0;
  for (guint i = index_find (index, stop->meeting->body_uid, stop->meeting->day + 1);
       i < index->n && g_strcmp0 (index->sorted[i]->body_uid, stop->meeting->body_uid) == 0 &&
       index->sorted[i]->day <= latest->meeting->day;
       i++)
    stop->spare += cutoff_of (index->sorted[i]) >= request->ready;
}

static const VlgPlanMeeting *
find_by_uid (const VlgPlanMeeting *meetings,
             guint                 n_meetings,
             const char           *uid)
{
  for (guint i = 0; i < n_meetings; i++)
    if (g_strcmp0 (meetings[i].uid, uid) == 0)
      return &meetings[i];

  return NULL;
}

VlgPlan *
vlg_plan_compute (const VlgPlanRequest *request)
{
  g_auto (Index) index = { NULL, 0 };
  const VlgPlanMeeting *deciding = NULL;
  VlgPlan *plan;

  g_return_val_if_fail (request != NULL && request->n_steps > 0, NULL);

  plan = g_new0 (VlgPlan, 1);
  plan->n_steps = request->n_steps;
  index_init (&index, request->meetings, request->n_meetings);

  if (request->deciding != NULL)
    {
      deciding = find_by_uid (request->meetings, request->n_meetings, request->deciding);
      if (deciding == NULL || deciding->day == VLG_DAY_NONE ||
          g_strcmp0 (deciding->body_uid, request->steps[request->n_steps - 1].body_uid) != 0)
        return fail (plan, VLG_PLAN_DECIDING_WRONG, request->n_steps - 1, deciding);
      /* Whatever the way to it. */
      if (cutoff_of (deciding) < request->ready)
        return fail (plan, VLG_PLAN_CUTOFF_MISSED, request->n_steps - 1, deciding);
    }

  plan->safest = g_new0 (VlgPlanStop, request->n_steps);
  plan->latest = g_new0 (VlgPlanStop, request->n_steps);
  if (!go_forward (request, &index, deciding, plan))
    {
      g_clear_pointer (&plan->safest, g_free);
      g_clear_pointer (&plan->latest, g_free);
      return plan;
    }

  go_backward (request, &index, plan);
  for (guint i = 0; i < request->n_steps; i++)
    {
      count_spare (request, &index, &plan->safest[i], &plan->latest[i]);
      count_spare (request, &index, &plan->latest[i], &plan->latest[i]);
    }

  return plan;
}

void
vlg_plan_free (VlgPlan *plan)
{
  g_return_if_fail (plan != NULL);

  g_free (plan->latest);
  g_free (plan->safest);
  g_free (plan);
}

static void
add_slip (GPtrArray            *slips,
          const VlgPlanJourney *journey,
          guint                 step,
          const VlgPlanMeeting *from,
          const VlgPlanMeeting *to)
{
  VlgPlanSlip *slip = g_new0 (VlgPlanSlip, 1);

  slip->motion_uid = journey->motion_uid;
  slip->step = step;
  slip->decides = step == journey->n_steps - 1;
  slip->from = from;
  slip->to = to;
  slip->days = to != NULL ? (int) (to->day - from->day) : 0;
  g_ptr_array_add (slips, slip);
}

static void
move_journey (const VlgPlanJourney *journey,
              const Index          *index,
              GHashTable           *by_uid,
              VlgDay                ready,
              guint                 gap,
              const char           *cancelled,
              GPtrArray            *slips)
{
  gboolean moved = FALSE; /* whether a step before has */
  gboolean stuck = FALSE; /* whether one before has found none */
  VlgDay earliest = 1;

  for (guint i = 0; i < journey->n_steps; i++)
    {
      const VlgPlanMeeting *from = journey->planned[i] != NULL ? g_hash_table_lookup (by_uid, journey->planned[i]) : NULL;
      const VlgPlanMeeting *to = from;

      if (from == NULL || from->day == VLG_DAY_NONE)
        continue;

      if (stuck)
        to = NULL;
      else if (g_strcmp0 (from->uid, cancelled) == 0 || (moved && from->day < earliest))
        to = find_earliest (index, journey->steps[i].body_uid, MAX (from->day, earliest), ready);

      if (to != from)
        {
          add_slip (slips, journey, i, from, to);
          moved = TRUE;
          stuck = to == NULL;
        }
      if (to != NULL)
        earliest = to->day + gap_of (gap);
    }
}

GPtrArray *
vlg_plan_cancel (const VlgPlanMeeting *meetings,
                 guint                 n_meetings,
                 VlgDay                ready,
                 guint                 gap,
                 const char           *cancelled,
                 const VlgPlanJourney *journeys,
                 guint                 n_journeys)
{
  g_autoptr (GHashTable) by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (Index) index = { NULL, 0 };
  GPtrArray *slips = g_ptr_array_new_with_free_func (g_free);
  guint n_left = 0;

  g_return_val_if_fail (cancelled != NULL, slips);

  for (guint i = 0; i < n_meetings; i++)
    g_hash_table_insert (by_uid, (char *) meetings[i].uid, (gpointer) &meetings[i]);

  index_init (&index, meetings, n_meetings);
  for (guint i = 0; i < index.n; i++)
    if (g_strcmp0 (index.sorted[i]->uid, cancelled) != 0)
      index.sorted[n_left++] = index.sorted[i];
  index.n = n_left;

  for (guint i = 0; i < n_journeys; i++)
    move_journey (&journeys[i], &index, by_uid, ready, gap, cancelled, slips);

  return slips;
}
