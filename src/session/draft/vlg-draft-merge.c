/* vlg-draft-merge.c — two changes of one field, brought together
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-draft-merge.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "vlg-canonical.h"

/* Cells of the table that compares two texts; beyond that they are compared as wholes. */
#define MAX_CELLS (4 * 1000 * 1000)

/* What a row is known by: its uid, a mark's field, else all of it. */
static char *
row_name (JsonNode *row)
{
  static const char * const members[] = { "uid", "field" };

  if (JSON_NODE_HOLDS_OBJECT (row))
    for (guint i = 0; i < G_N_ELEMENTS (members); i++)
      {
        const char *name = json_object_get_string_member_with_default (json_node_get_object (row), members[i], NULL);

        if (name != NULL)
          return g_strdup (name);
      }

  return json_to_string (row, FALSE);
}

typedef struct {
  GPtrArray *names;   /* in order, owned */
  GHashTable *rows;   /* name → JsonNode, borrowed */
} Rows;

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static void
rows_init (Rows      *self,
           JsonArray *array)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *row = json_array_get_element (array, i);
      char *name = row_name (row);

      g_ptr_array_add (self->names, name);
      g_hash_table_insert (self->rows, name, row);
    }
}

static gboolean
same (JsonNode *a,
      JsonNode *b)
{
  return a == b || (a != NULL && b != NULL && json_node_equal (a, b));
}

/* One of three values, the changed one; FALSE where both changed it differently. NULL stands for absent. */
static gboolean
choose (JsonNode  *base,
        JsonNode  *mine,
        JsonNode  *theirs,
        gboolean   mine_wins,
        JsonNode **chosen)
{
  *chosen = same (mine, base) ? theirs : mine;

  return same (mine, base) || same (theirs, base) || same (mine, theirs) || mine_wins;
}

/* Both changed the row: member by member. Caller owns; NULL on conflict. */
static JsonNode *
merge_row (JsonNode *base,
           JsonNode *mine,
           JsonNode *theirs,
           gboolean  mine_wins)
{
  g_autoptr (JsonNode) row = NULL;
  g_autoptr (GList) members = NULL;
  JsonObject *merged;

  if (!JSON_NODE_HOLDS_OBJECT (base) || !JSON_NODE_HOLDS_OBJECT (mine) || !JSON_NODE_HOLDS_OBJECT (theirs))
    return NULL;

  merged = json_object_new ();
  row = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (row, merged);
  members = json_object_get_members (json_node_get_object (mine));
  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *chosen;

      if (!choose (json_object_get_member (json_node_get_object (base), l->data), json_object_get_member (json_node_get_object (mine), l->data),
                   json_object_get_member (json_node_get_object (theirs), l->data), mine_wins, &chosen))
        return NULL;
      if (chosen != NULL)
        json_object_set_member (merged, l->data, json_node_copy (chosen));
    }

  return g_steal_pointer (&row);
}

/* The row @name of the merged list in @row (owned, NULL: it is gone); FALSE on conflict. */
static gboolean
merge_named (const char  *name,
             const Rows  *base,
             const Rows  *mine,
             const Rows  *theirs,
             gboolean     mine_wins,
             JsonNode   **row)
{
  JsonNode *b = g_hash_table_lookup (base->rows, name), *m = g_hash_table_lookup (mine->rows, name), *t = g_hash_table_lookup (theirs->rows, name);
  JsonNode *chosen;

  *row = NULL;
  if (choose (b, m, t, FALSE, &chosen))
    {
      *row = chosen != NULL ? json_node_copy (chosen) : NULL;
      return TRUE;
    }
  if (b != NULL && m != NULL && t != NULL)
    *row = merge_row (b, m, t, mine_wins);
  else if (mine_wins)
    *row = json_node_copy (m != NULL ? m : t);

  return *row != NULL;
}

static gboolean
holds (const Rows *self,
       const char *name)
{
  return g_hash_table_contains (self->rows, name);
}

/* Whether the rows that both have stand in the same order. */
static gboolean
same_order (const Rows *a,
            const Rows *b)
{
  guint j = 0;

  for (guint i = 0; i < a->names->len; i++)
    {
      if (!holds (b, a->names->pdata[i]))
        continue;
      while (j < b->names->len && !holds (a, b->names->pdata[j]))
        j++;
      if (j == b->names->len || !g_str_equal (a->names->pdata[i], b->names->pdata[j]))
        return FALSE;
      j++;
    }

  return TRUE;
}

