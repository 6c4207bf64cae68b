/* store-fixture.c — motions and databases for the store's tests and benchmarks
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>

#include "vlg-journal.h"

static const char * const words[] = {
  "Straße", "Haushalt", "Integrationskonzept", "Spielplatz", "Bauleitplanung", "Grünfläche", "Feuerwehr", "Schulträger", "Kulturförderung", "Abwasser",
  "Beteiligung", "Stadtrat", "Sanierung", "Brücke", "Vergabe", "Satzung", "Gebühr", "Ortschaft", "Radverkehr", "Denkmal", "Museum", "Turnhalle",
  "Kindertagesstätte", "Klimaschutz", "Marktplatz", "Fördermittel", "Wirtschaftsplan", "Jahresabschluss", "Grundstück", "Verkauf",
};

void
fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        fixture_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("vorlage-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "office.db", NULL);
  self->actor = vlg_actor_new (1000, "Erika Muster");
  self->store = vlg_sqlite_store_open (self->path, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  g_assert_finalize_object (self->store);
  g_clear_object (&self->actor);
  fixture_remove_folder (self->folder);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}

void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (self->store);
  self->store = vlg_sqlite_store_open (self->path, &error);
  g_assert_no_error (error);
}

char *
fixture_number (guint n)
{
  return g_strdup_printf ("BV/%03u/%u/I-OB", n % 9000 + 1, 2001 + n / 9000);
}

/* A multiplicative hash: spread out, and the same on every machine. */
static guint
scatter (guint n,
         guint i)
{
  guint hash = (n * 2654435761u) ^ (i * 2246822519u);

  hash ^= hash >> 15;
  hash *= 3266489917u;
  return hash ^ (hash >> 13);
}

/* Words of a made-up language as often as words of a real one are (the tenth is ten times as rare as the first), and now and then one of ours. */
static void
append_word (GString *text,
             guint    hash)
{
  static const char * const syllables[] = {
    "be", "ge", "ver", "an", "stadt", "rat", "schu", "le", "bau", "lich", "keit", "ung", "en", "er", "mit", "tel", "grün", "haus", "weg", "plan", "zu", "satz",
    "wirt", "schaft", "kul", "tur", "was", "ser", "kin", "der", "gar", "ten", "stra", "ße", "brü", "cke", "mus", "eum", "ort", "teil",
  };
  guint64 u = hash % 4096;
  guint rank = u * u * u / (4096 * 4096);

  if ((hash >> 12) % 40 == 0)
    {
      g_string_append (text, words[(hash >> 18) % G_N_ELEMENTS (words)]);
      return;
    }
  g_string_append (text, syllables[rank % G_N_ELEMENTS (syllables)]);
  for (rank = rank * 7 / G_N_ELEMENTS (syllables) + rank; rank > 0; rank /= G_N_ELEMENTS (syllables))
    g_string_append (text, syllables[rank % G_N_ELEMENTS (syllables)]);
}

static char *
sentence (guint n,
          guint start,
          guint length)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    {
      if (i > 0)
        g_string_append (text, i % 7 == 6 ? " und die " : " ");
      append_word (text, scatter (n, start + i));
    }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static void
add_rows (VlgMotion *motion,
          guint      n)
{
  static const char * const bodies[] = { "Dienstberatung", "Hauptausschuss", "Stadtrat" };
  static const char * const goals[] = { "M01", "M02", NULL };
  g_autoptr (VlgMark) mark = vlg_mark_new ("culture");
  g_autoptr (VlgSignatory) mayor = vlg_signatory_new ("Erika Muster", "Oberbürgermeisterin", VLG_BLOCK_SUBMITTER, vlg_day_new (2014, 7, 1), VLG_DAY_NONE);
  g_autoptr (VlgMotionNumber) target = vlg_motion_number_parse ("BV/355/2021/II-DKT", NULL);
  g_autoptr (VlgRelation) relation = vlg_relation_new (VLG_RELATION_AMENDS, target);
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autofree char *text = sentence (n, 500, 60);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (VlgConsultation) row = vlg_consultation_new ();
      VlgVotes votes = { 12 + i, i, 0, VLG_VOTES_ABSENT, VLG_VOTES_ABSENT };

      vlg_consultation_set_body (row, bodies[i]);
      vlg_consultation_set_visibility (row, i == 0 ? VLG_VISIBILITY_NON_PUBLIC : VLG_VISIBILITY_PUBLIC);
      vlg_consultation_set_role (row, i == 2 ? VLG_ROLE_DECISION : VLG_ROLE_PRELIMINARY);
      vlg_consultation_set_day (row, vlg_day_new (2030 + n % 5, 1 + n % 12, 1 + i));
      if (i < 2)
        {
          vlg_consultation_set_votes (row, &votes);
          vlg_consultation_set_result (row, VLG_RESULT_RECOMMENDED);
          vlg_consultation_set_result_wording (row, "ungeändert empfohlen");
          vlg_consultation_set_confirmation (row, "Max Beispiel", "Vorsitzender", 1500000000000000 + n);
        }
      g_list_store_append (vlg_motion_get_consultations (motion), row);
    }

  vlg_mark_set_ticked (mark, TRUE);
  vlg_mark_set_goals (mark, goals);
  vlg_mark_set_rationale (mark, "stärkt das Museum");
  g_list_store_append (vlg_motion_get_marks (motion), mark);
  g_list_store_append (vlg_motion_get_signatories (motion), mayor);
  g_list_store_append (vlg_motion_get_relations (motion), relation);
  vlg_annex_set_number (annex, 1);
  vlg_annex_set_title (annex, "Begründung");
  vlg_annex_set_text (annex, text);
  vlg_annex_set_visibility (annex, VLG_VISIBILITY_PUBLIC);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
}

