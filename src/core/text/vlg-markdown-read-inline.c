/* vlg-markdown-read-inline.c — the inline part of CommonMark taken apart: text with spans, and what only its source tells
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-markdown-read-private.h"

#include <string.h>

#define PARAGRAPH_SEPARATOR "\xe2\x80\xa9"

/* The text of the line being read. */
typedef struct {
  GString *text;
  GArray *spans;       /* VlgSpan */
  guint strong, emph;
} Inline;

/* What follows a bracket in a reference may not be a target to the parser: no bare brackets, no marks. */
static void
append_escaped (GString    *out,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr ("\\`*_[]<>&!", *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p == '\n' ? ' ' : *p);
    }
}

static void
append_target (GString    *out,
               const char *url)
{
  gboolean angle = *url == '\0' || url[strcspn (url, " \t()<>")] != '\0';

  if (angle)
    g_string_append_c (out, '<');
  for (; *url != '\0'; url++)
    {
      if (strchr ("\\<>", *url) != NULL || (*url == '&' && (g_ascii_isalnum (url[1]) || url[1] == '#') && strchr (url, ';')))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *url);
    }
  if (angle)
    g_string_append_c (out, '>');
}

static void
append_title (GString    *out,
              const char *title)
{
  if (title == NULL || *title == '\0')
    return;

  g_string_append (out, " \"");
  for (; *title != '\0'; title++)
    {
      if (strchr ("\\\"&", *title) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *title == '\n' ? ' ' : *title);
    }
  g_string_append_c (out, '"');
}

static void
append_code (GString    *out,
             const char *code)
{
  gsize longest = 0;
  gsize run = 0;
  gboolean pad;

  for (const char *p = code; *p != '\0'; p++)
    {
      run = *p == '`' ? run + 1 : 0;
      longest = MAX (longest, run);
    }

  pad = code[0] == '`' || (code[0] != '\0' && code[strlen (code) - 1] == '`') ||
        (code[0] == ' ' && code[strlen (code) - 1] == ' ' && code[strspn (code, " ")] != '\0');
  for (gsize i = 0; i <= longest; i++)
    g_string_append_c (out, '`');
  g_string_append_printf (out, "%s%s%s", pad ? " " : "", code, pad ? " " : "");
  for (gsize i = 0; i <= longest; i++)
    g_string_append_c (out, '`');
}

/* Whether a link is written as its own address between angle brackets. */
static gboolean
is_autolink (cmark_node *node)
{
  cmark_node *child = cmark_node_first_child (node);
  const char *url = cmark_node_get_url (node);
  const char *title = cmark_node_get_title (node);
  const char *text;

  if (child == NULL || cmark_node_next (child) != NULL || cmark_node_get_type (child) != CMARK_NODE_TEXT)
    return FALSE;
  if ((title != NULL && *title != '\0') || strpbrk (url, " <>") != NULL)
    return FALSE;

  text = cmark_node_get_literal (child);
  if (g_str_has_prefix (url, "mailto:") && strcmp (url + strlen ("mailto:"), text) == 0)
    return strchr (text, '@') != NULL;

  return strcmp (url, text) == 0 && strchr (url, ':') != NULL;
}

/* Writes an inline node and what is in it as CommonMark of its own, whatever form it had in the source: a reference becomes a link with its target. */
static void
append_node (GString    *out,
             cmark_node *node)
{
  const char *around = "";

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      append_escaped (out, cmark_node_get_literal (node));
      return;
    case CMARK_NODE_CODE:
      append_code (out, cmark_node_get_literal (node));
      return;
    case CMARK_NODE_HTML_INLINE:
      g_string_append (out, cmark_node_get_literal (node));
      return;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (out, ' ');
      return;
    case CMARK_NODE_STRONG:
      around = "**";
      break;
    case CMARK_NODE_EMPH:
      around = "*";
      break;
    case CMARK_NODE_LINK:
      if (is_autolink (node))
        {
          g_string_append_printf (out, "<%s>", cmark_node_get_literal (cmark_node_first_child (node)));
          return;
        }
      g_string_append_c (out, '[');
      break;
    case CMARK_NODE_IMAGE:
      g_string_append (out, "![");
      break;
    default:
      break;
    }

  g_string_append (out, around);
  for (cmark_node *child = cmark_node_first_child (node); child != NULL; child = cmark_node_next (child))
    append_node (out, child);
  g_string_append (out, around);

  if (cmark_node_get_type (node) != CMARK_NODE_LINK && cmark_node_get_type (node) != CMARK_NODE_IMAGE)
    return;

  g_string_append (out, "](");
  append_target (out, cmark_node_get_url (node));
  append_title (out, cmark_node_get_title (node));
  g_string_append_c (out, ')');
}

