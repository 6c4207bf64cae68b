/* vlg-text-view-clipboard.c — what comes into a text from the clipboard and from files, and what goes out of it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-view-private.h"

#include "vlg-markdown-edit.h"
#include "vlg-paste.h"
#include "vlg-platform.h"

#include <glib/gi18n.h>
#include <string.h>

#define MARKDOWN_TYPE "text/markdown"
#define HTML_TYPE "text/html"
/* What is larger than any text is not taken from the clipboard, nor read to its end. A power of two, as the buffer grows. */
#define MAX_PASTE (64 * 1024 * 1024)

static VlgTextBuffer *
get_buffer (VlgTextView *self)
{
  return VLG_TEXT_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
}

static GdkContentProvider *
create_content (VlgTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *markdown = NULL;
  g_autofree char *html = NULL;
  g_autofree char *plain = NULL;
  g_autoptr (GBytes) markdown_bytes = NULL;
  g_autoptr (GBytes) html_bytes = NULL;
  GdkContentProvider *providers[3];

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &start, &end))
    return NULL;

  markdown = vlg_text_buffer_dup_range (buffer, gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end));
  html = vlg_markdown_to_html (markdown);
  plain = vlg_markdown_to_plain (markdown);
  markdown_bytes = g_bytes_new (markdown, strlen (markdown));
  html_bytes = g_bytes_new (html, strlen (html));

  providers[0] = gdk_content_provider_new_for_bytes (MARKDOWN_TYPE, markdown_bytes);
  providers[1] = gdk_content_provider_new_for_bytes (HTML_TYPE, html_bytes);
  providers[2] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
vlg_text_view_copy_clipboard (GtkTextView *view)
{
  g_autoptr (GdkContentProvider) content = create_content (get_buffer (VLG_TEXT_VIEW (view)));

  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), content);
}

static void
vlg_text_view_cut_clipboard (GtkTextView *view)
{
  g_autoptr (GdkContentProvider) content = create_content (get_buffer (VLG_TEXT_VIEW (view)));

  if (content == NULL || !gtk_text_view_get_editable (view))
    return;

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), content);
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE, TRUE);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
}

static void
insert_markdown (VlgTextView *self,
                 const char  *markdown)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (get_buffer (self));

  if (*markdown == '\0')
    return;

  vlg_text_buffer_insert_markdown (get_buffer (self), markdown);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

void
vlg_text_view_insert_html (VlgTextView *self,
                           const char  *html,
                           gsize        length)
{
  g_autofree char *markdown = NULL;

  g_return_if_fail (VLG_IS_TEXT_VIEW (self));

  markdown = vlg_paste_html (html, length);
  insert_markdown (self, markdown);
}

/* Files on their way into the text. */
typedef struct {
  VlgTextView *view;
  GSList *files;     /* (element-type GFile) still to be read */
  GtkTextMark *place;
  GCancellable *cancellable;
} Insertion;

static void
insertion_free (Insertion *insertion)
{
  g_slist_free_full (insertion->files, g_object_unref);
  if (!gtk_text_mark_get_deleted (insertion->place))
    gtk_text_buffer_delete_mark (gtk_text_mark_get_buffer (insertion->place), insertion->place);
  g_object_unref (insertion->place);
  g_object_unref (insertion->cancellable);
  g_object_unref (insertion->view);
  g_free (insertion);
}

static void insert_next_file (Insertion *insertion);

static void
file_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  Insertion *insertion = data;
  GtkWidget *widget = GTK_WIDGET (insertion->view);
  g_autoptr (GError) error = NULL;
  g_autofree char *markdown = vlg_paste_file_finish (result, &error);

  /* The page may have been left meanwhile, or show another text. */
  if (g_cancellable_is_cancelled (insertion->cancellable) || gtk_widget_get_root (widget) == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)))
    {
      insertion_free (insertion);
      return;
    }

  if (markdown != NULL)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter place;

      /* Where it was dropped, wherever the cursor has gone since. */
      gtk_text_buffer_get_iter_at_mark (buffer, &place, insertion->place);
      gtk_text_buffer_place_cursor (buffer, &place);
      insert_markdown (insertion->view, markdown);
      gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));
      gtk_text_buffer_move_mark (buffer, insertion->place, &place);
    }
  else
    vlg_platform_tell (GTK_WINDOW (gtk_widget_get_root (widget)), _("The File Could Not Be Inserted"), error->message, NULL);
  insert_next_file (insertion);
}

static void
insert_next_file (Insertion *insertion)
{
  g_autoptr (GFile) file = NULL;

  if (insertion->files == NULL)
    {
      insertion_free (insertion);
      return;
    }

  file = insertion->files->data;
  insertion->files = g_slist_delete_link (insertion->files, insertion->files);
  vlg_paste_file_async (file, insertion->cancellable, file_read_cb, insertion);
}

