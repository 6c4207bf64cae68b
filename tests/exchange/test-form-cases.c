/* test-form-cases.c — real papers, where the environment names their folder
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "vlg-document.h"
#include "vlg-paper-reader.h"

static char *
load_case (const char *name)
{
  const char *folder = g_getenv ("VORLAGE_CASES");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (folder == NULL)
    {
      g_test_skip ("VORLAGE_CASES is not set");
      return NULL;
    }
  path = g_build_filename (folder, name, NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static VlgMotion *
read_case (const char       *name,
           VlgProfile      **profile,
           VlgImportReport **report)
{
  g_autofree char *text = load_case (name);
  g_autoptr (GError) error = NULL;
  VlgMotion *motion;

  if (text == NULL)
    return NULL;
  *profile = vlg_profile_new_default ();
  motion = vlg_form_read (text, *profile, report, &error);
  g_assert_no_error (error);

  return motion;
}

static void
assert_text (VlgMotion  *motion,
             JsonObject *expected,
             VlgField    field)
{
  const char *key = vlg_field_to_key (field);

  g_assert_true (json_object_has_member (expected, key));
  g_assert_cmpstr (vlg_motion_get_text (motion, field), ==, json_object_get_string_member (expected, key));
}

static void
check_consultations (VlgMotion *motion,
                     JsonArray *expected)
{
  GListModel *consultations = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  g_assert_cmpuint (g_list_model_get_n_items (consultations), ==, json_array_get_length (expected));
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonObject *row = json_array_get_object_element (expected, i);
      g_autoptr (VlgConsultation) consultation = g_list_model_get_item (consultations, i);
      g_autofree char *day = vlg_day_to_iso (vlg_consultation_get_day (consultation));

      g_assert_cmpint (json_object_get_int_member (row, "position"), ==, i + 1);
      g_assert_cmpstr (vlg_consultation_get_body (consultation), ==, json_object_get_string_member (row, "body"));
      g_assert_nonnull (vlg_consultation_get_body_uid (consultation));
      g_assert_cmpint (vlg_consultation_get_visibility (consultation), ==,
                       json_object_get_boolean_member (row, "public") ? VLG_VISIBILITY_PUBLIC : VLG_VISIBILITY_NON_PUBLIC);
      g_assert_cmpstr (day, ==, json_object_get_string_member (row, "date"));
      g_assert_true (json_object_get_null_member (row, "votes"));
      g_assert_true (vlg_votes_is_none (vlg_consultation_get_votes (consultation)));
      g_assert_true (json_object_get_null_member (row, "confirmation"));
      g_assert_cmpstr (vlg_consultation_get_confirmed_by (consultation), ==, "");
      g_assert_cmpint (vlg_consultation_get_role (consultation), ==, VLG_ROLE_NONE);
    }
}

static void
check_leitbild (VlgMotion  *motion,
                VlgProfile *profile,
                JsonObject *expected)
{
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (profile);
  JsonArray *fields = json_object_get_array_member (expected, "fields_in_order");
  JsonArray *ticked = json_object_get_array_member (expected, "ticked");
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  g_assert_cmpint (vlg_motion_get_relevance (motion), ==,
                   json_object_get_boolean_member (expected, "relevant") ? VLG_RELEVANCE_RELEVANT : VLG_RELEVANCE_NOT_RELEVANT);
  g_assert_cmpuint (vlg_leitbild_get_n_fields (leitbild), ==, json_array_get_length (fields));
  for (guint i = 0; i < json_array_get_length (fields); i++)
    g_assert_cmpstr (vlg_action_field_get_name (vlg_leitbild_get_field (leitbild, i)), ==, json_array_get_string_element (fields, i));

  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, json_array_get_length (ticked));
  for (guint i = 0; i < json_array_get_length (ticked); i++)
    {
      JsonObject *row = json_array_get_object_element (ticked, i);
      JsonArray *goals = json_object_get_array_member (row, "goals");
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      VlgActionField *field = vlg_leitbild_find_field (leitbild, vlg_mark_get_field (mark));

      g_assert_nonnull (field);
      g_assert_true (vlg_mark_get_ticked (mark));
      g_assert_cmpstr (vlg_action_field_get_name (field), ==, json_object_get_string_member (row, "field"));
      g_assert_cmpuint (g_strv_length ((char **) vlg_mark_get_goals (mark)), ==, json_array_get_length (goals));
      for (guint goal = 0; goal < json_array_get_length (goals); goal++)
        g_assert_cmpstr (vlg_mark_get_goals (mark)[goal], ==, json_array_get_string_element (goals, goal));
    }
}

static void
check_signatories (VlgMotion *motion,
                   JsonArray *expected)
{
  GListModel *signatories = G_LIST_MODEL (vlg_motion_get_signatories (motion));

  g_assert_cmpuint (g_list_model_get_n_items (signatories), ==, json_array_get_length (expected));
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonObject *row = json_array_get_object_element (expected, i);
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);

      g_assert_cmpstr (vlg_signatory_get_name (signatory), ==, json_object_get_string_member (row, "name"));
      g_assert_cmpstr (vlg_signatory_get_role (signatory), ==, json_object_get_string_member (row, "role"));
      g_assert_cmpint (vlg_signatory_get_block (signatory), ==, i == 0 ? VLG_BLOCK_SUBMITTER : VLG_BLOCK_COUNCIL);
    }
}

static void
check_annexes (VlgMotion *motion,
               JsonArray *expected)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));

  g_assert_cmpuint (g_list_model_get_n_items (annexes), ==, json_array_get_length (expected));
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      JsonObject *row = json_array_get_object_element (expected, i);
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      g_autoptr (VlgDocument) document = vlg_document_new (vlg_annex_get_text (annex));
      g_autofree char *plain = vlg_document_to_plain (document);

      g_assert_cmpint (vlg_annex_get_number (annex), ==, json_object_get_int_member (row, "number"));
      g_assert_cmpint (vlg_document_get_n_blocks (document), ==, json_object_get_int_member (row, "paragraphs_separated_by_blank_lines"));
      for (guint block = 0; block < vlg_document_get_n_blocks (document); block++)
        g_assert_cmpint (vlg_document_get_block (document, block)->type, ==, VLG_BLOCK_PARAGRAPH);
      g_assert_true (g_str_has_prefix (plain, json_object_get_string_member (row, "first_words")));
      g_assert_true (g_str_has_suffix (g_strchomp (plain), json_object_get_string_member (row, "last_words")));
    }
}

static void
check_relations (VlgMotion *motion,
                 JsonArray *expected)
{
  GListModel *relations = G_LIST_MODEL (vlg_motion_get_relations (motion));

  g_assert_cmpuint (g_list_model_get_n_items (relations), ==, json_array_get_length (expected));
  for (guint i = 0; i < json_array_get_length (expected); i++)
    {
      g_autoptr (VlgRelation) relation = g_list_model_get_item (relations, i);

      g_assert_cmpint (vlg_relation_get_kind (relation), ==, VLG_RELATION_MENTIONS);
      g_assert_cmpstr (vlg_motion_number_get_text (vlg_relation_get_target (relation)), ==, json_array_get_string_element (expected, i));
    }
}

static void
test_seed (void)
{
  g_autoptr (VlgProfile) profile = NULL;
  g_autoptr (VlgImportReport) report = NULL;
  g_autoptr (VlgMotion) motion = read_case ("seed-BV-422-2017-I-OB.txt", &profile, &report);
  g_autofree char *json = NULL;
  g_autoptr (JsonParser) parser = NULL;
  JsonObject *expected, *parts;
  VlgMotionNumber *number;
  const char *resolution;

  if (motion == NULL)
    return;
  json = load_case ("seed-expected.json");
  parser = json_parser_new ();
  g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
  expected = json_node_get_object (json_parser_get_root (parser));
  parts = json_object_get_object_member (expected, "number_parts");

  number = vlg_motion_get_number (motion);
  g_assert_nonnull (number);
  g_assert_cmpstr (vlg_motion_number_get_text (number), ==, json_object_get_string_member (expected, "number"));
  g_assert_cmpstr (vlg_motion_number_get_kind (number), ==, json_object_get_string_member (parts, "kind"));
  g_assert_cmpint (vlg_motion_number_get_serial (number), ==, json_object_get_int_member (parts, "serial"));
  g_assert_cmpint (vlg_motion_number_get_year (number), ==, json_object_get_int_member (parts, "year"));
  g_assert_cmpstr (vlg_motion_number_get_origin (number), ==, json_object_get_string_member (parts, "origin"));
  g_assert_cmpstr (vlg_motion_get_kind (motion), ==, "BV");

  assert_text (motion, expected, VLG_FIELD_SUBMITTER);
  assert_text (motion, expected, VLG_FIELD_RESPONSIBLE);
  assert_text (motion, expected, VLG_FIELD_TITLE);
  assert_text (motion, expected, VLG_FIELD_LEGAL_BASIS);
  assert_text (motion, expected, VLG_FIELD_RELATED_RESOLUTIONS);
  assert_text (motion, expected, VLG_FIELD_EXPERT_OPINIONS);
  assert_text (motion, expected, VLG_FIELD_PUBLICATION_NOTES);
  assert_text (motion, expected, VLG_FIELD_REASONING);
  resolution = vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION);
  g_assert_true (g_str_has_prefix (resolution, json_object_get_string_member (expected, "resolution_starts_with")));
  g_assert_true (g_str_has_suffix (resolution, json_object_get_string_member (expected, "resolution_ends_with")));
  g_assert_null (strchr (resolution, '\n'));

  check_consultations (motion, json_object_get_array_member (expected, "consultations"));
  check_leitbild (motion, profile, json_object_get_object_member (expected, "leitbild"));
  check_signatories (motion, json_object_get_array_member (expected, "signatories"));
  g_assert_true (json_object_get_null_member (expected, "decided_on"));
  g_assert_cmpuint (vlg_motion_get_decided_on (motion), ==, VLG_DAY_NONE);
  check_annexes (motion, json_object_get_array_member (expected, "annexes"));
  check_relations (motion, json_object_get_array_member (expected, "cross_references"));

  /* Nothing is left over, and every field was sure. */
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");
  g_assert_cmpuint (vlg_import_report_get_n_unrecognised (report), ==, 0);
  g_assert_cmpuint (vlg_import_report_get_n_entries (report), >=, 15);
  for (guint i = 0; i < vlg_import_report_get_n_entries (report); i++)
    g_assert_cmpint (vlg_import_report_get_entry (report, i)->certainty, ==, VLG_CERTAINTY_CERTAIN);
  g_assert_cmpuint (vlg_import_report_find (report, VLG_FIELD_NUMBER)->first_line, ==, 1);
  g_assert_cmpuint (vlg_import_report_find (report, VLG_FIELD_TITLE)->first_line, ==, 39);
}

