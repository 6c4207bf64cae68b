/* vlg-motions-load.c — motions and their summaries out of the store
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-core-enums.h"
#include "vlg-motion-rows.h"

static gboolean
read_consultations (VlgDb      *db,
                    gint64      motion_id,
                    VlgMotion  *motion,
                    GError    **error)
{
  VlgStatement *row = vlg_db_prepare_for (db,
    "SELECT uid, body, body_uid, visibility, role, day, in_favour, against, abstentions, excluded, present, result, result_wording, "
    "       confirmed_by, confirmed_role, confirmed_at FROM consultation WHERE motion_id = ? ORDER BY position", motion_id, error);
  g_autoptr (GError) local_error = NULL;

  while (row != NULL && vlg_statement_step (row, &local_error))
    {
      g_autoptr (VlgConsultation) item = vlg_consultation_new ();
      VlgVotes votes = { vlg_column_count (row, 6), vlg_column_count (row, 7), vlg_column_count (row, 8), vlg_column_count (row, 9), vlg_column_count (row, 10) };

      vlg_consultation_set_uid (item, vlg_statement_get_text (row, 0));
      vlg_consultation_set_body (item, vlg_statement_get_text (row, 1));
      vlg_consultation_set_body_uid (item, vlg_statement_get_text (row, 2));
      vlg_consultation_set_visibility (item, vlg_column_nick (row, 3, VLG_TYPE_VISIBILITY, VLG_VISIBILITY_UNDECIDED));
      vlg_consultation_set_role (item, vlg_column_nick (row, 4, VLG_TYPE_ROLE, VLG_ROLE_NONE));
      vlg_consultation_set_day (item, vlg_column_day (row, 5));
      vlg_consultation_set_votes (item, &votes);
      vlg_consultation_set_result (item, vlg_column_nick (row, 11, VLG_TYPE_RESULT, VLG_RESULT_NONE));
      vlg_consultation_set_result_wording (item, vlg_statement_get_text (row, 12));
      vlg_consultation_set_confirmation (item, vlg_statement_get_text (row, 13), vlg_statement_get_text (row, 14), vlg_statement_get_int (row, 15));
      g_list_store_append (vlg_motion_get_consultations (motion), item);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return row != NULL;
}

static VlgAnnex *
read_annex (VlgStatement *row)
{
  VlgAnnex *item = vlg_annex_new ();

  vlg_annex_set_uid (item, vlg_statement_get_text (row, 0));
  vlg_annex_set_number (item, vlg_statement_get_int (row, 1));
  vlg_annex_set_title (item, vlg_statement_get_text (row, 2));
  vlg_annex_set_visibility (item, vlg_column_nick (row, 3, VLG_TYPE_VISIBILITY, VLG_VISIBILITY_UNDECIDED));
  vlg_annex_set_source (item, vlg_statement_get_int (row, 4) != 0);
  vlg_annex_set_text (item, vlg_statement_is_null (row, 5) ? "" : vlg_statement_get_text (row, 5));
  if (!vlg_statement_is_null (row, 6))
    {
      g_autofree char *sha256 = g_strdup (vlg_statement_get_text (row, 6));
      g_autofree char *name = g_strdup (vlg_statement_get_text (row, 8));
      g_autofree char *media_type = g_strdup (vlg_statement_get_text (row, 9));
      VlgAnnexFile file = { sha256, name, media_type, vlg_statement_get_int (row, 7) };

      vlg_annex_set_file (item, &file);
    }
  return item;
}

static gboolean
read_annexes (VlgDb      *db,
              gint64      motion_id,
              VlgMotion  *motion,
              GError    **error)
{
  VlgStatement *row = vlg_db_prepare_for (db,
    "SELECT a.uid, a.number, a.title, a.visibility, a.source, t.text, f.sha256, f.size, a.file_name, a.media_type "
    "FROM annex a LEFT JOIN annex_text t ON t.annex_id = a.id LEFT JOIN file f ON f.id = a.file_id WHERE a.motion_id = ? ORDER BY a.position", motion_id, error);
  g_autoptr (GError) local_error = NULL;

  while (row != NULL && vlg_statement_step (row, &local_error))
    {
      g_autoptr (VlgAnnex) item = read_annex (row);

      g_list_store_append (vlg_motion_get_annexes (motion), item);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return row != NULL;
}

static void
finish_mark (VlgMotion    *motion,
             VlgMark      *mark,
             GPtrArray    *goals)
{
  if (mark != NULL)
    {
      g_ptr_array_add (goals, NULL);
      vlg_mark_set_goals (mark, (const char * const *) goals->pdata);
      g_list_store_append (vlg_motion_get_marks (motion), mark);
    }
  g_ptr_array_set_size (goals, 0);
}

static gboolean
read_marks (VlgDb      *db,
            gint64      motion_id,
            VlgMotion  *motion,
            GError    **error)
{
  VlgStatement *row = vlg_db_prepare_for (db,
    "SELECT m.id, m.field, m.ticked, m.rationale, g.code FROM mark m LEFT JOIN mark_goal g ON g.mark_id = m.id "
    "WHERE m.motion_id = ? ORDER BY m.position, g.position", motion_id, error);
  g_autoptr (GPtrArray) goals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (VlgMark) mark = NULL;
  gint64 id = 0;

  while (row != NULL && vlg_statement_step (row, &local_error))
    {
      if (vlg_statement_get_int (row, 0) != id)
        {
          finish_mark (motion, mark, goals);
          g_clear_object (&mark);
          id = vlg_statement_get_int (row, 0);
          mark = vlg_mark_new (vlg_statement_get_text (row, 1));
          vlg_mark_set_ticked (mark, vlg_statement_get_int (row, 2) != 0);
          vlg_mark_set_rationale (mark, vlg_statement_get_text (row, 3));
        }
      if (!vlg_statement_is_null (row, 4))
        g_ptr_array_add (goals, g_strdup (vlg_statement_get_text (row, 4)));
    }
  finish_mark (motion, mark, goals);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return row != NULL;
}

static gboolean
read_signatories (VlgDb      *db,
                  gint64      motion_id,
                  VlgMotion  *motion,
                  GError    **error)
{
  VlgStatement *row = vlg_db_prepare_for (db, "SELECT name, role, block, valid_from, valid_to FROM signatory WHERE motion_id = ? ORDER BY position", motion_id, error);
  g_autoptr (GError) local_error = NULL;

  while (row != NULL && vlg_statement_step (row, &local_error))
    {
      g_autoptr (VlgSignatory) item =
        vlg_signatory_new (vlg_statement_get_text (row, 0), vlg_statement_get_text (row, 1), vlg_column_nick (row, 2, VLG_TYPE_BLOCK, VLG_BLOCK_SUBMITTER),
                           vlg_column_day (row, 3), vlg_column_day (row, 4));

      g_list_store_append (vlg_motion_get_signatories (motion), item);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return row != NULL;
}

static gboolean
read_relations (VlgDb      *db,
                gint64      motion_id,
                VlgMotion  *motion,
                GError    **error)
{
  VlgStatement *row = vlg_db_prepare_for (db, "SELECT kind, target FROM relation WHERE motion_id = ? ORDER BY position", motion_id, error);
  g_autoptr (GError) local_error = NULL;

  while (row != NULL && vlg_statement_step (row, &local_error))
    {
      g_autoptr (VlgMotionNumber) target = vlg_motion_number_parse (vlg_statement_get_text (row, 1), NULL);

      if (target != NULL)
        {
          g_autoptr (VlgRelation) item = vlg_relation_new (vlg_column_nick (row, 0, VLG_TYPE_RELATION_KIND, VLG_RELATION_MENTIONS), target);

          g_list_store_append (vlg_motion_get_relations (motion), item);
        }
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return row != NULL;
}

gboolean
vlg_motion_rows_read (VlgDb      *db,
                      gint64      motion_id,
                      VlgMotion  *motion,
                      GError    **error)
{
  return read_consultations (db, motion_id, motion, error) &&
         read_annexes (db, motion_id, motion, error) &&
         read_marks (db, motion_id, motion, error) &&
         read_signatories (db, motion_id, motion, error) &&
         read_relations (db, motion_id, motion, error);
}

static const VlgField text_columns[] = {
  VLG_FIELD_TITLE, VLG_FIELD_SUBMITTER, VLG_FIELD_RESPONSIBLE, VLG_FIELD_RESOLUTION, VLG_FIELD_LEGAL_BASIS, VLG_FIELD_RELATED_RESOLUTIONS,
  VLG_FIELD_EXPERT_OPINIONS, VLG_FIELD_PUBLICATION_NOTES, VLG_FIELD_REASONING, VLG_FIELD_UNRECOGNISED,
};

static void
read_motion (VlgStatement *row,
             VlgMotion    *motion)
{
  const char *number = vlg_statement_get_text (row, 12);

  vlg_motion_set_uid (motion, vlg_statement_get_text (row, 1));
  for (guint i = 0; i < G_N_ELEMENTS (text_columns); i++)
    vlg_motion_set_text (motion, text_columns[i], vlg_statement_get_text (row, 2 + i));
  if (number != NULL)
    {
      g_autoptr (VlgMotionNumber) parsed = vlg_motion_number_parse (number, NULL);

      vlg_motion_set_number (motion, parsed);
    }
  vlg_motion_set_kind (motion, vlg_statement_get_text (row, 13));
  vlg_motion_set_stage (motion, vlg_column_nick (row, 14, VLG_TYPE_STAGE, VLG_STAGE_DRAFT));
  vlg_motion_set_visibility (motion, vlg_column_nick (row, 15, VLG_TYPE_VISIBILITY, VLG_VISIBILITY_UNDECIDED));
  vlg_motion_set_relevance (motion, vlg_column_nick (row, 16, VLG_TYPE_RELEVANCE, VLG_RELEVANCE_UNDECIDED));
  vlg_motion_set_received_on (motion, vlg_column_day (row, 17));
  vlg_motion_set_decided_on (motion, vlg_column_day (row, 18));
  vlg_motion_set_revision (motion, vlg_statement_get_int (row, 19));
  vlg_motion_set_profile_version (motion, vlg_statement_get_text (row, 20));
}

#define SELECT_MOTION \
  "SELECT m.id, m.uid, m.title, m.submitter, m.responsible, t.resolution, t.legal_basis, t.related_resolutions, t.expert_opinions, t.publication_notes, " \
  "       t.reasoning, t.unrecognised, m.number, m.kind, m.stage, m.visibility, m.relevance, m.received_on, m.decided_on, m.revision, p.sha256 " \
  "FROM motion m JOIN motion_text t ON t.motion_id = m.id LEFT JOIN profile p ON p.id = m.profile_id "

static VlgMotion *
load (VlgDb       *db,
      const char  *sql,
      const char  *key,
      GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, sql, error);
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 id;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, key);
  if (!vlg_statement_step (row, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("There is no motion “%s” in this database"), key);
      return NULL;
    }

  id = vlg_statement_get_int (row, 0);
  motion = vlg_motion_new ();
  read_motion (row, motion);
  vlg_statement_reset (row);
  return vlg_motion_rows_read (db, id, motion, error) ? g_steal_pointer (&motion) : NULL;
}

VlgMotion *
vlg_motions_load (VlgDb       *db,
                  const char  *uid,
                  GError     **error)
{
  g_return_val_if_fail (uid != NULL, NULL);

  return load (db, SELECT_MOTION "WHERE m.uid = ?", uid, error);
}

VlgMotion *
vlg_motions_load_by_number (VlgDb       *db,
                            const char  *number,
                            GError     **error)
{
  g_autoptr (VlgMotionNumber) parsed = NULL;

  g_return_val_if_fail (number != NULL, NULL);

  parsed = vlg_motion_number_parse (number, error);
  return parsed != NULL ? load (db, SELECT_MOTION "WHERE m.number = ?", vlg_motion_number_get_text (parsed), error) : NULL;
}

static VlgMotionSummary *
read_summary (VlgStatement *row)
{
  return vlg_motion_summary_new (vlg_statement_get_int (row, 0), vlg_statement_get_text (row, 1), vlg_statement_get_text (row, 2), vlg_statement_get_text (row, 3),
                                 vlg_statement_get_int (row, 4), vlg_column_nick (row, 5, VLG_TYPE_VISIBILITY, VLG_VISIBILITY_UNDECIDED), vlg_column_day (row, 6));
}

#define SIXTEEN "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
/* Rows read by one statement: a page of a list. Sixty-four statements of a row each take twice as long. */
#define AT_ONCE 64

