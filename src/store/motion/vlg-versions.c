/* vlg-versions.c — the snapshots of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-versions.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-canonical.h"
#include "vlg-motion-record.h"

static void
record_free (gpointer data)
{
  VlgVersionRecord *self = data;

  g_free (self->uid);
  g_free (self->actor_name);
  g_free (self->deed);
  g_free (self);
}

void
vlg_version_content_free (VlgVersionContent *self)
{
  g_clear_object (&self->motion);
  g_strfreev (self->missing);
  g_free (self);
}

/* Which deed of the journal made which version: a table of version uids. Caller owns. */
static GHashTable *
load_deeds (VlgDb       *db,
            const char  *uid,
            GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT deed, payload FROM journal WHERE motion_uid = ? ORDER BY sequence", error);
  g_autoptr (GHashTable) deeds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, uid);
  while (vlg_statement_step (row, &local_error))
    {
      g_autoptr (GBytes) payload = vlg_statement_get_blob (row, 1);
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonNode *root;
      gsize length;
      const char *bytes = g_bytes_get_data (payload, &length);

      if (!json_parser_load_from_data (parser, bytes, (gssize) length, NULL))
        continue;
      root = json_parser_get_root (parser);
      if (JSON_NODE_HOLDS_OBJECT (root) && json_object_has_member (json_node_get_object (root), "version"))
        g_hash_table_insert (deeds, g_strdup (json_object_get_string_member (json_node_get_object (root), "version")),
                             g_strdup (vlg_statement_get_text (row, 0)));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&deeds);
}

GPtrArray *
vlg_versions_load_records (VlgDb       *db,
                           const char  *uid,
                           GError     **error)
{
  g_autoptr (GHashTable) deeds = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (record_free);
  g_autoptr (GError) local_error = NULL;
  VlgStatement *row;

  g_return_val_if_fail (uid != NULL, NULL);

  deeds = load_deeds (db, uid, error);
  if (deeds == NULL)
    return NULL;
  row = vlg_db_prepare (db,
    "SELECT v.uid, v.revision, v.at, v.actor_login, v.actor_name, "
    "(SELECT d.deed FROM stage_deed d WHERE d.motion_id = v.motion_id AND d.revision = v.revision ORDER BY d.id DESC LIMIT 1) "
    "FROM motion m JOIN version v ON v.motion_id = m.id WHERE m.uid = ? ORDER BY v.revision DESC, v.id DESC", error);
  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, uid);
  while (vlg_statement_step (row, &local_error))
    {
      VlgVersionRecord *record = g_new0 (VlgVersionRecord, 1);
      const char *stage = vlg_statement_get_text (row, 5), *deed;

      record->uid = g_strdup (vlg_statement_get_text (row, 0));
      record->revision = vlg_statement_get_int (row, 1);
      record->at = vlg_statement_get_int (row, 2);
      record->actor_login = vlg_statement_get_int (row, 3);
      record->actor_name = g_strdup (vlg_statement_get_text (row, 4));
      deed = stage != NULL ? stage : g_hash_table_lookup (deeds, record->uid);
      record->deed = g_strdup (deed != NULL ? deed : "saved");
      g_ptr_array_add (records, record);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&records);
}

/* Files that annexes of @motion refer to and that were collected since. Caller owns; NULL on error. */
static GStrv
find_missing (VlgDb      *db,
              VlgMotion  *motion,
              GError    **error)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);
      const VlgAnnexFile *file = vlg_annex_get_file (annex);
      g_autoptr (GError) local_error = NULL;
      VlgStatement *row;

      if (file == NULL || file->sha256 == NULL)
        continue;
      row = vlg_db_prepare (db, "SELECT 1 FROM file WHERE sha256 = ?", error);
      if (row == NULL)
        return NULL;
      vlg_statement_bind_text (row, 1, file->sha256);
      if (!vlg_statement_step (row, &local_error))
        g_strv_builder_add (missing, file->sha256);
      vlg_statement_reset (row);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
  return g_strv_builder_end (missing);
}

static VlgMotion *
read_snapshot (GBytes  *snapshot,
               GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *bytes = g_bytes_get_data (snapshot, &length);

  if (!json_parser_load_from_data (parser, bytes, (gssize) length, error))
    return NULL;
  return vlg_motion_from_json (json_parser_get_root (parser), error);
}

VlgVersionContent *
vlg_versions_load_content (VlgDb       *db,
                           const char  *version_uid,
                           GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT v.snapshot, v.revision, m.uid FROM version v JOIN motion m ON m.id = v.motion_id WHERE v.uid = ?", error);
  g_autoptr (VlgVersionContent) content = g_new0 (VlgVersionContent, 1);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) snapshot = NULL;
  g_autofree char *uid = NULL;
  VlgMotionRecord record;
  gint64 revision;

  g_return_val_if_fail (version_uid != NULL, NULL);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, version_uid);
  if (!vlg_statement_step (row, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("There is no such version"));
      return NULL;
    }
  snapshot = vlg_statement_get_blob (row, 0);
  revision = vlg_statement_get_int (row, 1);
  uid = g_strdup (vlg_statement_get_text (row, 2));
  vlg_statement_reset (row);

  content->motion = read_snapshot (snapshot, error);
  if (content->motion == NULL || !vlg_motion_record_find (db, uid, &record, error))
    return NULL;
  vlg_motion_set_revision (content->motion, revision);
  content->is_signed = record.is_signed;
  content->missing = find_missing (db, content->motion, error);
  return content->missing != NULL ? g_steal_pointer (&content) : NULL;
}
