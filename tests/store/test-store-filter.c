/* test-store-filter.c — each filter alone and with others, against a plain recount
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "store-fixture.h"
#include "vlg-checks.h"
#include "vlg-core-enums.h"
#include "vlg-leitbild-figures.h"
#include "vlg-profiles.h"
#include "vlg-saved-filters.h"
#include "vlg-stage-deeds.h"

#define N_MOTIONS 400
#define TODAY vlg_day_new (2031, 3, 10)
#define ME 1000
#define OTHER 1001

static const char * const kinds[] = { "BV", "IV", "FV" };
static const char * const origins[] = { "I-OB", "II-66", "V" };
static const char * const bodies[] = { "Stadtrat", "Hauptausschuss", "Ortschaftsrat Nord", "Bauausschuss" };
static const char * const offices[] = { "Amt für Kultur", "Tiefbauamt", "Schulamt" };
static const char * const goals[][3] = { { "M01" }, { "M01", "K02" }, { "K02" } };
static const char * const fields[] = { "education", "culture" };

typedef struct {
  VlgActor *actors[2];
  VlgProfile *profile;
  GPtrArray *motions;      /* VlgMotion by id - 1 */
  GArray *writers;         /* of two logins each: first and last */
  GArray *trashed;
  GArray *released;
} World;

static void
add_row (VlgMotion  *motion,
         const char *body,
         VlgDay      day,
         VlgResult   result)
{
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();

  vlg_consultation_set_body (row, body);
  vlg_consultation_set_day (row, day);
  vlg_consultation_set_result (row, result);
  vlg_consultation_set_role (row, VLG_ROLE_DECISION);
  g_list_store_append (vlg_motion_get_consultations (motion), row);
}

static VlgMotion *
make (guint i)
{
  static const VlgStage stages[] = { VLG_STAGE_DRAFT, VLG_STAGE_SUBMITTED, VLG_STAGE_RELEASED, VLG_STAGE_RETURNED, VLG_STAGE_WITHDRAWN };
  static const VlgResult results[] = { VLG_RESULT_NONE, VLG_RESULT_NONE, VLG_RESULT_ADOPTED, VLG_RESULT_REJECTED, VLG_RESULT_ADOPTED_WITH_CHANGES };
  VlgMotion *motion = vlg_motion_new ();
  const char *kind = kinds[g_test_rand_int_range (0, 3)];
  g_autofree char *title = g_strdup_printf ("%s Vorgang %u", i % 3 == 0 ? "Neubau" : "Umbau", i);

  vlg_motion_set_kind (motion, kind);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, title);
  if (g_test_rand_int_range (0, 3) > 0)
    vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, "Der Stadtrat beschließt.");
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, "Weil es nötig ist.");
  vlg_motion_set_text (motion, VLG_FIELD_RESPONSIBLE, offices[g_test_rand_int_range (0, 3)]);
  vlg_motion_set_stage (motion, stages[g_test_rand_int_range (0, 5)]);
  vlg_motion_set_visibility (motion, VLG_VISIBILITY_PUBLIC);
  if (i % 7 != 0)
    {
      g_autofree char *text = g_strdup_printf ("%s/%03u/%u/%s", kind, i + 1, 2029 + g_test_rand_int_range (0, 3), origins[g_test_rand_int_range (0, 3)]);
      g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse (text, NULL);

      vlg_motion_set_number (motion, number);
    }
  if (g_test_rand_int_range (0, 2))
    add_row (motion, bodies[g_test_rand_int_range (0, 4)], VLG_DAY_NONE, VLG_RESULT_RECOMMENDED);
  add_row (motion, bodies[g_test_rand_int_range (0, 4)], i % 5 == 0 ? VLG_DAY_NONE : TODAY - 10 + g_test_rand_int_range (0, 40), results[g_test_rand_int_range (0, 5)]);
  if (g_test_rand_int_range (0, 2))
    {
      g_autoptr (VlgMark) mark = vlg_mark_new (fields[g_test_rand_int_range (0, 2)]);

      vlg_mark_set_ticked (mark, g_test_rand_int_range (0, 2));
      if (g_test_rand_int_range (0, 2))
        vlg_mark_set_goals (mark, goals[g_test_rand_int_range (0, 3)]);
      g_list_store_append (vlg_motion_get_marks (motion), mark);
      vlg_motion_set_relevance (motion, VLG_RELEVANCE_RELEVANT);
    }
  else if (g_test_rand_int_range (0, 2))
    {
      vlg_motion_set_relevance (motion, VLG_RELEVANCE_NOT_RELEVANT);
    }
  if (g_test_rand_int_range (0, 3) == 0)
    vlg_motion_set_received_on (motion, TODAY - 400 + g_test_rand_int_range (0, 400));

  return motion;
}

