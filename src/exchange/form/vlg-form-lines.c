/* vlg-form-lines.c — a paper's text as lines and words, with what has been read of it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-lines.h"

#include <string.h>

VlgFormLines *
vlg_form_lines_new_empty (char *buffer)
{
  VlgFormLines *self = g_new0 (VlgFormLines, 1);

  self->buffer = buffer;
  self->lines = g_array_sized_new (FALSE, FALSE, sizeof (VlgFormLine), 64);
  self->words = g_array_new (FALSE, FALSE, sizeof (VlgFormWord));

  return self;
}

void
vlg_form_lines_free (VlgFormLines *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->words);
  g_clear_pointer (&self->rich, g_ptr_array_unref);
  g_free (self->buffer);
  g_free (self);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Blanks that are no ASCII blank, as bytes at @p: their length, or 0. */
static gsize
odd_blank (const char *p)
{
  const guchar *b = (const guchar *) p;

  /* U+00A0; U+2000 to U+200A and U+202F; U+3000 */
  if (b[0] == 0xc2 && b[1] == 0xa0)
    return 2;
  if (b[0] == 0xe2 && b[1] == 0x80 && ((b[2] >= 0x80 && b[2] <= 0x8a) || b[2] == 0xaf))
    return 3;
  if (b[0] == 0xe3 && b[1] == 0x80 && b[2] == 0x80)
    return 3;

  return 0;
}

/* Characters that print nothing: zero-width blank, word joiner, byte order mark. */
static gsize
invisible (const char *p)
{
  const guchar *b = (const guchar *) p;

  if (b[0] == 0xe2 && b[1] == 0x80 && b[2] == 0x8b)
    return 3;
  if (b[0] == 0xe2 && b[1] == 0x81 && b[2] == 0xa0)
    return 3;
  if (b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf)
    return 3;

  return 0;
}

/* A soft hyphen prints nothing inside a line; at its end it is the place of a break and stays. */
static gboolean
is_inner_soft_hyphen (const char *p)
{
  const guchar *b = (const guchar *) p;

  return b[0] == 0xc2 && b[1] == 0xad && b[2] != '\0' && b[2] > ' ';
}

/* Cleans the NUL-terminated @line in place; it never grows. */
static void
clean (char *line)
{
  char *in = line;
  char *out;
  gsize skip;

  while (*in != '\0' && (guchar) *in >= ' ' && (guchar) *in < 0xc2)
    in++;
  if (*in == '\0')
    return;

  out = in;
  while (*in != '\0')
    {
      guchar c = (guchar) *in;

      if (c < ' ' || c == 0x7f)
        {
          *out++ = c == '\t' ? '\t' : ' ';
          in++;
        }
      else if (c < 0xc2)
        *out++ = *in++;
      else if ((skip = odd_blank (in)) > 0)
        {
          *out++ = ' ';
          in += skip;
        }
      else if ((skip = invisible (in)) > 0)
        in += skip;
      else if (is_inner_soft_hyphen (in))
        in += 2;
      else
        *out++ = *in++;
    }
  *out = '\0';
}

gboolean
vlg_form_lines_append (VlgFormLines *self,
                       char         *start,
                       char         *end,
                       guint         number,
                       guint         page,
                       guint         blanks)
{
  VlgFormLine line = { 0, };
  gsize length;
  char *text;

  *end = '\0';
  clean (start);

  length = strlen (start);
  while (length > 0 && is_blank (start[length - 1]))
    length--;
  if (length == 0)
    return FALSE;
  start[length] = '\0';

  text = start;
  while (is_blank (*text))
    text++;

  line.text = text;
  line.raw = start;
  line.length = length - (text - start);
  line.number = number;
  line.page = page;
  line.blanks = blanks;
  line.page_start = self->lines->len == 0
                    || vlg_form_lines_get (self, self->lines->len - 1)->page != page;
  g_array_append_val (self->lines, line);

  return TRUE;
}

VlgFormLines *
vlg_form_lines_new (const char *text)
{
  VlgFormLines *self = vlg_form_lines_new_empty (g_strdup (text));
  char *p = self->buffer;
  guint number = 1;
  guint page = 0;
  guint blanks = 0;

  while (*p != '\0')
    {
      char *end = p + strcspn (p, "\n\f");
      char stop = *end;

      if (vlg_form_lines_append (self, p, end, number, page, blanks))
        blanks = 0;
      else if (stop != '\f')
        blanks++;

      if (stop == '\0')
        break;
      if (stop == '\f')
        {
          page++;
          blanks = 0;
        }
      else
        number++;
      p = end + 1;
    }
  self->n_pages = page + 1;

  return self;
}

