/* vlg-snippets.c — the office's text blocks
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-snippets.h"

#include <glib/gi18n.h>

#include "vlg-string.h"

GPtrArray *
vlg_snippets_list (VlgDb   *db,
                   GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT uid, name, text, changed_at FROM snippet ORDER BY used_at DESC, name", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return NULL;
  while (vlg_statement_step (row, &local_error))
    g_ptr_array_add (list, vlg_snippet_new (vlg_statement_get_text (row, 0), vlg_statement_get_text (row, 1), vlg_statement_get_text (row, 2), vlg_statement_get_int (row, 3)));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&list);
}

/* The instant the snippet was stored at, in @changed_at; 0 where it is not there. */
static gboolean
find (VlgDb       *db,
      const char  *uid,
      gint64      *changed_at,
      GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT changed_at FROM snippet WHERE uid = ?", error);
  g_autoptr (GError) local_error = NULL;

  *changed_at = 0;
  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, uid);
  if (vlg_statement_step (row, &local_error))
    {
      *changed_at = vlg_statement_get_int (row, 0);
      vlg_statement_reset (row);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

VlgSnippet *
vlg_snippets_save (VlgDb       *db,
                   VlgSnippet  *snippet,
                   GError     **error)
{
  const char *uid = vlg_snippet_get_uid (snippet), *name = vlg_snippet_get_name (snippet), *text = vlg_snippet_get_text (snippet);
  gint64 stored_at, now = vlg_instant_now ();
  VlgStatement *statement;

  if (*name == '\0' || *text == '\0')
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID,
                           *name == '\0' ? _("A text block needs a name to find it by.") : _("A text block needs a text."));
      return NULL;
    }
  if (!find (db, uid, &stored_at, error))
    return NULL;
  if (stored_at != 0 && stored_at != vlg_snippet_get_changed_at (snippet))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_CONFLICT, _("Somebody has changed the text block “%s” in the meantime. Please look at it again."), name);
      return NULL;
    }

  /* Two changes in one microsecond are told apart. */
  now = MAX (now, stored_at + 1);
  statement = vlg_db_prepare (db, "INSERT INTO snippet (uid, name, text, used_at, changed_at) VALUES (?, ?, ?, ?, ?) "
                                  "ON CONFLICT (uid) DO UPDATE SET name = excluded.name, text = excluded.text, changed_at = excluded.changed_at", error);
  if (statement == NULL)
    return NULL;
  vlg_statement_bind_text (statement, 1, uid);
  vlg_statement_bind_text (statement, 2, name);
  vlg_statement_bind_text (statement, 3, text);
  vlg_statement_bind_int (statement, 4, now);
  vlg_statement_bind_int (statement, 5, now);
  if (!vlg_statement_execute (statement, error))
    return NULL;
  return vlg_snippet_new (uid, name, text, now);
}

gboolean
vlg_snippets_delete (VlgDb       *db,
                     const char  *uid,
                     GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "DELETE FROM snippet WHERE uid = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, uid);
  return vlg_statement_execute (statement, error);
}

gboolean
vlg_snippets_touch (VlgDb       *db,
                    const char  *uid,
                    GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "UPDATE snippet SET used_at = ? WHERE uid = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 1, vlg_instant_now ());
  vlg_statement_bind_text (statement, 2, uid);
  return vlg_statement_execute (statement, error);
}
