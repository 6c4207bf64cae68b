/* bench-store.c — the store beside bare SQLite: insertion, the list's first page, each keystroke of a search
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "bench-rows.h"
#include "store-fixture.h"

#define PAGE 64
#define ROUNDS 40

static guint
number_from_env (const char *name,
                 guint       fallback)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) strtoul (text, NULL, 10) : fallback;
}

/* Seconds of processor, user and system, of all threads: what is left to compare on a machine that is busy with other things. */
static double
processor_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* What one job inserts. */
typedef struct {
  VlgMotion **motions;
  guint n;
  VlgActor *actor;
} Load;

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Load *load = data;

  for (guint i = 0; i < load->n; i++)
    if (vlg_motions_insert (db, load->motions[i], NULL, load->actor, "imported", error) == 0)
      return NULL;
  return NULL;
}

typedef struct {
  guint left;
} Pipeline;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Pipeline *pipeline = user_data;
  g_autoptr (GError) error = NULL;

  vlg_store_run_finish (VLG_STORE (source), result, &error);
  g_assert_no_error (error);
  pipeline->left--;
}

/* Seconds for all of @motions in jobs of @per_job; @queued of them are under way at a time. */
static double
insert_all (Fixture    *fixture,
            VlgMotion **motions,
            guint       n,
            guint       per_job,
            guint       queued)
{
  gint64 start = g_get_monotonic_time ();
  Pipeline pipeline = { 0 };

  for (guint i = 0; i < n; i += per_job)
    {
      Load *load = g_new0 (Load, 1);

      load->motions = motions + i;
      load->n = MIN (per_job, n - i);
      load->actor = fixture->actor;
      pipeline.left++;
      vlg_store_write_async (fixture->store, load_job, load, g_free, NULL, NULL, loaded_cb, &pipeline);
      while (pipeline.left >= queued)
        g_main_context_iteration (NULL, TRUE);
    }
  while (pipeline.left > 0)
    g_main_context_iteration (NULL, TRUE);
  return (g_get_monotonic_time () - start) / 1e6;
}

static void
bench_insertion (guint n)
{
  /* What waits for the disk with every motion needs fewer of them to be told. */
  static const struct { guint per_job; guint queued; guint share; } ways[] = { { 1, 1, 20 }, { 1, 64, 20 }, { 100, 2, 1 } };

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      g_autoptr (GPtrArray) motions = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (BenchRows) rows = NULL;
      Fixture fixture = { NULL };
      double ours, bare, our_time, bare_time;
      guint n_here = MAX (n / ways[way].share, 1);

      for (guint i = 0; i < n_here; i++)
        g_ptr_array_add (motions, fixture_motion (i));
      fixture_set_up (&fixture, NULL);
      our_time = processor_time ();
      ours = insert_all (&fixture, (VlgMotion **) motions->pdata, n_here, ways[way].per_job, ways[way].queued);
      our_time = processor_time () - our_time;
      rows = bench_rows_read (fixture.path);
      fixture_tear_down (&fixture, NULL);

      fixture_set_up (&fixture, NULL);
      vlg_store_close (fixture.store, NULL);
      bare_time = processor_time ();
      bare = bench_rows_write (rows, fixture.path, ways[way].per_job);
      bare_time = processor_time () - bare_time;
      fixture_tear_down (&fixture, NULL);

      g_print ("# insertion of %u motions, %3u a transaction%s: %6.2f s, bare SQLite %6.2f s, ratio %.2f; processor %.2f s, %.2f s, ratio %.2f\n", n_here, ways[way].per_job,
               ways[way].per_job == 1 && ways[way].queued > 1 ? " (queued: the store shares commits, bare does not)" : "", ours, bare, ours / bare,
               our_time, bare_time, our_time / bare_time);
    }
}

static gpointer
page_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const VlgMotionQuery *query = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!vlg_motions_query_first_ids (db, query, PAGE, ids, cancellable, error))
    return NULL;
  return vlg_motions_load_summaries (db, (const gint64 *) ids->data, ids->len, error);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
one_page (Fixture        *fixture,
          VlgMotionQuery *query,
          guint          *n)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) page = vlg_store_read (fixture->store, page_job, query, NULL, &error);

  g_assert_no_error (error);
  *n = page->len;
  return (g_get_monotonic_time () - start) / 1e3;
}

static void
paged_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GPtrArray **page = user_data;
  g_autoptr (GError) error = NULL;

  *page = vlg_store_run_finish (VLG_STORE (source), result, &error);
  g_assert_no_error (error);
}

/* As the window asks: to the reader's thread and back into the main loop. On a machine with nothing else to do it is waking them that takes the time. */
static double
one_turn (Fixture        *fixture,
          VlgMotionQuery *query)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) page = NULL;

  vlg_store_read_async (fixture->store, page_job, query, NULL, NULL, NULL, paged_cb, &page);
  while (page == NULL)
    g_main_context_iteration (NULL, TRUE);
  return (g_get_monotonic_time () - start) / 1e3;
}

