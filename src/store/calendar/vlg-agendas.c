/* vlg-agendas.c — agendas of meetings, and those with which a body's begin
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-agendas.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-canonical.h"
#include "vlg-core-enums.h"
#include "vlg-journal.h"
#include "vlg-meetings.h"
#include "vlg-string.h"

#define ITEM_COLUMNS "SELECT uid, depth, number, visibility, kind, origin, removed, title, public_title, motion_uid, motion_number, consultation_uid, note FROM agenda_item "

static VlgAgendaItem *
read_item (VlgStatement *row)
{
  VlgAgendaItem *item = vlg_agenda_item_new (vlg_statement_get_text (row, 7));

  vlg_agenda_item_set_uid (item, vlg_statement_get_text (row, 0));
  vlg_agenda_item_set_depth (item, MIN (vlg_statement_get_int (row, 1), VLG_AGENDA_DEPTHS - 1));
  vlg_agenda_item_set_number (item, vlg_statement_get_text (row, 2));
  vlg_agenda_item_set_visibility (item, vlg_column_nick (row, 3, VLG_TYPE_VISIBILITY, VLG_VISIBILITY_NON_PUBLIC));
  vlg_agenda_item_set_kind (item, vlg_column_nick (row, 4, VLG_TYPE_AGENDA_KIND, VLG_AGENDA_KIND_PLAIN));
  vlg_agenda_item_set_origin (item, vlg_column_nick (row, 5, VLG_TYPE_AGENDA_ORIGIN, VLG_AGENDA_ORIGIN_REGULAR));
  vlg_agenda_item_set_removed (item, vlg_statement_get_int (row, 6) != 0);
  vlg_agenda_item_set_public_title (item, vlg_statement_get_text (row, 8));
  vlg_agenda_item_set_motion_uid (item, vlg_statement_get_text (row, 9));
  vlg_agenda_item_set_motion_number (item, vlg_statement_get_text (row, 10));
  vlg_agenda_item_set_consultation_uid (item, vlg_statement_get_text (row, 11));
  vlg_agenda_item_set_note (item, vlg_statement_get_text (row, 12));

  return item;
}

/* The items of a meeting or of a standard agenda. Caller owns. */
static GPtrArray *
read_items (VlgDb       *db,
            const char  *sql,
            gint64       id,
            GError     **error)
{
  VlgStatement *row = vlg_db_prepare_for (db, sql, id, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return NULL;
  while (vlg_statement_step (row, &local_error))
    g_ptr_array_add (items, read_item (row));
  if (local_error == NULL)
    return g_steal_pointer (&items);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gboolean
drop_items (VlgDb       *db,
            const char  *sql,
            gint64       id,
            GError     **error)
{
  VlgStatement *statement = vlg_db_prepare_for (db, sql, id, error);

  return statement != NULL && vlg_statement_execute (statement, error);
}

/* Writes one item of the meeting @meeting_id or the standard agenda @standard_id, of which one is 0. */
static gboolean
write_item (VlgDb          *db,
            gint64          meeting_id,
            gint64          standard_id,
            guint           position,
            VlgAgendaItem  *item,
            GError        **error)
{
  VlgStatement *statement = vlg_db_prepare (db,
    "INSERT INTO agenda_item (uid, meeting_id, standard_id, position, depth, number, visibility, kind, origin, removed, title, public_title, motion_uid, motion_number, "
    "                         consultation_uid, note) "
    "VALUES (?, ?2, ?3, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?13, ?, coalesce (?, "
    "  (SELECT c.uid FROM consultation c JOIN motion o ON o.id = c.motion_id WHERE o.uid = ?13 AND c.meeting_id = ?2 ORDER BY c.position LIMIT 1)), ?)", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, vlg_agenda_item_get_uid (item));
  if (meeting_id != 0)
    vlg_statement_bind_int (statement, 2, meeting_id);
  if (standard_id != 0)
    vlg_statement_bind_int (statement, 3, standard_id);
  vlg_statement_bind_int (statement, 4, position);
  vlg_statement_bind_int (statement, 5, vlg_agenda_item_get_depth (item));
  vlg_statement_bind_text (statement, 6, vlg_agenda_item_get_number (item));
  vlg_bind_nick (statement, 7, VLG_TYPE_VISIBILITY, vlg_agenda_item_get_visibility (item));
  vlg_bind_nick (statement, 8, VLG_TYPE_AGENDA_KIND, vlg_agenda_item_get_kind (item));
  vlg_bind_nick (statement, 9, VLG_TYPE_AGENDA_ORIGIN, vlg_agenda_item_get_origin (item));
  vlg_statement_bind_int (statement, 10, vlg_agenda_item_get_removed (item) ? 1 : 0);
  vlg_statement_bind_text (statement, 11, vlg_agenda_item_get_title (item));
  vlg_statement_bind_text (statement, 12, vlg_agenda_item_get_public_title (item));
  vlg_statement_bind_text (statement, 13, vlg_agenda_item_get_motion_uid (item));
  vlg_statement_bind_text (statement, 14, vlg_agenda_item_get_motion_number (item));
  vlg_statement_bind_text (statement, 15, vlg_agenda_item_get_consultation_uid (item));
  vlg_statement_bind_text (statement, 16, vlg_agenda_item_get_note (item));

  return vlg_statement_execute (statement, error);
}

static gboolean
write_items (VlgDb       *db,
             gint64       meeting_id,
             gint64       standard_id,
             GListModel  *items,
             GError     **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (VlgAgendaItem) item = g_list_model_get_item (items, i);

      if (!write_item (db, meeting_id, standard_id, i, item, error))
        return FALSE;
    }

  return TRUE;
}

/* The row of a meeting outside the trash; VLG_ERROR_NOT_FOUND. */
static gboolean
find_meeting (VlgDb       *db,
              const char  *uid,
              gint64      *id,
              gint64      *revision,
              gboolean    *fixed,
              GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT id, revision, agenda_fixed FROM meeting WHERE uid = ? AND trashed = 0", error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, uid);
  if (vlg_statement_step (row, &local_error))
    {
      *id = vlg_statement_get_int (row, 0);
      *revision = vlg_statement_get_int (row, 1);
      *fixed = vlg_statement_get_int (row, 2) != 0;
      vlg_statement_reset (row);
      return TRUE;
    }
  if (local_error == NULL)
    g_set_error_literal (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("This meeting is no longer in the calendar."));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

VlgAgenda *
vlg_agendas_load (VlgDb                   *db,
                  const char              *uid,
                  const VlgAgendaWording  *wording,
                  GError                 **error)
{
  g_autoptr (GPtrArray) items = NULL;
  gint64 id, revision;
  gboolean fixed;

  if (!find_meeting (db, uid, &id, &revision, &fixed, error))
    return NULL;
  items = read_items (db, ITEM_COLUMNS "WHERE meeting_id = ? ORDER BY position", id, error);

  return items != NULL ? vlg_agenda_new_stored (items, fixed, wording) : NULL;
}

gboolean
vlg_agendas_has (VlgDb       *db,
                 const char  *uid,
                 gboolean    *some,
                 GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT EXISTS (SELECT 1 FROM meeting WHERE uid = ? AND agenda_changed_at IS NOT NULL)", error);

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, uid);
  if (!vlg_statement_step (row, error))
    return FALSE;
  *some = vlg_statement_get_int (row, 0) != 0;
  vlg_statement_reset (row);

  return TRUE;
}

static void
add_item (JsonArray     *array,
          VlgAgendaItem *item)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "uid", vlg_agenda_item_get_uid (item));
  json_object_set_string_member (object, "number", vlg_agenda_item_get_number (item));
  json_object_set_int_member (object, "depth", vlg_agenda_item_get_depth (item));
  json_object_set_string_member (object, "visibility", vlg_enum_to_nick (VLG_TYPE_VISIBILITY, vlg_agenda_item_get_visibility (item)));
  json_object_set_string_member (object, "kind", vlg_enum_to_nick (VLG_TYPE_AGENDA_KIND, vlg_agenda_item_get_kind (item)));
  json_object_set_string_member (object, "origin", vlg_enum_to_nick (VLG_TYPE_AGENDA_ORIGIN, vlg_agenda_item_get_origin (item)));
  json_object_set_boolean_member (object, "removed", vlg_agenda_item_get_removed (item));
  json_object_set_string_member (object, "title", vlg_agenda_item_get_title (item));
  json_object_set_string_member (object, "public_title", vlg_agenda_item_get_public_title (item));
  json_object_set_string_member (object, "motion", vlg_agenda_item_get_motion_uid (item));
  json_object_set_string_member (object, "motion_number", vlg_agenda_item_get_motion_number (item));
  json_object_set_string_member (object, "note", vlg_agenda_item_get_note (item));
  json_array_add_object_element (array, object);
}

