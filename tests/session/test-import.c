/* test-import.c — papers into the store: policies, batches, bad files
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "office-fixture.h"
#include "vlg-files.h"
#include "vlg-import.h"

#define ADD(path, function) \
  g_test_add ("/import/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)

static VlgImportResult *
import_one (OfficeFixture *self,
            GFile         *file,
            VlgOnConflict  on_conflict)
{
  g_autoptr (VlgImport) import = vlg_import_new (self->office, on_conflict);

  return vlg_import_file (import, file, NULL);
}

static void
assert_outcome (VlgImportResult  *result,
                VlgImportOutcome  outcome)
{
  if (vlg_import_result_get_outcome (result) != outcome && vlg_import_result_get_error (result) != NULL)
    g_test_message ("%s", vlg_import_result_get_error (result)->message);
  g_assert_cmpint (vlg_import_result_get_outcome (result), ==, outcome);
}

static VlgMotion *
find (OfficeFixture *self,
      const char    *number)
{
  g_autoptr (GError) error = NULL;
  VlgMotion *motion = vlg_office_find_motion (self->office, number, &error);

  g_assert_no_error (error);

  return motion;
}

static VlgAnnex *
find_source (VlgMotion *motion)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);

      if (vlg_annex_get_source (annex))
        return g_steal_pointer (&annex);
    }

  return NULL;
}

static void
test_stored_with_its_source (OfficeFixture *self,
                             gconstpointer  data)
{
  g_autoptr (GFile) file = office_fixture_write_form (self, "brücke.txt", "BV/017/2030/II-66", "Neubau der Brücke");
  g_autoptr (VlgImportResult) result = import_one (self, file, VLG_ON_CONFLICT_ASK);
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (VlgAnnex) source = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  assert_outcome (result, VLG_IMPORT_IMPORTED);
  g_assert_null (vlg_import_result_get_error (result));
  g_assert_true (VLG_IS_IMPORT_REPORT (vlg_import_result_get_report (result)));
  g_assert_true (g_file_equal (vlg_import_result_get_file (result), file));

  motion = find (self, "BV/017/2030/II-66");
  g_assert_cmpstr (vlg_motion_get_uid (motion), ==, vlg_motion_get_uid (vlg_import_result_get_motion (result)));
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Neubau der Brücke");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "Der Stadtrat stimmt dem Neubau zu.");

  /* It went out of somebody's hands with this number. */
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_RELEASED);

  source = find_source (motion);
  g_assert_nonnull (source);
  g_assert_cmpuint (vlg_annex_get_number (source), ==, 0);
  g_assert_cmpint (vlg_annex_get_visibility (source), ==, VLG_VISIBILITY_NON_PUBLIC);
  g_assert_cmpstr (vlg_annex_get_title (source), ==, "brücke.txt");
  g_assert_cmpstr (vlg_annex_get_file (source)->name, ==, "brücke.txt");
  g_assert_cmpstr (vlg_annex_get_file (source)->media_type, ==, "text/plain");

  g_assert_true (vlg_files_extract (self->store, vlg_annex_get_file (source)->sha256, stream, NULL, &error));
  g_assert_no_error (error);
  g_file_load_contents (file, NULL, &content, &length, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), content, length);
}

static void
test_conflict_is_reported (OfficeFixture *self,
                           gconstpointer  data)
{
  g_autoptr (GFile) first = office_fixture_write_form (self, "a.txt", "BV/001/2030", "Erste");
  g_autoptr (GFile) second = office_fixture_write_form (self, "b.txt", "BV/001/2030", "Zweite");
  g_autoptr (VlgImportResult) stored = import_one (self, first, VLG_ON_CONFLICT_ASK);
  g_autoptr (VlgImportResult) refused = import_one (self, second, VLG_ON_CONFLICT_ASK);
  g_autoptr (VlgImportResult) again = import_one (self, first, VLG_ON_CONFLICT_ASK);
  g_autoptr (VlgMotion) motion = find (self, "BV/001/2030");

  assert_outcome (stored, VLG_IMPORT_IMPORTED);
  assert_outcome (refused, VLG_IMPORT_CONFLICT);
  g_assert_error (vlg_import_result_get_error (refused), VLG_ERROR, VLG_ERROR_EXISTS);
  g_assert_nonnull (strstr (vlg_import_result_get_error (refused)->message, "BV/001/2030"));
  g_assert_nonnull (strstr (vlg_import_result_get_error (refused)->message, "Erste"));
  g_assert_null (vlg_import_result_get_motion (refused));
  /* The same paper twice is a conflict too: the person decides. */
  assert_outcome (again, VLG_IMPORT_CONFLICT);
  g_assert_cmpint (office_fixture_count (self), ==, 1);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Erste");
}

