/* vlg-stages.c — submit, return, release, withdraw, reopen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-stages.h"

#include <glib/gi18n.h>

#include "vlg-motion-record.h"
#include "vlg-motions.h"
#include "vlg-numbers.h"
#include "vlg-profiles.h"

/* What a deed carries into the store's thread; it holds no office. */
typedef struct {
  VlgActor *actor;
  GBytes *profile_json;
  char *uid;
  char *remark;
  char *origin;
  VlgStageDeed deed;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_clear_object (&errand->actor);
  g_clear_pointer (&errand->profile_json, g_bytes_unref);
  g_free (errand->uid);
  g_free (errand->remark);
  g_free (errand->origin);
  g_free (errand);
}

static gboolean
check_rule (Errand     *errand,
            VlgMotion  *motion,
            VlgStage   *to,
            GError    **error)
{
  VlgStage from = vlg_motion_get_stage (motion);

  if (!vlg_stage_rules_lookup (from, errand->deed, to))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("“%s” is not possible: the motion is in the stage “%s”."),
                   vlg_stage_rules_get_label (errand->deed), vlg_stage_get_label (from));
      return FALSE;
    }
  if (vlg_stage_rules_needs_remark (errand->deed) && (errand->remark == NULL || *errand->remark == '\0'))
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
              Errand    *errand,
              VlgMotion *motion)
{
  const char *version = vlg_motion_get_profile_version (motion);
  VlgProfile *profile = version != NULL ? vlg_profiles_load (db, version, NULL) : NULL;

  return profile != NULL ? profile : vlg_profile_new_from_json (errand->profile_json, NULL);
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
             Errand      *errand,
             VlgMotion   *motion,
             VlgProfile  *profile,
             GError     **error)
{
  gboolean due = errand->deed == VLG_STAGE_DEED_RELEASE ||
                 (errand->deed == VLG_STAGE_DEED_SUBMIT && vlg_profile_get_number_time (profile) != VLG_NUMBER_AT_RELEASE);
  g_autoptr (VlgMotionNumber) number = NULL;
  guint year;

  if (!due || vlg_motion_get_number (motion) != NULL)
    return TRUE;
  vlg_day_get (vlg_day_today (), &year, NULL, NULL);
  number = vlg_numbers_draw (db, profile, vlg_motion_get_kind (motion), year, errand->origin, error);
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
  Errand *errand = data;
  g_autoptr (VlgMotion) motion = vlg_motions_load (db, errand->uid, error);
  g_autoptr (VlgProfile) profile = NULL;
  VlgStage from, to;

  if (motion == NULL || !check_rule (errand, motion, &to, error))
    return NULL;
  from = vlg_motion_get_stage (motion);
  if (errand->deed == VLG_STAGE_DEED_REOPEN && !check_untouched (db, motion, error))
    return NULL;
  profile = load_profile (db, errand, motion);
  if ((vlg_stage_rules_needs_checks (errand->deed) && !check_findings (motion, profile, error)) ||
      !draw_number (db, errand, motion, profile, error))
    return NULL;

  vlg_motion_set_stage (motion, to);
  if (errand->deed == VLG_STAGE_DEED_SUBMIT)
    vlg_motion_set_received_on (motion, vlg_day_today ());
  if (!vlg_stage_deeds_write (db, motion, errand->deed, from, errand->remark, errand->actor, error))
    return NULL;

  return g_steal_pointer (&motion);
}

static gpointer
list_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return vlg_stage_deeds_load (db, data, error);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  VlgMotion *motion = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, motion, g_object_unref);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *records = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
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
  GTask *task;
  Errand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_stages_do_async);
  /* What was done is done, however late the caller gave up. */
  g_task_set_check_cancellable (task, FALSE);
  errand = g_new0 (Errand, 1);
  errand->actor = g_object_ref (vlg_office_get_actor (office));
  errand->profile_json = g_bytes_ref (vlg_profile_get_json (vlg_office_get_profile (office)));
  errand->uid = g_strdup (uid);
  errand->remark = remark != NULL ? g_strstrip (g_strdup (remark)) : NULL;
  errand->origin = g_strdup (origin);
  errand->deed = deed;
  vlg_store_write_async (vlg_office_get_store (office), do_job, errand, errand_free, g_object_unref, cancellable, done_cb, task);
}

VlgMotion *
vlg_stages_do_finish (VlgOffice     *office,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_stages_list_async (VlgOffice           *office,
                       const char          *uid,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_stages_list_async);
  vlg_store_read_async (vlg_office_get_store (office), list_job, g_strdup (uid), g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, listed_cb, task);
}

GPtrArray *
vlg_stages_list_finish (VlgOffice     *office,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
