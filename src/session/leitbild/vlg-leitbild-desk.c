/* vlg-leitbild-desk.c — what the past says about the Leitbild: figures for the council, hints for a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-desk.h"

#include "vlg-document.h"
#include "vlg-errand.h"
#include "vlg-leitbild-bounds.h"
#include "vlg-leitbild-figures.h"
#include "vlg-profiles.h"
#include "vlg-similar.h"

/* The query with a body of its own. */
static VlgLeitbildQuery *
query_copy (const VlgLeitbildQuery *query)
{
  VlgLeitbildQuery *copy = g_memdup2 (query, sizeof *query);

  copy->body = g_strdup (query->body);

  return copy;
}

static void
query_free (gpointer data)
{
  VlgLeitbildQuery *query = data;

  g_free ((char *) query->body);
  g_free (query);
}

static gpointer
report_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  VlgErrand *errand = data;
  g_autoptr (VlgProfile) profile = vlg_errand_load_profile (errand, error);
  g_autoptr (VlgLeitbildReport) report = NULL;

  if (profile == NULL || !vlg_leitbild_bounds_fill (db, errand->more, error))
    return NULL;
  report = vlg_leitbild_figures_count (db, errand->more, vlg_profile_get_leitbild (profile), error);
  if (report == NULL)
    return NULL;
  vlg_leitbild_report_complete (report, vlg_profile_get_leitbild (profile));

  return g_steal_pointer (&report);
}

static gpointer
suggest_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  VlgErrand *errand = data;
  g_autoptr (VlgProfile) present = vlg_errand_load_profile (errand, error);
  GPtrArray *similar = present != NULL ? vlg_similar_find (db, errand->text, errand->uid, cancellable, error) : NULL;
  VlgProfile *own = similar != NULL && errand->kind != NULL ? vlg_profiles_keep (db, errand->kind, NULL) : NULL;

  if (similar == NULL)
    return NULL;
  for (guint i = 0; i < similar->len; i++)
    vlg_similar_motion_follow (similar->pdata[i], vlg_profile_get_leitbild (own != NULL ? own : present), vlg_profile_get_leitbild (present));

  return vlg_leitbild_hints_new (similar);
}

void
vlg_leitbild_desk_report_async (VlgOffice              *office,
                                const VlgLeitbildQuery *query,
                                GCancellable           *cancellable,
                                GAsyncReadyCallback     callback,
                                gpointer                user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (query != NULL);

  errand = vlg_errand_new (office);
  errand->more = query_copy (query);
  errand->free_more = query_free;
  vlg_errand_read_async (errand, office, vlg_leitbild_desk_report_async, report_job, (GDestroyNotify) vlg_leitbild_report_free,
                         cancellable, callback, user_data);
}

VlgLeitbildReport *
vlg_leitbild_desk_report_finish (VlgOffice     *office,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return vlg_errand_finish (office, vlg_leitbild_desk_report_async, result, error);
}

void
vlg_leitbild_desk_suggest_async (VlgOffice           *office,
                                 VlgMotion           *motion,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autofree char *resolution = NULL;
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_MOTION (motion));

  resolution = vlg_markdown_to_plain (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION));
  errand = vlg_errand_new (office);
  errand->uid = g_strdup (vlg_motion_get_uid (motion));
  errand->kind = g_strdup (vlg_motion_get_profile_version (motion));
  errand->text = g_strconcat (vlg_motion_get_text (motion, VLG_FIELD_TITLE), " ", resolution, NULL);
  vlg_errand_read_async (errand, office, vlg_leitbild_desk_suggest_async, suggest_job, (GDestroyNotify) vlg_leitbild_hints_free,
                         cancellable, callback, user_data);
}

VlgLeitbildHints *
vlg_leitbild_desk_suggest_finish (VlgOffice     *office,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return vlg_errand_finish (office, vlg_leitbild_desk_suggest_async, result, error);
}
