/* test-draft.c — what a draft promises of saving: in time, over a kill, over a full disk
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "draft-fixture.h"
#include "vlg-journal.h"
#include "vlg-motions.h"
#include "vlg-sqlite-store.h"

#define ADD(path, function) \
  g_test_add ("/draft/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)

#define MS 1000
#define LOSS_US (2000 * MS)

static const char *program;

static void
type_text (VlgMotion *motion,
           guint      n)
{
  g_autofree char *text = g_strnfill (n, 'x');

  vlg_motion_set_text (motion, VLG_FIELD_REASONING, text);
}

static guint
stored_length (OfficeFixture *self,
               const char    *uid)
{
  g_autoptr (VlgMotion) stored = draft_fixture_stored (self, uid);

  return strlen (vlg_motion_get_text (stored, VLG_FIELD_REASONING));
}

static void
test_saves_when_the_typing_rests (OfficeFixture *self,
                                  gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  const char *uid = vlg_motion_get_uid (motion);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, uid);
  gint64 start;

  g_assert_cmpint (vlg_draft_get_save_state (draft), ==, VLG_SAVE_STATE_SAVED);
  type_text (vlg_draft_get_motion (draft), 1);
  start = g_get_monotonic_time ();
  g_assert_cmpint (vlg_draft_get_save_state (draft), ==, VLG_SAVE_STATE_PENDING);
  draft_fixture_spin (100);
  g_assert_cmpuint (stored_length (self, uid), ==, 0);
  draft_fixture_await (draft, VLG_SAVE_STATE_SAVED);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 300 * MS);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2000 * MS);
  g_assert_cmpuint (stored_length (self, uid), ==, 1);

  /* Nothing is written without a change. */
  start = vlg_motion_get_revision (vlg_draft_get_motion (draft));
  draft_fixture_spin (600);
  g_assert_cmpint (vlg_motion_get_revision (vlg_draft_get_motion (draft)), ==, start);
  draft_fixture_drop (&draft);
}

typedef struct {
  OfficeFixture *fixture;
  VlgMotion *motion;
  GArray *typed_at;      /* of each character */
  guint stored;
  guint n_saves;
  gint64 worst;
} Typing;

static void
revision_cb (VlgMotion  *motion,
             GParamSpec *pspec,
             Typing     *typing)
{
  guint stored = stored_length (typing->fixture, vlg_motion_get_uid (motion));

  g_assert_cmpuint (stored, >, typing->stored);
  typing->worst = MAX (typing->worst, g_get_monotonic_time () - g_array_index (typing->typed_at, gint64, typing->stored));
  typing->stored = stored;
  typing->n_saves++;
}

static gboolean
key_cb (gpointer data)
{
  Typing *typing = data;
  gint64 now = g_get_monotonic_time ();

  g_array_append_val (typing->typed_at, now);
  type_text (typing->motion, typing->typed_at->len);

  return typing->typed_at->len < 80 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
test_is_never_two_seconds_behind (OfficeFixture *self,
                                  gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  g_autoptr (GArray) typed_at = g_array_new (FALSE, FALSE, sizeof (gint64));
  Typing typing = { self, vlg_draft_get_motion (draft), typed_at, 0, 0, 0 };

  g_signal_connect (typing.motion, "notify::revision", G_CALLBACK (revision_cb), &typing);
  g_timeout_add (60, key_cb, &typing);
  draft_fixture_spin (80 * 60 + 200);
  draft_fixture_await (draft, VLG_SAVE_STATE_SAVED);
  g_assert_cmpuint (typing.stored, ==, 80);
  /* Not a write a keystroke. */
  g_assert_cmpuint (typing.n_saves, >=, 3);
  g_assert_cmpuint (typing.n_saves, <=, 8);
  g_assert_cmpint (typing.worst, <=, LOSS_US);
  g_signal_handlers_disconnect_by_data (typing.motion, &typing);
  draft_fixture_drop (&draft);
}

static void
test_every_kind_of_change_is_seen (OfficeFixture *self,
                                   gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  const char *uid = vlg_motion_get_uid (motion);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, uid);
  VlgMotion *live = vlg_draft_get_motion (draft);
  GListStore *rows = vlg_motion_get_consultations (live);
  g_autoptr (VlgConsultation) first = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  g_autoptr (VlgConsultation) added = vlg_consultation_new ();
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autoptr (VlgMark) mark = vlg_mark_new ("culture");
  g_autoptr (VlgMotion) stored = NULL;
  VlgVotes votes = { 7, 2, 1, VLG_VOTES_ABSENT, 10 };

#define SAVED \
  g_assert_no_error (draft_fixture_flush (draft)); \
  g_clear_object (&stored); \
  stored = draft_fixture_stored (self, uid); \
  g_assert_true (vlg_motion_equal (stored, live));

  vlg_consultation_set_day (first, vlg_day_new (2031, 3, 5));
  SAVED
  g_list_store_insert (rows, 1, added);
  SAVED
  vlg_consultation_set_body (added, "Hauptausschuss");
  SAVED
  vlg_consultation_set_votes (added, &votes);
  SAVED
  g_list_store_remove (rows, 0);
  SAVED
  g_list_store_append (vlg_motion_get_annexes (live), annex);
  vlg_annex_set_title (annex, "Lageplan");
  SAVED
  vlg_annex_set_text (annex, "Die Laterne steht am Ufer.");
  SAVED
  vlg_motion_set_relevance (live, VLG_RELEVANCE_RELEVANT);
  g_list_store_append (vlg_motion_get_marks (live), mark);
  vlg_mark_set_ticked (mark, TRUE);
  SAVED
  vlg_motion_set_visibility (live, VLG_VISIBILITY_NON_PUBLIC);
  SAVED
#undef SAVED

  /* A removed row is nobody's concern any more. */
  vlg_consultation_set_body (first, "anderswo");
  g_assert_cmpint (vlg_draft_get_save_state (draft), ==, VLG_SAVE_STATE_SAVED);
  draft_fixture_drop (&draft);
}

