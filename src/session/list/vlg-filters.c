/* vlg-filters.c — saved filters, and what can be filtered by
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-filters.h"

#include <glib/gi18n.h>

#include "vlg-errand.h"
#include "vlg-motions.h"
#include "vlg-string.h"

/* Motions counted in one write: some tens of milliseconds. */
#define AT_ONCE 50

void
vlg_filter_choices_free (VlgFilterChoices *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->saved, g_ptr_array_unref);
  for (guint i = 0; i < VLG_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_ptr_array_unref);
  g_free (self);
}

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (VlgFilterChoices) choices = g_new0 (VlgFilterChoices, 1);

  choices->saved = vlg_saved_filters_load (db, error);
  if (choices->saved == NULL)
    return NULL;
  for (guint i = 0; i < VLG_N_FACETS; i++)
    {
      choices->values[i] = vlg_motions_list_values (db, i, error);
      if (choices->values[i] == NULL)
        return NULL;
    }

  return g_steal_pointer (&choices);
}

void
vlg_filter_change_free (VlgFilterChange *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  vlg_motion_filter_free (self->before);
  vlg_motion_filter_free (self->after);
  g_free (self);
}

static VlgFilterChange *
filter_change_new (const char            *name,
                   const VlgMotionFilter *before,
                   const VlgMotionFilter *after)
{
  VlgFilterChange *self = g_new0 (VlgFilterChange, 1);

  self->name = g_strdup (name);
  self->before = before != NULL ? vlg_motion_filter_copy (before) : NULL;
  self->after = after != NULL ? vlg_motion_filter_copy (after) : NULL;

  return self;
}

/* The filter of @uid, or of @name; NULL for none. */
static VlgSavedFilter *
find_saved (GPtrArray  *saved,
            const char *uid,
            const char *name)
{
  for (guint i = 0; i < saved->len; i++)
    {
      VlgSavedFilter *filter = saved->pdata[i];

      if (g_strcmp0 (filter->uid, uid) == 0 || g_strcmp0 (filter->name, name) == 0)
        return filter;
    }

  return NULL;
}

/* What was there is read in the same transaction: another window may have been faster. */
static gpointer
save_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;
  g_autofree char *name = vlg_string_collapse (errand->text);
  g_autoptr (GPtrArray) saved = vlg_saved_filters_load (db, error);
  VlgSavedFilter *before;

  if (saved == NULL || !vlg_saved_filters_put (db, name, errand->more, errand->actor, error))
    return NULL;
  before = find_saved (saved, NULL, name);

  return filter_change_new (name, before != NULL ? before->filter : NULL, errand->more);
}

static gpointer
remove_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  VlgErrand *errand = data;
  g_autoptr (GPtrArray) saved = vlg_saved_filters_load (db, error);
  VlgSavedFilter *before;

  if (saved == NULL || !vlg_saved_filters_remove (db, errand->uid, error))
    return NULL;
  before = find_saved (saved, errand->uid, NULL);

  return before != NULL ? filter_change_new (before->name, before->filter, NULL) : filter_change_new ("", NULL, NULL);
}

static gpointer
undo_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;
  const VlgFilterChange *change = errand->more;
  g_autoptr (GPtrArray) saved = vlg_saved_filters_load (db, error);
  VlgSavedFilter *now;

  if (saved == NULL)
    return NULL;
  now = find_saved (saved, NULL, change->name);
  if ((now != NULL) != (change->after != NULL) || (now != NULL && !vlg_motion_filter_equal (now->filter, change->after)))
    g_set_error (error, VLG_ERROR, VLG_ERROR_CONFLICT, _("The filter “%s” has been changed since in another window, and stays as it is there."), change->name);
  else if (change->before != NULL)
    vlg_saved_filters_put (db, change->name, change->before, errand->actor, error);
  else if (now != NULL)
    vlg_saved_filters_remove (db, now->uid, error);

  return NULL;
}

static gpointer
find_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return vlg_saved_filters_load (db, error);
}

static gpointer
count_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return GINT_TO_POINTER (vlg_motions_count_findings (db, AT_ONCE, error));
}

static gpointer
uncounted_job (VlgDb         *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return GINT_TO_POINTER (vlg_motions_has_uncounted (db, error));
}

void
vlg_filters_load_async (VlgOffice           *office,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (VLG_IS_OFFICE (office));

  vlg_errand_read_async (vlg_errand_new (office), office, vlg_filters_load_async, load_job, (GDestroyNotify) vlg_filter_choices_free,
                         cancellable, callback, user_data);
}

