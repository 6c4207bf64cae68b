/* vlg-motion-json-reader.c — a motion out of its JSON
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-canonical.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-core-enums.h"
#include "vlg-error.h"
#include "vlg-motion-json-private.h"
#include "vlg-string.h"

/* Reads one object after the other. The first error stays in @error and makes every later read yield its empty value,
 * so that readers need not ask after each member. */
typedef struct {
  GString *path;  /* where we are: "consultations[2]." */
  GError *error;
} Reader;

typedef GObject *(*ReadItem) (Reader *reader, JsonObject *object);

static void
fail (Reader     *reader,
      const char *key,
      const char *expected)
{
  if (reader->error == NULL)
    g_set_error (&reader->error, VLG_ERROR, VLG_ERROR_INVALID,
                 _("The record is not a motion: “%s%s” must be %s."), reader->path->str, key, expected);
}

/* The member, or NULL where it is absent or null. */
static JsonNode *
get_member (Reader     *reader,
            JsonObject *object,
            const char *key)
{
  JsonNode *node = reader->error == NULL && object != NULL ? json_object_get_member (object, key) : NULL;

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/* NULL where it is absent. */
static char *
get_string (Reader     *reader,
            JsonObject *object,
            const char *key)
{
  JsonNode *node = get_member (reader, object, key);
  g_autoptr (GError) error = NULL;
  char *text;

  if (node == NULL)
    return NULL;

  if (!holds (node, G_TYPE_STRING))
    {
      fail (reader, key, _("a string"));
      return NULL;
    }

  text = vlg_string_normalize (json_node_get_string (node), -1, &error);
  if (text == NULL)
    fail (reader, key, _("valid text"));

  return text;
}

static gint64
get_int (Reader     *reader,
         JsonObject *object,
         const char *key,
         gint64      min,
         gint64      max,
         gint64      fallback)
{
  JsonNode *node = get_member (reader, object, key);
  gint64 value;

  if (node == NULL)
    return fallback;

  value = holds (node, G_TYPE_INT64) ? json_node_get_int (node) : 0;
  if (!holds (node, G_TYPE_INT64) || value < min || value > max)
    {
      /* xgettext does not know G_GINT64_FORMAT. */
      g_autofree char *expected = g_strdup_printf (_("an integer from %lld to %lld"), (long long) min, (long long) max);

      fail (reader, key, expected);
      return fallback;
    }

  return value;
}

static gboolean
get_boolean (Reader     *reader,
             JsonObject *object,
             const char *key)
{
  JsonNode *node = get_member (reader, object, key);

  if (node == NULL)
    return FALSE;

  if (!holds (node, G_TYPE_BOOLEAN))
    {
      fail (reader, key, _("true or false"));
      return FALSE;
    }

  return json_node_get_boolean (node);
}

static VlgDay
get_day (Reader     *reader,
         JsonObject *object,
         const char *key)
{
  g_autofree char *text = get_string (reader, object, key);
  VlgDay day = vlg_day_parse_iso (text);

  if (text != NULL && day == VLG_DAY_NONE)
    fail (reader, key, _("a date YYYY-MM-DD"));

  return day;
}

/* 0 where it is absent. */
static int
get_choice (Reader     *reader,
            JsonObject *object,
            const char *key,
            GType       type)
{
  g_autofree char *nick = get_string (reader, object, key);
  int value = 0;

  if (nick != NULL && !vlg_enum_from_nick (type, nick, &value))
    fail (reader, key, _("one of the words of the schema"));

  return value;
}

static JsonObject *
get_object (Reader     *reader,
            JsonObject *object,
            const char *key)
{
  JsonNode *node = get_member (reader, object, key);

  if (node == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (reader, key, _("an object"));
      return NULL;
    }

  return json_node_get_object (node);
}

static JsonArray *
get_array (Reader     *reader,
           JsonObject *object,
           const char *key)
{
  JsonNode *node = get_member (reader, object, key);

  if (node == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      fail (reader, key, _("a list"));
      return NULL;
    }

  return json_node_get_array (node);
}

static VlgMotionNumber *
get_number (Reader     *reader,
            JsonObject *object,
            const char *key)
{
  g_autofree char *text = get_string (reader, object, key);
  VlgMotionNumber *number = text ? vlg_motion_number_parse (text, NULL) : NULL;

  if (text != NULL && number == NULL)
    fail (reader, key, _("a paper number"));

  return number;
}

static void
read_list (Reader     *reader,
           JsonObject *object,
           const char *key,
           GListStore *list,
           ReadItem    read_item)
{
  JsonArray *array = get_array (reader, object, key);
  gsize length = reader->path->len;

  for (guint i = 0; array != NULL && i < json_array_get_length (array) && reader->error == NULL; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autoptr (GObject) item = NULL;

      g_string_append_printf (reader->path, "%s[%u]", key, i);
      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          g_string_append_c (reader->path, '.');
          item = read_item (reader, json_node_get_object (node));
        }
      else
        {
          fail (reader, "", _("an object"));
        }
      if (item != NULL)
        g_list_store_append (list, item);
      g_string_truncate (reader->path, length);
    }
}

