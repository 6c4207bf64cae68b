/* vlg-leitbild-json.c — the catalogue of the Leitbild as JSON, alone and in its profile
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-json.h"

#include <glib/gi18n.h>

#include "vlg-error.h"
#include "vlg-profile-private.h"

#define CATALOGUE_FORMAT 1

static gboolean
check_format (JsonObject  *root,
              GError     **error)
{
  JsonNode *node = json_object_get_member (root, "format");
  gint64 format = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;

  if (format == CATALOGUE_FORMAT)
    return TRUE;
  if (format > CATALOGUE_FORMAT)
    g_set_error_literal (error, VLG_ERROR, VLG_ERROR_NEWER, _("format: a newer version of the program made this catalogue"));
  else
    g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, "format: %s", node == NULL ? _("missing") : _("must be 1"));

  return FALSE;
}

VlgLeitbild *
vlg_leitbild_new_from_json (GBytes  *json,
                            GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) parse_error = NULL;
  g_autoptr (VlgLeitbild) self = NULL;
  VlgProfileReader reader;
  gsize size;
  const char *data;
  JsonNode *node;

  g_return_val_if_fail (json != NULL, NULL);

  data = g_bytes_get_data (json, &size);
  if (size == 0 || !g_utf8_validate (data, size, NULL))
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, size == 0 ? _("The catalogue is empty.") : _("The catalogue is not UTF-8 text."));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, data, size, &parse_error))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("The catalogue is not valid JSON: %s"), parse_error->message);
      return NULL;
    }
  node = json_parser_get_root (parser);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("The catalogue must be a JSON object."));
      return NULL;
    }
  if (!check_format (json_node_get_object (node), error))
    return NULL;

  vlg_profile_reader_init (&reader);
  self = vlg_profile_read_fields (&reader, json_node_get_object (node));
  if (reader.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reader.error));
      g_clear_object (&self);
    }
  vlg_profile_reader_clear (&reader);

  return g_steal_pointer (&self);
}

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

/* Nothing where nothing is replaced: catalogues from before keep their bytes. */
static void
add_replaces (JsonBuilder        *builder,
              const char * const *replaces)
{
  if (*replaces == NULL)
    return;
  json_builder_set_member_name (builder, "replaces");
  json_builder_begin_array (builder);
  for (; *replaces != NULL; replaces++)
    json_builder_add_string_value (builder, *replaces);
  json_builder_end_array (builder);
}

static void
build_goal (JsonBuilder   *builder,
            const VlgGoal *goal)
{
  json_builder_begin_object (builder);
  add_text (builder, "code", goal->code);
  add_text (builder, "text", goal->text);
  if (goal->retired)
    {
      json_builder_set_member_name (builder, "retired");
      json_builder_add_boolean_value (builder, TRUE);
    }
  add_replaces (builder, (const char * const *) goal->replaces);
  json_builder_end_object (builder);
}

/* An object with "fields" and, with @format, its number. Caller owns. */
static JsonNode *
build (VlgLeitbild *self,
       gboolean     format)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  if (format)
    {
      json_builder_set_member_name (builder, "format");
      json_builder_add_int_value (builder, CATALOGUE_FORMAT);
    }
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < vlg_leitbild_get_n_fields (self); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (self, i);

      json_builder_begin_object (builder);
      add_text (builder, "key", vlg_action_field_get_key (field));
      add_text (builder, "name", vlg_action_field_get_name (field));
      add_text (builder, "letter", vlg_action_field_get_letter (field));
      add_text (builder, "colour", vlg_action_field_get_colour (field));
      add_replaces (builder, vlg_action_field_get_replaces (field));
      json_builder_set_member_name (builder, "goals");
      json_builder_begin_array (builder);
      for (guint j = 0; j < vlg_action_field_get_n_goals (field); j++)
        build_goal (builder, vlg_action_field_get_goal (field, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

static GBytes *
write_node (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;
  char *line;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, node);
  text = json_generator_to_data (generator, NULL);
  line = g_strconcat (text, "\n", NULL);

  return g_bytes_new_take (line, strlen (line));
}

GBytes *
vlg_leitbild_to_json (VlgLeitbild *self)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (VLG_IS_LEITBILD (self), NULL);

  node = build (self, TRUE);

  return write_node (node);
}

VlgProfile *
vlg_profile_with_leitbild (VlgProfile   *profile,
                           VlgLeitbild  *leitbild,
                           GError      **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) json = NULL;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);

  data = g_bytes_get_data (vlg_profile_get_json (profile), &size);
  if (!json_parser_load_from_data (parser, data, size, error))
    return NULL;
  json_object_set_member (json_node_get_object (json_parser_get_root (parser)), "leitbild", build (leitbild, FALSE));
  json = write_node (json_parser_get_root (parser));

  return vlg_profile_new_from_json (json, error);
}