static gpointer
fill_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  World *world = data;

  if (!vlg_profiles_put (db, world->profile, vlg_day_new (1970, 1, 1), error))
    return NULL;
  for (guint i = 0; i < N_MOTIONS; i++)
    {
      g_autoptr (VlgMotion) motion = make (i);
      int logins[2] = { ME + g_test_rand_int_range (0, 2), 0 };
      gboolean trash = FALSE, release = FALSE;

      logins[1] = logins[0];
      if (vlg_motions_insert (db, motion, vlg_profile_get_sha256 (world->profile), world->actors[logins[0] - ME], "created", error) != i + 1)
        return NULL;
      if (i % 4 == 0)
        {
          logins[1] = ME + g_test_rand_int_range (0, 2);
          vlg_motion_set_text (motion, VLG_FIELD_LEGAL_BASIS, "§ 45 KVG LSA");
          if (!vlg_motions_update (db, motion, world->actors[logins[1] - ME], error))
            return NULL;
        }
      if (vlg_motion_get_stage (motion) == VLG_STAGE_RELEASED && i % 2 == 0)
        {
          release = TRUE;
          if (!vlg_stage_deeds_write (db, motion, VLG_STAGE_DEED_RELEASE, VLG_STAGE_SUBMITTED, NULL, world->actors[0], error))
            return NULL;
        }
      if (vlg_motion_get_stage (motion) == VLG_STAGE_DRAFT && i % 3 == 0)
        {
          trash = TRUE;
          logins[1] = ME;
          if (!vlg_motions_set_trashed (db, vlg_motion_get_uid (motion), TRUE, world->actors[0], error))
            return NULL;
        }
      g_ptr_array_add (world->motions, g_object_ref (motion));
      g_array_append_vals (world->writers, logins, 2);
      g_array_append_val (world->trashed, trash);
      g_array_append_val (world->released, release);
    }

  return NULL;
}

static World *
world_new (Fixture *fixture)
{
  World *world = g_new0 (World, 1);
  g_autoptr (GError) error = NULL;

  world->actors[0] = vlg_actor_new (ME, "Ich");
  world->actors[1] = vlg_actor_new (OTHER, "Andere");
  world->profile = vlg_profile_new_default ();
  world->motions = g_ptr_array_new_with_free_func (g_object_unref);
  world->writers = g_array_new (FALSE, FALSE, sizeof (int));
  world->trashed = g_array_new (FALSE, FALSE, sizeof (gboolean));
  world->released = g_array_new (FALSE, FALSE, sizeof (gboolean));
  vlg_store_write (fixture->store, fill_job, world, NULL, &error);
  g_assert_no_error (error);

  return world;
}

static void
world_free (World *world)
{
  g_object_unref (world->actors[0]);
  g_object_unref (world->actors[1]);
  g_object_unref (world->profile);
  g_ptr_array_unref (world->motions);
  g_array_unref (world->writers);
  g_array_unref (world->trashed);
  g_array_unref (world->released);
  g_free (world);
}

static gboolean
has_body (VlgMotion  *motion,
          const char *name)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);

      if (g_str_equal (vlg_consultation_get_body (row), name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_field (VlgMotion  *motion,
           const char *key)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);

      if (g_str_equal (vlg_mark_get_field (mark), key) && vlg_mark_get_ticked (mark))
        return TRUE;
    }

  return FALSE;
}

/* In the ticked field @key, or in any for NULL. */
static gboolean
names_goal (VlgMotion  *motion,
            const char *key,
            const char *code)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);

      if ((key == NULL || (g_str_equal (vlg_mark_get_field (mark), key) && vlg_mark_get_ticked (mark))) && g_strv_contains (vlg_mark_get_goals (mark), code))
        return TRUE;
    }

  return FALSE;
}

