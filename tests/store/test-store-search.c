/* test-store-search.c — found by any word, as typed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "store-fixture.h"
#include "vlg-motion-details-load.h"
#include "vlg-search.h"
#include "vlg-similar.h"

static VlgMotion *
make (const char *number,
      const char *title,
      const char *resolution)
{
  VlgMotion *motion = vlg_motion_new ();
  g_autoptr (VlgMotionNumber) parsed = vlg_motion_number_parse (number, NULL);

  vlg_motion_set_number (motion, parsed);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, title);
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, resolution);
  return motion;
}

/* Keys 1 to 4 in this order. */
static void
fill (Fixture *fixture)
{
  g_autoptr (VlgMotion) first = make ("BV/422/2017/I-OB", "Integrationskonzept der Stadt", "Der Stadtrat beschließt das Konzept.");
  g_autoptr (VlgMotion) second = make ("BV/007/2019", "Neubau der Brücke", "Die Große Straße wird gesperrt.");
  g_autoptr (VlgMotion) third = make ("FV/007/2019/LBF/GR", "Öffnung des Museums", "Das Museum AND die Oper öffnen.");
  g_autoptr (VlgMotion) fourth = make ("2015/0288-1", "Haushalt", "Beschluss nach § 100.");
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();
  VlgMotion *motions[] = { first, second, third, fourth };

  vlg_annex_set_title (annex, "Lageplan");
  vlg_annex_set_text (annex, "Vom Kornhaus bis zur Elbe.");
  g_list_store_append (vlg_motion_get_annexes (second), annex);
  vlg_consultation_set_body (row, "Jugendhilfeausschuss");
  g_list_store_append (vlg_motion_get_consultations (third), row);
  for (guint i = 0; i < G_N_ELEMENTS (motions); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (fixture_insert (fixture, motions[i], "imported", &error), ==, i + 1);
      g_assert_no_error (error);
    }
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *words; const char *ids; } cases[] = {
    { "brücke", "2" }, { "BRUCKE", "2" }, { "brück", "2" },
    { "strasse", "2" }, { "Straße", "2" }, { "STRASSE", "2" }, { "STRAẞE", "2" }, { "grosse straß", "2" }, { "beschliesst", "1" },
    { "konzept", "1" }, { "integrations", "1" }, { "tegrat", "1" }, { "konzept stadtrat", "1" }, { "konzept museum", "" },
    { "stadt", "1" }, { "ff", "" }, { "öf", "3" }, { "of", "3" },
    { "422", "1" }, { "BV/422/2017", "1" }, { "bv/422/2017/i-ob", "1" }, { "007", "3 2" }, { "007/2019", "3 2" }, { "LBF/GR", "3" },
    { "0288", "4" }, { "2015/0288-1", "4" }, { "§ 100", "4" },
    { "kornhaus", "2" }, { "lageplan", "2" }, { "jugendhilfe", "3" },
    { "museum and", "3" }, { "museum OR haushalt", "" }, { "NOT", "" }, { "\"", "4 3 2 1" }, { "\"museum", "3" }, { "mus\"eum", "" },
    { "*", "4 3 2 1" }, { "museum*", "3" }, { "title:museum", "" }, { "title : museum", "" }, { "NEAR(museum oper)", "" }, { "^museum", "3" }, { "{museum}", "3" },
    { "(museum", "3" }, { "muse-", "3" }, { "'; DROP TABLE motion; --", "" }, { "\\", "4 3 2 1" }, { "  ", "4 3 2 1" }, { "", "4 3 2 1" },
    { "der", "2 1" }, { "d", "3 2 1" }, { "museum\tdas", "3" }, { "x\xff\xfey", "" },
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = fixture_search (fixture, cases[i].words);

      if (g_strcmp0 (ids, cases[i].ids) != 0)
        g_error ("“%s” finds “%s” instead of “%s”", cases[i].words, ids, cases[i].ids);
    }
}

typedef struct {
  gint64 id;
  const char *words;
} Question;

static gpointer
details_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Question *question = data;
  g_autoptr (VlgSoughtWords) words = vlg_sought_words_new (question->words);

  return vlg_motion_details_load (db, &question->id, 1, words, cancellable, error);
}

