/* vlg-spelling-words.c — the words of a text that a dictionary can be asked about
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-spelling-words.h"

#include <string.h>

#define SOFT_HYPHEN 0x00ad
#define HYPHEN 0x2010
#define HARD_HYPHEN 0x2011
#define APOSTROPHE 0x2019

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == SOFT_HYPHEN;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == HYPHEN || c == HARD_HYPHEN;
}

/* Abbreviations in capitals, also mixed ("BauGB", "GmbH"). Two capitals and then only small letters are a slip of the shift key. */
static gboolean
is_abbreviation (const char *word,
                 const char *end)
{
  guint n = 0, inner = 0, small = 0;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isupper (c))
        inner += n > 0;
      else if (g_unichar_islower (c))
        small++;
      n++;
    }

  if (inner == 0)
    return FALSE;
  if (small == 0)
    return TRUE;

  return !(inner == 1 && small > 1 && small == n - 2 && g_unichar_isupper (g_utf8_get_char (word)) &&
           g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (word))));
}

static gboolean
is_latin (const char *word,
          const char *end)
{
  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_LATIN)
        return FALSE;
    }

  return TRUE;
}

/* What stands between two blanks and is no prose: numbers, addresses. */
static gboolean
is_no_prose (const char *chunk,
             const char *end)
{
  guint letters = 0;

  if (g_str_has_prefix (chunk, "www."))
    return TRUE;

  for (const char *p = chunk; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || c == '@' || c == '\\' || (c == ':' && g_str_has_prefix (p, "://")))
        return TRUE;
      /* A full stop inside, not between single letters ("i.V.m."), is one of a name of a file or a host. */
      if (c == '.' && letters > 1 && p + 1 < end && g_unichar_isalpha (g_utf8_get_char (p + 1)))
        return TRUE;
      letters = is_letter (c) ? letters + 1 : 0;
    }

  return FALSE;
}

static void
add_word (GArray     *words,
          const char *text,
          const char *start,
          const char *end)
{
  VlgSpellingWord word = { start - text, end - start };

  if (g_utf8_strlen (start, end - start) > 1 && !is_abbreviation (start, end) && is_latin (start, end))
    g_array_append_val (words, word);
}

static void
split_chunk (GArray     *words,
             const char *text,
             const char *chunk,
             const char *end)
{
  const char *start = NULL;

  for (const char *p = chunk; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (is_letter (c))
        {
          if (start == NULL)
            start = p;
          continue;
        }
      if (start == NULL)
        continue;
      if ((c == '\'' || c == APOSTROPHE) && next < end && is_letter (g_utf8_get_char (next)))
        continue;
      add_word (words, text, start, p);
      start = NULL;
    }
  if (start != NULL)
    add_word (words, text, start, end);
}

GArray *
vlg_spelling_words_find (const char *text)
{
  GArray *words;

  g_return_val_if_fail (text != NULL, NULL);

  words = g_array_new (FALSE, FALSE, sizeof (VlgSpellingWord));
  for (const char *p = text; *p != '\0';)
    {
      const char *end = p;

      while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end > p && !is_no_prose (p, end))
        split_chunk (words, text, p, end);
      p = *end != '\0' ? g_utf8_next_char (end) : end;
    }

  return words;
}

char *
vlg_spelling_words_ask (const char            *text,
                        const VlgSpellingWord *word)
{
  GString *question;
  const char *start, *end;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (word != NULL, NULL);

  start = text + word->start;
  end = start + word->length;
  question = g_string_sized_new (word->length + 2);
  if (start > text && is_hyphen (g_utf8_get_char (g_utf8_prev_char (start))))
    g_string_append_c (question, '-');
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != SOFT_HYPHEN)
        g_string_append_unichar (question, c == APOSTROPHE ? '\'' : c);
    }
  if (is_hyphen (g_utf8_get_char (end)))
    g_string_append_c (question, '-');
  else if (*end == '.')
    g_string_append_c (question, '.');

  return g_string_free (question, FALSE);
}

char *
vlg_spelling_words_bare (const char *question)
{
  gsize length;

  g_return_val_if_fail (question != NULL, NULL);

  question += *question == '-';
  length = strlen (question);
  if (length > 0 && (question[length - 1] == '-' || question[length - 1] == '.'))
    length--;

  return g_strndup (question, length);
}

gboolean
vlg_spelling_words_at (const char      *text,
                       guint            index,
                       VlgSpellingWord *word)
{
  g_autoptr (GArray) words = vlg_spelling_words_find (text);

  for (guint i = 0; i < words->len; i++)
    {
      const VlgSpellingWord *found = &g_array_index (words, VlgSpellingWord, i);

      if (found->start <= index && index <= found->start + found->length)
        {
          *word = *found;
          return TRUE;
        }
    }

  return FALSE;
}
