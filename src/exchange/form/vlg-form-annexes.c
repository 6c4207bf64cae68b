/* vlg-form-annexes.c — the annexes behind the form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-reading.h"

#include <string.h>

/* A title of at least so many bytes may go on in the next line, over no more than so many. */
#define LONG_TITLE 56
#define MAX_TITLE_LINES 8

/* Whether the text before line @index ended there. */
static gboolean
follows_an_end (VlgFormLines *lines,
                guint         index)
{
  const VlgFormLine *line = vlg_form_lines_get (lines, index);
  const VlgFormLine *previous = vlg_form_lines_get (lines, index - 1);

  return line->page_start || line->blanks > 0 || previous->taken || strchr (".:!?", previous->text[previous->length - 1]) != NULL;
}

/* The line behind a title that begins in line @heading: only a full line goes on, and a title ends with an empty one and without a full stop. */
static guint
find_title_end (VlgFormLines *lines,
                guint         heading,
                guint         end,
                const char   *title)
{
  if (*title == '\0' || vlg_form_lines_get (lines, heading)->length < LONG_TITLE)
    return heading + 1;

  for (guint i = heading + 1; i < end; i++)
    {
      const VlgFormLine *line = vlg_form_lines_get (lines, i);

      if (line->blanks > 0 || line->page_start)
        {
          const VlgFormLine *last = vlg_form_lines_get (lines, i - 1);

          return strchr (".!?:", last->text[last->length - 1]) != NULL ? heading + 1 : i;
        }
      if (i - heading >= MAX_TITLE_LINES)
        return heading + 1;
    }

  return heading + 1;
}

static VlgAnnex *
find_annex (VlgMotion *motion,
            guint      number)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);

      if (vlg_annex_get_number (annex) == number)
        return annex;
    }

  return NULL;
}

/* The annex from its heading up to before line @end. */
static void
read_annex (VlgFormReading *reading,
            guint           number,
            guint           heading,
            const char     *rest,
            guint           end)
{
  guint text_start = find_title_end (reading->lines, heading, end, rest);
  VlgFormRange title_range = { heading, rest - vlg_form_lines_get (reading->lines, heading)->text, text_start };
  VlgFormRange text_range = { text_start, 0, end };
  g_autofree char *title = vlg_form_range_to_line (reading->lines, &title_range);
  g_autofree char *text = vlg_form_range_to_markdown (reading->lines, &text_range);
  VlgAnnex *known = find_annex (reading->motion, number);

  if (known != NULL)
    {
      /* It was named in a list of annexes before. */
      if (*title != '\0' && *vlg_annex_get_title (known) == '\0')
        vlg_annex_set_title (known, title);
      else if (*title != '\0' && strcmp (title, vlg_annex_get_title (known)) != 0)
        vlg_form_lines_get (reading->lines, heading)->taken = FALSE;
      vlg_annex_set_text (known, text);
    }
  else
    {
      g_autoptr (VlgAnnex) annex = vlg_annex_new ();

      vlg_annex_set_number (annex, number);
      vlg_annex_set_title (annex, title);
      vlg_annex_set_text (annex, text);
      g_list_store_append (vlg_motion_get_annexes (reading->motion), annex);
    }
}

/* Whether a heading with this number can stand here: numbers rise, but for annexes that were only named so far. */
static gboolean
is_next (VlgFormReading *reading,
         guint           number,
         guint           last)
{
  VlgAnnex *known;

  if (number > last)
    return number <= last + 50;
  known = find_annex (reading->motion, number);

  return known != NULL && *vlg_annex_get_text (known) == '\0';
}

void
vlg_form_read_annexes (VlgFormReading *reading)
{
  VlgFormLines *lines = reading->lines;
  guint n_lines = lines->lines->len;
  guint heading = reading->sections.body_end;
  guint number, last;
  const char *rest = NULL;

  if (heading >= n_lines)
    return;

  number = last = vlg_form_match_annex (lines, reading->profile, heading, &rest);
  g_assert (number > 0);
  for (guint i = heading + 1; i < n_lines; i++)
    {
      const char *title = NULL;
      guint next;

      if (g_ascii_tolower (*vlg_form_lines_get (lines, i)->text) != g_ascii_tolower (*vlg_form_lines_get (lines, heading)->text))
        continue;
      next = vlg_form_match_annex (lines, reading->profile, i, &title);
      if (next == 0 || next == number || (!follows_an_end (lines, i) && i > heading + 1) || !is_next (reading, next, last))
        continue;
      read_annex (reading, number, heading, rest, i);
      heading = i;
      number = next;
      last = MAX (last, next);
      rest = title;
    }
  read_annex (reading, number, heading, rest, n_lines);

  vlg_form_report (reading, VLG_FIELD_ANNEXES, VLG_CERTAINTY_CERTAIN, reading->sections.body_end, n_lines, NULL);
}