static int
get_count (Reader     *reader,
           JsonObject *object,
           const char *key)
{
  return (int) get_int (reader, object, key, 0, 9999, VLG_VOTES_ABSENT);
}

static void
read_votes (Reader          *reader,
            JsonObject      *object,
            VlgConsultation *consultation)
{
  JsonObject *counts = get_object (reader, object, "votes");
  VlgVotes votes = VLG_VOTES_NONE;
  gsize length = reader->path->len;

  g_string_append (reader->path, "votes.");
  votes.in_favour = get_count (reader, counts, "in_favour");
  votes.against = get_count (reader, counts, "against");
  votes.abstentions = get_count (reader, counts, "abstentions");
  votes.excluded = get_count (reader, counts, "excluded");
  votes.present = get_count (reader, counts, "present");
  vlg_consultation_set_votes (consultation, &votes);
  g_string_truncate (reader->path, length);
}

static void
read_confirmation (Reader          *reader,
                   JsonObject      *object,
                   VlgConsultation *consultation)
{
  JsonObject *confirmation = get_object (reader, object, "confirmation");
  gsize length = reader->path->len;
  g_autofree char *by = NULL;
  g_autofree char *role = NULL;

  g_string_append (reader->path, "confirmation.");
  by = get_string (reader, confirmation, "by");
  role = get_string (reader, confirmation, "role");
  vlg_consultation_set_confirmation (consultation, by, role,
                                     get_int (reader, confirmation, "at", G_MININT64, G_MAXINT64, 0));
  g_string_truncate (reader->path, length);
}

