/* test-commands.c — every command of the built program, without a display
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

static const char *program;

typedef struct {
  char *folder;
  char *database;
  char *out;
  char *errors;
  int status;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("vorlage-cli-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->database = g_build_filename (self->folder, "office.db", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->database);
  g_free (self->out);
  g_free (self->errors);
}

static GSubprocessLauncher *
launcher_new (Fixture *self)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", self->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", self->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "TMPDIR", self->folder, TRUE);
  g_subprocess_launcher_set_cwd (launcher, self->folder);

  return launcher;
}

/* Runs the program with the arguments up to NULL; what it said is in @self afterwards. */
static int G_GNUC_NULL_TERMINATED
run (Fixture *self,
     ...)
{
  g_autoptr (GSubprocessLauncher) launcher = launcher_new (self);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  const char *argument;
  va_list rest;

  g_ptr_array_add (arguments, (gpointer) program);
  va_start (rest, self);
  while ((argument = va_arg (rest, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);

  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->errors, g_free);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);

  return self->status;
}

#define RUN(...) run (self, "--database", self->database, __VA_ARGS__, NULL)

static void
expect_status (Fixture *self,
               int      expected)
{
  if (self->status != expected)
    g_test_message ("exit %d, stdout: %s stderr: %s", self->status, self->out, self->errors);
  g_assert_cmpint (self->status, ==, expected);
}

static void
expect_in (const char *text,
           const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("“%s” is not in: %s", part, text);
  g_assert_nonnull (strstr (text, part));
}

static char *
write_form (Fixture    *self,
            const char *name,
            const char *number,
            const char *title)
{
  g_autofree char *form = g_strdup_printf ("Drucksachen-Nr.: %s\n\nEinreicher: Amt für Brücken\n\n"
                                           "Verantwortlich für die Umsetzung: Amt für Brücken\n\n"
                                           "Beratungsfolge Status Termin Für Gegen Enthaltung Bestätigung\n\n"
                                           "Stadtrat öffentlich 12.06.2030\n\n"
                                           "Titel:\n%s\n\nBeschluss:\nDer Stadtrat stimmt dem Neubau zu.\n\n"
                                           "Gesetzliche Grundlagen:\n\nBegründung: Die alte Brücke trägt nicht mehr.\n",
                                           number, title);
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, form, -1, NULL));

  return path;
}

static JsonObject *
parse (Fixture    *self,
       JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, self->out, -1, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (parser));
}

static void
import_bridge (Fixture *self)
{
  g_autofree char *path = write_form (self, "bridge.txt", "BV/017/2030/II-66", "Neubau der \"Brücke\", zweiter Abschnitt");

  RUN ("import", path);
  expect_status (self, 0);
}

/* What the list holds with these options, as lines of CSV. */
static void
expect_listed (Fixture    *self,
               const char *number,
               gboolean    listed)
{
  expect_status (self, 0);
  if (listed != (strstr (self->out, number) != NULL))
    g_error ("%s is %s in: %s", number, listed ? "not" : "", self->out);
}

static void
test_list_filters (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *other = write_form (self, "road.txt", "IV/018/2031/V", "Radweg am Fluss");

  import_bridge (self);
  RUN ("import", other);
  expect_status (self, 0);
#define LISTED(bridge, road, ...) \
  RUN ("list", "--format", "csv", __VA_ARGS__); \
  expect_listed (self, "BV/017/2030/II-66", bridge); \
  expect_listed (self, "IV/018/2031/V", road)
  LISTED (TRUE, FALSE, "--kind", "BV");
  LISTED (FALSE, TRUE, "--year", "2031");
  LISTED (FALSE, TRUE, "--origin", "V");
  LISTED (TRUE, TRUE, "--body", "Stadtrat");
  LISTED (TRUE, FALSE, "--body", "Stadtrat", "--kind", "BV", "--search", "brücke");
  LISTED (FALSE, FALSE, "--kind", "BV", "--search", "radweg");
  LISTED (TRUE, TRUE, "--responsible", "Amt für Brücken");
  LISTED (TRUE, TRUE, "--mine");
  LISTED (TRUE, FALSE, "--findings");
  LISTED (FALSE, FALSE, "--trash");
  LISTED (FALSE, FALSE, "--filter", "received");
  LISTED (FALSE, FALSE, "--field", "none");
  RUN ("list", "--year", "soon");
  expect_status (self, 2);
  expect_in (self->errors, "--year");
  RUN ("list", "--filter", "nothing of that name");
  expect_status (self, 2);
#undef LISTED
}

