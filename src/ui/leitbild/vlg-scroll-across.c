/* vlg-scroll-across.c — a scroller for the width only
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-scroll-across.h"

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    across,
           double                    down,
           GtkScrolledWindow        *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scroller);

  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    down *= gtk_adjustment_get_page_size (adjustment) / 8;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + down);

  return GDK_EVENT_STOP;
}

void
vlg_scroll_across_only (GtkScrolledWindow *scroller)
{
  g_autoptr (GListModel) controllers = NULL;
  GtkEventController *shifted;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  controllers = gtk_widget_observe_controllers (GTK_WIDGET (scroller));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_scroll_set_flags (GTK_EVENT_CONTROLLER_SCROLL (controller), GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
    }
  shifted = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  g_signal_connect_object (shifted, "scroll", G_CALLBACK (scroll_cb), scroller, 0);
  gtk_widget_add_controller (GTK_WIDGET (scroller), shifted);
}
