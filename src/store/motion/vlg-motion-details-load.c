/* vlg-motion-details-load.c — what a list shows of motions beyond their summaries
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-details-load.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-excerpt.h"
#include "vlg-field.h"

/* Characters of a passage: more than two lines of a row can show. */
#define WIDTH 160
/* Where no passage holds all the words, a second one is shown beside it. */
#define N_PASSAGES 2

/* One place where words were found. */
typedef struct {
  char *markup;
  char *place;
  guint32 found;
} Passage;

typedef struct {
  VlgDb *db;
  const VlgSoughtWords *words;
  VlgSoughtFlags flags;
  guint32 wanted;      /* what the number and the title do not hold */
  guint32 found;
  GArray *passages;
  GCancellable *cancellable;
} Looking;

static void
clear_passage (gpointer data)
{
  Passage *passage = data;

  g_free (passage->markup);
  g_free (passage->place);
}

/* Whether to go on: not when a passage holds all. */
static gboolean
look_at (Looking    *looking,
         const char *text,
         gboolean    markdown,
         const char *place)
{
  Passage passage = { NULL, NULL, 0 };

  if (text == NULL || *text == '\0')
    return TRUE;
  passage.markup = vlg_excerpt_find (looking->words, text, markdown, looking->flags, looking->wanted, WIDTH, looking->cancellable, &passage.found);
  if (passage.markup == NULL)
    return !g_cancellable_is_cancelled (looking->cancellable);
  passage.place = g_strdup (place);
  looking->found |= passage.found;
  g_array_append_val (looking->passages, passage);

  return passage.found != looking->wanted;
}

static gboolean
look_at_texts (Looking  *looking,
               gint64    id,
               GError  **error)
{
  static const VlgField fields[] = { VLG_FIELD_RESOLUTION, VLG_FIELD_REASONING, VLG_FIELD_LEGAL_BASIS, VLG_FIELD_RELATED_RESOLUTIONS,
                                     VLG_FIELD_EXPERT_OPINIONS, VLG_FIELD_PUBLICATION_NOTES, VLG_FIELD_UNRECOGNISED };
  VlgStatement *row = vlg_db_prepare_for (looking->db,
    "SELECT resolution, reasoning, legal_basis, related_resolutions, expert_opinions, publication_notes, unrecognised FROM motion_text WHERE motion_id = ?", id, error);
  g_autoptr (GError) local_error = NULL;
  gboolean going_on = TRUE;

  if (row == NULL)
    return FALSE;
  if (vlg_statement_step (row, &local_error))
    for (guint i = 0; going_on && i < G_N_ELEMENTS (fields); i++)
      going_on = look_at (looking, vlg_statement_get_text (row, i), vlg_field_is_long_text (fields[i]), vlg_field_get_label (fields[i]));
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return going_on;
}

static gboolean
look_at_annexes (Looking  *looking,
                 gint64    id,
                 GError  **error)
{
  VlgStatement *row = vlg_db_prepare_for (looking->db,
    "SELECT a.number, a.title, t.text, a.file_name FROM annex a LEFT JOIN annex_text t ON t.annex_id = a.id WHERE a.motion_id = ? ORDER BY a.position", id, error);
  g_autoptr (GError) local_error = NULL;
  gboolean going_on = TRUE;

  if (row == NULL)
    return FALSE;
  while (going_on && vlg_statement_step (row, &local_error))
    {
      guint number = vlg_statement_get_int (row, 0);
      g_autofree char *place = number > 0 ? g_strdup_printf (_("Annex %u"), number) : g_strdup (_("Annex"));

      for (guint i = 1; going_on && i <= 3; i++)
        going_on = look_at (looking, vlg_statement_get_text (row, i), i == 2, place);
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return going_on;
}

/* All rows of @sql, which has two text columns. */
static gboolean
look_at_rows (Looking     *looking,
              const char  *sql,
              gint64       id,
              VlgField     field,
              GError     **error)
{
  VlgStatement *row = vlg_db_prepare_for (looking->db, sql, id, error);
  g_autoptr (GError) local_error = NULL;
  gboolean going_on = TRUE;

  if (row == NULL)
    return FALSE;
  while (going_on && vlg_statement_step (row, &local_error))
    for (guint i = 0; going_on && i < 2; i++)
      going_on = look_at (looking, vlg_statement_get_text (row, i), FALSE, vlg_field_get_label (field));
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return going_on;
}

static void
look_everywhere (Looking                 *looking,
                 VlgMotionDetailsRecord  *record,
                 GError                 **error)
{
  if (look_at_texts (looking, record->id, error)
      && look_at_annexes (looking, record->id, error)
      && look_at_rows (looking, "SELECT body, result_wording FROM consultation WHERE motion_id = ? ORDER BY position", record->id, VLG_FIELD_CONSULTATIONS, error)
      && look_at (looking, record->submitter, FALSE, vlg_field_get_label (VLG_FIELD_SUBMITTER))
      && look_at (looking, record->responsible, FALSE, vlg_field_get_label (VLG_FIELD_RESPONSIBLE)))
    look_at_rows (looking, "SELECT name, role FROM signatory WHERE motion_id = ? ORDER BY position", record->id, VLG_FIELD_SIGNATORIES, error);
}

/* The passage that holds most of @wanted, the first of such. */
static const Passage *
best_passage (const GArray *passages,
              guint32       wanted)
{
  const Passage *best = NULL;
  guint n_best = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);
      guint n = 0;

      for (guint32 bits = passage->found & wanted; bits != 0; bits &= bits - 1)
        n++;
      if (n > n_best)
        {
          n_best = n;
          best = passage;
        }
    }

  return best;
}

