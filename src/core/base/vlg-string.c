/* vlg-string.c — texts as they enter the program
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-string.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vlg-error.h"

static gboolean
is_ascii (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;

  return TRUE;
}

/* Whether no character of @text can change under NFC, so that the slow way is spared: nothing below U+0300 does, nor the dashes, quotation marks
 * and bullets of U+2010 to U+206F, nor the euro sign, nor the boxes and ticks of U+2500 to U+27FF. It may err towards FALSE only. */
static gboolean
is_composed (const char *text,
             gsize       length)
{
  const guchar *p = (const guchar *) text;
  const guchar *end = p + length;

  while (p < end)
    {
      guint64 eight;

      /* Long stretches are ASCII. */
      if (*p < 0x80 && end - p >= 8 && (memcpy (&eight, p, 8), (eight & G_GUINT64_CONSTANT (0x8080808080808080)) == 0))
        p += 8;
      else if (*p < 0xcc)
        p++;
      else if (p[0] == 0xe2 && ((p[1] == 0x80 && p[2] >= 0x90) || (p[1] == 0x81 && p[2] <= 0xaf) || (p[1] == 0x82 && p[2] == 0xac) ||
                               (p[1] >= 0x94 && p[1] <= 0x9f)))
        p += 3;
      else
        return FALSE;
    }

  return TRUE;
}

/* Writes @text with LF for CR LF and CR; the result is at most as long. */
static char *
copy_with_line_feeds (const char *text,
                      gsize       length)
{
  char *copy = g_malloc (length + 1);
  gsize n = 0;

  if (memchr (text, '\r', length) == NULL)
    {
      memcpy (copy, text, length);
      n = length;
    }
  else
    {
      for (gsize i = 0; i < length; i++)
        {
          if (text[i] != '\r')
            copy[n++] = text[i];
          else if (i + 1 == length || text[i + 1] != '\n')
            copy[n++] = '\n';
        }
    }
  copy[n] = '\0';

  return copy;
}

char *
vlg_string_normalize (const char  *text,
                      gssize       length,
                      GError     **error)
{
  g_autofree char *copy = NULL;
  const char *end = NULL;
  gsize n;

  g_return_val_if_fail (text != NULL, NULL);

  n = length < 0 ? strlen (text) : (gsize) length;

  if (memchr (text, '\0', n) != NULL)
    {
      g_set_error_literal (error, VLG_ERROR, VLG_ERROR_INVALID,
                           _("The text holds a zero character, which no text may hold."));
      return NULL;
    }

  if (!g_utf8_validate_len (text, n, &end))
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_INVALID,
                   _("The text is not valid UTF-8 at byte %lu."), (gulong) (end - text));
      return NULL;
    }

  copy = copy_with_line_feeds (text, n);
  if (is_composed (copy, strlen (copy)))
    return g_steal_pointer (&copy);

  return g_utf8_normalize (copy, -1, G_NORMALIZE_NFC);
}

char *
vlg_string_collapse (const char *text)
{
  GString *out;
  gboolean pending = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          pending = out->len > 0;
          continue;
        }

      if (pending)
        g_string_append_c (out, ' ');
      pending = FALSE;
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (out, FALSE);
}

char *
vlg_string_fold (const char *text)
{
  g_autofree char *folded = NULL;
  g_autofree char *split = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_ascii (text, strlen (text)))
    return g_ascii_strdown (text, -1);

  folded = g_utf8_casefold (text, -1);
  split = g_utf8_normalize (folded, -1, G_NORMALIZE_NFD);
  if (split == NULL) /* not UTF-8: nothing to compare loosely */
    return g_strdup ("");

  out = g_string_sized_new (strlen (split));
  for (const char *p = split; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_len (out, p, g_utf8_next_char (p) - p);

  return g_string_free (out, FALSE);
}

gboolean
vlg_string_set (char       **target,
                const char  *value)
{
  char *copy;

  g_return_val_if_fail (target != NULL, FALSE);

  if (g_strcmp0 (*target, value) == 0)
    return FALSE;

  copy = g_strdup (value); /* @value may be a part of what is freed */
  g_free (*target);
  *target = copy;

  return TRUE;
}

char *
vlg_uid_new (void)
{
  return g_uuid_string_random ();
}

gint64
vlg_instant_now (void)
{
  return g_get_real_time ();
}
