/* vlg-document.c — the CommonMark block model every layer shares
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-document.h"

#include <cmark.h>
#include <string.h>

struct _VlgDocument {
  /* owned */
  GArray *blocks;  /* VlgTextBlock */
};

G_DEFINE_BOXED_TYPE (VlgDocument, vlg_document, vlg_document_ref, vlg_document_unref)

/* One list around the node being visited. */
typedef struct {
  gboolean ordered;
  int next;
  char delimiter;
} ListLevel;

/* What is known while the tree of cmark is walked into the array of blocks. */
typedef struct {
  GArray *blocks;      /* borrowed */
  GArray *lists;       /* ListLevel, outermost first */
  GString *text;       /* of the block being built */
  GArray *spans;       /* VlgSpan of the block being built */
  char *marker;        /* of an item that has no block yet */
  gboolean ordered;    /* of that item */
  cmark_node *item;    /* that item */
  guint quotes;
  guint strong;
  guint emph;
} Flattener;

static void
block_clear (gpointer data)
{
  VlgTextBlock *block = data;

  g_free (block->marker);
  g_free (block->text);
  g_free (block->spans);
}

static void
add_text (Flattener    *self,
          const char   *text,
          gsize         length,
          VlgSpanStyle  extra)
{
  VlgSpanStyle style = extra;
  guint start = self->text->len;

  if (length == 0)
    return;

  if (self->strong > 0)
    style |= VLG_SPAN_STRONG;
  if (self->emph > 0)
    style |= VLG_SPAN_EMPH;
  g_string_append_len (self->text, text, length);

  if (style == VLG_SPAN_PLAIN)
    return;

  if (self->spans->len > 0)
    {
      VlgSpan *last = &g_array_index (self->spans, VlgSpan, self->spans->len - 1);

      if (last->style == style && last->start + last->length == start)
        {
          last->length += length;
          return;
        }
    }

  g_array_append_vals (self->spans, &(VlgSpan) { start, length, style }, 1);
}

/* HTML inside a paragraph may run over a line end, which is no break there. */
static void
add_inline_html (Flattener  *self,
                 const char *html)
{
  g_autofree char *copy = g_strdup (html);

  g_strdelimit (copy, "\n", ' ');
  add_text (self, copy, strlen (copy), VLG_SPAN_PLAIN);
}

static void
finish_block (Flattener    *self,
              cmark_node   *node,
              VlgBlockType  type)
{
  VlgTextBlock block = { 0 };

  block.type = type;
  block.level = type == VLG_BLOCK_HEADING ? cmark_node_get_heading_level (node) : 0;
  block.depth = self->lists->len;
  if (type == VLG_BLOCK_LIST_ITEM)
    {
      block.marker = g_steal_pointer (&self->marker);
      block.ordered = self->ordered;
    }
  block.text = g_strndup (self->text->str, self->text->len);
  block.n_spans = self->spans->len;
  if (self->spans->len > 0)
    block.spans = g_memdup2 (self->spans->data, self->spans->len * sizeof (VlgSpan));
  block.source_start = MAX (cmark_node_get_start_line (node), 0);
  block.source_end = MAX (cmark_node_get_end_line (node), 0);
  g_array_append_val (self->blocks, block);

  g_string_truncate (self->text, 0);
  g_array_set_size (self->spans, 0);
}

/* An item that does not begin with a paragraph prints its marker on a line of its own. */
static void
flush_item (Flattener *self)
{
  if (self->marker != NULL)
    finish_block (self, self->item, VLG_BLOCK_LIST_ITEM);
}

static void
enter_list (Flattener  *self,
            cmark_node *node)
{
  ListLevel level = { 0 };

  level.ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
  level.next = cmark_node_get_list_start (node);
  level.delimiter = cmark_node_get_list_delim (node) == CMARK_PAREN_DELIM ? ')' : '.';
  flush_item (self);
  g_array_append_val (self->lists, level);
}

static void
enter_item (Flattener  *self,
            cmark_node *node)
{
  ListLevel *level = &g_array_index (self->lists, ListLevel, self->lists->len - 1);

  self->marker = level->ordered ? g_strdup_printf ("%d%c", level->next++, level->delimiter) : g_strdup ("•");
  self->ordered = level->ordered;
  self->item = node;
}

/* A literal block: code, or HTML, which this program shows as it is written. */
static void
add_literal_block (Flattener    *self,
                   cmark_node   *node,
                   VlgBlockType  type)
{
  const char *literal = cmark_node_get_literal (node);
  gsize length = literal != NULL ? strlen (literal) : 0;

  flush_item (self);
  if (length > 0 && literal[length - 1] == '\n')
    length--;
  if (length > 0)
    g_string_append_len (self->text, literal, length);
  finish_block (self, node, type);
}

