/* vlg-office-papers.c — files an office writes: the paper of a motion, what an annex holds
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-office.h"

#include <glib/gi18n.h>

#include "vlg-atomic-file.h"
#include "vlg-errand.h"
#include "vlg-export-private.h"
#include "vlg-files.h"
#include "vlg-motions.h"
#include "vlg-paper.h"

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;

  return vlg_motions_load (db, errand->uid, error);
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  VlgOffice *self = source;
  VlgErrand *errand = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = vlg_store_read (vlg_office_get_store (self), load_job, errand, cancellable, &error);

  if (motion != NULL && vlg_office_export (self, motion, G_FILE (errand->object), (VlgExportFlags) errand->which, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

typedef struct {
  VlgStore *store;
  const char *sha256;
} Extraction;

static gboolean
extract_cb (GOutputStream *stream,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Extraction *extraction = data;

  return vlg_files_extract (extraction->store, extraction->sha256, stream, cancellable, error);
}

static void
extract_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  VlgOffice *self = source;
  VlgErrand *errand = task_data;
  Extraction extraction = { vlg_office_get_store (self), errand->uid };
  g_autoptr (GError) error = NULL;

  if (vlg_atomic_file_write (G_FILE (errand->object), extract_cb, &extraction, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
vlg_office_export_async (VlgOffice           *self,
                         const char          *uid,
                         GFile               *file,
                         VlgExportFlags       flags,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (self));
  g_return_if_fail (uid != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_office_export_async);
  errand = vlg_errand_new (self);
  errand->uid = g_strdup (uid);
  errand->object = g_object_ref (G_OBJECT (file));
  errand->which = (int) flags;
  g_task_set_task_data (task, errand, (GDestroyNotify) vlg_errand_free);
  g_task_run_in_thread (task, export_thread);
}

gboolean
vlg_office_export_finish (VlgOffice     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
vlg_office_extract_annex_async (VlgOffice           *self,
                                VlgAnnex            *annex,
                                GFile               *file,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  const VlgAnnexFile *stored;
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (self));
  g_return_if_fail (VLG_IS_ANNEX (annex));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_office_extract_annex_async);
  stored = vlg_annex_get_file (annex);
  if (stored == NULL || stored->sha256 == NULL)
    {
      g_task_return_new_error (task, VLG_ERROR, VLG_ERROR_NOT_FOUND,
                               _("The annex “%s” has no stored file."), vlg_annex_get_title (annex));
      return;
    }
  errand = vlg_errand_new (self);
  errand->uid = g_strdup (stored->sha256);
  errand->object = g_object_ref (G_OBJECT (file));
  g_task_set_task_data (task, errand, (GDestroyNotify) vlg_errand_free);
  g_task_run_in_thread (task, extract_thread);
}

gboolean
vlg_office_extract_annex_finish (VlgOffice     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

VlgDay
vlg_office_get_paper_day (VlgMotion *motion)
{
  g_return_val_if_fail (VLG_IS_MOTION (motion), VLG_DAY_NONE);

  switch (vlg_motion_get_stage (motion))
    {
    case VLG_STAGE_DRAFT:
    case VLG_STAGE_RETURNED:
      return vlg_day_today ();
    case VLG_STAGE_SUBMITTED:
    case VLG_STAGE_RELEASED:
    case VLG_STAGE_WITHDRAWN:
    default:
      return VLG_DAY_NONE;
    }
}

gboolean
vlg_office_export (VlgOffice       *self,
                   VlgMotion       *motion,
                   GFile           *file,
                   VlgExportFlags   flags,
                   GCancellable    *cancellable,
                   GError         **error)
{
  VlgPaperFlags paper_flags = (flags & VLG_EXPORT_PUBLIC) != 0 ? VLG_PAPER_PUBLIC : VLG_PAPER_DEFAULT;
  g_autoptr (VlgProfile) profile = NULL;
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (VLG_IS_OFFICE (self), FALSE);
  g_return_val_if_fail (VLG_IS_MOTION (motion), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  profile = vlg_office_load_profile (self, motion);
  if ((flags & VLG_EXPORT_WITH_ANNEXES) != 0)
    return vlg_export_with_annexes (vlg_office_get_store (self), motion, profile, paper_flags, file, cancellable, error);

  pdf = vlg_paper_to_pdf (motion, profile, paper_flags, vlg_office_get_paper_day (motion), error);
  if (pdf == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return vlg_atomic_file_write_bytes (file, pdf, cancellable, error);
}
