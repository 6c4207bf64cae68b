/* vlg-journal.c — the deeds that count in law, chained
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-journal.h"

#include <glib/gi18n.h>
#include <sys/random.h>

#include "vlg-bind.h"
#include "vlg-canonical.h"
#include "vlg-string.h"

#define SALT_BYTES 16

static char *
salted_hash (const guint8  *salt,
             gconstpointer  bytes,
             gsize          length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, salt, SALT_BYTES);
  if (length > 0)
    g_checksum_update (checksum, bytes, length);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
set_string (JsonObject *object,
            const char *key,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, key, value);
}

static void
set_hashes (JsonObject    *object,
            const VlgDeed *deed,
            const guint8  *salt)
{
  if (deed->content != NULL)
    {
      gsize length;
      gconstpointer bytes = g_bytes_get_data (deed->content, &length);
      g_autofree char *hash = salted_hash (salt, bytes, length);

      json_object_set_string_member (object, "content", hash);
    }
  if (deed->reason != NULL)
    {
      g_autofree char *hash = salted_hash (salt, deed->reason, strlen (deed->reason));

      json_object_set_string_member (object, "reason", hash);
    }
}

static GBytes *
make_payload (VlgActor       *actor,
              const VlgDeed  *deed,
              const char     *uid,
              gint64          sequence,
              gint64          instant,
              const guint8   *salt,
              GError        **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *who = json_object_new ();

  json_node_take_object (node, object);
  json_object_set_int_member (who, "login", vlg_actor_get_login_uid (actor));
  json_object_set_string_member (who, "name", vlg_actor_get_name (actor));
  json_object_set_int_member (object, "format", 1);
  json_object_set_int_member (object, "sequence", sequence);
  json_object_set_int_member (object, "instant", instant);
  json_object_set_object_member (object, "actor", who);
  json_object_set_string_member (object, "deed", deed->deed);
  json_object_set_string_member (object, "uid", uid);
  set_string (object, "motion", deed->motion_uid);
  set_string (object, "meeting", deed->meeting_uid);
  set_string (object, "from_day", deed->from_day);
  set_string (object, "day", deed->day);
  set_string (object, "from_start", deed->from_start);
  set_string (object, "start", deed->start);
  set_string (object, "end", deed->end);
  set_string (object, "from_room", deed->from_room);
  set_string (object, "room", deed->room);
  set_string (object, "number", deed->number);
  set_string (object, "version", deed->version_uid);
  set_string (object, "branch", deed->branch);
  if (deed->revision > 0)
    json_object_set_int_member (object, "revision", deed->revision);
  set_hashes (object, deed, salt);

  return vlg_canonical_serialize (node, error);
}

/* The end of the chain; sequence 0 and "" before the first entry. */
static gboolean
find_head (VlgDb   *db,
           gint64  *sequence,
           char   **hash,
           GError **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1", error);
  g_autoptr (GError) local_error = NULL;

  *sequence = 0;
  *hash = NULL;
  if (statement == NULL)
    return FALSE;
  if (vlg_statement_step (statement, &local_error))
    {
      *sequence = vlg_statement_get_int (statement, 0);
      *hash = g_strdup (vlg_statement_get_text (statement, 1));
      vlg_statement_reset (statement);
    }
  else
    {
      *hash = g_strdup ("");
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
store_salt (VlgDb         *db,
            gint64         sequence,
            const guint8  *salt,
            GError       **error)
{
  VlgStatement *statement = vlg_db_prepare_for (db, "INSERT INTO journal_salt (sequence, salt) VALUES (?, ?)", sequence, error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_blob (statement, 2, salt, SALT_BYTES);
  return vlg_statement_execute (statement, error);
}

gboolean
vlg_journal_append (VlgDb          *db,
                    VlgActor       *actor,
                    const VlgDeed  *deed,
                    GError        **error)
{
  g_autofree char *uid = vlg_uid_new ();
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GBytes) payload = NULL;
  gint64 instant = vlg_instant_now ();
  guint8 salt[SALT_BYTES];
  gint64 sequence;
  VlgStatement *statement;
  gsize length;
  gconstpointer bytes;

  if (!find_head (db, &sequence, &previous, error))
    return FALSE;
  sequence++;
  if (getrandom (salt, sizeof salt, 0) != sizeof salt)
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_FAILED, _("The system gives no random numbers"));
      return FALSE;
    }
  payload = make_payload (actor, deed, uid, sequence, instant, salt, error);
  if (payload == NULL)
    return FALSE;
  hash = vlg_canonical_chain_hash (previous, payload);

  statement = vlg_db_prepare_for (db,
    "INSERT INTO journal (sequence, uid, instant, actor_login, actor_name, deed, motion_uid, payload, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    sequence, error);
  if (statement == NULL)
    return FALSE;
  bytes = g_bytes_get_data (payload, &length);
  vlg_statement_bind_text (statement, 2, uid);
  vlg_statement_bind_int (statement, 3, instant);
  vlg_statement_bind_int (statement, 4, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (statement, 5, vlg_actor_get_name (actor));
  vlg_statement_bind_text (statement, 6, deed->deed);
  vlg_statement_bind_text (statement, 7, deed->motion_uid);
  vlg_statement_bind_blob (statement, 8, bytes, length);
  vlg_statement_bind_text (statement, 9, previous);
  vlg_statement_bind_text (statement, 10, hash);
  if (!vlg_statement_execute (statement, error))
    return FALSE;

  /* Only entries with hashed texts need one. */
  return (deed->content == NULL && deed->reason == NULL) || store_salt (db, sequence, salt, error);
}

static gboolean
says (JsonObject *object,
      const char *key,
      const char *value)
{
  const char *said = json_object_has_member (object, key) ? json_object_get_string_member (object, key) : NULL;

  return g_strcmp0 (said, value) == 0;
}

/* Whether the columns are true copies of the payload. */
static gboolean
columns_hold (VlgStatement *row,
              GBytes       *payload)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonObject *object, *actor;
  gsize length;
  const char *bytes = g_bytes_get_data (payload, &length);

  if (!json_parser_load_from_data (parser, bytes, length, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  object = json_node_get_object (root);
  if (!json_object_has_member (object, "actor") || !JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, "actor")))
    return FALSE;

  actor = json_object_get_object_member (object, "actor");
  return json_object_get_int_member_with_default (object, "sequence", -1) == vlg_statement_get_int (row, 0) &&
         json_object_get_int_member_with_default (object, "instant", -1) == vlg_statement_get_int (row, 1) &&
         json_object_get_int_member_with_default (actor, "login", -1) == vlg_statement_get_int (row, 2) &&
         says (actor, "name", vlg_statement_get_text (row, 3)) &&
         says (object, "deed", vlg_statement_get_text (row, 4)) &&
         says (object, "motion", vlg_statement_get_text (row, 5)) &&
         says (object, "uid", vlg_statement_get_text (row, 6));
}

gboolean
vlg_journal_verify (VlgDb    *db,
                    guint64  *n_entries,
                    GError  **error)
{
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT sequence, instant, actor_login, actor_name, deed, motion_uid, uid, payload, previous, hash FROM journal ORDER BY sequence", error);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *previous = g_strdup ("");
  guint64 n = 0;

  if (row == NULL)
    return FALSE;

  while (vlg_statement_step (row, &local_error))
    {
      g_autoptr (GBytes) payload = vlg_statement_get_blob (row, 7);
      g_autofree char *hash = vlg_canonical_chain_hash (previous, payload);

      if ((guint64) vlg_statement_get_int (row, 0) != n + 1 ||
          g_strcmp0 (previous, vlg_statement_get_text (row, 8)) != 0 ||
          g_strcmp0 (hash, vlg_statement_get_text (row, 9)) != 0 ||
          !columns_hold (row, payload))
        {
          vlg_statement_reset (row);
          g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED,
                       _("The journal was tampered with or damaged: entry %llu does not follow from the one before it."), (unsigned long long) n + 1);
          return FALSE;
        }
      g_free (previous);
      previous = g_steal_pointer (&hash);
      n++;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (n_entries != NULL)
    *n_entries = n;
  return TRUE;
}
