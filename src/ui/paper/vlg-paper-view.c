/* vlg-paper-view.c — the pages of a paper, scrolled and zoomed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-view.h"

#include <math.h>

#include "vlg-paper-page.h"

#define MARGIN 18
#define GAP 18
#define MIN_WIDTH 240
#define NATURAL_WIDTH 480
#define ZOOM_STEP 1.2
#define ZOOM_MIN 0.25
#define ZOOM_MAX 4.0
/* Pixels a point at zoom 1.0. */
#define POINT (96.0 / 72.0)
#define SCROLL_STEP 48
/* Pages in sight at once. */
#define MAX_SLOTS 12

struct _VlgPaperView {
  GtkWidget parent_instance;

  /* owned */
  VlgPaper      *paper;
  GtkAdjustment *adjustments[2];  /* by GtkOrientation */
  GPtrArray     *pages;           /* VlgPaperPage, our children; those not needed are child-invisible */

  double zoom;
  guint  page;
  guint  page_source;
  int    page_height;             /* as last allocated: keeps the place over a zoom */
  gboolean allocating;
};

enum {
  PROP_0,
  PROP_PAPER,
  PROP_ZOOM,
  PROP_PAGE,
  PROP_N_PAGES,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (VlgPaperView, vlg_paper_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_scale (VlgPaperView *self,
           int           width)
{
  if (self->zoom > 0)
    return self->zoom * POINT;

  return MAX (width - 2 * MARGIN, 1) / VLG_PAPER_WIDTH;
}

static int
content_height (VlgPaperView *self,
                int           page_height)
{
  return vlg_paper_view_get_n_pages (self) * (page_height + GAP) + 2 * MARGIN - GAP;
}

/* As many as a high screen can show at the smallest zoom. Never while sizes are given: a child that comes then leaves its parent without an allocation,
 * and GTK paints nothing of it. */
static void
ensure_pages (VlgPaperView *self)
{
  while (self->pages->len < MIN (vlg_paper_view_get_n_pages (self), MAX_SLOTS))
    {
      VlgPaperPage *page = vlg_paper_page_new ();

      gtk_widget_set_child_visible (GTK_WIDGET (page), FALSE);
      g_ptr_array_add (self->pages, page);
      gtk_widget_set_parent (GTK_WIDGET (page), GTK_WIDGET (self));
    }
}

/* Pages out of sight do not hold on to an earlier paper. */
static void
drop_earlier_paper (VlgPaperView *self)
{
  for (guint slot = 0; slot < self->pages->len; slot++)
    {
      VlgPaperPage *page = g_ptr_array_index (self->pages, slot);

      if (vlg_paper_page_get_paper (page) != NULL && vlg_paper_page_get_paper (page) != self->paper)
        vlg_paper_page_set_page (page, NULL, 0);
    }
}

/* Page i always lives in slot i modulo the number of slots, so that scrolling by a page redraws one. */
static void
allocate_pages (VlgPaperView *self,
                int           width,
                int           height,
                int           page_width,
                int           page_height)
{
  double y = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  double x = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  guint n_pages = vlg_paper_view_get_n_pages (self);
  guint n_slots = MIN (self->pages->len, (guint) (height / (page_height + GAP)) + 2);
  guint first = CLAMP ((int) ((y - MARGIN) / (page_height + GAP)), 0, MAX ((int) n_pages - 1, 0));
  int left = MAX ((width - page_width) / 2, MARGIN) - (int) x;
  guint used = 0;

  for (guint i = first; i < MIN (first + n_slots, n_pages); i++)
    {
      VlgPaperPage *page = g_ptr_array_index (self->pages, i % n_slots);
      int top = MARGIN + i * (page_height + GAP) - (int) y;

      if (top > height)
        break;

      used |= 1u << (i % n_slots);
      vlg_paper_page_set_page (page, self->paper, i);
      gtk_widget_set_child_visible (GTK_WIDGET (page), TRUE);
      gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (page), &(GtkAllocation) { left, top, page_width, page_height }, -1);
    }
  for (guint slot = 0; slot < self->pages->len; slot++)
    if ((used & 1u << slot) == 0)
      gtk_widget_set_child_visible (g_ptr_array_index (self->pages, slot), FALSE);
  drop_earlier_paper (self);
}

static gboolean
tell_page_cb (gpointer user_data)
{
  VlgPaperView *self = user_data;

  self->page_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);

