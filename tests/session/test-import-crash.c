/* test-import-crash.c — killed while papers come in with the files they were read from
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "office-fixture.h"
#include "vlg-files.h"
#include "vlg-import.h"
#include "vlg-sqlite-store.h"

#define KILLS 12

/* Every fourth paper is longer than one chunk, so that its file goes into the store ahead of its motion. */
static GFile *
write_paper (const char *folder,
             guint       n)
{
  g_autofree char *number = g_strdup_printf ("BV/%03u/2030", n);
  g_autofree char *form = office_fixture_form (number, "Brücke", "Sie wird gebaut.");
  g_autofree char *path = g_build_filename (folder, "paper.txt", NULL);
  g_autoptr (GString) text = g_string_new (form);
  g_autoptr (GError) error = NULL;

  while (n % 4 == 0 && text->len < VLG_FILES_CHUNK + 50000)
    g_string_append (text, "Und noch ein Satz, der den Bau begründet, Wort für Wort und Zeile für Zeile.\n\n");
  g_file_set_contents (path, text->str, text->len, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/* What a child does: import one paper after the other and say so when it is stored. */
static int
import_without_end (const char *folder,
                    guint       n)
{
  g_autofree char *path = g_build_filename (folder, "vorlage.db", NULL);
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgStore) store = vlg_sqlite_store_open (path, &error);
  g_autoptr (VlgOffice) office = store != NULL ? vlg_office_new (store, actor, &error) : NULL;
  g_autoptr (VlgImport) import = NULL;

  if (office == NULL)
    {
      g_printerr ("open: %s\n", error->message);
      return 1;
    }
  import = vlg_import_new (office, VLG_ON_CONFLICT_ASK);
  for (guint end = n + 400; n < end; n++)
    {
      g_autoptr (GFile) file = write_paper (folder, n);
      g_autoptr (VlgImportResult) result = vlg_import_file (import, file, NULL);

      if (vlg_import_result_get_outcome (result) != VLG_IMPORT_IMPORTED)
        {
          g_printerr ("%u: %s\n", n, vlg_import_result_get_error (result)->message);
          return 1;
        }
      printf ("%u\n", n);
      fflush (stdout);
    }

  return 0;
}

/* How many papers a child reported, from @first on. */
static guint
import_and_kill (OfficeFixture *self,
                 guint          first)
{
  g_autofree char *n = g_strdup_printf ("%u", first);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  char *argv[] = { program, (char *) "--importer", self->folder, n, NULL };
  g_autoptr (GError) error = NULL;
  char line[32];
  guint n_reported = 0;
  FILE *reports;
  GPollFD poll;
  int out;
  GPid pid;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  poll = (GPollFD) { out, G_IO_IN, 0 };
  g_poll (&poll, 1, 20 * 1000);
  g_usleep (g_test_rand_int_range (1000, 250 * 1000));
  kill (pid, SIGKILL);
  reports = fdopen (out, "r");
  while (fgets (line, sizeof line, reports) != NULL)
    n_reported += strchr (line, '\n') != NULL;
  fclose (reports);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);

  return n_reported;
}

/* The paper is there, and the file it was read from, byte for byte. */
static void
assert_stored (OfficeFixture *self,
               guint          n)
{
  g_autofree char *number = g_strdup_printf ("BV/%03u/2030", n);
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_office_find_motion (self->office, number, &error);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GFile) file = write_paper (self->folder, n);
  g_autofree char *content = NULL;
  g_autoptr (VlgAnnex) annex = NULL;
  gsize length;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_annexes (motion))), ==, 1);
  annex = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_annexes (motion)), 0);
  g_assert_true (vlg_annex_get_source (annex));
  g_assert_true (vlg_files_extract (self->store, vlg_annex_get_file (annex)->sha256, stream, NULL, &error));
  g_assert_no_error (error);
  g_file_load_contents (file, NULL, &content, &length, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), content, length);
}

static void
close_office (OfficeFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->office);
  g_assert_true (vlg_store_close (self->store, &error));
  g_assert_no_error (error);
  g_clear_object (&self->store);
}

static void
open_office (OfficeFixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "vorlage.db", NULL);
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");
  g_autoptr (GError) error = NULL;

  self->store = vlg_sqlite_store_open (path, &error);
  g_assert_no_error (error);
  self->office = vlg_office_new (self->store, actor, &error);
  g_assert_no_error (error);
}

static void
test_kill (OfficeFixture *self,
           gconstpointer  data)
{
  guint next = 1;
  guint n_reported = 0;

  for (guint i = 0; i < KILLS; i++)
    {
      guint n;

      close_office (self);
      n = import_and_kill (self, next);
      open_office (self);
      for (guint paper = next; paper < next + n; paper++)
        assert_stored (self, paper);
      /* One more may be stored than was reported. */
      next += n + 1;
      n_reported += n;
    }
  g_test_message ("%u kills, %u imports reported", KILLS, n_reported);
  g_assert_cmpuint (n_reported, >, 0);
  g_assert_cmpint (office_fixture_count (self), >=, n_reported);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  if (argc == 4 && g_str_equal (argv[1], "--importer"))
    return import_without_end (argv[2], (guint) strtoul (argv[3], NULL, 10));

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/import-crash/kill", OfficeFixture, NULL, office_fixture_set_up, test_kill, office_fixture_tear_down);

  return g_test_run ();
}
