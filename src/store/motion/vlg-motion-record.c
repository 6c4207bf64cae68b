/* vlg-motion-record.c — a motion's own row and its texts
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-record.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-canonical.h"
#include "vlg-checks.h"
#include "vlg-core-enums.h"
#include "vlg-journal.h"
#include "vlg-profiles.h"
#include "vlg-string.h"

/* A sort key need not hold more: titles that long are sorted well enough by their beginning, and the index stays small. */
#define TITLE_KEY_CHARACTERS 80

/* The first columns of motion, and those of motion_text, in the order of the statements. */
static const VlgField head_texts[] = { VLG_FIELD_TITLE, VLG_FIELD_SUBMITTER, VLG_FIELD_RESPONSIBLE };
static const VlgField long_texts[] = {
  VLG_FIELD_RESOLUTION, VLG_FIELD_LEGAL_BASIS, VLG_FIELD_RELATED_RESOLUTIONS, VLG_FIELD_EXPERT_OPINIONS, VLG_FIELD_PUBLICATION_NOTES, VLG_FIELD_REASONING,
  VLG_FIELD_UNRECOGNISED,
};

/* Sorts as text like vlg_motion_number_compare() does, foreign schemes below all years and motions without a number below those. */
static char *
make_number_key (VlgMotionNumber *number)
{
  if (number == NULL)
    return g_strdup ("");
  if (vlg_motion_number_get_year (number) == 0)
    return g_strconcat ("!", vlg_motion_number_get_text (number), NULL);

  return g_strdup_printf ("%04u/%s/%06u/%s/%s", vlg_motion_number_get_year (number),
                          vlg_motion_number_get_kind (number) != NULL ? vlg_motion_number_get_kind (number) : "",
                          vlg_motion_number_get_serial (number),
                          vlg_motion_number_get_origin (number) != NULL ? vlg_motion_number_get_origin (number) : "",
                          vlg_motion_number_get_suffix (number) != NULL ? vlg_motion_number_get_suffix (number) : "");
}

static char *
make_title_key (const char *title)
{
  g_autofree char *folded = vlg_string_fold (title);

  if (g_utf8_strlen (folded, -1) > TITLE_KEY_CHARACTERS)
    *g_utf8_offset_to_pointer (folded, TITLE_KEY_CHARACTERS) = '\0';
  return g_steal_pointer (&folded);
}

gboolean
vlg_motion_record_find (VlgDb            *db,
                        const char       *uid,
                        VlgMotionRecord  *record,
                        GError          **error)
{
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT id, revision, trashed, (SELECT count (*) FROM signature s WHERE s.motion_id = motion.id AND s.document = 'submission') FROM motion WHERE uid = ?", error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, uid);
  if (!vlg_statement_step (row, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("There is no motion “%s” in this database"), uid);
      return FALSE;
    }

  record->id = vlg_statement_get_int (row, 0);
  record->revision = vlg_statement_get_int (row, 1);
  record->trashed = vlg_statement_get_int (row, 2) != 0;
  record->is_signed = vlg_statement_get_int (row, 3) > 0;
  vlg_statement_reset (row);
  return TRUE;
}

static void
bind_head (VlgStatement *statement,
           VlgMotion    *motion)
{
  VlgMotionNumber *number = vlg_motion_get_number (motion);
  VlgState state = vlg_motion_get_state (motion);
  g_autofree char *number_key = make_number_key (number);
  g_autofree char *title_key = make_title_key (vlg_motion_get_text (motion, VLG_FIELD_TITLE));

  for (guint i = 0; i < G_N_ELEMENTS (head_texts); i++)
    vlg_statement_bind_text (statement, 1 + i, vlg_motion_get_text (motion, head_texts[i]));
  vlg_statement_bind_text (statement, 4, number != NULL ? vlg_motion_number_get_text (number) : NULL);
  vlg_statement_bind_text (statement, 5, number_key);
  vlg_statement_bind_text (statement, 6, vlg_motion_get_kind (motion) != NULL ? vlg_motion_get_kind (motion) : "");
  vlg_bind_nick (statement, 7, VLG_TYPE_STAGE, vlg_motion_get_stage (motion));
  vlg_bind_nick (statement, 8, VLG_TYPE_VISIBILITY, vlg_motion_get_visibility (motion));
  vlg_bind_nick (statement, 9, VLG_TYPE_RELEVANCE, vlg_motion_get_relevance (motion));
  vlg_statement_bind_text (statement, 10, title_key);
  vlg_bind_day (statement, 11, vlg_motion_get_received_on (motion));
  vlg_bind_day (statement, 12, vlg_motion_get_decided_on (motion));
  vlg_bind_nick (statement, 13, VLG_TYPE_STATE, state);
  vlg_statement_bind_int (statement, 14, state);
  vlg_bind_day (statement, 15, vlg_motion_get_next_day (motion));
  vlg_statement_bind_int (statement, 16, vlg_motion_get_revision (motion));
  vlg_statement_bind_int (statement, 17, vlg_instant_now ());
}

