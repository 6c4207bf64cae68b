/* vlg-motions-query.c — which motions, in which order
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions.h"

#include "vlg-bind.h"
#include "vlg-motions-filter.h"
#include "vlg-search.h"
#include "vlg-string.h"

#define SELECT_IDS "SELECT id FROM motion WHERE trashed = ? "

/* Each is read off an index of its own; only the last is sorted, as what has no date comes last either way: the
 * term that all rows meet keeps it to the index that has what is sorted (40 ms at 100,000 motions). */
static const char * const orders[] = {
  [VLG_MOTION_ORDER_NEWEST] = SELECT_IDS "ORDER BY changed_at DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_NUMBER] = SELECT_IDS "ORDER BY number_key DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_TITLE] = SELECT_IDS "ORDER BY title_key, id LIMIT ?",
  [VLG_MOTION_ORDER_STATE] = SELECT_IDS "ORDER BY state_rank, changed_at, id LIMIT ?",
  [VLG_MOTION_ORDER_NEXT_DAY] = SELECT_IDS "ORDER BY coalesce (next_day, '9999-12-31'), changed_at, id LIMIT ?",
  [VLG_MOTION_ORDER_OLDEST] = SELECT_IDS "ORDER BY changed_at, id LIMIT ?",
  [VLG_MOTION_ORDER_NUMBER_ASCENDING] = SELECT_IDS "ORDER BY number_key, id LIMIT ?",
  [VLG_MOTION_ORDER_TITLE_DESCENDING] = SELECT_IDS "ORDER BY title_key DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_STATE_DESCENDING] = SELECT_IDS "ORDER BY state_rank DESC, changed_at DESC, id DESC LIMIT ?",
  [VLG_MOTION_ORDER_LAST_DAY] = SELECT_IDS "AND coalesce (next_day, '9999-12-31') > '' ORDER BY coalesce (next_day, '9999-12-31') = '9999-12-31', coalesce (next_day, '9999-12-31') DESC, changed_at DESC, id DESC LIMIT ?",
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
query_trash (VlgDb          *db,
             VlgConditions  *conditions,
             const char     *typed,
             guint           limit,
             GArray         *ids,
             GError        **error)
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

      gboolean passes = row_has_all (row, words);

      if (passes && conditions != NULL && !vlg_conditions_test (conditions, id, &passes, &local_error))
        break;
      if (passes)
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

typedef struct {
  VlgConditions *conditions;
  GHashTable *passing;   /* gint64 in the ids it was made of; NULL: each is looked at */
} Wanted;

static gboolean
is_wanted (gint64     id,
           gpointer   data,
           GError   **error)
{
  Wanted *wanted = data;
  gboolean passes;

  if (wanted->passing != NULL)
    return g_hash_table_contains (wanted->passing, &id);
  return vlg_conditions_test (wanted->conditions, id, &passes, error) && passes;
}

/* What the words find and the filter lets pass. Where few pass, or all are asked for, those are fetched first, so that no row is looked at on its own. */
static gboolean
query_both (VlgDb                 *db,
            VlgConditions         *conditions,
            const char            *words,
            guint                  limit,
            GArray                *ids,
            GCancellable          *cancellable,
            GError               **error)
{
  g_autoptr (GArray) passing = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) set = NULL;
  Wanted wanted = { conditions, NULL };

  if (limit == 0 || vlg_conditions_is_narrow (conditions))
    {
      if (!vlg_conditions_select (conditions, 0, passing, cancellable, error))
        return FALSE;
      set = g_hash_table_new (g_int64_hash, g_int64_equal);
      for (guint i = 0; i < passing->len; i++)
        g_hash_table_add (set, &g_array_index (passing, gint64, i));
      wanted.passing = set;
    }
  return vlg_search_query (db, words, is_wanted, &wanted, limit, ids, cancellable, error);
}

static gboolean
query_filtered (VlgDb                 *db,
                const VlgMotionQuery  *query,
                guint                  limit,
                GArray                *ids,
                GCancellable          *cancellable,
                GError               **error)
{
  g_autoptr (VlgConditions) conditions = vlg_conditions_new (db, query, error);

  if (conditions == NULL)
    return FALSE;
  if (is_blank (query->words))
    return vlg_conditions_select (conditions, limit, ids, cancellable, error);
  if (query->trash || vlg_motion_filter_get (query->filter, VLG_FACET_TRASH) != NULL)
    return query_trash (db, conditions, query->words, limit, ids, error);
  return query_both (db, conditions, query->words, limit, ids, cancellable, error);
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

  if (!vlg_motion_filter_is_empty (query->filter))
    return query_filtered (db, query, limit, ids, cancellable, error);
  if (is_blank (query->words))
    return query_all (db, query->order, query->trash, limit, ids, cancellable, error);
  if (query->trash)
    return query_trash (db, NULL, query->words, limit, ids, error);
  return vlg_search_query (db, query->words, NULL, NULL, limit, ids, cancellable, error);
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

/* From one value to the next in the index: as many steps as there are values, however many rows. */
#define VALUES(column, table, rows) \
  "WITH RECURSIVE found (value) AS (SELECT min (" column ") FROM " table " WHERE " rows column " > ? " \
  "UNION ALL SELECT (SELECT min (" column ") FROM " table " WHERE " rows column " > found.value) FROM found WHERE found.value IS NOT NULL) " \
  "SELECT value FROM found WHERE value IS NOT NULL LIMIT 500"

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  return -strcmp (*(char * const *) a, *(char * const *) b);
}

GPtrArray *
vlg_motions_list_values (VlgDb     *db,
                         VlgFacet   facet,
                         GError   **error)
{
  static const char * const sql[VLG_N_FACETS] = {
    [VLG_FACET_KIND] = VALUES ("kind", "motion", "trashed = 0 AND "),
    [VLG_FACET_YEAR] = VALUES ("year", "motion", "trashed = 0 AND "),
    [VLG_FACET_BODY] = VALUES ("body", "consultation", ""),
    [VLG_FACET_ORIGIN] = VALUES ("origin", "motion", "trashed = 0 AND "),
    [VLG_FACET_RESPONSIBLE] = VALUES ("responsible", "motion", "trashed = 0 AND "),
    [VLG_FACET_FIELD] = VALUES ("field", "mark", ""),
  };
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  VlgStatement *row;

  g_return_val_if_fail ((guint) facet < VLG_N_FACETS, NULL);

  if (sql[facet] == NULL)
    return g_steal_pointer (&values);
  row = vlg_db_prepare (db, sql[facet], error);
  if (row == NULL)
    return NULL;
  if (facet == VLG_FACET_YEAR)
    vlg_statement_bind_int (row, 1, 0);
  else
    vlg_statement_bind_text (row, 1, "");
  while (vlg_statement_step (row, &local_error))
    g_ptr_array_add (values, g_strdup (vlg_statement_get_text (row, 0)));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (facet == VLG_FACET_YEAR)
    g_ptr_array_sort (values, compare_years);
  return g_steal_pointer (&values);
}
