/* test-profile.c — the shipped council profile, and what is said of a broken one
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-error.h"
#include "vlg-profile.h"

static void
test_default (void)
{
  g_autoptr(VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr(VlgProfile) again = NULL;
  g_autoptr(GError) error = NULL;
  const VlgMotionKind *kind;

  g_assert_cmpstr (vlg_profile_get_name (profile), ==, "Dessau-Roßlau");
  g_assert_cmpstr (vlg_profile_get_municipality (profile), ==, "Stadt Dessau-Roßlau");
  g_assert_cmpstr (vlg_profile_get_language (profile), ==, "de-DE");
  g_assert_cmpstr (vlg_profile_get_holiday_rule (profile), ==, "DE-ST");
  g_assert_cmpuint (vlg_profile_get_council_seats (profile), ==, 51);
  g_assert_cmpint (vlg_profile_get_number_time (profile), ==, VLG_NUMBER_AT_CREATION);
  g_assert_false (vlg_profile_get_serial_per_origin (profile));
  g_assert_true (vlg_profile_get_paper_head (profile));
  g_assert_true (vlg_profile_get_paper_foot (profile));
  g_assert_cmpuint (strlen (vlg_profile_get_sha256 (profile)), ==, 64);

  g_assert_cmpuint (vlg_profile_get_n_kinds (profile), ==, 3);
  kind = vlg_profile_find_kind (profile, "BV");
  g_assert_cmpstr (kind->name, ==, "Beschlussvorlage");
  g_assert_true (kind->requires_leitbild);
  g_assert_cmpstr (vlg_profile_find_kind (profile, "IV")->name, ==, "Informationsvorlage");
  g_assert_false (vlg_profile_find_kind (profile, "FV")->requires_leitbild);
  g_assert_null (vlg_profile_find_kind (profile, "XX"));
  g_assert_null (vlg_profile_find_kind (profile, NULL));

  again = vlg_profile_new_from_json (vlg_profile_get_json (profile), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vlg_profile_get_sha256 (again), ==, vlg_profile_get_sha256 (profile));
}

static void
test_labels (void)
{
  static const struct { VlgField field; const char *label; } labels[] = {
    { VLG_FIELD_NUMBER, "Drucksachen-Nr.:" },
    { VLG_FIELD_SUBMITTER, "Einreicher:" },
    { VLG_FIELD_RESPONSIBLE, "Verantwortlich für die Umsetzung:" },
    { VLG_FIELD_CONSULTATIONS, "Beratungsfolge" },
    { VLG_FIELD_TITLE, "Titel:" },
    { VLG_FIELD_RESOLUTION, "Beschluss:" },
    { VLG_FIELD_LEGAL_BASIS, "Gesetzliche Grundlagen:" },
    { VLG_FIELD_RELATED_RESOLUTIONS, "Bereits gefasste und/oder zu ändernde Beschlüsse:" },
    { VLG_FIELD_EXPERT_OPINIONS, "Vorliegende Gutachten und/oder Stellungnahmen:" },
    { VLG_FIELD_PUBLICATION_NOTES, "Hinweise zur Veröffentlichung:" },
    { VLG_FIELD_LEITBILD, "Relevanz mit Leitbild" },
    { VLG_FIELD_REASONING, "Begründung:" },
    { VLG_FIELD_DECIDED_ON, "beschlossen im Stadtrat am:" },
    { VLG_FIELD_SIGNATORIES, "" },
  };
  static const char * const headings[] = {
    [VLG_HEADING_STATUS] = "Status",
    [VLG_HEADING_DATE] = "Termin",
    [VLG_HEADING_IN_FAVOUR] = "Für",
    [VLG_HEADING_AGAINST] = "Gegen",
    [VLG_HEADING_ABSTENTIONS] = "Enthaltung",
    [VLG_HEADING_CONFIRMATION] = "Bestätigung",
    [VLG_HEADING_FIELD_OF_ACTION] = "Handlungsfeld",
    [VLG_HEADING_GOAL_NUMBER] = "Ziel-Nummer",
    [VLG_HEADING_NOT_RELEVANT] = "Vorlage nicht leitbildrelevant",
    [VLG_HEADING_ANNEX] = "Anlage",
    [VLG_HEADING_PUBLIC] = "öffentlich",
    [VLG_HEADING_NON_PUBLIC] = "nicht öffentlich",
    [VLG_HEADING_NON_PUBLIC_MARK] = "Nicht öffentlich",
    [VLG_HEADING_DRAFT_MARK] = "Entwurf, Stand %s",
    [VLG_HEADING_PAGE] = "Seite {page} von {pages}",
    [VLG_HEADING_ANNEX_TO] = "Anlage {annex} zu {number}",
    [VLG_HEADING_SEE_ANNEX] = "siehe Anlage",
  };
  g_autoptr(VlgProfile) profile = vlg_profile_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpstr (vlg_profile_get_label (profile, labels[i].field), ==, labels[i].label);
  g_assert_cmpuint (G_N_ELEMENTS (headings), ==, VLG_N_HEADINGS);
  for (guint i = 0; i < VLG_N_HEADINGS; i++)
    g_assert_cmpstr (vlg_profile_get_heading (profile, i), ==, headings[i]);
}

static void
test_bodies (void)
{
  g_autoptr(VlgProfile) profile = vlg_profile_new_default ();
  VlgBody *council = vlg_profile_find_body (profile, "Stadtrat");
  VlgBody *staff = vlg_profile_find_body (profile, "Dienstberatung des \n Oberbürgermeisters ");

  g_assert_cmpuint (g_list_model_get_n_items (vlg_profile_get_bodies (profile)), ==, 4);
  g_assert_nonnull (council);
  g_assert_cmpint (vlg_body_get_kind (council), ==, VLG_BODY_COUNCIL);
  g_assert_cmpuint (vlg_body_get_seats (council), ==, 51);
  g_assert_true (vlg_body_get_decides (council));
  g_assert_true (vlg_profile_find_body_by_uid (profile, vlg_body_get_uid (council)) == council);

  g_assert_nonnull (staff);
  g_assert_cmpstr (vlg_body_get_name (staff), ==, "Dienstberatung des Oberbürgermeisters");
  g_assert_cmpint (vlg_body_get_kind (staff), ==, VLG_BODY_STAFF);
  g_assert_cmpint (vlg_body_get_visibility (staff), ==, VLG_VISIBILITY_NON_PUBLIC);
  g_assert_false (vlg_body_get_decides (staff));
  g_assert_true (vlg_profile_find_body (profile, "DIENSTBERATUNG DES OBERBÜRGERMEISTERS") == staff);
  g_assert_cmpstr (vlg_body_get_name (vlg_profile_find_body (profile, "Haupt- und\nPersonalausschuss")), ==, "Haupt- und Personalausschuss");

  g_assert_null (vlg_profile_find_body (profile, "Ortschaftsrat"));
  g_assert_null (vlg_profile_find_body (profile, ""));
  g_assert_null (vlg_profile_find_body (profile, NULL));
  g_assert_null (vlg_profile_find_body_by_uid (profile, NULL));
}

static void
test_leitbild (void)
{
  static const char * const names[] = {
    "Wirtschaft, Tourismus, Bildung und Wissenschaft", "Kultur, Freizeit und Sport", "Stadtentwicklung, Wohnen und Verkehr",
    "Handel und Versorgung", "Landschaft und Umwelt", "Soziales Miteinander",
  };
  g_autoptr(VlgProfile) profile = vlg_profile_new_default ();
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (profile);
  VlgActionField *sixth;

  g_assert_cmpuint (vlg_leitbild_get_n_fields (leitbild), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);

      g_assert_cmpstr (vlg_action_field_get_name (field), ==, names[i]);
      g_assert_true (vlg_leitbild_find_field (leitbild, vlg_action_field_get_key (field)) == field);
      g_assert_cmpuint (vlg_action_field_get_n_goals (field), ==, i == 5 ? 1 : 0);
    }

  sixth = vlg_leitbild_get_field (leitbild, 5);
  g_assert_cmpstr (vlg_action_field_get_goal (sixth, 0)->code, ==, "M01");
  g_assert_cmpstr (vlg_action_field_get_goal (sixth, 0)->text, ==, "");
  g_assert_true (vlg_leitbild_find_goal (leitbild, "M01") == sixth);
  g_assert_null (vlg_leitbild_find_goal (leitbild, "M02"));
  g_assert_null (vlg_leitbild_find_field (leitbild, NULL));
}

static void
test_signatories (void)
{
  static const struct { const char *role; VlgBlock block; } expected[] = {
    { "Oberbürgermeister", VLG_BLOCK_SUBMITTER },
    { "Vorsitzender des Stadtrates", VLG_BLOCK_COUNCIL },
    { "1. Stellvertreter", VLG_BLOCK_COUNCIL },
    { "2. Stellvertreter", VLG_BLOCK_COUNCIL },
  };
  g_autoptr(VlgProfile) profile = vlg_profile_new_default ();
  GListModel *signatories = vlg_profile_get_signatories (profile);

  g_assert_cmpuint (g_list_model_get_n_items (signatories), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(VlgSignatory) signatory = g_list_model_get_item (signatories, i);

      g_assert_cmpstr (vlg_signatory_get_role (signatory), ==, expected[i].role);
      g_assert_cmpint (vlg_signatory_get_block (signatory), ==, expected[i].block);
      g_assert_cmpstr (vlg_signatory_get_name (signatory), ==, "");
    }
}

static VlgProfile *
read_changed (const char  *from,
              const char  *to,
              GError     **error)
{
  g_autoptr(VlgProfile) profile = vlg_profile_new_default ();
  GBytes *json = vlg_profile_get_json (profile);
  g_autofree char *text = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  g_auto(GStrv) parts = g_strsplit (text, from, 2);
  g_autofree char *changed = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  changed = g_strjoinv (to, parts);
  bytes = g_bytes_new (changed, strlen (changed));

  return vlg_profile_new_from_json (bytes, error);
}

static void
test_errors (void)
{
  /* What is replaced, with what, and how the message begins. */
  static const char * const cases[][3] = {
    { "\"name\": \"Haupt- und Personalausschuss\",", "", "bodies[2].name: missing" },
    { "\"name\": \"Haupt- und Personalausschuss\"", "\"name\": \" \"", "bodies[2].name: is empty" },
    { "\"name\": \"Haupt- und Personalausschuss\"", "\"name\": 7", "bodies[2].name: must be a text" },
    { "\"kind\": \"staff\"", "\"kind\": \"stuff\"", "bodies[0].kind: “stuff” is unknown" },
    { "\"uid\": \"b21f4c0e-93d5-4a0b-8f2e-5c7d1e9a4402\"", "\"uid\": \"7\"", "bodies[1].uid: must be a UUID" },
    { "b21f4c0e-93d5-4a0b-8f2e-5c7d1e9a4402", "6d3c1a52-7c0e-4e63-9b1f-0a5f2f6f8c01", "bodies[1].uid: stands twice" },
    { "\"decides\": true", "\"decides\": 1", "bodies[3].decides: must be true or false" },
    { "\"decides\": true", "\"valid_from\": \"1.1.2020\"", "bodies[3].valid_from: must be a day" },
    { "\"decides\": true", "\"valid_from\": \"2020-01-02\", \"valid_to\": \"2020-01-01\"", "bodies[3].valid_to: lies before" },
    { "\"decides\": true", "\"seats\": -1", "bodies[3].seats: must be a whole number" },
    { "\"title\": \"Titel:\",", "", "labels.title: missing" },
    { "\"title\": \"Titel:\"", "\"title\": \"Titel:\", \"titel\": \"Titel:\"", "labels.titel: names no field" },
    { "\"annex_to\": \"Anlage {annex} zu {number}\",", "", "headings.annex_to: missing" },
    { "\"code\": \"M01\",", "", "leitbild.fields[5].goals[0].code: missing" },
    { "\"key\": \"culture\"", "\"key\": \"economy\"", "leitbild.fields[1].key: stands twice" },
    { "\"key\": \"IV\"", "\"key\": \"BV\"", "kinds[1].key: stands twice" },
    { "\"block\": \"submitter\"", "\"block\": null", "signatories[0].block: missing" },
    { "\"at-creation\"", "\"sometime\"", "numbers.drawn: must be" },
    { "\"councillors\": 50", "\"councillors\": \"50\"", "council.councillors: must be a whole number" },
    { "\"council\": {", "\"town\": {", "council: missing" },
    { "\"format\": 1,", "", "format: missing" },
    { "\"format\": 1,", "\"format\": \"1\",", "format: must be 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (read_changed (cases[i][0], cases[i][1], &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, cases[i][2]))
        g_assert_cmpstr (error->message, ==, cases[i][2]);
    }
}

