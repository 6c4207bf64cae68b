/* vlg-form-foreign.c — papers of other cities: what is certain
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The headings below are what council offices generally print; they are no part of a profile, because a profile describes one office's own form. */

#include "config.h"

#include "vlg-form-station.h"

#include <string.h>

typedef enum {
  PART_NONE,
  PART_NUMBER,
  PART_TITLE,
  PART_RESOLUTION,
  PART_LEGAL_BASIS,
  PART_REASONING,
  PART_RESPONSIBLE,
  PART_SUBMITTER,
  PART_RELATION,
  PART_VISIBILITY,
  PART_SEQUENCE,
  PART_OTHER,       /* ends what stands before it */
} Part;

static const struct {
  const char *label;
  Part        part;
} labels[] = {
  { "Drucksache:", PART_NUMBER },
  { "Drucksache Nr.:", PART_NUMBER },
  { "Drucksachen-Nr.:", PART_NUMBER },
  { "Drucksachen Nr.:", PART_NUMBER },
  { "Drucksachennummer:", PART_NUMBER },
  { "Vorlage Nr.:", PART_NUMBER },
  { "Vorlage-Nr.:", PART_NUMBER },
  { "Vorlagen-Nr.:", PART_NUMBER },
  { "Vorlagennummer:", PART_NUMBER },
  { "Kurztitel:", PART_TITLE },
  { "Betreff:", PART_TITLE },
  { "Titel:", PART_TITLE },
  { "Bezeichnung:", PART_TITLE },
  { "Gegenstand:", PART_TITLE },
  { "Beschlussvorschlag:", PART_RESOLUTION },
  { "Beschlussentwurf:", PART_RESOLUTION },
  { "Beschlusstext:", PART_RESOLUTION },
  { "Beschluss:", PART_RESOLUTION },
  { "Gesetzliche Grundlagen:", PART_LEGAL_BASIS },
  { "Rechtsgrundlage:", PART_LEGAL_BASIS },
  { "Begründung:", PART_REASONING },
  { "Sachverhalt:", PART_REASONING },
  { "Sachdarstellung:", PART_REASONING },
  { "Federführend:", PART_RESPONSIBLE },
  { "Federführung:", PART_RESPONSIBLE },
  { "Federführendes Amt:", PART_RESPONSIBLE },
  { "Einreicher:", PART_SUBMITTER },
  { "Antragsteller:", PART_SUBMITTER },
  { "Bezüglich:", PART_RELATION },
  { "Status:", PART_VISIBILITY },
  { "Öffentlichkeitsstatus:", PART_VISIBILITY },
  { "Beratungsfolge:", PART_SEQUENCE },
  { "Finanzielle Auswirkungen:", PART_OTHER },
  { "Anlagen:", PART_OTHER },
  { "Anlage/n:", PART_OTHER },
  { "Anlage(n):", PART_OTHER },
  { "Beteiligungen:", PART_OTHER },
  { "Organisationseinheit:", PART_OTHER },
  { "Datum:", PART_OTHER },
  { "Vorlage-Art:", PART_OTHER },
};

typedef struct {
  guint line;
  guint offset;   /* where the value begins */
  guint label;    /* which it is */
  Part  part;
} Mark;

/* The heading at the start of a line. "Vorlage - 2015/0288-1" is one too. */
static Part
match_part (const char *text,
            guint      *offset,
            guint      *label)
{
  const char *rest = vlg_form_match_label ("Vorlage", text);

  if (rest != NULL && *(rest = vlg_form_skip_blanks (rest)) == '-' && rest[1] == ' ')
    {
      *offset = rest + 1 - text;
      *label = G_N_ELEMENTS (labels);
      return PART_NUMBER;
    }

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_ascii_tolower (*labels[i].label) != g_ascii_tolower (*text))
        continue;
      rest = vlg_form_match_label (labels[i].label, text);
      if (rest != NULL)
        {
          *offset = rest - text;
          *label = i;
          return labels[i].part;
        }
    }

  return PART_NONE;
}

static GArray *
find_marks (VlgFormLines *lines)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  for (guint i = 0; i < lines->lines->len; i++)
    {
      Mark mark = { i, 0, 0, PART_NONE };

      mark.part = match_part (vlg_form_lines_get (lines, i)->text, &mark.offset, &mark.label);
      if (mark.part != PART_NONE)
        g_array_append_val (marks, mark);
    }

  return marks;
}

