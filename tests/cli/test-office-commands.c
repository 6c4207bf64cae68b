/* test-office-commands.c — commands on what the office keeps: new motions, the Leitbild, the number register
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "command-fixture.h"

static void
test_new (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *number = NULL;
  JsonObject *object;

  RUN ("new", "--kind", "BV", "--origin", "II-66", "--title", "  Radweg  am Fluß ");
  command_expect_status (self, 0);
  g_assert_true (g_str_has_prefix (self->out, "BV/001/"));
  g_assert_true (g_str_has_suffix (self->out, "/II-66\n"));
  number = g_strchomp (g_strdup (self->out));

  RUN ("new", "--from", number, "--title", "Zweiter Radweg");
  command_expect_status (self, 0);
  g_assert_true (g_str_has_prefix (self->out, "BV/002/"));
  g_assert_true (g_str_has_suffix (self->out, "/II-66\n"));
  RUN ("show", number, "--format", "json");
  object = command_parse (self, parser);
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "Radweg am Fluß");
  g_assert_cmpstr (json_object_get_string_member (object, "stage"), ==, "draft");

  RUN ("new", "--kind", "XX");
  command_expect_status (self, 2);
  command_expect_in (self->errors, "XX");
  RUN ("new", "--from", number, "--template", "Muster");
  command_expect_status (self, 2);
  RUN ("new", "--template", "Muster");
  command_expect_status (self, 3);
  command_expect_in (self->errors, "Muster");
  RUN ("new", "--from", "BV/404/2030");
  command_expect_status (self, 3);
}

static void
test_leitbild (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;
  JsonObject *goal;

  command_import_bridge (self);
  RUN ("leitbild", "report", "--from", "1.1.2029", "--to", "2031-12-31", "--format", "json");
  command_expect_status (self, 0);
  g_assert_true (json_parser_load_from_data (parser, self->out, -1, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "format"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (root, "motions"), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "periods")), ==, 3);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "fields")), ==, 6);
  goal = json_array_get_object_element (json_object_get_array_member (root, "goals"), 0);
  g_assert_cmpstr (json_object_get_string_member (goal, "code"), ==, "M01");

  RUN ("leitbild", "report", "--from", "2030-01-01", "--to", "2030-12-31", "--format", "csv");
  command_expect_status (self, 0);
  g_assert_true (g_str_has_prefix (self->out, "part,field,goal,period,motions,adopted\r\n"));
  RUN ("leitbild", "report", "--from", "2030-12-31", "--to", "2030-01-01");
  command_expect_status (self, 2);
  RUN ("leitbild", "report", "--from", "soon");
  command_expect_status (self, 2);
  command_expect_in (self->errors, "soon");
  RUN ("leitbild", "suggest", "BV/017/2030/II-66");
  command_expect_status (self, 0);
  command_expect_in (self->out, "there are none");
  RUN ("leitbild", "suggest");
  command_expect_status (self, 2);
  RUN ("leitbild", "suggest", "BV/999/2030");
  command_expect_status (self, 3);
  RUN ("leitbild", "tick");
  command_expect_status (self, 2);
}

static char *
write_file (Fixture    *self,
            const char *name,
            const char *content)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));

  return path;
}

/* Replaces the first @from by @to. */
static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);

  return g_strjoinv (to, parts);
}