static void
test_skip (OfficeFixture *self,
           gconstpointer  data)
{
  g_autoptr (GFile) first = office_fixture_write_form (self, "a.txt", "BV/001/2030", "Erste");
  g_autoptr (GFile) second = office_fixture_write_form (self, "b.txt", "BV/001/2030", "Zweite");
  g_autoptr (VlgImportResult) stored = import_one (self, first, VLG_ON_CONFLICT_SKIP);
  g_autoptr (VlgImportResult) skipped = import_one (self, second, VLG_ON_CONFLICT_SKIP);
  g_autoptr (VlgMotion) motion = find (self, "BV/001/2030");

  assert_outcome (stored, VLG_IMPORT_IMPORTED);
  assert_outcome (skipped, VLG_IMPORT_SKIPPED);
  g_assert_cmpstr (vlg_motion_get_uid (vlg_import_result_get_motion (skipped)), ==, vlg_motion_get_uid (motion));
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Erste");
  g_assert_cmpint (vlg_motion_get_revision (motion), ==, vlg_motion_get_revision (vlg_import_result_get_motion (stored)));
  g_assert_cmpint (office_fixture_count (self), ==, 1);
}

static void
test_replace (OfficeFixture *self,
              gconstpointer  data)
{
  g_autoptr (GFile) first = office_fixture_write_form (self, "a.txt", "BV/001/2030", "Erste");
  g_autoptr (GFile) second = office_fixture_write_form (self, "b.txt", "BV/001/2030", "Zweite");
  g_autoptr (VlgImportResult) stored = import_one (self, first, VLG_ON_CONFLICT_REPLACE);
  g_autoptr (VlgImportResult) replaced = import_one (self, second, VLG_ON_CONFLICT_REPLACE);
  g_autoptr (VlgMotion) motion = find (self, "BV/001/2030");
  g_autoptr (VlgAnnex) source = NULL;

  assert_outcome (stored, VLG_IMPORT_IMPORTED);
  assert_outcome (replaced, VLG_IMPORT_REPLACED);
  g_assert_cmpstr (vlg_motion_get_uid (motion), ==, vlg_motion_get_uid (vlg_import_result_get_motion (stored)));
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Zweite");
  g_assert_cmpint (vlg_motion_get_revision (motion), >, vlg_motion_get_revision (vlg_import_result_get_motion (stored)));
  g_assert_cmpint (office_fixture_count (self), ==, 1);
  source = find_source (motion);
  g_assert_cmpstr (vlg_annex_get_title (source), ==, "b.txt");
}

static void
test_copy (OfficeFixture *self,
           gconstpointer  data)
{
  g_autoptr (GFile) file = office_fixture_write_form (self, "a.txt", "BV/001/2030/II-66", "Erste");
  g_autoptr (VlgImportResult) stored = import_one (self, file, VLG_ON_CONFLICT_COPY);
  g_autoptr (VlgImportResult) copied = import_one (self, file, VLG_ON_CONFLICT_COPY);
  g_autoptr (VlgImportResult) copied_again = import_one (self, file, VLG_ON_CONFLICT_COPY);
  VlgMotionNumber *number;

  assert_outcome (stored, VLG_IMPORT_IMPORTED);
  assert_outcome (copied, VLG_IMPORT_COPIED);
  assert_outcome (copied_again, VLG_IMPORT_COPIED);
  number = vlg_motion_get_number (vlg_import_result_get_motion (copied));
  g_assert_cmpstr (vlg_motion_number_get_kind (number), ==, "BV");
  g_assert_cmpstr (vlg_motion_number_get_origin (number), ==, "II-66");
  g_assert_cmpint (vlg_motion_get_stage (vlg_import_result_get_motion (copied)), ==, VLG_STAGE_DRAFT);
  g_assert_false (vlg_motion_number_equal (number, vlg_motion_get_number (vlg_import_result_get_motion (stored))));
  g_assert_false (vlg_motion_number_equal (number, vlg_motion_get_number (vlg_import_result_get_motion (copied_again))));
  g_assert_cmpint (office_fixture_count (self), ==, 3);
}

/* What a batch told on its way. */
typedef struct {
  GThread *thread;
  GPtrArray *outcomes;
  guint n_notified;
  double last_fraction;
} Told;

