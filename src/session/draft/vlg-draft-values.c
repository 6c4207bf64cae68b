/* vlg-draft-values.c — one field of a motion as a value that can be kept, compared and put back
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-draft-values.h"

#include "vlg-canonical.h"
#include "vlg-error.h"
#include "vlg-motion-fields.h"

static const char * const keys[] = {
  "number", "kind", "stage", "visibility", "received_on", "decided_on",
  "submitter", "responsible", "title", "resolution", "legal_basis", "related_resolutions", "expert_opinions", "publication_notes", "reasoning", "unrecognised",
  "leitbild", "consultations", "annexes", "signatories", "relations", "profile_version", NULL
};

const char * const *
vlg_draft_values_keys (void)
{
  return keys;
}

const char *
vlg_draft_values_key_of (const char *name)
{
  g_autofree char *key = g_strdelimit (g_strdup (name), "-", '_');

  if (g_str_equal (key, "relevance"))
    return vlg_draft_values_key_of ("leitbild");
  for (guint i = 0; keys[i] != NULL; i++)
    if (g_str_equal (keys[i], key))
      return keys[i];

  return NULL;
}

gboolean
vlg_draft_values_is_text (const char *key)
{
  VlgField field = vlg_field_from_key (key);

  return field != VLG_FIELD_NONE && vlg_field_is_text (field);
}

char *
vlg_draft_values_get (VlgMotion  *motion,
                      const char *key)
{
  g_autoptr (VlgMotion) excerpt = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const char *data;

  if (vlg_draft_values_is_text (key))
    return vlg_motion_ref_text (motion, vlg_field_from_key (key));

  /* Only this field is written, however long the others are. Its rows are shared. */
  excerpt = vlg_motion_new ();
  vlg_motion_fields_copy (motion, excerpt, key);
  root = vlg_motion_to_json (excerpt, NULL);
  bytes = vlg_canonical_serialize (json_object_get_member (json_node_get_object (root), key), NULL);
  g_return_val_if_fail (bytes != NULL, g_ref_string_new (""));
  data = g_bytes_get_data (bytes, &length);

  return g_ref_string_new_len (data, length);
}

typedef gboolean (*SameRow)   (gpointer a, gpointer b);
typedef void     (*UpdateRow) (gpointer row, gpointer from);

static gboolean
same_consultation (gpointer a,
                   gpointer b)
{
  return g_strcmp0 (vlg_consultation_get_uid (a), vlg_consultation_get_uid (b)) == 0;
}

static void
update_consultation (gpointer row,
                     gpointer from)
{
  g_object_freeze_notify (row);
  vlg_consultation_set_body (row, vlg_consultation_get_body (from));
  vlg_consultation_set_body_uid (row, vlg_consultation_get_body_uid (from));
  vlg_consultation_set_visibility (row, vlg_consultation_get_visibility (from));
  vlg_consultation_set_role (row, vlg_consultation_get_role (from));
  vlg_consultation_set_day (row, vlg_consultation_get_day (from));
  vlg_consultation_set_votes (row, vlg_consultation_get_votes (from));
  vlg_consultation_set_result (row, vlg_consultation_get_result (from));
  vlg_consultation_set_result_wording (row, vlg_consultation_get_result_wording (from));
  vlg_consultation_set_confirmation (row, vlg_consultation_get_confirmed_by (from), vlg_consultation_get_confirmed_role (from),
                                     vlg_consultation_get_confirmed_at (from));
  g_object_thaw_notify (row);
}

static gboolean
same_annex (gpointer a,
            gpointer b)
{
  return g_strcmp0 (vlg_annex_get_uid (a), vlg_annex_get_uid (b)) == 0;
}

static void
update_annex (gpointer row,
              gpointer from)
{
  g_object_freeze_notify (row);
  vlg_annex_set_number (row, vlg_annex_get_number (from));
  vlg_annex_set_title (row, vlg_annex_get_title (from));
  vlg_annex_set_text (row, vlg_annex_get_text (from));
  vlg_annex_set_visibility (row, vlg_annex_get_visibility (from));
  vlg_annex_set_source (row, vlg_annex_get_source (from));
  vlg_annex_set_file (row, vlg_annex_get_file (from));
  g_object_thaw_notify (row);
}

static gboolean
same_mark (gpointer a,
           gpointer b)
{
  return g_strcmp0 (vlg_mark_get_field (a), vlg_mark_get_field (b)) == 0;
}

static void
update_mark (gpointer row,
             gpointer from)
{
  g_object_freeze_notify (row);
  vlg_mark_set_ticked (row, vlg_mark_get_ticked (from));
  vlg_mark_set_goals (row, vlg_mark_get_goals (from));
  vlg_mark_set_rationale (row, vlg_mark_get_rationale (from));
  g_object_thaw_notify (row);
}

static gboolean
same_signatory (gpointer a,
                gpointer b)
{
  return g_strcmp0 (vlg_signatory_get_name (a), vlg_signatory_get_name (b)) == 0 &&
         g_strcmp0 (vlg_signatory_get_role (a), vlg_signatory_get_role (b)) == 0 &&
         vlg_signatory_get_block (a) == vlg_signatory_get_block (b) &&
         vlg_signatory_get_valid_from (a) == vlg_signatory_get_valid_from (b) &&
         vlg_signatory_get_valid_to (a) == vlg_signatory_get_valid_to (b);
}

static gboolean
same_relation (gpointer a,
               gpointer b)
{
  return vlg_relation_get_kind (a) == vlg_relation_get_kind (b) &&
         vlg_motion_number_equal (vlg_relation_get_target (a), vlg_relation_get_target (b));
}