static void
take_passages (Looking                *looking,
               VlgMotionDetailsRecord *record)
{
  g_autoptr (GString) excerpt = g_string_new (NULL);
  guint32 wanted = looking->wanted;

  for (guint i = 0; i < N_PASSAGES; i++)
    {
      const Passage *passage = best_passage (looking->passages, wanted);

      if (passage == NULL)
        break;
      wanted &= ~passage->found;
      if (i == 0)
        {
          record->place = g_strdup (passage->place);
          g_string_append (excerpt, passage->markup);
        }
      else
        {
          g_autofree char *place = g_markup_escape_text (passage->place, -1);

          g_string_append_printf (excerpt, " %s: %s", place, passage->markup);
        }
    }
  if (excerpt->len > 0)
    record->excerpt = g_string_free (g_steal_pointer (&excerpt), FALSE);
}

/* What the number and the title say needs no passage. */
static gboolean
load_places (VlgDb                   *db,
             VlgMotionDetailsRecord  *record,
             const char              *number,
             const char              *title,
             const VlgSoughtWords    *words,
             GCancellable            *cancellable,
             GError                 **error)
{
  g_autoptr (GArray) passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  g_autoptr (GError) local_error = NULL;
  Looking looking = { db, words, VLG_SOUGHT_PLAIN, 0, 0, passages, cancellable };
  guint32 in_number = 0, in_title = 0;

  g_array_set_clear_func (passages, clear_passage);
  record->number_markup = vlg_excerpt_mark (words, number, &in_number);
  record->title_markup = vlg_excerpt_mark (words, title, &in_title);
  looking.wanted = vlg_sought_words_get_all (words) & ~(in_number | in_title);
  if (looking.wanted == 0)
    return TRUE;
  look_everywhere (&looking, record, &local_error);
  /* The trash is not in the index: there a word is found in the midst of another. */
  if (local_error == NULL && looking.found == 0 && !g_cancellable_is_cancelled (cancellable))
    {
      looking.flags = VLG_SOUGHT_INSIDE;
      look_everywhere (&looking, record, &local_error);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  take_passages (&looking, record);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
load_body (VlgDb                   *db,
           VlgMotionDetailsRecord  *record,
           GError                 **error)
{
  VlgStatement *row = vlg_db_prepare_for (db,
    "SELECT c.body FROM consultation c JOIN motion m ON m.id = c.motion_id WHERE c.motion_id = ? "
    "ORDER BY CASE WHEN c.day = m.next_day THEN 0 ELSE 1 END, c.position DESC LIMIT 1", record->id, error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  if (vlg_statement_step (row, &local_error))
    record->body = g_strdup (vlg_statement_get_text (row, 0));
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
load_one (VlgDb                 *db,
          gint64                 id,
          const VlgSoughtWords  *words,
          GPtrArray             *all,
          GCancellable          *cancellable,
          GError               **error)
{
  VlgStatement *row = vlg_db_prepare_for (db, "SELECT kind, submitter, responsible, received_on, changed_at, number, title FROM motion WHERE id = ?", id, error);
  g_autoptr (VlgMotionDetails) details = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  VlgMotionDetailsRecord record = { .id = id };
  gboolean good;

  if (row == NULL)
    return FALSE;
  if (!vlg_statement_step (row, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      /* Gone meanwhile. */
      return *error == NULL;
    }
  record.kind = g_strdup (vlg_statement_get_text (row, 0));
  record.submitter = g_strdup (vlg_statement_get_text (row, 1));
  record.responsible = g_strdup (vlg_statement_get_text (row, 2));
  record.received_on = vlg_column_day (row, 3);
  record.changed_at = vlg_statement_get_int (row, 4);
  number = g_strdup (vlg_statement_is_null (row, 5) ? "" : vlg_statement_get_text (row, 5));
  title = g_strdup (vlg_statement_get_text (row, 6));
  vlg_statement_reset (row);

  good = load_body (db, &record, error) && (words == NULL || load_places (db, &record, number, title, words, cancellable, error));
  details = vlg_motion_details_new (&record);
  if (good)
    g_ptr_array_add (all, g_steal_pointer (&details));

  return good;
}

GPtrArray *
vlg_motion_details_load (VlgDb                 *db,
                         const gint64          *ids,
                         guint                  n_ids,
                         const VlgSoughtWords  *words,
                         GCancellable          *cancellable,
                         GError               **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);

  if (words != NULL && vlg_sought_words_get_all (words) == 0)
    words = NULL;
  for (guint i = 0; i < n_ids; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, &local_error) || !load_one (db, ids[i], words, all, cancellable, &local_error))
      {
        g_propagate_error (error, g_steal_pointer (&local_error));
        return NULL;
      }

  return g_steal_pointer (&all);
}