VlgFilterChoices *
vlg_filters_load_finish (VlgOffice     *office,
                         GAsyncResult  *result,
                         GError       **error)
{
  return vlg_errand_finish (office, vlg_filters_load_async, result, error);
}

void
vlg_filters_save_async (VlgOffice              *office,
                        const char             *name,
                        const VlgMotionFilter  *filter,
                        GAsyncReadyCallback     callback,
                        gpointer                user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (name != NULL);

  errand = vlg_errand_new (office);
  errand->text = g_strdup (name);
  errand->more = vlg_motion_filter_copy (filter);
  errand->free_more = (GDestroyNotify) vlg_motion_filter_free;
  vlg_errand_write_async (errand, office, vlg_filters_save_async, save_job, (GDestroyNotify) vlg_filter_change_free, NULL, callback, user_data);
}

VlgFilterChange *
vlg_filters_save_finish (VlgOffice     *office,
                         GAsyncResult  *result,
                         GError       **error)
{
  return vlg_errand_finish (office, vlg_filters_save_async, result, error);
}

void
vlg_filters_remove_async (VlgOffice           *office,
                          const char          *uid,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (uid != NULL);

  errand = vlg_errand_new (office);
  errand->uid = g_strdup (uid);
  vlg_errand_write_async (errand, office, vlg_filters_remove_async, remove_job, (GDestroyNotify) vlg_filter_change_free, NULL, callback, user_data);
}

VlgFilterChange *
vlg_filters_remove_finish (VlgOffice     *office,
                           GAsyncResult  *result,
                           GError       **error)
{
  return vlg_errand_finish (office, vlg_filters_remove_async, result, error);
}

void
vlg_filters_undo_async (VlgOffice             *office,
                        const VlgFilterChange *change,
                        GAsyncReadyCallback    callback,
                        gpointer               user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (change != NULL);

  errand = vlg_errand_new (office);
  errand->more = filter_change_new (change->name, change->before, change->after);
  errand->free_more = (GDestroyNotify) vlg_filter_change_free;
  vlg_errand_write_async (errand, office, vlg_filters_undo_async, undo_job, NULL, NULL, callback, user_data);
}

gboolean
vlg_filters_undo_finish (VlgOffice     *office,
                         GAsyncResult  *result,
                         GError       **error)
{
  return vlg_errand_finish_plain (office, vlg_filters_undo_async, result, error);
}

/* Each time a new job, behind those that came meanwhile. */
static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  int n = GPOINTER_TO_INT (vlg_store_run_finish (VLG_STORE (source), result, &error));

  if (n > 0)
    vlg_store_write_async (VLG_STORE (source), count_job, NULL, NULL, NULL, NULL, counted_cb, NULL);
  else if (error != NULL)
    g_debug ("Findings not counted: %s", error->message);
}

static void
uncounted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  if (vlg_store_run_finish (VLG_STORE (source), result, NULL) != NULL)
    vlg_store_write_async (VLG_STORE (source), count_job, NULL, NULL, NULL, NULL, counted_cb, NULL);
}

void
vlg_filters_count_findings (VlgOffice *office)
{
  g_return_if_fail (VLG_IS_OFFICE (office));

  vlg_store_read_async (vlg_office_get_store (office), uncounted_job, NULL, NULL, NULL, NULL, uncounted_cb, NULL);
}

gboolean
vlg_filters_count_all (VlgOffice  *office,
                       GError    **error)
{
  VlgStore *store;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (VLG_IS_OFFICE (office), FALSE);

  store = vlg_office_get_store (office);
  if (vlg_store_read (store, uncounted_job, NULL, NULL, &local_error) != NULL)
    while (local_error == NULL && GPOINTER_TO_INT (vlg_store_write (store, count_job, NULL, NULL, &local_error)) > 0)
      ;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

VlgMotionFilter *
vlg_filters_find (VlgOffice   *office,
                  const char  *name,
                  GError     **error)
{
  g_autoptr (GPtrArray) saved = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (VLG_IS_OFFICE (office), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  saved = vlg_store_read (vlg_office_get_store (office), find_job, NULL, NULL, error);
  folded = vlg_string_fold (name);
  for (guint i = 0; saved != NULL && i < saved->len; i++)
    {
      VlgSavedFilter *filter = saved->pdata[i];
      g_autofree char *other = vlg_string_fold (filter->name);

      if (g_str_equal (folded, other))
        return vlg_motion_filter_copy (filter->filter);
    }

  return NULL;
}
