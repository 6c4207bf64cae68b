/* test-annex-files.c — files into annexes: streamed, refused, given up, replaced, kept
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "draft-fixture.h"
#include "vlg-annex-files.h"
#include "vlg-bind.h"
#include "vlg-private-folder.h"
#include "vlg-sqlite-store.h"

#define MIB (1024 * 1024)

typedef struct {
  OfficeFixture  *fixture;
  GAsyncResult   *result;
  GCancellable   *cancellable;

  /* what the fake disk does when it is asked: after so many questions */
  guint           n_asked;
  guint           cancel_after;
  guint           shrink_after;
  guint           append_after;
  const char     *path;

  guint           n_told;
  goffset         last_done;
} Adding;

static Adding *adding;

static guint64
fake_free_space (VlgStore *store)
{
  guint n = ++adding->n_asked;

  if (n == adding->cancel_after)
    g_cancellable_cancel (adding->cancellable);
  if (n == adding->append_after)
    {
      int fd = open (adding->path, O_WRONLY | O_APPEND);

      g_assert_cmpint (write (fd, "x", 1), ==, 1);
      close (fd);
    }

  return adding->shrink_after > 0 && n >= adding->shrink_after ? 70 * 1000 * 1000 : G_MAXUINT64;
}

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer data)
{
  Adding *self = data;

  g_assert_null (self->result);
  g_assert_cmpint (done, >=, self->last_done);
  g_assert_cmpint (done, <=, total);
  self->last_done = done;
  self->n_told++;
}

/* Adds the file at @path with the fake disk under it; the outcome, or NULL with @error. */
static VlgAnnexFile *
add (Adding     *self,
     const char *path,
     GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VlgStoreClass *klass = VLG_STORE_GET_CLASS (self->fixture->store);
  guint64 (*real) (VlgStore *) = klass->get_free_space;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  VlgAnnexFile *added;

  adding = self;
  self->path = path;
  self->last_done = 0;
  self->cancellable = cancellable;
  klass->get_free_space = fake_free_space;
  vlg_annex_files_add_async (self->fixture->office, file, progress_cb, self, cancellable, office_fixture_keep_result, &self->result);
  office_fixture_await (&self->result);
  klass->get_free_space = real;
  added = vlg_annex_files_add_finish (self->fixture->office, self->result, error);
  g_clear_object (&self->result);

  return added;
}

static char *
write_file (OfficeFixture *fixture,
            const char    *name,
            gsize          length,
            char           fill)
{
  g_autofree char *content = g_malloc (length + 1);
  g_autoptr (GFile) file = NULL;

  memset (content, fill, length);
  if (g_str_has_suffix (name, ".pdf") && length > 8)
    memcpy (content, "%PDF-1.7", 8);
  file = office_fixture_write (fixture, name, content, (gssize) length);

  return g_file_get_path (file);
}

static gpointer
count_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  VlgStatement *row = vlg_db_prepare (db, data, error);
  gint64 *count = g_new0 (gint64, 1);

  g_assert_true (row != NULL && vlg_statement_step (row, error));
  *count = vlg_statement_get_int (row, 0);
  vlg_statement_reset (row);

  return count;
}

static gint64
count (VlgStore   *store,
       const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *n = vlg_store_read (store, count_job, (gpointer) sql, NULL, &error);

  g_assert_no_error (error);

  return *n;
}

static gpointer
execute_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  VlgStatement *statement = vlg_db_prepare (db, data, error);

  if (statement != NULL)
    vlg_statement_execute (statement, error);

  return NULL;
}

static void
execute (VlgStore   *store,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  vlg_store_write (store, execute_job, (gpointer) sql, NULL, &error);
  g_assert_no_error (error);
}

/* Everything was touched long ago; opens the database anew, and waits until what nobody wants is gone. */
static void
reopen_later (OfficeFixture *self,
              gint64         n_files)
{
  g_autofree char *path = g_build_filename (self->folder, "vorlage.db", NULL);
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");
  g_autoptr (GError) error = NULL;

  execute (self->store, "UPDATE file SET touched_at = touched_at - 3600000000");
  g_clear_object (&self->office);
  g_assert_true (vlg_store_close (self->store, NULL));
  draft_fixture_spin (20);
  g_clear_object (&self->store);
  self->store = vlg_sqlite_store_open (path, &error);
  g_assert_no_error (error);
  self->office = vlg_office_new (self->store, actor, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 100 && count (self->store, "SELECT count (*) FROM file") > n_files; i++)
    draft_fixture_spin (50);
  /* Nothing more goes, either. */
  draft_fixture_spin (300);
  g_assert_cmpint (count (self->store, "SELECT count (*) FROM file"), ==, n_files);
}

