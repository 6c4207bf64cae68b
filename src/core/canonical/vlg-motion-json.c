/* vlg-motion-json.c — a motion as JSON after data/motion.schema.json
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-canonical.h"
#include "vlg-core-enums.h"
#include "vlg-motion-json-private.h"

typedef JsonObject *(*WriteItem) (gpointer item, VlgProfile *profile);

/* NULL is null. */
static void
set_string (JsonObject *object,
            const char *key,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, key, value);
  else
    json_object_set_null_member (object, key);
}

/* The value 0 of each enumeration given here means that nothing is said: null. */
static void
set_choice (JsonObject *object,
            const char *key,
            GType       type,
            int         value)
{
  set_string (object, key, value != 0 ? vlg_enum_to_nick (type, value) : NULL);
}

static void
set_day (JsonObject *object,
         const char *key,
         VlgDay      day)
{
  g_autofree char *iso = vlg_day_to_iso (day);

  set_string (object, key, iso);
}

static void
set_count (JsonObject *object,
           const char *key,
           int         count)
{
  if (count != VLG_VOTES_ABSENT)
    json_object_set_int_member (object, key, count);
  else
    json_object_set_null_member (object, key);
}

static void
set_votes (JsonObject     *object,
           const VlgVotes *votes)
{
  JsonObject *counts;

  if (vlg_votes_is_none (votes))
    {
      json_object_set_null_member (object, "votes");
      return;
    }

  counts = json_object_new ();
  set_count (counts, "in_favour", votes->in_favour);
  set_count (counts, "against", votes->against);
  set_count (counts, "abstentions", votes->abstentions);
  set_count (counts, "excluded", votes->excluded);
  set_count (counts, "present", votes->present);
  json_object_set_object_member (object, "votes", counts);
}

static void
set_confirmation (JsonObject      *object,
                  VlgConsultation *consultation)
{
  JsonObject *confirmation;

  if (*vlg_consultation_get_confirmed_by (consultation) == '\0')
    {
      json_object_set_null_member (object, "confirmation");
      return;
    }

  confirmation = json_object_new ();
  json_object_set_string_member (confirmation, "by", vlg_consultation_get_confirmed_by (consultation));
  json_object_set_string_member (confirmation, "role", vlg_consultation_get_confirmed_role (consultation));
  json_object_set_int_member (confirmation, "at", vlg_consultation_get_confirmed_at (consultation));
  json_object_set_object_member (object, "confirmation", confirmation);
}

static JsonObject *
write_consultation (gpointer    item,
                    VlgProfile *profile)
{
  JsonObject *object = json_object_new ();

  set_string (object, "uid", vlg_consultation_get_uid (item));
  json_object_set_string_member (object, "body", vlg_consultation_get_body (item));
  set_string (object, "body_uid", vlg_consultation_get_body_uid (item));
  set_choice (object, "visibility", VLG_TYPE_VISIBILITY, vlg_consultation_get_visibility (item));
  set_choice (object, "role", VLG_TYPE_ROLE, vlg_consultation_get_role (item));
  set_day (object, "date", vlg_consultation_get_day (item));
  set_choice (object, "result", VLG_TYPE_RESULT, vlg_consultation_get_result (item));
  json_object_set_string_member (object, "result_wording", vlg_consultation_get_result_wording (item));
  set_votes (object, vlg_consultation_get_votes (item));
  set_confirmation (object, item);

  return object;
}

static JsonObject *
write_annex (gpointer    item,
             VlgProfile *profile)
{
  JsonObject *object = json_object_new ();
  const VlgAnnexFile *file = vlg_annex_get_file (item);

  set_string (object, "uid", vlg_annex_get_uid (item));
  json_object_set_int_member (object, "number", vlg_annex_get_number (item));
  json_object_set_string_member (object, "title", vlg_annex_get_title (item));
  json_object_set_string_member (object, "text", vlg_annex_get_text (item));
  set_choice (object, "visibility", VLG_TYPE_VISIBILITY, vlg_annex_get_visibility (item));
  json_object_set_boolean_member (object, "source", vlg_annex_get_source (item));

  if (file != NULL)
    {
      JsonObject *described = json_object_new ();

      set_string (described, "sha256", file->sha256);
      set_string (described, "name", file->name);
      set_string (described, "media_type", file->media_type);
      json_object_set_int_member (described, "size", (gint64) file->size);
      json_object_set_object_member (object, "file", described);
    }
  else
    {
      json_object_set_null_member (object, "file");
    }

  return object;
}