void
vlg_text_view_insert_files (VlgTextView *self,
                            GSList      *files)
{
  GtkTextBuffer *buffer;
  GtkTextIter place;
  Insertion *insertion;

  g_return_if_fail (VLG_IS_TEXT_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_mark (buffer, &place, gtk_text_buffer_get_insert (buffer));
  if (self->inserting == NULL)
    self->inserting = g_cancellable_new ();
  insertion = g_new0 (Insertion, 1);
  insertion->view = g_object_ref (self);
  insertion->place = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, &place, FALSE));
  insertion->cancellable = g_object_ref (self->inserting);
  insertion->files = g_slist_copy_deep (files, (GCopyFunc) (GCallback) g_object_ref, NULL);
  insert_next_file (insertion);
}

void
vlg_text_view_forget_files (VlgTextView *self)
{
  g_return_if_fail (VLG_IS_TEXT_VIEW (self));

  g_cancellable_cancel (self->inserting);
  g_clear_object (&self->inserting);
}

/* What stands in the clipboard stays there. */
static void
tell_not_pasted (VlgTextView  *self,
                 const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL)
    return;
  /* A picture, say: no text was to be had from the start. */
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    vlg_platform_tell (GTK_WINDOW (root), _("Nothing Was Pasted"),
                       g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
                         ? _("What was copied is larger than 64 MB, too much for a text. Please save it to a file and add that as an annex.")
                         : error->message, NULL);
}

static void
files_pasted_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (VlgTextView) self = data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);
  g_autoptr (GSList) files = NULL;

  if (value == NULL)
    {
      tell_not_pasted (self, error);
      return;
    }
  files = gdk_file_list_get_files (g_value_get_boxed (value));
  vlg_text_view_insert_files (self, files);
}

typedef struct {
  VlgTextView *view;
  GOutputStream *stream;
  char *type;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->view);
  g_clear_object (&paste->stream);
  g_free (paste->type);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
spliced_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Paste) paste = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *content;
  gsize size;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, &error) < 0)
    {
      tell_not_pasted (paste->view, error);
      return;
    }

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object));
  content = g_bytes_get_data (bytes, &size);
  if (size == 0)
    return;

  if (g_str_has_prefix (paste->type, HTML_TYPE))
    {
      vlg_text_view_insert_html (paste->view, content, size);
    }
  else
    {
      g_autofree char *markdown = g_utf8_make_valid (content, size);

      insert_markdown (paste->view, markdown);
    }
}

static gpointer
grow_to_limit (gpointer data,
               gsize    size)
{
  return size <= MAX_PASTE ? g_realloc (data, size) : NULL;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Paste) paste = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = NULL;
  const char *type;

  stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, &type, &error);
  if (stream == NULL)
    {
      tell_not_pasted (paste->view, error);
      return;
    }

  paste->type = g_strdup (type);
  paste->stream = g_memory_output_stream_new (NULL, 0, grow_to_limit, g_free);
  {
    GOutputStream *target = paste->stream;

    g_output_stream_splice_async (target, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, spliced_cb, g_steal_pointer (&paste));
  }
}

/* Every line is a paragraph; empty ones only part them. */
static void
insert_plain (VlgTextView *self,
              const char  *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autoptr (GString) plain = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][strspn (lines[i], " \t")] == '\0' && lines[1] != NULL)
        continue;
      if (plain->len > 0)
        g_string_append_c (plain, '\n');
      g_string_append (plain, lines[i]);
    }

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, plain->str, plain->len);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

static void
read_text_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (VlgTextView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);

  if (text == NULL)
    tell_not_pasted (self, error);
  else
    insert_plain (self, text);
}

static void
vlg_text_view_paste_clipboard (GtkTextView *view)
{
  static const char *types[] = { MARKDOWN_TYPE, HTML_TYPE, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  Paste *paste;

  if (!gtk_text_view_get_editable (view))
    return;
  if (!gdk_content_formats_contain_mime_type (formats, MARKDOWN_TYPE) && !gdk_content_formats_contain_mime_type (formats, HTML_TYPE))
    {
      /* A file manager gives the files' names as text too. */
      if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
        {
          gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_pasted_cb, g_object_ref (view));
          return;
        }
      gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, g_object_ref (view));
      return;
    }

  paste = g_new0 (Paste, 1);
  paste->view = g_object_ref (VLG_TEXT_VIEW (view));
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, read_cb, paste);
}

void
vlg_text_view_class_install_clipboard (GtkTextViewClass *klass)
{
  klass->copy_clipboard = vlg_text_view_copy_clipboard;
  klass->cut_clipboard = vlg_text_view_cut_clipboard;
  klass->paste_clipboard = vlg_text_view_paste_clipboard;
}