static void
test_help (Fixture       *self,
           gconstpointer  data)
{
  static const char * const commands[] = { "import", "list", "show", "check", "versions", "compare", "export", "new", "register", "leitbild", "backup", "restore" };

  run (self, "--version", NULL);
  expect_status (self, 0);
  g_assert_cmpstr (self->out, ==, "vorlage " PACKAGE_VERSION "\n");
  run (self, "--help", NULL);
  expect_status (self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    expect_in (self->out, commands[i]);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strdup_printf ("vorlage %s", commands[i]);

      run (self, commands[i], "--help", NULL);
      expect_status (self, 0);
      expect_in (self->out, usage);
      expect_in (self->out, "--database");
      g_assert_cmpstr (self->errors, ==, "");
    }
}

static void
test_usage (Fixture       *self,
            gconstpointer  data)
{
  RUN ("import");
  expect_status (self, 2);
  RUN ("show");
  expect_status (self, 2);
  RUN ("show", "BV/001/2030", "BV/002/2030");
  expect_status (self, 2);
  RUN ("list", "--format", "xml");
  expect_status (self, 2);
  expect_in (self->errors, "xml");
  RUN ("import", "--on-conflict", "perhaps", "a.txt");
  expect_status (self, 2);
  RUN ("export", "BV/001/2030");
  expect_status (self, 2);
  expect_in (self->errors, "--output");
  RUN ("--nonsense");
  expect_status (self, 2);
  run (self, "--database", NULL);
  expect_status (self, 2);
  g_assert_cmpstr (self->out, ==, "");
  /* Wrong usage leaves nothing behind. */
  g_assert_false (g_file_test (self->database, G_FILE_TEST_EXISTS));
}

static void
test_import_and_list (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object;
  JsonArray *motions;

  import_bridge (self);
  expect_in (self->out, "BV/017/2030/II-66");
  expect_in (self->out, "bridge.txt");
  g_assert_cmpstr (self->errors, ==, "");

  RUN ("list");
  expect_status (self, 0);
  expect_in (self->out, "BV/017/2030/II-66");
  expect_in (self->out, "Neubau der \"Brücke\", zweiter Abschnitt\n");

  RUN ("list", "--format", "csv");
  expect_status (self, 0);
  g_assert_true (g_str_has_prefix (self->out, "number,title,state,visibility,next_date\r\n"));
  expect_in (self->out, "BV/017/2030/II-66,\"Neubau der \"\"Brücke\"\", zweiter Abschnitt\",");
  g_assert_true (g_str_has_suffix (self->out, ",2030-06-12\r\n"));

  RUN ("list", "--format", "json", "--search", "brucke");
  expect_status (self, 0);
  object = parse (self, parser);
  g_assert_cmpint (json_object_get_int_member (object, "format"), ==, 1);
  motions = json_object_get_array_member (object, "motions");
  g_assert_cmpuint (json_array_get_length (motions), ==, 1);
  object = json_array_get_object_element (motions, 0);
  g_assert_cmpstr (json_object_get_string_member (object, "number"), ==, "BV/017/2030/II-66");
  g_assert_cmpstr (json_object_get_string_member (object, "next_date"), ==, "2030-06-12");

  RUN ("list", "--format", "json", "--search", "gibtesnicht");
  expect_status (self, 0);
  object = parse (self, parser);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "motions")), ==, 0);
  RUN ("list", "--search", "gibtesnicht");
  expect_status (self, 0);
  g_assert_cmpstr (self->out, ==, "");
}

