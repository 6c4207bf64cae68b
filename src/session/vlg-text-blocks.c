/* vlg-text-blocks.c — the office's text blocks: list, save, delete, bring back
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-blocks.h"

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
  return vlg_snippets_save (db, data, error);
}

static gpointer
delete_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  vlg_snippets_delete (db, data, error);

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

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *list = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  VlgSnippet *snippet = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, snippet, g_object_unref);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  vlg_store_run_finish (VLG_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
vlg_text_blocks_list_async (VlgOffice           *office,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_text_blocks_list_async);
  vlg_store_read_async (vlg_office_get_store (office), list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, listed_cb, task);
}

GPtrArray *
vlg_text_blocks_list_finish (VlgOffice     *office,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_text_blocks_save_async (VlgOffice           *office,
                            VlgSnippet          *snippet,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_SNIPPET (snippet));

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_text_blocks_save_async);
  /* What was done is done, however late the caller gave up. */
  g_task_set_check_cancellable (task, FALSE);
  name = vlg_string_normalize (vlg_snippet_get_name (snippet), -1, &error);
  if (name != NULL)
    text = vlg_string_normalize (vlg_snippet_get_text (snippet), -1, &error);
  if (text == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  vlg_store_write_async (vlg_office_get_store (office), save_job,
                         vlg_snippet_new (vlg_snippet_get_uid (snippet), name, text, vlg_snippet_get_changed_at (snippet)),
                         g_object_unref, g_object_unref, cancellable, saved_cb, task);
}

VlgSnippet *
vlg_text_blocks_save_finish (VlgOffice     *office,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
vlg_text_blocks_delete_async (VlgOffice           *office,
                              VlgSnippet          *snippet,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_SNIPPET (snippet));

  task = g_task_new (office, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_text_blocks_delete_async);
  g_task_set_check_cancellable (task, FALSE);
  vlg_store_write_async (vlg_office_get_store (office), delete_job, g_strdup (vlg_snippet_get_uid (snippet)), g_free, NULL, cancellable, deleted_cb, task);
}

gboolean
vlg_text_blocks_delete_finish (VlgOffice     *office,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, office), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
vlg_text_blocks_touch (VlgOffice  *office,
                       VlgSnippet *snippet)
{
  g_return_if_fail (VLG_IS_OFFICE (office));
  g_return_if_fail (VLG_IS_SNIPPET (snippet));

  vlg_store_write_async (vlg_office_get_store (office), touch_job, g_strdup (vlg_snippet_get_uid (snippet)), g_free, NULL, NULL, NULL, NULL);
}
