/* bench-rows.c — the rows of a database, written once more by bare SQLite
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-rows.h"

#include <sqlite3.h>

typedef struct {
  const char *table;
  const char *columns;   /* of an INSERT, where SELECT * does not give them */
  const char *select;    /* the motion's key, then the row; ordered by the key */
} Table;

/* In the order in which a motion is stored. */
static const Table tables[] = {
  { "ledger", NULL, "SELECT m.id, t.* FROM ledger t JOIN motion m ON m.uid = t.motion_uid ORDER BY m.id" },
  { "motion", NULL, "SELECT id, * FROM motion ORDER BY id" },
  { "motion_text", NULL, "SELECT motion_id, * FROM motion_text ORDER BY motion_id" },
  { "consultation", NULL, "SELECT motion_id, * FROM consultation ORDER BY motion_id, id" },
  { "file", NULL, "SELECT min (a.motion_id), f.* FROM file f JOIN annex a ON a.file_id = f.id GROUP BY f.id ORDER BY 1" },
  { "file_chunk", NULL, "SELECT min (a.motion_id), c.* FROM file_chunk c JOIN annex a ON a.file_id = c.file_id GROUP BY c.id ORDER BY 1" },
  { "annex", NULL, "SELECT motion_id, * FROM annex ORDER BY motion_id, id" },
  { "annex_text", NULL, "SELECT a.motion_id, t.* FROM annex_text t JOIN annex a ON a.id = t.annex_id ORDER BY a.motion_id, a.id" },
  { "mark", NULL, "SELECT motion_id, * FROM mark ORDER BY motion_id, id" },
  { "mark_goal", NULL, "SELECT a.motion_id, t.* FROM mark_goal t JOIN mark a ON a.id = t.mark_id ORDER BY a.motion_id, a.id" },
  { "signatory", NULL, "SELECT motion_id, * FROM signatory ORDER BY motion_id, id" },
  { "relation", NULL, "SELECT motion_id, * FROM relation ORDER BY motion_id, id" },
  { "search", "(rowid, number, title, text, tails)", "SELECT rowid, rowid, number, title, text, tails FROM search ORDER BY rowid" },
  { "version", NULL, "SELECT motion_id, * FROM version ORDER BY motion_id, id" },
  { "journal", NULL, "SELECT m.id, t.* FROM journal t JOIN motion m ON m.uid = t.motion_uid ORDER BY m.id, t.sequence" },
  { "journal_salt", NULL, "SELECT m.id, t.* FROM journal_salt t JOIN journal j USING (sequence) JOIN motion m ON m.uid = j.motion_uid ORDER BY m.id" },
};

typedef struct {
  guint table;
  guint n_values;
  sqlite3_value **values;
} Row;

struct _BenchRows {
  GPtrArray *motions;   /* GArray of Row */
};

static void
check (sqlite3 *db,
       int      result)
{
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_values; i++)
    sqlite3_value_free (row->values[i]);
  g_free (row->values);
}

static GArray *
get_motion (BenchRows *self,
            gint64     id)
{
  while (self->motions->len < (guint64) id)
    {
      GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

      g_array_set_clear_func (rows, clear_row);
      g_ptr_array_add (self->motions, rows);
    }
  return self->motions->pdata[id - 1];
}

BenchRows *
bench_rows_read (const char *path)
{
  BenchRows *self = g_new0 (BenchRows, 1);
  sqlite3 *db = NULL;

  self->motions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  check (db, sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL));
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  for (guint table = 0; table < G_N_ELEMENTS (tables); table++)
    {
      sqlite3_stmt *statement = NULL;

      check (db, sqlite3_prepare_v2 (db, tables[table].select, -1, &statement, NULL));
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          Row row = { table, sqlite3_column_count (statement) - 1, NULL };

          row.values = g_new (sqlite3_value *, row.n_values);
          for (guint i = 0; i < row.n_values; i++)
            row.values[i] = sqlite3_value_dup (sqlite3_column_value (statement, i + 1));
          g_array_append_val (get_motion (self, sqlite3_column_int64 (statement, 0)), row);
        }
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);
  return self;
}

void
bench_rows_free (BenchRows *self)
{
  g_ptr_array_unref (self->motions);
  g_free (self);
}

static sqlite3_stmt *
prepare_insert (sqlite3     *db,
                const Table *table,
                guint        n_values)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_string_printf (sql, "INSERT INTO %s %s VALUES (?", table->table, table->columns != NULL ? table->columns : "");
  for (guint i = 1; i < n_values; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  check (db, sqlite3_prepare_v3 (db, sql->str, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
  return statement;
}

static void
write_motion (sqlite3       *db,
              GArray        *rows,
              sqlite3_stmt **inserts)
{
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      if (inserts[row->table] == NULL)
        inserts[row->table] = prepare_insert (db, &tables[row->table], row->n_values);
      for (guint j = 0; j < row->n_values; j++)
        sqlite3_bind_value (inserts[row->table], j + 1, row->values[j]);
      check (db, sqlite3_step (inserts[row->table]));
      sqlite3_reset (inserts[row->table]);
    }
}

double
bench_rows_write (BenchRows  *self,
                  const char *path,
                  guint       per_transaction)
{
  sqlite3_stmt *inserts[G_N_ELEMENTS (tables)] = { NULL };
  sqlite3 *db = NULL;
  gint64 start;

  check (db, sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
  check (db, sqlite3_exec (db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;"
                               "PRAGMA secure_delete = FAST", NULL, NULL, NULL));

  start = g_get_monotonic_time ();
  for (guint i = 0; i < self->motions->len; i++)
    {
      if (i % per_transaction == 0)
        check (db, sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL));
      write_motion (db, self->motions->pdata[i], inserts);
      if ((i + 1) % per_transaction == 0 || i + 1 == self->motions->len)
        check (db, sqlite3_exec (db, "COMMIT", NULL, NULL, NULL));
    }
  start = g_get_monotonic_time () - start;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    sqlite3_finalize (inserts[i]);
  sqlite3_close (db);
  return start / 1e6;
}