static void
collect_cb (VlgDraft  *draft,
            VlgMotion *motion)
{
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, "im Editor gehalten");
}

static void
test_collects_what_editors_hold_back (OfficeFixture *self,
                                      gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  const char *uid = vlg_motion_get_uid (motion);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, uid);
  g_autoptr (VlgMotion) stored = NULL;

  g_signal_connect (draft, "collect", G_CALLBACK (collect_cb), vlg_draft_get_motion (draft));
  vlg_draft_announce (draft);
  g_assert_cmpint (vlg_draft_get_save_state (draft), ==, VLG_SAVE_STATE_PENDING);
  draft_fixture_await (draft, VLG_SAVE_STATE_SAVED);
  stored = draft_fixture_stored (self, uid);
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_REASONING), ==, "im Editor gehalten");
  g_signal_handlers_disconnect_by_func (draft, collect_cb, vlg_draft_get_motion (draft));
  g_assert_cmpint (vlg_draft_undo (draft), ==, VLG_FIELD_REASONING);
  g_assert_cmpstr (vlg_motion_get_text (vlg_draft_get_motion (draft), VLG_FIELD_REASONING), ==, "");
  draft_fixture_drop (&draft);
}

static void
test_a_dropped_draft_is_saved (OfficeFixture *self,
                               gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  const char *uid = vlg_motion_get_uid (motion);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, uid);

  type_text (vlg_draft_get_motion (draft), 5);
  draft_fixture_drop (&draft);
  draft_fixture_spin (200);
  g_assert_cmpuint (stored_length (self, uid), ==, 5);
}

static gpointer
count_versions_job (VlgDb         *db,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT (SELECT count (*) FROM version), (SELECT count (*) FROM journal WHERE deed = 'saved')", error);

  g_assert_true (vlg_statement_step (row, error));
  ((gint64 *) data)[0] = vlg_statement_get_int (row, 0);
  ((gint64 *) data)[1] = vlg_statement_get_int (row, 1);
  vlg_statement_reset (row);

  return NULL;
}

static void
test_close_makes_a_version (OfficeFixture *self,
                            gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  gint64 counts[2];

  g_assert_no_error (draft_fixture_close (draft));
  vlg_store_read (self->store, count_versions_job, counts, NULL, NULL);
  g_assert_cmpint (counts[0], ==, 1);
  g_assert_cmpint (counts[1], ==, 0);
  type_text (vlg_draft_get_motion (draft), 1);
  draft_fixture_await (draft, VLG_SAVE_STATE_SAVED);
  type_text (vlg_draft_get_motion (draft), 2);
  g_assert_no_error (draft_fixture_close (draft));
  vlg_store_read (self->store, count_versions_job, counts, NULL, NULL);
  g_assert_cmpint (counts[0], ==, 2);
  g_assert_cmpint (counts[1], ==, 1);
  draft_fixture_drop (&draft);
}

