/* vlg-template-shelf.c — the office's templates and standard sequences: list, save, rename, remove
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-template-shelf.h"

#include "vlg-errand.h"
#include "vlg-motions.h"
#include "vlg-templates.h"

static gpointer
list_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;

  return vlg_templates_list (db, errand->which, error);
}

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;

  return vlg_templates_load (db, errand->uid, error);
}

static gpointer
save_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;
  g_autoptr (VlgMotion) motion = vlg_motions_load (db, errand->uid, error);
  g_autoptr (VlgTemplate) template = motion != NULL ? vlg_template_new_from_motion (errand->which, errand->text, motion, error) : NULL;

  return template != NULL ? vlg_templates_put (db, template, errand->actor, error) : NULL;
}

static gpointer
put_job (VlgDb         *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  VlgErrand *errand = data;

  return vlg_templates_put (db, VLG_TEMPLATE (errand->object), errand->actor, error);
}

static gpointer
rename_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  VlgErrand *errand = data;

  vlg_templates_rename (db, errand->uid, errand->text, errand->actor, error);

  return NULL;
}

static gpointer
remove_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  VlgErrand *errand = data;

  return vlg_templates_remove (db, errand->uid, error);
}

void
vlg_template_shelf_list_async (VlgOffice           *office,
                               VlgTemplatePart      part,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  VlgErrand *errand = vlg_errand_new (office);

  errand->which = part;
  vlg_errand_read_async (errand, office, vlg_template_shelf_list_async, list_job, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
vlg_template_shelf_list_finish (VlgOffice     *office,
                                GAsyncResult  *result,
                                GError       **error)
{
  return vlg_errand_finish (office, vlg_template_shelf_list_async, result, error);
}

void
vlg_template_shelf_load_async (VlgOffice           *office,
                               const char          *uid,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  VlgErrand *errand = vlg_errand_new (office);

  errand->uid = g_strdup (uid);
  vlg_errand_read_async (errand, office, vlg_template_shelf_load_async, load_job, g_object_unref, cancellable, callback, user_data);
}

VlgTemplate *
vlg_template_shelf_load_finish (VlgOffice     *office,
                                GAsyncResult  *result,
                                GError       **error)
{
  return vlg_errand_finish (office, vlg_template_shelf_load_async, result, error);
}

void
vlg_template_shelf_save_async (VlgOffice           *office,
                               VlgTemplatePart      part,
                               const char          *name,
                               const char          *motion_uid,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (name != NULL);
  g_return_if_fail (motion_uid != NULL);

  errand = vlg_errand_new (office);
  errand->which = part;
  errand->text = g_strdup (name);
  errand->uid = g_strdup (motion_uid);
  vlg_errand_write_async (errand, office, vlg_template_shelf_put_async, save_job, g_object_unref, cancellable, callback, user_data);
}

void
vlg_template_shelf_put_async (VlgOffice           *office,
                              VlgTemplate         *template,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_TEMPLATE (template));

  errand = vlg_errand_new (office);
  errand->object = g_object_ref (G_OBJECT (template));
  vlg_errand_write_async (errand, office, vlg_template_shelf_put_async, put_job, g_object_unref, cancellable, callback, user_data);
}

gboolean
vlg_template_shelf_put_finish (VlgOffice     *office,
                               GAsyncResult  *result,
                               VlgTemplate  **replaced,
                               GError       **error)
{
  GError *local_error = NULL;
  g_autoptr (VlgTemplate) old = vlg_errand_finish (office, vlg_template_shelf_put_async, result, &local_error);

  if (replaced != NULL)
    *replaced = g_steal_pointer (&old);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);

  return FALSE;
}

void
vlg_template_shelf_rename_async (VlgOffice           *office,
                                 const char          *uid,
                                 const char          *name,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);
  g_return_if_fail (name != NULL);

  errand = vlg_errand_new (office);
  errand->uid = g_strdup (uid);
  errand->text = g_strdup (name);
  vlg_errand_write_async (errand, office, vlg_template_shelf_rename_async, rename_job, NULL, cancellable, callback, user_data);
}

gboolean
vlg_template_shelf_rename_finish (VlgOffice     *office,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return vlg_errand_finish_plain (office, vlg_template_shelf_rename_async, result, error);
}

void
vlg_template_shelf_remove_async (VlgOffice           *office,
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
  vlg_errand_write_async (errand, office, vlg_template_shelf_remove_async, remove_job, g_object_unref, cancellable, callback, user_data);
}

VlgTemplate *
vlg_template_shelf_remove_finish (VlgOffice     *office,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return vlg_errand_finish (office, vlg_template_shelf_remove_async, result, error);
}
