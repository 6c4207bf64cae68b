/* vlg-edits.c — the undo patches of a motion, and what a conflict keeps back
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-edits.h"

#include "vlg-bind.h"
#include "vlg-settings.h"

/* Names of settings: "undecided/<motion uid>/<key>". */
#define UNDECIDED "undecided/"

static void
edit_free (gpointer data)
{
  VlgEdit *self = data;

  g_free (self->field);
  vlg_patch_clear (&self->patch);
  g_free (self->actor_name);
  g_free (self);
}

static VlgEdit *
read_edit (VlgStatement *row)
{
  VlgEdit *self = g_new0 (VlgEdit, 1);

  self->field = g_strdup (vlg_statement_get_text (row, 0));
  self->patch.start = vlg_statement_get_int (row, 1);
  self->patch.before = g_strdup (vlg_statement_get_text (row, 2));
  self->patch.after = g_strdup (vlg_statement_get_text (row, 3));
  self->revision = vlg_statement_get_int (row, 4);
  self->at = vlg_statement_get_int (row, 5);
  self->actor_login = vlg_statement_get_int (row, 6);
  self->actor_name = g_strdup (vlg_statement_get_text (row, 7));
  return self;
}

/* The edits of the last, incomplete revision are of no use. */
static void
drop_revision (GPtrArray *edits,
               gint64     revision)
{
  while (edits->len > 0 && ((VlgEdit *) edits->pdata[edits->len - 1])->revision == revision)
    g_ptr_array_remove_index (edits, edits->len - 1);
}

GPtrArray *
vlg_edits_load (VlgDb       *db,
                const char  *uid,
                gint64       revision,
                guint        max_revisions,
                gsize        max_bytes,
                GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT e.field, e.start, e.before, e.after, e.revision, e.at, e.actor_login, e.actor_name FROM motion m JOIN edit e ON e.motion_id = m.id "
    "WHERE m.uid = ? AND e.revision <= ? "
    "  AND e.revision > coalesce ((SELECT max (s.revision) FROM signature s WHERE s.motion_id = m.id), 0) ORDER BY e.revision DESC, e.id DESC", error);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func (edit_free);
  g_autoptr (GError) local_error = NULL;
  gint64 last = 0;
  guint n_revisions = 0;
  gsize bytes = 0;

  g_return_val_if_fail (uid != NULL, NULL);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, uid);
  vlg_statement_bind_int (row, 2, revision);
  while (vlg_statement_step (row, &local_error))
    {
      VlgEdit *edit = read_edit (row);

      n_revisions += edit->revision != last;
      last = edit->revision;
      bytes += strlen (edit->patch.before) + strlen (edit->patch.after);
      g_ptr_array_add (edits, edit);
      if (n_revisions > max_revisions || bytes > max_bytes)
        {
          drop_revision (edits, last);
          break;
        }
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&edits);
}

gboolean
vlg_edits_keep_undecided (VlgDb       *db,
                          const char  *uid,
                          const char  *key,
                          const char  *value,
                          GError     **error)
{
  g_autofree char *name = g_strconcat (UNDECIDED, uid, "/", key, NULL);

  return vlg_settings_put (db, name, value, error);
}

GHashTable *
vlg_edits_load_undecided (VlgDb       *db,
                          const char  *uid,
                          GError     **error)
{
  g_autofree char *from = g_strconcat (UNDECIDED, uid, "/", NULL);
  g_autofree char *to = g_strconcat (UNDECIDED, uid, "0", NULL); /* '0' follows '/' */
  VlgStatement *row = vlg_db_prepare (db, "SELECT name, value FROM setting WHERE name >= ? AND name < ?", error);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, from);
  vlg_statement_bind_text (row, 2, to);
  while (vlg_statement_step (row, &local_error))
    g_hash_table_insert (values, g_strdup (vlg_statement_get_text (row, 0) + strlen (from)), g_strdup (vlg_statement_get_text (row, 1)));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&values);
}
