/* schema-validator.c — the part of JSON Schema draft-07 that our schemas use
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schema-validator.h"

#include <gio/gio.h>
#include <string.h>

typedef gboolean (*CheckKeyword) (JsonObject *root, JsonNode *rule, JsonObject *schema, JsonNode *node, const char *path, GError **error);

static gboolean check (JsonObject *root, JsonNode *schema, JsonNode *node, const char *path, GError **error);

static gboolean G_GNUC_PRINTF (3, 4)
refuse (GError **error, const char *path, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", path, message);

  return FALSE;
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
has_type (JsonNode   *node,
          const char *type)
{
  if (strcmp (type, "object") == 0)
    return JSON_NODE_HOLDS_OBJECT (node);
  if (strcmp (type, "array") == 0)
    return JSON_NODE_HOLDS_ARRAY (node);
  if (strcmp (type, "null") == 0)
    return JSON_NODE_HOLDS_NULL (node);
  if (strcmp (type, "string") == 0)
    return holds (node, G_TYPE_STRING);
  if (strcmp (type, "integer") == 0)
    return holds (node, G_TYPE_INT64);
  if (strcmp (type, "boolean") == 0)
    return holds (node, G_TYPE_BOOLEAN);

  g_assert_not_reached ();
}

static gboolean
check_type (JsonObject  *root,
            JsonNode    *rule,
            JsonObject  *schema,
            JsonNode    *node,
            const char  *path,
            GError     **error)
{
  if (!JSON_NODE_HOLDS_ARRAY (rule))
    return has_type (node, json_node_get_string (rule)) || refuse (error, path, "is not of type %s", json_node_get_string (rule));

  for (guint i = 0; i < json_array_get_length (json_node_get_array (rule)); i++)
    if (has_type (node, json_array_get_string_element (json_node_get_array (rule), i)))
      return TRUE;

  return refuse (error, path, "is of none of the types");
}

static gboolean
check_const (JsonObject  *root,
             JsonNode    *rule,
             JsonObject  *schema,
             JsonNode    *node,
             const char  *path,
             GError     **error)
{
  return json_node_equal (rule, node) || refuse (error, path, "is not the constant");
}

static gboolean
check_enum (JsonObject  *root,
            JsonNode    *rule,
            JsonObject  *schema,
            JsonNode    *node,
            const char  *path,
            GError     **error)
{
  for (guint i = 0; i < json_array_get_length (json_node_get_array (rule)); i++)
    if (json_node_equal (json_array_get_element (json_node_get_array (rule), i), node))
      return TRUE;

  return refuse (error, path, "is none of the values");
}

static gboolean
check_required (JsonObject  *root,
                JsonNode    *rule,
                JsonObject  *schema,
                JsonNode    *node,
                const char  *path,
                GError     **error)
{
  for (guint i = 0; JSON_NODE_HOLDS_OBJECT (node) && i < json_array_get_length (json_node_get_array (rule)); i++)
    {
      const char *key = json_array_get_string_element (json_node_get_array (rule), i);

      if (!json_object_has_member (json_node_get_object (node), key))
        return refuse (error, path, "lacks %s", key);
    }

  return TRUE;
}

static gboolean
check_properties (JsonObject  *root,
                  JsonNode    *rule,
                  JsonObject  *schema,
                  JsonNode    *node,
                  const char  *path,
                  GError     **error)
{
  JsonObject *rules = json_node_get_object (rule);
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &member))
    {
      g_autofree char *inner = g_strdup_printf ("%s.%s", path, key);

      if (json_object_has_member (rules, key))
        {
          if (!check (root, json_object_get_member (rules, key), member, inner, error))
            return FALSE;
        }
      else if (json_object_has_member (schema, "additionalProperties") &&
                 !json_object_get_boolean_member (schema, "additionalProperties"))
        {
          return refuse (error, inner, "is not allowed");
        }
    }

  return TRUE;
}

static gboolean
check_items (JsonObject  *root,
             JsonNode    *rule,
             JsonObject  *schema,
             JsonNode    *node,
             const char  *path,
             GError     **error)
{
  for (guint i = 0; JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s[%u]", path, i);

      if (!check (root, rule, json_array_get_element (json_node_get_array (node), i), inner, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_any_of (JsonObject  *root,
              JsonNode    *rule,
              JsonObject  *schema,
              JsonNode    *node,
              const char  *path,
              GError     **error)
{
  for (guint i = 0; i < json_array_get_length (json_node_get_array (rule)); i++)
    if (check (root, json_array_get_element (json_node_get_array (rule), i), node, path, NULL))
      return TRUE;

  return refuse (error, path, "fits none of the alternatives");
}

static gboolean
check_ref (JsonObject  *root,
           JsonNode    *rule,
           JsonObject  *schema,
           JsonNode    *node,
           const char  *path,
           GError     **error)
{
  const char *name = json_node_get_string (rule);
  JsonObject *definitions = json_object_get_object_member (root, "definitions");

  g_assert_true (g_str_has_prefix (name, "#/definitions/"));
  name += strlen ("#/definitions/");
  g_assert_true (json_object_has_member (definitions, name));

  return check (root, json_object_get_member (definitions, name), node, path, error);
}

static gboolean
check_pattern (JsonObject  *root,
               JsonNode    *rule,
               JsonObject  *schema,
               JsonNode    *node,
               const char  *path,
               GError     **error)
{
  return !holds (node, G_TYPE_STRING) ||
         g_regex_match_simple (json_node_get_string (rule), json_node_get_string (node), G_REGEX_DOLLAR_ENDONLY, 0) ||
         refuse (error, path, "does not match %s", json_node_get_string (rule));
}

static gboolean
check_minimum (JsonObject  *root,
               JsonNode    *rule,
               JsonObject  *schema,
               JsonNode    *node,
               const char  *path,
               GError     **error)
{
  return !holds (node, G_TYPE_INT64) || json_node_get_int (node) >= json_node_get_int (rule) || refuse (error, path, "is too small");
}

static gboolean
check_maximum (JsonObject  *root,
               JsonNode    *rule,
               JsonObject  *schema,
               JsonNode    *node,
               const char  *path,
               GError     **error)
{
  return !holds (node, G_TYPE_INT64) || json_node_get_int (node) <= json_node_get_int (rule) || refuse (error, path, "is too large");
}

static gboolean
check_min_length (JsonObject  *root,
                  JsonNode    *rule,
                  JsonObject  *schema,
                  JsonNode    *node,
                  const char  *path,
                  GError     **error)
{
  return !holds (node, G_TYPE_STRING) || g_utf8_strlen (json_node_get_string (node), -1) >= json_node_get_int (rule) ||
         refuse (error, path, "is too short");
}

static gboolean
check_max_length (JsonObject  *root,
                  JsonNode    *rule,
                  JsonObject  *schema,
                  JsonNode    *node,
                  const char  *path,
                  GError     **error)
{
  return !holds (node, G_TYPE_STRING) || g_utf8_strlen (json_node_get_string (node), -1) <= json_node_get_int (rule) ||
         refuse (error, path, "is too long");
}

/* NULL: says nothing about the value, or is looked at by "properties". */
static const struct { const char *name; CheckKeyword check; } keywords[] = {
  { "$schema", NULL }, { "$id", NULL }, { "title", NULL }, { "description", NULL }, { "definitions", NULL },
  { "additionalProperties", NULL },
  { "type", check_type }, { "const", check_const }, { "enum", check_enum }, { "required", check_required },
  { "properties", check_properties }, { "items", check_items }, { "anyOf", check_any_of }, { "$ref", check_ref },
  { "pattern", check_pattern }, { "minimum", check_minimum }, { "maximum", check_maximum },
  { "minLength", check_min_length }, { "maxLength", check_max_length },
};

static gboolean
check (JsonObject  *root,
       JsonNode    *schema,
       JsonNode    *node,
       const char  *path,
       GError     **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *rule;

  json_object_iter_init (&iter, json_node_get_object (schema));
  while (json_object_iter_next (&iter, &name, &rule))
    {
      gsize i = 0;

      while (i < G_N_ELEMENTS (keywords) && strcmp (keywords[i].name, name) != 0)
        i++;
      if (i == G_N_ELEMENTS (keywords))
        return refuse (error, path, "the schema has the unknown keyword %s", name);
      if (keywords[i].check != NULL && !keywords[i].check (root, rule, json_node_get_object (schema), node, path, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
schema_validate (JsonNode  *schema,
                 JsonNode  *node,
                 GError   **error)
{
  return check (json_node_get_object (schema), schema, node, "$", error);
}
