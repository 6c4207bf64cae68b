/* test-commands.c — commands on papers and databases, without a display
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "command-fixture.h"

/* What the list holds with these options, as lines of CSV. */
static void
expect_listed (Fixture    *self,
               const char *number,
               gboolean    listed)
{
  command_expect_status (self, 0);
  if (listed != (strstr (self->out, number) != NULL))
    g_error ("%s is %s in: %s", number, listed ? "not" : "", self->out);
}

static void
test_list_filters (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *other = command_write_form (self, "road.txt", "IV/018/2031/V", "Radweg am Fluss");

  command_import_bridge (self);
  RUN ("import", other);
  command_expect_status (self, 0);
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
  command_expect_status (self, 2);
  command_expect_in (self->errors, "--year");
  RUN ("list", "--filter", "nothing of that name");
  command_expect_status (self, 2);
#undef LISTED
}

static void
test_help (Fixture       *self,
           gconstpointer  data)
{
  static const char * const commands[] = { "import", "list", "show", "check", "versions", "compare", "export", "new", "register", "leitbild", "backup", "restore" };

  command_run (self, "--version", NULL);
  command_expect_status (self, 0);
  g_assert_cmpstr (self->out, ==, "vorlage " PACKAGE_VERSION "\n");
  command_run (self, "--help", NULL);
  command_expect_status (self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    command_expect_in (self->out, commands[i]);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strdup_printf ("vorlage %s", commands[i]);

      command_run (self, commands[i], "--help", NULL);
      command_expect_status (self, 0);
      command_expect_in (self->out, usage);
      command_expect_in (self->out, "--database");
      g_assert_cmpstr (self->errors, ==, "");
    }
}

static void
test_usage (Fixture       *self,
            gconstpointer  data)
{
  RUN ("import");
  command_expect_status (self, 2);
  RUN ("show");
  command_expect_status (self, 2);
  RUN ("show", "BV/001/2030", "BV/002/2030");
  command_expect_status (self, 2);
  RUN ("list", "--format", "xml");
  command_expect_status (self, 2);
  command_expect_in (self->errors, "xml");
  RUN ("import", "--on-conflict", "perhaps", "a.txt");
  command_expect_status (self, 2);
  RUN ("export", "BV/001/2030");
  command_expect_status (self, 2);
  command_expect_in (self->errors, "--output");
  RUN ("--nonsense");
  command_expect_status (self, 2);
  command_run (self, "--database", NULL);
  command_expect_status (self, 2);
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

  command_import_bridge (self);
  command_expect_in (self->out, "BV/017/2030/II-66");
  command_expect_in (self->out, "bridge.txt");
  g_assert_cmpstr (self->errors, ==, "");

  RUN ("list");
  command_expect_status (self, 0);
  command_expect_in (self->out, "BV/017/2030/II-66");
  command_expect_in (self->out, "Neubau der \"Brücke\", zweiter Abschnitt\n");

  RUN ("list", "--format", "csv");
  command_expect_status (self, 0);
  g_assert_true (g_str_has_prefix (self->out, "number,title,state,visibility,next_date\r\n"));
  command_expect_in (self->out, "BV/017/2030/II-66,\"Neubau der \"\"Brücke\"\", zweiter Abschnitt\",");
  g_assert_true (g_str_has_suffix (self->out, ",2030-06-12\r\n"));

  RUN ("list", "--format", "json", "--search", "brucke");
  command_expect_status (self, 0);
  object = command_parse (self, parser);
  g_assert_cmpint (json_object_get_int_member (object, "format"), ==, 1);
  motions = json_object_get_array_member (object, "motions");
  g_assert_cmpuint (json_array_get_length (motions), ==, 1);
  object = json_array_get_object_element (motions, 0);
  g_assert_cmpstr (json_object_get_string_member (object, "number"), ==, "BV/017/2030/II-66");
  g_assert_cmpstr (json_object_get_string_member (object, "next_date"), ==, "2030-06-12");

  RUN ("list", "--format", "json", "--search", "gibtesnicht");
  command_expect_status (self, 0);
  object = command_parse (self, parser);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "motions")), ==, 0);
  RUN ("list", "--search", "gibtesnicht");
  command_expect_status (self, 0);
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

  command_import_bridge (self);
  RUN ("show", "BV/017/2030/II-66");
  command_expect_status (self, 0);
  command_expect_in (self->out, "Der Stadtrat stimmt dem Neubau zu.");
  command_expect_in (self->out, "Amt für Brücken");
  command_expect_in (self->out, "bridge.txt");

  RUN ("show", "BV/017/2030/II-66", "--format", "json");
  command_expect_status (self, 0);
  object = command_parse (self, parser);
  g_assert_cmpint (json_object_get_int_member (object, "format"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "Neubau der \"Brücke\", zweiter Abschnitt");
  g_assert_cmpstr (json_object_get_string_member (object, "resolution"), ==, "Der Stadtrat stimmt dem Neubau zu.");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "consultations")), ==, 1);

  RUN ("check", "BV/017/2030/II-66");
  command_expect_status (self, 1);
  g_assert_cmpstr (self->out, !=, "");
  RUN ("check", "BV/017/2030/II-66", "--format", "json");
  command_expect_status (self, 1);
  object = command_parse (self, parser);
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

  command_import_bridge (self);
  path = command_write_form (self, "again.txt", "BV/017/2030/II-66", "Ersatzneubau der \"Brücke\", zweiter Abschnitt");
  RUN ("import", "--on-conflict", "replace", path);
  command_expect_status (self, 0);

  RUN ("versions", "BV/017/2030/II-66");
  command_expect_status (self, 0);
  command_expect_in (self->out, "Imported again");
  RUN ("versions", "--format", "json", "BV/017/2030/II-66");
  command_expect_status (self, 0);
  root = command_parse (self, parser);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "versions")), ==, 2);

  RUN ("compare", "BV/017/2030/II-66");
  command_expect_status (self, 0);
  command_expect_in (self->out, "[-Neubau-]{+Ersatzneubau+} der");
  RUN ("compare", "--from", "2", "BV/017/2030/II-66");
  command_expect_status (self, 0);
  command_expect_in (self->out, "Nothing differs.");
  RUN ("compare", "--from", "3", "BV/017/2030/II-66");
  command_expect_status (self, 2);
  command_expect_in (self->errors, "no version 3");
  RUN ("compare", "--format", "csv", "BV/017/2030/II-66");
  command_expect_status (self, 2);
  RUN ("compare", "--format", "json", "BV/017/2030/II-66");
  command_expect_status (self, 0);
  root = command_parse (self, parser);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (json_object_get_array_member (root, "changes"), 0), "field"), ==, "title");
}