static void
test_show_and_check (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object;
  JsonArray *findings;
  gboolean asks_for_leitbild = FALSE;

  import_bridge (self);
  RUN ("show", "BV/017/2030/II-66");
  expect_status (self, 0);
  expect_in (self->out, "Der Stadtrat stimmt dem Neubau zu.");
  expect_in (self->out, "Amt für Brücken");
  expect_in (self->out, "bridge.txt");

  RUN ("show", "BV/017/2030/II-66", "--format", "json");
  expect_status (self, 0);
  object = parse (self, parser);
  g_assert_cmpint (json_object_get_int_member (object, "format"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "Neubau der \"Brücke\", zweiter Abschnitt");
  g_assert_cmpstr (json_object_get_string_member (object, "resolution"), ==, "Der Stadtrat stimmt dem Neubau zu.");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "consultations")), ==, 1);

  RUN ("check", "BV/017/2030/II-66");
  expect_status (self, 1);
  g_assert_cmpstr (self->out, !=, "");
  RUN ("check", "BV/017/2030/II-66", "--format", "json");
  expect_status (self, 1);
  object = parse (self, parser);
  g_assert_cmpstr (json_object_get_string_member (object, "number"), ==, "BV/017/2030/II-66");
  findings = json_object_get_array_member (object, "findings");
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);

      asks_for_leitbild |= g_str_equal (json_object_get_string_member (finding, "field"), "leitbild");
      g_assert_cmpstr (json_object_get_string_member (finding, "message"), !=, "");
    }
  g_assert_true (asks_for_leitbild);
}

static void
test_versions (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;

  import_bridge (self);
  path = write_form (self, "again.txt", "BV/017/2030/II-66", "Ersatzneubau der \"Brücke\", zweiter Abschnitt");
  RUN ("import", "--on-conflict", "replace", path);
  expect_status (self, 0);

  RUN ("versions", "BV/017/2030/II-66");
  expect_status (self, 0);
  expect_in (self->out, "Imported again");
  RUN ("versions", "--format", "json", "BV/017/2030/II-66");
  expect_status (self, 0);
  root = parse (self, parser);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "versions")), ==, 2);

  RUN ("compare", "BV/017/2030/II-66");
  expect_status (self, 0);
  expect_in (self->out, "[-Neubau-]{+Ersatzneubau+} der");
  RUN ("compare", "--from", "2", "BV/017/2030/II-66");
  expect_status (self, 0);
  expect_in (self->out, "Nothing differs.");
  RUN ("compare", "--from", "3", "BV/017/2030/II-66");
  expect_status (self, 2);
  expect_in (self->errors, "no version 3");
  RUN ("compare", "--format", "csv", "BV/017/2030/II-66");
  expect_status (self, 2);
  RUN ("compare", "--format", "json", "BV/017/2030/II-66");
  expect_status (self, 0);
  root = parse (self, parser);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (json_object_get_array_member (root, "changes"), 0), "field"), ==, "title");
}

static void
test_unknown_number (Fixture       *self,
                     gconstpointer  data)
{
  static const char * const commands[] = { "show", "check" };

  import_bridge (self);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      RUN (commands[i], "BV/404/2030");
      expect_status (self, 3);
      expect_in (self->errors, "BV/404/2030");
      g_assert_cmpstr (self->out, ==, "");
    }
  RUN ("export", "BV/404/2030", "--output", "a.pdf");
  expect_status (self, 3);
}

static void
test_paper_without_a_number (Fixture       *self,
                             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "letter.txt", NULL);
  g_auto (GStrv) words = NULL;

  g_assert_true (g_file_set_contents (path, "Betreff: Ihr Schreiben\n\nSehr geehrte Damen und Herren,\n\nvielen Dank für Ihre Nachricht.\n", -1, NULL));
  /* A letter is no paper, unless somebody says so. */
  RUN ("import", path);
  expect_status (self, 3);
  expect_in (self->errors, "letter.txt");
  expect_in (self->errors, "--any");
  RUN ("list");
  g_assert_null (strstr (self->out, "Ihr Schreiben"));
  RUN ("import", "--any", path);
  expect_status (self, 0);
  expect_in (self->out, "not recognised");
  RUN ("list");
  expect_status (self, 0);
  /* It is named by its uid, and nothing of it is lost. */
  words = g_strsplit (strchr (self->out, '\n') + 1, " ", 2);
  RUN ("show", words[0]);
  expect_status (self, 0);
  expect_in (self->out, "vielen Dank für Ihre Nachricht.");
}

