/* test-calendar-commands.c — the calendar from a shell
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "command-fixture.h"

static char *
write_file (Fixture    *self,
            const char *name,
            const char *content)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

/* What was said follows the schema, where the system can tell. */
static void
check_schema (Fixture *self)
{
  g_autofree char *path = write_file (self, "said.json", self->out);
  g_autofree char *schema = g_test_build_filename (G_TEST_DIST, "..", "data", "calendar.schema.json", NULL);
  g_autofree char *python = g_file_test ("/usr/bin/python3", G_FILE_TEST_IS_EXECUTABLE) ? g_strdup ("/usr/bin/python3") : g_find_program_in_path ("python3");
  const char *argv[] = {
    python, "-c", "import json, sys\ntry:\n import jsonschema\nexcept ImportError: sys.exit (77)\njsonschema.validate (json.load (open (sys.argv[1])), json.load (open (sys.argv[2])))\n",
    path, schema, NULL
  };
  int status = 0;

  if (python == NULL || !g_file_test (schema, G_FILE_TEST_EXISTS))
    {
      g_test_message ("No schema or no python3: not validated");
      return;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, &status, NULL));
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 77)
    g_assert_cmpint (status, ==, 0);
}

static void
test_calendar (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *table = write_file (self, "meetings.csv", "Gremium;Datum;Beginn;Ende;Nummer;Status\nStadtrat;12.06.2030;16:00;18:15;StR/023/2030;öffentlich\n"
                                                               "Ältestenrat;13.06.2030;10:00;;;nicht öffentlich\n");
  g_autofree char *bad = write_file (self, "bad.csv", "Gremium;Datum\nStadtrat;31.06.2030\n");
  g_autofree char *ics = g_build_filename (self->folder, "out.ics", NULL);
  g_autofree char *open_ics = g_build_filename (self->folder, "public.ics", NULL);
  g_autofree char *text = NULL;
  JsonObject *object, *entry;
  JsonArray *entries;

  command_import_bridge (self);
  RUN ("calendar", "import", table);
  command_expect_status (self, 0);
  command_expect_in (self->out, "2 new");
  command_expect_in (self->out, "1 consultation was linked");

  RUN ("calendar", "list", "--from", "2030-06-01", "--to", "30.6.2030", "--format", "json");
  command_expect_status (self, 0);
  check_schema (self);
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
  RUN ("calendar", "import");
  command_expect_status (self, 2);
  RUN ("calendar", "export", "calendar.txt");
  command_expect_status (self, 3);
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

  g_test_add ("/cli/calendar", Fixture, NULL, command_set_up, test_calendar, command_tear_down);

  return g_test_run ();
}
