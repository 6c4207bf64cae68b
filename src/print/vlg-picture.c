/* vlg-picture.c — a picture from a file, for drawing
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>

#include "vlg-error.h"

/* In pixels: about 200 MB unpacked at most. */
#define LARGEST_PICTURE (50 * 1000 * 1000)

static guint32
multiply (guint32 channel,
          guint32 alpha)
{
  return (channel * alpha + 127) / 255;
}

static cairo_surface_t *
to_surface (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  int n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  const guchar *pixels = gdk_pixbuf_read_pixels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guchar *target = cairo_image_surface_get_data (surface);

  for (int y = 0; target != NULL && y < height; y++)
    {
      const guchar *in = pixels + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *out = (guint32 *) (gpointer) (target + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, in += n_channels)
        {
          guint32 alpha = n_channels == 4 ? in[3] : 255;

          out[x] = alpha << 24 | multiply (in[0], alpha) << 16 | multiply (in[1], alpha) << 8 | multiply (in[2], alpha);
        }
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

typedef struct {
  int pixels;         /* wanted, the longer side */
  gboolean refused;
} Size;

/* Before anything is unpacked: a small file may hold a huge picture. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Size            *size)
{
  double scale = (double) size->pixels / MAX (MAX (width, height), 1);

  size->refused = (gint64) width * height > LARGEST_PICTURE;
  if (size->refused)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
}

/* The picture at its size; NULL with @error. Caller owns. */
static GdkPixbuf *
read_pixbuf (GBytes  *bytes,
             int      pixels,
             GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) local_error = NULL;
  Size size = { pixels, FALSE };
  GdkPixbuf *pixbuf = NULL;
  gboolean read;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &size);
  read = gdk_pixbuf_loader_write_bytes (loader, bytes, &local_error);
  read = gdk_pixbuf_loader_close (loader, read ? &local_error : NULL) && read;
  if (size.refused)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE, _("The picture has too many pixels."));
      return NULL;
    }
  if (read)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED, _("The picture cannot be read: %s"), local_error != NULL ? local_error->message : "");
      return NULL;
    }

  return g_object_ref (pixbuf);
}

cairo_surface_t *
vlg_picture_load (GBytes  *bytes,
                  int      pixels,
                  GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = read_pixbuf (bytes, pixels, error);
  cairo_surface_t *surface;

  if (pixbuf == NULL)
    return NULL;
  surface = to_surface (pixbuf);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED, _("The picture cannot be read: %s"), cairo_status_to_string (cairo_surface_status (surface)));
      cairo_surface_destroy (surface);
      return NULL;
    }

  return surface;
}
