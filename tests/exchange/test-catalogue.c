/* test-catalogue.c — the catalogue of the Leitbild as table and JSON, and what a new version may leave out
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-catalogue-csv.h"
#include "vlg-catalogue-rules.h"
#include "vlg-error.h"
#include "vlg-leitbild-json.h"

#define HEADER "key,name,letter,colour,code,text,retired\n"
#define REPLACING "key,name,letter,colour,code,text,retired,replaces,replaces_fields\n"

static VlgLeitbild *
read_table (const char  *table,
            GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (table, strlen (table));

  return vlg_catalogue_csv_read (bytes, "test.csv", error);
}

static char *
describe (VlgLeitbild *leitbild)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);

      g_string_append_printf (text, "%s/%s/%s/%s", vlg_action_field_get_key (field), vlg_action_field_get_name (field), vlg_action_field_get_letter (field),
                              vlg_action_field_get_colour (field));
      for (guint j = 0; j < vlg_action_field_get_n_goals (field); j++)
        {
          const VlgGoal *goal = vlg_action_field_get_goal (field, j);

          g_autofree char *replaced = g_strjoinv ("+", goal->replaces);

          g_string_append_printf (text, " %s=%s%s%s%s", goal->code, goal->text, goal->retired ? "(retired)" : "", *replaced != '\0' ? "<" : "", replaced);
        }
      if (*vlg_action_field_get_replaces (field) != NULL)
        {
          g_autofree char *replaced = g_strjoinv ("+", (char **) vlg_action_field_get_replaces (field));

          g_string_append_printf (text, " for %s", replaced);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* Out and in again it is the same, whatever stands in it. */
static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgLeitbild) odd = read_table (HEADER
                                            "water,Wasser & Wärme,W,#1a5fb4,W01,\"Ein \"\"Ziel\"\", mit Komma; und\nzwei Zeilen\",\n"
                                            "water,,,,W02,,yes\n"
                                            "wood,Wald,,,,,\n", &error);
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgLeitbild) revised = read_table ("key,name,letter,colour,code,text,retired,replaces,replaces_fields\n"
                                                "water,Wasser,W,,W01,,yes,,pond lake\n"
                                                "water,,,,W03,,,\"W01, W02\",\n", &error);
  VlgLeitbild *catalogues[] = { odd, vlg_profile_get_leitbild (profile), revised };
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  read = describe (revised);
  g_assert_cmpstr (read, ==, "water/Wasser/W/ W01=(retired) W03=<W01+W02 for pond+lake\n");
  g_clear_pointer (&read, g_free);
  read = describe (odd);
  g_assert_cmpstr (read, ==, "water/Wasser & Wärme/W/#1a5fb4 W01=Ein \"Ziel\", mit Komma; und\nzwei Zeilen W02=(retired)\nwood/Wald//\n");
  for (guint i = 0; i < G_N_ELEMENTS (catalogues); i++)
    {
      g_autoptr (GBytes) table = vlg_catalogue_csv_write (catalogues[i]);
      g_autoptr (GBytes) json = vlg_leitbild_to_json (catalogues[i]);
      g_autoptr (VlgLeitbild) from_table = vlg_catalogue_csv_read (table, "test.csv", &error);
      g_autoptr (VlgLeitbild) from_json = vlg_leitbild_new_from_json (json, NULL);
      g_autofree char *wanted = describe (catalogues[i]);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      g_assert_no_error (error);
      g_assert_nonnull (from_json);
      first = describe (from_table);
      second = describe (from_json);
      g_assert_cmpstr (first, ==, wanted);
      g_assert_cmpstr (second, ==, wanted);
      g_assert_true (vlg_catalogue_rules_check (from_table, &error));
      g_assert_no_error (error);
    }
}

