/* vlg-saved-filters.c — filters saved under a name
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-saved-filters.h"

#include <glib/gi18n.h>

#include "vlg-string.h"

void
vlg_saved_filter_free (VlgSavedFilter *self)
{
  g_free (self->uid);
  g_free (self->name);
  vlg_motion_filter_free (self->filter);
  g_free (self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate ((*(VlgSavedFilter * const *) a)->name, (*(VlgSavedFilter * const *) b)->name);
}

GPtrArray *
vlg_saved_filters_load (VlgDb   *db,
                        GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT uid, name, terms FROM saved_filter", error);
  g_autoptr (GPtrArray) filters = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_saved_filter_free);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return NULL;
  while (vlg_statement_step (row, &local_error))
    {
      g_autoptr (GError) reason = NULL;
      VlgMotionFilter *filter = vlg_motion_filter_from_text (vlg_statement_get_text (row, 2), &reason);
      VlgSavedFilter *saved;

      if (filter == NULL)
        {
          g_debug ("Filter “%s” left out: %s", vlg_statement_get_text (row, 1), reason->message);
          continue;
        }
      saved = g_new0 (VlgSavedFilter, 1);
      saved->uid = g_strdup (vlg_statement_get_text (row, 0));
      saved->name = g_strdup (vlg_statement_get_text (row, 1));
      saved->filter = filter;
      g_ptr_array_add (filters, saved);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  g_ptr_array_sort (filters, compare_names);
  return g_steal_pointer (&filters);
}

gboolean
vlg_saved_filters_put (VlgDb                  *db,
                       const char             *name,
                       const VlgMotionFilter  *filter,
                       VlgActor               *actor,
                       GError                **error)
{
  g_autofree char *collapsed = vlg_string_collapse (name);
  g_autofree char *terms = vlg_motion_filter_to_text (filter);
  g_autofree char *uid = vlg_uid_new ();
  VlgStatement *statement;

  if (*collapsed == '\0')
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("Please give the filter a name."));
      return FALSE;
    }
  statement = vlg_db_prepare (db,
    "INSERT INTO saved_filter (uid, name, terms, changed_at, actor_login, actor_name) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (name) DO UPDATE SET terms = excluded.terms, changed_at = excluded.changed_at, actor_login = excluded.actor_login, actor_name = excluded.actor_name", error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, uid);
  vlg_statement_bind_text (statement, 2, collapsed);
  vlg_statement_bind_text (statement, 3, terms);
  vlg_statement_bind_int (statement, 4, vlg_instant_now ());
  vlg_statement_bind_int (statement, 5, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (statement, 6, vlg_actor_get_name (actor));
  return vlg_statement_execute (statement, error);
}

gboolean
vlg_saved_filters_remove (VlgDb       *db,
                          const char  *uid,
                          GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "DELETE FROM saved_filter WHERE uid = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, uid);
  return vlg_statement_execute (statement, error);
}
