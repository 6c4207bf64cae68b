/* vlg-leitbild-bounds.c — the years there is something to count in
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-bounds.h"

/* A year that was mistyped would give the report two thousand columns: nothing older or later than this is looked for. Each walks its index up to the first hit. */
#define COUNTED "SELECT counted_on FROM motion WHERE trashed = 0 AND counted_on BETWEEN '1900-01-01' AND '2199-12-31' AND ((1 << state_rank) & ?) <> 0 ORDER BY counted_on "

static gboolean
find_year (VlgDb       *db,
           const char  *sql,
           guint        states,
           guint       *year,
           GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_int (row, 1, vlg_leitbild_query_states (states));
  vlg_day_get (vlg_day_today (), year, NULL, NULL);
  if (vlg_statement_step (row, &local_error))
    {
      VlgDay day = vlg_day_parse_iso (vlg_statement_get_text (row, 0));

      if (day != VLG_DAY_NONE)
        vlg_day_get (day, year, NULL, NULL);
      vlg_statement_reset (row);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

gboolean
vlg_leitbild_bounds_fill (VlgDb             *db,
                          VlgLeitbildQuery  *query,
                          GError           **error)
{
  guint first, last;

  g_return_val_if_fail (query != NULL, FALSE);

  if (query->from != VLG_DAY_NONE && query->to != VLG_DAY_NONE)
    return TRUE;
  if (!find_year (db, COUNTED "LIMIT 1", query->states, &first, error) || !find_year (db, COUNTED "DESC LIMIT 1", query->states, &last, error))
    return FALSE;

  if (query->from == VLG_DAY_NONE && query->to == VLG_DAY_NONE)
    {
      query->from = vlg_day_new (first, 1, 1);
      query->to = vlg_day_new (last, 12, 31);
    }
  else if (query->from == VLG_DAY_NONE)
    query->from = MIN (vlg_day_new (first, 1, 1), query->to);
  else
    query->to = MAX (vlg_day_new (last, 12, 31), query->from);

  return TRUE;
}
