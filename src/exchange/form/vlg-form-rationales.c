/* vlg-form-rationales.c — the page that says why fields of action were ticked
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-reading.h"

#include <string.h>

/* The name of a field may break over so many lines. */
#define MAX_NAME_LINES 3

/* The mark of the field with this printed name, or NULL; borrowed. */
static VlgMark *
find_mark (VlgFormReading *reading,
           const char     *name)
{
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (reading->profile);
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (reading->motion));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      VlgActionField *field = vlg_leitbild_find_field (leitbild, vlg_mark_get_field (mark));

      if (vlg_form_equals_label (field != NULL ? vlg_action_field_get_name (field) : vlg_mark_get_field (mark), name))
        return mark;
    }

  return NULL;
}

/* The mark whose name stands from line @index on as a heading, and the line behind it; NULL where there is none. */
static VlgMark *
match_name (VlgFormReading *reading,
            guint           index,
            guint           end,
            guint          *behind)
{
  g_autoptr (GString) name = g_string_new (NULL);
  VlgMark *found = NULL;

  if (vlg_form_lines_get (reading->lines, index)->blanks == 0 && !vlg_form_lines_get (reading->lines, index)->page_start)
    return NULL;
  for (guint i = index; i < MIN (index + MAX_NAME_LINES, end); i++)
    {
      VlgMark *mark;

      vlg_form_join_line (name, vlg_form_lines_get (reading->lines, i)->text);
      mark = find_mark (reading, name->str);
      if (mark != NULL && *vlg_mark_get_rationale (mark) == '\0')
        {
          found = mark;
          *behind = i + 1;
        }
    }

  return found;
}

/* "Ziel-Nummer: M01, M03": the table has told it. The line behind it. */
static guint
skip_goals (VlgFormReading *reading,
            guint           index,
            guint           end)
{
  const char *word = vlg_profile_get_heading (reading->profile, VLG_HEADING_GOAL_NUMBER);
  const char *rest = index < end && word != NULL && *word != '\0' ? vlg_form_match_label (word, vlg_form_lines_get (reading->lines, index)->text) : NULL;

  if (rest == NULL || *vlg_form_skip_blanks (rest) != ':')
    return index;
  for (index++; index < end && vlg_form_lines_get (reading->lines, index)->blanks == 0 && !vlg_form_lines_get (reading->lines, index)->page_start; index++)
    ;

  return index;
}

/* The paragraphs from line @first up to before @end, a line each. Caller owns. */
static char *
read_paragraphs (VlgFormReading *reading,
                 guint           first,
                 guint           end)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (first < end)
    {
      VlgFormRange range = { first, 0, first + 1 };
      g_autofree char *text = NULL;

      while (range.end < end && vlg_form_lines_get (reading->lines, range.end)->blanks == 0)
        range.end++;
      text = vlg_form_range_to_line (reading->lines, &range);
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", text);
      first = range.end;
    }

  return g_strdup (out->str);
}

void
vlg_form_read_rationales (VlgFormReading *reading)
{
  VlgFormLines *lines = reading->lines;
  guint end = reading->sections.body_end;
  VlgMark *mark = NULL;
  guint first = 0;

  if (!reading->sections.has_rationales)
    return;

  /* What stands above the first name is kept word for word. */
  vlg_form_lines_take (lines, reading->sections.rationales, reading->sections.rationales + 1);
  for (guint i = reading->sections.rationales + 1; i <= end;)
    {
      guint behind = i + 1;
      VlgMark *next = i < end ? match_name (reading, i, end, &behind) : NULL;

      if (mark != NULL && (next != NULL || i == end))
        {
          g_autofree char *text = read_paragraphs (reading, first, i);

          vlg_mark_set_rationale (mark, text);
        }
      if (next != NULL)
        {
          first = skip_goals (reading, behind, end);
          vlg_form_lines_take (lines, i, first);
          mark = next;
          behind = MAX (first, behind);
        }
      i = behind;
    }
}
