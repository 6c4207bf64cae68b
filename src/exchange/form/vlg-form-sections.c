/* vlg-form-sections.c — where the parts of the form begin and end
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-sections.h"

#include <string.h>

#include "vlg-paper-choices.h"

/* The fields that have a heading of their own on the form. */
static const VlgField headed_fields[] = {
  VLG_FIELD_NUMBER, VLG_FIELD_SUBMITTER, VLG_FIELD_RESPONSIBLE, VLG_FIELD_CONSULTATIONS, VLG_FIELD_TITLE, VLG_FIELD_RESOLUTION,
  VLG_FIELD_LEGAL_BASIS, VLG_FIELD_RELATED_RESOLUTIONS, VLG_FIELD_EXPERT_OPINIONS, VLG_FIELD_PUBLICATION_NOTES, VLG_FIELD_LEITBILD,
  VLG_FIELD_REASONING, VLG_FIELD_DECIDED_ON,
};

/* A heading may break over this many lines. */
#define MAX_HEADING_LINES 3

guint
vlg_form_match_annex (VlgFormLines  *lines,
                      VlgProfile    *profile,
                      guint          index,
                      const char   **title)
{
  const char *word = vlg_profile_get_heading (profile, VLG_HEADING_ANNEX);
  const char *rest;
  guint number = 0;

  if (word == NULL || *word == '\0')
    return 0;
  rest = vlg_form_match_label (word, vlg_form_lines_get (lines, index)->text);
  if (rest == NULL || *rest != ' ')
    return 0;
  rest = vlg_form_skip_blanks (rest);
  while (g_ascii_isdigit (*rest) && number < 1000)
    number = number * 10 + (*rest++ - '0');
  if (number == 0 || number >= 1000)
    return 0;
  rest = vlg_form_skip_blanks (rest);
  if (*rest == '\0')
    {
      *title = rest;
      return number;
    }
  if (*rest != ':')
    return 0;
  *title = vlg_form_skip_blanks (rest + 1);

  return number;
}

/* Matches @label from the start of line @index on, over line ends too: the line it ends in and the offset behind it. */
static gboolean
match_heading (VlgFormLines *lines,
               guint         index,
               const char   *label,
               guint        *last,
               guint        *offset)
{
  const VlgFormLine *line = vlg_form_lines_get (lines, index);
  const char *rest = vlg_form_match_label (label, line->text);
  g_autoptr (GString) joined = NULL;

  if (rest != NULL)
    {
      gboolean colon = g_str_has_suffix (label, ":");

      /* Without a colon it is a heading only when nothing follows. */
      if (!colon && *vlg_form_skip_blanks (rest) == ':')
        rest = vlg_form_skip_blanks (rest) + 1;
      if (!colon && *vlg_form_skip_blanks (rest) != '\0')
        return FALSE;
      *last = index;
      *offset = rest - line->text;
      return TRUE;
    }

  /* Only a long heading breaks, and then behind its first words. */
  if (line->length < 8 || strlen (label) < 20 || line->length + 2 >= strlen (label))
    return FALSE;

  joined = g_string_new (line->text);
  for (guint i = index + 1; i < MIN (index + MAX_HEADING_LINES, lines->lines->len); i++)
    {
      const VlgFormLine *next = vlg_form_lines_get (lines, i);
      gsize before;

      if (next->blanks > 1)
        return FALSE;
      g_string_append_c (joined, ' ');
      before = joined->len;
      g_string_append (joined, next->text);
      rest = vlg_form_match_label (label, joined->str);
      if (rest == NULL || (gsize) (rest - joined->str) < before)
        continue;
      *last = i;
      *offset = rest - joined->str - before;
      return TRUE;
    }

  return FALSE;
}

/* The heading of the sequence is a row of words: nothing else may follow the first. */
static gboolean
match_sequence_heading (VlgFormLines *lines,
                        VlgProfile   *profile,
                        guint         index,
                        const char   *label)
{
  const VlgFormLine *line = vlg_form_lines_get (lines, index);
  g_autofree char *bare = g_strndup (label, strlen (label) - (g_str_has_suffix (label, ":") ? 1 : 0));
  const char *rest = vlg_form_match_label (bare, line->text);

  if (rest == NULL)
    return FALSE;
  if (*rest == ':')
    rest++;
  rest = vlg_form_skip_blanks (rest);
  while (*rest != '\0')
    {
      const char *after = NULL;

      for (VlgHeading heading = VLG_HEADING_STATUS; heading <= VLG_HEADING_CONFIRMATION && after == NULL; heading++)
        {
          const char *word = vlg_profile_get_heading (profile, heading);

          if (word != NULL && *word != '\0')
            after = vlg_form_match_label (word, rest);
        }
      if (after == NULL)
        return FALSE;
      rest = vlg_form_skip_blanks (after);
    }

  return TRUE;
}

