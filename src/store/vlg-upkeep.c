/* vlg-upkeep.c — what the store does by itself when it has nothing else to do
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-upkeep.h"

#include "vlg-bind.h"
#include "vlg-core-enums.h"
#include "vlg-motions.h"

/* Chunks deleted at once, some tens of milliseconds; a literal, as it also stands in SQL. */
#define CHUNKS_AT_ONCE 8
#define LIMIT_CHUNKS "LIMIT " G_STRINGIFY (CHUNKS_AT_ONCE)
/* A file on its way in, or an annex that waits for the autosave, is touched more often than that. */
#define WANTED_US (10 * 60 * G_USEC_PER_SEC)

/* How long undo patches are kept, and of how many revisions beyond the shorter time; as many as a draft takes in. */
#define EDITS_US (180 * G_TIME_SPAN_DAY)
#define DEEP_EDITS_US (7 * G_TIME_SPAN_DAY)
#define REVISIONS "300"

static gboolean
delete_by_id (VlgDb       *db,
              const char  *sql,
              gint64       id,
              GError     **error)
{
  VlgStatement *statement = vlg_db_prepare_for (db, sql, id, error);

  return statement != NULL && vlg_statement_execute (statement, error);
}

gboolean
vlg_upkeep_collect_file (VlgDb     *db,
                         gint64     opened_at,
                         gboolean  *more,
                         GError   **error)
{
  VlgStatement *row = vlg_db_prepare_for (db,
    "SELECT f.id, (SELECT count (*) FROM file_chunk c WHERE c.file_id = f.id) FROM file f WHERE f.touched_at < ? "
    "AND NOT EXISTS (SELECT 1 FROM annex a WHERE a.file_id = f.id) AND NOT EXISTS (SELECT 1 FROM signature s WHERE s.file_id = f.id) "
    "AND NOT EXISTS (SELECT 1 FROM template_file t WHERE t.file_id = f.id) "
    "AND NOT EXISTS (SELECT 1 FROM annex_history h WHERE h.file_id = f.id) LIMIT 1", opened_at - WANTED_US, error);
  g_autoptr (GError) local_error = NULL;
  gint64 id, n_chunks;

  *more = FALSE;
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
  n_chunks = vlg_statement_get_int (row, 1);
  vlg_statement_reset (row);

  *more = TRUE;
  if (n_chunks <= CHUNKS_AT_ONCE)
    return delete_by_id (db, "DELETE FROM file WHERE id = ?", id, error);

  /* From now on the file is incomplete; without its digest no new annex can take it. */
  return delete_by_id (db, "UPDATE file SET sha256 = NULL WHERE id = ?", id, error) &&
         delete_by_id (db, "DELETE FROM file_chunk WHERE id IN (SELECT id FROM file_chunk WHERE file_id = ? " LIMIT_CHUNKS ")", id, error);
}

static gboolean
write_state (VlgDb      *db,
             gint64      id,
             VlgState    state,
             GError    **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "UPDATE motion SET state = ?, state_rank = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_bind_nick (statement, 1, VLG_TYPE_STATE, state);
  vlg_statement_bind_int (statement, 2, state);
  vlg_statement_bind_int (statement, 3, id);
  return vlg_statement_execute (statement, error);
}

int
vlg_upkeep_refresh_states (VlgDb   *db,
                           VlgDay   today,
                           GError **error)
{
  VlgStatement *row = vlg_db_prepare_for (db,
    "SELECT m.id, m.uid FROM motion m WHERE m.trashed = 0 AND m.state_rank = ? AND EXISTS (SELECT 1 FROM consultation c WHERE c.motion_id = m.id AND c.day <= ?)",
    VLG_STATE_RELEASED, error);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  int n_changed = 0;

  if (row == NULL)
    return -1;
  vlg_bind_day (row, 2, today);
  while (vlg_statement_step (row, &local_error))
    {
      gint64 id = vlg_statement_get_int (row, 0);

      g_array_append_val (ids, id);
      g_ptr_array_add (uids, g_strdup (vlg_statement_get_text (row, 1)));
    }

  /* The rule stays where it is written, in core: the query only finds whom it may concern. */
  for (guint i = 0; local_error == NULL && i < uids->len; i++)
    {
      g_autoptr (VlgMotion) motion = vlg_motions_load (db, uids->pdata[i], &local_error);

      if (motion != NULL && vlg_motion_get_state (motion) != VLG_STATE_RELEASED)
        {
          write_state (db, g_array_index (ids, gint64, i), vlg_motion_get_state (motion), &local_error);
          n_changed++;
        }
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return -1;
    }
  return n_changed;
}

/* What @sql finds with the instant @before: a motion, and the last of its revisions to forget. FALSE where it finds none, or on error. */
static gboolean
find_prunable (VlgDb       *db,
               const char  *sql,
               gint64       before,
               gint64      *motion_id,
               gint64      *revision,
               GError     **error)
{
  VlgStatement *row = vlg_db_prepare_for (db, sql, before, error);

  if (row == NULL || !vlg_statement_step (row, error))
    return FALSE;
  *motion_id = vlg_statement_get_int (row, 0);
  *revision = vlg_statement_get_int (row, 1);
  vlg_statement_reset (row);
  return TRUE;
}

gboolean
vlg_upkeep_prune_edits (VlgDb     *db,
                        gint64     now,
                        gboolean  *more,
                        GError   **error)
{
  static const char old[] =
    "SELECT e.motion_id, (SELECT max (o.revision) FROM edit o WHERE o.motion_id = e.motion_id AND o.at < ?1) FROM edit e WHERE e.at < ?1 ORDER BY e.at LIMIT 1";
  static const char deep[] =
    "SELECT m.id, (SELECT max (o.revision) FROM edit o WHERE o.motion_id = m.id AND o.revision <= m.revision - " REVISIONS " AND o.at < ?1) AS last "
    "FROM motion m WHERE m.revision > " REVISIONS " AND last IS NOT NULL LIMIT 1";
  g_autoptr (GError) local_error = NULL;
  VlgStatement *statement;
  gint64 motion_id, revision;

  *more = find_prunable (db, old, now - EDITS_US, &motion_id, &revision, &local_error) ||
          (local_error == NULL && find_prunable (db, deep, now - DEEP_EDITS_US, &motion_id, &revision, &local_error));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!*more)
    return TRUE;

  statement = vlg_db_prepare_for (db, "DELETE FROM edit WHERE motion_id = ? AND revision <= ?", motion_id, error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 2, revision);
  return vlg_statement_execute (statement, error);
}
