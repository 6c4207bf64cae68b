/* vlg-sqlite-migrate.c — numbered SQL that brings a database to this program's schema
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-sqlite-migrate.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "vlg-string.h"

#define FOLDER RESOURCE_PATH "/store/migrations"

static void
migration_free (gpointer data)
{
  VlgMigration *self = data;

  g_free (self->name);
  g_bytes_unref (self->sql);
  g_free (self->sha256);
  g_free (self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

VlgMigration *
vlg_migration_new (guint       number,
                   const char *name,
                   GBytes     *sql)
{
  VlgMigration *self = g_new0 (VlgMigration, 1);

  self->number = number;
  self->name = g_strdup (name);
  self->sql = g_bytes_ref (sql);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, sql);
  return self;
}

GPtrArray *
vlg_migrations_load (void)
{
  g_autoptr (GPtrArray) migrations = g_ptr_array_new_with_free_func (migration_free);
  g_auto (GStrv) names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (names == NULL)
    g_error ("The migrations are not part of this program");

  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER "/", names[i], NULL);
      g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_ptr_array_add (migrations, vlg_migration_new (i + 1, names[i], sql));
    }
  return g_steal_pointer (&migrations);
}

static gboolean
check_applied (VlgDb      *db,
               GPtrArray  *migrations,
               GError    **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "SELECT number, sha256 FROM migration ORDER BY number", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  while (vlg_statement_step (statement, &local_error))
    {
      guint number = vlg_statement_get_int (statement, 0);
      VlgMigration *known = number >= 1 && number <= migrations->len ? g_ptr_array_index (migrations, number - 1) : NULL;

      if (known == NULL || strcmp (known->sha256, vlg_statement_get_text (statement, 1)) != 0)
        {
          vlg_statement_reset (statement);
          g_set_error (error, VLG_ERROR, VLG_ERROR_FOREIGN,
                       _("“%s” was made by another edition of this program whose databases this one cannot read. It was left as it is."), vlg_db_get_path (db));
          return FALSE;
        }
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

gboolean
vlg_migrations_check (VlgDb      *db,
                      GPtrArray  *migrations,
                      guint      *pending,
                      GError    **error)
{
  gint64 application_id, version;

  if (!vlg_db_query_int (db, "PRAGMA application_id", &application_id, error) ||
      !vlg_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application_id != VLG_APPLICATION_ID || version < 1)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FOREIGN, _("“%s” is not a database of this program. It was left as it is."), vlg_db_get_path (db));
      return FALSE;
    }
  if (version > migrations->len)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_NEWER,
                   _("“%s” was made by a newer version of this program. It was left as it is; please update the program."), vlg_db_get_path (db));
      return FALSE;
    }

  *pending = migrations->len - version;
  return check_applied (db, migrations, error);
}

static gboolean
check_foreign_keys (VlgDb               *db,
                    const VlgMigration  *migration,
                    GError             **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (vlg_db_get_handle (db), "PRAGMA foreign_key_check", -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  sqlite3_finalize (statement);
  if (result == SQLITE_ROW)
    g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED,
                 _("Updating “%s” (%s) would leave references without their target. Nothing was changed."), vlg_db_get_path (db), migration->name);
  else if (result != SQLITE_DONE)
    vlg_db_set_error (db, result, error);
  return result == SQLITE_DONE;
}

static gboolean
record (VlgDb               *db,
        const VlgMigration  *migration,
        GError             **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %u; PRAGMA application_id = %d;", migration->number, VLG_APPLICATION_ID);
  VlgStatement *statement;

  if (!vlg_db_exec (db, version, error))
    return FALSE;

  statement = vlg_db_prepare (db, "INSERT INTO migration (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 1, migration->number);
  vlg_statement_bind_text (statement, 2, migration->name);
  vlg_statement_bind_text (statement, 3, migration->sha256);
  vlg_statement_bind_int (statement, 4, vlg_instant_now ());
  return vlg_statement_execute (statement, error);
}

static gboolean
run_one (VlgDb               *db,
         const VlgMigration  *migration,
         GError             **error)
{
  gsize length;
  const char *data = g_bytes_get_data (migration->sql, &length);
  g_autofree char *sql = g_strndup (data, length);

  if (!vlg_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (vlg_db_exec (db, sql, error) &&
      check_foreign_keys (db, migration, error) &&
      record (db, migration, error) &&
      vlg_db_exec (db, "COMMIT", error))
    return TRUE;

  if (!sqlite3_get_autocommit (vlg_db_get_handle (db)))
    vlg_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
vlg_migrations_run (VlgDb      *db,
                    GPtrArray  *migrations,
                    GError    **error)
{
  gboolean done = TRUE;
  gint64 version;

  if (!vlg_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  /* Inside a transaction this pragma does nothing, so it stands around all of them. */
  if (!vlg_db_exec (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  for (guint i = version; done && i < migrations->len; i++)
    done = run_one (db, g_ptr_array_index (migrations, i), error);

  return vlg_db_exec (db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}
