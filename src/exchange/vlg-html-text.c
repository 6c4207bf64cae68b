/* vlg-html-text.c — HTML from a clipboard or an office file as CommonMark
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-html-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "vlg-markdown-edit.h"

#define MAX_DEPTH 9

/* A list around what is being read. */
typedef struct {
  gboolean ordered;
  guint start;
} List;

typedef struct {
  GPtrArray *lines;       /* VlgTextLine */
  GArray *lists;          /* List, outermost first */
  GString *text;          /* of the line being read */
  GArray *spans;          /* VlgSpan */
  gboolean bold, italic;
  gboolean preformatted;
  guint heading;
  gboolean item_begins;   /* the next line is the first of an item */
  guint office_level;     /* of a paragraph that an office program calls an item, or 0 */
  GString *office_marker;
} Reader;

static const char *const hidden[] = {
  "head", "style", "script", "title", "meta", "link", "template", "noscript", "svg", "math", "object", "iframe", "select", "textarea", "input", "img",
  "xml", "audio", "video", "canvas", "map", "colgroup", NULL,
};

static const char *const containers[] = {
  "p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "blockquote", "address", "figure", "figcaption", "dl", "dt", "dd", "center",
  "form", "fieldset", "legend", "caption", "body", "html", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "details", "summary", NULL,
};

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != 0x200b && c != 0xfeff)
        return FALSE;
    }

  return TRUE;
}

static void
add (Reader     *self,
     const char *text,
     gsize       length)
{
  VlgSpanStyle style = VLG_SPAN_PLAIN;
  guint start = self->text->len;
  VlgSpan *last;

  if (self->bold && self->heading == 0)
    style |= VLG_SPAN_STRONG;
  if (self->italic)
    style |= VLG_SPAN_EMPH;

  g_string_append_len (self->text, text, length);
  if (style == VLG_SPAN_PLAIN || length == 0)
    return;

  last = self->spans->len > 0 ? &g_array_index (self->spans, VlgSpan, self->spans->len - 1) : NULL;
  if (last != NULL && last->style == style && last->start + last->length == start)
    last->length += length;
  else
    g_array_append_vals (self->spans, &(VlgSpan) { start, length, style }, 1);
}

static void
add_break (Reader *self)
{
  if (self->text->len > 0)
    add (self, VLG_LINE_BREAK, strlen (VLG_LINE_BREAK));
}

/* Runs of white space are one blank, and none at the beginning of a line. */
static void
add_text (Reader     *self,
          const char *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, " \t\r\n\f\xe2");

      add (self, text, length);
      text += length;
      if (self->preformatted && *text == '\n')
        {
          add_break (self);
          text++;
          continue;
        }
      if (*text == '\xe2')
        {
          /* Separators of lines and paragraphs would end the line. */
          if (g_str_has_prefix (text, "\xe2\x80\xa8") || g_str_has_prefix (text, "\xe2\x80\xa9"))
            {
              add_break (self);
              text += 3;
              continue;
            }
          add (self, text, 1);
          text++;
          continue;
        }
      if (*text != '\0')
        {
          gboolean at_start = self->text->len == 0 || g_str_has_suffix (self->text->str, VLG_LINE_BREAK);
          gboolean after_blank = self->text->len > 0 && self->text->str[self->text->len - 1] == ' ';

          text += self->preformatted ? 1 : strspn (text, " \t\r\n\f");
          if (!at_start && (!after_blank || self->preformatted))
            add (self, " ", 1);
        }
    }
}

/* What a list of an office program writes before an item: a number or a letter with a full stop or bracket, or a bullet. */
static gboolean
marker_is_ordered (const char *marker)
{
  const char *p = marker;

  while (*p == ' ' || g_str_has_prefix (p, "\xc2\xa0"))
    p += *p == ' ' ? 1 : 2;
  if (!g_ascii_isalnum (*p))
    return FALSE;
  while (g_ascii_isalnum (*p) || (*p == '.' && g_ascii_isalnum (p[1])))
    p++;

  return *p == '.' || *p == ')';
}

static void
set_item (Reader      *self,
          VlgTextLine *line,
          guint        depth,
          gboolean     ordered,
          guint        start)
{
  line->kind = self->item_begins || self->office_level > 0 ? VLG_LINE_ITEM : VLG_LINE_CONTINUATION;
  line->depth = MIN (depth, MAX_DEPTH);
  line->ordered = ordered;
  line->mark = ordered ? '.' : '-';
  line->start = start;
  self->item_begins = FALSE;
}

