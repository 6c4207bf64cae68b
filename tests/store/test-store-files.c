/* test-store-files.c — annex files in chunks, stored once
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "store-fixture.h"
#include "vlg-files.h"

static GBytes *
make_bytes (gsize length)
{
  guint8 *bytes = g_malloc (length + 1);
  guint32 state = 1;

  for (gsize i = 0; i < length; i++)
    {
      state = state * 1664525 + 1013904223;
      bytes[i] = state >> 24;
    }
  return g_bytes_new_take (bytes, length);
}

static char *
add (Fixture  *fixture,
     GBytes   *bytes,
     guint64   limit,
     GError  **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  guint64 size = G_MAXUINT64;
  char *sha256 = vlg_files_add (fixture->store, stream, limit, &size, NULL, error);

  if (sha256 != NULL)
    {
      g_assert_cmpstr (sha256, ==, expected);
      g_assert_cmpuint (size, ==, g_bytes_get_size (bytes));
    }
  return sha256;
}

static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { gsize length; int chunks; } sizes[] = {
    { 0, 0 }, { 1, 1 }, { VLG_FILES_CHUNK - 1, 1 }, { VLG_FILES_CHUNK, 1 }, { VLG_FILES_CHUNK + 1, 2 }, { 2 * VLG_FILES_CHUNK, 2 }, { 3 * VLG_FILES_CHUNK + 1, 4 },
  };
  int chunks = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = make_bytes (sizes[i].length);
      g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
      g_autoptr (GBytes) back = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *sha256 = add (fixture, bytes, G_MAXUINT64, &error);

      g_assert_no_error (error);
      chunks += sizes[i].chunks;
      g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM file_chunk"), ==, chunks);
      g_assert_true (vlg_files_extract (fixture->store, sha256, out, NULL, &error));
      g_assert_no_error (error);
      g_output_stream_close (out, NULL, NULL);
      back = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
      g_assert_true (g_bytes_equal (back, bytes));
    }
}

static void
test_once (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GBytes) bytes = make_bytes (2 * VLG_FILES_CHUNK + 5);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = add (fixture, bytes, G_MAXUINT64, &error);
  g_autofree char *second = add (fixture, bytes, G_MAXUINT64, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM file"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM file_chunk"), ==, 3);
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) bytes = make_bytes (3 * VLG_FILES_CHUNK);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_null (add (fixture, bytes, 2 * VLG_FILES_CHUNK + 1, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM file"), ==, 0);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM file_chunk"), ==, 0);

  g_assert_false (vlg_files_extract (fixture->store, "0000", out, NULL, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND);
}

static VlgMotion *
make_motion (const char *sha256)
{
  VlgMotion *motion = vlg_motion_new ();
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  VlgAnnexFile file = { (char *) sha256, (char *) "Lageplan.pdf", (char *) "application/pdf", 11 };

  vlg_annex_set_file (annex, &file);
  vlg_annex_set_visibility (annex, VLG_VISIBILITY_NON_PUBLIC);
  vlg_annex_set_source (annex, TRUE);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
  return motion;
}

/* Bytes without an annex go at an opening, the others stay; an annex cannot refer to bytes that are not there. */
static void
test_collect (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GBytes) wanted = make_bytes (11);
  g_autoptr (GBytes) orphan = make_bytes (12 * VLG_FILES_CHUNK);
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted_sha256 = add (fixture, wanted, G_MAXUINT64, &error);
  g_autofree char *orphan_sha256 = add (fixture, orphan, G_MAXUINT64, &error);
  g_autoptr (VlgMotion) motion = make_motion (wanted_sha256);
  g_autoptr (VlgMotion) stranger = make_motion ("0000");
  g_autoptr (VlgMotion) loaded = NULL;

  g_assert_no_error (error);
  fixture_insert (fixture, motion, "imported", &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_insert (fixture, stranger, "imported", &error), ==, 0);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND);
  g_clear_error (&error);
  loaded = fixture_load (fixture, vlg_motion_get_uid (motion), &error);
  g_assert_true (vlg_motion_equal (loaded, motion));

  /* What was touched a moment ago may be another program's, on its way into an annex. */
  fixture_reopen (fixture);
  g_usleep (300 * 1000);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM file"), ==, 2);
  g_assert_true (fixture_execute (fixture, "UPDATE file SET touched_at = touched_at - 3600000000", &error));
  fixture_reopen (fixture);
  for (guint i = 0; i < 200 && fixture_count (fixture, "SELECT count (*) FROM file") > 1; i++)
    g_usleep (50 * 1000);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM file"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM file_chunk"), ==, 1);
  {
    g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

    g_assert_true (vlg_files_extract (fixture->store, wanted_sha256, out, NULL, &error));
    g_assert_no_error (error);
  }
}

/* Changed bytes are noticed on the way out. */
static void
test_damage (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GBytes) bytes = make_bytes (100);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = add (fixture, bytes, G_MAXUINT64, &error);

  g_assert_true (fixture_execute (fixture, "UPDATE file_chunk SET bytes = zeroblob (100)", &error));
  g_assert_false (vlg_files_extract (fixture->store, sha256, out, NULL, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_DAMAGED);
}

static void
count_cb (VlgStore *store,
          gpointer  data)
{
  (*(guint *) data)++;
}

/* Hundreds of chunks of a file nobody refers to yet are no reason to read every list anew. */
static void
test_quiet (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) bytes = make_bytes (3 * VLG_FILES_CHUNK);
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = fixture_motion (1);
  g_autofree char *sha256 = NULL;
  gint64 until = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  guint n_changed = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &n_changed);
  sha256 = add (fixture, bytes, G_MAXUINT64, &error);
  g_assert_no_error (error);
  /* The engine announces after it reports. */
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM file_chunk"), ==, 3);
  g_usleep (100 * 1000);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_changed, ==, 0);

  fixture_insert (fixture, motion, "imported", &error);
  g_assert_no_error (error);
  while (n_changed == 0 && g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10 * 1000);
    }
  g_assert_cmpuint (n_changed, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/files/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("sizes", test_sizes);
  ADD ("once", test_once);
  ADD ("too-large", test_too_large);
  ADD ("collect", test_collect);
  ADD ("damage", test_damage);
  ADD ("quiet", test_quiet);
#undef ADD

  return g_test_run ();
}
