/* test-motion-json.c — motions as JSON and back, against the schema that is installed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "schema-validator.h"
#include "vlg-canonical.h"
#include "vlg-error.h"

#include <string.h>

static const char odd_text[] = "Zeile 1\nZeile 2 \"so\" \\ \t \001 \360\237\230\200 \302\240 Straße\n\n- Liste\n";

static JsonNode *
load_schema (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "motion.schema.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

/* Through the canonical bytes and the parser, as a record on disk goes. */
static JsonNode *
write_and_parse (VlgMotion *motion)
{
  g_autoptr (JsonNode) node = vlg_motion_to_json (motion, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vlg_canonical_serialize (node, &error);
  g_autofree char *text = NULL;
  JsonNode *parsed;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  parsed = json_from_string (text, &error);
  g_assert_no_error (error);

  return parsed;
}

static void
assert_round_trip (JsonNode  *schema,
                   VlgMotion *motion)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = write_and_parse (motion);
  g_autoptr (VlgMotion) read = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) bytes_again = NULL;

  schema_validate (schema, node, &error);
  g_assert_no_error (error);

  read = vlg_motion_from_json (node, &error);
  g_assert_no_error (error);
  g_assert_true (vlg_motion_equal (motion, read));
  g_assert_cmpint (vlg_motion_get_revision (motion), ==, vlg_motion_get_revision (read));
  g_assert_cmpstr (vlg_motion_get_profile_version (motion), ==, vlg_motion_get_profile_version (read));

  again = vlg_motion_to_json (read, NULL);
  bytes = vlg_canonical_serialize (node, NULL);
  bytes_again = vlg_canonical_serialize (again, NULL);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
}

static void
test_empty (void)
{
  g_autoptr (JsonNode) schema = load_schema ();
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (JsonNode) node = vlg_motion_to_json (motion, NULL);
  JsonObject *object = json_node_get_object (node);

  assert_round_trip (schema, motion);
  g_assert_cmpint (json_object_get_int_member (object, "format"), ==, 1);
  g_assert_true (json_object_get_null_member (object, "number"));
  g_assert_true (json_object_get_null_member (object, "visibility"));
  g_assert_true (json_object_get_null_member (object, "decided_on"));
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "");
}

static int
random_count (GRand *rand)
{
  return g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 10000) : VLG_VOTES_ABSENT;
}

static void
add_consultation (VlgMotion *motion,
                  GRand     *rand)
{
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();
  VlgVotes votes = { random_count (rand), random_count (rand), random_count (rand), random_count (rand), random_count (rand) };

  vlg_consultation_set_body (row, g_rand_boolean (rand) ? "Haupt- und Personalausschuss" : "");
  vlg_consultation_set_body_uid (row, g_rand_boolean (rand) ? "body" : NULL);
  vlg_consultation_set_visibility (row, (VlgVisibility) g_rand_int_range (rand, 0, VLG_VISIBILITY_NON_PUBLIC + 1));
  vlg_consultation_set_role (row, (VlgRole) g_rand_int_range (rand, 0, VLG_ROLE_INFORMATION + 1));
  vlg_consultation_set_day (row, g_rand_boolean (rand) ? (VlgDay) g_rand_int_range (rand, 1, 3652059) : VLG_DAY_NONE);
  vlg_consultation_set_votes (row, &votes);
  vlg_consultation_set_result (row, (VlgResult) g_rand_int_range (rand, 0, VLG_RESULT_WITHDRAWN + 1));
  vlg_consultation_set_result_wording (row, g_rand_boolean (rand) ? odd_text : "");
  if (g_rand_boolean (rand))
    vlg_consultation_set_confirmation (row, "A. Beispiel", "", g_rand_int (rand));
  g_list_store_append (vlg_motion_get_consultations (motion), row);
}

