/* vlg-sqlite-search.c — the full-text index in FTS5
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-search.h"

#include <string.h>

#include "vlg-bind.h"
#include "vlg-motions.h"
#include "vlg-sqlite-search.h"

/* A tail shorter than this finds too much to be worth its place. */
#define TAIL_CHARACTERS 3
/* Nobody types more; a pasted page is searched by its beginning. */
#define WORDS_MAX 24
#define BYTES_MAX 1000

/* The tokenizer folds case and diacritics, but takes ß for a letter of its own; so it becomes ss on the way in, here and in the query. */
static void
append_folded (GString    *out,
               const char *text)
{
  const char *from = text;

  for (const char *p = text; *p != '\0'; p++)
    {
      gsize length = 0;

      if ((guchar) p[0] == 0xc3 && (guchar) p[1] == 0x9f)
        length = 2;
      else if ((guchar) p[0] == 0xe1 && (guchar) p[1] == 0xba && (guchar) p[2] == 0x9e)
        length = 3;
      if (length > 0)
        {
          g_string_append_len (out, from, p - from);
          g_string_append (out, "ss");
          from = p + length;
          p = from - 1;
        }
    }
  g_string_append (out, from);
}

static void
append_text (GString    *out,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, '\n');
  append_folded (out, text);
}

static const char *
end_of_word (const char *p)
{
  while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* What a word ends with, from its second character on: the prefix of a tail is an infix of the word. */
static char *
make_tails (const char *title)
{
  GString *tails = g_string_new (NULL);

  for (const char *p = title; *p != '\0';)
    {
      const char *end = end_of_word (p);
      glong left = g_utf8_strlen (p, end - p);

      for (; left > TAIL_CHARACTERS; left--)
        {
          p = g_utf8_next_char (p);
          g_string_append_len (tails, p, end - p);
          g_string_append_c (tails, ' ');
        }
      p = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  return g_string_free (tails, FALSE);
}

static void
append_rows (GString   *out,
             VlgMotion *motion)
{
  GListModel *list = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (list, i);

      append_text (out, vlg_consultation_get_body (row));
      append_text (out, vlg_consultation_get_result_wording (row));
    }

  list = G_LIST_MODEL (vlg_motion_get_signatories (motion));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (VlgSignatory) row = g_list_model_get_item (list, i);

      append_text (out, vlg_signatory_get_name (row));
      append_text (out, vlg_signatory_get_role (row));
    }

  list = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (VlgAnnex) row = g_list_model_get_item (list, i);
      const VlgAnnexFile *file = vlg_annex_get_file (row);

      append_text (out, vlg_annex_get_title (row));
      append_text (out, vlg_annex_get_text (row));
      append_text (out, file != NULL ? file->name : NULL);
    }
}

static char *
make_text (VlgMotion *motion)
{
  GString *text = g_string_sized_new (8192);

  for (int field = VLG_FIELD_NONE + 1; field < VLG_N_FIELDS; field++)
    if (field != VLG_FIELD_TITLE && vlg_field_is_text (field))
      append_text (text, vlg_motion_get_text (motion, field));
  append_rows (text, motion);
  return g_string_free (text, FALSE);
}

/* One row of the index on its way there or, without texts, out of it. */
typedef struct {
  gint64 id;
  char *number;   /* NULL: the row goes */
  char *title;
  char *text;
  char *tails;
} IndexRow;

static void
index_row_free (gpointer data)
{
  IndexRow *row = data;

  g_free (row->number);
  g_free (row->title);
  g_free (row->text);
  g_free (row->tails);
  g_free (row);
}

static IndexRow *
defer_row (VlgDb  *db,
           gint64  id)
{
  GPtrArray *deferred = vlg_db_get_deferred (db);
  IndexRow *row = g_new0 (IndexRow, 1);

  row->id = id;
  g_ptr_array_set_free_func (deferred, index_row_free);
  g_ptr_array_add (deferred, row);
  return row;
}

static gboolean
write_row (VlgDb     *db,
           IndexRow  *row,
           GError   **error)
{
  VlgStatement *statement;

  if (row->number == NULL)
    {
      statement = vlg_db_prepare_for (db, "DELETE FROM search WHERE rowid = ?", row->id, error);
      return statement != NULL && vlg_statement_execute (statement, error);
    }

  statement = vlg_db_prepare_for (db, "INSERT INTO search (rowid, number, title, text, tails) VALUES (?, ?, ?, ?, ?)", row->id, error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 2, row->number);
  vlg_statement_bind_text (statement, 3, row->title);
  vlg_statement_bind_text (statement, 4, row->text);
  vlg_statement_bind_text (statement, 5, row->tails);
  return vlg_statement_execute (statement, error);
}

gboolean
vlg_search_flush (VlgDb   *db,
                  GError **error)
{
  GPtrArray *deferred = vlg_db_get_deferred (db);

  for (guint i = 0; i < deferred->len; i++)
    if (!write_row (db, g_ptr_array_index (deferred, i), error))
      return FALSE;
  g_ptr_array_set_size (deferred, 0);
  return TRUE;
}

void
vlg_search_forget (VlgDb *db,
                   guint  n_kept)
{
  GPtrArray *deferred = vlg_db_get_deferred (db);

  if (deferred->len > n_kept)
    g_ptr_array_set_size (deferred, n_kept);
}

