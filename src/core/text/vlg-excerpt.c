/* vlg-excerpt.c — a line of a text around the words that were looked for
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-excerpt.h"

#include <string.h>

#include "vlg-string.h"

#define BYTES_MAX (256 * 1024)
/* So much of the line stands before the hit. */
#define LEAD 24

/* A text folded, with the place in the text of each byte. */
typedef struct {
  GString *bytes;
  GArray *places;   /* guint32 */
} Folded;

static void
folded_append (Folded     *self,
               const char *bytes,
               guint32     place)
{
  for (const char *p = bytes; *p != '\0'; p++)
    {
      g_string_append_c (self->bytes, *p);
      g_array_append_val (self->places, place);
    }
}

static void
folded_init (Folded     *self,
             const char *text,
             gsize       length)
{
  self->bytes = g_string_sized_new (length + 1);
  self->places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), length + 1);
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      char one[8] = { 0 };

      if ((guchar) *p < 0x80)
        {
          one[0] = g_ascii_tolower (*p);
          folded_append (self, one, p - text);
        }
      else
        {
          g_autofree char *folded = NULL;

          memcpy (one, p, MIN (g_utf8_next_char (p) - p, 6));
          folded = vlg_string_fold (one);
          folded_append (self, folded, p - text);
        }
    }
}

static void
folded_clear (Folded *self)
{
  g_string_free (self->bytes, TRUE);
  g_array_unref (self->places);
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/* The next place of @word in @bytes from @from on, NULL for none. */
static const char *
find (const char *bytes,
      const char *from,
      const char *word,
      gboolean    at_beginning)
{
  for (const char *p = strstr (from, word); p != NULL; p = strstr (p + 1, word))
    if (!at_beginning || p == bytes || !is_word_byte (p[-1]))
      return p;

  return NULL;
}

static const char *
find_first (const Folded       *folded,
            const char * const *words)
{
  for (int at_beginning = 1; at_beginning >= 0; at_beginning--)
    for (guint i = 0; words[i] != NULL; i++)
      {
        const char *hit = find (folded->bytes->str, folded->bytes->str, words[i], at_beginning);

        if (hit != NULL)
          return hit;
      }

  return NULL;
}

/* Marks the bytes of the text between @start and @end that belong to a hit. */
static guint8 *
mark_hits (const Folded       *folded,
           const char * const *words,
           guint32             start,
           guint32             end)
{
  guint8 *marks = g_malloc0 (end - start + 1);
  const guint32 *places = (const guint32 *) (gpointer) folded->places->data;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      gboolean at_beginning = g_utf8_strlen (words[i], -1) < 3;

      for (const char *hit = find (folded->bytes->str, folded->bytes->str, words[i], at_beginning); hit != NULL;
           hit = find (folded->bytes->str, hit + length, words[i], at_beginning))
        {
          gsize at = hit - folded->bytes->str;
          guint32 from = places[at];
          guint32 to = at + length < folded->places->len ? places[at + length] : end;

          if (from >= end)
            break;
          for (guint32 place = MAX (from, start); place < MIN (to, end); place++)
            marks[place - start] = 1;
        }
    }

  return marks;
}

static gboolean
is_mark (const char *text,
         const char *p)
{
  if (*p == '*' || *p == '`' || *p == '#')
    return TRUE;
  /* A backslash escapes punctuation, a quotation mark begins a line. */
  return (*p == '\\' && g_ascii_ispunct (p[1])) || (*p == '>' && (p == text || p[-1] == '\n'));
}

static char *
render (const char   *text,
        guint32       start,
        guint32       end,
        const guint8 *marks)
{
  GString *out = g_string_new (start > 0 ? "…" : "");
  gboolean bold = FALSE, blank = TRUE;

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      g_autofree char *escaped = NULL;

      if (is_mark (text, p))
        continue;
      if (marks[p - text - start] != bold)
        {
          bold = !bold;
          g_string_append (out, bold ? "<b>" : "</b>");
        }
      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          if (!blank)
            g_string_append_c (out, ' ');
          blank = TRUE;
          continue;
        }
      blank = FALSE;
      escaped = g_markup_escape_text (p, g_utf8_next_char (p) - p);
      g_string_append (out, escaped);
    }
  if (bold)
    g_string_append (out, "</b>");
  if (text[end] != '\0')
    g_string_append (out, "…");

  return g_string_free (out, FALSE);
}

char *
vlg_excerpt_make (const char         *text,
                  const char * const *words,
                  guint               width)
{
  g_autofree guint8 *marks = NULL;
  const char *valid_end = NULL;
  const char *hit;
  char *excerpt;
  Folded folded;
  guint32 start, end;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (words != NULL, NULL);

  g_utf8_validate (text, MIN (strlen (text), BYTES_MAX), &valid_end);
  folded_init (&folded, text, valid_end - text);
  hit = find_first (&folded, words);
  if (hit == NULL)
    {
      folded_clear (&folded);
      return NULL;
    }

  start = end = g_array_index (folded.places, guint32, hit - folded.bytes->str);
  for (guint n = 0; start > 0 && n < LEAD; n++)
    start = g_utf8_prev_char (text + start) - text;
  while (start > 0 && start < end && !g_unichar_isspace (g_utf8_get_char (text + start)))
    start = g_utf8_next_char (text + start) - text;
  for (guint n = 0; text[end] != '\0' && text + end < valid_end && n < width - LEAD; n++)
    end = g_utf8_next_char (text + end) - text;

  marks = mark_hits (&folded, words, start, end);
  excerpt = render (text, start, end, marks);
  folded_clear (&folded);

  return excerpt;
}

static gboolean
has_letter (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_isalnum (g_utf8_get_char (word)))
      return TRUE;

  return FALSE;
}

char **
vlg_excerpt_split_words (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, strnlen (typed, 1000));
  g_autofree char *folded = vlg_string_fold (valid);
  g_autofree char *collapsed = vlg_string_collapse (folded);
  g_auto (GStrv) parts = g_strsplit (collapsed, " ", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (has_letter (parts[i]))
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}
