/* vlg-profiles.c — versioned profiles in the store
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-profiles.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-core-enums.h"
#include "vlg-string.h"

/* Nothing where nothing is replaced: catalogues from before keep their hash. */
static void
hash_replaces (GChecksum          *checksum,
               const char * const *replaces)
{
  for (; *replaces != NULL; replaces++)
    {
      g_checksum_update (checksum, (const guchar *) "s", 2);
      g_checksum_update (checksum, (const guchar *) *replaces, strlen (*replaces) + 1);
    }
}

/* What makes one catalogue the same as another: keys, names and goals in order. */
static char *
hash_catalogue (VlgLeitbild *leitbild)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);
      const char *parts[] = { "f", vlg_action_field_get_key (field), vlg_action_field_get_name (field), vlg_action_field_get_letter (field), vlg_action_field_get_colour (field) };

      /* With its NUL, so that no two lists run into the same bytes. */
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        g_checksum_update (checksum, (const guchar *) (parts[j] != NULL ? parts[j] : ""), (parts[j] != NULL ? strlen (parts[j]) : 0) + 1);
      hash_replaces (checksum, vlg_action_field_get_replaces (field));
      for (guint j = 0; j < vlg_action_field_get_n_goals (field); j++)
        {
          const VlgGoal *goal = vlg_action_field_get_goal (field, j);

          g_checksum_update (checksum, (const guchar *) (goal->retired ? "r" : "g"), 2);
          g_checksum_update (checksum, (const guchar *) goal->code, strlen (goal->code) + 1);
          g_checksum_update (checksum, (const guchar *) goal->text, strlen (goal->text) + 1);
          hash_replaces (checksum, (const char * const *) goal->replaces);
        }
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/* The key of the row of @table whose sha256 is @sha256 by @sql; 0 where there is none, -1 on error. */
static gint64
find_id (VlgDb       *db,
         const char  *sql,
         const char  *sha256,
         GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, sql, error);
  g_autoptr (GError) local_error = NULL;
  gint64 id = 0;

  if (row == NULL)
    return -1;
  vlg_statement_bind_text (row, 1, sha256);
  if (vlg_statement_step (row, &local_error))
    {
      id = vlg_statement_get_int (row, 0);
      vlg_statement_reset (row);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return -1;
    }
  return id;
}

