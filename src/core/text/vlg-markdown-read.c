/* vlg-markdown-read.c — CommonMark taken apart into lines that remember their source
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-markdown-edit.h"
#include "vlg-markdown-read-private.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct {
  const char *source;
  GArray *starts;      /* gsize, the offset of each line of the source, and its length behind the last */
  GPtrArray *lines;    /* VlgTextLine */
  guint64 serial;
} Reader;

static GArray *
find_lines (const char *source)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *p = source;
  gsize offset;

  while (*p != '\0')
    {
      offset = p - source;
      g_array_append_val (starts, offset);
      p += strcspn (p, "\r\n");
      if (p[0] == '\r' && p[1] == '\n')
        p++;
      if (*p != '\0')
        p++;
    }

  offset = p - source;
  g_array_append_val (starts, offset);

  return starts;
}

/* Lines count from 0. */
static gsize
line_start (Reader *self,
            guint   line)
{
  return g_array_index (self->starts, gsize, MIN (line, self->starts->len - 1));
}

static gboolean
line_is_blank (Reader *self,
               guint   line)
{
  const char *text = self->source + line_start (self, line);

  text += strspn (text, " \t");
  return *text == '\0' || *text == '\n' || *text == '\r';
}

static char *
dup_lines (Reader *self,
           guint   from,
           guint   to)
{
  gsize start = line_start (self, from);

  return g_strndup (self->source + start, line_start (self, to) - start);
}

/* Whether the lines hold nothing that shows: definitions of links, empty lines. */
static gboolean
shows_nothing (Reader *self,
               guint   from,
               guint   to)
{
  gsize start = line_start (self, from);
  cmark_node *root = cmark_parse_document (self->source + start, line_start (self, to) - start, CMARK_OPT_DEFAULT);
  gboolean result = cmark_node_first_child (root) == NULL;

  cmark_node_free (root);
  return result;
}

static VlgTextLine *
add_line (Reader      *self,
          VlgLineKind  kind,
          cmark_node  *inlines)
{
  VlgTextLine *line = vlg_text_line_new ();

  line->kind = kind;
  vlg_text_line_read_inlines (line, inlines);
  g_ptr_array_add (self->lines, line);

  return line;
}

static gboolean
has_line_break (cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL; node = cmark_node_next (node))
    {
      if (cmark_node_get_type (node) == CMARK_NODE_LINEBREAK || has_line_break (node))
        return TRUE;
    }

  return FALSE;
}

/* Whether a list holds nothing but paragraphs and lists. */
static gboolean
list_is_plain (cmark_node *list)
{
  for (cmark_node *item = cmark_node_first_child (list); item != NULL; item = cmark_node_next (item))
    {
      for (cmark_node *child = cmark_node_first_child (item); child != NULL; child = cmark_node_next (child))
        {
          if (cmark_node_get_type (child) == CMARK_NODE_LIST ? !list_is_plain (child)
                                                             : cmark_node_get_type (child) != CMARK_NODE_PARAGRAPH)
            return FALSE;
        }
    }

  return TRUE;
}

/* Whether an empty line stands before @node in the source. */
static gboolean
stands_apart (Reader     *self,
              cmark_node *node)
{
  int line = cmark_node_get_start_line (node);

  return line > 1 && line_is_blank (self, line - 2);
}

static char
bullet_of (Reader     *self,
           cmark_node *item)
{
  gsize offset = line_start (self, MAX (cmark_node_get_start_line (item), 1) - 1) + MAX (cmark_node_get_start_column (item), 1) - 1;
  gsize end = line_start (self, cmark_node_get_start_line (item));
  char c = offset < end ? self->source[offset] : '-';

  return c == '*' || c == '+' ? c : '-';
}

static void
add_list (Reader     *self,
          cmark_node *list,
          guint       depth)
{
  gboolean ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  guint start = ordered ? MAX (cmark_node_get_list_start (list), 0) : 1;

  for (cmark_node *item = cmark_node_first_child (list); item != NULL; item = cmark_node_next (item))
    {
      cmark_node *child = cmark_node_first_child (item);
      gboolean begins = child != NULL && cmark_node_get_type (child) == CMARK_NODE_PARAGRAPH;
      VlgTextLine *line = add_line (self, VLG_LINE_ITEM, begins ? child : NULL);

      line->depth = depth;
      line->ordered = ordered;
      line->start = start;
      line->apart = stands_apart (self, item);
      if (!ordered)
        line->mark = bullet_of (self, item);
      else
        line->mark = cmark_node_get_list_delim (list) == CMARK_PAREN_DELIM ? ')' : '.';

      for (child = begins ? cmark_node_next (child) : child; child != NULL; child = cmark_node_next (child))
        {
          if (cmark_node_get_type (child) == CMARK_NODE_LIST)
            {
              add_list (self, child, depth + 1);
              continue;
            }
          line = add_line (self, VLG_LINE_CONTINUATION, child);
          line->depth = depth;
          line->apart = TRUE;
        }
    }
}

