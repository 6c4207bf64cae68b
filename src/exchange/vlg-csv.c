/* vlg-csv.c — tables as comma-separated values (RFC 4180), written and read
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-error.h"

/* Whether a spreadsheet would calculate the cell, or reading would take its own apostrophe away. */
static gboolean
is_formula (const char *cell)
{
  cell += strspn (cell, "'");

  return *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL;
}

static void
append_cell (GString     *out,
             VlgCsvFlags  flags,
             const char  *cell)
{
  const char *guard = (flags & VLG_CSV_GUARDED) != 0 && is_formula (cell) ? "'" : "";

  if ((flags & VLG_CSV_QUOTED) == 0 && strpbrk (cell, ",;\t\"\r\n") == NULL)
    {
      g_string_append_printf (out, "%s%s", guard, cell);
      return;
    }
  g_string_append_printf (out, "\"%s", guard);
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

void
vlg_csv_append (GString            *out,
                char                separator,
                VlgCsvFlags         flags,
                const char * const *cells)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (cells != NULL);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, separator);
      append_cell (out, flags, cells[i]);
    }
  g_string_append (out, "\r\n");
}

void
vlg_csv_reader_init (VlgCsvReader *self,
                     const char   *text)
{
  gsize length;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  length = strcspn (text, "\n");
  self->at = text;
  self->line = self->next_line = 1;
  self->separator = memchr (text, ';', length) != NULL ? ';' : memchr (text, '\t', length) != NULL ? '\t' : ',';
}

gboolean
vlg_csv_reader_fail (const VlgCsvReader  *self,
                     GError             **error,
                     const char          *format,
                     ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* Translators: of a table; then what is wrong there. */
  g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID, _("Line %u: %s"), self->line, what);

  return FALSE;
}

/* The next cell; @more: another one follows in the record. Caller owns; NULL with @error. */
static char *
read_cell (VlgCsvReader  *self,
           gboolean      *more,
           GError       **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = *self->at == '"';

  if (quoted)
    self->at++;
  for (; *self->at != '\0'; self->at++)
    {
      if (quoted && self->at[0] == '"' && self->at[1] == '"')
        self->at++;
      else if (quoted && self->at[0] == '"')
        break;
      else if (!quoted && (*self->at == self->separator || *self->at == '\n'))
        break;
      self->next_line += *self->at == '\n';
      g_string_append_c (cell, *self->at);
    }
  if (quoted && *self->at != '"')
    {
      vlg_csv_reader_fail (self, error, _("a quotation mark is not closed"));
      return NULL;
    }
  self->at += quoted;
  if (*self->at != '\0' && *self->at != '\n' && *self->at != self->separator)
    {
      vlg_csv_reader_fail (self, error, _("something stands behind a closing quotation mark"));
      return NULL;
    }
  *more = *self->at == self->separator;
  if (*self->at == '\n')
    self->next_line++;
  if (*self->at != '\0')
    self->at++;

  return g_strstrip (g_strdup (cell->str + (*cell->str == '\'' && is_formula (cell->str))));
}

GStrv
vlg_csv_reader_next (VlgCsvReader  *self,
                     GError       **error)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  gboolean more = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  self->line = self->next_line;
  while (more)
    {
      g_autofree char *cell = read_cell (self, &more, error);

      if (cell == NULL)
        return NULL;
      g_strv_builder_add (cells, cell);
    }

  return g_strv_builder_end (cells);
}

gboolean
vlg_csv_is_blank (const char * const *cells)
{
  g_return_val_if_fail (cells != NULL, TRUE);

  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      return FALSE;

  return TRUE;
}
