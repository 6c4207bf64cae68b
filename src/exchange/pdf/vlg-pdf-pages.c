/* vlg-pdf-pages.c — the pages of a foreign PDF, to look at
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-pdf-pages.h"

#include <glib/gi18n.h>

#include "vlg-poppler.h"

/* A page as high as a church banner is not worth all of the memory. */
#define MOST_PIXELS (40 * 1000 * 1000)

struct _VlgPdfPages {
  PopplerDocument *document;   /* owned */
};

VlgPdfPages *
vlg_pdf_pages_open (GFile         *file,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  PopplerDocument *document;
  VlgPdfPages *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!vlg_poppler_load (error))
    return NULL;
  document = poppler_document_new_from_gfile (file, NULL, cancellable, &local_error);
  if (document == NULL)
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local_error));
      else if (g_error_matches (local_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        g_set_error_literal (error, VLG_ERROR, VLG_ERROR_ENCRYPTED, _("The PDF asks for a password. Open it in its own program."));
      else
        g_set_error_literal (error, VLG_ERROR, VLG_ERROR_DAMAGED, _("The PDF cannot be read. Perhaps its own program can open it."));
      return NULL;
    }
  self = g_new0 (VlgPdfPages, 1);
  self->document = document;

  return self;
}

void
vlg_pdf_pages_free (VlgPdfPages *self)
{
  g_object_unref (self->document);
  g_free (self);
}

guint
vlg_pdf_pages_get_n (VlgPdfPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint) MAX (0, poppler_document_get_n_pages (self->document));
}

cairo_surface_t *
vlg_pdf_pages_draw (VlgPdfPages  *self,
                    guint         page,
                    int           width,
                    GError      **error)
{
  g_autoptr (GObject) held = NULL;
  PopplerPage *drawn;
  double page_width = 0, page_height = 0, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (width > 0, NULL);

  drawn = poppler_document_get_page (self->document, (int) page);
  held = (GObject *) drawn;
  if (drawn != NULL)
    poppler_page_get_size (drawn, &page_width, &page_height);
  if (page_width <= 0 || page_height <= 0)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED, _("Page %u of the PDF cannot be read."), page + 1);
      return NULL;
    }
  height = page_height * width / page_width;
  if (height < 1 || height * width > MOST_PIXELS)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE, _("Page %u of the PDF is too large to be shown here. Open it in its own program."), page + 1);
      return NULL;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, (int) height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, width / page_width);
  poppler_page_render (drawn, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

char *
vlg_pdf_pages_get_text (VlgPdfPages *self,
                        guint        page)
{
  g_autoptr (GObject) held = NULL;
  PopplerPage *read;
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  read = poppler_document_get_page (self->document, (int) page);
  held = (GObject *) read;
  text = read != NULL ? poppler_page_get_text (read) : NULL;

  return text != NULL ? text : g_strdup ("");
}
