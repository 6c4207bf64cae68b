/* vlg-markdown-inline.c — a line with emphasis as CommonMark that reads back as the same
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-markdown-edit.h"

#include <string.h>

/* The rules for when a run of asterisks begins or ends emphasis are long. What was written is therefore parsed and compared, and written more
 * carefully as long as it does not read as it should: first with bare characters, then with backslashes, then with letters beside the marks as entities. */

typedef enum {
  CARE_NONE,
  CARE_LIKELY,   /* a backslash where a mark is likely */
  CARE_ALL,      /* a backslash before all punctuation */
} Care;

typedef enum {
  MARKS_BARE,
  MARKS_APART,       /* a letter beside a mark with punctuation on its other side is an entity */
  MARKS_ISOLATED,    /* everything beside a mark is an entity */
  MARKS_UNDERSCORE,  /* the same, and "_" for emphasis */
} Marks;

/* A stretch of one style. */
typedef struct {
  gsize start, end;
  VlgSpanStyle style;
} Run;

typedef struct {
  const char *text;
  GArray *runs;      /* Run */
  Care care;
  Marks marks;
  gboolean brackets;
  GString *out;
  VlgSpanStyle open[2];
  guint n_open;
} Writer;

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
is_space (const char *p)
{
  return *p == '\0' || *p == '\n' || *p == '\t' || g_unichar_isspace (g_utf8_get_char (p));
}

static void
put_style (VlgSpanStyle *styles,
           gsize         start,
           gsize         end,
           VlgSpanStyle  style)
{
  for (gsize i = start; i < end; i++)
    styles[i] |= style;
}

/* The style of every byte of @text, which is NULL when all are plain. Emphasis never begins or ends with a blank. */
static VlgSpanStyle *
spread_styles (const char    *text,
               const VlgSpan *spans,
               guint          n_spans)
{
  static const VlgSpanStyle emphases[] = { VLG_SPAN_STRONG, VLG_SPAN_EMPH };
  gsize length = strlen (text);
  VlgSpanStyle *styles;

  if (n_spans == 0)
    return NULL;

  styles = g_new0 (VlgSpanStyle, length + 1);
  for (guint i = 0; i < n_spans; i++)
    put_style (styles, MIN (spans[i].start, length), MIN (spans[i].start + spans[i].length, length), spans[i].style);

  for (guint e = 0; e < G_N_ELEMENTS (emphases); e++)
    {
      gsize i = 0;

      while (i < length)
        {
          gsize start = i;

          if ((styles[i] & emphases[e]) == 0)
            {
              i++;
              continue;
            }
          while (i < length && (styles[i] & emphases[e]) != 0)
            i++;

          /* Blanks at either edge lose it. */
          for (const char *p = text + start; p < text + i && is_space (p); p = g_utf8_next_char (p))
            for (const char *b = p; b < g_utf8_next_char (p); b++)
              styles[b - text] &= ~emphases[e];
          for (const char *p = text + i; p > text + start;)
            {
              const char *last = g_utf8_prev_char (p);

              if (!is_space (last))
                break;
              for (const char *b = last; b < p; b++)
                styles[b - text] &= ~emphases[e];
              p = last;
            }
        }
    }

  return styles;
}

static void
append_styled (GString      *out,
               GArray       *out_styles,
               const char   *bytes,
               gsize         length,
               VlgSpanStyle  style)
{
  g_string_append_len (out, bytes, length);
  for (gsize i = 0; i < length; i++)
    g_array_append_val (out_styles, style);
}