/* Ends the line being read. */
static void
flush (Reader *self)
{
  VlgTextLine *line;
  guint n_spans = self->spans->len;

  if (is_blank (self->text->str))
    {
      g_string_truncate (self->text, 0);
      g_array_set_size (self->spans, 0);
      return;
    }

  line = vlg_text_line_new ();
  vlg_text_line_take_text (line, g_strdup (self->text->str), n_spans > 0 ? g_memdup2 (self->spans->data, n_spans * sizeof (VlgSpan)) : NULL, n_spans);
  if (self->office_level > 0)
    {
      set_item (self, line, self->office_level, marker_is_ordered (self->office_marker->str), 1);
    }
  else if (self->lists->len > 0)
    {
      List *list = &g_array_index (self->lists, List, self->lists->len - 1);

      set_item (self, line, self->lists->len, list->ordered, list->start);
    }
  else if (self->heading > 0)
    {
      line->kind = VLG_LINE_HEADING;
      line->level = self->heading;
    }
  g_ptr_array_add (self->lines, line);

  g_string_truncate (self->text, 0);
  g_array_set_size (self->spans, 0);
}

/* The value of a declaration in a style attribute, in lower case, or NULL. Caller owns. */
static char *
get_declaration (const char *style,
                 const char *name)
{
  g_auto (GStrv) declarations = g_strsplit (style, ";", -1);

  for (guint i = 0; declarations[i] != NULL; i++)
    {
      char *colon = strchr (declarations[i], ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      if (g_ascii_strcasecmp (g_strstrip (declarations[i]), name) == 0)
        return g_ascii_strdown (g_strstrip (colon + 1), -1);
    }

  return NULL;
}

static void
apply_style (Reader     *self,
             const char *style)
{
  g_autofree char *weight = get_declaration (style, "font-weight");
  g_autofree char *slant = get_declaration (style, "font-style");

  if (weight != NULL && (g_str_has_prefix (weight, "bold") || g_ascii_strtoull (weight, NULL, 10) >= 600))
    self->bold = TRUE;
  else if (weight != NULL && (g_str_has_prefix (weight, "normal") || g_ascii_isdigit (*weight)))
    self->bold = FALSE;

  if (slant != NULL && (g_str_has_prefix (slant, "italic") || g_str_has_prefix (slant, "oblique")))
    self->italic = TRUE;
  else if (slant != NULL && g_str_has_prefix (slant, "normal"))
    self->italic = FALSE;
}

static gboolean
style_hides (const char *style)
{
  g_autofree char *display = get_declaration (style, "display");
  g_autofree char *hide = get_declaration (style, "mso-hide");

  return (display != NULL && g_str_has_prefix (display, "none")) || g_strcmp0 (hide, "all") == 0;
}

/* "mso-list: l0 level2 lfo1": the level, or 0. */
static guint
office_level (const char *style)
{
  g_autofree char *list = get_declaration (style, "mso-list");
  const char *level = list != NULL ? strstr (list, "level") : NULL;

  return level != NULL ? CLAMP (g_ascii_strtoull (level + strlen ("level"), NULL, 10), 1, MAX_DEPTH) : 0;
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *result = g_strdup ((const char *) value);

  xmlFree (value);
  return result;
}

static void walk (Reader *self, xmlNode *node);

static void
walk_children (Reader  *self,
               xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    walk (self, child);
}

static void
walk_list (Reader  *self,
           xmlNode *node,
           gboolean ordered)
{
  g_autofree char *start = dup_attribute (node, "start");
  List list = { ordered, 1 };

  if (start != NULL && ordered)
    list.start = CLAMP (g_ascii_strtoll (start, NULL, 10), 0, 999999);

  flush (self);
  g_array_append_val (self->lists, list);
  self->item_begins = TRUE;
  walk_children (self, node);
  flush (self);
  g_array_set_size (self->lists, self->lists->len - 1);
  /* What follows in the item around the list goes on with that item. */
  self->item_begins = FALSE;
}

static void
walk_block (Reader     *self,
            xmlNode    *node,
            const char *name)
{
  guint heading = self->heading;
  gboolean preformatted = self->preformatted;

  flush (self);
  if (g_str_equal (name, "li"))
    self->item_begins = TRUE;
  if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0')
    self->heading = name[1] - '0';
  if (g_str_equal (name, "pre"))
    self->preformatted = TRUE;
  walk_children (self, node);
  flush (self);
  self->heading = heading;
  self->preformatted = preformatted;
}

static void
walk_element (Reader     *self,
              xmlNode    *node,
              const char *name)
{
  if (g_str_equal (name, "ol"))
    walk_list (self, node, TRUE);
  else if (g_str_equal (name, "ul") || g_str_equal (name, "menu") || g_str_equal (name, "dir"))
    walk_list (self, node, FALSE);
  else if (g_str_equal (name, "br"))
    add_break (self);
  else if (g_str_equal (name, "hr"))
    flush (self);
  else if (g_strv_contains (containers, name) || g_str_equal (name, "li") || g_str_equal (name, "pre") ||
           (name[0] == 'h' && g_ascii_isdigit (name[1]) && name[2] == '\0'))
    walk_block (self, node, name);
  else
    walk_children (self, node);
}

static void
append_content (GString *out,
                xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);

  g_string_append (out, (const char *) content);
  xmlFree (content);
}