gboolean
vlg_motion_record_count_findings (VlgDb      *db,
                                  VlgMotion  *motion,
                                  int        *n,
                                  GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  VlgProfile *profile = vlg_profiles_keep (db, vlg_motion_get_profile_version (motion), &local_error);
  VlgProfile *present = profile != NULL ? vlg_profiles_keep (db, NULL, &local_error) : NULL;
  g_autoptr (GPtrArray) findings = profile != NULL ? vlg_checks_run_beside (motion, profile, vlg_profile_get_leitbild (present != NULL ? present : profile)) : NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *n = findings != NULL ? (int) findings->len : -1;
  return TRUE;
}

/* The day a motion counts for, as far as its form says: received, else the earliest date of its consultations. */
static VlgDay
find_counted_on (VlgMotion *motion)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  VlgDay earliest = VLG_DAY_NONE;

  if (vlg_motion_get_received_on (motion) != VLG_DAY_NONE)
    return vlg_motion_get_received_on (motion);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgDay day = vlg_consultation_get_day (row);

      if (day != VLG_DAY_NONE && (earliest == VLG_DAY_NONE || day < earliest))
        earliest = day;
    }
  return earliest;
}

/* The last five columns of the head: what the list is filtered by. @year 0 keeps the stored one. */
static void
bind_facets (VlgStatement *statement,
             VlgMotion    *motion,
             guint         year,
             int           n_findings,
             VlgActor     *actor)
{
  VlgMotionNumber *number = vlg_motion_get_number (motion);
  const char *origin = number != NULL ? vlg_motion_number_get_origin (number) : NULL;

  if (number != NULL && vlg_motion_number_get_year (number) > 0)
    year = vlg_motion_number_get_year (number);
  if (year > 0)
    vlg_statement_bind_int (statement, 18, year);
  else
    vlg_statement_bind_null (statement, 18);
  vlg_statement_bind_text (statement, 19, origin != NULL ? origin : "");
  vlg_bind_count (statement, 20, n_findings);
  vlg_statement_bind_int (statement, 21, vlg_actor_get_login_uid (actor));
  vlg_bind_day (statement, 22, find_counted_on (motion));
}

static void
bind_texts (VlgStatement *statement,
            VlgMotion    *motion)
{
  for (guint i = 0; i < G_N_ELEMENTS (long_texts); i++)
    vlg_statement_bind_text (statement, 1 + i, vlg_motion_get_text (motion, long_texts[i]));
}