/* The places in a text are columns of characters. */
static void
scan_words (const VlgFormLine *line,
            GArray            *words)
{
  const char *p = line->text;
  float column = (float) (line->text - line->raw);
  guint gap = 0;

  while (*p != '\0')
    {
      VlgFormWord word = { 0, };

      if (is_blank (*p))
        {
          /* A tab is a wide gap. */
          gap += *p == '\t' ? 2 : 1;
          column += *p == '\t' ? 8 : 1;
          p++;
          continue;
        }

      word.start = p - line->text;
      word.x0 = column;
      word.wide = gap >= 2;
      while (*p != '\0' && !is_blank (*p))
        {
          p = g_utf8_next_char (p);
          column += 1;
        }
      word.length = p - line->text - word.start;
      word.x1 = column;
      g_array_append_val (words, word);
      gap = 0;
    }
}

void
vlg_form_lines_get_words (VlgFormLines *self,
                          guint         index,
                          GArray       *words)
{
  const VlgFormLine *line = vlg_form_lines_get (self, index);

  g_array_set_size (words, 0);
  if (line->n_words > 0)
    g_array_append_vals (words, &g_array_index (self->words, VlgFormWord, line->first_word), line->n_words);
  else
    scan_words (line, words);
}

guint
vlg_form_words_segment (const GArray *words,
                        guint         first)
{
  guint end = first + 1;

  while (end < words->len && !g_array_index (words, VlgFormWord, end).wide)
    end++;

  return end;
}

void
vlg_form_lines_take (VlgFormLines *self,
                     guint         first,
                     guint         end)
{
  for (guint i = first; i < end; i++)
    vlg_form_lines_get (self, i)->taken = TRUE;
}

const char *
vlg_form_skip_blanks (const char *text)
{
  while (is_blank (*text))
    text++;

  return text;
}

static gunichar
lower (const char *p)
{
  if ((guchar) *p < 0x80)
    return g_ascii_tolower (*p);

  return g_unichar_tolower (g_utf8_get_char (p));
}

const char *
vlg_form_match_label (const char *label,
                      const char *text)
{
  while (*label != '\0')
    {
      if (*label == ' ')
        {
          if (!is_blank (*text))
            return NULL;
          label = vlg_form_skip_blanks (label);
          text = vlg_form_skip_blanks (text);
          continue;
        }
      if (*label == ':' && label[1] == '\0')
        {
          const char *rest = vlg_form_skip_blanks (text);

          if (*rest == ':')
            return rest + 1;
          return *rest == '\0' ? rest : NULL;
        }
      if (lower (label) != lower (text))
        return NULL;
      label = g_utf8_next_char (label);
      text = g_utf8_next_char (text);
    }

  /* A label is a whole word. */
  if (*text != '\0' && g_unichar_isalnum (g_utf8_get_char (text)))
    return NULL;

  return text;
}

gboolean
vlg_form_equals_label (const char *label,
                       const char *text)
{
  const char *rest = vlg_form_match_label (label, text);

  return rest != NULL && *vlg_form_skip_blanks (rest) == '\0';
}

/* Past one placeholder of a template, or NULL when there is none at @p. */
static const char *
skip_placeholder (const char *p)
{
  if (*p == '{')
    {
      const char *close = strchr (p, '}');

      return close != NULL ? close + 1 : NULL;
    }
  if (*p == '%')
    {
      p++;
      while (g_ascii_isdigit (*p) || *p == '$')
        p++;
      return *p == 's' || *p == 'd' || *p == 'u' ? p + 1 : NULL;
    }

  return NULL;
}

gboolean
vlg_form_match_template (const char *pattern,
                         const char *text)
{
  while (*pattern != '\0')
    {
      const char *after = skip_placeholder (pattern);

      if (after != NULL)
        {
          if (*text == '\0')
            return FALSE;
          if (*after == '\0')
            return TRUE;
          /* The shortest stretch up to the next literal; papers print each placeholder without it. */
          do
            text = g_utf8_next_char (text);
          while (*text != '\0' && *text != *after);
          pattern = after;
          continue;
        }
      if (*pattern == ' ' && is_blank (*text))
        {
          pattern = vlg_form_skip_blanks (pattern);
          text = vlg_form_skip_blanks (text);
          continue;
        }
      if (*pattern != *text)
        return FALSE;
      pattern++;
      text++;
    }

  return *text == '\0';
}

gsize
vlg_form_match_date (const char *text)
{
  const char *p = text;

  for (guint part = 0; part < 2; part++)
    {
      if (!g_ascii_isdigit (*p))
        return 0;
      p++;
      if (g_ascii_isdigit (*p))
        p++;
      if (*p != '.')
        return 0;
      p++;
    }
  for (guint i = 0; i < 4; i++, p++)
    if (!g_ascii_isdigit (*p))
      return 0;

  return g_ascii_isdigit (*p) ? 0 : p - text;
}
