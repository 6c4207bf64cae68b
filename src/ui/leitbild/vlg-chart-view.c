/* vlg-chart-view.c — a chart with a cursor, each place of which can be opened
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-chart-view.h"

#include <math.h>

#include "vlg-snapshot-pen.h"

/* Further than any chart goes. */
#define FAR 1000000

typedef struct {
  guint row;
  guint column;
} Place;

typedef struct {
  /* owned */
  GskRenderNode *layers[VLG_CHART_MOST_LAYERS];   /* made when they are needed, for the font, the colors and the width there are */
  GPtrArray     *adjustments;                     /* of the scrollers around it, while it is mapped */

  Place    cursor;
  Place    hover;
  gboolean hovering;
  int      width;          /* the layers were made for */
  guint    n_drawn;
} VlgChartViewPrivate;

enum { OPEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VlgChartView, vlg_chart_view, GTK_TYPE_WIDGET)

#define GET_PRIVATE(self) ((VlgChartViewPrivate *) vlg_chart_view_get_instance_private (self))

static gboolean
has_places (VlgChartView *self,
            Place        *extent)
{
  extent->row = extent->column = 0;
  VLG_CHART_VIEW_GET_CLASS (self)->get_extent (self, &extent->row, &extent->column);

  return extent->row > 0 && extent->column > 0;
}

static void
drop_layers (VlgChartView *self)
{
  for (guint i = 0; i < VLG_CHART_MOST_LAYERS; i++)
    g_clear_pointer (&GET_PRIVATE (self)->layers[i], gsk_render_node_unref);
}

static void
update_name (VlgChartView *self)
{
  VlgChartViewPrivate *priv = GET_PRIVATE (self);
  VlgChartViewClass *klass = VLG_CHART_VIEW_GET_CLASS (self);
  const char *title = klass->get_title (self);
  Place extent;
  g_autofree char *place = has_places (self, &extent) ? klass->describe (self, priv->cursor.row, priv->cursor.column) : NULL;
  g_autofree char *name = place != NULL ? g_strdup_printf ("%s. %s", title, place) : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The cursor */

/* With room for what covers the left and the top. */
static void
scroll_to_cursor (VlgChartView *self)
{
  VlgChartViewPrivate *priv = GET_PRIVATE (self);
  VlgChartViewClass *klass = VLG_CHART_VIEW_GET_CLASS (self);
  graphene_rect_t area;
  double left = 0, top = 0;

  klass->get_area (self, priv->cursor.row, priv->cursor.column, &area);
  if (klass->get_margins != NULL)
    klass->get_margins (self, &left, &top);
  vlg_chart_scroll_to (GTK_WIDGET (self), (double) area.origin.x - left, (double) area.origin.y - top,
                       (double) area.size.width + left, (double) area.size.height + top);
}

static void
move_to (VlgChartView *self,
         guint         row,
         guint         column)
{
  VlgChartViewPrivate *priv = GET_PRIVATE (self);

  priv->cursor = (Place) { row, column };
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* At the edge the cursor stays where it is. In a chart of one column there is no way to the side, and its ends are above and below. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  VlgChartView *self = VLG_CHART_VIEW (widget);
  VlgChartViewPrivate *priv = GET_PRIVATE (self);
  Place extent;
  int across, down;

  if (!has_places (self, &extent))
    return FALSE;
  g_variant_get (arguments, "(ii)", &across, &down);
  if (extent.column == 1 && down == 0)
    {
      if (ABS (across) < FAR)
        return FALSE;
      down = across;
    }
  move_to (self, (guint) CLAMP ((int) priv->cursor.row + down, 0, (int) extent.row - 1),
           (guint) CLAMP ((int) priv->cursor.column + across, 0, (int) extent.column - 1));
  scroll_to_cursor (self);

  return TRUE;
}

static gboolean
open_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  VlgChartView *self = VLG_CHART_VIEW (widget);
  VlgChartViewPrivate *priv = GET_PRIVATE (self);
  Place extent;

  if (!has_places (self, &extent))
    return FALSE;
  g_signal_emit (self, signals[OPEN], 0, priv->cursor.row, priv->cursor.column);

  return TRUE;
}

/* The pointer */

static gboolean
find (VlgChartView *self,
      double        x,
      double        y,
      Place        *place)
{
  Place extent;

  *place = (Place) { 0, 0 };

  return has_places (self, &extent) && VLG_CHART_VIEW_GET_CLASS (self)->find (self, x, y, &place->row, &place->column);
}

static void
released_cb (VlgChartView *self,
             int           n_press,
             double        x,
             double        y)
{
  Place place;

  if (!find (self, x, y, &place))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  move_to (self, place.row, place.column);
  g_signal_emit (self, signals[OPEN], 0, place.row, place.column);
}

