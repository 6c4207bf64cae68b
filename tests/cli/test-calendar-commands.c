/* test-calendar-commands.c — the calendar from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "command-fixture.h"
#include "schema-validator.h"

static char *
write_file (Fixture    *self,
            const char *name,
            const char *content)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

/* What was said follows the schema that is installed. */
static void
assert_valid (const char *json,
              gboolean    valid)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "calendar.schema.json", NULL);
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

/* A motion and two meetings, of which one is the motion's. Caller owns the path of their table. */
static char *
import_two (Fixture *self)
{
  char *table = write_file (self, "meetings.csv", "Gremium;Datum;Beginn;Ende;Nummer;Status\nStadtrat;12.06.2030;16:00;18:15;StR/023/2030;öffentlich\n"
                                                  "Ältestenrat;13.06.2030;10:00;;;nicht öffentlich\n");

  command_import_bridge (self);
  RUN ("calendar", "import", table);
  command_expect_status (self, 0);
  command_expect_in (self->out, "2 new");
  command_expect_in (self->out, "1 consultation was linked");

  return table;
}

static void
test_list (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *table = import_two (self);
  JsonObject *object, *entry;
  JsonArray *entries;

  RUN ("calendar", "list", "--from", "2030-06-01", "--to", "30.6.2030", "--format", "json");
  command_expect_status (self, 0);
  assert_valid (self->out, TRUE);
  /* The schema says more than that there is JSON. */
  assert_valid ("{ \"format\": 1 }", FALSE);
  object = command_parse (self, parser);
  g_assert_cmpint (json_object_get_int_member (object, "format"), ==, 1);
  entries = json_object_get_array_member (object, "entries");
  g_assert_cmpuint (json_array_get_length (entries), ==, 3);
  entry = json_array_get_object_element (entries, 0);
  g_assert_cmpstr (json_object_get_string_member (entry, "number"), ==, "StR/023/2030");
  g_assert_cmpint (json_object_get_int_member (entry, "motions"), ==, 1);
  g_assert_true (json_object_get_null_member (entry, "title"));
  entry = json_array_get_object_element (entries, 1);
  g_assert_cmpstr (json_object_get_string_member (entry, "kind"), ==, "consultation");
  g_assert_false (json_object_get_null_member (entry, "meeting"));

  RUN ("calendar", "list", "--from", "2030-06-01");
  command_expect_status (self, 0);
  command_expect_in (self->out, "StR/023/2030");
  RUN ("calendar", "list", "--to", "2030-06-30", "--format", "csv");
  g_assert_true (g_str_has_prefix (self->out, "kind,uid,day,"));
  command_expect_in (self->out, "16:00,18:15,Stadtrat,public,StR/023/2030,planned,,1,");
}

static void
test_files (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *table = import_two (self);
  g_autofree char *bad = write_file (self, "bad.csv", "Gremium;Datum\nStadtrat;31.06.2030\n");
  g_autofree char *ics = g_build_filename (self->folder, "out.ics", NULL);
  g_autofree char *open_ics = g_build_filename (self->folder, "public.ics", NULL);
  g_autofree char *text = NULL;

  RUN ("calendar", "export", ics);
  command_expect_status (self, 0);
  RUN ("calendar", "import", ics);
  command_expect_in (self->out, "0 new, 0 changed, 2 as they were");
  RUN ("calendar", "export", open_ics, "--public");
  command_expect_status (self, 0);
  g_assert_true (g_file_get_contents (open_ics, &text, NULL, NULL));
  g_assert_null (strstr (text, "ltestenrat"));
  g_assert_nonnull (strstr (text, "Nichtöffentliche Sitzung"));
  RUN ("calendar", "export", table, "--public");
  command_expect_status (self, 3);

  RUN ("calendar", "import", bad);
  command_expect_status (self, 3);
  command_expect_in (self->errors, "Line 2");
  RUN ("calendar", "export", "calendar.txt");
  command_expect_status (self, 3);
}

static void
test_misuse (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *table = import_two (self);

  /* Who asks for what may leave the house must not get all. */
  RUN ("calendar", "list", "--public");
  command_expect_status (self, 2);
  g_assert_cmpstr (self->out, ==, "");
  RUN ("calendar", "import", table, "--public");
  command_expect_status (self, 2);
  RUN ("calendar", "export", table, "--format", "json");
  command_expect_status (self, 2);
  RUN ("calendar", "import", table, "--format", "csv");
  command_expect_status (self, 2);
  RUN ("calendar", "import", table, "--from", "2030-06-01");
  command_expect_status (self, 2);
  RUN ("calendar", "import");
  command_expect_status (self, 2);
  RUN ("calendar", "list", "--from", "2030-06-30", "--to", "2030-06-01");
  command_expect_status (self, 2);
  RUN ("calendar", "burn");
  command_expect_status (self, 2);
}

int
main (int    argc,
      char **argv)
{
  command_init (&argc, &argv);

  g_test_add ("/cli/calendar/list", Fixture, NULL, command_set_up, test_list, command_tear_down);
  g_test_add ("/cli/calendar/files", Fixture, NULL, command_set_up, test_files, command_tear_down);
  g_test_add ("/cli/calendar/misuse", Fixture, NULL, command_set_up, test_misuse, command_tear_down);

  return g_test_run ();
}
