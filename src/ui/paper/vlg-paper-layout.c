/* vlg-paper-layout.c — lays a motion out as paper, off the main loop
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-layout.h"

typedef struct {
  VlgMotion  *motion;
  VlgProfile *profile;
  VlgDay      as_of;
} Layout;

static void
layout_free (Layout *layout)
{
  g_object_unref (layout->motion);
  g_object_unref (layout->profile);
  g_free (layout);
}

static void
layout_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Layout *layout = task_data;

  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_return_pointer (task, vlg_paper_new (layout->motion, layout->profile, VLG_PAPER_DEFAULT, layout->as_of), g_object_unref);
}

void
vlg_paper_layout_async (VlgMotion           *motion,
                        VlgProfile          *profile,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Layout *layout = g_new0 (Layout, 1);

  /* The window's motion belongs to the main thread; the worker gets its own. */
  layout->motion = vlg_motion_copy (motion);
  layout->profile = g_object_ref (profile);
  layout->as_of = vlg_day_today ();

  g_task_set_source_tag (task, vlg_paper_layout_async);
  g_task_set_task_data (task, layout, (GDestroyNotify) layout_free);
  g_task_run_in_thread (task, layout_thread);
}

VlgPaper *
vlg_paper_layout_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
