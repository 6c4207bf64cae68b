/* vlg-form-table.c — the consultation sequence where the places of its words are known
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-station.h"

#include <string.h>

typedef enum {
  COLUMN_BODY,
  COLUMN_STATUS,
  COLUMN_DATE,
  COLUMN_IN_FAVOUR,
  COLUMN_AGAINST,
  COLUMN_ABSTENTIONS,
  COLUMN_CONFIRMATION,
  N_COLUMNS
} Column;

typedef struct {
  Column column;
  float  x0, x1;
} Header;

typedef struct {
  VlgFormReading *reading;
  Header          headers[N_COLUMNS];
  guint           n_headers;
  GString        *cells[N_COLUMNS];   /* of the line being read */
  VlgStation      station;
} Table;

static const char *
get_column_label (VlgProfile *profile,
                  Column      column)
{
  if (column == COLUMN_BODY)
    return vlg_profile_get_label (profile, VLG_FIELD_CONSULTATIONS);

  return vlg_profile_get_heading (profile, VLG_HEADING_STATUS + (column - COLUMN_STATUS));
}

/* Where each word of the heading row stands. */
static gboolean
find_headers (Table *table,
              guint  header)
{
  VlgFormReading *reading = table->reading;
  const VlgFormLine *line = vlg_form_lines_get (reading->lines, header);
  guint n_wide = 0;

  vlg_form_lines_get_words (reading->lines, header, reading->words);
  for (guint i = 0; i < reading->words->len && table->n_headers < N_COLUMNS; i++)
    {
      const VlgFormWord *word = &g_array_index (reading->words, VlgFormWord, i);

      for (Column column = COLUMN_BODY; column < N_COLUMNS; column++)
        {
          const char *label = get_column_label (reading->profile, column);
          const char *rest = label != NULL && *label != '\0' ? vlg_form_match_label (label, line->text + word->start) : NULL;
          guint last = i;

          if (rest == NULL)
            continue;
          while (last + 1 < reading->words->len
                 && line->text + g_array_index (reading->words, VlgFormWord, last + 1).start < rest)
            last++;
          table->headers[table->n_headers++] = (Header) { column, word->x0, g_array_index (reading->words, VlgFormWord, last).x1 };
          n_wide += word->wide ? 1 : 0;
          i = last;
          break;
        }
    }

  return table->n_headers >= 3 && (reading->lines->positional || n_wide >= 2);
}

/* A cell belongs to the column under whose heading its middle lies; between two headings the border is taken to be halfway, which holds
 * for flush left and for centred columns. */
static Column
find_column (const Table *table,
             float        x0,
             float        x1)
{
  float middle = (x0 + x1) / 2;
  guint i;

  for (i = 0; i + 1 < table->n_headers; i++)
    if (middle < (table->headers[i].x1 + table->headers[i + 1].x0) / 2)
      break;

  return table->headers[i].column;
}

static void
fill_cells (Table *table,
            guint  index)
{
  VlgFormReading *reading = table->reading;
  const VlgFormLine *line = vlg_form_lines_get (reading->lines, index);
  guint end;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_truncate (table->cells[i], 0);

  vlg_form_lines_get_words (reading->lines, index, reading->words);
  for (guint i = 0; i < reading->words->len; i = end)
    {
      const VlgFormWord *first = &g_array_index (reading->words, VlgFormWord, i);
      const VlgFormWord *last;
      GString *cell;

      end = vlg_form_words_segment (reading->words, i);
      last = &g_array_index (reading->words, VlgFormWord, end - 1);
      cell = table->cells[find_column (table, first->x0, last->x1)];
      if (cell->len > 0)
        g_string_append_c (cell, ' ');
      g_string_append_len (cell, line->text + first->start, last->start + last->length - first->start);
    }
}

static gboolean
is_header (Table *table,
           guint  index)
{
  const VlgFormLine *line = vlg_form_lines_get (table->reading->lines, index);
  const char *rest = line->text;
  guint n_labels = 0;

  while (*(rest = vlg_form_skip_blanks (rest)) != '\0')
    {
      const char *after = NULL;

      for (Column column = COLUMN_BODY; column < N_COLUMNS && after == NULL; column++)
        {
          const char *label = get_column_label (table->reading->profile, column);

          if (label != NULL && *label != '\0')
            after = vlg_form_match_label (label, rest);
        }
      if (after == NULL)
        return FALSE;
      rest = after;
      n_labels++;
    }

  return n_labels >= 2;
}

/* "nicht" alone waits for its second word. */
static gboolean
status_is_complete (const Table *table)
{
  return table->station.visibility != VLG_VISIBILITY_UNDECIDED;
}

