/* vlg-goal-use.c — which fields and goals motions chose
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-goal-use.h"

#include "vlg-bind.h"

GPtrArray *
vlg_goal_use_list (VlgDb   *db,
                   GError **error)
{
  VlgStatement *row =
    vlg_db_prepare (db, "SELECT DISTINCT k.field, g.code FROM mark k LEFT JOIN mark_goal g ON g.mark_id = k.id ORDER BY k.field, g.code", error);
  g_autoptr (GPtrArray) used = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) goals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  VlgMark *mark = NULL;

  if (row == NULL)
    return NULL;
  while (vlg_statement_step (row, &local_error))
    {
      const char *field = vlg_statement_get_text (row, 0);

      if (mark == NULL || !g_str_equal (vlg_mark_get_field (mark), field))
        {
          mark = vlg_mark_new (field);
          g_ptr_array_add (used, mark);
          g_ptr_array_set_size (goals, 0);
        }
      if (vlg_statement_is_null (row, 1))
        continue;
      g_ptr_array_add (goals, g_strdup (vlg_statement_get_text (row, 1)));
      g_ptr_array_add (goals, NULL);
      vlg_mark_set_goals (mark, (const char *const *) goals->pdata);
      g_ptr_array_set_size (goals, goals->len - 1);
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&used);
}

gboolean
vlg_goal_use_recount (VlgDb   *db,
                      GError **error)
{
  VlgStatement *statement = vlg_db_prepare (db,
    "UPDATE motion SET findings = NULL WHERE stage IN ('draft', 'returned') AND EXISTS (SELECT 1 FROM mark k WHERE k.motion_id = motion.id)", error);

  return statement != NULL && vlg_statement_execute (statement, error);
}