static void
report (VlgFormReading *reading,
        VlgField        field,
        VlgFormRange   *range)
{
  vlg_form_report (reading, field, VLG_CERTAINTY_CERTAIN, range->first, range->end, NULL);
}

/* The heading's own line when the value stands in it, else the one below. */
static void
narrow_to_line (VlgFormLines *lines,
                VlgFormRange *range)
{
  guint end = range->end;

  range->end = MIN (range->first + 1, end);
  if (vlg_form_range_is_empty (lines, range) && range->end < end)
    range->end++;
}

/* A number holds a figure and is no sentence. */
static gboolean
is_number (const char *text)
{
  guint n_words = 1;

  if (strlen (text) > 40 || strpbrk (text, "0123456789") == NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    n_words += *p == ' ' ? 1 : 0;

  return n_words <= 3 && vlg_form_match_date (text) == 0;
}

static VlgMotionNumber *
read_number (VlgFormReading *reading,
             VlgFormRange   *range)
{
  g_autofree char *text = NULL;
  VlgMotionNumber *number = NULL;
  gboolean taken[2];

  narrow_to_line (reading->lines, range);
  for (guint i = 0; i < 2; i++)
    taken[i] = range->first + i < reading->lines->lines->len && vlg_form_lines_get (reading->lines, range->first + i)->taken;
  text = vlg_form_range_to_line (reading->lines, range);
  if (*text != '\0' && is_number (text))
    number = vlg_motion_number_parse (text, NULL);
  if (number == NULL)
    for (guint i = 0; i < 2 && range->first + i < range->end; i++)
      vlg_form_lines_get (reading->lines, range->first + i)->taken = taken[i];

  return number;
}

/* Up to the first empty line: a title is one paragraph. */
static void
narrow_to_paragraph (VlgFormLines *lines,
                     VlgFormRange *range)
{
  guint first = range->first;

  if (*vlg_form_skip_blanks (vlg_form_lines_get (lines, first)->text + range->offset) == '\0')
    first++;
  for (guint i = first + 1; i < range->end; i++)
    if (vlg_form_lines_get (lines, i)->blanks > 0 || vlg_form_lines_get (lines, i)->page_start)
      {
        range->end = i;
        return;
      }
}

/* A page number that slipped in before the next heading is no part of a text. */
static void
drop_page_number (VlgFormLines *lines,
                  VlgFormRange *range)
{
  while (range->end > range->first + 1)
    {
      const char *text = vlg_form_lines_get (lines, range->end - 1)->text;

      if (strspn (text, "0123456789") != strlen (text) || strlen (text) > 3)
        return;
      range->end--;
    }
}

static void
read_text (VlgFormReading *reading,
           VlgField        field,
           VlgFormRange   *range)
{
  g_autofree char *text = NULL;

  if (*vlg_motion_get_text (reading->motion, field) != '\0')
    return;
  if (vlg_field_is_long_text (field))
    {
      drop_page_number (reading->lines, range);
      text = vlg_form_range_to_markdown (reading->lines, range);
    }
  else
    {
      narrow_to_paragraph (reading->lines, range);
      text = vlg_form_range_to_line (reading->lines, range);
    }
  vlg_motion_set_text (reading->motion, field, text);
  report (reading, field, range);
}

static void
read_visibility (VlgFormReading *reading,
                 VlgFormRange   *range)
{
  const VlgFormLine *line = vlg_form_lines_get (reading->lines, range->first);
  const char *text = vlg_form_skip_blanks (line->text + range->offset);
  VlgVisibility visibility = VLG_VISIBILITY_UNDECIDED;
  guint value_line = range->first;
  const char *rest;

  if (vlg_motion_get_visibility (reading->motion) != VLG_VISIBILITY_UNDECIDED)
    return;
  if (*text == '\0' && range->first + 1 < range->end)
    {
      value_line++;
      text = vlg_form_lines_get (reading->lines, value_line)->text;
    }

  rest = vlg_form_match_status (reading->profile, text, &visibility);
  if (rest == NULL)
    {
      /* A page's columns may run into each other: "Status:öffentlichVorlage-Art:…". */
      if (g_str_has_prefix (text, "öffentlich"))
        visibility = VLG_VISIBILITY_PUBLIC;
      else if (g_str_has_prefix (text, "nicht öffentlich") || g_str_has_prefix (text, "nichtöffentlich"))
        visibility = VLG_VISIBILITY_NON_PUBLIC;
      else
        return;
    }
  vlg_motion_set_visibility (reading->motion, visibility);
  if (rest != NULL && *vlg_form_skip_blanks (rest) == '\0')
    vlg_form_lines_take (reading->lines, range->first, value_line + 1);
  vlg_form_report (reading, VLG_FIELD_VISIBILITY, VLG_CERTAINTY_CERTAIN, range->first, value_line + 1, NULL);
}

static gboolean
is_date_line (VlgFormLines *lines,
              guint         index)
{
  const VlgFormLine *line = vlg_form_lines_get (lines, index);

  return vlg_form_match_date (line->text) == line->length && vlg_day_parse_german (line->text) != VLG_DAY_NONE;
}

static gboolean
is_status_line (VlgFormReading *reading,
                guint           index,
                VlgVisibility  *visibility)
{
  const char *rest = vlg_form_match_status (reading->profile, vlg_form_lines_get (reading->lines, index)->text, visibility);

  return rest != NULL && *vlg_form_skip_blanks (rest) == '\0';
}

static gboolean
is_column_word (const char *text)
{
  static const char * const words[] = { "Sitzung", "Behandlung", "Zuständigkeit", "Tag", "Termin", "Datum", "Status", "Gremium", NULL };

  return g_strv_contains (words, text);
}

/* The lines of a body's name above line @below. */
static guint
find_body_above (VlgFormReading *reading,
                 guint           floor,
                 guint           below)
{
  VlgFormLines *lines = reading->lines;
  guint first = below;

  while (first > floor && below - first < 4)
    {
      const VlgFormLine *line = vlg_form_lines_get (lines, first - 1);
      VlgVisibility visibility;
      VlgRole role;
      const char *rest = vlg_form_match_role (line->text, &role);

      if (line->taken || is_column_word (line->text) || is_date_line (lines, first - 1) || is_status_line (reading, first - 1, &visibility)
          || (rest != NULL && *rest == '\0'))
        break;
      first--;
      if (line->blanks > 0)
        break;
    }

  return first;
}

/* Stations given cell by cell: body, then date and status in either order, then perhaps the role. */
static void
read_cell_stations (VlgFormReading  *reading,
                    guint            first,
                    guint            end,
                    VlgStationTally *tally)
{
  VlgFormLines *lines = reading->lines;
  VlgStation station;

  vlg_station_init (&station);
  for (guint i = first; i + 1 < end; i++)
    {
      VlgVisibility visibility = VLG_VISIBILITY_UNDECIDED;
      gboolean date_first = is_date_line (lines, i) && is_status_line (reading, i + 1, &visibility);
      gboolean status_first = !date_first && is_date_line (lines, i + 1) && is_status_line (reading, i, &visibility);
      guint body;
      const char *rest;

      if (!date_first && !status_first)
        continue;
      body = find_body_above (reading, first, i);
      if (body == i)
        continue;

      for (guint j = body; j < i; j++)
        vlg_form_join_line (station.body, vlg_form_lines_get (lines, j)->text);
      station.first = body;
      station.end = i + 2;
      station.visibility = visibility;
      station.day = vlg_day_parse_german (vlg_form_lines_get (lines, date_first ? i : i + 1)->text);
      if (i + 2 < end && (rest = vlg_form_match_role (vlg_form_lines_get (lines, i + 2)->text, &station.role)) != NULL)
        {
          if (*rest == '\0')
            station.end++;
          else
            station.role = VLG_ROLE_NONE;
        }
      i = station.end - 1;
      vlg_station_commit (&station, reading, tally);
    }
  vlg_station_clear (&station);
}

/* Where a line ends with a role that something stands before ("Rat der Stadt Sehnde Entscheidung"): the role, or NULL. */
static const char *
find_role_tail (const char *text,
                VlgRole    *role)
{
  const char *blank = strrchr (text, ' ');
  const char *rest = blank != NULL ? vlg_form_match_role (blank + 1, role) : NULL;

  return rest != NULL && *rest == '\0' ? blank + 1 : NULL;
}

/* The result at the end of a meeting's line. */
static const char *
find_result_tail (const char *text,
                  VlgResult  *result)
{
  static const char * const starts[] = {
    " ungeändert ", " geändert ", " einstimmig ", " mehrheitlich ", " zur Kenntnis ", " abgelehnt", " vertagt", " zurückgestellt",
    " zurückgezogen", " verwiesen", " empfohlen", " beschlossen", " abgesetzt", " nicht ",
  };
  const char *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      const char *at = strstr (text, starts[i]);

      if (at != NULL && (best == NULL || at < best))
        best = at;
    }
  if (best == NULL)
    return NULL;
  *result = vlg_result_parse (best + 1);

  return *result != VLG_RESULT_NONE ? best + 1 : NULL;
}

