/* vlg-form-prose.c — lines of a paper put back together: words, paragraphs, lists
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-prose.h"

#include <string.h>

#include "vlg-document.h"
#include "vlg-form-rich.h"

typedef enum {
  JOINT_BLANK,        /* two words */
  JOINT_NONE,         /* one word, all characters stay */
  JOINT_DROP_HYPHEN,  /* one word, the hyphen was the line break's */
} Joint;

/* Words after which a hyphen at a line end is an omitted word: "Haupt- und Personalausschuss". */
static const char * const conjunctions[] = {
  "und", "oder", "bzw", "beziehungsweise", "sowie", "bis", "als", "noch", "aber", "wie", "statt", "u", "o", "samt", "nebst", "mit", "ohne", NULL
};

static gboolean
starts_with_conjunction (const char *text)
{
  for (guint i = 0; conjunctions[i] != NULL; i++)
    {
      gsize length = strlen (conjunctions[i]);

      if (strncmp (text, conjunctions[i], length) == 0
          && !g_unichar_isalnum (g_utf8_get_char (text + length)) && text[length] != '-')
        return TRUE;
    }

  return FALSE;
}

/* The word that ends with the hyphen at @hyphen: one letter alone ("E-"), an abbreviation ("EU-") and figures ("24-") are never the
 * first half of a divided word. */
static gboolean
stem_can_be_divided (const char *start,
                     const char *hyphen)
{
  const char *p = hyphen;
  guint n_letters = 0;
  guint n_upper = 0;

  while (p > start)
    {
      const char *previous = g_utf8_prev_char (p);
      gunichar c = g_utf8_get_char (previous);

      if (!g_unichar_isalpha (c))
        {
          if (n_letters == 0)
            return FALSE;
          break;
        }
      n_letters++;
      n_upper += g_unichar_isupper (c) ? 1 : 0;
      p = previous;
    }

  return n_letters >= 2 && n_upper < n_letters;
}

/* What stands between a line that ends with @before (from @start to @end) and one that begins with @next. */
static Joint
find_joint (const char *start,
            const char *end,
            const char *next)
{
  const char *last;
  gunichar c, following;

  if (end == start)
    return JOINT_NONE;

  last = g_utf8_prev_char (end);
  c = g_utf8_get_char (last);
  following = g_utf8_get_char (next);

  /* U+00AD and U+2010 stand on paper only where a word was divided. */
  if ((c == 0x00ad || c == 0x2010) && g_unichar_isalnum (following))
    return JOINT_DROP_HYPHEN;

  if (c != '-' && c != '/')
    return JOINT_BLANK;
  if (last == start || g_ascii_isspace (last[-1]))
    return JOINT_BLANK;
  if (c == '/')
    return g_unichar_isalnum (following) ? JOINT_NONE : JOINT_BLANK;

  if (!g_unichar_isalnum (following) || starts_with_conjunction (next))
    return JOINT_BLANK;
  if (!g_unichar_islower (following))
    return JOINT_NONE;

  return stem_can_be_divided (start, last) ? JOINT_DROP_HYPHEN : JOINT_NONE;
}

static void
append_collapsed (GString    *out,
                  const char *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, " \t");

      g_string_append_len (out, text, length);
      text += length;
      if (*text != '\0')
        {
          text = vlg_form_skip_blanks (text);
          if (*text != '\0')
            g_string_append_c (out, ' ');
        }
    }
}

void
vlg_form_join_line (GString    *out,
                    const char *text)
{
  text = vlg_form_skip_blanks (text);
  if (*text == '\0')
    return;

  if (out->len > 0)
    {
      switch (find_joint (out->str, out->str + out->len, text))
        {
        case JOINT_BLANK:
          g_string_append_c (out, ' ');
          break;

        case JOINT_DROP_HYPHEN:
          g_string_truncate (out, g_utf8_prev_char (out->str + out->len) - out->str);
          break;

        case JOINT_NONE:
        default:
          break;
        }
    }
  append_collapsed (out, text);
}