static void
result_cb (VlgImport       *import,
           VlgImportResult *result,
           Told            *told)
{
  g_assert_true (g_thread_self () == told->thread);
  g_ptr_array_add (told->outcomes, GINT_TO_POINTER (vlg_import_result_get_outcome (result)));
}

static void
fraction_cb (VlgImport  *import,
             GParamSpec *pspec,
             Told       *told)
{
  double fraction;

  g_assert_true (g_thread_self () == told->thread);
  g_object_get (import, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, >=, told->last_fraction);
  told->last_fraction = fraction;
  told->n_notified++;
}

static void
test_batch_goes_on (OfficeFixture *self,
                    gconstpointer  data)
{
  static const VlgImportOutcome expected[] = {
    VLG_IMPORT_IMPORTED, VLG_IMPORT_FAILED, VLG_IMPORT_FAILED, VLG_IMPORT_FAILED, VLG_IMPORT_CONFLICT, VLG_IMPORT_IMPORTED
  };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();
  g_autoptr (VlgImport) import = vlg_import_new (self->office, VLG_ON_CONFLICT_ASK);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  Told told = { g_thread_self (), outcomes, 0, 0.0 };
  guint n_files, n_done;

  g_ptr_array_add (files, office_fixture_write_form (self, "1.txt", "BV/001/2030", "Erste"));
  g_ptr_array_add (files, office_fixture_write (self, "2-empty.txt", "", 0));
  g_ptr_array_add (files, office_fixture_write (self, "3-binary.txt", "\177ELF\0\0\1\2\3\0\0\0\0", 13));
  g_ptr_array_add (files, g_file_new_build_filename (self->folder, "4-missing.txt", NULL));
  g_ptr_array_add (files, office_fixture_write_form (self, "5.txt", "BV/001/2030", "Noch einmal"));
  g_ptr_array_add (files, office_fixture_write_form (self, "6.txt", "BV/002/2030", "Letzte"));

  g_signal_connect (import, "result", G_CALLBACK (result_cb), &told);
  g_signal_connect (import, "notify::fraction", G_CALLBACK (fraction_cb), &told);
  vlg_import_run_async (import, (GFile * const *) files->pdata, files->len, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  results = vlg_import_run_finish (import, result, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (results->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (outcomes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const GError *file_error = vlg_import_result_get_error (results->pdata[i]);

      g_assert_cmpint (vlg_import_result_get_outcome (results->pdata[i]), ==, expected[i]);
      g_assert_cmpint (GPOINTER_TO_INT (outcomes->pdata[i]), ==, expected[i]);
      if (expected[i] == VLG_IMPORT_FAILED)
        {
          g_autofree char *name = g_file_get_basename (files->pdata[i]);

          g_assert_nonnull (strstr (file_error->message, name));
        }
    }
  g_object_get (import, "n-files", &n_files, "n-done", &n_done, NULL);
  g_assert_cmpuint (n_files, ==, files->len);
  g_assert_cmpuint (n_done, ==, files->len);
  g_assert_cmpfloat (told.last_fraction, ==, 1.0);
  g_assert_cmpint (office_fixture_count (self), ==, 2);
}

static void
cancel_cb (VlgImport       *import,
           VlgImportResult *result,
           GCancellable    *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel_reports_what_was_stored (OfficeFixture *self,
                                     gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (VlgImport) import = vlg_import_new (self->office, VLG_ON_CONFLICT_ASK);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  guint n_good = 0;

  for (guint i = 1; i <= 300; i++)
    {
      g_autofree char *number = g_strdup_printf ("BV/%03u/2030", i);
      g_autofree char *name = g_strdup_printf ("%u.txt", i);

      g_ptr_array_add (files, office_fixture_write_form (self, name, number, "Viele"));
    }
  g_signal_connect (import, "result", G_CALLBACK (cancel_cb), cancellable);
  vlg_import_run_async (import, (GFile * const *) files->pdata, files->len, cancellable, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  results = vlg_import_run_finish (import, result, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (results->len, >=, 1);
  g_assert_cmpuint (results->len, <, files->len);
  for (guint i = 0; i < results->len; i++)
    n_good += vlg_import_result_get_outcome (results->pdata[i]) == VLG_IMPORT_IMPORTED;
  g_assert_cmpuint (n_good, ==, results->len);
  g_assert_cmpint (office_fixture_count (self), ==, n_good);
}

static void
test_cancelled_before_the_first (OfficeFixture *self,
                                 gconstpointer  data)
{
  g_autoptr (GFile) file = office_fixture_write_form (self, "a.txt", "BV/001/2030", "Erste");
  g_autoptr (VlgImport) import = vlg_import_new (self->office, VLG_ON_CONFLICT_ASK);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  vlg_import_run_async (import, &file, 1, cancellable, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_null (vlg_import_run_finish (import, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (office_fixture_count (self), ==, 0);
}

static void
test_other_encodings (OfficeFixture *self,
                      gconstpointer  data)
{
  g_autofree char *form = office_fixture_form ("BV/001/2030", "Brücke über die Mühle", "Größere Lösung.");
  g_autofree char *latin = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (VlgImportResult) result = NULL;
  gsize length;

  latin = g_convert (form, -1, "WINDOWS-1252", "UTF-8", NULL, &length, NULL);
  file = office_fixture_write (self, "latin.txt", latin, length);
  result = import_one (self, file, VLG_ON_CONFLICT_ASK);
  assert_outcome (result, VLG_IMPORT_IMPORTED);
  g_assert_cmpstr (vlg_motion_get_text (vlg_import_result_get_motion (result), VLG_FIELD_TITLE), ==, "Brücke über die Mühle");
  g_assert_nonnull (vlg_import_report_get_encoding (vlg_import_result_get_report (result)));
}

/* Records of meetings and laws are not papers; the batch goes on. */
static void
test_not_a_paper (OfficeFixture *self,
                  gconstpointer  data)
{
  g_autoptr (GFile) record = office_fixture_write (self, "niederschrift.txt",
                                                   "Niederschrift\n\nTOP 1\nBeschluss: vertagt\n\nTOP 2\nBeschluss: angenommen\nJa 12, Nein 3\n", -1);
  g_autoptr (VlgImport) import = vlg_import_new (self->office, VLG_ON_CONFLICT_ASK);
  g_autoptr (VlgImportResult) refused = vlg_import_file (import, record, NULL);
  g_autoptr (VlgImportResult) taken = NULL;

  assert_outcome (refused, VLG_IMPORT_NOT_A_PAPER);
  g_assert_nonnull (strstr (vlg_import_result_get_error (refused)->message, "niederschrift.txt"));
  g_assert_cmpint (office_fixture_count (self), ==, 0);

  vlg_import_set_any (import, TRUE);
  taken = vlg_import_file (import, record, NULL);
  assert_outcome (taken, VLG_IMPORT_IMPORTED);
  g_assert_nonnull (strstr (vlg_motion_get_text (vlg_import_result_get_motion (taken), VLG_FIELD_UNRECOGNISED), "Ja 12, Nein 3"));
}

static void
test_real_files (OfficeFixture *self,
                 gconstpointer  data)
{
  static const struct { const char *name; VlgImportOutcome outcome; } files[] = {
    { "seed-BV-422-2017-I-OB.txt", VLG_IMPORT_IMPORTED },
    { "paper-magdeburg-DS0231-19.txt", VLG_IMPORT_IMPORTED },
    { "paper-sehnde-2015-0288-1.txt", VLG_IMPORT_IMPORTED },
    { "meeting-dessau-STR-024-2007.txt", VLG_IMPORT_NOT_A_PAPER },
    { "meeting-dessau-StR-023-2021.txt", VLG_IMPORT_NOT_A_PAPER },
    { "law-KVG-LSA-extracts.txt", VLG_IMPORT_NOT_A_PAPER },
  };
  const char *cases = g_getenv ("VORLAGE_CASES");

  if (cases == NULL)
    {
      g_test_skip ("VORLAGE_CASES is not set");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (cases, files[i].name, NULL);
      g_autoptr (VlgImportResult) result = import_one (self, file, VLG_ON_CONFLICT_ASK);

      g_test_message ("%s", files[i].name);
      assert_outcome (result, files[i].outcome);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("stored-with-its-source", test_stored_with_its_source);
  ADD ("conflict-is-reported", test_conflict_is_reported);
  ADD ("skip", test_skip);
  ADD ("replace", test_replace);
  ADD ("copy", test_copy);
  ADD ("batch-goes-on", test_batch_goes_on);
  ADD ("cancel-reports-what-was-stored", test_cancel_reports_what_was_stored);
  ADD ("cancelled-before-the-first", test_cancelled_before_the_first);
  ADD ("other-encodings", test_other_encodings);
  ADD ("not-a-paper", test_not_a_paper);
  ADD ("real-files", test_real_files);

  return g_test_run ();
}
