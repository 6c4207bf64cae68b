/* vlg-excerpt.c — the passage of a text in which the words of a search stand
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-excerpt.h"

#include <string.h>

/* So many characters of the line stand before the first hit. */
#define LEAD 24

/* The bytes between start and end, with a mark for each that belongs to a hit. */
typedef struct {
  guint8 *marks;
  guint32 found;
} Marking;

static gboolean
mark_cb (const VlgSoughtHit *hit,
         gpointer            data)
{
  Marking *marking = data;

  memset (marking->marks + hit->start, 1, hit->end - hit->start);
  marking->found |= 1u << hit->word;

  return TRUE;
}

static gboolean
is_line_start (const char *start,
               const char *p)
{
  while (p > start && p[-1] == ' ')
    p--;

  return p == start || p[-1] == '\n';
}

/* Signs of CommonMark that are no words. */
static gboolean
is_sign (const char *start,
         const char *p)
{
  switch (*p)
    {
    case '*':
    case '`':
      return TRUE;
    case '#':
    case '>':
      return is_line_start (start, p) || p[-1] == '#';
    case '-':
      return p[1] == ' ' && is_line_start (start, p);
    case '\\':
      return g_ascii_ispunct (p[1]);
    default:
      return FALSE;
    }
}

/* Control characters cannot stand in markup, line ends not in a line. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

static void
render (GString      *out,
        const char   *text,
        gsize         length,
        gboolean      markdown,
        const guint8 *marks)
{
  gboolean bold = FALSE;
  gboolean blank = TRUE;
  gboolean literal = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      g_autofree char *escaped = NULL;

      if (markdown && !literal && is_sign (text, p))
        {
          literal = *p == '\\';
          continue;
        }
      literal = FALSE;
      if (marks[p - text] != bold)
        {
          bold = !bold;
          g_string_append (out, bold ? "<b>" : "</b>");
        }
      if (is_blank (g_utf8_get_char (p)))
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
}

char *
vlg_excerpt_mark (const VlgSoughtWords *words,
                  const char           *text,
                  guint32              *found)
{
  gsize length;
  g_autofree guint8 *marks = NULL;
  g_autoptr (GString) out = NULL;
  Marking marking;

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  marks = g_malloc0 (length + 1);
  marking = (Marking) { marks, 0 };
  vlg_sought_words_scan (words, text, length, VLG_SOUGHT_INSIDE, mark_cb, &marking, NULL);
  if (found != NULL)
    *found = marking.found;
  if (marking.found == 0)
    return NULL;
  out = g_string_sized_new (length + 32);
  render (out, text, length, FALSE, marks);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The best place so far, and the hits that may still be part of a better one. */
typedef struct {
  GArray *recent;   /* VlgSoughtHit, none further before the last than @span */
  gsize span;
  guint32 wanted;
  guint32 found;
  guint n_found;
  gsize start;
  gsize end;
} Search;

static guint
count_bits (guint32 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

static gboolean
find_cb (const VlgSoughtHit *hit,
         gpointer            data)
{
  Search *search = data;
  guint32 found = 0;
  guint n_far = 0;

  if (!(search->wanted & (1u << hit->word)))
    return TRUE;
  g_array_append_val (search->recent, *hit);
  while (g_array_index (search->recent, VlgSoughtHit, n_far).start + search->span < hit->end && n_far + 1 < search->recent->len)
    n_far++;
  g_array_remove_range (search->recent, 0, n_far);
  for (guint i = 0; i < search->recent->len; i++)
    found |= 1u << g_array_index (search->recent, VlgSoughtHit, i).word;
  if (count_bits (found) > search->n_found)
    {
      search->found = found;
      search->n_found = count_bits (found);
      search->start = g_array_index (search->recent, VlgSoughtHit, 0).start;
      search->end = hit->end;
    }

  return search->found != search->wanted;
}

/* Where the line begins: some words before the hit, but not in another paragraph. */
static gsize
find_start (const char *text,
            gsize       hit)
{
  const char *p = text + hit;
  const char *word = p;

  for (guint n = 0; p > text && n < LEAD; n++)
    {
      p = g_utf8_prev_char (p);
      if (p[0] == '\n' && p[1] == '\n')
        return p + 2 - text;
      if (p == text || is_blank (g_utf8_get_char (g_utf8_prev_char (p))))
        word = p;
    }

  return word - text;
}

static gsize
find_end (const char *text,
          gsize       start,
          gsize       hit_end,
          guint       width)
{
  const char *p = text + start;
  const char *word = NULL;

  for (guint n = 0; *p != '\0' && (n < width || p < text + hit_end); n++, p = g_utf8_next_char (p))
    if (is_blank (g_utf8_get_char (p)) && p >= text + hit_end)
      word = p;

  return *p != '\0' && word != NULL ? (gsize) (word - text) : (gsize) (p - text);
}

char *
vlg_excerpt_find (const VlgSoughtWords *words,
                  const char           *text,
                  gboolean              markdown,
                  VlgSoughtFlags        flags,
                  guint32               wanted,
                  guint                 width,
                  GCancellable         *cancellable,
                  guint32              *found)
{
  g_autoptr (GArray) recent = g_array_new (FALSE, FALSE, sizeof (VlgSoughtHit));
  g_autofree guint8 *marks = NULL;
  GString *out;
  Search search = { recent, width > 2 * LEAD ? width - LEAD : LEAD, wanted, 0, 0, 0, 0 };
  Marking marking;
  gsize start, end;

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (wanted != 0)
    vlg_sought_words_scan (words, text, strlen (text), flags, find_cb, &search, cancellable);
  if (found != NULL)
    *found = search.found;
  if (search.found == 0)
    return NULL;

  start = find_start (text, search.start);
  end = find_end (text, start, search.end, width);
  marks = g_malloc0 (end - start + 1);
  marking = (Marking) { marks, 0 };
  vlg_sought_words_scan (words, text + start, end - start, flags, mark_cb, &marking, NULL);
  out = g_string_new (start > 0 ? "…" : "");
  render (out, text + start, end - start, markdown, marks);
  if (text[end] != '\0')
    g_string_append (out, "…");

  return g_string_free (out, FALSE);
}