static void
test_missing_database (Fixture       *self,
                       gconstpointer  data)
{
  RUN ("list");
  expect_status (self, 3);
  expect_in (self->errors, "office.db");
  g_assert_false (g_file_test (self->database, G_FILE_TEST_EXISTS));
}

static void
test_default_database (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "vorlage", "vorlage.db", NULL);
  g_autofree char *form = write_form (self, "a.txt", "BV/001/2030", "Erste");

  run (self, "import", form, NULL);
  expect_status (self, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  run (self, "show", "BV/001/2030", "--database", path, NULL);
  expect_status (self, 0);
}

static void
test_new (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *number = NULL;
  JsonObject *object;

  RUN ("new", "--kind", "BV", "--origin", "II-66", "--title", "  Radweg  am Fluß ");
  expect_status (self, 0);
  g_assert_true (g_str_has_prefix (self->out, "BV/001/"));
  g_assert_true (g_str_has_suffix (self->out, "/II-66\n"));
  number = g_strchomp (g_strdup (self->out));

  RUN ("new", "--from", number, "--title", "Zweiter Radweg");
  expect_status (self, 0);
  g_assert_true (g_str_has_prefix (self->out, "BV/002/"));
  g_assert_true (g_str_has_suffix (self->out, "/II-66\n"));
  RUN ("show", number, "--format", "json");
  object = parse (self, parser);
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "Radweg am Fluß");
  g_assert_cmpstr (json_object_get_string_member (object, "stage"), ==, "draft");

  RUN ("new", "--kind", "XX");
  expect_status (self, 2);
  expect_in (self->errors, "XX");
  RUN ("new", "--from", number, "--template", "Muster");
  expect_status (self, 2);
  RUN ("new", "--template", "Muster");
  expect_status (self, 3);
  expect_in (self->errors, "Muster");
  RUN ("new", "--from", "BV/404/2030");
  expect_status (self, 3);
}

