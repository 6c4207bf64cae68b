/* vlg-meeting-links.c — which consultation is dealt with in which meeting
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-meeting-links.h"

#include <glib/gi18n.h>

#include "vlg-bind.h"
#include "vlg-checks.h"
#include "vlg-motions-private.h"
#include "vlg-profiles.h"
#include "vlg-string.h"

/* Whether a meeting m is one of the body of the row of consultation: the same body of the profile, or the same name where one of them knows no profile. */
#define SAME_BODY \
  "(m.body_uid = consultation.body_uid OR ((m.body_uid IS NULL OR consultation.body_uid IS NULL) AND m.body = consultation.body)) "

/* One in the trash is none. */
#define WITHOUT_MEETING "(consultation.meeting_id IS NULL OR (SELECT t.trashed FROM meeting t WHERE t.id = consultation.meeting_id) = 1) "

#define RECORDED "(consultation.result <> 'none' OR consultation.confirmed_at IS NOT NULL) "

#define STEP_COLUMNS \
  "SELECT consultation.uid, o.uid, o.number, o.title, o.trashed, consultation.day, m.uid, " RECORDED \
  "FROM consultation JOIN motion o ON o.id = consultation.motion_id LEFT JOIN meeting m ON m.id = consultation.meeting_id "

gboolean
vlg_meeting_links_find_last (VlgDb   *db,
                             gint64  *last,
                             GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT coalesce (max (id), 0) FROM consultation", error);

  if (row == NULL || !vlg_statement_step (row, error))
    return FALSE;
  *last = vlg_statement_get_int (row, 0);
  vlg_statement_reset (row);

  return TRUE;
}

gboolean
vlg_meeting_links_settle (VlgDb   *db,
                          gint64   motion_id,
                          gint64   last,
                          GError **error)
{
  VlgStatement *statement = vlg_db_prepare_for (db,
    "UPDATE consultation SET meeting_id = NULL WHERE motion_id = ? AND meeting_id IS NOT NULL AND result = 'none' AND NOT EXISTS "
    "  (SELECT 1 FROM meeting m WHERE m.id = consultation.meeting_id AND m.trashed = 0 AND m.day = consultation.day AND " SAME_BODY ")", motion_id, error);

  if (statement == NULL || !vlg_statement_execute (statement, error))
    return FALSE;

  statement = vlg_db_prepare_for (db,
    "UPDATE consultation SET meeting_id = "
    "  (SELECT min (m.id) FROM meeting m WHERE m.day = consultation.day AND m.trashed = 0 AND m.state <> 'cancelled' AND " SAME_BODY ") "
    "WHERE motion_id = ? AND id > ? AND meeting_id IS NULL AND day IS NOT NULL AND "
    "  (SELECT count (*) FROM meeting m WHERE m.day = consultation.day AND m.trashed = 0 AND m.state <> 'cancelled' AND " SAME_BODY ") = 1", motion_id, error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 2, last);

  return vlg_statement_execute (statement, error);
}

int
vlg_meeting_links_match (VlgDb       *db,
                         const char  *uid,
                         GError     **error)
{
  VlgStatement *statement = vlg_db_prepare (db,
    "UPDATE consultation SET meeting_id = (SELECT id FROM meeting WHERE uid = ?1) "
    "WHERE " WITHOUT_MEETING "AND day = (SELECT day FROM meeting WHERE uid = ?1 AND trashed = 0 AND state <> 'cancelled') AND "
    "  EXISTS (SELECT 1 FROM meeting m WHERE m.uid = ?1 AND " SAME_BODY ") AND "
    "  (SELECT count (*) FROM meeting m WHERE m.day = consultation.day AND m.trashed = 0 AND m.state <> 'cancelled' AND " SAME_BODY ") = 1", error);

  if (statement == NULL)
    return -1;
  vlg_statement_bind_text (statement, 1, uid);

  return vlg_statement_execute (statement, error) ? (int) vlg_db_changes (db) : -1;
}

static gboolean
exists (VlgDb       *db,
        const char  *sql,
        const char  *uid,
        gboolean    *some,
        GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, sql, error);

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, uid);
  if (!vlg_statement_step (row, error))
    return FALSE;
  *some = vlg_statement_get_int (row, 0) != 0;
  vlg_statement_reset (row);

  return TRUE;
}

gboolean
vlg_meeting_links_has (VlgDb       *db,
                       const char  *uid,
                       gboolean    *some,
                       GError     **error)
{
  return exists (db, "SELECT EXISTS (SELECT 1 FROM consultation JOIN meeting m ON m.id = consultation.meeting_id WHERE m.uid = ?)", uid, some, error);
}