/* Wherever the index found it, the place is shown; what number and title say is marked there. */
static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { gint64 id; const char *words; const char *place; const char *excerpt; const char *title; } cases[] = {
    { 2, "strasse", "Resolution", "Die Große <b>Straße</b> wird gesperrt.", NULL },
    { 2, "brücke gesp", "Resolution", "Die Große Straße wird <b>gesp</b>errt.", "Neubau der <b>Brücke</b>" },
    { 2, "kornhaus", "Annex", "Vom <b>Kornhaus</b> bis zur Elbe.", NULL },
    { 2, "lageplan gesperrt", "Resolution", "Die Große Straße wird <b>gesperrt</b>. Annex: <b>Lageplan</b>", NULL },
    { 3, "jugendhilfe", "Consultation sequence", "<b>Jugendhilfe</b>ausschuss", NULL },
    { 1, "tegrat", NULL, NULL, "In<b>tegrat</b>ionskonzept der Stadt" },
    { 1, "konzept", NULL, NULL, "Integrations<b>konzept</b> der Stadt" },
    { 1, "gibtesnicht", NULL, NULL, NULL },
    { 1, "", NULL, NULL, NULL },
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Question question = { cases[i].id, cases[i].words };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) all = vlg_store_read (fixture->store, details_job, &question, NULL, &error);
      const VlgMotionDetailsRecord *record;

      g_assert_no_error (error);
      g_assert_cmpuint (all->len, ==, 1);
      record = vlg_motion_details_get_record (all->pdata[0]);
      if (g_strcmp0 (record->place, cases[i].place) != 0 || g_strcmp0 (record->excerpt, cases[i].excerpt) != 0 || g_strcmp0 (record->title_markup, cases[i].title) != 0)
        g_error ("“%s” gives “%s: %s” and “%s”", cases[i].words, record->place, record->excerpt, record->title_markup);
    }
}