static VlgAnnex *
get_annex (VlgMotion *motion,
           guint      position)
{
  g_autoptr (VlgAnnex) annex = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_annexes (motion)), position);

  return annex;
}

static void
append (VlgDraft     *draft,
        VlgAnnexFile *file)
{
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autofree char *title = vlg_annex_files_title (file);

  vlg_annex_set_number (annex, 1);
  vlg_annex_set_title (annex, title);
  vlg_annex_set_file (annex, file);
  g_list_store_append (vlg_motion_get_annexes (vlg_draft_get_motion (draft)), annex);
}

static void
flush (VlgDraft *draft)
{
  g_autoptr (GError) error = draft_fixture_flush (draft);

  g_assert_no_error (error);
}

static void
test_add (OfficeFixture *self,
          gconstpointer  data)
{
  Adding adding_now = { .fixture = self };
  g_autofree char *path = write_file (self, "Lageplan Nord.pdf", 2 * MIB + 17, 'a');
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgAnnexFile) file = add (&adding_now, path, &error);
  g_autoptr (VlgAnnexFile) again = NULL;
  g_autoptr (GFile) out = g_file_new_build_filename (self->folder, "heraus", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, out_length;
  VlgDraft *draft = draft_fixture_open (self, vlg_motion_get_uid (motion));

  g_assert_no_error (error);
  g_assert_cmpstr (file->name, ==, "Lageplan Nord.pdf");
  g_assert_cmpstr (file->media_type, ==, "application/pdf");
  g_assert_cmpuint (file->size, ==, 2 * MIB + 17);

  append (draft, file);
  flush (draft);
  stored = draft_fixture_stored (self, vlg_motion_get_uid (motion));
  g_assert_cmpstr (vlg_annex_get_title (get_annex (stored, 0)), ==, "Lageplan Nord");
  g_assert_cmpstr (vlg_annex_get_file (get_annex (stored, 0))->sha256, ==, file->sha256);

  vlg_office_extract_annex_async (self->office, get_annex (stored, 0), out, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_true (vlg_office_extract_annex_finish (self->office, result, &error));
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  g_assert_true (g_file_get_contents (g_file_peek_path (out), &after, &out_length, NULL));
  g_assert_cmpmem (before, length, after, out_length);

  /* The same bytes are stored once. */
  again = add (&adding_now, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->sha256, ==, file->sha256);
  g_assert_cmpint (count (self->store, "SELECT count (*) FROM file"), ==, 1);

  draft_fixture_drop (&draft);
}

static void
refuse (OfficeFixture *self,
        const char    *path,
        int            code)
{
  Adding adding_now = { .fixture = self };
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (add (&adding_now, path, &error));
  g_assert_error (error, VLG_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_cmpint (count (self->store, "SELECT count (*) FROM file"), ==, 0);
  g_assert_cmpint (count (self->store, "SELECT count (*) FROM file_chunk"), ==, 0);
}

static void
test_refuse (OfficeFixture *self,
             gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (self->folder, "Ordner", NULL);
  g_autofree char *pipe_path = g_build_filename (self->folder, "Rohr", NULL);
  g_autofree char *gone = g_build_filename (self->folder, "verschwunden.pdf", NULL);
  g_autofree char *empty = write_file (self, "leer.pdf", 0, 'a');
  g_autofree char *large = write_file (self, "riesig.pdf", 1, 'a');
  g_autofree char *locked = write_file (self, "verschlossen.pdf", 1, 'a');

  g_assert_cmpint (mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (truncate (large, G_GINT64_CONSTANT (500) * 1000 * 1000 + 1), ==, 0);
  refuse (self, folder, VLG_ERROR_INVALID);
  refuse (self, pipe_path, VLG_ERROR_INVALID);
  refuse (self, gone, VLG_ERROR_NOT_FOUND);
  refuse (self, empty, VLG_ERROR_EMPTY);
  refuse (self, large, VLG_ERROR_TOO_LARGE);
  g_assert_cmpint (chmod (locked, 0), ==, 0);
  if (access (locked, R_OK) != 0)
    refuse (self, locked, VLG_ERROR_READ_ONLY);
}

static void
test_limit (void)
{
  g_autoptr (VlgProfile) shipped = vlg_profile_new_default ();
  g_autofree char *json = g_strndup (g_bytes_get_data (vlg_profile_get_json (shipped), NULL), g_bytes_get_size (vlg_profile_get_json (shipped)));
  g_autofree char *with = g_strdup_printf ("{ \"annexes\": { \"largest_mb\": 20 },%s", strchr (json, '{') + 1);
  g_autoptr (GBytes) bytes = g_bytes_new (with, strlen (with));
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgProfile) profile = vlg_profile_new_from_json (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (vlg_profile_get_annex_limit (shipped), ==, 500 * 1000 * 1000);
  g_assert_cmpuint (vlg_profile_get_annex_limit (profile), ==, 20 * 1000 * 1000);
}

static void
test_space (OfficeFixture *self,
            gconstpointer  data)
{
  g_autofree char *path = write_file (self, "Gutachten.pdf", 10 * MIB, 'a');

  for (guint after = 1; after <= 4; after += 3)
    {
      Adding adding_now = { .fixture = self, .shrink_after = after };
      g_autoptr (GError) error = NULL;

      g_assert_null (add (&adding_now, path, &error));
      g_assert_error (error, VLG_ERROR, VLG_ERROR_DISK_FULL);
      g_assert_nonnull (strstr (error->message, "Gutachten.pdf"));
      g_assert_cmpuint (adding_now.n_asked, ==, after);
      g_assert_cmpint (count (self->store, "SELECT count (*) FROM file_chunk"), ==, 0);
    }
}

static void
test_changed (OfficeFixture *self,
              gconstpointer  data)
{
  g_autofree char *path = write_file (self, "Gutachten.pdf", 5 * MIB, 'a');
  Adding adding_now = { .fixture = self, .append_after = 3 };
  g_autoptr (GError) error = NULL;

  g_assert_null (add (&adding_now, path, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_CHANGED);
}

static void
test_cancel (OfficeFixture *self,
             gconstpointer  data)
{
  g_autofree char *path = write_file (self, "Gutachten.pdf", 10 * MIB, 'a');
  Adding adding_now = { .fixture = self, .cancel_after = 5 };
  g_autoptr (GError) error = NULL;

  g_assert_null (add (&adding_now, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (self->store, "SELECT count (*) FROM file"), ==, 0);
  g_assert_cmpint (count (self->store, "SELECT count (*) FROM file_chunk"), ==, 0);
}

static gint64
peak_kib (void)
{
  g_autofree char *status = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));

  return g_ascii_strtoll (strstr (status, "VmHWM:") + strlen ("VmHWM:"), NULL, 10);
}

/* 300 MB go through without being held. */
static void
test_large (OfficeFixture *self,
            gconstpointer  data)
{
  g_autofree char *path = write_file (self, "Film.mp4", 1, 'a');
  Adding adding_now = { .fixture = self };
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgAnnexFile) file = NULL;
  gint64 start, peak;

  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (300) * MIB), ==, 0);
  peak = peak_kib ();
  start = g_get_monotonic_time ();
  file = add (&adding_now, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->size, ==, 300 * MIB);
  g_assert_cmpuint (adding_now.n_told, >, 1);
  g_test_message ("300 MiB in %.1f s, %.1f MiB above before", (g_get_monotonic_time () - start) / 1e6, (peak_kib () - peak) / 1024.0);
#ifndef __SANITIZE_ADDRESS__
  /* The address sanitizer keeps what was freed. */
  g_assert_cmpint (peak_kib () - peak, <, 64 * 1024);
#endif
  g_assert_cmpint (count (self->store, "SELECT count (*) FROM file_chunk"), ==, 300);
}