  return G_SOURCE_REMOVE;
}

/* A label that says so is not changed in the midst of a layout. */

static void
update_page (VlgPaperView *self,
             int           height,
             int           page_height)
{
  guint n_pages = vlg_paper_view_get_n_pages (self);
  double middle = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]) + height / 2.0;
  guint page = 0;

  if (n_pages > 0)
    page = CLAMP ((int) ((middle - MARGIN) / (page_height + GAP)), 0, (int) n_pages - 1) + 1;

  if (self->page == page)
    return;

  self->page = page;
  if (self->page_source == 0)
    self->page_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_page_cb, self, NULL);
}

static void
vlg_paper_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  VlgPaperView *self = VLG_PAPER_VIEW (widget);
  double scale = get_scale (self, width);
  int page_width = round (scale * VLG_PAPER_WIDTH);
  int page_height = round (scale * VLG_PAPER_HEIGHT);
  int upper[2] = { MAX (page_width + 2 * MARGIN, width), MAX (content_height (self, page_height), height) };
  double value = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);

  if (self->page_height > 0 && self->page_height != page_height)
    value *= (double) (page_height + GAP) / (self->page_height + GAP);
  self->page_height = page_height;

  self->allocating = TRUE;
  gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL],
                            gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]),
                            0, self->zoom > 0 ? upper[0] : width, SCROLL_STEP, width * 0.9, width);
  gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_VERTICAL], value,
                            0, upper[1], SCROLL_STEP, height * 0.9, height);
  self->allocating = FALSE;

  allocate_pages (self, upper[0], height, page_width, page_height);
  update_page (self, height, page_height);
}

static void
vlg_paper_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = MIN_WIDTH;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : (int) (NATURAL_WIDTH * VLG_PAPER_HEIGHT / VLG_PAPER_WIDTH);
}

static void
adjustment_changed_cb (VlgPaperView *self)
{
  if (!self->allocating)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (VlgPaperView   *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  if (adjustment != NULL && adjustment == self->adjustments[orientation])
    return;

  if (self->adjustments[orientation] != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->adjustments[orientation], adjustment_changed_cb, self);
      g_clear_object (&self->adjustments[orientation]);
    }

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* So that none of them holds on to a paper that is not shown any more. */
static void
forget_pages (VlgPaperView *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->pages, i));
  g_ptr_array_set_size (self->pages, 0);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           VlgPaperView             *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  vlg_paper_view_zoom_by (self, -dy);
  return GDK_EVENT_STOP;
}