/* A row that is gone is left out, and a read that is given up says so. */
static void
test_places_given_up (Fixture       *fixture,
                      gconstpointer  data)
{
  Question question = { 99, "museum" };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = NULL;

  fill (fixture);
  none = vlg_store_read (fixture->store, details_job, &question, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  question.id = 1;
  g_cancellable_cancel (cancellable);
  g_assert_null (vlg_store_read (fixture->store, details_job, &question, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whatever is typed, there is never an error. */
static void
test_noise (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const parts[] = { "\"", "*", "AND", "OR", "NOT", "NEAR", "(", ")", "+", "-", ":", "^", "{", "}", "ß", "ä", "konzept", "1", " ", "/", "\\", ",", "\xcc\x88", "\xe2\x80\x9c" };

  fill (fixture);
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autofree char *ids = NULL;

      for (guint n = g_test_rand_int_range (1, 12); n > 0; n--)
        g_string_append (words, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      ids = fixture_search (fixture, words->str);
      g_assert_nonnull (ids);
    }
}

static void
test_long_query (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GString) words = g_string_new ("konzept");
  g_autofree char *ids = NULL;

  fill (fixture);
  for (guint i = 0; i < 5000; i++)
    g_string_append (words, " stadt");
  ids = fixture_search (fixture, words->str);
  g_assert_cmpstr (ids, ==, "1");
}

static void
test_follows_changes (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = make ("BV/001/2020", "Alter Titel", "Erster Wortlaut.");
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  fixture_insert (fixture, motion, "imported", &error);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Neuer Titel");
  g_assert_true (fixture_update (fixture, motion, &error));
  old = fixture_search (fixture, "alter");
  new = fixture_search (fixture, "neuer");
  g_assert_cmpstr (old, ==, "");
  g_assert_cmpstr (new, ==, "1");
}

/* A long text is indexed when the writer is idle. */
static void
test_follows_when_idle (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = make ("BV/001/2020", "Titel", "Erster Wortlaut.");
  g_autoptr (GString) text = g_string_new ("Quittenmarmelade");
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  fixture_insert (fixture, motion, "imported", &error);
  for (guint i = 0; i < 20000; i++)
    g_string_append (text, " Beratung");
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, text->str);
  g_assert_true (fixture_update (fixture, motion, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 200 && g_strcmp0 (found, "1") != 0; i++)
    {
      g_usleep (50 * 1000);
      g_free (found);
      found = fixture_search (fixture, "quitten");
    }
  g_assert_cmpstr (found, ==, "1");
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM search_pending"), ==, 0);
}

static gpointer
slow_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgStatement *row = vlg_db_prepare (db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n", error);

  *(gint *) data = 1;
  vlg_statement_step (row, error);
  return NULL;
}

typedef struct {
  GMainLoop *loop;
  GError *error;
} Waiting;

static void
slow_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Waiting *waiting = user_data;

  vlg_store_run_finish (VLG_STORE (source), result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* A query without end is stopped by its cancellable; the reader goes on with the next one. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { loop, NULL };
  g_autofree char *ids = NULL;
  gint started = 0;

  fill (fixture);
  vlg_store_read_async (fixture->store, slow_job, &started, NULL, NULL, cancellable, slow_cb, &waiting);
  g_timeout_add (100, cancel_cb, cancellable);
  g_main_loop_run (loop);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (started, ==, 1);
  g_clear_error (&waiting.error);

  ids = fixture_search (fixture, "museum");
  g_assert_cmpstr (ids, ==, "3");

  /* One that is cancelled before its turn does not run. */
  started = 0;
  vlg_store_read (fixture->store, slow_job, &started, cancellable, &waiting.error);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (started, ==, 0);
  g_clear_error (&waiting.error);
}

static gpointer
writing_read_job (VlgDb         *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "DELETE FROM motion", error);

  return GINT_TO_POINTER (statement != NULL && vlg_statement_execute (statement, error));
}

static void
test_reader_only_reads (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_null (vlg_store_read (fixture->store, writing_read_job, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion"), ==, 4);
}

static gpointer
ask_often (gpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *ids = fixture_search (data, "007");

      g_assert_cmpstr (ids, ==, "3 2");
    }
  return NULL;
}

/* Callers that wait read in their own threads, on the one connection there is for reading, while its own thread is asked too. */
static void
test_many_readers (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { loop, NULL };
  GThread *threads[4];
  gint started = 0;

  fill (fixture);
  vlg_store_read_async (fixture->store, slow_job, &started, NULL, NULL, cancellable, slow_cb, &waiting);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("asks", ask_often, fixture);
  g_timeout_add (20, cancel_cb, cancellable);
  g_main_loop_run (loop);
  /* The cancelling stopped the one it was meant for. */
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&waiting.error);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

typedef struct {
  const char *text;
  const char *uid;
} Alike;

static gpointer
similar_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Alike *alike = data;

  return vlg_similar_find (db, alike->text, alike->uid, cancellable, error);
}

static char *
find_similar (Fixture    *fixture,
              const char *text,
              const char *uid)
{
  Alike alike = { text, uid };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) similar = vlg_store_read (fixture->store, similar_job, &alike, NULL, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < similar->len; i++)
    {
      const VlgSimilarMotion *motion = similar->pdata[i];

      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", motion->title);
      for (guint j = 0; j < motion->marks->len; j++)
        {
          g_autofree char *goals = g_strjoinv ("+", (char **) vlg_mark_get_goals (motion->marks->pdata[j]));

          g_string_append_printf (out, " [%s %s]", vlg_mark_get_field (motion->marks->pdata[j]), goals);
        }
    }

  return g_string_free (out, FALSE);
}

static VlgMotion *
insert_decided (Fixture    *fixture,
                const char *number,
                const char *title,
                const char *field,
                const char *code)
{
  VlgMotion *motion = make (number, title, "Der Stadtrat beschließt das Vorhaben.");
  g_autoptr (VlgMark) mark = field != NULL ? vlg_mark_new (field) : NULL;
  g_autoptr (GError) error = NULL;
  const char *goals[] = { code, "Z09", NULL };

  vlg_motion_set_relevance (motion, mark != NULL ? VLG_RELEVANCE_RELEVANT : VLG_RELEVANCE_NOT_RELEVANT);
  if (mark != NULL)
    {
      vlg_mark_set_ticked (mark, TRUE);
      vlg_mark_set_goals (mark, goals);
      g_list_store_append (vlg_motion_get_marks (motion), mark);
    }
  fixture_insert (fixture, motion, "imported", &error);
  g_assert_no_error (error);

  return motion;
}

/* The rare words count, folded as in the index; the motion itself, undecided ones and those without a shared word are not there. */
static void
test_similar (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (VlgMotion) bridge = NULL;
  g_autoptr (VlgMotion) other = NULL;
  g_autoptr (VlgMotion) budget = NULL;
  g_autofree char *alike = NULL;
  g_autofree char *without = NULL;
  g_autofree char *none = NULL;
  g_autofree char *odd = NULL;

  fill (fixture);
  bridge = insert_decided (fixture, "BV/101/2020", "Sanierung der Brücke am Mühlgraben", "traffic", "S02");
  other = insert_decided (fixture, "BV/102/2020", "Neubau der Mühlgrabenbrücke und Sanierung der Brücke", "traffic", "S03");
  budget = insert_decided (fixture, "BV/103/2020", "Haushaltssatzung", NULL, NULL);
  alike = find_similar (fixture, "SANIERUNG einer Bruecke am Mühlgraben; Brücke \"NEAR(", NULL);
  g_assert_cmpstr (alike, ==, "Sanierung der Brücke am Mühlgraben [traffic S02+Z09], Neubau der Mühlgrabenbrücke und Sanierung der Brücke [traffic S03+Z09]");
  without = find_similar (fixture, "Haushaltssatzung", vlg_motion_get_uid (budget));
  g_assert_cmpstr (without, ==, "");
  none = find_similar (fixture, "Kindergarten", NULL);
  g_assert_cmpstr (none, ==, "");
  odd = find_similar (fixture, "„…“ – § 5 ''", NULL);
  g_assert_cmpstr (odd, ==, "");
}

static gpointer
count_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT count (*) FROM motion_text", error);

  g_assert_true (row != NULL && vlg_statement_step (row, error));
  g_assert_cmpint (vlg_statement_get_int (row, 0), ==, 4);

  return NULL;
}