/* The writer is kept waiting, as a slow disk would. */

static gpointer
wait_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_mutex_lock (data);
  g_mutex_unlock (data);

  return NULL;
}

static void
turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  OfficeFixture *self = data;
  VlgDraft *draft = VLG_DRAFT (source);
  g_autoptr (GError) error = NULL;

  vlg_draft_close_finish (draft, result, &error);
  g_assert_no_error (error);
  /* The window goes now: what is not stored by then hangs on nothing but the program's life. */
  g_assert_cmpint (vlg_draft_get_save_state (draft), ==, VLG_SAVE_STATE_SAVED);
  g_assert_cmpuint (stored_length (self, vlg_motion_get_uid (vlg_draft_get_motion (draft))), ==, 2);
  g_object_set_data (source, "closed", GINT_TO_POINTER (TRUE));
}

static gboolean
is_closed (gpointer data)
{
  return g_object_get_data (data, "closed") != NULL;
}

static void
test_close_waits_for_a_late_change (OfficeFixture *self,
                                    gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  GMutex mutex;

  g_mutex_init (&mutex);
  g_mutex_lock (&mutex);
  vlg_store_write_async (self->store, wait_job, &mutex, NULL, NULL, NULL, NULL, NULL);
  /* Nothing to flush: the version waits for the writer when the text comes. */
  vlg_draft_close_async (draft, NULL, closed_cb, self);
  turn ();
  type_text (vlg_draft_get_motion (draft), 2);
  turn ();
  g_mutex_unlock (&mutex);
  office_fixture_wait_until (is_closed, draft);
  draft_fixture_drop (&draft);
  g_mutex_clear (&mutex);
}

static void
test_close_waits_for_a_save_in_flight (OfficeFixture *self,
                                       gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  GMutex mutex;

  g_mutex_init (&mutex);
  g_mutex_lock (&mutex);
  vlg_store_write_async (self->store, wait_job, &mutex, NULL, NULL, NULL, NULL, NULL);
  type_text (vlg_draft_get_motion (draft), 1);
  draft_fixture_await (draft, VLG_SAVE_STATE_SAVING);
  type_text (vlg_draft_get_motion (draft), 2);
  vlg_draft_close_async (draft, NULL, closed_cb, self);
  turn ();
  g_mutex_unlock (&mutex);
  office_fixture_wait_until (is_closed, draft);
  draft_fixture_drop (&draft);
  g_mutex_clear (&mutex);
}

static gboolean
has_findings (gpointer data)
{
  return g_list_model_get_n_items (vlg_draft_get_findings (data)) > 0;
}

static gboolean
is_fit (gpointer data)
{
  guint n_blocking;

  g_object_get (data, "n-blocking", &n_blocking, NULL);

  return n_blocking == 0;
}

static void
test_findings_follow (OfficeFixture *self,
                      gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  g_autoptr (VlgFinding) finding = NULL;

  vlg_motion_set_text (vlg_draft_get_motion (draft), VLG_FIELD_TITLE, "");
  draft_fixture_spin (600);
  office_fixture_wait_until (has_findings, draft);
  finding = g_list_model_get_item (vlg_draft_get_findings (draft), 0);
  g_assert_false (is_fit (draft));
  vlg_motion_set_text (vlg_draft_get_motion (draft), VLG_FIELD_TITLE, "Laternen");
  office_fixture_wait_until (is_fit, draft);
  draft_fixture_drop (&draft);
}

/* The child of the kill test: types until it is killed, telling when. */

typedef struct {
  VlgMotion *motion;
  guint n;
} Typist;

static gboolean
typist_key_cb (gpointer data)
{
  Typist *typist = data;
  gint64 now = g_get_monotonic_time ();

  type_text (typist->motion, ++typist->n);
  if (write (STDOUT_FILENO, &now, sizeof now) != sizeof now)
    _exit (1);

  return G_SOURCE_CONTINUE;
}

static int
run_typist (const char *path,
            const char *uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");
  OfficeFixture fixture = { NULL, vlg_sqlite_store_open (path, &error), NULL };
  Typist typist = { NULL, 0 };
  VlgDraft *draft;

  g_assert_no_error (error);
  fixture.office = vlg_office_new (fixture.store, actor, &error);
  g_assert_no_error (error);
  draft = draft_fixture_open (&fixture, uid);
  typist.motion = vlg_draft_get_motion (draft);
  g_timeout_add (25, typist_key_cb, &typist);
  draft_fixture_spin (60 * 1000);

  return 1;
}

