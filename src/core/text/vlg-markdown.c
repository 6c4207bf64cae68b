/* vlg-markdown.c — plain text made safe to read as CommonMark
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-document.h"

#include <cmark.h>
#include <string.h>

/* Rather than repeating the rules of CommonMark, a paragraph is parsed and compared: what reads back the same needs no backslash. A paragraph
 * that does not is escaped wherever a mark could begin, and every backslash that turns out to be needless is taken out again. */

/* How many bytes may be parsed for taking out needless backslashes of one paragraph; beyond, the rest of them stay. */
#define REDUCE_BUDGET (1 << 20)

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

/* Compares the text of @paragraph's children with @expected, in which line ends are blanks. */
static gboolean
inlines_equal (cmark_node *paragraph,
               const char *expected)
{
  for (cmark_node *node = cmark_node_first_child (paragraph); node != NULL; node = cmark_node_next (node))
    {
      const char *literal;

      switch ((int) cmark_node_get_type (node))
        {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_HTML_INLINE:
          literal = cmark_node_get_literal (node);
          break;
        case CMARK_NODE_SOFTBREAK:
          literal = " ";
          break;
        default:
          return FALSE;
        }

      for (; *literal != '\0'; literal++, expected++)
        {
          if (*expected != (*literal == '\n' ? ' ' : *literal))
            return FALSE;
        }
    }

  return *expected == '\0';
}

/* Whether @markdown reads as one paragraph of nothing but @expected. */
static gboolean
reads_as (const char *markdown,
          gsize       length,
          const char *expected)
{
  cmark_node *root = cmark_parse_document (markdown, length, CMARK_OPT_DEFAULT);
  cmark_node *first = cmark_node_first_child (root);
  gboolean result;

  result = first != NULL && cmark_node_get_type (first) == CMARK_NODE_PARAGRAPH && cmark_node_next (first) == NULL &&
           inlines_equal (first, expected);
  cmark_node_free (root);

  return result;
}

/* Whether a line that begins at @line could be the beginning of a block other than a paragraph. */
static gboolean
line_is_risky (const char *line)
{
  const char *end = line;

  if (strchr ("#+-=~>", *line) != NULL)
    return TRUE;

  while (g_ascii_isdigit (*end))
    end++;

  return end > line && (*end == '.' || *end == ')');
}

/* A cheap look that spares nearly every paragraph the parser; it may err towards TRUE only. */
static gboolean
is_risky (const char *text)
{
  if (text[strcspn (text, "\\`*_[]<&!")] != '\0')
    return TRUE;

  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      if (*line == '\n')
        line++;
      if (*line != '\0' && line_is_risky (line))
        return TRUE;
    }

  return FALSE;
}

/* The offsets in @text where a backslash may be of use, in order. (element-type gsize) */
static GArray *
find_candidates (const char *text,
                 gboolean    all)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (gsize));
  gboolean at_start = TRUE;
  gboolean after_digits = FALSE;

  for (gsize i = 0; text[i] != '\0'; i++)
    {
      char c = text[i];
      gboolean candidate;

      if (all)
        candidate = g_ascii_ispunct (c);
      else
        candidate = strchr ("\\`*_[]<&!", c) != NULL ||
                    (at_start && strchr ("#+-=~>", c) != NULL) ||
                    (after_digits && (c == '.' || c == ')'));

      if (candidate)
        g_array_append_val (candidates, i);

      after_digits = g_ascii_isdigit (c) && (at_start || after_digits);
      at_start = c == '\n';
    }

  return candidates;
}

/* @text with a backslash before each offset of @candidates that is not switched off. */
static void
write_escaped (GString        *out,
               const char     *text,
               GArray         *candidates,
               const gboolean *off)
{
  gsize done = 0;

  g_string_truncate (out, 0);
  for (guint i = 0; i < candidates->len; i++)
    {
      gsize offset = g_array_index (candidates, gsize, i);

      if (off[i])
        continue;
      g_string_append_len (out, text + done, offset - done);
      g_string_append_c (out, '\\');
      done = offset;
    }
  g_string_append (out, text + done);
}

