/* vlg-paste.c — what other programs put on the clipboard or let drop, as text of this one
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paste.h"

#include <glib/gi18n.h>

#include "vlg-document.h"
#include "vlg-html-text.h"
#include "vlg-office-file.h"
#include "vlg-paper-reader.h"
#include "vlg-pdf-text.h"
#include "vlg-text-decode.h"

char *
vlg_paste_html (const char *html,
                gsize       length)
{
  return vlg_html_to_markdown (html, length);
}

static char *
read_bytes (GBytes      *bytes,
            const char  *name,
            GError     **error)
{
  const char *encoding;
  gboolean damaged;
  g_autofree char *text = NULL;

  if (vlg_office_file_is_one (bytes))
    return vlg_office_file_to_markdown (bytes, name, error);
  if (vlg_pdf_is_pdf (bytes))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_BINARY,
                   _("“%s” is a PDF. Word, OpenDocument and text files can become part of a text; add the PDF as an annex."), name);
      return NULL;
    }
  text = vlg_text_decode (bytes, name, &encoding, &damaged, error);

  return text != NULL ? vlg_markdown_escape (text) : NULL;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GFile *file = task_data;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_basename (base != NULL ? base : "");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vlg_paper_reader_load (file, cancellable, &error);
  char *markdown = bytes != NULL ? read_bytes (bytes, name, &error) : NULL;

  if (markdown != NULL)
    g_task_return_pointer (task, markdown, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
vlg_paste_file_async (GFile               *file,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, vlg_paste_file_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

char *
vlg_paste_file_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