static void
test_killed_while_typing (OfficeFixture *self,
                          gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autofree char *path = g_build_filename (self->folder, "vorlage.db", NULL);
  const char *argv[] = { program, "--typist", path, vlg_motion_get_uid (motion), NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) typed_at = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 at, first = 0, killed_at;
  guint stored;
  int out;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  while (read (out, &at, sizeof at) == sizeof at)
    {
      first = first == 0 ? at : first;
      g_array_append_val (typed_at, at);
      /* Some odd moment, between two autosaves or in one. */
      if (at - first > (3200 + g_test_rand_int_range (0, 900)) * MS)
        break;
    }
  kill (pid, SIGKILL);
  killed_at = g_get_monotonic_time ();
  waitpid (pid, NULL, 0);
  while (read (out, &at, sizeof at) == sizeof at)
    g_array_append_val (typed_at, at);
  close (out);

  stored = stored_length (self, vlg_motion_get_uid (motion));
  g_test_message ("typed %u, stored %u", typed_at->len, stored);
  g_assert_cmpuint (stored, >, 0);
  g_assert_cmpuint (stored, <=, typed_at->len + 1);
  /* The first character that is missing was typed less than two seconds before. */
  if (stored < typed_at->len)
    g_assert_cmpint (killed_at - g_array_index (typed_at, gint64, stored), <=, LOSS_US);
}

/* A full disk: a small one of our own. */

static gboolean
fill_disk (const char *path)
{
  g_autofree char *block = g_malloc0 (4096);
  FILE *file = g_fopen (path, "wb");
  gboolean full;

  g_assert_nonnull (file);
  setvbuf (file, NULL, _IONBF, 0);
  while (fwrite (block, 4096, 1, file) == 1)
    ;
  while (fwrite (block, 1, 1, file) == 1)
    ;
  full = errno == ENOSPC;
  fclose (file);

  return full;
}

static void
check_recovery (OfficeFixture *self,
                const char    *uid,
                VlgDraft      *draft)
{
  g_autofree char *label = vlg_draft_get_save_label (draft);

  g_assert_nonnull (vlg_draft_get_save_error (draft));
  g_assert_nonnull (strstr (label, vlg_draft_get_save_error (draft)->message));
  g_assert_cmpuint (stored_length (self, uid), ==, 0);
  g_assert_cmpuint (strlen (vlg_motion_get_text (vlg_draft_get_motion (draft), VLG_FIELD_REASONING)), ==, 200000);
}

static void
test_full_disk (OfficeFixture *self,
                gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (self->folder, "small", NULL);
  g_autofree char *path = g_build_filename (folder, "vorlage.db", NULL);
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (VlgDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) flush_error = NULL;
  OfficeFixture small = { folder, NULL, NULL };
  gint64 start;

  g_mkdir (folder, 0700);
  if (mount ("none", folder, "tmpfs", 0, "size=4m") != 0)
    {
      g_test_skip ("no right to mount a small disk");
      return;
    }
  small.store = vlg_sqlite_store_open (path, &error);
  g_assert_no_error (error);
  small.office = vlg_office_new (small.store, actor, &error);
  g_assert_no_error (error);
  motion = draft_fixture_motion (&small);
  draft = draft_fixture_open (&small, vlg_motion_get_uid (motion));

  g_assert_true (fill_disk (filler));
  type_text (vlg_draft_get_motion (draft), 200000);
  start = g_get_monotonic_time ();
  draft_fixture_await (draft, VLG_SAVE_STATE_FAILED);
  g_assert_error (vlg_draft_get_save_error (draft), VLG_ERROR, VLG_ERROR_DISK_FULL);
  check_recovery (&small, vlg_motion_get_uid (motion), draft);
  flush_error = draft_fixture_flush (draft);
  g_assert_error (flush_error, VLG_ERROR, VLG_ERROR_DISK_FULL);

  /* It is tried again by itself. */
  g_unlink (filler);
  draft_fixture_await (draft, VLG_SAVE_STATE_SAVED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 12 * G_USEC_PER_SEC);
  g_assert_null (vlg_draft_get_save_error (draft));
  g_assert_cmpuint (stored_length (&small, vlg_motion_get_uid (motion)), ==, 200000);

  /* And when asked to. */
  g_assert_true (fill_disk (filler));
  type_text (vlg_draft_get_motion (draft), 400000);
  draft_fixture_await (draft, VLG_SAVE_STATE_FAILED);
  g_unlink (filler);
  g_assert_no_error (draft_fixture_flush (draft));
  g_assert_cmpuint (stored_length (&small, vlg_motion_get_uid (motion)), ==, 400000);

  draft_fixture_drop (&draft);
  draft_fixture_spin (50);
  g_clear_object (&small.office);
  vlg_store_close (small.store, &error);
  g_assert_no_error (error);
  g_clear_object (&small.store);
  draft_fixture_spin (50);
  umount (folder);
}

