/* vlg-motions-query.c — which motions, in which order
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions.h"

#include "vlg-bind.h"
#include "vlg-search.h"
#include "vlg-string.h"

#define SELECT_IDS "SELECT id FROM motion WHERE trashed = ? "

/* Each is read off an index of its own. */
static const char * const orders[] = {
  [VLG_MOTION_ORDER_NEWEST] = SELECT_IDS "ORDER BY changed_at DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_NUMBER] = SELECT_IDS "ORDER BY number_key DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_TITLE] = SELECT_IDS "ORDER BY title_key, id LIMIT ?",
  [VLG_MOTION_ORDER_STATE] = SELECT_IDS "ORDER BY state_rank, changed_at, id LIMIT ?",
  [VLG_MOTION_ORDER_NEXT_DAY] = SELECT_IDS "ORDER BY coalesce (next_day, '9999-12-31'), changed_at, id LIMIT ?",
};

static gboolean
query_all (VlgDb           *db,
           VlgMotionOrder   order,
           gboolean         trash,
           guint            limit,
           GArray          *ids,
           GCancellable    *cancellable,
           GError         **error)
{
  VlgStatement *row = vlg_db_prepare_for (db, orders[order], trash ? 1 : 0, error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_int (row, 2, limit > 0 ? (gint64) limit : -1);
  while (!g_cancellable_set_error_if_cancelled (cancellable, &local_error) && vlg_statement_step (row, &local_error))
    {
      gint64 id = vlg_statement_get_int (row, 0);

      g_array_append_val (ids, id);
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
row_has_all (VlgStatement *row,
             char        **words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (int i = 1; i <= 6; i++)
    {
      const char *column = vlg_statement_get_text (row, i);

      g_string_append (text, column != NULL ? column : "");
      g_string_append_c (text, '\n');
    }
  folded = vlg_string_fold (text->str);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* The trash is not in the index, and small: it is read through. */
static gboolean
query_trash (VlgDb       *db,
             const char  *typed,
             guint        limit,
             GArray      *ids,
             GError     **error)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  g_autofree char *folded = vlg_string_fold (valid);
  g_autofree char *collapsed = vlg_string_collapse (folded);
  g_auto (GStrv) words = g_strsplit (collapsed, " ", -1);
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT m.id, m.number, m.title, m.submitter, m.responsible, t.resolution, t.reasoning FROM motion m JOIN motion_text t ON t.motion_id = m.id "
    "WHERE m.trashed = 1 ORDER BY m.changed_at DESC, m.id DESC", error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  while ((limit == 0 || ids->len < limit) && vlg_statement_step (row, &local_error))
    {
      gint64 id = vlg_statement_get_int (row, 0);

      if (row_has_all (row, words))
        g_array_append_val (ids, id);
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/* Blanks and punctuation alone ask for nothing yet. */
static gboolean
is_blank (const char *words)
{
  g_autofree char *valid = words != NULL ? g_utf8_make_valid (words, -1) : NULL;

  for (const char *p = valid; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
query_ids (VlgDb                 *db,
           const VlgMotionQuery  *query,
           guint                  limit,
           GArray                *ids,
           GCancellable          *cancellable,
           GError               **error)
{
  g_return_val_if_fail (query != NULL, FALSE);
  g_return_val_if_fail ((guint) query->order < G_N_ELEMENTS (orders), FALSE);

  if (is_blank (query->words))
    return query_all (db, query->order, query->trash, limit, ids, cancellable, error);
  if (query->trash)
    return query_trash (db, query->words, limit, ids, error);
  return vlg_search_query (db, query->words, limit, ids, cancellable, error);
}

gboolean
vlg_motions_query_ids (VlgDb                 *db,
                       const VlgMotionQuery  *query,
                       GArray                *ids,
                       GCancellable          *cancellable,
                       GError               **error)
{
  return query_ids (db, query, 0, ids, cancellable, error);
}

gboolean
vlg_motions_query_first_ids (VlgDb                 *db,
                             const VlgMotionQuery  *query,
                             guint                  limit,
                             GArray                *ids,
                             GCancellable          *cancellable,
                             GError               **error)
{
  g_return_val_if_fail (limit > 0, FALSE);

  return query_ids (db, query, limit, ids, cancellable, error);
}