/* The names of @lead in order, each row that only @other has behind the one it follows there. (element-type utf8, borrowed), caller owns. */
static GPtrArray *
weave (const Rows *lead,
       const Rows *other)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < lead->names->len; i++)
    g_ptr_array_add (names, lead->names->pdata[i]);
  for (guint i = 0; i < other->names->len; i++)
    {
      guint at = 0;

      if (holds (lead, other->names->pdata[i]))
        continue;
      if (i > 0 && g_ptr_array_find_with_equal_func (names, other->names->pdata[i - 1], g_str_equal, &at))
        at++;
      g_ptr_array_insert (names, (int) at, other->names->pdata[i]);
    }

  return names;
}

/* Caller owns; NULL on conflict. */
static JsonNode *
merge_arrays (JsonArray *base_array,
              JsonArray *my_array,
              JsonArray *their_array,
              gboolean   mine_wins)
{
  g_auto (Rows) base = { NULL };
  g_auto (Rows) mine = { NULL };
  g_auto (Rows) theirs = { NULL };
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *merged = json_array_new ();
  gboolean i_moved, they_moved;

  json_node_take_array (node, merged);
  rows_init (&base, base_array);
  rows_init (&mine, my_array);
  rows_init (&theirs, their_array);
  i_moved = !same_order (&base, &mine);
  they_moved = !same_order (&base, &theirs);
  if (i_moved && they_moved && !mine_wins && !same_order (&mine, &theirs))
    return NULL;

  names = they_moved && !i_moved ? weave (&theirs, &mine) : weave (&mine, &theirs);
  for (guint i = 0; i < names->len; i++)
    {
      JsonNode *row;

      if (!merge_named (names->pdata[i], &base, &mine, &theirs, mine_wins, &row))
        return NULL;
      if (row != NULL)
        json_array_add_element (merged, row);
    }

  return g_steal_pointer (&node);
}

/* The Leitbild: one choice and a list. Caller owns; NULL on conflict. */
static JsonNode *
merge_leitbild (JsonObject *base,
                JsonObject *mine,
                JsonObject *theirs,
                gboolean    mine_wins)
{
  g_autoptr (JsonNode) node = NULL;
  JsonNode *relevance, *fields;

  if (!json_object_has_member (base, "fields") || !json_object_has_member (mine, "fields") || !json_object_has_member (theirs, "fields") ||
      !choose (json_object_get_member (base, "relevance"), json_object_get_member (mine, "relevance"), json_object_get_member (theirs, "relevance"),
               mine_wins, &relevance))
    return NULL;
  fields = merge_arrays (json_object_get_array_member (base, "fields"), json_object_get_array_member (mine, "fields"),
                         json_object_get_array_member (theirs, "fields"), mine_wins);
  if (fields == NULL)
    return NULL;

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, json_object_new ());
  json_object_set_member (json_node_get_object (node), "fields", fields);
  json_object_set_member (json_node_get_object (node), "relevance", json_node_copy (relevance));

  return g_steal_pointer (&node);
}

