/* vlg-leitbild-figures.c — the Leitbild counted
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-figures.h"

#include "vlg-bind.h"
#include "vlg-core-enums.h"

#define WANTED "m.trashed = 0 AND m.counted_on BETWEEN ? AND ? AND ((1 << m.state_rank) & ?) <> 0"
#define OF_BODY " AND EXISTS (SELECT 1 FROM consultation c WHERE c.motion_id = m.id AND c.body = ?)"

typedef void (*AddRow) (VlgLeitbildReport *report, VlgStatement *row);

/* The first groups in the order of its index. The second does not group: to sort a hundred thousand rows takes longer than to count them here. */
typedef struct {
  const char *select;
  const char *group;
  AddRow      add;
} Figure;

/* Of "2026-03-10", as vlg_bind_day() writes it: a day and its calendar are not asked for in every row. */
static void
read_month (VlgStatement *row,
            int           column,
            guint        *year,
            guint        *month)
{
  const char *day = vlg_statement_get_text (row, column);

  *year = 0;
  *month = 1;
  if (day == NULL || strspn (day, "0123456789-") != 10 || day[4] != '-')
    return;
  *year = (guint) g_ascii_digit_value (day[0]) * 1000 + (guint) g_ascii_digit_value (day[1]) * 100 + (guint) g_ascii_digit_value (day[2]) * 10 + (guint) g_ascii_digit_value (day[3]);
  *month = (guint) g_ascii_digit_value (day[5]) * 10 + (guint) g_ascii_digit_value (day[6]);
}

static guint
is_adopted (VlgStatement *row,
            int           column)
{
  gint64 state = vlg_statement_get_int (row, column);

  return state == VLG_STATE_ADOPTED || state == VLG_STATE_ADOPTED_WITH_CHANGES;
}

static void
add_motions (VlgLeitbildReport *report,
             VlgStatement      *row)
{
  guint n = (guint) vlg_statement_get_int (row, 3);
  guint year, month;

  read_month (row, 0, &year, &month);
  vlg_leitbild_report_add_motions (report, year, month, vlg_column_nick (row, 2, VLG_TYPE_RELEVANCE, VLG_RELEVANCE_UNDECIDED), n, is_adopted (row, 1) * n);
}

/* A mark comes once for each of its goals, or once without. */
static void
add_mark (VlgLeitbildReport *report,
          VlgStatement      *row)
{
  const char *field = vlg_statement_get_text (row, 2);
  gboolean has_goal = !vlg_statement_is_null (row, 4);
  guint year, month;

  read_month (row, 0, &year, &month);
  vlg_leitbild_report_add_mark (report, vlg_statement_get_int (row, 5), field, has_goal ? vlg_statement_get_text (row, 4) : NULL,
                                !has_goal || vlg_statement_get_int (row, 3) == 0, year, month, is_adopted (row, 1));
}

static const Figure figures[] = {
  { "SELECT m.counted_on, m.state_rank, m.relevance, count(*) FROM motion m WHERE " WANTED, " GROUP BY m.counted_on, m.state_rank, m.relevance", add_motions },
  { "SELECT m.counted_on, m.state_rank, k.field, g.position, g.code, m.id FROM motion m JOIN mark k ON k.motion_id = m.id LEFT JOIN mark_goal g ON g.mark_id = k.id "
    "WHERE " WANTED " AND m.relevance <> 'not-relevant' AND k.ticked = 1", "", add_mark },
};

static gboolean
count_figure (VlgDb                   *db,
              const Figure            *figure,
              const VlgLeitbildQuery  *query,
              VlgLeitbildReport       *report,
              GError                 **error)
{
  g_autofree char *sql = g_strconcat (figure->select, query->body != NULL ? OF_BODY : "", figure->group, NULL);
  VlgStatement *row = vlg_db_prepare (db, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  vlg_bind_day (row, 1, query->from);
  vlg_bind_day (row, 2, query->to);
  vlg_statement_bind_int (row, 3, vlg_leitbild_query_states (query->states));
  if (query->body != NULL)
    vlg_statement_bind_text (row, 4, query->body);
  while (vlg_statement_step (row, &local_error))
    figure->add (report, row);
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

VlgLeitbildReport *
vlg_leitbild_figures_count (VlgDb                   *db,
                            const VlgLeitbildQuery  *query,
                            VlgLeitbild             *leitbild,
                            GError                 **error)
{
  g_autoptr (VlgLeitbildReport) report = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  report = vlg_leitbild_report_new (query->from, query->to, query->step);
  if (leitbild != NULL)
    vlg_leitbild_report_follow (report, leitbild);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (!count_figure (db, &figures[i], query, report, error))
      return NULL;
  return g_steal_pointer (&report);
}
