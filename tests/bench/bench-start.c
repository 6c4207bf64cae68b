/* bench-start.c — how long a person waits for the window: on 100,000 motions, on none, and for an empty libadwaita window
 * Arguments: start-window, start-empty, a folder for the databases. SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "vlg-motions.h"
#include "vlg-profile.h"
#include "vlg-profiles.h"
#include "vlg-sqlite-store.h"

#define N_MOTIONS 100000
#define BATCH     2000
#define ROUNDS    30

/* A window's first frame, or the first with what is in the database. */
typedef enum {
  EMPTY_WINDOW,  /* libadwaita alone */
  NONE_FRAME,
  ALL_FRAME,
  NONE_CONTENT,
  ALL_CONTENT,
  N_SERIES
} Series;

static const char * const series_names[N_SERIES] = {
  "empty libadwaita window", "no motions, first frame", "100,000 motions, first frame", "no motions, welcome", "100,000 motions, first rows",
};

typedef struct {
  guint       from;
  VlgProfile *profile;  /* borrowed */
  VlgActor   *actor;    /* borrowed */
} Batch;

static VlgMotion *
make_motion (guint n)
{
  static const char * const words[] = { "Integrationskonzept", "Bebauungsplan", "Haushaltssatzung", "Straßenreinigung", "Kindertagesstätte", "Friedhofsgebühren" };
  g_autoptr(VlgMotionNumber) number = vlg_motion_number_new ("BV", n % 10000 + 1, 2010 + n / 10000, "I-OB", NULL);
  g_autoptr(VlgConsultation) consultation = vlg_consultation_new ();
  g_autofree char *title = g_strdup_printf ("%s, Abschnitt %u", words[n % G_N_ELEMENTS (words)], n);
  g_autofree char *resolution = g_strdup_printf ("Der Stadtrat beschließt den Vorgang %u in der vorliegenden Fassung.", n);
  VlgMotion *motion = vlg_motion_new ();

  vlg_motion_set_number (motion, number);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, title);
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, resolution);
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, "Die Verwaltung hat die Unterlagen geprüft und schlägt vor, wie beschrieben zu verfahren.");
  vlg_consultation_set_body (consultation, "Stadtrat");
  vlg_consultation_set_role (consultation, VLG_ROLE_DECISION);
  g_list_store_append (vlg_motion_get_consultations (motion), consultation);
  return motion;
}

static gpointer
insert_batch (VlgDb         *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Batch *batch = data;

  if (batch->from == 0 && !vlg_profiles_put (db, batch->profile, vlg_day_today (), error))
    return NULL;
  for (guint n = batch->from; n < batch->from + BATCH; n++)
    {
      g_autoptr(VlgMotion) motion = make_motion (n);

      if (vlg_motions_insert (db, motion, vlg_profile_get_sha256 (batch->profile), batch->actor, "created", error) == 0)
        return NULL;
    }

  return NULL;
}

/* Makes the database of all motions once and keeps it for the next run. */
static char *
full_database (const char *folder)
{
  g_autofree char *name = g_strdup_printf ("%s/start-%d.db", folder, N_MOTIONS);
  g_autofree char *partial = g_strconcat (name, ".partial", NULL);
  g_autoptr(VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr(VlgActor) actor = vlg_actor_new (1000, "Benchmark");
  g_autoptr(VlgStore) store = NULL;
  g_autoptr(GError) error = NULL;
  Batch batch = { 0, profile, actor };

  /* One of an older schema is made anew. */
  if (g_file_test (name, G_FILE_TEST_EXISTS) && (store = vlg_sqlite_store_open (name, NULL)) != NULL)
    {
      vlg_store_close (store, NULL);
      return g_steal_pointer (&name);
    }

  printf ("# making %d motions…\n", N_MOTIONS);
  fflush (stdout);
  g_unlink (partial);
  store = vlg_sqlite_store_open (partial, &error);
  for (; error == NULL && batch.from < N_MOTIONS; batch.from += BATCH)
    vlg_store_write (store, insert_batch, &batch, NULL, &error);
  if (error == NULL)
    vlg_store_close (store, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  g_assert_no_errno (g_rename (partial, name));

  return g_steal_pointer (&name);
}

/* Runs one program; the milliseconds it took. */
static double
measure (const char * const *words)
{
  g_autofree char *started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;
  gint64 time;
  int status;

  g_ptr_array_add (argv, (gpointer) words[0]);
  g_ptr_array_add (argv, started);
  for (guint i = 1; words[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) words[i]);
  g_ptr_array_add (argv, NULL);

  if (!g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error) ||
      !g_spawn_check_wait_status (status, &error) ||
      (time = g_ascii_strtoll (output, NULL, 10)) == 0)
    g_error ("%s: %s", words[0], error != NULL ? error->message : output);

  return time / 1000.0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values)
{
  double sorted[ROUNDS];

  memcpy (sorted, values, sizeof sorted);
  qsort (sorted, ROUNDS, sizeof (double), compare);
  return (sorted[ROUNDS / 2] + sorted[(ROUNDS - 1) / 2]) / 2;
}

static void
compare_series (double (*times)[ROUNDS],
                Series   all,
                Series   none)
{
  double difference[ROUNDS];
  double ratio[ROUNDS];

  for (int i = 0; i < ROUNDS; i++)
    {
      difference[i] = times[all][i] - times[none][i];
      ratio[i] = times[all][i] / times[EMPTY_WINDOW][i];
    }
  printf ("%s: %.1f ms more than %s (aim ≤ 12 ms), %.2f × an empty window (aim ≤ 1.5)\n",
          series_names[all], median (difference), series_names[none], median (ratio));
}

int
main (int    argc,
      char **argv)
{
  static double times[N_SERIES][ROUNDS];
  g_autofree char *full = NULL;
  g_autofree char *none = NULL;

  setlocale (LC_ALL, "");
  g_return_val_if_fail (argc == 4, 2);
  full = full_database (argv[3]);
  none = g_build_filename (argv[3], "start-0.db", NULL);

  /* The first round warms up. The order turns, so that no series always follows the same one. */
  for (int round = -1; round < ROUNDS; round++)
    for (int i = 0; i < N_SERIES; i++)
      {
        Series series = (i + round + 1) % N_SERIES;
        const char * const *words[N_SERIES] = {
          [EMPTY_WINDOW] = (const char *[]) { argv[2], NULL },
          [NONE_FRAME] = (const char *[]) { argv[1], "frame", none, NULL },
          [ALL_FRAME] = (const char *[]) { argv[1], "frame", full, NULL },
          [NONE_CONTENT] = (const char *[]) { argv[1], "content", none, NULL },
          [ALL_CONTENT] = (const char *[]) { argv[1], "content", full, NULL },
        };
        double time = measure (words[series]);

        if (round >= 0)
          times[series][round] = time;
      }

  for (int series = 0; series < N_SERIES; series++)
    printf ("%-28s %7.1f ms, median of %d\n", series_names[series], median (times[series]), ROUNDS);
  printf ("Medians of %d pairs:\n", ROUNDS);
  compare_series (times, ALL_FRAME, NONE_FRAME);
  compare_series (times, ALL_CONTENT, NONE_CONTENT);
  return 0;
}