static double
one_bare (sqlite3_stmt *statement,
          const char   *expression,
          guint        *n)
{
  gint64 start = g_get_monotonic_time ();

  *n = 0;
  if (expression != NULL)
    sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < 7; i++)
        sqlite3_column_text (statement, i);
      (*n)++;
    }
  sqlite3_reset (statement);
  return (g_get_monotonic_time () - start) / 1e3;
}

typedef struct {
  GArray *ours;
  GArray *bare;
  GArray *turns;   /* ours through the main loop */
} Times;

static Times
times_new (void)
{
  return (Times) { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)) };
}

static void
times_clear (Times *times)
{
  g_array_unref (times->ours);
  g_array_unref (times->bare);
  g_array_unref (times->turns);
}

static void
report (const char *name,
        Times      *times,
        guint       n_rows)
{
  double *ours = (double *) times->ours->data, *bare = (double *) times->bare->data, *turns = (double *) times->turns->data;
  guint n = times->ours->len;

  g_array_sort (times->ours, compare);
  g_array_sort (times->bare, compare);
  g_array_sort (times->turns, compare);
  g_print ("# %-34s %3u rows  median %7.3f ms  p95 %7.3f ms   bare %7.3f / %7.3f ms   ratio %.2f / %.2f   through the main loop %7.3f / %7.3f ms\n", name, n_rows,
           ours[n / 2], ours[n * 95 / 100], bare[n / 2], bare[n * 95 / 100], ours[n / 2] / bare[n / 2], ours[n * 95 / 100] / bare[n * 95 / 100],
           turns[n / 2], turns[n * 95 / 100]);
}

#define COLUMNS "m.id, m.uid, m.number, m.title, m.state, m.visibility, m.next_day"

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  return statement;
}

/* What the store asks for @words, so that both sides answer the same question. */
char *vlg_search_express (const char *words);

static void
bench_query (Fixture        *fixture,
             sqlite3        *bare,
             VlgMotionQuery *query,
             const char     *name,
             Times          *all)
{
  const char *sql = query->words == NULL
    ? "SELECT " COLUMNS " FROM motion m WHERE m.trashed = 0 ORDER BY m.changed_at DESC, m.id DESC LIMIT 64"
    : "SELECT " COLUMNS " FROM search s JOIN motion m ON m.id = s.rowid WHERE search MATCH ? ORDER BY s.rowid DESC LIMIT 64";
  sqlite3_stmt *statement = prepare (bare, sql);
  g_autofree char *expression = query->words != NULL ? vlg_search_express (query->words) : NULL;
  Times times = times_new ();
  guint n_rows = 0, n_bare = 0;

  /* In turns, so that both see the same machine. */
  for (guint i = 0; i < ROUNDS; i++)
    {
      double ours = one_page (fixture, query, &n_rows);
      double theirs = one_bare (statement, expression, &n_bare);
      double turn = one_turn (fixture, query);

      g_assert_cmpuint (n_rows, ==, n_bare);
      g_array_append_val (times.ours, ours);
      g_array_append_val (times.bare, theirs);
      g_array_append_val (times.turns, turn);
      g_array_append_val (all->ours, ours);
      g_array_append_val (all->bare, theirs);
      g_array_append_val (all->turns, turn);
    }
  report (name, &times, n_rows);
  sqlite3_finalize (statement);
  times_clear (&times);
}