/* Stations of a council system's page: "body role", the date, "Sitzung des … result". */
static void
read_page_stations (VlgFormReading  *reading,
                    guint            first,
                    guint            end,
                    VlgStationTally *tally)
{
  VlgFormLines *lines = reading->lines;
  GListModel *consultations = G_LIST_MODEL (vlg_motion_get_consultations (reading->motion));
  VlgStation station;

  vlg_station_init (&station);
  for (guint i = first; i < end; i++)
    {
      const VlgFormLine *line = vlg_form_lines_get (lines, i);
      VlgRole role = VLG_ROLE_NONE;
      const char *role_at = find_role_tail (line->text, &role);
      g_autofree char *body = NULL;
      const char *wording;
      VlgResult result = VLG_RESULT_NONE;

      if (i > first && line->blanks > 0)
        break;
      if (role_at == NULL)
        continue;

      body = g_strchomp (g_strndup (line->text, role_at - line->text));
      vlg_form_join_line (station.body, body);
      station.role = role;
      station.first = i;
      station.end = i + 1;
      if (i + 1 < end && is_date_line (lines, i + 1))
        {
          station.day = vlg_day_parse_german (vlg_form_lines_get (lines, i + 1)->text);
          station.end++;
        }
      i = station.end - 1;
      vlg_station_commit (&station, reading, tally);

      /* The meeting's line itself is kept: its name is in no field. */
      if (i + 1 >= end || !g_str_has_prefix (vlg_form_lines_get (lines, i + 1)->text, "Sitzung "))
        continue;
      wording = find_result_tail (vlg_form_lines_get (lines, i + 1)->text, &result);
      if (wording != NULL && g_list_model_get_n_items (consultations) > 0)
        {
          g_autoptr (VlgConsultation) consultation = g_list_model_get_item (consultations, g_list_model_get_n_items (consultations) - 1);

          vlg_consultation_set_result (consultation, result);
          vlg_consultation_set_result_wording (consultation, wording);
        }
      i++;
    }
  vlg_station_clear (&station);
}