gboolean
vlg_meeting_links_has_visible (VlgDb       *db,
                               const char  *uid,
                               gboolean    *some,
                               GError     **error)
{
  return exists (db, "SELECT EXISTS (SELECT 1 FROM consultation JOIN meeting m ON m.id = consultation.meeting_id "
                     "JOIN motion o ON o.id = consultation.motion_id WHERE m.uid = ? AND o.trashed = 0)", uid, some, error);
}

gboolean
vlg_meeting_links_has_recorded (VlgDb       *db,
                                const char  *uid,
                                gboolean    *some,
                                GError     **error)
{
  return exists (db, "SELECT EXISTS (SELECT 1 FROM consultation JOIN meeting m ON m.id = consultation.meeting_id WHERE m.uid = ? AND " RECORDED ")", uid, some, error);
}

static VlgCalendarStep *
read_step (VlgStatement *row,
           const char   *to_meeting,
           VlgDay        to_day)
{
  VlgCalendarStep *step = vlg_calendar_step_new ();

  step->consultation_uid = g_strdup (vlg_statement_get_text (row, 0));
  step->motion_uid = g_strdup (vlg_statement_get_text (row, 1));
  step->motion_number = g_strdup (vlg_statement_is_null (row, 2) ? "" : vlg_statement_get_text (row, 2));
  step->title = g_strdup (vlg_statement_get_text (row, 3));
  step->trashed = vlg_statement_get_int (row, 4) != 0;
  step->from_day = vlg_column_day (row, 5);
  step->from_meeting = g_strdup (vlg_statement_get_text (row, 6));
  step->to_meeting = g_strdup (to_meeting);
  step->to_day = to_day;

  return step;
}

gboolean
vlg_meeting_links_plan (VlgDb       *db,
                        const char  *uid,
                        const char  *to_meeting,
                        VlgDay       to_day,
                        GPtrArray   *steps,
                        GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, STEP_COLUMNS "WHERE m.uid = ? AND NOT " RECORDED "ORDER BY o.number_key, o.id, consultation.position", error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, uid);
  while (vlg_statement_step (row, &local_error))
    g_ptr_array_add (steps, read_step (row, to_meeting, to_day));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
vlg_meeting_links_plan_matches (VlgDb       *db,
                                const char  *uid,
                                GPtrArray   *steps,
                                GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT consultation.uid, o.uid, o.number, o.title, o.trashed, consultation.day, NULL "
    "FROM meeting m JOIN consultation ON consultation.day = m.day JOIN motion o ON o.id = consultation.motion_id "
    "WHERE m.uid = ? AND m.trashed = 0 AND m.state <> 'cancelled' AND " SAME_BODY "AND NOT " RECORDED "AND " WITHOUT_MEETING "AND NOT EXISTS "
    "  (SELECT 1 FROM meeting n WHERE n.id <> m.id AND n.day = m.day AND n.trashed = 0 AND n.state <> 'cancelled' AND "
    "    (n.body_uid = consultation.body_uid OR ((n.body_uid IS NULL OR consultation.body_uid IS NULL) AND n.body = consultation.body))) "
    "ORDER BY o.number_key, o.id, consultation.position", error);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, uid);
  while (vlg_statement_step (row, &local_error))
    g_ptr_array_add (steps, read_step (row, uid, vlg_column_day (row, 5)));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

VlgCalendarStep *
vlg_meeting_links_plan_one (VlgDb       *db,
                            const char  *uid,
                            const char  *to_meeting,
                            VlgDay       to_day,
                            GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db, STEP_COLUMNS "WHERE consultation.uid = ?", error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (VlgCalendarStep) step = NULL;
  gboolean has_result;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, uid);
  if (!vlg_statement_step (row, &local_error))
    {
      if (local_error == NULL)
        g_set_error_literal (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("This consultation is no longer part of its motion."));
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  step = read_step (row, to_meeting, to_day);
  has_result = vlg_statement_get_int (row, 7) != 0;
  vlg_statement_reset (row);
  if (has_result)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FROZEN, _("The result of “%s” is recorded or confirmed for this day, so it stays there. Remove it first if it is wrong."), step->title);
      return NULL;
    }

  return g_steal_pointer (&step);
}

static gboolean
write_link (VlgDb            *db,
            VlgCalendarStep  *step,
            GError          **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "UPDATE consultation SET meeting_id = (SELECT id FROM meeting WHERE uid = ?) WHERE uid = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 1, step->to_meeting);
  vlg_statement_bind_text (statement, 2, step->consultation_uid);

  return vlg_statement_execute (statement, error);
}