static void
test_unknown_number (Fixture       *self,
                     gconstpointer  data)
{
  static const char * const commands[] = { "show", "check" };

  command_import_bridge (self);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      RUN (commands[i], "BV/404/2030");
      command_expect_status (self, 3);
      command_expect_in (self->errors, "BV/404/2030");
      g_assert_cmpstr (self->out, ==, "");
    }
  RUN ("export", "BV/404/2030", "--output", "a.pdf");
  command_expect_status (self, 3);
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
  command_expect_status (self, 3);
  command_expect_in (self->errors, "letter.txt");
  command_expect_in (self->errors, "--any");
  RUN ("list");
  g_assert_null (strstr (self->out, "Ihr Schreiben"));
  RUN ("import", "--any", path);
  command_expect_status (self, 0);
  command_expect_in (self->out, "not recognised");
  RUN ("list");
  command_expect_status (self, 0);
  /* It is named by its uid, and nothing of it is lost. */
  words = g_strsplit (strchr (self->out, '\n') + 1, " ", 2);
  RUN ("show", words[0]);
  command_expect_status (self, 0);
  command_expect_in (self->out, "vielen Dank für Ihre Nachricht.");
}

static void
test_missing_database (Fixture       *self,
                       gconstpointer  data)
{
  RUN ("list");
  command_expect_status (self, 3);
  command_expect_in (self->errors, "office.db");
  g_assert_false (g_file_test (self->database, G_FILE_TEST_EXISTS));
}

static void
test_default_database (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "vorlage", "vorlage.db", NULL);
  g_autofree char *form = command_write_form (self, "a.txt", "BV/001/2030", "Erste");

  command_run (self, "import", form, NULL);
  command_expect_status (self, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  command_run (self, "show", "BV/001/2030", "--database", path, NULL);
  command_expect_status (self, 0);
}

static void
test_batch_with_a_bad_file (Fixture       *self,
                            gconstpointer  data)
{
  g_autofree char *first = command_write_form (self, "1.txt", "BV/001/2030", "Erste");
  g_autofree char *last = command_write_form (self, "3.txt", "BV/003/2030", "Dritte");
  g_autofree char *empty = g_build_filename (self->folder, "2-empty.txt", NULL);

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  RUN ("import", first, empty, last);
  command_expect_status (self, 3);
  command_expect_in (self->errors, "2-empty.txt");
  command_expect_in (self->out, "BV/001/2030");
  command_expect_in (self->out, "BV/003/2030");
  RUN ("list", "--format", "csv", "--sort", "number");
  command_expect_in (self->out, "BV/003/2030,Dritte");
  g_assert_cmpint (strstr (self->out, "BV/003/2030") - strstr (self->out, "BV/001/2030"), <, 0);
}