/* Received, else the earliest date of the consultations, else the first draft. */
static VlgDay
counted_on (VlgMotion *motion)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  VlgDay earliest = G_MAXUINT;

  if (vlg_motion_get_received_on (motion) != VLG_DAY_NONE)
    return vlg_motion_get_received_on (motion);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);

      if (vlg_consultation_get_day (row) != VLG_DAY_NONE)
        earliest = MIN (earliest, vlg_consultation_get_day (row));
    }

  return earliest != G_MAXUINT ? earliest : vlg_day_today ();
}

static VlgDay
next_meeting (World *world)
{
  VlgDay next = VLG_DAY_NONE;

  for (guint i = 0; i < N_MOTIONS; i++)
    {
      VlgDay day = vlg_motion_get_next_day (world->motions->pdata[i]);

      if (!g_array_index (world->trashed, gboolean, i) && day >= TODAY && (next == VLG_DAY_NONE || day < next))
        next = day;
    }

  return next;
}

/* The definition of each facet once more, over objects. */
static gboolean
meets (World      *world,
       guint       i,
       VlgFacet    facet,
       const char *value)
{
  VlgMotion *motion = world->motions->pdata[i];
  VlgMotionNumber *number = vlg_motion_get_number (motion);
  VlgState state = vlg_motion_get_state (motion);
  VlgDay day = vlg_motion_get_next_day (motion);
  g_autoptr (GPtrArray) findings = NULL;
  guint year;

  switch (facet)
    {
    case VLG_FACET_STATE:
      return strstr (value, vlg_enum_to_nick (VLG_TYPE_STATE, state)) != NULL;
    case VLG_FACET_KIND:
      return g_str_equal (vlg_motion_get_kind (motion), value);
    case VLG_FACET_YEAR:
      vlg_day_get (vlg_day_today (), &year, NULL, NULL);
      return (number != NULL ? vlg_motion_number_get_year (number) : year) == (guint) g_ascii_strtoull (value, NULL, 10);
    case VLG_FACET_BODY:
      return has_body (motion, value);
    case VLG_FACET_ORIGIN:
      return number != NULL && g_strcmp0 (vlg_motion_number_get_origin (number), value) == 0;
    case VLG_FACET_RESPONSIBLE:
      return g_str_equal (vlg_motion_get_text (motion, VLG_FIELD_RESPONSIBLE), value);
    case VLG_FACET_FIELD:
      return has_field (motion, value);
    case VLG_FACET_DUE:
      return g_str_equal (value, "week") ? day >= TODAY && day <= TODAY + 7 : day != VLG_DAY_NONE && day == next_meeting (world);
    case VLG_FACET_MINE:
      return g_array_index (world->writers, int, 2 * i) == ME || g_array_index (world->writers, int, 2 * i + 1) == ME;
    case VLG_FACET_FINDINGS:
      findings = vlg_checks_run (motion, world->profile);
      return findings->len > 0;
    case VLG_FACET_TO_SIGN:
      return g_array_index (world->released, gboolean, i) && (state == VLG_STATE_ADOPTED || state == VLG_STATE_ADOPTED_WITH_CHANGES) && i % 10 != 0;
    case VLG_FACET_GOAL:
      return names_goal (motion, NULL, value);
    case VLG_FACET_RELEVANCE:
      return g_str_equal (vlg_enum_to_nick (VLG_TYPE_RELEVANCE, vlg_motion_get_relevance (motion)), value);
    case VLG_FACET_PERIOD:
      return counted_on (motion) >= vlg_day_new (2030, 6, 1) && counted_on (motion) <= vlg_day_new (2031, 3, 10);
    case VLG_FACET_SUBMITTED:
      return state != VLG_STATE_DRAFT && state != VLG_STATE_RETURNED;
    case VLG_FACET_TRASH:
    default:
      return TRUE;
    }
}

static char *
recount (World                 *world,
         const VlgMotionFilter *filter,
         const char            *word)
{
  gboolean trash = vlg_motion_filter_get (filter, VLG_FACET_TRASH) != NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < N_MOTIONS; i++)
    {
      gboolean in = g_array_index (world->trashed, gboolean, i) == trash;

      for (guint facet = 0; in && facet < VLG_N_FACETS; facet++)
        if (vlg_motion_filter_get (filter, facet) != NULL)
          in = meets (world, i, facet, vlg_motion_filter_get (filter, facet));
      if (in && (word == NULL || strstr (vlg_motion_get_text (world->motions->pdata[i], VLG_FIELD_TITLE), word) != NULL))
        g_array_append_val (ids, i);
    }
  for (guint i = ids->len; i-- > 0;)
    g_string_append_printf (out, "%s%u", out->len > 0 ? " " : "", g_array_index (ids, guint, i) + 1);

  return g_string_free (out, FALSE);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return g_ascii_strtoll (*(char * const *) b, NULL, 10) - g_ascii_strtoll (*(char * const *) a, NULL, 10);
}

