/* vlg-form-sequence.c — the consultation sequence, cell by cell as a text layer gives it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-form-station.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  VlgFormReading  *reading;
  VlgStation       station;
  VlgStationTally *tally;
  gboolean         non_public_half;   /* "nicht" ended the last line */
} Stream;

static gboolean
has_values (Stream *stream)
{
  VlgStation *station = &stream->station;

  return station->visibility != VLG_VISIBILITY_UNDECIDED || station->day != VLG_DAY_NONE || stream->non_public_half;
}

static void
finish_row (Stream *stream)
{
  if (stream->station.n_votes > 0 && stream->station.n_votes < 3)
    stream->tally->n_ambiguous++;
  vlg_station_commit (&stream->station, stream->reading, stream->tally);
}

/* Words that cannot end a body's name. */
static gboolean
name_goes_on (const GString *body)
{
  static const char * const open_ends[] = { "-", "-/", " und", " für", " des", " der", " die", " das", " im", " in", " von", " zu", ",", " oder", "&" };

  for (guint i = 0; i < G_N_ELEMENTS (open_ends); i++)
    if (g_str_has_suffix (body->str, open_ends[i]))
      return TRUE;

  return FALSE;
}

/* Whether words at the start of a line belong to the next body. */
static gboolean
begins_row (Stream            *stream,
            const VlgFormLine *line)
{
  VlgStation *station = &stream->station;

  if (station->body->len == 0)
    return FALSE;
  if (has_values (stream))
    return TRUE;
  if (vlg_station_names_body (station, stream->reading, line->text) || name_goes_on (station->body))
    return FALSE;
  if (vlg_station_names_body (station, stream->reading, NULL))
    return TRUE;

  return line->blanks > 0 && g_unichar_isupper (g_utf8_get_char (line->text));
}

/* One value at @p: behind it, or NULL when there is none. */
static const char *
read_value (Stream     *stream,
            const char *p)
{
  VlgStation *station = &stream->station;
  VlgVisibility visibility;
  VlgRole role;
  const char *rest;
  gsize length;
  int count;

  if (station->visibility == VLG_VISIBILITY_UNDECIDED
      && (rest = vlg_form_match_status (stream->reading->profile, p, &visibility)) != NULL)
    {
      station->visibility = visibility;
      return rest;
    }
  if (station->day == VLG_DAY_NONE && (length = vlg_form_match_date (p)) > 0)
    {
      g_autofree char *date = g_strndup (p, length);

      station->day = vlg_day_parse_german (date);
      if (station->day != VLG_DAY_NONE)
        return p + length;
    }
  if (station->role == VLG_ROLE_NONE && station->body->len > 0 && (rest = vlg_form_match_role (p, &role)) != NULL)
    {
      const char *next = vlg_form_skip_blanks (rest);

      if (*next == '\0' || vlg_form_match_date (next) > 0
          || vlg_form_match_status (stream->reading->profile, next, &visibility) != NULL)
        {
          station->role = role;
          return rest;
        }
    }
  if (has_values (stream) && station->n_votes < 3 && (rest = vlg_form_match_count (p, &count)) != NULL)
    {
      int *counts[] = { &station->votes.in_favour, &station->votes.against, &station->votes.abstentions };

      *counts[station->n_votes++] = count;
      return rest;
    }

  return NULL;
}

/* The words from @p up to the next value or the end of the line are a part of the body's name. */
static const char *
read_body_words (Stream     *stream,
                 const char *p)
{
  const char *start = p;
  const char *rest = p;
  g_autofree char *words = NULL;

  while (*rest != '\0')
    {
      VlgVisibility visibility;
      VlgRole role;

      if (rest > start)
        {
          const char *after;

          if (vlg_form_match_status (stream->reading->profile, rest, &visibility) != NULL
              || vlg_form_match_date (rest) > 0 || vlg_form_equals_label ("nicht", rest))
            break;
          after = vlg_form_match_role (rest, &role);
          if (after != NULL && *vlg_form_skip_blanks (after) == '\0')
            break;
        }
      rest += strcspn (rest, " \t");
      rest = vlg_form_skip_blanks (rest);
    }

  words = g_strndup (start, rest - start);
  g_strchomp (words);
  vlg_form_join_line (stream->station.body, words);

  return rest;
}

/* What follows a row's values in its own line is its confirmation; a result may stand in a line of its own. */
static gboolean
is_confirmation (Stream     *stream,
                 const char *p,
                 gboolean    value_in_line)
{
  if (!has_values (stream) || stream->station.body->len == 0)
    return FALSE;
  if (value_in_line)
    return TRUE;

  /* Bodies begin with a capital; a result that does is a word or two. */
  if (!g_ascii_islower (*p) && strlen (p) - strcspn (p, " ") > 12)
    return FALSE;

  return g_str_has_prefix (p, "gez.") || vlg_result_parse (p) != VLG_RESULT_NONE;
}