/* What the journal's hash is of: canonical bytes. Caller owns. */
static GBytes *
make_content (VlgAgenda  *agenda,
              GError    **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  GListModel *items = vlg_agenda_get_items (agenda);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  json_node_take_object (node, object);
  json_object_set_int_member (object, "format", 1);
  json_object_set_array_member (object, "items", array);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (VlgAgendaItem) item = g_list_model_get_item (items, i);

      add_item (array, item);
    }

  return vlg_canonical_serialize (node, error);
}

/* An agenda counts in law from the invitation on. */
static gboolean
write_journal (VlgDb       *db,
               VlgMeeting  *meeting,
               VlgAgenda   *before,
               VlgAgenda   *after,
               VlgActor    *actor,
               GError     **error)
{
  gboolean was = vlg_agenda_get_fixed (before), is = vlg_agenda_get_fixed (after);
  VlgMeetingNumber *number = vlg_meeting_get_number (meeting);
  g_autofree char *day = vlg_day_to_iso (vlg_meeting_get_day (meeting));
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GBytes) content = NULL;
  VlgDeed entry = {
    .deed = !is ? "agenda-unfixed" : was ? "agenda-changed" : "agenda-fixed", .meeting_uid = vlg_meeting_get_uid (meeting),
    .number = number != NULL ? vlg_meeting_number_get_text (number) : NULL, .day = day, .revision = vlg_meeting_get_revision (meeting),
  };

  if (!was && !is)
    return TRUE;
  old = make_content (before, error);
  content = old != NULL ? make_content (after, error) : NULL;
  if (content == NULL)
    return FALSE;
  entry.content = content;

  return (was && is && g_bytes_equal (old, content)) || vlg_journal_append (db, actor, &entry, error);
}

