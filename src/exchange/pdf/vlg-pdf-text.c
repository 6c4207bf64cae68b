/* vlg-pdf-text.c — the text layer of a PDF with the places of its words
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * poppler puts a page's text into an order of its own, in which the cells of a table may be torn apart. The form is a page of lines, so the words are
 * put back into the lines that are seen, and empty lines are inserted where there is room. */

#include "config.h"

#include "vlg-pdf-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "vlg-error.h"
#include "vlg-paper-reader.h"
#include "vlg-poppler.h"
#include "vlg-string.h"

/* A gap wider than this share of the type size parts two cells; a blank has about 0.28, a stretched one up to twice that. */
#define WIDE_GAP 0.60
/* A gap wider than this share parts two words; poppler joins neighbouring cells without one. */
#define WORD_GAP 0.12
/* Words whose middles differ by less than this share of the height stand in one line. */
#define SAME_LINE 0.45

typedef struct {
  guint  start, length;   /* bytes in the page's text */
  double x0, y0, x1, y1;
} PageWord;

typedef struct {
  guint  first, n_words;
  double y0, y1;
} PageLine;

typedef struct {
  GString *text;          /* of the whole document */
  GArray  *words;         /* VlgFormWord, starts counted in their line */
  GArray  *lines;         /* Draft */
  guint    number;
} Document;

/* A line of the document before the buffer has its final place. */
typedef struct {
  gsize start, end;
  guint number, page, blanks;
  guint first_word, n_words;
} Draft;

gboolean
vlg_pdf_is_pdf (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 5 && memmem (data, MIN (size, 1024), "%PDF-", 5) != NULL;
}

static PopplerDocument *
open_document (GBytes      *pdf,
               const char  *name,
               GError     **error)
{
  g_autoptr (GError) local = NULL;
  PopplerDocument *document;

  if (!vlg_poppler_load (error))
    return NULL;
  document = poppler_document_new_from_bytes (pdf, NULL, &local);
  if (document != NULL && poppler_document_get_n_pages (document) > 0)
    return document;

  if (g_error_matches (local, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, VLG_ERROR, VLG_ERROR_ENCRYPTED, _("“%s” is protected by a password. Save it without one and import it again."), name);
  else
    g_set_error (error, VLG_ERROR, VLG_ERROR_DAMAGED, _("“%s” is damaged and cannot be read as a PDF."), name);
  g_clear_object (&document);

  return NULL;
}

/* Whether a character's box cannot follow the word's on the same line. */
static gboolean
is_apart (const PageWord         *word,
          const PopplerRectangle *box)
{
  double height = word->y1 - word->y0;
  double middle = (box->y1 + box->y2) / 2;

  return box->x1 - word->x1 > WORD_GAP * height || box->x1 < word->x1 - height
         || middle < word->y0 || middle > word->y1;
}

/* The words of a page, each with its box. */
static GArray *
find_page_words (const char             *text,
                 const PopplerRectangle *boxes,
                 guint                   n_boxes)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (PageWord));
  PageWord word = { 0, };
  const char *p = text;
  guint index = 0;

  for (; *p != '\0'; p = g_utf8_next_char (p), index++)
    {
      const PopplerRectangle *box;

      if ((guchar) *p <= ' ' || index >= n_boxes || ((guchar) *p >= 0xc2 && g_unichar_isspace (g_utf8_get_char (p))))
        {
          if (word.length > 0)
            g_array_append_val (words, word);
          word.length = 0;
          continue;
        }
      box = &boxes[index];
      if (word.length > 0 && is_apart (&word, box))
        {
          g_array_append_val (words, word);
          word.length = 0;
        }
      if (word.length == 0)
        word = (PageWord) { p - text, 0, box->x1, MIN (box->y1, box->y2), box->x2, MAX (box->y1, box->y2) };
      word.x0 = MIN (word.x0, MIN (box->x1, box->x2));
      word.x1 = MAX (word.x1, MAX (box->x1, box->x2));
      word.y0 = MIN (word.y0, MIN (box->y1, box->y2));
      word.y1 = MAX (word.y1, MAX (box->y1, box->y2));
      word.length = g_utf8_next_char (p) - text - word.start;
    }
  if (word.length > 0)
    g_array_append_val (words, word);

  return words;
}

static int
compare_by_middle (const void *a,
                   const void *b)
{
  const PageWord *left = a;
  const PageWord *right = b;
  double difference = (left->y0 + left->y1) - (right->y0 + right->y1);

  if (difference != 0)
    return difference < 0 ? -1 : 1;

  return left->x0 < right->x0 ? -1 : left->x0 > right->x0;
}

