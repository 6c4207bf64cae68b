/* vlg-annex-preview.c — the file of an annex to look at
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-annex-preview.h"

#include <glib/gi18n.h>

#include "vlg-original.h"
#include "vlg-pdf-pages.h"

/* What a page is drawn at, for a window of that width. */
#define PAGE_WIDTH 1000
/* A larger image is opened in its own program: all of it would have to be unpacked. */
#define LARGEST_IMAGE (64 * 1000 * 1000)
/* The same in pixels: about 200 MB unpacked. */
#define LARGEST_PICTURE (50 * 1000 * 1000)

struct _VlgAnnexPreview {
  AdwWindow parent_instance;

  /* template widgets */
  GtkStack      *stack;
  GtkSpinner    *spinner;
  GtkPicture    *page_picture;
  GtkPicture    *image_picture;
  GtkWidget     *page_scroller;
  GtkWidget     *page_bar;
  GtkLabel      *page_label;
  AdwStatusPage *failure;

  /* owned */
  VlgOffice    *office;
  VlgAnnex     *annex;
  VlgPdfPages  *pages;         /* lent to a thread while @busy */
  GCancellable *cancellable;

  guint    page;
  guint    n_pages;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (VlgAnnexPreview, vlg_annex_preview, ADW_TYPE_WINDOW)

/* A page on its way to the screen, or the whole image. */
typedef struct {
  GFile       *file;     /* to be opened first, or NULL */
  VlgPdfPages *pages;
  gboolean     is_pdf;
  guint        page;
  int          width;
  char        *text;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  g_clear_object (&drawing->file);
  g_clear_pointer (&drawing->pages, vlg_pdf_pages_free);
  g_free (drawing->text);
  g_free (drawing);
}

static gboolean
is_pdf (VlgAnnex *annex)
{
  const VlgAnnexFile *file = vlg_annex_get_file (annex);

  return file != NULL && g_strcmp0 (file->media_type, "application/pdf") == 0;
}

gboolean
vlg_annex_preview_can_show (VlgAnnex *annex)
{
  static const char *const images[] = { "image/png", "image/jpeg", "image/tiff", NULL };
  const VlgAnnexFile *file = vlg_annex_get_file (annex);

  return is_pdf (annex) || (file != NULL && file->media_type != NULL && g_strv_contains (images, file->media_type) && file->size <= LARGEST_IMAGE);
}

/* Threads and the store know the window by name only: it must not outlive the one below it. */
static GWeakRef *
name_new (VlgAnnexPreview *self)
{
  GWeakRef *name = g_new0 (GWeakRef, 1);

  g_weak_ref_init (name, self);

  return name;
}

/* The window, unless it is gone; caller owns. Frees @name. */
static VlgAnnexPreview *
name_resolve (GWeakRef *name)
{
  VlgAnnexPreview *self = g_weak_ref_get (name);

  g_weak_ref_clear (name);
  g_free (name);

  return self;
}

static GdkTexture *
draw_page (Drawing  *drawing,
           GError  **error)
{
  cairo_surface_t *surface = vlg_pdf_pages_draw (drawing->pages, drawing->page, drawing->width, error);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;
  int width, height, stride;

  if (surface == NULL)
    return NULL;

  width = cairo_image_surface_get_width (surface);
  height = cairo_image_surface_get_height (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) height * stride, (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  drawing->text = vlg_pdf_pages_get_text (drawing->pages, drawing->page);

  return texture;
}

/* A plan of few bytes may have more pixels than the memory has room for. */
static gboolean
is_drawable (GFile   *file,
             GError **error)
{
  int width = 0, height = 0;

  if (gdk_pixbuf_get_file_info (g_file_peek_path (file), &width, &height) == NULL || (gint64) width * height <= LARGEST_PICTURE)
    return TRUE;

  g_set_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE, _("The picture is too large to be shown here. Open it with another program."));
  return FALSE;
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Drawing *drawing = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (!drawing->is_pdf)
    {
      if (is_drawable (drawing->file, &error))
        texture = gdk_texture_new_from_file (drawing->file, &error);
    }
  else
    {
      if (drawing->pages == NULL)
        drawing->pages = vlg_pdf_pages_open (drawing->file, cancellable, &error);
      if (drawing->pages != NULL)
        texture = draw_page (drawing, &error);
    }

  if (texture != NULL)
    g_task_return_pointer (task, g_steal_pointer (&texture), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Instead of the spinner, which would go on turning behind @child. */
static void
show_child (VlgAnnexPreview *self,
            GtkWidget       *child)
{
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child (self->stack, child);
}

static void
fail (VlgAnnexPreview *self,
      const char      *message)
{
  adw_status_page_set_description (self->failure, message);
  show_child (self, GTK_WIDGET (self->failure));
}

static void
update_pages (VlgAnnexPreview *self)
{
  g_autofree char *label = g_strdup_printf (_("Page %u of %u"), self->page + 1, self->n_pages);

  gtk_widget_set_visible (self->page_bar, self->n_pages > 1);
  gtk_label_set_label (self->page_label, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", self->page + 1 < self->n_pages);
}

static void
show_texture (VlgAnnexPreview *self,
              GdkTexture      *texture,
              const char      *text)
{
  if (self->pages == NULL)
    {
      gtk_picture_set_paintable (self->image_picture, GDK_PAINTABLE (texture));
      gtk_picture_set_alternative_text (self->image_picture, vlg_annex_get_title (self->annex));
      show_child (self, GTK_WIDGET (self->image_picture));
      return;
    }
  gtk_picture_set_paintable (self->page_picture, GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (self->page_picture, text);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->page_scroller)), 0);
  show_child (self, self->page_scroller);
}

static void draw (VlgAnnexPreview *self, GFile *file);

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VlgAnnexPreview) self = name_resolve (user_data);
  Drawing *drawing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL || self->stack == NULL)
    return;

  self->busy = FALSE;
  if (drawing->pages != NULL)
    {
      self->pages = g_steal_pointer (&drawing->pages);
      self->n_pages = vlg_pdf_pages_get_n (self->pages);
    }
  if (texture != NULL)
    show_texture (self, texture, drawing->text);
  else
    fail (self, error->domain == VLG_ERROR ? error->message : _("The image cannot be read. Perhaps its own program can open it."));
  update_pages (self);
  /* Turned on meanwhile. */
  if (self->pages != NULL && drawing->page != self->page)
    draw (self, NULL);
}