static void
test_leitbild (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;
  JsonObject *goal;

  import_bridge (self);
  RUN ("leitbild", "report", "--from", "1.1.2029", "--to", "2031-12-31", "--format", "json");
  expect_status (self, 0);
  g_assert_true (json_parser_load_from_data (parser, self->out, -1, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "format"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (root, "motions"), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "periods")), ==, 3);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "fields")), ==, 6);
  goal = json_array_get_object_element (json_object_get_array_member (root, "goals"), 0);
  g_assert_cmpstr (json_object_get_string_member (goal, "code"), ==, "M01");

  RUN ("leitbild", "report", "--from", "2030-01-01", "--to", "2030-12-31", "--format", "csv");
  expect_status (self, 0);
  g_assert_true (g_str_has_prefix (self->out, "part,field,goal,period,motions,adopted\r\n"));
  RUN ("leitbild", "report", "--from", "2030-12-31", "--to", "2030-01-01");
  expect_status (self, 2);
  RUN ("leitbild", "report", "--from", "soon");
  expect_status (self, 2);
  expect_in (self->errors, "soon");
  RUN ("leitbild", "suggest", "BV/017/2030/II-66");
  expect_status (self, 0);
  expect_in (self->out, "there are none");
  RUN ("leitbild", "suggest");
  expect_status (self, 2);
  RUN ("leitbild", "suggest", "BV/999/2030");
  expect_status (self, 3);
  RUN ("leitbild", "tick");
  expect_status (self, 2);
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
  expect_status (self, 0);
  RUN ("show", "BV/019/2030/II-66");
  expect_status (self, 0);
  shown = g_strdup (self->out);
  RUN ("export", "BV/019/2030/II-66", "--output", paper);
  expect_status (self, 0);
  g_assert_true (g_file_get_contents (paper, &before, &before_length, NULL));
  RUN ("leitbild", "export", table);
  expect_status (self, 0);
  g_assert_true (g_file_get_contents (table, &content, NULL, NULL));
  expect_in (content, "community,Soziales Miteinander,M,#a51d2d,M01,,\r\n");

  /* A new version: a field with another name, a goal more. The motion keeps the one it was made under. */
  renamed = replace (content, "Soziales Miteinander", "Miteinander leben");
  grown = g_strconcat (renamed, "community,,,,M02,Ein weiteres Ziel,\r\n", NULL);
  path = write_file (self, "new.csv", grown);
  RUN ("leitbild", "import", path);
  expect_status (self, 0);
  expect_in (self->out, "goals 2");
  RUN ("show", "BV/019/2030/II-66");
  expect_status (self, 0);
  g_assert_cmpstr (self->out, ==, shown);
  RUN ("export", "BV/019/2030/II-66", "--output", paper);
  expect_status (self, 0);
  g_assert_true (g_file_get_contents (paper, &after, &after_length, NULL));
  g_assert_cmpmem (after, after_length, before, before_length);
  RUN ("leitbild", "export", json);
  expect_status (self, 0);
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (json, &content, NULL, NULL));
  expect_in (content, "Miteinander leben");
  expect_in (content, "Ein weiteres Ziel");

  /* Goals in use stay, if only retired. */
  shrunk = replace (grown, "M01", "M03");
  g_free (path);
  path = write_file (self, "shrunk.csv", shrunk);
  RUN ("leitbild", "import", path);
  expect_status (self, 3);
  expect_in (self->errors, "M01");
  odd = replace (grown, "#a51d2d", "red");
  g_free (path);
  path = write_file (self, "odd.csv", odd);
  RUN ("leitbild", "import", path);
  expect_status (self, 3);
  expect_in (self->errors, "red");
  RUN ("leitbild", "import", missing);
  expect_status (self, 3);
  RUN ("leitbild", "import", form);
  expect_status (self, 3);
  expect_in (self->errors, "ticked.txt");
  RUN ("leitbild", "import");
  expect_status (self, 2);
  RUN ("leitbild", "import", json);
  expect_status (self, 0);
}

static void
test_register (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *numbers;
  JsonObject *entry;

  import_bridge (self);
  RUN ("register", "reserve", "--kind", "BV", "--origin", "III-61", "--count", "2", "--year", "2030");
  expect_status (self, 0);
  g_assert_cmpstr (self->out, ==, "BV/018/2030/III-61\nBV/019/2030/III-61\n");
  RUN ("register", "void", "BV/018/2030/III-61");
  expect_status (self, 2);
  expect_in (self->errors, "--reason");
  RUN ("register", "void", "BV/018/2030/III-61", "--reason", "Vorlage entfällt");
  expect_status (self, 0);
  RUN ("register", "void", "BV/018/2030/III-61", "--reason", "noch einmal");
  expect_status (self, 3);
  RUN ("register", "void", "BV/017/2030/II-66", "--reason", "egal");
  expect_status (self, 3);
  expect_in (self->errors, "Brücke");

  RUN ("register", "--kind", "BV", "--year", "2030");
  expect_status (self, 0);
  expect_in (self->out, "BV/001–016/2030");
  expect_in (self->out, "Vorlage entfällt");
  RUN ("register", "--format", "csv");
  expect_status (self, 0);
  g_assert_true (g_str_has_prefix (self->out, "number,state,origin,title,reason\r\n"));
  expect_in (self->out, "BV/018/2030/III-61,void,III-61,,Vorlage entfällt\r\n");
  RUN ("register", "--format", "json", "--year", "2030");
  expect_status (self, 0);
  numbers = json_object_get_array_member (parse (self, parser), "numbers");
  g_assert_cmpuint (json_array_get_length (numbers), ==, 4);
  entry = json_array_get_object_element (numbers, 0);
  g_assert_true (json_object_get_null_member (entry, "number"));
  g_assert_cmpstr (json_object_get_string_member (entry, "state"), ==, "gap");
  g_assert_cmpint (json_object_get_int_member (entry, "last_serial"), ==, 16);
  entry = json_array_get_object_element (numbers, 3);
  g_assert_cmpstr (json_object_get_string_member (entry, "state"), ==, "reserved");

  RUN ("register", "--year", "1999");
  expect_status (self, 0);
  g_assert_cmpstr (self->out, ==, "");
  RUN ("register", "forget", "BV/018/2030");
  expect_status (self, 2);
  RUN ("register", "reserve", "--kind", "BV");
  expect_status (self, 2);
  RUN ("register", "--format", "xml");
  expect_status (self, 2);
}