static gboolean
check_change (VlgMeeting  *stored,
              VlgAgenda   *before,
              VlgAgenda   *after,
              GError     **error)
{
  if (!vlg_agenda_get_fixed (before) || vlg_agenda_get_fixed (after))
    return vlg_agenda_check_change (before, after, error);
  if (vlg_meeting_get_state (stored) != VLG_MEETING_STATE_HELD)
    return TRUE;
  g_set_error (error, VLG_ERROR, VLG_ERROR_FROZEN, _("This meeting of “%s” was held by its agenda, which stays fixed."), vlg_meeting_get_body (stored));

  return FALSE;
}

gboolean
vlg_agendas_save (VlgDb       *db,
                  VlgMeeting  *meeting,
                  VlgAgenda   *agenda,
                  VlgActor    *actor,
                  GError     **error)
{
  g_autoptr (VlgMeeting) stored = NULL;
  g_autoptr (VlgAgenda) before = NULL;
  VlgStatement *statement;
  gint64 id, revision;
  gboolean fixed;

  if (!find_meeting (db, vlg_meeting_get_uid (meeting), &id, &revision, &fixed, error))
    return FALSE;
  if (revision != vlg_meeting_get_revision (meeting))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_CONFLICT, _("Somebody has changed the meeting of “%s” in the meantime. Please look at it again."), vlg_meeting_get_body (meeting));
      return FALSE;
    }
  stored = vlg_meetings_load (db, vlg_meeting_get_uid (meeting), error);
  before = stored != NULL ? vlg_agendas_load (db, vlg_meeting_get_uid (meeting), NULL, error) : NULL;
  if (before == NULL || !check_change (stored, before, agenda, error))
    return FALSE;
  statement = vlg_db_prepare (db,
    "UPDATE meeting SET revision = ?1, agenda_fixed = ?2, changed_at = ?3, changed_by = ?4, changed_name = ?6, "
    "  agenda_changed_at = ?3, agenda_changed_by = ?4, agenda_changed_name = ?6 WHERE id = ?5", error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 1, revision + 1);
  vlg_statement_bind_int (statement, 2, vlg_agenda_get_fixed (agenda) ? 1 : 0);
  vlg_statement_bind_int (statement, 3, vlg_instant_now ());
  vlg_statement_bind_int (statement, 4, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_int (statement, 5, id);
  vlg_statement_bind_text (statement, 6, vlg_actor_get_name (actor));
  if (!vlg_statement_execute (statement, error) ||
      !drop_items (db, "DELETE FROM agenda_item WHERE meeting_id = ?", id, error) ||
      !write_items (db, id, 0, vlg_agenda_get_items (agenda), error))
    return FALSE;
  vlg_meeting_set_revision (stored, revision + 1);
  if (!write_journal (db, stored, before, agenda, actor, error))
    return FALSE;
  vlg_meeting_set_revision (meeting, revision + 1);

  return TRUE;
}