/* What a child does: adds a file to the office. */
static int
feed (const char *database,
      const char *path)
{
  g_autoptr (VlgStore) store = vlg_sqlite_store_open (database, NULL);
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");
  g_autoptr (VlgOffice) office = vlg_office_new (store, actor, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  vlg_annex_files_add_async (office, file, NULL, NULL, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);

  return 0;
}

static void
test_kill (OfficeFixture *self,
           gconstpointer  data)
{
  g_autofree char *path = write_file (self, "Film.mp4", 1, 'a');
  g_autofree char *database = g_build_filename (self->folder, "vorlage.db", NULL);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  char *argv[] = { program, (char *) "--feed", database, path, NULL };
  g_autoptr (GError) error = NULL;
  gint64 chunks;
  GPid pid;

  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (400) * MIB), ==, 0);
  g_assert_true (g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error));
  while ((chunks = count (self->store, "SELECT count (*) FROM file_chunk")) < 5)
    draft_fixture_spin (5);
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  g_assert_cmpint (chunks, <, 400);
  g_assert_cmpint (count (self->store, "SELECT count (*) FROM file WHERE sha256 IS NULL"), ==, 1);

  /* Another program that opens the database while a file is on its way leaves it alone. */
  {
    g_autoptr (VlgStore) other = vlg_sqlite_store_open (database, &error);

    g_assert_no_error (error);
    draft_fixture_spin (500);
    g_assert_cmpint (count (other, "SELECT count (*) FROM file"), ==, 1);
    vlg_store_close (other, NULL);
  }
  reopen_later (self, 0);
  g_assert_cmpint (count (self->store, "SELECT count (*) FROM file_chunk"), ==, 0);
}

