/* vlg-motion-fields.c — a motion as values by field: what merges, what conflicts, what an edit patches
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-fields.h"

#include <glib/gi18n.h>

#include "vlg-canonical.h"

/* Members of the JSON that are no content of the motion. */
static const char * const not_fields[] = { "format", "uid", "revision", NULL };

GHashTable *
vlg_motion_fields_get (VlgMotion  *motion,
                       GError    **error)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonNode) root = vlg_motion_to_json (motion, NULL);
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &key, &node))
    {
      VlgField field = vlg_field_from_key (key);

      if (g_strv_contains (not_fields, key))
        continue;
      if (field != VLG_FIELD_NONE && vlg_field_is_text (field))
        {
          g_hash_table_insert (fields, g_strdup (key), g_strdup (vlg_motion_get_text (motion, field)));
        }
      else
        {
          g_autoptr (GBytes) bytes = vlg_canonical_serialize (node, error);
          gsize length;
          const char *data;

          if (bytes == NULL)
            return NULL;
          data = g_bytes_get_data (bytes, &length);
          g_hash_table_insert (fields, g_strdup (key), g_strndup (data, length));
        }
    }
  return g_steal_pointer (&fields);
}

static void
copy_list (GListStore *from,
           GListStore *to)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (from));
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (from), i));
  g_list_store_splice (to, 0, g_list_model_get_n_items (G_LIST_MODEL (to)), items->pdata, n);
}

void
vlg_motion_fields_copy (VlgMotion  *from,
                        VlgMotion  *to,
                        const char *key)
{
  VlgField field = vlg_field_from_key (key);

  if (field != VLG_FIELD_NONE && vlg_field_is_text (field))
    vlg_motion_share_text (to, field, from);
  else if (g_str_equal (key, "number"))
    vlg_motion_set_number (to, vlg_motion_get_number (from));
  else if (g_str_equal (key, "kind"))
    vlg_motion_set_kind (to, vlg_motion_get_kind (from));
  else if (g_str_equal (key, "stage"))
    vlg_motion_set_stage (to, vlg_motion_get_stage (from));
  else if (g_str_equal (key, "visibility"))
    vlg_motion_set_visibility (to, vlg_motion_get_visibility (from));
  else if (g_str_equal (key, "received_on"))
    vlg_motion_set_received_on (to, vlg_motion_get_received_on (from));
  else if (g_str_equal (key, "decided_on"))
    vlg_motion_set_decided_on (to, vlg_motion_get_decided_on (from));
  else if (g_str_equal (key, "consultations"))
    copy_list (vlg_motion_get_consultations (from), vlg_motion_get_consultations (to));
  else if (g_str_equal (key, "annexes"))
    copy_list (vlg_motion_get_annexes (from), vlg_motion_get_annexes (to));
  else if (g_str_equal (key, "signatories"))
    copy_list (vlg_motion_get_signatories (from), vlg_motion_get_signatories (to));
  else if (g_str_equal (key, "relations"))
    copy_list (vlg_motion_get_relations (from), vlg_motion_get_relations (to));
  else if (g_str_equal (key, "profile_version"))
    vlg_motion_set_profile_version (to, vlg_motion_get_profile_version (from));

  if (g_str_equal (key, "leitbild"))
    {
      vlg_motion_set_relevance (to, vlg_motion_get_relevance (from));
      copy_list (vlg_motion_get_marks (from), vlg_motion_get_marks (to));
    }
}

const char *
vlg_motion_fields_label (const char *key)
{
  VlgField field = vlg_field_from_key (key);

  if (field != VLG_FIELD_NONE)
    return vlg_field_get_label (field);
  if (g_str_equal (key, "stage"))
    return _("Stage");
  if (g_str_equal (key, "kind"))
    return _("Kind");
  if (g_str_equal (key, "profile_version"))
    return _("Leitbild catalogue");
  return key;
}

static gboolean
is_inside_character (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

void
vlg_patch_make (VlgPatch   *patch,
                const char *from,
                const char *to)
{
  gsize from_length = strlen (from), to_length = strlen (to);
  gsize shorter = MIN (from_length, to_length);
  gsize start = 0, end = 0;

  while (start < shorter && from[start] == to[start])
    start++;
  while (start > 0 && (is_inside_character (from[start]) || is_inside_character (to[start])))
    start--;
  while (end < shorter - start && from[from_length - 1 - end] == to[to_length - 1 - end])
    end++;
  while (end > 0 && (is_inside_character (from[from_length - end]) || is_inside_character (to[to_length - end])))
    end--;

  patch->start = start;
  patch->before = g_strndup (from + start, from_length - end - start);
  patch->after = g_strndup (to + start, to_length - end - start);
}

char *
vlg_patch_undo (const VlgPatch *patch,
                const char     *value)
{
  gsize after_length = strlen (patch->after);
  g_autofree char *head = NULL;

  if (strlen (value) < patch->start + after_length || strncmp (value + patch->start, patch->after, after_length) != 0)
    return NULL;

  head = g_strndup (value, patch->start);
  return g_strconcat (head, patch->before, value + patch->start + after_length, NULL);
}

void
vlg_patch_clear (VlgPatch *patch)
{
  g_clear_pointer (&patch->before, g_free);
  g_clear_pointer (&patch->after, g_free);
}
