/* vlg-text-decode.c — the bytes of a text file into UTF-8
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-text-decode.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-error.h"
#include "vlg-string.h"

/* How much of a file is looked at to guess what it is. */
#define SAMPLE_SIZE (64 * 1024)

typedef enum {
  ENCODING_UTF_8,
  ENCODING_UTF_16LE,
  ENCODING_UTF_16BE,
  ENCODING_WINDOWS_1252,
  ENCODING_BINARY,
} Encoding;

/* Beginnings of files that a person might take for papers. */
static const struct {
  const char *magic;
  gsize       length;
  const char *kind;
} magics[] = {
  { "PK\003\004", 4, N_("an office document or archive") },
  { "\xd0\xcf\x11\xe0", 4, N_("an old office document") },
  { "{\\rtf", 5, N_("a rich text document") },
  { "\x89PNG", 4, N_("a picture") },
  { "\xff\xd8\xff", 3, N_("a picture") },
  { "GIF8", 4, N_("a picture") },
  { "II*\0", 4, N_("a picture") },
  { "MM\0*", 4, N_("a picture") },
  { "\x7f" "ELF", 4, N_("a program") },
  { "SQLite format 3", 15, N_("a database") },
};

/* Zero bytes on one side of each pair: UTF-16 without a mark. Letters of the Latin scripts have their upper byte zero. */
static Encoding
guess_utf_16 (const guchar *data,
              gsize         size)
{
  gsize n_even = 0;
  gsize n_odd = 0;

  size = MIN (size, SAMPLE_SIZE) & ~(gsize) 1;
  for (gsize i = 0; i < size; i += 2)
    {
      n_even += data[i] == 0;
      n_odd += data[i + 1] == 0;
    }
  if (n_odd > size / 2 * 3 / 4 && n_even == 0)
    return ENCODING_UTF_16LE;
  if (n_even > size / 2 * 3 / 4 && n_odd == 0)
    return ENCODING_UTF_16BE;

  return ENCODING_BINARY;
}

/* Whether so many sequences of UTF-8 stand in it that its other bytes are damage and not another encoding. */
static gboolean
is_mostly_utf_8 (const char *data,
                 gsize       size)
{
  gsize n_good = 0;
  gsize n_bad = 0;
  const char *end = data + size;

  for (const char *p = data; p < end;)
    {
      gunichar c;

      if ((guchar) *p < 0x80)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, end - p);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          n_bad++;
          p++;
        }
      else
        {
          n_good++;
          p = g_utf8_next_char (p);
        }
    }

  return n_good > n_bad * 10;
}

/* Control characters that no text holds. */
static gboolean
has_controls (const guchar *data,
              gsize         size)
{
  gsize n_controls = 0;

  size = MIN (size, SAMPLE_SIZE);
  for (gsize i = 0; i < size; i++)
    if (data[i] < 0x20 && data[i] != '\t' && data[i] != '\n' && data[i] != '\r' && data[i] != '\f' && data[i] != '\v' && data[i] != 0x1a)
      n_controls++;

  return n_controls > size / 100 + 2;
}

static Encoding
guess (const guchar *data,
       gsize         size,
       gsize        *mark,
       gboolean     *damaged)
{
  *mark = 0;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      *mark = 3;
      data += 3;
      size -= 3;
    }
  else if (size >= 2 && data[0] == 0xff && data[1] == 0xfe)
    {
      *mark = 2;
      return ENCODING_UTF_16LE;
    }
  else if (size >= 2 && data[0] == 0xfe && data[1] == 0xff)
    {
      *mark = 2;
      return ENCODING_UTF_16BE;
    }

  if (memchr (data, 0, size) != NULL)
    return guess_utf_16 (data, size);
  if (has_controls (data, size))
    return ENCODING_BINARY;
  if (g_utf8_validate_len ((const char *) data, size, NULL))
    return ENCODING_UTF_8;
  if (*mark > 0 || is_mostly_utf_8 ((const char *) data, size))
    {
      *damaged = TRUE;
      return ENCODING_UTF_8;
    }

  return ENCODING_WINDOWS_1252;
}

static const char *
find_magic (const guchar *data,
            gsize         size)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (size >= magics[i].length && memcmp (data, magics[i].magic, magics[i].length) == 0)
      return _(magics[i].kind);

  return NULL;
}

/* Windows-1252 leaves five bytes undefined; one of them does not make a paper unreadable. */
static char *
decode_windows_1252 (const char *data,
                     gsize       size,
                     gboolean   *damaged)
{
  g_autofree char *copy = g_strndup (data, size);
  char *text;

  for (gsize i = 0; i < size; i++)
    if (strchr ("\x81\x8d\x8f\x90\x9d", copy[i]) != NULL && copy[i] != '\0')
      {
        copy[i] = '?';
        *damaged = TRUE;
      }
  text = g_convert (copy, size, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

  return text != NULL ? text : g_utf8_make_valid (data, size);
}

static char *
decode (const char  *data,
        gsize        size,
        Encoding     encoding,
        gboolean    *damaged)
{
  switch (encoding)
    {
    case ENCODING_UTF_16LE:
      return g_convert (data, size & ~(gsize) 1, "UTF-8", "UTF-16LE", NULL, NULL, NULL);

    case ENCODING_UTF_16BE:
      return g_convert (data, size & ~(gsize) 1, "UTF-8", "UTF-16BE", NULL, NULL, NULL);

    case ENCODING_WINDOWS_1252:
      return decode_windows_1252 (data, size, damaged);

    case ENCODING_UTF_8:
      return g_utf8_make_valid (data, size);

    case ENCODING_BINARY:
    default:
      return NULL;
    }
}

static void
set_binary_error (GError       **error,
                  const char    *name,
                  const guchar  *data,
                  gsize          size)
{
  const char *kind = find_magic (data, size);

  if (kind != NULL)
    g_set_error (error, VLG_ERROR, VLG_ERROR_BINARY, _("“%s” is %s. Papers are read from text files and PDF files: save or export it as one of them."), name, kind);
  else
    g_set_error (error, VLG_ERROR, VLG_ERROR_BINARY, _("“%s” is neither a text file nor a PDF file."), name);
}

char *
vlg_text_decode (GBytes      *bytes,
                 const char  *name,
                 const char **encoding,
                 gboolean    *damaged,
                 GError     **error)
{
  static const char * const names[] = { NULL, "UTF-16LE", "UTF-16BE", "WINDOWS-1252", NULL };
  gsize size, mark;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;
  char *normal;
  Encoding found;

  *encoding = NULL;
  *damaged = FALSE;
  if (size == 0)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_EMPTY, _("“%s” is empty."), name);
      return NULL;
    }
  if (find_magic (data, size) != NULL)
    {
      set_binary_error (error, name, data, size);
      return NULL;
    }

  found = guess (data, size, &mark, damaged);
  text = decode ((const char *) data + mark, size - mark, found, damaged);
  /* A NUL is no text, whatever the encoding. */
  normal = text != NULL ? vlg_string_normalize (text, -1, NULL) : NULL;
  if (normal == NULL)
    {
      set_binary_error (error, name, data, size);
      return NULL;
    }
  if (strspn (normal, " \t\n\f\v") == strlen (normal))
    {
      g_free (normal);
      g_set_error (error, VLG_ERROR, VLG_ERROR_EMPTY, _("“%s” is empty."), name);
      return NULL;
    }
  *encoding = names[found];

  return normal;
}