static void
walk (Reader  *self,
      xmlNode *node)
{
  g_autofree char *name = NULL;
  g_autofree char *style = NULL;
  gboolean bold = self->bold;
  gboolean italic = self->italic;
  guint level;

  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE || node->type == XML_ENTITY_REF_NODE)
    {
      if (node->content != NULL)
        add_text (self, (const char *) node->content);
      return;
    }
  if (node->type != XML_ELEMENT_NODE)
    return;

  name = g_ascii_strdown ((const char *) node->name, -1);
  style = dup_attribute (node, "style");
  if (g_strv_contains (hidden, name) || (style != NULL && style_hides (style)))
    return;
  if (style != NULL)
    {
      g_autofree char *list = get_declaration (style, "mso-list");

      if (g_strcmp0 (list, "ignore") == 0)
        {
          append_content (self->office_marker, node);
          return;
        }
    }

  if (g_str_equal (name, "b") || g_str_equal (name, "strong"))
    self->bold = TRUE;
  else if (g_str_equal (name, "i") || g_str_equal (name, "em"))
    self->italic = TRUE;
  if (style != NULL)
    apply_style (self, style);

  level = style != NULL && g_str_equal (name, "p") ? office_level (style) : 0;
  if (level > 0)
    {
      flush (self);
      self->office_level = level;
      g_string_truncate (self->office_marker, 0);
    }
  walk_element (self, node, name);
  if (level > 0)
    self->office_level = 0;

  self->bold = bold;
  self->italic = italic;
}

/* @html in UTF-8. Caller owns. */
static char *
decode (const char *html,
        gsize       length)
{
  const guchar *bytes = (const guchar *) html;
  const char *charset = "WINDOWS-1252";
  char *result = NULL;

  if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    charset = "UTF-16LE";
  else if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    charset = "UTF-16BE";
  else
    {
      const char *end = memchr (html, '\0', length);

      /* Some end it like a string. */
      if (end != NULL)
        length = end - html;
      if (g_utf8_validate (html, length, NULL))
        return g_strndup (html, length);
    }

  if (g_str_has_prefix (charset, "UTF-16"))
    result = g_convert (html + 2, (length - 2) & ~(gsize) 1, "UTF-8", charset, NULL, NULL, NULL);
  else
    result = g_convert_with_fallback (html, length, "UTF-8", charset, "?", NULL, NULL, NULL);

  return result != NULL ? result : g_utf8_make_valid (html, length);
}

/* "<![if …]>" and "<![endif]>", which office programs write around what others shall see, become comments. Within a comment they end it. */
static void
hide_conditions (char *html)
{
  for (char *p = strstr (html, "<!["); p != NULL; p = strstr (p, "<!["))
    {
      char *end = strchr (p, '>');

      if (end == NULL)
        return;
      if (end[-1] != '-' && end - p >= 6)
        {
          memset (p + 4, 'x', end - p - 6);
          memcpy (p + 2, "--", 2);
          memcpy (end - 2, "--", 2);
        }
      p = end;
    }
}

static void
free_line (gpointer line)
{
  vlg_text_line_free (line);
}

char *
vlg_html_to_markdown (const char *html,
                      gsize       length)
{
  g_autofree char *decoded = NULL;
  Reader self = { 0 };
  htmlDocPtr document;
  char *result;

  g_return_val_if_fail (html != NULL || length == 0, NULL);

  decoded = decode (html != NULL ? html : "", length);
  hide_conditions (decoded);
  document = strlen (decoded) <= G_MAXINT ? htmlReadMemory (decoded, strlen (decoded), NULL, "UTF-8",
                                                            HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET)
                                          : NULL;
  if (document == NULL)
    return g_strdup ("");

  self.lines = g_ptr_array_new_with_free_func (free_line);
  self.lists = g_array_new (FALSE, FALSE, sizeof (List));
  self.text = g_string_new (NULL);
  self.spans = g_array_new (FALSE, FALSE, sizeof (VlgSpan));
  self.office_marker = g_string_new (NULL);

  if (xmlDocGetRootElement (document) != NULL)
    walk (&self, xmlDocGetRootElement (document));
  flush (&self);
  xmlFreeDoc (document);

  vlg_text_lines_settle (self.lines, 0, self.lines->len, NULL, NULL);
  result = vlg_text_lines_write (self.lines, NULL, NULL);

  g_ptr_array_unref (self.lines);
  g_array_unref (self.lists);
  g_string_free (self.text, TRUE);
  g_array_unref (self.spans);
  g_string_free (self.office_marker, TRUE);

  return result;
}