static void
add_annex (VlgMotion *motion,
           GRand     *rand)
{
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autofree char *sha256 = g_strnfill (64, 'a');
  VlgAnnexFile file = { g_rand_boolean (rand) ? sha256 : NULL, (char *) "Plan ä.pdf", (char *) "application/pdf", G_MAXINT64 };

  vlg_annex_set_number (annex, (guint) g_rand_int_range (rand, 0, 100));
  vlg_annex_set_title (annex, g_rand_boolean (rand) ? "Lageplan" : "");
  vlg_annex_set_text (annex, g_rand_boolean (rand) ? odd_text : "");
  vlg_annex_set_visibility (annex, (VlgVisibility) g_rand_int_range (rand, 0, VLG_VISIBILITY_NON_PUBLIC + 1));
  vlg_annex_set_source (annex, g_rand_boolean (rand));
  if (g_rand_boolean (rand))
    vlg_annex_set_file (annex, &file);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
}

static void
add_mark (VlgMotion *motion,
          GRand     *rand)
{
  static const char * const goals[] = { "M01", "W 3/ä", NULL };
  g_autoptr (VlgMark) mark = vlg_mark_new ("social");

  vlg_mark_set_ticked (mark, g_rand_boolean (rand));
  vlg_mark_set_goals (mark, g_rand_boolean (rand) ? goals : NULL);
  vlg_mark_set_rationale (mark, g_rand_boolean (rand) ? odd_text : "");
  g_list_store_append (vlg_motion_get_marks (motion), mark);
}

static void
add_people_and_relations (VlgMotion *motion,
                          GRand     *rand)
{
  static const char * const numbers[] = { "BV/002/2023/OR Mosig", "FV/007/2019/LBF/GR", "2015/0288-1", "DS0231/19" };
  g_autoptr (VlgSignatory) signatory = NULL;
  g_autoptr (VlgMotionNumber) target = vlg_motion_number_parse (numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))], NULL);
  g_autoptr (VlgRelation) relation = NULL;

  signatory = vlg_signatory_new (g_rand_boolean (rand) ? "A. Beispiel" : "", "Vorsitz",
                                 g_rand_boolean (rand) ? VLG_BLOCK_COUNCIL : VLG_BLOCK_SUBMITTER,
                                 g_rand_boolean (rand) ? 730000 : VLG_DAY_NONE, g_rand_boolean (rand) ? 740000 : VLG_DAY_NONE);
  relation = vlg_relation_new ((VlgRelationKind) g_rand_int_range (rand, 0, VLG_RELATION_REPEALS + 1), target);
  g_list_store_append (vlg_motion_get_signatories (motion), signatory);
  g_list_store_append (vlg_motion_get_relations (motion), relation);
  vlg_motion_set_number (motion, target);
}

static void
test_generated (void)
{
  g_autoptr (JsonNode) schema = load_schema ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (VlgMotion) motion = vlg_motion_new ();
      g_autofree char *sha256 = g_strnfill (64, '0');

      for (guint field = 0; field < VLG_N_FIELDS; field++)
        if (vlg_field_is_text ((VlgField) field) && g_rand_boolean (rand))
          vlg_motion_set_text (motion, (VlgField) field, odd_text);
      for (int n = g_rand_int_range (rand, 0, 41); n > 0; n--)
        add_consultation (motion, rand);
      for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
        {
          add_annex (motion, rand);
          add_mark (motion, rand);
          add_people_and_relations (motion, rand);
        }
      vlg_motion_set_kind (motion, g_rand_boolean (rand) ? "IV" : "");
      vlg_motion_set_stage (motion, (VlgStage) g_rand_int_range (rand, 0, VLG_STAGE_WITHDRAWN + 1));
      vlg_motion_set_visibility (motion, (VlgVisibility) g_rand_int_range (rand, 0, VLG_VISIBILITY_NON_PUBLIC + 1));
      vlg_motion_set_relevance (motion, (VlgRelevance) g_rand_int_range (rand, 0, VLG_RELEVANCE_NOT_RELEVANT + 1));
      vlg_motion_set_received_on (motion, g_rand_boolean (rand) ? 736000 : VLG_DAY_NONE);
      vlg_motion_set_revision (motion, i);
      vlg_motion_set_profile_version (motion, g_rand_boolean (rand) ? sha256 : NULL);

      assert_round_trip (schema, motion);
    }
}