static void
test_conflicts (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *first = command_write_form (self, "1.txt", "BV/001/2030", "Erste");
  g_autofree char *second = command_write_form (self, "2.txt", "BV/001/2030", "Zweite");

  RUN ("import", first);
  command_expect_status (self, 0);
  /* Nobody can be asked: that is a failure of the file. */
  RUN ("import", second);
  command_expect_status (self, 3);
  command_expect_in (self->errors, "BV/001/2030");
  RUN ("import", "--on-conflict", "skip", second);
  command_expect_status (self, 0);
  RUN ("show", "BV/001/2030");
  command_expect_in (self->out, "Erste");
  RUN ("import", "--on-conflict=replace", second);
  command_expect_status (self, 0);
  RUN ("show", "BV/001/2030");
  command_expect_in (self->out, "Zweite");
  RUN ("import", "--on-conflict", "copy", second);
  command_expect_status (self, 0);
  RUN ("list", "--format", "csv");
  g_assert_nonnull (strstr (strstr (self->out, "Zweite") + 1, "Zweite"));
}

static void
test_export (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "paper.pdf", NULL);
  g_autofree char *content = NULL;

  command_import_bridge (self);
  RUN ("export", "BV/017/2030/II-66", "--output", path);
  command_expect_status (self, 0);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  RUN ("export", "BV/017/2030/II-66", "--output", "nowhere/paper.pdf");
  command_expect_status (self, 3);
  command_expect_in (self->errors, "nowhere/paper.pdf");
  /* A paper read back from its PDF is the same motion: its number is known. */
  RUN ("import", path);
  command_expect_status (self, 3);
  command_expect_in (self->errors, "BV/017/2030/II-66");
}

static void
test_backup_and_restore (Fixture       *self,
                         gconstpointer  data)
{
  g_autofree char *backup = g_build_filename (self->folder, "backup.db", NULL);
  g_autofree char *later = command_write_form (self, "later.txt", "BV/018/2030", "Später");

  command_import_bridge (self);
  RUN ("backup", backup);
  command_expect_status (self, 0);
  g_assert_true (g_file_test (backup, G_FILE_TEST_IS_REGULAR));
  RUN ("backup", backup);
  command_expect_status (self, 3);
  RUN ("import", later);
  command_expect_status (self, 0);
  RUN ("restore", backup);
  command_expect_status (self, 0);
  RUN ("list", "--format", "csv");
  command_expect_status (self, 0);
  command_expect_in (self->out, "BV/017/2030/II-66");
  g_assert_null (strstr (self->out, "Später"));
  /* The ledger went forward: the later number is never given again. */
  RUN ("import", later);
  command_expect_status (self, 3);
  RUN ("restore", "missing.db");
  command_expect_status (self, 3);
  command_expect_in (self->errors, "missing.db");
}

static void
test_foreign_file_is_left_alone (Fixture       *self,
                                 gconstpointer  data)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (self->database, "This is a letter.\n", -1, NULL));
  RUN ("list");
  command_expect_status (self, 3);
  command_expect_in (self->errors, "office.db");
  g_assert_true (g_file_get_contents (self->database, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "This is a letter.\n");
}

static void
test_reader_goes_away (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (GSubprocessLauncher) launcher = command_launcher_new (self);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  command_import_bridge (self);
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
  g_autoptr (GSubprocessLauncher) launcher = command_launcher_new (self);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  command_import_bridge (self);
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

  command_run (self, NULL);
  command_expect_status (self, 0);
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
      command_expect_status (self, 0);
    }
  RUN ("list", "--format", "csv");
  command_expect_status (self, 0);
}

static void
test_window_files_without_display (Fixture       *self,
                                   gconstpointer  data)
{
  g_autofree char *path = command_write_form (self, "a.txt", "BV/001/2030", "Erste");

  RUN (path);
  command_expect_status (self, 3);
  command_expect_in (self->errors, "import");
}

int
main (int    argc,
      char **argv)
{
  command_init (&argc, &argv);

#define ADD(path, function) g_test_add ("/cli/" path, Fixture, NULL, command_set_up, function, command_tear_down)
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
  ADD ("export", test_export);
  ADD ("backup-and-restore", test_backup_and_restore);
  ADD ("foreign-file-is-left-alone", test_foreign_file_is_left_alone);
  ADD ("reader-goes-away", test_reader_goes_away);
  ADD ("full-output", test_full_output);
  ADD ("main-job-without-display", test_main_job_without_display);
  ADD ("window-files-without-display", test_window_files_without_display);

  return g_test_run ();
}
