/* vlg-meeting-deeds.c — meetings moved and cancelled, consultations put elsewhere, and all that taken back
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-meeting-deeds.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-meeting-links.h"
#include "vlg-meetings.h"

VlgCalendarDeed *
vlg_meeting_deeds_move (VlgDb        *db,
                        const char   *uid,
                        gint64        revision,
                        VlgDay        day,
                        VlgWallTime   start,
                        VlgWallTime   end,
                        VlgActor     *actor,
                        GError      **error)
{
  g_autoptr (VlgMeeting) meeting = vlg_meetings_load (db, uid, error);
  VlgCalendarDeed *deed = NULL;

  if (meeting == NULL)
    return NULL;
  vlg_meeting_set_revision (meeting, revision);
  vlg_meeting_set_day (meeting, day);
  vlg_meeting_set_times (meeting, start, end);

  return vlg_meetings_save (db, meeting, FALSE, actor, &deed, error) ? deed : NULL;
}

/* The meeting @uid, where it takes place and is one of the body; VLG_ERROR_INVALID. Caller owns. */
static VlgMeeting *
load_target (VlgDb       *db,
             const char  *uid,
             const char  *body,
             const char  *body_uid,
             GError     **error)
{
  g_autoptr (VlgMeeting) target = vlg_meetings_load (db, uid, error);

  if (target == NULL)
    return NULL;
  if (!vlg_meetings_same_body (vlg_meeting_get_body (target), vlg_meeting_get_body_uid (target), body, body_uid))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("This is a meeting of “%s”, and what is to be dealt with belongs before “%s”."), vlg_meeting_get_body (target), body);
      return NULL;
    }
  if (!vlg_meeting_takes_place (target))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("This meeting of “%s” is cancelled."), vlg_meeting_get_body (target));
      return NULL;
    }

  return g_steal_pointer (&target);
}

VlgCalendarDeed *
vlg_meeting_deeds_cancel (VlgDb         *db,
                          const char    *uid,
                          gint64         revision,
                          VlgCancelWay   way,
                          const char    *to_meeting,
                          VlgActor      *actor,
                          GError       **error)
{
  g_autoptr (VlgMeeting) meeting = vlg_meetings_load (db, uid, error);
  g_autoptr (VlgMeeting) target = NULL;
  g_autoptr (VlgCalendarDeed) deed = NULL;

  g_return_val_if_fail (way != VLG_CANCEL_TO_MEETING || to_meeting != NULL, NULL);

  if (meeting == NULL)
    return NULL;
  vlg_meeting_set_revision (meeting, revision);
  vlg_meeting_set_state (meeting, VLG_MEETING_STATE_CANCELLED);
  if (!vlg_meetings_save (db, meeting, FALSE, actor, &deed, error))
    return NULL;
  if (way == VLG_CANCEL_TO_MEETING)
    {
      target = load_target (db, to_meeting, vlg_meeting_get_body (meeting), vlg_meeting_get_body_uid (meeting), error);
      if (target == NULL)
        return NULL;
    }
  if (way != VLG_CANCEL_KEEP &&
      (!vlg_meeting_links_plan (db, uid, target != NULL ? to_meeting : NULL, target != NULL ? vlg_meeting_get_day (target) : VLG_DAY_NONE, deed->steps, error) ||
       !vlg_meeting_links_take (db, deed->steps, actor, error)))
    return NULL;

  return g_steal_pointer (&deed);
}

/* The body of a consultation; FALSE with @error. */
static gboolean
find_body (VlgDb       *db,
           const char  *uid,
           char       **body,
           char       **body_uid,
           GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT body, body_uid FROM consultation WHERE uid = ?", error);

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, uid);
  if (!vlg_statement_step (row, error))
    return FALSE;
  *body = g_strdup (vlg_statement_get_text (row, 0));
  *body_uid = g_strdup (vlg_statement_get_text (row, 1));
  vlg_statement_reset (row);

  return TRUE;
}

VlgCalendarDeed *
vlg_meeting_deeds_place (VlgDb       *db,
                         const char  *consultation_uid,
                         const char  *to_meeting,
                         VlgDay       day,
                         VlgActor    *actor,
                         GError     **error)
{
  g_autoptr (VlgCalendarDeed) deed = vlg_calendar_deed_new ();
  VlgCalendarStep *step = vlg_meeting_links_plan_one (db, consultation_uid, to_meeting, day, error);

  if (step == NULL)
    return NULL;
  g_ptr_array_add (deed->steps, step);
  if (to_meeting != NULL)
    {
      g_autofree char *body = NULL;
      g_autofree char *body_uid = NULL;
      g_autoptr (VlgMeeting) target = find_body (db, consultation_uid, &body, &body_uid, error) ? load_target (db, to_meeting, body, body_uid, error) : NULL;

      if (target == NULL)
        return NULL;
      step->to_day = vlg_meeting_get_day (target);
    }

  return vlg_meeting_links_take (db, deed->steps, actor, error) ? g_steal_pointer (&deed) : NULL;
}