/* Labels by their first letter, so that most lines are passed over at a glance. */
static void
fill_first_letters (VlgProfile *profile,
                    gboolean    letters[256])
{
  memset (letters, 0, 256 * sizeof (gboolean));
  for (guint i = 0; i < G_N_ELEMENTS (headed_fields); i++)
    {
      const char *label = vlg_profile_get_label (profile, headed_fields[i]);
      guchar first = label != NULL ? (guchar) *label : 0;

      letters[(guchar) g_ascii_tolower (first)] = TRUE;
      letters[(guchar) g_ascii_toupper (first)] = TRUE;
    }
  letters[0] = FALSE;
}

static gboolean
match_field (VlgFormLines *lines,
             VlgProfile   *profile,
             VlgField      field,
             guint         index,
             guint        *last,
             guint        *offset)
{
  const char *label = vlg_profile_get_label (profile, field);

  if (label == NULL || *label == '\0')
    return FALSE;
  if (field == VLG_FIELD_CONSULTATIONS)
    {
      /* The row of words itself belongs to the table, which needs its places. */
      *last = index;
      *offset = 0;
      return match_sequence_heading (lines, profile, index, label);
    }

  return match_heading (lines, index, label, last, offset);
}

/* Whether the text before line @index ended there, so that a heading may begin. */
static gboolean
follows_an_end (VlgFormLines *lines,
                guint         index)
{
  const VlgFormLine *line = vlg_form_lines_get (lines, index);
  const VlgFormLine *previous;

  if (index == 0 || line->page_start || line->blanks > 0)
    return TRUE;
  previous = vlg_form_lines_get (lines, index - 1);

  return previous->taken || strchr (".:!?", previous->text[previous->length - 1]) != NULL;
}

/* The page with the rationales begins here: only behind the line of the decision, which ends the form. */
static gboolean
begins_rationales (VlgFormLines    *lines,
                   VlgFormSections *sections,
                   guint            index,
                   const char      *heading)
{
  return sections->sections[VLG_FIELD_DECIDED_ON].found && follows_an_end (lines, index) && vlg_form_equals_label (heading, vlg_form_lines_get (lines, index)->text);
}

/* The line of the first annex behind the rationales, or the number of lines; annexes begin pages where the rationales do. */
static guint
find_annex_behind (VlgFormLines *lines,
                   VlgProfile   *profile,
                   guint         rationales)
{
  gboolean paged = vlg_form_lines_get (lines, rationales)->page_start;
  guint index = rationales + 1;
  const char *title;

  while (index < lines->lines->len
         && !((paged ? vlg_form_lines_get (lines, index)->page_start : follows_an_end (lines, index)) && vlg_form_match_annex (lines, profile, index, &title) > 0))
    index++;

  return index;
}

void
vlg_form_sections_find (VlgFormLines    *lines,
                        VlgProfile      *profile,
                        VlgFormSections *sections)
{
  gboolean letters[256];
  g_autofree char *rationales = vlg_profile_get_rationales_heading (profile);
  VlgField open = VLG_FIELD_NONE;
  guint n_lines = lines->lines->len;
  guint index = 0;

  memset (sections, 0, sizeof *sections);
  fill_first_letters (profile, letters);

  while (index < n_lines)
    {
      const VlgFormLine *line = vlg_form_lines_get (lines, index);
      const char *title;
      VlgField field = VLG_FIELD_NONE;
      guint last = index;
      guint offset = 0;

      if (sections->n_found > 0
          && (sections->sections[VLG_FIELD_DECIDED_ON].found || follows_an_end (lines, index))
          && vlg_form_match_annex (lines, profile, index, &title) > 0)
        break;
      if (begins_rationales (lines, sections, index, rationales))
        {
          sections->has_rationales = TRUE;
          sections->rationales = index;
          break;
        }

      for (guint i = 0; letters[(guchar) *line->text] && i < G_N_ELEMENTS (headed_fields) && field == VLG_FIELD_NONE; i++)
        if (!sections->sections[headed_fields[i]].found
            && match_field (lines, profile, headed_fields[i], index, &last, &offset))
          field = headed_fields[i];

      if (field != VLG_FIELD_NONE)
        {
          VlgFormSection *section = &sections->sections[field];

          if (open != VLG_FIELD_NONE)
            sections->sections[open].range.end = index;
          section->found = TRUE;
          section->heading = index;
          section->range.first = last;
          section->range.offset = offset;
          section->range.end = n_lines;
          vlg_form_lines_take (lines, index, last + 1);
          /* What stands beside a heading belongs to the value and is accounted for there. */
          if (*vlg_form_skip_blanks (vlg_form_lines_get (lines, last)->text + offset) != '\0')
            vlg_form_lines_get (lines, last)->taken = FALSE;
          open = field;
          sections->n_found++;
          sections->last_heading = index;
        }
      index = last + 1;
    }

  sections->body_end = sections->has_rationales ? find_annex_behind (lines, profile, index) : index;
  if (open != VLG_FIELD_NONE)
    sections->sections[open].range.end = index;
}