typedef struct {
  const char *text;
  const char *expected;
  GArray *candidates;
  gboolean *off;
  GString *out;
  gsize budget;
} Reducer;

/* Switches off as many backslashes of [@from, @to) as the paragraph can do without: all at once if it can, else each half, the later first, since
 * of a pair of marks it is the opening one whose backslash tells. */
static void
reduce (Reducer *self,
        guint    from,
        guint    to)
{
  gsize length = strlen (self->text) + self->candidates->len;
  guint middle;

  if (from >= to || self->budget < length)
    return;

  self->budget -= length;
  for (guint i = from; i < to; i++)
    self->off[i] = TRUE;
  write_escaped (self->out, self->text, self->candidates, self->off);
  if (reads_as (self->out->str, self->out->len, self->expected))
    return;

  for (guint i = from; i < to; i++)
    self->off[i] = FALSE;
  if (to - from == 1)
    return;

  middle = from + (to - from) / 2;
  reduce (self, middle, to);
  reduce (self, from, middle);
}

/* Appends @text, one paragraph of lines without blanks at their ends. */
static void
append_paragraph (GString    *out,
                  const char *text)
{
  g_autofree char *expected = NULL;
  g_autofree gboolean *off = NULL;
  g_autoptr(GArray) candidates = NULL;
  g_autoptr(GString) escaped = NULL;
  Reducer reducer;

  if (!is_risky (text))
    {
      g_string_append (out, text);
      return;
    }

  expected = g_strdelimit (g_strdup (text), "\n", ' ');
  if (reads_as (text, strlen (text), expected))
    {
      g_string_append (out, text);
      return;
    }

  escaped = g_string_new (NULL);
  candidates = find_candidates (text, FALSE);
  off = g_new0 (gboolean, candidates->len + 1);
  write_escaped (escaped, text, candidates, off);
  if (!reads_as (escaped->str, escaped->len, expected))
    {
      g_clear_pointer (&candidates, g_array_unref);
      g_clear_pointer (&off, g_free);
      candidates = find_candidates (text, TRUE);
      off = g_new0 (gboolean, candidates->len + 1);
    }

  reducer = (Reducer) { text, expected, candidates, off, escaped, REDUCE_BUDGET };
  /* That not all of them can go is known already. */
  reduce (&reducer, candidates->len / 2, candidates->len);
  reduce (&reducer, 0, candidates->len / 2);
  write_escaped (escaped, text, candidates, off);
  g_string_append_len (out, escaped->str, escaped->len);
}

char *
vlg_markdown_escape (const char *plain)
{
  g_autoptr(GString) paragraph = g_string_new (NULL);
  GString *out = g_string_new (NULL);
  const char *p = plain;

  while (p != NULL && *p != '\0')
    {
      const char *line = p;
      gsize length = strcspn (p, "\r\n");
      gboolean blank;

      p += length;
      if (p[0] == '\r' && p[1] == '\n')
        p++;
      if (*p != '\0')
        p++;

      /* A byte order mark at the beginning is dropped by the parser too. */
      while (length > 0 && (is_blank (*line) || g_str_has_prefix (line, BYTE_ORDER_MARK)))
        {
          gsize width = is_blank (*line) ? 1 : strlen (BYTE_ORDER_MARK);

          line += width;
          length -= width;
        }
      while (length > 0 && is_blank (line[length - 1]))
        length--;

      blank = length == 0;
      if (!blank)
        {
          if (paragraph->len > 0)
            g_string_append_c (paragraph, '\n');
          g_string_append_len (paragraph, line, length);
        }

      if ((blank || *p == '\0') && paragraph->len > 0)
        {
          if (out->len > 0)
            g_string_append (out, "\n\n");
          append_paragraph (out, paragraph->str);
          g_string_truncate (paragraph, 0);
        }
    }

  return g_string_free (out, FALSE);
}