char *
vlg_draft_merge_rows (const char *base,
                      const char *mine,
                      const char *theirs,
                      gboolean    mine_wins)
{
  g_autoptr (JsonNode) b = json_from_string (base, NULL);
  g_autoptr (JsonNode) m = json_from_string (mine, NULL);
  g_autoptr (JsonNode) t = json_from_string (theirs, NULL);
  g_autoptr (JsonNode) merged = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  if (b == NULL || m == NULL || t == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (b) && JSON_NODE_HOLDS_ARRAY (m) && JSON_NODE_HOLDS_ARRAY (t))
    merged = merge_arrays (json_node_get_array (b), json_node_get_array (m), json_node_get_array (t), mine_wins);
  else if (JSON_NODE_HOLDS_OBJECT (b) && JSON_NODE_HOLDS_OBJECT (m) && JSON_NODE_HOLDS_OBJECT (t))
    merged = merge_leitbild (json_node_get_object (b), json_node_get_object (m), json_node_get_object (t), mine_wins);
  bytes = merged != NULL ? vlg_canonical_serialize (merged, NULL) : NULL;
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/* For each line of @a the line of @b that is kept for it, or -1: a longest common subsequence. Caller owns. */
static int *
match_lines (char **a,
             char **b)
{
  guint n_a = g_strv_length (a), n_b = g_strv_length (b), start = 0, end = 0, rows, columns;
  int *match = g_new (int, n_a + 1);
  g_autofree guint *length = NULL;

  memset (match, -1, sizeof (int) * (n_a + 1));
  while (start < MIN (n_a, n_b) && g_str_equal (a[start], b[start]))
    {
      match[start] = (int) start;
      start++;
    }
  while (end < MIN (n_a, n_b) - start && g_str_equal (a[n_a - 1 - end], b[n_b - 1 - end]))
    {
      match[n_a - 1 - end] = (int) (n_b - 1 - end);
      end++;
    }

  rows = n_a - start - end;
  columns = n_b - start - end;
  if ((guint64) (rows + 1) * (columns + 1) > MAX_CELLS)
    return match;
  length = g_new0 (guint, (gsize) (rows + 1) * (columns + 1));
#define CELL(i, j) length[(gsize) (i) * (columns + 1) + (j)]
  for (guint i = rows; i-- > 0;)
    for (guint j = columns; j-- > 0;)
      CELL (i, j) = g_str_equal (a[start + i], b[start + j]) ? CELL (i + 1, j + 1) + 1 : MAX (CELL (i + 1, j), CELL (i, j + 1));
  for (guint i = 0, j = 0; i < rows && j < columns;)
    {
      if (g_str_equal (a[start + i], b[start + j]))
        match[start + i++] = (int) (start + j++);
      else if (CELL (i + 1, j) >= CELL (i, j + 1))
        i++;
      else
        j++;
    }
#undef CELL

  return match;
}

static gboolean
same_lines (char **a,
            guint  a_from,
            guint  a_to,
            char **b,
            guint  b_from,
            guint  b_to)
{
  if (a_to - a_from != b_to - b_from)
    return FALSE;
  for (guint i = 0; i < a_to - a_from; i++)
    if (!g_str_equal (a[a_from + i], b[b_from + i]))
      return FALSE;

  return TRUE;
}

static void
add_lines (GPtrArray *result,
           char     **lines,
           guint      from,
           guint      to)
{
  for (guint i = from; i < to; i++)
    g_ptr_array_add (result, lines[i]);
}

/* What became of the lines between two that both sides kept. */
static void
add_chunk (GPtrArray *result,
           char     **base,
           guint      b_from,
           guint      b_to,
           char     **mine,
           guint      m_from,
           guint      m_to,
           char     **theirs,
           guint      t_from,
           guint      t_to)
{
  gboolean i_changed = !same_lines (base, b_from, b_to, mine, m_from, m_to);
  gboolean they_changed = !same_lines (base, b_from, b_to, theirs, t_from, t_to);

  if (i_changed || !they_changed)
    add_lines (result, mine, m_from, m_to);
  if (they_changed && !same_lines (mine, m_from, m_to, theirs, t_from, t_to))
    {
      /* Two versions of a paragraph stay two paragraphs. */
      if (i_changed && m_to > m_from && t_to > t_from)
        g_ptr_array_add (result, (gpointer) "");
      add_lines (result, theirs, t_from, t_to);
    }
}

char *
vlg_draft_merge_text (const char *base,
                      const char *mine,
                      const char *theirs)
{
  g_auto (GStrv) b = g_strsplit (base, "\n", -1);
  g_auto (GStrv) m = g_strsplit (mine, "\n", -1);
  g_auto (GStrv) t = g_strsplit (theirs, "\n", -1);
  g_autofree int *to_mine = match_lines (b, m);
  g_autofree int *to_theirs = match_lines (b, t);
  g_autoptr (GPtrArray) result = g_ptr_array_new ();
  guint n = g_strv_length (b), b_from = 0, m_from = 0, t_from = 0;

  for (guint i = 0; i < n; i++)
    {
      if (to_mine[i] < 0 || to_theirs[i] < 0)
        continue;
      add_chunk (result, b, b_from, i, m, m_from, (guint) to_mine[i], t, t_from, (guint) to_theirs[i]);
      g_ptr_array_add (result, b[i]);
      b_from = i + 1;
      m_from = (guint) to_mine[i] + 1;
      t_from = (guint) to_theirs[i] + 1;
    }
  add_chunk (result, b, b_from, n, m, m_from, g_strv_length (m), t, t_from, g_strv_length (t));
  g_ptr_array_add (result, NULL);

  return g_strjoinv ("\n", (char **) result->pdata);
}
