/* vlg-line-breaker.c — a paragraph into lines
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines are broken so that the text can be put back together without knowing the words: a hyphen before a small letter at a line end is always one that
 * was added, every other one belongs to the word. */

#include "config.h"

#include "vlg-flow.h"

#include <string.h>

#include "vlg-hyphenation.h"
#include "vlg-line-cache.h"

/* Words longer than this are cut without asking for their width first. */
#define LONG_WORD 400
/* No more lines than this in a row end with an added hyphen. */
#define MOST_HYPHENS 2
/* A cut word begins behind others only where this much of the line is left. */
#define LEAST_ROOM 30.0
/* U+2010, which stands on paper only where a word was cut by force. */
#define FORCED_HYPHEN "\xe2\x80\x90"

typedef struct {
  VlgFlow            *flow;
  const VlgParagraph *paragraph;
  double              x;
  guint32             node;
  guint               n_lines;
  guint               first;    /* first piece of the current line */
  guint               legal;    /* piece before which the line may be broken; first when nowhere */
  double              advance;  /* where the next piece goes */
  guint               hyphens;  /* lines in a row that ended with an added hyphen */
  gboolean            glued;    /* the next word may not begin a line */
} Breaker;

/* Words after which a hyphen at a line end would be read as an omitted word: "Haupt- und Personalausschuss". */
static const char * const conjunctions[] = {
  "und", "oder", "bzw", "beziehungsweise", "sowie", "bis", "als", "noch", "aber", "wie", "statt", "samt", "nebst", "mit", "ohne", NULL
};

static gboolean
begins_with_conjunction (const char *text,
                         const char *end)
{
  for (guint i = 0; conjunctions[i] != NULL; i++)
    {
      gsize length = strlen (conjunctions[i]);

      if ((gsize) (end - text) >= length && strncmp (text, conjunctions[i], length) == 0
          && (text + length == end || !g_unichar_isalnum (g_utf8_get_char (text + length))))
        return TRUE;
    }
  return FALSE;
}

/* The face at @offset, and where it ends. */
static VlgFace
face_at (const VlgParagraph *paragraph,
         guint               offset,
         guint              *end)
{
  for (guint i = 0; i < paragraph->n_spans; i++)
    {
      const VlgFaceSpan *span = &paragraph->spans[i];

      if (offset < span->start)
        {
          *end = MIN (*end, span->start);
          return paragraph->face;
        }
      if (offset < span->start + span->length)
        {
          *end = MIN (*end, span->start + span->length);
          return span->face;
        }
    }
  return paragraph->face;
}

static double
measure (Breaker    *self,
         const char *start,
         const char *end)
{
  const char *text = self->paragraph->text;
  double width = 0;

  for (const char *p = start; p < end;)
    {
      guint stop = (guint) (end - text);
      VlgFace face = face_at (self->paragraph, (guint) (p - text), &stop);

      width += vlg_typesetter_shape (self->flow->typesetter, face, p, (gsize) (text + stop - p))->width;
      p = text + stop;
    }
  return width;
}

static void
append_word (Breaker       *self,
             const VlgWord *word,
             VlgAfter       after)
{
  VlgPiece piece = { .word = word, .x = (float) self->advance, .after = after, .blank = self->paragraph->face };

  g_array_append_val (self->flow->pieces, piece);
  self->advance += word->width;
}

/* Sets a stretch of the text behind what is on the line. */
static void
append_text (Breaker    *self,
             const char *start,
             const char *end)
{
  const char *text = self->paragraph->text;

  for (const char *p = start; p < end;)
    {
      guint stop = (guint) (end - text);
      VlgFace face = face_at (self->paragraph, (guint) (p - text), &stop);

      append_word (self, vlg_typesetter_shape (self->flow->typesetter, face, p, (gsize) (text + stop - p)), VLG_AFTER_NOTHING);
      p = text + stop;
    }
}

static VlgPiece *
last_piece (Breaker *self)
{
  return &g_array_index (self->flow->pieces, VlgPiece, self->flow->pieces->len - 1);
}

static gboolean
line_is_empty (Breaker *self)
{
  return self->flow->pieces->len == self->first;
}