static int
compare_by_x (const void *a,
              const void *b)
{
  const PageWord *left = a;
  const PageWord *right = b;

  return left->x0 < right->x0 ? -1 : left->x0 > right->x0;
}

/* Groups the words into the lines that are seen. */
static GArray *
find_page_lines (GArray *words)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (PageLine));

  qsort (words->data, words->len, sizeof (PageWord), compare_by_middle);
  for (guint i = 0; i < words->len; i++)
    {
      const PageWord *word = &g_array_index (words, PageWord, i);
      PageLine *line = lines->len > 0 ? &g_array_index (lines, PageLine, lines->len - 1) : NULL;
      const PageWord *first = line != NULL ? &g_array_index (words, PageWord, line->first) : NULL;

      if (first != NULL
          && (word->y0 + word->y1) / 2 - (first->y0 + first->y1) / 2 < SAME_LINE * MIN (word->y1 - word->y0, first->y1 - first->y0))
        {
          line->n_words++;
          line->y0 = MIN (line->y0, word->y0);
          line->y1 = MAX (line->y1, word->y1);
        }
      else
        {
          PageLine fresh = { i, 1, word->y0, word->y1 };

          g_array_append_val (lines, fresh);
        }
    }

  for (guint i = 0; i < lines->len; i++)
    {
      const PageLine *line = &g_array_index (lines, PageLine, i);

      qsort (&g_array_index (words, PageWord, line->first), line->n_words, sizeof (PageWord), compare_by_x);
    }

  return lines;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* The usual room between two lines of running text on this page, as a share of the height. */
static double
find_usual_gap (const GArray *lines)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < lines->len; i++)
    {
      const PageLine *line = &g_array_index (lines, PageLine, i);
      double gap = (line->y0 - (line - 1)->y1) / MAX (line->y1 - line->y0, 1);

      /* Wider ones part paragraphs. */
      if (gap < 1.2)
        g_array_append_val (gaps, gap);
    }
  if (gaps->len == 0)
    return 0;
  qsort (gaps->data, gaps->len, sizeof (double), compare_doubles);

  /* Running text has the smaller gaps; a page of table rows must not pass for it. */
  return CLAMP (g_array_index (gaps, double, gaps->len / 4), -0.3, 0.7);
}

/* How many empty lines the room above a line makes. */
static guint
count_blanks (const PageLine *line,
              const PageLine *above,
              double          usual)
{
  double height = MAX (line->y1 - line->y0, 1);
  double room = (line->y0 - above->y1) / height - usual;

  if (room < 0.3)
    return 0;

  return MAX (1, (guint) floor (room / (1 + MAX (usual, 0)) + 0.3));
}

/* Appends a word's characters: a PDF may hold letters and accents apart, and ligatures as one character. */
static void
append_characters (GString    *out,
                   const char *word,
                   gsize       length)
{
  static const char * const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
  gsize start = out->len;
  gboolean combining = FALSE;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      const guchar *b = (const guchar *) p;

      if (b[0] == 0xef && b[1] == 0xac && b[2] >= 0x80 && b[2] <= 0x86)
        g_string_append (out, ligatures[b[2] - 0x80]);
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
      combining |= b[0] == 0xcc || b[0] == 0xcd;
    }
  if (combining)
    {
      g_autofree char *composed = g_utf8_normalize (out->str + start, -1, G_NORMALIZE_NFC);

      g_string_truncate (out, start);
      g_string_append (out, composed);
    }
}

static void
append_line (Document       *document,
             const char     *text,
             const GArray   *words,
             const PageLine *line,
             guint           page,
             guint           blanks)
{
  Draft draft = { 0, };

  for (guint i = 0; i < blanks; i++)
    g_string_append_c (document->text, '\n');
  document->number += blanks;

  draft.start = document->text->len;
  draft.number = document->number;
  draft.page = page;
  draft.blanks = blanks;
  draft.first_word = document->words->len;
  draft.n_words = line->n_words;
  for (guint i = 0; i < line->n_words; i++)
    {
      const PageWord *word = &g_array_index (words, PageWord, line->first + i);
      VlgFormWord placed = { 0, };

      if (i > 0)
        {
          placed.wide = word->x0 - (word - 1)->x1 > WIDE_GAP * (word->y1 - word->y0) * 0.87;
          /* Pieces of one word that were set apart (kerning, a change of face) touch each other. */
          if (word->x0 - (word - 1)->x1 >= WORD_GAP * (word->y1 - word->y0) || placed.wide)
            g_string_append (document->text, placed.wide ? "   " : " ");
        }
      placed.start = document->text->len - draft.start;
      append_characters (document->text, text + word->start, word->length);
      placed.length = document->text->len - draft.start - placed.start;
      placed.x0 = word->x0;
      placed.x1 = word->x1;
      g_array_append_val (document->words, placed);
    }
  draft.end = document->text->len;
  g_array_append_val (document->lines, draft);
  g_string_append_c (document->text, '\n');
  document->number++;
}