/* Plans the way back of what still stands where @deed put it. */
static gboolean
plan_back (VlgDb            *db,
           VlgCalendarDeed  *deed,
           GPtrArray        *steps,
           GError          **error)
{
  for (guint i = 0; i < deed->steps->len; i++)
    {
      const VlgCalendarStep *step = deed->steps->pdata[i];
      g_autoptr (GError) local_error = NULL;
      g_autoptr (VlgCalendarStep) back = vlg_meeting_links_plan_one (db, step->consultation_uid, step->from_meeting, step->from_day, &local_error);

      if (back == NULL && !g_error_matches (local_error, VLG_ERROR, VLG_ERROR_NOT_FOUND) && !g_error_matches (local_error, VLG_ERROR, VLG_ERROR_FROZEN))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (back != NULL && back->from_day == step->to_day && g_strcmp0 (back->from_meeting, step->to_meeting) == 0)
        g_ptr_array_add (steps, g_steal_pointer (&back));
    }

  return TRUE;
}

/* A target that has left the day meanwhile, or the calendar, takes nobody back: the consultation returns to its day alone. */
static gboolean
check_targets (VlgDb      *db,
               GPtrArray  *steps,
               GError    **error)
{
  for (guint i = 0; i < steps->len; i++)
    {
      VlgCalendarStep *step = steps->pdata[i];
      g_autoptr (GError) local_error = NULL;
      g_autoptr (VlgMeeting) target = step->to_meeting != NULL ? vlg_meetings_load (db, step->to_meeting, &local_error) : NULL;

      if (local_error != NULL && !g_error_matches (local_error, VLG_ERROR, VLG_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (target == NULL || vlg_meeting_get_day (target) != step->to_day)
        g_clear_pointer (&step->to_meeting, g_free);
    }

  return TRUE;
}

/* A meeting that is new goes, one that went by that comes back; where it is about none, nothing. Caller owns what was done. */
static VlgCalendarDeed *
undo_existence (VlgDb            *db,
                VlgCalendarDeed  *deed,
                VlgActor         *actor,
                GError          **error)
{
  g_autoptr (VlgCalendarDeed) done = vlg_calendar_deed_new ();
  VlgMeeting *meeting = deed->before != NULL ? deed->before : deed->after;
  g_autoptr (VlgMeeting) changed = meeting != NULL ? vlg_meeting_copy (meeting) : NULL;

  if (changed != NULL && !vlg_meetings_set_trashed (db, changed, deed->after != NULL, actor, error))
    return NULL;
  if (deed->after != NULL)
    done->before = g_steal_pointer (&changed);
  else
    done->after = g_steal_pointer (&changed);

  return g_steal_pointer (&done);
}

/* Takes the steps, and hands them over. */
static gboolean
take_steps (VlgDb      *db,
            GPtrArray  *steps,
            GPtrArray  *taken,
            VlgActor   *actor,
            GError    **error)
{
  if (!check_targets (db, steps, error) || !vlg_meeting_links_take (db, steps, actor, error))
    return FALSE;
  while (steps->len > 0)
    g_ptr_array_add (taken, g_ptr_array_steal_index (steps, 0));

  return TRUE;
}

VlgCalendarDeed *
vlg_meeting_deeds_undo (VlgDb            *db,
                        VlgCalendarDeed  *deed,
                        VlgActor         *actor,
                        GError          **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_step_free);
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_calendar_step_free);
  g_autoptr (VlgCalendarDeed) done = NULL;

  /* First, as moving the meeting back takes along what came to it since. */
  if (!plan_back (db, deed, steps, error))
    return NULL;
  if (deed->before == NULL || deed->after == NULL)
    {
      /* What was linked to a new meeting leaves it before it goes. */
      if (deed->after != NULL && !take_steps (db, steps, taken, actor, error))
        return NULL;
      done = undo_existence (db, deed, actor, error);
      if (done == NULL)
        return NULL;
    }
  else
    {
      g_autoptr (VlgMeeting) meeting = vlg_meeting_copy (deed->before);

      vlg_meeting_set_revision (meeting, vlg_meeting_get_revision (deed->after));
      if (!vlg_meetings_save (db, meeting, TRUE, actor, &done, error))
        return NULL;
    }
  /* What the meeting took along has its step. */
  for (guint i = 0; i < done->steps->len; i++)
    for (guint j = 0; j < steps->len;)
      if (g_str_equal (((VlgCalendarStep *) steps->pdata[j])->consultation_uid, ((VlgCalendarStep *) done->steps->pdata[i])->consultation_uid))
        g_ptr_array_remove_index (steps, j);
      else
        j++;
  if (!take_steps (db, steps, taken, actor, error))
    return NULL;
  while (taken->len > 0)
    g_ptr_array_add (done->steps, g_ptr_array_steal_index (taken, 0));

  return g_steal_pointer (&done);
}
