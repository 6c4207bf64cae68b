/* vlg-checks-votes.c — rules over votes and results
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-checks-private.h"

void
vlg_checks_votes_above_seats (VlgMotion  *motion,
                              VlgProfile *profile,
                              GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      const VlgVotes *votes = vlg_consultation_get_votes (row);
      VlgBody *body = vlg_checks_find_body (profile, row);
      int seats = body != NULL ? (int) vlg_body_get_seats (body) : 0;
      int sum = vlg_votes_sum (votes) + MAX (votes->excluded, 0);

      if (seats > 0 && sum > seats)
        vlg_checks_add (findings, "votes-above-seats", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                        g_strdup_printf (_("%s: %d votes were recorded, but the body has %d seats."),
                                         vlg_consultation_get_body (row), sum, seats),
                        _("Compare the votes with the minutes."));
    }
}

void
vlg_checks_votes_above_present (VlgMotion  *motion,
                                VlgProfile *profile,
                                GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      const VlgVotes *votes = vlg_consultation_get_votes (row);
      int sum = vlg_votes_sum (votes);

      if (votes->present != VLG_VOTES_ABSENT && sum > votes->present)
        vlg_checks_add (findings, "votes-above-present", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                        g_strdup_printf (_("%s: %d votes were recorded, but %d members were present."),
                                         vlg_consultation_get_body (row), sum, votes->present),
                        _("Compare the votes with the minutes."));
    }
}

void
vlg_checks_result_against_votes (VlgMotion  *motion,
                                 VlgProfile *profile,
                                 GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgResult result = vlg_consultation_get_result (row);
      VlgResult outcome = vlg_votes_outcome (vlg_consultation_get_votes (row));
      gboolean carried = result == VLG_RESULT_ADOPTED || result == VLG_RESULT_ADOPTED_WITH_CHANGES ||
                         result == VLG_RESULT_RECOMMENDED || result == VLG_RESULT_RECOMMENDED_WITH_CHANGES;

      if ((carried && outcome == VLG_RESULT_REJECTED) || (result == VLG_RESULT_REJECTED && outcome == VLG_RESULT_ADOPTED))
        vlg_checks_add (findings, "result-against-votes", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                        g_strdup_printf (_("%s: the result “%s” contradicts the votes."),
                                         vlg_consultation_get_body (row), vlg_result_get_label (result)),
                        _("Compare result and votes with the minutes; a tie is a rejection."));
    }
}