/* A spreadsheet calculates nothing of what somebody wrote, and nothing is lost by that. */
static void
test_formulas (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgLeitbild) leitbild = read_table (HEADER "water,Wasser,W,,W01,=1+1,\nwater,,,,W02,''@x,\n", &error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GBytes) table = NULL;
  g_autoptr (VlgLeitbild) again = NULL;

  g_assert_no_error (error);
  table = vlg_catalogue_csv_write (leitbild);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (table, NULL), g_bytes_get_size (table), ",W01,'=1+1,"));
  again = vlg_catalogue_csv_read (table, "test.csv", &error);
  g_assert_no_error (error);
  before = describe (leitbild);
  after = describe (again);
  g_assert_cmpstr (after, ==, before);
}

/* As a German spreadsheet saves it: semicolons, Windows-1252, the columns in another order, blank rows. */
static void
test_spreadsheet (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgLeitbild) leitbild = read_table ("name;key;colour;letter;text;code;Retired\r\nF\xf6rderung;aid;;F;\xdc" "ben;F01;ja\r\n;;;;;;\r\n;aid;;;;F02;nein\r\n", &error);
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  read = describe (leitbild);
  g_assert_cmpstr (read, ==, "aid/Förderung/F/ F01=Üben(retired) F02=\n");
}