static void
test_large (void)
{
  g_autoptr (JsonNode) schema = load_schema ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    add_consultation (motion, rand);
  while (text->len < 1000 * 1000)
    g_string_append (text, odd_text);
  vlg_annex_set_text (annex, text->str);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);

  assert_round_trip (schema, motion);
}

static void
test_field_names (void)
{
  g_autoptr (JsonNode) schema = load_schema ();
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (profile);
  VlgActionField *field = vlg_leitbild_get_field (leitbild, vlg_leitbild_get_n_fields (leitbild) - 1);
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgMark) mark = vlg_mark_new (vlg_action_field_get_key (field));
  g_autoptr (VlgMark) unknown = vlg_mark_new ("of a catalogue since revised");
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *marks;

  g_list_store_append (vlg_motion_get_marks (motion), mark);
  g_list_store_append (vlg_motion_get_marks (motion), unknown);
  node = vlg_motion_to_json (motion, profile);
  schema_validate (schema, node, &error);
  g_assert_no_error (error);

  marks = json_object_get_array_member (json_object_get_object_member (json_node_get_object (node), "leitbild"), "fields");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (marks, 0), "name"), ==,
                   vlg_action_field_get_name (field));
  g_assert_true (json_object_get_null_member (json_array_get_object_element (marks, 1), "name"));
}