/* The part of line @index that lies in @range. */
static const char *
text_in_range (VlgFormLines       *lines,
               const VlgFormRange *range,
               guint               index)
{
  const char *text = vlg_form_lines_get (lines, index)->text;

  if (index == range->first)
    text += range->offset;

  return vlg_form_skip_blanks (text);
}

gboolean
vlg_form_range_is_empty (VlgFormLines       *lines,
                         const VlgFormRange *range)
{
  if (range->end <= range->first)
    return TRUE;

  return range->end == range->first + 1 && *text_in_range (lines, range, range->first) == '\0';
}

char *
vlg_form_range_to_line (VlgFormLines       *lines,
                        const VlgFormRange *range)
{
  GString *out = g_string_new (NULL);

  for (guint i = range->first; i < range->end; i++)
    vlg_form_join_line (out, text_in_range (lines, range, i));
  vlg_form_lines_take (lines, range->first, range->end);

  return g_string_free (out, FALSE);
}

/* How a line begins. */
typedef enum {
  START_PLAIN,
  START_BULLET,
  START_NUMBER,
  START_LETTER,   /* "a)" and "(1)": no list in CommonMark, but a paragraph of its own */
} StartKind;

typedef struct {
  StartKind   kind;
  guint       value;    /* of a number; the character of a letter */
  char        delimiter;
  gunichar    bullet;
  const char *content;  /* behind the marker */
} LineStart;

static const char * const months[] = {
  "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
  "Jan.", "Feb.", "Apr.", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.", "Jahrhundert", NULL
};