gboolean
vlg_search_remove (VlgDb    *db,
                   gint64    motion_id,
                   GError  **error)
{
  VlgStatement *statement = vlg_db_prepare_for (db, "DELETE FROM search_pending WHERE motion_id = ?", motion_id, error);

  defer_row (db, motion_id);
  return statement != NULL && vlg_statement_execute (statement, error);
}

gboolean
vlg_search_put (VlgDb      *db,
                gint64      motion_id,
                VlgMotion  *motion,
                gboolean    replace,
                GError    **error)
{
  g_autoptr (GString) title = g_string_new (NULL);
  IndexRow *row;

  if (replace && !vlg_search_remove (db, motion_id, error))
    return FALSE;

  append_folded (title, vlg_motion_get_text (motion, VLG_FIELD_TITLE));
  row = defer_row (db, motion_id);
  row->number = g_strdup (vlg_motion_get_number_text (motion));
  row->text = make_text (motion);
  row->tails = make_tails (title->str);
  row->title = g_string_free (g_steal_pointer (&title), FALSE);
  return TRUE;
}

static gboolean
has_letter (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_isalnum (g_utf8_get_char (word)))
      return TRUE;
  return FALSE;
}

/* The words that hold something to search, folded. */
static GPtrArray *
split_words (const char *words)
{
  GPtrArray *split = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (words, strnlen (words, BYTES_MAX));
  g_auto (GStrv) parts = NULL;

  append_folded (folded, valid);
  for (char *p = folded->str; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      memset (p, ' ', g_utf8_skip[(guchar) *p]);

  parts = g_strsplit (folded->str, " ", -1);
  for (guint i = 0; parts[i] != NULL && split->len < WORDS_MAX; i++)
    if (has_letter (parts[i]))
      g_ptr_array_add (split, g_strdup (parts[i]));
  return split;
}

/* Between quotes FTS5 knows no operators; what the tokenizer splits ("BV/422/2017") becomes a phrase. */
static void
append_quoted (GString    *out,
               const char *word)
{
  g_string_append_c (out, '"');
  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, ' ');
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

char *
vlg_search_express (const char *words)
{
  g_autoptr (GPtrArray) split = split_words (words);
  GString *out;

  if (split->len == 0)
    return NULL;

  out = g_string_new (NULL);
  for (guint i = 0; i < split->len; i++)
    {
      const char *word = split->pdata[i];
      glong length = g_utf8_strlen (word, -1);

      if (i > 0)
        g_string_append (out, " AND ");
      if (i + 1 == split->len)
        {
          /* Two letters would be the start of some tail nearly everywhere. */
          if (length < TAIL_CHARACTERS)
            g_string_append (out, "{number title text} : ");
          append_quoted (out, word);
          g_string_append (out, " *");
        }
      else if (length >= TAIL_CHARACTERS && *end_of_word (word) == '\0')
        {
          g_string_append_c (out, '(');
          append_quoted (out, word);
          g_string_append (out, " OR tails : ");
          append_quoted (out, word);
          g_string_append (out, " *)");
        }
      else
        {
          g_string_append (out, "{number title text} : ");
          append_quoted (out, word);
        }
    }
  return g_string_free (out, FALSE);
}

gboolean
vlg_search_query (VlgDb          *db,
                  const char     *words,
                  VlgSearchTest   test,
                  gpointer        data,
                  guint           limit,
                  GArray         *ids,
                  GCancellable   *cancellable,
                  GError        **error)
{
  g_autofree char *expression = vlg_search_express (words);
  g_autoptr (GError) local_error = NULL;
  VlgStatement *row;

  if (expression == NULL)
    return TRUE;

  row = vlg_db_prepare (db, "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?", error);
  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, expression);
  vlg_statement_bind_int (row, 2, limit > 0 && test == NULL ? (gint64) limit : -1);
  while ((limit == 0 || ids->len < limit) && !g_cancellable_set_error_if_cancelled (cancellable, &local_error) && vlg_statement_step (row, &local_error))
    {
      gint64 id = vlg_statement_get_int (row, 0);

      if (test == NULL || test (id, data, &local_error))
        g_array_append_val (ids, id);
      if (local_error != NULL)
        break;
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

gboolean
vlg_search_is_behind (VlgDb     *db,
                      gboolean  *waiting,
                      GError   **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT EXISTS (SELECT 1 FROM search_pending)", error);

  if (row == NULL || !vlg_statement_step (row, error))
    return FALSE;
  *waiting = vlg_statement_get_int (row, 0) != 0;
  vlg_statement_reset (row);
  return TRUE;
}

gboolean
vlg_search_catch_up (VlgDb   *db,
                     GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT m.id, m.uid, m.trashed FROM search_pending p JOIN motion m ON m.id = p.motion_id LIMIT 1", error);
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *uid = NULL;
  gboolean trashed;
  gint64 id;

  if (row == NULL)
    return FALSE;
  if (!vlg_statement_step (row, &local_error))
    {
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      return TRUE;
    }
  id = vlg_statement_get_int (row, 0);
  uid = g_strdup (vlg_statement_get_text (row, 1));
  trashed = vlg_statement_get_int (row, 2) != 0;
  vlg_statement_reset (row);

  if (trashed)
    return vlg_search_remove (db, id, error);
  motion = vlg_motions_load (db, uid, error);
  return motion != NULL && vlg_search_put (db, id, motion, TRUE, error);
}
