/* vlg-version-restore.c — an earlier version of a motion becomes the newest
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-version-list.h"

#include <glib/gi18n.h>

#include "vlg-draft-values.h"
#include "vlg-versions.h"

static gpointer
content_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return vlg_versions_load_content (db, data, error);
}

static gboolean
has_happened (VlgConsultation *row)
{
  return vlg_consultation_get_confirmed_at (row) != 0 || *vlg_consultation_get_confirmed_by (row) != '\0' ||
         vlg_consultation_get_result (row) != VLG_RESULT_NONE || !vlg_votes_is_none (vlg_consultation_get_votes (row));
}

static void
keep_row (GStrvBuilder    *kept,
          VlgConsultation *row)
{
  g_autofree char *sentence = g_strdup_printf (_("What is recorded of %s stays as it is."), vlg_consultation_get_body (row));

  g_strv_builder_add (kept, sentence);
}

/* What was recorded then and taken back since does not come back. */
static void
forget_what_happened (GListModel *rows)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);

      vlg_consultation_set_votes (row, &VLG_VOTES_NONE);
      vlg_consultation_set_result (row, VLG_RESULT_NONE);
      vlg_consultation_set_result_wording (row, "");
      vlg_consultation_set_confirmation (row, "", "", 0);
    }
}

/* Rows of @now that have happened stand in @rows as they are, those the version had not at the place they have now. */
static void
keep_what_happened (GListStore   *rows,
                    GListModel   *now,
                    GStrvBuilder *kept)
{
  for (guint i = 0; i < g_list_model_get_n_items (now); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (now, i);
      guint n = g_list_model_get_n_items (G_LIST_MODEL (rows)), at = MIN (i, n), n_replaced = 0;

      if (!has_happened (row))
        continue;
      for (guint j = 0; j < n; j++)
        {
          g_autoptr (VlgConsultation) other = g_list_model_get_item (G_LIST_MODEL (rows), j);

          if (g_strcmp0 (vlg_consultation_get_uid (other), vlg_consultation_get_uid (row)) == 0)
            {
              at = j;
              n_replaced = 1;
            }
        }
      g_list_store_splice (rows, at, n_replaced, (gpointer *) &row, 1);
      keep_row (kept, row);
    }
}

/* Annexes whose files are no longer kept stay what they are now, or away. */
static void
leave_lost_files (GListStore         *annexes,
                  GListModel         *now,
                  const char * const *missing,
                  GStrvBuilder       *kept)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (annexes)); i-- > 0;)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (G_LIST_MODEL (annexes), i);
      const VlgAnnexFile *file = vlg_annex_get_file (annex);
      g_autoptr (VlgAnnex) today = NULL;
      g_autofree char *sentence = NULL;

      if (file == NULL || file->sha256 == NULL || !g_strv_contains (missing, file->sha256))
        continue;
      sentence = g_strdup_printf (_("The file “%s” of that time is no longer kept."), file->name);
      g_strv_builder_add (kept, sentence);
      for (guint j = 0; j < g_list_model_get_n_items (now) && today == NULL; j++)
        {
          g_autoptr (VlgAnnex) other = g_list_model_get_item (now, j);

          if (g_strcmp0 (vlg_annex_get_uid (other), vlg_annex_get_uid (annex)) == 0)
            today = g_object_ref (other);
        }
      g_list_store_splice (annexes, i, 1, (gpointer *) &today, today != NULL ? 1 : 0);
    }
}

/* One step: each field of @version that is to come back. */
static void
put_version (VlgDraft     *draft,
             VlgMotion    *version,
             GStrvBuilder *kept,
             GStrv         missing)
{
  static const char * const keys[] = { "visibility", "submitter", "responsible", "title", "resolution", "legal_basis", "related_resolutions", "expert_opinions",
                                       "publication_notes", "reasoning", "unrecognised", "leitbild", "consultations", "annexes", "relations" };
  VlgMotion *motion = vlg_draft_get_motion (draft);

  forget_what_happened (G_LIST_MODEL (vlg_motion_get_consultations (version)));
  keep_what_happened (vlg_motion_get_consultations (version), G_LIST_MODEL (vlg_motion_get_consultations (motion)), kept);
  leave_lost_files (vlg_motion_get_annexes (version), G_LIST_MODEL (vlg_motion_get_annexes (motion)), (const char * const *) missing, kept);

  vlg_draft_begin_group (draft);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      char *value = vlg_draft_values_get (version, keys[i]);
      g_autoptr (GError) error = NULL;

      if (!vlg_draft_values_set (motion, keys[i], value, &error))
        g_warning ("“%s” of a version cannot be put back: %s", keys[i], error->message);
      g_ref_string_release (value);
    }
  vlg_draft_end_group (draft);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!vlg_draft_close_finish (VLG_DRAFT (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdupv (g_object_get_data (G_OBJECT (task), "kept")), (GDestroyNotify) g_strfreev);
}

static void
content_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  VlgDraft *draft = g_task_get_source_object (task);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  GError *error = NULL;
  g_autoptr (VlgVersionContent) content = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (content == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (content->is_signed)
    {
      g_task_return_new_error (task, VLG_ERROR, VLG_ERROR_FROZEN, _("The motion is signed. An earlier version cannot be brought back; please write a new motion."));
      return;
    }
  put_version (draft, content->motion, kept, content->missing);
  g_object_set_data_full (G_OBJECT (task), "kept", g_strv_builder_end (kept), (GDestroyNotify) g_strfreev);
  vlg_draft_close_async (draft, g_task_get_cancellable (task), restored_cb, g_object_ref (task));
}

static void
kept_safe_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  VlgDraft *draft = VLG_DRAFT (source);
  GError *error = NULL;

  if (!vlg_draft_close_finish (draft, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  vlg_store_read_async (vlg_office_get_store (vlg_draft_get_office (draft)), content_job, g_strdup (g_task_get_task_data (task)), g_free,
                        (GDestroyNotify) vlg_version_content_free, g_task_get_cancellable (task), content_cb, g_object_ref (task));
}

void
vlg_version_restore_async (VlgDraft            *draft,
                           const char          *uid,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VLG_IS_DRAFT (draft));
  g_return_if_fail (uid != NULL);

  task = g_task_new (draft, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_version_restore_async);
  g_task_set_task_data (task, g_strdup (uid), g_free);
  /* What stands there now must not be lost to what stood there before. */
  vlg_draft_close_async (draft, cancellable, kept_safe_cb, task);
}

GStrv
vlg_version_restore_finish (VlgDraft      *draft,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, draft), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
