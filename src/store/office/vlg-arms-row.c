/* vlg-arms-row.c — the office's coat of arms in the store
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-arms-row.h"

GBytes *
vlg_arms_row_load (VlgDb   *db,
                   GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT picture FROM coat_of_arms", error);
  GBytes *picture = NULL;

  if (row == NULL)
    return NULL;
  if (vlg_statement_step (row, error))
    {
      picture = vlg_statement_get_blob (row, 0);
      vlg_statement_reset (row);
    }

  return picture;
}

gboolean
vlg_arms_row_put (VlgDb   *db,
                  GBytes  *picture,
                  GError **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "DELETE FROM coat_of_arms", error);
  gsize length;
  gconstpointer data;

  if (statement == NULL || !vlg_statement_execute (statement, error))
    return FALSE;
  if (picture == NULL)
    return TRUE;

  statement = vlg_db_prepare (db, "INSERT INTO coat_of_arms (id, picture) VALUES (1, ?)", error);
  if (statement == NULL)
    return FALSE;
  data = g_bytes_get_data (picture, &length);
  vlg_statement_bind_blob (statement, 1, data, length);

  return vlg_statement_execute (statement, error);
}