static gboolean
starts_with_month (const char *text)
{
  for (guint i = 0; months[i] != NULL; i++)
    if (g_str_has_prefix (text, months[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_bullet (gunichar c)
{
  /* hyphen, en dash, bullets, and the private places where Symbol fonts keep theirs */
  return c == '-' || c == 0x2013 || c == 0x2022 || c == 0x00b7 || c == 0x25aa || c == 0x25cf || c == 0x25e6 || c == 0x2043
         || c == 0xf0b7 || c == 0xf0a7;
}

static void
scan_number (const char *text,
             LineStart  *start)
{
  const char *p = text;
  guint value = 0;
  guint n_digits = 0;

  while (g_ascii_isdigit (*p) && n_digits < 4)
    {
      value = value * 10 + (*p++ - '0');
      n_digits++;
    }
  if (n_digits == 0 || n_digits > 3 || (*p != '.' && *p != ')') || (p[1] != ' ' && p[1] != '\t'))
    return;

  start->content = vlg_form_skip_blanks (p + 1);
  if (*start->content == '\0' || (*p == '.' && starts_with_month (start->content)))
    return;

  start->kind = START_NUMBER;
  start->value = value;
  start->delimiter = *p;
}

static LineStart
scan_start (const char *text)
{
  LineStart start = { START_PLAIN, };
  guchar first = (guchar) *text;

  if (g_ascii_isdigit (first))
    scan_number (text, &start);
  else if (g_ascii_islower (first) && text[1] == ')' && text[2] == ' ')
    {
      start.kind = START_LETTER;
      start.value = first;
    }
  else if (first == '(' && g_ascii_isalnum (text[1]) && text[2] == ')' && text[3] == ' ')
    {
      start.kind = START_LETTER;
      start.value = text[1];
    }
  else if (first == '-' || first >= 0xc2)
    {
      gunichar c = g_utf8_get_char (text);
      const char *after = g_utf8_next_char (text);

      if (is_bullet (c) && (*after == ' ' || *after == '\t') && *vlg_form_skip_blanks (after) != '\0')
        {
          start.kind = START_BULLET;
          start.bullet = c;
          start.content = vlg_form_skip_blanks (after);
        }
    }

  return start;
}

static gboolean
ends_with_one_of (const char *text,
                  gsize       length,
                  const char *set)
{
  return length > 0 && strchr (set, text[length - 1]) != NULL;
}

/* One line on its way into CommonMark. */
typedef struct {
  LineStart   start;
  const char *text;
  guint       line;
  gboolean    breaks;   /* a paragraph ends before it */
  gboolean    item;     /* certainly an item of a list */
} Piece;

/* Whether the words of line @index begin a paragraph, its marker aside. */
static gboolean
begins_paragraph (VlgFormLines *lines,
                  guint         index,
                  const Piece  *previous)
{
  const VlgFormLine *line = vlg_form_lines_get (lines, index);
  gsize length = strlen (previous->text);

  if (lines->rich != NULL)
    return !line->broken;
  if (line->page_start)
    return ends_with_one_of (previous->text, length, ".:!?");
  if (line->blanks == 0)
    return FALSE;
  /* A word divided over what looks like an empty line. */
  if (length > 1 && previous->text[length - 1] == '-' && line->blanks == 1
      && g_unichar_islower (g_utf8_get_char (line->text))
      && find_joint (previous->text, previous->text + length, line->text) == JOINT_DROP_HYPHEN)
    return FALSE;

  return TRUE;
}

/* An item may begin only where a sentence or a line certainly ended. */
static gboolean
is_plausible_start (const GArray *pieces,
                    guint         index)
{
  const Piece *piece = &g_array_index (pieces, Piece, index);
  const Piece *previous;

  if (index == 0 || piece->breaks)
    return TRUE;
  previous = piece - 1;

  return ends_with_one_of (previous->text, strlen (previous->text), ":;.!?,");
}

/* Lists are sure when at least two items follow each other and no paragraph of another sort stands between them. */
static void
find_lists (GArray *pieces)
{
  int first_number = -1, first_bullet = -1;
  guint expected = 0;
  guint letter = 0;
  char delimiter = 0;
  gunichar bullet = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      switch (piece->start.kind)
        {
        case START_NUMBER:
          if (first_number >= 0 && piece->start.value == expected && piece->start.delimiter == delimiter)
            {
              g_array_index (pieces, Piece, first_number).item = TRUE;
              piece->item = TRUE;
              expected++;
            }
          else if (piece->start.value == 1 && is_plausible_start (pieces, i))
            {
              first_number = i;
              expected = 2;
              delimiter = piece->start.delimiter;
            }
          first_bullet = -1;
          break;

        case START_BULLET:
          if (first_bullet >= 0 && piece->start.bullet == bullet)
            {
              g_array_index (pieces, Piece, first_bullet).item = TRUE;
              piece->item = TRUE;
            }
          else if (is_plausible_start (pieces, i) || piece->start.bullet > 0x2013)
            {
              first_bullet = i;
              bullet = piece->start.bullet;
            }
          break;

        case START_PLAIN:
          if (piece->breaks)
            first_number = first_bullet = -1;
          break;

        case START_LETTER:
        default:
          if (is_plausible_start (pieces, i) || piece->start.value == letter + 1)
            {
              piece->breaks = TRUE;
              letter = piece->start.value;
            }
          break;
        }
    }
}

/* The CommonMark under construction. */
typedef struct {
  GString     *out;
  GString     *plain;      /* paragraphs not yet escaped */
  GString     *current;    /* the paragraph or item being read */
  const Piece *item;       /* when current is an item */
  const Piece *last_item;  /* when out ends with an item */
} Builder;

static void
flush_plain (Builder *builder)
{
  g_autofree char *escaped = NULL;

  if (builder->plain->len == 0)
    return;

  escaped = vlg_markdown_escape (builder->plain->str);
  if (builder->out->len > 0)
    g_string_append (builder->out, "\n\n");
  g_string_append (builder->out, escaped);
  g_string_truncate (builder->plain, 0);
  builder->last_item = NULL;
}

static void
flush_item (Builder *builder)
{
  const Piece *item = builder->item;
  const Piece *last;
  g_autofree char *escaped = NULL;

  flush_plain (builder);
  last = builder->last_item;
  escaped = vlg_markdown_escape (builder->current->str);

  if (builder->out->len > 0)
    g_string_append (builder->out, last != NULL && last->start.kind == item->start.kind ? "\n" : "\n\n");
  if (item->start.kind == START_NUMBER)
    g_string_append_printf (builder->out, "%u%c %s", item->start.value, item->start.delimiter, escaped);
  else
    g_string_append_printf (builder->out, "- %s", escaped);

  builder->last_item = item;
}

static void
flush_current (Builder *builder)
{
  if (builder->current->len == 0)
    return;

  if (builder->item != NULL)
    flush_item (builder);
  else
    {
      if (builder->plain->len > 0)
        g_string_append (builder->plain, "\n\n");
      g_string_append_len (builder->plain, builder->current->str, builder->current->len);
    }
  g_string_truncate (builder->current, 0);
  builder->item = NULL;
}

/* CommonMark would count a second list on from the first when nothing stands between them: then its numbers stay plain text. */
static gboolean
can_be_item (const Builder *builder,
             const Piece   *piece)
{
  const Piece *last = builder->plain->len > 0 ? NULL : builder->last_item;

  if (!piece->item)
    return FALSE;
  if (piece->start.kind != START_NUMBER || last == NULL || last->start.kind != START_NUMBER)
    return TRUE;

  return piece->start.delimiter != last->start.delimiter || piece->start.value == last->start.value + 1;
}

static char *
build_markdown (const GArray *pieces)
{
  Builder builder = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), NULL, NULL };

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->item || piece->breaks)
        flush_current (&builder);
      if (can_be_item (&builder, piece))
        {
          builder.item = piece;
          vlg_form_join_line (builder.current, piece->start.content);
        }
      else
        vlg_form_join_line (builder.current, piece->text);
    }
  flush_current (&builder);
  flush_plain (&builder);

  g_string_free (builder.plain, TRUE);
  g_string_free (builder.current, TRUE);

  return g_string_free (builder.out, FALSE);
}

