/* vlg-bind.c — the program's types as parameters and columns
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-bind.h"

#include "vlg-kinds.h"

void
vlg_bind_day (VlgStatement *statement,
              int           index,
              VlgDay        day)
{
  g_autofree char *text = vlg_day_to_iso (day);

  vlg_statement_bind_text (statement, index, text);
}

void
vlg_bind_nick (VlgStatement *statement,
               int           index,
               GType         type,
               int           value)
{
  vlg_statement_bind_text (statement, index, vlg_enum_to_nick (type, value));
}

void
vlg_bind_count (VlgStatement *statement,
                int           index,
                int           count)
{
  if (count < 0)
    vlg_statement_bind_null (statement, index);
  else
    vlg_statement_bind_int (statement, index, count);
}

VlgDay
vlg_column_day (VlgStatement *statement,
                int           column)
{
  return vlg_day_parse_iso (vlg_statement_get_text (statement, column));
}

int
vlg_column_nick (VlgStatement *statement,
                 int           column,
                 GType         type,
                 int           fallback)
{
  const char *nick = vlg_statement_get_text (statement, column);
  int value = fallback;

  if (nick != NULL)
    vlg_enum_from_nick (type, nick, &value);
  return value;
}

int
vlg_column_count (VlgStatement *statement,
                  int           column)
{
  return vlg_statement_is_null (statement, column) ? -1 : (int) vlg_statement_get_int (statement, column);
}

VlgStatement *
vlg_db_prepare_for (VlgDb       *db,
                    const char  *sql,
                    gint64       id,
                    GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db, sql, error);

  if (statement != NULL)
    vlg_statement_bind_int (statement, 1, id);
  return statement;
}