/* The row of a body's standard agenda; 0 where there is none. */
static gboolean
find_standard (VlgDb       *db,
               const char  *body_uid,
               gint64      *id,
               GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT id FROM standard_agenda WHERE body_uid = ?", error);
  g_autoptr (GError) local_error = NULL;

  *id = 0;
  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, body_uid);
  if (vlg_statement_step (row, &local_error))
    {
      *id = vlg_statement_get_int (row, 0);
      vlg_statement_reset (row);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

GListModel *
vlg_agendas_load_standard (VlgDb       *db,
                           const char  *body_uid,
                           GError     **error)
{
  g_autoptr (GPtrArray) items = NULL;
  GListStore *store;
  gint64 id;

  if (!find_standard (db, body_uid, &id, error) || id == 0)
    return NULL;
  items = read_items (db, ITEM_COLUMNS "WHERE standard_id = ? ORDER BY position", id, error);
  if (items == NULL)
    return NULL;
  store = g_list_store_new (VLG_TYPE_AGENDA_ITEM);
  g_list_store_splice (store, 0, 0, items->pdata, items->len);

  return G_LIST_MODEL (store);
}

gboolean
vlg_agendas_save_standard (VlgDb       *db,
                           const char  *body_uid,
                           GListModel  *items,
                           VlgActor    *actor,
                           GError     **error)
{
  VlgStatement *statement;
  gint64 id;

  if (!find_standard (db, body_uid, &id, error) || (id != 0 && !drop_items (db, "DELETE FROM standard_agenda WHERE id = ?", id, error)))
    return FALSE;
  if (items == NULL)
    return TRUE;
  statement = vlg_db_prepare (db, "INSERT INTO standard_agenda (body_uid, changed_at, actor_login, actor_name) VALUES (?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, body_uid);
  vlg_statement_bind_int (statement, 2, vlg_instant_now ());
  vlg_statement_bind_int (statement, 3, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (statement, 4, vlg_actor_get_name (actor));

  return vlg_statement_execute (statement, error) && write_items (db, 0, vlg_db_last_id (db), items, error);
}