static void
add_source_lines (Reader *self,
                  guint   from,
                  guint   to)
{
  g_autofree char *source = dup_lines (self, from, to);
  const char *p = source;
  gboolean first = TRUE;

  if (g_str_has_prefix (p, BYTE_ORDER_MARK))
    p += strlen (BYTE_ORDER_MARK);

  while (first || *p != '\0')
    {
      gsize length = strcspn (p, "\r\n");
      g_autofree char *text = g_strndup (p, length);
      VlgTextLine *line = vlg_text_line_new ();

      vlg_text_line_read_plain (line, text);
      line->kind = VLG_LINE_SOURCE;
      line->apart = first;
      g_ptr_array_add (self->lines, line);

      first = FALSE;
      p += length;
      if (p[0] == '\r' && p[1] == '\n')
        p++;
      if (*p != '\0')
        p++;
    }
}

/* The number of lines at @from that are definitions of links, which the parser counts to the block they stand in front of. */
static guint
skip_definitions (Reader *self,
                  guint   from,
                  guint   to)
{
  guint result = from;
  const char *text = self->source + line_start (self, from);

  if (text[strspn (text, " ")] != '[')
    return from;

  for (guint line = from + 1; line < to && line < from + 64; line++)
    {
      if (line_is_blank (self, line - 1))
        break;
      if (shows_nothing (self, from, line))
        result = line;
    }

  return result;
}

/* A heading is one line with number signs, or ends with its underline. */
static guint
heading_end (Reader *self,
             guint   from,
             guint   to)
{
  const char *text = self->source + line_start (self, from);

  if (g_str_has_prefix (text, BYTE_ORDER_MARK))
    text += strlen (BYTE_ORDER_MARK);
  if (text[strspn (text, " ")] == '#')
    return from + 1;

  for (guint line = from + 1; line < to; line++)
    {
      text = self->source + line_start (self, line);
      text += strspn (text, " ");
      if (*text != '=' && *text != '-')
        continue;
      text += strspn (text, *text == '=' ? "=" : "-");
      text += strspn (text, " \t");
      if (*text == '\0' || *text == '\n' || *text == '\r')
        return line + 1;
    }

  return to;
}

static guint
paragraph_end (Reader *self,
               guint   from,
               guint   to)
{
  guint end = from + 1;

  while (end < to && !line_is_blank (self, end))
    end++;

  return end;
}

static guint
without_blank_lines (Reader *self,
                     guint   from,
                     guint   to)
{
  while (to > from + 1 && line_is_blank (self, to - 1))
    to--;

  return to;
}

/* Adds the lines of @node, whose source are the lines @from to @to. Returns where what shows of it ends. */
static guint
add_block (Reader     *self,
           cmark_node *node,
           guint       from,
           guint       to)
{
  guint end;
  gsize length;

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      end = paragraph_end (self, from, to);
      if (!shows_nothing (self, end, to))
        break;
      add_line (self, VLG_LINE_PARAGRAPH, node);
      return end;

    case CMARK_NODE_HEADING:
      end = heading_end (self, from, to);
      if (has_line_break (node) || !shows_nothing (self, end, to))
        break;
      add_line (self, VLG_LINE_HEADING, node)->level = cmark_node_get_heading_level (node);
      return end;

    case CMARK_NODE_LIST:
      end = without_blank_lines (self, from, CLAMP ((guint) MAX (cmark_node_get_end_line (node), 0), from + 1, to));
      length = line_start (self, end) - line_start (self, from);
      /* A definition inside the list would be lost when the list is written anew. */
      if (!list_is_plain (node) || g_strstr_len (self->source + line_start (self, from), length, "]:") != NULL ||
          !shows_nothing (self, end, to))
        break;
      add_list (self, node, 1);
      return end;

    default:
      break;
    }

  /* Definitions behind it are not part of it; but the parser's end of HTML is too early at times. */
  end = without_blank_lines (self, from, CLAMP ((guint) MAX (cmark_node_get_end_line (node), 0), from + 1, to));
  if (!shows_nothing (self, end, to))
    end = without_blank_lines (self, from, to);
  add_source_lines (self, from, end);
  return end;
}