/* What the bytes of a stored record look like must never change. */
static void
test_golden (void)
{
  static const char expected[] =
    "{\"annexes\":[],\"consultations\":[{\"body\":\"Stadtrat\",\"body_uid\":null,\"confirmation\":null,\"date\":\"2018-02-28\","
    "\"result\":\"rejected\",\"result_wording\":\"\",\"role\":\"decision\",\"uid\":\"22222222-2222-4222-8222-222222222222\","
    "\"visibility\":\"public\",\"votes\":{\"abstentions\":null,\"against\":25,\"excluded\":null,\"in_favour\":25,\"present\":null}}],"
    "\"decided_on\":null,\"expert_opinions\":\"\",\"format\":1,\"kind\":\"BV\",\"legal_basis\":\"\","
    "\"leitbild\":{\"fields\":[],\"relevance\":\"not-relevant\"},\"number\":\"BV/422/2017/I-OB\",\"profile_version\":null,"
    "\"publication_notes\":\"\",\"reasoning\":\"\",\"received_on\":null,\"related_resolutions\":\"\",\"relations\":[],"
    "\"resolution\":\"\",\"responsible\":\"\",\"revision\":0,\"signatories\":[],\"stage\":\"draft\",\"submitter\":\"\","
    "\"title\":\"Stra\303\237e\\u000a\",\"uid\":\"11111111-1111-4111-8111-111111111111\",\"unrecognised\":\"\",\"visibility\":null}";
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse ("BV/422/2017/I-OB", NULL);
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;
  VlgVotes votes = VLG_VOTES_NONE;

  votes.in_favour = votes.against = 25;
  vlg_motion_set_uid (motion, "11111111-1111-4111-8111-111111111111");
  vlg_motion_set_number (motion, number);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Straße\n");
  vlg_motion_set_relevance (motion, VLG_RELEVANCE_NOT_RELEVANT);
  vlg_consultation_set_uid (row, "22222222-2222-4222-8222-222222222222");
  vlg_consultation_set_body (row, "Stadtrat");
  vlg_consultation_set_visibility (row, VLG_VISIBILITY_PUBLIC);
  vlg_consultation_set_role (row, VLG_ROLE_DECISION);
  vlg_consultation_set_day (row, vlg_day_new (2018, 2, 28));
  vlg_consultation_set_result (row, VLG_RESULT_REJECTED);
  vlg_consultation_set_votes (row, &votes);
  g_list_store_append (vlg_motion_get_consultations (motion), row);

  node = vlg_motion_to_json (motion, NULL);
  bytes = vlg_canonical_serialize (node, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
test_wrong (void)
{
  static const struct { const char *json; int code; const char *names; } cases[] = {
    { "[]", VLG_ERROR_INVALID, "object" },
    { "{}", VLG_ERROR_INVALID, "format" },
    { "{\"format\":\"1\"}", VLG_ERROR_INVALID, "format" },
    { "{\"format\":0}", VLG_ERROR_INVALID, "format" },
    { "{\"format\":2}", VLG_ERROR_NEWER, "2" },
    { "{\"format\":1,\"title\":7}", VLG_ERROR_INVALID, "title" },
    { "{\"format\":1,\"number\":\"\"}", VLG_ERROR_INVALID, "number" },
    { "{\"format\":1,\"stage\":\"adopted\"}", VLG_ERROR_INVALID, "stage" },
    { "{\"format\":1,\"decided_on\":\"28.02.2018\"}", VLG_ERROR_INVALID, "decided_on" },
    { "{\"format\":1,\"revision\":1.5}", VLG_ERROR_INVALID, "revision" },
    { "{\"format\":1,\"consultations\":{}}", VLG_ERROR_INVALID, "consultations" },
    { "{\"format\":1,\"consultations\":[{},7]}", VLG_ERROR_INVALID, "consultations[1]" },
    { "{\"format\":1,\"consultations\":[{},{\"date\":\"2018-02-30\"}]}", VLG_ERROR_INVALID, "consultations[1].date" },
    { "{\"format\":1,\"consultations\":[{\"votes\":{\"against\":-1}}]}", VLG_ERROR_INVALID, "consultations[0].votes.against" },
    { "{\"format\":1,\"leitbild\":{\"fields\":[{\"ticked\":true}]}}", VLG_ERROR_INVALID, "leitbild.fields[0].field" },
    { "{\"format\":1,\"leitbild\":{\"fields\":[{\"field\":\"a\",\"goals\":[1]}]}}", VLG_ERROR_INVALID, "leitbild.fields[0].goals" },
    { "{\"format\":1,\"annexes\":[{\"source\":1}]}", VLG_ERROR_INVALID, "annexes[0].source" },
    { "{\"format\":1,\"annexes\":[{\"file\":{\"sha256\":\"A\"}}]}", VLG_ERROR_INVALID, "annexes[0].file.sha256" },
    { "{\"format\":1,\"relations\":[{\"kind\":\"amends\"}]}", VLG_ERROR_INVALID, "relations[0].number" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = json_from_string (cases[i].json, &error);

      g_test_message ("%s", cases[i].json);
      g_assert_no_error (error);
      g_assert_null (vlg_motion_from_json (node, &error));
      g_assert_error (error, VLG_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].names));
    }
}

static void
test_lenient (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string ("{\"format\":1,\"title\":\"Ro\\u0308\\r\\nB\",\"later\":[1.5],\"annexes\":null}", &error);
  g_autoptr (VlgMotion) motion = vlg_motion_from_json (node, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Rö\nB");
  g_assert_true (g_uuid_string_is_valid (vlg_motion_get_uid (motion)));
}

/* The validator itself must be able to refuse. */
static void
test_schema_refuses (void)
{
  g_autoptr (JsonNode) schema = load_schema ();
  static const struct { const char *key, *value; } cases[] = {
    { "format", "2" }, { "uid", "\"x\"" }, { "stage", "\"adopted\"" }, { "revision", "-1" }, { "title", "null" },
    { "decided_on", "\"2018-13-01\"" }, { "more", "1" }, { "relations", "[{\"kind\":\"amends\"}]" }, { "number", "\"\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VlgMotion) motion = vlg_motion_new ();
      g_autoptr (JsonNode) node = vlg_motion_to_json (motion, NULL);
      g_autoptr (GError) error = NULL;

      json_object_set_member (json_node_get_object (node), cases[i].key, json_from_string (cases[i].value, NULL));
      g_assert_false (schema_validate (schema, node, &error));
      g_assert_nonnull (strstr (error->message, cases[i].key));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/motion-json/empty", test_empty);
  g_test_add_func ("/motion-json/generated", test_generated);
  g_test_add_func ("/motion-json/large", test_large);
  g_test_add_func ("/motion-json/field-names", test_field_names);
  g_test_add_func ("/motion-json/golden", test_golden);
  g_test_add_func ("/motion-json/wrong", test_wrong);
  g_test_add_func ("/motion-json/lenient", test_lenient);
  g_test_add_func ("/motion-json/schema-refuses", test_schema_refuses);

  return g_test_run ();
}
