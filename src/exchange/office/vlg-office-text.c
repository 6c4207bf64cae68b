/* vlg-office-text.c — the text of an office file while it is read: paragraphs with their formatting, rows of tables
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-office-text.h"

#include <string.h>

#include "vlg-form-rich.h"
#include "vlg-markdown-edit.h"

/* A paragraph while it is read. */
typedef struct {
  VlgTextLine *line;
  GString     *text;
  GArray      *spans;    /* VlgSpan */
} Open;

/* One that is complete. */
typedef struct {
  VlgTextLine *line;     /* owned; its tabs still in it */
  guint        row;      /* counted through the file, 0 outside tables */
  guint        column;
  guint        blanks;   /* empty paragraphs and page breaks before it */
} Paragraph;

typedef struct {
  guint row;
  guint column;
} Table;

struct _VlgOfficeText {
  GPtrArray *open;        /* Open, innermost last */
  GPtrArray *tables;      /* Table, innermost last */
  GArray    *paragraphs;  /* Paragraph */
  GPtrArray *notes;       /* char, of the outermost paragraph that is open */
  guint      n_notes;     /* of the file */
  guint      n_rows;
  guint      blanks;
  gboolean   form;        /* blanks of every kind become a plain one */
};

static void
open_free (gpointer data)
{
  Open *open = data;

  g_clear_pointer (&open->line, vlg_text_line_free);
  g_string_free (open->text, TRUE);
  g_array_unref (open->spans);
  g_free (open);
}

static void
clear_paragraph (gpointer data)
{
  vlg_text_line_free (((Paragraph *) data)->line);
}

VlgOfficeText *
vlg_office_text_new (gboolean form)
{
  VlgOfficeText *self = g_new0 (VlgOfficeText, 1);

  self->form = form;
  self->open = g_ptr_array_new_with_free_func (open_free);
  self->tables = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (self->paragraphs, clear_paragraph);

  return self;
}

void
vlg_office_text_free (VlgOfficeText *self)
{
  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->paragraphs);
  g_free (self);
}

static gpointer
last_of (GPtrArray *array)
{
  return array->len > 0 ? g_ptr_array_index (array, array->len - 1) : NULL;
}

VlgTextLine *
vlg_office_text_begin_paragraph (VlgOfficeText *self)
{
  Open *open = g_new0 (Open, 1);

  open->line = vlg_text_line_new ();
  open->text = g_string_new (NULL);
  open->spans = g_array_new (FALSE, FALSE, sizeof (VlgSpan));
  g_ptr_array_add (self->open, open);

  return open->line;
}

gboolean
vlg_office_text_in_paragraph (VlgOfficeText *self)
{
  return self->open->len > 0;
}

static void
append (Open         *open,
        const char   *text,
        gsize         length,
        VlgSpanStyle  style)
{
  guint start = open->text->len;
  VlgSpan *last = open->spans->len > 0 ? &g_array_index (open->spans, VlgSpan, open->spans->len - 1) : NULL;

  g_string_append_len (open->text, text, length);
  if (style == VLG_SPAN_PLAIN)
    return;
  if (last != NULL && last->style == style && last->start + last->length == start)
    last->length += length;
  else
    g_array_append_vals (open->spans, &(VlgSpan) { start, length, style }, 1);
}

void
vlg_office_text_add (VlgOfficeText *self,
                     const char    *text,
                     gboolean       bold,
                     gboolean       italic)
{
  Open *open = last_of (self->open);
  VlgSpanStyle style = (bold ? VLG_SPAN_STRONG : 0) | (italic ? VLG_SPAN_EMPH : 0);
  g_autofree char *composed = NULL;

  g_return_if_fail (open != NULL);

  composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  for (const char *p = composed != NULL ? composed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char last = open->text->len > 0 ? open->text->str[open->text->len - 1] : ' ';

      if (c == 0x2028 || c == 0x2029)
        vlg_office_text_add_break (self);
      else if (c == 0x00ad || c == 0x200b || c == 0x2060 || c == 0xfeff)
        continue;
      else if (c == '\t')
        append (open, "\t", 1, style);
      else if (c < ' ' || c == ' ' || c == 0x7f || (self->form && g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR))
        {
          if (last != ' ')
            append (open, " ", 1, style);
        }
      else
        append (open, p, g_utf8_next_char (p) - p, style);
    }
}