/* Ids, the highest first, whatever order they came in. */
static char *
sorted (const char *ids)
{
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);

  qsort (parts, g_strv_length (parts), sizeof parts[0], compare_numbers);
  return g_strjoinv (" ", parts);
}

typedef struct {
  VlgMotionQuery query;
  guint limit;
  GString *out;
} Ask;

static gpointer
ask_job (VlgDb         *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Ask *ask = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (ask->limit == 0 ? vlg_motions_query_ids (db, &ask->query, ids, NULL, error) : vlg_motions_query_first_ids (db, &ask->query, ask->limit, ids, NULL, error))
    for (guint i = 0; i < ids->len; i++)
      g_string_append_printf (ask->out, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));

  return NULL;
}

static char *
ask (Fixture               *fixture,
     const VlgMotionFilter *filter,
     VlgMotionOrder         order,
     const char            *words,
     guint                  limit)
{
  Ask asked = { { .words = words, .order = order, .filter = filter, .login = ME, .today = TODAY }, limit, g_string_new (NULL) };
  g_autoptr (GError) error = NULL;

  vlg_store_read (fixture->store, ask_job, &asked, NULL, &error);
  g_assert_no_error (error);

  return g_string_free (asked.out, FALSE);
}

static guint
n_words (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  return *text != '\0' ? g_strv_length (parts) : 0;
}

/* In every order, whole and by its first page, alone and with a word. */
static void
check (Fixture               *fixture,
       World                 *world,
       const VlgMotionFilter *filter)
{
  g_autofree char *terms = vlg_motion_filter_to_text (filter);
  g_autofree char *expected = recount (world, filter, NULL);
  g_autofree char *expected_word = recount (world, filter, "Neubau");
  g_autofree char *found_word = ask (fixture, filter, VLG_MOTION_ORDER_NEWEST, "neubau", 0);
  g_autofree char *sorted_word = sorted (found_word);
  g_autofree char *first_word = ask (fixture, filter, VLG_MOTION_ORDER_NEWEST, "neubau", 7);

  for (guint order = 0; order < VLG_N_MOTION_ORDERS; order++)
    {
      g_autofree char *all = ask (fixture, filter, order, NULL, 0);
      g_autofree char *first = ask (fixture, filter, order, NULL, 7);
      g_autofree char *ids = sorted (all);

      if (!g_str_equal (ids, expected))
        g_error ("%s in order %u finds “%s” instead of “%s”", terms, order, ids, expected);
      g_assert_true (g_str_has_prefix (all, first));
      g_assert_cmpuint (n_words (first), ==, MIN (7, n_words (all)));
    }
  if (!g_str_equal (sorted_word, expected_word))
    g_error ("%s with a word finds “%s” instead of “%s”", terms, sorted_word, expected_word);
  g_assert_true (g_str_has_prefix (found_word, first_word));
  g_assert_cmpuint (n_words (first_word), ==, MIN (7, n_words (found_word)));
}

static char this_year[5];

static const struct { VlgFacet facet; const char *value; } terms[] = {
  { VLG_FACET_STATE, "draft" }, { VLG_FACET_STATE, "draft,returned" }, { VLG_FACET_STATE, "submitted" }, { VLG_FACET_STATE, "in-consultation" },
  { VLG_FACET_KIND, "BV" }, { VLG_FACET_KIND, "XX" }, { VLG_FACET_YEAR, "2030" }, { VLG_FACET_YEAR, this_year }, { VLG_FACET_BODY, "Stadtrat" },
  { VLG_FACET_ORIGIN, "II-66" }, { VLG_FACET_RESPONSIBLE, "Tiefbauamt" }, { VLG_FACET_FIELD, "culture" }, { VLG_FACET_DUE, "week" },
  { VLG_FACET_DUE, "next-meeting" }, { VLG_FACET_MINE, "yes" }, { VLG_FACET_FINDINGS, "yes" }, { VLG_FACET_TO_SIGN, "yes" }, { VLG_FACET_TRASH, "yes" },
  { VLG_FACET_GOAL, "K02" }, { VLG_FACET_RELEVANCE, "not-relevant" }, { VLG_FACET_PERIOD, "2030-06-01/2031-03-10" }, { VLG_FACET_SUBMITTED, "yes" },
};

