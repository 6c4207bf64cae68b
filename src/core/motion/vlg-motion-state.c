/* vlg-motion-state.c — what a person reads as a motion's state, derived
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion.h"

static GListModel *
consultations_of (VlgMotion *self)
{
  return G_LIST_MODEL (vlg_motion_get_consultations (self));
}

/* The recorded result, or what the votes alone say: a tie is a rejection. */
static VlgResult
effective_result (VlgConsultation *consultation)
{
  VlgResult result = vlg_consultation_get_result (consultation);

  return result != VLG_RESULT_NONE ? result : vlg_votes_outcome (vlg_consultation_get_votes (consultation));
}

VlgConsultation *
vlg_motion_get_deciding (VlgMotion *self)
{
  VlgConsultation *deciding = NULL;
  GListModel *rows;
  guint n;

  g_return_val_if_fail (VLG_IS_MOTION (self), NULL);

  rows = consultations_of (self);
  n = g_list_model_get_n_items (rows);

  for (guint i = n; i-- > 0;)
    {
      /* Borrowed: the list keeps it. */
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);

      if (deciding == NULL)
        deciding = row;
      if (vlg_consultation_get_role (row) == VLG_ROLE_DECISION)
        return row;
    }

  return deciding;
}

/* FALSE as long as the deciding body has not spoken. */
static gboolean
get_decided_state (VlgMotion *self,
                   VlgState  *state)
{
  VlgConsultation *deciding = vlg_motion_get_deciding (self);
  VlgResult result = deciding ? effective_result (deciding) : VLG_RESULT_NONE;

  switch (result)
    {
      case VLG_RESULT_ADOPTED:
        *state = VLG_STATE_ADOPTED;
        return TRUE;
      case VLG_RESULT_ADOPTED_WITH_CHANGES:
        *state = VLG_STATE_ADOPTED_WITH_CHANGES;
        return TRUE;
      case VLG_RESULT_REJECTED:
        *state = VLG_STATE_REJECTED;
        return TRUE;
      case VLG_RESULT_NOTED:
        *state = VLG_STATE_NOTED;
        return TRUE;
      case VLG_RESULT_WITHDRAWN:
        *state = VLG_STATE_WITHDRAWN;
        return TRUE;
      case VLG_RESULT_NONE:
        /* "beschlossen im Stadtrat am" says so without a recorded vote. */
        *state = VLG_STATE_ADOPTED;
        return vlg_motion_get_decided_on (self) != VLG_DAY_NONE;
      case VLG_RESULT_RECOMMENDED:
      case VLG_RESULT_RECOMMENDED_WITH_CHANGES:
      case VLG_RESULT_POSTPONED:
      case VLG_RESULT_HELD_BACK:
      case VLG_RESULT_REFERRED:
      case VLG_RESULT_REMOVED:
      case VLG_RESULT_NOT_DEALT_WITH:
      default:
        return FALSE;
    }
}

static gboolean
is_in_consultation (VlgMotion *self)
{
  GListModel *rows = consultations_of (self);
  VlgDay today = vlg_day_today ();

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgDay day = vlg_consultation_get_day (row);

      if (effective_result (row) != VLG_RESULT_NONE || (day != VLG_DAY_NONE && day <= today))
        return TRUE;
    }

  return FALSE;
}

VlgState
vlg_motion_get_state (VlgMotion *self)
{
  VlgState state;

  g_return_val_if_fail (VLG_IS_MOTION (self), VLG_STATE_DRAFT);

  if (vlg_motion_get_stage (self) == VLG_STAGE_WITHDRAWN)
    return VLG_STATE_WITHDRAWN;
  if (get_decided_state (self, &state))
    return state;

  switch (vlg_motion_get_stage (self))
    {
      case VLG_STAGE_SUBMITTED:
        return VLG_STATE_SUBMITTED;
      case VLG_STAGE_RETURNED:
        return VLG_STATE_RETURNED;
      case VLG_STAGE_RELEASED:
        return is_in_consultation (self) ? VLG_STATE_IN_CONSULTATION : VLG_STATE_RELEASED;
      case VLG_STAGE_DRAFT:
      case VLG_STAGE_WITHDRAWN:
      default:
        return VLG_STATE_DRAFT;
    }
}

VlgDay
vlg_motion_get_next_day (VlgMotion *self)
{
  GListModel *rows;
  VlgState state;

  g_return_val_if_fail (VLG_IS_MOTION (self), VLG_DAY_NONE);

  if (vlg_motion_get_stage (self) == VLG_STAGE_WITHDRAWN || get_decided_state (self, &state))
    return VLG_DAY_NONE;

  /* A row that was postponed has had its day; the body's next row carries the new one. */
  rows = consultations_of (self);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);

      if (effective_result (row) == VLG_RESULT_NONE && vlg_consultation_get_day (row) != VLG_DAY_NONE)
        return vlg_consultation_get_day (row);
    }

  return VLG_DAY_NONE;
}
