/* vlg-references.c — which motion a number means, and which motions relate to one
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-references.h"

#include "vlg-bind.h"
#include "vlg-core-enums.h"

/* Sorts behind whatever follows a prefix. */
#define LAST_CHARACTER "\xf4\x8f\xbf\xbf"

void
vlg_reference_free (gpointer reference)
{
  VlgReference *self = reference;

  g_free (self->number);
  g_free (self->uid);
  g_free (self->title);
  g_free (self);
}

/* Of the columns number, uid, title. */
static VlgReference *
read_reference (VlgStatement *row)
{
  VlgReference *self = g_new0 (VlgReference, 1);

  self->number = g_strdup (vlg_statement_get_text (row, 0));
  self->uid = g_strdup (vlg_statement_get_text (row, 1));
  self->title = g_strdup (vlg_statement_get_text (row, 2));
  return self;
}

GHashTable *
vlg_references_find (VlgDb              *db,
                     const char *const  *numbers,
                     GError            **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT number, uid, title FROM motion WHERE number = ? AND trashed = 0", error);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, vlg_reference_free);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (numbers != NULL, NULL);

  if (row == NULL)
    return NULL;
  for (guint i = 0; numbers[i] != NULL && local_error == NULL; i++)
    {
      vlg_statement_reset (row);
      vlg_statement_bind_text (row, 1, numbers[i]);
      if (vlg_statement_step (row, &local_error))
        {
          VlgReference *reference = read_reference (row);

          g_hash_table_replace (found, reference->number, reference);
        }
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&found);
}

GPtrArray *
vlg_references_complete (VlgDb       *db,
                         const char  *prefix,
                         guint        limit,
                         GError     **error)
{
  g_autofree char *end = g_strconcat (prefix, LAST_CHARACTER, NULL);
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT number, uid, title FROM motion WHERE number >= ? AND number < ? AND trashed = 0 ORDER BY number_key DESC LIMIT ?", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (vlg_reference_free);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (prefix != NULL, NULL);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, prefix);
  vlg_statement_bind_text (row, 2, end);
  vlg_statement_bind_int (row, 3, limit);
  while (vlg_statement_step (row, &local_error))
    g_ptr_array_add (list, read_reference (row));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&list);
}

GPtrArray *
vlg_references_list_incoming (VlgDb       *db,
                              const char  *target,
                              GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT m.number, m.uid, m.title, r.kind FROM relation r JOIN motion m ON m.id = r.motion_id WHERE r.target = ? AND m.trashed = 0 "
    "ORDER BY r.kind, m.number_key, m.id", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (vlg_reference_free);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (target != NULL, NULL);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, target);
  while (vlg_statement_step (row, &local_error))
    {
      VlgReference *reference = read_reference (row);

      reference->kind = vlg_column_nick (row, 3, VLG_TYPE_RELATION_KIND, VLG_RELATION_MENTIONS);
      g_ptr_array_add (list, reference);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&list);
}