static void
sign_some (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture_execute (fixture, "INSERT INTO signature (uid, motion_id, document, name, role, signed_at, revision, actor_login, actor_name) "
                            "SELECT 'signature-' || id, id, 'resolution', 'Max Beispiel', 'Oberbürgermeister', 1, 1, 1000, 'Test' FROM motion WHERE (id - 1) % 10 = 0", &error);
  g_assert_no_error (error);
}

static void
test_alone (Fixture       *fixture,
            gconstpointer  data)
{
  World *world = world_new (fixture);

  sign_some (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new ();

      g_assert_true (vlg_motion_filter_set (filter, terms[i].facet, terms[i].value));
      check (fixture, world, filter);
    }
  world_free (world);
}

static void
test_combined (Fixture       *fixture,
               gconstpointer  data)
{
  World *world = world_new (fixture);

  sign_some (fixture);
  for (guint round = 0; round < 120; round++)
    {
      g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new ();

      for (guint n = g_test_rand_int_range (2, 5); n > 0; n--)
        {
          guint i = g_test_rand_int_range (0, G_N_ELEMENTS (terms));

          vlg_motion_filter_set (filter, terms[i].facet, terms[i].value);
        }
      check (fixture, world, filter);
    }
  world_free (world);
}

static gpointer
report_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return vlg_leitbild_figures_count (db, data, NULL, error);
}

static gboolean
is_counted (World                  *world,
            guint                   i,
            const VlgLeitbildQuery *query,
            VlgDay                  from,
            VlgDay                  to)
{
  VlgMotion *motion = world->motions->pdata[i];
  guint state = 1u << vlg_motion_get_state (motion);

  if (g_array_index (world->trashed, gboolean, i) || counted_on (motion) < from || counted_on (motion) > to)
    return FALSE;
  if (query->body != NULL && !has_body (motion, query->body))
    return FALSE;

  return query->states != 0 ? (query->states & state) != 0 : (state & (1u << VLG_STATE_DRAFT | 1u << VLG_STATE_RETURNED)) == 0;
}

static gboolean
is_adopted (VlgMotion *motion)
{
  return vlg_motion_get_state (motion) == VLG_STATE_ADOPTED || vlg_motion_get_state (motion) == VLG_STATE_ADOPTED_WITH_CHANGES;
}

static void
check_period (World                  *world,
              const VlgLeitbildQuery *query,
              VlgLeitbildReport      *report,
              guint                   period)
{
  guint n = 0, n_adopted = 0, n_not_relevant = 0;
  VlgDay from, to;

  vlg_leitbild_report_get_span (report, period, &from, &to);
  for (guint i = 0; i < N_MOTIONS; i++)
    if (is_counted (world, i, query, from, to))
      {
        n++;
        n_adopted += is_adopted (world->motions->pdata[i]);
        n_not_relevant += vlg_motion_get_relevance (world->motions->pdata[i]) == VLG_RELEVANCE_NOT_RELEVANT;
      }
  g_assert_cmpuint (report->counts[period].n_motions, ==, n);
  g_assert_cmpuint (report->counts[period].n_adopted, ==, n_adopted);
  g_assert_cmpuint (report->counts[period].n_not_relevant, ==, n_not_relevant);

  for (guint g = 0; g < report->goals->len; g++)
    {
      const VlgReportGoal *goal = report->goals->pdata[g];
      guint n_named = 0;

      for (guint i = 0; i < N_MOTIONS; i++)
        n_named += is_counted (world, i, query, from, to) && names_goal (world->motions->pdata[i], goal->field, goal->code);
      g_assert_cmpuint (goal->counts[period], ==, n_named);
    }
}

