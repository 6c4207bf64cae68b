/* vlg-office-arms.c — the coat of arms in the head of the paper
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-office-arms.h"

#include <cairo.h>
#include <glib/gi18n.h>

#include "vlg-arms-row.h"
#include "vlg-coat-of-arms.h"
#include "vlg-office-private.h"
#include "vlg-picture.h"

typedef struct {
  VlgStore *store;
  GFile    *file;
  GBytes   *picture;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->store);
  g_clear_object (&errand->file);
  g_clear_pointer (&errand->picture, g_bytes_unref);
  g_free (errand);
}

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return vlg_arms_row_load (db, error);
}

static gpointer
put_job (VlgDb         *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  vlg_arms_row_put (db, data, error);

  return NULL;
}

static GBytes *
read_picture (GFile         *file,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *content = NULL;
  cairo_surface_t *surface;
  gsize length;

  if (stream == NULL)
    return NULL;
  content = g_malloc (VLG_ARMS_LIMIT + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), content, VLG_ARMS_LIMIT + 1, &length, cancellable, error))
    return NULL;
  bytes = g_bytes_new (content, length);
  if (g_bytes_get_size (bytes) > VLG_ARMS_LIMIT)
    {
      g_autofree char *limit = g_format_size_full (VLG_ARMS_LIMIT, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE, _("The picture is larger than %s."), limit);
      return NULL;
    }
  surface = vlg_picture_load (bytes, 64, error);
  if (surface == NULL)
    return NULL;
  cairo_surface_destroy (surface);

  return g_steal_pointer (&bytes);
}

static void
set_thread (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Errand *errand = task_data;
  g_autoptr (GError) error = NULL;

  if (errand->file != NULL)
    {
      errand->picture = read_picture (errand->file, cancellable, &error);
      if (errand->picture == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
    }
  vlg_store_write (errand->store, put_job, errand->picture, NULL, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

GBytes *
vlg_office_dup_arms (VlgOffice *self)
{
  g_autoptr (VlgProfile) profile = vlg_office_ref_profile (self);

  return vlg_profile_dup_coat_of_arms (profile);
}

void
vlg_office_set_arms_async (VlgOffice           *self,
                           GFile               *file,
                           GBytes              *picture,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  g_return_if_fail (VLG_IS_OFFICE (self));

  errand = g_new0 (Errand, 1);
  errand->store = g_object_ref (vlg_office_get_store (self));
  errand->file = file != NULL ? g_object_ref (file) : NULL;
  errand->picture = file == NULL && picture != NULL ? g_bytes_ref (picture) : NULL;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vlg_office_set_arms_async);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, set_thread);
}

gboolean
vlg_office_set_arms_finish (VlgOffice     *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  Errand *errand;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  errand = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  vlg_office_show_arms (self, errand->picture);

  return TRUE;
}

gboolean
vlg_office_load_arms (VlgOffice  *self,
                      GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) picture = vlg_store_read (vlg_office_get_store (self), load_job, NULL, NULL, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  vlg_office_show_arms (self, picture);

  return TRUE;
}
