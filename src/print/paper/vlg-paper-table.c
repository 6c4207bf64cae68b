/* vlg-paper-table.c — the consultation sequence
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-builder.h"
#include "vlg-table.h"

enum { BODY, STATUS, DATE, IN_FAVOUR, AGAINST, ABSTENTIONS, CONFIRMATION, N_COLUMNS };

static const double widths[N_COLUMNS] = { 50, 20, 22, 12, 14, 21, 26 };

static char *
format_count (int count)
{
  return count == VLG_VOTES_ABSENT ? g_strdup ("") : g_strdup_printf ("%d", count);
}

static const char *
format_status (VlgPaperBuilder *self,
               VlgVisibility    visibility)
{
  switch (visibility)
    {
    case VLG_VISIBILITY_PUBLIC:
      return vlg_profile_get_heading (self->profile, VLG_HEADING_PUBLIC);
    case VLG_VISIBILITY_NON_PUBLIC:
      return vlg_profile_get_heading (self->profile, VLG_HEADING_NON_PUBLIC);
    case VLG_VISIBILITY_UNDECIDED:
    default:
      return "";
    }
}

static void
add_row (VlgPaperBuilder *self,
         VlgTable        *table,
         VlgConsultation *consultation)
{
  const VlgVotes *votes = vlg_consultation_get_votes (consultation);
  /* What a body did behind closed doors, and which it was, is not for publication. */
  gboolean hidden = (self->flags & VLG_PAPER_PUBLIC) != 0 && vlg_consultation_get_visibility (consultation) == VLG_VISIBILITY_NON_PUBLIC;
  g_autofree char *date = vlg_day_to_german (vlg_consultation_get_day (consultation));
  g_autofree char *in_favour = format_count (votes->in_favour);
  g_autofree char *against = format_count (votes->against);
  g_autofree char *abstentions = format_count (votes->abstentions);
  VlgCell cells[N_COLUMNS] = {
    [BODY] = { .text = hidden ? "" : vlg_consultation_get_body (consultation) },
    [STATUS] = { .text = format_status (self, vlg_consultation_get_visibility (consultation)) },
    [DATE] = { .text = date },
    [IN_FAVOUR] = { .text = hidden ? "" : in_favour, .centred = TRUE },
    [AGAINST] = { .text = hidden ? "" : against, .centred = TRUE },
    [ABSTENTIONS] = { .text = hidden ? "" : abstentions, .centred = TRUE },
    [CONFIRMATION] = { .text = hidden ? "" : vlg_consultation_get_confirmed_by (consultation) },
  };

  vlg_table_add_row (table, cells, TRUE);
}

void
vlg_paper_add_consultations (VlgPaperBuilder *self)
{
  GListModel *consultations = G_LIST_MODEL (vlg_motion_get_consultations (self->motion));
  VlgCell header[N_COLUMNS] = {
    [BODY] = { .text = vlg_profile_get_label (self->profile, VLG_FIELD_CONSULTATIONS) },
    [STATUS] = { .text = vlg_profile_get_heading (self->profile, VLG_HEADING_STATUS) },
    [DATE] = { .text = vlg_profile_get_heading (self->profile, VLG_HEADING_DATE) },
    [IN_FAVOUR] = { .text = vlg_profile_get_heading (self->profile, VLG_HEADING_IN_FAVOUR), .centred = TRUE },
    [AGAINST] = { .text = vlg_profile_get_heading (self->profile, VLG_HEADING_AGAINST), .centred = TRUE },
    [ABSTENTIONS] = { .text = vlg_profile_get_heading (self->profile, VLG_HEADING_ABSTENTIONS), .centred = TRUE },
    [CONFIRMATION] = { .text = vlg_profile_get_heading (self->profile, VLG_HEADING_CONFIRMATION) },
  };
  VlgTable table;

  /* Rows leave room for initials. */
  vlg_table_begin (&table, self->flow, VLG_NODE_DOCUMENT, widths, N_COLUMNS, VLG_MM (11));
  vlg_table_add_header (&table, header, 14);
  for (guint i = 0; i < g_list_model_get_n_items (consultations); i++)
    {
      g_autoptr (VlgConsultation) consultation = g_list_model_get_item (consultations, i);

      add_row (self, &table, consultation);
    }
}