void
vlg_office_text_add_break (VlgOfficeText *self)
{
  Open *open = last_of (self->open);

  g_return_if_fail (open != NULL);

  append (open, VLG_LINE_BREAK, strlen (VLG_LINE_BREAK), VLG_SPAN_PLAIN);
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0x2028)
        return FALSE;
    }

  return TRUE;
}

void
vlg_office_text_add_note (VlgOfficeText *self,
                          const char    *note)
{
  static const char * const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autoptr (GString) mark = g_string_new (NULL);

  g_return_if_fail (self->open->len > 0);

  if (is_blank (note))
    return;
  self->n_notes++;
  for (guint n = self->n_notes; n > 0; n /= 10)
    g_string_prepend (mark, digits[n % 10]);
  vlg_office_text_add (self, mark->str, FALSE, FALSE);
  g_ptr_array_add (self->notes, g_strstrip (g_strdup_printf ("%s %s", mark->str, note)));
}

/* A paper has no foot for them: they stand below the paragraph they belong to. */
static void
put_notes (VlgOfficeText *self)
{
  g_autoptr (GPtrArray) notes = g_steal_pointer (&self->notes);

  self->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < notes->len; i++)
    {
      vlg_office_text_begin_paragraph (self);
      vlg_office_text_add (self, notes->pdata[i], FALSE, FALSE);
      vlg_office_text_end_paragraph (self);
    }
}

void
vlg_office_text_end_paragraph (VlgOfficeText *self)
{
  Open *open = last_of (self->open);
  Table *table = last_of (self->tables);
  Paragraph paragraph = { 0, };
  guint n_spans;

  g_return_if_fail (open != NULL);

  if (is_blank (open->text->str))
    self->blanks++;
  else
    {
      /* A heading is bold anyway. */
      for (guint i = open->spans->len; open->line->kind == VLG_LINE_HEADING && i > 0; i--)
        {
          VlgSpan *span = &g_array_index (open->spans, VlgSpan, i - 1);

          span->style &= ~VLG_SPAN_STRONG;
          if (span->style == VLG_SPAN_PLAIN)
            g_array_remove_index (open->spans, i - 1);
        }
      n_spans = open->spans->len;
      paragraph.line = g_steal_pointer (&open->line);
      vlg_text_line_take_text (paragraph.line, g_strdup (open->text->str),
                               n_spans > 0 ? g_memdup2 (open->spans->data, n_spans * sizeof (VlgSpan)) : NULL, n_spans);
      paragraph.row = table != NULL ? table->row : 0;
      paragraph.column = table != NULL ? table->column : 0;
      paragraph.blanks = paragraph.line->kind == VLG_LINE_HEADING ? MAX (self->blanks, 1) : self->blanks;
      g_array_append_val (self->paragraphs, paragraph);
      self->blanks = 0;
    }
  g_ptr_array_set_size (self->open, self->open->len - 1);
  if (self->open->len == 0 && self->notes->len > 0)
    put_notes (self);
}

void
vlg_office_text_break_page (VlgOfficeText *self)
{
  Open *open = last_of (self->open);

  if (open != NULL && !is_blank (open->text->str))
    vlg_office_text_add_break (self);
  else
    self->blanks++;
}

void
vlg_office_text_begin_table (VlgOfficeText *self)
{
  g_ptr_array_add (self->tables, g_new0 (Table, 1));
  self->blanks = MAX (self->blanks, 1);
}

void
vlg_office_text_end_table (VlgOfficeText *self)
{
  g_return_if_fail (self->tables->len > 0);

  g_ptr_array_set_size (self->tables, self->tables->len - 1);
  self->blanks = MAX (self->blanks, 1);
}

void
vlg_office_text_begin_row (VlgOfficeText *self)
{
  Table *table = last_of (self->tables);

  if (table == NULL)
    return;
  table->row = ++self->n_rows;
  table->column = 0;
}

void
vlg_office_text_next_cell (VlgOfficeText *self,
                           guint          n)
{
  Table *table = last_of (self->tables);

  if (table != NULL && table->column + n < 10000)
    table->column += n;
}

static const Paragraph *
paragraph_at (VlgOfficeText *self,
              guint          index)
{
  return &g_array_index (self->paragraphs, Paragraph, index);
}