/* The next motions are made while the writer's thread stores those before. */
static void
fill (Fixture *fixture,
      guint    n)
{
  g_autoptr (GPtrArray) stored = NULL;
  Load load = { .actor = fixture->actor };
  Pipeline pipeline = { 0 };

  for (guint i = 0; i < n; i += 1000)
    {
      g_autoptr (GPtrArray) motions = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint j = i; j < MIN (i + 1000, n); j++)
        g_ptr_array_add (motions, fixture_motion (j));
      while (pipeline.left > 0)
        g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&stored, g_ptr_array_unref);
      stored = g_steal_pointer (&motions);
      load.motions = (VlgMotion **) stored->pdata;
      load.n = stored->len;
      pipeline.left++;
      vlg_store_write_async (fixture->store, load_job, &load, NULL, NULL, NULL, loaded_cb, &pipeline);
    }
  while (pipeline.left > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
bench_search (Fixture *fixture)
{
  static const char * const typed[] = { "integrationskonzept", "museum", "straße brücke", "konzept", "museum konz", "bv/422/20" };
  VlgMotionQuery query = { NULL };
  Times page = times_new (), keys = times_new ();
  sqlite3 *bare = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &bare, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_exec (bare, "PRAGMA cache_size = -16000; PRAGMA query_only = 1", NULL, NULL, NULL);
  sqlite3_db_config (bare, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  bench_query (fixture, bare, &query, "first page", &page);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      for (const char *end = typed[i]; *end != '\0';)
        {
          g_autofree char *words = NULL;
          g_autofree char *name = NULL;

          end = g_utf8_next_char (end);
          words = g_strndup (typed[i], end - typed[i]);
          name = g_strdup_printf ("search “%s”", words);
          query.words = words;
          bench_query (fixture, bare, &query, name, &keys);
        }
    }
  report ("all keystrokes", &keys, 0);

  sqlite3_close (bare);
  times_clear (&page);
  times_clear (&keys);
}

/* The motions of store-fixture.c are alike: these differ as an office's do. */
static void
spread (Fixture *fixture)
{
  static const char * const sql[] = {
    "UPDATE motion SET kind = CASE WHEN id % 10 < 7 THEN 'BV' WHEN id % 10 < 9 THEN 'IV' ELSE 'FV' END, responsible = 'Amt ' || (id % 80), year = 2005 + id / 5000, "
    "  origin = 'II-' || (id % 50), findings = id % 4, created_by = 1000 + id % 12, changed_by = 1000 + id % 13, "
    "  state_rank = CASE WHEN id > 99900 THEN 0 WHEN id > 99800 THEN 1 WHEN id > 99500 THEN 4 ELSE 5 END",
    "UPDATE consultation SET body = CASE WHEN id % 3 = 0 THEN 'Stadtrat' ELSE 'Ausschuss ' || (id % 40) END",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture_execute (fixture, sql[i], &error);
      g_assert_no_error (error);
    }
}

/* Each first page is to come within 10 ms, also where the filter lets nothing pass, or only what is at the far end of the order. */
static void
bench_filters (Fixture *fixture)
{
  static const struct { const char *terms; VlgMotionOrder order; const char *words; } cases[] = {
    { "{\"state\":\"draft,returned\"}", VLG_MOTION_ORDER_NEWEST, NULL },
    { "{\"state\":\"adopted\"}", VLG_MOTION_ORDER_NEWEST, NULL },
    { "{\"kind\":\"FV\"}", VLG_MOTION_ORDER_TITLE, NULL },
    { "{\"year\":\"2005\"}", VLG_MOTION_ORDER_NEWEST, NULL },
    { "{\"year\":\"2005\"}", VLG_MOTION_ORDER_NUMBER, NULL },
    { "{\"body\":\"Stadtrat\"}", VLG_MOTION_ORDER_NEWEST, NULL },
    { "{\"body\":\"Ausschuss 7\"}", VLG_MOTION_ORDER_NEWEST, NULL },
    { "{\"origin\":\"II-9\",\"kind\":\"BV\"}", VLG_MOTION_ORDER_TITLE, NULL },
    { "{\"responsible\":\"Amt 7\",\"year\":\"2010\"}", VLG_MOTION_ORDER_NEWEST, NULL },
    { "{\"due\":\"week\"}", VLG_MOTION_ORDER_NEWEST, NULL },
    { "{\"due\":\"next-meeting\"}", VLG_MOTION_ORDER_NEXT_DAY, NULL },
    { "{\"mine\":\"yes\",\"findings\":\"yes\"}", VLG_MOTION_ORDER_NEWEST, NULL },
    { "{\"to_sign\":\"yes\"}", VLG_MOTION_ORDER_NEWEST, NULL },
    { "{\"kind\":\"nothing\"}", VLG_MOTION_ORDER_NEWEST, NULL },
    { "{\"state\":\"draft\"}", VLG_MOTION_ORDER_NEWEST, "konzept" },
    { "{\"kind\":\"BV\"}", VLG_MOTION_ORDER_NEWEST, "museum" },
  };

  spread (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_from_text (cases[i].terms, NULL);
      VlgMotionQuery query = { .words = cases[i].words, .order = cases[i].order, .filter = filter, .login = 1003 };
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
      guint n_rows = 0;

      for (guint round = 0; round < ROUNDS; round++)
        {
          double time = one_page (fixture, &query, &n_rows);

          g_array_append_val (times, time);
        }
      g_array_sort (times, compare);
      g_print ("# filter %s%s%s, order %u: %u rows  median %.3f ms  p95 %.3f ms\n", cases[i].terms, cases[i].words != NULL ? " and " : "",
               cases[i].words != NULL ? cases[i].words : "", cases[i].order, n_rows, g_array_index (times, double, ROUNDS / 2),
               g_array_index (times, double, ROUNDS * 95 / 100));
    }
}

int
main (int   argc,
      char *argv[])
{
  guint n = number_from_env ("VORLAGE_BENCH_MOTIONS", 100000);
  Fixture fixture = { NULL };
  gint64 start;

  setlocale (LC_ALL, "");

  bench_insertion (number_from_env ("VORLAGE_BENCH_INSERT", 10000));

  fixture_set_up (&fixture, NULL);
  start = g_get_monotonic_time ();
  fill (&fixture, n);
  g_print ("# %u motions, stored in %.0f s\n", n, (g_get_monotonic_time () - start) / 1e6);
  bench_search (&fixture);
  bench_filters (&fixture);
  fixture_tear_down (&fixture, NULL);
  return 0;
}
