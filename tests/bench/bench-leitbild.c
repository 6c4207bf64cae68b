/* bench-leitbild.c — the Leitbild's figures beside the same statements through bare SQLite, and suggestions
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sqlite3.h>

#include "store-fixture.h"
#include "vlg-leitbild-figures.h"
#include "vlg-similar.h"

#define N_MOTIONS 100000
#define N_RUNS 15

/* Twenty years of an office: every third motion not relevant, the others with one or two fields and their goals; titles and texts of words that are as rare as real ones. */
static const char * const fill[] = {
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) "
  "INSERT INTO motion (id, uid, number_key, kind, stage, visibility, relevance, title, title_key, submitter, responsible, state, state_rank, revision, created_at, changed_at, "
  "                    drafted_on, counted_on) "
  "SELECT i, 'uid-' || i, '', 'BV', 'released', 'public', CASE WHEN i % 3 = 0 THEN 'not-relevant' ELSE 'relevant' END, "
  "       'Sanierung Objekt' || (i % 4000) || ' im Stadtteil Quartier' || (i % 300), '', 'Amt', 'Amt ' || (i % 80), 'adopted', 3 + i % 5, 1, i, i, "
  "       date ('2006-01-01', (i * 7300 / ?1) || ' days'), date ('2006-01-01', (i * 7300 / ?1) || ' days') FROM n",
  "INSERT INTO mark (uid, motion_id, position, field, ticked, rationale) SELECT 'a' || id, id, 0, 'field-' || (id % 6), 1, '' FROM motion WHERE id % 3 <> 0",
  "INSERT INTO mark (uid, motion_id, position, field, ticked, rationale) SELECT 'b' || id, id, 1, 'other-' || (id % 6), 1, '' FROM motion WHERE id % 6 = 1",
  "INSERT INTO mark_goal (mark_id, position, code) SELECT id, 0, char (65 + id % 6) || '0' || (motion_id % 9) FROM mark",
  "INSERT INTO search (rowid, number, title, text, tails) SELECT id, '', title, "
  "       'Der Stadtrat der Stadt beschließt die Sanierung von Objekt' || (id % 4000) || ' nach Vorlage ' || (id % 977) || printf ('%.*c', 4000, 'x'), '' FROM motion",
};

static const char * const bare[] = {
  "SELECT m.counted_on, m.state_rank, m.relevance, count(*) FROM motion m "
  "WHERE m.trashed = 0 AND m.counted_on BETWEEN '2006-01-01' AND '2026-12-31' AND ((1 << m.state_rank) & 4090) <> 0 GROUP BY 1, 2, 3",
  "SELECT m.counted_on, m.state_rank, k.field, g.position, g.code FROM motion m JOIN mark k ON k.motion_id = m.id LEFT JOIN mark_goal g ON g.mark_id = k.id "
  "WHERE m.trashed = 0 AND m.counted_on BETWEEN '2006-01-01' AND '2026-12-31' AND ((1 << m.state_rank) & 4090) <> 0 AND m.relevance <> 'not-relevant' AND k.ticked = 1",
};

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *one = a;
  const double *other = b;

  return *one < *other ? -1 : *one > *other;
}

static double
median (double *times)
{
  qsort (times, N_RUNS, sizeof *times, compare);

  return times[N_RUNS / 2];
}

static void
fill_database (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 10000);
  for (guint i = 0; i < G_N_ELEMENTS (fill); i++)
    {
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, fill[i], -1, &statement, NULL), ==, SQLITE_OK);
      if (sqlite3_bind_parameter_count (statement) > 0)
        sqlite3_bind_int (statement, 1, N_MOTIONS);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);
}

static double
run_bare (sqlite3 *db)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (bare); i++)
    {
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, bare[i], -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        ;
      sqlite3_finalize (statement);
    }

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static gpointer
count_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return vlg_leitbild_figures_count (db, data, NULL, error);
}

/* Under a revised catalogue: each of six fields with nine goals, each of which stands for another. */
static VlgLeitbild *
revised (void)
{
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *key = g_strdup_printf ("field-%u", i);
      g_autofree char *old_key = g_strdup_printf ("other-%u", i);
      const char *old_keys[] = { old_key, NULL };
      GPtrArray *goals = g_ptr_array_new ();

      for (guint j = 0; j < 9; j++)
        {
          g_autofree char *code = g_strdup_printf ("%c9%u", 'A' + i, j);
          g_autofree char *old = g_strdup_printf ("%c0%u", 'A' + i, j);
          const char *codes[] = { old, NULL };
          VlgGoal *goal = vlg_goal_new (code, "");

          vlg_goal_set_replaces (goal, codes);
          g_ptr_array_add (goals, goal);
        }
      g_ptr_array_add (fields, vlg_action_field_new_replacing (key, key, "", "", goals, old_keys));
    }

  return vlg_leitbild_new (fields);
}

static gpointer
follow_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (VlgLeitbild) leitbild = revised ();
  VlgLeitbildReport *report = vlg_leitbild_figures_count (db, data, leitbild, error);

  if (report != NULL)
    vlg_leitbild_report_complete (report, leitbild);

  return report;
}

static gpointer
similar_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return vlg_similar_find (db, data, NULL, cancellable, error);
}

static gboolean
bench_report (Fixture     *fixture,
              VlgStoreJob  job,
              const char  *what)
{
  VlgLeitbildQuery query = { vlg_day_new (2006, 1, 1), vlg_day_new (2026, 12, 31), VLG_REPORT_YEARS, NULL, 0 };
  double ours[N_RUNS], theirs[N_RUNS], our_time, their_time;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA cache_size = -16000; PRAGMA query_only = 1", NULL, NULL, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (VlgLeitbildReport) report = vlg_store_read (fixture->store, job, &query, NULL, &error);

      ours[i] = (double) (g_get_monotonic_time () - start) / 1000;
      g_assert_no_error (error);
      g_assert_cmpuint (report->total.n_motions, ==, N_MOTIONS);
      theirs[i] = run_bare (db);
    }
  sqlite3_close (db);
  our_time = median (ours);
  their_time = median (theirs);
  g_print ("# figures of %u motions%s: median %.1f ms, bare %.1f ms, ratio %.2f (aim 150 ms)\n", N_MOTIONS, what, our_time, their_time, our_time / their_time);

  return our_time <= 150;
}

static gboolean
bench_suggestion (Fixture *fixture)
{
  double ours[N_RUNS], middle;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Sanierung von Objekt%u im Stadtteil Quartier%u. Der Stadtrat beschließt die Sanierung nach Vorlage %u.", i * 37, i * 11, i * 53);
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) similar = vlg_store_read (fixture->store, similar_job, text, NULL, &error);

      ours[i] = (double) (g_get_monotonic_time () - start) / 1000;
      g_assert_no_error (error);
      g_assert_cmpuint (similar->len, ==, VLG_N_SIMILAR);
    }
  middle = median (ours);
  g_print ("# suggestion among %u motions: median %.1f ms, longest %.1f ms (aim 50 ms)\n", N_MOTIONS, middle, ours[N_RUNS - 1]);

  return middle <= 50;
}

int
main (void)
{
  Fixture fixture = { NULL };
  gboolean met;

  fixture_set_up (&fixture, NULL);
  fill_database (fixture.path);
  met = bench_report (&fixture, count_job, "");
  met = bench_report (&fixture, follow_job, " under a revised catalogue") && met;
  met = bench_suggestion (&fixture) && met;
  fixture_tear_down (&fixture, NULL);

  return met ? 0 : 1;
}
