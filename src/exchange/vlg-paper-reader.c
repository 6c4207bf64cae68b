/* vlg-paper-reader.c — a file of a paper into a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-paper-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-form-reading.h"
#include "vlg-office-file.h"
#include "vlg-pdf-text.h"
#include "vlg-text-decode.h"

static VlgMotion *
read_pdf (GBytes           *bytes,
          const char       *name,
          VlgProfile       *profile,
          VlgImportReport  *report,
          GError          **error)
{
  g_autoptr (VlgFormLines) lines = vlg_pdf_read_lines (bytes, name, error);

  if (lines == NULL)
    return NULL;

  return vlg_form_read_lines (lines, profile, report);
}

static VlgMotion *
read_office (GBytes           *bytes,
             const char       *name,
             VlgProfile       *profile,
             VlgImportReport  *report,
             GError          **error)
{
  g_autoptr (VlgFormLines) lines = vlg_office_file_read_lines (bytes, name, error);

  if (lines == NULL)
    return NULL;

  return vlg_form_read_lines (lines, profile, report);
}

static VlgMotion *
read_text (GBytes           *bytes,
           const char       *name,
           VlgProfile       *profile,
           VlgImportReport  *report,
           GError          **error)
{
  const char *encoding = NULL;
  gboolean damaged = FALSE;
  g_autofree char *text = vlg_text_decode (bytes, name, &encoding, &damaged, error);
  g_autoptr (VlgFormLines) lines = NULL;

  if (text == NULL)
    return NULL;

  vlg_import_report_set_encoding (report, encoding);
  lines = vlg_form_lines_new (text);
  if (lines->lines->len == 0)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_EMPTY, _("“%s” is empty."), name);
      return NULL;
    }
  if (damaged)
    vlg_import_report_add (report, VLG_FIELD_NONE, VLG_CERTAINTY_PROBABLE, 0, 0,
                           _("Single characters of the file could not be read; please compare the texts with the paper."));

  return vlg_form_read_lines (lines, profile, report);
}

VlgMotion *
vlg_paper_reader_read (GBytes           *bytes,
                       const char       *name,
                       VlgProfile       *profile,
                       VlgImportReport **report,
                       GError          **error)
{
  g_autoptr (VlgImportReport) found = NULL;
  VlgMotion *motion;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);

  found = vlg_import_report_new ();
  if (vlg_pdf_is_pdf (bytes))
    motion = read_pdf (bytes, name, profile, found, error);
  else if (vlg_office_file_is_one (bytes))
    motion = read_office (bytes, name, profile, found, error);
  else
    motion = read_text (bytes, name, profile, found, error);
  if (motion != NULL && report != NULL)
    *report = g_steal_pointer (&found);

  return motion;
}

/* What must not change while a file is read. */
typedef struct {
  guint64 size;
  gint64  changed;   /* UTC microseconds */
} FileState;

static gboolean
query_state (GFile         *file,
             FileState     *state,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GDateTime) changed = NULL;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE ","
                            G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;

  if (g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE) == G_FILE_TYPE_DIRECTORY)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("“%s” is a folder."), name);
      return FALSE;
    }
  state->size = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE);
  changed = g_file_info_get_modification_date_time (info);
  state->changed = changed != NULL ? g_date_time_to_unix (changed) * G_USEC_PER_SEC + g_date_time_get_microsecond (changed) : 0;

  return TRUE;
}

static void
set_changed (GError     **error,
             const char  *name)
{
  g_set_error (error, VLG_ERROR, VLG_ERROR_CHANGED, _("“%s” changed while it was read. Import it again when it is complete."), name);
}

/* Reads exactly @size bytes; a file that ends before or goes on behind them changed. */
static GBytes *
read_exactly (GFile         *file,
              const char    *name,
              gsize          size,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree char *buffer = NULL;
  gsize n_read = 0;

  if (stream == NULL)
    return NULL;

  buffer = g_try_malloc (size + 1);
  if (buffer == NULL)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE, _("There is not enough memory to read “%s”."), name);
      return NULL;
    }
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, size + 1, &n_read, cancellable, error))
    return NULL;
  if (n_read != size)
    {
      set_changed (error, name);
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&buffer), size);
}

GBytes *
vlg_paper_reader_load (GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  FileState before, after;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  if (!query_state (file, &before, cancellable, error))
    return NULL;
  if (before.size > VLG_PAPER_LIMIT)
    {
      g_autofree char *size = g_format_size (before.size);
      g_autofree char *limit = g_format_size_full (VLG_PAPER_LIMIT, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, VLG_ERROR, VLG_ERROR_TOO_LARGE, _("“%s” has %s; papers of up to %s are read."), name, size, limit);
      return NULL;
    }

  bytes = read_exactly (file, name, before.size, cancellable, error);
  if (bytes == NULL)
    return NULL;

  if (!query_state (file, &after, cancellable, &local))
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error (error, VLG_ERROR, VLG_ERROR_CHANGED, _("“%s” vanished while it was read."), name);
      return NULL;
    }
  if (after.size != before.size || after.changed != before.changed)
    {
      set_changed (error, name);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}