static void
assert_station (VlgMotion     *motion,
                guint          index,
                const char    *body,
                VlgVisibility  visibility,
                const char    *day,
                VlgRole        role,
                VlgResult      result)
{
  g_autoptr (VlgConsultation) consultation = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (motion)), index);
  g_autofree char *iso = NULL;

  g_assert_nonnull (consultation);
  iso = vlg_day_to_iso (vlg_consultation_get_day (consultation));
  g_assert_cmpstr (vlg_consultation_get_body (consultation), ==, body);
  /* Another city's bodies are not the profile's, even of the same name. */
  g_assert_null (vlg_consultation_get_body_uid (consultation));
  g_assert_cmpint (vlg_consultation_get_visibility (consultation), ==, visibility);
  g_assert_cmpstr (iso, ==, day);
  g_assert_cmpint (vlg_consultation_get_role (consultation), ==, role);
  g_assert_cmpint (vlg_consultation_get_result (consultation), ==, result);
}

static void
test_magdeburg (void)
{
  g_autoptr (VlgProfile) profile = NULL;
  g_autoptr (VlgImportReport) report = NULL;
  g_autoptr (VlgMotion) motion = read_case ("paper-magdeburg-DS0231-19.txt", &profile, &report);

  if (motion == NULL)
    return;
  g_assert_cmpstr (vlg_motion_get_number_text (motion), ==, "DS0231/19");
  g_assert_true (g_str_has_prefix (vlg_motion_get_text (motion, VLG_FIELD_TITLE), "Neufassung der Geschäftsordnung des Stadtrates"));
  g_assert_true (g_str_has_suffix (vlg_motion_get_text (motion, VLG_FIELD_TITLE), "und seiner Ausschüsse"));
  g_assert_true (g_str_has_prefix (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), "Der Stadtrat beschließt die Neufassung"));
  g_assert_true (g_str_has_suffix (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), "beiliegender Anlage 1."));
  g_assert_cmpint (vlg_motion_get_visibility (motion), ==, VLG_VISIBILITY_PUBLIC);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_consultations (motion))), ==, 4);
  assert_station (motion, 0, "Der Oberbürgermeister", VLG_VISIBILITY_NON_PUBLIC, "2019-09-10", VLG_ROLE_NONE, VLG_RESULT_NONE);
  assert_station (motion, 1, "Ausschuss für kommunale Rechts- und Bürgerangelegenheiten", VLG_VISIBILITY_PUBLIC, "2019-10-10",
                  VLG_ROLE_PRELIMINARY, VLG_RESULT_NONE);
  assert_station (motion, 2, "Verwaltungsausschuss", VLG_VISIBILITY_PUBLIC, "2019-10-25", VLG_ROLE_PRELIMINARY, VLG_RESULT_NONE);
  assert_station (motion, 3, "Stadtrat", VLG_VISIBILITY_PUBLIC, "2019-11-14", VLG_ROLE_DECISION, VLG_RESULT_NONE);
  /* The rest is there, word for word. */
  g_assert_nonnull (strstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), "Genehmigung OB\nBeteiligungen"));
  g_assert_nonnull (strstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), "Haushaltskonsolidierungsmaßnahme\nja, Nr."));
  g_assert_cmpuint (vlg_import_report_get_n_unrecognised (report), >, 50);
  g_assert_cmpint (vlg_import_report_find (report, VLG_FIELD_LEITBILD)->certainty, ==, VLG_CERTAINTY_MISSING);
}

