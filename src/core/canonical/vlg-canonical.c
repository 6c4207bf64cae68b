/* vlg-canonical.c — the bytes that are hashed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-canonical.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-error.h"

/* Ours nest five deep; a bound keeps a hostile file from exhausting the stack. */
#define MAX_DEPTH 64

static gboolean append_node (GString *out, JsonNode *node, guint depth, GError **error);

static gboolean
append_string (GString     *out,
               const char  *text,
               GError     **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("A string of the record is not valid UTF-8."));
      return FALSE;
    }

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c == '"' || c == '\\')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
      else if (c < 0x20)
        {
          g_string_append_printf (out, "\\u%04x", c);
        }
      else
        {
          g_string_append_c (out, *p);
        }
    }
  g_string_append_c (out, '"');

  return TRUE;
}

static gint
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (a, b);
}

static gboolean
append_object (GString     *out,
               JsonObject  *object,
               guint        depth,
               GError     **error)
{
  g_autoptr (GList) keys = g_list_sort (json_object_get_members (object), compare_keys);

  g_string_append_c (out, '{');
  for (GList *l = keys; l != NULL; l = l->next)
    {
      if (l != keys)
        g_string_append_c (out, ',');
      if (!append_string (out, l->data, error))
        return FALSE;
      g_string_append_c (out, ':');
      if (!append_node (out, json_object_get_member (object, l->data), depth, error))
        return FALSE;
    }
  g_string_append_c (out, '}');

  return TRUE;
}

static gboolean
append_array (GString    *out,
              JsonArray  *array,
              guint       depth,
              GError    **error)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      if (!append_node (out, json_array_get_element (array, i), depth, error))
        return FALSE;
    }
  g_string_append_c (out, ']');

  return TRUE;
}

static gboolean
append_value (GString   *out,
              JsonNode  *node,
              GError   **error)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    return append_string (out, json_node_get_string (node), error);

  if (type == G_TYPE_BOOLEAN)
    {
      g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
      return TRUE;
    }

  if (type == G_TYPE_INT64)
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
      return TRUE;
    }

  /* The text of a double is not the same everywhere, so its hash would not be either. */
  g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
               _("The record holds a value of type %s; only integers, strings, true, false and null have canonical bytes."),
               g_type_name (type));

  return FALSE;
}

static gboolean
append_node (GString   *out,
             JsonNode  *node,
             guint      depth,
             GError   **error)
{
  if (depth == 0)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("The record nests deeper than %d levels."), MAX_DEPTH);
      return FALSE;
    }

  switch (json_node_get_node_type (node))
    {
      case JSON_NODE_OBJECT:
        return append_object (out, json_node_get_object (node), depth - 1, error);
      case JSON_NODE_ARRAY:
        return append_array (out, json_node_get_array (node), depth - 1, error);
      case JSON_NODE_VALUE:
        return append_value (out, node, error);
      case JSON_NODE_NULL:
      default:
        g_string_append (out, "null");
        return TRUE;
    }
}

GBytes *
vlg_canonical_serialize (JsonNode  *node,
                         GError   **error)
{
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (node != NULL, NULL);

  out = g_string_sized_new (4096);
  if (!append_node (out, node, MAX_DEPTH, error))
    return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

char *
vlg_canonical_sha256 (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

char *
vlg_canonical_chain_hash (const char *previous,
                          GBytes     *payload)
{
  static const char prefix[] = "vlg-journal-1\n";
  g_autoptr (GChecksum) checksum = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (payload != NULL, NULL);
  g_return_val_if_fail (previous != NULL, NULL);
  g_return_val_if_fail (*previous == '\0' || strlen (previous) == 64, NULL);

  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  data = g_bytes_get_data (payload, &size);
  g_checksum_update (checksum, (const guchar *) prefix, sizeof prefix - 1);
  g_checksum_update (checksum, (const guchar *) previous, (gssize) strlen (previous));
  if (size > 0)
    g_checksum_update (checksum, data, (gssize) size);

  return g_strdup (g_checksum_get_string (checksum));
}
