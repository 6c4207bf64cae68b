/* office-fixture.c — an office in a folder of its own, and papers to feed it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "office-fixture.h"

#include <glib/gstdio.h>

#include "vlg-motions.h"
#include "vlg-sqlite-store.h"

void
office_fixture_set_up (OfficeFixture *self,
                       gconstpointer  data)
{
  g_autoptr (VlgActor) actor = vlg_actor_new (1000, "Test");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("vorlage-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "vorlage.db", NULL);
  self->store = vlg_sqlite_store_open (path, &error);
  g_assert_no_error (error);
  self->office = vlg_office_new (self->store, actor, &error);
  g_assert_no_error (error);
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

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
office_fixture_tear_down (OfficeFixture *self,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gpointer office = self->office;

  /* Deliveries on their way hold the office for a moment, and so does a worker's thread that has just returned. */
  g_object_add_weak_pointer (office, &office);
  g_clear_object (&self->office);
  office_fixture_wait_until (is_gone, &office);
  vlg_store_close (self->store, &error);
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&self->store);
  remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

char *
office_fixture_form (const char *number,
                     const char *title,
                     const char *resolution)
{
  return g_strdup_printf ("Drucksachen-Nr.: %s\n\n"
                          "Einreicher: Amt für Brücken\n\n"
                          "Verantwortlich für die Umsetzung: Amt für Brücken\n\n"
                          "Beratungsfolge Status Termin Für Gegen Enthaltung Bestätigung\n\n"
                          "Stadtrat öffentlich 12.06.2030\n\n"
                          "Titel:\n%s\n\n"
                          "Beschluss:\n%s\n\n"
                          "Gesetzliche Grundlagen:\n\n"
                          "Begründung: Die alte Brücke trägt nicht mehr.\n",
                          number, title, resolution);
}

GFile *
office_fixture_write (OfficeFixture *self,
                      const char    *name,
                      const char    *content,
                      gssize         length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

GFile *
office_fixture_write_form (OfficeFixture *self,
                           const char    *name,
                           const char    *number,
                           const char    *title)
{
  g_autofree char *form = office_fixture_form (number, title, "Der Stadtrat stimmt dem Neubau zu.");

  return office_fixture_write (self, name, form, -1);
}

static gpointer
count_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  *(gint64 *) data = vlg_motions_count (db, FALSE, error);

  return NULL;
}

gint64
office_fixture_count (OfficeFixture *self)
{
  g_autoptr (GError) error = NULL;
  gint64 count = -1;

  vlg_store_read (self->store, count_job, &count, NULL, &error);
  g_assert_no_error (error);

  return count;
}

typedef struct {
  VlgOffice *office;
  guint n;
} Filling;

static gpointer
fill_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Filling *filling = data;

  for (guint i = 1; i <= filling->n; i++)
    {
      g_autoptr (VlgMotion) motion = vlg_motion_new ();
      g_autoptr (VlgMotionNumber) number = vlg_motion_number_new ("BV", i, 2031, NULL, error);
      g_autofree char *title = g_strdup_printf ("Vorgang %u", i);

      g_assert_nonnull (number);
      vlg_motion_set_number (motion, number);
      vlg_motion_set_text (motion, VLG_FIELD_TITLE, title);
      vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, i % 3 == 0 ? "Die Laterne wird versetzt." : "Der Zaun wird gestrichen.");
      if (vlg_motions_insert (db, motion, vlg_profile_get_sha256 (vlg_office_get_profile (filling->office)),
                              vlg_office_get_actor (filling->office), "created", error) == 0)
        return NULL;
    }

  return NULL;
}

void
office_fixture_fill (OfficeFixture *self,
                     guint          n)
{
  Filling filling = { self->office, n };
  g_autoptr (GError) error = NULL;

  vlg_store_write (self->store, fill_job, &filling, NULL, &error);
  g_assert_no_error (error);
}

void
office_fixture_keep_result (GObject      *source,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

void
office_fixture_await (GAsyncResult **result)
{
  office_fixture_wait_until (has_result, result);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
office_fixture_wait_until (gboolean (*done) (gpointer data),
                           gpointer   data)
{
  gint64 limit = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
  /* Wakes the loop now and then: not everything that is waited for does. */
  guint source = g_timeout_add (20, tick_cb, NULL);

  while (!done (data) && g_get_monotonic_time () < limit)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_true (done (data));
}