static void
motion_cb (VlgChartView *self,
           double        x,
           double        y)
{
  VlgChartViewPrivate *priv = GET_PRIVATE (self);
  Place place;
  gboolean hovering = find (self, x, y, &place);

  if (hovering == priv->hovering && place.row == priv->hover.row && place.column == priv->hover.column)
    return;
  priv->hovering = hovering;
  priv->hover = place;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hovering ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (VlgChartView *self)
{
  motion_cb (self, -1, -1);
}

/* Says in full what a chart may have cut. */
static gboolean
vlg_chart_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  VlgChartView *self = VLG_CHART_VIEW (widget);
  g_autofree char *text = NULL;
  Place place = GET_PRIVATE (self)->cursor;
  Place extent;

  if (!has_places (self, &extent) || (!keyboard && !find (self, x, y, &place)))
    return FALSE;
  text = VLG_CHART_VIEW_GET_CLASS (self)->describe (self, place.row, place.column);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* Drawing */

static GskRenderNode *
get_layer (VlgChartView *self,
           guint         layer)
{
  VlgChartViewPrivate *priv = GET_PRIVATE (self);
  GtkSnapshot *snapshot;
  VlgSnapshotPen target;
  VlgChartPen pen;

  if (priv->layers[layer] != NULL)
    return priv->layers[layer];
  snapshot = gtk_snapshot_new ();
  pen = vlg_snapshot_pen_init (&target, GTK_WIDGET (self), snapshot);
  VLG_CHART_VIEW_GET_CLASS (self)->draw_layer (self, layer, &pen);
  priv->layers[layer] = gtk_snapshot_free_to_node (snapshot);
  priv->n_drawn++;

  return priv->layers[layer];
}

static void
append_layer (VlgChartView *self,
              GtkSnapshot  *snapshot,
              guint         layer)
{
  VlgChartViewClass *klass = VLG_CHART_VIEW_GET_CLASS (self);
  GskRenderNode *node = get_layer (self, layer);
  graphene_point_t offset = { 0, 0 };
  graphene_rect_t clip;

  if (node == NULL)
    return;
  if (klass->place_layer == NULL)
    {
      gtk_snapshot_append_node (snapshot, node);
      return;
    }
  klass->place_layer (self, layer, &offset, &clip);
  gtk_snapshot_push_clip (snapshot, &clip);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &offset);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

/* What the headings would cover of it is not framed. */
static void
frame (VlgChartView   *self,
       VlgSnapshotPen *pen,
       Place           place,
       gboolean        strong)
{
  VlgChartViewClass *klass = VLG_CHART_VIEW_GET_CLASS (self);
  graphene_rect_t visible, area;
  double left = 0, top = 0;

  klass->get_area (self, place.row, place.column, &area);
  vlg_chart_view_get_visible (self, &visible);
  if (klass->get_margins != NULL)
    klass->get_margins (self, &left, &top);
  graphene_rect_init (&visible, visible.origin.x + (float) left, visible.origin.y + (float) top, visible.size.width - (float) left, visible.size.height - (float) top);
  gtk_snapshot_push_clip (pen->snapshot, &visible);
  vlg_snapshot_pen_frame (pen, (double) area.origin.x, (double) area.origin.y, (double) area.size.width, (double) area.size.height, strong);
  gtk_snapshot_pop (pen->snapshot);
}

static void
vlg_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  VlgChartView *self = VLG_CHART_VIEW (widget);
  VlgChartViewPrivate *priv = GET_PRIVATE (self);
  VlgSnapshotPen target;
  Place extent;

  if (!has_places (self, &extent))
    return;
  if (priv->width != gtk_widget_get_width (widget))
    drop_layers (self);
  priv->width = gtk_widget_get_width (widget);
  for (guint i = 0; i < VLG_CHART_VIEW_GET_CLASS (self)->n_layers; i++)
    append_layer (self, snapshot, i);
  vlg_snapshot_pen_init (&target, widget, snapshot);
  if (priv->hovering)
    frame (self, &target, priv->hover, FALSE);
  if (gtk_widget_has_visible_focus (widget))
    frame (self, &target, priv->cursor, TRUE);
}

static void
vlg_chart_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  double width = 0, height = 0;

  VLG_CHART_VIEW_GET_CLASS (widget)->get_size (VLG_CHART_VIEW (widget), &width, &height);
  *minimum = *natural = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
}

static void
forget (VlgChartView *self)
{
  drop_layers (self);
  VLG_CHART_VIEW_GET_CLASS (self)->forget (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
vlg_chart_view_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (vlg_chart_view_parent_class)->system_setting_changed (widget, setting);

  forget (VLG_CHART_VIEW (widget));
}

static void
vlg_chart_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vlg_chart_view_parent_class)->css_changed (widget, change);

  forget (VLG_CHART_VIEW (widget));
}