/* The same by a limit, for who may not mount: no file may grow. */
static void
test_refused_write (OfficeFixture *self,
                    gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, vlg_motion_get_uid (motion));
  struct rlimit before, limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  type_text (vlg_draft_get_motion (draft), 200000);
  draft_fixture_await (draft, VLG_SAVE_STATE_FAILED);
  check_recovery (self, vlg_motion_get_uid (motion), draft);

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  draft_fixture_await (draft, VLG_SAVE_STATE_SAVED);
  g_assert_cmpuint (stored_length (self, vlg_motion_get_uid (motion)), ==, 200000);
  draft_fixture_drop (&draft);
}

static void
test_a_taken_number_holds_nothing_up (OfficeFixture *self,
                                      gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = draft_fixture_motion (self);
  const char *uid = vlg_motion_get_uid (motion);
  g_autoptr (VlgDraft) draft = draft_fixture_open (self, uid);
  g_autoptr (VlgMotionNumber) taken = vlg_motion_number_new ("BV", 1, 2031, NULL, NULL);
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_new ("BV", 2, 2031, NULL, NULL);
  g_autoptr (GError) error = NULL;

  office_fixture_fill (self, 1);
  vlg_motion_set_number (vlg_draft_get_motion (draft), taken);
  type_text (vlg_draft_get_motion (draft), 5);
  draft_fixture_await (draft, VLG_SAVE_STATE_FAILED);
  draft_fixture_spin (200);
  g_assert_cmpuint (stored_length (self, uid), ==, 5);
  /* The number stays where it was typed, and the message with it. */
  g_assert_cmpint (vlg_draft_get_save_state (draft), ==, VLG_SAVE_STATE_FAILED);
  g_assert_error (vlg_draft_get_save_error (draft), VLG_ERROR, VLG_ERROR_EXISTS);
  g_assert_cmpstr (vlg_motion_get_number_text (vlg_draft_get_motion (draft)), ==, "BV/001/2031");
  error = draft_fixture_flush (draft);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_EXISTS);
  type_text (vlg_draft_get_motion (draft), 6);
  draft_fixture_spin (600);
  g_assert_cmpuint (stored_length (self, uid), ==, 6);

  vlg_motion_set_number (vlg_draft_get_motion (draft), number);
  draft_fixture_await (draft, VLG_SAVE_STATE_SAVED);
  g_assert_null (vlg_draft_get_save_error (draft));
  draft_fixture_drop (&draft);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--typist"))
    return run_typist (argv[2], argv[3]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  ADD ("saves-when-the-typing-rests", test_saves_when_the_typing_rests);
  ADD ("is-never-two-seconds-behind", test_is_never_two_seconds_behind);
  ADD ("every-kind-of-change-is-seen", test_every_kind_of_change_is_seen);
  ADD ("collects-what-editors-hold-back", test_collects_what_editors_hold_back);
  ADD ("a-dropped-draft-is-saved", test_a_dropped_draft_is_saved);
  ADD ("close-makes-a-version", test_close_makes_a_version);
  ADD ("close-waits-for-a-late-change", test_close_waits_for_a_late_change);
  ADD ("close-waits-for-a-save-in-flight", test_close_waits_for_a_save_in_flight);
  ADD ("findings-follow", test_findings_follow);
  ADD ("killed-while-typing", test_killed_while_typing);
  ADD ("full-disk", test_full_disk);
  ADD ("refused-write", test_refused_write);
  ADD ("a-taken-number-holds-nothing-up", test_a_taken_number_holds_nothing_up);

  return g_test_run ();
}