/* Markers of lists that were typed as text and not made by the office program. */
static char *
build_rich_markdown (VlgFormLines       *lines,
                     const VlgFormRange *range,
                     const GArray       *pieces)
{
  g_autofree VlgFormTyped *typed = g_new0 (VlgFormTyped, range->end - range->first);
  const Piece *last = NULL;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->item)
        {
          VlgFormTyped *one = &typed[piece->line - range->first];

          one->ordered = piece->start.kind == START_NUMBER;
          one->value = piece->start.value;
          one->length = piece->start.content - piece->text;
          /* Two lists that follow each other would count on. */
          one->item = !one->ordered || one->value > 1 || last == NULL || last->start.kind != START_NUMBER || !last->item;
        }
      last = piece;
    }

  return vlg_form_rich_to_markdown (lines, range, typed);
}

char *
vlg_form_range_to_markdown (VlgFormLines       *lines,
                            const VlgFormRange *range)
{
  g_autoptr (GArray) pieces = NULL;

  if (vlg_form_range_is_empty (lines, range))
    {
      vlg_form_lines_take (lines, range->first, range->end);
      return g_strdup ("");
    }

  pieces = g_array_sized_new (FALSE, TRUE, sizeof (Piece), range->end - range->first);
  for (guint i = range->first; i < range->end; i++)
    {
      Piece piece = { { START_PLAIN, }, };

      piece.text = text_in_range (lines, range, i);
      if (*piece.text == '\0')
        continue;
      piece.line = i;
      piece.start = scan_start (piece.text);
      if (pieces->len > 0)
        piece.breaks = begins_paragraph (lines, i, &g_array_index (pieces, Piece, pieces->len - 1));
      g_array_append_val (pieces, piece);
    }
  find_lists (pieces);
  vlg_form_lines_take (lines, range->first, range->end);

  return lines->rich != NULL ? build_rich_markdown (lines, range, pieces) : build_markdown (pieces);
}
