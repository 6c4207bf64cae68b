/* vlg-motion-rows.c — the rows of one motion, written
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-rows.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-core-enums.h"
#include "vlg-meeting-links.h"
#include "vlg-string.h"

typedef gboolean (*WriteRow) (VlgDb *db, gint64 motion_id, guint position, gpointer item, gboolean fresh, GError **error);

typedef struct {
  VlgRows     rows;
  GListStore *(*get_list) (VlgMotion *motion);
  WriteRow    write;
  const char *set_aside;   /* gives all rows a position below 0 */
  const char *drop;        /* those that are still there afterwards */
} Table;

static gboolean
set_taken (GError **error)
{
  g_set_error_literal (error, VLG_ERROR, VLG_ERROR_EXISTS, _("A row of this motion is stored with another motion already"));
  return FALSE;
}

static void
bind_consultation (VlgStatement    *statement,
                   VlgConsultation *row)
{
  const VlgVotes *votes = vlg_consultation_get_votes (row);

  vlg_statement_bind_text (statement, 4, vlg_consultation_get_body (row));
  vlg_statement_bind_text (statement, 5, vlg_consultation_get_body_uid (row));
  vlg_bind_nick (statement, 6, VLG_TYPE_VISIBILITY, vlg_consultation_get_visibility (row));
  vlg_bind_nick (statement, 7, VLG_TYPE_ROLE, vlg_consultation_get_role (row));
  vlg_bind_day (statement, 8, vlg_consultation_get_day (row));
  vlg_bind_count (statement, 9, votes->in_favour);
  vlg_bind_count (statement, 10, votes->against);
  vlg_bind_count (statement, 11, votes->abstentions);
  vlg_bind_count (statement, 12, votes->excluded);
  vlg_bind_count (statement, 13, votes->present);
  vlg_bind_nick (statement, 14, VLG_TYPE_RESULT, vlg_consultation_get_result (row));
  vlg_statement_bind_text (statement, 15, vlg_consultation_get_result_wording (row));
  vlg_statement_bind_text (statement, 16, vlg_consultation_get_confirmed_by (row));
  vlg_statement_bind_text (statement, 17, vlg_consultation_get_confirmed_role (row));
  if (vlg_consultation_get_confirmed_at (row) != 0)
    vlg_statement_bind_int (statement, 18, vlg_consultation_get_confirmed_at (row));
}

static gboolean
write_consultation (VlgDb     *db,
                    gint64     motion_id,
                    guint      position,
                    gpointer   item,
                    gboolean   fresh,
                    GError   **error)
{
  VlgConsultation *row = item;
  VlgStatement *statement = vlg_db_prepare_for (db,
    "INSERT INTO consultation (motion_id, position, uid, body, body_uid, visibility, role, day, in_favour, against, abstentions, excluded, present, "
    "                          result, result_wording, confirmed_by, confirmed_role, confirmed_at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (uid) DO UPDATE SET position = excluded.position, body = excluded.body, body_uid = excluded.body_uid, visibility = excluded.visibility, "
    "  role = excluded.role, day = excluded.day, in_favour = excluded.in_favour, against = excluded.against, abstentions = excluded.abstentions, "
    "  excluded = excluded.excluded, present = excluded.present, result = excluded.result, result_wording = excluded.result_wording, "
    "  confirmed_by = excluded.confirmed_by, confirmed_role = excluded.confirmed_role, confirmed_at = excluded.confirmed_at "
    "WHERE consultation.motion_id = excluded.motion_id", motion_id, error);

  if (statement == NULL)
    return FALSE;
  if (vlg_consultation_get_uid (row) == NULL)
    {
      g_autofree char *uid = vlg_uid_new ();

      vlg_consultation_set_uid (row, uid);
    }
  vlg_statement_bind_int (statement, 2, position);
  vlg_statement_bind_text (statement, 3, vlg_consultation_get_uid (row));
  bind_consultation (statement, row);
  return vlg_statement_execute (statement, error) && (vlg_db_changes (db) == 1 || set_taken (error));
}