static void
test_batch_with_a_bad_file (Fixture       *self,
                            gconstpointer  data)
{
  g_autofree char *first = write_form (self, "1.txt", "BV/001/2030", "Erste");
  g_autofree char *last = write_form (self, "3.txt", "BV/003/2030", "Dritte");
  g_autofree char *empty = g_build_filename (self->folder, "2-empty.txt", NULL);

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  RUN ("import", first, empty, last);
  expect_status (self, 3);
  expect_in (self->errors, "2-empty.txt");
  expect_in (self->out, "BV/001/2030");
  expect_in (self->out, "BV/003/2030");
  RUN ("list", "--format", "csv", "--sort", "number");
  expect_in (self->out, "BV/003/2030,Dritte");
  g_assert_cmpint (strstr (self->out, "BV/003/2030") - strstr (self->out, "BV/001/2030"), <, 0);
}

static void
test_conflicts (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *first = write_form (self, "1.txt", "BV/001/2030", "Erste");
  g_autofree char *second = write_form (self, "2.txt", "BV/001/2030", "Zweite");

  RUN ("import", first);
  expect_status (self, 0);
  /* Nobody can be asked: that is a failure of the file. */
  RUN ("import", second);
  expect_status (self, 3);
  expect_in (self->errors, "BV/001/2030");
  RUN ("import", "--on-conflict", "skip", second);
  expect_status (self, 0);
  RUN ("show", "BV/001/2030");
  expect_in (self->out, "Erste");
  RUN ("import", "--on-conflict=replace", second);
  expect_status (self, 0);
  RUN ("show", "BV/001/2030");
  expect_in (self->out, "Zweite");
  RUN ("import", "--on-conflict", "copy", second);
  expect_status (self, 0);
  RUN ("list", "--format", "csv");
  g_assert_nonnull (strstr (strstr (self->out, "Zweite") + 1, "Zweite"));
}

static void
test_export (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "paper.pdf", NULL);
  g_autofree char *content = NULL;

  import_bridge (self);
  RUN ("export", "BV/017/2030/II-66", "--output", path);
  expect_status (self, 0);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  RUN ("export", "BV/017/2030/II-66", "--output", "nowhere/paper.pdf");
  expect_status (self, 3);
  expect_in (self->errors, "nowhere/paper.pdf");
  /* A paper read back from its PDF is the same motion: its number is known. */
  RUN ("import", path);
  expect_status (self, 3);
  expect_in (self->errors, "BV/017/2030/II-66");
}

static void
test_backup_and_restore (Fixture       *self,
                         gconstpointer  data)
{
  g_autofree char *backup = g_build_filename (self->folder, "backup.db", NULL);
  g_autofree char *later = write_form (self, "later.txt", "BV/018/2030", "Später");

  import_bridge (self);
  RUN ("backup", backup);
  expect_status (self, 0);
  g_assert_true (g_file_test (backup, G_FILE_TEST_IS_REGULAR));
  RUN ("backup", backup);
  expect_status (self, 3);
  RUN ("import", later);
  expect_status (self, 0);
  RUN ("restore", backup);
  expect_status (self, 0);
  RUN ("list", "--format", "csv");
  expect_status (self, 0);
  expect_in (self->out, "BV/017/2030/II-66");
  g_assert_null (strstr (self->out, "Später"));
  /* The ledger went forward: the later number is never given again. */
  RUN ("import", later);
  expect_status (self, 3);
  RUN ("restore", "missing.db");
  expect_status (self, 3);
  expect_in (self->errors, "missing.db");
}

