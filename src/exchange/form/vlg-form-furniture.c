/* vlg-form-furniture.c — head and foot of the pages, which are no part of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-furniture.h"

#include <string.h>

/* No more lines than this at the top or the bottom of a page are furniture. */
#define MAX_LINES 4

typedef struct {
  VlgFormLines     *lines;
  VlgProfile       *profile;
  VlgFormFurniture *found;
  char             *number;    /* the motion's, as printed; or NULL */
  GArray           *words;     /* scratch */
  GString          *segment;   /* scratch */
} Remover;

static const char *
heading (Remover    *self,
         VlgHeading  which)
{
  const char *text = vlg_profile_get_heading (self->profile, which);

  return text != NULL ? text : "";
}

static gboolean
matches_heading (Remover    *self,
                 VlgHeading  which,
                 const char *text)
{
  const char *pattern = heading (self, which);

  return *pattern != '\0' && vlg_form_match_template (pattern, text);
}

static const VlgMotionKind *
find_kind (Remover    *self,
           const char *text)
{
  for (guint i = 0; i < vlg_profile_get_n_kinds (self->profile); i++)
    {
      const VlgMotionKind *kind = vlg_profile_get_kind (self->profile, i);

      if (vlg_form_equals_label (kind->name, text))
        return kind;
    }

  return NULL;
}

/* "Stadt Dessau-Roßlau", "Beschlussvorlage", or both in one line. */
static gboolean
is_first_page_head (Remover    *self,
                    const char *text)
{
  const char *names[] = { vlg_profile_get_municipality (self->profile), vlg_profile_get_name (self->profile) };
  const VlgMotionKind *kind = find_kind (self, text);

  if (kind != NULL)
    {
      self->found->kind = kind->key;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *rest = names[i] != NULL && *names[i] != '\0' ? vlg_form_match_label (names[i], text) : NULL;

      if (rest == NULL)
        continue;
      rest = vlg_form_skip_blanks (rest);
      if (*rest == '\0')
        return TRUE;
      kind = find_kind (self, rest);
      if (kind != NULL)
        {
          self->found->kind = kind->key;
          return TRUE;
        }
    }

  return FALSE;
}

/* "2", "- 2 -" and the like on the second page. */
static gboolean
is_page_number (const char *text,
                guint       page)
{
  const char *p = text;
  guint value = 0;

  if (*p == '-')
    p = vlg_form_skip_blanks (p + 1);
  if (!g_ascii_isdigit (*p))
    return FALSE;
  while (g_ascii_isdigit (*p) && value < 10000)
    value = value * 10 + (*p++ - '0');
  p = vlg_form_skip_blanks (p);
  if (*p == '-')
    p++;

  return *p == '\0' && value == page + 1;
}

static gboolean
is_furniture_text (Remover    *self,
                   const char *text,
                   guint       page)
{
  if (*text == '\0')
    return TRUE;
  if (matches_heading (self, VLG_HEADING_PAGE, text)
      || matches_heading (self, VLG_HEADING_ANNEX_TO, text)
      || matches_heading (self, VLG_HEADING_DRAFT_MARK, text))
    return TRUE;
  if (matches_heading (self, VLG_HEADING_NON_PUBLIC_MARK, text))
    {
      self->found->non_public = TRUE;
      return TRUE;
    }
  if (self->lines->n_pages > 1 && is_page_number (text, page))
    return TRUE;
  if (self->number != NULL && strcmp (text, self->number) == 0)
    return TRUE;

  return page == 0 && is_first_page_head (self, text);
}

/* The text that stands before a printed page count at the end of @text ("BV/1/2017 Seite 2 von 3"), or NULL. */
static char *
strip_page_count (Remover    *self,
                  const char *text)
{
  const char *pattern = heading (self, VLG_HEADING_PAGE);
  gsize literal = strcspn (pattern, "{%");
  g_autofree char *prefix = NULL;
  const char *at;

  if (literal < 2)
    return NULL;

  prefix = g_strndup (pattern, literal);
  at = g_strrstr (text, prefix);
  if (at == NULL || at == text || !vlg_form_match_template (pattern, at))
    return NULL;

  return g_strchomp (g_strndup (text, at - text));
}

