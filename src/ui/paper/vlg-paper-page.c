/* vlg-paper-page.c — one page of a paper on the screen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-page.h"

#include <glib/gi18n.h>

struct _VlgPaperPage {
  GtkWidget parent_instance;

  /* owned */
  VlgPaper        *paper;
  cairo_surface_t *surface;   /* what was drawn, NULL until it is seen */

  guint index;
};

G_DEFINE_FINAL_TYPE (VlgPaperPage, vlg_paper_page, GTK_TYPE_WIDGET)

static cairo_surface_t *
render (VlgPaper *paper,
        guint     index,
        int       width,
        int       height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / VLG_PAPER_WIDTH, height / VLG_PAPER_HEIGHT);
  vlg_paper_draw_page (paper, cr, index);
  cairo_destroy (cr);

  return surface;
}

/* Not as a texture: without a graphics card GTK 4.8 takes every pixel of one through floating point, each time it is drawn. */
static void
append_surface (GtkSnapshot     *snapshot,
                cairo_surface_t *surface,
                int              width,
                int              height)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cr, (double) width / cairo_image_surface_get_width (surface), (double) height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
vlg_paper_page_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  VlgPaperPage *self = VLG_PAPER_PAGE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);

  if (self->paper == NULL || width <= 0 || height <= 0)
    return;

  if (self->surface == NULL || cairo_image_surface_get_width (self->surface) != width * scale ||
      cairo_image_surface_get_height (self->surface) != height * scale)
    {
      g_clear_pointer (&self->surface, cairo_surface_destroy);
      self->surface = render (self->paper, self->index, width * scale, height * scale);
    }

  append_surface (snapshot, self->surface, width, height);
}

static void
vlg_paper_page_dispose (GObject *object)
{
  VlgPaperPage *self = VLG_PAPER_PAGE (object);

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_object (&self->paper);

  G_OBJECT_CLASS (vlg_paper_page_parent_class)->dispose (object);
}

static void
vlg_paper_page_class_init (VlgPaperPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vlg_paper_page_dispose;

  widget_class->snapshot = vlg_paper_page_snapshot;

  gtk_widget_class_set_css_name (widget_class, "paperpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vlg_paper_page_init (VlgPaperPage *self)
{
}

VlgPaperPage *
vlg_paper_page_new (void)
{
  return g_object_new (VLG_TYPE_PAPER_PAGE, NULL);
}

void
vlg_paper_page_set_page (VlgPaperPage *self,
                         VlgPaper     *paper,
                         guint         index)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (VLG_IS_PAPER_PAGE (self));
  g_return_if_fail (paper == NULL || VLG_IS_PAPER (paper));

  if (self->paper == paper && self->index == index)
    return;

  /* A letter typed on another page: what was drawn stands. */
  if (self->paper != NULL && paper != NULL && self->index == index &&
      vlg_paper_get_n_pages (self->paper) == vlg_paper_get_n_pages (paper) && vlg_paper_page_is_same (self->paper, paper, index))
    {
      g_set_object (&self->paper, paper);
      return;
    }

  g_set_object (&self->paper, paper);
  self->index = index;
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  if (paper == NULL)
    return;

  label = g_strdup_printf (_("Page %u of %u"), index + 1, vlg_paper_get_n_pages (paper));
  text = vlg_paper_get_page_text (paper, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
vlg_paper_page_get_index (VlgPaperPage *self)
{
  g_return_val_if_fail (VLG_IS_PAPER_PAGE (self), 0);

  return self->index;
}

VlgPaper *
vlg_paper_page_get_paper (VlgPaperPage *self)
{
  g_return_val_if_fail (VLG_IS_PAPER_PAGE (self), NULL);

  return self->paper;
}
