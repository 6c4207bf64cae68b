/* vlg-motion-details.c — what a row says beyond its summary, read only where it is shown
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-details.h"

#include "vlg-bind.h"
#include "vlg-excerpt.h"

/* Characters of an excerpt: more than a row can show. */
#define WIDTH 140

void
vlg_motion_details_free (VlgMotionDetails *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->submitter);
  g_free (self->responsible);
  g_free (self->excerpt);
  g_free (self);
}

/* The first excerpt among the texts that @sql yields for the motion @id; NULL without error for none. */
static char *
find_excerpt (VlgDb         *db,
              const char    *sql,
              guint          n_columns,
              gint64         id,
              char         **words,
              GError       **error)
{
  VlgStatement *row = vlg_db_prepare_for (db, sql, id, error);
  g_autoptr (GError) local_error = NULL;
  char *excerpt = NULL;

  if (row == NULL)
    return NULL;
  while (excerpt == NULL && vlg_statement_step (row, &local_error))
    for (guint i = 0; i < n_columns && excerpt == NULL; i++)
      {
        const char *text = vlg_statement_get_text (row, i);

        if (text != NULL && *text != '\0')
          excerpt = vlg_excerpt_make (text, (const char * const *) words, WIDTH);
      }
  vlg_statement_reset (row);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return excerpt;
}

static gboolean
load_excerpt (VlgDb             *db,
              VlgMotionDetails  *details,
              char             **words,
              GError           **error)
{
  g_autoptr (GError) local_error = NULL;

  details->excerpt = find_excerpt (db,
    "SELECT resolution, reasoning, legal_basis, related_resolutions, expert_opinions, publication_notes, unrecognised FROM motion_text WHERE motion_id = ?",
    7, details->id, words, &local_error);
  if (details->excerpt == NULL && local_error == NULL)
    details->excerpt = find_excerpt (db, "SELECT a.title, t.text, a.file_name FROM annex a LEFT JOIN annex_text t ON t.annex_id = a.id WHERE a.motion_id = ? ORDER BY a.position",
                                     3, details->id, words, &local_error);
  if (details->excerpt == NULL && local_error == NULL)
    details->excerpt = find_excerpt (db, "SELECT body, result_wording FROM consultation WHERE motion_id = ? ORDER BY position", 2, details->id, words, &local_error);
  if (details->excerpt == NULL && local_error == NULL)
    details->excerpt = find_excerpt (db, "SELECT name || ', ' || role FROM signatory WHERE motion_id = ? ORDER BY position", 1, details->id, words, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

GPtrArray *
vlg_motion_details_load (VlgDb         *db,
                         const gint64  *ids,
                         guint          n_ids,
                         const char    *words,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_motion_details_free);
  g_auto (GStrv) split = words != NULL ? vlg_excerpt_split_words (words) : NULL;

  for (guint i = 0; i < n_ids; i++)
    {
      VlgStatement *row = vlg_db_prepare_for (db, "SELECT kind, submitter, responsible, changed_at, received_on, decided_on FROM motion WHERE id = ?", ids[i], error);
      g_autoptr (GError) local_error = NULL;
      VlgMotionDetails *details;

      if (row == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!vlg_statement_step (row, &local_error))
        {
          if (local_error == NULL)
            continue;
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      details = g_new0 (VlgMotionDetails, 1);
      g_ptr_array_add (all, details);
      details->id = ids[i];
      details->kind = g_strdup (vlg_statement_get_text (row, 0));
      details->submitter = g_strdup (vlg_statement_get_text (row, 1));
      details->responsible = g_strdup (vlg_statement_get_text (row, 2));
      details->changed_at = vlg_statement_get_int (row, 3);
      details->received_on = vlg_column_day (row, 4);
      details->decided_on = vlg_column_day (row, 5);
      vlg_statement_reset (row);
      if (split != NULL && split[0] != NULL && !load_excerpt (db, details, split, error))
        return NULL;
    }
  return g_steal_pointer (&all);
}
