/* vlg-settings.c — what an office has set, by name
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-settings.h"

char *
vlg_settings_get (VlgDb       *db,
                  const char  *name,
                  GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT value FROM setting WHERE name = ?", error);
  char *value = NULL;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, name);
  if (vlg_statement_step (row, error))
    {
      value = g_strdup (vlg_statement_get_text (row, 0));
      vlg_statement_reset (row);
    }

  return value;
}

gboolean
vlg_settings_put (VlgDb       *db,
                  const char  *name,
                  const char  *value,
                  GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db,
    value != NULL ? "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value" : "DELETE FROM setting WHERE name = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, name);
  if (value != NULL)
    vlg_statement_bind_text (statement, 2, value);

  return vlg_statement_execute (statement, error);
}