/* Scrolling moves the widget, and its headings in it. */
static void
vlg_chart_view_map (GtkWidget *widget)
{
  VlgChartView *self = VLG_CHART_VIEW (widget);
  VlgChartViewPrivate *priv = GET_PRIVATE (self);

  GTK_WIDGET_CLASS (vlg_chart_view_parent_class)->map (widget);

  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL; at = gtk_widget_get_parent (at))
    if (GTK_IS_SCROLLED_WINDOW (at))
      {
        g_ptr_array_add (priv->adjustments, g_object_ref (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (at))));
        g_ptr_array_add (priv->adjustments, g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (at))));
      }
  for (guint i = 0; i < priv->adjustments->len; i++)
    g_signal_connect_object (priv->adjustments->pdata[i], "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static void
vlg_chart_view_unmap (GtkWidget *widget)
{
  VlgChartViewPrivate *priv = GET_PRIVATE (VLG_CHART_VIEW (widget));

  for (guint i = 0; i < priv->adjustments->len; i++)
    g_signal_handlers_disconnect_by_func (priv->adjustments->pdata[i], gtk_widget_queue_draw, widget);
  g_ptr_array_set_size (priv->adjustments, 0);

  GTK_WIDGET_CLASS (vlg_chart_view_parent_class)->unmap (widget);
}

static void
vlg_chart_view_finalize (GObject *object)
{
  VlgChartViewPrivate *priv = GET_PRIVATE (VLG_CHART_VIEW (object));

  drop_layers (VLG_CHART_VIEW (object));
  g_ptr_array_unref (priv->adjustments);

  G_OBJECT_CLASS (vlg_chart_view_parent_class)->finalize (object);
}

static void
add_move (GtkWidgetClass  *widget_class,
          guint            key,
          guint            keypad_key,
          GdkModifierType  modifiers,
          int              across,
          int              down)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, move_cb, "(ii)", across, down);
  gtk_widget_class_add_binding (widget_class, keypad_key, modifiers, move_cb, "(ii)", across, down);
}

static void
vlg_chart_view_class_init (VlgChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint open_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->finalize = vlg_chart_view_finalize;
  widget_class->snapshot = vlg_chart_view_snapshot;
  widget_class->measure = vlg_chart_view_measure;
  widget_class->map = vlg_chart_view_map;
  widget_class->unmap = vlg_chart_view_unmap;
  widget_class->query_tooltip = vlg_chart_view_query_tooltip;
  widget_class->css_changed = vlg_chart_view_css_changed;
  widget_class->system_setting_changed = vlg_chart_view_system_setting_changed;

  signals[OPEN] = g_signal_new ("open", VLG_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  add_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1, 0);
  add_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1, 0);
  add_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, 0, -1);
  add_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 0, 1);
  add_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, -FAR, 0);
  add_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, FAR, 0);
  add_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, -FAR, -FAR);
  add_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, FAR, FAR);
  for (gsize i = 0; i < G_N_ELEMENTS (open_keys); i++)
    gtk_widget_class_add_binding (widget_class, open_keys[i], 0, open_cb, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vlg_chart_view_init (VlgChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  GET_PRIVATE (self)->adjustments = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
vlg_chart_view_reset (VlgChartView *self)
{
  VlgChartViewPrivate *priv;
  Place extent;

  g_return_if_fail (VLG_IS_CHART_VIEW (self));

  priv = GET_PRIVATE (self);
  priv->hovering = FALSE;
  forget (self);
  has_places (self, &extent);
  priv->cursor.row = MIN (priv->cursor.row, MAX (extent.row, 1) - 1);
  priv->cursor.column = MIN (priv->cursor.column, MAX (extent.column, 1) - 1);
  update_name (self);
}

gboolean
vlg_chart_view_get_cursor (VlgChartView *self,
                           guint        *row,
                           guint        *column)
{
  Place extent;

  g_return_val_if_fail (VLG_IS_CHART_VIEW (self), FALSE);

  *row = GET_PRIVATE (self)->cursor.row;
  *column = GET_PRIVATE (self)->cursor.column;

  return has_places (self, &extent);
}

void
vlg_chart_view_get_visible (VlgChartView    *self,
                            graphene_rect_t *visible)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (VLG_IS_CHART_VIEW (self));
  g_return_if_fail (visible != NULL);

  graphene_rect_init (visible, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL; at = gtk_widget_get_parent (at))
    {
      graphene_rect_t part;
      double x, y;

      if (!GTK_IS_SCROLLED_WINDOW (at) || !gtk_widget_translate_coordinates (at, widget, 0, 0, &x, &y))
        continue;
      graphene_rect_init (&part, (float) x, (float) y, gtk_widget_get_width (at), gtk_widget_get_height (at));
      if (!graphene_rect_intersection (visible, &part, visible))
        graphene_rect_init (visible, 0, 0, 0, 0);
    }
}

guint
vlg_chart_view_get_n_drawn (VlgChartView *self)
{
  g_return_val_if_fail (VLG_IS_CHART_VIEW (self), 0);

  return GET_PRIVATE (self)->n_drawn;
}
