/* test-leitbild-json.c — what the Leitbild's commands write follows the schemas that are installed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "command-fixture.h"
#include "schema-validator.h"

static void
assert_valid (const char *schema_name,
              const char *json,
              gboolean    valid)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", schema_name, NULL);
  g_autoptr (JsonParser) schema = json_parser_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (json_parser_load_from_file (schema, path, &error));
  g_assert_true (json_parser_load_from_data (parser, json, -1, &error));
  schema_validate (json_parser_get_root (schema), json_parser_get_root (parser), &error);
  if (valid)
    g_assert_no_error (error);
  else
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* A paper like the bridge's, ticked. */
static void
import_ticked (Fixture    *self,
               const char *number)
{
  g_autofree char *path = g_build_filename (self->folder, "ticked.txt", NULL);
  g_autofree char *text = g_strdup_printf ("Drucksachen-Nr.: %s\n\nTitel:\nNeubau der Brücke am Wehr\n\nBeschluss:\nDie Brücke am Wehr wird neu gebaut.\n\nRelevanz mit Leitbild\n\n"
                                           "Handlungsfeld  Ziel-Nummer\n\nSoziales Miteinander [x] M01\n\nVorlage nicht leitbildrelevant [ ]\n\nBegründung: Ja.\n", number);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  RUN ("import", path);
  command_expect_status (self, 0);
}

static void
test_report (Fixture       *self,
             gconstpointer  data)
{
  command_import_bridge (self);
  import_ticked (self, "BV/018/2030/II-66");
  RUN ("leitbild", "report", "--format", "json");
  command_expect_status (self, 0);
  assert_valid ("leitbild-report.schema.json", self->out, TRUE);
  RUN ("leitbild", "report", "--from", "2020-05-01", "--to", "2031-02-03", "--by", "quarter", "--format", "json");
  command_expect_status (self, 0);
  assert_valid ("leitbild-report.schema.json", self->out, TRUE);
  /* As a person reads it: a goal that is offered no more and that nothing stands for. */
  {
    g_autofree char *path = g_build_filename (self->folder, "leitbild.json", NULL);
    g_autofree char *content = NULL;
    g_auto (GStrv) parts = NULL;
    g_autofree char *revised = NULL;

    g_assert_false (g_regex_match_simple ("\"retired\"\\s*:\\s*true", self->out, 0, 0));
    RUN ("leitbild", "export", path);
    command_expect_status (self, 0);
    g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
    parts = g_strsplit (content, "\"M01\"", -1);
    g_assert_cmpuint (g_strv_length (parts), ==, 2);
    revised = g_strconcat (parts[0], "\"M01\", \"retired\": true", parts[1], NULL);
    g_assert_true (g_file_set_contents (path, revised, -1, NULL));
    RUN ("leitbild", "import", path);
    command_expect_status (self, 0);
    RUN ("leitbild", "report", "--from", "2020-05-01", "--to", "2031-02-03", "--format", "json");
    command_expect_status (self, 0);
    assert_valid ("leitbild-report.schema.json", self->out, TRUE);
    g_assert_true (g_regex_match_simple ("\"code\"\\s*:\\s*\"M01\",\\s*\"retired\"\\s*:\\s*true", self->out, 0, 0));
  }
  /* The schema says more than that there is JSON. */
  assert_valid ("leitbild-report.schema.json", "{ \"format\": 1 }", FALSE);
}

static void
test_suggest (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  import_ticked (self, "BV/018/2030/II-66");
  import_ticked (self, "BV/019/2030/II-66");
  import_ticked (self, "BV/020/2030/II-66");
  RUN ("leitbild", "suggest", "BV/018/2030/II-66", "--format", "json");
  command_expect_status (self, 0);
  assert_valid ("leitbild-suggestions.schema.json", self->out, TRUE);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (command_parse (self, parser), "suggestions")), >, 0);
  assert_valid ("leitbild-suggestions.schema.json", "{ \"format\": 1, \"similar\": -1, \"suggestions\": [] }", FALSE);
}

static void
test_catalogue (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "leitbild.json", NULL);
  g_autofree char *content = NULL;

  import_ticked (self, "BV/018/2030/II-66");
  RUN ("leitbild", "export", path);
  command_expect_status (self, 0);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  assert_valid ("leitbild-catalogue.schema.json", content, TRUE);
  /* What a revision may say too. */
  assert_valid ("leitbild-catalogue.schema.json",
                "{ \"format\": 1, \"fields\": [ { \"key\": \"new\", \"name\": \"Neu\", \"replaces\": [ \"old\" ],"
                " \"goals\": [ { \"code\": \"N01\", \"text\": \"\", \"retired\": true, \"replaces\": [ \"O01\", \"O02\" ] } ] } ] }", TRUE);
  assert_valid ("leitbild-catalogue.schema.json", "{ \"format\": 1, \"fields\": [ { \"key\": \"new\", \"goals\": [] } ] }", FALSE);
  assert_valid ("leitbild-catalogue.schema.json", "{ \"format\": 1, \"fields\": [ { \"key\": \"new\", \"name\": \"Neu\", \"colour\": \"red\", \"goals\": [] } ] }", FALSE);
}

int
main (int    argc,
      char **argv)
{
  command_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/leitbild-json/" path, Fixture, NULL, command_set_up, function, command_tear_down)
  ADD ("report", test_report);
  ADD ("suggest", test_suggest);
  ADD ("catalogue", test_catalogue);
#undef ADD

  return g_test_run ();
}
