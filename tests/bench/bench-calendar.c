/* bench-calendar.c — a month of a calendar of 5,000 consultations a year, beside the same statements through bare SQLite
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sqlite3.h>

#include "store-fixture.h"
#include "vlg-calendar-rows.h"

#define N_RUNS 200

/* What changing the month may cost altogether; reading happens beside the main loop, and is the larger part of waiting. */
#define AIM_MS 16

/* Twenty years, each with 300 meetings and 5,000 consultations, three of four of which are linked to one. */
static const char * const fill[] = {
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 5999) "
  "INSERT INTO meeting (id, uid, body, zone, day, begins, ends, room, state, note, visibility, revision, created_at, modified_at, changed_at, changed_by, changed_name) "
  "SELECT i + 1, 'm-' || i, 'Gremium ' || (i % 25), 'Europe/Berlin', date ('2010-01-01', (i * 7300 / 6000) || ' days'), 960, 1080, 'Ratssaal', 'planned', '', 'public', 1, 0, 0, 0, 0, '' FROM n",
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 24999) "
  "INSERT INTO motion (id, uid, number_key, kind, stage, visibility, relevance, title, title_key, submitter, responsible, state, state_rank, revision, created_at, changed_at) "
  "SELECT i + 1, 'o-' || i, '', 'BV', 'released', 'public', 'relevant', 'Sanierung und Erweiterung der Schule Nummer ' || i, '', 'Amt', 'Amt ' || (i % 80), 'in-consultation', 4, 1, i, i FROM n",
  "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999) "
  "INSERT INTO consultation (uid, motion_id, position, body, visibility, role, day, result, result_wording, confirmed_by, confirmed_role, meeting_id) "
  "SELECT 'c-' || i, i * 7919 % 25000 + 1, i / 25000, 'Gremium ' || (i * 6000 / 100000 % 25), 'public', 'preliminary', "
  "       CASE WHEN i % 4 = 0 THEN date ('2010-01-01', (i * 73 / 1000) || ' days') ELSE (SELECT day FROM meeting WHERE id = i * 6 / 100 + 1) END, 'none', '', '', '', "
  "       CASE WHEN i % 4 = 0 THEN NULL ELSE i * 6 / 100 + 1 END FROM n",
};

static const char * const bare[] = {
  "SELECT m.uid, m.day, m.begins, m.ends, m.body, m.body_uid, m.visibility, m.number, m.state, m.room, m.revision, "
  "  (SELECT count (*) FROM consultation c JOIN motion o ON o.id = c.motion_id WHERE c.meeting_id = m.id AND +o.trashed = 0) "
  "FROM meeting m WHERE m.day BETWEEN ? AND ? AND m.trashed = 0",
  "SELECT c.uid, c.day, c.body, c.body_uid, c.visibility, c.role, c.result, o.uid, o.number, o.title, o.responsible, o.stage, o.state, o.visibility, m.uid, m.begins, m.ends "
  "FROM consultation c JOIN motion o ON o.id = c.motion_id LEFT JOIN meeting m ON m.id = c.meeting_id AND m.trashed = 0 WHERE c.day BETWEEN ? AND ? AND +o.trashed = 0",
};

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

/* The 95th of 100. */
static double
report (const char *what,
        double     *times,
        double      rows)
{
  qsort (times, N_RUNS, sizeof *times, compare);
  g_print ("# %s: median %.2f ms, p95 %.2f ms, %.0f rows\n", what, times[N_RUNS / 2], times[N_RUNS * 95 / 100], rows / N_RUNS);

  return times[N_RUNS * 95 / 100];
}

static void
fill_database (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (fill); i++)
    if (sqlite3_exec (db, fill[i], NULL, NULL, NULL) != SQLITE_OK)
      g_error ("%s", sqlite3_errmsg (db));
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* The month of each run: spread over the years, so that none follows its neighbour. */
static VlgDay
get_month (guint run)
{
  return vlg_day_new (2010 + run * 7 % 20, 1 + run * 5 % 12, 1);
}

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgDay first = *(VlgDay *) data;

  return vlg_calendar_rows_load (db, first, first + 41, error);
}

static double
measure_store (VlgStore   *store,
               VlgDay    (*get_first) (guint run),
               const char *what)
{
  double times[N_RUNS], rows = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      VlgDay first = get_first (i);
      gint64 begin = g_get_monotonic_time ();

      entries = vlg_store_read (store, load_job, &first, NULL, &error);
      times[i] = (g_get_monotonic_time () - begin) / 1000.0;
      g_assert_no_error (error);
      rows += entries->len;
    }

  return report (what, times, rows);
}

static VlgDay
get_empty_month (guint run)
{
  return vlg_day_new (2100 + run % 50, 1, 1);
}

static void
measure_bare (const char *path)
{
  double times[N_RUNS], rows = 0;
  sqlite3_stmt *statements[G_N_ELEMENTS (bare)];
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (bare); i++)
    g_assert_cmpint (sqlite3_prepare_v2 (db, bare[i], -1, &statements[i], NULL), ==, SQLITE_OK);
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autofree char *first = vlg_day_to_iso (get_month (i));
      g_autofree char *last = vlg_day_to_iso (get_month (i) + 41);
      gint64 begin = g_get_monotonic_time ();

      for (guint j = 0; j < G_N_ELEMENTS (bare); j++)
        {
          sqlite3_bind_text (statements[j], 1, first, -1, SQLITE_TRANSIENT);
          sqlite3_bind_text (statements[j], 2, last, -1, SQLITE_TRANSIENT);
          while (sqlite3_step (statements[j]) == SQLITE_ROW)
            {
              for (int column = 0; column < sqlite3_column_count (statements[j]); column++)
                sqlite3_column_text (statements[j], column);
              rows++;
            }
          sqlite3_reset (statements[j]);
        }
      times[i] = (g_get_monotonic_time () - begin) / 1000.0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (bare); i++)
    sqlite3_finalize (statements[i]);
  sqlite3_close (db);
  report ("bare SQLite, a month", times, rows);
}

int
main (int    argc,
      char **argv)
{
  Fixture fixture = { 0 };
  double p95;

  fixture_set_up (&fixture, NULL);
  fill_database (fixture.path);
  measure_bare (fixture.path);
  p95 = measure_store (fixture.store, get_month, "the store, a month (aim 16 ms)");
  measure_store (fixture.store, get_empty_month, "the store, an empty month");
  fixture_tear_down (&fixture, NULL);

  return p95 <= AIM_MS ? 0 : 1;
}