/* Each figure of the report, counted once more over objects. */
static void
check_report (Fixture                *fixture,
              World                  *world,
              const VlgLeitbildQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgLeitbildReport) report = vlg_store_read (fixture->store, report_job, (gpointer) query, NULL, &error);

  g_assert_no_error (error);
  vlg_leitbild_report_complete (report, vlg_profile_get_leitbild (world->profile));
  for (guint period = 0; period < report->n_periods; period++)
    check_period (world, query, report, period);
  g_assert_cmpuint (report->total.n_motions, >, 10);
  g_assert_cmpuint (report->fields->len, >=, 6);
  for (guint f = 0; f < report->fields->len; f++)
    {
      const VlgReportField *field = report->fields->pdata[f];
      guint n = 0, n_adopted = 0;

      for (guint i = 0; i < N_MOTIONS; i++)
        if (is_counted (world, i, query, query->from, query->to) && has_field (world->motions->pdata[i], field->field))
          {
            n++;
            n_adopted += is_adopted (world->motions->pdata[i]);
          }
      g_assert_cmpuint (field->n_motions, ==, n);
      g_assert_cmpuint (field->n_adopted, ==, n_adopted);
    }
}

static void
test_report (Fixture       *fixture,
             gconstpointer  data)
{
  World *world = world_new (fixture);
  const VlgLeitbildQuery queries[] = {
    { vlg_day_new (2020, 1, 1), vlg_day_new (2039, 12, 31), VLG_REPORT_YEARS, NULL, 0 },
    { vlg_day_new (2030, 2, 14), vlg_day_new (2031, 5, 3), VLG_REPORT_QUARTERS, NULL, 0 },
    { vlg_day_new (2030, 2, 14), vlg_day_new (2031, 5, 3), VLG_REPORT_QUARTERS, "Stadtrat", 0 },
    { vlg_day_new (2020, 1, 1), vlg_day_new (2039, 12, 31), VLG_REPORT_YEARS, "Bauausschuss", 1u << VLG_STATE_ADOPTED | 1u << VLG_STATE_DRAFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    check_report (fixture, world, &queries[i]);
  world_free (world);
}

/* What an earlier version wrote is counted when it is asked for. */
static gpointer
count_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return GINT_TO_POINTER (vlg_motions_count_findings (db, 100, error));
}

static void
test_findings_later (Fixture       *fixture,
                     gconstpointer  data)
{
  World *world = world_new (fixture);
  g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (fixture_execute (fixture, "UPDATE motion SET findings = NULL WHERE id % 2 = 0", &error) || error == NULL);
  for (int done = 1; done > 0; n += done)
    {
      done = GPOINTER_TO_INT (vlg_store_write (fixture->store, count_job, NULL, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n, ==, N_MOTIONS / 2);
  vlg_motion_filter_set (filter, VLG_FACET_FINDINGS, "yes");
  check (fixture, world, filter);
  world_free (world);
}

/* What a motion names is text, also where a comparison would read it as a pattern. */
static void
test_no_patterns (Fixture       *fixture,
                  gconstpointer  data)
{
  World *world = world_new (fixture);
  g_autoptr (VlgMotionFilter) fields_filter = vlg_motion_filter_new ();
  g_autoptr (VlgMotionFilter) goals_filter = vlg_motion_filter_new ();
  g_autoptr (GError) error = NULL;

  fixture_execute (fixture, "UPDATE mark_goal SET code = 'Q9_' WHERE code = 'M01'", &error);
  g_assert_no_error (error);
  fixture_execute (fixture, "UPDATE mark SET field = '%' WHERE field = 'culture'", &error);
  g_assert_no_error (error);
  vlg_motion_filter_set (goals_filter, VLG_FACET_GOAL, "Q98,Q99");
  check (fixture, world, goals_filter);
  vlg_motion_filter_set (fields_filter, VLG_FACET_FIELD, "city,commerce");
  check (fixture, world, fields_filter);
  world_free (world);
}

static gpointer
values_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return vlg_motions_list_values (db, GPOINTER_TO_INT (data), error);
}

static char *
values (Fixture  *fixture,
        VlgFacet  facet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = vlg_store_read (fixture->store, values_job, GINT_TO_POINTER (facet), NULL, &error);

  g_assert_no_error (error);
  g_ptr_array_add (found, NULL);
  return g_strjoinv ("|", (char **) found->pdata);
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  World *world = world_new (fixture);
  static const struct { VlgFacet facet; const char *expected; } cases[] = {
    { VLG_FACET_KIND, "BV|FV|IV" }, { VLG_FACET_BODY, "Bauausschuss|Hauptausschuss|Ortschaftsrat Nord|Stadtrat" }, { VLG_FACET_ORIGIN, "I-OB|II-66|V" },
    { VLG_FACET_RESPONSIBLE, "Amt für Kultur|Schulamt|Tiefbauamt" }, { VLG_FACET_FIELD, "culture|education" }, { VLG_FACET_MINE, "" },
  };
  g_autofree char *years = values (fixture, VLG_FACET_YEAR);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = values (fixture, cases[i].facet);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
  g_assert_nonnull (strstr (years, "2031|2030|2029"));
  g_assert_nonnull (strstr (years, this_year));
  world_free (world);
}

static gpointer
saved_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (VlgActor) actor = vlg_actor_new (ME, "Ich");
  g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new ();
  g_autoptr (GPtrArray) saved = NULL;
  VlgSavedFilter *one;

  vlg_motion_filter_set (filter, VLG_FACET_YEAR, "2030");
  g_assert_true (vlg_saved_filters_put (db, "  Mein  Jahr ", filter, actor, error));
  vlg_motion_filter_set (filter, VLG_FACET_BODY, "Stadtrat \"Süd\"");
  g_assert_true (vlg_saved_filters_put (db, "Mein Jahr", filter, actor, error));
  g_assert_true (vlg_saved_filters_put (db, "Älteres", filter, actor, error));
  saved = vlg_saved_filters_load (db, error);
  g_assert_cmpuint (saved->len, ==, 2);
  one = g_str_equal (((VlgSavedFilter *) saved->pdata[0])->name, "Mein Jahr") ? saved->pdata[0] : saved->pdata[1];
  g_assert_cmpstr (one->name, ==, "Mein Jahr");
  g_assert_true (vlg_motion_filter_equal (one->filter, filter));
  g_assert_true (vlg_saved_filters_remove (db, one->uid, error));
  g_clear_pointer (&saved, g_ptr_array_unref);
  saved = vlg_saved_filters_load (db, error);
  g_assert_cmpuint (saved->len, ==, 1);

  return GINT_TO_POINTER (vlg_saved_filters_put (db, "   ", filter, actor, error));
}

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  vlg_store_write (fixture->store, saved_job, NULL, NULL, &error);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
}

