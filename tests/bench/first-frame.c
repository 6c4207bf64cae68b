/* first-frame.c — says when a program's window has been drawn, and ends it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "first-frame.h"

#include <stdio.h>
#include <unistd.h>

typedef struct {
  GtkWindow *window;  /* borrowed */
  gint64     started;
  gboolean   content;
} Watch;

static gboolean
has_content (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LIST_VIEW (widget))
    return gtk_widget_get_first_child (widget) != NULL;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.import-sample") == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_content (child))
      return TRUE;

  return FALSE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  Watch *watch = user_data;
  gint64 now = g_get_monotonic_time () - watch->started;

  if (watch->content && !has_content (GTK_WIDGET (watch->window)))
    return;

  printf ("%" G_GINT64_FORMAT "\n", now);
  fflush (stdout);
  /* How long it takes to end is another question. */
  _exit (0);
}

static void
realize_cb (GtkWidget *widget,
            gpointer   user_data)
{
  Watch *watch = user_data;

  watch->window = GTK_WINDOW (widget);
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), watch);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 gpointer        user_data)
{
  g_signal_handlers_disconnect_by_func (application, window_added_cb, user_data);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), user_data);
}

void
first_frame_watch (GtkApplication *application,
                   gint64          started,
                   gboolean        content)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->started = started;
  watch->content = content;
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), watch);
}