static void
draw (VlgAnnexPreview *self,
      GFile           *file)
{
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  if (self->busy)
    return;

  self->busy = TRUE;
  drawing = g_new0 (Drawing, 1);
  g_set_object (&drawing->file, file);
  drawing->pages = g_steal_pointer (&self->pages);
  drawing->is_pdf = is_pdf (self->annex);
  drawing->page = self->page;
  drawing->width = PAGE_WIDTH * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  task = g_task_new (NULL, self->cancellable, drawn_cb, name_new (self));
  g_task_set_source_tag (task, draw);
  g_task_set_task_data (task, drawing, drawing_free);
  g_task_run_in_thread (task, draw_thread);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (VlgAnnexPreview) self = name_resolve (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = vlg_original_fetch_finish (VLG_OFFICE (source), result, &error);

  if (self == NULL || self->stack == NULL)
    return;
  if (file != NULL)
    draw (self, file);
  else
    fail (self, error->message);
}

static void
turn_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgAnnexPreview *self = VLG_ANNEX_PREVIEW (widget);
  gboolean forward = g_str_equal (action_name, "preview.next");

  if (forward ? self->page + 1 >= self->n_pages : self->page == 0)
    return;
  self->page = forward ? self->page + 1 : self->page - 1;
  update_pages (self);
  draw (self, NULL);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VlgAnnexPreview *self = VLG_ANNEX_PREVIEW (widget);

  vlg_original_open (widget, self->office, self->annex);
}

static void
vlg_annex_preview_dispose (GObject *object)
{
  VlgAnnexPreview *self = VLG_ANNEX_PREVIEW (object);

  self->stack = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->office);
  g_clear_object (&self->annex);
  g_clear_pointer (&self->pages, vlg_pdf_pages_free);

  G_OBJECT_CLASS (vlg_annex_preview_parent_class)->dispose (object);
}

static void
vlg_annex_preview_class_init (VlgAnnexPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vlg_annex_preview_dispose;

  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "preview.open", NULL, open_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.next", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/motion/editor/annex/vlg-annex-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexPreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexPreview, page_picture);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexPreview, image_picture);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexPreview, page_scroller);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexPreview, page_bar);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, VlgAnnexPreview, failure);
}

static void
vlg_annex_preview_init (VlgAnnexPreview *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_pages (self);
}

void
vlg_annex_preview_present (GtkWidget *widget,
                           VlgOffice *office,
                           VlgAnnex  *annex)
{
  const VlgAnnexFile *file = vlg_annex_get_file (annex);
  VlgAnnexPreview *self;

  g_return_if_fail (file != NULL);

  self = g_object_new (VLG_TYPE_ANNEX_PREVIEW, "transient-for", gtk_widget_get_root (widget), "title", file->name, NULL);
  self->office = g_object_ref (office);
  self->annex = g_object_ref (annex);
  vlg_original_fetch_async (office, annex, self->cancellable, fetched_cb, name_new (self));
  gtk_window_present (GTK_WINDOW (self));
}