/* The key of the file with @sha256 in @file_id. */
static gboolean
find_file (VlgDb               *db,
           const VlgAnnexFile  *file,
           gint64              *file_id,
           GError             **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "SELECT id FROM file WHERE sha256 = ?", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, file->sha256);
  if (vlg_statement_step (statement, &local_error))
    {
      *file_id = vlg_statement_get_int (statement, 0);
      vlg_statement_reset (statement);
      return TRUE;
    }

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("The file “%s” of an annex is not in the database"), file->name != NULL ? file->name : "");
  return FALSE;
}

static gboolean
write_annex_text (VlgDb       *db,
                  gint64       annex_id,
                  const char  *text,
                  gboolean     fresh,
                  GError     **error)
{
  VlgStatement *statement;

  if (fresh && *text == '\0')
    return TRUE;

  statement = vlg_db_prepare_for (db, "INSERT INTO annex_text (annex_id, text) VALUES (?, ?) ON CONFLICT (annex_id) DO UPDATE SET text = excluded.text", annex_id, error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 2, text);
  return vlg_statement_execute (statement, error);
}

static gboolean
write_annex (VlgDb     *db,
             gint64     motion_id,
             guint      position,
             gpointer   item,
             gboolean   fresh,
             GError   **error)
{
  VlgAnnex *row = item;
  const VlgAnnexFile *file = vlg_annex_get_file (row);
  g_autoptr (GError) local_error = NULL;
  VlgStatement *statement;
  gint64 file_id = 0, annex_id;

  if (file != NULL && !find_file (db, file, &file_id, error))
    return FALSE;
  if (vlg_annex_get_uid (row) == NULL)
    {
      g_autofree char *uid = vlg_uid_new ();

      vlg_annex_set_uid (row, uid);
    }

  statement = vlg_db_prepare_for (db,
    "INSERT INTO annex (motion_id, position, uid, number, title, visibility, source, file_id, file_name, media_type) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (uid) DO UPDATE SET position = excluded.position, number = excluded.number, title = excluded.title, visibility = excluded.visibility, "
    "  source = excluded.source, file_id = excluded.file_id, file_name = excluded.file_name, media_type = excluded.media_type "
    "WHERE annex.motion_id = excluded.motion_id RETURNING id", motion_id, error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 2, position);
  vlg_statement_bind_text (statement, 3, vlg_annex_get_uid (row));
  vlg_statement_bind_int (statement, 4, vlg_annex_get_number (row));
  vlg_statement_bind_text (statement, 5, vlg_annex_get_title (row));
  vlg_bind_nick (statement, 6, VLG_TYPE_VISIBILITY, vlg_annex_get_visibility (row));
  vlg_statement_bind_int (statement, 7, vlg_annex_get_source (row) ? 1 : 0);
  if (file != NULL)
    {
      vlg_statement_bind_int (statement, 8, file_id);
      vlg_statement_bind_text (statement, 9, file->name);
      vlg_statement_bind_text (statement, 10, file->media_type);
    }
  if (!vlg_statement_step (statement, &local_error))
    {
      if (local_error == NULL)
        return set_taken (error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  annex_id = vlg_statement_get_int (statement, 0);
  /* A row change with RETURNING is complete with its first row; the rest only ends the statement. */
  return vlg_statement_execute (statement, error) && write_annex_text (db, annex_id, vlg_annex_get_text (row), fresh, error);
}

static gboolean
write_goals (VlgDb     *db,
             gint64     mark_id,
             VlgMark   *mark,
             GError   **error)
{
  const char * const *goals = vlg_mark_get_goals (mark);

  for (guint i = 0; goals[i] != NULL; i++)
    {
      VlgStatement *statement = vlg_db_prepare_for (db, "INSERT INTO mark_goal (mark_id, position, code) VALUES (?, ?, ?)", mark_id, error);

      if (statement == NULL)
        return FALSE;
      vlg_statement_bind_int (statement, 2, i);
      vlg_statement_bind_text (statement, 3, goals[i]);
      if (!vlg_statement_execute (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* The uid of the row set aside that @find names by what it is, freed for its successor; or a fresh one. Marks, signatories and relations carry none in the program. */
static char *
inherit_uid (VlgDb         *db,
             VlgStatement  *find,
             const char    *drop,
             GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *uid = NULL;
  gint64 id;

  if (!vlg_statement_step (find, &local_error))
    {
      if (local_error == NULL)
        return vlg_uid_new ();
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  id = vlg_statement_get_int (find, 0);
  uid = g_strdup (vlg_statement_get_text (find, 1));
  vlg_statement_reset (find);

  find = vlg_db_prepare_for (db, drop, id, error);
  if (find == NULL || !vlg_statement_execute (find, error))
    return NULL;
  return g_steal_pointer (&uid);
}

static gboolean
write_mark (VlgDb     *db,
            gint64     motion_id,
            guint      position,
            gpointer   item,
            gboolean   fresh,
            GError   **error)
{
  VlgMark *row = item;
  g_autofree char *uid = NULL;
  VlgStatement *statement;

  if (fresh)
    {
      uid = vlg_uid_new ();
    }
  else
    {
      statement = vlg_db_prepare_for (db, "SELECT id, uid FROM mark WHERE motion_id = ? AND position < 0 AND field = ? ORDER BY position DESC LIMIT 1", motion_id, error);
      if (statement == NULL)
        return FALSE;
      vlg_statement_bind_text (statement, 2, vlg_mark_get_field (row));
      uid = inherit_uid (db, statement, "DELETE FROM mark WHERE id = ?", error);
    }

  statement = uid != NULL ? vlg_db_prepare_for (db, "INSERT INTO mark (motion_id, position, uid, field, ticked, rationale) VALUES (?, ?, ?, ?, ?, ?)", motion_id, error) : NULL;
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 2, position);
  vlg_statement_bind_text (statement, 3, uid);
  vlg_statement_bind_text (statement, 4, vlg_mark_get_field (row));
  vlg_statement_bind_int (statement, 5, vlg_mark_get_ticked (row) ? 1 : 0);
  vlg_statement_bind_text (statement, 6, vlg_mark_get_rationale (row));
  return vlg_statement_execute (statement, error) && write_goals (db, vlg_db_last_id (db), row, error);
}

static gboolean
write_signatory (VlgDb     *db,
                 gint64     motion_id,
                 guint      position,
                 gpointer   item,
                 gboolean   fresh,
                 GError   **error)
{
  VlgSignatory *row = item;
  g_autofree char *uid = NULL;
  VlgStatement *statement;

  if (fresh)
    {
      uid = vlg_uid_new ();
    }
  else
    {
      statement = vlg_db_prepare_for (db,
        "SELECT id, uid FROM signatory WHERE motion_id = ? AND position < 0 AND name = ? AND role = ? AND block = ? ORDER BY position DESC LIMIT 1", motion_id, error);
      if (statement == NULL)
        return FALSE;
      vlg_statement_bind_text (statement, 2, vlg_signatory_get_name (row));
      vlg_statement_bind_text (statement, 3, vlg_signatory_get_role (row));
      vlg_bind_nick (statement, 4, VLG_TYPE_BLOCK, vlg_signatory_get_block (row));
      uid = inherit_uid (db, statement, "DELETE FROM signatory WHERE id = ?", error);
    }

  statement = uid == NULL ? NULL :
    vlg_db_prepare_for (db, "INSERT INTO signatory (motion_id, position, uid, name, role, block, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", motion_id, error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 2, position);
  vlg_statement_bind_text (statement, 3, uid);
  vlg_statement_bind_text (statement, 4, vlg_signatory_get_name (row));
  vlg_statement_bind_text (statement, 5, vlg_signatory_get_role (row));
  vlg_bind_nick (statement, 6, VLG_TYPE_BLOCK, vlg_signatory_get_block (row));
  vlg_bind_day (statement, 7, vlg_signatory_get_valid_from (row));
  vlg_bind_day (statement, 8, vlg_signatory_get_valid_to (row));
  return vlg_statement_execute (statement, error);
}

static gboolean
write_relation (VlgDb     *db,
                gint64     motion_id,
                guint      position,
                gpointer   item,
                gboolean   fresh,
                GError   **error)
{
  VlgRelation *row = item;
  const char *target = vlg_motion_number_get_text (vlg_relation_get_target (row));
  g_autofree char *uid = NULL;
  VlgStatement *statement;

  if (fresh)
    {
      uid = vlg_uid_new ();
    }
  else
    {
      statement = vlg_db_prepare_for (db,
        "SELECT id, uid FROM relation WHERE motion_id = ? AND position < 0 AND target = ? AND kind = ? ORDER BY position DESC LIMIT 1", motion_id, error);
      if (statement == NULL)
        return FALSE;
      vlg_statement_bind_text (statement, 2, target);
      vlg_bind_nick (statement, 3, VLG_TYPE_RELATION_KIND, vlg_relation_get_kind (row));
      uid = inherit_uid (db, statement, "DELETE FROM relation WHERE id = ?", error);
    }

  statement = uid != NULL ? vlg_db_prepare_for (db, "INSERT INTO relation (motion_id, position, uid, kind, target) VALUES (?, ?, ?, ?, ?)", motion_id, error) : NULL;
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 2, position);
  vlg_statement_bind_text (statement, 3, uid);
  vlg_bind_nick (statement, 4, VLG_TYPE_RELATION_KIND, vlg_relation_get_kind (row));
  vlg_statement_bind_text (statement, 5, target);
  return vlg_statement_execute (statement, error);
}

#define SET_ASIDE(table) "UPDATE " table " SET position = -1 - position WHERE motion_id = ?"
#define DROP(table) "DELETE FROM " table " WHERE motion_id = ? AND position < 0"

static const Table tables[] = {
  { VLG_ROWS_CONSULTATIONS, vlg_motion_get_consultations, write_consultation, SET_ASIDE ("consultation"), DROP ("consultation") },
  { VLG_ROWS_ANNEXES, vlg_motion_get_annexes, write_annex, SET_ASIDE ("annex"), DROP ("annex") },
  { VLG_ROWS_MARKS, vlg_motion_get_marks, write_mark, SET_ASIDE ("mark"), DROP ("mark") },
  { VLG_ROWS_SIGNATORIES, vlg_motion_get_signatories, write_signatory, SET_ASIDE ("signatory"), DROP ("signatory") },
  { VLG_ROWS_RELATIONS, vlg_motion_get_relations, write_relation, SET_ASIDE ("relation"), DROP ("relation") },
};

static gboolean
execute_for (VlgDb       *db,
             const char  *sql,
             gint64       id,
             GError     **error)
{
  VlgStatement *statement = vlg_db_prepare_for (db, sql, id, error);

  return statement != NULL && vlg_statement_execute (statement, error);
}

static gboolean
write_table (VlgDb        *db,
             const Table  *table,
             gint64        motion_id,
             VlgMotion    *motion,
             gboolean      fresh,
             GError      **error)
{
  GListModel *list = G_LIST_MODEL (table->get_list (motion));
  guint n = g_list_model_get_n_items (list);

  if (!fresh && !execute_for (db, table->set_aside, motion_id, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      if (!table->write (db, motion_id, i, item, fresh, error))
        return FALSE;
    }
  return fresh || execute_for (db, table->drop, motion_id, error);
}

gboolean
vlg_motion_rows_write (VlgDb      *db,
                       gint64      motion_id,
                       VlgMotion  *motion,
                       VlgRows     rows,
                       gboolean    fresh,
                       GError    **error)
{
  gint64 last = 0;

  if ((rows & VLG_ROWS_CONSULTATIONS) != 0 && !vlg_meeting_links_find_last (db, &last, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if ((rows & tables[i].rows) != 0 && !write_table (db, &tables[i], motion_id, motion, fresh, error))
      return FALSE;
  return (rows & VLG_ROWS_CONSULTATIONS) == 0 || vlg_meeting_links_settle (db, motion_id, last, error);
}