static void
read_sequence (VlgFormReading *reading,
               const GArray   *marks,
               guint           index)
{
  const Mark *mark = &g_array_index (marks, Mark, index);
  guint end = reading->lines->lines->len;
  VlgStationTally tally = { 0, };

  /* Text layers mix other cells into it; it certainly ends where a text begins. */
  for (guint i = index + 1; i < marks->len; i++)
    {
      const Mark *next = &g_array_index (marks, Mark, i);

      if (next->part == PART_TITLE || next->part == PART_RESOLUTION || next->part == PART_REASONING)
        {
          end = next->line;
          break;
        }
    }

  read_page_stations (reading, mark->line + 1, end, &tally);
  if (tally.n_stations == 0)
    read_cell_stations (reading, mark->line + 1, end, &tally);
  if (tally.n_stations > 0)
    {
      vlg_form_lines_take (reading->lines, mark->line, mark->line + 1);
      vlg_form_report (reading, VLG_FIELD_CONSULTATIONS, VLG_CERTAINTY_PROBABLE, mark->line, end, NULL);
    }
}

static void
read_part (VlgFormReading *reading,
           Part            part,
           VlgFormRange   *range)
{
  g_autoptr (VlgMotionNumber) number = NULL;
  g_autoptr (VlgRelation) relation = NULL;

  switch (part)
    {
    case PART_NUMBER:
      if (vlg_motion_get_number (reading->motion) == NULL && (number = read_number (reading, range)) != NULL)
        {
          vlg_motion_set_number (reading->motion, number);
          report (reading, VLG_FIELD_NUMBER, range);
        }
      break;

    case PART_RELATION:
      number = read_number (reading, range);
      if (number != NULL)
        {
          relation = vlg_relation_new (VLG_RELATION_MENTIONS, number);
          g_list_store_append (vlg_motion_get_relations (reading->motion), relation);
          report (reading, VLG_FIELD_RELATIONS, range);
        }
      break;

    case PART_VISIBILITY:
      read_visibility (reading, range);
      break;

    case PART_TITLE:
      read_text (reading, VLG_FIELD_TITLE, range);
      break;

    case PART_RESOLUTION:
      read_text (reading, VLG_FIELD_RESOLUTION, range);
      break;

    case PART_LEGAL_BASIS:
      read_text (reading, VLG_FIELD_LEGAL_BASIS, range);
      break;

    case PART_REASONING:
      read_text (reading, VLG_FIELD_REASONING, range);
      break;

    case PART_RESPONSIBLE:
      read_text (reading, VLG_FIELD_RESPONSIBLE, range);
      break;

    case PART_SUBMITTER:
      read_text (reading, VLG_FIELD_SUBMITTER, range);
      break;

    case PART_NONE:
    case PART_SEQUENCE:
    case PART_OTHER:
    default:
      break;
    }
}