static void
append_blank (Breaker *self)
{
  VlgPiece *last = last_piece (self);

  last->after = VLG_AFTER_BLANK;
  self->advance = last->x + last->word->width + vlg_typesetter_blank (self->flow->typesetter, last->blank);
}

/* Ends the line before piece @end; the pieces behind it begin the next one. */
static void
end_line (Breaker *self,
          guint    end)
{
  VlgLine line = { .first_piece = self->first, .n_pieces = end - self->first, .x = (float) self->x, .node = self->node };
  float shift = 0;

  if (line.n_pieces > 0)
    {
      const VlgPiece *last = &g_array_index (self->flow->pieces, VlgPiece, end - 1);

      line.width = last->x + last->word->width;
    }
  g_array_append_val (self->flow->lines, line);
  self->n_lines++;
  self->first = self->legal = end;
  self->advance = 0;
  for (guint i = end; i < self->flow->pieces->len; i++)
    {
      VlgPiece *piece = &g_array_index (self->flow->pieces, VlgPiece, i);

      if (i == end)
        shift = piece->x;
      piece->x -= shift;
      self->advance = piece->x + piece->word->width
                      + (piece->after == VLG_AFTER_BLANK ? vlg_typesetter_blank (self->flow->typesetter, piece->blank) : 0);
    }
}

/* Where the word between @start and @end may be divided by rule: letters only, small after the first. */
static void
find_divisions (Breaker    *self,
                const char *start,
                const char *end,
                guint8     *breaks)
{
  VlgHyphenation *hyphenation = vlg_hyphenation_get (vlg_typesetter_get_language (self->flow->typesetter));
  const char *core = start, *core_end;
  g_autofree char *lower = NULL;
  guint n = 0;

  memset (breaks, 0, (gsize) (end - start));
  if (hyphenation == NULL || end - start > 150)
    return;
  while (core < end && !g_unichar_isalpha (g_utf8_get_char (core)))
    core = g_utf8_next_char (core);
  for (core_end = core; core_end < end && g_unichar_isalpha (g_utf8_get_char (core_end)); core_end = g_utf8_next_char (core_end), n++)
    if (n > 0 && !g_unichar_islower (g_utf8_get_char (core_end)))
      return;
  for (const char *p = start; p < core; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return;
  for (const char *p = core_end; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) || strchr ("-@/*_", *p) != NULL)
      return;
  if (n < 7)
    return;
  lower = g_utf8_strdown (core, core_end - core);
  if (strlen (lower) != (gsize) (core_end - core))
    return;
  vlg_hyphenation_find (hyphenation, lower, (gsize) (core_end - core), 3, breaks + (core - start));
  for (const char *p = core; p < core_end; p++)
    if (breaks[p - start] && begins_with_conjunction (p, end))
      breaks[p - start] = 0;
}

/* A word may be broken after a hyphen or slash of its own where the reader knows that it stays: before a capital. */
static gboolean
breaks_after (const char *start,
              const char *at)
{
  gunichar next = g_utf8_get_char (at);

  if (at - start < 2 || (at[-1] != '-' && at[-1] != '/') || !g_unichar_isupper (next))
    return FALSE;
  return g_unichar_isalpha (g_utf8_get_char (g_utf8_find_prev_char (start, at - 1)));
}

/* Behind a soft hyphen of the text's own, under the same rule. */
static gboolean
divides_softly (const char *start,
                const char *at,
                const char *end)
{
  return at - start >= 4 && (guint8) at[-2] == 0xc2 && (guint8) at[-1] == 0xad && g_unichar_islower (g_utf8_get_char (at)) && !begins_with_conjunction (at, end);
}