gint64
vlg_motion_record_insert (VlgDb      *db,
                          VlgMotion  *motion,
                          gint64      profile_id,
                          gint64      catalogue_id,
                          VlgActor   *actor,
                          GError    **error)
{
  VlgStatement *statement;
  int n_findings;
  guint year;
  gint64 id;

  if (!vlg_motion_record_count_findings (db, motion, &n_findings, error))
    return 0;
  statement = vlg_db_prepare (db,
    "INSERT INTO motion (title, submitter, responsible, number, number_key, kind, stage, visibility, relevance, title_key, received_on, decided_on, "
    "                    state, state_rank, next_day, revision, changed_at, year, origin, findings, changed_by, counted_on, drafted_on, uid, created_at, created_by, profile_id, catalogue_id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce (?, ?23), ?23, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return 0;
  bind_head (statement, motion);
  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  bind_facets (statement, motion, year, n_findings, actor);
  vlg_bind_day (statement, 23, vlg_day_today ());
  vlg_statement_bind_text (statement, 24, vlg_motion_get_uid (motion));
  vlg_statement_bind_int (statement, 25, vlg_instant_now ());
  vlg_statement_bind_int (statement, 26, vlg_actor_get_login_uid (actor));
  if (profile_id != 0)
    {
      vlg_statement_bind_int (statement, 27, profile_id);
      vlg_statement_bind_int (statement, 28, catalogue_id);
    }
  if (!vlg_statement_execute (statement, error))
    return 0;

  id = vlg_db_last_id (db);
  statement = vlg_db_prepare (db,
    "INSERT INTO motion_text (resolution, legal_basis, related_resolutions, expert_opinions, publication_notes, reasoning, unrecognised, motion_id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return 0;
  bind_texts (statement, motion);
  vlg_statement_bind_int (statement, 8, id);
  return vlg_statement_execute (statement, error) ? id : 0;
}

gboolean
vlg_motion_record_update (VlgDb      *db,
                          gint64      id,
                          VlgMotion  *motion,
                          gboolean    texts,
                          VlgActor   *actor,
                          GError    **error)
{
  VlgStatement *statement;
  int n_findings;

  if (!vlg_motion_record_count_findings (db, motion, &n_findings, error))
    return FALSE;
  statement = vlg_db_prepare (db,
    "UPDATE motion SET title = ?, submitter = ?, responsible = ?, number = ?, number_key = ?, kind = ?, stage = ?, visibility = ?, "
    "  relevance = ?, title_key = ?, received_on = ?, decided_on = ?, state = ?, state_rank = ?, next_day = ?, revision = ?, changed_at = ?, "
    "  year = coalesce (?, year), origin = ?, findings = ?, changed_by = ?, counted_on = coalesce (?, drafted_on) "
    "WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  bind_head (statement, motion);
  bind_facets (statement, motion, 0, n_findings, actor);
  vlg_statement_bind_int (statement, 23, id);
  if (!vlg_statement_execute (statement, error))
    return FALSE;
  if (!texts)
    return TRUE;

  statement = vlg_db_prepare (db,
    "UPDATE motion_text SET resolution = ?, legal_basis = ?, related_resolutions = ?, expert_opinions = ?, publication_notes = ?, "
    "  reasoning = ?, unrecognised = ? WHERE motion_id = ?", error);
  if (statement == NULL)
    return FALSE;
  bind_texts (statement, motion);
  vlg_statement_bind_int (statement, 8, id);
  return vlg_statement_execute (statement, error);
}

gboolean
vlg_motion_record_set_profile (VlgDb       *db,
                               gint64       id,
                               const char  *sha256,
                               GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db,
    "UPDATE motion SET profile_id = (SELECT p.id FROM profile p WHERE p.sha256 = ?1), catalogue_id = (SELECT p.catalogue_id FROM profile p WHERE p.sha256 = ?1) WHERE id = ?2", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, sha256);
  vlg_statement_bind_int (statement, 2, id);
  return vlg_statement_execute (statement, error);
}

gboolean
vlg_motion_record_version (VlgDb       *db,
                           gint64       id,
                           VlgMotion   *motion,
                           VlgActor    *actor,
                           const char  *deed,
                           GError     **error)
{
  g_autoptr (JsonNode) node = vlg_motion_to_json (motion, NULL);
  g_autoptr (GBytes) snapshot = vlg_canonical_serialize (node, error);
  g_autofree char *uid = vlg_uid_new ();
  VlgDeed entry = { .deed = deed, .motion_uid = vlg_motion_get_uid (motion), .version_uid = uid, .revision = vlg_motion_get_revision (motion), .content = snapshot };
  VlgStatement *statement;
  gconstpointer bytes;
  gsize length;

  if (snapshot == NULL)
    return FALSE;
  statement = vlg_db_prepare_for (db, "INSERT INTO version (motion_id, uid, revision, at, actor_login, actor_name, snapshot) VALUES (?, ?, ?, ?, ?, ?, ?)", id, error);
  if (statement == NULL)
    return FALSE;
  bytes = g_bytes_get_data (snapshot, &length);
  vlg_statement_bind_text (statement, 2, uid);
  vlg_statement_bind_int (statement, 3, vlg_motion_get_revision (motion));
  vlg_statement_bind_int (statement, 4, vlg_instant_now ());
  vlg_statement_bind_int (statement, 5, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (statement, 6, vlg_actor_get_name (actor));
  vlg_statement_bind_blob (statement, 7, bytes, length);
  if (!vlg_statement_execute (statement, error))
    return FALSE;

  if (vlg_motion_get_number (motion) != NULL)
    entry.number = vlg_motion_get_number_text (motion);
  return vlg_journal_append (db, actor, &entry, error);
}