/* Every field the form would have and this paper does not. */
static void
report_missing (VlgFormReading *reading)
{
  for (VlgField field = VLG_FIELD_NUMBER; field <= VLG_FIELD_DECIDED_ON; field++)
    if (vlg_import_report_find (reading->report, field) == NULL)
      vlg_form_report (reading, field, VLG_CERTAINTY_MISSING, 0, 0, NULL);
}

static VlgFormRange
get_range (VlgFormLines *lines,
           const GArray *marks,
           guint         index)
{
  const Mark *mark = &g_array_index (marks, Mark, index);
  VlgFormRange range = { mark->line, mark->offset, lines->lines->len };

  if (index + 1 < marks->len)
    range.end = g_array_index (marks, Mark, index + 1).line;

  return range;
}

/* A record of a meeting says "Beschluss:" for every item: a heading with several values is no paper's. */
static gboolean
stands_once (VlgFormLines *lines,
             const GArray *marks,
             guint         index)
{
  guint label = g_array_index (marks, Mark, index).label;

  for (guint i = 0; i < marks->len; i++)
    {
      VlgFormRange range;

      if (i == index || g_array_index (marks, Mark, i).label != label)
        continue;
      range = get_range (lines, marks, i);
      if (!vlg_form_range_is_empty (lines, &range))
        return FALSE;
    }

  return TRUE;
}

/* Whether the paper names the profile's municipality, so that its bodies are meant. */
static gboolean
is_of_municipality (VlgFormReading *reading)
{
  const char *name = vlg_profile_get_name (reading->profile);

  if (name == NULL || *name == '\0')
    return FALSE;
  for (guint i = 0; i < reading->lines->lines->len; i++)
    if (strstr (vlg_form_lines_get (reading->lines, i)->text, name) != NULL)
      return TRUE;

  return FALSE;
}

void
vlg_form_read_foreign (VlgFormReading *reading)
{
  VlgFormLines *lines = reading->lines;
  g_autoptr (GArray) marks = find_marks (lines);
  gboolean sequence_read = FALSE;

  reading->foreign = !is_of_municipality (reading);
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      VlgFormRange range = get_range (lines, marks, i);

      if (mark->part == PART_SEQUENCE)
        {
          if (!sequence_read)
            read_sequence (reading, marks, i);
          sequence_read = TRUE;
        }
      /* A heading without a value is one of a page's links; the real one follows. */
      else if (!vlg_form_range_is_empty (lines, &range) && (mark->part == PART_NUMBER || stands_once (lines, marks, i)))
        read_part (reading, mark->part, &range);
    }
  report_missing (reading);
}
