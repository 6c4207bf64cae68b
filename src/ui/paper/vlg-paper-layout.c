/* vlg-paper-layout.c — lays a motion out as paper, off the main loop
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-layout.h"

struct _VlgPaperLayouter {
  GThreadPool *thread;  /* owned; of GTask */
};

typedef struct {
  VlgMotion     *motion;
  VlgProfile    *profile;
  VlgPaperFlags  flags;
  VlgDay         as_of;
} Layout;

static void
layout_free (Layout *layout)
{
  g_object_unref (layout->motion);
  g_object_unref (layout->profile);
  g_free (layout);
}

static void
lay_out (GTask *task)
{
  Layout *layout = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, vlg_paper_new (layout->motion, layout->profile, layout->flags, layout->as_of), g_object_unref);
}

static void
layout_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  lay_out (task);
}

static void
layouter_thread (gpointer data,
                 gpointer user_data)
{
  g_autoptr (GTask) task = data;

  lay_out (task);
}

static GTask *
layout_task_new (VlgMotion           *motion,
                 VlgProfile          *profile,
                 VlgPaperFlags        flags,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Layout *layout = g_new0 (Layout, 1);

  /* The window's motion belongs to the main thread; the worker gets its own. */
  layout->motion = vlg_motion_copy (motion);
  layout->profile = g_object_ref (profile);
  layout->flags = flags;
  layout->as_of = vlg_day_today ();

  g_task_set_source_tag (task, vlg_paper_layout_async);
  g_task_set_task_data (task, layout, (GDestroyNotify) layout_free);

  return task;
}

VlgPaperLayouter *
vlg_paper_layouter_new (void)
{
  VlgPaperLayouter *self = g_new0 (VlgPaperLayouter, 1);

  /* Exclusive, so that it is the same thread every time. */
  self->thread = g_thread_pool_new (layouter_thread, NULL, 1, TRUE, NULL);

  return self;
}

void
vlg_paper_layouter_free (VlgPaperLayouter *self)
{
  g_thread_pool_free (self->thread, FALSE, FALSE);
  g_free (self);
}

void
vlg_paper_layouter_run_async (VlgPaperLayouter    *self,
                              VlgMotion           *motion,
                              VlgProfile          *profile,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_thread_pool_push (self->thread, layout_task_new (motion, profile, VLG_PAPER_AGAIN, cancellable, callback, user_data), NULL);
}

void
vlg_paper_layout_async (VlgMotion           *motion,
                        VlgProfile          *profile,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = layout_task_new (motion, profile, VLG_PAPER_DEFAULT, cancellable, callback, user_data);

  g_task_run_in_thread (task, layout_thread);
}

VlgPaper *
vlg_paper_layout_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