static void
read_page (Document    *document,
           PopplerPage *page,
           guint        index)
{
  g_autofree char *raw = poppler_page_get_text (page);
  g_autofree char *text = NULL;
  g_autofree PopplerRectangle *boxes = NULL;
  g_autoptr (GArray) words = NULL;
  g_autoptr (GArray) lines = NULL;
  guint n_boxes = 0;
  double usual;

  if (index > 0)
    g_string_append_c (document->text, '\f');
  if (raw == NULL || !poppler_page_get_text_layout (page, &boxes, &n_boxes))
    return;

  text = g_utf8_make_valid (raw, -1);
  words = find_page_words (text, boxes, n_boxes);
  lines = find_page_lines (words);
  usual = find_usual_gap (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const PageLine *line = &g_array_index (lines, PageLine, i);

      append_line (document, text, words, line, index, i > 0 ? count_blanks (line, line - 1, usual) : 0);
    }
}

/* Reads all pages; FALSE with an error when they hold no text. */
static gboolean
read_document (Document    *document,
               GBytes      *pdf,
               const char  *name,
               GError     **error)
{
  PopplerDocument *poppler = open_document (pdf, name, error);
  guint n_pages;

  if (poppler == NULL)
    return FALSE;

  n_pages = poppler_document_get_n_pages (poppler);
  document->number = 1;
  for (guint i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (poppler, i);

      if (page != NULL)
        read_page (document, page, i);
      g_clear_object (&page);
    }
  g_object_unref (poppler);
  if (document->words->len > 0)
    return TRUE;

  g_set_error (error, VLG_ERROR, VLG_ERROR_NO_TEXT,
               _("“%s” holds pictures only, no text. Scan it again with text recognition, or import the text file."), name);
  return FALSE;
}

static void
document_init (Document *document)
{
  document->text = g_string_new (NULL);
  document->words = g_array_new (FALSE, FALSE, sizeof (VlgFormWord));
  document->lines = g_array_new (FALSE, FALSE, sizeof (Draft));
  document->number = 1;
}

static void
document_clear (Document *document)
{
  if (document->text != NULL)
    g_string_free (document->text, TRUE);
  g_array_unref (document->words);
  g_array_unref (document->lines);
}

static VlgFormLines *
build_lines (Document *document)
{
  VlgFormLines *lines;
  guint n_pages = 0;

  lines = vlg_form_lines_new_empty (g_string_free (g_steal_pointer (&document->text), FALSE));
  lines->positional = TRUE;
  g_array_append_vals (lines->words, document->words->data, document->words->len);
  for (guint i = 0; i < document->lines->len; i++)
    {
      const Draft *draft = &g_array_index (document->lines, Draft, i);
      VlgFormLine line = { 0, };

      lines->buffer[draft->end] = '\0';
      line.text = line.raw = lines->buffer + draft->start;
      line.length = draft->end - draft->start;
      line.number = draft->number;
      line.page = draft->page;
      line.blanks = draft->blanks;
      line.first_word = draft->first_word;
      line.n_words = draft->n_words;
      line.page_start = i == 0 || g_array_index (document->lines, Draft, i - 1).page != draft->page;
      g_array_append_val (lines->lines, line);
      n_pages = MAX (n_pages, draft->page + 1);
    }
  lines->n_pages = n_pages;

  return lines;
}

VlgFormLines *
vlg_pdf_read_lines (GBytes      *pdf,
                    const char  *name,
                    GError     **error)
{
  Document document;
  VlgFormLines *lines = NULL;

  document_init (&document);
  if (read_document (&document, pdf, name, error))
    lines = build_lines (&document);
  document_clear (&document);

  return lines;
}

char *
vlg_pdf_text_extract (GBytes      *pdf,
                      const char  *name,
                      GError     **error)
{
  Document document;
  char *text = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  document_init (&document);
  if (read_document (&document, pdf, name, error))
    text = vlg_string_normalize (document.text->str, document.text->len, error);
  document_clear (&document);

  return text;
}
