/* vlg-sqlite-rank.c — the full-text index asked for what is most alike
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "vlg-bind.h"
#include "vlg-search.h"
#include "vlg-string.h"

/* Words of the text that are looked at, and how short one may be. */
#define WORDS_MAX 24
#define LETTERS_MIN 4
/* A word that more motions have tells nothing; reading so many ids takes half a millisecond. */
#define ROWS_MAX 3000
/* So many of the telling words, the rarest ones, are ranked by. */
#define TELLING_MAX 8
/* bm25() reads each row's texts, as the index keeps no sizes: only those that share the rarest words are given to it. */
#define CANDIDATES 64

typedef struct {
  char *word;
  GArray *ids;   /* (element-type gint64) of the motions that have it */
} Term;

typedef struct {
  gint64 id;
  double score;
} Candidate;

static void
term_free (gpointer data)
{
  Term *term = data;

  g_free (term->word);
  g_array_unref (term->ids);
  g_free (term);
}

/* Distinct words, folded as the index folds them, the first ones. */
static GPtrArray *
find_words (const char *text)
{
  g_autofree char *folded = vlg_string_fold (text);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = folded; *p != '\0' && words->len < WORDS_MAX;)
    {
      const char *start = p;
      g_autofree char *word = NULL;

      while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      word = g_strndup (start, p - start);
      if (*p != '\0')
        p = g_utf8_next_char (p);
      if (g_utf8_strlen (word, -1) < LETTERS_MIN || g_hash_table_contains (seen, word))
        continue;
      g_hash_table_add (seen, word);
      g_ptr_array_add (words, g_steal_pointer (&word));
    }
  return words;
}

/* NULL without an error for a word that tells nothing. */
static Term *
look_up (VlgDb         *db,
         const char    *word,
         GCancellable  *cancellable,
         GError       **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?", error);
  g_autofree char *expression = g_strdup_printf ("{title text} : \"%s\"", word);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  Term *term;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, expression);
  vlg_statement_bind_int (row, 2, ROWS_MAX);
  while (!g_cancellable_set_error_if_cancelled (cancellable, &local_error) && vlg_statement_step (row, &local_error))
    {
      gint64 id = vlg_statement_get_int (row, 0);

      g_array_append_val (ids, id);
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  if (ids->len == 0 || ids->len == ROWS_MAX || local_error != NULL)
    return NULL;

  term = g_new0 (Term, 1);
  term->word = g_strdup (word);
  term->ids = g_steal_pointer (&ids);
  return term;
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  const Term *one = *(Term *const *) a;
  const Term *other = *(Term *const *) b;

  return one->ids->len < other->ids->len ? -1 : one->ids->len > other->ids->len;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  return one->id > other->id ? -1 : one->id < other->id;
}

static GPtrArray *
find_terms (VlgDb         *db,
            const char    *text,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) words = find_words (text);
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (term_free);
  g_autoptr (GError) local_error = NULL;

  for (guint i = 0; i < words->len && local_error == NULL; i++)
    {
      Term *term = look_up (db, words->pdata[i], cancellable, &local_error);

      if (term != NULL)
        g_ptr_array_add (terms, term);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  g_ptr_array_sort (terms, compare_terms);
  if (terms->len > TELLING_MAX)
    g_ptr_array_set_size (terms, TELLING_MAX);
  return g_steal_pointer (&terms);
}

/* Ids by how rare the words are that they share; those that pass @test, at most CANDIDATES. As a JSON array; caller owns, NULL on error. */
static char *
find_candidates (GPtrArray      *terms,
                 VlgSearchTest   test,
                 gpointer        data,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autoptr (GHashTable) scores = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (GError) local_error = NULL;
  guint n = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = terms->pdata[i];

      for (guint j = 0; j < term->ids->len; j++)
        {
          gint64 *id = &g_array_index (term->ids, gint64, j);
          gpointer at = g_hash_table_lookup (scores, id);
          double weight = 1 + log ((double) ROWS_MAX / term->ids->len);

          if (at == NULL)
            {
              Candidate candidate = { *id, 0 };

              g_array_append_val (candidates, candidate);
              at = GUINT_TO_POINTER (candidates->len);
              g_hash_table_insert (scores, id, at);
            }
          g_array_index (candidates, Candidate, GPOINTER_TO_UINT (at) - 1).score += weight;
        }
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len && n < CANDIDATES; i++)
    {
      gint64 id = g_array_index (candidates, Candidate, i).id;

      if (!g_cancellable_set_error_if_cancelled (cancellable, &local_error) && test (id, data, &local_error))
        g_string_append_printf (json, "%s%" G_GINT64_FORMAT, n++ > 0 ? "," : "", id);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
  g_string_append_c (json, ']');
  return g_string_free (g_steal_pointer (&json), FALSE);
}

gboolean
vlg_search_rank (VlgDb          *db,
                 const char     *text,
                 VlgSearchTest   test,
                 gpointer        data,
                 guint           limit,
                 GArray         *ids,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autoptr (GPtrArray) terms = find_terms (db, text, cancellable, error);
  g_autoptr (GString) expression = g_string_new ("{title text} : (");
  g_autoptr (GError) local_error = NULL;
  g_autofree char *candidates = NULL;
  VlgStatement *row;

  if (terms == NULL)
    return FALSE;
  if (terms->len == 0)
    return TRUE;
  candidates = find_candidates (terms, test, data, cancellable, error);
  if (candidates == NULL)
    return FALSE;

  for (guint i = 0; i < terms->len; i++)
    g_string_append_printf (expression, "%s\"%s\"", i > 0 ? " OR " : "", ((Term *) terms->pdata[i])->word);
  g_string_append_c (expression, ')');
  /* A word of the title says more than one of the texts. */
  row = vlg_db_prepare (db,
    "SELECT rowid FROM search WHERE search MATCH ? AND rowid IN (SELECT value FROM json_each (?)) ORDER BY bm25 (search, 0.0, 4.0, 1.0, 0.0), rowid DESC LIMIT ?", error);
  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, expression->str);
  vlg_statement_bind_text (row, 2, candidates);
  vlg_statement_bind_int (row, 3, limit);
  while (!g_cancellable_set_error_if_cancelled (cancellable, &local_error) && vlg_statement_step (row, &local_error))
    {
      gint64 id = vlg_statement_get_int (row, 0);

      g_array_append_val (ids, id);
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}
