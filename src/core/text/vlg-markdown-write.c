/* vlg-markdown-write.c — lines put together to CommonMark, with their source where they have it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-markdown-edit.h"

#include <cmark.h>
#include <string.h>

enum { STATE_HEADING = 1 << 0, STATE_BRACKETS = 1 << 1, STATE_WRITTEN = 1 << 2 };

/* One list around the line being written. */
typedef struct {
  gboolean ordered;
  char mark;
  guint number;
  guint content;  /* columns before the text of its items */
} Level;

/* Lines that are written together. */
typedef struct {
  guint from, to;
  gboolean verbatim;  /* as their source */
} Group;

typedef struct {
  GPtrArray *lines;
  VlgTextLineFunc fetch;
  gpointer user_data;
  gboolean brackets;
  GString *out;
  /* of what was written last */
  VlgTextSource *source;   /* NULL if it was written anew */
  gboolean wrote_list;
  gboolean wrote_source;   /* a SOURCE block, which began at */
  gsize source_start;
  GString *gap;            /* what stood behind it */
} Writer;

static VlgTextLine *
get_line (GPtrArray *lines,
          guint      index)
{
  return g_ptr_array_index (lines, index);
}

static gboolean
is_blank_text (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

void
vlg_text_lines_whole (GPtrArray *lines,
                      guint     *from,
                      guint     *to)
{
  g_return_if_fail (lines != NULL && from != NULL && to != NULL);

  while (*from > 0 && *from < lines->len && get_line (lines, *from)->source != NULL &&
         get_line (lines, *from - 1)->source == get_line (lines, *from)->source)
    (*from)--;
  while (*to > 0 && *to < lines->len && get_line (lines, *to)->source != NULL &&
         get_line (lines, *to - 1)->source == get_line (lines, *to)->source)
    (*to)++;
}

void
vlg_text_lines_touch (GPtrArray *lines,
                      guint      from,
                      guint      to)
{
  g_return_if_fail (lines != NULL);

  vlg_text_lines_whole (lines, &from, &to);
  for (guint i = from; i < to && i < lines->len; i++)
    g_clear_pointer (&get_line (lines, i)->source, vlg_text_source_unref);
}

/* The level the item @line belongs to, below @levels; NULL if it begins a list. */
static Level *
level_of (GArray            *levels,
          const VlgTextLine *line)
{
  Level *level;

  if (levels->len < line->depth)
    return NULL;

  g_array_set_size (levels, line->depth);
  level = &g_array_index (levels, Level, line->depth - 1);
  if (level->ordered == line->ordered && (level->mark == line->mark || !line->ordered))
    return level;

  g_array_set_size (levels, line->depth - 1);
  return NULL;
}

static void
settle_line (GPtrArray       *lines,
             guint            index,
             GArray          *levels,
             VlgTextLineFunc  change,
             gpointer         user_data)
{
  VlgTextLine *line = get_line (lines, index);
  guint deepest = line->kind == VLG_LINE_ITEM ? levels->len + 1 : levels->len;
  Level *level;

  if (line->depth > deepest || line->depth == 0)
    {
      if (change != NULL)
        change (lines, index, user_data);
      line->depth = line->kind == VLG_LINE_ITEM ? CLAMP (line->depth, 1, deepest) : deepest;
      if (line->depth == 0)
        line->kind = VLG_LINE_PARAGRAPH;
    }

  if (line->kind != VLG_LINE_ITEM)
    {
      g_array_set_size (levels, line->depth);
      return;
    }

  level = level_of (levels, line);
  if (level == NULL)
    g_array_append_vals (levels, &(Level) { line->ordered, line->mark, line->start, 0 }, 1);
  else
    level->number++;
  line->number = g_array_index (levels, Level, line->depth - 1).number;
}

void
vlg_text_lines_settle (GPtrArray       *lines,
                       guint            from,
                       guint            to,
                       VlgTextLineFunc  change,
                       gpointer         user_data)
{
  g_autoptr(GArray) levels = NULL;

  g_return_if_fail (lines != NULL);

  while (from > 0 && vlg_text_line_in_list (get_line (lines, from - 1)))
    from--;
  while (to < lines->len && vlg_text_line_in_list (get_line (lines, to)))
    to++;

  levels = g_array_new (FALSE, FALSE, sizeof (Level));
  for (guint i = from; i < to && i < lines->len; i++)
    {
      if (vlg_text_line_in_list (get_line (lines, i)))
        settle_line (lines, i, levels, change, user_data);
      if (!vlg_text_line_in_list (get_line (lines, i)))
        g_array_set_size (levels, 0);
    }
}

static const char *
text_of (Writer *self,
         guint   index)
{
  VlgTextLine *line = get_line (self->lines, index);

  if (line->text == NULL && self->fetch != NULL)
    self->fetch (self->lines, index, self->user_data);

  return line->text != NULL ? line->text : "";
}

static const char *
inline_of (Writer *self,
           guint   index)
{
  VlgTextLine *line = get_line (self->lines, index);
  guint state = STATE_WRITTEN;

  if (line->kind == VLG_LINE_HEADING)
    state |= STATE_HEADING;
  if (self->brackets)
    state |= STATE_BRACKETS;

  if (line->markdown == NULL || line->markdown_state != state)
    {
      const char *text = text_of (self, index);

      g_free (line->markdown);
      line->markdown = vlg_markdown_write_inline (text, line->spans, line->n_spans, line->kind == VLG_LINE_HEADING, self->brackets);
      line->markdown_state = state;
    }

  return line->markdown;
}

static void
append_indent (GString *out,
               guint    columns)
{
  for (guint i = 0; i < columns; i++)
    g_string_append_c (out, ' ');
}

static void
append_indented (GString    *out,
                 const char *text,
                 guint       columns)
{
  for (; *text != '\0'; text++)
    {
      g_string_append_c (out, *text);
      if (*text == '\n')
        append_indent (out, columns);
    }
}

/* What separates the list line @index from the one before it. */
static const char *
list_separator (Writer   *self,
                guint     index,
                gboolean  begins,
                gboolean  empty,
                gboolean  after_empty)
{
  VlgTextLine *line = get_line (self->lines, index);
  VlgTextLine *before = get_line (self->lines, index - 1);
  gboolean deeper = line->depth > before->depth;

  /* An empty line behind an empty item would end it. */
  if (after_empty && deeper)
    return "\n";
  if (line->kind == VLG_LINE_CONTINUATION || line->apart)
    return "\n\n";
  /* What cannot interrupt a paragraph, and a list that follows another. */
  if (begins && (!deeper || empty || (line->ordered && line->start != 1)))
    return "\n\n";

  return "\n";
}

/* Writes the lines of one or more lists. */
static void
write_list (Writer *self,
            guint   from,
            guint   to)
{
  g_autoptr(GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  gboolean after_empty = FALSE;

  for (guint i = from; i < to; i++)
    {
      VlgTextLine *line = get_line (self->lines, i);
      const char *text = inline_of (self, i);
      g_autofree char *marker = NULL;
      Level *level;
      guint indent;

      if (line->kind == VLG_LINE_CONTINUATION)
        {
          guint content;

          g_array_set_size (levels, MIN (line->depth, levels->len));
          if (*text == '\0' || levels->len == 0)
            continue;
          content = g_array_index (levels, Level, levels->len - 1).content;
          if (after_empty && get_line (self->lines, i - 1)->depth == line->depth)
            {
              g_string_append_c (self->out, ' ');
            }
          else
            {
              g_string_append (self->out, "\n\n");
              append_indent (self->out, content);
            }
          append_indented (self->out, text, content);
          after_empty = FALSE;
          continue;
        }

      level = level_of (levels, line);
      indent = line->depth > 1 && levels->len >= line->depth - 1 ? g_array_index (levels, Level, line->depth - 2).content : 0;
      if (i > from)
        g_string_append (self->out, list_separator (self, i, level == NULL, *text == '\0', after_empty));
      if (level == NULL)
        {
          g_array_append_vals (levels, &(Level) { line->ordered, line->mark, 0, 0 }, 1);
          level = &g_array_index (levels, Level, levels->len - 1);
        }

      if (line->ordered)
        marker = g_strdup_printf ("%u%c", line->number, line->mark == ')' ? ')' : '.');
      else
        marker = g_strdup_printf ("%c", level->mark == '*' || level->mark == '+' ? level->mark : '-');
      level->content = indent + strlen (marker) + 1;

      append_indent (self->out, indent);
      g_string_append (self->out, marker);
      if (*text != '\0')
        g_string_append_c (self->out, ' ');
      append_indented (self->out, text, level->content);
      after_empty = *text == '\0';
    }
}

/* Writes a block that is its own source. Behind a list, what begins with blanks would be taken for a part of the list. */
static void
write_source_lines (Writer *self,
                    guint   from,
                    guint   to)
{
  const char *first = text_of (self, from);
  gsize blanks = strspn (first, " ");
  gboolean fenced = self->wrote_list && (blanks >= 4 || *first == '\t');

  if (fenced)
    g_string_append (self->out, "```\n");
  for (guint i = from; i < to; i++)
    {
      const char *text = text_of (self, i);

      if (fenced)
        text += *text == '\t' ? 1 : MIN (strspn (text, " "), 4);
      else if (i == from && self->wrote_list)
        text += blanks;
      g_string_append (self->out, text);
      if (i + 1 < to)
        g_string_append_c (self->out, '\n');
    }
  if (fenced)
    g_string_append (self->out, "\n```");
}

/* Whether a paragraph behind @source is one. */
static gboolean
is_closed (const char *source)
{
  g_autofree char *probe = g_strconcat (source, "\n\nx", NULL);
  cmark_node *root = cmark_parse_document (probe, strlen (probe), CMARK_OPT_DEFAULT);
  cmark_node *last = cmark_node_last_child (root);
  cmark_node *text = last != NULL && cmark_node_get_type (last) == CMARK_NODE_PARAGRAPH ? cmark_node_first_child (last) : NULL;
  gboolean result = text != NULL && cmark_node_next (text) == NULL && cmark_node_get_type (text) == CMARK_NODE_TEXT &&
                    strcmp (cmark_node_get_literal (text), "x") == 0;

  cmark_node_free (root);
  return result;
}

/* Code without its end, or a comment, would swallow what follows. */
static void
close_source (Writer *self)
{
  static const char *const ends[] = { "-->", "?>", "]]>", ">", "</pre>" };
  const char *source = self->out->str + self->source_start;
  const char *fence = source + strspn (source, " ");
  gsize length = strspn (fence, *fence == '~' ? "~" : "`");

  if (is_closed (source))
    return;

  if (length >= 3)
    {
      g_autofree char *closing = g_strndup (fence, length);

      g_string_append_c (self->out, '\n');
      g_string_append (self->out, closing);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *closed = g_strconcat (self->out->str + self->source_start, "\n", ends[i], NULL);

      if (is_closed (closed))
        {
          g_string_append_c (self->out, '\n');
          g_string_append (self->out, ends[i]);
          return;
        }
    }
}

static void
end_with_empty_line (GString *out)
{
  guint ends = 0;

  for (gsize i = out->len; i > 0 && ends < 2; i--)
    {
      if (out->str[i - 1] == '\n')
        ends++;
      else if (!g_ascii_isspace (out->str[i - 1]))
        break;
    }
  for (; ends < 2; ends++)
    g_string_append_c (out, '\n');
}

/* Writes what stands between what was written last and a block that stood elsewhere, or one of the two changed. */
static void
write_gap (Writer     *self,
           const char *before)
{
  gboolean first = self->out->len == 0;
  g_autofree char *definitions = NULL;

  if (self->wrote_source)
    close_source (self);

  if (is_blank_text (self->gap->str) && is_blank_text (before))
    {
      g_string_append (self->out, self->gap->str);
      if (before != NULL)
        g_string_append (self->out, before);
      if (!first)
        end_with_empty_line (self->out);
      return;
    }

  definitions = g_strconcat (self->gap->str, before, NULL);
  g_strstrip (definitions);
  if (!first)
    end_with_empty_line (self->out);
  g_string_append (self->out, definitions);
  g_string_append (self->out, "\n\n");
}

/* Whether the block at @index stands where it stood, behind what was written last. */
static gboolean
stands_as_before (Writer *self,
                  guint   index)
{
  VlgTextSource *source = get_line (self->lines, index)->source;

  if (source == NULL)
    return FALSE;
  if (self->source != NULL)
    return source->serial == self->source->serial + 1;

  return source->first && self->out->len == 0 && self->gap->len == 0;
}

/* The lines of the block with source at @from, unless some of them are gone. */
static guint
source_end (GPtrArray *lines,
            guint      from)
{
  VlgTextSource *source = get_line (lines, from)->source;
  guint to = from + 1;

  while (to < lines->len && get_line (lines, to)->source == source)
    to++;

  return source != NULL && to - from == source->n_lines ? to : from;
}

static Group
next_group (Writer *self,
            guint   from)
{
  VlgTextLine *line = get_line (self->lines, from);
  Group group = { from, from + 1, FALSE };
  guint end = source_end (self->lines, from);

  if (end > from)
    {
      VlgTextLine *next = end < self->lines->len ? get_line (self->lines, end) : NULL;
      gboolean joined = next != NULL && next->source == NULL && vlg_text_line_in_list (line) && vlg_text_line_in_list (next) &&
                        (next->depth > 1 || next->kind == VLG_LINE_CONTINUATION);
      char first = *line->source->bytes;
      gboolean swallowed = self->wrote_list && !stands_as_before (self, from) && (first == ' ' || first == '\t');

      group.to = end;
      group.verbatim = !joined && !swallowed;
      if (!joined)
        return group;
    }

  if (vlg_text_line_in_list (line))
    {
      while (group.to < self->lines->len && vlg_text_line_in_list (get_line (self->lines, group.to)) &&
             get_line (self->lines, group.to)->source == NULL)
        group.to++;
    }
  else if (line->kind == VLG_LINE_SOURCE)
    {
      while (group.to < self->lines->len && get_line (self->lines, group.to)->kind == VLG_LINE_SOURCE &&
             get_line (self->lines, group.to)->source == NULL && !get_line (self->lines, group.to)->apart)
        group.to++;
    }

  return group;
}

/* Whether writing the lines anew gives nothing. */
static gboolean
group_is_empty (Writer      *self,
                const Group *group)
{
  VlgTextLine *line = get_line (self->lines, group->from);

  switch (line->kind)
    {
    case VLG_LINE_PARAGRAPH:
      return *inline_of (self, group->from) == '\0';
    case VLG_LINE_SOURCE:
      for (guint i = group->from; i < group->to; i++)
        {
          if (!is_blank_text (text_of (self, i)))
            return FALSE;
        }
      return TRUE;
    default:
      return FALSE;
    }
}

static void
write_anew (Writer      *self,
            const Group *group)
{
  VlgTextLine *line = get_line (self->lines, group->from);

  if (vlg_text_line_in_list (line))
    {
      write_list (self, group->from, group->to);
    }
  else if (line->kind == VLG_LINE_SOURCE)
    {
      write_source_lines (self, group->from, group->to);
    }
  else
    {
      const char *text = inline_of (self, group->from);

      if (line->kind == VLG_LINE_HEADING)
        {
          for (guint i = 0; i < CLAMP (line->level, 1, 6); i++)
            g_string_append_c (self->out, '#');
          if (*text != '\0')
            g_string_append_c (self->out, ' ');
        }
      g_string_append (self->out, text);
    }
}

static void
write_group (Writer      *self,
             const Group *group)
{
  VlgTextLine *head = get_line (self->lines, group->from);
  VlgTextLine *tail = get_line (self->lines, group->to - 1);

  if (!group->verbatim && group_is_empty (self, group))
    {
      /* An empty paragraph is nothing to the paper; definitions beside it stay. */
      if (!is_blank_text (head->before))
        g_string_append_printf (self->gap, "\n\n%s", head->before);
      if (!is_blank_text (tail->after))
        g_string_append_printf (self->gap, "\n\n%s", tail->after);
      self->source = NULL;
      return;
    }

  if (group->verbatim && stands_as_before (self, group->from))
    {
      g_string_append (self->out, self->gap->str);
      if (head->before != NULL)
        g_string_append (self->out, head->before);
    }
  else
    {
      write_gap (self, head->before);
    }

  self->source_start = self->out->len;
  if (group->verbatim)
    g_string_append (self->out, head->source->bytes);
  else
    write_anew (self, group);

  self->source = group->verbatim ? head->source : NULL;
  self->wrote_list = vlg_text_line_in_list (head);
  self->wrote_source = head->kind == VLG_LINE_SOURCE;
  g_string_assign (self->gap, tail->after != NULL ? tail->after : "");
  for (guint i = group->from; i + 1 < group->to; i++)
    {
      VlgTextLine *line = get_line (self->lines, i);

      if (!is_blank_text (line->after))
        g_string_append_printf (self->gap, "\n\n%s", line->after);
      if (i > group->from && !is_blank_text (line->before))
        g_string_append_printf (self->gap, "\n\n%s", line->before);
    }
}

static void
write_end (Writer *self)
{
  g_autofree char *definitions = NULL;

  if (self->source != NULL && self->source->last)
    {
      g_string_append (self->out, self->gap->str);
      return;
    }
  if (is_blank_text (self->gap->str))
    {
      /* Only a line end that stood at the end of the text; what separated it from a block that is gone, goes. */
      if (self->out->len > 0 && (strcmp (self->gap->str, "\n") == 0 || strcmp (self->gap->str, "\r\n") == 0))
        g_string_append (self->out, self->gap->str);
      return;
    }
  if (self->out->len == 0)
    return;

  definitions = g_strstrip (g_strdup (self->gap->str));
  end_with_empty_line (self->out);
  g_string_append (self->out, definitions);
  g_string_append_c (self->out, '\n');
}

/* Whether a definition of a link may stand somewhere in what is kept. */
static gboolean
has_definitions (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      VlgTextLine *line = get_line (lines, i);

      if ((line->before != NULL && strstr (line->before, "]:") != NULL) || (line->after != NULL && strstr (line->after, "]:") != NULL) ||
          (line->kind == VLG_LINE_SOURCE && (line->source == NULL || (line->apart && strstr (line->source->bytes, "]:") != NULL))))
        return TRUE;
    }

  return FALSE;
}

char *
vlg_text_lines_write (GPtrArray       *lines,
                      VlgTextLineFunc  fetch,
                      gpointer         user_data)
{
  Writer self = { .lines = lines, .fetch = fetch, .user_data = user_data };

  g_return_val_if_fail (lines != NULL, NULL);

  self.out = g_string_new (NULL);
  self.gap = g_string_new (NULL);
  self.brackets = has_definitions (lines);

  for (guint i = 0; i < lines->len;)
    {
      Group group = next_group (&self, i);

      write_group (&self, &group);
      i = group.to;
    }
  write_end (&self);
  g_string_free (self.gap, TRUE);

  return g_string_free (self.out, FALSE);
}