/* Ends the line with a part of the word that fits; returns where the rest begins, or NULL. */
static const char *
divide (Breaker    *self,
        const char *start,
        const char *end,
        double      room)
{
  /* The last word of a paragraph is not divided: half of it alone would be a poor last line. */
  gboolean may_hyphenate = line_is_empty (self) || (room > self->paragraph->zone && self->hyphens < MOST_HYPHENS && *end != '\0');
  guint8 *breaks = g_alloca ((gsize) (end - start));
  VlgTypesetter *typesetter = self->flow->typesetter;
  gboolean known = FALSE;

  for (const char *p = g_utf8_find_prev_char (start, end); p != NULL && p > start; p = g_utf8_find_prev_char (start, p))
    {
      gboolean own = breaks_after (start, p);
      gboolean soft = !own && may_hyphenate && divides_softly (start, p, end);
      guint stop = G_MAXUINT;
      VlgFace face;
      const VlgWord *hyphen;

      if (!own && !soft && may_hyphenate)
        {
          if (!known)
            find_divisions (self, start, end, breaks);
          known = TRUE;
          soft = breaks[p - start];
        }
      if (!own && !soft)
        continue;
      face = face_at (self->paragraph, (guint) (p - 1 - self->paragraph->text), &stop);
      hyphen = vlg_typesetter_shape (typesetter, face, "-", 1);
      if (measure (self, start, p) + (own ? 0 : hyphen->width) > room)
        continue;
      append_text (self, start, p);
      if (!own)
        {
          append_word (self, hyphen, VLG_AFTER_NOTHING);
          (last_piece (self) - 1)->after = VLG_AFTER_HYPHEN;
        }
      self->hyphens = own ? 0 : self->hyphens + 1;
      end_line (self, self->flow->pieces->len);
      return p;
    }
  return NULL;
}

static gboolean
cuts_after_slash (const char *start,
                  const char *at)
{
  return at - start > 1 && at[-1] == '/' && g_unichar_isalnum (g_utf8_get_char (at));
}

/* A word that no line can hold and no rule divides is cut where the line is full. */
static const char *
cut (Breaker    *self,
     const char *start,
     const char *end,
     double      room)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (const char *));
  const char *fits = NULL, *wanted = NULL;
  guint stop = G_MAXUINT;
  VlgFace face = face_at (self->paragraph, (guint) (start - self->paragraph->text), &stop);
  const VlgWord *hyphen = vlg_typesetter_shape (self->flow->typesetter, face, FORCED_HYPHEN, strlen (FORCED_HYPHEN));
  guint low = 0, high;

  if (self->paragraph->verbatim)
    hyphen = NULL;
  for (const char *p = g_utf8_next_char (start); p < end && p - start < LONG_WORD; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_array_append_val (places, p);
  if (places->len == 0)
    return NULL;
  for (high = places->len; low < high;)
    {
      guint middle = (low + high) / 2;

      if (measure (self, start, g_array_index (places, const char *, middle)) + (hyphen != NULL ? hyphen->width : 0) <= room)
        low = middle + 1;
      else
        high = middle;
    }
  fits = g_array_index (places, const char *, low > 0 ? low - 1 : 0);
  /* An address is cut behind a slash. */
  for (guint i = low; hyphen != NULL && i > low / 2; i--)
    if (cuts_after_slash (start, g_array_index (places, const char *, i - 1)))
      {
        fits = g_array_index (places, const char *, i - 1);
        hyphen = NULL;
      }
  /* A hyphen may stand only before a letter or figure, else the reader would take it for the word's. */
  for (guint i = low; hyphen != NULL && wanted == NULL && i > low / 2; i--)
    if (g_unichar_isalnum (g_utf8_get_char (g_array_index (places, const char *, i - 1))))
      wanted = g_array_index (places, const char *, i - 1);
  append_text (self, start, wanted != NULL ? wanted : fits);
  if (wanted != NULL)
    {
      append_word (self, hyphen, VLG_AFTER_NOTHING);
      (last_piece (self) - 1)->after = VLG_AFTER_HYPHEN;
    }
  end_line (self, self->flow->pieces->len);
  return wanted != NULL ? wanted : fits;
}

static gboolean
is_dash (const char *start,
         const char *end)
{
  gunichar c = g_utf8_get_char (start);

  return g_utf8_next_char (start) == end && (c == '-' || c == 0x2013 || c == 0x2014);
}