/* What is wrong is named with its line. */
static void
test_faults (void)
{
  static const struct { const char *table; const char *what; } faults[] = {
    { "key,name,letter,colour,text\n", "Line 1: the column “code”" },
    { HEADER ",Wald,,,,,\n", "Line 2: the key" },
    { HEADER "wood,,,,,,\n", "Line 2: the name of the field “wood”" },
    { HEADER "wood,Wald,,,W01,,\nwood,Forst,,,W02,,\n", "Line 3: “wood” has another “name” than in line 2" },
    { HEADER "wood,Wald,,,W01,\"a\nb\",\nwater,Wasser,,,W01,,\n", "Line 4: the goal W01 stands twice" },
    { HEADER "wood,Wald,,,,Ein Ziel,\n", "Line 2: a goal has a text, but no code" },
    { HEADER "wood,Wald,,,W01,,vielleicht\n", "Line 2: “vielleicht”" },
    { HEADER "wood,\"Wald,,,,,\n", "Line 2: a quotation mark is not closed" },
    { HEADER "wood,\"Wald\"x,,,,,\n", "Line 2: something stands behind" },
  };
  static const struct { const char *table; const char *what; } refused[] = {
    { HEADER, "no field" },
    { HEADER "wood,Wald,,,Wald,,\n", "“Wald”: “Wald” is no goal number" },
    { HEADER "wood,Wald,ww,,,,\n", "“Wald”: “ww” is not one letter" },
    { HEADER "wood,Wald,,green,,,\n", "“Wald”: “green” is no colour" },
    { HEADER "wood,Wald,W,,,,\nwater,Wasser,W,,,,\n", "“Wasser”: “W” stands twice" },
    { HEADER "wood,Wald,,,,,\nforest,Wald,,,,,\n", "“Wald”: “Wald” stands twice" },
    { REPLACING "wood,Wald,,,W01,,yes,W01,\n", "“W01” cannot replace itself" },
    { REPLACING "wood,Wald,,,W01,,,,\nwood,,,,W02,,,W01,\n", "“W01” is replaced and still offered" },
    { REPLACING "wood,Wald,,,W01,,yes,,\nwood,,,,W02,,,W01,\nwood,,,,W03,,,W01,\n", "“W01” is replaced twice" },
    { REPLACING "wood,Wald,,,W01,,yes,W02,\nwood,,,,W02,,yes,W01,\n", "in a circle" },
    { REPLACING "wood,Wald,,,W01,,,Wald,\n", "“Wald” is no goal number" },
    { REPLACING "wood,Wald,,,W01,,,,wood\n", "“wood” is replaced and still a field" },
    { REPLACING "wood,Wald,,,W01,,,,moor\nwater,Wasser,,,,,,,moor\n", "“moor” is replaced twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_table (faults[i].table, &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, faults[i].what))
        g_error ("“%s” does not begin with “%s”", error->message, faults[i].what);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VlgLeitbild) leitbild = read_table (refused[i].table, &error);

      g_assert_no_error (error);
      g_assert_false (vlg_catalogue_rules_check (leitbild, &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
      if (strstr (error->message, refused[i].what) == NULL)
        g_error ("“%s” does not hold “%s”", error->message, refused[i].what);
    }
}

static void
test_json_faults (void)
{
  static const struct { const char *json; int code; const char *what; } faults[] = {
    { "", VLG_ERROR_INVALID, "empty" },
    { "{ \"format\": 1, ", VLG_ERROR_INVALID, "JSON" },
    { "[]", VLG_ERROR_INVALID, "object" },
    { "{ \"fields\": [] }", VLG_ERROR_INVALID, "format: missing" },
    { "{ \"format\": 2, \"fields\": [] }", VLG_ERROR_NEWER, "format" },
    { "{ \"format\": 1, \"fields\": [ { \"key\": \"wood\", \"name\": \"Wald\", \"goals\": [ { \"text\": \"\" } ] } ] }", VLG_ERROR_INVALID, "fields[0].goals[0].code: missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) json = g_bytes_new (faults[i].json, strlen (faults[i].json));

      g_assert_null (vlg_leitbild_new_from_json (json, &error));
      g_assert_error (error, VLG_ERROR, faults[i].code);
      if (strstr (error->message, faults[i].what) == NULL)
        g_error ("“%s” does not hold “%s”", error->message, faults[i].what);
    }
}

static void
test_successor (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgLeitbild) now = read_table (HEADER "wood,Wald,,,W01,,\nwood,,,,W02,,\nwater,Wasser,,,,,\n", NULL);
  g_autoptr (VlgLeitbild) retired = read_table (HEADER "wood,Forst,,,W01,,yes\n", NULL);
  g_autoptr (VlgLeitbild) without_goal = read_table (HEADER "wood,Wald,,,W02,,\n", NULL);
  g_autoptr (VlgLeitbild) without_field = read_table (HEADER "water,Wasser,,,W01,,\n", NULL);
  g_autoptr (GPtrArray) used = g_ptr_array_new_with_free_func (g_object_unref);
  VlgMark *mark = vlg_mark_new ("wood");
  /* A number that was typed freely was never in the catalogue. */
  const char *goals[] = { "W01", "W77", NULL };

  vlg_mark_set_goals (mark, goals);
  g_ptr_array_add (used, mark);
  g_assert_true (vlg_catalogue_rules_check_successor (now, retired, used, &error));
  g_assert_no_error (error);
  g_assert_false (vlg_catalogue_rules_check_successor (now, without_goal, used, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "W01"));
  g_clear_error (&error);
  g_assert_false (vlg_catalogue_rules_check_successor (now, without_field, used, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Wald"));
}

/* What is replaced was there once: in a catalogue, in motions, or it is a slip of the pen. */
static void
test_replaced (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgLeitbild) before = read_table (HEADER "wood,Wald,,,W01,,\n", NULL);
  g_autoptr (VlgLeitbild) next = read_table (REPLACING "forest,Forst,,,W02,,,W01 W77,wood\n", NULL);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autoptr (GPtrArray) used = g_ptr_array_new_with_free_func (g_object_unref);
  VlgMark *mark = vlg_mark_new ("wood");
  const char *goals[] = { "W77", NULL };

  g_ptr_array_add (known, before);
  g_assert_false (vlg_catalogue_rules_check_replaced (next, known, used, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "W77"));
  g_clear_error (&error);
  vlg_mark_set_goals (mark, goals);
  g_ptr_array_add (used, mark);
  g_assert_true (vlg_catalogue_rules_check_replaced (next, known, used, &error));
  g_assert_no_error (error);
  /* A field that motions chose may go where another stands for it. */
  g_assert_true (vlg_catalogue_rules_check_successor (before, next, used, &error));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/round-trip", test_round_trip);
  g_test_add_func ("/catalogue/spreadsheet", test_spreadsheet);
  g_test_add_func ("/catalogue/formulas", test_formulas);
  g_test_add_func ("/catalogue/faults", test_faults);
  g_test_add_func ("/catalogue/json-faults", test_json_faults);
  g_test_add_func ("/catalogue/successor", test_successor);
  g_test_add_func ("/catalogue/replaced", test_replaced);

  return g_test_run ();
}
