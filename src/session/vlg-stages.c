/* vlg-stages.c — submit, return, release, withdraw, reopen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-stages.h"

#include <glib/gi18n.h>

#include "vlg-errand.h"
#include "vlg-motion-record.h"
#include "vlg-motions.h"
#include "vlg-numbers.h"
#include "vlg-profiles.h"

static gboolean
check_rule (VlgErrand  *errand,
            VlgMotion  *motion,
            VlgStage   *to,
            GError    **error)
{
  VlgStage from = vlg_motion_get_stage (motion);

  if (!vlg_stage_rules_lookup (from, errand->which, to))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("“%s” is not possible: the motion is in the stage “%s”."),
                   vlg_stage_rules_get_label (errand->which), vlg_stage_get_label (from));
      return FALSE;
    }
  if (vlg_stage_rules_needs_remark (errand->which) && (errand->text == NULL || *errand->text == '\0'))
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID, _("Please say in a remark what is to be changed."));
      return FALSE;
    }

  return TRUE;
}

/* A released motion may be taken back only while nobody has dealt with it. */
static gboolean
check_untouched (VlgDb      *db,
                 VlgMotion  *motion,
                 GError    **error)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  VlgMotionRecord record;
  gboolean touched = vlg_motion_get_decided_on (motion) != VLG_DAY_NONE;

  if (!vlg_motion_record_find (db, vlg_motion_get_uid (motion), &record, error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (rows) && !touched; i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);

      touched = vlg_consultation_get_result (row) != VLG_RESULT_NONE || !vlg_votes_is_none (vlg_consultation_get_votes (row)) ||
                *vlg_consultation_get_confirmed_by (row) != '\0';
    }
  if (!touched && !record.is_signed)
    return TRUE;

  g_set_error_literal (error, VLG_ERROR, VLG_ERROR_FROZEN,
                       record.is_signed ? _("The motion is signed and cannot be reopened. Please withdraw it and write a new one.")
                                        : _("A body has dealt with the motion already. It cannot be reopened."));

  return FALSE;
}

/* The version the motion was made under, else the office's. Caller owns. */
static VlgProfile *
load_profile (VlgDb     *db,
              VlgErrand *errand,
              VlgMotion *motion)
{
  const char *version = vlg_motion_get_profile_version (motion);
  VlgProfile *profile = version != NULL ? vlg_profiles_load (db, version, NULL) : NULL;

  return profile != NULL ? profile : vlg_errand_load_profile (errand, NULL);
}

static gboolean
check_findings (VlgMotion   *motion,
                VlgProfile  *profile,
                GError     **error)
{
  g_autoptr (GPtrArray) findings = vlg_checks_run (motion, profile);

  if (!vlg_checks_has_blocking (findings))
    return TRUE;
  for (guint i = 0; i < findings->len; i++)
    if (vlg_finding_get_severity (findings->pdata[i]) == VLG_SEVERITY_BLOCKING)
      {
        g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("Something is missing yet: %s"), vlg_finding_get_message (findings->pdata[i]));
        break;
      }

  return FALSE;
}

/* The number, where the profile has it drawn at this deed, or it should have been drawn before and was not. */
static gboolean
draw_number (VlgDb       *db,
             VlgErrand   *errand,
             VlgMotion   *motion,
             VlgProfile  *profile,
             GError     **error)
{
  gboolean due = errand->which == VLG_STAGE_DEED_RELEASE ||
                 (errand->which == VLG_STAGE_DEED_SUBMIT && vlg_profile_get_number_time (profile) != VLG_NUMBER_AT_RELEASE);
  g_autoptr (VlgMotionNumber) number = NULL;
  g_autoptr (GError) local_error = NULL;
  guint year;

  if (!due || vlg_motion_get_number (motion) != NULL)
    return TRUE;
  if (errand->origin == NULL)
    errand->origin = vlg_numbers_get_origin (db, vlg_motion_get_uid (motion), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  number = vlg_numbers_draw_reserved (db, profile, vlg_motion_get_kind (motion), year, errand->origin, error);
  if (number == NULL)
    return FALSE;
  vlg_motion_set_number (motion, number);

  return TRUE;
}

static gpointer
do_job (VlgDb         *db,
        gpointer       data,
        GCancellable  *cancellable,
        GError       **error)
{
  VlgErrand *errand = data;
  g_autoptr (VlgMotion) motion = vlg_motions_load (db, errand->uid, error);
  g_autoptr (VlgProfile) profile = NULL;
  VlgStage from, to;

  if (motion == NULL || !check_rule (errand, motion, &to, error))
    return NULL;
  from = vlg_motion_get_stage (motion);
  if (errand->which == VLG_STAGE_DEED_REOPEN && !check_untouched (db, motion, error))
    return NULL;
  profile = load_profile (db, errand, motion);
  if ((vlg_stage_rules_needs_checks (errand->which) && !check_findings (motion, profile, error)) ||
      !draw_number (db, errand, motion, profile, error))
    return NULL;

  vlg_motion_set_stage (motion, to);
  if (errand->which == VLG_STAGE_DEED_SUBMIT)
    vlg_motion_set_received_on (motion, vlg_day_today ());
  if (!vlg_stage_deeds_write (db, motion, errand->which, from, errand->text, errand->actor, error))
    return NULL;

  return g_steal_pointer (&motion);
}

static gpointer
list_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;

  return vlg_stage_deeds_load (db, errand->uid, error);
}

void
vlg_stages_do_async (VlgOffice           *office,
                     const char          *uid,
                     VlgStageDeed         deed,
                     const char          *remark,
                     const char          *origin,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);

  errand = vlg_errand_new (office);
  errand->uid = g_strdup (uid);
  errand->text = remark != NULL ? g_strstrip (g_strdup (remark)) : NULL;
  errand->origin = g_strdup (origin);
  errand->which = deed;
  vlg_errand_write_async (errand, office, vlg_stages_do_async, do_job, g_object_unref, cancellable, callback, user_data);
}

VlgMotion *
vlg_stages_do_finish (VlgOffice     *office,
                      GAsyncResult  *result,
                      GError       **error)
{
  return vlg_errand_finish (office, vlg_stages_do_async, result, error);
}

void
vlg_stages_list_async (VlgOffice           *office,
                       const char          *uid,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);

  errand = vlg_errand_new (office);
  errand->uid = g_strdup (uid);
  vlg_errand_read_async (errand, office, vlg_stages_list_async, list_job, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
vlg_stages_list_finish (VlgOffice     *office,
                        GAsyncResult  *result,
                        GError       **error)
{
  return vlg_errand_finish (office, vlg_stages_list_async, result, error);
}