/* "§ 45", "Abs. 2" and "Haupt- und" stay on one line. */
static gboolean
glues (const char *start,
       const char *end)
{
  static const char * const words[] = { "§", "§§", "Abs.", "Nr.", "Art.", "Anlage", NULL };

  if (end - start > 1 && (end[-1] == '-' || end[-1] == '/'))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == (gsize) (end - start) && strncmp (words[i], start, (gsize) (end - start)) == 0)
      return TRUE;
  return FALSE;
}

static void
add_word (Breaker    *self,
          const char *start,
          const char *end)
{
  double width = self->paragraph->width;
  const char *word = start;

  if (!line_is_empty (self))
    append_blank (self);
  if (!line_is_empty (self) && !self->glued && !is_dash (start, end))
    self->legal = self->flow->pieces->len;
  for (;;)
    {
      const char *rest;
      gboolean fits = end - word <= LONG_WORD && self->advance + measure (self, word, end) <= width + 0.01;
      if (fits)
        {
          append_text (self, word, end);
          break;
        }
      rest = end - word <= LONG_WORD ? divide (self, word, end, width - self->advance) : NULL;
      if (rest == NULL && self->legal > self->first)
        {
          self->hyphens = 0;
          end_line (self, self->legal);
          continue;
        }
      /* The word belongs to what is before it on the line: it is cut behind that, if there is room, and else parted from it. */
      if (rest == NULL && !line_is_empty (self) && width - self->advance < LEAST_ROOM)
        {
          end_line (self, self->flow->pieces->len);
          continue;
        }
      if (rest == NULL)
        rest = cut (self, word, end, width - self->advance);
      if (rest == NULL)
        {
          append_text (self, word, end);
          break;
        }
      word = rest;
    }
  self->glued = glues (start, end);
}

static gboolean
is_break_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x1680 || (c >= 0x2000 && c <= 0x2006) || (c >= 0x2008 && c <= 0x200b) ||
         c == 0x2028 || c == 0x2029 || c == 0x205f || c == 0x3000;
}

static void
add_verbatim (Breaker    *self,
              const char *start,
              const char *end)
{
  while (end - start > 0)
    {
      const char *rest = NULL;

      if (end - start > LONG_WORD || measure (self, start, end) > self->paragraph->width)
        rest = cut (self, start, end, self->paragraph->width);
      if (rest == NULL)
        {
          append_text (self, start, end);
          append_blank (self);
          break;
        }
      start = rest;
    }
  end_line (self, self->flow->pieces->len);
}

static guint
break_anew (VlgFlow            *self,
            const VlgParagraph *paragraph,
            double              x,
            guint32             node)
{
  Breaker breaker = { .flow = self, .paragraph = paragraph, .x = x, .node = node, .first = self->pieces->len, .legal = self->pieces->len };
  const char *p = paragraph->text;

  while (*p != '\0')
    {
      const char *start = p;

      if (paragraph->verbatim)
        {
          p += strcspn (p, "\n");
          add_verbatim (&breaker, start, p);
          p += *p == '\n';
          continue;
        }
      if (is_break_blank (g_utf8_get_char (p)))
        {
          if (*p == '\n' && !line_is_empty (&breaker))
            {
              append_blank (&breaker);
              end_line (&breaker, self->pieces->len);
              breaker.hyphens = 0;
              breaker.glued = FALSE;
            }
          p = g_utf8_next_char (p);
          continue;
        }
      while (*p != '\0' && !is_break_blank (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      add_word (&breaker, start, p);
    }
  if (!line_is_empty (&breaker))
    {
      append_blank (&breaker);
      end_line (&breaker, self->pieces->len);
    }
  return breaker.n_lines;
}

guint
vlg_flow_break (VlgFlow            *self,
                const VlgParagraph *paragraph,
                double              x,
                guint32             node)
{
  guint first_piece = self->pieces->len, first_line = self->lines->len, n_lines;

  if (self->cache == NULL)
    return break_anew (self, paragraph, x, node);
  if (!vlg_line_cache_recall (self->cache, self, paragraph, x, node, &n_lines))
    {
      n_lines = break_anew (self, paragraph, x, node);
      vlg_line_cache_keep (self->cache, self, paragraph, first_piece, first_line);
    }
  return n_lines;
}
