/* vlg-similar.c — motions with similar words and what they chose in the Leitbild
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-similar.h"

#include "vlg-bind.h"
#include "vlg-core-enums.h"
#include "vlg-search.h"

static gboolean
is_decided (gint64     id,
            gpointer   data,
            GError   **error)
{
  const struct { VlgDb *db; const char *uid; } *wanted = data;
  VlgStatement *row = vlg_db_prepare (wanted->db, "SELECT relevance, uid FROM motion WHERE id = ? AND trashed = 0", error);
  gboolean decided;

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_int (row, 1, id);
  decided = vlg_statement_step (row, error) && vlg_column_nick (row, 0, VLG_TYPE_RELEVANCE, VLG_RELEVANCE_UNDECIDED) != VLG_RELEVANCE_UNDECIDED &&
            g_strcmp0 (vlg_statement_get_text (row, 1), wanted->uid) != 0;
  vlg_statement_reset (row);
  return decided;
}

/* A mark a row, its goals in rows that follow each other. */
static gboolean
load_marks (VlgDb             *db,
            gint64             id,
            VlgSimilarMotion  *motion,
            GError           **error)
{
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT k.field, k.ticked, g.code FROM mark k LEFT JOIN mark_goal g ON g.mark_id = k.id WHERE k.motion_id = ? ORDER BY k.position, g.position", error);
  g_autoptr (GPtrArray) goals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  VlgMark *mark = NULL;

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_int (row, 1, id);
  while (vlg_statement_step (row, &local_error))
    {
      const char *field = vlg_statement_get_text (row, 0);

      if (mark == NULL || !g_str_equal (vlg_mark_get_field (mark), field))
        {
          mark = vlg_mark_new (field);
          vlg_mark_set_ticked (mark, vlg_statement_get_int (row, 1) != 0);
          g_ptr_array_add (motion->marks, mark);
          g_ptr_array_set_size (goals, 0);
        }
      if (vlg_statement_is_null (row, 2))
        continue;
      g_ptr_array_add (goals, g_strdup (vlg_statement_get_text (row, 2)));
      g_ptr_array_add (goals, NULL);
      vlg_mark_set_goals (mark, (const char *const *) goals->pdata);
      g_ptr_array_set_size (goals, goals->len - 1);
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static VlgSimilarMotion *
load_motion (VlgDb   *db,
             gint64   id,
             GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT uid, number, title, relevance FROM motion WHERE id = ?", error);
  VlgSimilarMotion *motion;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_int (row, 1, id);
  if (!vlg_statement_step (row, error))
    return NULL;
  motion = vlg_similar_motion_new (vlg_statement_get_text (row, 0), vlg_statement_get_text (row, 1), vlg_statement_get_text (row, 2),
                                   vlg_column_nick (row, 3, VLG_TYPE_RELEVANCE, VLG_RELEVANCE_UNDECIDED));
  vlg_statement_reset (row);
  if (!load_marks (db, id, motion, error))
    g_clear_pointer (&motion, vlg_similar_motion_free);
  return motion;
}

GPtrArray *
vlg_similar_find (VlgDb         *db,
                  const char    *text,
                  const char    *uid,
                  GCancellable  *cancellable,
                  GError       **error)
{
  struct { VlgDb *db; const char *uid; } wanted = { db, uid };
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) similar = g_ptr_array_new_with_free_func (vlg_similar_motion_free);

  g_return_val_if_fail (text != NULL, NULL);

  if (!vlg_search_rank (db, text, is_decided, &wanted, VLG_N_SIMILAR, ids, cancellable, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      VlgSimilarMotion *motion = load_motion (db, g_array_index (ids, gint64, i), &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (motion != NULL)
        g_ptr_array_add (similar, motion);
    }
  return g_steal_pointer (&similar);
}
