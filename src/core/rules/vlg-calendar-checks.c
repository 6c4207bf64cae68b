/* vlg-calendar-checks.c — the rules that look at a motion's way through the calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-checks.h"

#include <glib/gi18n.h>

#include "vlg-checks-private.h"
#include "vlg-meeting.h"

/* A body the profile makes obligatory for this kind of motion stands nowhere in the sequence; a setting of the office (see VlgBodyCalendar). */
static void
check_mandatory_bodies (VlgMotion  *motion,
                        VlgProfile *profile,
                        GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  GListModel *bodies = vlg_profile_get_bodies (profile);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr (VlgBody) body = g_list_model_get_item (bodies, i);
      VlgBodyCalendar *calendar = vlg_body_get_calendar (body);
      gboolean stands = FALSE;

      if (calendar == NULL || !vlg_body_calendar_is_mandatory_for (calendar, vlg_motion_get_kind (motion)))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (rows); j++)
        {
          g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, j);

          stands = stands || vlg_checks_find_body (profile, row) == body;
        }
      if (!stands)
        vlg_checks_add (findings, "mandatory-body-missing", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, -1,
                        g_strdup_printf (_("%s must be consulted on a motion of this kind, and is not in the sequence."), vlg_body_get_name (body)),
                        _("Add the body to the consultation sequence."));
    }
}

/* What the calendar knows of a body on a day. */
typedef struct {
  VlgMeeting *standing;  /* owned; one that takes place */
  VlgMeeting *cancelled; /* owned; one that does not */
  gboolean    any;       /* whether it has any meeting at all */
} Found;

static void
found_clear (Found *found)
{
  g_clear_object (&found->standing);
  g_clear_object (&found->cancelled);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static void
find_meetings (GListModel *meetings,
               VlgBody    *body,
               VlgDay      day,
               Found      *found)
{
  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (VlgMeeting) meeting = g_list_model_get_item (meetings, i);

      if (g_strcmp0 (vlg_meeting_get_body_uid (meeting), vlg_body_get_uid (body)) != 0)
        continue;

      found->any = TRUE;
      if (vlg_meeting_get_day (meeting) == day)
        g_set_object (vlg_meeting_takes_place (meeting) ? &found->standing : &found->cancelled, meeting);
    }
}

/* The body's own calendar: a date is a meeting of the body, or should be. Where nothing has been entered for the body yet, nothing can be said. */
static void
check_meeting (VlgConsultation *row,
               guint            index,
               const Found     *found,
               GPtrArray       *findings)
{
  g_autofree char *date = vlg_day_to_display (vlg_consultation_get_day (row));

  if (found->standing != NULL)
    return;

  if (found->cancelled != NULL)
    vlg_checks_add (findings, "meeting-cancelled", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, (int) index,
                    g_strdup_printf (_("The meeting of %s on %s is cancelled."), vlg_consultation_get_body (row), date),
                    _("Choose another meeting of the body."));
  else if (found->any)
    vlg_checks_add (findings, "meeting-missing", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, (int) index,
                    g_strdup_printf (_("%s has no meeting on %s."), vlg_consultation_get_body (row), date),
                    _("Choose a meeting of the body, or enter one on that day."));
}

/* The last day for papers, a setting of the body with its source (see VlgDeadlineTerm), is over before the motion is released. */
static void
check_deadline (VlgMotion       *motion,
                VlgProfile      *profile,
                VlgConsultation *row,
                guint            index,
                VlgBody         *body,
                VlgDay           today,
                GPtrArray       *findings)
{
  VlgDay day = vlg_consultation_get_day (row);
  VlgDay cutoff = vlg_body_compute_deadline (body, VLG_DEADLINE_PAPERS, day, vlg_profile_get_holiday_rule (profile));
  g_autofree char *last = NULL;
  g_autofree char *date = NULL;

  if (cutoff == VLG_DAY_NONE || today <= cutoff || day < today ||
      vlg_motion_get_stage (motion) == VLG_STAGE_RELEASED || vlg_motion_get_stage (motion) == VLG_STAGE_WITHDRAWN)
    return;

  last = vlg_day_to_display (cutoff);
  date = vlg_day_to_display (day);
  vlg_checks_add (findings, "deadline-missed", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, (int) index,
                  g_strdup_printf (_("%s: papers for %s were to be handed in until %s."), vlg_consultation_get_body (row), date, last),
                  _("Choose a later meeting, or ask for an addendum to the agenda."));
}

static void
check_rows (VlgMotion  *motion,
            VlgProfile *profile,
            GListModel *meetings,
            VlgDay      today,
            GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgBody *body = vlg_checks_find_body (profile, row);
      VlgDay day = vlg_consultation_get_day (row);
      g_auto (Found) found = { NULL, NULL, FALSE };

      if (body == NULL || day == VLG_DAY_NONE || vlg_consultation_get_result (row) != VLG_RESULT_NONE)
        continue;

      find_meetings (meetings, body, day, &found);
      check_meeting (row, i, &found, findings);
      check_deadline (motion, profile, row, i, body, today, findings);
    }
}

GPtrArray *
vlg_calendar_checks_run (VlgMotion  *motion,
                         VlgProfile *profile,
                         GListModel *meetings,
                         VlgDay      today)
{
  GPtrArray *findings;

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (meetings), NULL);

  findings = g_ptr_array_new_with_free_func (g_object_unref);
  check_mandatory_bodies (motion, profile, findings);
  check_rows (motion, profile, meetings, today, findings);

  return findings;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  return vlg_finding_get_row (*(VlgFinding **) a) - vlg_finding_get_row (*(VlgFinding **) b);
}

GPtrArray *
vlg_calendar_checks_run_all (VlgMotion  *motion,
                             VlgProfile *profile,
                             GListModel *meetings,
                             VlgDay      today)
{
  static const VlgCheckFunc of_the_sequence[] = {
    vlg_checks_deciding_body_not_last,
    vlg_checks_body_unknown,
    vlg_checks_dates_out_of_order,
    vlg_checks_date_on_holiday,
    vlg_checks_date_on_weekend,
    vlg_checks_same_evening_twice,
  };
  g_autoptr (GPtrArray) of_the_calendar = NULL;
  GPtrArray *findings;

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (meetings), NULL);

  findings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (of_the_sequence); i++)
    of_the_sequence[i] (motion, profile, findings);
  of_the_calendar = vlg_calendar_checks_run (motion, profile, meetings, today);
  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&of_the_calendar));
  /* Stable: g_qsort_with_data() merges. */
  g_ptr_array_sort_with_data (findings, compare_rows, NULL);

  return findings;
}
