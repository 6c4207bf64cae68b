/* vlg-profile-reader.c — reads values of profile JSON and knows where it is
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-profile-reader.h"

#include <glib/gi18n.h>

#include "vlg-error.h"
#include "vlg-kinds.h"
#include "vlg-string.h"

void
vlg_profile_reader_init (VlgProfileReader *reader)
{
  reader->path = g_string_new (NULL);
  reader->error = NULL;
}

void
vlg_profile_reader_clear (VlgProfileReader *reader)
{
  g_string_free (reader->path, TRUE);
  g_clear_error (&reader->error);
}

static void
push_member (VlgProfileReader *reader,
             const char       *member)
{
  if (reader->path->len > 0)
    g_string_append_c (reader->path, '.');
  g_string_append (reader->path, member);
}

void
vlg_profile_reader_fail (VlgProfileReader *reader,
                         const char       *member,
                         const char       *what)
{
  gsize mark = reader->path->len;

  if (reader->error != NULL)
    return;

  if (member != NULL)
    push_member (reader, member);
  g_set_error (&reader->error, VLG_ERROR, VLG_ERROR_INVALID, "%s: %s", reader->path->str, what);
  g_string_truncate (reader->path, mark);
}

/* The node of @member; NULL where it is absent or null. */
static JsonNode *
lookup (VlgProfileReader *reader,
        JsonObject       *object,
        const char       *member)
{
  JsonNode *node;

  if (reader->error != NULL || object == NULL)
    return NULL;

  node = json_object_get_member (object, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

char *
vlg_profile_reader_string (VlgProfileReader *reader,
                           JsonObject       *object,
                           const char       *member,
                           gboolean          required)
{
  JsonNode *node = lookup (reader, object, member);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (node == NULL)
    {
      if (required)
        vlg_profile_reader_fail (reader, member, _("missing"));
      return reader->error == NULL ? g_strdup ("") : NULL;
    }

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    {
      vlg_profile_reader_fail (reader, member, _("must be a text"));
      return NULL;
    }

  text = vlg_string_normalize (json_node_get_string (node), -1, &error);
  if (text == NULL)
    {
      vlg_profile_reader_fail (reader, member, error->message);
      return NULL;
    }

  if (required)
    {
      g_autofree char *collapsed = vlg_string_collapse (text);

      if (*collapsed == '\0')
        {
          vlg_profile_reader_fail (reader, member, _("is empty"));
          return NULL;
        }
    }

  return g_steal_pointer (&text);
}

char **
vlg_profile_reader_strings (VlgProfileReader *reader,
                            JsonObject       *object,
                            const char       *member)
{
  JsonNode *node = lookup (reader, object, member);
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  JsonArray *array;

  if (node == NULL)
    return reader->error == NULL ? g_new0 (char *, 1) : NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      vlg_profile_reader_fail (reader, member, _("must be a list of texts"));
      return NULL;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *text = json_node_get_value_type (element) == G_TYPE_STRING ? json_node_get_string (element) : NULL;
      g_autofree char *normalised = text != NULL ? vlg_string_normalize (text, -1, NULL) : NULL;
      g_autofree char *collapsed = normalised != NULL ? vlg_string_collapse (normalised) : NULL;

      if (collapsed == NULL || *collapsed == '\0')
        {
          vlg_profile_reader_fail (reader, member, _("must be a list of texts"));
          return NULL;
        }
      g_strv_builder_add (strings, collapsed);
    }

  return g_strv_builder_end (strings);
}

gboolean
vlg_profile_reader_boolean (VlgProfileReader *reader,
                            JsonObject       *object,
                            const char       *member,
                            gboolean          fallback)
{
  JsonNode *node = lookup (reader, object, member);

  if (node == NULL)
    return fallback;

  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      vlg_profile_reader_fail (reader, member, _("must be true or false"));
      return fallback;
    }

  return json_node_get_boolean (node);
}

guint
vlg_profile_reader_count (VlgProfileReader *reader,
                          JsonObject       *object,
                          const char       *member,
                          guint             fallback)
{
  JsonNode *node = lookup (reader, object, member);
  gint64 value;

  if (node == NULL)
    return fallback;

  value = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;
  if (value < 0 || value > 99999)
    {
      vlg_profile_reader_fail (reader, member, _("must be a whole number from 0 to 99999"));
      return fallback;
    }

  return (guint) value;
}

