/* vlg-motions-page-look.c — which rows are on the screen, so that what they say beyond the rest is read for them only
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions-page-private.h"

#include "vlg-motion-row.h"

/* The list comes to rest first: a held key scrolls through hundreds of rows (milliseconds). */
#define REST 30

VlgMotionSummary *
vlg_motions_page_find_summary (GtkWidget *widget)
{
  VlgMotionSummary *summary = vlg_motions_page_get_shown (widget);

  if (summary != NULL)
    return g_object_ref (summary);
  if (VLG_IS_MOTION_ROW (widget))
    {
      g_object_get (widget, "summary", &summary, NULL);
      return summary;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && summary == NULL; child = gtk_widget_get_next_sibling (child))
    summary = vlg_motions_page_find_summary (child);

  return summary;
}

/* The position of a row that is read, GTK_INVALID_LIST_POSITION for others. */
static guint
find_position (VlgMotionsPage *self,
               GtkWidget      *item)
{
  g_autoptr (VlgMotionSummary) summary = vlg_motions_page_find_summary (item);

  if (summary == NULL || vlg_motion_summary_get_id (summary) == 0)
    return GTK_INVALID_LIST_POSITION;

  return vlg_motion_list_find (self->motions, vlg_motion_summary_get_uid (summary));
}

/* The list makes many more rows than are seen. */
static gboolean
is_seen (GtkWidget *list,
         GtkWidget *item)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (item, list, &bounds) && bounds.size.height > 0
         && bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < gtk_widget_get_height (list);
}

static void
look_at_rows (VlgMotionsPage *self)
{
  GtkWidget *list = vlg_motions_page_get_rows (self);
  guint first = GTK_INVALID_LIST_POSITION;
  guint n = 0;

  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      if (!is_seen (list, item))
        continue;
      if (first == GTK_INVALID_LIST_POSITION)
        {
          first = find_position (self, item);
          n = 0;
        }
      n++;
    }
  if (first != GTK_INVALID_LIST_POSITION)
    vlg_motion_list_look_at (self->motions, first, n);
}

static gboolean
look_cb (gpointer user_data)
{
  VlgMotionsPage *self = user_data;

  self->look_source = 0;
  /* The plain list has all it shows; a table has columns of its own. */
  if (self->motions != NULL && gtk_widget_get_mapped (vlg_motions_page_get_rows (self))
      && (vlg_motions_page_is_table (self) || *vlg_motion_list_get_words (self->motions) != '\0'))
    look_at_rows (self);

  return G_SOURCE_REMOVE;
}

void
vlg_motions_page_queue_look (VlgMotionsPage *self)
{
  if (self->look_source == 0)
    self->look_source = g_timeout_add_full (G_PRIORITY_LOW, REST, look_cb, self, NULL);
}

void
vlg_motions_page_watch_scroll (VlgMotionsPage *self,
                               GtkWidget      *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  g_signal_connect_object (adjustment, "changed", G_CALLBACK (vlg_motions_page_queue_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (vlg_motions_page_queue_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "map", G_CALLBACK (vlg_motions_page_queue_look), self, G_CONNECT_SWAPPED);
}

void
vlg_motions_page_init_look (VlgMotionsPage *self)
{
  vlg_motions_page_watch_scroll (self, GTK_WIDGET (self->list_view));
}