/* "nicht", with "öffentlich" in the line after. */
static gboolean
read_divided_status (Stream     *stream,
                     guint       index,
                     guint       end,
                     const char *p)
{
  VlgVisibility visibility;

  if (stream->station.visibility != VLG_VISIBILITY_UNDECIDED || index + 1 >= end
      || (!vlg_form_equals_label ("nicht", p) && !vlg_form_equals_label ("nicht-", p)))
    return FALSE;

  return vlg_form_match_status (stream->reading->profile, vlg_form_lines_get (stream->reading->lines, index + 1)->text, &visibility) != NULL
         && visibility == VLG_VISIBILITY_PUBLIC;
}

static void
read_stream_line (Stream *stream,
                  guint   index,
                  guint   end)
{
  const VlgFormLine *line = vlg_form_lines_get (stream->reading->lines, index);
  VlgStation *station = &stream->station;
  const char *p = line->text;
  gboolean value_in_line = FALSE;

  if (stream->non_public_half)
    {
      VlgVisibility visibility;

      p = vlg_form_match_status (stream->reading->profile, p, &visibility);
      g_assert (p != NULL);
      station->visibility = VLG_VISIBILITY_NON_PUBLIC;
      stream->non_public_half = FALSE;
      value_in_line = TRUE;
    }

  while (*(p = vlg_form_skip_blanks (p)) != '\0')
    {
      const char *rest = read_value (stream, p);

      if (rest == NULL && read_divided_status (stream, index, end, p))
        {
          stream->non_public_half = TRUE;
          break;
        }
      if (rest != NULL)
        value_in_line = TRUE;
      else if (is_confirmation (stream, p, value_in_line))
        {
          vlg_form_join_line (station->confirmation, p);
          rest = p + strlen (p);
        }
      else
        {
          if (p == line->text && begins_row (stream, line))
            finish_row (stream);
          if (station->end == 0)
            station->first = index;
          rest = read_body_words (stream, p);
        }
      p = rest;
    }
  if (station->end == 0)
    station->first = index;
  station->end = index + 1;
}

/* Whether the line is words of the table's heading only; text layers give them each in its line too. */
static gboolean
is_heading_words (VlgFormReading *reading,
                  guint           index)
{
  const char *rest = vlg_form_lines_get (reading->lines, index)->text;

  while (*(rest = vlg_form_skip_blanks (rest)) != '\0')
    {
      const char *label = vlg_profile_get_label (reading->profile, VLG_FIELD_CONSULTATIONS);
      const char *after = label != NULL ? vlg_form_match_label (label, rest) : NULL;

      for (VlgHeading heading = VLG_HEADING_STATUS; heading <= VLG_HEADING_CONFIRMATION && after == NULL; heading++)
        {
          label = vlg_profile_get_heading (reading->profile, heading);
          if (label != NULL && *label != '\0')
            after = vlg_form_match_label (label, rest);
        }
      if (after == NULL)
        return FALSE;
      rest = *after == ':' ? after + 1 : after;
    }

  return TRUE;
}

static void
read_stream (VlgFormReading  *reading,
             guint            first,
             guint            end,
             VlgStationTally *tally)
{
  Stream stream = { reading, };

  stream.tally = tally;
  vlg_station_init (&stream.station);
  for (guint i = first; i < end; i++)
    {
      if (is_heading_words (reading, i))
        vlg_form_lines_take (reading->lines, i, i + 1);
      else
        read_stream_line (&stream, i, end);
    }
  finish_row (&stream);
  vlg_station_clear (&stream.station);
}

static char *
describe (const VlgStationTally *tally)
{
  if (tally->n_stations == 0)
    return g_strdup (_("No consultation was recognised."));
  if (tally->n_ambiguous > 0)
    return g_strdup (_("Fewer votes than columns: please check which count is meant."));
  if (tally->n_unknown > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u body is not in the profile.", "%u bodies are not in the profile.", tally->n_unknown),
                            tally->n_unknown);

  return NULL;
}

void
vlg_form_read_sequence (VlgFormReading *reading)
{
  const VlgFormSection *section = &reading->sections.sections[VLG_FIELD_CONSULTATIONS];
  VlgStationTally tally = { 0, };
  g_autofree char *note = NULL;
  guint first = section->range.first;
  guint end = section->range.end;

  if (!section->found)
    {
      vlg_form_report (reading, VLG_FIELD_CONSULTATIONS, VLG_CERTAINTY_MISSING, 0, 0, NULL);
      return;
    }

  if (!vlg_form_read_table (reading, first, end, &tally))
    read_stream (reading, first, end, &tally);

  note = describe (&tally);
  vlg_form_report (reading, VLG_FIELD_CONSULTATIONS,
                   tally.n_ambiguous > 0 || tally.n_unknown > 0 ? VLG_CERTAINTY_PROBABLE : VLG_CERTAINTY_CERTAIN,
                   section->heading, end, note);
}