static GPtrArray *
load_past (OfficeFixture *self,
           VlgAnnex      *annex)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *past;

  vlg_annex_files_load_past_async (self->office, annex, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  past = vlg_annex_files_load_past_finish (self->office, result, &error);
  g_assert_no_error (error);

  return past;
}

/* What was replaced or taken out is kept, listed, and comes back. */
static void
test_history (OfficeFixture *self,
              gconstpointer  data)
{
  Adding adding_now = { .fixture = self };
  g_autofree char *first_path = write_file (self, "Plan.pdf", 100, 'a');
  g_autofree char *second_path = write_file (self, "Plan neu.pdf", 200, 'b');
  g_autoptr (VlgAnnexFile) first = add (&adding_now, first_path, NULL);
  g_autoptr (VlgAnnexFile) second = add (&adding_now, second_path, NULL);
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgMotion) stored = NULL;
  g_autofree char *uid = g_strdup (vlg_motion_get_uid (motion));
  VlgDraft *draft = draft_fixture_open (self, uid);

  append (draft, first);
  flush (draft);
  {
    g_autoptr (GPtrArray) past = load_past (self, get_annex (vlg_draft_get_motion (draft), 0));

    g_assert_cmpuint (past->len, ==, 0);
  }
  vlg_annex_set_file (get_annex (vlg_draft_get_motion (draft), 0), second);
  flush (draft);
  {
    g_autoptr (GPtrArray) past = load_past (self, get_annex (vlg_draft_get_motion (draft), 0));

    g_assert_cmpuint (past->len, ==, 1);
    g_assert_cmpstr (((VlgPastFile *) past->pdata[0])->file->sha256, ==, first->sha256);
    g_assert_cmpstr (((VlgPastFile *) past->pdata[0])->file->name, ==, "Plan.pdf");
    g_assert_cmpstr (((VlgPastFile *) past->pdata[0])->actor, ==, "Test");
  }

  /* Taken out altogether, which is as if all of it had been undone; both files outlast the next opening, and what an earlier session did finds them. */
  g_list_store_remove_all (vlg_motion_get_annexes (vlg_draft_get_motion (draft)));
  flush (draft);
  draft_fixture_drop (&draft);
  reopen_later (self, 2);
  draft = draft_fixture_open (self, uid);
  g_assert_cmpint (vlg_draft_redo (draft), ==, VLG_FIELD_ANNEXES);
  g_assert_cmpint (vlg_draft_redo (draft), ==, VLG_FIELD_ANNEXES);
  flush (draft);
  stored = draft_fixture_stored (self, uid);
  g_assert_cmpstr (vlg_annex_get_file (get_annex (stored, 0))->sha256, ==, second->sha256);
  draft_fixture_drop (&draft);

  /* They go with their motion. */
  execute (self->store, "DELETE FROM motion");
  reopen_later (self, 0);
}