char *
vlg_office_text_to_markdown (VlgOfficeText *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_text_line_free);

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      VlgTextLine *line = vlg_form_rich_cut (paragraph_at (self, i)->line, 0, G_MAXUINT);

      g_strdelimit (line->text, "\t", ' ');
      g_ptr_array_add (lines, line);
    }
  vlg_text_lines_settle (lines, 0, lines->len, NULL, NULL);

  return vlg_text_lines_write (lines, NULL, NULL);
}

/* The lines of a form under construction. */
typedef struct {
  VlgFormLines *lines;
  GString      *buffer;
  GArray       *offsets;   /* gsize: where each line's text begins in the buffer, which moves while it grows */
} Builder;

/* A stretch of a paragraph between hard breaks. */
typedef struct {
  VlgTextLine *line;       /* owned until it goes to the lines */
  guint        column;
  gboolean     broken;
} Piece;

/* The piece as words at their places: those of a cell in its column, those behind tabs in columns of their own. */
static void
add_words (Builder     *builder,
           VlgFormLine *line,
           const char  *text,
           guint        offset,
           guint        column,
           gboolean     wide)
{
  guint start = 0;
  guint n_in_cell = 0;
  gboolean tab = FALSE;

  for (guint i = 0;; i++)
    {
      VlgFormWord word = { 0, };

      if (text[i] != ' ' && text[i] != '\t' && text[i] != '\0')
        continue;
      if (i > start)
        {
          word.start = offset + start;
          word.length = i - start;
          /* A column is 1000 wide; what stands in it is never seen to reach into the next. */
          word.x0 = column * 1000 + MIN (n_in_cell, 900);
          word.x1 = column * 1000 + MIN (n_in_cell + (i - start) * 4, 950);
          word.wide = (line->n_words > 0 && tab) || (wide && n_in_cell == 0);
          g_array_append_val (builder->lines->words, word);
          line->n_words++;
          n_in_cell += (i - start + 1) * 4;
          tab = FALSE;
        }
      tab |= text[i] == '\t';
      if (text[i] == '\0')
        break;
      start = i + 1;
    }
}

/* A tabbed line outside a table: each stretch stands in a column of its own. */
static void
add_tabbed_words (Builder     *builder,
                  VlgFormLine *line,
                  const char  *text)
{
  g_auto (GStrv) stretches = g_strsplit (text, "\t", -1);
  guint offset = 0;
  guint column = 0;

  for (guint i = 0; stretches[i] != NULL; i++)
    {
      if (*stretches[i] != '\0' && strspn (stretches[i], " ") < strlen (stretches[i]))
        add_words (builder, line, stretches[i], offset, column++, line->n_words > 0);
      offset += strlen (stretches[i]) + 1;
    }
}

/* One line of pieces that stand beside each other; takes their lines over. */
static void
add_line (Builder     *builder,
          Piece       *pieces,
          guint        n_pieces,
          guint        row,
          guint        blanks)
{
  VlgFormLines *lines = builder->lines;
  VlgFormLine line = { 0, };
  gsize start = builder->buffer->len;

  line.row = row;
  line.blanks = blanks;
  line.broken = pieces[0].broken;
  line.first_word = lines->words->len;
  line.first_rich = lines->rich->len;
  line.n_rich = n_pieces;
  for (guint i = 0; i < n_pieces; i++)
    {
      const char *text = pieces[i].line->text;

      if (i > 0)
        g_string_append_c (builder->buffer, '\t');
      if (row > 0)
        add_words (builder, &line, text, builder->buffer->len - start, pieces[i].column, i > 0);
      g_string_append (builder->buffer, text);
      g_ptr_array_add (lines->rich, pieces[i].line);
    }
  if (row == 0 && strchr (pieces[0].line->text, '\t') != NULL)
    add_tabbed_words (builder, &line, pieces[0].line->text);
  for (guint i = 0; i < n_pieces; i++)
    g_strdelimit (pieces[i].line->text, "\t", ' ');

  line.length = builder->buffer->len - start;
  line.number = lines->lines->len + 1;
  line.page_start = lines->lines->len == 0;
  g_string_append_c (builder->buffer, '\0');
  g_array_append_val (builder->offsets, start);
  g_array_append_val (lines->lines, line);
}