static gboolean
is_furniture (Remover *self,
              guint    index)
{
  const VlgFormLine *line = vlg_form_lines_get (self->lines, index);
  g_autofree char *before_count = NULL;
  guint segment, end;

  if (line->length > 300)
    return FALSE;
  if (is_furniture_text (self, line->text, line->page))
    return TRUE;

  before_count = strip_page_count (self, line->text);
  if (before_count != NULL && is_furniture_text (self, before_count, line->page))
    return TRUE;

  vlg_form_lines_get_words (self->lines, index, self->words);
  end = vlg_form_words_segment (self->words, 0);
  if (end == self->words->len)
    return FALSE;
  for (segment = 0; segment < self->words->len; segment = end)
    {
      const VlgFormWord *first = &g_array_index (self->words, VlgFormWord, segment);
      const VlgFormWord *last;

      end = vlg_form_words_segment (self->words, segment);
      last = &g_array_index (self->words, VlgFormWord, end - 1);
      g_string_truncate (self->segment, 0);
      g_string_append_len (self->segment, line->text + first->start, last->start + last->length - first->start);
      if (!is_furniture_text (self, self->segment->str, line->page))
        return FALSE;
    }

  return TRUE;
}

/* The number as the form's first label prints it, for feet that repeat it. */
static char *
find_number (VlgFormLines *lines,
             VlgProfile   *profile)
{
  const char *label = vlg_profile_get_label (profile, VLG_FIELD_NUMBER);

  if (label == NULL || *label == '\0')
    return NULL;
  for (guint i = 0; i < MIN (lines->lines->len, 20); i++)
    {
      const char *rest = vlg_form_match_label (label, vlg_form_lines_get (lines, i)->text);

      if (rest == NULL)
        continue;
      rest = vlg_form_skip_blanks (rest);
      return *rest != '\0' ? g_strdup (rest) : NULL;
    }

  return NULL;
}

/* Drops the lines marked as taken; the next of their page is its first then. */
static void
compact (VlgFormLines *lines)
{
  guint kept = 0;
  gboolean starts = FALSE;
  guint page = 0;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      VlgFormLine line = *vlg_form_lines_get (lines, i);

      if (line.page != page)
        starts = FALSE;
      page = line.page;
      if (line.taken)
        {
          starts |= line.page_start;
          continue;
        }
      if (starts)
        {
          line.page_start = TRUE;
          line.blanks = 0;
        }
      starts = FALSE;
      *vlg_form_lines_get (lines, kept++) = line;
    }
  g_array_set_size (lines->lines, kept);
}

/* A page's furniture stands at its ends, so looking stops at the first line that is none. */
static gboolean
mark_page (Remover *self,
           guint    first,
           guint    end)
{
  guint i;
  gboolean any = FALSE;

  for (i = first; i < end && i < first + MAX_LINES && is_furniture (self, i); i++)
    {
      vlg_form_lines_get (self->lines, i)->taken = TRUE;
      any = TRUE;
    }
  first = i;
  for (i = end; i > first && i + MAX_LINES > end && is_furniture (self, i - 1); i--)
    {
      vlg_form_lines_get (self->lines, i - 1)->taken = TRUE;
      any = TRUE;
    }

  return any;
}

void
vlg_form_furniture_remove (VlgFormLines     *lines,
                           VlgProfile       *profile,
                           VlgFormFurniture *found)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (VlgFormWord));
  g_autoptr (GString) segment = g_string_new (NULL);
  g_autofree char *number = find_number (lines, profile);
  Remover self = { lines, profile, found, number, words, segment };
  gboolean any = FALSE;
  guint first = 0;

  for (guint i = 0; i < lines->lines->len; i++)
    {
      gboolean last = i + 1 == lines->lines->len;

      if (!last && vlg_form_lines_get (lines, i + 1)->page == vlg_form_lines_get (lines, i)->page)
        continue;
      any |= mark_page (&self, first, i + 1);
      first = i + 1;
    }

  /* A text that lost its form feeds still says "Seite 2 von 3". */
  if (lines->n_pages == 1)
    for (guint i = 0; i < lines->lines->len; i++)
      {
        VlgFormLine *line = vlg_form_lines_get (lines, i);

        if (line->length < 40 && !line->taken && matches_heading (&self, VLG_HEADING_PAGE, line->text))
          line->taken = any = TRUE;
      }

  if (any)
    compact (lines);
}
