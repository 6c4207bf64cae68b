/* bench-import.c — reading forms into the store, beside the bare insertion of the rows they become
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "bench-rows.h"
#include "form-generator.h"
#include "store-fixture.h"
#include "vlg-import.h"

/* As many papers as may share a commit, and each on its own: the two ends between which an import lies. */
static const guint boundaries[] = { 32, 1 };

static void
write_forms (const char *folder,
             GPtrArray  *files,
             guint       n)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (422);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VlgMotion) motion = form_generator_motion (rand, profile, i);
      g_autofree char *spelling = g_strdup_printf ("BV/%u/%u/I-OB", i % 9000 + 1, 2010 + i / 9000);
      g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse (spelling, NULL);
      g_autofree char *name = g_strdup_printf ("%s/%05u.txt", folder, i);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      vlg_motion_set_number (motion, number);
      text = form_generator_print (motion, profile, i % FORM_N_STYLES, 90);
      g_file_set_contents (name, text, -1, &error);
      g_assert_no_error (error);
      g_ptr_array_add (files, g_file_new_for_path (name));
    }
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GPtrArray **results = user_data;
  g_autoptr (GError) error = NULL;

  *results = vlg_import_run_finish (VLG_IMPORT (source), result, &error);
  g_assert_no_error (error);
}

/* Opens the office, which stores its profile: both sides begin with that. Caller owns. */
static VlgOffice *
open_office (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  VlgOffice *office = vlg_office_new (fixture->store, fixture->actor, &error);

  g_assert_no_error (error);
  return office;
}

static double
import_all (Fixture   *fixture,
            GPtrArray *files)
{
  g_autoptr (VlgOffice) office = open_office (fixture);
  g_autoptr (VlgImport) import = NULL;
  g_autoptr (GPtrArray) results = NULL;
  gint64 start;
  double seconds;

  import = vlg_import_new (office, VLG_ON_CONFLICT_ASK);
  start = g_get_monotonic_time ();
  vlg_import_run_async (import, (GFile * const *) files->pdata, files->len, NULL, imported_cb, &results);
  while (results == NULL)
    g_main_context_iteration (NULL, TRUE);
  seconds = (g_get_monotonic_time () - start) / 1e6;

  g_assert_cmpuint (results->len, ==, files->len);
  for (guint i = 0; i < results->len; i++)
    g_assert_cmpint (vlg_import_result_get_outcome (results->pdata[i]), ==, VLG_IMPORT_IMPORTED);

  return seconds;
}

int
main (int   argc,
      char *argv[])
{
  const char *count = g_getenv ("VORLAGE_BENCH_IMPORT");
  guint n = count != NULL ? (guint) strtoul (count, NULL, 10) : 10000;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BenchRows) rows = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture = { NULL };
  double ours;

  setlocale (LC_ALL, "");
  folder = g_dir_make_tmp ("vorlage-forms-XXXXXX", &error);
  g_assert_no_error (error);
  write_forms (folder, files, n);

  fixture_set_up (&fixture, NULL);
  ours = import_all (&fixture, files);
  rows = bench_rows_read (fixture.path);
  fixture_tear_down (&fixture, NULL);
  g_print ("# %u forms read and stored: %.2f s\n", n, ours);

  for (guint i = 0; i < G_N_ELEMENTS (boundaries); i++)
    {
      double bare;

      fixture_set_up (&fixture, NULL);
      g_object_unref (open_office (&fixture));
      vlg_store_close (fixture.store, NULL);
      bare = bench_rows_write (rows, fixture.path, boundaries[i]);
      fixture_tear_down (&fixture, NULL);
      g_print ("# bare insertion of the same rows, %2u motions a transaction: %.2f s, ratio %.2f\n", boundaries[i], bare, ours / bare);
    }

  fixture_remove_folder (folder);
  return 0;
}
