/* vlg-motion-number-find.c — paper numbers mentioned in running text
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motion-number.h"

#include <string.h>

#define MIN_KIND_LENGTH 2
#define MAX_KIND_LENGTH 4

static gboolean
is_upper_ascii (char c)
{
  return c >= 'A' && c <= 'Z';
}

/* Whether a letter or digit ends just before @p. */
static gboolean
follows_word (const char *text,
              const char *p)
{
  const char *previous = g_utf8_find_prev_char (text, p);

  return previous != NULL && (g_unichar_isalnum (g_utf8_get_char (previous)) || *previous == '/');
}

/* A line end with blanks around it, as a paper breaks a long number; @p itself where there is none. */
static const char *
skip_line_break (const char *p)
{
  const char *end = p;

  while (*end == ' ' || *end == '\t' || *end == '\r')
    end++;
  if (*end != '\n')
    return p;
  do
    end++;
  while (*end == ' ' || *end == '\t');

  return end;
}

/* Copies @min to @max digits that no further digit follows. */
static gboolean
take_digits (const char **cursor,
             guint        min,
             guint        max,
             GString     *out)
{
  guint n = 0;

  while (g_ascii_isdigit ((*cursor)[n]))
    n++;
  if (n < min || n > max)
    return FALSE;

  g_string_append_len (out, *cursor, n);
  *cursor += n;

  return TRUE;
}

static gboolean
take_slash (const char **cursor,
            GString     *out)
{
  if (**cursor != '/')
    return FALSE;

  g_string_append_c (out, '/');
  *cursor = skip_line_break (*cursor + 1);

  return TRUE;
}

/* Letters and digits. */
static gboolean
take_word (const char **cursor,
           GString     *out)
{
  const char *p = *cursor;

  while (g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (p == *cursor)
    return FALSE;

  g_string_append_len (out, *cursor, p - *cursor);
  *cursor = p;

  return TRUE;
}

/* One part of an origin, "I-OB", "LBF": words joined by hyphens or dots. It starts with a capital or a digit, so that
 * "BV/103/2007/und" takes nothing; a punctuation mark belongs to it only where a word follows. */
static gboolean
take_origin_part (const char **cursor,
                  GString     *out)
{
  gunichar first = g_utf8_get_char (*cursor);

  if (!g_unichar_isupper (first) && !g_ascii_isdigit ((char) MIN (first, 0x7f)))
    return FALSE;
  if (!take_word (cursor, out))
    return FALSE;

  while (**cursor == '-' || **cursor == '.')
    {
      const char *next = *cursor + 1;
      const char *bridged = **cursor == '-' ? skip_line_break (next) : next;
      gunichar c = g_utf8_get_char (bridged);

      if (!g_unichar_isalnum (c) || (bridged != next && !g_unichar_isupper (c) && !g_unichar_isdigit (c)))
        break;
      g_string_append_c (out, **cursor);
      *cursor = bridged;
      take_word (cursor, out);
    }

  return TRUE;
}

static void
take_origin (const char **cursor,
             GString     *out)
{
  const char *p = *cursor;
  gsize length = out->len;

  while (take_slash (&p, out) && take_origin_part (&p, out))
    {
      *cursor = p;
      length = out->len;
    }

  g_string_truncate (out, length);
}

/* Reads a number whose kind starts at @start; on success @end is what follows it. */
static VlgMotionNumber *
read_at (const char  *start,
         const char  *slash,
         const char **end)
{
  g_autoptr (GString) spelling = g_string_new_len (start, slash - start);
  VlgMotionNumber *number;
  const char *p = slash;

  if (!take_slash (&p, spelling) || !take_digits (&p, 1, 5, spelling) ||
      !take_slash (&p, spelling) || !take_digits (&p, 4, 4, spelling))
    return NULL;

  take_origin (&p, spelling);

  number = vlg_motion_number_parse (spelling->str, NULL);
  if (number != NULL && vlg_motion_number_get_kind (number) == NULL)
    g_clear_pointer (&number, vlg_motion_number_unref); /* "BV/0/2007" */
  *end = p;

  return number;
}

void
vlg_motion_number_foreach (const char          *text,
                           VlgMotionNumberFunc  func,
                           gpointer             user_data)
{
  const char *from = text;
  const char *slash;

  g_return_if_fail (func != NULL);

  while (from != NULL && (slash = strchr (from, '/')) != NULL)
    {
      g_autoptr (VlgMotionNumber) number = NULL;
      const char *start = slash;
      const char *end = slash + 1;

      while (start > from && is_upper_ascii (start[-1]) && slash - start <= MAX_KIND_LENGTH)
        start--;

      if (slash - start >= MIN_KIND_LENGTH && slash - start <= MAX_KIND_LENGTH && !follows_word (text, start))
        number = read_at (start, slash, &end);
      if (number != NULL)
        func (number, start - text, end - text, user_data);

      from = end;
    }
}

typedef struct {
  GPtrArray  *found;
  GHashTable *seen;
} Finding;

static void
add_found (VlgMotionNumber *number,
           gsize            start,
           gsize            end,
           gpointer         user_data)
{
  Finding *finding = user_data;

  /* The set borrows its keys from the numbers that are kept, so a repeated one must not replace them. */
  if (g_hash_table_contains (finding->seen, vlg_motion_number_get_text (number)))
    return;

  g_hash_table_add (finding->seen, (gpointer) vlg_motion_number_get_text (number));
  g_ptr_array_add (finding->found, vlg_motion_number_ref (number));
}

GPtrArray *
vlg_motion_number_find_all (const char *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Finding finding = { g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_motion_number_unref), seen };

  vlg_motion_number_foreach (text, add_found, &finding);

  return finding.found;
}

const char *
vlg_motion_number_find_unfinished (const char *text)
{
  const char *start = text + strlen (text);
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  /* Back over what a number is made of, up to the letters before its first slash. */
  while (start > text)
    {
      const char *previous = g_utf8_prev_char (start);
      gunichar c = g_utf8_get_char (previous);

      if (!g_unichar_isalnum (c) && c != '/' && c != '-' && c != '.')
        break;
      start = previous;
    }

  for (p = start; is_upper_ascii (*p); p++)
    ;
  if (p - start < MIN_KIND_LENGTH || p - start > MAX_KIND_LENGTH || *p != '/' || (p[1] != '\0' && !g_ascii_isdigit (p[1])))
    return NULL;

  return start;
}