/* @text as it can be stored: no blanks at its ends nor around line breaks, which become '\n' (blanks in a heading), none of them at the end. */
static char *
tidy (const char     *text,
      const VlgSpan  *spans,
      guint           n_spans,
      gboolean        heading,
      VlgSpanStyle  **out_styles)
{
  g_autofree VlgSpanStyle *raw = n_spans > 0 ? g_new0 (VlgSpanStyle, strlen (text) + 1) : NULL;
  g_autoptr(GArray) styles = g_array_new (FALSE, TRUE, sizeof (VlgSpanStyle));
  GString *out = g_string_sized_new (strlen (text));
  gsize length = strlen (text);

  for (guint i = 0; i < n_spans; i++)
    put_style (raw, MIN (spans[i].start, length), MIN (spans[i].start + spans[i].length, length), spans[i].style);

  for (const char *p = text; *p != '\0';)
    {
      gboolean at_start = out->len == 0 || out->str[out->len - 1] == '\n';

      if (g_str_has_prefix (p, VLG_LINE_BREAK))
        {
          VlgSpanStyle style = raw != NULL ? raw[p - text] & ~VLG_SPAN_SOURCE : VLG_SPAN_PLAIN;

          while (out->len > 0 && is_blank (out->str[out->len - 1]))
            g_string_truncate (out, out->len - 1);
          g_array_set_size (styles, out->len);
          append_styled (out, styles, heading ? " " : "\n", 1, style);
          p += strlen (VLG_LINE_BREAK);
          continue;
        }
      if (!(at_start && is_blank (*p)))
        append_styled (out, styles, p, 1, raw != NULL ? raw[p - text] : VLG_SPAN_PLAIN);
      p++;
    }

  while (out->len > 0 && (is_blank (out->str[out->len - 1]) || out->str[out->len - 1] == '\n'))
    g_string_truncate (out, out->len - 1);

  *out_styles = NULL;
  if (n_spans > 0)
    {
      g_autoptr(GArray) tidied = g_array_new (FALSE, FALSE, sizeof (VlgSpan));

      for (gsize i = 0; i < out->len; i++)
        {
          VlgSpan span = { i, 1, g_array_index (styles, VlgSpanStyle, i) };

          if (span.style != VLG_SPAN_PLAIN)
            g_array_append_val (tidied, span);
        }
      *out_styles = spread_styles (out->str, (VlgSpan *) tidied->data, tidied->len);
    }

  return g_string_free (out, FALSE);
}

static GArray *
find_runs (const char         *text,
           const VlgSpanStyle *styles)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  gsize length = strlen (text);

  for (gsize i = 0; i < length;)
    {
      Run run = { i, i, styles[i] };

      while (run.end < length && styles[run.end] == run.style)
        run.end++;
      g_array_append_val (runs, run);
      i = run.end;
    }

  return runs;
}

/* Whether a backslash is likely to be needed before the character at @p of the text beginning at @text. */
static gboolean
is_mark (const char *text,
         const char *p)
{
  gboolean after_word = p > text && g_ascii_isalnum (p[-1]);
  const char *q;

  switch (*p)
    {
    case '*':
    case '`':
    case '[':
    case ']':
    case '<':
      return TRUE;
    case '\\':
      return p[1] == '\0' || p[1] == '\n' || g_ascii_ispunct (p[1]);
    case '&':
      return p[1] == '#' || g_ascii_isalpha (p[1]);
    case '_':
      return !(after_word && g_ascii_isalnum (p[1]));
    case '#':
    case '+':
    case '-':
    case '=':
    case '~':
    case '>':
      return p == text || p[-1] == '\n';
    case '.':
    case ')':
      for (q = p; q > text && g_ascii_isdigit (q[-1]); q--)
        ;
      return q < p && (q == text || q[-1] == '\n');
    default:
      return FALSE;
    }
}

static void
append_text (Writer   *self,
             gsize     start,
             gsize     end,
             gboolean  first_entity,
             gboolean  last_entity)
{
  const char *stop = self->text + end;
  const char *last = end > start ? g_utf8_prev_char (stop) : stop;

  for (const char *p = self->text + start; p < stop; p = g_utf8_next_char (p))
    {
      gboolean entity = (first_entity && p == self->text + start) || (last_entity && p == last);

      if (*p == '\n')
        {
          g_string_append (self->out, "\\\n");
          continue;
        }
      if (entity && !is_space (p))
        {
          g_string_append_printf (self->out, "&#%u;", g_utf8_get_char (p));
          continue;
        }
      if ((self->care == CARE_ALL && g_ascii_ispunct (*p)) || (self->care == CARE_LIKELY && is_mark (self->text, p)) ||
          (self->brackets && (*p == '[' || *p == ']')))
        g_string_append_c (self->out, '\\');
      g_string_append_len (self->out, p, g_utf8_next_char (p) - p);
    }
}