/* What the checks find in @motion under its profile; empty where none is stored. Caller owns; NULL with @error. */
static GPtrArray *
find_findings (VlgDb      *db,
               VlgMotion  *motion,
               GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  VlgProfile *profile = vlg_profiles_keep (db, vlg_motion_get_profile_version (motion), &local_error);

  if (local_error == NULL)
    return profile != NULL ? vlg_checks_run (motion, profile) : g_ptr_array_new_with_free_func (g_object_unref);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gboolean
has_finding (GPtrArray  *findings,
             VlgFinding *finding)
{
  for (guint i = 0; i < findings->len; i++)
    if (vlg_finding_get_row (findings->pdata[i]) == vlg_finding_get_row (finding) &&
        g_strcmp0 (vlg_finding_get_rule (findings->pdata[i]), vlg_finding_get_rule (finding)) == 0 &&
        g_strcmp0 (vlg_finding_get_message (findings->pdata[i]), vlg_finding_get_message (finding)) == 0)
      return TRUE;

  return FALSE;
}

/* Sets the days of the @n steps of one motion. */
static void
set_days (VlgMotion        *motion,
          VlgCalendarStep **steps,
          guint             n)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);

      for (guint j = 0; j < n; j++)
        if (g_strcmp0 (vlg_consultation_get_uid (row), steps[j]->consultation_uid) == 0)
          vlg_consultation_set_day (row, steps[j]->to_day);
    }
}

/* A motion whose rows come to another meeting on the same day goes on by one revision, as with any change of them. Every revision leaves its edits, or drafts that are open could not merge. */
static gboolean
bump (VlgDb            *db,
      VlgCalendarStep **steps,
      guint             n,
      VlgActor         *actor,
      GError          **error)
{
  VlgMotionRecord record;
  VlgStatement *statement;
  gboolean linked = FALSE;

  if (!vlg_motion_record_find (db, steps[0]->motion_uid, &record, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const VlgCalendarStep *step = steps[i];
      g_autofree char *key = g_strconcat ("meeting/", step->consultation_uid, NULL);

      if (g_strcmp0 (step->from_meeting, step->to_meeting) == 0)
        continue;
      linked = TRUE;
      if (!vlg_motions_write_edit (db, record.id, record.revision + 1, key, step->from_meeting != NULL ? step->from_meeting : "", step->to_meeting != NULL ? step->to_meeting : "",
                                   actor, error))
        return FALSE;
    }
  if (!linked)
    return TRUE;

  statement = vlg_db_prepare (db, "UPDATE motion SET revision = revision + 1, changed_at = ?, changed_by = ? WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 1, vlg_instant_now ());
  vlg_statement_bind_int (statement, 2, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_int (statement, 3, record.id);

  return vlg_statement_execute (statement, error);
}

static gboolean
take_days (VlgDb            *db,
           VlgCalendarStep **steps,
           guint             n,
           VlgActor         *actor,
           GError          **error)
{
  g_autoptr (VlgMotion) motion = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  gboolean moved = FALSE;

  for (guint i = 0; i < n; i++)
    moved = moved || steps[i]->from_day != steps[i]->to_day;
  if (!moved)
    return bump (db, steps, n, actor, error);

  motion = vlg_motions_load (db, steps[0]->motion_uid, error);
  before = motion != NULL ? find_findings (db, motion, error) : NULL;
  if (before == NULL)
    return FALSE;
  set_days (motion, steps, n);
  if (!vlg_motions_update (db, motion, actor, error) || !vlg_motions_save_version (db, steps[0]->motion_uid, actor, error))
    return FALSE;
  after = find_findings (db, motion, error);
  if (after == NULL)
    return FALSE;
  for (guint i = 0; i < after->len; i++)
    if (!has_finding (before, after->pdata[i]))
      g_ptr_array_add (steps[0]->findings, g_object_ref (after->pdata[i]));

  return TRUE;
}

gboolean
vlg_meeting_links_take (VlgDb      *db,
                        GPtrArray  *steps,
                        VlgActor   *actor,
                        GError    **error)
{
  guint n;

  for (guint i = 0; i < steps->len; i += n)
    {
      VlgCalendarStep **first = (VlgCalendarStep **) steps->pdata + i;

      for (n = 1; i + n < steps->len && g_str_equal (first[n]->motion_uid, first[0]->motion_uid); n++)
        ;
      if (!take_days (db, first, n, actor, error))
        return FALSE;
      for (guint j = 0; j < n; j++)
        if (!write_link (db, first[j], error))
          return FALSE;
    }

  return TRUE;
}
