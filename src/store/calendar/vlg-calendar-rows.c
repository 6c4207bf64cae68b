/* vlg-calendar-rows.c — what stands in the calendar between two days
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-calendar-rows.h"

#include "vlg-bind.h"
#include "vlg-core-enums.h"

/* The plus keeps the planner from beginning with all motions outside the trash, as it would without statistics: 50 ms instead of one for a month. */

#define CONSULTATIONS \
  "SELECT c.uid, c.day, c.body, c.body_uid, c.visibility, c.role, c.result, o.uid, o.number, o.title, o.responsible, o.stage, o.state, o.visibility, m.uid, m.begins, m.ends " \
  "FROM consultation c JOIN motion o ON o.id = c.motion_id LEFT JOIN meeting m ON m.id = c.meeting_id AND m.trashed = 0 "

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return vlg_calendar_entry_compare (*(VlgCalendarEntry * const *) a, *(VlgCalendarEntry * const *) b);
}

static VlgCalendarEntry *
read_meeting (VlgStatement *row)
{
  VlgCalendarFacts facts = {
    .kind = VLG_ENTRY_MEETING,
    .uid = g_strdup (vlg_statement_get_text (row, 0)),
    .day = vlg_column_day (row, 1),
    .start = vlg_column_count (row, 2),
    .end = vlg_column_count (row, 3),
    .body = g_strdup (vlg_statement_get_text (row, 4)),
    .body_uid = g_strdup (vlg_statement_get_text (row, 5)),
    .visibility = vlg_column_nick (row, 6, VLG_TYPE_VISIBILITY, VLG_VISIBILITY_UNDECIDED),
    .number = g_strdup (vlg_statement_get_text (row, 7)),
    .state = vlg_column_nick (row, 8, VLG_TYPE_MEETING_STATE, VLG_MEETING_STATE_PLANNED),
    .room = g_strdup (vlg_statement_get_text (row, 9)),
    .revision = vlg_statement_get_int (row, 10),
    .n_motions = vlg_statement_get_int (row, 11),
  };

  return vlg_calendar_entry_new (&facts);
}

static VlgCalendarEntry *
read_consultation (VlgStatement *row)
{
  gboolean linked = !vlg_statement_is_null (row, 14);
  VlgCalendarFacts facts = {
    .kind = VLG_ENTRY_CONSULTATION,
    .uid = g_strdup (vlg_statement_get_text (row, 0)),
    .day = vlg_column_day (row, 1),
    .start = linked ? vlg_column_count (row, 15) : VLG_WALL_TIME_NONE,
    .end = linked ? vlg_column_count (row, 16) : VLG_WALL_TIME_NONE,
    .body = g_strdup (vlg_statement_get_text (row, 2)),
    .body_uid = g_strdup (vlg_statement_get_text (row, 3)),
    .visibility = vlg_column_nick (row, 4, VLG_TYPE_VISIBILITY, VLG_VISIBILITY_UNDECIDED),
    .role = vlg_column_nick (row, 5, VLG_TYPE_ROLE, VLG_ROLE_NONE),
    .result = vlg_column_nick (row, 6, VLG_TYPE_RESULT, VLG_RESULT_NONE),
    .motion_uid = g_strdup (vlg_statement_get_text (row, 7)),
    .number = g_strdup (vlg_statement_get_text (row, 8)),
    .title = g_strdup (vlg_statement_get_text (row, 9)),
    .responsible = g_strdup (vlg_statement_get_text (row, 10)),
    .motion_stage = vlg_column_nick (row, 11, VLG_TYPE_STAGE, VLG_STAGE_DRAFT),
    .motion_state = vlg_column_nick (row, 12, VLG_TYPE_STATE, VLG_STATE_DRAFT),
    .motion_visibility = vlg_column_nick (row, 13, VLG_TYPE_VISIBILITY, VLG_VISIBILITY_UNDECIDED),
    .meeting_uid = g_strdup (vlg_statement_get_text (row, 14)),
  };

  return vlg_calendar_entry_new (&facts);
}

static gboolean
append (VlgStatement      *row,
        VlgCalendarEntry *(*read) (VlgStatement *row),
        GPtrArray         *entries,
        GError           **error)
{
  g_autoptr (GError) local_error = NULL;

  while (vlg_statement_step (row, &local_error))
    g_ptr_array_add (entries, read (row));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

GPtrArray *
vlg_calendar_rows_load (VlgDb   *db,
                        VlgDay   from,
                        VlgDay   to,
                        GError **error)
{
  static const char * const sql[] = {
    "SELECT m.uid, m.day, m.begins, m.ends, m.body, m.body_uid, m.visibility, m.number, m.state, m.room, m.revision, "
    "  (SELECT count (*) FROM consultation c JOIN motion o ON o.id = c.motion_id WHERE c.meeting_id = m.id AND +o.trashed = 0) "
    "FROM meeting m WHERE m.day BETWEEN ? AND ? AND m.trashed = 0",
    CONSULTATIONS "WHERE c.day BETWEEN ? AND ? AND +o.trashed = 0",
  };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      VlgStatement *row = vlg_db_prepare (db, sql[i], error);

      if (row == NULL)
        return NULL;
      vlg_bind_day (row, 1, from != VLG_DAY_NONE ? from : vlg_day_new (1, 1, 1));
      vlg_bind_day (row, 2, to != VLG_DAY_NONE ? to : vlg_day_new (9999, 12, 31));
      if (!append (row, i == 0 ? read_meeting : read_consultation, entries, error))
        return NULL;
    }
  g_ptr_array_sort (entries, compare_entries);

  return g_steal_pointer (&entries);
}

GPtrArray *
vlg_calendar_rows_load_undated (VlgDb   *db,
                                guint    limit,
                                GError **error)
{
  VlgStatement *row = vlg_db_prepare_for (db,
    CONSULTATIONS "WHERE c.day IS NULL AND c.result = 'none' AND +o.trashed = 0 AND o.stage <> 'withdrawn' ORDER BY o.number_key DESC, o.id DESC, c.position LIMIT ?", limit, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  return row != NULL && append (row, read_consultation, entries, error) ? g_steal_pointer (&entries) : NULL;
}

GPtrArray *
vlg_calendar_rows_load_meeting (VlgDb       *db,
                                const char  *uid,
                                GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, CONSULTATIONS "WHERE m.uid = ? AND +o.trashed = 0 ORDER BY o.number_key, o.id, c.position", error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, uid);

  return append (row, read_consultation, entries, error) ? g_steal_pointer (&entries) : NULL;
}
