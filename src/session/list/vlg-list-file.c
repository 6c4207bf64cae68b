/* vlg-list-file.c — the list of motions as a table for a spreadsheet
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-list-file.h"

#include <glib/gi18n.h>

#include "vlg-atomic-file.h"
#include "vlg-csv.h"

/* Rows read at once. */
#define CHUNK 1024

typedef struct {
  VlgStore *store;
  VlgMotionFilter *filter;
  GFile *file;
  char *words;
  VlgMotionOrder order;
  gint64 login;
  gssize n_rows;
} Table;

typedef struct {
  const gint64 *ids;
  guint n_ids;
} Chunk;

static void
table_free (gpointer data)
{
  Table *table = data;

  g_object_unref (table->store);
  g_object_unref (table->file);
  vlg_motion_filter_free (table->filter);
  g_free (table->words);
  g_free (table);
}

static gpointer
ids_job (VlgDb         *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  Table *table = data;
  VlgMotionQuery query = { .words = table->words, .order = table->order, .filter = table->filter, .login = table->login };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return vlg_motions_query_ids (db, &query, ids, cancellable, error) ? g_steal_pointer (&ids) : NULL;
}

static gpointer
chunk_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Chunk *chunk = data;

  return vlg_motions_load_summaries (db, chunk->ids, chunk->n_ids, error);
}

static void
append_motion (GString          *out,
               VlgMotionSummary *row)
{
  g_autofree char *day = vlg_day_to_display (vlg_motion_summary_get_next_day (row));
  const char *cells[] = {
    vlg_motion_summary_get_number (row), vlg_motion_summary_get_title (row), vlg_state_get_label (vlg_motion_summary_get_state (row)),
    vlg_visibility_get_label (vlg_motion_summary_get_visibility (row)), day, NULL
  };

  vlg_csv_append (out, ';', VLG_CSV_GUARDED | VLG_CSV_QUOTED, cells);
}

static gboolean
write_chunk (Table          *table,
             Chunk          *chunk,
             GOutputStream  *stream,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autoptr (GPtrArray) rows = vlg_store_read (table->store, chunk_job, chunk, cancellable, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      /* Gone since the ids were read. */
      if (vlg_motion_summary_get_id (rows->pdata[i]) == 0)
        continue;
      append_motion (text, rows->pdata[i]);
      table->n_rows++;
    }

  return g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable, error);
}

static gboolean
write_table (GOutputStream  *stream,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  Table *table = data;
  const char *header[] = { C_("column", "Number"), C_("column", "Title"), C_("column", "State"), C_("column", "Public or not"), C_("column", "Next date"), NULL };
  g_autoptr (GArray) ids = vlg_store_read (table->store, ids_job, table, cancellable, error);
  g_autoptr (GString) head = g_string_new (VLG_CSV_MARK);

  if (ids == NULL)
    return FALSE;
  vlg_csv_append (head, ';', VLG_CSV_GUARDED | VLG_CSV_QUOTED, header);
  if (!g_output_stream_write_all (stream, head->str, head->len, NULL, cancellable, error))
    return FALSE;
  for (guint done = 0; done < ids->len; done += CHUNK)
    {
      Chunk chunk = { &g_array_index (ids, gint64, done), MIN (CHUNK, ids->len - done) };

      if (!write_chunk (table, &chunk, stream, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Table *table = task_data;
  GError *error = NULL;

  if (vlg_atomic_file_write (table->file, write_table, table, cancellable, &error))
    g_task_return_int (task, table->n_rows);
  else
    g_task_return_error (task, error);
}

void
vlg_list_file_write_async (VlgOffice           *office,
                           VlgMotionList       *list,
                           GFile               *file,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Table *table;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_MOTION_LIST (list));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_list_file_write_async);
  table = g_new0 (Table, 1);
  table->store = g_object_ref (vlg_office_get_store (office));
  table->file = g_object_ref (file);
  table->filter = vlg_motion_filter_copy (vlg_motion_list_get_filter (list));
  table->words = g_strdup (vlg_motion_list_get_words (list));
  table->order = vlg_motion_list_get_order (list);
  table->login = vlg_actor_get_login_uid (vlg_office_get_actor (office));
  g_task_set_task_data (task, table, table_free);
  g_task_run_in_thread (task, write_thread);
}

gssize
vlg_list_file_write_finish (VlgOffice     *office,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