static void
test_sehnde (void)
{
  g_autoptr (VlgProfile) profile = NULL;
  g_autoptr (VlgMotion) motion = read_case ("paper-sehnde-2015-0288-1.txt", &profile, NULL);

  if (motion == NULL)
    return;
  g_assert_cmpstr (vlg_motion_get_number_text (motion), ==, "2015/0288-1");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESPONSIBLE), ==, "FB 4 Stadtentwicklung");
  g_assert_true (g_str_has_prefix (vlg_motion_get_text (motion, VLG_FIELD_TITLE), "Grünflächenkataster der Stadt Sehnde - Operative"));
  g_assert_true (g_str_has_prefix (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), "a) Der Fachbereichsausschuss"));
  g_assert_nonnull (strstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), "\n\nd) Der Rat"));
  g_assert_nonnull (strstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), "\n2. Entsprechend"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_consultations (motion))), ==, 4);
  assert_station (motion, 0, "Fachbereichsausschuss Finanzen, Steuerung, Innere Dienste und Ordnung", VLG_VISIBILITY_UNDECIDED, "2015-11-17",
                  VLG_ROLE_PRELIMINARY, VLG_RESULT_ADOPTED);
  assert_station (motion, 1, "Fachbereichsausschuss Stadtentwicklung und Bauaufsicht", VLG_VISIBILITY_UNDECIDED, "2015-11-17",
                  VLG_ROLE_PRELIMINARY, VLG_RESULT_NONE);
  assert_station (motion, 2, "Verwaltungsausschuss", VLG_VISIBILITY_UNDECIDED, NULL, VLG_ROLE_PRELIMINARY, VLG_RESULT_NONE);
  assert_station (motion, 3, "Rat der Stadt Sehnde", VLG_VISIBILITY_UNDECIDED, "2015-12-17", VLG_ROLE_DECISION, VLG_RESULT_ADOPTED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_relations (motion))), ==, 1);
  g_assert_nonnull (strstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), "Anlage 2 BV_0288-1"));
}

/* A record of a meeting is no paper: nothing is claimed of it, all is kept. */
static void
test_meeting (gconstpointer data)
{
  g_autoptr (VlgProfile) profile = NULL;
  g_autofree char *text = load_case (data);
  g_autoptr (VlgMotion) motion = NULL;
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    return;
  motion = read_case (data, &profile, NULL);
  g_assert_null (vlg_motion_get_number (motion));
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "");
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_nonnull (strstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), g_strchomp (lines[i])));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/cases/seed", test_seed);
  g_test_add_func ("/exchange/cases/magdeburg", test_magdeburg);
  g_test_add_func ("/exchange/cases/sehnde", test_sehnde);
  g_test_add_data_func ("/exchange/cases/meeting-2007", "meeting-dessau-STR-024-2007.txt", test_meeting);
  g_test_add_data_func ("/exchange/cases/meeting-2021", "meeting-dessau-StR-023-2021.txt", test_meeting);

  return g_test_run ();
}