/* The row of @rows that stands for @wanted, taken out of them; NULL where there is none. */
static GObject *
take_row (GPtrArray *rows,
          gpointer   wanted,
          SameRow    same)
{
  for (guint i = 0; i < rows->len; i++)
    if (same (rows->pdata[i], wanted))
      return g_ptr_array_steal_index (rows, i);

  return NULL;
}

static GPtrArray *
list_rows (GListStore *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  GPtrArray *rows = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), i));

  return rows;
}

/* Makes @list hold @rows by one change of what lies between the rows that stand as before. */
static void
splice_rows (GListStore *list,
             GPtrArray  *rows)
{
  g_autoptr (GPtrArray) old = list_rows (list);
  guint start = 0, end = 0, shorter = MIN (old->len, rows->len);

  while (start < shorter && old->pdata[start] == rows->pdata[start])
    start++;
  while (end < shorter - start && old->pdata[old->len - 1 - end] == rows->pdata[rows->len - 1 - end])
    end++;
  if (old->len - end > start || rows->len - end > start)
    g_list_store_splice (list, start, old->len - end - start, rows->pdata + start, rows->len - end - start);
}

static void
sync_list (GListStore *list,
           GListStore *from,
           SameRow     same,
           UpdateRow   update)
{
  g_autoptr (GPtrArray) old = list_rows (list);
  g_autoptr (GPtrArray) wanted = list_rows (from);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (wanted->len, g_object_unref);

  for (guint i = 0; i < wanted->len; i++)
    {
      GObject *row = take_row (old, wanted->pdata[i], same);

      if (row != NULL && update != NULL)
        update (row, wanted->pdata[i]);
      g_ptr_array_add (rows, row != NULL ? row : g_object_ref (wanted->pdata[i]));
    }
  splice_rows (list, rows);
}

static void
sync_field (VlgMotion  *motion,
            VlgMotion  *from,
            const char *key)
{
  if (g_str_equal (key, "consultations"))
    sync_list (vlg_motion_get_consultations (motion), vlg_motion_get_consultations (from), same_consultation, update_consultation);
  else if (g_str_equal (key, "annexes"))
    sync_list (vlg_motion_get_annexes (motion), vlg_motion_get_annexes (from), same_annex, update_annex);
  else if (g_str_equal (key, "signatories"))
    sync_list (vlg_motion_get_signatories (motion), vlg_motion_get_signatories (from), same_signatory, NULL);
  else if (g_str_equal (key, "relations"))
    sync_list (vlg_motion_get_relations (motion), vlg_motion_get_relations (from), same_relation, NULL);
  else if (g_str_equal (key, "leitbild"))
    {
      vlg_motion_set_relevance (motion, vlg_motion_get_relevance (from));
      sync_list (vlg_motion_get_marks (motion), vlg_motion_get_marks (from), same_mark, update_mark);
    }
  else
    vlg_motion_fields_copy (from, motion, key);
}

gboolean
vlg_draft_values_set (VlgMotion   *motion,
                      const char  *key,
                      const char  *value,
                      GError     **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (VlgMotion) from = NULL;
  JsonObject *object;

  if (vlg_draft_values_is_text (key))
    {
      vlg_motion_set_text (motion, vlg_field_from_key (key), value);
      return TRUE;
    }

  node = json_from_string (value, error);
  if (node == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, "%s", value);
      return FALSE;
    }
  object = json_object_new ();
  json_object_set_int_member (object, "format", 1);
  json_object_set_member (object, key, g_steal_pointer (&node));
  root = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (root, object);
  from = vlg_motion_from_json (root, error);
  if (from == NULL)
    return FALSE;
  sync_field (motion, from, key);

  return TRUE;
}

char *
vlg_draft_values_confirmations (const char *value)
{
  g_autoptr (JsonNode) root = json_from_string (value, NULL);
  GString *text = g_string_new (NULL);
  JsonArray *rows = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      JsonNode *confirmation = json_object_get_member (row, "confirmation");

      if (confirmation != NULL && JSON_NODE_HOLDS_OBJECT (confirmation))
        {
          g_autofree char *words = json_to_string (confirmation, FALSE);

          g_string_append_printf (text, "%s %s\n", json_object_get_string_member_with_default (row, "uid", ""), words);
        }
    }

  return g_string_free (text, FALSE);
}

static void
release (gpointer value)
{
  if (value != NULL)
    g_ref_string_release (value);
}

GHashTable *
vlg_draft_table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, release);
}

GHashTable *
vlg_draft_table_of (VlgMotion *motion)
{
  GHashTable *table = vlg_draft_table_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_insert (table, (gpointer) keys[i], vlg_draft_values_get (motion, keys[i]));

  return table;
}

GHashTable *
vlg_draft_table_copy (GHashTable *table)
{
  GHashTable *copy = vlg_draft_table_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, key, g_ref_string_acquire (value));

  return copy;
}

void
vlg_draft_table_set (GHashTable *table,
                     const char *key,
                     char       *value)
{
  g_hash_table_insert (table, (gpointer) key, g_ref_string_acquire (value));
}

gboolean
vlg_draft_table_same (GHashTable *a,
                      GHashTable *b,
                      const char *key)
{
  const char *value_a = g_hash_table_lookup (a, key), *value_b = g_hash_table_lookup (b, key);

  return value_a == value_b || g_strcmp0 (value_a, value_b) == 0;
}