VlgMotion *
fixture_motion (guint n)
{
  VlgMotion *motion = vlg_motion_new ();
  g_autofree char *number_text = fixture_number (n);
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse (number_text, NULL);
  g_autofree char *title = sentence (n, 0, 6);
  g_autofree char *resolution = sentence (n, 10, 40);
  g_autofree char *reasoning = sentence (n, 100, 250);

  vlg_motion_set_number (motion, number);
  vlg_motion_set_stage (motion, VLG_STAGE_RELEASED);
  vlg_motion_set_visibility (motion, VLG_VISIBILITY_PUBLIC);
  vlg_motion_set_relevance (motion, VLG_RELEVANCE_RELEVANT);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, title);
  vlg_motion_set_text (motion, VLG_FIELD_SUBMITTER, "Die Oberbürgermeisterin");
  vlg_motion_set_text (motion, VLG_FIELD_RESPONSIBLE, "Amt für Kultur");
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, resolution);
  vlg_motion_set_text (motion, VLG_FIELD_LEGAL_BASIS, "§ 45 KVG LSA");
  vlg_motion_set_text (motion, VLG_FIELD_RELATED_RESOLUTIONS, "BV/355/2021/II-DKT");
  vlg_motion_set_text (motion, VLG_FIELD_EXPERT_OPINIONS, "keine");
  vlg_motion_set_text (motion, VLG_FIELD_PUBLICATION_NOTES, "Amtsblatt");
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, reasoning);
  vlg_motion_set_text (motion, VLG_FIELD_UNRECOGNISED, "Aktenzeichen 41-2");
  vlg_motion_set_received_on (motion, vlg_day_new (2029, 12, 1 + n % 28));
  add_rows (motion, n);
  return motion;
}

typedef struct {
  Fixture *fixture;
  VlgMotion *motion;
  const VlgMotionQuery *query;
  const char *text;
  gboolean flag;
  gint64 number;
} Call;

static gpointer
insert_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Call *call = data;

  call->number = vlg_motions_insert (db, call->motion, NULL, call->fixture->actor, call->text, error);
  return NULL;
}

gint64
fixture_insert (Fixture     *self,
                VlgMotion   *motion,
                const char  *deed,
                GError     **error)
{
  Call call = { .fixture = self, .motion = motion, .text = deed };

  vlg_store_write (self->store, insert_job, &call, NULL, error);
  return call.number;
}

static gpointer
update_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Call *call = data;

  return GINT_TO_POINTER (vlg_motions_update (db, call->motion, call->fixture->actor, error));
}

gboolean
fixture_update (Fixture    *self,
                VlgMotion  *motion,
                GError    **error)
{
  Call call = { .fixture = self, .motion = motion };

  return vlg_store_write (self->store, update_job, &call, NULL, error) != NULL;
}

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return vlg_motions_load (db, data, error);
}

VlgMotion *
fixture_load (Fixture     *self,
              const char  *uid,
              GError     **error)
{
  return vlg_store_read (self->store, load_job, (gpointer) uid, NULL, error);
}

static gpointer
trash_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Call *call = data;

  return GINT_TO_POINTER (vlg_motions_set_trashed (db, call->text, call->flag, call->fixture->actor, error));
}

gboolean
fixture_trash (Fixture     *self,
               const char  *uid,
               gboolean     trashed,
               GError     **error)
{
  Call call = { .fixture = self, .text = uid, .flag = trashed };

  return vlg_store_write (self->store, trash_job, &call, NULL, error) != NULL;
}

static gpointer
query_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Call *call = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GString *text;

  if (!vlg_motions_query_ids (db, call->query, ids, cancellable, error))
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i == 0 ? "" : " ", g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

char *
fixture_query (Fixture              *self,
               const VlgMotionQuery *query)
{
  g_autoptr (GError) error = NULL;
  Call call = { .fixture = self, .query = query };
  char *ids = vlg_store_read (self->store, query_job, &call, NULL, &error);

  g_assert_no_error (error);
  return ids;
}

char *
fixture_search (Fixture    *self,
                const char *typed)
{
  VlgMotionQuery query = { .words = typed };

  return fixture_query (self, &query);
}

static gpointer
journal_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  vlg_journal_verify (db, data, error);
  return NULL;
}

guint64
fixture_journal (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  guint64 n = 0;

  vlg_store_read (self->store, journal_job, &n, NULL, &error);
  g_assert_no_error (error);
  return n;
}

static gpointer
count_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Call *call = data;
  VlgStatement *row = vlg_db_prepare (db, call->text, error);

  if (row != NULL && vlg_statement_step (row, error))
    call->number = vlg_statement_get_int (row, 0);
  return NULL;
}

gint64
fixture_count (Fixture    *self,
               const char *sql)
{
  g_autoptr (GError) error = NULL;
  Call call = { .text = sql, .number = -1 };

  vlg_store_read (self->store, count_job, &call, NULL, &error);
  g_assert_no_error (error);
  return call.number;
}

static gpointer
execute_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  VlgStatement *statement = vlg_db_prepare (db, data, error);

  return GINT_TO_POINTER (statement != NULL && vlg_statement_execute (statement, error));
}

gboolean
fixture_execute (Fixture     *self,
                 const char  *sql,
                 GError     **error)
{
  return vlg_store_write (self->store, execute_job, (gpointer) sql, NULL, error) != NULL;
}