/* Appends a row for each of @ids, of which there are at most AT_ONCE. */
static gboolean
load_at_once (VlgDb         *db,
              const gint64  *ids,
              guint          n_ids,
              GPtrArray     *summaries,
              GError       **error)
{
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT id, uid, number, title, state_rank, visibility, next_day FROM motion "
    "WHERE id IN (" SIXTEEN ", " SIXTEEN ", " SIXTEEN ", " SIXTEEN ")", error);
  VlgMotionSummary *found[AT_ONCE] = { NULL };
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    vlg_statement_bind_int (row, (int) i + 1, ids[i]);
  /* They come in the order of the table. */
  while (vlg_statement_step (row, &local_error))
    {
      gint64 id = vlg_statement_get_int (row, 0);

      for (guint i = 0; i < n_ids; i++)
        if (ids[i] == id && found[i] == NULL)
          {
            found[i] = read_summary (row);
            break;
          }
    }
  vlg_statement_reset (row);

  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (summaries, found[i] != NULL ? found[i] : vlg_motion_summary_new_placeholder ());
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

GPtrArray *
vlg_motions_load_summaries (VlgDb         *db,
                            const gint64  *ids,
                            guint          n_ids,
                            GError       **error)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_full (n_ids, g_object_unref);

  for (guint from = 0; from < n_ids; from += AT_ONCE)
    if (!load_at_once (db, ids + from, MIN (AT_ONCE, n_ids - from), summaries, error))
      return NULL;
  return g_steal_pointer (&summaries);
}