/* Splits a paragraph at its hard breaks into @pieces. */
static void
split_paragraph (const Paragraph *paragraph,
                 GArray          *pieces)
{
  const char *text = paragraph->line->text;
  const char *p = text;
  gboolean broken = FALSE;

  while (p != NULL)
    {
      const char *end = strstr (p, VLG_LINE_BREAK);
      VlgTextLine *line = vlg_form_rich_cut (paragraph->line, p - text, end != NULL ? (guint) (end - text) : G_MAXUINT);

      if (*line->text != '\0')
        {
          Piece piece = { line, paragraph->column, broken };

          g_array_append_val (pieces, piece);
          broken = TRUE;
        }
      else
        vlg_text_line_free (line);
      p = end != NULL ? end + strlen (VLG_LINE_BREAK) : NULL;
    }
}

/* The pieces of one cell that are left. */
typedef struct {
  guint next;
  guint end;
} Cell;

/* The paragraphs @first to before @end are one row: its first line holds the first pieces of all cells, and so on. */
static void
add_row (VlgOfficeText *self,
         Builder       *builder,
         guint          first,
         guint          end)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  guint blanks = paragraph_at (self, first)->blanks;

  for (guint i = first; i < end; i++)
    split_paragraph (paragraph_at (self, i), pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      guint column = g_array_index (pieces, Piece, i).column;

      if (i == 0 || column != g_array_index (pieces, Piece, i - 1).column)
        g_array_append_vals (cells, &(Cell) { i, i }, 1);
      g_array_index (cells, Cell, cells->len - 1).end = i + 1;
    }
  while (cells->len > 0)
    {
      guint n_left = 0, column = G_MAXUINT;

      /* Each gives its next piece, unless one of its column just did; those that have none left drop out. */
      g_array_set_size (line, 0);
      for (guint i = 0; i < cells->len; i++)
        {
          Cell cell = g_array_index (cells, Cell, i);
          const Piece *piece = &g_array_index (pieces, Piece, cell.next);

          if (piece->column != column)
            {
              column = piece->column;
              g_array_append_vals (line, piece, 1);
              cell.next++;
            }
          if (cell.next < cell.end)
            g_array_index (cells, Cell, n_left++) = cell;
        }
      g_array_set_size (cells, n_left);
      add_line (builder, (Piece *) line->data, line->len, paragraph_at (self, first)->row, blanks);
      blanks = 0;
    }
}

/* Behind the paragraphs of the row that begins with @first; it is one only where words stand beside each other. */
static guint
find_row_end (VlgOfficeText *self,
              guint          first,
              gboolean      *is_row)
{
  guint row = paragraph_at (self, first)->row;
  guint end = first + 1;

  *is_row = FALSE;
  while (row != 0 && end < self->paragraphs->len && paragraph_at (self, end)->row == row)
    {
      *is_row |= paragraph_at (self, end)->column != paragraph_at (self, first)->column;
      end++;
    }

  return end;
}

/* Paragraphs @first to before @end under each other. */
static void
add_paragraphs (VlgOfficeText *self,
                Builder       *builder,
                guint          first,
                guint          end)
{
  /* One cell with many paragraphs is a frame around them; one with one may be the row of a table whose other cells are empty. */
  guint row = end - first == 1 ? paragraph_at (self, first)->row : 0;

  for (guint i = first; i < end; i++)
    {
      g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

      split_paragraph (paragraph_at (self, i), pieces);
      for (guint j = 0; j < pieces->len; j++)
        add_line (builder, &g_array_index (pieces, Piece, j), 1, row, j == 0 ? paragraph_at (self, i)->blanks : 0);
    }
}

VlgFormLines *
vlg_office_text_to_lines (VlgOfficeText *self)
{
  Builder builder = { vlg_form_lines_new_empty (NULL), g_string_new (NULL), NULL };
  VlgFormLines *lines = builder.lines;
  guint end;

  builder.offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  lines->rich = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_text_line_free);
  for (guint i = 0; i < self->paragraphs->len; i = end)
    {
      gboolean is_row;

      end = find_row_end (self, i, &is_row);
      if (is_row)
        add_row (self, &builder, i, end);
      else
        add_paragraphs (self, &builder, i, end);
    }

  lines->n_pages = 1;
  lines->buffer = g_string_free (builder.buffer, FALSE);
  for (guint i = 0; i < lines->lines->len; i++)
    {
      VlgFormLine *line = vlg_form_lines_get (lines, i);

      line->text = line->raw = lines->buffer + g_array_index (builder.offsets, gsize, i);
    }
  g_array_unref (builder.offsets);

  return lines;
}
