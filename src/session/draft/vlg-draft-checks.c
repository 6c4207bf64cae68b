/* vlg-draft-checks.c — a draft's findings, computed beside the main loop
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-draft-private.h"

#include <glib/gi18n.h>

#include "vlg-catalogue-rules.h"
#include "vlg-mend.h"

#define REST_MS 250

typedef struct {
  VlgOffice *office;
  VlgMotion *motion;     /* a copy */
  VlgProfile *profile;   /* NULL until it is loaded */
  VlgLeitbild *present;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_clear_object (&check->office);
  g_clear_object (&check->motion);
  g_clear_object (&check->profile);
  g_clear_object (&check->present);
  g_free (check);
}

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Check *check = task_data;

  if (check->profile == NULL)
    check->profile = vlg_office_load_profile (check->office, check->motion);
  g_task_return_pointer (task, vlg_checks_run_beside (check->motion, check->profile, check->present), (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
is_same_finding (VlgFinding *a,
                 VlgFinding *b)
{
  return g_strcmp0 (vlg_finding_get_rule (a), vlg_finding_get_rule (b)) == 0 &&
         vlg_finding_get_severity (a) == vlg_finding_get_severity (b) &&
         vlg_finding_get_field (a) == vlg_finding_get_field (b) &&
         vlg_finding_get_row (a) == vlg_finding_get_row (b) &&
         g_strcmp0 (vlg_finding_get_message (a), vlg_finding_get_message (b)) == 0;
}

static gboolean
is_same_at (GListModel *list,
            guint       position,
            GPtrArray  *findings,
            guint       index)
{
  g_autoptr (VlgFinding) old = g_list_model_get_item (list, position);

  return is_same_finding (old, findings->pdata[index]);
}

/* Changes the list only where it changed, so that a popover keeps its place. */
static void
show_findings (VlgDraft  *self,
               GPtrArray *findings)
{
  GListModel *list = G_LIST_MODEL (self->findings);
  guint n = g_list_model_get_n_items (list), shorter = MIN (n, findings->len), start = 0, end = 0;

  self->n_blocking = 0;
  for (guint i = 0; i < findings->len; i++)
    self->n_blocking += vlg_finding_get_severity (findings->pdata[i]) == VLG_SEVERITY_BLOCKING;
  while (start < shorter && is_same_at (list, start, findings, start))
    start++;
  while (end < shorter - start && is_same_at (list, n - 1 - end, findings, findings->len - 1 - end))
    end++;
  if (n - end > start || findings->len - end > start)
    g_list_store_splice (self->findings, start, n - start - end, findings->pdata + start, findings->len - start - end);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  VlgDraft *self = VLG_DRAFT (source);
  Check *check = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), NULL);

  self->checking = FALSE;
  if (self->motion == NULL)
    return;
  /* Moved to another catalogue meanwhile: it is checked again. */
  if (findings != NULL && g_strcmp0 (vlg_motion_get_profile_version (check->motion), vlg_motion_get_profile_version (self->motion)) == 0)
    {
      g_set_object (&self->profile, check->profile);
      show_findings (self, findings);
    }
  if (self->check_again)
    vlg_draft_schedule_check (self);
}

static gboolean
check_cb (gpointer data)
{
  VlgDraft *self = data;
  g_autoptr (GTask) task = NULL;
  Check *check;

  self->check_source = 0;
  self->checking = TRUE;
  self->check_again = FALSE;
  task = g_task_new (self, self->cancellable, checked_cb, NULL);
  g_task_set_source_tag (task, check_cb);
  check = g_new0 (Check, 1);
  check->office = g_object_ref (self->office);
  check->motion = vlg_motion_copy (self->motion);
  g_set_object (&check->profile, self->profile);
  check->present = g_object_ref (vlg_profile_get_leitbild (vlg_office_get_profile (self->office)));
  g_task_set_task_data (task, check, check_free);
  g_task_run_in_thread (task, check_thread);

  return G_SOURCE_REMOVE;
}

void
vlg_draft_schedule_check (VlgDraft *self)
{
  if (self->checking)
    {
      self->check_again = TRUE;
      return;
    }
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, check_cb, self, NULL);
}

void
vlg_draft_clear_checks (VlgDraft *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
}

char *
vlg_draft_get_mend (VlgDraft   *self,
                    VlgFinding *finding)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), NULL);
  g_return_val_if_fail (VLG_IS_FINDING (finding), NULL);

  if (vlg_checks_is_outdated (finding))
    {
      VlgLeitbild *present = vlg_profile_get_leitbild (vlg_office_get_profile (self->office));
      gboolean helps = !self->frozen && vlg_catalogue_rules_may_move (self->motion) &&
                       (self->can_use_present || vlg_catalogue_rules_is_outdated (self->motion, present));

      return helps ? g_strdup (_("Use the Present Catalogue")) : NULL;
    }
  /* Without a profile nothing was found yet. */
  return self->profile != NULL ? vlg_mend_get_label (finding, self->motion, self->profile) : NULL;
}

gboolean
vlg_draft_mend (VlgDraft   *self,
                VlgFinding *finding)
{
  gboolean mended;

  g_return_val_if_fail (VLG_IS_DRAFT (self), FALSE);
  g_return_val_if_fail (VLG_IS_FINDING (finding), FALSE);

  if (vlg_checks_is_outdated (finding))
    return vlg_draft_use_present (self);

  vlg_draft_begin_group (self);
  mended = self->profile != NULL && vlg_mend_apply (finding, self->motion, self->profile);
  vlg_draft_end_group (self);

  return mended;
}