static gboolean
scroll_key (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  VlgPaperView *self = VLG_PAPER_VIEW (widget);
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double value = gtk_adjustment_get_value (adjustment);

  switch ((GtkScrollType) g_variant_get_int32 (args))
    {
    case GTK_SCROLL_STEP_UP:
      value -= gtk_adjustment_get_step_increment (adjustment);
      break;
    case GTK_SCROLL_STEP_DOWN:
      value += gtk_adjustment_get_step_increment (adjustment);
      break;
    case GTK_SCROLL_PAGE_UP:
      value -= gtk_adjustment_get_page_increment (adjustment);
      break;
    case GTK_SCROLL_PAGE_DOWN:
      value += gtk_adjustment_get_page_increment (adjustment);
      break;
    case GTK_SCROLL_START:
      value = 0;
      break;
    case GTK_SCROLL_END:
      value = gtk_adjustment_get_upper (adjustment);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  gtk_adjustment_set_value (adjustment, value);
  return GDK_EVENT_STOP;
}

static void
vlg_paper_view_dispose (GObject *object)
{
  VlgPaperView *self = VLG_PAPER_VIEW (object);

  g_clear_handle_id (&self->page_source, g_source_remove);
  forget_pages (self);
  g_clear_object (&self->paper);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    g_clear_object (&self->adjustments[i]);

  G_OBJECT_CLASS (vlg_paper_view_parent_class)->dispose (object);
}

static void
vlg_paper_view_finalize (GObject *object)
{
  g_ptr_array_unref (VLG_PAPER_VIEW (object)->pages);

  G_OBJECT_CLASS (vlg_paper_view_parent_class)->finalize (object);
}

static void
vlg_paper_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VlgPaperView *self = VLG_PAPER_VIEW (object);

  switch (prop_id)
    {
    case PROP_PAPER:
      g_value_set_object (value, self->paper);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, vlg_paper_view_get_n_pages (self));
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vlg_paper_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  VlgPaperView *self = VLG_PAPER_VIEW (object);

  switch (prop_id)
    {
    case PROP_PAPER:
      vlg_paper_view_set_paper (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      vlg_paper_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      /* The pages follow the zoom, never the policy. */
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_bindings (GtkWidgetClass *widget_class)
{
  static const struct {
    guint         keyval;
    GtkScrollType type;
  } keys[] = {
    { GDK_KEY_Up, GTK_SCROLL_STEP_UP },
    { GDK_KEY_Down, GTK_SCROLL_STEP_DOWN },
    { GDK_KEY_Page_Up, GTK_SCROLL_PAGE_UP },
    { GDK_KEY_Page_Down, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_space, GTK_SCROLL_PAGE_DOWN },
    { GDK_KEY_Home, GTK_SCROLL_START },
    { GDK_KEY_End, GTK_SCROLL_END },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].keyval, 0, scroll_key, "i", keys[i].type);
}

static void
vlg_paper_view_class_init (VlgPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_paper_view_dispose;
  object_class->finalize = vlg_paper_view_finalize;
  object_class->get_property = vlg_paper_view_get_property;
  object_class->set_property = vlg_paper_view_set_property;

  widget_class->measure = vlg_paper_view_measure;
  widget_class->size_allocate = vlg_paper_view_size_allocate;

  properties[PROP_PAPER] =
    g_param_spec_object ("paper", NULL, NULL, VLG_TYPE_PAPER,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ZOOM] =
    g_param_spec_double ("zoom", NULL, NULL, 0, ZOOM_MAX, 0,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PAGE] =
    g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_N_PAGES] =
    g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "paperview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  install_bindings (widget_class);
}

static void
vlg_paper_view_init (VlgPaperView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->pages = g_ptr_array_new ();
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

VlgPaper *
vlg_paper_view_get_paper (VlgPaperView *self)
{
  g_return_val_if_fail (VLG_IS_PAPER_VIEW (self), NULL);

  return self->paper;
}

void
vlg_paper_view_set_paper (VlgPaperView *self,
                          VlgPaper     *paper)
{
  guint n_pages;

  g_return_if_fail (VLG_IS_PAPER_VIEW (self));
  g_return_if_fail (paper == NULL || VLG_IS_PAPER (paper));

  n_pages = vlg_paper_view_get_n_pages (self);
  if (!g_set_object (&self->paper, paper))
    return;

  /* A new paper of the same motion keeps the place, and its pages the widgets. */
  if (paper == NULL)
    forget_pages (self);
  ensure_pages (self);
  /* Another length moves the scrollbars. Where only we were to be allocated, they then wait for an allocation that never comes, and the scroller with
   * them: it painted nothing from then on. */
  if (vlg_paper_view_get_n_pages (self) != n_pages)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAPER]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
}

double
vlg_paper_view_get_zoom (VlgPaperView *self)
{
  g_return_val_if_fail (VLG_IS_PAPER_VIEW (self), 0);

  return self->zoom;
}

void
vlg_paper_view_set_zoom (VlgPaperView *self,
                         double        zoom)
{
  g_return_if_fail (VLG_IS_PAPER_VIEW (self));
  g_return_if_fail (zoom >= 0 && zoom <= ZOOM_MAX);

  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
vlg_paper_view_zoom_by (VlgPaperView *self,
                        double        steps)
{
  double zoom;

  g_return_if_fail (VLG_IS_PAPER_VIEW (self));

  zoom = get_scale (self, gtk_widget_get_width (GTK_WIDGET (self))) / POINT;
  vlg_paper_view_set_zoom (self, CLAMP (zoom * pow (ZOOM_STEP, steps), ZOOM_MIN, ZOOM_MAX));
}

guint
vlg_paper_view_get_page (VlgPaperView *self)
{
  g_return_val_if_fail (VLG_IS_PAPER_VIEW (self), 0);

  return self->page;
}

guint
vlg_paper_view_get_n_pages (VlgPaperView *self)
{
  g_return_val_if_fail (VLG_IS_PAPER_VIEW (self), 0);

  return self->paper != NULL ? vlg_paper_get_n_pages (self->paper) : 0;
}