int
vlg_profile_reader_int (VlgProfileReader *reader,
                        JsonObject       *object,
                        const char       *member,
                        int               least,
                        int               most,
                        int               fallback)
{
  JsonNode *node = lookup (reader, object, member);
  gint64 value;

  if (node == NULL)
    return fallback;

  value = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : (gint64) least - 1;
  if (value < least || value > most)
    {
      g_autofree char *what = g_strdup_printf (_("must be a whole number from %d to %d"), least, most);

      vlg_profile_reader_fail (reader, member, what);
      return fallback;
    }

  return (int) value;
}

VlgWallTime
vlg_profile_reader_time (VlgProfileReader *reader,
                         JsonObject       *object,
                         const char       *member)
{
  JsonNode *node = lookup (reader, object, member);
  VlgWallTime time = VLG_WALL_TIME_NONE;

  if (node == NULL)
    return VLG_WALL_TIME_NONE;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    time = vlg_wall_time_parse (json_node_get_string (node));
  if (time == VLG_WALL_TIME_NONE)
    vlg_profile_reader_fail (reader, member, _("must be a time of day, such as 16:00"));

  return time;
}

gboolean
vlg_profile_reader_has (VlgProfileReader *reader,
                        JsonObject       *object,
                        const char       *member)
{
  return lookup (reader, object, member) != NULL;
}

VlgDay
vlg_profile_reader_day (VlgProfileReader *reader,
                        JsonObject       *object,
                        const char       *member)
{
  JsonNode *node = lookup (reader, object, member);
  VlgDay day = VLG_DAY_NONE;

  if (node == NULL)
    return VLG_DAY_NONE;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    day = vlg_day_parse_iso (json_node_get_string (node));
  if (day == VLG_DAY_NONE)
    vlg_profile_reader_fail (reader, member, _("must be a day, YYYY-MM-DD"));

  return day;
}

int
vlg_profile_reader_nick (VlgProfileReader *reader,
                         JsonObject       *object,
                         const char       *member,
                         GType             type,
                         int               fallback)
{
  g_autofree char *nick = vlg_profile_reader_string (reader, object, member, fallback < 0);
  int value = MAX (fallback, 0);

  if (nick == NULL || *nick == '\0')
    return value;

  if (!vlg_enum_from_nick (type, nick, &value))
    {
      g_autofree char *what = g_strdup_printf (_("“%s” is unknown"), nick);

      vlg_profile_reader_fail (reader, member, what);
    }

  return value;
}

JsonObject *
vlg_profile_reader_enter (VlgProfileReader *reader,
                          JsonObject       *object,
                          const char       *member,
                          gsize            *mark)
{
  JsonNode *node = lookup (reader, object, member);

  *mark = reader->path->len;
  push_member (reader, member);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      vlg_profile_reader_fail (reader, NULL, node == NULL ? _("missing") : _("must be an object"));
      return NULL;
    }

  return json_node_get_object (node);
}

void
vlg_profile_reader_leave (VlgProfileReader *reader,
                          gsize             mark)
{
  g_string_truncate (reader->path, mark);
}

void
vlg_profile_reader_each (VlgProfileReader *reader, JsonObject *object, const char *member, gboolean required,
                         VlgProfileElementFunc func, gpointer user_data)
{
  JsonNode *node = lookup (reader, object, member);
  gsize mark = reader->path->len;
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      if (node != NULL || required)
        vlg_profile_reader_fail (reader, member, node == NULL ? _("missing") : _("must be a list"));
      return;
    }

  array = json_node_get_array (node);
  if (required && json_array_get_length (array) == 0)
    vlg_profile_reader_fail (reader, member, _("is empty"));

  for (guint i = 0; i < json_array_get_length (array) && reader->error == NULL; i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      push_member (reader, member);
      g_string_append_printf (reader->path, "[%u]", i);
      if (JSON_NODE_HOLDS_OBJECT (element))
        func (reader, json_node_get_object (element), user_data);
      else
        vlg_profile_reader_fail (reader, NULL, _("must be an object"));
      g_string_truncate (reader->path, mark);
    }
}
