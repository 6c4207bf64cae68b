/* vlg-calendar-kinds.c — the closed sets of words of the calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-kinds.h"

#include <glib/gi18n.h>

static const char * const meeting_state_labels[] = {
  [VLG_MEETING_STATE_PLANNED] = NC_("meeting", "Planned"),
  [VLG_MEETING_STATE_INVITED] = NC_("meeting", "Invited"),
  [VLG_MEETING_STATE_HELD] = NC_("meeting", "Held"),
  [VLG_MEETING_STATE_CANCELLED] = NC_("meeting", "Cancelled"),
};

static const char * const agenda_origin_labels[] = {
  [VLG_AGENDA_ORIGIN_REGULAR] = NC_("agenda item", "Regular"),
  [VLG_AGENDA_ORIGIN_ADDENDUM] = NC_("agenda item", "Addendum"),
  [VLG_AGENDA_ORIGIN_URGENT] = NC_("agenda item", "Urgent"),
};

static const char * const deadline_labels[] = {
  [VLG_DEADLINE_PAPERS] = N_("Deadline for papers"),
  [VLG_DEADLINE_INVITATION] = N_("Invitation"),
  [VLG_DEADLINE_NOTICE] = N_("Public notice"),
};

const char *
vlg_meeting_state_get_label (VlgMeetingState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (meeting_state_labels), "");

  return g_dpgettext2 (NULL, "meeting", meeting_state_labels[state]);
}

const char *
vlg_agenda_origin_get_label (VlgAgendaOrigin origin)
{
  g_return_val_if_fail ((guint) origin < G_N_ELEMENTS (agenda_origin_labels), "");

  return g_dpgettext2 (NULL, "agenda item", agenda_origin_labels[origin]);
}

const char *
vlg_deadline_get_label (VlgDeadlineKind deadline)
{
  g_return_val_if_fail ((guint) deadline < G_N_ELEMENTS (deadline_labels), "");

  return _(deadline_labels[deadline]);
}

gboolean
vlg_meeting_state_can_change (VlgMeetingState from,
                              VlgMeetingState to)
{
  switch (from)
    {
    case VLG_MEETING_STATE_PLANNED:
      return to == VLG_MEETING_STATE_INVITED || to == VLG_MEETING_STATE_HELD || to == VLG_MEETING_STATE_CANCELLED;
    case VLG_MEETING_STATE_INVITED:
      return to == VLG_MEETING_STATE_HELD || to == VLG_MEETING_STATE_CANCELLED;
    case VLG_MEETING_STATE_CANCELLED:
      return to == VLG_MEETING_STATE_PLANNED;
    case VLG_MEETING_STATE_HELD:
    default:
      return FALSE;
    }
}