static gboolean
put_goals (VlgDb           *db,
           gint64           field_id,
           VlgActionField  *field,
           GError         **error)
{
  for (guint i = 0; i < vlg_action_field_get_n_goals (field); i++)
    {
      const VlgGoal *goal = vlg_action_field_get_goal (field, i);
      VlgStatement *statement = vlg_db_prepare_for (db, "INSERT INTO goal (action_field_id, uid, position, code, text) VALUES (?, ?, ?, ?, ?)", field_id, error);
      g_autofree char *uid = vlg_uid_new ();

      if (statement == NULL)
        return FALSE;
      vlg_statement_bind_text (statement, 2, uid);
      vlg_statement_bind_int (statement, 3, i);
      vlg_statement_bind_text (statement, 4, goal->code);
      vlg_statement_bind_text (statement, 5, goal->text);
      if (!vlg_statement_execute (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_fields (VlgDb        *db,
            gint64        catalogue_id,
            VlgLeitbild  *leitbild,
            GError      **error)
{
  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);
      const char *letter = vlg_action_field_get_letter (field), *colour = vlg_action_field_get_colour (field);
      VlgStatement *statement =
        vlg_db_prepare_for (db, "INSERT INTO action_field (catalogue_id, uid, position, key, name, letter, colour) VALUES (?, ?, ?, ?, ?, ?, ?)", catalogue_id, error);
      g_autofree char *uid = vlg_uid_new ();

      if (statement == NULL)
        return FALSE;
      vlg_statement_bind_text (statement, 2, uid);
      vlg_statement_bind_int (statement, 3, i);
      vlg_statement_bind_text (statement, 4, vlg_action_field_get_key (field));
      vlg_statement_bind_text (statement, 5, vlg_action_field_get_name (field));
      vlg_statement_bind_text (statement, 6, letter != NULL ? letter : "");
      vlg_statement_bind_text (statement, 7, colour != NULL ? colour : "");
      if (!vlg_statement_execute (statement, error) || !put_goals (db, vlg_db_last_id (db), field, error))
        return FALSE;
    }
  return TRUE;
}

/* The key of the catalogue, written where it is new; -1 on error. */
static gint64
put_catalogue (VlgDb        *db,
               VlgLeitbild  *leitbild,
               VlgDay        valid_from,
               GError      **error)
{
  g_autofree char *sha256 = hash_catalogue (leitbild);
  g_autofree char *uid = vlg_uid_new ();
  gint64 id = find_id (db, "SELECT id FROM catalogue WHERE sha256 = ?", sha256, error);
  VlgStatement *statement;

  if (id != 0)
    return id;

  statement = vlg_db_prepare (db, "INSERT INTO catalogue (uid, sha256, valid_from, stored_at) VALUES (?, ?, ?, ?)", error);
  if (statement == NULL)
    return -1;
  vlg_statement_bind_text (statement, 1, uid);
  vlg_statement_bind_text (statement, 2, sha256);
  vlg_bind_day (statement, 3, valid_from);
  vlg_statement_bind_int (statement, 4, vlg_instant_now ());
  if (!vlg_statement_execute (statement, error))
    return -1;

  id = vlg_db_last_id (db);
  return put_fields (db, id, leitbild, error) ? id : -1;
}

static gboolean
put_bodies (VlgDb       *db,
            gint64       profile_id,
            VlgProfile  *profile,
            GError     **error)
{
  GListModel *bodies = vlg_profile_get_bodies (profile);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr (VlgBody) body = g_list_model_get_item (bodies, i);
      const char *abbreviation = vlg_body_get_abbreviation (body);
      VlgStatement *statement =
        vlg_db_prepare_for (db, "INSERT INTO body (profile_id, position, uid, name, abbreviation, kind, seats, visibility, decides) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", profile_id, error);

      if (statement == NULL)
        return FALSE;
      vlg_statement_bind_int (statement, 2, i);
      vlg_statement_bind_text (statement, 3, vlg_body_get_uid (body));
      vlg_statement_bind_text (statement, 4, vlg_body_get_name (body));
      vlg_statement_bind_text (statement, 5, abbreviation != NULL ? abbreviation : "");
      vlg_bind_nick (statement, 6, VLG_TYPE_BODY_KIND, vlg_body_get_kind (body));
      vlg_statement_bind_int (statement, 7, vlg_body_get_seats (body));
      vlg_bind_nick (statement, 8, VLG_TYPE_VISIBILITY, vlg_body_get_visibility (body));
      vlg_statement_bind_int (statement, 9, vlg_body_get_decides (body) ? 1 : 0);
      if (!vlg_statement_execute (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_profile (VlgDb       *db,
                VlgProfile  *profile,
                gint64       catalogue_id,
                VlgDay       valid_from,
                GError     **error)
{
  g_autofree char *uid = vlg_uid_new ();
  VlgStatement *statement =
    vlg_db_prepare_for (db, "INSERT INTO profile (catalogue_id, uid, sha256, name, valid_from, stored_at, json) VALUES (?, ?, ?, ?, ?, ?, ?)", catalogue_id, error);
  gsize length;
  gconstpointer json = g_bytes_get_data (vlg_profile_get_json (profile), &length);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 2, uid);
  vlg_statement_bind_text (statement, 3, vlg_profile_get_sha256 (profile));
  vlg_statement_bind_text (statement, 4, vlg_profile_get_name (profile));
  vlg_bind_day (statement, 5, valid_from);
  vlg_statement_bind_int (statement, 6, vlg_instant_now ());
  vlg_statement_bind_blob (statement, 7, json, length);
  return vlg_statement_execute (statement, error) && put_bodies (db, vlg_db_last_id (db), profile, error);
}

gboolean
vlg_profiles_put (VlgDb       *db,
                  VlgProfile  *profile,
                  VlgDay       valid_from,
                  GError     **error)
{
  gint64 id, catalogue_id;
  VlgStatement *statement;

  g_return_val_if_fail (VLG_IS_PROFILE (profile), FALSE);
  g_return_val_if_fail (valid_from != VLG_DAY_NONE, FALSE);

  id = find_id (db, "SELECT id FROM profile WHERE sha256 = ?", vlg_profile_get_sha256 (profile), error);
  if (id < 0)
    return FALSE;
  if (id == 0)
    {
      catalogue_id = put_catalogue (db, vlg_profile_get_leitbild (profile), valid_from, error);
      return catalogue_id > 0 && insert_profile (db, profile, catalogue_id, valid_from, error);
    }

  /* A version that is known: it comes into force again unless it is the newest one already. */
  statement = vlg_db_prepare (db,
    "UPDATE profile SET valid_from = ?, stored_at = ? WHERE id = ? AND id <> (SELECT id FROM profile ORDER BY stored_at DESC, id DESC LIMIT 1)", error);
  if (statement == NULL)
    return FALSE;
  vlg_bind_day (statement, 1, valid_from);
  vlg_statement_bind_int (statement, 2, vlg_instant_now ());
  vlg_statement_bind_int (statement, 3, id);
  return vlg_statement_execute (statement, error);
}

static VlgProfile *
read_profile (VlgStatement  *row,
              gboolean      *found,
              GError       **error)
{
  g_autoptr (GBytes) json = NULL;

  *found = vlg_statement_step (row, error);
  if (!*found)
    return NULL;
  json = vlg_statement_get_blob (row, 0);
  vlg_statement_reset (row);
  return vlg_profile_new_from_json (json, error);
}

VlgProfile *
vlg_profiles_current (VlgDb   *db,
                      GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT json FROM profile WHERE valid_from <= ? ORDER BY valid_from DESC, stored_at DESC, id DESC LIMIT 1", error);
  gboolean found;

  if (row == NULL)
    return NULL;
  vlg_bind_day (row, 1, vlg_day_today ());
  return read_profile (row, &found, error);
}

VlgProfile *
vlg_profiles_load (VlgDb       *db,
                   const char  *sha256,
                   GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT json FROM profile WHERE sha256 = ?", error);
  g_autoptr (GError) local_error = NULL;
  VlgProfile *profile;
  gboolean found;

  g_return_val_if_fail (sha256 != NULL, NULL);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, sha256);
  profile = read_profile (row, &found, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!found)
    g_set_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("The council profile %s is not in the database"), sha256);
  return profile;
}

char *
vlg_profiles_current_version (VlgDb   *db,
                              GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT sha256 FROM profile WHERE valid_from <= ? ORDER BY valid_from DESC, stored_at DESC, id DESC LIMIT 1", error);
  char *sha256 = NULL;

  if (row == NULL)
    return NULL;
  vlg_bind_day (row, 1, vlg_day_today ());
  if (vlg_statement_step (row, error))
    {
      sha256 = g_strdup (vlg_statement_get_text (row, 0));
      vlg_statement_reset (row);
    }
  return sha256;
}

VlgProfile *
vlg_profiles_keep (VlgDb       *db,
                   const char  *sha256,
                   GError     **error)
{
  g_autofree char *current = NULL;
  g_autoptr (GError) local_error = NULL;
  VlgProfile *profile;

  /* What is in force changes while the program runs; what a version says does not. */
  if (sha256 == NULL)
    {
      current = vlg_profiles_current_version (db, error);
      if (current == NULL)
        return NULL;
      sha256 = current;
    }
  profile = vlg_db_get_kept (db, sha256);
  if (profile != NULL)
    return profile;
  profile = vlg_profiles_load (db, sha256, &local_error);
  if (profile != NULL)
    vlg_db_keep (db, sha256, profile);
  else if (local_error != NULL && !g_error_matches (local_error, VLG_ERROR, VLG_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return profile;
}

static void
profile_time_free (gpointer data)
{
  VlgProfileTime *time = data;

  g_object_unref (time->profile);
  g_free (time);
}

GPtrArray *
vlg_profiles_list (VlgDb   *db,
                   GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT json, valid_from, catalogue_id FROM profile ORDER BY valid_from, stored_at, id", error);
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (profile_time_free);
  g_autoptr (GError) local_error = NULL;
  gint64 before = 0;

  if (row == NULL)
    return NULL;
  while (vlg_statement_step (row, &local_error))
    {
      g_autoptr (GBytes) json = vlg_statement_get_blob (row, 0);
      VlgProfile *profile = vlg_statement_get_int (row, 2) != before ? vlg_profile_new_from_json (json, &local_error) : NULL;
      VlgProfileTime *time;

      before = vlg_statement_get_int (row, 2);
      if (local_error != NULL)
        break;
      if (profile == NULL)
        continue;
      time = g_new0 (VlgProfileTime, 1);
      time->profile = profile;
      time->from = vlg_day_parse_iso (vlg_statement_get_text (row, 1));
      g_ptr_array_insert (times, 0, time);
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&times);
}