static void
test_terms (void)
{
  g_autoptr (VlgMotionFilter) filter = vlg_motion_filter_new ();
  g_autoptr (VlgMotionFilter) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (vlg_motion_filter_is_empty (filter));
  g_assert_false (vlg_motion_filter_set (filter, VLG_FACET_STATE, "drift"));
  g_assert_false (vlg_motion_filter_set (filter, VLG_FACET_STATE, ""));
  g_assert_false (vlg_motion_filter_set (filter, VLG_FACET_YEAR, "zweitausend"));
  g_assert_false (vlg_motion_filter_set (filter, VLG_FACET_MINE, "no"));
  g_assert_false (vlg_motion_filter_set (filter, VLG_FACET_DUE, "tomorrow"));
  g_assert_true (vlg_motion_filter_is_empty (filter));
  g_assert_true (vlg_motion_filter_set (filter, VLG_FACET_STATE, "draft,adopted-with-changes"));
  g_assert_true (vlg_motion_filter_set (filter, VLG_FACET_BODY, "Ausschuss „Süd“"));
  text = vlg_motion_filter_to_text (filter);
  read = vlg_motion_filter_from_text (text, &error);
  g_assert_no_error (error);
  g_assert_true (vlg_motion_filter_equal (filter, read));
  g_assert_null (vlg_motion_filter_from_text ("{\"colour\":\"red\"}", &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_null (vlg_motion_filter_from_text ("[1", &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_INVALID);
}

#define add(path, function) g_test_add ("/store/filter/" path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  guint year;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  g_snprintf (this_year, sizeof this_year, "%u", year % 10000);
  g_test_add_func ("/store/filter/terms", test_terms);
  add ("alone", test_alone);
  add ("combined", test_combined);
  add ("report", test_report);
  add ("findings-later", test_findings_later);
  add ("no-patterns", test_no_patterns);
  add ("values", test_values);
  add ("saved", test_saved);

  return g_test_run ();
}