/* Whether the line in the cells begins another row than the one being read. */
static gboolean
begins_row (Table             *table,
            const VlgFormLine *line)
{
  VlgStation *station = &table->station;
  const char *body = table->cells[COLUMN_BODY]->str;

  if (vlg_station_is_empty (station))
    return FALSE;
  if (line->row != 0)
    return line->row != vlg_form_lines_get (table->reading->lines, station->first)->row;
  if (table->cells[COLUMN_STATUS]->len > 0 && status_is_complete (table))
    return TRUE;
  if (table->cells[COLUMN_DATE]->len > 0 && station->day != VLG_DAY_NONE)
    return TRUE;
  if (*body == '\0' || station->body->len == 0)
    return FALSE;
  if (vlg_station_names_body (station, table->reading, body))
    return FALSE;
  if (line->blanks > 0 || line->page_start)
    return TRUE;

  return vlg_station_names_body (station, table->reading, NULL);
}

/* The status cell, with a date behind it where both stand close together. */
static void
read_status (Table *table)
{
  VlgStation *station = &table->station;
  VlgVisibility visibility;
  const char *rest;

  if (table->cells[COLUMN_STATUS]->len == 0)
    return;
  if (station->status->len > 0)
    g_string_append_c (station->status, ' ');
  g_string_append (station->status, table->cells[COLUMN_STATUS]->str);

  rest = vlg_form_match_status (table->reading->profile, station->status->str, &visibility);
  if (rest == NULL)
    return;
  station->visibility = visibility;
  rest = vlg_form_skip_blanks (rest);
  if (*rest != '\0')
    {
      if (table->cells[COLUMN_DATE]->len > 0)
        g_string_prepend_c (table->cells[COLUMN_DATE], ' ');
      g_string_prepend (table->cells[COLUMN_DATE], rest);
    }
}

/* Whether everything in the line's cells could be read. */
static gboolean
read_cells (Table *table)
{
  VlgStation *station = &table->station;
  const char *date = table->cells[COLUMN_DATE]->str;
  gboolean complete = TRUE;

  vlg_form_join_line (station->body, table->cells[COLUMN_BODY]->str);
  read_status (table);

  date = vlg_form_skip_blanks (table->cells[COLUMN_DATE]->str);
  if (*date != '\0')
    {
      VlgDay day = vlg_day_parse_german (date);

      if (day != VLG_DAY_NONE && station->day == VLG_DAY_NONE)
        station->day = day;
      else
        complete = FALSE;
    }

  for (Column column = COLUMN_IN_FAVOUR; column <= COLUMN_ABSTENTIONS; column++)
    {
      int *counts[] = { &station->votes.in_favour, &station->votes.against, &station->votes.abstentions };
      int *count = counts[column - COLUMN_IN_FAVOUR];
      int value;

      if (table->cells[column]->len == 0)
        continue;
      if (*count == VLG_VOTES_ABSENT && vlg_votes_parse_cell (table->cells[column]->str, &value))
        *count = value;
      else
        complete = FALSE;
    }
  vlg_form_join_line (station->confirmation, table->cells[COLUMN_CONFIRMATION]->str);

  return complete;
}

static void
commit (Table           *table,
        GArray          *odd,
        VlgStationTally *tally)
{
  /* A status that never became one is kept with its line. */
  if (table->station.status->len > 0 && table->station.visibility == VLG_VISIBILITY_UNDECIDED)
    g_array_append_val (odd, table->station.first);
  vlg_station_commit (&table->station, table->reading, tally);
}

gboolean
vlg_form_read_table (VlgFormReading  *reading,
                     guint            header,
                     guint            end,
                     VlgStationTally *tally)
{
  g_autoptr (GArray) odd = NULL;
  Table table = { reading, };

  if (!find_headers (&table, header))
    return FALSE;

  odd = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < N_COLUMNS; i++)
    table.cells[i] = g_string_new (NULL);
  vlg_station_init (&table.station);
  table.station.tabular = TRUE;

  for (guint i = header; i < end; i++)
    {
      const VlgFormLine *line = vlg_form_lines_get (reading->lines, i);

      if (is_header (&table, i))
        {
          vlg_form_lines_take (reading->lines, i, i + 1);
          continue;
        }
      fill_cells (&table, i);
      if (begins_row (&table, line))
        commit (&table, odd, tally);
      if (table.station.end == 0)
        table.station.first = i;
      table.station.end = i + 1;
      if (!read_cells (&table))
        g_array_append_val (odd, i);
    }
  commit (&table, odd, tally);

  /* Lines of which only a part was understood are kept verbatim as well. */
  for (guint i = 0; i < odd->len; i++)
    vlg_form_lines_get (reading->lines, g_array_index (odd, guint, i))->taken = FALSE;

  vlg_station_clear (&table.station);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_free (table.cells[i], TRUE);

  return TRUE;
}