/* Exports the stored motion; the number of its pages. */
static int
export (OfficeFixture  *self,
        VlgMotion      *motion,
        VlgExportFlags  flags)
{
  g_autoptr (GFile) out = g_file_new_build_filename (self->folder, "heraus.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("qpdf --show-npages '%s'", g_file_peek_path (out));
  g_autofree char *said = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vlg_office_export_async (self->office, vlg_motion_get_uid (motion), out, flags, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  vlg_office_export_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_command_line_sync (command, &said, NULL, NULL, &error));

  return said != NULL ? atoi (said) : 0;
}

/* The stored file of an annex becomes pages of the exported paper, and nothing of it stays behind. */
static void
test_export (OfficeFixture *self,
             gconstpointer  data)
{
  Adding adding_now = { .fixture = self };
  g_autofree char *path = g_build_filename (self->folder, "Plan.pdf", NULL);
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  g_autofree char *left = NULL;
  g_autoptr (GFile) paper = g_file_new_for_path (path);
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (VlgAnnexFile) file = NULL;
  g_autoptr (GDir) folder = NULL;
  VlgDraft *draft;
  int alone, with_heading;

  if (qpdf == NULL)
    {
      g_test_skip ("qpdf is not there to count the pages");
      return;
    }

  /* Any PDF will do: the motion's own paper as it is now. */
  vlg_office_export_async (self->office, vlg_motion_get_uid (motion), paper, VLG_EXPORT_DEFAULT, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_true (vlg_office_export_finish (self->office, result, NULL));
  file = add (&adding_now, path, NULL);
  draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  alone = export (self, motion, VLG_EXPORT_DEFAULT);
  append (draft, file);
  flush (draft);
  with_heading = export (self, motion, VLG_EXPORT_DEFAULT);
  g_assert_cmpint (with_heading, ==, alone + 1);
  g_assert_cmpint (export (self, motion, VLG_EXPORT_WITH_ANNEXES), ==, with_heading + alone);
  /* Nobody said that it is public. */
  g_assert_cmpint (export (self, motion, VLG_EXPORT_WITH_ANNEXES | VLG_EXPORT_PUBLIC), ==, 1);

  left = vlg_private_folder_get (NULL);
  folder = g_dir_open (left, 0, NULL);
  g_assert_nonnull (folder);
  g_assert_cmpstr (g_dir_read_name (folder), ==, "lock");
  g_assert_null (g_dir_read_name (folder));
  draft_fixture_drop (&draft);
}

static void
test_frozen (OfficeFixture *self,
             gconstpointer  data)
{
  Adding adding_now = { .fixture = self };
  g_autofree char *first_path = write_file (self, "Plan.pdf", 100, 'a');
  g_autofree char *second_path = write_file (self, "Plan neu.pdf", 200, 'b');
  g_autoptr (VlgAnnexFile) first = add (&adding_now, first_path, NULL);
  g_autoptr (VlgAnnexFile) second = add (&adding_now, second_path, NULL);
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (GError) error = NULL;
  VlgDraft *draft = draft_fixture_open (self, vlg_motion_get_uid (motion));

  append (draft, first);
  flush (draft);
  execute (self->store, "INSERT INTO signature (uid, motion_id, document, name, role, signed_at, revision, actor_login, actor_name) "
                        "SELECT 's', id, 'submission', 'Erika Muster', 'Oberbürgermeisterin', 1, 2, 1000, 'Erika Muster' FROM motion");
  vlg_annex_set_file (get_annex (vlg_draft_get_motion (draft), 0), second);
  error = draft_fixture_flush (draft);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FROZEN);
  stored = draft_fixture_stored (self, vlg_motion_get_uid (motion));
  g_assert_cmpstr (vlg_annex_get_file (get_annex (stored, 0))->sha256, ==, first->sha256);
  draft_fixture_drop (&draft);
}

static void
test_title (void)
{
  static const struct { const char *name; const char *title; } names[] = {
    { "Lageplan Nord.pdf", "Lageplan Nord" }, { "Karte.tar.gz", "Karte.tar" }, { "Vertrag", "Vertrag" }, { ".profile", ".profile" },
    { "Nr. 12 Kreuzung", "Nr. 12 Kreuzung" }, { "Stand 12.03.2031.docx", "Stand 12.03.2031" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      VlgAnnexFile file = { .name = (char *) names[i].name };
      g_autofree char *title = vlg_annex_files_title (&file);

      g_assert_cmpstr (title, ==, names[i].title);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  if (argc == 4 && g_str_equal (argv[1], "--feed"))
    return feed (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/session/annex-files/" name, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)
  /* First, while the program has not been larger yet. */
  ADD ("large", test_large);
  ADD ("add", test_add);
  ADD ("refuse", test_refuse);
  ADD ("space", test_space);
  ADD ("changed", test_changed);
  ADD ("cancel", test_cancel);
  ADD ("kill", test_kill);
  ADD ("history", test_history);
  ADD ("frozen", test_frozen);
  ADD ("export", test_export);
#undef ADD
  g_test_add_func ("/session/annex-files/limit", test_limit);
  g_test_add_func ("/session/annex-files/title", test_title);

  status = g_test_run ();
  vlg_private_folder_forget ();

  return status;
}