static void
test_not_json (void)
{
  static const char * const texts[] = { "", "{", "[]", "7", "null", "\xff\xfe", "{\"format\": []}" };
  g_autoptr(GError) newer = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr(GError) error = NULL;

      g_assert_null (vlg_profile_new_from_json (bytes, &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
    }

  g_assert_null (read_changed ("\"format\": 1", "\"format\": 2", &newer));
  g_assert_error (newer, VLG_ERROR, VLG_ERROR_NEWER);
}

static void
test_settings (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VlgProfile) no_mayor = read_changed ("\"mayor_votes\": true", "\"mayor_votes\": false", &error);
  g_autoptr(VlgProfile) no_foot = read_changed ("\"foot\": true", "\"foot\": false", &error);
  g_autoptr(VlgProfile) late = read_changed ("\"at-creation\"", "\"at-release\"", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (vlg_profile_get_council_seats (no_mayor), ==, 50);
  g_assert_cmpuint (vlg_body_get_seats (vlg_profile_find_body (no_mayor, "Stadtrat")), ==, 50);
  g_assert_false (vlg_profile_get_paper_foot (no_foot));
  g_assert_cmpint (vlg_profile_get_number_time (late), ==, VLG_NUMBER_AT_RELEASE);
  g_assert_cmpstr (vlg_profile_get_sha256 (late), !=, vlg_profile_get_sha256 (no_foot));
}

static void
test_body_dates (void)
{
  g_autoptr(VlgBody) body = vlg_body_new ("u", "Rat", NULL, VLG_BODY_COUNCIL, 0, VLG_VISIBILITY_PUBLIC, TRUE,
                                          vlg_day_new (2014, 7, 1), vlg_day_new (2019, 6, 30));
  g_autoptr(VlgBody) open = vlg_body_new ("u", "Rat", "", VLG_BODY_COUNCIL, 0, VLG_VISIBILITY_PUBLIC, TRUE, VLG_DAY_NONE, VLG_DAY_NONE);

  g_assert_false (vlg_body_is_valid_on (body, vlg_day_new (2014, 6, 30)));
  g_assert_true (vlg_body_is_valid_on (body, vlg_day_new (2014, 7, 1)));
  g_assert_true (vlg_body_is_valid_on (body, vlg_day_new (2019, 6, 30)));
  g_assert_false (vlg_body_is_valid_on (body, vlg_day_new (2019, 7, 1)));
  g_assert_true (vlg_body_is_valid_on (body, VLG_DAY_NONE));
  g_assert_true (vlg_body_is_valid_on (open, vlg_day_new (1, 1, 1)));
  g_assert_cmpstr (vlg_body_get_abbreviation (body), ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/profile/default", test_default);
  g_test_add_func ("/core/profile/labels", test_labels);
  g_test_add_func ("/core/profile/bodies", test_bodies);
  g_test_add_func ("/core/profile/leitbild", test_leitbild);
  g_test_add_func ("/core/profile/signatories", test_signatories);
  g_test_add_func ("/core/profile/errors", test_errors);
  g_test_add_func ("/core/profile/not-json", test_not_json);
  g_test_add_func ("/core/profile/settings", test_settings);
  g_test_add_func ("/core/profile/body-dates", test_body_dates);

  return g_test_run ();
}
