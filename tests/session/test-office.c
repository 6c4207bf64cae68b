/* test-office.c — what a person can do, and what becomes of it when it fails
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "office-fixture.h"
#include "vlg-coat-of-arms.h"
#include "vlg-import.h"
#include "vlg-office-arms.h"
#include "vlg-office-choices.h"
#include "vlg-paper-choices.h"
#include "vlg-sqlite-store.h"

#define ADD(path, function) \
  g_test_add ("/office/" path, OfficeFixture, NULL, office_fixture_set_up, function, office_fixture_tear_down)

static VlgMotion *
import_form (OfficeFixture *self,
             const char    *number)
{
  g_autoptr (GFile) file = office_fixture_write_form (self, "form.txt", number, "Neubau der Brücke");
  g_autoptr (VlgImport) import = vlg_import_new (self->office, VLG_ON_CONFLICT_ASK);
  g_autoptr (VlgImportResult) result = vlg_import_file (import, file, NULL);

  g_assert_cmpint (vlg_import_result_get_outcome (result), ==, VLG_IMPORT_IMPORTED);

  return g_object_ref (vlg_import_result_get_motion (result));
}

static VlgMotion *
create (OfficeFixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  VlgMotion *motion;

  vlg_office_create_motion_async (self->office, "BV", "II-66", NULL, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  motion = vlg_office_create_motion_finish (self->office, result, &error);
  g_assert_no_error (error);

  return motion;
}

static void
test_profile_is_stored_once (OfficeFixture *self,
                             gconstpointer  data)
{
  g_autoptr (VlgProfile) shipped = vlg_profile_new_default ();
  g_autoptr (VlgOffice) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (vlg_profile_get_sha256 (vlg_office_get_profile (self->office)), ==, vlg_profile_get_sha256 (shipped));
  second = vlg_office_new (self->store, vlg_office_get_actor (self->office), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vlg_profile_get_sha256 (vlg_office_get_profile (second)), ==, vlg_profile_get_sha256 (shipped));
}

static void
test_create_and_load (OfficeFixture *self,
                      gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = create (self);
  g_autoptr (VlgMotion) other = create (self);
  g_autoptr (VlgMotion) loaded = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean at_creation = vlg_profile_get_number_time (vlg_office_get_profile (self->office)) == VLG_NUMBER_AT_CREATION;

  g_assert_cmpstr (vlg_motion_get_kind (motion), ==, "BV");
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_DRAFT);
  g_assert_true ((vlg_motion_get_number (motion) != NULL) == at_creation);
  if (at_creation)
    g_assert_cmpstr (vlg_motion_get_number_text (motion), !=, vlg_motion_get_number_text (other));

  vlg_office_load_motion_async (self->office, vlg_motion_get_uid (motion), NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  loaded = vlg_office_load_motion_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_true (vlg_motion_equal (motion, loaded));
  g_assert_cmpint (vlg_motion_get_revision (motion), ==, vlg_motion_get_revision (loaded));
  g_assert_cmpint (office_fixture_count (self), ==, 2);
}

static void
test_load_unknown (OfficeFixture *self,
                   gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) number_error = NULL;

  vlg_office_load_motion_async (self->office, "nobody", NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_null (vlg_office_load_motion_finish (self->office, result, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND);

  g_assert_null (vlg_office_find_motion (self->office, "BV/404/2030", &number_error));
  g_assert_error (number_error, VLG_ERROR, VLG_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (number_error->message, "BV/404/2030"));
}

static void
trash (OfficeFixture *self,
       VlgMotion     *motion,
       gboolean       trashed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vlg_office_trash_async (self->office, vlg_motion_get_uid (motion), trashed, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  vlg_office_trash_finish (self->office, result, &error);
  g_assert_no_error (error);
}

static void
test_trash_and_back (OfficeFixture *self,
                     gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = create (self);

  trash (self, motion, TRUE);
  g_assert_cmpint (office_fixture_count (self), ==, 0);
  trash (self, motion, FALSE);
  g_assert_cmpint (office_fixture_count (self), ==, 1);
}

static gboolean
export (OfficeFixture *self,
        VlgMotion     *motion,
        const char    *name,
        GBytes       **content,
        GError       **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  vlg_office_export_async (self->office, vlg_motion_get_uid (motion), file, VLG_EXPORT_DEFAULT, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  if (!vlg_office_export_finish (self->office, result, error))
    return FALSE;
  *content = g_file_load_bytes (file, NULL, NULL, error);

  return *content != NULL;
}

static void
test_export (OfficeFixture *self,
             gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = import_form (self, "BV/017/2030");
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (export (self, motion, "a.pdf", &first, &error));
  g_assert_no_error (error);
  g_assert_true (export (self, motion, "b.pdf", &second, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (first, &length), "%PDF-"));
  /* The same motion gives the same bytes. */
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_failed_export (OfficeFixture *self,
                    gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = import_form (self, "BV/017/2030");
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (export (self, motion, "nowhere/a.pdf", &content, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND);
}

static void
test_extract_original (OfficeFixture *self,
                       gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = import_form (self, "BV/017/2030");
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  g_autofree char *path = g_build_filename (self->folder, "original.txt", NULL);
  g_autofree char *source_path = g_build_filename (self->folder, "form.txt", NULL);
  g_autofree char *original = NULL;
  g_autofree char *extracted = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, g_list_model_get_n_items (annexes) - 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vlg_office_extract_annex_async (self->office, annex, file, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  vlg_office_extract_annex_finish (self->office, result, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &extracted, NULL, NULL));
  g_assert_true (g_file_get_contents (source_path, &original, NULL, NULL));
  g_assert_cmpstr (extracted, ==, original);
}

static void
test_extract_text_annex (OfficeFixture *self,
                         gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "original.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vlg_office_extract_annex_async (self->office, annex, file, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_false (vlg_office_extract_annex_finish (self->office, result, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
count_cb (VlgOffice *office,
          guint     *n)
{
  (*n)++;
}

static gboolean
is_positive (gpointer data)
{
  return *(guint *) data > 0;
}

static void
test_changed_by_another_process (OfficeFixture *self,
                                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "vorlage.db", NULL);
  g_autoptr (VlgStore) store = NULL;
  g_autoptr (GError) error = NULL;
  OfficeFixture other = { self->folder, NULL, NULL };
  guint n_changed = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (self->office, "changed", G_CALLBACK (count_cb), &n_changed);
  /* A second store on the same file is to the first what another process is. */
  store = vlg_sqlite_store_open (path, &error);
  g_assert_no_error (error);
  other.store = store;
  other.office = vlg_office_new (store, vlg_office_get_actor (self->office), &error);
  g_assert_no_error (error);
  office_fixture_fill (&other, 1);
  office_fixture_wait_until (is_positive, &n_changed);
  g_assert_cmpint (office_fixture_count (self), ==, 1);
  g_clear_object (&other.office);
  vlg_store_close (store, &error);
  g_assert_no_error (error);
}

static gboolean
set_arms (OfficeFixture  *self,
          GFile          *file,
          GBytes         *picture,
          GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  vlg_office_set_arms_async (self->office, file, picture, office_fixture_keep_result, &result);
  office_fixture_await (&result);

  return vlg_office_set_arms_finish (self->office, result, error);
}

/* It is kept with the database, stands on the papers of every motion, and goes again. */
static void
test_coat_of_arms (OfficeFixture *self,
                   gconstpointer  data)
{
  static const char svg[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"40\"/>";
  g_autoptr (VlgMotion) motion = import_form (self, "BV/001/2030");
  g_autoptr (GFile) picture = office_fixture_write (self, "arms.svg", svg, -1);
  g_autoptr (GFile) nothing = office_fixture_write (self, "nothing.svg", "no picture", -1);
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");
  g_autoptr (VlgOffice) again = NULL;
  g_autoptr (VlgProfile) profile = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) known = NULL;
  g_autoptr (GBytes) printed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (vlg_office_dup_arms (self->office));
  g_assert_false (set_arms (self, nothing, NULL, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_null (vlg_office_dup_arms (self->office));

  g_assert_true (set_arms (self, picture, NULL, &error));
  g_assert_no_error (error);
  again = vlg_office_new (self->store, actor, &error);
  g_assert_no_error (error);
  known = vlg_office_dup_arms (again);
  g_assert_cmpmem (g_bytes_get_data (known, NULL), g_bytes_get_size (known), svg, strlen (svg));
  profile = vlg_office_load_profile (again, motion);
  printed = vlg_profile_dup_coat_of_arms (profile);
  g_assert_true (g_bytes_equal (printed, known));

  before = vlg_office_dup_arms (self->office);
  g_assert_true (set_arms (self, NULL, NULL, &error));
  g_assert_null (vlg_office_dup_arms (self->office));
  g_assert_true (set_arms (self, NULL, before, &error));
  g_clear_pointer (&known, g_bytes_unref);
  known = vlg_office_dup_arms (self->office);
  g_assert_true (g_bytes_equal (before, known));
}

static void
set_prints_rationales (OfficeFixture *self,
                       gboolean       prints)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  vlg_office_set_prints_rationales_async (self->office, prints, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  g_assert_true (vlg_office_set_prints_rationales_finish (self->office, result, &error));
  g_assert_no_error (error);
}

/* One chooses for all: who has the database open prints alike, and who opens it later. */
static void
test_rationales (OfficeFixture *self,
                 gconstpointer  data)
{
  g_autoptr (VlgOffice) beside = vlg_office_new (self->store, vlg_office_get_actor (self->office), NULL);
  g_autoptr (VlgOffice) later = NULL;
  g_autoptr (VlgMotion) motion = create (self);
  g_autoptr (VlgProfile) profile = NULL;

  g_assert_false (vlg_profile_get_prints_rationales (vlg_office_get_profile (self->office)));
  set_prints_rationales (self, TRUE);
  g_assert_true (vlg_profile_get_prints_rationales (vlg_office_get_profile (self->office)));
  while (!vlg_profile_get_prints_rationales (vlg_office_get_profile (beside)))
    g_main_context_iteration (NULL, TRUE);
  later = vlg_office_new (self->store, vlg_office_get_actor (self->office), NULL);
  g_assert_true (vlg_profile_get_prints_rationales (vlg_office_get_profile (later)));
  profile = vlg_office_load_profile (later, motion);
  g_assert_true (vlg_profile_get_prints_rationales (profile));

  set_prints_rationales (self, FALSE);
  while (vlg_profile_get_prints_rationales (vlg_office_get_profile (beside)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (vlg_profile_get_prints_rationales (vlg_office_get_profile (self->office)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("profile-is-stored-once", test_profile_is_stored_once);
  ADD ("create-and-load", test_create_and_load);
  ADD ("load-unknown", test_load_unknown);
  ADD ("trash-and-back", test_trash_and_back);
  ADD ("coat-of-arms", test_coat_of_arms);
  ADD ("rationales", test_rationales);
  ADD ("export", test_export);
  ADD ("failed-export", test_failed_export);
  ADD ("extract-original", test_extract_original);
  ADD ("extract-text-annex", test_extract_text_annex);
  ADD ("changed-by-another-process", test_changed_by_another_process);

  return g_test_run ();
}
