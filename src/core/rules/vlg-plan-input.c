/* vlg-plan-input.c — what the planner is asked, taken from a motion and the calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-plan-input.h"

#include "vlg-checks-private.h"
#include "vlg-meeting.h"

GArray *
vlg_plan_input_dup_meetings (GListModel *meetings,
                             VlgProfile *profile)
{
  GArray *input;

  g_return_val_if_fail (G_IS_LIST_MODEL (meetings), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);

  input = g_array_new (FALSE, FALSE, sizeof (VlgPlanMeeting));
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (VlgMeeting) meeting = g_list_model_get_item (meetings, i);
      VlgBody *body = vlg_profile_find_body_by_uid (profile, vlg_meeting_get_body_uid (meeting));
      VlgMeetingState state = vlg_meeting_get_state (meeting);
      VlgPlanMeeting one = { vlg_meeting_get_uid (meeting), vlg_meeting_get_body_uid (meeting), vlg_meeting_get_day (meeting), VLG_DAY_NONE };

      if (body == NULL || one.day == VLG_DAY_NONE || (state != VLG_MEETING_STATE_PLANNED && state != VLG_MEETING_STATE_INVITED))
        continue;

      one.cutoff = vlg_body_compute_deadline (body, VLG_DEADLINE_PAPERS, one.day, vlg_profile_get_holiday_rule (profile));
      g_array_append_val (input, one);
    }

  return input;
}

GArray *
vlg_plan_input_dup_steps (VlgMotion   *motion,
                          VlgProfile  *profile,
                          GArray     **rows,
                          VlgDay      *after)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  GListModel *sequence;
  GArray *steps;
  int deciding;

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (after != NULL, NULL);

  *after = VLG_DAY_NONE;
  steps = g_array_new (FALSE, FALSE, sizeof (VlgPlanStep));
  sequence = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  deciding = vlg_checks_find_deciding (motion, profile);
  for (guint i = 0; i < g_list_model_get_n_items (sequence) && (deciding < 0 || (int) i <= deciding); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (sequence, i);
      VlgBody *body = vlg_checks_find_body (profile, row);
      VlgPlanStep step = { body != NULL ? vlg_body_get_uid (body) : "" };

      if (vlg_consultation_get_result (row) != VLG_RESULT_NONE)
        {
          *after = MAX (*after, vlg_consultation_get_day (row));
          continue;
        }
      g_array_append_val (steps, step);
      g_array_append_val (indices, i);
    }
  if (rows != NULL)
    *rows = g_steal_pointer (&indices);

  return steps;
}