/* How many bytes of the last line's end stand before @offset. */
static gsize
line_end_length (Reader *self,
                 gsize   offset,
                 gsize   floor)
{
  if (offset <= floor)
    return 0;
  if (self->source[offset - 1] == '\n')
    return offset - 1 > floor && self->source[offset - 2] == '\r' ? 2 : 1;

  return self->source[offset - 1] == '\r' ? 1 : 0;
}

static void
set_source (Reader     *self,
            guint       first_line,
            guint       from,
            guint       to,
            cmark_node *node,
            gboolean    first)
{
  VlgTextSource *source = g_new0 (VlgTextSource, 1);

  g_ref_count_init (&source->ref_count);
  source->serial = self->serial++;
  source->first = first;
  source->last = node == NULL || cmark_node_next (node) == NULL;
  source->n_lines = self->lines->len - first_line;
  source->bytes = dup_lines (self, from, to);
  source->bytes[strlen (source->bytes) - line_end_length (self, line_start (self, to), line_start (self, from))] = '\0';
  for (guint i = first_line; i < self->lines->len; i++)
    ((VlgTextLine *) g_ptr_array_index (self->lines, i))->source = vlg_text_source_ref (source);
  vlg_text_source_unref (source);
}

/* The line after @node: where the next block begins. */
static guint
next_start (Reader     *self,
            cmark_node *node)
{
  cmark_node *next = cmark_node_next (node);

  return next != NULL ? (guint) MAX (cmark_node_get_start_line (next), 1) - 1 : self->starts->len - 1;
}

static void
read_blocks (Reader     *self,
             cmark_node *root)
{
  guint done = 0;

  for (cmark_node *node = cmark_node_first_child (root); node != NULL; node = cmark_node_next (node))
    {
      guint start = MAX (cmark_node_get_start_line (node), 1) - 1;
      guint to = next_start (self, node);
      guint from = skip_definitions (self, start, to);
      guint first_line = self->lines->len;
      guint end = add_block (self, node, from, to);
      VlgTextLine *head = g_ptr_array_index (self->lines, first_line);
      VlgTextLine *tail = g_ptr_array_index (self->lines, self->lines->len - 1);
      gsize line_end;

      /* A block ends with its text; the line end belongs to what separates it from the next. */
      set_source (self, first_line, from, end, node, first_line == 0);
      head->before = dup_lines (self, done, from);
      line_end = line_start (self, end) - line_end_length (self, line_start (self, end), line_start (self, from));
      tail->after = g_strndup (self->source + line_end, line_start (self, to) - line_end);
      done = to;
    }
}

/* Serials of two texts must not meet: a block pasted from another is nobody's neighbour. */
static guint64
reserve_serials (guint count)
{
  static guint64 next = 1;
  guint64 result;
  static GMutex mutex;

  g_mutex_lock (&mutex);
  result = next;
  next += count + 2;
  g_mutex_unlock (&mutex);

  return result;
}

static void
free_line (gpointer line)
{
  vlg_text_line_free (line);
}

GPtrArray *
vlg_text_lines_read (const char *markdown)
{
  Reader self = { 0 };
  g_autofree char *valid = NULL;
  cmark_node *root;

  if (markdown == NULL)
    markdown = "";
  if (!g_utf8_validate (markdown, -1, NULL))
    markdown = valid = g_utf8_make_valid (markdown, -1);

  self.source = markdown;
  self.starts = find_lines (markdown);
  self.lines = g_ptr_array_new_with_free_func (free_line);
  self.serial = reserve_serials (self.starts->len);

  root = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  read_blocks (&self, root);
  cmark_node_free (root);

  if (self.lines->len == 0)
    {
      add_line (&self, VLG_LINE_PARAGRAPH, NULL)->before = g_strdup (markdown);
      set_source (&self, 0, self.starts->len - 1, self.starts->len - 1, NULL, TRUE);
    }

  g_array_unref (self.starts);
  vlg_text_lines_settle (self.lines, 0, self.lines->len, NULL, NULL);

  return self.lines;
}

char *
vlg_markdown_to_html (const char *markdown)
{
  char *html;
  char *result;

  g_return_val_if_fail (markdown != NULL, NULL);

  html = cmark_markdown_to_html (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  result = g_strdup (html);
  free (html);

  return result;
}