static void
append_mark (Writer       *self,
             VlgSpanStyle  style)
{
  if (style == VLG_SPAN_STRONG)
    g_string_append (self->out, "**");
  else
    g_string_append_c (self->out, self->marks == MARKS_UNDERSCORE ? '_' : '*');
}

/* How far the emphasis @style lasts that the run @index has. */
static guint
reach (Writer       *self,
       guint         index,
       VlgSpanStyle  style)
{
  while (index < self->runs->len && (g_array_index (self->runs, Run, index).style & style) != 0)
    index++;

  return index;
}

/* Closes and opens marks between the run before @index and that run, whose style is @style. */
static void
switch_style (Writer       *self,
              guint         index,
              VlgSpanStyle  style)
{
  guint keep = 0;
  VlgSpanStyle opening;

  while (keep < self->n_open && (style & self->open[keep]) != 0)
    keep++;
  while (self->n_open > keep)
    append_mark (self, self->open[--self->n_open]);

  opening = style & (VLG_SPAN_STRONG | VLG_SPAN_EMPH);
  for (guint i = 0; i < self->n_open; i++)
    opening &= ~self->open[i];

  while (opening != 0)
    {
      VlgSpanStyle next = opening;

      /* What lasts longer is opened first. */
      if (opening == (VLG_SPAN_STRONG | VLG_SPAN_EMPH))
        next = reach (self, index, VLG_SPAN_STRONG) >= reach (self, index, VLG_SPAN_EMPH) ? VLG_SPAN_STRONG : VLG_SPAN_EMPH;
      append_mark (self, next);
      self->open[self->n_open++] = next;
      opening &= ~next;
    }
}

static gboolean
is_word (const char *p)
{
  return !is_space (p) && !g_unichar_ispunct (g_utf8_get_char (p)) && !(g_ascii_isgraph (*p) && g_ascii_ispunct (*p));
}

/* Whether the character before or after the border at @offset, where emphasis changes, has to be an entity. */
static gboolean
needs_entity (Writer   *self,
              gsize     offset,
              gboolean  before)
{
  const char *next = self->text + offset;
  const char *previous = offset > 0 ? g_utf8_prev_char (next) : NULL;
  const char *own = before ? previous : next;
  const char *other = before ? next : previous;

  if (previous == NULL || *next == '\0' || self->marks == MARKS_BARE)
    return FALSE;
  if (self->marks >= MARKS_ISOLATED)
    return TRUE;

  return is_word (own) && !is_word (other) && !is_space (other);
}

static char *
write_runs (const char *text,
            GArray     *runs,
            Care        care,
            Marks       marks,
            gboolean    brackets)
{
  Writer self = { .text = text, .runs = runs, .care = care, .marks = marks, .brackets = brackets };
  VlgSpanStyle emphasis = VLG_SPAN_STRONG | VLG_SPAN_EMPH;

  self.out = g_string_new (NULL);
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      VlgSpanStyle before = i > 0 ? run[-1].style & emphasis : 0;
      VlgSpanStyle after = i + 1 < runs->len ? run[1].style & emphasis : 0;
      VlgSpanStyle here = run->style & emphasis;

      switch_style (&self, i, run->style);
      if ((run->style & VLG_SPAN_SOURCE) != 0)
        g_string_append_len (self.out, text + run->start, run->end - run->start);
      else
        append_text (&self, run->start, run->end, here != before && needs_entity (&self, run->start, FALSE),
                     here != after && needs_entity (&self, run->end, TRUE));
    }
  while (self.n_open > 0)
    append_mark (&self, self.open[--self.n_open]);

  return g_string_free (self.out, FALSE);
}

