/* vlg-cli-output.c — what goes to standard output: lines, tables, CSV, JSON
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-cli-output.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "vlg-csv.h"
#include "vlg-error.h"

struct _VlgCliOutput {
  GString *buffer;
  int failure;            /* errno of the first write that failed, 0 for none */
  gboolean is_terminal;
};

/* Written out when so much is waiting. */
#define BUFFER_SIZE (64 * 1024)

VlgCliOutput *
vlg_cli_output_new (void)
{
  VlgCliOutput *self = g_new0 (VlgCliOutput, 1);

  self->buffer = g_string_sized_new (BUFFER_SIZE);
  self->is_terminal = isatty (STDOUT_FILENO);

  return self;
}

void
vlg_cli_output_free (VlgCliOutput *self)
{
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

gboolean
vlg_cli_output_is_terminal (VlgCliOutput *self)
{
  return self->is_terminal;
}

gboolean
vlg_cli_output_is_gone (VlgCliOutput *self)
{
  return self->failure == EPIPE;
}

static void
write_out (VlgCliOutput *self)
{
  gsize done = 0;

  while (self->failure == 0 && done < self->buffer->len)
    {
      gssize written = write (STDOUT_FILENO, self->buffer->str + done, self->buffer->len - done);

      if (written > 0)
        done += written;
      else if (errno != EINTR)
        self->failure = errno;
    }
  g_string_truncate (self->buffer, 0);
}

gboolean
vlg_cli_output_flush (VlgCliOutput  *self,
                      GError       **error)
{
  write_out (self);
  if (self->failure == 0 || self->failure == EPIPE)
    return TRUE;
  g_set_error (error, VLG_ERROR, self->failure == ENOSPC ? VLG_ERROR_DISK_FULL : VLG_ERROR_FAILED,
               _("Standard output could not be written: %s"), g_strerror (self->failure));

  return FALSE;
}

void
vlg_cli_output_raw (VlgCliOutput *self,
                    const char   *text)
{
  g_string_append (self->buffer, text);
  if (self->buffer->len >= BUFFER_SIZE)
    write_out (self);
}

void
vlg_cli_output_print (VlgCliOutput *self,
                      const char   *format,
                      ...)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) safe = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  safe = g_string_sized_new (strlen (text));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c != '\n' && c != '\t' && g_unichar_iscntrl (c))
        c = 0xfffd;
      g_string_append_unichar (safe, c);
    }
  vlg_cli_output_raw (self, safe->str);
}

void
vlg_cli_output_csv (VlgCliOutput       *self,
                    const char * const *values)
{
  g_autoptr (GString) record = g_string_new (NULL);

  vlg_csv_append (record, ',', VLG_CSV_PLAIN, values);
  vlg_cli_output_raw (self, record->str);
}

void
vlg_cli_output_json (VlgCliOutput *self,
                     JsonNode     *node)
{
  g_autofree char *text = json_to_string (node, TRUE);

  vlg_cli_output_raw (self, text);
  vlg_cli_output_raw (self, "\n");
}

static guint
char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

guint
vlg_cli_text_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += char_width (g_utf8_get_char (at));

  return width;
}

static guint
terminal_width (void)
{
  struct winsize size;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;

  return 80;
}

/* @text in at most @width cells, an ellipsis at its end where it was cut. Caller owns. */
static char *
ellipsize (const char *text,
           guint       width)
{
  const char *at = text;
  guint used = 0;

  if (vlg_cli_text_width (text) <= width)
    return g_strdup (text);
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint cells = char_width (g_utf8_get_char (at));

      if (used + cells + 1 > width)
        break;
      used += cells;
    }

  return g_strdup_printf ("%.*s…", (int) (at - text), text);
}

static void
print_row (VlgCliOutput       *self,
           const char * const *cells,
           const guint        *widths,
           guint               n_columns,
           guint               room)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i + 1 < n_columns; i++)
    vlg_cli_output_print (self, "%s%*s", cells[i], (int) (widths[i] - vlg_cli_text_width (cells[i]) + 2), "");
  last = self->is_terminal ? ellipsize (cells[n_columns - 1], room) : g_strdup (cells[n_columns - 1]);
  vlg_cli_output_print (self, "%s\n", last);
}

void
vlg_cli_output_table (VlgCliOutput       *self,
                      const char * const *header,
                      GPtrArray          *rows,
                      guint               n_columns)
{
  g_autofree guint *widths = g_new0 (guint, n_columns);
  guint terminal = self->is_terminal ? terminal_width () : 0;
  guint room = 0;

  for (guint i = 0; i + 1 < n_columns; i++)
    {
      widths[i] = vlg_cli_text_width (header[i]);
      for (guint j = 0; j < rows->len; j++)
        widths[i] = MAX (widths[i], vlg_cli_text_width (((char **) g_ptr_array_index (rows, j))[i]));
      room += widths[i] + 2;
    }
  /* A narrow terminal still shows the beginning of the last column. */
  room = terminal > room + 10 ? terminal - room : 10;

  print_row (self, header, widths, n_columns, room);
  for (guint j = 0; j < rows->len && !vlg_cli_output_is_gone (self); j++)
    print_row (self, g_ptr_array_index (rows, j), widths, n_columns, room);
}