static void
test_catalogue (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *table = g_build_filename (self->folder, "leitbild.csv", NULL);
  g_autofree char *json = g_build_filename (self->folder, "leitbild.json", NULL);
  g_autofree char *missing = g_build_filename (self->folder, "missing.csv", NULL);
  g_autofree char *paper = g_build_filename (self->folder, "paper.pdf", NULL);
  g_autofree char *form = write_file (self, "ticked.txt",
                                      "Drucksachen-Nr.: BV/019/2030/II-66\n\nTitel:\nJugendtreff\n\nBeschluss:\nDer Treff wird gebaut.\n\nRelevanz mit Leitbild\n\n"
                                      "Handlungsfeld  Ziel-Nummer\n\nSoziales Miteinander [x] M01\n\nVorlage nicht leitbildrelevant [ ]\n\nBegründung: Ja.\n");
  g_autofree char *content = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *grown = NULL;
  g_autofree char *shrunk = NULL;
  g_autofree char *odd = NULL;
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length, after_length;

  RUN ("import", form);
  command_expect_status (self, 0);
  RUN ("show", "BV/019/2030/II-66");
  command_expect_status (self, 0);
  shown = g_strdup (self->out);
  RUN ("export", "BV/019/2030/II-66", "--output", paper);
  command_expect_status (self, 0);
  g_assert_true (g_file_get_contents (paper, &before, &before_length, NULL));
  RUN ("leitbild", "export", table);
  command_expect_status (self, 0);
  g_assert_true (g_file_get_contents (table, &content, NULL, NULL));
  command_expect_in (content, "community,Soziales Miteinander,M,#a51d2d,M01,,,,\r\n");

  /* A new version: a field with another name, a goal more. The motion keeps the one it was made under. */
  renamed = replace (content, "Soziales Miteinander", "Miteinander leben");
  grown = g_strconcat (renamed, "community,,,,M02,Ein weiteres Ziel,\r\n", NULL);
  path = write_file (self, "new.csv", grown);
  RUN ("leitbild", "import", path);
  command_expect_status (self, 0);
  command_expect_in (self->out, "goals 2");
  RUN ("show", "BV/019/2030/II-66");
  command_expect_status (self, 0);
  g_assert_cmpstr (self->out, ==, shown);
  RUN ("export", "BV/019/2030/II-66", "--output", paper);
  command_expect_status (self, 0);
  g_assert_true (g_file_get_contents (paper, &after, &after_length, NULL));
  g_assert_cmpmem (after, after_length, before, before_length);
  RUN ("leitbild", "export", json);
  command_expect_status (self, 0);
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (json, &content, NULL, NULL));
  command_expect_in (content, "Miteinander leben");
  command_expect_in (content, "Ein weiteres Ziel");

  /* Goals in use stay, if only retired. */
  shrunk = replace (grown, "M01", "M03");
  g_free (path);
  path = write_file (self, "shrunk.csv", shrunk);
  RUN ("leitbild", "import", path);
  command_expect_status (self, 3);
  command_expect_in (self->errors, "M01");
  odd = replace (grown, "#a51d2d", "red");
  g_free (path);
  path = write_file (self, "odd.csv", odd);
  RUN ("leitbild", "import", path);
  command_expect_status (self, 3);
  command_expect_in (self->errors, "red");
  RUN ("leitbild", "import", missing);
  command_expect_status (self, 3);
  RUN ("leitbild", "import", form);
  command_expect_status (self, 3);
  command_expect_in (self->errors, "ticked.txt");
  RUN ("leitbild", "import");
  command_expect_status (self, 2);
  RUN ("leitbild", "import", json);
  command_expect_status (self, 0);
}

static void
test_register (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *numbers;
  JsonObject *entry;

  command_import_bridge (self);
  RUN ("register", "reserve", "--kind", "BV", "--origin", "III-61", "--count", "2", "--year", "2030");
  command_expect_status (self, 0);
  g_assert_cmpstr (self->out, ==, "BV/018/2030/III-61\nBV/019/2030/III-61\n");
  RUN ("register", "void", "BV/018/2030/III-61");
  command_expect_status (self, 2);
  command_expect_in (self->errors, "--reason");
  RUN ("register", "void", "BV/018/2030/III-61", "--reason", "Vorlage entfällt");
  command_expect_status (self, 0);
  RUN ("register", "void", "BV/018/2030/III-61", "--reason", "noch einmal");
  command_expect_status (self, 3);
  RUN ("register", "void", "BV/017/2030/II-66", "--reason", "egal");
  command_expect_status (self, 3);
  command_expect_in (self->errors, "Brücke");

  RUN ("register", "--kind", "BV", "--year", "2030");
  command_expect_status (self, 0);
  command_expect_in (self->out, "BV/001–016/2030");
  command_expect_in (self->out, "Vorlage entfällt");
  RUN ("register", "--format", "csv");
  command_expect_status (self, 0);
  g_assert_true (g_str_has_prefix (self->out, "number,state,origin,title,reason\r\n"));
  command_expect_in (self->out, "BV/018/2030/III-61,void,III-61,,Vorlage entfällt\r\n");
  RUN ("register", "--format", "json", "--year", "2030");
  command_expect_status (self, 0);
  numbers = json_object_get_array_member (command_parse (self, parser), "numbers");
  g_assert_cmpuint (json_array_get_length (numbers), ==, 4);
  entry = json_array_get_object_element (numbers, 0);
  g_assert_true (json_object_get_null_member (entry, "number"));
  g_assert_cmpstr (json_object_get_string_member (entry, "state"), ==, "gap");
  g_assert_cmpint (json_object_get_int_member (entry, "last_serial"), ==, 16);
  entry = json_array_get_object_element (numbers, 3);
  g_assert_cmpstr (json_object_get_string_member (entry, "state"), ==, "reserved");

  RUN ("register", "--year", "1999");
  command_expect_status (self, 0);
  g_assert_cmpstr (self->out, ==, "");
  RUN ("register", "forget", "BV/018/2030");
  command_expect_status (self, 2);
  RUN ("register", "reserve", "--kind", "BV");
  command_expect_status (self, 2);
  RUN ("register", "--format", "xml");
  command_expect_status (self, 2);
}

int
main (int    argc,
      char **argv)
{
  command_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/cli/" path, Fixture, NULL, command_set_up, function, command_tear_down)
  ADD ("new", test_new);
  ADD ("leitbild", test_leitbild);
  ADD ("catalogue", test_catalogue);
  ADD ("register", test_register);

  return g_test_run ();
}