static void
visit_inline (Flattener  *self,
              cmark_node *node)
{
  const char *literal;

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      literal = cmark_node_get_literal (node);
      add_text (self, literal, strlen (literal), VLG_SPAN_PLAIN);
      break;
    case CMARK_NODE_CODE:
      literal = cmark_node_get_literal (node);
      add_text (self, literal, strlen (literal), VLG_SPAN_CODE);
      break;
    case CMARK_NODE_HTML_INLINE:
      add_inline_html (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      add_text (self, " ", 1, VLG_SPAN_PLAIN);
      break;
    case CMARK_NODE_LINEBREAK:
      add_text (self, "\n", 1, VLG_SPAN_PLAIN);
      break;
    case CMARK_NODE_STRONG:
      self->strong++;
      break;
    case CMARK_NODE_EMPH:
      self->emph++;
      break;
    default:
      break;
    }
}

static void
visit_enter (Flattener  *self,
             cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_LIST:
      enter_list (self, node);
      break;
    case CMARK_NODE_ITEM:
      enter_item (self, node);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      flush_item (self);
      self->quotes++;
      break;
    case CMARK_NODE_HEADING:
      flush_item (self);
      break;
    case CMARK_NODE_CODE_BLOCK:
      add_literal_block (self, node, VLG_BLOCK_CODE);
      break;
    case CMARK_NODE_HTML_BLOCK:
      add_literal_block (self, node, self->quotes > 0 ? VLG_BLOCK_QUOTE : VLG_BLOCK_PARAGRAPH);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      flush_item (self);
      finish_block (self, node, VLG_BLOCK_RULE);
      break;
    default:
      visit_inline (self, node);
      break;
    }
}

static void
visit_exit (Flattener  *self,
            cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_LIST:
      g_array_set_size (self->lists, self->lists->len - 1);
      break;
    case CMARK_NODE_ITEM:
      flush_item (self);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      self->quotes--;
      break;
    case CMARK_NODE_PARAGRAPH:
      finish_block (self, node, self->marker != NULL ? VLG_BLOCK_LIST_ITEM
                                : self->quotes > 0   ? VLG_BLOCK_QUOTE
                                                     : VLG_BLOCK_PARAGRAPH);
      break;
    case CMARK_NODE_HEADING:
      finish_block (self, node, VLG_BLOCK_HEADING);
      break;
    case CMARK_NODE_STRONG:
      self->strong--;
      break;
    case CMARK_NODE_EMPH:
      self->emph--;
      break;
    default:
      break;
    }
}

static void
flatten (GArray     *blocks,
         cmark_node *root)
{
  Flattener self = { .blocks = blocks };
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;

  self.lists = g_array_new (FALSE, FALSE, sizeof (ListLevel));
  self.text = g_string_new (NULL);
  self.spans = g_array_new (FALSE, FALSE, sizeof (VlgSpan));

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      if (event == CMARK_EVENT_ENTER)
        visit_enter (&self, cmark_iter_get_node (iter));
      else
        visit_exit (&self, cmark_iter_get_node (iter));
    }

  cmark_iter_free (iter);
  g_array_unref (self.lists);
  g_string_free (self.text, TRUE);
  g_array_unref (self.spans);
}

static void
document_clear (gpointer data)
{
  VlgDocument *self = data;

  g_array_unref (self->blocks);
}

VlgDocument *
vlg_document_new (const char *markdown)
{
  VlgDocument *self = g_atomic_rc_box_new0 (VlgDocument);
  g_autofree char *valid = NULL;
  cmark_node *root;

  self->blocks = g_array_new (FALSE, FALSE, sizeof (VlgTextBlock));
  g_array_set_clear_func (self->blocks, block_clear);
  if (markdown == NULL || *markdown == '\0')
    return self;

  if (!g_utf8_validate (markdown, -1, NULL))
    markdown = valid = g_utf8_make_valid (markdown, -1);

  root = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_DEFAULT);
  flatten (self->blocks, root);
  cmark_node_free (root);

  return self;
}

VlgDocument *
vlg_document_ref (VlgDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
vlg_document_unref (VlgDocument *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, document_clear);
}

guint
vlg_document_get_n_blocks (VlgDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

const VlgTextBlock *
vlg_document_get_block (VlgDocument *self,
                        guint        index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return &g_array_index (self->blocks, VlgTextBlock, index);
}

char *
vlg_document_to_plain (VlgDocument *self)
{
  GString *plain;

  g_return_val_if_fail (self != NULL, NULL);

  plain = g_string_new (NULL);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const VlgTextBlock *block = &g_array_index (self->blocks, VlgTextBlock, i);

      if (block->marker == NULL && *block->text == '\0')
        continue;

      if (plain->len > 0)
        g_string_append_c (plain, '\n');
      if (block->marker != NULL)
        {
          g_string_append (plain, block->marker);
          if (*block->text != '\0')
            g_string_append_c (plain, ' ');
        }
      g_string_append (plain, block->text);
    }

  return g_string_free (plain, FALSE);
}

char *
vlg_markdown_to_plain (const char *markdown)
{
  g_autoptr(VlgDocument) document = vlg_document_new (markdown);

  return vlg_document_to_plain (document);
}
