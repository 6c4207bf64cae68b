/* vlg-planner.h — which meetings a motion can take on its way to the decision
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day.h"
#include "vlg-wall-time.h"

G_BEGIN_DECLS

/* A meeting as the planner sees it. Strings are borrowed and must outlive the call and its results. */
typedef struct {
  const char *uid;
  const char *body_uid;
  VlgDay      day;
  VlgDay      cutoff; /* last day for papers; VLG_DAY_NONE: no term, until the day of the meeting */
} VlgPlanMeeting;

/* The steps still to go, in order; a body may stand in several. */
typedef struct {
  const char *body_uid;
} VlgPlanStep;

/**
 * VlgPlanRequest:
 * @steps: what is still to be consulted, the decision last; at least one
 * @meetings: the meetings that may be used, in any order; whoever asks leaves out cancelled and held ones
 * @ready: the day on which the paper can be handed in, as a rule today: no cut-off may lie before it
 * @after: the day of the last consultation that is over: all steps come later; VLG_DAY_NONE for none
 * @gap: how many days at least lie from one step to the next; 1 or 0: not on the same evening
 * @deciding: the meeting that is to decide; NULL for as soon as possible
 */
typedef struct {
  const VlgPlanStep    *steps;
  guint                 n_steps;
  const VlgPlanMeeting *meetings;
  guint                 n_meetings;
  VlgDay                ready;
  VlgDay                after;
  guint                 gap;
  const char           *deciding;
} VlgPlanRequest;

/* Why a step makes a plan impossible. */
typedef enum {
  VLG_PLAN_POSSIBLE,
  VLG_PLAN_NO_MEETING,      /* the body has no meeting after the step before it */
  VLG_PLAN_CUTOFF_MISSED,   /* it has, but for each of them (before the decision) papers are closed */
  VLG_PLAN_TOO_LATE,        /* its first possible meeting is not before the decision */
  VLG_PLAN_DECIDING_WRONG,  /* the meeting asked for is unknown, or that of another body */
} VlgPlanObstacle;

/* One step of a plan. */
typedef struct {
  const VlgPlanMeeting *meeting; /* borrowed from the request */
  VlgDay                cutoff;  /* last day for papers, that of the meeting where there is no term */
  guint                 spare;   /* how many later meetings of the body could still take this step without the decision being later */
} VlgPlanStop;

/**
 * VlgPlan:
 *
 * What can be done. Where it is possible, @latest and @safest have a stop for each step. Where not, @obstacle says why, @step which step it is, and
 * @meeting the meeting it is about (the one whose cut-off was missed last, or that comes too late), or NULL.
 */
typedef struct {
  VlgPlanObstacle       obstacle;
  guint                 step;
  const VlgPlanMeeting *meeting; /* borrowed from the request */
  VlgPlanStop          *latest;  /* owned; n_steps, or NULL */
  VlgPlanStop          *safest;  /* owned; n_steps, or NULL */
  guint                 n_steps;
} VlgPlan;

/**
 * vlg_plan_compute:
 *
 * Both variants end with the same decision. *Safest* takes every step as early as it can be, *latest* as late. They are optimal by construction:
 *
 * A plan is a meeting for each step, such that it is one of its body, papers can still be handed in (cut-off not before @ready), and its day is at least @gap days
 * after that of the step before. Whether a meeting can take a step depends only on the day of its neighbours, and an earlier day before (or a later one behind) never rules out
 * anything. So by induction from the front: of all plans, none has any step on an earlier day than the one that always takes the earliest meeting left; and from the
 * back, none has any step later than the one that always takes the latest. Therefore:
 *
 * - the earliest decision of all is that of the first, and if it finds no meeting for a step, no plan exists, and this is the first step at which every plan fails (that
 *   papers are closed for the deciding meeting is said before anything else);
 * - *latest* leaves every step, and so every cut-off, as much time as any plan can;
 * - *safest* has at every step as many meetings in reserve as any plan can: those of the body behind its own and not behind that of *latest*, each of
 *   which can take the step with the decision where it is.
 *
 * Returns: the plan; caller owns (vlg_plan_free())
 */
VlgPlan *vlg_plan_compute (const VlgPlanRequest *request);
void     vlg_plan_free    (VlgPlan *plan);

/* A motion on its way: the steps that still have no result, and the meeting each is planned for (its uid; NULL for none yet). */
typedef struct {
  const char         *motion_uid;
  const VlgPlanStep  *steps;
  const char * const *planned;
  guint               n_steps;
} VlgPlanJourney;

/* A step that has to move. */
typedef struct {
  const char           *motion_uid; /* borrowed from the journey */
  guint                 step;
  gboolean              decides;    /* the last step of its journey */
  const VlgPlanMeeting *from;       /* borrowed */
  const VlgPlanMeeting *to;         /* borrowed; NULL where no meeting is left */
  int                   days;       /* how much later; 0 where none is left */
} VlgPlanSlip;

/**
 * vlg_plan_cancel:
 * @meetings: those that take place, the one in question among them
 * @ready: the day from which papers can be handed in for another meeting, as a rule today
 * @gap: as for VlgPlanRequest
 * @cancelled: uid of the meeting that would be cancelled
 * @journeys: motions
 *
 * What slips if a meeting is cancelled: a step planned for it takes the next meeting of its body for which papers can still be handed in, and steps behind it move only as
 * far as they must to stay behind it. No plan that moves nothing forward has less delay at any step (see vlg_plan_compute(): earliest, with the planned days as
 * lower bounds). Where no meeting is left, the steps behind it that are planned slip without an end, too. A step without a meeting is passed over.
 *
 * Returns: (element-type VlgPlanSlip): in the order of the journeys and their steps; caller owns
 */
GPtrArray *vlg_plan_cancel (const VlgPlanMeeting *meetings, guint n_meetings, VlgDay ready, guint gap, const char *cancelled,
                            const VlgPlanJourney *journeys, guint n_journeys);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgPlan, vlg_plan_free)

G_END_DECLS