/* Appends @text, in which nothing may end a line of a text view. */
static void
add_text (Inline       *self,
          const char   *text,
          VlgSpanStyle  extra)
{
  VlgSpanStyle style = extra;
  guint start = self->text->len;
  VlgSpan *last;

  if (self->strong > 0)
    style |= VLG_SPAN_STRONG;
  if (self->emph > 0)
    style |= VLG_SPAN_EMPH;

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\r\n\xe2");

      g_string_append_len (self->text, text, length);
      text += length;
      if (g_str_has_prefix (text, PARAGRAPH_SEPARATOR))
        {
          g_string_append (self->text, VLG_LINE_BREAK);
          text += strlen (PARAGRAPH_SEPARATOR);
        }
      else if (*text != '\0')
        {
          g_string_append_c (self->text, *text == '\n' || *text == '\r' ? ' ' : *text);
          text++;
        }
    }

  if (style == VLG_SPAN_PLAIN || self->text->len == start)
    return;

  last = self->spans->len > 0 ? &g_array_index (self->spans, VlgSpan, self->spans->len - 1) : NULL;
  if (last != NULL && last->style == style && last->start + last->length == start)
    last->length += self->text->len - start;
  else
    g_array_append_vals (self->spans, &(VlgSpan) { start, self->text->len - start, style }, 1);
}

static void
add_inlines (Inline     *self,
             cmark_node *parent)
{
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL; node = cmark_node_next (node))
    {
      g_autoptr(GString) source = NULL;

      switch ((int) cmark_node_get_type (node))
        {
        case CMARK_NODE_TEXT:
          add_text (self, cmark_node_get_literal (node), VLG_SPAN_PLAIN);
          break;
        case CMARK_NODE_SOFTBREAK:
          add_text (self, " ", VLG_SPAN_PLAIN);
          break;
        case CMARK_NODE_LINEBREAK:
          add_text (self, VLG_LINE_BREAK, VLG_SPAN_PLAIN);
          break;
        case CMARK_NODE_STRONG:
          self->strong++;
          add_inlines (self, node);
          self->strong--;
          break;
        case CMARK_NODE_EMPH:
          self->emph++;
          add_inlines (self, node);
          self->emph--;
          break;
        default:
          source = g_string_new (NULL);
          append_node (source, node);
          add_text (self, source->str, VLG_SPAN_SOURCE);
          break;
        }
    }
}

void
vlg_text_line_read_inlines (VlgTextLine *line,
                            cmark_node  *parent)
{
  Inline inlines = { 0 };

  inlines.text = g_string_new (NULL);
  inlines.spans = g_array_new (FALSE, FALSE, sizeof (VlgSpan));
  if (parent != NULL)
    add_inlines (&inlines, parent);
  vlg_text_line_take_text (line, g_string_free (inlines.text, FALSE), NULL, 0);
  line->n_spans = inlines.spans->len;
  line->spans = (VlgSpan *) g_array_free (inlines.spans, inlines.spans->len == 0);
}

void
vlg_text_line_read_plain (VlgTextLine *line,
                          const char  *text)
{
  Inline inlines = { g_string_new (NULL) };

  add_text (&inlines, text, VLG_SPAN_PLAIN);
  vlg_text_line_take_text (line, g_string_free (inlines.text, FALSE), NULL, 0);
}