/* What a parser makes of the runs: as they are, but for source, which is parsed by itself. */
static void
expect (const char *text,
        GArray     *runs,
        GString    *expected,
        GArray     *styles)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      VlgSpanStyle outer = run->style & (VLG_SPAN_STRONG | VLG_SPAN_EMPH);
      g_autofree char *source = NULL;
      g_autoptr(VlgDocument) document = NULL;
      const VlgTextBlock *block;
      gsize offset;

      if ((run->style & VLG_SPAN_SOURCE) == 0)
        {
          append_styled (expected, styles, text + run->start, run->end - run->start, outer);
          continue;
        }

      source = g_strndup (text + run->start, run->end - run->start);
      document = vlg_document_new (source);
      if (vlg_document_get_n_blocks (document) != 1)
        continue;
      block = vlg_document_get_block (document, 0);
      offset = styles->len;
      append_styled (expected, styles, block->text, strlen (block->text), outer);
      for (guint s = 0; s < block->n_spans; s++)
        put_style ((VlgSpanStyle *) styles->data + offset, block->spans[s].start, block->spans[s].start + block->spans[s].length,
                   block->spans[s].style);
    }
}

/* Whether @markdown reads as one block of @expected with @styles. */
static gboolean
reads_as (const char *markdown,
          gboolean    heading,
          const char *expected,
          GArray     *styles)
{
  g_autofree char *source = heading ? g_strconcat ("# ", markdown, NULL) : NULL;
  g_autoptr(VlgDocument) document = vlg_document_new (heading ? source : markdown);
  const VlgTextBlock *block;
  g_autofree VlgSpanStyle *got = NULL;

  if (vlg_document_get_n_blocks (document) != 1)
    return FALSE;
  block = vlg_document_get_block (document, 0);
  if (block->type != (heading ? VLG_BLOCK_HEADING : VLG_BLOCK_PARAGRAPH) || block->depth != 0 || strcmp (block->text, expected) != 0)
    return FALSE;

  got = g_new0 (VlgSpanStyle, strlen (expected) + 1);
  for (guint i = 0; i < block->n_spans; i++)
    put_style (got, block->spans[i].start, block->spans[i].start + block->spans[i].length, block->spans[i].style);

  return memcmp (got, styles->data, styles->len * sizeof *got) == 0;
}

static char *
write_plain (const char *text,
             gboolean    heading,
             gboolean    brackets)
{
  g_autoptr(GArray) styles = g_array_new (FALSE, TRUE, sizeof (VlgSpanStyle));
  g_autoptr(GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autofree char *escaped = NULL;
  Run run = { 0, strlen (text), VLG_SPAN_PLAIN };

  if (!heading && strchr (text, '\n') == NULL && !(brackets && strchr (text, '[') != NULL))
    return vlg_markdown_escape (text);

  g_array_set_size (styles, strlen (text));
  g_array_append_val (runs, run);
  for (Care care = CARE_NONE; care <= CARE_ALL; care++)
    {
      g_free (escaped);
      escaped = write_runs (text, runs, care, MARKS_BARE, brackets);
      if (reads_as (escaped, heading, text, styles))
        break;
    }

  return g_steal_pointer (&escaped);
}

char *
vlg_markdown_write_inline (const char    *text,
                           const VlgSpan *spans,
                           guint          n_spans,
                           gboolean       heading,
                           gboolean       brackets)
{
  g_autofree VlgSpanStyle *styles = NULL;
  g_autofree char *tidied = NULL;
  g_autoptr(GArray) runs = NULL;
  g_autoptr(GString) expected = NULL;
  g_autoptr(GArray) expected_styles = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  tidied = tidy (text, spans, n_spans, heading, &styles);
  if (*tidied == '\0')
    return g_steal_pointer (&tidied);
  if (styles == NULL)
    return write_plain (tidied, heading, brackets);

  runs = find_runs (tidied, styles);
  expected = g_string_new (NULL);
  expected_styles = g_array_new (FALSE, TRUE, sizeof (VlgSpanStyle));
  expect (tidied, runs, expected, expected_styles);

  for (Marks marks = MARKS_BARE; marks <= MARKS_UNDERSCORE; marks++)
    {
      for (Care care = CARE_NONE; care <= CARE_ALL; care++)
        {
          g_autofree char *markdown = write_runs (tidied, runs, care, marks, brackets);

          if (reads_as (markdown, heading, expected->str, expected_styles))
            return g_steal_pointer (&markdown);
        }
    }

  /* Source that was edited may read as anything: it is the person's. */
  return write_runs (tidied, runs, CARE_LIKELY, MARKS_APART, brackets);
}