static GObject *
read_consultation (Reader     *reader,
                   JsonObject *object)
{
  VlgConsultation *consultation = vlg_consultation_new ();
  g_autofree char *uid = get_string (reader, object, "uid");
  g_autofree char *body = get_string (reader, object, "body");
  g_autofree char *body_uid = get_string (reader, object, "body_uid");
  g_autofree char *wording = get_string (reader, object, "result_wording");

  if (uid != NULL)
    vlg_consultation_set_uid (consultation, uid);
  vlg_consultation_set_body (consultation, body);
  vlg_consultation_set_body_uid (consultation, body_uid);
  vlg_consultation_set_visibility (consultation, get_choice (reader, object, "visibility", VLG_TYPE_VISIBILITY));
  vlg_consultation_set_role (consultation, get_choice (reader, object, "role", VLG_TYPE_ROLE));
  vlg_consultation_set_day (consultation, get_day (reader, object, "date"));
  vlg_consultation_set_result (consultation, get_choice (reader, object, "result", VLG_TYPE_RESULT));
  vlg_consultation_set_result_wording (consultation, wording);
  read_votes (reader, object, consultation);
  read_confirmation (reader, object, consultation);

  return G_OBJECT (consultation);
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static void
read_file (Reader     *reader,
           JsonObject *object,
           VlgAnnex   *annex)
{
  JsonObject *described = get_object (reader, object, "file");
  gsize length = reader->path->len;
  g_autofree char *sha256 = NULL;
  g_autofree char *name = NULL;
  g_autofree char *media_type = NULL;
  VlgAnnexFile file = { 0 };

  if (described == NULL)
    return;

  g_string_append (reader->path, "file.");
  sha256 = get_string (reader, described, "sha256");
  name = get_string (reader, described, "name");
  media_type = get_string (reader, described, "media_type");
  if (sha256 != NULL && !is_sha256 (sha256))
    fail (reader, "sha256", _("64 lower-case hexadecimal digits"));

  file.sha256 = sha256;
  file.name = name;
  file.media_type = media_type;
  file.size = (guint64) get_int (reader, described, "size", 0, G_MAXINT64, 0);
  vlg_annex_set_file (annex, &file);
  g_string_truncate (reader->path, length);
}

static GObject *
read_annex (Reader     *reader,
            JsonObject *object)
{
  VlgAnnex *annex = vlg_annex_new ();
  g_autofree char *uid = get_string (reader, object, "uid");
  g_autofree char *title = get_string (reader, object, "title");
  g_autofree char *text = get_string (reader, object, "text");

  if (uid != NULL)
    vlg_annex_set_uid (annex, uid);
  vlg_annex_set_number (annex, (guint) get_int (reader, object, "number", 0, G_MAXINT, 0));
  vlg_annex_set_title (annex, title);
  vlg_annex_set_text (annex, text);
  vlg_annex_set_visibility (annex, get_choice (reader, object, "visibility", VLG_TYPE_VISIBILITY));
  vlg_annex_set_source (annex, get_boolean (reader, object, "source"));
  read_file (reader, object, annex);

  return G_OBJECT (annex);
}

static GObject *
read_mark (Reader     *reader,
           JsonObject *object)
{
  g_autofree char *field = get_string (reader, object, "field");
  g_autofree char *rationale = get_string (reader, object, "rationale");
  g_autoptr (GStrvBuilder) goals = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;
  JsonArray *array = get_array (reader, object, "goals");
  VlgMark *mark;

  if (field == NULL)
    fail (reader, "field", _("a string"));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *code = holds (node, G_TYPE_STRING) ? vlg_string_normalize (json_node_get_string (node), -1, NULL) : NULL;

      if (code != NULL)
        g_strv_builder_add (goals, code);
      else
        fail (reader, "goals", _("a list of strings"));
    }

  codes = g_strv_builder_end (goals);
  mark = vlg_mark_new (field);
  vlg_mark_set_ticked (mark, get_boolean (reader, object, "ticked"));
  vlg_mark_set_goals (mark, (const char * const *) codes);
  vlg_mark_set_rationale (mark, rationale);

  return G_OBJECT (mark);
}

static GObject *
read_signatory (Reader     *reader,
                JsonObject *object)
{
  g_autofree char *name = get_string (reader, object, "name");
  g_autofree char *role = get_string (reader, object, "role");

  return G_OBJECT (vlg_signatory_new (name, role, get_choice (reader, object, "block", VLG_TYPE_BLOCK),
                                      get_day (reader, object, "valid_from"),
                                      get_day (reader, object, "valid_to")));
}

static GObject *
read_relation (Reader     *reader,
               JsonObject *object)
{
  int kind = get_choice (reader, object, "kind", VLG_TYPE_RELATION_KIND);
  g_autoptr (VlgMotionNumber) target = get_number (reader, object, "number");

  if (target == NULL)
    {
      fail (reader, "number", _("a paper number"));
      return NULL;
    }

  return G_OBJECT (vlg_relation_new ((VlgRelationKind) kind, target));
}

