/* vlg-text-blocks.c — the office's text blocks: list, save, delete, bring back
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-blocks.h"

#include "vlg-errand.h"
#include "vlg-snippets.h"
#include "vlg-string.h"

static gpointer
list_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return vlg_snippets_list (db, error);
}

static gpointer
save_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgErrand *errand = data;

  return vlg_snippets_save (db, VLG_SNIPPET (errand->object), error);
}

static gpointer
delete_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  VlgErrand *errand = data;

  vlg_snippets_delete (db, errand->uid, error);

  return NULL;
}

static gpointer
touch_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  vlg_snippets_touch (db, data, error);

  return NULL;
}

void
vlg_text_blocks_list_async (VlgOffice           *office,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (VLG_IS_OFFICE (office));

  vlg_errand_read_async (vlg_errand_new (office), office, vlg_text_blocks_list_async, list_job, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data);
}

GPtrArray *
vlg_text_blocks_list_finish (VlgOffice     *office,
                             GAsyncResult  *result,
                             GError       **error)
{
  return vlg_errand_finish (office, vlg_text_blocks_list_async, result, error);
}

/* A copy with name and text as they are stored. Caller owns. */
static VlgSnippet *
normalise (VlgSnippet  *snippet,
           GError     **error)
{
  g_autofree char *name = vlg_string_normalize (vlg_snippet_get_name (snippet), -1, error);
  g_autofree char *text = name != NULL ? vlg_string_normalize (vlg_snippet_get_text (snippet), -1, error) : NULL;

  return text != NULL ? vlg_snippet_new (vlg_snippet_get_uid (snippet), name, text, vlg_snippet_get_changed_at (snippet)) : NULL;
}

void
vlg_text_blocks_save_async (VlgOffice           *office,
                            VlgSnippet          *snippet,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (VlgSnippet) stored = NULL;
  GError *error = NULL;
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_SNIPPET (snippet));

  stored = normalise (snippet, &error);
  if (stored == NULL)
    {
      g_task_report_error (office, callback, user_data, vlg_text_blocks_save_async, error);
      return;
    }
  errand = vlg_errand_new (office);
  errand->object = g_object_ref (G_OBJECT (stored));
  vlg_errand_write_async (errand, office, vlg_text_blocks_save_async, save_job, g_object_unref, cancellable, callback, user_data);
}

VlgSnippet *
vlg_text_blocks_save_finish (VlgOffice     *office,
                             GAsyncResult  *result,
                             GError       **error)
{
  return vlg_errand_finish (office, vlg_text_blocks_save_async, result, error);
}

void
vlg_text_blocks_delete_async (VlgOffice           *office,
                              VlgSnippet          *snippet,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  VlgErrand *errand;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_SNIPPET (snippet));

  errand = vlg_errand_new (office);
  errand->uid = g_strdup (vlg_snippet_get_uid (snippet));
  vlg_errand_write_async (errand, office, vlg_text_blocks_delete_async, delete_job, NULL, cancellable, callback, user_data);
}

gboolean
vlg_text_blocks_delete_finish (VlgOffice     *office,
                               GAsyncResult  *result,
                               GError       **error)
{
  return vlg_errand_finish_plain (office, vlg_text_blocks_delete_async, result, error);
}

void
vlg_text_blocks_touch (VlgOffice  *office,
                       VlgSnippet *snippet)
{
  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_SNIPPET (snippet));

  vlg_store_write_async (vlg_office_get_store (office), touch_job, g_strdup (vlg_snippet_get_uid (snippet)), g_free, NULL, NULL, NULL, NULL);
}