static void
test_foreign_file_is_left_alone (Fixture       *self,
                                 gconstpointer  data)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (self->database, "This is a letter.\n", -1, NULL));
  RUN ("list");
  expect_status (self, 3);
  expect_in (self->errors, "office.db");
  g_assert_true (g_file_get_contents (self->database, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "This is a letter.\n");
}

static void
test_reader_goes_away (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (GSubprocessLauncher) launcher = launcher_new (self);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  import_bridge (self);
  g_subprocess_launcher_setenv (launcher, "PROGRAM", program, TRUE);
  g_subprocess_launcher_setenv (launcher, "DATABASE", self->database, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, "sh", "-c",
                                         "{ sleep 1; \"$PROGRAM\" --database \"$DATABASE\" list; echo \"status $?\" >&2; } | true", NULL);
  g_assert_no_error (error);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->errors, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->out, &self->errors, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (self->errors, ==, "status 0\n");
}

static void
test_full_output (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GSubprocessLauncher) launcher = launcher_new (self);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  import_bridge (self);
  g_subprocess_launcher_setenv (launcher, "PROGRAM", program, TRUE);
  g_subprocess_launcher_setenv (launcher, "DATABASE", self->database, TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, "sh", "-c", "\"$PROGRAM\" --database \"$DATABASE\" list > /dev/full", NULL);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
}

static void
test_main_job_without_display (Fixture       *self,
                               gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (self->folder, "job", NULL);
  g_auto (GStrv) lines = NULL;
  const char *pdf = NULL;

  run (self, NULL);
  expect_status (self, 0);
  lines = g_strsplit (self->out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "PDF: "))
      pdf = lines[i] + strlen ("PDF: ");
  g_assert_nonnull (pdf);
  g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));

  /* Said twice it does the same: what is there is kept. */
  for (guint i = 0; i < 2; i++)
    {
      RUN ("sample", "--output", folder);
      expect_status (self, 0);
    }
  RUN ("list", "--format", "csv");
  expect_status (self, 0);
}

static void
test_window_files_without_display (Fixture       *self,
                                   gconstpointer  data)
{
  g_autofree char *path = write_form (self, "a.txt", "BV/001/2030", "Erste");

  RUN (path);
  expect_status (self, 3);
  expect_in (self->errors, "import");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];

#define ADD(path, function) g_test_add ("/cli/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("help", test_help);
  ADD ("usage", test_usage);
  ADD ("import-and-list", test_import_and_list);
  ADD ("list-filters", test_list_filters);
  ADD ("show-and-check", test_show_and_check);
  ADD ("versions", test_versions);
  ADD ("unknown-number", test_unknown_number);
  ADD ("paper-without-a-number", test_paper_without_a_number);
  ADD ("missing-database", test_missing_database);
  ADD ("default-database", test_default_database);
  ADD ("batch-with-a-bad-file", test_batch_with_a_bad_file);
  ADD ("conflicts", test_conflicts);
  ADD ("new", test_new);
  ADD ("leitbild", test_leitbild);
  ADD ("catalogue", test_catalogue);
  ADD ("register", test_register);
  ADD ("export", test_export);
  ADD ("backup-and-restore", test_backup_and_restore);
  ADD ("foreign-file-is-left-alone", test_foreign_file_is_left_alone);
  ADD ("reader-goes-away", test_reader_goes_away);
  ADD ("full-output", test_full_output);
  ADD ("main-job-without-display", test_main_job_without_display);
  ADD ("window-files-without-display", test_window_files_without_display);

  return g_test_run ();
}