static void
read_head (Reader     *reader,
           JsonObject *object,
           VlgMotion  *motion)
{
  g_autofree char *uid = get_string (reader, object, "uid");
  g_autofree char *kind = get_string (reader, object, "kind");
  g_autofree char *profile_version = get_string (reader, object, "profile_version");
  g_autoptr (VlgMotionNumber) number = get_number (reader, object, "number");

  if (uid != NULL)
    vlg_motion_set_uid (motion, uid);
  vlg_motion_set_number (motion, number);
  if (kind != NULL)
    vlg_motion_set_kind (motion, kind);
  vlg_motion_set_stage (motion, get_choice (reader, object, "stage", VLG_TYPE_STAGE));
  vlg_motion_set_visibility (motion, get_choice (reader, object, "visibility", VLG_TYPE_VISIBILITY));
  vlg_motion_set_revision (motion, get_int (reader, object, "revision", 0, G_MAXINT64, 0));
  vlg_motion_set_profile_version (motion, profile_version);
  vlg_motion_set_received_on (motion, get_day (reader, object, "received_on"));
  vlg_motion_set_decided_on (motion, get_day (reader, object, "decided_on"));

  for (guint i = 0; i < VLG_N_FIELDS; i++)
    {
      g_autofree char *text = NULL;

      if (!vlg_field_is_text ((VlgField) i))
        continue;
      text = get_string (reader, object, vlg_field_to_key ((VlgField) i));
      vlg_motion_set_text (motion, (VlgField) i, text);
    }
}

static void
read_leitbild (Reader     *reader,
               JsonObject *object,
               VlgMotion  *motion)
{
  JsonObject *leitbild = get_object (reader, object, "leitbild");
  gsize length = reader->path->len;

  g_string_append (reader->path, "leitbild.");
  vlg_motion_set_relevance (motion, get_choice (reader, leitbild, "relevance", VLG_TYPE_RELEVANCE));
  read_list (reader, leitbild, "fields", vlg_motion_get_marks (motion), read_mark);
  g_string_truncate (reader->path, length);
}

static gboolean
check_format (JsonNode  *node,
              GError   **error)
{
  JsonNode *format;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("The record is not a motion: it must be an object."));
      return FALSE;
    }

  format = json_object_get_member (json_node_get_object (node), "format");
  if (format == NULL || !holds (format, G_TYPE_INT64) || json_node_get_int (format) < 1)
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID,
                           _("The record is not a motion: “format” must be a number such as 1."));
      return FALSE;
    }

  if (json_node_get_int (format) > VLG_MOTION_JSON_FORMAT)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_NEWER,
                   _("The record has format %lld, which a newer version of this program wrote; this one reads up to %d."),
                   (long long) json_node_get_int (format), VLG_MOTION_JSON_FORMAT);
      return FALSE;
    }

  return TRUE;
}

VlgMotion *
vlg_motion_from_json (JsonNode  *node,
                      GError   **error)
{
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (GString) path = NULL;
  Reader reader = { 0 };
  JsonObject *object;

  g_return_val_if_fail (node != NULL, NULL);

  if (!check_format (node, error))
    return NULL;

  path = g_string_new (NULL);
  reader.path = path;
  object = json_node_get_object (node);
  motion = vlg_motion_new ();
  read_head (&reader, object, motion);
  read_leitbild (&reader, object, motion);
  read_list (&reader, object, "consultations", vlg_motion_get_consultations (motion), read_consultation);
  read_list (&reader, object, "annexes", vlg_motion_get_annexes (motion), read_annex);
  read_list (&reader, object, "signatories", vlg_motion_get_signatories (motion), read_signatory);
  read_list (&reader, object, "relations", vlg_motion_get_relations (motion), read_relation);

  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      return NULL;
    }

  return g_steal_pointer (&motion);
}