static JsonObject *
write_mark (gpointer    item,
            VlgProfile *profile)
{
  JsonObject *object = json_object_new ();
  JsonArray *goals = json_array_new ();
  VlgActionField *field = NULL;

  if (profile != NULL)
    field = vlg_leitbild_find_field (vlg_profile_get_leitbild (profile), vlg_mark_get_field (item));

  for (const char * const *goal = vlg_mark_get_goals (item); *goal != NULL; goal++)
    json_array_add_string_element (goals, *goal);

  json_object_set_string_member (object, "field", vlg_mark_get_field (item));
  set_string (object, "name", field ? vlg_action_field_get_name (field) : NULL);
  json_object_set_boolean_member (object, "ticked", vlg_mark_get_ticked (item));
  json_object_set_array_member (object, "goals", goals);
  json_object_set_string_member (object, "rationale", vlg_mark_get_rationale (item));

  return object;
}

static JsonObject *
write_signatory (gpointer    item,
                 VlgProfile *profile)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", vlg_signatory_get_name (item));
  json_object_set_string_member (object, "role", vlg_signatory_get_role (item));
  json_object_set_string_member (object, "block", vlg_enum_to_nick (VLG_TYPE_BLOCK, vlg_signatory_get_block (item)));
  set_day (object, "valid_from", vlg_signatory_get_valid_from (item));
  set_day (object, "valid_to", vlg_signatory_get_valid_to (item));

  return object;
}

static JsonObject *
write_relation (gpointer    item,
                VlgProfile *profile)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind",
                                 vlg_enum_to_nick (VLG_TYPE_RELATION_KIND, vlg_relation_get_kind (item)));
  json_object_set_string_member (object, "number", vlg_motion_number_get_text (vlg_relation_get_target (item)));

  return object;
}

static JsonArray *
write_list (GListStore *list,
            WriteItem   write_item,
            VlgProfile *profile)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  JsonArray *array = json_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      json_array_add_object_element (array, write_item (item, profile));
    }

  return array;
}

static JsonObject *
write_leitbild (VlgMotion  *motion,
                VlgProfile *profile)
{
  JsonObject *object = json_object_new ();

  set_choice (object, "relevance", VLG_TYPE_RELEVANCE, vlg_motion_get_relevance (motion));
  json_object_set_array_member (object, "fields", write_list (vlg_motion_get_marks (motion), write_mark, profile));

  return object;
}

JsonNode *
vlg_motion_to_json (VlgMotion  *motion,
                    VlgProfile *profile)
{
  JsonNode *node;
  JsonObject *object;

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);

  object = json_object_new ();
  json_object_set_int_member (object, "format", VLG_MOTION_JSON_FORMAT);
  set_string (object, "uid", vlg_motion_get_uid (motion));
  set_string (object, "number", vlg_motion_get_number (motion) ? vlg_motion_get_number_text (motion) : NULL);
  json_object_set_string_member (object, "kind", vlg_motion_get_kind (motion));
  json_object_set_string_member (object, "stage", vlg_enum_to_nick (VLG_TYPE_STAGE, vlg_motion_get_stage (motion)));
  set_choice (object, "visibility", VLG_TYPE_VISIBILITY, vlg_motion_get_visibility (motion));
  json_object_set_int_member (object, "revision", vlg_motion_get_revision (motion));
  set_string (object, "profile_version", vlg_motion_get_profile_version (motion));
  set_day (object, "received_on", vlg_motion_get_received_on (motion));
  set_day (object, "decided_on", vlg_motion_get_decided_on (motion));

  for (guint i = 0; i < VLG_N_FIELDS; i++)
    if (vlg_field_is_text ((VlgField) i))
      json_object_set_string_member (object, vlg_field_to_key ((VlgField) i),
                                     vlg_motion_get_text (motion, (VlgField) i));

  json_object_set_object_member (object, "leitbild", write_leitbild (motion, profile));
  json_object_set_array_member (object, "consultations",
                                write_list (vlg_motion_get_consultations (motion), write_consultation, profile));
  json_object_set_array_member (object, "annexes",
                                write_list (vlg_motion_get_annexes (motion), write_annex, profile));
  json_object_set_array_member (object, "signatories",
                                write_list (vlg_motion_get_signatories (motion), write_signatory, profile));
  json_object_set_array_member (object, "relations",
                                write_list (vlg_motion_get_relations (motion), write_relation, profile));

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);

  return node;
}