static gpointer
ask_until_closed (gpointer data)
{
  VlgStore *store = data;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (error == NULL)
    {
      vlg_store_read (store, count_job, NULL, NULL, &error);
      n++;
    }
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FAILED);

  return GUINT_TO_POINTER (n);
}

/* Closed while callers read in their own threads and others wait for their turn: each gets an answer or is told. */
static void
test_closed_meanwhile (Fixture       *fixture,
                       gconstpointer  data)
{
  fill (fixture);
  for (guint i = 0; i < 20; i++)
    {
      GThread *threads[6];
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        threads[j] = g_thread_new ("reader", ask_until_closed, fixture->store);
      g_usleep (5000);
      g_assert_true (vlg_store_close (fixture->store, &error));
      g_assert_no_error (error);
      for (guint j = 0; j < G_N_ELEMENTS (threads); j++)
        g_thread_join (threads[j]);
      fixture_reopen (fixture);
    }
}

typedef struct {
  GCancellable *cancellable;
  guint n_tested;
} GivingUp;

static gboolean
give_up (gint64     id,
         gpointer   data,
         GError   **error)
{
  GivingUp *giving_up = data;

  giving_up->n_tested++;
  g_cancellable_cancel (giving_up->cancellable);

  return FALSE;
}

static gpointer
rank_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  GivingUp *giving_up = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return GINT_TO_POINTER (vlg_search_rank (db, "Brücke Kornhaus Museum", give_up, giving_up, 5, ids, giving_up->cancellable, error));
}

/* Each row that shares a word is looked at by itself; nobody waits for thousands of such looks. */
static void
test_rank_given_up (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GivingUp giving_up = { cancellable, 0 };

  fill (fixture);
  vlg_store_read (fixture->store, rank_job, &giving_up, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (giving_up.n_tested, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/search/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("words", test_words);
  ADD ("places", test_places);
  ADD ("places-given-up", test_places_given_up);
  ADD ("noise", test_noise);
  ADD ("long-query", test_long_query);
  ADD ("follows-changes", test_follows_changes);
  ADD ("follows-when-idle", test_follows_when_idle);
  ADD ("similar", test_similar);
  ADD ("rank-given-up", test_rank_given_up);
  ADD ("cancel", test_cancel);
  ADD ("many-readers", test_many_readers);
  ADD ("reader-only-reads", test_reader_only_reads);
  ADD ("closed-meanwhile", test_closed_meanwhile);
#undef ADD

  return g_test_run ();
}
